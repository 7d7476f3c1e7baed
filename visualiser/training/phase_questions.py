"""The question that the phases of a step are shown from: everything the next step computes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.parameters import FloatArray, IntArray
from core.trace import LayerTrace

if TYPE_CHECKING:
    from core.run import Run


@dataclass(frozen=True, eq=False)
class TracedStep:
    """What a step computes of each example, and what comes of it.

    The parameters before it and their gradient are left out: a snapshot of the same step has
    them, and they would be most of what travels.

    Attributes
    ----------
    examples, labels : ndarray of int, shape (batch,)
        The mini-batch: places in the training data, and what they truly are.
    layers : tuple of LayerTrace
        Index L, a column per example.
    costs : ndarray, shape (batch,)
        C of each example.
    update : ndarray
        What the step subtracts from W and B, as one flat vector, bit for bit.
    cost : float
        C of the mini-batch before the step.
    predicted_change, actual_change : float
        How much C of the mini-batch would change if its slope stayed, and does.
    """

    examples: IntArray
    labels: IntArray
    layers: tuple[LayerTrace, ...]
    costs: FloatArray
    update: FloatArray
    cost: float
    predicted_change: float
    actual_change: float


@dataclass(frozen=True)
class NextStep:
    """What does the next step compute? ``number`` tells one asking from another."""

    number: int

    def answer(self, run: Run) -> TracedStep:
        """The next step of the run as it stands, which is not taken."""
        trace = run.trace()
        return TracedStep(
            trace.examples,
            run.data.train.labels[trace.examples],
            trace.layers,
            trace.example_costs,
            trace.update.vector,
            trace.cost,
            trace.predicted_change,
            trace.actual_change,
        )
