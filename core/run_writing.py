"""Writing a run into its tables: all of it, or what is new since the last time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from core.history import Branch
from core.run import Run
from core.run_tables import (
    APPLICATION_ID,
    FORMAT,
    MOST_CHECKPOINTS,
    TABLES,
    data_checks,
    facts_check,
)
from core.written_branch import WrittenBranch

# Bytes of checkpoints that are added to a branch, and taken out of all, when a run is
# brought up to date.
_ADDED, _TAKEN_OUT = 2**20, 2 * 2**20


def create_tables(database: sqlite3.Connection) -> None:
    """Make an empty database one for a run."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {FORMAT}")
    for statement in TABLES.values():
        database.execute(statement)


class RunWriter:
    """Brings the tables of a database up to date with a run, in a transaction of the caller's.

    Where that fails, the transaction is to be taken back and this object not used again.

    Parameters
    ----------
    database : Connection
        Whatever its tables hold is replaced.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._facts: dict[str, str] = {}
        self._written: list[WrittenBranch] = []
        self._thinning = 1
        self._surplus: list[tuple[WrittenBranch, int]] = []

    def write(self, run: Run) -> None:
        """Write what the tables do not hold yet of a run, and take out what is no more."""
        is_new = not self._match(run.branches)
        if is_new:
            self._thinning = _thinning_for(run.branches)
        for written in self._written:
            spacing = written.spacing
            written.write_arrays(self._thinning, None if is_new else _ADDED)
            if written.spacing > spacing:
                # The coarser they are in memory, the less they are thinned out here.
                self._thinning = max(1, self._thinning * spacing // written.spacing)
        if not is_new:
            self._thin_out()
        for written in self._written:
            written.write_row()
        [number] = [w.number for w in self._written if w.branch is run.branch]
        self._write_facts(_facts(run, number))

    def _match(self, branches: Sequence[Branch]) -> bool:
        """Have each branch, in order, in the tables; whether any was there before."""
        before = {id(written.branch): written for written in self._written}
        is_kept = [id(branch) in before for branch in branches]
        kept = [before[id(b)].number for b in branches if id(b) in before]
        # New ones come last, and none ever changes places: else all is written anew.
        if not kept or kept != sorted(kept) or not all(is_kept[: len(kept)]):
            self._empty()
            before = {}
        there = {id(branch) for branch in branches}
        for gone in [written for key, written in before.items() if key not in there]:
            gone.delete()
        next_number, self._written = 0, []
        by_branch: dict[int, WrittenBranch] = {}
        for branch in branches:
            written = before.get(id(branch))
            number = next_number if written is None else written.number
            # Branches that come after their children, or are gone, are no parents.
            parent = by_branch.get(id(branch.parent))
            if written is not None and (written.parent is not parent or written.has_other_past):
                written.delete()
                written = None
            if written is None:
                written = WrittenBranch(self._database, number, branch, parent)
            by_branch[id(branch)] = written
            self._written.append(written)
            next_number = number + 1
        return bool(before)

    def _empty(self) -> None:
        for table in TABLES:
            self._database.execute(f"DELETE FROM {table}")
        self._facts, self._surplus = {}, []

    def _thin_out(self) -> None:
        """Keep to the bytes meant for checkpoints, little by little."""
        has_more = any(len(written.vectors) > 2 for written in self._written)
        if has_more and not self._surplus and _bytes_of(self._written) > MOST_CHECKPOINTS:
            self._thinning *= 2
            self._surplus = [
                (written, step)
                for written in self._written
                for step in sorted(written.vectors)[:-1]
                if step % (written.spacing * self._thinning)
            ]
        taken_out = 0
        while self._surplus and taken_out < _TAKEN_OUT:
            written, step = self._surplus.pop()
            if step in written.vectors:
                taken_out += written.take_out(step)

    def _write_facts(self, facts: dict[str, Any]) -> None:
        plain = {name: json.dumps(value) for name, value in facts.items()}
        rows = [row for row in plain.items() if self._facts.get(row[0]) != row[1]]
        self._database.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", rows)
        self._facts = plain


def _facts(run: Run, number: int) -> dict[str, Any]:
    network, checks = run.network, data_checks(run.data)
    facts: dict[str, Any] = {
        "format": FORMAT,
        "data": run.data.name,
        "data_check": checks[0],
        "targets_check": checks[1],
        "sizes": network.sizes,
        "activation": network.activation_names,
        "cost": network.cost.name,
        "bias": network.bias,
        "initialiser": network.initialiser,
        "network_seed": network.seed,
        "dtype": network.parameters.vector.dtype.name,
        "seed": run.seed,
        "made_with": run.made_with,
        "position": run.position,
        "branch": number,
    }
    facts["check"] = facts_check(facts)
    return facts


def _bytes_of(written: list[WrittenBranch]) -> int:
    return sum(vector.nbytes for each in written for vector in each.vectors.values())


def _thinning_for(branches: Sequence[Branch]) -> int:
    """Every how many-th checkpoint to write, a power of two, so that all are not too much."""
    thinning = 1
    while True:
        kept = {
            id(vector): vector.nbytes
            for branch in branches
            for step, vector in branch.checkpoints.vectors.items()
            if step % (branch.checkpoints.spacing * thinning) == 0
        }
        if sum(kept.values()) <= MOST_CHECKPOINTS or len(kept) <= len(branches):
            return thinning
        thinning *= 2
