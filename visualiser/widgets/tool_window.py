"""ToolWindow: a window beside the main one, which Escape and Ctrl+W close."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from visualiser.resources import window_icon


class ToolWindow(QWidget):
    """A window of its own that Enter, Escape and Ctrl+W work in as everywhere.

    Parameters
    ----------
    parent : QWidget or None
        The main window, with which it closes.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowIcon(window_icon())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus; Escape and Ctrl+W close."""
        key, focused = event.key(), self.focusWidget()
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_close = key == Qt.Key.Key_W and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_enter and isinstance(focused, QAbstractButton):
            focused.click()
        elif is_enter and isinstance(focused, QComboBox):
            focused.showPopup()
        elif is_close or key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class AskingWindow(ToolWindow):
    """A tool window that has questions about the run answered.

    Signals
    -------
    question_asked (Question)
    question_stopped (Question)
        It is to be answered no further.
    step_chosen (int)
        The step is to be gone to.
    """

    question_asked = Signal(object)
    question_stopped = Signal(object)
    step_chosen = Signal(int)
