"""BatchPass: one forward and one backward pass over a mini-batch. This is the hot path."""

from __future__ import annotations

import math
from itertools import groupby

import numpy as np

from core.network import Network
from core.operations import Operation, perform
from core.parameters import FloatArray, Parameters
from core.parts import Held


class BatchPass:
    """One forward and one backward pass over a mini-batch, in buffers allocated once.

    Everything that is computed stays readable here until the next pass, the gradient until
    an optimiser makes its step of it: the numbers that a trace shows are the ones the step
    used. Examples are columns. Under the activations of each layer lies a row of ones, which
    W's last column, the bias, is multiplied by: one product gives W a + B, and another ∂C/∂W
    with ∂C/∂B.

    Attributes
    ----------
    inputs : ndarray, shape (batch, N_0 + 1)
        To be filled by the caller, one example a row; the last column is ones.
    targets : ndarray, shape (N_output, batch)
        To be filled by the caller.
    weighted_sums, fired, activations : list of ndarray, index L-1, shape (N_L, batch)
        S, σ(S), and a: σ(S) but for a bias outside σ and for neurons that are held. With the
        bias inside, ``fired`` and ``activations`` are one.
    slopes : list of ndarray, index L-1, shape (N_L, batch)
        σ′(S); meaningless where σ is not elementwise.
    cost_slopes, deltas : list of ndarray, index L-1, (N_L, batch)
        ∂C/∂a and δ = ∂C/∂S of each example's own C, over the cost's ``scale``. With a cost
        that has a partner, the output layer's ∂C/∂a is left out.
    gradient : Parameters
        The *sum* over the mini-batch of every example's ∂C/∂W and ∂C/∂B, over ``scale``.
    share : float
        What the gradient is to be multiplied by to be the mean.
    """

    def __init__(self, network: Network, batch_size: int) -> None:
        self.network = network
        self.batch_size = batch_size
        self.share = network.cost.scale / batch_size
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
        self._cost = network.cost
        to_write = self.deltas if self._cost.partner else self.cost_slopes
        self._cost_arguments = (
            self.weighted_sums[-1],
            self.activations[-1],
            self.targets,
            to_write[-1],
        )
        self._forward = self._plan_forward(is_careful=False)
        self._careful_forward = self._plan_forward(is_careful=True)
        self._backward = [*self._plan_slopes(), *self._plan_backward()]

    def compute(self) -> float:
        """Everything up to the gradient; returns the mini-batch's summed C."""
        for operate, arguments in self._forward:
            operate(*arguments)
        total = self._cost(*self._cost_arguments)
        if total != total:  # noqa: PLR0124 (only NaN is not itself)
            total = self._computed_with_care()
        for operate, arguments in self._backward:
            operate(*arguments)
        return total

    def compute_cost(self) -> float:
        """S, a, and the mini-batch's summed C."""
        perform(self._forward)
        total = self._cost(*self._cost_arguments)
        return self._computed_with_care() if math.isnan(total) else total

    def _computed_with_care(self) -> float:
        # C is NaN perhaps only because an e^S was infinite.
        perform(self._careful_forward)
        return self._cost(*self._cost_arguments)

    # ---------------------------------------------------------------- the plan

    def _plan_forward(self, is_careful: bool) -> list[Operation]:
        """S = W a + B and a = σ(S), layer by layer."""
        network = self.network
        last = len(network.sizes) - 2
        plan: list[Operation] = []
        for layer, sigma in enumerate(network.activation_functions):
            block, below = network.parameters.blocks[layer], self._below(layer)
            if self._is_outside:
                block, below = block[:, :-1], below[:-1]
            plan.append((block.dot, (below, self.weighted_sums[layer])))
            # A cost that is computed from S would not notice that an a is NaN.
            is_unseen = layer == last and network.cost.partner is not None
            fire = sigma.fire_safely if is_careful or is_unseen else sigma.fire
            plan += fire(
                self.weighted_sums[layer], self.fired[layer], self._layers(self._kept)[layer]
            )
            outputs = self.activations[layer]
            if self._is_outside:
                biases = network.parameters.blocks[layer][:, -1:]
                plan.append((np.add, (self.fired[layer], biases, outputs)))
            plan += [(outputs[one.neuron].fill, (one.value,)) for one in self._held(layer)]
        return plan

    def _plan_slopes(self) -> list[Operation]:
        """σ′(S), in one go for all neighbouring layers that have the same σ."""
        plan: list[Operation] = []
        start = 0
        pairs = zip(self.network.activation_functions, self._ends, strict=True)
        for sigma, group in groupby(pairs, lambda pair: pair[0]):
            end = list(group)[-1][1]
            if sigma.is_elementwise:
                arrays = (self._sums, self._fired, self._kept, self._slopes)
                plan += sigma.slopes(*[array[start:end].ravel() for array in arrays])
            start = end
        return plan

    def _plan_backward(self) -> list[Operation]:
        """From the last layer to the first, δ, the gradient, and ∂C/∂a of the layer below.

        δ = ∂C/∂a · σ′(S), ∂C/∂W = δ aᵀ with ∂C/∂B = δ (∂C/∂a for a bias outside σ), and
        ∂C/∂a = Wᵀ δ.
        """
        network = self.network
        last = len(network.sizes) - 2
        plan: list[Operation] = []
        for layer in range(last, -1, -1):
            sigma, deltas = network.activation_functions[layer], self.deltas[layer]
            cost_slopes, gradient = self.cost_slopes[layer], self.gradient.blocks[layer]
            if layer < last or network.cost.partner is None:
                at_s = self.slopes[layer] if sigma.is_elementwise else self.fired[layer]
                plan += sigma.deltas(cost_slopes, at_s, deltas)
            for one in self._held(layer):
                # C depends neither on its S nor on its B.
                arrays = (self.slopes[layer], deltas, cost_slopes)
                plan += [(array[one.neuron].fill, (0,)) for array in arrays]
            plan.append((deltas.dot, (self._below(layer).T, gradient)))
            if self._is_outside:
                plan.append((cost_slopes.sum, (1, None, gradient[:, -1])))
            if layer:
                back = network.parameters.blocks[layer].T.dot
                plan.append((back, (deltas, self._flowing_back[layer - 1])))
        return plan

    def _held(self, layer: int) -> list[Held]:
        return [one for one in self.network.held if one.layer == layer + 1]

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
