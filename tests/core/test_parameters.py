from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Network
from core.parameters import Parameters, parameter_count

any_sizes = st.lists(st.integers(1, 7), min_size=2, max_size=5)


@pytest.mark.parametrize(
    ("sizes", "weights", "biases"),
    [((784, 16, 16, 10), 12_960, 42), ((64, 16, 16, 10), 1_440, 42), ((1, 1), 1, 1)],
)
def test_count(sizes: tuple[int, ...], weights: int, biases: int) -> None:
    parameters = Parameters(sizes)
    assert sum(array.size for array in parameters.weights) == weights
    assert sum(array.size for array in parameters.biases) == biases
    assert parameters.vector.size == parameter_count(sizes) == weights + biases


def test_the_notes_network_has_13002_numbers() -> None:
    assert parameter_count((784, 16, 16, 10)) == 13_002


@settings(deadline=None, max_examples=30)
@given(any_sizes)
def test_every_number_is_one_weight_or_one_bias(sizes: list[int]) -> None:
    parameters = Parameters(sizes)
    parameters.vector[:] = np.arange(parameters.vector.size)
    views = [*parameters.weights, *parameters.biases]
    seen = np.concatenate([view.ravel() for view in views])
    assert np.array_equal(np.sort(seen), parameters.vector)


@settings(deadline=None, max_examples=30)
@given(any_sizes)
def test_views_share_memory_with_the_vector(sizes: list[int]) -> None:
    parameters = Parameters(sizes)
    for view in (*parameters.weights, *parameters.biases):
        np.add(view, 1, out=view)
    assert (parameters.vector == 1).all()


@settings(deadline=None, max_examples=30)
@given(any_sizes)
def test_shapes(sizes: list[int]) -> None:
    parameters = Parameters(sizes)
    assert [w.shape for w in parameters.weights] == list(zip(sizes[1:], sizes[:-1], strict=True))
    assert [b.shape for b in parameters.biases] == [(size,) for size in sizes[1:]]


def test_a_given_vector_is_used_not_copied() -> None:
    vector = np.arange(9, dtype=np.float32)
    parameters = Parameters((2, 2, 1), vector)
    parameters.weights[0][1, 0] = -1
    assert vector[3] == -1


def test_a_copy_has_its_own_numbers() -> None:
    parameters = Parameters((2, 1))
    other = parameters.copy()
    other.vector[:] = 5
    assert (parameters.vector == 0).all()
    assert (other.biases[0] == 5).all()


@pytest.mark.parametrize("vector", [np.zeros(8), np.zeros((3, 3)), np.zeros(18)[::2]])
def test_a_vector_that_does_not_fit_is_refused(vector: np.ndarray) -> None:
    with pytest.raises(ValueError, match="contiguous vector of 9 numbers"):
        Parameters((2, 2, 1), vector)


def sent(network: Network) -> Network:
    """As it comes out of a pipe between two processes."""
    found: Network = pickle.loads(pickle.dumps(network))  # noqa: S301 (our own bytes)
    return found


@pytest.mark.parametrize("twin_of", [copy.deepcopy, sent])
def test_a_copy_by_other_means_is_of_one_piece(twin_of: Callable[[Network], Network]) -> None:
    network = Network((4, 3, 2))
    twin = twin_of(network)
    assert twin.parameters.vector.tobytes() == network.parameters.vector.tobytes()
    twin.weights[1][1, 2] = 7
    assert 7 in twin.parameters.vector
    assert 7 not in network.parameters.vector
