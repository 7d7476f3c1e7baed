"""What C makes of one weight or bias: its curve, and each example's wish."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.activations import apply
from core.checks import is_whole, shown
from core.chunks import at_once, slices
from core.datasets.dataset import Examples
from core.errors import SettingError
from core.network import ForwardPass, Network
from core.parameters import FloatArray, IntArray
from core.parts import Part, checked_parts
from core.probes.sweep import TILE, Chosen, Variants, back_propagate, chunk_size
from core.quiet import quietly

# The curve reaches at least so far to either side.
_REACH = 2.0


@dataclass(frozen=True, eq=False)
class CostLine:
    """C as one weight or bias moves and everything else stays.

    Attributes
    ----------
    values : ndarray, shape (points,)
        What the weight or bias is set to.
    costs : ndarray, shape (points,)
        The mean C of an example there.
    value : float
        What it is at present.
    cost : float
        The mean C at present.
    slope : float
        ∂C/∂w at present, from back-propagation: the tangent is cost + slope · (w − value).
    """

    values: FloatArray
    costs: FloatArray
    value: float
    cost: float
    slope: float


@dataclass(frozen=True, eq=False)
class Wishes:
    """How each example would have one weight or bias moved.

    Attributes
    ----------
    slopes : ndarray, shape (n,)
        ∂C/∂w of each example's own C: δ_j a_k. Where it is above 0, the example wishes for a
        smaller w.
    mean : float
        ∂C/∂w of the mean C.
    """

    slopes: FloatArray
    mean: float


def cost_along_weight(
    network: Network,
    examples: Examples,
    layer: int,
    neuron: int,
    origin: int | None,
    *,
    indices: Sequence[int] | IntArray | None = None,
    values: npt.ArrayLike | None = None,
    points: int = 101,
) -> CostLine:
    """C as one weight or bias moves; only what lies downstream of it is computed anew.

    S of its neuron is linear in it, and the next layer's S in the neuron's a.

    Parameters
    ----------
    network : Network
        Stays as it is.
    examples : Examples
    layer, neuron : int
        Where the weight leads, the layer 1 or later.
    origin : int or None
        The neuron of the layer before where it comes from; None for the bias.
    indices : sequence of int, optional
        Which examples; all by default.
    values : array, shape (points,), optional
        What to set it to. By default evenly spaced to either side of the present value, the
        middle one, by 2 or by twice that value, whichever is more: so with 0 and with the
        opposite sign. With an even number of points the upper end is left out.
    points : int
        How many values where none are given.

    Raises
    ------
    SettingError
        Where there is no such weight, or values, points or examples cannot be used.
    """
    return at_once(
        cost_along_weight_in_chunks(
            network, examples, layer, neuron, origin, indices=indices, values=values, points=points
        )
    )


def cost_along_weight_in_chunks(
    network: Network,
    examples: Examples,
    layer: int,
    neuron: int,
    origin: int | None,
    *,
    indices: Sequence[int] | IntArray | None = None,
    values: npt.ArrayLike | None = None,
    points: int = 101,
) -> Generator[float, None, CostLine]:
    """As `cost_along_weight`, with a pause after every chunk that yields the share done.

    The network must stay as it is until the generator returns.
    """
    weight = _Weight(network, layer, neuron, origin)
    chosen = Chosen(network, examples, indices)
    new = _values(values, weight.value, points)
    changes = quietly(weight.changes_to, new)
    costs, cost, slope = np.zeros(len(new)), 0.0, 0.0
    for part in slices(chosen.count, chunk_size(network, weight.work * len(new))):
        inputs, targets = chosen.chunk(part)
        more = quietly(weight.along, changes, inputs, targets)
        costs, cost, slope = costs + more[0], cost + more[1], slope + more[2]
        yield part.stop / chosen.count
    count = chosen.count
    return CostLine(new, costs / count, weight.value, cost / count, slope / count)


def wishes(
    network: Network,
    examples: Examples,
    layer: int,
    neuron: int,
    origin: int | None,
    *,
    indices: Sequence[int] | IntArray | None = None,
) -> Wishes:
    """∂C/∂w of every example's own C, for one weight or bias.

    Parameters are those of `cost_along_weight`.

    Raises
    ------
    SettingError
        Where there is no such weight, or the examples cannot be used.
    """
    return at_once(wishes_in_chunks(network, examples, layer, neuron, origin, indices=indices))


def wishes_in_chunks(
    network: Network,
    examples: Examples,
    layer: int,
    neuron: int,
    origin: int | None,
    *,
    indices: Sequence[int] | IntArray | None = None,
) -> Generator[float, None, Wishes]:
    """As `wishes`, with a pause after every chunk that yields the share done.

    The network must stay as it is until the generator returns.
    """
    weight = _Weight(network, layer, neuron, origin)
    chosen = Chosen(network, examples, indices)
    slopes = np.empty(chosen.count, network.parameters.vector.dtype)
    for part in slices(chosen.count, chunk_size(network)):
        inputs, targets = chosen.chunk(part)
        slopes[part] = quietly(weight.slopes, quietly(network.forward, inputs), targets)
        yield part.stop / chosen.count
    return Wishes(slopes, float(slopes.mean(dtype=np.float64)))


class _Weight:
    """One weight or bias of a network."""

    def __init__(self, network: Network, layer: int, neuron: int, origin: int | None) -> None:
        checked_parts([Part(layer, neuron, origin)], network.sizes)
        layer, neuron = int(layer), int(neuron)
        origin = None if origin is None else int(origin)
        self._network = network
        self._layer, self._neuron, self._origin = layer, neuron, origin
        self._is_last = layer == len(network.sizes) - 1
        self._is_held = any((one.layer, one.neuron) == (layer, neuron) for one in network.held)
        self._sigma = network.activation_functions[layer - 1]
        self._is_added = origin is None and network.bias == "outside"
        self._variants = Variants(network, network.parameters.blocks)
        self._widest = max(network.sizes[layer:])
        # What one example takes at one point; σ takes as long as ten multiplications.
        products = sum(block.size for block in network.parameters.blocks[layer + 1 :])
        self.work = products + 10 * sum(network.sizes[layer:])
        block = network.parameters.blocks[layer - 1]
        self.value = float(block[neuron, -1 if origin is None else origin])

    def changes_to(self, values: FloatArray) -> FloatArray:
        """By how much it moves, in the network's dtype."""
        return (values - self.value).astype(self._network.parameters.vector.dtype)

    def along(
        self, changes: FloatArray, inputs: FloatArray, targets: FloatArray
    ) -> tuple[FloatArray, float, float]:
        """ΣC over the examples after each change, and ΣC and its slope without one."""
        forward = self._network.forward(inputs)
        terms = self._network.cost.terms(
            forward.weighted_sums[-1], forward.activations[-1], targets
        )
        slope = float(self.slopes(forward, targets).sum())
        costs = np.zeros(len(changes))
        costs_of = self._output_costs if self._is_last else self._hidden_costs
        for tile in slices(len(changes), TILE // self._widest):
            room = TILE // (self._widest * (tile.stop - tile.start))
            for part in slices(len(inputs), room):
                costs[tile] += costs_of(changes[tile], forward, targets[:, part], part)
        return costs, float(terms.sum()), slope

    def slopes(self, forward: ForwardPass, targets: FloatArray) -> FloatArray:
        """∂C/∂w of each example's own C."""
        to_a, deltas = back_propagate(self._network, forward, targets, self._layer)
        slopes: FloatArray = (to_a if self._is_added else deltas)[self._neuron]
        if self._origin is not None:
            slopes = slopes * forward.activations[self._layer - 1][self._origin]
        return slopes

    def _shifts(self, changes: FloatArray, forward: ForwardPass, part: slice) -> FloatArray:
        """How much S moves (a, for a bias outside σ), shape (changes, n)."""
        below: FloatArray = np.ones(part.stop - part.start, changes.dtype)
        if self._origin is not None:
            below = forward.activations[self._layer - 1][self._origin, part]
        # In memory the other way round, as in `Variants.room`.
        return np.multiply.outer(below, changes).T

    def _hidden_costs(
        self, changes: FloatArray, forward: ForwardPass, targets: FloatArray, part: slice
    ) -> FloatArray:
        shifts = self._shifts(changes, forward, part)
        if self._is_held:
            shifts.fill(0)
        elif not self._is_added:
            before = forward.weighted_sums[self._layer - 1][self._neuron, part]
            shifts = apply(self._sigma, before + shifts) - apply(self._sigma, before)
        above = np.ascontiguousarray(forward.weighted_sums[self._layer][:, part])
        sums = self._variants.room(len(above), *shifts.shape)
        np.multiply(self._network.weights[self._layer][:, self._neuron, None, None], shifts, sums)
        np.add(sums, above[:, None], sums)
        return self._variants.costs(self._layer + 1, sums, targets)

    def _output_costs(
        self, changes: FloatArray, forward: ForwardPass, targets: FloatArray, part: slice
    ) -> FloatArray:
        shifts = self._shifts(changes, forward, part)
        before = forward.weighted_sums[-1][:, part]
        sums = self._variants.room(len(before), *shifts.shape)
        sums[:] = before[:, None]
        if not self._is_added:
            sums[self._neuron] += shifts
        outputs = apply(self._sigma, sums)
        if self._network.bias == "outside":
            outputs += self._network.biases[-1][:, None, None]
        if self._is_added:
            outputs[self._neuron] += shifts
        return self._variants.outcome(sums, outputs, targets)


def _values(values: npt.ArrayLike | None, present: float, points: int) -> FloatArray:
    return quietly(_around, present, points) if values is None else _checked(values)


def _around(present: float, points: int) -> FloatArray:
    if not is_whole(points, 2, 100_000):
        raise SettingError(
            "The curve has {points} points; choose a whole number from 2 to 100000, for "
            "instance 101.",
            points=shown(points),
        )
    points = int(points)
    half = points // 2
    return present + max(_REACH, 2 * abs(present)) / half * np.arange(-half, points - half)


def _checked(values: npt.ArrayLike) -> FloatArray:
    try:
        found = np.array(values, np.float64)
    except (TypeError, ValueError):
        found = np.empty(0)
    if found.ndim != 1 or len(found) < 2 or not np.isfinite(found).all():
        raise SettingError(
            "The values for the curve are no list of at least two finite numbers; give for "
            "instance -1, 0 and 1."
        )
    return found
