"""CostScale: which colour a C has, and at which C there are contours."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.parameters import FloatArray
from visualiser.number_format import plain
from visualiser.theme import DARK, Theme
from visualiser.widgets.cost_axes import MIDDLE, ticks
from visualiser.widgets.heat_colours import heat_colour
from visualiser.widgets.labels import letters, tabular

# Of contours.
_FEW, _MOST = 4, 9
_HEIGHT, _BAR, _TEXT, _LETTER = 38, 10.0, 12, 15
# A plane that is flatter than this, in parts of C, is flat.
_FLAT = 1e-9


@dataclass(frozen=True)
class CostScale:
    """From the lowest C to the highest.

    Attributes
    ----------
    lowest, highest : float
        With a logarithmic scale, above 0.
    is_log : bool
    """

    lowest: float
    highest: float
    is_log: bool

    @staticmethod
    def of(costs: FloatArray, is_log: bool) -> CostScale | None:
        """That which holds them all; None where none is a number.

        On a logarithmic scale, a C of 0 is taken as the lowest that is above it.
        """
        known = costs[np.isfinite(costs)]
        if is_log:
            known = known[known > 0]
        if len(known) == 0:
            return None
        lowest, highest = float(known.min()), float(known.max())
        if highest - lowest <= _FLAT * highest:
            lowest, highest = lowest * 0.9, max(highest * 1.1, 1e-30)
        return CostScale(lowest, highest, is_log)

    def heights(self, costs: FloatArray) -> FloatArray:
        """C, or its logarithm: what is even on this scale. NaN where it is no number."""
        known = np.where(np.isfinite(costs), costs, np.nan).astype(np.float64)
        if not self.is_log:
            return known
        # NaN stays NaN.
        heights: FloatArray = np.log10(np.maximum(known, self.lowest))
        return heights

    def height(self, cost: float) -> float:
        """C, or its logarithm."""
        # As `heights` has it, bit for bit.
        return float(np.log10(cost)) if self.is_log else cost

    def shares(self, costs: FloatArray) -> FloatArray:
        """How far along the scale they are, 0 to 1; NaN where it is no number."""
        low, high = self.height(self.lowest), self.height(self.highest)
        shares: FloatArray = np.clip((self.heights(costs) - low) / (high - low), 0, 1)
        return shares

    def levels(self) -> list[tuple[float, str]]:
        """Round C within the scale, and how they are written: where there are contours."""
        if not self.is_log:
            return [
                one for one in ticks(self.lowest, self.highest, _MOST - 1) if self._holds(one[0])
            ]
        for factors in ((1, 2, 5), (1, 3), (1,)):
            found = self._round(factors)
            if len(found) <= _MOST:
                break
        if len(found) < _FEW:
            found = [
                one for one in ticks(self.lowest, self.highest, _MOST - 1) if self._holds(one[0])
            ]
        # Of very many decades, every second, or third, …
        return found[:: math.ceil(len(found) / _MOST)] if found else []

    def _round(self, factors: tuple[int, ...]) -> list[tuple[float, str]]:
        powers = range(math.floor(math.log10(self.lowest)), math.ceil(math.log10(self.highest)) + 1)
        found = [factor * 10.0**power for power in powers for factor in factors]
        return [(value, plain(value)) for value in found if self._holds(value)]

    def _holds(self, value: float) -> bool:
        return self.lowest < value < self.highest


class ScaleBar(QWidget):
    """Which colour stands for which C."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._scale: CostScale | None = None
        self.setFixedHeight(_HEIGHT)
        self.setToolTip(
            self.tr(
                "C of each point of the plane: the mean over the examples, without a penalty. "
                "Numbers stand where there are contours."
            )
        )
        font = tabular(self.font())
        font.setPixelSize(_TEXT)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Wide enough for its numbers."""
        return QSize(320, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_scale(self, scale: CostScale | None) -> None:
        """Show this one."""
        self._scale = scale
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the colours, and what they mean."""
        scale = self._scale
        if scale is None:
            return
        painter = QPainter(self)
        try:
            bar = QRectF(26, 3, self.width() - 34.0, _BAR)
            gradient = QLinearGradient(bar.topLeft(), bar.topRight())
            for number in range(17):
                gradient.setColorAt(number / 16, heat_colour(self._theme, number / 16))
            painter.fillRect(bar, gradient)
            painter.setPen(self._theme.colour("secondary"))
            self._write(painter, scale, bar)
            painter.setFont(letters(self.font(), _LETTER))
            painter.drawText(QRectF(6, -1, 20, 18), MIDDLE, "C")
        finally:
            painter.end()

    @staticmethod
    def _write(painter: QPainter, scale: CostScale, bar: QRectF) -> None:
        """Write the levels below the bar, as many as there is room for."""
        metrics, end = QFontMetricsF(painter.font()), -1.0
        for level, text in scale.levels():
            x = bar.left() + float(scale.shares(np.array(level))) * bar.width()
            width = metrics.horizontalAdvance(text)
            left = min(max(x - width / 2, bar.left()), bar.right() - width)
            painter.drawLine(round(x), round(bar.bottom()), round(x), round(bar.bottom()) + 3)
            if left > end:
                room = QRectF(left - 2, bar.bottom() + 3, width + 4, 18)
                painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | MIDDLE, text)
                end = left + width + 8
