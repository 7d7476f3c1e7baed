"""EarlierRuns: the curves of the runs before the present one, for as long as the program runs."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.parameters import FloatArray
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


class EarlierRuns:
    """Keeps what is needed to draw the last few runs behind the present one."""

    def __init__(self) -> None:
        self._kept: dict[int, OtherBranch] = {}
        self._count = 0

    def keep(self, description: RunDescription, costs: FloatArray) -> None:
        """Keep the curve of a run that another one takes the place of."""
        if len(costs) < _SHORTEST:
            return
        number = self._kept.pop(description.identity, None)
        self._count += number is None
        made = _curve(description, costs, number.info.number if number else -self._count)
        self._kept[description.identity] = made
        for oldest in list(self._kept)[:-_MOST]:
            del self._kept[oldest]

    def beside(self, identity: int | None) -> tuple[OtherBranch, ...]:
        """All but the run of this identity: it may have been brought back."""
        return tuple(curve for own, curve in self._kept.items() if own != identity)

    def forget(self) -> None:
        """Keep none of them."""
        self._kept.clear()


def _curve(description: RunDescription, costs: FloatArray, number: int) -> OtherBranch:
    places = np.linspace(0, len(costs) - 1, min(len(costs), _MOST_POINTS)).round()
    steps = np.unique(places).astype(np.int64)
    settings = description.settings
    template = (
        _tr("Earlier run {number}: {layers}, seed {seed}")
        if settings.learning_rate is None
        else _tr("Earlier run {number}: {layers}, η = {rate}, seed {seed}")
    )
    name = template.format(
        number=count(-number),
        layers="-".join(str(size) for size in description.sizes),
        rate=plain(settings.learning_rate or 0.0),
        seed=settings.seed,
    )
    info = BranchInfo(number, name, None, None, len(costs), (), (), None)
    means = MovingAverage(WINDOW, costs).at(steps)
    return OtherBranch(info, False, None, (), steps, means, is_run=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CostPanel", text)
