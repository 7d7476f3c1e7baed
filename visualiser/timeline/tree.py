"""The branches as a tree below the one that the run is on. Knows no Qt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from visualiser.training.branch_news import Branches, BranchInfo


@dataclass(frozen=True, eq=False)
class Row:
    """A branch on the timeline.

    Attributes
    ----------
    info : BranchInfo
    starts_at : int
        The step at which it leaves the row that it is drawn to leave.
    leaves : int
        Which row that is; the first row, that of the present branch, leaves itself at 0.
    parts_at : int
        The last step that it has in common with the present branch.
    """

    info: BranchInfo
    starts_at: int
    leaves: int
    parts_at: int


def rows_of(branches: Branches) -> tuple[Row, ...]:
    """The present branch, whole, and below it all others from where they leave a row above.

    A branch that the present one has left is drawn to leave the present one, at that same
    step. Of those that leave one row, the one that does so last comes first: so no line
    crosses another.
    """
    start, above = _grown(branches)
    below = defaultdict(list)
    for number, row in above.items():
        if number != branches.present:
            below[row].append(number)
    rows: list[Row] = []
    place: dict[int, int] = {}
    waiting = [branches.present]
    while waiting:
        number = waiting.pop()
        place[number] = len(rows)
        leaves = place[above[number]]
        # What leaves the first row does so where it parts from it; others come of such a one.
        parts_at = rows[leaves].parts_at if leaves else start[number]
        rows.append(Row(branches.branches[number], start[number], leaves, parts_at))
        # The last of them is the next row.
        waiting += sorted(below[number], key=lambda one: (start[one], -one))
    return tuple(rows)


def _grown(branches: Branches) -> tuple[dict[int, int], dict[int, int]]:
    """At which step each branch leaves another, and which: seen from the present one."""
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for info in branches.branches:
        if info.parent is not None:
            shared = info.forked_at or 0
            near[info.number].append((info.parent, shared))
            near[info.parent].append((info.number, shared))
    present = branches.present
    start, above = {present: 0}, {present: present}
    met = [present]
    for one in met:
        for other, shared in near[one]:
            if other in start:
                continue
            row = one
            while row != present and shared <= start[row]:
                # It shares no step with what is drawn in that row.
                row = above[row]
            start[other], above[other] = shared, row
            met.append(other)
    for info in branches.branches:
        start.setdefault(info.number, 0)
        above.setdefault(info.number, present)
    return start, above


def own_steps(branches: Branches, number: int) -> int:
    """How many of a branch's steps no other one has."""
    info = branches.branches[number]
    shared = [one.forked_at or 0 for one in branches.branches if one.parent == number]
    return info.length - max([info.forked_at or 0, *shared])
