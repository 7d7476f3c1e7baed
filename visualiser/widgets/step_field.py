"""StepField: the number of a step, to be typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox

from visualiser.widgets.number_field import grouping_locale


class StepField(QSpinBox):
    """The number of a step, taken over by Enter or by leaving the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 2**31 - 1)
        self.setGroupSeparatorShown(True)
        self.setLocale(grouping_locale())
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(84)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Esc, and pass it on."""
        if event.key() == Qt.Key.Key_Escape:
            self.setValue(self.value())
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn by the wheel only where somebody types: else it is the page that is scrolled."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
