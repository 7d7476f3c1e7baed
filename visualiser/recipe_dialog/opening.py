"""RecipeChanging: opens the dialog in which what a step does is chosen, and wires it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from visualiser.panels.notice import NoticePanel
from visualiser.training.messages import Command
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot

if TYPE_CHECKING:
    from visualiser.recipe_dialog.dialog import RecipeDialog


class RecipeChanging(QObject):
    """Keeps the dialog, once there is one.

    Parameters
    ----------
    window : QWidget
        The dialog's parent; the window can be used meanwhile.
    session : TrainingSession
    notice : NoticePanel
    """

    def __init__(self, window: QWidget, session: TrainingSession, notice: NoticePanel) -> None:
        super().__init__(window)
        self._window, self._session, self._notice = window, session, notice
        self._actions: list[QAction] = []
        self._dialog: RecipeDialog | None = None
        self._snapshot: Snapshot | None = None
        session.snapshot_taken.connect(self._take)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """All of the window, by id: some of their keys are those of the dialog too."""
        self._actions = [actions[name] for name in ("undo", "redo")]

    def open(self) -> None:
        """Show the dialog, or bring it to the front."""
        if self._dialog is None:
            self._dialog = self._new_dialog()
        dialog = self._dialog
        if self._snapshot is not None:
            dialog.show_snapshot(self._snapshot)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _new_dialog(self) -> RecipeDialog:
        # Few ask for it, so its modules are not loaded before the first frame.
        from visualiser.recipe_dialog.dialog import RecipeDialog  # noqa: PLC0415 (loaded when wanted)

        dialog = RecipeDialog(self._window)
        dialog.addActions(self._actions)
        dialog.command_given.connect(self._send)
        dialog.refused.connect(self._notice.say)
        self._session.refused.connect(dialog.note_refusal)
        return dialog

    @Slot(object)
    def _send(self, command: Command) -> None:
        # What was wrong before has been put right; if not, it will be said again.
        self._notice.hide()
        self._session.send(command)

    @Slot(object)
    def _take(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self._dialog is not None:
            self._dialog.show_snapshot(snapshot)
