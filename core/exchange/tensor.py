"""Tensor: an array in a file, described but not read yet; and what a file holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import IO, Any

import numpy as np

from core.parameters import FloatArray

# Numbers read at once; a row of the widest layer goes in whole.
_AT_ONCE = 2**17


@dataclass(frozen=True)
class Tensor:
    """An array in a file.

    Attributes
    ----------
    shape : tuple of int
    dtype : numpy dtype
        A floating one.
    open : callable
        Gives the file, for a ``with``, at the array's first byte.
    is_by_columns : bool
        Whether it is stored column by column (Fortran order).
    """

    shape: tuple[int, ...]
    dtype: np.dtype[np.floating[Any]]
    open: Callable[[], AbstractContextManager[IO[bytes]]]
    is_by_columns: bool = False

    def read_into(self, target: FloatArray) -> None:
        """Write its numbers into an array of its shape, converted; a piece at a time.

        Raises
        ------
        ValueError
            Where the file ends too early.
        """
        # As stored, row by row.
        rows = target.T if self.is_by_columns else target
        count = max(1, _AT_ONCE // math.prod(rows.shape[1:]))
        with self.open() as stream, np.errstate(over="ignore", invalid="ignore"):
            for start in range(0, len(rows), count):
                part = rows[start : start + count]
                content = stream.read(part.size * self.dtype.itemsize)
                if len(content) < part.size * self.dtype.itemsize:
                    raise ValueError("it ends too early")
                part[...] = np.frombuffer(content, self.dtype).reshape(part.shape)


@dataclass(frozen=True)
class Contents:
    """What a file of weights holds.

    Attributes
    ----------
    tensors : mapping
        Each by its name.
    metadata : mapping
        See `core.exchange.naming.metadata_of`; empty for most other programs' files.
    """

    tensors: Mapping[str, Tensor]
    metadata: Mapping[str, str]


def checked_metadata(metadata: object) -> dict[str, str]:
    """Metadata as a file has them; ValueError where they are not texts by name."""
    if not isinstance(metadata, dict) or any(not isinstance(v, str) for v in metadata.values()):
        raise ValueError("its metadata are no texts")
    return metadata
