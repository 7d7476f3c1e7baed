"""Fitting: whether the plot shows all there is, and goes on doing so as more comes."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal, Slot

from visualiser.cost_plot.plot_box import PlotBox
from visualiser.cost_plot.scales import Extent

# Differences of a view that nobody sees, in parts of it; and how far it can be zoomed in.
_SAME, _NEAREST = 1e-6, 1e-9
# No limit, in a number that pyqtgraph can compute with.
_FAR = 1e307
# A view of fewer steps than this shows nothing more.
_FEWEST_STEPS, _LEAST_DECADES = 2.0, 0.002


class Fitting(QObject):
    """Keeps each axis fitted to all there is until a person zooms into it.

    Zooming out ends where all is shown, which fits it again.

    Parameters
    ----------
    box : PlotBox

    Signals
    -------
    fitted (bool)
        Whether both axes show all there is, where that has changed.
    """

    fitted = Signal(bool)

    def __init__(self, box: PlotBox) -> None:
        super().__init__()
        self._box = box
        self._all = Extent(0.0, 1.0, 0.0, 1.0)
        self._holds = [True, True]
        box.disableAutoRange()
        box.sigRangeChangedManually.connect(self._note_hand)

    @property
    def is_fitted(self) -> bool:
        """Whether both axes show all there is."""
        return all(self._holds)

    @property
    def seen(self) -> Extent:
        """What the axes show."""
        (left, right), (low, high) = self._box.viewRange()
        return Extent(float(left), float(right), float(low), float(high))

    def show_extent(self, extent: Extent, has_log_steps: bool) -> None:
        """Let this be all there is."""
        self._all = extent
        tall = extent.high - extent.low
        self._box.setLimits(
            xMin=-_FAR, xMax=_FAR, yMin=-_FAR, yMax=_FAR, minXRange=None, minYRange=None
        )
        self._apply()
        self._box.setLimits(
            xMin=extent.left,
            xMax=extent.right,
            yMin=extent.low,
            yMax=extent.high,
            minXRange=_LEAST_DECADES if has_log_steps else _FEWEST_STEPS,
            minYRange=_NEAREST * tall,
        )

    @Slot()
    def fit(self) -> None:
        """Show all there is."""
        self._set([True, True])
        self._apply()

    def fit_axis(self, axis: int) -> None:
        """Let an axis, 0 for steps or 1 for costs, show all there is from now on."""
        holds = [*self._holds]
        holds[axis] = True
        self._set(holds)

    def zoom(self, factor: float, centre: float | None) -> None:
        """Show so many times fewer steps, around a place of the axis or around the middle."""
        seen = self.seen
        middle = (seen.left + seen.right) / 2 if centre is None else centre
        ends = (middle + (end - middle) / factor for end in (seen.left, seen.right))
        self._box.setXRange(*ends, padding=0)
        self._note_hand([True, False])

    def bring_into_view(self, x: float) -> None:
        """Move along until a place of the axis of steps is seen."""
        seen = self.seen
        if not seen.left <= x <= seen.right:
            half = (seen.right - seen.left) / 2
            self._box.setXRange(x - half, x + half, padding=0)
            self._note_hand([True, False])

    def _apply(self) -> None:
        every = self._all
        across = (every.left, every.right) if self._holds[0] else None
        up = (every.low, every.high) if self._holds[1] else None
        if across is not None or up is not None:
            self._box.setRange(xRange=across, yRange=up, padding=0)

    @Slot(object)
    def _note_hand(self, axes: list[bool]) -> None:
        """Somebody has zoomed or moved: an axis follows where it shows all, and else no more."""
        every, seen = self._all, self.seen
        shows_all = (
            _is_same((seen.left, seen.right), (every.left, every.right)),
            _is_same((seen.low, seen.high), (every.low, every.high)),
        )
        pairs = zip(axes, shows_all, self._holds, strict=True)
        self._set([shows if is_moved else holds for is_moved, shows, holds in pairs])

    def _set(self, holds: list[bool]) -> None:
        before, self._holds = self.is_fitted, holds
        if self.is_fitted != before:
            self.fitted.emit(self.is_fitted)


def _is_same(range_: tuple[float, float], other: tuple[float, float]) -> bool:
    slack = _SAME * (other[1] - other[0])
    return all(
        math.isclose(a, b, rel_tol=0, abs_tol=slack) for a, b in zip(range_, other, strict=True)
    )
