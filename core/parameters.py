"""Parameters: every weight and bias of a network in one flat vector."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.floating[Any]]
IntArray = npt.NDArray[np.int64]


def parameter_count(sizes: Sequence[int]) -> int:
    """How many weights and biases a network of these layer sizes has.

    >>> parameter_count((784, 16, 16, 10))
    13002
    """
    return sum(rows * (columns + 1) for columns, rows in itertools.pairwise(sizes))


class Parameters:
    """Weights and biases as views into one contiguous vector.

    Layer L takes a block of shape (N_L, N_{L-1} + 1): row j holds the weights to neuron j
    and, in its last column, the neuron's bias. With a row of ones under the activations of
    layer L-1, one matrix product gives W a + B, and another ∂C/∂W together with ∂C/∂B.

    Attributes
    ----------
    sizes : tuple of int
        Neurons per layer, input first.
    vector : ndarray, shape (parameter_count(sizes),)
        All numbers. An update, a checkpoint or a direction is one operation on it.
    blocks : tuple of ndarray
        ``blocks[L-1]`` has shape (N_L, N_{L-1} + 1).
    weights : tuple of ndarray
        ``weights[L-1][j, k]``: to neuron j of layer L from neuron k of layer L-1.
    biases : tuple of ndarray
        ``biases[L-1][j]``: of neuron j of layer L.
    """

    __slots__ = ("biases", "blocks", "sizes", "vector", "weights")

    def __init__(
        self,
        sizes: Sequence[int],
        vector: FloatArray | None = None,
        dtype: npt.DTypeLike = np.float32,
    ) -> None:
        self.sizes = tuple(sizes)
        count = parameter_count(self.sizes)
        if vector is None:
            vector = np.zeros(count, dtype)
        if vector.shape != (count,) or not vector.flags.c_contiguous:
            raise ValueError(f"a contiguous vector of {count} numbers is needed")
        self.vector: FloatArray = vector
        self.blocks = _blocks(self.sizes, vector)
        self.weights = tuple(block[:, :-1] for block in self.blocks)
        self.biases = tuple(block[:, -1] for block in self.blocks)

    def __reduce__(self) -> tuple[object, ...]:
        # Views pickled one by one would come back as arrays of their own.
        return Parameters, (self.sizes, self.vector)

    def __deepcopy__(self, _: object) -> Parameters:
        return self.copy()

    def copy(self) -> Parameters:
        """The same numbers in a vector of their own."""
        return Parameters(self.sizes, self.vector.copy())


def _blocks(sizes: tuple[int, ...], vector: FloatArray) -> tuple[FloatArray, ...]:
    blocks = []
    start = 0
    for columns, rows in itertools.pairwise(sizes):
        end = start + rows * (columns + 1)
        blocks.append(vector[start:end].reshape(rows, columns + 1))
        start = end
    return tuple(blocks)
