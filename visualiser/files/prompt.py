"""UnsavedPrompt: the question what becomes of a run before something takes its place."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QMessageBox, QPushButton, QWidget

# What takes its place.
Reason = Literal["close", "open", "restart"]

_MARGINS = (20, 20, 20, 16)  # pixels


class UnsavedPrompt(QMessageBox):
    """Save, Discard or Cancel; Enter saves, Esc cancels. Once opened, it is gone when answered.

    Parameters
    ----------
    reason : {"close", "open", "restart"}
    name : str
        Of the file that the run has; empty where it has none.
    parent : QWidget

    Signals
    -------
    answered (str)
        "save", "discard" or "cancel".
    """

    answered = Signal(str)

    def __init__(self, reason: Reason, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The run is not saved"))
        # The name of a file is never to be read as HTML.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(question(reason, name))
        # Without a file, another question follows.
        save = self._button(self.tr("Save") if name else self.tr("Save as …"), "primary", "Accept")
        discard = self._button(self.tr("Discard"), "chip", "Destructive")
        cancel = self._button(self.tr("Cancel"), "chip", "Reject")
        save.setToolTip(self.tr("Saves the run, and then goes on."))
        discard.setToolTip(self.tr("Goes on; what is not saved is lost."))
        cancel.setToolTip(self.tr("Leaves everything as it is."))
        self._save, self._discard = save, discard
        self.setDefaultButton(save)
        self.setEscapeButton(cancel)
        self._align()
        self.finished.connect(self._tell)

    def _align(self) -> None:
        """Begin the sentence where the buttons begin: Qt keeps room for an icon beside it."""
        layout = self.layout()
        if not isinstance(layout, QGridLayout):
            return
        layout.setContentsMargins(*_MARGINS)
        layout.setHorizontalSpacing(0)
        layout.setColumnStretch(1, 1)
        first = layout.itemAtPosition(0, 0)
        spacer = None if first is None else first.spacerItem()
        if spacer is not None:
            spacer.changeSize(0, 0)
            layout.invalidate()

    def _button(self, text: str, kind: str, role: str) -> QPushButton:
        made = QPushButton(text, self)
        # Before the box has it: a name that is given later dresses it no more.
        made.setObjectName(kind)
        self.addButton(made, QMessageBox.ButtonRole[f"{role}Role"])
        return made

    @Slot()
    def _tell(self) -> None:
        clicked = self.clickedButton()
        is_save, is_discard = clicked is self._save, clicked is self._discard
        self.answered.emit("save" if is_save else "discard" if is_discard else "cancel")


def question(reason: Reason, name: str) -> str:
    """What is asked, of a run with a file of this name or with none."""
    translate = QCoreApplication.translate
    if name:
        asked = {
            "close": translate(
                "UnsavedPrompt", "Save the changes to “{name}” before the window closes?"
            ),
            "open": translate(
                "UnsavedPrompt", "Save the changes to “{name}” before another run is opened?"
            ),
            "restart": translate(
                "UnsavedPrompt", "Save the changes to “{name}” before a new run takes its place?"
            ),
        }
    else:
        asked = {
            "close": translate("UnsavedPrompt", "Save this run before the window closes?"),
            "open": translate("UnsavedPrompt", "Save this run before another one is opened?"),
            "restart": translate(
                "UnsavedPrompt", "Save this run before a new one takes its place?"
            ),
        }
    return asked[reason].format(name=name)
