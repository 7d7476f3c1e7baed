"""CostHistory: the cost of every step, its moving average, and the results on test data."""

from __future__ import annotations

import weakref

import numpy as np

from core.metrics import Evaluation
from core.parameters import FloatArray
from visualiser.cost_plot.averages import trailing_means
from visualiser.cost_plot.growing import Growing
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
    evaluations : dict
        Test results by step.
    """

    def __init__(self) -> None:
        self._readers: weakref.WeakSet[Unread] = weakref.WeakSet()
        self.clear()

    def clear(self) -> None:
        """Forget all, as for a new run."""
        self._costs = Growing(np.float64)
        self._averages = Growing(np.float64)
        self.evaluations: dict[int, Evaluation] = {}
        self._tested_at: list[int] = []
        self._results: tuple[FloatArray, FloatArray, FloatArray] | None = None
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
            self.evaluations = {s: e for s, e in self.evaluations.items() if s <= start}
            self._results = None
        if progress.evaluations:
            self.evaluations.update(progress.evaluations)
            self._results = None
        self._costs.put(start, progress.costs)
        self._averages.put(start, trailing_means(self.costs, WINDOW, start))
        self._tell(start)

    @property
    def steps(self) -> FloatArray:
        """0, 1, 2, … as many as there are costs."""
        # Made when asked for: kept, they would take as much memory as the costs.
        return np.arange(len(self), dtype=np.float64)

    @property
    def costs(self) -> FloatArray:
        """``costs[n]``: C of the mini-batch of step n, a view."""
        return self._costs.values

    @property
    def averages(self) -> FloatArray:
        """``averages[n]``: the mean of the costs of step n and the 24 before it, a view.

        Before there are as many, of all there are.
        """
        return self._averages.values

    @property
    def tested_at(self) -> list[int]:
        """The steps with test results, in order."""
        self.test_results()
        return self._tested_at

    def test_results(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Steps, test costs, and the shares of test examples read right, in order."""
        if self._results is None:
            steps = self._tested_at = sorted(self.evaluations)
            found = [self.evaluations[step] for step in steps]
            costs, shares = [one.cost for one in found], [one.accuracy for one in found]
            self._results = (
                np.array(steps, np.float64),
                np.array(costs, np.float64),
                np.array(shares, np.float64),
            )
        return self._results

    def _tell(self, start: int) -> None:
        for reader in self._readers:
            reader.note(start)
