"""A small run, and who answers what a window asks about it, as the training process would."""

from __future__ import annotations

import numpy as np

from core import Dataset, Examples, Network, Run
from tests.visualiser.states import snapshot_of
from visualiser.landscape.window import PlaneWindow
from visualiser.over_time.window import OverTimeWindow
from visualiser.training import messages as m
from visualiser.training.long_answers import LongAnswers, LongQuestion


def small_run(steps: int = 40) -> Run:
    """4-3-2 neurons, on numbers out of nowhere."""
    random = np.random.default_rng(1)

    def some(count: int) -> Examples:
        return Examples.from_arrays(random.random((count, 4)), np.eye(2)[np.arange(count) % 2])

    data = Dataset("digits", some(30), some(6), (2, 2))
    run = Run(Network((4, 3, 2), seed=3), data, learning_rate=1.0, batch_size=5)
    run.train(steps)
    return run


class Desk:
    """Answers a window's questions, when it is told to.

    Attributes
    ----------
    asked, stopped : list of LongQuestion
    """

    def __init__(self, run: Run, window: OverTimeWindow | PlaneWindow) -> None:
        self.run, self._window = run, window
        self.asked: list[LongQuestion] = []
        self.stopped: list[LongQuestion] = []
        self._answers = LongAnswers()
        window.question_asked.connect(self._put)
        window.question_stopped.connect(self._drop)
        window.show()
        self.show()

    def show(self) -> None:
        """Tell the window where the run stands."""
        self._window.show_snapshot(snapshot_of(self.run))

    def answer(self, parts: int | None = None) -> None:
        """Answer all that was asked, or until so many parts are told."""
        told = 0
        while self._answers.has_work and told != parts:
            found = self._answers.go_on(self.run)
            if isinstance(found, m.PartlyAnswered):
                told += 1
                self._window.take_part(found)
            elif found is not None:
                self._window.take(found)

    def _put(self, question: LongQuestion) -> None:
        self.asked.append(question)
        self._answers.put(question)

    def _drop(self, question: LongQuestion) -> None:
        self.stopped.append(question)
        self._answers.drop(question)
