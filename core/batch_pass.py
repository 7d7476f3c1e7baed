"""BatchPass: one forward and one backward pass over a mini-batch. This is the hot path."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np

from core.network import Network
from core.parameters import FloatArray, Parameters

# Functions that write into an array which the caller hands over.
_Write = Callable[..., Any]


class _Forward(NamedTuple):
    """One layer of the forward pass: S = product(below), a = fire(S), and then finish()."""

    product: _Write
    below: FloatArray
    sums: FloatArray
    fire: _Write
    fired: FloatArray
    kept: FloatArray
    finish: Callable[[], None] | None


class _Backward(NamedTuple):
    """One layer of the backward pass: δ = pull(∂C/∂a, σ′), the gradient, ∂C/∂a below."""

    pull: _Write | None
    cost_slopes: FloatArray
    slopes: FloatArray
    deltas: FloatArray
    hold: Callable[[], None] | None
    gradient_product: _Write
    below: FloatArray
    gradient: FloatArray
    back_product: _Write | None
    cost_slopes_below: FloatArray | None


class BatchPass:
    """One forward and one backward pass over a mini-batch, in buffers allocated once.

    Everything a gradient step computes stays readable here until the next pass: the
    numbers that a trace shows are the ones the step used. Examples are columns. Under the
    activations of each layer lies a row of ones, which W's last column, the bias, is
    multiplied by: one product gives W a + B, and another ∂C/∂W with ∂C/∂B.

    Attributes
    ----------
    inputs : ndarray, shape (batch, N_0 + 1)
        To be filled by the caller, one example a row; the last column is ones.
    targets : ndarray, shape (N_output, batch)
        To be filled by the caller.
    weighted_sums, fired, activations : list of ndarray, index L-1, shape (N_L, batch)
        S, σ(S), and a: σ(S) but for a bias outside σ and for neurons that are held.
    slopes : list of ndarray, index L-1, shape (N_L, batch)
        σ′(S); meaningless where σ is not elementwise.
    cost_slopes, deltas : list of ndarray, index L-1, (N_L, batch)
        ∂C/∂a and δ = ∂C/∂S of each example's own C. With a cost that has a partner, the
        output layer's ∂C/∂a is left out.
    gradient : Parameters
        The *sum* over the mini-batch of every example's ∂C/∂W and ∂C/∂B.
    """

    def __init__(self, network: Network, batch_size: int) -> None:
        self.network = network
        self.batch_size = batch_size
        dtype = network.parameters.vector.dtype
        sizes = network.sizes
        self.inputs: FloatArray = np.ones((batch_size, sizes[0] + 1), dtype)
        self.targets: FloatArray = np.zeros((sizes[-1], batch_size), dtype)
        self.gradient = Parameters(sizes, dtype=dtype)

        # All layers one above the other, each with its row of ones, so that one call can
        # serve several layers.
        self._ends = np.cumsum([size + 1 for size in sizes[1:]]).tolist()
        self._sums, self._fired, self._kept, self._slopes = (
            np.ones((self._ends[-1], batch_size), dtype) for _ in range(4)
        )
        self._is_outside = network.bias == "outside"
        self._outputs = self._fired.copy() if self._is_outside else self._fired
        self.weighted_sums = self._layers(self._sums)
        self.fired = self._layers(self._fired)
        self.activations = self._layers(self._outputs)
        self.slopes = self._layers(self._slopes)
        self.deltas: list[FloatArray] = [np.zeros((n, batch_size), dtype) for n in sizes[1:]]
        # With a row for what would flow back into the ones: W and B are then one array,
        # which BLAS takes as it is.
        self._flowing_back = [np.zeros((n + 1, batch_size), dtype) for n in sizes[1:]]
        self.cost_slopes = [array[:-1] for array in self._flowing_back]
        self._quick = self._forward_plan(is_careful=False)
        self._careful = self._forward_plan(is_careful=True)
        self._slope_plan = self._plan_slopes()
        self._backward_plan = self._plan_backward()
        self._cost = network.cost
        self._outcome = (self.weighted_sums[-1], self.activations[-1], self.targets)
        to_write = self.deltas if self._cost.partner else self.cost_slopes
        self._cost_arguments = (*self._outcome, to_write[-1])

    def compute(self) -> float:
        """Everything up to the gradient; returns the mini-batch's summed C."""
        total = self._compute(self._quick)
        if total != total:  # noqa: PLR0124 (only NaN is not itself)
            # Perhaps because an e^S was infinite: with care, that gives a number.
            total = self._compute(self._careful)
        return total

    def compute_cost(self) -> float:
        """S, a and the mini-batch's summed C, by the arithmetic of `compute`."""
        cost = self._cost
        self._fire(self._quick)
        total = cost(*self._cost_arguments)
        if total != total:  # noqa: PLR0124
            self._fire(self._careful)
            total = cost(*self._cost_arguments)
        return total

    # ---------------------------------------------------------------- the hot path

    def _compute(self, forward: list[_Forward]) -> float:
        self._fire(forward)
        for slopes, arguments in self._slope_plan:
            slopes(*arguments)
        total = self._cost(*self._cost_arguments)
        for step in self._backward_plan:
            pull, to_a, at_s, deltas, hold, product, below, gradient, back, to_a_below = step
            if pull is not None:
                pull(to_a, at_s, deltas)
            if hold is not None:
                hold()
            product(below, gradient)
            if back is not None:
                back(deltas, to_a_below)
        if self._is_outside:
            # There, ∂C/∂B = ∂C/∂a.
            for block, to_a in zip(self.gradient.blocks, self.cost_slopes, strict=True):
                to_a.sum(axis=1, out=block[:, -1])
        return total

    def _fire(self, forward: list[_Forward]) -> None:
        for product, below, sums, fire, fired, kept, finish in forward:
            product(below, sums)
            fire(sums, fired, kept)
            if finish is not None:
                finish()

    # ---------------------------------------------------------------- what it goes through

    def _forward_plan(self, is_careful: bool) -> list[_Forward]:
        network = self.network
        plan = []
        for layer, (block, sigma) in enumerate(
            zip(network.parameters.blocks, network.activation_functions, strict=True)
        ):
            # A cost that is computed from S would not notice that an a is NaN.
            is_seen = network.cost.partner is None or layer < len(network.sizes) - 2
            below = self._below(layer)
            plan.append(
                _Forward(
                    (block[:, :-1] if self._is_outside else block).dot,
                    below[:-1] if self._is_outside else below,
                    self.weighted_sums[layer],
                    sigma.fire if is_seen and not is_careful else sigma.fire_safely,
                    self.fired[layer],
                    self._layers(self._kept)[layer],
                    self._finish(layer),
                )
            )
        return plan

    def _finish(self, layer: int) -> Callable[[], None] | None:
        """What is left to do after σ: add a bias that is outside, hold neurons."""
        held = [one for one in self.network.held if one.layer == layer + 1]
        if not (held or self._is_outside):
            return None
        fired, outputs = self.fired[layer], self.activations[layer]
        biases = self.network.parameters.blocks[layer][:, -1:]

        def finish() -> None:
            if self._is_outside:
                np.add(fired, biases, outputs)
            for one in held:
                outputs[one.neuron] = one.value

        return finish

    def _hold(self, layer: int) -> Callable[[], None] | None:
        """C does not depend on the S (nor on the B) of a held neuron."""
        rows = [one.neuron for one in self.network.held if one.layer == layer + 1]
        if not rows:
            return None

        def hold() -> None:
            for arrays in (self.slopes, self.deltas, self.cost_slopes):
                arrays[layer][rows] = 0

        return hold

    def _plan_slopes(self) -> list[tuple[_Write, tuple[FloatArray, ...]]]:
        """One call for all neighbouring layers that have the same σ."""
        plan: list[tuple[_Write, tuple[FloatArray, ...]]] = []
        start = 0
        pairs = zip(self.network.activation_functions, self._ends, strict=True)
        for sigma, group in groupby(pairs, lambda pair: pair[0]):
            end = list(group)[-1][1]
            if sigma.is_elementwise:
                arrays = (self._sums, self._fired, self._kept, self._slopes)
                plan.append((sigma.slopes, tuple(a[start:end].reshape(-1) for a in arrays)))
            start = end
        return plan

    def _plan_backward(self) -> list[_Backward]:
        network = self.network
        plan = []
        for layer in reversed(range(len(network.sizes) - 1)):
            sigma = network.activation_functions[layer]
            is_given = network.cost.partner is not None and layer == len(network.sizes) - 2
            plan.append(
                _Backward(
                    None if is_given else sigma.deltas,
                    self.cost_slopes[layer],
                    (self.slopes if sigma.is_elementwise else self.fired)[layer],
                    self.deltas[layer],
                    self._hold(layer),
                    self.deltas[layer].dot,
                    self._below(layer).T,
                    self.gradient.blocks[layer],
                    network.parameters.blocks[layer].T.dot if layer else None,
                    self._flowing_back[layer - 1] if layer else None,
                )
            )
        return plan

    def _below(self, layer: int) -> FloatArray:
        """The activations that come into a layer, with the row of ones."""
        if layer == 0:
            return self.inputs.T
        start = self._ends[layer - 2] if layer > 1 else 0
        return self._outputs[start : self._ends[layer - 1]]

    def _layers(self, rows: FloatArray) -> list[FloatArray]:
        """A layer's part of each, without the row of ones."""
        starts = [0, *self._ends[:-1]]
        return [rows[start : end - 1] for start, end in zip(starts, self._ends, strict=True)]
