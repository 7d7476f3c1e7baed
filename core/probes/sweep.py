"""What the probes share: examples in chunks, ∂C/∂S, and C of many networks at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.activations import apply, slopes_of
from core.datasets.dataset import Examples
from core.errors import SettingError
from core.fitting import check_examples
from core.network import ForwardPass, Network
from core.operations import perform
from core.parameters import FloatArray, IntArray

# Numbers in one of the arrays that are worked on at once: some fit into the processor's
# cache together, and half a dozen of them take less than 10 MB.
TILE = 200_000
# Multiplications in a chunk of examples: a few milliseconds'.
_WORK = 30_000_000


def chunk_size(network: Network, multiplications: int = 0) -> int:
    """How many examples take a few milliseconds together, 512 at most.

    Parameters
    ----------
    network : Network
    multiplications : int
        For each example, besides those of a pass through the network.
    """
    return min(512, max(1, _WORK // (network.parameters.vector.size + multiplications)))


class Chosen:
    """Some examples, checked to fit a network, and cast to its dtype chunk by chunk.

    Parameters
    ----------
    network : Network
    examples : Examples
    indices : sequence of int or None
        Which of them; None for all.

    Raises
    ------
    SettingError
        Where there is none, an index is out of range, or sizes differ.
    """

    def __init__(
        self, network: Network, examples: Examples, indices: Sequence[int] | IntArray | None
    ) -> None:
        check_examples(network, examples)
        self._examples = examples
        self._dtype = network.parameters.vector.dtype
        self.indices = None if indices is None else _checked_indices(indices, len(examples))
        self.count = len(examples) if self.indices is None else len(self.indices)
        if self.count == 0:
            raise SettingError("There is no example to ask the network about; give at least one.")

    def chunk(self, part: slice) -> tuple[FloatArray, FloatArray]:
        """Inputs, a row each, shape (n, N_0), and targets, a column each, (N_output, n)."""
        inputs, targets = self._examples.with_ones, self._examples.targets
        if self.indices is None:
            inputs, targets = inputs[part], targets[part]
        else:
            rows = self.indices[part]
            inputs, targets = inputs.take(rows, 0), targets.take(rows, 0)
        return (
            inputs[:, :-1].astype(self._dtype, copy=False),
            targets.T.astype(self._dtype, copy=False),
        )


def back_propagate(
    network: Network, forward: ForwardPass, targets: FloatArray, layer: int
) -> tuple[FloatArray, FloatArray]:
    """∂C/∂a and δ = ∂C/∂S in one layer, of each example's own C.

    With a cost that has a partner, the output layer's ∂C/∂a is left out: δ is in its place.

    Parameters
    ----------
    network : Network
    forward : ForwardPass
        Of n examples.
    targets : ndarray, shape (N_output, n)
    layer : int
        1 or later.

    Returns
    -------
    cost_slopes, deltas : ndarray, shape (N_L, n)
    """
    last = len(network.sizes) - 1
    sums, outputs = forward.weighted_sums[-1], forward.activations[-1]
    to_a = np.empty_like(outputs)
    network.cost(sums, outputs, targets, to_a)
    to_a *= network.cost.scale
    for number in range(last, 0, -1):
        deltas = to_a
        if number < last or network.cost.partner is None:
            deltas = _deltas(network, number, forward.weighted_sums[number - 1], to_a)
        for one in network.held:
            if one.layer == number:
                # C depends neither on its S nor on its B.
                to_a[one.neuron] = deltas[one.neuron] = 0
        if number == layer:
            break
        to_a = network.weights[number - 1].T.dot(deltas)
    return to_a, deltas


class Variants:
    """Many networks of one shape, from some layer upwards, and their C.

    Arrays of S and a have the axes (N_L, networks, n): axis 0 is the one that softmax and C
    go along.

    Parameters
    ----------
    network : Network
        σ, C, the placement of the bias, and the neurons held.
    blocks : sequence of ndarray
        ``blocks[L-1]`` as in `core.parameters.Parameters`, shape (N_L, N_{L-1} + 1) where the
        networks share it, or (networks, N_L, N_{L-1} + 1). Those below what is asked for
        are of no account.
    """

    def __init__(self, network: Network, blocks: Sequence[FloatArray]) -> None:
        self._network = network
        self._blocks = blocks
        self._last = len(network.sizes) - 1
        self._is_shared = blocks[-1].ndim == 2

    def costs(self, layer: int, sums: FloatArray, targets: FloatArray) -> FloatArray:
        """ΣC over the examples, of each network, from S of ``layer``; shape (networks,)."""
        outputs_sums, outputs = self._outputs(layer, sums, is_careful=False)
        found = self.outcome(outputs_sums, outputs, targets)
        if np.isnan(found).any():
            # Perhaps because an e^S was infinite: with care, that gives a number.
            outputs_sums, outputs = self._outputs(layer, sums, is_careful=True)
            found = self.outcome(outputs_sums, outputs, targets)
        return found

    def outcome(self, sums: FloatArray, outputs: FloatArray, targets: FloatArray) -> FloatArray:
        """ΣC over the examples, of each network, from S and a of the output layer."""
        terms = self._network.cost.terms(sums, outputs, targets[:, None, :])
        # A product with ones adds up faster than sum().
        found: FloatArray = terms.sum(axis=0).dot(np.ones(targets.shape[1], sums.dtype))
        return found

    def room(self, rows: int, networks: int, count: int) -> FloatArray:
        """An array for S or a, in the order in memory in which work on it is quickest."""
        dtype = self._blocks[-1].dtype
        if self._is_shared:
            return np.empty((rows, count, networks), dtype).transpose(0, 2, 1)
        return np.empty((networks, rows, count), dtype).transpose(1, 0, 2)

    def _outputs(
        self, layer: int, sums: FloatArray, is_careful: bool
    ) -> tuple[FloatArray, FloatArray]:
        """S and a of the output layer."""
        for number in range(layer, self._last + 1):
            sigma = self._network.activation_functions[number - 1]
            # The row below them is for the ones that the next layer's bias is multiplied by.
            rows = len(sums)
            activations = self.room(rows + (number < self._last), *sums.shape[1:])
            outputs = activations[:rows]
            fire = sigma.fire_safely if is_careful else sigma.fire
            perform(fire(sums, outputs, np.empty_like(sums)))
            if self._network.bias == "outside":
                outputs += self._bias(number)
            for one in self._network.held:
                if one.layer == number:
                    outputs[one.neuron] = one.value
            if number < self._last:
                activations[-1] = 1
                sums = self._product(number + 1, activations)
        return sums, outputs

    def _product(self, layer: int, below: FloatArray) -> FloatArray:
        """S of a layer, from the activations below it with their row of ones."""
        block = self._blocks[layer - 1]
        if self._network.bias == "outside":
            block, below = block[..., :-1], below[:-1]
        if not self._is_shared:
            sums: FloatArray = np.matmul(block, below.transpose(1, 0, 2))
            return sums.transpose(1, 0, 2)
        rows, networks, count = below.shape
        sums = block.dot(below.transpose(0, 2, 1).reshape(rows, -1))
        return sums.reshape(-1, count, networks).transpose(0, 2, 1)

    def _bias(self, layer: int) -> FloatArray:
        biases: FloatArray = self._blocks[layer - 1][..., -1]
        return biases[:, None, None] if self._is_shared else biases.T[:, :, None]


def _deltas(network: Network, layer: int, sums: FloatArray, to_a: FloatArray) -> FloatArray:
    """δ of a layer from ∂C/∂a and S."""
    sigma = network.activation_functions[layer - 1]
    at_s = slopes_of(sigma, sums) if sigma.is_elementwise else apply(sigma, sums)
    deltas = np.empty_like(sums)
    perform(sigma.deltas(to_a, at_s, deltas))
    return deltas


def _checked_indices(indices: Sequence[int] | IntArray, count: int) -> IntArray:
    found = np.asarray(indices)
    if found.size == 0:
        found = found.astype(np.int64)
    if found.ndim != 1 or found.dtype.kind not in "iu":
        raise SettingError(
            "The examples are chosen by a list of whole numbers from 0 to {last}.", last=count - 1
        )
    if found.size and not (found.min() >= 0 and found.max() < count):
        wrong = found[(found < 0) | (found >= count)][0]
        raise SettingError(
            "There is no example {index}; choose from 0 to {last}.", index=wrong, last=count - 1
        )
    return found.astype(np.int64, copy=False)
