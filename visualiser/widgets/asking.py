"""Asking: keeps a page's questions about the run answered, and asks no more than that takes."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from visualiser.training.messages import Answered
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot

# Seconds between two rounds of questions while playing, at the least and as a multiple of what
# the last round took; and after which an answer is lost, as the process that owed it is.
_BETWEEN, _TIMES, _PATIENCE = 0.25, 30.0, 3.0


class Asking(QObject):
    """Asks what is wanted, again when the run has moved, never twice at a time.

    Signals
    -------
    asked (Question)
    """

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: set[Question] = set()
        self._asked_for: object = None
        self._asked_at = -_PATIENCE
        self._between = _BETWEEN

    def want(self, questions: tuple[Question, ...], snapshot: Snapshot) -> None:
        """Have these answered for the run as it stands now."""
        progress = snapshot.progress
        stands_at = (progress.position, progress.length, progress.changes)
        state = (questions, snapshot.description, *stands_at)
        since = time.monotonic() - self._asked_at
        is_busy = bool(self._pending) and since < _PATIENCE
        if is_busy or state == self._asked_for or (progress.playing and since < self._between):
            return
        self._asked_for, self._asked_at = state, time.monotonic()
        self._pending = set(questions)
        for question in questions:
            self.asked.emit(question)

    def take(self, answered: Answered) -> bool:
        """Take note of an answer; return whether it is one that is waited for."""
        is_awaited = answered.question in self._pending
        self._pending.discard(answered.question)
        if is_awaited and not self._pending:
            self._between = max(_BETWEEN, _TIMES * (time.monotonic() - self._asked_at))
        return is_awaited
