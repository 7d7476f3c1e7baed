"""NumberField: a field for one number, which keeps what is typed until it makes sense."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from visualiser.number_format import entered, style, typed


def grouping_locale() -> QLocale:
    """A locale that groups thousands as the present style does, for Qt's own fields."""
    # French sets them apart by a narrow space that does not break, English by a comma.
    has_comma = style().mark == ","
    return QLocale(QLocale.Language.French if has_comma else QLocale.Language.English)


def mark_invalid(field: QWidget, is_invalid: bool) -> None:
    """Mark a field as one that cannot be used as it is, or take the mark away."""
    if bool(field.property("invalid")) != is_invalid:
        field.setProperty("invalid", is_invalid)
        field.style().unpolish(field)
        field.style().polish(field)


class NumberField(QLineEdit):
    """A number that is taken over by Enter or by leaving the field.

    It is shown with the decimal mark of the present style; both marks are understood.
    Up and Down change it by a tenth (a whole number by 1), Esc brings the old one back.

    Signals
    -------
    value_entered (float)
    text_refused (str)
        What was typed is no number.
    put_right
        What was refused is no longer there.
    """

    value_entered = Signal(float)
    text_refused = Signal(str)
    put_right = Signal()

    def __init__(self, name: str, tip: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setFixedWidth(width)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._value = 0.0
        self._is_whole = False
        self.editingFinished.connect(self._take)

    @Slot()
    def write_again(self) -> None:
        """Show the number in the present style, but never over what is being typed."""
        if not self.isModified():
            self._show()

    def set_whole(self) -> None:
        """Count in whole numbers."""
        self._is_whole = True

    def show_value(self, value: float) -> None:
        """Show a number that holds now, but never over what is being typed."""
        is_new = value != self._value
        self._value = value
        if is_new and not (self.hasFocus() and self.isModified()):
            self._show()

    def mark_invalid(self, is_invalid: bool) -> None:
        """Mark the field, or take the mark away."""
        mark_invalid(self, is_invalid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the number by Up and Down; give up by Esc."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if steps is not None:
            self._change(steps)
        elif event.key() == Qt.Key.Key_Escape:
            self._show()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def _change(self, steps: int) -> None:
        value = self._value
        changed = value + steps if self._is_whole else value * (1.1 if steps > 0 else 1 / 1.1)
        # Taken for granted, since the next press may come before the answer.
        self._value = changed if self._is_whole else float(f"{changed:.3g}")
        self._show()
        self.value_entered.emit(self._value)

    def _show(self) -> None:
        self.setText(typed(self._value))
        self.setModified(False)
        if self.property("invalid"):
            self.mark_invalid(False)
            self.put_right.emit()

    @Slot()
    def _take(self) -> None:
        if not self.isModified():
            return
        try:
            value = entered(self.text(), self._is_whole)
        except ValueError:
            self.mark_invalid(True)
            self.text_refused.emit(self.text())
            return
        self.setModified(False)
        if value == self._value:
            self._show()
        else:
            self.value_entered.emit(value)
