"""PhaseStep: the numbers of one gradient step, of one example or as means over all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from core.parameters import FloatArray, Parameters
from core.trace import LayerTrace
from visualiser.training.messages import ShownExample
from visualiser.training.phase_questions import TracedStep
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class PhaseStep:
    """One step, as its phases show it.

    Attributes
    ----------
    snapshot : Snapshot
        The network before the step, its gradient and the update.
    traced : TracedStep
        What the step computes.
    followed : int or None
        The place in the mini-batch of the example that is followed; None for the mean.
    """

    snapshot: Snapshot
    traced: TracedStep
    followed: int | None = None

    @property
    def count(self) -> int:
        """Examples in the mini-batch."""
        return len(self.traced.examples)

    @property
    def last(self) -> int:
        """The output layer."""
        return len(self.snapshot.sizes) - 1

    @property
    def label(self) -> int | None:
        """What the followed example truly is; of a mean, what all of them are, or None."""
        labels = self.traced.labels
        if self.followed is not None:
            return int(labels[self.followed])
        return int(labels[0]) if (labels == labels[0]).all() else None

    def follow(self, example: int | None) -> PhaseStep:
        """The same step of one example, or its mean; of a single example there is no mean."""
        return replace(self, followed=0 if self.count == 1 else example)

    def activations(self, layer: int) -> FloatArray:
        """The a of a layer, shape (N_L,)."""
        return self._of(self.traced.layers[layer].activations)

    def weighted_sums(self, layer: int) -> FloatArray:
        """The S of a layer, 1 or later."""
        return self._of(_known(self.traced.layers[layer].weighted_sums))

    def slopes(self, layer: int) -> FloatArray:
        """σ′(S) of a layer, 1 or later."""
        return self._of(_known(self.traced.layers[layer].slopes))

    def cost_slopes(self, layer: int) -> FloatArray:
        """∂C/∂a of a layer, 1 or later."""
        return self._of(_known(self.traced.layers[layer].cost_slopes))

    def deltas(self, layer: int) -> FloatArray:
        """δ = ∂C/∂S of a layer, 1 or later."""
        return self._of(_known(self.traced.layers[layer].deltas))

    def flows(self, layer: int) -> FloatArray:
        """W·a into a layer, shape (N_L, N_{L-1}); the mean of W·a is W times the mean a."""
        with np.errstate(all="ignore"):
            return self.snapshot.parameters.weights[layer - 1] * self.activations(layer - 1)

    def gradient(self, layer: int) -> FloatArray:
        """∂C/∂W of a layer: of the followed example's own C, or of the mini-batch's."""
        if self.followed is None:
            return self.snapshot.gradient.weights[layer - 1]
        with np.errstate(all="ignore"):
            return np.outer(self.deltas(layer), self.activations(layer - 1))

    def change(self, layer: int) -> FloatArray:
        """ΔW of a layer: what the step adds, whichever example is followed."""
        return -self.update.weights[layer - 1]

    @cached_property
    def update(self) -> Parameters:
        """What the step subtracts from W and B."""
        return Parameters(self.snapshot.sizes, self.traced.update)

    def of_example(self, followed: int) -> Snapshot:
        """The network before the step, shown one example of the mini-batch."""
        layers, index = self.traced.layers, int(self.traced.examples[followed])
        shown = ShownExample("train", index, int(self.traced.labels[followed]))
        return replace(
            self.snapshot,
            progress=replace(self.snapshot.progress, example=shown),
            activations=tuple(one.activations[:, followed] for one in layers),
            weighted_sums=tuple(_known(one.weighted_sums)[:, followed] for one in layers[1:]),
        )

    def layer_trace(self, layer: int) -> LayerTrace:
        """All that the step computes in a layer, a column per example."""
        return self.traced.layers[layer]

    def _of(self, columns: FloatArray) -> FloatArray:
        if self.followed is not None:
            return columns[:, self.followed]
        with np.errstate(all="ignore"):
            # Summed with more digits than are shown.
            means: FloatArray = columns.mean(axis=1, dtype=np.float64)
        return means


def _known(columns: FloatArray | None) -> FloatArray:
    if columns is None:
        raise AssertionError("only layer 0 has no S and no δ")
    return columns
