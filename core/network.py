"""Network: layers of neurons, the forward pass and the gradients. No data, no loop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from core.activations import Activation, activation_named, apply
from core.checks import is_whole
from core.costs import check_partner, cost_named
from core.errors import SettingError
from core.initialisers import initialise
from core.parameters import FloatArray, Parameters, parameter_count
from core.parts import Held

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
    activation : str or sequence of str
        Names in `core.activations.ACTIVATIONS`: one for every layer but the input; or two,
        for the hidden layers and for the output; or one for each layer but the input.
    cost : str
        Name in `core.costs.COSTS`; it must fit σ of the output layer.
    bias : {"inside", "outside"}
    initialiser : str
        Name in `core.initialisers.INITIALISERS`.
    seed : int
        The same seed gives the same start values.
    dtype : numpy dtype
        float32, or float64 where gradients are checked.

    Attributes
    ----------
    activation_functions : tuple of Activation
        ``activation_functions[L-1]`` is σ of layer L.
    held : tuple of Held
        Neurons that are knocked out: their a is a fixed value.

    Raises
    ------
    SettingError
        Where a size, a name or the seed cannot be used, or σ and C do not go together.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activation: str | Sequence[str] = "logistic",
        cost: str = "quadratic",
        bias: BiasPlacement = "inside",
        initialiser: str = "one_over_root_n",
        seed: int = 7,
        dtype: npt.DTypeLike = np.float32,
    ) -> None:
        self.sizes = checked_sizes(sizes)
        self.activation_functions = checked_activations(activation, len(self.sizes) - 1)
        self.cost = cost_named(cost)
        self.bias = checked_bias(bias)
        check_partner(self.cost, self.activation_functions[-1], self.bias)
        self.held: tuple[Held, ...] = ()
        self.initialiser = initialiser
        self.seed = checked_seed(seed)
        self.parameters = Parameters(self.sizes, dtype=checked_dtype(dtype))
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

    @property
    def activation_names(self) -> tuple[str, ...]:
        """The name of σ of every layer but the input."""
        return tuple(sigma.name for sigma in self.activation_functions)

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
        for layer, (weights, biases, sigma) in enumerate(
            zip(self.weights, self.biases, self.activation_functions, strict=True), start=1
        ):
            # One column per neuron's bias, or a plain vector for a single example.
            bias = biases.reshape(-1, *[1] * (inputs.ndim - 1))
            # Rows times rows: for many examples twice as fast as columns.
            sums = (activations[-1].T @ weights.T).T
            if self.bias == "inside":
                sums = sums + bias
            outputs = apply(sigma, sums)
            if self.bias == "outside":
                outputs = outputs + bias
            for one in self.held:
                if one.layer == layer:
                    outputs[one.neuron] = one.value
            weighted_sums.append(sums)
            activations.append(outputs)
        return ForwardPass(tuple(weighted_sums), tuple(activations))


def checked_sizes(sizes: Sequence[int]) -> tuple[int, ...]:
    """The layer sizes as a tuple; SettingError where they make no network."""
    sizes = _listed(sizes)
    if len(sizes) < 2:
        raise SettingError(
            "A network needs at least an input and an output layer, as in 64,10; this has {count}.",
            count=len(sizes),
        )
    for layer, size in enumerate(sizes):
        if not is_whole(size, 1, LARGEST_LAYER):
            raise SettingError(
                "Layer {layer} has {size} neurons; give it a whole number from 1 to {largest}.",
                layer=layer,
                size=size,
                largest=LARGEST_LAYER,
            )
    sizes = tuple(int(size) for size in sizes)
    count = parameter_count(sizes)
    if count > MOST_PARAMETERS:
        raise SettingError(
            "The layers {sizes} have {count:,} weights and biases; "
            "choose smaller ones with at most {most:,}.",
            sizes=",".join(map(str, sizes)),
            count=count,
            most=MOST_PARAMETERS,
        )
    return sizes


def _listed(sizes: object) -> tuple[int, ...]:
    if isinstance(sizes, str) or not isinstance(sizes, Iterable):
        raise SettingError(
            "The layers are {sizes!r}; give a list of their neurons, as in (64, 16, 10).",
            sizes=sizes,
        )
    return tuple(sizes)


def checked_activations(names: str | Sequence[str], count: int) -> tuple[Activation, ...]:
    """σ of ``count`` layers; SettingError where the names are unknown or of another number."""
    if isinstance(names, str) or not isinstance(names, Iterable):
        names = (names,)
    names = tuple(names)
    if len(names) == 1:
        names *= count
    elif len(names) == 2:
        names = (names[0],) * (count - 1) + names[1:]
    if len(names) != count:
        raise SettingError(
            "There are {given} activation functions for {count} layers after the input; give "
            "one for all, two for the hidden layers and the output, or {count}.",
            given=len(names),
            count=count,
        )
    functions = tuple(activation_named(name) for name in names)
    for layer, sigma in enumerate(functions[:-1], start=1):
        if not sigma.is_elementwise:
            raise SettingError(
                "Layer {layer} cannot have {name}, which is for the output layer; choose "
                "another activation function for it, for instance logistic.",
                layer=layer,
                name=sigma.name,
            )
    return functions


def checked_dtype(dtype: npt.DTypeLike) -> npt.DTypeLike:
    """The dtype; SettingError where it is neither float32 nor float64."""
    try:
        is_known = np.dtype(dtype) in (np.float32, np.float64)
    except TypeError:
        is_known = False
    if not is_known:
        raise SettingError(
            "A network computes in float32 or float64, not in {dtype}; choose one of them.",
            dtype=dtype,
        )
    return dtype


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
    if not is_whole(seed, 0, 2**63 - 1):
        raise SettingError(
            "The seed is a whole number from 0 up, not {seed}; for instance 7.", seed=seed
        )
    return int(seed)
