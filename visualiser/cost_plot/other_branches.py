"""The branches that a run is not on: from where on each is its own, and which is near a point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.history import Change
from core.parameters import FloatArray, IntArray
from visualiser.training.branch_news import Branches, BranchInfo


@dataclass(frozen=True, eq=False)
class OtherBranch:
    """A branch that the run is not on.

    Attributes
    ----------
    info : BranchInfo
    is_ancestor : bool
        Whether the present branch has left it, or one that has.
    parted_at : int or None
        The step at which it left its parent, or at which the way to the present branch left
        it; None where no branch left another.
    changes : tuple of Change
        Those with which the two parted.
    steps : ndarray of int
        Those of its steps that the present branch does not share.
    averages : ndarray
        Of the same steps: the mean of C of the step and the 24 before it.
    is_run : bool
        Whether it is of another run, and no branch of this one.
    """

    info: BranchInfo
    is_ancestor: bool
    parted_at: int | None
    changes: tuple[Change, ...]
    steps: IntArray
    averages: FloatArray
    is_run: bool = False


@dataclass(frozen=True)
class BranchPoint:
    """A step of another branch.

    Attributes
    ----------
    branch : OtherBranch
    step : int
    average : float
        The mean of C of the step and the 24 before it.
    """

    branch: OtherBranch
    step: int
    average: float


def other_branches(news: Branches) -> tuple[OtherBranch, ...]:
    """Those with steps that the present branch has not."""
    line = _line_of_present(news)
    found = (_other(news, info, line) for info in news.branches if info.number != news.present)
    return tuple(one for one in found if one is not None and len(one.steps))


def distance(
    steps: FloatArray | IntArray,
    heights: FloatArray,
    point: tuple[float, float],
    pixel: tuple[float, float],
) -> float:
    """How far a point is from a line, in pixels.

    Parameters
    ----------
    steps, heights : ndarray
        The ends of the line's pieces, the steps ascending.
    point : tuple of float
        In the same units.
    pixel : tuple of float
        What a pixel is wide and high in them.
    """
    if len(steps) == 0:
        return np.inf
    across, up = (steps - point[0]) / pixel[0], (heights - point[1]) / pixel[1]
    if len(steps) == 1:
        return float(np.hypot(across[0], up[0]))
    along, rise = np.diff(across), np.diff(up)
    squares = along**2 + rise**2
    with np.errstate(invalid="ignore", divide="ignore"):
        share = -(across[:-1] * along + up[:-1] * rise) / squares
    share = np.clip(np.nan_to_num(share), 0.0, 1.0)
    return float(np.hypot(across[:-1] + share * along, up[:-1] + share * rise).min())


def around(steps: IntArray | FloatArray, start: float, end: float) -> slice:
    """The places of the steps from one to another, and one more at each side."""
    first = int(np.searchsorted(steps, start))
    last = int(np.searchsorted(steps, end, "right"))
    return slice(max(0, first - 1), last + 1)


def _line_of_present(news: Branches) -> dict[int, int | None]:
    """The present branch and those it comes of, each with the step at which it was left."""
    line: dict[int, int | None] = {news.present: None}
    info = news.branches[news.present]
    shared: int | None = None
    while info.parent is not None and info.parent not in line:
        left_at = info.forked_at or 0
        shared = left_at if shared is None else min(shared, left_at)
        line[info.parent] = shared
        info = news.branches[info.parent]
    return line


def _other(news: Branches, info: BranchInfo, line: dict[int, int | None]) -> OtherBranch | None:
    if info.curve is None:
        return None
    is_ancestor = info.number in line
    if is_ancestor:
        start = line[info.number] or 0
        parted_at: int | None = start
        child = next(n for n in line if news.branches[n].parent == info.number)
        changes = _made_there(news.branches[child], info)
    else:
        start, parted_at = info.forked_at or 0, info.forked_at
        parent = None if info.parent is None else news.branches[info.parent]
        changes = () if parent is None else _made_there(info, parent)
    steps = info.curve.steps
    own = steps >= start
    return OtherBranch(info, is_ancestor, parted_at, changes, steps[own], info.curve.averages[own])


def _made_there(child: BranchInfo, parent: BranchInfo) -> tuple[Change, ...]:
    """What was changed where a branch left its parent."""
    return tuple(
        change
        for change in child.changes
        if change.step == child.forked_at and change not in parent.changes
    )
