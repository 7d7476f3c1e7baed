"""What the window is told of the courses of events of a run: the branches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.history import Branch, Change
from core.parameters import FloatArray, IntArray
from core.run import Run
from visualiser.averages import MovingAverage
from visualiser.training.conditions import AVERAGED_STEPS

# A course is told by no more points than a plot has pixels.
_MOST_POINTS = 2000


@dataclass(frozen=True, eq=False)
class BranchCurve:
    """How C went on a branch.

    Attributes
    ----------
    steps : ndarray of int, shape (points,)
        Ascending, from the step at which it left its parent.
    averages : ndarray, shape (points,)
        The mean of the costs of each of these steps and the 24 before it.
    """

    steps: IntArray
    averages: FloatArray


@dataclass(frozen=True)
class Stretch:
    """Steps with mini-batches of one size, up to the next stretch.

    Attributes
    ----------
    step : int
        Where it begins.
    epoch, offset : int
        The place in the data of its first mini-batch.
    batch_size : int
    """

    step: int
    epoch: int
    offset: int
    batch_size: int


@dataclass(frozen=True, eq=False)
class BranchInfo:
    """A course of events.

    Attributes
    ----------
    number : int
        Its place among all; the oldest is 0.
    name : str
        As a person calls it; empty where it has none.
    parent, forked_at : int or None
        The branch that it left, and at which step; None for one that begins with the run.
    length : int
        Its steps; of the branch that the run is on, those when it was told.
    changes : tuple of Change
        All that was changed on it, in order, those before it left its parent too.
    stretches : tuple of Stretch
    curve : BranchCurve or None
        None for the branch that the run is on, whose costs the window has.
    """

    number: int
    name: str
    parent: int | None
    forked_at: int | None
    length: int
    changes: tuple[Change, ...]
    stretches: tuple[Stretch, ...]
    curve: BranchCurve | None


@dataclass(frozen=True)
class Branches:
    """All courses of events, and the number of the one that the run is on."""

    branches: tuple[BranchInfo, ...]
    present: int


class BranchNews:
    """Knows what the window has been told of the branches."""

    def __init__(self) -> None:
        self._told: object = None
        # With what they are of, so that no other object can come to have its identity.
        self._branches: tuple[Branch, ...] = ()
        self._curves: dict[int, tuple[int, BranchCurve]] = {}

    def begin(self) -> None:
        """The window knows of none yet."""
        self._told = None
        self._curves.clear()

    def of(self, run: Run) -> Branches | None:
        """What is new; None where nothing is."""
        branches = run.branches
        now = [
            (id(one), one.name, id(one.parent), one.forked_at, one.segments)
            + ((len(one.costs),) if one is not run.branch else ())
            for one in branches
        ]
        if now == self._told:
            return None
        there = set(map(id, branches))
        self._curves = {key: kept for key, kept in self._curves.items() if key in there}
        infos = tuple(self._info(run, number) for number in range(len(branches)))
        self._told, self._branches = now, branches
        return Branches(infos, branches.index(run.branch))

    def _info(self, run: Run, number: int) -> BranchInfo:
        branches = run.branches
        branch = branches[number]
        return BranchInfo(
            number,
            branch.name,
            None if branch.parent is None else branches.index(branch.parent),
            branch.forked_at,
            len(branch.costs),
            tuple(branch.changes),
            _stretches(branch),
            None if branch is run.branch else self._curve(branch),
        )

    def _curve(self, branch: Branch) -> BranchCurve:
        length, curve = self._curves.get(id(branch), (-1, None))
        if curve is None or length != len(branch.costs):
            curve = _curve(branch)
            self._curves[id(branch)] = len(branch.costs), curve
        return curve


def _stretches(branch: Branch) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for segment in branch.segments:
        size = segment.recipe.batch_size
        if found and found[-1].step == segment.step:
            # The last of those that begin at one step holds.
            found.pop()
        if not found or found[-1].batch_size != size:
            found.append(Stretch(segment.step, *segment.place, size))
    return tuple(found)


def _curve(branch: Branch) -> BranchCurve:
    costs, start = branch.costs.values, branch.forked_at or 0
    count = len(costs) - start
    places = np.linspace(0, max(count - 1, 0), min(count, _MOST_POINTS)).round()
    steps: IntArray = start + np.unique(places).astype(np.int64)
    return BranchCurve(steps, MovingAverage(AVERAGED_STEPS, costs).at(steps))
