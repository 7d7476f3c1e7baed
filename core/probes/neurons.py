"""What one neuron, or the neurons of a layer, do with examples."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.activations import Activation, slopes_of
from core.checks import is_whole, shown
from core.chunks import at_once, slices
from core.datasets.dataset import Examples
from core.errors import SettingError
from core.network import Network
from core.parameters import FloatArray, IntArray
from core.parts import Part, checked_parts
from core.probes.sweep import Chosen, back_propagate, chunk_size
from core.quiet import quietly

# Shares of σ's steepest slope. A leaky ReLU's 1/100 for S below 0 is not flat, however it
# is rounded.
_FLAT = 0.00999
_LIFELESS = 1e-6
# The share of examples on which a saturated neuron's σ is flat.
_MOSTLY = 0.9


@dataclass(frozen=True, eq=False)
class Contributions:
    """What one S is the sum of, the largest terms first (whatever their sign).

    Attributes
    ----------
    origins : ndarray of int, shape (N_{L-1},)
        k: the neurons of the layer before.
    weights, inputs, terms : ndarray, shape (N_{L-1},)
        W_jk, a_k, and W_jk · a_k.
    bias : float or None
        The last term of S; None where the bias is outside σ.
    total : float
        S.
    """

    origins: IntArray
    weights: FloatArray
    inputs: FloatArray
    terms: FloatArray
    bias: float | None
    total: float


@dataclass(frozen=True, eq=False)
class PreferredInputs:
    """What a neuron answers to.

    Attributes
    ----------
    most, least : ndarray of int, shape (count,)
        Indices of the examples on which its a is largest, the largest first, and on which
        it is smallest, the smallest first. Of equal ones, the first come first.
    most_activations, least_activations : ndarray, shape (count,)
        Its a on them.
    weight_picture : ndarray, shape (N_0,), or None
        The incoming weights of a neuron of layer 1: its S is largest for a picture that looks
        like them. None for deeper layers, whose neurons have no such picture.
    """

    most: IntArray
    least: IntArray
    most_activations: FloatArray
    least_activations: FloatArray
    weight_picture: FloatArray | None


@dataclass(frozen=True, eq=False)
class LayerSaturation:
    """Which neurons of a layer have nearly stopped learning, over some examples.

    σ is flat where σ′(S) is below 1 % of its steepest slope; for softmax, σ′ is ∂a_i/∂S_i.
    A ReLU is flat wherever it does not fire; identity and leaky ReLU are nowhere.

    Attributes
    ----------
    flat_shares : ndarray, shape (N_L,)
        On which share of the examples each neuron's σ is flat, 0 to 1.
    is_dead : ndarray of bool, shape (N_L,)
        σ′(S) is at most a millionth of the steepest slope on every example, so that nothing
        reaches the weights: a ReLU that never fires.
    is_saturated : ndarray of bool, shape (N_L,)
        Flat on at least 90 % of the examples, and not dead.

    Neurons that are held are neither.
    """

    flat_shares: FloatArray
    is_dead: npt.NDArray[np.bool_]
    is_saturated: npt.NDArray[np.bool_]

    @property
    def dead_count(self) -> int:
        """How many neurons are dead."""
        return int(self.is_dead.sum())

    @property
    def saturated_count(self) -> int:
        """How many neurons are saturated."""
        return int(self.is_saturated.sum())


def contributions(
    network: Network, inputs: npt.ArrayLike, layer: int, neuron: int
) -> Contributions:
    """The terms of one neuron's S for one example, the largest first.

    Parameters
    ----------
    network : Network
    inputs : array, shape (N_0,)
    layer, neuron : int
        Layer 1 or later.

    Raises
    ------
    SettingError
        Where there is no such neuron, or the example has another length.
    """
    layer, neuron = _checked_neuron(network, layer, neuron)
    forward = quietly(network.forward, _one_row("example", inputs, network.sizes[0]))
    weights, below = network.weights[layer - 1][neuron], forward.activations[layer - 1][:, 0]
    terms = quietly(np.multiply, weights, below)
    order = np.argsort(-np.abs(terms), kind="stable")
    is_inside = network.bias == "inside"
    return Contributions(
        order,
        weights[order],
        below[order],
        terms[order],
        float(network.biases[layer - 1][neuron]) if is_inside else None,
        float(forward.weighted_sums[layer - 1][neuron, 0]),
    )


def input_gradient(network: Network, inputs: npt.ArrayLike, targets: npt.ArrayLike) -> FloatArray:
    """∂C/∂a of the input layer, for one example: where more ink would raise its C.

    Parameters
    ----------
    network : Network
    inputs : array, shape (N_0,)
    targets : array, shape (N_output,)

    Returns
    -------
    ndarray, shape (N_0,)
        Wᵀ δ, with W and δ of layer 1.

    Raises
    ------
    SettingError
        Where inputs or targets have another length, or are not finite.
    """
    row = _one_row("example", inputs, network.sizes[0])
    wanted = _one_row("target", targets, network.sizes[-1])
    columns = wanted.T.astype(network.parameters.vector.dtype)
    forward = quietly(network.forward, row)
    _, deltas = quietly(back_propagate, network, forward, columns, 1)
    found: FloatArray = quietly(network.weights[0].T.dot, deltas[:, 0])
    return found


def preferred_inputs(
    network: Network, examples: Examples, layer: int, neuron: int, count: int = 12
) -> PreferredInputs:
    """The examples that make a neuron's a largest and smallest.

    Parameters
    ----------
    network : Network
    examples : Examples
    layer, neuron : int
        Layer 1 or later.
    count : int
        How many of each kind; all, where there are fewer.

    Raises
    ------
    SettingError
        Where there is no such neuron, or the examples do not fit.
    """
    return at_once(preferred_inputs_in_chunks(network, examples, layer, neuron, count))


def preferred_inputs_in_chunks(
    network: Network, examples: Examples, layer: int, neuron: int, count: int = 12
) -> Generator[float, None, PreferredInputs]:
    """As `preferred_inputs`, with a pause after every chunk that yields the share done.

    The network must stay as it is until the generator returns.
    """
    layer, neuron = _checked_neuron(network, layer, neuron)
    if not is_whole(count, 1):
        raise SettingError(
            "There are {count} examples to show; choose a whole number from 1 up, for instance 12.",
            count=shown(count),
        )
    chosen = Chosen(network, examples, None)
    fired = np.empty(chosen.count, network.parameters.vector.dtype)
    for part in slices(chosen.count, chunk_size(network)):
        fired[part] = quietly(network.forward, chosen.chunk(part)[0]).activations[layer][neuron]
        yield part.stop / chosen.count
    least = np.argsort(fired, kind="stable")[: int(count)]
    most = np.argsort(-fired, kind="stable")[: int(count)]
    picture = network.weights[0][neuron].copy() if layer == 1 else None
    return PreferredInputs(most, least, fired[most], fired[least], picture)


def saturation(network: Network, examples: Examples) -> tuple[LayerSaturation, ...]:
    """Which neurons are saturated or dead over all examples; index L-1 for layer L.

    Raises
    ------
    SettingError
        Where the examples do not fit.
    """
    return at_once(saturation_in_chunks(network, examples))


def saturation_in_chunks(
    network: Network, examples: Examples
) -> Generator[float, None, tuple[LayerSaturation, ...]]:
    """As `saturation`, with a pause after every chunk that yields the share done.

    The network must stay as it is until the generator returns.
    """
    chosen = Chosen(network, examples, None)
    functions = network.activation_functions
    steepest = [_steepest(sigma) for sigma in functions]
    flat = [np.zeros(size, np.int64) for size in network.sizes[1:]]
    lifeless = [np.zeros(size, np.int64) for size in network.sizes[1:]]
    for part in slices(chosen.count, chunk_size(network)):
        forward = quietly(network.forward, chosen.chunk(part)[0])
        for number, sums in enumerate(forward.weighted_sums):
            slopes = quietly(slopes_of, functions[number], sums) / steepest[number]
            flat[number] += (slopes < _FLAT).sum(axis=1)
            lifeless[number] += (slopes <= _LIFELESS).sum(axis=1)
        yield part.stop / chosen.count
    return tuple(
        _layer_saturation(network, layer, counts[0], counts[1], chosen.count)
        for layer, counts in enumerate(zip(flat, lifeless, strict=True), start=1)
    )


def _checked_neuron(network: Network, layer: int, neuron: int) -> tuple[int, int]:
    checked_parts([Part(layer, neuron)], network.sizes)
    return int(layer), int(neuron)


def _one_row(name: str, values: npt.ArrayLike, length: int) -> FloatArray:
    """One example's numbers, checked, in shape (1, length)."""
    try:
        found = np.asarray(values, np.float64)
    except (TypeError, ValueError):
        found = np.empty(0)
    if found.shape != (length,) or not np.isfinite(found).all():
        raise SettingError(
            "The {name} has the shape {shape}; give one list of {length} finite numbers.",
            name=name,
            shape=found.shape,
            length=length,
        )
    return found[None]


def _steepest(sigma: Activation) -> float:
    """The largest σ′(S) there is."""
    sums = np.zeros((2, 401))
    sums[0] = np.linspace(-20, 20, 401)
    return float(slopes_of(sigma, sums)[0].max())


def _layer_saturation(
    network: Network, layer: int, flat: IntArray, lifeless: IntArray, count: int
) -> LayerSaturation:
    learns = np.ones(network.sizes[layer], np.bool_)
    learns[[one.neuron for one in network.held if one.layer == layer]] = False
    is_dead = (lifeless == count) & learns
    shares = flat / count
    return LayerSaturation(shares, is_dead, (shares >= _MOSTLY) & learns & ~is_dead)
