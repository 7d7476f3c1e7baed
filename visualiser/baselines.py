"""BaselinesOpening: opens the window that says what a network must beat, and keeps it true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from visualiser.theme import DARK, Theme
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot

if TYPE_CHECKING:
    from visualiser.baselines_dialog import BaselinesDialog


class BaselinesOpening(QObject):
    """Makes the window when it is first asked for.

    Parameters
    ----------
    window : QWidget
    session : TrainingSession
    """

    def __init__(self, window: QWidget, session: TrainingSession) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._theme = DARK
        self._snapshot: Snapshot | None = None
        self._dialog: BaselinesDialog | None = None
        session.snapshot_taken.connect(self._take)
        session.answered.connect(self._pass_on)

    @Slot()
    def open(self) -> None:
        """Open it, or bring it to the front."""
        if self._snapshot is None:
            return
        if self._dialog is None:
            from visualiser.baselines_dialog import BaselinesDialog  # noqa: PLC0415 (loaded when wanted)

            self._dialog = BaselinesDialog(self._window)
            self._dialog.question_asked.connect(self._session.ask)
            self._dialog.set_theme(self._theme)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._dialog.show_snapshot(self._snapshot)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    @Slot(object)
    def _take(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_snapshot(snapshot)

    @Slot(object)
    def _pass_on(self, answered: m.Answered) -> None:
        if self._dialog is not None:
            self._dialog.show_answer(answered)
