"""The question of the cost plot: how many training examples were read right, at steps gone by."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.history import Change, that_made
from core.metrics import Evaluation, evaluate_in_chunks

if TYPE_CHECKING:
    from core.run import Run

# Going to each takes as long as a few dozen steps, in which nothing else is answered.
MOST_STEPS = 4


@dataclass(frozen=True)
class TrainingResult:
    """What the network of a step makes of all training data.

    Attributes
    ----------
    step : int
    changes : tuple of Change
        Those that this network comes of: on another course of events, the same step with the
        same changes is the same network.
    result : Evaluation
    """

    step: int
    changes: tuple[Change, ...]
    result: Evaluation


@dataclass(frozen=True)
class TrainingResults:
    """C and the share read right over all training data; a `TrainingResult` for each step.

    Attributes
    ----------
    steps : tuple of int
        No more than `MOST_STEPS`. Those that the run has not taken are left out.
    """

    steps: tuple[int, ...]

    def answer(self, run: Run) -> tuple[TrainingResult, ...]:
        """Evaluate them all at once."""
        job = self.answer_in_chunks(run)
        while True:
            try:
                next(job)
            except StopIteration as end:
                found: tuple[TrainingResult, ...] = end.value
                return found

    def answer_in_chunks(self, run: Run) -> Generator[None, None, tuple[TrainingResult, ...]]:
        """The same with pauses, in which the run may go on."""
        places = []
        with run.unmoved():
            for step in self.steps[:MOST_STEPS]:
                if step <= run.length:
                    run.go_to(step)
                    places.append((step, that_made(run.changes, step), run.network.copy()))
        data, found = run.data.train, []
        for step, changes, network in places:
            result = yield from evaluate_in_chunks(network, data)
            found.append(TrainingResult(step, changes, result))
        return tuple(found)
