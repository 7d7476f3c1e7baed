"""SpreadBars: the histogram of one step, beside the strip that it is a column of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualiser.number_format import count, percent
from visualiser.over_time.heat_strip import Spread
from visualiser.over_time.steps_canvas import ABOVE, BELOW, TEXT
from visualiser.theme import DARK, Theme
from visualiser.widgets.cost_axes import MIDDLE, ticks
from visualiser.widgets.heat_colours import heat_colour
from visualiser.widgets.labels import tabular

_WIDTH, _RIGHT, _SCALE = 220, 12.0, 10.0


class SpreadBars(QWidget):
    """A bar for each bin, at the height at which the strip beside it has that bin.

    Signals
    -------
    bin_pointed (int or None)
    """

    bin_pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._spread: Spread | None = None
        self._place: int | None = None
        self._step = ""
        self._bin: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setToolTip(
            self.tr(
                "How many of the numbers lie in each bin at the step that is pointed at, else at "
                "the present one; the bins are those of the strip."
            )
        )
        font = tabular(self.font())
        font.setPixelSize(TEXT)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """As wide as a few hundred numbers need."""
        return QSize(_WIDTH, 220)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_step(
        self, spread: Spread | None, place: int | None, step: int, pointed: int | None
    ) -> None:
        """Show one column of a spread, and which bin is pointed at."""
        self._spread, self._place, self._bin = spread, place, pointed
        self._step = self.tr("At step {step}").format(step=count(step))
        self.setAccessibleName(self._step)
        self.update()

    # ---------------------------------------------------------------- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the bin under the pointer."""
        box, spread = self._box(), self._spread
        y = event.position().y()
        if spread is not None and box.top() <= y <= box.bottom():
            low, high = spread.ends
            share = (box.bottom() - y) / box.height()
            self.bin_pointed.emit(spread.bin_at(low + share * (high - low)))
        else:
            self.bin_pointed.emit(None)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of no bin."""
        super().leaveEvent(event)
        self.bin_pointed.emit(None)

    # ---------------------------------------------------------------- painting

    def _box(self) -> QRectF:
        return QRectF(0, ABOVE, self.width() - _RIGHT, self.height() - ABOVE - BELOW)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        try:
            if self._spread is not None and self._place is not None:
                painter.setPen(self._theme.colour("text"))
                painter.drawText(QRectF(0, 2, self.width(), 18), MIDDLE, self._step)
                self._draw_bars(painter, self._spread, self._place)
        finally:
            painter.end()

    def _draw_bars(self, painter: QPainter, spread: Spread, place: int) -> None:
        box, theme = self._box(), self._theme
        counts = spread.bins.counts[:, place].tolist()
        most, height = max(*counts, 1), box.height() / len(counts)
        self._draw_counts(painter, box, most)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, counted in enumerate(counts):
            if not counted:
                continue
            top = box.bottom() - (number + 1) * height
            # At least a pixel: what is there is seen.
            bar = QRectF(0, top, max(box.width() * counted / most, 1.0), height)
            painter.fillRect(
                bar.adjusted(0, 0.5, 0, -0.5) if height > 3 else bar, theme.colour("secondary")
            )
        if self._bin is not None and self._bin < len(counts):
            top = box.bottom() - (self._bin + 1) * height
            painter.setPen(QPen(theme.colour("text", 0.7), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.5, top, box.width() - 1, height))

    def _draw_counts(self, painter: QPainter, box: QRectF, most: int) -> None:
        """Draw uprights at round counts, and these below."""
        centred = Qt.AlignmentFlag.AlignHCenter
        for value, _ in ticks(0, most, 2):
            if value != round(value):
                continue
            x = box.left() + box.width() * value / most
            painter.setPen(self._theme.colour("hairline"))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.setPen(self._theme.colour("secondary"))
            text = count(round(value))
            width = painter.fontMetrics().horizontalAdvance(text)
            left = min(max(x - width / 2, 0.0), self.width() - width - 1.0)
            painter.drawText(QRectF(left, box.bottom() + 6, width + 2, 16), centred | MIDDLE, text)


class ShareScale(QWidget):
    """Which colour stands for which share of the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._most = DARK, 0.0
        self.setFixedHeight(36)
        self.setToolTip(
            self.tr(
                "The share of a step's numbers that lies in a bin; no colour where none does. "
                "Equal steps of colour are equal steps of the root of the share."
            )
        )
        font = tabular(self.font())
        font.setPixelSize(TEXT)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Wide enough for its numbers."""
        return QSize(320, 36)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_most(self, most: float) -> None:
        """Say which share the strongest colour is."""
        self._most = most
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the colours and what they mean."""
        if self._most <= 0:
            return
        painter = QPainter(self)
        try:
            bar = QRectF(2, 2, min(self.width() - 4.0, 360.0), _SCALE)
            gradient = QLinearGradient(bar.topLeft(), bar.topRight())
            for number in range(17):
                gradient.setColorAt(number / 16, heat_colour(self._theme, number / 16))
            painter.fillRect(bar, gradient)
            painter.setPen(self._theme.colour("secondary"))
            sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter
            for place, side in (
                (0.0, sides[0]),
                (0.5, sides[1]),
                (1.0, Qt.AlignmentFlag.AlignRight),
            ):
                room = QRectF(bar.left() + bar.width() * (place - 0.25), 15, bar.width() / 2, 18)
                room.moveLeft(min(max(room.left(), bar.left()), bar.right() - room.width()))
                painter.drawText(room, side | MIDDLE, percent(place**2 * self._most))
        finally:
            painter.end()
