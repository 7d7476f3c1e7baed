"""MNIST: 70,000 handwritten digits of 28×28 pixels, from the user's data folder.

Source: Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten digits, 1998. It is
not part of the program: the window fetches it on request.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import platformdirs

from core.datasets.dataset import Dataset
from core.datasets.idx_folder import IDX
from core.datasets.reader import Watch, unwatched
from core.errors import DataError
from core.program import PROGRAM

# Names a folder in place of the one in the user's data folder.
FOLDER_VARIABLE = "VISUALISER_MNIST"
_FILES = 4


def mnist_folder() -> Path:
    """Where MNIST's four files are kept, whether they are there or not."""
    named = os.environ.get(FOLDER_VARIABLE, "")
    return Path(named) if named else platformdirs.user_data_path(PROGRAM) / "mnist"


def load_mnist(watch: Watch | None = None) -> Dataset:
    """MNIST: 60,000 digits to train on, 10,000 to test.

    Parameters
    ----------
    watch : callable, optional
        As for `core.load_dataset`.

    Raises
    ------
    DataError
        Where MNIST has not been fetched, or its files are broken.
    """
    folder = mnist_folder()
    if len(list(folder.glob("*-ubyte*"))) < _FILES:
        raise DataError(
            "MNIST is not in {folder}, or not all of it; fetch it with “Get MNIST” in the window, "
            "or give a folder that holds its four files.",
            folder=folder,
        )
    # Whatever the folder is called, here or on another machine.
    return replace(IDX.load(folder, watch or unwatched), name="mnist")
