"""Alterations: numbers what a run comes to contain, so that one knows what is not saved yet."""

from __future__ import annotations

from core.history import Segment
from core.run import Run

# Of each branch: what was changed on it, how many steps it has, where it left another and its
# name; and which branch the run is on. All else that a run is follows from these.
_Outline = tuple[int, tuple[tuple[tuple[Segment, ...], int, int | None, str], ...]]


class Alterations:
    """The revision of a run: a number that is another one whenever it contains something else.

    A step that was not taken before, a change, an undo, a fork and another branch alter a run.
    Going to a step that was taken before does not: that is mere looking. Whoever brings a run
    back to what was saved last, as by an undo, finds the revision of then.

    Parameters
    ----------
    run : Run
        As it is now, which is revision 0.
    """

    def __init__(self, run: Run) -> None:
        self._newest = self._saved = (0, _outline(run))
        self._count = 0

    def revision(self, run: Run) -> int:
        """The number of what the run contains now."""
        number, known = self._newest
        outline = _outline(run)
        if outline == known:
            return number
        if outline == self._saved[1]:
            self._newest = self._saved
        else:
            self._count += 1
            self._newest = (self._count, outline)
        return self._newest[0]

    def note_saved(self, run: Run) -> int:
        """Note that what the run contains now is saved; its number."""
        number = self.revision(run)
        self._saved = self._newest
        return number


def _outline(run: Run) -> _Outline:
    branches = run.branches
    here = next(number for number, branch in enumerate(branches) if branch is run.branch)
    return here, tuple((tuple(b.segments), len(b.costs), b.forked_at, b.name) for b in branches)
