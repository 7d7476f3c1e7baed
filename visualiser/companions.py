"""Companions: opens the windows beside the cost plot, and keeps them about the run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from visualiser.commands.actions import make_actions
from visualiser.theme import DARK, Theme
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot

if TYPE_CHECKING:
    from visualiser.landscape.window import PlaneWindow
    from visualiser.over_time.window import OverTimeWindow

Window = TypeVar("Window", "OverTimeWindow", "PlaneWindow")


class Companions(QObject):
    """The layers over the run, and C over a plane: each window made when it is first opened.

    Parameters
    ----------
    parent : QWidget
        The main window.
    session : TrainingSession

    Attributes
    ----------
    over_time : OverTimeWindow or None
    plane : PlaneWindow or None
    """

    def __init__(self, parent: QWidget, session: TrainingSession) -> None:
        super().__init__(parent)
        self._parent, self._session = parent, session
        self._theme = DARK
        self._snapshot: Snapshot | None = None
        self.over_time: OverTimeWindow | None = None
        self.plane: PlaneWindow | None = None
        session.run_opened.connect(self._note_run)
        session.snapshot_taken.connect(self._note_snapshot)
        session.answered.connect(self._note_answer)
        session.partly_answered.connect(self._note_part)
        session.refused.connect(self._note_refused)
        session.failed.connect(self._forget)
        session.trainer_lost.connect(self._forget)

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by id."""
        return {"over_time": self.open_over_time, "cost_plane": self.open_plane}

    def open_over_time(self) -> None:
        """Show gradient norms, saturation and histograms over the run."""
        if self.over_time is None:
            # Not everyone looks, so it is not loaded before the first frame.
            from visualiser.over_time.window import OverTimeWindow  # noqa: PLC0415 (loaded when wanted)

            self.over_time = self._begun(OverTimeWindow(self._parent))
        self._enter(self.over_time)

    def open_plane(self) -> None:
        """Show C over a plane; compute the first one."""
        if self.plane is None:
            from visualiser.landscape.window import PlaneWindow  # noqa: PLC0415 (loaded when wanted)

            self.plane = self._begun(PlaneWindow(self._parent))
        self._enter(self.plane)
        self.plane.begin()

    def close(self) -> None:
        """Close both."""
        for window in self._windows():
            window.close()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for window in self._windows():
            window.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        for window in self._windows():
            window.write_numbers()

    # ---------------------------------------------------------------- inside

    def _windows(self) -> list[OverTimeWindow | PlaneWindow]:
        return [window for window in (self.over_time, self.plane) if window is not None]

    def _begun(self, window: Window) -> Window:
        window.question_asked.connect(self._session.ask)
        window.question_stopped.connect(self._session.stop_answering)
        window.step_chosen.connect(self._go_to)
        # The main window's keys are not heard in this one: it has these of its own.
        window.addActions(list(make_actions(window, self.callbacks()).values()))
        window.set_theme(self._theme)
        if self._snapshot is not None:
            window.show_snapshot(self._snapshot)
        return window

    @staticmethod
    def _enter(window: OverTimeWindow | PlaneWindow) -> None:
        window.show()
        window.raise_()
        window.activateWindow()
        window.take_focus()

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._snapshot = None
        for window in self._windows():
            window.show_run(description)

    @Slot(object)
    def _note_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        for window in self._windows():
            window.show_snapshot(snapshot)

    @Slot(object)
    def _note_answer(self, answered: m.Answered) -> None:
        for window in self._windows():
            window.take(answered)

    @Slot(object)
    def _note_part(self, partly: m.PartlyAnswered) -> None:
        for window in self._windows():
            window.take_part(partly)

    @Slot(object, object)
    def _note_refused(self, _: UserError, command: m.Command | None) -> None:
        # Of no command: it may have been what was being answered.
        if command is None:
            self._forget()

    @Slot()
    def _forget(self) -> None:
        for window in self._windows():
            window.forget()

    @Slot(int)
    def _go_to(self, step: int) -> None:
        self._session.send(m.GoTo(step))
