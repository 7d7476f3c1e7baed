"""The size that a window opens with: what it would like, where the screen has room for it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QWidget

# What the frame around a window takes of the screen, about: its title is the most of it.
_FRAME = QMargins(8, 32, 8, 8)


def open_with(window: QWidget, width: int, height: int) -> None:
    """Let a window open with this size, or a smaller one that its screen has room for.

    Parameters
    ----------
    window : QWidget
        Which has its least size already; it is never made smaller than that.
    width, height : int
        In pixels, without the frame.
    """
    room = window.screen().availableSize().shrunkBy(_FRAME)
    window.resize(QSize(width, height).boundedTo(room))
