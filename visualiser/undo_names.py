"""UndoNames: “Undo” and “Do again” in the menu, named after the changes that they are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QWidget

from core.history import Change
from visualiser.change_words import changes_text
from visualiser.commands.actions import explain
from visualiser.number_format import NumberStyle, count, style
from visualiser.training.snapshot import Snapshot

_Known = tuple[tuple[Change, ...], tuple[Change, ...], NumberStyle]


class UndoNames(QObject):
    """Says in the two actions what they would do, and disables what there is nothing for.

    The keys are heard nevertheless: the run then says why nothing is done.

    Parameters
    ----------
    actions : mapping of QAction
        By id; "undo" and "redo" are named.
    undo, redo : callable
        What their keys do while they are disabled.
    parent : QWidget
        In the window whose keys they are.
    """

    def __init__(
        self,
        actions: Mapping[str, QAction],
        undo: Callable[[], object],
        redo: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._known: _Known | None = None
        self._undo = _NamedAction(actions["undo"], undo, parent)
        self._redo = _NamedAction(actions["redo"], redo, parent)
        self._undo.show_nothing()
        self._redo.show_nothing()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Name what can be undone and done again in this state."""
        progress = snapshot.progress
        known = (progress.undoable, progress.redoable, style())
        if known == self._known:
            return
        self._known = known
        self._name_undo(progress.undoable, progress.changes)
        # Those that it would follow tell what it would freeze or knock out besides.
        before = [change for change in progress.changes if change.step <= progress.position]
        self._name_redo(progress.redoable, [*before, *progress.redoable])

    def _name_undo(self, made: Sequence[Change], changes: Sequence[Change]) -> None:
        if not made:
            self._undo.show_nothing()
            return
        change, step = changes_text(made, changes), count(made[-1].step)
        self._undo.show_change(
            self.tr("Undo: {change}").format(change=change),
            self.tr("Take back that {change}, and be at step {step}.").format(
                change=change, step=step
            ),
        )

    def _name_redo(self, made: Sequence[Change], changes: Sequence[Change]) -> None:
        if not made:
            self._redo.show_nothing()
            return
        change = changes_text(made, changes)
        self._redo.show_change(
            self.tr("Do again: {change}").format(change=change),
            self.tr("Make the change again that was undone: {change}.").format(change=change),
        )


class _NamedAction(QObject):
    """One action, as it is called usually and after a change."""

    def __init__(self, action: QAction, act: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._action, self._usual = action, (action.text(), action.whatsThis())
        # A disabled action hears no keys.
        self._heard = QShortcut(parent)
        self._heard.activated.connect(act)
        action.changed.connect(self._hear)
        self._hear()

    def show_nothing(self) -> None:
        """There is nothing to do."""
        self._show(*self._usual, is_enabled=False)

    def show_change(self, text: str, tip: str) -> None:
        """Say this."""
        self._show(text, tip, is_enabled=True)

    def _show(self, text: str, tip: str, is_enabled: bool) -> None:
        self._action.setText(text)
        explain(self._action, tip)
        self._action.setEnabled(is_enabled)

    @Slot()
    def _hear(self) -> None:
        """Hear the keys that the action has now, where it does not itself."""
        self._heard.setKeys(self._action.shortcuts())
        self._heard.setEnabled(not self._action.isEnabled())
