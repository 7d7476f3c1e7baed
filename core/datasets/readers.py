"""The kinds of files that hold examples, and their table."""

from __future__ import annotations

from pathlib import Path

from core.datasets.csv_file import CSV
from core.datasets.drawn import DRAWN
from core.datasets.idx_folder import IDX
from core.datasets.npz import NPZ
from core.datasets.pictures import PICTURES
from core.datasets.reader import Reader
from core.errors import DataError

# The first that recognises a path reads it: a sheet is an .npz file too.
READERS: tuple[Reader, ...] = (IDX, DRAWN, NPZ, CSV, PICTURES)


def reader_for(path: Path) -> Reader:
    """The first of READERS that recognises this path; DataError where none does."""
    if not path.is_dir() and not path.is_file():
        raise DataError("{path} is neither a file nor a folder; choose another.", path=path)
    for reader in READERS:
        if reader.recognises(path):
            return reader
    raise DataError(
        "{path} is no data of a kind that can be read; give one of {kinds}.",
        path=path,
        kinds=", ".join(reader.name for reader in READERS),
    )
