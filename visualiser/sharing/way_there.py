"""WayThere: takes a new run to the step of a set-up, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import DivergenceError, UserError
from visualiser.number_format import count
from visualiser.panels.notice import NoticePanel
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot


class WayThere(QObject):
    """Trains as fast as it goes until a step is reached, or somebody stops it.

    Parameters
    ----------
    session : TrainingSession
    notice : NoticePanel
    speed : callable
        Returns the steps a second that are chosen, which hold again afterwards.

    Signals
    -------
    ended (bool)
        Whether the step was reached.
    """

    ended = Signal(bool)

    def __init__(
        self,
        session: TrainingSession,
        notice: NoticePanel,
        speed: Callable[[], float | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._notice, self._speed = session, notice, speed
        self._step: int | None = None
        self._has_begun = False
        self._said = ""
        session.snapshot_taken.connect(self._follow)
        session.refused.connect(self._note_refused)
        for signal in (session.run_opened, session.trainer_lost, session.failed):
            signal.connect(self._give_up)

    @property
    def is_going(self) -> bool:
        """Whether the step is still to be reached."""
        return self._step is not None

    def go(self, step: int) -> None:
        """Take the run, which is at its start, to this step."""
        self._step, self._has_begun = step, False
        if not step:
            self._end(True)
            return
        self._session.send(m.SetSpeed(None))
        self._session.send(m.Play(step))
        self._tell(0)

    @Slot(object)
    def _follow(self, snapshot: Snapshot) -> None:
        if self._step is None:
            return
        progress = snapshot.progress
        if progress.position >= self._step:
            self._end(True)
        elif self._has_begun and not progress.playing:
            self._end(False)
        else:
            # What comes before the first step may have been on its way.
            self._has_begun = self._has_begun or progress.playing
            self._tell(progress.position)

    def _tell(self, position: int) -> None:
        step = self._step or 1
        text = self.tr("Training to step {step}, as the set-up says: {percent} %").format(
            step=count(step), percent=100 * position // step
        )
        if text != self._said:
            self._said = text
            self._notice.say(text, self.tr("Stop here"), self._stop)

    def _stop(self) -> None:
        self._session.send(m.Pause())

    @Slot(object, object)
    def _note_refused(self, error: UserError, _: m.Command | None) -> None:
        if self.is_going and isinstance(error, DivergenceError):
            self._give_up()

    @Slot()
    def _give_up(self) -> None:
        if self.is_going:
            self._end(False)

    def _end(self, is_there: bool) -> None:
        self._step = None
        if self._said and self._notice.text() == self._said:
            self._notice.hide()
        self._said = ""
        self._session.send(m.SetSpeed(self._speed()))
        self.ended.emit(is_there)
