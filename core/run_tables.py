"""The tables of a run on disk, which programs of other versions may read as well.

They are described in ``docs/run-file.md``.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from core.datasets import Dataset

# Format 1 knew plain gradient descent with a constant η, and one σ for all layers; format 2
# knew no edits of W and B, nor which changes were made together; format 3 had every branch
# whole, and its arrays by name; format 4 told what is frozen and held anew in each segment.
FORMAT = 5
# Those that have these tables.
OF_THESE_TABLES = (4, FORMAT)
APPLICATION_ID = 0x6E6E7275  # "nnru"
DTYPES = ("float32", "float64")
LONGEST_NAME = 200

# Costs and evaluations that a row of ``arrays`` holds.
COSTS_IN_A_ROW = 8192
EVALUATIONS_IN_A_ROW = 512
# Bytes of checkpoints that a file is meant to hold.
MOST_CHECKPOINTS = 64 * 2**20

COSTS, CHECKPOINT, EVALUATIONS = "costs", "checkpoint", "evaluations"

_FACTS = "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)"
_BRANCHES = (
    "CREATE TABLE branches (number INTEGER PRIMARY KEY, name TEXT, parent INTEGER, "
    "forked_at INTEGER, shared INTEGER, length INTEGER, spacing INTEGER, checkpoints INTEGER, "
    "shared_evaluations INTEGER, evaluations INTEGER, shared_segments INTEGER, segments TEXT, "
    "crc INTEGER)"
)
_ARRAYS = (
    "CREATE TABLE arrays (branch INTEGER, kind TEXT, step INTEGER, dtype TEXT, shape TEXT, "
    "crc INTEGER, data BLOB, PRIMARY KEY (branch, kind, step))"
)
_OLDER_ARRAYS = (
    "CREATE TABLE arrays (name TEXT PRIMARY KEY, dtype TEXT, shape TEXT, crc INT, data BLOB)"
)
TABLES = {"facts": _FACTS, "branches": _BRANCHES, "arrays": _ARRAYS}
OLDER_TABLES = {"facts": _FACTS, "arrays": _OLDER_ARRAYS}

_data_checks: WeakKeyDictionary[Dataset, tuple[int, int]] = WeakKeyDictionary()


def facts_check(facts: dict[str, Any]) -> int:
    """The checksum of the other facts."""
    return zlib.crc32(json.dumps(facts, sort_keys=True).encode())


def row_check(values: Sequence[object]) -> int:
    """The checksum of a row of ``branches``, of its values but the last."""
    return zlib.crc32(json.dumps(values).encode())


def array_name(branch: int, kind: str, step: int) -> str:
    """What an array is called in its checksum."""
    return f"{branch}/{kind}/{step}"


def array_check(name: str, content: bytes | memoryview) -> int:
    """The checksum of an array.

    Parameters
    ----------
    name : str
        As in ``"0/costs/8192"``: a damaged index can answer with another array of the
        same shape.
    content : buffer
    """
    return zlib.crc32(content, zlib.crc32(name.encode()))


def data_checks(data: Dataset) -> tuple[int, int]:
    """The checksums of all examples with their labels, and of all targets."""
    if data not in _data_checks:
        inputs = targets = 0
        for examples in (data.train, data.test):
            inputs = zlib.crc32(np.ascontiguousarray(examples.labels).data, inputs)
            inputs = zlib.crc32(examples.with_ones.data, inputs)
            targets = zlib.crc32(np.ascontiguousarray(examples.targets).data, targets)
        # They are read-only: it takes a tenth of a second for MNIST, and only once.
        _data_checks[data] = inputs, targets
    return _data_checks[data]
