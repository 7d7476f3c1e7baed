"""NumberLine: the line of a `ValueField` where a number is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from visualiser.widgets.labels import tabular

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
UP_AND_DOWN = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
# Steps of a key pressed together with Shift.
_SHIFT = 10
# Pixels: of the figures, as large as there is room for; and around them, with the cursor.
_LARGEST, _SMALLEST = 13, 11
_PADDING, _AROUND = 3, 12


class NumberLine(QLineEdit):
    """Where the number is typed.

    Signals
    -------
    finished
        By Enter, or by going elsewhere.
    cancelled
        By Esc.
    stepped (int, bool)
        By Up or Down: how many steps, and whether the key is held down.
    """

    finished = Signal()
    cancelled = Signal()
    stepped = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._write_in(_LARGEST)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def offer(self, text: str) -> None:
        """Offer this to be typed over, whole if it can be, else from its beginning."""
        for size in range(_LARGEST, _SMALLEST - 1, -1):
            self._write_in(size)
            if self.fontMetrics().horizontalAdvance(text) + _AROUND <= self.width():
                break
        self.setText(text)
        # As by `selectAll`, but with the cursor in front: the sign stays in sight.
        self.setSelection(len(text), -len(text))

    def mark_invalid(self, is_invalid: bool) -> None:
        """Mark the line, or take the mark away."""
        if bool(self.property("invalid")) != is_invalid:
            self.setProperty("invalid", is_invalid)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish by Enter, give up by Esc, change the number by Up and Down."""
        key = Qt.Key(event.key())
        # None of them reaches the chip below, which would begin anew.
        if key in ENTER:
            self.finished.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in UP_AND_DOWN:
            self.stepped.emit(UP_AND_DOWN[key] * times(event), event.isAutoRepeat())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, but not for a menu that opens over it."""
        super().focusOutEvent(event)
        kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in kept and self.isVisible():
            self.finished.emit()

    def _write_in(self, size: int) -> None:
        font = tabular(self.font())
        font.setPixelSize(size)
        self.setFont(font)
        # The application's style sheet would have its own size.
        self.setStyleSheet(f"padding: 0 {_PADDING}px; font-size: {size}px;")


def times(event: QKeyEvent) -> int:
    """How many steps a press of Up or Down is worth."""
    return _SHIFT if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
