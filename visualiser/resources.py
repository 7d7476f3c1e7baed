"""Files that travel with the program, as Qt shows them: icons."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from visualiser.assets import asset

__all__ = ["asset", "forget_icons", "icon", "window_icon"]

_SIZES = (16, 32, 64)


@cache
def icon(name: str, colour: str) -> QIcon:
    """An icon drawn in one colour."""
    source = asset(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return _rendered(source)


@cache
def window_icon() -> QIcon:
    """The program's own icon."""
    return _rendered(asset("icons/visualiser.svg").read_text("utf-8"))


def forget_icons() -> None:
    """Let go of all that were drawn: none of them outlives the application that it is for."""
    icon.cache_clear()
    window_icon.cache_clear()


def _rendered(source: str) -> QIcon:
    renderer = QSvgRenderer(QByteArray(source.encode()))
    made = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made
