"""KeyField: takes the keys that are pressed in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QWidget

_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyField(QKeySequenceEdit):
    """A field for one key with what is held; Tab leaves it, Esc gives it up.

    Signals
    -------
    pressed (str)
        A key, in portable text.
    given_up ()
    """

    pressed = Signal(str)
    given_up = Signal()

    accessible_role = QAccessible.Role.HotkeyField

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self.keySequenceChanged.connect(self._take)

    def event(self, event: QEvent) -> bool:
        """Let the focus go on, which the field would take for a key."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _LEAVING:
                return self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            if key == Qt.Key.Key_Escape:
                self.given_up.emit()
                return True
        return super().event(event)

    def _take(self, sequence: QKeySequence) -> None:
        text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if text:
            self.pressed.emit(text)
