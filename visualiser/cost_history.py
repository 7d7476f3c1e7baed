"""CostHistory: the cost of every step, its moving average, and the results on test data."""

from __future__ import annotations

import numpy as np

from core.metrics import Evaluation
from core.parameters import FloatArray, IntArray
from visualiser.training.messages import Progress

WINDOW = 25


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
        self._costs = np.empty(1024)
        # Sums of all costs before a step: a moving average is then one subtraction.
        self._sums = np.zeros(1025)
        self._length = 0
        self.evaluations: dict[int, Evaluation] = {}

    def __len__(self) -> int:
        return self._length

    def update(self, progress: Progress) -> None:
        """Drop what no longer holds, and add what is new."""
        start = progress.costs_from
        if start < self._length:
            self._length = start
            self.evaluations = {s: e for s, e in self.evaluations.items() if s <= start}
        self.evaluations.update(progress.evaluations)
        end = start + len(progress.costs)
        if end > len(self._costs):
            size = max(end, 2 * len(self._costs))
            self._costs = np.concatenate([self._costs, np.empty(size - len(self._costs))])
            self._sums = np.concatenate([self._sums, np.zeros(size + 1 - len(self._sums))])
        self._costs[start:end] = progress.costs
        self._sums[start + 1 : end + 1] = self._sums[start] + np.cumsum(progress.costs)
        self._length = end

    @property
    def costs(self) -> FloatArray:
        """``costs[n]``: C of the mini-batch of step n, a view."""
        return self._costs[: self._length]

    @property
    def averages(self) -> FloatArray:
        """``averages[n]``: the mean of the costs of step n and the 24 before it.

        Before there are as many, of all there are.
        """
        ends = np.arange(1, self._length + 1)
        starts = np.maximum(ends - WINDOW, 0)
        averages: FloatArray = (self._sums[ends] - self._sums[starts]) / (ends - starts)
        return averages

    def average_at(self, step: int) -> float:
        """One of `averages`."""
        start = max(0, step + 1 - WINDOW)
        return float(self._costs[start : step + 1].mean())

    def test_points(self) -> tuple[IntArray, FloatArray]:
        """Steps and test costs, in order."""
        steps = sorted(self.evaluations)
        costs = [self.evaluations[step].cost for step in steps]
        return np.array(steps, np.int64), np.array(costs, np.float64)
