"""Rebuilding: a new process brings its run to where another one's was before it died."""

from __future__ import annotations

from collections.abc import Sequence

from core.history import Branch, Change
from core.run import Run


def rebuild(run: Run, changes: Sequence[Change], length: int, position: int) -> None:
    """Take the steps again that are missing, and be at ``position``.

    Parameters
    ----------
    run : Run
        As it was saved, or kept on disk a moment before or after the rest was known.
    changes : sequence of Change
        All of the branch that it was on.
    length : int
        The steps taken on it.
    position : int
    """
    nearest = max(run.branches, key=lambda one: (_shared(one, changes), one is run.branch))
    if nearest is not run.branch:
        run.switch_to(nearest)
    shared = _shared(nearest, changes)
    while len(run.changes) > shared:
        # Made after the rest was known, or undone before.
        run.go_to(run.length)
        run.undo()
    missing = changes[shared:]
    start = missing[0].step if missing else length
    run.go_to(min(start, run.length))
    for change in missing:
        run.train(change.step - run.position)
        run.make(change)
    run.train(length - run.position)
    run.go_to(position)


def _shared(branch: Branch, changes: Sequence[Change]) -> int:
    """How many changes a branch has in common with these, from the start."""
    same = [a == b for a, b in zip(branch.changes, changes, strict=False)]
    return [*same, False].index(False)
