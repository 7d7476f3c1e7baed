"""The ring around what has the keyboard, where nothing else there shows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

# In pixels.
_WIDTH = 2


def draw_ring(painter: QPainter, room: QRect, colour: QColor) -> None:
    """Draw a ring inside the edges of a room, and leave the painter as it was."""
    across, down = QSize(room.width(), _WIDTH), QSize(_WIDTH, room.height())
    right, bottom = room.right() + 1 - _WIDTH, room.bottom() + 1 - _WIDTH
    for side in (
        QRect(room.topLeft(), across),
        QRect(QPoint(room.left(), bottom), across),
        QRect(room.topLeft(), down),
        QRect(QPoint(right, room.top()), down),
    ):
        painter.fillRect(side, colour)


class FocusRing(QWidget):
    """Lies over a widget, is there while that has the focus, and lets the pointer through.

    For views that Qt scrolls: what they paint themselves moves along.

    Parameters
    ----------
    widget : QWidget
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVisible(widget.hasFocus())
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come, go and grow with the widget's focus and size."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self._fit()
            self.raise_()
            self.show()
        elif kind == QEvent.Type.FocusOut:
            self.hide()
        elif kind == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(self._widget.rect())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        try:
            colour = self.palette().color(QPalette.ColorRole.Highlight)
            draw_ring(painter, self.rect(), colour)
        finally:
            painter.end()
