"""Looking: asks what the layers were like over the run, and no more than is not known yet."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from visualiser.over_time.knowledge import Course, Knowledge
from visualiser.training.messages import Answered, PartlyAnswered, Progress
from visualiser.training.over_time_questions import Look, LookedBack, OverTheRun

# Seconds between two questions while playing, at the least and as a multiple of what the last
# one took.
_BETWEEN, _TIMES = 0.5, 10.0


class Looking(QObject):
    """Keeps the knowledge of one run, one question at a time.

    Attributes
    ----------
    share : float or None
        How much of the present question is answered, 0 to 1; None where none is asked.
    is_stopped : bool
        Whether it was told to ask no more.
    looked : LookedBack or None
        How it was looked back when that was last complete.

    Signals
    -------
    asked (Question)
    stopped (Question)
        It is to be answered no further.
    changed
        More is known, or it is asked for.
    """

    asked = Signal(object)
    stopped = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.share: float | None = None
        self.is_stopped = False
        self.looked: LookedBack | None = None
        self._knowledge = Knowledge()
        self._question: OverTheRun | None = None
        self._asked_for: object = None
        self._answered_for: object = None
        self._began = self._next = 0.0

    def clear(self) -> None:
        """Be about another run, of which nothing is known."""
        self._knowledge.clear()
        self.looked = self._answered_for = None
        self.is_stopped = False
        self.forget()

    def forget(self) -> None:
        """Wait for no answer: who owed it is gone."""
        self._question = self.share = None
        self.changed.emit()

    def course(self, progress: Progress) -> Course:
        """What is known of the course of events that the run is on."""
        return self._knowledge.course(progress)

    def follow(self, progress: Progress) -> None:
        """Ask for what is not known yet, unless it was told to stop."""
        if self.is_stopped or self._question is not None or not self._is_due(progress):
            return
        known = self._knowledge.course(progress).steps.tolist()
        self._question = OverTheRun(tuple(known), with_ends=not progress.playing)
        self._asked_for, self._began = _state(progress), time.monotonic()
        self.share = 0.0
        self.asked.emit(self._question)
        self.changed.emit()

    def stop(self) -> None:
        """Ask no more; what is known stays."""
        self.is_stopped = True
        self.pause()

    def pause(self) -> None:
        """Have the present question answered no further: nobody looks."""
        if self._question is not None:
            self.stopped.emit(self._question)
        self.forget()

    def go_on(self, progress: Progress) -> None:
        """Ask again."""
        self.is_stopped = False
        self._next = 0.0
        self.follow(progress)
        self.changed.emit()

    def take_part(self, partly: PartlyAnswered) -> None:
        """Take note of a look, if it was asked for here."""
        found = partly.part.found
        if isinstance(found, Look) and partly.question == self._question:
            self._knowledge.add(found)
            self.share = partly.part.share
            self.changed.emit()

    def take(self, answered: Answered) -> None:
        """Take note that a question is answered, if it was asked here."""
        if answered.question == self._question and isinstance(answered.answer, LookedBack):
            self.looked, self._answered_for = answered.answer, self._asked_for
            now = time.monotonic()
            self._next = now + max(_BETWEEN, _TIMES * (now - self._began))
            self.forget()

    def _is_due(self, progress: Progress) -> bool:
        if _state(progress) == self._answered_for:
            return False
        return not progress.playing or time.monotonic() >= self._next


def _state(progress: Progress) -> object:
    """All that decides which steps are looked at."""
    return progress.position, progress.length, progress.playing, progress.changes
