"""LayerColumn: a layer as a column of circles, which is dragged to resize it or to take it out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QWidget

from core.network import LARGEST_LAYER
from core.parameters import FloatArray
from visualiser.new_network.sizes import dragged
from visualiser.theme import DARK, Theme
from visualiser.widgets.arrow_keys import move_of

# Pixels: of circles, between their middles, around them, and that a pointer may tremble.
_LARGEST_RADIUS, _RADIUS_SHARE, _LARGEST_SPACING, _SMALLEST_SPACING = 8.0, 0.4, 20.0, 9.0
_ROUND, _TREMBLES = 8.0, 4.0
# So far to the side, a layer is out of the network.
OUT = 56.0
# How many circles stand at each end of a column of more than fit, and the room for ⋮ between.
_ENDS, _DOTS = 7, 2.4
_FADED = 0.3


class LayerColumn(QAbstractSlider):
    """A layer: as a slider, its value is how many neurons it has.

    Dragging up makes it larger, with Shift in smaller steps; dragging sideways takes it out;
    Esc gives a drag up. Up, Down, Page Up and Page Down resize it as well, Left and Right go to
    the layers beside it, Insert adds one after it, Delete takes it out, and digits are typed.

    Parameters
    ----------
    is_fixed : bool
        Whether the data decides its size.

    Signals
    -------
    told (str)
        While it is dragged: "resize", "out", or "" once it no longer is.
    removal_asked, insertion_asked
    neighbour_asked (int)
        −1 for the layer before, 1 for the one after.
    typed (str)
        A digit.
    """

    told = Signal(str)
    removal_asked = Signal()
    insertion_asked = Signal()
    neighbour_asked = Signal(int)
    typed = Signal(str)

    def __init__(self, is_fixed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_fixed, self._theme = is_fixed, DARK
        # Where it was taken hold of on the screen, for it may follow the pointer.
        self._pressed: QPointF | None = None
        self._before, self._home = 1, 0
        self._way = ""
        self.setOrientation(Qt.Orientation.Vertical)
        self.setRange(1, LARGEST_LAYER)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not is_fixed:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.valueChanged.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    @property
    def is_going_out(self) -> bool:
        """Whether it would be taken out if it were let go now."""
        return self._way == "out"

    def middles(self) -> FloatArray:
        """The y of every circle that is drawn, from the top down, in the column's pixels."""
        room, count = self.height() - 2 * _ROUND, self.value()
        is_whole = count <= self._most
        places = np.arange(count if is_whole else 2 * _ENDS, dtype=np.float64)
        if not is_whole:
            places[_ENDS:] += _DOTS
        spacing = min(room / (places[-1] + 1), _LARGEST_SPACING)
        middles: FloatArray = self.height() / 2 + (places - places[-1] / 2) * spacing
        return middles

    @property
    def _most(self) -> int:
        """More circles than these do not fit."""
        return max(int((self.height() - 2 * _ROUND) / _SMALLEST_SPACING), 2 * _ENDS)

    # ---------------------------------------------------------------- dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps begin a drag."""
        if event.button() == Qt.MouseButton.LeftButton and not self._is_fixed:
            self._pressed, self._before = event.globalPosition(), self.value()
            self._home = self.x()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Resize the layer as the pointer goes up or down, take it out as it goes sideways."""
        if self._pressed is None:
            return
        moved = event.globalPosition() - self._pressed
        if not self._way and moved.manhattanLength() < _TREMBLES:
            return
        if abs(moved.x()) > OUT:
            self._go("out")
            self.move(self._home + round(moved.x()), self.y())
            return
        self._go("resize")
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.setValue(dragged(self._before, -moved.y(), is_fine))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was dragged, or be taken out."""
        if event.button() == Qt.MouseButton.LeftButton:
            is_out = self._way == "out"
            if is_out:
                self.setValue(self._before)
            self._end_drag()
            self.update()
            if is_out:
                self.removal_asked.emit()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls: a size is never changed in passing."""
        event.ignore()

    def _go(self, way: str) -> None:
        if way != self._way:
            self._way = way
            if way == "out":
                self.setValue(self._before)
                self.raise_()
            else:
                self.move(self._home, self.y())
            self.told.emit(way)
            self.update()

    def _end_drag(self) -> None:
        self._pressed = None
        if self._way:
            self._go("")

    # ---------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        key, move = Qt.Key(event.key()), move_of(event)
        if key == Qt.Key.Key_Escape and self._pressed is not None:
            self.setValue(self._before)
            self._end_drag()
        elif move:
            self.neighbour_asked.emit(move)
        elif key == Qt.Key.Key_Insert:
            self.insertion_asked.emit()
        elif self._is_fixed or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # The ends of the range are no sizes that anybody wants.
            event.ignore()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_asked.emit()
        elif event.text().isdecimal() and event.text().isascii():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- looks

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be dragged."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it no longer."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (all of it is drawn)
        """Draw the circles, and a frame where the column has the focus."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_frame(painter)
            if self._way == "out":
                painter.setOpacity(_FADED)
            self._draw_circles(painter)
        finally:
            painter.end()

    def _draw_frame(self, painter: QPainter) -> None:
        is_lit = not self._is_fixed and (self.underMouse() or self._pressed is not None)
        if not (self.hasFocus() or is_lit):
            return
        colour = self._theme.colour("accent" if self.hasFocus() else "hairline")
        painter.setPen(QPen(colour, 1))
        painter.setBrush(self._theme.colour("chip", 0.6) if is_lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _draw_circles(self, painter: QPainter) -> None:
        ys, x = self.middles(), self.width() / 2
        spacing = float(ys[1] - ys[0]) if len(ys) > 1 else _LARGEST_SPACING
        radius = min(spacing * _RADIUS_SHARE, _LARGEST_RADIUS)
        line = self._theme.colour("secondary" if self._is_fixed else "text")
        painter.setPen(QPen(line, 1.2))
        painter.setBrush(QColor(self._theme.panel))
        for y in ys.tolist():
            painter.drawEllipse(QPointF(x, y), radius, radius)
        if self.value() > self._most:
            painter.setBrush(line)
            middle = self.height() / 2
            for dot in (-1, 0, 1):
                painter.drawEllipse(QPointF(x, middle + dot * spacing * 0.6), 1.0, 1.0)
