"""LargeText: a line in letters of a given size, smaller where there is no room for them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from visualiser.widgets.labels import letters, tabular

Kind = Literal["plain", "bold", "letter"]

# Of the size that is asked for, the smallest that is written.
_SMALLEST = 0.45


class LargeText(QLabel):
    """Never wider than its room, and always as high as its full size.

    It paints itself: a style sheet would give it the window's size of letters again.

    Parameters
    ----------
    kind : {"plain", "bold", "letter"}
        A letter is set as in formulas.
    tip : str
        What it is, in a sentence.
    """

    def __init__(self, kind: Kind, tip: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._kind, self._size, self._colour = kind, 20, "#000000"

    def set_text(self, text: str, colour: str) -> None:
        """Say this, in a colour."""
        self._colour = colour
        self.setText(text)
        self.update()

    def set_size(self, size: int) -> None:
        """Write in letters of this size, in pixels, where there is room."""
        self._size = size
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return what it takes in full size."""
        metrics = QFontMetrics(self._font_of(self._size))
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return what it takes in its smallest size, as high as in its full one."""
        metrics = QFontMetrics(self._font_of(round(self._size * _SMALLEST)))
        return QSize(metrics.horizontalAdvance(self.text()) + 2, self.sizeHint().height())

    def written_size(self) -> int:
        """The size of the letters, in pixels, in which it has room now."""
        least = max(1, round(self._size * _SMALLEST))
        for size in range(self._size, least, -1):
            if QFontMetrics(self._font_of(size)).horizontalAdvance(self.text()) <= self.width():
                return size
        return least

    def paintEvent(self, _: QPaintEvent) -> None:
        """Write it on the line that a text of full size would stand on."""
        painter = QPainter(self)
        try:
            painter.setFont(self._font_of(self.written_size()))
            painter.setPen(QColor(self._colour))
            full = QFontMetrics(self._font_of(self._size))
            painter.drawText(0, self.height() - full.descent(), self.text())
        finally:
            painter.end()

    def _font_of(self, size: int) -> QFont:
        if self._kind == "letter":
            return letters(self.font(), max(1, size))
        font = tabular(self.font())
        font.setPixelSize(max(1, size))
        font.setWeight(QFont.Weight.DemiBold if self._kind == "bold" else QFont.Weight.Normal)
        return font
