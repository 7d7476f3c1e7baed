"""KeyTip: a tooltip that names the keys of a command, whichever they are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from visualiser.commands.key_text import with_keys
from visualiser.commands.keymap import present


class KeyTip(QObject):
    """Writes the tooltip of what does the same as a command, and follows its keys.

    Parameters
    ----------
    owner : QWidget or QAction
        What has the tooltip; it lives as long.
    tip : str
        What comes of it, in a sentence.
    command : str
        The id of the command.
    """

    def __init__(self, owner: QWidget | QAction, tip: str, command: str) -> None:
        super().__init__(owner)
        self._owner, self._tip, self._command = owner, tip, command
        self._keymap = present()
        self._keymap.changed.connect(self._write)
        self._write()

    def say(self, tip: str) -> None:
        """Say something else of what comes of it."""
        self._tip = tip
        self._write()

    @Slot()
    def _write(self) -> None:
        self._owner.setToolTip(with_keys(self._tip, self._keymap.keys(self._command)))
