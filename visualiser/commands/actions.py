"""The actions themselves, made from their descriptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from visualiser.commands.description import Description
from visualiser.commands.key_text import with_keys
from visualiser.commands.keymap import present
from visualiser.commands.table import descriptions
from visualiser.resources import icon
from visualiser.theme import Theme

# Its icon and its title say whether the run plays: who shows it sees to that.
_DRESSED_ELSEWHERE = ("play",)


class Command(QAction):
    """An action that has the keys which the user chose for it.

    Parameters
    ----------
    description : Description
    parent : QObject
    """

    def __init__(self, description: Description, parent: QObject) -> None:
        super().__init__(description.title, parent)
        self.description = description
        self._keymap = keymap = present()
        self.setObjectName(description.id)
        self.setAutoRepeat(description.repeats)
        self.setWhatsThis(description.tip)
        keymap.changed.connect(self._take_keys)
        self.enabledChanged.connect(self._explain_again)
        self._take_keys()

    @Slot()
    def _take_keys(self) -> None:
        keys = self._keymap.keys(self.description.id)
        self.setShortcuts([QKeySequence(key) for key in keys])
        self._explain_again()

    @Slot()
    def _explain_again(self) -> None:
        explain(self, self.whatsThis())

    @property
    def why_off(self) -> str:
        """Why it cannot be done now, in a sentence; empty where it can."""
        return "" if self.isEnabled() else self.description.why_off


def make_actions(
    parent: QObject, callbacks: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """The actions that have a callback, by id, each connected to that callback.

    Parameters
    ----------
    parent : QObject
        The window in which their keys are heard.
    callbacks : mapping of callable
        What they do, by id.
    """
    made: dict[str, QAction] = {}
    for description in descriptions():
        if description.id in callbacks:
            action = Command(description, parent)
            action.triggered.connect(_without_checked(callbacks[description.id]))
            made[description.id] = action
    return made


def explain(action: QAction, tip: str) -> None:
    """Say in an action's tooltip what comes of it, its keys, and perhaps why it cannot be done."""
    action.setWhatsThis(tip)
    portable = QKeySequence.SequenceFormat.PortableText
    said = with_keys(tip, [key.toString(portable) for key in action.shortcuts()])
    why_off = action.why_off if isinstance(action, Command) else ""
    if why_off:
        said = f"{said}\n{why_off}"
    action.setToolTip(said)


def dress(actions: Iterable[QAction], theme: Theme) -> None:
    """Draw the icons of these actions in the colours of a theme."""
    for action in actions:
        if isinstance(action, Command) and action.description.id not in _DRESSED_ELSEWHERE:
            drawn = action.description.icon
            if drawn:
                action.setIcon(icon(drawn, theme.text))


def _without_checked(callback: Callable[[], object]) -> Callable[[bool], None]:
    """A slot for `triggered`, which tells whether the action is checked: none here is."""

    def call(_: bool) -> None:
        callback()

    return call
