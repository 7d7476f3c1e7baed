"""What a neuron does over the test data: how its a is spread, and what drives it furthest."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.chunks import slices
from core.datasets.dataset import Dataset
from core.metrics import read
from core.network import Network
from core.parameters import FloatArray, IntArray
from core.parts import Part, checked_parts
from core.probes.sweep import chunk_size
from core.quiet import quietly
from core.run import Run

BINS = 20
EXTREMES = 12
# Multiplications in an answer, some 50 ms's: a large network is shown fewer examples.
_WORK = 3_000_000_000
# Beyond, differences and sums may be infinite.
_LARGEST = 1e300
# Pixels along a side of the pictures that are sent.
_SIDE = 64
# Where a neuron fires, and where it is silent: shares of the range of its a.
_FIRES, _SILENT = 0.7, 0.3


@dataclass(frozen=True, eq=False)
class Extreme:
    """An example that drives a neuron's a far up or down.

    Attributes
    ----------
    index : int
        In the test data.
    label : int or None
        What it truly is; None where the data have no classes.
    a : float
    picture : ndarray of uint8, shape (rows, columns), or None
        Ink from 0 to 255, at most 64 pixels a side; None where the input is no picture.
    """

    index: int
    label: int | None
    a: float
    picture: npt.NDArray[np.uint8] | None


@dataclass(frozen=True, eq=False)
class OverTheData:
    """How a neuron's a is spread over the test examples.

    Attributes
    ----------
    layer, neuron : int
    edges : ndarray, shape (bins + 1,)
        Of the histograms: from the least to the greatest a that σ (and a bias outside it) can
        give; where there is no such bound, or a is held beyond it, to what occurs.
    counts : ndarray of int, shape (classes, bins)
        How many examples of each class have an a in each bin; on an edge, in the upper one.
        One output alone tells two classes apart; where the data have none, one row is for all.
    means : ndarray, shape (classes,)
        The mean a of each class; NaN for one without examples.
    firing, silent : ndarray, shape (classes,)
        The share of each class's examples with an a in the upper 30 % of the range of
        ``edges``, and with one in the lower 30 %; where a can be below 0, with a > 0 and
        with a < 0. NaN as above.
    most, least : tuple of Extreme
        The examples with the largest a, the largest first, and with the smallest a, the
        smallest first. Of equal ones, the first come first.
    count, total : int
        How many examples this is about, and how many there are. They differ for a network
        so large that only every so-many-th is looked at, and where an a is not finite.
    """

    layer: int
    neuron: int
    edges: FloatArray
    counts: IntArray
    means: FloatArray
    firing: FloatArray
    silent: FloatArray
    most: tuple[Extreme, ...]
    least: tuple[Extreme, ...]
    count: int
    total: int

    @property
    def is_signed(self) -> bool:
        """Whether a can be below 0."""
        return bool(self.edges[0] < 0)


@dataclass(frozen=True)
class NeuronOverData:
    """How a neuron's a is spread over the test examples.

    Parameters
    ----------
    layer, neuron : int
        Layer 1 or later.
    """

    layer: int
    neuron: int

    def answer(self, run: Run) -> OverTheData:
        """Go through the test examples.

        Raises
        ------
        SettingError
            Where there is no such neuron.
        """
        network, data = run.network, run.data
        checked_parts([Part(self.layer, self.neuron)], network.sizes)
        indices, fired = _fired(network, data, self.layer, self.neuron)
        edges = _edges(network, self.layer, self.neuron, fired)
        places = np.clip(np.searchsorted(edges, fired, "right") - 1, 0, BINS - 1)
        labels, classes = _classes(data, indices)
        counts = np.bincount(labels * BINS + places, minlength=classes * BINS)
        firing, silent = _is_firing(edges, fired)
        upwards, downwards = (np.argsort(a, kind="stable")[:EXTREMES] for a in (fired, -fired))
        return OverTheData(
            self.layer,
            self.neuron,
            edges,
            counts.reshape(classes, BINS),
            _class_means(labels, fired, classes),
            _class_means(labels, firing, classes),
            _class_means(labels, silent, classes),
            tuple(_extreme(data, int(indices[place]), fired[place]) for place in downwards),
            tuple(_extreme(data, int(indices[place]), fired[place]) for place in upwards),
            len(fired),
            len(data.test),
        )


def _fired(
    network: Network, data: Dataset, layer: int, neuron: int
) -> tuple[IntArray, npt.NDArray[np.float64]]:
    """Which test examples were looked at, and the neuron's a on each; finite ones alone."""
    total = len(data.test)
    stride = math.ceil(total * network.parameters.vector.size / _WORK)
    indices = np.arange(0, total, stride)
    inputs = data.test.inputs[::stride]
    fired = np.empty(len(indices))
    for part in slices(len(indices), chunk_size(network)):
        fired[part] = quietly(network.forward, inputs[part]).activations[layer][neuron]
    is_finite = np.abs(fired) < _LARGEST
    return indices[is_finite], fired[is_finite]


def _classes(data: Dataset, indices: IntArray) -> tuple[IntArray, int]:
    """What these test examples are, and of how many classes; all of one where there are none."""
    if not data.has_classes:
        return np.zeros(len(indices), np.int64), 1
    if data.class_count == 1:
        return read(data.test.targets[indices].T), 2
    return data.test.labels[indices], data.class_count


def _edges(network: Network, layer: int, neuron: int, fired: FloatArray) -> FloatArray:
    sigma = network.activation_functions[layer - 1]
    shift = float(network.biases[layer - 1][neuron]) if network.bias == "outside" else 0.0
    least, greatest = (float(fired.min()), float(fired.max())) if len(fired) else (0.0, 1.0)
    bounds = [bound + shift for bound in (sigma.lowest, sigma.highest)]
    low = min([least, *(bound for bound in bounds[:1] if abs(bound) < _LARGEST)])
    high = max([greatest, *(bound for bound in bounds[1:] if abs(bound) < _LARGEST)])
    # Where a is the same on all, or nearly, the edges would not differ.
    narrowest = 1e-6 * max(abs(low), abs(high))
    if high - low <= narrowest:
        high = low + (narrowest or 1.0)
    return np.linspace(low, high, BINS + 1)


def _is_firing(edges: FloatArray, fired: FloatArray) -> tuple[FloatArray, FloatArray]:
    low, high = edges[0], edges[-1]
    if low < 0:
        return (fired > 0).astype(float), (fired < 0).astype(float)
    share = (fired - low) / (high - low)
    return (share >= _FIRES).astype(float), (share <= _SILENT).astype(float)


def _class_means(labels: IntArray, values: FloatArray, classes: int) -> FloatArray:
    sizes = np.bincount(labels, minlength=classes)
    sums = np.bincount(labels, values, minlength=classes)
    means: FloatArray = np.where(sizes > 0, sums / np.maximum(sizes, 1), np.nan)
    return means


def _extreme(data: Dataset, index: int, a: float) -> Extreme:
    label = int(_classes(data, np.array([index]))[0][0]) if data.has_classes else None
    return Extreme(index, label, float(a), _picture(data, index))


def _picture(data: Dataset, index: int) -> npt.NDArray[np.uint8] | None:
    rows, columns = data.image_shape
    if min(rows, columns) < 2 or rows * columns != data.input_count:
        return None
    step = math.ceil(max(rows, columns) / _SIDE)
    ink = data.test.inputs[index].reshape(rows, columns)[::step, ::step]
    picture: npt.NDArray[np.uint8] = np.rint(np.clip(ink, 0, 1) * 255).astype(np.uint8)
    return picture
