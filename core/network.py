"""Network: layers of neurons, the forward pass and the gradients. No data, no loop."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from core.activations import Activation, activation_named
from core.costs import cost_named
from core.errors import SettingError
from core.initialisers import initialise
from core.parameters import FloatArray, Parameters, parameter_count

BiasPlacement = Literal["inside", "outside"]

LARGEST_LAYER = 100_000
# A run holds several vectors of as many numbers: about 1 GB at this limit.
MOST_PARAMETERS = 50_000_000


@dataclass(frozen=True)
class ForwardPass:
    """What the network computes for one example or for many.

    Attributes
    ----------
    weighted_sums : tuple of ndarray
        ``weighted_sums[L-1]`` is S of layer L, shape (N_L,) or (N_L, n).
    activations : tuple of ndarray
        ``activations[L]`` is a of layer L, shape (N_L,) or (N_L, n); layer 0 is the input.
    """

    weighted_sums: tuple[FloatArray, ...]
    activations: tuple[FloatArray, ...]


class Network:
    """A feed-forward network in which every neuron is connected to the whole next layer.

    With ``bias="inside"``, the field's standard, S = W a + B and a = σ(S). With
    ``bias="outside"`` S = W a and a = σ(S) + B.

    Parameters
    ----------
    sizes : sequence of int
        Neurons per layer, the input layer first; at least two layers.
    activation : str
        Name in `core.activations.ACTIVATIONS`, for every layer but the input.
    cost : str
        Name in `core.costs.COSTS`.
    bias : {"inside", "outside"}
    initialiser : str
        Name in `core.initialisers.INITIALISERS`.
    seed : int
        The same seed gives the same start values.
    dtype : numpy dtype
        float32, or float64 where gradients are checked.

    Raises
    ------
    SettingError
        Where a size, a name or the seed cannot be used.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activation: str = "logistic",
        cost: str = "quadratic",
        bias: BiasPlacement = "inside",
        initialiser: str = "one_over_root_n",
        seed: int = 7,
        dtype: npt.DTypeLike = np.float32,
    ) -> None:
        self.sizes = checked_sizes(sizes)
        self.activation = activation_named(activation)
        self.cost = cost_named(cost)
        self.bias = checked_bias(bias)
        self.initialiser = initialiser
        self.seed = checked_seed(seed)
        self.parameters = Parameters(self.sizes, dtype=dtype)
        initialise(self.parameters, initialiser, self.seed)

    def copy(self) -> Network:
        """The same network, with parameters of its own."""
        twin = copy(self)
        twin.parameters = self.parameters.copy()
        return twin

    @property
    def weights(self) -> tuple[FloatArray, ...]:
        """``weights[L-1][j, k]``: to neuron j of layer L from neuron k of layer L-1."""
        return self.parameters.weights

    @property
    def biases(self) -> tuple[FloatArray, ...]:
        """``biases[L-1][j]``: of neuron j of layer L."""
        return self.parameters.biases

    def forward(self, inputs: FloatArray) -> ForwardPass:
        """Every S and a for one example or for many.

        Parameters
        ----------
        inputs : ndarray, shape (N_0,) or (n, N_0)
            Rows as a Dataset holds them.

        Raises
        ------
        SettingError
            Where an example has another length than the input layer.
        """
        inputs = np.asarray(inputs, self.parameters.vector.dtype)
        if inputs.ndim not in (1, 2) or inputs.shape[-1] != self.sizes[0]:
            raise SettingError(
                "The input layer has {expected} neurons, so an example needs as many "
                "numbers; these have the shape {shape}.",
                expected=self.sizes[0],
                shape=inputs.shape,
            )
        weighted_sums = []
        activations = [inputs.T]
        for weights, biases in zip(self.weights, self.biases, strict=True):
            # One column per neuron's bias, or a plain vector for a single example.
            bias = biases.reshape(-1, *[1] * (inputs.ndim - 1))
            # Rows times rows: for many examples twice as fast as columns.
            sums = (activations[-1].T @ weights.T).T
            if self.bias == "inside":
                sums = sums + bias
            outputs = apply(self.activation, sums)
            if self.bias == "outside":
                outputs = outputs + bias
            weighted_sums.append(sums)
            activations.append(outputs)
        return ForwardPass(tuple(weighted_sums), tuple(activations))


class BatchPass:
    """One forward and one backward pass over a mini-batch, in buffers allocated once.

    Everything a gradient step computes stays readable here until the next pass: the
    numbers that a trace shows are the ones the step used.

    Attributes
    ----------
    inputs : ndarray, shape (batch, N_0 + 1)
        To be filled by the caller, one example a row; the last column is ones.
    targets : ndarray, shape (batch, N_output)
        To be filled by the caller.
    weighted_sums, slopes, cost_slopes, deltas : list of ndarray, index L-1, (N_L, batch)
        S, σ′(S), ∂C/∂a and δ = ∂C/∂S of each example's own C.
    activations : list of ndarray, index L-1, shape (N_L, batch)
    gradient : Parameters
        The *sum* over the mini-batch of every example's ∂C/∂W and ∂C/∂B.
    """

    def __init__(self, network: Network, batch_size: int) -> None:
        self.network = network
        self.batch_size = batch_size
        dtype = network.parameters.vector.dtype
        sizes = network.sizes
        self.inputs: FloatArray = np.ones((batch_size, sizes[0] + 1), dtype)
        self.targets: FloatArray = np.zeros((batch_size, sizes[-1]), dtype)
        self.gradient = Parameters(sizes, dtype=dtype)

        def buffers() -> list[FloatArray]:
            return [np.zeros((size, batch_size), dtype) for size in sizes[1:]]

        self.weighted_sums, self.slopes = buffers(), buffers()
        self.cost_slopes, self.deltas, self._scratch = buffers(), buffers(), buffers()
        # With a row of ones beneath, which W's last column, the bias, is multiplied by.
        self._with_ones = [np.ones((size + 1, batch_size), dtype) for size in sizes[1:]]
        self.activations = [array[:-1] for array in self._with_ones]
        self._below = [self.inputs.T, *self._with_ones[:-1]]

    def forward(self) -> None:
        """Compute S, a and σ′(S) of every layer from ``inputs``."""
        network = self.network
        sigma = network.activation
        outside = network.bias == "outside"
        for layer, block in enumerate(network.parameters.blocks):
            sums, outputs = self.weighted_sums[layer], self.activations[layer]
            if outside:
                block[:, :-1].dot(self._below[layer][:-1], sums)
            else:
                block.dot(self._below[layer], sums)
            sigma(sums, outputs, self.slopes[layer], self._scratch[layer])
            if outside:
                np.add(outputs, block[:, -1:], outputs)

    def backward(self) -> float:
        """Compute the gradient; return the mini-batch's summed C.

        ∂C/∂W = δ aᵀ and, in the same product with the row of ones, ∂C/∂B = δ. With the
        bias outside σ, ∂C/∂B = ∂C/∂a instead.
        """
        network, cost_slopes, deltas = self.network, self.cost_slopes, self.deltas
        blocks = network.parameters.blocks
        total = network.cost(self.activations[-1], self.targets.T, cost_slopes[-1])
        for layer in range(len(blocks) - 1, -1, -1):
            delta, gradient = deltas[layer], self.gradient.blocks[layer]
            np.multiply(cost_slopes[layer], self.slopes[layer], delta)
            delta.dot(self._below[layer].T, gradient)
            if network.bias == "outside":
                cost_slopes[layer].sum(axis=1, out=gradient[:, -1])
            if layer:
                blocks[layer][:, :-1].T.dot(delta, cost_slopes[layer - 1])
        return total


def apply(activation: Activation, weighted_sums: FloatArray) -> FloatArray:
    """σ(S) in a new array."""
    outputs, slopes, scratch = (np.empty_like(weighted_sums) for _ in range(3))
    activation(weighted_sums, outputs, slopes, scratch)
    return outputs


def checked_sizes(sizes: Sequence[int]) -> tuple[int, ...]:
    """The layer sizes as a tuple; SettingError where they make no network."""
    if len(sizes) < 2:
        raise SettingError(
            "A network needs at least an input and an output layer, as in 64,10; this has {count}.",
            count=len(sizes),
        )
    for layer, size in enumerate(sizes):
        if not 1 <= size <= LARGEST_LAYER or int(size) != size:
            raise SettingError(
                "Layer {layer} has {size} neurons; give it a whole number from 1 to {largest}.",
                layer=layer,
                size=size,
                largest=LARGEST_LAYER,
            )
    count = parameter_count(sizes)
    if count > MOST_PARAMETERS:
        raise SettingError(
            "The layers {sizes} have {count:,} weights and biases; "
            "choose smaller ones with at most {most:,}.",
            sizes=",".join(map(str, sizes)),
            count=count,
            most=MOST_PARAMETERS,
        )
    return tuple(int(size) for size in sizes)


def checked_bias(bias: BiasPlacement) -> BiasPlacement:
    """The bias placement; SettingError where it is neither."""
    if bias not in get_args(BiasPlacement):
        raise SettingError(
            "The bias is added inside or outside σ, so bias is 'inside' or 'outside', "
            "not {bias!r}.",
            bias=bias,
        )
    return bias


def checked_seed(seed: int) -> int:
    """The seed; SettingError where it is negative or no whole number."""
    if isinstance(seed, bool) or not 0 <= seed < 2**63 or int(seed) != seed:
        raise SettingError(
            "The seed is a whole number from 0 up, not {seed}; for instance 7.", seed=seed
        )
    return int(seed)
