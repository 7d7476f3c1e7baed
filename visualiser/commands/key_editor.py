"""KeyEditor: gives a command other keys, and asks where another command has them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visualiser.commands.description import Description
from visualiser.commands.fixed_keys import FixedKeys
from visualiser.commands.key_field import KeyField
from visualiser.commands.key_text import is_reserved, listed, native, portable
from visualiser.commands.keymap import Keymap
from visualiser.commands.table import descriptions
from visualiser.widgets.labels import label


class KeyEditor(QWidget):
    """For the command that is chosen.

    Parameters
    ----------
    keymap : Keymap

    Signals
    -------
    done ()
        The keys were given, or given up: the focus can go back.
    """

    done = Signal()

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._titles = {one.id: one.title for one in descriptions()}
        self._what: Description | None = None
        self._wanted = ""
        self._title, self._tip = label("number"), label("secondary", wrap=True)
        self._field = KeyField()
        self._field.setAccessibleName(self.tr("New keys"))
        self._field.setToolTip(self.tr("The next key that is pressed here, with Ctrl, Shift, Alt."))
        self._besides = QCheckBox(self.tr("Keep its other keys"))
        self._besides.setToolTip(self.tr("Whether new keys are added to those that it has."))
        self._none = _button(
            self.tr("No keys"), self.tr("Let it have no keys at all."), self._take_away
        )
        self._reset = _button(
            self.tr("Reset"), self.tr("Let it have its first keys again."), self._reset_keys
        )
        self._says = QLabel()
        self._says.setWordWrap(True)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setToolTip(self.tr("What became of the keys that were pressed."))
        self._take = _button(
            self.tr("Take it"), self.tr("Take the key away from the other command."), self._take_it
        )
        self._leave = _button(
            self.tr("Leave it"), self.tr("Let the other command keep it."), self._leave_it
        )
        self._assemble()
        self._field.pressed.connect(self._ask_for)
        self._field.given_up.connect(self._leave_it)
        keymap.changed.connect(self._show_buttons)

    def _assemble(self) -> None:
        choice, question = QHBoxLayout(), QHBoxLayout()
        choice.addWidget(self._field, 1)
        choice.addWidget(self._besides)
        choice.addWidget(self._none)
        choice.addWidget(self._reset)
        question.addWidget(self._says, 1)
        question.addWidget(self._take)
        question.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._tip)
        column.addLayout(choice)
        column.addLayout(question)

    def show_for(self, what: Description | FixedKeys | None) -> None:
        """Let the keys of this be chosen."""
        self._what = what if isinstance(what, Description) else None
        self._wanted = ""
        self._field.clear()
        if isinstance(what, Description):
            self._describe(what.title, what.tip)
        elif what is None:
            self._describe(self.tr("Nothing is called so"), self.tr("Type fewer letters above."))
        else:
            self._describe(what.name or listed(what.keys), what.does)
        fixed = self.tr("These keys belong to a part of the window and cannot be changed.")
        self._say(fixed if isinstance(what, FixedKeys) else "")
        self._show_buttons()

    def start(self) -> None:
        """Have the next key taken."""
        if self._what is not None:
            self._field.clear()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str) -> None:
        """Say something of the keys."""
        self._say(text)

    def _describe(self, title: str, tip: str) -> None:
        self._title.setText(title)
        self._title.setToolTip(self.tr("The command whose keys can be chosen here."))
        self._tip.setText(tip)
        self._tip.setToolTip(self.tr("What comes of it."))

    @Slot()
    def _show_buttons(self) -> None:
        what = self._what
        for one in (self._field, self._besides):
            one.setEnabled(what is not None)
        self._none.setEnabled(what is not None and bool(self._keymap.keys(what.id)))
        self._reset.setEnabled(what is not None and self._keymap.is_changed(what.id))

    # ---------------------------------------------------------------- giving keys

    @Slot(str)
    def _ask_for(self, pressed: str) -> None:
        """Give the key; where another command has it, ask; where nobody can have it, say so."""
        what, key = self._what, portable(pressed)
        if what is None or key is None:
            return
        holder = self._keymap.holder(key)
        if is_reserved(key):
            text = self.tr("{key} has a use of its own in parts of the window; press another key.")
            self._say(text.format(key=native(key)))
        elif holder is None or holder == what.id:
            self._give(key)
        else:
            self._wanted = key
            text = self.tr("{key} is a key of “{command}”.")
            self._say(text.format(key=native(key), command=self._titles[holder]), asks=True)
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, key: str) -> None:
        what = self._what
        if what is None:
            return
        before = self._keymap.keys(what.id) if self._besides.isChecked() else ()
        self._keymap.give(what.id, (*before, key))
        self._end()
        text = self.tr("From now on, press {keys} for “{command}”.")
        keys = listed(self._keymap.keys(what.id))
        self._say(text.format(command=what.title, keys=keys))

    @Slot()
    def _take_it(self) -> None:
        self._give(self._wanted)

    @Slot()
    def _leave_it(self) -> None:
        self._say("")
        self._end()

    @Slot()
    def _take_away(self) -> None:
        if self._what is not None:
            self._keymap.give(self._what.id, ())
            self._end()
            self._say(self.tr("“{command}” has no keys now.").format(command=self._what.title))

    @Slot()
    def _reset_keys(self) -> None:
        what = self._what
        if what is None:
            return
        kept = self._keymap.reset(what.id)
        self._end()
        if kept:
            holder = self._titles[self._keymap.holder(kept[0]) or what.id]
            text = self.tr("{key} stays with “{command}”, which was given it.")
            self._say(text.format(key=native(kept[0]), command=holder))
        else:
            text = self.tr("“{command}” has its first keys again.")
            self._say(text.format(command=what.title))

    def _end(self) -> None:
        self._wanted = ""
        self._field.clear()
        self.done.emit()

    def _say(self, text: str, asks: bool = False) -> None:
        self._says.setText(text)
        for one in (self._take, self._leave):
            one.setVisible(asks)


def _button(text: str, tip: str, act: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("chip")
    made.setAutoDefault(False)
    made.setToolTip(tip)
    made.clicked.connect(act)
    return made
