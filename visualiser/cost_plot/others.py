"""Others: the branches that the run is not on, and the runs before it, as far as they are drawn."""

from __future__ import annotations

from collections.abc import Iterable

from core.parameters import FloatArray
from visualiser.cost_plot.branch_curves import BranchCurves
from visualiser.cost_plot.earlier_runs import EarlierRun, EarlierRuns
from visualiser.cost_plot.other_branches import OtherBranch, other_branches
from visualiser.training.branch_news import Branches
from visualiser.training.messages import RunDescription


class Others:
    """Has those drawn that are not hidden.

    Parameters
    ----------
    curves : BranchCurves
    """

    def __init__(self, curves: BranchCurves) -> None:
        self._curves = curves
        self._branches: tuple[OtherBranch, ...] = ()
        self._earlier = EarlierRuns()
        self._description: RunDescription | None = None
        self._hidden: frozenset[str] = frozenset()
        # By number: those of earlier runs are less than 0.
        self._left_out: set[int] = set()
        self._count = 0

    @property
    def lines(self) -> tuple[OtherBranch, ...]:
        """Those of the kinds that are not hidden, also where they are left out one by one."""
        branches = () if "branches" in self._hidden else self._branches
        earlier = () if "earlier" in self._hidden else self._earlier_runs()
        return (*branches, *earlier)

    @property
    def has_branches(self) -> bool:
        """Whether there is a branch that the run is not on, drawn or not."""
        return bool(self._branches)

    @property
    def has_earlier(self) -> bool:
        """Whether there is a run before the present one, drawn or not."""
        return self._earlier.are_beside(self._own)

    @property
    def earlier(self) -> tuple[EarlierRun, ...]:
        """The runs before the present one, to be handed over to another window."""
        return self._earlier.all_of_them

    def take_over(self, earlier: Iterable[EarlierRun]) -> None:
        """Draw also the runs before the present one that another window has handed over."""
        self._earlier.take_over(earlier)
        self._show()

    def show_run(self, description: RunDescription, costs: FloatArray) -> None:
        """Know that a run begins, and the costs of the one before it."""
        before, self._description = self._description, description
        if before is not None and before.identity != description.identity:
            self._earlier.keep(before, costs)
        self._branches = ()
        self._left_out = {number for number in self._left_out if number < 0}
        self._show()

    def note(self, description: RunDescription) -> None:
        """Know which run it is, where nobody has said that it began."""
        self._description = description

    def show_branches(self, news: Branches) -> None:
        """Know the branches."""
        self._branches = other_branches(news)
        if len(news.branches) < self._count:
            # One was deleted: the numbers of those after it are others now.
            self._left_out = {number for number in self._left_out if number < 0}
        self._count = len(news.branches)
        self._show()

    def hide(self, hidden: frozenset[str]) -> None:
        """Draw neither "branches" nor "earlier" runs where these ids are among the hidden."""
        self._hidden = hidden
        self._show()

    def is_left_out(self, line: OtherBranch) -> bool:
        """Whether it is not drawn, though others of its kind are."""
        return line.info.number in self._left_out

    def leave_out(self, line: OtherBranch, is_left_out: bool) -> None:
        """Do not draw one line, or draw it again."""
        if is_left_out:
            self._left_out.add(line.info.number)
        else:
            self._left_out.discard(line.info.number)
        self._show()

    def write_numbers(self) -> None:
        """Write the numbers in names in the present style."""
        self._show()

    def forget_earlier_runs(self) -> None:
        """Draw none of the runs before this one any more."""
        self._earlier.forget()
        self._show()

    def _show(self) -> None:
        drawn = (line for line in self.lines if not self.is_left_out(line))
        self._curves.show_branches(tuple(drawn))

    def _earlier_runs(self) -> tuple[OtherBranch, ...]:
        return self._earlier.beside(self._own)

    @property
    def _own(self) -> int | None:
        return None if self._description is None else self._description.identity
