"""Trainer: one gradient step on one mini-batch. This is the hot path."""

from __future__ import annotations

import numpy as np

from core.datasets.dataset import Examples
from core.network import BatchPass, Network
from core.parameters import FloatArray, IntArray


class Trainer:
    """Takes gradient steps: W ← W − η ∂C/∂W, B ← B − η ∂C/∂B.

    Parameters
    ----------
    network : Network
        Its parameters are changed in place.
    examples : Examples
        What mini-batches are taken from.
    """

    def __init__(self, network: Network, examples: Examples) -> None:
        self.network = network
        dtype = network.parameters.vector.dtype
        self._inputs: FloatArray = examples.with_ones.astype(dtype, copy=False)
        self._targets: FloatArray = examples.targets.astype(dtype, copy=False)
        self._update: FloatArray = np.empty_like(network.parameters.vector)
        self._passes: dict[int, BatchPass] = {}

    def step(self, indices: IntArray, learning_rate: float) -> float:
        """Take one gradient step on the examples ``indices``.

        Returns
        -------
        float
            C of the mini-batch, the mean of its examples', before the step. Where it is
            not finite, nothing was changed.
        """
        batch_pass, cost = self.compute(indices)
        if np.isfinite(cost):
            # The gradient is a sum over the mini-batch: η/n makes it the mean's.
            vector = self.network.parameters.vector
            factor = vector.dtype.type(learning_rate / len(indices))
            np.multiply(batch_pass.gradient.vector, factor, self._update)
            np.subtract(vector, self._update, vector)
        return cost

    def compute(self, indices: IntArray) -> tuple[BatchPass, float]:
        """All that a step on these examples computes, and C, without the update."""
        batch_pass = self._forward(indices)
        return batch_pass, batch_pass.backward() / len(indices)

    def cost(self, indices: IntArray) -> float:
        """C of the mini-batch, by the arithmetic of `step`; nothing is changed."""
        batch_pass = self._forward(indices)
        outputs, slopes = batch_pass.activations[-1], batch_pass.cost_slopes[-1]
        return self.network.cost(outputs, batch_pass.targets.T, slopes) / len(indices)

    def _forward(self, indices: IntArray) -> BatchPass:
        batch_pass = self._pass(len(indices))
        # The mode "clip" copies without a buffer between; no index is out of range.
        self._inputs.take(indices, 0, batch_pass.inputs, "clip")
        self._targets.take(indices, 0, batch_pass.targets, "clip")
        batch_pass.forward()
        return batch_pass

    def _pass(self, batch_size: int) -> BatchPass:
        if batch_size not in self._passes:
            # An epoch's mini-batches have two sizes at most; others are of the past.
            if len(self._passes) > 2:
                self._passes.clear()
            self._passes[batch_size] = BatchPass(self.network, batch_size)
        return self._passes[batch_size]
