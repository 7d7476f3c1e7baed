"""A plot whose horizontal axis counts gradient steps, and the axes of such plots."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt

from core.parameters import FloatArray
from visualiser.number_format import count, fixed, plain, style
from visualiser.theme import Theme

# Labels of the vertical axis: about so many more than pyqtgraph makes by itself.
DENSITY = 1.8
# Pixels that a number on a logarithmic axis needs along it, upright and across.
_TALL, _WIDE = 22, 64
# What may stand between two powers of ten, the sparser first; and of numbers that are
# nearer to each other than these, round ones.
_BETWEEN = ((), (3,), (2, 5), (2, 3, 4, 5, 7))
_ROUND = (1.0, 2.0, 5.0)
# Of an axis that shows shares: a little more than 0 to 100 %, so that dots there are whole.
_SHARES, _AIR = (0.0, 0.25, 0.5, 0.75, 1.0), 0.08


Ticks = list[tuple[float | None, list[float]]]


class CostAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Costs, with the decimal mark of all other numbers; logarithmic ones at round numbers."""

    def logTickValues(  # noqa: D102, N802 (pyqtgraph describes and names it)
        self, low: float, high: float, size: float, *_: object
    ) -> Ticks:
        return [(None, log_ticks(low, high, size / _TALL))]

    def tickStrings(  # noqa: D102 (pyqtgraph describes it)
        self, values: list[float], scale: float, spacing: float
    ) -> list[str]:
        if self.logMode:
            return [plain(10.0**value) for value in values]
        texts = super().tickStrings(values, scale, spacing)
        return [style().localised(text) for text in texts]


class StepAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Steps in groups of thousands, and only whole ones."""

    def logTickValues(  # noqa: D102, N802 (pyqtgraph describes and names it)
        self, low: float, high: float, size: float, *_: object
    ) -> Ticks:
        ticks = log_ticks(max(low, 0.0), high, size / _WIDE)
        return [(None, [tick for tick in ticks if _is_whole(10.0**tick)])]

    def tickStrings(  # noqa: D102 (pyqtgraph describes it)
        self,
        values: list[float],
        scale: float,
        spacing: float,  # noqa: ARG002 (as pyqtgraph calls it)
    ) -> list[str]:
        if self.logMode:
            return [count(round(10.0**value)) for value in values]
        return [count(round(v * scale)) if v == round(v) else "" for v in values]


class ShareAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Shares in per cent, from 0 to 100, all of them, whatever is zoomed into beside it."""

    def __init__(self, orientation: str, **options: Any) -> None:
        super().__init__(orientation, **options)
        self.setRange(-_AIR, 1 + _AIR)

    def linkToView(self, _: object) -> None:  # noqa: N802 (pyqtgraph names it)
        """Stand on its own."""

    def tickValues(  # noqa: D102, N802 (pyqtgraph describes and names it)
        self, low: float, high: float, size: float
    ) -> Ticks:
        every = 1 if size >= len(_SHARES) * _TALL else 2
        return [(None, [share for share in _SHARES[::every] if low <= share <= high])]

    def tickStrings(  # noqa: D102 (pyqtgraph describes it)
        self, values: list[float], *_: float
    ) -> list[str]:
        return [fixed(100 * value, 0) for value in values]


def share_height(share: FloatArray, low: float, high: float) -> FloatArray:
    """Where on an axis from ``low`` to ``high`` shares stand that a `ShareAxis` beside shows."""
    return low + (share + _AIR) / (1 + 2 * _AIR) * (high - low)


def log_ticks(low: float, high: float, most: float) -> list[float]:
    """Where a logarithmic axis has numbers: as many as there is room for, at round ones.

    Parameters
    ----------
    low, high : float
        Logarithms to the base ten of what stands at its ends.
    most : float
        How many there is room for.
    """
    first, last = math.floor(low), math.ceil(high)
    if high - low > most:
        every = math.ceil((high - low) / max(most, 1.0))
        return [float(p) for p in range(first, last + 1) if p % every == 0 and low <= p <= high]
    best: list[float] = []
    for factors in _BETWEEN:
        found = [
            power + math.log10(factor) for power in range(first, last) for factor in (1, *factors)
        ]
        found = [one for one in (*found, float(last)) if low <= one <= high]
        if len(found) >= 2 and np.diff(found).min() * most < high - low:
            break
        best = found
    return best if len(best) >= 2 else _even_ticks(low, high, most)


def _even_ticks(low: float, high: float, most: float) -> list[float]:
    """The same where the numbers are so near to each other that they stand evenly."""
    least, largest = 10.0**low, 10.0**high
    rough = (largest - least) / max(most, 1.0)
    if not rough > 0:
        return []
    power = 10.0 ** math.floor(math.log10(rough))
    spacing = next((r * power for r in _ROUND if r * power >= rough), 10 * power)
    numbers = np.arange(math.ceil(least / spacing), math.floor(largest / spacing) + 1) * spacing
    return [math.log10(number) for number in numbers if number > 0]


def step_plot(box: pg.ViewBox | None = None) -> pg.PlotWidget:
    """An empty plot over steps, in which the wheel zooms and nothing takes the focus.

    Parameters
    ----------
    box : ViewBox, optional
        What the mouse does in it; pyqtgraph's own without.
    """
    axes = {"left": CostAxis("left"), "bottom": StepAxis("bottom")}
    plot = pg.PlotWidget(viewBox=box, axisItems=axes)
    prepare(plot)
    plot.setMouseEnabled(x=True, y=False)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return plot


def prepare(plot: pg.PlotWidget) -> None:
    """Give a plot over steps the look that all of them have."""
    plot.setMinimumHeight(90)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.showGrid(y=True, alpha=0.18)
    plot.getAxis("bottom").setHeight(36)
    plot.getViewBox().setDefaultPadding(0.02)
    plot.getAxis("left").setTickDensity(DENSITY)
    for name in ("left", "bottom"):
        # Of the finer ticks, the grid's lines alone would take longer than all else.
        plot.getAxis(name).setStyle(tickLength=0, maxTickLevel=0)
        plot.getAxis(name).enableAutoSIPrefix(False)


def dress_axes(plot: pg.PlotWidget, theme: Theme, *names: str) -> None:
    """Draw a plot's ground and the axes of these names in the colours of a theme."""
    plot.setBackground(theme.panel)
    for name in names:
        axis = plot.getAxis(name)
        axis.setPen(pg.mkPen(theme.hairline))
        axis.setTextPen(theme.secondary)


def draw_axes_anew(plot: pg.PlotWidget, *names: str) -> None:
    """Draw the numbers on the axes of these names in the present style."""
    for name in names:
        # Drawn once, an axis is kept as a picture.
        axis = plot.getAxis(name)
        axis.picture = None
        axis.update()


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) <= 1e-9 * max(1.0, number)
