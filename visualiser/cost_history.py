"""CostHistory: the cost of every step, its moving average, and the results on test data."""

from __future__ import annotations

import numpy as np

from core.metrics import Evaluation
from core.parameters import FloatArray
from visualiser.training.conditions import AVERAGED_STEPS
from visualiser.training.messages import Progress

WINDOW = AVERAGED_STEPS


class CostHistory:
    """What the cost plot shows, grown by what every `Progress` brings.

    Attributes
    ----------
    evaluations : dict
        Test results by step.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget all, as for a new run."""
        self._steps: FloatArray = np.arange(1024, dtype=np.float64)
        self._costs: FloatArray = np.empty(1024)
        self._averages: FloatArray = np.empty(1024)
        self._length = 0
        self.evaluations: dict[int, Evaluation] = {}

    def __len__(self) -> int:
        return self._length

    def update(self, progress: Progress) -> None:
        """Drop what no longer holds, and add what is new."""
        start = progress.costs_from
        if start < self._length:
            self.evaluations = {s: e for s, e in self.evaluations.items() if s <= start}
        self.evaluations.update(progress.evaluations)
        self._length = start + len(progress.costs)
        if self._length > len(self._costs):
            self._grow(max(self._length, 2 * len(self._costs)))
        self._costs[start : self._length] = progress.costs
        if self._length > start:
            self._average_from(start)

    @property
    def steps(self) -> FloatArray:
        """0, 1, 2, … as many as there are costs, a view."""
        return self._steps[: self._length]

    @property
    def costs(self) -> FloatArray:
        """``costs[n]``: C of the mini-batch of step n, a view."""
        return self._costs[: self._length]

    @property
    def averages(self) -> FloatArray:
        """``averages[n]``: the mean of the costs of step n and the 24 before it, a view.

        Before there are as many, of all there are.
        """
        return self._averages[: self._length]

    def test_points(self) -> tuple[FloatArray, FloatArray]:
        """Steps and test costs, in order."""
        steps = sorted(self.evaluations)
        costs = [self.evaluations[step].cost for step in steps]
        return np.array(steps, np.float64), np.array(costs, np.float64)

    def _grow(self, size: int) -> None:
        more = np.empty(size - len(self._costs))
        self._costs = np.concatenate([self._costs, more])
        self._averages = np.concatenate([self._averages, more])
        self._steps = np.arange(size, dtype=np.float64)

    def _average_from(self, start: int) -> None:
        # Sums over the window as differences of a running sum that begins anew each time,
        # so that no error builds up over a million steps.
        first = max(0, start + 1 - WINDOW)
        sums = np.concatenate([[0.0], np.cumsum(self._costs[first : self._length])])
        ends = np.arange(start + 1, self._length + 1)
        starts = np.maximum(ends - WINDOW, 0)
        totals = sums[ends - first] - sums[starts - first]
        self._averages[start : self._length] = totals / (ends - starts)
