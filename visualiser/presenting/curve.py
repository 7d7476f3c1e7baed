"""PresentedCurve: C over the steps, with as little beside it as can be."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from core.parameters import FloatArray
from visualiser.cost_history import WINDOW, CostHistory
from visualiser.number_format import count, plain
from visualiser.theme import DARK, Theme
from visualiser.widgets.labels import tabular

# Of the largest C that is shown, beyond the largest average; of the text's height, the room
# around the plot.
_ABOVE, _LINE = 1.15, 1.5
# Windows of the average from which on a run is long.
_LONG = 8
# A curve of more steps is drawn as the least and the largest C of each column of pixels.
_LEAST_COLUMNS = 16


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
            self._paint_words(painter, plot)
            if len(self._history) and plot.height() > 0:
                self._paint_curves(painter, plot)
        finally:
            painter.end()

    def _paint_words(self, painter: QPainter, plot: QRectF) -> None:
        theme, top = self._theme, largest(self._history.averages)
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

    def _paint_curves(self, painter: QPainter, plot: QRectF) -> None:
        theme, history = self._theme, self._history
        top, length = largest(history.averages), len(history)
        painter.setClipRect(plot)
        thin = max(1.0, self.fontMetrics().height() / 24)
        for values, name, opacity, width in (
            (history.costs, "positive", 0.5, thin),
            (history.averages, "text", 1.0, 2.2 * thin),
        ):
            xs, ys = columns(values, max(_LEAST_COLUMNS, int(plot.width())))
            painter.setPen(QPen(theme.colour(name, opacity), width))
            points = np.stack(
                [
                    plot.left() + xs / max(length - 1, 1) * plot.width(),
                    plot.bottom() - np.clip(ys / top, -1, 3) * plot.height(),
                ],
                axis=1,
            )
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))
        painter.setPen(QPen(theme.colour("selected"), 2 * thin))
        here = plot.left() + min(1.0, self._position / max(length, 1)) * plot.width()
        here = min(here, plot.right() - thin)
        painter.drawLine(QPointF(here, plot.top()), QPointF(here, plot.bottom()))


def largest(averages: FloatArray) -> float:
    """Where the axis of C ends: a little above the largest average that is finite.

    The first steps of a longer run, whose averages are of few, do not count: they would leave
    little of the plot to all others.
    """
    settled = averages[WINDOW:] if len(averages) > _LONG * WINDOW else averages
    finite = settled[np.isfinite(settled)]
    top = float(finite.max()) if len(finite) else 0.0
    if top <= 0:
        return 1.0
    # A number of two digits, so that what is written there is where the axis ends.
    unit = 10.0 ** (math.floor(math.log10(top * _ABOVE)) - 1)
    return math.ceil(top * _ABOVE / unit) * unit


def columns(values: FloatArray, most: int) -> tuple[FloatArray, FloatArray]:
    """Steps and values of a curve in no more than so many columns, without what is not finite.

    Of each column the least and the largest are kept, so that no peak is lost.

    Parameters
    ----------
    values : ndarray, shape (n,)
        By step, from 0.
    most : int

    Returns
    -------
    steps, values : ndarray, shape (m,), m ≤ max(n, 2 · most)
    """
    steps = np.arange(len(values), dtype=np.float64)
    if len(values) > 2 * most:
        starts = np.linspace(0, len(values), most, endpoint=False).astype(np.int64)
        low, high = np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)
        steps = np.repeat(starts.astype(np.float64), 2)
        values = np.stack([low, high], axis=1).ravel()
    is_finite = np.isfinite(values)
    return steps[is_finite], values[is_finite]
