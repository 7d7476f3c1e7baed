"""Where examples come from: one file a source, and the table of those with a name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from core.datasets.dataset import Dataset, Examples
from core.datasets.digits import load_digits
from core.datasets.idx import load_idx_folder
from core.errors import DataError

DATASETS: dict[str, Callable[[], Dataset]] = {
    "digits": load_digits,
}


def load_dataset(source: str | Path, watch: Callable[[float], None] | None = None) -> Dataset:
    """A Dataset from a name in DATASETS or from a folder of IDX files.

    ``watch`` is called with the share that is done, from 0 to 1.

    Raises
    ------
    DataError
        Where there is neither, or the files are missing or broken.
    """
    if str(source) in DATASETS:
        return DATASETS[str(source)]()
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
    data = load_idx_folder(path)
    if watch is not None:
        watch(1.0)
    return data


__all__ = ["DATASETS", "Dataset", "Examples", "load_dataset"]
