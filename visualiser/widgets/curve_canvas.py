"""CurveCanvas: σ as a curve on light axes, with a point, its tangent, and where σ is flat."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from core.activations import activation_named, apply, slopes_of
from core.parameters import FloatArray
from core.quiet import quietly
from visualiser.number_format import plain
from visualiser.theme import DARK, Theme
from visualiser.widgets.labels import SERIF, tabular

# Of σ's steepest slope: what counts as flat, as in core.probes.saturation. A leaky ReLU's
# 1/100 does not.
FLAT = 0.00999
# S from −reach to reach; the narrowest shows where logistic neurons are saturated. A wider
# one is kept until S is well inside, so that the axes hold still while S moves.
_STEPS = (8, 20, 40)
_FILLED, _WELL_INSIDE = 0.96, 0.3
_FARTHEST = 1e300
_SAMPLES = 161
# Pixels.
_NARROWEST, _WIDEST, _HEIGHT, _TEXT_SIZE = 140, 176, 110, 11
_TOP, _RIGHT, _BOTTOM, _GAP = 16, 19, 20, 5
_RADIUS, _TANGENT = 4.0, 38.0


@dataclass(frozen=True)
class Shape:
    """What σ is like as a whole: its steepest slope, its slope just below 0, if it is straight."""

    steepest: float
    below: float
    is_straight: bool


@dataclass(frozen=True)
class Curve:
    """σ from −reach to reach.

    Attributes
    ----------
    polygon : QPolygonF
        (S, σ(S)).
    lowest, highest : float
        Of the axis of a.
    flat : tuple of (float, float)
        From which S to which σ is flat.
    """

    polygon: QPolygonF
    reach: float
    lowest: float
    highest: float
    flat: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Point:
    """Where a neuron is on its curve."""

    total: float
    fired: float
    slope: float


class CurveCanvas(QWidget):
    """Draws a curve with a point on it. Its height is fixed."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = DARK
        self._curve: Curve | None = None
        self._point = Point(0.0, 0.0, 0.0)
        self._name = "a"
        font = tabular(self.font())
        font.setPixelSize(_TEXT_SIZE)
        self.setFont(font)
        self._letters = QFont(font)
        self._letters.setFamilies([family.strip(" '") for family in SERIF.split(",")])
        self._letters.setPixelSize(_TEXT_SIZE + 2)
        self._letters.setItalic(True)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)

    def sizeHint(self) -> QSize:
        """The widest."""
        return QSize(_WIDEST, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def reach(self) -> float:
        """How far S goes; 0 before anything is shown."""
        return self._curve.reach if self._curve else 0.0

    def show_point(self, curve: Curve, point: Point, name: str) -> None:
        """Show a point on a curve whose upright axis has this name."""
        if (curve, point, name) != (self._curve, self._point, self._name):
            self._curve, self._point, self._name = curve, point, name
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint it."""
        if self._curve is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ticks = _ticks(self._curve)
            metrics = QFontMetricsF(self.font())
            left = max(metrics.horizontalAdvance(plain(tick)) for tick in ticks) + _GAP
            box = QRectF(self.rect()).adjusted(left, _TOP, -_RIGHT, -_BOTTOM)
            to_screen = _to_screen(self._curve, box)
            self._paint_ground(painter, self._curve, box, to_screen)
            self._paint_axes(painter, self._curve, box, to_screen, ticks)
            self._paint_point(painter, self._curve, box, to_screen)
        finally:
            painter.end()

    def _paint_ground(
        self, painter: QPainter, curve: Curve, box: QRectF, to_screen: QTransform
    ) -> None:
        for start, end in curve.flat:
            left, right = (to_screen.map(QPointF(total, 0)).x() for total in (start, end))
            zone = QRectF(left, box.top(), right - left, box.height())
            painter.fillRect(zone, self._theme.colour("faint", 0.18))
        painter.setPen(QPen(self._theme.colour("faint", 0.55), 1))
        zero = to_screen.map(QPointF(0, 0))
        painter.drawLine(QPointF(zero.x(), box.top()), QPointF(zero.x(), box.bottom()))
        painter.drawLine(QPointF(box.left(), zero.y()), QPointF(box.right(), zero.y()))

    def _paint_axes(
        self,
        painter: QPainter,
        curve: Curve,
        box: QRectF,
        to_screen: QTransform,
        ticks: tuple[float, ...],
    ) -> None:
        painter.setPen(self._theme.colour("secondary"))
        sides = Qt.AlignmentFlag
        for tick in ticks:
            y = to_screen.map(QPointF(0, tick)).y()
            place = QRectF(0, y - 8, box.left() - _GAP, 16)
            painter.drawText(place, sides.AlignRight | sides.AlignVCenter, plain(tick))
        below = QRectF(box.left(), box.bottom() + 4, box.width(), _BOTTOM - 4)
        for total, side in self._numbers_below(curve.reach, box.width()):
            painter.drawText(below, side | sides.AlignVCenter, plain(total))
        end = QRectF(box.right() + _GAP, below.top(), _RIGHT - _GAP, below.height())
        painter.setFont(self._letters)
        painter.drawText(end, sides.AlignRight | sides.AlignVCenter, "S")
        top = QRectF(box.left() + _GAP, 0, box.width(), _TOP)
        painter.drawText(top, sides.AlignLeft | sides.AlignTop, self._name)

    def _numbers_below(self, reach: float, room: float) -> list[tuple[float, Qt.AlignmentFlag]]:
        """The numbers on the axis of S that there is room for, and the side of each."""
        width = QFontMetricsF(self.font()).horizontalAdvance(plain(-reach)) + _GAP
        sides = Qt.AlignmentFlag
        numbers = [(reach, sides.AlignRight)]
        if 2 * width <= room:
            numbers.append((-reach, sides.AlignLeft))
        if width + 2 * _GAP <= room / 2:
            numbers.append((0.0, sides.AlignHCenter))
        return numbers

    def _paint_point(
        self, painter: QPainter, curve: Curve, box: QRectF, to_screen: QTransform
    ) -> None:
        at = to_screen.map(QPointF(self._point.total, self._point.fired))
        across = to_screen.m11()
        along = np.array([across, self._point.slope * to_screen.m22()])
        along *= _TANGENT / np.hypot(*along)
        half = QPointF(float(along[0]), float(along[1]))
        painter.setClipRect(box.adjusted(-_RADIUS, -_RADIUS, _RADIUS, _RADIUS))
        painter.setPen(QPen(self._theme.colour("text"), 1.5))
        painter.drawPolyline(to_screen.map(curve.polygon))
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.drawLine(at - half, at + half)
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.colour("panel"), 1.5))
        painter.setBrush(self._theme.colour("selected"))
        painter.drawEllipse(at, _RADIUS, _RADIUS)


@lru_cache(maxsize=16)
def shape_of(name: str) -> Shape:
    """What an elementwise σ is like as a whole."""
    sigma = activation_named(name)
    slopes = quietly(slopes_of, sigma, np.linspace(-20, 20, 401))
    below = float(slopes_of(sigma, np.array([-0.1]))[0])
    is_straight = bool(slopes.min() == slopes.max())
    return Shape(float(np.abs(slopes).max()) or 1.0, below, is_straight)


def point_at(name: str, total: float) -> Point:
    """(S, σ(S)) and σ′(S), for a finite S."""
    sigma, at = activation_named(name), np.array([total])
    fired, slopes = quietly(apply, sigma, at), quietly(slopes_of, sigma, at)
    return Point(total, float(fired[0]), float(slopes[0]))


def reach_for(total: float, kept: float) -> float:
    """How far the axis of S goes, to either side; as far as until now where that does."""
    size = abs(total)
    if kept and kept * _WELL_INSIDE <= size <= kept * _FILLED:
        return kept
    return _narrowest(size)


def _narrowest(size: float) -> float:
    power = 1.0
    while power < _FARTHEST:
        for step in _STEPS:
            if size <= step * power * _FILLED:
                return step * power
        power *= 10
    return size


@lru_cache(maxsize=64)
def curve_of(name: str, reach: float) -> Curve:
    """An elementwise σ from −reach to reach."""
    sigma = activation_named(name)
    sums = np.linspace(-reach, reach, _SAMPLES)
    sums[_SAMPLES // 2] = 0.0
    fired, slopes = quietly(apply, sigma, sums), quietly(slopes_of, sigma, sums)
    polygon = QPolygonF([QPointF(x, y) for x, y in zip(sums.tolist(), fired.tolist(), strict=True)])
    lowest, highest = (
        limit if math.isfinite(limit) else float(found)
        for limit, found in ((sigma.lowest, fired.min()), (sigma.highest, fired.max()))
    )
    is_flat = np.abs(slopes) < FLAT * shape_of(name).steepest
    return Curve(polygon, reach, lowest, highest, _runs(sums, is_flat))


def _runs(sums: FloatArray, is_flat: npt.NDArray[np.bool_]) -> tuple[tuple[float, float], ...]:
    """The first and the last S of every run of True."""
    padded = np.concatenate(([False], is_flat, [False]))
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple((float(sums[start]), float(sums[end - 1])) for start, end in pairs)


def _ticks(curve: Curve) -> tuple[float, ...]:
    """Where the axis of a has a number: at its ends and 0, but for an end too near to 0."""
    span = curve.highest - curve.lowest
    ends = (float(f"{end:.2g}") for end in (curve.lowest, curve.highest))
    return (0.0, *(end for end in ends if abs(end) > span / 5))


def _to_screen(curve: Curve, box: QRectF) -> QTransform:
    """From (S, a) to pixels."""
    across = box.width() / (2 * curve.reach)
    up = box.height() / (curve.highest - curve.lowest)
    middle = box.center().x()
    return QTransform(across, 0, 0, -up, middle, box.bottom() + curve.lowest * up)
