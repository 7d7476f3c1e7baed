"""What is looked at along a run: gradient norms, saturation, and how W and a are spread."""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.chunks import at_once, slices
from core.datasets.dataset import Examples
from core.network import Network
from core.parameters import FloatArray, IntArray, Parameters
from core.probes.neurons import saturation_in_chunks
from core.probes.sweep import Chosen, chunk_size
from core.quiet import quietly

# Bins of a histogram: at most so many (and one more, where edges fall badly), and more than
# half of it.
BINS = 64
# The least range of a histogram, in parts of its largest number and as a number.
_FLAT, _LEAST = 2.0**-20, 2.0**-60


@dataclass(frozen=True, eq=False)
class Histogram:
    """How many numbers lie in each of some bins of equal width.

    Bin i goes from (first + i) · width up to, but without, (first + i + 1) · width; the largest
    number, where it lies on an edge, is counted in the bin below it. As every width is a power
    of two and every edge a multiple of it, bins of one histogram lie wholly inside those of a
    coarser one: histograms can be brought to one width exactly.

    Attributes
    ----------
    width : float
    first : int
    counts : ndarray of int, shape (bins,)
        Numbers that are not finite are counted nowhere.
    """

    width: float
    first: int
    counts: npt.NDArray[np.int32]

    @property
    def edges(self) -> FloatArray:
        """Where the bins begin and end, shape (bins + 1,)."""
        edges: FloatArray = (self.first + np.arange(len(self.counts) + 1)) * self.width
        return edges

    @property
    def total(self) -> int:
        """How many numbers were counted."""
        return int(self.counts.sum())

    def coarser(self, width: float) -> Histogram:
        """The same numbers in bins of this width: a power of two, and not finer than now."""
        if len(self.counts) == 0:
            return Histogram(width, 0, self.counts)
        places = np.floor(self.edges[:-1] / width).astype(np.int64)
        first = int(places[0])
        counts = np.zeros(int(places[-1]) - first + 1, np.int32)
        np.add.at(counts, places - first, self.counts)
        return Histogram(width, first, counts)


@dataclass(frozen=True, eq=False)
class HistogramsOverTime:
    """Several histograms in the same bins.

    Attributes
    ----------
    edges : ndarray, shape (bins + 1,)
    counts : ndarray of int, shape (bins, histograms)
    """

    edges: FloatArray
    counts: IntArray


@dataclass(frozen=True, eq=False)
class LayerLook:
    """What is true of one layer at one step.

    Attributes
    ----------
    weight_gradient, bias_gradient : float
        ‖∂C/∂W‖ and ‖∂C/∂B‖: the square roots of the sums of all squares.
    saturated, dead, neurons : int
        How many neurons are saturated and dead, see `core.probes.LayerSaturation`, of how many.
    weights, activations : Histogram
        Of the layer's W, and of its a: of every neuron for every example.
    """

    weight_gradient: float
    bias_gradient: float
    saturated: int
    dead: int
    neurons: int
    weights: Histogram
    activations: Histogram


def gradient_norms(gradient: Parameters) -> tuple[tuple[float, float], ...]:
    """‖∂C/∂W‖ and ‖∂C/∂B‖ of each layer; index L-1 for layer L.

    Each is the square root of the sum of all squares (the Frobenius norm), in float64.
    """
    return tuple(
        (_length(weights), _length(biases))
        for weights, biases in zip(gradient.weights, gradient.biases, strict=True)
    )


def histogram(values: npt.ArrayLike, most: int = BINS) -> Histogram:
    """How often which values occur, in at most ``most`` bins and one more.

    Parameters
    ----------
    values : array
        Of any shape.
    most : int
    """
    numbers = np.ravel(np.asarray(values, np.float64))
    numbers = numbers[np.isfinite(numbers)]
    if len(numbers) == 0:
        return Histogram(_LEAST, 0, np.zeros(0, np.int32))
    lowest, highest = float(numbers.min()), float(numbers.max())
    size = max(abs(lowest), abs(highest))
    span = max(highest - lowest, _FLAT * size, _LEAST)
    width = 2.0 ** math.ceil(math.log2(span / most))
    first, last = math.floor(lowest / width), math.floor(highest / width)
    if last > first and last * width == highest:
        last -= 1
    # Exact: a division by a power of two only moves the exponent.
    places = np.minimum(np.floor(numbers / width).astype(np.int64) - first, last - first)
    counts = np.bincount(places, minlength=last - first + 1)
    return Histogram(width, first, counts.astype(np.int32))


def side_by_side(histograms: Sequence[Histogram], most: int = BINS) -> HistogramsOverTime:
    """Histograms brought to the same bins, at most ``most`` of them and one more.

    Parameters
    ----------
    histograms : sequence of Histogram
        At least one; those that counted nothing have zeros everywhere.
    most : int
    """
    filled = [one for one in histograms if len(one.counts)]
    if not filled:
        return HistogramsOverTime(np.array([0.0, 1.0]), np.zeros((1, len(histograms)), np.int64))
    width = max(one.width for one in filled)
    lowest = min(one.first * one.width for one in filled)
    highest = max((one.first + len(one.counts)) * one.width for one in filled)
    while (highest - lowest) / width > most:
        width *= 2
    first, end = math.floor(lowest / width), math.ceil(highest / width)
    counts = np.zeros((end - first, len(histograms)), np.int64)
    for column, one in enumerate(histograms):
        if len(one.counts):
            merged = one.coarser(width)
            start = merged.first - first
            counts[start : start + len(merged.counts), column] = merged.counts
    return HistogramsOverTime((first + np.arange(end - first + 1)) * width, counts)


def look_at_layers(
    network: Network, gradient: Parameters, examples: Examples
) -> tuple[LayerLook, ...]:
    """What is true of each layer; index L-1 for layer L.

    Parameters
    ----------
    network : Network
    gradient : Parameters
        ∂C/∂W and ∂C/∂B.
    examples : Examples
        Over which a is counted, and over all of which a neuron is dead or saturated.

    Raises
    ------
    SettingError
        Where the examples do not fit.
    """
    return at_once(look_at_layers_in_chunks(network, gradient, examples))


def look_at_layers_in_chunks(
    network: Network, gradient: Parameters, examples: Examples
) -> Generator[float, None, tuple[LayerLook, ...]]:
    """As `look_at_layers`, with a pause every few milliseconds that yields the share done.

    The network must stay as it is until the generator returns.
    """
    chosen = Chosen(network, examples, None)
    dtype = network.parameters.vector.dtype
    fired = [np.empty((size, chosen.count), dtype) for size in network.sizes[1:]]
    for part in slices(chosen.count, chunk_size(network)):
        forward = quietly(network.forward, chosen.chunk(part)[0])
        for layer, activations in enumerate(forward.activations[1:]):
            fired[layer][:, part] = activations
        yield part.stop / chosen.count / 2
    states = yield from saturation_in_chunks(network, examples)
    norms = gradient_norms(gradient)
    return tuple(
        LayerLook(
            *norms[layer],
            state.saturated_count,
            state.dead_count,
            network.sizes[layer + 1],
            histogram(network.weights[layer]),
            histogram(fired[layer]),
        )
        for layer, state in enumerate(states)
    )


def refining(count: int) -> list[int]:
    """0 to count − 1 in an order in which any beginning of it is spread evenly.

    >>> refining(6)
    [0, 5, 4, 2, 1, 3]
    """
    found = dict.fromkeys([0, count - 1] if count else [])
    stride = 1 << max(count - 1, 0).bit_length()
    while stride:
        found.update(dict.fromkeys(range(0, count, stride)))
        stride //= 2
    return list(found)


def _length(numbers: FloatArray) -> float:
    return float(quietly(np.linalg.norm, numbers.astype(np.float64)))
