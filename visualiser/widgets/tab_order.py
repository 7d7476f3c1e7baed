"""Where Tab comes to what was made after its neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_in_turn(holder: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab come to widgets where what holds them stands among the others.

    Qt appends whatever is made to the end of the window's order.
    """
    before = holder.previousInFocusChain()
    while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = None if before is holder else before.previousInFocusChain()
    if before is None or before is holder:
        return
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget
