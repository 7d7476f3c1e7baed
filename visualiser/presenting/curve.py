"""PresentedCurve: C over the steps, with as little beside it as can be."""

from __future__ import annotations

import itertools
import math

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.parameters import FloatArray
from visualiser.averages import MovingAverage
from visualiser.cost_history import WINDOW, CostHistory
from visualiser.cost_plot.peaks import Peaks
from visualiser.number_format import count, plain
from visualiser.theme import DARK, Theme
from visualiser.widgets.labels import tabular

# Of the largest C that is shown, beyond the largest average; of the text's height, the room
# around the plot.
_ABOVE, _LINE = 1.15, 1.5
# Windows of the average from which on a run is long.
_LONG = 8
# The smallest largest C.
_LEAST = 1e-300
# Columns of pixels, of each of which the least and the largest C are drawn.
_LEAST_COLUMNS = 16
# Of the plot's height, where lines that leave it end.
_BEYOND = 3.0

# Steps, and what there is at them.
Curve = tuple[FloatArray, FloatArray]


class PresentedCurve(QWidget):
    """Every step's C, thin, the average of the last 25, bold, and where the run stands.

    Parameters
    ----------
    history : CostHistory
        Grown by somebody else before `show_position` is called.
    """

    def __init__(self, history: CostHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history, self._theme, self._position = history, DARK, 0
        self._unread, self._peaks = history.reader(), Peaks()
        self.setAccessibleName(self.tr("C over the steps"))
        self.setToolTip(
            self.tr(
                "C of every step's mini-batch, thin, and the average of the last {n}, bold."
            ).format(n=WINDOW)
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_text(self, size: int) -> None:
        """Write in letters of this size, in pixels."""
        font = QFont(self.font())
        font.setPixelSize(size)
        self.setFont(tabular(font))

    def show_position(self, position: int) -> None:
        """Show what there is now, and mark this step."""
        self._position = position
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which it can be read."""
        return QSize(240, 140)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw both curves and their axes."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = self.fontMetrics().height() * _LINE
            plot = QRectF(self.rect()).adjusted(1, line, -1, -line)
            most = max(_LEAST_COLUMNS, int(plot.width()))
            average = sampled(self._history.averages, most // 2)
            top = largest(*average)
            self._paint_words(painter, plot, top)
            if len(self._history) and plot.height() > 0:
                self._paint_curves(painter, plot, top, (self._columns(most), average))
        finally:
            painter.end()

    def _columns(self, most: int) -> Curve:
        """Steps and costs: the least and the largest of each of about so many columns."""
        last = len(self._history) - 1
        start = self._unread.take(last + 1)
        if start <= last or len(self._peaks) != last + 1:
            self._peaks.update(self._history.costs, start)
        return self._peaks.between(0, last, (last + 1) / most)

    def _paint_words(self, painter: QPainter, plot: QRectF, top: float) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("hairline"), 1))
        for y in (plot.top(), plot.bottom()):
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(theme.colour("secondary"))
        above = QRectF(0, 0, self.width(), plot.top())
        below = QRectF(0, plot.bottom(), self.width(), self.height() - plot.bottom())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        highest = self.tr("up to {top}").format(top=plain(top, 2))
        painter.drawText(above, left, highest)
        room = self.width() - self.fontMetrics().horizontalAdvance(f"{highest}  ")
        painter.drawText(above, right, self._legend(room))
        painter.drawText(below, left, self.tr("step 0"))
        painter.drawText(below, right, count(len(self._history)))

    def _legend(self, room: int) -> str:
        """What the curves are, as long as there is room for."""
        texts = (
            self.tr("thin: every step · bold: average of {n} steps"),
            self.tr("thin: step · bold: average of {n}"),
            self.tr("bold: average of {n}"),
            self.tr("bold: average"),
        )
        wide = self.fontMetrics().horizontalAdvance
        filled = [text.format(n=WINDOW) for text in texts]
        return next((text for text in filled if wide(text) <= room), "")

    def _paint_curves(
        self, painter: QPainter, plot: QRectF, top: float, curves: tuple[Curve, Curve]
    ) -> None:
        """Draw every step's C and the average on an axis of C that ends at ``top``."""
        theme = self._theme
        painter.setClipRect(plot)
        bold = max(2.0, self.fontMetrics().height() / 11)
        looks = (("positive", 0.5, 1.0), ("text", 1.0, bold))
        for curve, (name, opacity, width) in zip(curves, looks, strict=True):
            # Thin lines of a pixel are painted in no time, and only so.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, width > 1)
            pen = QPen(theme.colour(name, opacity), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLines(self._lines(plot, top, *curve))
        painter.setPen(QPen(theme.colour("selected"), bold))
        here = plot.left() + min(1.0, self._position / max(len(self._history), 1)) * plot.width()
        here = min(here, plot.right() - bold / 2)
        painter.drawLine(QPointF(here, plot.top()), QPointF(here, plot.bottom()))

    def _lines(self, plot: QRectF, top: float, xs: FloatArray, ys: FloatArray) -> list[QLineF]:
        """A curve as lines, each for itself: Qt takes minutes for wide ones that cross."""
        length = len(self._history)
        across = plot.left() + xs / max(length - 1, 1) * plot.width()
        down = plot.bottom() - np.clip(ys / top, -_BEYOND, _BEYOND) * plot.height()
        points = list(zip(across.tolist(), down.tolist(), strict=True))
        return [QLineF(*here, *there) for here, there in itertools.pairwise(points)]


def largest(steps: FloatArray, averages: FloatArray) -> float:
    """Where the axis of C ends: a little above the largest average.

    The first steps of a longer run, whose averages are of few, do not count: they would leave
    little of the plot to all others.

    Parameters
    ----------
    steps, averages : ndarray, shape (n,)
        As `sampled` returns them.
    """
    is_long = bool(len(steps)) and steps[-1] >= _LONG * WINDOW
    settled = averages[steps >= WINDOW] if is_long else averages
    top = float(settled.max()) if len(settled) else 0.0
    if top <= 0:
        return 1.0
    # Of less, no number has two digits.
    top = max(top, _LEAST)
    # A number of two digits, so that what is written there is where the axis ends.
    unit = 10.0 ** (math.floor(math.log10(top * _ABOVE)) - 1)
    return math.ceil(top * _ABOVE / unit) * unit


def sampled(average: MovingAverage, most: int) -> Curve:
    """Steps and averages, which change little from step to step: at most so many of them.

    The newest is among them; what is not finite is left out.
    """
    last = len(average) - 1
    steps = np.unique(np.linspace(0, last, min(len(average), most)).round().astype(np.int64))
    averages = average.at(steps)
    is_finite = np.isfinite(averages)
    return steps[is_finite].astype(np.float64), averages[is_finite]
