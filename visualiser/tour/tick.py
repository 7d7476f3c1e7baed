"""Tick: a small mark that says whether something is done, by its shape as well as its colour."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualiser.theme import DARK, Theme

Look = Literal["open", "done", "wrong", "chosen"]
SIZE = 16


class Tick(QWidget):
    """An empty circle, a tick in a circle, or a cross in one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = DARK, "open"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return as much as a line of text is high."""
        return QSize(SIZE, SIZE)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_look(self, look: Look) -> None:
        """Say how things are."""
        self._look = look
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        try:
            draw(painter, QRectF(0, 0, SIZE, SIZE), self._look, self._theme)
        finally:
            painter.end()


def draw(painter: QPainter, box: QRectF, look: str, theme: Theme) -> None:
    """Draw the mark into a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = box.adjusted(1.5, 1.5, -1.5, -1.5)
    if look == "open":
        painter.setPen(QPen(theme.colour("faint"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        return
    name = {"done": "right", "wrong": "negative"}.get(look, "accent")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(name))
    painter.drawEllipse(ring.adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.setPen(QPen(theme.colour("panel"), 1.8, c=Qt.PenCapStyle.RoundCap))
    centre, reach = box.center(), ring.width() / 4.4
    if look == "wrong":
        for x in (-1, 1):
            painter.drawLine(centre + QPointF(-x, -1) * reach, centre + QPointF(x, 1) * reach)
    else:
        corners = (QPointF(-1.15, 0.1), QPointF(-0.3, 0.95), QPointF(1.2, -0.85))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([centre + corner * reach for corner in corners]))
