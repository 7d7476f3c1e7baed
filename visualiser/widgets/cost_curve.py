"""CostCurve: C of the mini-batch as one weight moves, with its slope at the present W."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualiser.number_format import amount, fixed, significant
from visualiser.theme import DARK, Theme
from visualiser.training.connection_questions import WeightCurve
from visualiser.widgets.coloured import coloured, sign_colour
from visualiser.widgets.labels import letters, symbol, tabular

SLOPE = symbol("∂C/∂W")

_WIDTH, _HEIGHT, _TEXT, _LETTER = 344, 130, 11, 13
# Free above and below the curve, in parts of its height; and around the axes, in pixels.
_AIR, _ABOVE, _BELOW, _RIGHT, _GAP = 0.12, 20.0, 18.0, 22.0, 6.0
_DOT, _RING = 3.5, 6.5
_ACROSS, _UP = 4, 3
# Beyond these, numbers of an axis may be written with powers of ten.
_SMALL, _LARGE = 1e-4, 1e7
# A curve that is flatter than this, in parts of C, is drawn as flat.
_FLAT = 1e-6


@dataclass(frozen=True)
class Axes:
    """What of W and C the picture shows, and where.

    Attributes
    ----------
    box : QRectF
        Of the picture, in pixels.
    left, right, lowest, highest : float
        W and C at its edges.
    """

    box: QRectF
    left: float
    right: float
    lowest: float
    highest: float

    def point(self, weight: float, cost: float) -> QPointF:
        """Where a W and its C are drawn."""
        across = (weight - self.left) / (self.right - self.left)
        up = (cost - self.lowest) / (self.highest - self.lowest)
        return QPointF(
            self.box.left() + across * self.box.width(), self.box.bottom() - up * self.box.height()
        )


class CostCurve(QWidget):
    """The curve, its tangent, the present W as a dot and the next one as a ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._curve: WeightCurve | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("C as this weight moves"))
        self.setToolTip(
            self.tr(
                "C of the next mini-batch for every value of this weight, all others as they "
                "are. The dashed line touches it at the present W: its slope is ∂C/∂W."
            )
        )

    def sizeHint(self) -> QSize:
        """As wide as the inspector has room for."""
        return QSize(_WIDTH, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_curve(self, curve: WeightCurve | None) -> None:
        """Show this curve; None for no curve yet."""
        if curve is not self._curve:
            self._curve = curve
            self.update()

    def axes(self) -> Axes | None:
        """What is shown and where; None where there is nothing to draw."""
        curve = self._curve
        if curve is None:
            return None
        line, limits = curve.line, _limits(curve)
        if limits is None:
            return None
        labels = [text for _, text in ticks(*limits, _UP)]
        metrics = QFontMetricsF(self._font())
        widest = max((metrics.horizontalAdvance(text) for text in labels), default=0.0)
        # The letter C stands above the numbers.
        start = max(widest, 14.0) + _GAP + 2
        box = QRectF(start, _ABOVE, self.width() - start - _RIGHT, self.height() - _ABOVE - _BELOW)
        return Axes(box, float(line.values[0]), float(line.values[-1]), *limits)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        axes, curve = self.axes(), self._curve
        if axes is None or curve is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_axes(painter, axes)
            painter.setClipRect(axes.box.adjusted(-1, -1, 1, 1))
            self._draw_curve(painter, axes, curve)
            painter.setClipping(False)
            self._draw_marks(painter, axes, curve)
        finally:
            painter.end()

    # ---------------------------------------------------------------- parts

    def _draw_axes(self, painter: QPainter, axes: Axes) -> None:
        theme, box = self._theme, axes.box
        painter.setFont(self._font())
        for cost, text in ticks(axes.lowest, axes.highest, _UP):
            y = axes.point(axes.left, cost).y()
            painter.setPen(theme.colour("hairline"))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(theme.colour("secondary"))
            place = QRectF(0, y - 8, box.left() - _GAP, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | _MIDDLE, text)
        for weight, text in ticks(axes.left, axes.right, _ACROSS):
            x = axes.point(weight, axes.lowest).x()
            painter.setPen(theme.colour("hairline"))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.setPen(theme.colour("secondary"))
            place = QRectF(x - 40, box.bottom() + 2, 80, _BELOW - 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | _MIDDLE, text)
        painter.setFont(letters(self.font(), _LETTER))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(box.right() + 4, box.bottom() - 9, _RIGHT - 4, 18), _MIDDLE, "W")
        place = QRectF(0, 0, box.left() - _GAP, _LETTER)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | _MIDDLE, "C")

    def _draw_curve(self, painter: QPainter, axes: Axes, curve: WeightCurve) -> None:
        line, theme = curve.line, self._theme
        painter.setPen(QPen(theme.colour("text", 0.85), 1.8))
        for piece in _finite_pieces(curve):
            painter.drawPolyline(QPolygonF([axes.point(*point) for point in piece]))
        ends = [(w, line.cost + line.slope * (w - line.value)) for w in (axes.left, axes.right)]
        if all(math.isfinite(cost) for _, cost in ends):
            name = sign_colour(theme, line.slope) or theme.secondary
            painter.setPen(QPen(QColor(name), 1.4, Qt.PenStyle.DashLine))
            painter.drawLine(*(axes.point(*end) for end in ends))

    def _draw_marks(self, painter: QPainter, axes: Axes, curve: WeightCurve) -> None:
        theme, line = self._theme, curve.line
        if math.isfinite(curve.next_value) and axes.lowest <= curve.next_cost <= axes.highest:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("text"), 1.4))
            painter.drawEllipse(axes.point(curve.next_value, curve.next_cost), _RING, _RING)
        if math.isfinite(line.cost):
            painter.setPen(QPen(theme.colour("panel"), 1))
            painter.setBrush(theme.colour("selected"))
            painter.drawEllipse(axes.point(line.value, line.cost), _DOT, _DOT)

    def _font(self) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(_TEXT)
        return font


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def curve_text(curve: WeightCurve, theme: Theme) -> str:
    """What the picture shows, in two sentences of HTML with the numbers."""
    line = curve.line
    text = QCoreApplication.translate(
        "CostCurve",
        "At the dot, {W} = {value} and {C} = {cost}; the dashed line has the slope {slope} = "
        "{number}. The ring is where the next step puts {W}: at {next}.",
    )
    return text.format(
        W=symbol("W"),
        C=symbol("C"),
        value=fixed(line.value),
        cost=amount(line.cost),
        slope=SLOPE,
        number=coloured(theme, line.slope, significant(line.slope)),
        next=fixed(curve.next_value),
    )


def ticks(lowest: float, highest: float, most: int) -> list[tuple[float, str]]:
    """Round numbers between two others, at most so many and one more, as they are written."""
    span = highest - lowest
    if not (math.isfinite(span) and span > 0):
        return []
    power = 10.0 ** math.floor(math.log10(span / most))
    steps = [power * factor for factor in (0.5, 1, 2, 5, 10)]
    widest = next(place for place in range(1, 5) if steps[place] * most >= span * 0.999)
    # None may lie between the two; then some of the next finer step do.
    for step in (steps[widest], steps[widest - 1]):
        first, last = math.ceil(lowest / step - 1e-9), math.floor(highest / step + 1e-9)
        if first <= last:
            break
    size = max(abs(lowest), abs(highest))
    values = [number * step for number in range(first, last + 1)]
    return [(value, _written(value, step, size)) for value in values]


def _written(value: float, step: float, size: float) -> str:
    """A number of an axis of this size, with the digits that tell it from the next."""
    place = math.floor(math.log10(step * 1.001))
    if _SMALL <= size < _LARGE:
        return fixed(value, max(0, -place))
    if abs(value) < step / 2:
        return "0"
    digits = math.floor(math.log10(abs(value) * 1.001)) - place + 1
    return significant(value, max(1, digits), sign=False)


def _limits(curve: WeightCurve) -> tuple[float, float] | None:
    """The lowest and the highest C of the picture; None where no C is a number."""
    costs = np.append(curve.line.costs, curve.line.cost)
    costs = costs[np.isfinite(costs)]
    span = float(curve.line.values[-1]) - float(curve.line.values[0])
    if len(costs) == 0 or not (math.isfinite(span) and span > 0):
        return None
    lowest, highest = float(costs.min()), float(costs.max())
    least = max(_FLAT * abs(highest), 1e-30)
    air = max(least, _AIR * (highest - lowest))
    return (lowest - air, highest + air) if math.isfinite(highest + air) else None


def _finite_pieces(curve: WeightCurve) -> list[list[tuple[float, float]]]:
    """The points of the curve, parted where C is no number."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for weight, cost in zip(curve.line.values.tolist(), curve.line.costs.tolist(), strict=True):
        if math.isfinite(cost):
            pieces[-1].append((weight, cost))
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]
