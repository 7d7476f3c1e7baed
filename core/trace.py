"""StepTrace: everything one gradient step computes, phase by phase."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.batch_pass import BatchPass
from core.operations import perform
from core.parameters import FloatArray, IntArray, Parameters
from core.trainer import Trainer


@dataclass(frozen=True)
class LayerTrace:
    """What a step computes in one layer, a column per example of the mini-batch.

    Attributes
    ----------
    activations : ndarray
        a, shape (N_L, batch).
    weighted_sums : ndarray or None
        S, shape (N_L, batch). This and all that follows is None in layer 0.
    slopes : ndarray or None
        σ′(S), shape (N_L, batch); of softmax ∂a_i/∂S_i.
    cost_slopes, deltas : ndarray or None
        ∂C/∂a and δ = ∂C/∂S of each example's own C; shape (N_L, batch). ∂C/∂a of a
        cross-entropy is infinite where its a has come to 0 or 1.
    """

    activations: FloatArray
    weighted_sums: FloatArray | None = None
    slopes: FloatArray | None = None
    cost_slopes: FloatArray | None = None
    deltas: FloatArray | None = None


@dataclass(frozen=True)
class StepTrace:
    """One gradient step that was computed but not taken, bit for bit as it would be.

    Attributes
    ----------
    examples : ndarray of int
        Indices into the training data: the mini-batch.
    layers : tuple of LayerTrace
        Index L; layer 0 is the input.
    targets : ndarray, shape (N_output, batch)
    cost_terms : ndarray, shape (N_output, batch)
        What each output neuron adds to the C of each example: (t − a)² for the quadratic.
    gradient : Parameters
        ∂C/∂W and ∂C/∂B of the mini-batch's C: the mean over its examples.
    learning_rate : float
        η of this step.
    update : Parameters
        What the step subtracts from W and B: η ∂C/∂W and η ∂C/∂B for plain gradient descent.
    cost : float
        C of the mini-batch before the step: the mean of its examples'.
    penalty : float
        l1 · Σ|W| + l2 / 2 · ΣW² before the step; no part of C.
    predicted_change : float
        −∇C · update: how much C would change if its slope stayed as it is here. For plain
        gradient descent this is −η ‖∇C‖².
    actual_change : float
        How much C of the same mini-batch does change.
    is_bias_outside : bool
        Whether ∂C/∂B is ∂C/∂a, and not δ.
    """

    examples: IntArray
    layers: tuple[LayerTrace, ...]
    targets: FloatArray
    cost_terms: FloatArray
    gradient: Parameters
    learning_rate: float
    update: Parameters
    cost: float
    penalty: float
    predicted_change: float
    actual_change: float
    is_bias_outside: bool

    @property
    def example_costs(self) -> FloatArray:
        """C of each example of the mini-batch, shape (batch,)."""
        costs: FloatArray = self.cost_terms.sum(axis=0)
        return costs

    @property
    def weight_gradients(self) -> tuple[FloatArray, ...]:
        """``weight_gradients[L-1]`` is ∂C/∂W of layer L, shape (N_L, N_{L-1})."""
        return self.gradient.weights

    @property
    def bias_gradients(self) -> tuple[FloatArray, ...]:
        """``bias_gradients[L-1]`` is ∂C/∂B of layer L, shape (N_L,)."""
        return self.gradient.biases

    def gradient_of(self, example: int) -> Parameters:
        """∂C/∂W = δ aᵀ and ∂C/∂B of one example's own C; their mean is ``gradient``.

        Parameters
        ----------
        example : int
            Its place in the mini-batch.
        """
        found = Parameters(self.gradient.sizes, dtype=self.gradient.vector.dtype)
        for number, (below, layer) in enumerate(zip(self.layers, self.layers[1:], strict=False)):
            if layer.deltas is None or layer.cost_slopes is None:
                raise AssertionError("only layer 0 has no δ")
            deltas = layer.deltas[:, example]
            np.outer(deltas, below.activations[:, example], out=found.weights[number])
            biases = layer.cost_slopes[:, example] if self.is_bias_outside else deltas
            found.biases[number][:] = biases
        return found


def mean_gradient(trainer: Trainer, indices: IntArray) -> tuple[Parameters, float]:
    """∂C/∂W and ∂C/∂B of a mini-batch's mean C, and that C, with nothing changed."""
    batch_pass, cost = trainer.compute(indices)
    return _mean(batch_pass), cost


def trace_step(
    trainer: Trainer, indices: IntArray, learning_rate: float, taken: int = 0
) -> StepTrace:
    """Everything the step on ``indices`` computes, in copies; the network stays as it is."""
    batch_pass, cost = trainer.compute(indices)
    network = trainer.network
    outcome = (
        batch_pass.weighted_sums[-1],
        batch_pass.activations[-1],
        batch_pass.targets,
    )
    # Before the update, which uses the same buffers.
    layers, gradient = _layers(batch_pass), _mean(batch_pass)
    targets, terms = outcome[2].copy(), network.cost.terms(*outcome)
    update = trainer.update(indices, learning_rate, taken)
    slope = gradient.vector.astype(np.float64)
    return StepTrace(
        examples=indices.copy(),
        layers=layers,
        targets=targets,
        cost_terms=terms,
        gradient=gradient,
        learning_rate=learning_rate,
        update=update,
        cost=cost,
        penalty=trainer.penalty(),
        predicted_change=-float(slope @ update.vector.astype(np.float64)),
        actual_change=_cost_after(trainer, indices, update) - cost,
        is_bias_outside=network.bias == "outside",
    )


def _layers(batch_pass: BatchPass) -> tuple[LayerTrace, ...]:
    network = batch_pass.network
    layers = [LayerTrace(batch_pass.inputs[:, :-1].T.copy())]
    last = len(batch_pass.deltas) - 1
    for number, sigma in enumerate(network.activation_functions):
        sums, outputs = batch_pass.weighted_sums[number], batch_pass.activations[number]
        slopes, scale = batch_pass.slopes[number], outputs.dtype.type(network.cost.scale)
        cost_slopes: FloatArray = scale * batch_pass.cost_slopes[number]
        if not sigma.is_elementwise:
            slopes = np.empty_like(sums)
            perform(sigma.slopes(sums, batch_pass.fired[number], slopes, slopes))
        if number == last and network.cost.partner is not None:
            cost_slopes = network.cost.output_slopes(sums, outputs, batch_pass.targets)
        deltas = scale * batch_pass.deltas[number]
        layers.append(LayerTrace(outputs.copy(), sums.copy(), slopes.copy(), cost_slopes, deltas))
    return tuple(layers)


def _mean(batch_pass: BatchPass) -> Parameters:
    vector = batch_pass.gradient.vector
    scale = batch_pass.network.cost.scale
    count = vector.dtype.type(batch_pass.batch_size / scale)
    return Parameters(batch_pass.gradient.sizes, vector / count)


def _cost_after(trainer: Trainer, indices: IntArray, update: Parameters) -> float:
    vector = trainer.network.parameters.vector
    before = vector.copy()
    try:
        np.subtract(vector, update.vector, vector)
        return trainer.cost(indices)
    finally:
        vector[:] = before
