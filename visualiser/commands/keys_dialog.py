"""KeysDialog: every command with its keys, to be found, read and changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visualiser.commands.key_editor import KeyEditor
from visualiser.commands.keymap import Keymap
from visualiser.commands.keys_list import KeysList
from visualiser.theme import Theme
from visualiser.widgets.first_size import open_with
from visualiser.widgets.labels import line

_MARGIN, _GAP = 16, 12
_SIZE = (620, 680)


class KeysDialog(QDialog):
    """Does not block the window: keys can be tried while it is open.

    Parameters
    ----------
    keymap : Keymap
    """

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys_dialog")
        self.setWindowTitle(self.tr("Keys"))
        self._keymap = keymap
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search for a command or a key"))
        self._search.setAccessibleName(self.tr("Search for a command or a key"))
        self._search.setToolTip(self.tr("Words in any order; only what they find is listed."))
        self._search.setClearButtonEnabled(True)
        self._list = KeysList(keymap)
        self._editor = KeyEditor(keymap)
        self._reset_all, self._close = (
            _button(self.tr("Reset all keys"), self.tr("Let every command have its first keys.")),
            _button(self.tr("Close"), self.tr("Close this list; the keys are kept.")),
        )
        self._assemble()
        self._search.textChanged.connect(self._list.search)
        self._list.chosen.connect(self._show_chosen)
        self._list.key_asked.connect(self._editor.start)
        self._editor.done.connect(self._list.setFocus)
        self._reset_all.clicked.connect(self._reset)
        self._close.clicked.connect(self.close)
        keymap.changed.connect(self._show_reset)
        self._show_chosen()
        self._show_reset()
        open_with(self, *_SIZE)

    def _assemble(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._reset_all)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(line())
        column.addWidget(self._editor)
        column.addWidget(line())
        column.addLayout(foot)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._list.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Let a command be searched for at once."""
        super().showEvent(event)
        self._search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; from the field, Down leads to the list."""
        focused, key = self.focusWidget(), event.key()
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QAbstractButton):
            focused.click()
        elif focused is self._search and (is_enter or key == Qt.Key.Key_Down):
            self._list.setFocus()
        elif not is_enter:
            super().keyPressEvent(event)

    @Slot()
    def _show_chosen(self) -> None:
        self._editor.show_for(self._list.what)

    @Slot()
    def _show_reset(self) -> None:
        self._reset_all.setEnabled(self._keymap.is_any_changed)

    @Slot()
    def _reset(self) -> None:
        self._keymap.reset_all()
        self._editor.say(self.tr("Every command has its first keys again."))
        self._list.setFocus()


def _button(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("chip")
    made.setAutoDefault(False)
    made.setToolTip(tip)
    return made
