"""The arrays of a run on disk, each checked before it is believed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.parameters import FloatArray
from core.run_database import RunDatabase
from core.run_tables import (
    CHECKPOINT,
    COSTS,
    DTYPES,
    EVALUATIONS,
    array_check,
    array_name,
)

_OLDER_KINDS = {"costs": COSTS, "checkpoints": CHECKPOINT}


@dataclass(frozen=True)
class StoredArray:
    """An array in the file, not read yet; its size in bytes is true.

    Attributes
    ----------
    name : str
        As its checksum includes it.
    row : int
    dtype : str
    shape : tuple of int
    check : int
    """

    name: str
    row: int
    dtype: str
    shape: tuple[int, ...]
    check: int


@dataclass
class StoredArrays:
    """All arrays of a file.

    Attributes
    ----------
    database : RunDatabase
    of_branch : dict
        By number and kind: the arrays by step, in ascending order.
    """

    database: RunDatabase
    of_branch: dict[tuple[int, str], dict[int, StoredArray]] = field(default_factory=dict)

    @staticmethod
    def of(database: RunDatabase) -> StoredArrays:
        """What a database holds; ValueError where it cannot hold that."""
        found = list(_older(database) if database.is_older else _newer(database))
        arrays = StoredArrays(database)
        for branch, kind, step, array in sorted(found, key=lambda row: row[:3]):
            here = arrays.of_branch.setdefault((branch, kind), {})
            if step in here:
                raise ValueError(f"{array.name} is there twice")
            here[step] = array
        return arrays

    def steps(self, branch: int, kind: str) -> dict[int, StoredArray]:
        """The arrays of a kind that a branch has, by step, in ascending order."""
        return self.of_branch.get((branch, kind), {})

    def read(self, array: StoredArray) -> FloatArray:
        """The numbers, read-only; ValueError where they are damaged."""
        query = "SELECT data FROM arrays WHERE rowid = ?"
        (content,) = self.database.connection.execute(query, (array.row,)).fetchone()
        if array_check(array.name, content) != array.check:
            raise ValueError(f"{array.name} is damaged")
        return np.frombuffer(content, array.dtype).reshape(array.shape)


_Row = tuple[int, str, int, StoredArray]


def _newer(database: RunDatabase) -> Iterator[_Row]:
    for branch, kind, step, *rest in _heads(database, "branch, kind, step"):
        if kind not in (COSTS, CHECKPOINT, EVALUATIONS):
            raise ValueError("an array is of no kind")
        if not (isinstance(branch, int) and isinstance(step, int) and branch >= 0 <= step):
            raise ValueError("an array is of no step")
        yield branch, kind, step, _stored(array_name(branch, kind, step), *rest)


def _older(database: RunDatabase) -> Iterator[_Row]:
    """By name: ``costs/0``, ``checkpoints/0/100``."""
    for name, *rest in _heads(database, "name"):
        kind, branch, step = (*str(name).split("/"), "0")[:3]
        yield int(branch), _OLDER_KINDS[kind], int(step), _stored(name, *rest)


def _heads(database: RunDatabase, columns: str) -> Iterator[tuple[Any, ...]]:
    """All of the table of arrays but the data: its length is in the row's head."""
    total = 0
    query = f"SELECT {columns}, rowid, dtype, shape, crc, typeof(data), length(data) FROM arrays"
    for *key, row, dtype, shape, check, kind, size in database.rows(f"{query} NOT INDEXED"):
        if kind != "blob" or dtype not in DTYPES or not isinstance(shape, str):
            raise ValueError("an array is of the wrong type")
        total += size
        if total > database.size:
            raise ValueError("an array is longer than the file")
        yield *key, row, dtype, shape, check, size


def _stored(name: str, row: int, dtype: str, shape: str, check: int, size: int) -> StoredArray:
    lengths = json.loads(shape) if len(shape) < 50 else None
    if not isinstance(lengths, list) or not 1 <= len(lengths) <= 2:
        raise ValueError(f"{name} has no shape")
    count = 1
    for length in lengths:
        if type(length) is not int or length < 0:
            raise ValueError(f"{name} has the wrong shape")
        count *= length
    if size != count * np.dtype(dtype).itemsize:
        raise ValueError(f"{name} has the wrong length")
    return StoredArray(name, row, dtype, tuple(lengths), check)
