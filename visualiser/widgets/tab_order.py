"""Where Tab comes to what was made after its neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_in_turn(holder: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab come to widgets right after what holds them, whether that has the focus or not.

    Qt appends whatever is made to the end of the window's order. What can never have the focus
    has no place in it.
    """
    # Its neighbours are not asked for: PySide takes what is found by `nextInFocusChain` to be
    # gone as soon as the widget is that was asked.
    policy = holder.focusPolicy()
    holder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    before = holder
    for widget in widgets:
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(before, widget)
            before = widget
    holder.setFocusPolicy(policy)


def keep_content_in_turn(holder: QWidget, content: QWidget) -> None:
    """Let Tab come to all that is on a page right after what holds the page."""
    keep_in_turn(holder, content.findChildren(QWidget))
