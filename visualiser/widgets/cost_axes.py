"""The axes of C over one weight: what they show, where, and the round numbers on them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from core.quiet import quietly
from visualiser.number_format import fixed, significant
from visualiser.theme import Theme
from visualiser.training.connection_questions import WeightCurve
from visualiser.widgets.labels import letters

# Free above and below the curve, in parts of its height; and below and between, in pixels.
_AIR = 0.12
BELOW, GAP = 18.0, 6.0
RIGHT, LETTER = 22.0, 13
_ACROSS, UP = 4, 3
# Beyond these, numbers of an axis may be written with powers of ten.
_SMALL, _LARGE = 1e-4, 1e7
# A curve that is flatter than this, in parts of C, is drawn as flat.
_FLAT = 1e-4
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


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

    def weight_at(self, x: float) -> float:
        """The W whose place is at this x, or the nearest one that is shown."""
        share = (x - self.box.left()) / self.box.width()
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


@dataclass(frozen=True)
class Dot:
    """A point of the curve: W, C and ∂C/∂W there."""

    weight: float
    cost: float
    slope: float


def dot_at(curve: WeightCurve, held: float | None) -> Dot | None:
    """Where W is held, between the points of the curve; None where it does not go.

    With None for W, or the curve's own, what it is there by back-propagation.
    """
    line = curve.line
    if held is None or held == line.value:
        found = Dot(line.value, line.cost, line.slope)
    elif line.values[0] <= held <= line.values[-1]:
        slopes = quietly(np.gradient, line.costs, line.values)
        cost, slope = (np.interp(held, line.values, known) for known in (line.costs, slopes))
        found = Dot(held, float(cost), float(slope))
    else:
        return None
    return found if math.isfinite(found.weight + found.cost) else None


def draw_axes(painter: QPainter, axes: Axes, theme: Theme, numbers: QFont) -> None:
    """Draw hairlines at round numbers, these beside them, and the letters W and C."""
    box = axes.box
    painter.setFont(numbers)
    for cost, text in ticks(axes.lowest, axes.highest, UP):
        y = axes.point(axes.left, cost).y()
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(theme.colour("secondary"))
        place = QRectF(0, y - 8, box.left() - GAP, 16)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | MIDDLE, text)
    for weight, text in ticks(axes.left, axes.right, _ACROSS):
        x = axes.point(weight, axes.lowest).x()
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setPen(theme.colour("secondary"))
        place = QRectF(x - 40, box.bottom() + 2, 80, BELOW - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | MIDDLE, text)
    painter.setFont(letters(numbers, LETTER))
    painter.setPen(theme.colour("secondary"))
    painter.drawText(QRectF(box.right() + 4, box.bottom() - 9, RIGHT - 4, 18), MIDDLE, "W")
    place = QRectF(0, 0, box.left() - GAP, LETTER)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | MIDDLE, "C")


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


def limits(curve: WeightCurve) -> tuple[float, float] | None:
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


def finite_pieces(curve: WeightCurve) -> list[list[tuple[float, float]]]:
    """The points of the curve, parted where C is no number."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for weight, cost in zip(curve.line.values.tolist(), curve.line.costs.tolist(), strict=True):
        if math.isfinite(cost):
            pieces[-1].append((weight, cost))
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]
