"""Where examples come from: one file a source, and the table of those with a name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from core.datasets.dataset import Dataset, Examples
from core.datasets.digits import load_digits
from core.datasets.idx import load_idx_folder
from core.datasets.plane import PLANE_DATASETS
from core.errors import DataError

DATASETS: dict[str, Callable[..., Dataset]] = {
    "digits": load_digits,
    **PLANE_DATASETS,
}


def load_dataset(source: str | Path) -> Dataset:
    """A Dataset from a name in DATASETS or from a folder of IDX files.

    Raises
    ------
    DataError
        Where there is neither, or the files are missing or broken.
    """
    name, _, settings = str(source).partition(":")
    if name in DATASETS:
        return _made(name, settings)
    # Unlike Path's own, these raise nothing for an unknown user or a name that is too long.
    path = Path(os.path.expanduser(source))  # noqa: PTH111
    if not os.path.exists(path):  # noqa: PTH110
        raise DataError(
            "There is no data called {source!r} and no such folder; give one of {names}, "
            "or a folder with MNIST's four files.",
            source=str(source),
            names=", ".join(DATASETS),
        )
    if not path.is_dir():
        raise DataError(
            "{path} is a file; give the folder that holds MNIST's four files.", path=path
        )
    return load_idx_folder(path)


def _made(name: str, settings: str) -> Dataset:
    """The data of that name with settings as in ``noise=10,seed=1``."""
    pairs = dict(pair.partition("=")[::2] for pair in settings.split(",") if pair)
    try:
        return DATASETS[name](**pairs)
    except TypeError:
        raise DataError(
            "{name} has no such settings as {settings!r}.", name=name, settings=settings
        ) from None


__all__ = ["DATASETS", "Dataset", "Examples", "load_dataset"]
