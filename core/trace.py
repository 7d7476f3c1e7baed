"""StepTrace: everything one gradient step computes, phase by phase."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.parameters import FloatArray, IntArray, Parameters
from core.trainer import Trainer


@dataclass(frozen=True)
class LayerTrace:
    """What a step computes in one layer, a column per example of the mini-batch.

    Attributes
    ----------
    weighted_sums, deltas : ndarray or None
        S, and δ = ∂C/∂S of each example's own C; shape (N_L, batch). None in layer 0.
    activations : ndarray
        a, shape (N_L, batch).
    """

    weighted_sums: FloatArray | None
    activations: FloatArray
    deltas: FloatArray | None


@dataclass(frozen=True)
class StepTrace:
    """One gradient step that was computed but not taken.

    Attributes
    ----------
    examples : ndarray of int
        Indices into the training data: the mini-batch.
    layers : tuple of LayerTrace
        Index L; layer 0 is the input.
    gradient : Parameters
        ∂C/∂W and ∂C/∂B of the mini-batch's C: the mean over its examples.
    cost : float
        C of the mini-batch before the step.
    predicted_change : float
        −η ‖∇C‖²: how much C would change if its slope stayed as it is here.
    actual_change : float
        How much C of the same mini-batch does change.
    """

    examples: IntArray
    layers: tuple[LayerTrace, ...]
    gradient: Parameters
    cost: float
    predicted_change: float
    actual_change: float

    @property
    def weight_gradients(self) -> tuple[FloatArray, ...]:
        """``weight_gradients[L-1]`` is ∂C/∂W of layer L, shape (N_L, N_{L-1})."""
        return self.gradient.weights

    @property
    def bias_gradients(self) -> tuple[FloatArray, ...]:
        """``bias_gradients[L-1]`` is ∂C/∂B of layer L, shape (N_L,)."""
        return self.gradient.biases


def mean_gradient(trainer: Trainer, indices: IntArray) -> tuple[Parameters, float]:
    """∂C/∂W and ∂C/∂B of a mini-batch's mean C, and that C, with nothing changed."""
    batch_pass, cost = trainer.compute(indices)
    vector = batch_pass.gradient.vector
    return Parameters(batch_pass.gradient.sizes, vector / vector.dtype.type(len(indices))), cost


def trace_step(trainer: Trainer, indices: IntArray, learning_rate: float) -> StepTrace:
    """Everything the step on ``indices`` computes, in copies; the network stays as it is."""
    batch_pass, cost = trainer.compute(indices)
    layers = [LayerTrace(None, batch_pass.inputs[:, :-1].T.copy(), None)]
    for sums, outputs, deltas in zip(
        batch_pass.weighted_sums, batch_pass.activations, batch_pass.deltas, strict=True
    ):
        layers.append(LayerTrace(sums.copy(), outputs.copy(), deltas.copy()))
    vector = batch_pass.gradient.vector
    gradient = Parameters(trainer.network.sizes, vector / vector.dtype.type(len(indices)))
    slope = gradient.vector.astype(np.float64)
    return StepTrace(
        examples=indices.copy(),
        layers=tuple(layers),
        gradient=gradient,
        cost=cost,
        predicted_change=-learning_rate * float(slope @ slope),
        actual_change=_cost_after(trainer, indices, learning_rate) - cost,
    )


def _cost_after(trainer: Trainer, indices: IntArray, learning_rate: float) -> float:
    vector = trainer.network.parameters.vector
    before = vector.copy()
    try:
        trainer.step(indices, learning_rate)
        return trainer.cost(indices)
    finally:
        vector[:] = before
