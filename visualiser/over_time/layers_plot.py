"""LayersPlot: one number of every layer at the steps that were looked at."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from core.parameters import FloatArray
from core.probes.over_time import LayerLook
from visualiser.number_format import count, percent, plain, significant
from visualiser.over_time.knowledge import Course
from visualiser.over_time.steps_canvas import GAP, StepsCanvas, Ticks
from visualiser.widgets.cost_axes import MIDDLE, Axes
from visualiser.widgets.heat_colours import line_colour

_DOT, _HOLLOW = 1.9, 3.0
# How well the line between two points is seen, which only joins them, and what came after the
# present step.
_JOIN, _FUTURE = 0.3, 0.4
_APART = 15.0
# Free above and below, in parts of a decade and of the whole.
_AIR, _OVER = 0.15, 0.06
_MOST_TICKS = 4


class LayersPlot(StepsCanvas):
    """A point for every layer at every step that was looked at, named at the right end.

    Parameters
    ----------
    title, tip : str
    number : callable
        The number of a layer.
    is_share : bool
        Whether it is a share, on an axis from 0 to 100 %; else the axis is logarithmic.
    """

    def __init__(
        self,
        title: str,
        tip: str,
        number: Callable[[LayerLook], float],
        is_share: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._number, self._is_share = number, is_share
        self._values = np.zeros((0, 0))
        super().__init__(title, tip, parent)
        metrics = QFontMetricsF(self.font())
        self._right = metrics.horizontalAdvance(self._name(88)) + 3 * GAP

    def show_course(self, course: Course | None) -> None:
        """Show what is known now."""
        looks = () if course is None else course.looks
        layers = 0 if course is None else course.layers
        self._values = np.array(
            [[self._number(look.layers[layer]) for look in looks] for layer in range(layers)]
        )
        super().show_course(course)

    def values(self) -> FloatArray:
        """The numbers, shape (layers, steps)."""
        return self._values

    def written(self, value: float) -> str:
        """A number as it is told."""
        return percent(value) if self._is_share else significant(value, sign=False)

    def readout(self) -> str:
        """The numbers of all layers at the step that is told of."""
        course, place = self.course, self.place()
        if course is None or place is None:
            return ""
        told = [
            self.tr("layer {layer}: {value}").format(layer=layer, value=self.written(value))
            for layer, value in enumerate(self._values[:, place].tolist(), start=1)
        ]
        return self.tr("Step {step}; {layers}").format(
            step=count(int(course.steps[place])), layers="; ".join(told)
        )

    # ---------------------------------------------------------------- the axis

    def limits(self) -> tuple[float, float] | None:
        """0 to 1 for shares, else powers of ten."""
        if self._values.size == 0:
            return None
        if self._is_share:
            return -_OVER, 1 + _OVER
        known = self._values[np.isfinite(self._values) & (self._values > 0)]
        if len(known) == 0:
            return -1.0, 1.0
        lowest, highest = math.log10(known.min()), math.log10(known.max())
        return lowest - _AIR, max(highest, lowest + 0.5) + _AIR

    def ticks(self, lowest: float, highest: float) -> Ticks:
        """Whole powers of ten, or 1, 2 and 5 times these."""
        if self._is_share:
            return [(n / 100, f"{n} %") for n in (0, 25, 50, 75, 100)]
        first, last = math.floor(lowest), math.ceil(highest)
        stride = max(1, math.ceil((highest - lowest) / _MOST_TICKS))
        factors = (1, 2, 5) if highest - lowest < 2 else (1,)
        found = (
            (power + math.log10(factor), plain(factor * 10.0**power))
            for power in range(first, last + 1)
            for factor in factors
            if power % stride == 0
        )
        return [(value, text) for value, text in found if lowest <= value <= highest]

    def _height(self, value: float, axes: Axes) -> float | None:
        """Where on the axis a number is; 0 lies at its lower end."""
        if not math.isfinite(value):
            return None
        if self._is_share:
            return value
        return math.log10(value) if value > 0 else axes.lowest

    # ---------------------------------------------------------------- drawing

    def draw(self, painter: QPainter, axes: Axes, course: Course) -> None:
        """Draw the points of every layer, and its name."""
        rows = self._values.tolist()
        for row, values in enumerate(rows):
            self._draw_layer(painter, axes, course, row, values)
        self._draw_names(painter, axes, rows)

    def _draw_layer(
        self, painter: QPainter, axes: Axes, course: Course, row: int, values: list[float]
    ) -> None:
        colour = line_colour(self.theme, row, len(self._values))
        heights = [self._height(value, axes) for value in values]
        known = [
            (axes.point(step, height), step <= course.present, value)
            for step, height, value in zip(course.steps.tolist(), heights, values, strict=True)
            if height is not None
        ]
        colour.setAlphaF(_JOIN)
        painter.setPen(QPen(colour, 1.2))
        painter.drawPolyline(QPolygonF([point for point, _, _ in known]))
        for point, is_past, value in known:
            colour.setAlphaF(1.0 if is_past else _FUTURE)
            is_hollow = value == 0 and not self._is_share
            painter.setPen(QPen(colour, 1.2) if is_hollow else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else colour)
            size = _HOLLOW if is_hollow else _DOT
            painter.drawEllipse(point, size, size)

    def _draw_names(self, painter: QPainter, axes: Axes, rows: list[list[float]]) -> None:
        """Write the layers beside their last points, none over another."""
        ends = [(self._height(values[-1], axes), row) for row, values in enumerate(rows)]
        found = [
            [axes.point(axes.right, height).y(), row] for height, row in ends if height is not None
        ]
        found.sort()
        for before, this in pairwise(found):
            this[0] = max(this[0], before[0] + _APART)
        # Pushed below the lower edge, they go up together again.
        limit = axes.box.bottom() - 2
        for place in range(len(found) - 1, -1, -1):
            found[place][0] = min(found[place][0], limit)
            limit = found[place][0] - _APART
        for y, row in found:
            painter.setPen(line_colour(self.theme, int(row), len(rows)))
            room = QRectF(axes.box.right() + GAP + 2, y - 8, self._right, 16)
            painter.drawText(room, MIDDLE, self._name(int(row) + 1))

    def _name(self, layer: int) -> str:
        return self.tr("layer {layer}").format(layer=layer)
