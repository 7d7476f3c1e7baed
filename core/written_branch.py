"""What the tables of a run hold of one branch, and how that is brought up to date."""

from __future__ import annotations

import json
import sqlite3
from itertools import islice
from typing import Any

import numpy as np

from core.history import Branch, Checkpoints, Segment
from core.metrics import Evaluation
from core.parameters import FloatArray
from core.plain_history import plain_segments
from core.replay_time import largest_batch, replayed_in
from core.run_tables import (
    CHECKPOINT,
    COSTS,
    COSTS_IN_A_ROW,
    EVALUATIONS,
    EVALUATIONS_IN_A_ROW,
    LONGEST_NAME,
    array_check,
    array_name,
    row_check,
)

# Where checkpoints are left out, a gap between two is replayed within this time, in seconds.
_GAP = 0.15
# What is not there, always the same object.
_NONE: list[Any] = []


class WrittenBranch:
    """A branch in the tables; of the past that it shares with its parent they hold nothing.

    Parameters
    ----------
    database : Connection
        Holds nothing of that number.
    number : int
    branch : Branch
    parent : WrittenBranch or None
        Where it is in the tables, with a lower number.

    Attributes
    ----------
    shared : int
        How many of its first steps are its parent's.
    vectors : dict
        The checkpoints in the tables.
    all_evaluations : list
        The evaluations in the tables, in order, with those of its parent.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        number: int,
        branch: Branch,
        parent: WrittenBranch | None,
    ) -> None:
        self.number, self.branch, self.parent = number, branch, parent
        self._database = database
        self.shared = self._find_shared()
        self._all_drops = self._count_drops()
        self._row: tuple[object, ...] = ()
        self._costs, self._drops, self._length = branch.costs, len(branch.costs.drops), self.shared
        self._evaluations: list[tuple[int, Evaluation]] = []
        self.all_evaluations: list[tuple[int, Evaluation]] = []
        self._shared_evaluations = 0
        self._seen_evaluations: tuple[object, ...] = (0, None, _NONE)
        self._segments: list[Segment] = []
        self._parents_segments: list[Segment] = _NONE
        self._shared_segments, self._plain_segments = 0, ""
        self._source: Checkpoints | None = None
        self._losses = self._seen = 0
        self.spacing = branch.checkpoints.spacing
        self.vectors: dict[int, FloatArray] = {}

    @property
    def has_other_past(self) -> bool:
        """Whether what is in the tables cannot be brought up to date."""
        if self.branch.costs is not self._costs:
            return True
        drops = self._count_drops()
        # While nothing is dropped, the past stays as it is.
        if drops == self._all_drops:
            return False
        self._all_drops = drops
        return self._find_shared() != self.shared

    def write_arrays(self, thinning: int, most: int | None) -> None:
        """Bring its arrays up to date; its parent's are already.

        Parameters
        ----------
        thinning : int
            Of the checkpoints that are due, every how many-th is written.
        most : int or None
            Bytes of checkpoints to add, about; None for no limit.
        """
        self._write_costs()
        self._write_evaluations()
        self._write_checkpoints(thinning, most)

    def write_row(self) -> None:
        """Bring what else there is of it up to date, after the arrays."""
        self._describe_segments()
        branch, parent = self.branch, self.parent
        row = (
            self.number,
            # What cannot be written as text, or is too long, does not keep a run from it.
            branch.name.encode("utf-8", "replace").decode()[:LONGEST_NAME],
            None if parent is None else parent.number,
            branch.forked_at,
            self.shared,
            len(branch.costs),
            branch.checkpoints.spacing,
            len(self.vectors),
            self._shared_evaluations,
            len(self._evaluations),
            self._shared_segments,
            self._plain_segments,
        )
        if row != self._row:
            marks = ", ".join("?" * (len(row) + 1))
            self._database.execute(
                f"INSERT OR REPLACE INTO branches VALUES ({marks})", (*row, row_check(row))
            )
            self._row = row

    def delete(self) -> None:
        """Take it out of the tables."""
        self._database.execute("DELETE FROM arrays WHERE branch = ?", (self.number,))
        self._database.execute("DELETE FROM branches WHERE number = ?", (self.number,))
        self.vectors.clear()

    def take_out(self, step: int) -> int:
        """Take a checkpoint out of the tables; its bytes."""
        self._database.execute(
            "DELETE FROM arrays WHERE branch = ? AND kind = ? AND step = ?",
            (self.number, CHECKPOINT, step),
        )
        return self.vectors.pop(step).nbytes

    # ---------------------------------------------------------------- the past

    def _count_drops(self) -> tuple[int, int]:
        theirs = 0 if self.parent is None else len(self.parent.branch.costs.drops)
        return len(self.branch.costs.drops), theirs

    def _find_shared(self) -> int:
        if self.parent is None:
            return 0
        ours, theirs = self.branch, self.parent.branch
        most = min(ours.forked_at or 0, len(ours.costs), len(theirs.costs))
        # After steps that were not finite, one of them may have gone another way since.
        same = np.array_equal(ours.costs.values[:most], theirs.costs.values[:most])
        made = [[s for s in b.segments if s.step < most] for b in (ours, theirs)]
        return most if same and made[0] == made[1] else 0

    # ---------------------------------------------------------------- arrays

    def _write_costs(self) -> None:
        costs = self.branch.costs
        kept = max(self.shared, min([self._length, *costs.drops[self._drops :]]))
        start = kept - (kept - self.shared) % COSTS_IN_A_ROW
        if kept < max(self._length, len(costs)):
            self._delete_from(COSTS, start)
            for step in range(start, len(costs), COSTS_IN_A_ROW):
                self._put(COSTS, step, costs.values[step : step + COSTS_IN_A_ROW])
        self._length, self._drops = len(costs), len(costs.drops)

    def _write_evaluations(self) -> None:
        known = self.branch.evaluations
        theirs = _NONE if self.parent is None else self.parent.all_evaluations
        # What is new comes last: with the same length and end, a dictionary is the same.
        seen = (len(known), next(reversed(known.values()), None), theirs)
        count, *others = self._seen_evaluations
        if seen[0] == count and all(a is b for a, b in zip(seen[1:], others, strict=True)):
            return
        self._seen_evaluations = seen
        self.all_evaluations = found = sorted(known.items())
        pairs = zip(found, theirs, strict=False)
        same = [a == b for a, b in pairs]
        self._shared_evaluations = [*same, False].index(False)
        before, self._evaluations = self._evaluations, found[self._shared_evaluations :]
        self._replace_evaluations(before, self._evaluations)

    def _replace_evaluations(
        self, before: list[tuple[int, Evaluation]], now: list[tuple[int, Evaluation]]
    ) -> None:
        same = [a == b for a, b in zip(before, now, strict=False)]
        kept = [*same, False].index(False)
        start = kept - kept % EVALUATIONS_IN_A_ROW
        if kept < max(len(before), len(now)):
            if start < len(before):
                self._delete_from(EVALUATIONS, before[start][0])
            for place in range(start, len(now), EVALUATIONS_IN_A_ROW):
                rows = now[place : place + EVALUATIONS_IN_A_ROW]
                table = np.array([(step, e.cost, e.accuracy) for step, e in rows])
                self._put(EVALUATIONS, rows[0][0], table)

    def _write_checkpoints(self, thinning: int, most: int | None) -> None:
        checkpoints = self.branch.checkpoints
        there = checkpoints.vectors
        if self._source is checkpoints and self._losses == checkpoints.losses:
            # New ones come last.
            fresh = list(islice(reversed(there), len(there) - self._seen))
        else:
            fresh = list(there)
            for step in [s for s, vector in self.vectors.items() if there.get(s) is not vector]:
                self.take_out(step)
        self._source, self._losses, self._seen = checkpoints, checkpoints.losses, len(there)
        self.spacing = checkpoints.spacing
        # The state at the fork is its parent's as well.
        first = 0 if self.parent is None else self.shared + 1
        fresh = [step for step in fresh if step >= first and step not in self.vectors]
        for step in self._chosen(fresh, thinning, most):
            self._put(CHECKPOINT, step, there[step])
            self.vectors[step] = there[step]

    def _chosen(self, fresh: list[int], thinning: int, most: int | None) -> list[int]:
        """Some of the new checkpoints: few where many came at once."""
        if not fresh:
            return []
        vectors, stride = self.branch.checkpoints.vectors, self.spacing * thinning
        if most is not None:
            count = most // vectors[fresh[0]].nbytes
            batch_size = largest_batch(self.branch.segments)
            widest = replayed_in(_GAP, vectors[0].size, batch_size)
            while len(fresh) * self.spacing > count * stride and 2 * stride <= widest:
                stride *= 2
        newest = max(vectors)
        return [step for step in fresh if step % stride == 0 or step == newest]

    def _describe_segments(self) -> None:
        ours = self.branch.segments
        theirs = _NONE if self.parent is None else self.parent.branch.segments
        if ours is self._segments and theirs is self._parents_segments:
            return
        same = [a == b for a, b in zip(ours, theirs, strict=False)]
        self._shared_segments = [*same, False].index(False)
        own = ours[self._shared_segments :]
        self._plain_segments = json.dumps(plain_segments(own))
        self._segments, self._parents_segments = ours, theirs

    # ---------------------------------------------------------------- rows

    def _delete_from(self, kind: str, step: int) -> None:
        self._database.execute(
            "DELETE FROM arrays WHERE branch = ? AND kind = ? AND step >= ?",
            (self.number, kind, step),
        )

    def _put(self, kind: str, step: int, array: FloatArray) -> None:
        content = np.ascontiguousarray(array).data.cast("B")
        check = array_check(array_name(self.number, kind, step), content)
        shape = json.dumps(array.shape)
        row = (self.number, kind, step, array.dtype.name, shape, check, content)
        self._database.execute("INSERT INTO arrays VALUES (?, ?, ?, ?, ?, ?, ?)", row)
