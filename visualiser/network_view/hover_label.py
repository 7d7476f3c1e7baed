"""HoverLabel: says what is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from visualiser.theme import Theme
from visualiser.widgets.labels import tabular

# Pixels between a place and the label.
_OFF = 14
_MARGIN = 4


class HoverLabel(QLabel):
    """A small label near a place in its parent, never reaching out of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("hover_label")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(tabular(self.font()))
        self._widest = 0
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.setStyleSheet(
            f"QLabel#hover_label {{ background: {theme.chip}; color: {theme.text}; "
            f"border: 1px solid {theme.faint}; border-radius: 5px; padding: 3px 7px; }}"
        )

    def say(self, text: str, place: QPoint, clear: float = 0.0) -> None:
        """Say this about what is at a place, or nothing; leave so many pixels there free."""
        if not text:
            self._widest = 0
            self.hide()
            return
        self.setText(text)
        if self.sizeHint().width() > self._room.width() - 2 * _MARGIN:
            self.setText(text.replace(", ", "\n"))
        needed = self.sizeHint()
        # It grows with a number that it shows, but does not shrink: it would only flicker.
        self._widest = max(self._widest, needed.width())
        self.resize(self._widest, needed.height())
        self.move(self._beside(place, self.size(), max(_OFF, round(clear))))
        self.show()
        self.raise_()

    def forget_width(self) -> None:
        """Something else is talked about: be as wide as that needs."""
        self._widest = 0

    def _beside(self, place: QPoint, size: QSize, off: int) -> QPoint:
        """Below the place, or above it where there is no room, and to the right if it can be."""
        room = self._room.size()
        x, y = place.x() + _OFF, place.y() + off
        if y + size.height() + _MARGIN > room.height():
            y = place.y() - off - size.height()
        return QPoint(
            max(_MARGIN, min(x, room.width() - size.width() - _MARGIN)),
            max(_MARGIN, min(y, room.height() - size.height() - _MARGIN)),
        )
