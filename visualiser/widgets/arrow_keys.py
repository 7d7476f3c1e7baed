"""The arrow keys of a row of things, where elsewhere they take steps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
# With one of these, an arrow is not one of those keys.
OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def move_of(event: QEvent) -> int:
    """Where a key leads in a row: −1 to the left, 1 to the right, 0 nowhere."""
    if not isinstance(event, QKeyEvent) or event.modifiers() & OTHERS:
        return 0
    return _MOVES.get(Qt.Key(event.key()), 0)


def is_claimed(event: QEvent) -> bool:
    """Whether this asks if a key is wanted here rather than as a shortcut, and it is."""
    if event.type() != QEvent.Type.ShortcutOverride or not move_of(event):
        return False
    event.accept()
    return True
