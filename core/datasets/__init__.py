"""Where examples come from: one file a source, and the table of those with a name.

The table of files is in `core.datasets.readers`.
"""

from __future__ import annotations

import errno
import inspect
import os
from collections.abc import Callable
from pathlib import Path

from core.claims import in_short
from core.datasets.dataset import Dataset, Examples
from core.datasets.digits import load_digits
from core.datasets.mnist import load_mnist
from core.datasets.plane import PLANE_DATASETS
from core.datasets.reader import Examined, Reader, Watch, unwatched
from core.datasets.splitting import split_fifth
from core.errors import DataError

# Each is called with its settings as texts, by name; and with ``watch`` where it takes that.
DATASETS: dict[str, Callable[..., Dataset]] = {
    "digits": load_digits,
    "mnist": load_mnist,
    **PLANE_DATASETS,
}

# What the system says of a path that no file has.
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL)


def load_dataset(source: str | Path, watch: Watch | None = None) -> Dataset:
    """The Dataset of a name in DATASETS, or in a file or folder of a kind that can be read.

    Parameters
    ----------
    source : str or Path
        A name, perhaps with settings (``spiral:noise=10,seed=1``), or a path.
    watch : callable, optional
        Called with the share that is done, 0 to 1, every few milliseconds; an exception that it
        raises ends the loading and is passed on.

    Raises
    ------
    DataError
        Where there is no such data, or it is missing, broken or a trap; in one sentence.
    """
    return examine_dataset(source, watch)[1].dataset


def examine_dataset(source: str | Path, watch: Watch | None = None) -> tuple[str, Examined]:
    """As `load_dataset`: the name or the kind of file, and the Dataset with what can be told."""
    try:
        return _examined(str(source), _carrying(watch or unwatched))
    except _GivenUpError as given_up:
        raise given_up.error from None


class _GivenUpError(BaseException):
    """Carries what a `Watch` raised past all who would take it for a fault of the file."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(error)
        self.error = error


def _carrying(watch: Watch) -> Watch:
    def carrying(share: float) -> None:
        try:
            watch(share)
        except BaseException as error:
            raise _GivenUpError(error) from error

    return carrying


def _examined(source: str, watch: Watch) -> tuple[str, Examined]:
    name, _, settings = source.partition(":")
    if name in DATASETS:
        return name, Examined(_made(name, settings, watch))
    # Data with a name, such as the embedded digits, need none of the kinds of files.
    from core.datasets.readers import reader_for  # noqa: PLC0415 (loaded when wanted)

    path = _existing(source)
    try:
        reader = reader_for(path)
        examined = reader.examined(path, watch)
    except MemoryError:
        raise DataError(
            "{path} needs more memory than there is; choose smaller data.", path=path
        ) from None
    except OSError as error:
        raise DataError(
            "{path} cannot be read ({reason}); choose another, or allow it.",
            path=path,
            reason=in_short(error),
        ) from error
    watch(1.0)
    return reader.name, examined


def _made(name: str, listed: str, watch: Watch) -> Dataset:
    """The data of that name with settings as in ``noise=10,seed=1``."""
    make = DATASETS[name]
    known = list(inspect.signature(make).parameters)
    watching = {"watch": watch} if "watch" in known else {}
    known = [key for key in known if key != "watch"]
    settings: dict[str, str] = {}
    for part in filter(None, listed.split(",")):
        key, equals, value = (text.strip() for text in part.partition("="))
        if not known:
            raise DataError(
                "The data {name} has no settings; leave out “{part}”.", name=name, part=part
            )
        if not equals or key not in known or key in settings:
            raise DataError(
                "“{part}” is no setting of {name}, or is there twice; write each of {all_known} "
                "once, as in {known}=….",
                part=part,
                name=name,
                known=known[0],
                all_known=", ".join(known),
            )
        settings[key] = value
    return make(**settings, **watching)


def _existing(source: str) -> Path:
    """A path in full, so that a saved run finds it from anywhere."""
    try:
        # Unlike Path's own, this raises nothing for an unknown user.
        path = Path(os.path.expanduser(source))  # noqa: PTH111
        path.stat()
    except ValueError:
        raise _unknown(source) from None
    except OSError as error:
        if error.errno in _NOT_THERE:
            raise _unknown(source) from None
        raise DataError(
            "{path} cannot be read ({reason}); choose another, or allow it.",
            path=path,
            reason=in_short(error),
        ) from error
    # Not through a link to a file, whose name tells what is in it.
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _unknown(source: str) -> DataError:
    return DataError(
        "There is no data called {source!r} and no such file or folder; give one of {names}, or "
        "the path of a folder with MNIST's four files or of another file with examples.",
        source=source,
        names=", ".join(DATASETS),
    )


__all__ = [
    "DATASETS",
    "Dataset",
    "Examples",
    "Reader",
    "examine_dataset",
    "load_dataset",
    "split_fifth",
]
