"""Files that travel with the program: icons."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 32, 64)


def asset(name: str) -> Path:
    """The path of a file below assets/, installed or in the source tree."""
    installed = Path(__file__).parent / "assets" / name
    return installed if installed.exists() else Path(__file__).parents[1] / "assets" / name


@cache
def icon(name: str, colour: str) -> QIcon:
    """An icon drawn in one colour."""
    source = asset(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return _rendered(source)


@cache
def window_icon() -> QIcon:
    """The program's own icon."""
    return _rendered(asset("icons/visualiser.svg").read_text("utf-8"))


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
