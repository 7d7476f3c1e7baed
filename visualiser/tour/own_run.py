"""OwnRun: whether the user's own run is put aside, and that it is back before the window closes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from visualiser.training import messages as m
from visualiser.training.session import TrainingSession


class OwnRun(QObject):
    """Follows where the user's own run is.

    Parameters
    ----------
    window : QMainWindow
    session : TrainingSession

    Signals
    -------
    aside_changed (bool)
        Whether it is put aside, while a run of the tour's is shown.
    """

    aside_changed = Signal(bool)

    def __init__(self, window: QMainWindow, session: TrainingSession) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._is_aside = self._is_closing = self._lets_go = False
        session.run_opened.connect(self._note_run)
        session.snapshot_taken.connect(self._go_on_closing)
        session.trainer_lost.connect(self._note_lost)

    @property
    def is_aside(self) -> bool:
        """Whether it is put aside."""
        return self._is_aside

    def may_close(self) -> bool:
        """Whether the window may close now.

        If not, the own run is brought back, and the window is told to close again: then it is
        asked what becomes of that run, as it always is.
        """
        if not self._is_aside or self._lets_go:
            return True
        self._is_closing = True
        self._session.send(m.BringBack())
        return False

    def let_go(self) -> None:
        """Let the window close, whatever is shown."""
        self._lets_go = True

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._is_aside = description.is_visit
        self.aside_changed.emit(self._is_aside)

    @Slot()
    def _go_on_closing(self) -> None:
        """Close the window where that was wished, now that it is known how the own run stands."""
        if self._is_closing and not self._is_aside:
            self._is_closing = False
            QTimer.singleShot(0, self._window, self._window.close)

    @Slot(bool)
    def _note_lost(self, can_go_on: bool) -> None:
        if self._is_closing and not can_go_on:
            self._lets_go = True
            self._window.close()
