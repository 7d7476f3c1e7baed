"""CornerReadout: a sentence at the upper right of a plot, about where the pointer is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from visualiser.theme import Theme
from visualiser.widgets.still_label import StillLabel

_RIGHT, _TOP = 10, 8


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

    def tell(self, text: str) -> None:
        """Say this, on as many lines as it needs."""
        room = self._plot.width() - 2 * _RIGHT
        self.setWordWrap(False)
        self.setText(text)
        self.adjustSize()
        if self.width() > room:
            self.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        self.move(self._plot.width() - self.width() - _RIGHT, _TOP)
        self.show()
