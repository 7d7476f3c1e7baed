"""TrainingAccuracy: has the training data evaluated at ends of epochs, a few at a time."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.history import Change, that_made
from core.metrics import Evaluation
from core.parameters import FloatArray, IntArray
from visualiser.training.cost_questions import MOST_STEPS, TrainingResult, TrainingResults
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.asking import Asking

# Ends of epochs that are asked for, evenly spread: more would take time and show no more.
_MOST = 120


class TrainingAccuracy(QObject):
    """Knows what the networks at ends of epochs make of all training data.

    Signals
    -------
    asked (Question)
    """

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking = Asking(self)
        self._asking.asked.connect(self.asked)
        self._known: dict[tuple[int, tuple[Change, ...]], Evaluation] = {}
        self._state: object = None
        self._results: dict[int, Evaluation] = {}

    def clear(self) -> None:
        """Forget all, as for a new run."""
        self._known.clear()
        self._state = None
        self._results = {}

    def want(self, snapshot: Snapshot, epoch_ends: FloatArray) -> None:
        """Have some more of these steps evaluated, the newest first."""
        known = self.results(snapshot, epoch_ends)
        wanted = [step for step in reversed(spread(epoch_ends).tolist()) if step not in known]
        if wanted:
            self._asking.want((TrainingResults(tuple(wanted[:MOST_STEPS])),), snapshot)

    def take(self, answered: Answered) -> bool:
        """Take note of an answer; return whether it was one to what was asked here."""
        if not isinstance(answered.question, TrainingResults):
            return False
        self._asking.take(answered)
        found = answered.answer
        if isinstance(found, tuple):
            known = (one for one in found if isinstance(one, TrainingResult))
            self._known.update({(one.step, one.changes): one.result for one in known})
        return True

    def results(self, snapshot: Snapshot, epoch_ends: FloatArray) -> dict[int, Evaluation]:
        """What is known of these steps (ascending) of the present course of events, by step."""
        if not self._known:
            return {}
        changes = snapshot.progress.changes
        state = (len(self._known), len(epoch_ends), epoch_ends[-1:].tolist(), changes)
        if state != self._state:
            self._state = state
            ends = set(np.intersect1d(epoch_ends, [step for step, _ in self._known]).tolist())
            self._results = {
                step: found
                for (step, made), found in self._known.items()
                if step in ends and made == that_made(changes, step)
            }
        return self._results


def spread(steps: FloatArray) -> IntArray:
    """Some of many steps, evenly spread, and the last; those chosen stay as more steps come."""
    stride = 1
    while len(steps) > _MOST * stride:
        stride *= 2
    return np.union1d(steps[stride - 1 :: stride], steps[-1:]).astype(np.int64)


def accuracies(results: dict[int, Evaluation]) -> tuple[FloatArray, FloatArray]:
    """Steps, ascending, and the shares read right."""
    steps = sorted(results)
    shares = [results[step].accuracy for step in steps]
    return np.array(steps, np.float64), np.array(shares, np.float64)
