"""What a file says of each branch, whichever version of the program wrote it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.checks import is_whole
from core.run_database import RunDatabase
from core.run_tables import CHECKPOINT, EVALUATIONS, LONGEST_NAME, row_check
from core.stored_arrays import StoredArrays

_MOST_BRANCHES = 10_000
_LARGEST = 2**53
_COLUMNS = (
    "number, name, parent, forked_at, shared, length, spacing, checkpoints, "
    "shared_evaluations, evaluations, shared_segments, segments, crc"
)


@dataclass(frozen=True)
class StoredBranch:
    """A branch as a file describes it.

    Attributes
    ----------
    number : int
        What its arrays are found by.
    name : str
    parent : int or None
        The number of another branch, a lower one.
    forked_at : int or None
    shared : int
        How many of its steps are its parent's; of checkpoints, those up to there.
    shared_evaluations, shared_segments : int
        How many of its first ones are its parent's.
    length, spacing : int
    segments : mapping
        As `core.plain_history.segments_from_plain` takes it.
    evaluations : list of [step, cost, accuracy]
        But for those that are its parent's.
    """

    number: int
    length: int
    spacing: int
    segments: Mapping[str, Any]
    evaluations: list[Any]
    forked_at: int | None = None
    parent: int | None = None
    name: str = ""
    shared: int = 0
    shared_evaluations: int = 0
    shared_segments: int = 0


def older_branches(facts: Mapping[str, Any], arrays: StoredArrays) -> list[StoredBranch]:
    """The branches of formats 1 to 3, each of which is whole."""
    return [
        _older_branch(number, described, arrays)
        for number, described in enumerate(facts["branches"])
    ]


def _older_branch(number: int, described: Mapping[str, Any], arrays: StoredArrays) -> StoredBranch:
    length, spacing = _whole(described["length"]), _whole(described["spacing"], 1)
    due = range(0, length + 1, spacing)
    # These formats kept every checkpoint.
    there = arrays.steps(number, CHECKPOINT)
    if len(there) != len(due) or not all(map(there.__contains__, due)):
        raise ValueError("a checkpoint is missing")
    evaluations = described["evaluations"]
    forked_at, parent = described["forked_at"], described.get("parent")
    return StoredBranch(
        number,
        length,
        spacing,
        described,
        evaluations,
        None if forked_at is None else _whole(forked_at),
        None if parent is None else _whole(parent),
    )


def newer_branches(database: RunDatabase, arrays: StoredArrays) -> list[StoredBranch]:
    """The branches in their table, the oldest first."""
    branches: list[StoredBranch] = []
    for *row, check in database.texts("branches", _COLUMNS, _MOST_BRANCHES):
        if row_check(row) != check:
            raise ValueError("a branch is damaged")
        branches.append(_newer_branch(row, arrays))
    return sorted(branches, key=lambda branch: branch.number)


def _newer_branch(row: list[Any], arrays: StoredArrays) -> StoredBranch:
    number, name, parent, forked_at, *numbers, segments = row
    shared, length, spacing, checkpoints, *rest = map(_whole, numbers)
    shared_evaluations, evaluation_count, shared_segments = rest
    if not isinstance(name, str) or len(name) > LONGEST_NAME:
        raise ValueError("the name of a branch is too long")
    own_segments = json.loads(segments)
    if not isinstance(own_segments, list):
        raise TypeError("its settings are no list")
    found = arrays.steps(number, EVALUATIONS).values()
    if any(len(array.shape) != 2 or array.shape[1] != 3 for array in found):
        raise ValueError("an evaluation is none")
    evaluations = [row for array in found for row in arrays.read(array).tolist()]
    if len(evaluations) != evaluation_count:
        raise ValueError("an evaluation is missing")
    if len(arrays.steps(number, CHECKPOINT)) != checkpoints:
        raise ValueError("a checkpoint is missing")
    return StoredBranch(
        _whole(number),
        length,
        _whole(spacing, 1),
        {"segments": own_segments},
        evaluations,
        None if forked_at is None else _whole(forked_at),
        None if parent is None else _whole(parent),
        name,
        shared,
        shared_evaluations,
        shared_segments,
    )


def _whole(value: Any, least: int = 0) -> int:
    """A whole number, where that is what it is; else ValueError."""
    if isinstance(value, float) or not is_whole(value, least, _LARGEST):
        raise ValueError("a length or a spacing is out of range")
    return int(value)
