"""Steering: moves a run as keys, buttons and panels say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from visualiser.panels.notice import NoticePanel
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot


class Steering(QObject):
    """Plays, pauses, and goes to other steps.

    Parameters
    ----------
    session : TrainingSession
    notice : NoticePanel

    Attributes
    ----------
    is_playing : bool
        What the next press of the key that plays and pauses goes by.
    """

    def __init__(self, session: TrainingSession, notice: NoticePanel) -> None:
        super().__init__(session)
        self._session, self._notice = session, notice
        self.is_playing = False
        session.snapshot_taken.connect(self._note)

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """What is done for each action, by its id."""
        send = self._session.send
        return {
            "start": lambda: send(m.GoTo(0)),
            "back": lambda: send(m.Move(-1)),
            "play": self._play_or_pause,
            "step": lambda: send(m.Move(1)),
            "epoch": lambda: send(m.PlayEpoch()),
            "epoch_back": lambda: send(m.MoveEpochs(-1)),
            "epoch_forward": lambda: send(m.MoveEpochs(1)),
            "newest": lambda: send(m.GoTo(None)),
        }

    @Slot(object)
    def give(self, command: m.Command) -> None:
        """Send what was chosen in a panel."""
        # What was wrong before has been put right; if not, it will be said again.
        self._notice.hide()
        self._session.send(command)

    @Slot(int)
    def go_to(self, step: int) -> None:
        """Go to a step."""
        self._session.send(m.GoTo(step))

    def _play_or_pause(self) -> None:
        self._session.send(m.Pause() if self.is_playing else m.Play())
        # The next snapshot will say so, too, but another key may come before it.
        self.is_playing = not self.is_playing

    @Slot(object)
    def _note(self, snapshot: Snapshot) -> None:
        self.is_playing = snapshot.progress.playing
