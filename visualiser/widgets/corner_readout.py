"""CornerReadout: a sentence at the upper right of a plot, about where the pointer is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from visualiser.theme import Theme
from visualiser.widgets.still_label import StillLabel

# Pixels.
_RIGHT, _LEFT, _TOP, _BOTTOM, _NEAR = 10, 10, 8, 42, 12


class CornerReadout(StillLabel):
    """Stands over its parent, and never in the pointer's way.

    Parameters
    ----------
    parent : QWidget
        The plot.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._plot = parent
        self.setObjectName("plain")
        # What somebody has called a branch is never to be read as HTML.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.setStyleSheet(f"background: {theme.chip}; border-radius: 4px; padding: 2px 6px;")

    def tell(self, text: str, pointer: QPoint | None = None) -> None:
        """Say this, on as many lines as it needs, in another corner where the pointer is in it."""
        room = self._plot.width() - 2 * _RIGHT
        self.setWordWrap(False)
        self.setText(text)
        self.adjustSize()
        if self.width() > room:
            self.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        self.move(self._corner_away_from(pointer))
        self.show()

    def _corner_away_from(self, pointer: QPoint | None) -> QPoint:
        right = self._plot.width() - self.width() - _RIGHT
        low = self._plot.height() - self.height() - _BOTTOM
        corners = [QPoint(right, _TOP), QPoint(_LEFT, _TOP), QPoint(right, low)]
        around = (-_NEAR, -_NEAR, _NEAR, _NEAR)
        for corner in corners:
            place = QRect(corner, self.size()).adjusted(*around)
            if pointer is None or not place.contains(pointer):
                return corner
        return corners[0]
