"""EarlierRuns: the curves of the runs before the present one, for as long as the program runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.parameters import FloatArray, IntArray
from visualiser.averages import MovingAverage
from visualiser.cost_history import WINDOW
from visualiser.cost_plot.other_branches import OtherBranch
from visualiser.number_format import count, plain
from visualiser.training.branch_news import BranchInfo
from visualiser.training.messages import RunDescription

# So many runs are kept, and points of each: more than a plot has pixels say no more.
_MOST, _MOST_POINTS = 5, 2000
# A run of fewer steps has no curve.
_SHORTEST = 2


@dataclass(frozen=True, eq=False)
class EarlierRun:
    """A run before the present one: its curve, and what its name is made of.

    Attributes
    ----------
    number : int
        Which one of them, from 1.
    identity : int
        Of the run, as of `RunDescription`.
    sizes : tuple of int
        Neurons by layer.
    learning_rate : float or None
        None where the steps are not scaled by one.
    seed : int
    length : int
        Steps taken.
    steps : ndarray of int
        Some of them, the first and the last in any case.
    averages : ndarray
        At the same steps: the mean of C of the step and the 24 before it.
    """

    number: int
    identity: int
    sizes: tuple[int, ...]
    learning_rate: float | None
    seed: int
    length: int
    steps: IntArray
    averages: FloatArray

    def curve(self) -> OtherBranch:
        """Its line, named in the present language and style of numbers."""
        template = (
            _tr("Earlier run {number}: {layers}, seed {seed}")
            if self.learning_rate is None
            else _tr("Earlier run {number}: {layers}, η = {rate}, seed {seed}")
        )
        name = template.format(
            number=count(self.number),
            layers="-".join(str(size) for size in self.sizes),
            rate=plain(self.learning_rate or 0.0),
            seed=self.seed,
        )
        # Branches have the numbers from 0 on.
        info = BranchInfo(-self.number, name, None, None, self.length, (), (), None)
        return OtherBranch(info, False, None, (), self.steps, self.averages, is_run=True)


class EarlierRuns:
    """Keeps what is needed to draw the last few runs behind the present one."""

    def __init__(self) -> None:
        self._kept: dict[int, EarlierRun] = {}
        self._count = 0

    @property
    def all_of_them(self) -> tuple[EarlierRun, ...]:
        """All that are kept, also one that was brought back."""
        return tuple(self._kept.values())

    def keep(self, description: RunDescription, costs: FloatArray) -> None:
        """Keep the curve of a run that another one takes the place of."""
        if len(costs) < _SHORTEST:
            return
        known = self._kept.get(description.identity)
        self._add(_made(description, costs, self._count + 1 if known is None else known.number))

    def take_over(self, runs: Iterable[EarlierRun]) -> None:
        """Keep also those that were kept in another window."""
        for run in runs:
            self._add(run)

    def are_beside(self, identity: int | None) -> bool:
        """Whether there is any but the run of this identity."""
        return any(own != identity for own in self._kept)

    def beside(self, identity: int | None) -> tuple[OtherBranch, ...]:
        """All but the run of this identity: it may have been brought back."""
        return tuple(run.curve() for own, run in self._kept.items() if own != identity)

    def forget(self) -> None:
        """Keep none of them."""
        self._kept.clear()

    def _add(self, run: EarlierRun) -> None:
        """Let it be the newest."""
        self._kept.pop(run.identity, None)
        self._kept[run.identity] = run
        self._count = max(self._count, run.number)
        for oldest in list(self._kept)[:-_MOST]:
            del self._kept[oldest]


def _made(description: RunDescription, costs: FloatArray, number: int) -> EarlierRun:
    places = np.linspace(0, len(costs) - 1, min(len(costs), _MOST_POINTS)).round()
    steps = np.unique(places).astype(np.int64)
    settings = description.settings
    return EarlierRun(
        number,
        description.identity,
        tuple(description.sizes),
        settings.learning_rate,
        settings.seed,
        len(costs),
        steps,
        MovingAverage(WINDOW, costs).at(steps),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CostPanel", text)
