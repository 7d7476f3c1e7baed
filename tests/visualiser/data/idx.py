"""Folders of IDX files, as somebody may have them."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt


def write_idx(path: Path, array: npt.NDArray[np.uint8]) -> None:
    header = struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape)
    path.write_bytes(header + array.tobytes())


def idx_folder(
    folder: Path, train: int = 60, test: int = 24, side: int = 6, classes: int = 3
) -> Path:
    """A folder of made-up pictures: every label in turn, ink where the label says."""
    folder.mkdir(parents=True, exist_ok=True)
    for prefix, count in (("train", train), ("t10k", test)):
        labels = (np.arange(count) % classes).astype(np.uint8)
        images = np.zeros((count, side, side), np.uint8)
        images[np.arange(count), labels] = 200
        write_idx(folder / f"{prefix}-images-idx3-ubyte", images)
        write_idx(folder / f"{prefix}-labels-idx1-ubyte", labels)
    return folder
