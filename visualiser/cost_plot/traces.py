"""Traces: the lines of a long row of costs, and of results at some steps, drawn as far as seen."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from core.parameters import FloatArray
from visualiser.cost_plot.peaks import Peaks
from visualiser.cost_plot.scales import Extent, Scales
from visualiser.widgets.step_plot import share_height

# More results than this are a line: dots would hide all else.
MOST_DOTS = 80
_DOT, _MARK, _ONE = 6, 7, 5
# Of results, as many as this for each pixel are drawn.
_MOST_A_PIXEL = 2


class Trace:
    """The line of a cost of every step.

    Parameters
    ----------
    plot : PlotWidget
        Where it is drawn.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self.item = pg.PlotDataItem(skipFiniteCheck=True, symbolSize=_ONE, symbolPen=None)
        self.peaks = Peaks()
        plot.addItem(self.item)

    def set_colour(self, colour: QColor, width: int = 1) -> None:
        """Draw in this colour, which hides what is behind it: see-through lines take longer."""
        self.item.setPen(pg.mkPen(colour, width=width))
        self.item.setSymbolBrush(colour)

    def draw(self, scales: Scales, seen: Extent, pixels: float) -> None:
        """Draw what is seen on axes that are so many pixels wide."""
        # A line needs two ends.
        self.item.setSymbol("o" if len(self.peaks) == 1 else None)
        steps, costs = points_seen(self.peaks, scales, seen, pixels)
        self.item.setData(scales.across(steps), scales.up(costs, seen))


def points_seen(
    peaks: Peaks, scales: Scales, seen: Extent, pixels: float
) -> tuple[FloatArray, FloatArray]:
    """Steps and costs of a line through what is seen, about two a pixel, with every peak."""
    first = max(math.floor(scales.step_at(seen.left)) - 1, scales.first_step)
    last = min(math.ceil(scales.step_at(seen.right)) + 1, len(peaks) - 1)
    if first > last:
        return np.empty(0), np.empty(0)
    pixel = (seen.right - seen.left) / max(pixels, 1.0)
    if not scales.has_log_steps:
        return peaks.between(first, last, pixel)
    # Towards the right a pixel holds more and more steps: from one power of two to the next
    # they are told alike.
    parts = []
    while first <= last:
        end = min(2 * first - 1, last)
        parts.append(peaks.between(first, end, first * math.log(10) * pixel))
        first = end + 1
    steps, costs = zip(*parts, strict=True)
    return np.concatenate(steps), np.concatenate(costs)


class Results:
    """The marks of results at some steps: dots, or a line where there are many.

    Parameters
    ----------
    plot : PlotWidget
    symbol : str
        As pyqtgraph calls it.
    are_shares : bool
        Whether they stand on the axis of shares, and not on that of C; then a line of dashes
        goes through them, too.
    """

    def __init__(self, plot: pg.PlotWidget, symbol: str, are_shares: bool) -> None:
        self.item = pg.PlotDataItem(symbol=symbol, symbolSize=_MARK if are_shares else _DOT)
        self.steps: FloatArray = np.empty(0)
        self.values: FloatArray = np.empty(0)
        self._symbol, self._are_shares = symbol, are_shares
        self._colours = QColor(), QColor()
        self._are_many: bool | None = None
        plot.addItem(self.item)

    @property
    def are_many(self) -> bool:
        """Whether they are a line and no dots."""
        return len(self.steps) > MOST_DOTS

    def set_colour(self, colour: QColor, ground: QColor) -> None:
        """Draw in this colour; marks of shares are hollow, with the ground within."""
        self._colours = colour, ground
        self._are_many = None
        self._dress()

    def show_results(self, steps: FloatArray, values: FloatArray) -> None:
        """Let these be the results: steps ascending, and costs or shares."""
        self.steps, self.values = steps, values
        self._dress()

    def draw(self, scales: Scales, seen: Extent, pixels: float) -> None:
        """Draw what is seen on axes that are so many pixels wide."""
        left, right = (scales.step_at(x) for x in (seen.left, seen.right))
        # One more at each side, where lines that are seen lead to.
        first = max(
            int(np.searchsorted(self.steps, left)) - 1,
            int(np.searchsorted(self.steps, scales.first_step)),
        )
        last = int(np.searchsorted(self.steps, right, "right")) + 1
        steps, values = thinned(
            self.steps[first:last], self.values[first:last], int(_MOST_A_PIXEL * pixels)
        )
        self.item.setData(scales.across(steps), self._heights(values, scales, seen))

    def heights(self, scales: Scales, seen: Extent) -> FloatArray:
        """Where all of them stand on the axis of C."""
        return self._heights(self.values, scales, seen)

    def _heights(self, values: FloatArray, scales: Scales, seen: Extent) -> FloatArray:
        if self._are_shares:
            return share_height(values, seen.low, seen.high)
        return scales.up(values, seen)

    def _dress(self) -> None:
        if self.are_many == self._are_many:
            return
        self._are_many = self.are_many
        colour, ground = self._colours
        item = self.item
        item.setSymbol(None if self.are_many else self._symbol)
        item.setSymbolPen(pg.mkPen(colour) if self._are_shares else None)
        item.setSymbolBrush(ground if self._are_shares else colour)
        dashes = Qt.PenStyle.DashLine
        if self._are_shares:
            item.setPen(pg.mkPen(colour, style=dashes))
        else:
            item.setPen(pg.mkPen(colour) if self.are_many else None)


def thinned(places: FloatArray, values: FloatArray, most: int) -> tuple[FloatArray, FloatArray]:
    """A line through the lowest and highest of blocks, where there are more than so many points."""
    if len(values) <= max(most, 4):
        return places, values
    size = 2 * -(-len(values) // most)
    lacking = -len(values) % size
    blocks = np.append(values, np.full(lacking, values[-1])).reshape(-1, size)
    starts = places[::size]
    pairs = np.stack([blocks.min(axis=1), blocks.max(axis=1)], axis=1)
    return np.repeat(starts, 2), pairs.reshape(-1)
