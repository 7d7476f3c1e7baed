"""CostHistory: the cost of every step, and the results on test data."""

from __future__ import annotations

import weakref
from collections.abc import Mapping

import numpy as np

from core.evaluations import Evaluations
from core.growing import Growing
from core.metrics import Evaluation
from core.parameters import FloatArray
from visualiser.averages import MovingAverage
from visualiser.training.conditions import AVERAGED_STEPS
from visualiser.training.messages import Progress

WINDOW = AVERAGED_STEPS


class Unread:
    """From which step on a reader of a history has not seen its costs."""

    def __init__(self) -> None:
        self._since = 0

    def note(self, step: int) -> None:
        """The costs from this step on are others than before, or new."""
        self._since = min(self._since, step)

    def take(self, length: int) -> int:
        """The first step that is new to the reader, who has now seen all."""
        since, self._since = self._since, length
        return since


class CostHistory:
    """What the cost plot shows, grown by what every `Progress` brings.

    Attributes
    ----------
    before : ndarray
        The costs of the run before, with all that came of it: a view that is not written to.
    evaluations : Evaluations
        Test results by step.
    """

    def __init__(self) -> None:
        self._readers: weakref.WeakSet[Unread] = weakref.WeakSet()
        self._costs = Growing(np.float64)
        self.clear()

    def clear(self) -> None:
        """Forget all, as for a new run, but for the costs of the one before it."""
        self.before: FloatArray = self._costs.values
        self._costs = Growing(np.float64)
        self.evaluations = Evaluations()
        self._results = _Results()
        self._tell(0)

    def __len__(self) -> int:
        return len(self._costs)

    def reader(self) -> Unread:
        """Who keeps this can ask it what has become new since it last looked."""
        made = Unread()
        self._readers.add(made)
        return made

    def update(self, progress: Progress) -> None:
        """Drop what no longer holds, and add what is new."""
        start = progress.costs_from
        if start < len(self):
            self.evaluations = self.evaluations.until(start)
        if progress.evaluations:
            self.evaluations.add(progress.evaluations)
        self._results.follow(self.evaluations, progress.evaluations)
        self._costs.put(start, progress.costs)
        self._tell(start)

    @property
    def costs(self) -> FloatArray:
        """``costs[n]``: C of the mini-batch of step n, a view."""
        return self._costs.values

    @property
    def averages(self) -> MovingAverage:
        """The mean of the costs of each step and the 24 before it."""
        return MovingAverage(WINDOW, self.costs)

    def test_results(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Steps, test costs, and the shares of test examples read right, in order: views."""
        return self._results.columns

    def _tell(self, start: int) -> None:
        for reader in self._readers:
            reader.note(start)


class _Results:
    """Results as arrays, in order of the steps."""

    def __init__(self) -> None:
        self._rows = [Growing(np.float64) for _ in range(3)]

    @property
    def columns(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Steps, costs, accuracies."""
        steps, costs, accuracies = (row.values for row in self._rows)
        return steps, costs, accuracies

    def follow(self, all_of_them: Evaluations, new: Mapping[int, Evaluation]) -> None:
        """Be as these are, some of which are new."""
        steps, known = sorted(new), len(self._rows[0])
        are_later = not steps or not known or steps[0] > self._rows[0].values[-1]
        if not are_later or known + len(steps) != len(all_of_them):
            steps, known = sorted(all_of_them), 0
        found = [(step, all_of_them[step].cost, all_of_them[step].accuracy) for step in steps]
        columns = np.array(found, np.float64).reshape(-1, 3).T
        for row, values in zip(self._rows, columns, strict=True):
            row.put(known, values)
