"""Examples from numbers of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Examples, Network, Run
from core.errors import DataError, UserError

CheckSentence = Callable[[UserError, str, str], None]
THREE: list[list[float]] = [[0.0, 1.0], [0.5, -2.0], [1.0, 3.0]]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=9))
def test_labels_become_targets_of_1_and_0(labels: list[int]) -> None:
    found = Examples.from_arrays(np.zeros((len(labels), 2)), labels)
    assert found.labels.tolist() == labels
    assert found.targets.shape == (len(labels), max(labels) + 1)
    assert np.array_equal(found.targets.sum(axis=1), np.ones(len(labels)))
    assert (found.targets[np.arange(len(labels)), labels] == 1).all()


@pytest.mark.parametrize("labels", [[0, 2, 1], [0.0, 2.0, 1.0], np.array([0, 2, 1], np.uint8)])
def test_whole_numbers_of_any_kind_are_labels(labels: Any) -> None:
    found = Examples.from_arrays(THREE, labels)
    assert found.targets.tolist() == [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
    assert found.labels.dtype == np.int64
    assert len(found) == 3


def test_targets_are_taken_as_they_are_and_the_largest_is_the_label() -> None:
    found = Examples.from_arrays(THREE, [[0.25, 0.75], [-1.0, -2.0], [3.0, 2.0]])
    assert found.targets.tolist() == [[0.25, 0.75], [-1, -2], [3, 2]]
    assert found.labels.tolist() == [1, 0, 0]


def test_a_column_is_one_output_and_no_label() -> None:
    found = Examples.from_arrays(THREE, [[0.5], [1.5], [2.0]])
    assert found.targets.tolist() == [[0.5], [1.5], [2]]
    assert found.labels.tolist() == [0, 0, 0]


@pytest.mark.parametrize("kind", [np.float64, np.float32, np.int16, np.bool_])
def test_inputs_are_float32_with_a_column_of_ones(kind: type[np.generic]) -> None:
    inputs = np.array([[0, 1], [1, 0], [1, 1]], kind)
    found = Examples.from_arrays(inputs, [0, 1, 0])
    assert found.with_ones.tolist() == [[0, 1, 1], [1, 0, 1], [1, 1, 1]]
    assert found.inputs.tolist() == inputs.astype(float).tolist()
    assert {found.with_ones.dtype, found.targets.dtype} == {np.dtype(np.float32)}


@pytest.mark.parametrize("name", ["with_ones", "inputs", "targets", "labels"])
@pytest.mark.parametrize("targets", [[0, 1, 2], [[1.0], [0.5], [0.25]]])
def test_arrays_are_read_only(name: str, targets: Any) -> None:
    with pytest.raises(ValueError, match="read-only"):
        getattr(Examples.from_arrays(THREE, targets), name)[0] = 0


def test_what_was_given_stays_ones_own() -> None:
    """It can be written to as before, and that changes no example."""
    inputs, targets = np.ones((2, 2), np.float32), np.ones((2, 2), np.float32)
    labels = np.array([0, 1])
    found, labelled = Examples.from_arrays(inputs, targets), Examples.from_arrays(inputs, labels)
    for array in (inputs, targets, labels):
        array[:] = 5
    assert found.inputs.tolist() == found.targets.tolist() == [[1, 1], [1, 1]]
    assert labelled.labels.tolist() == [0, 1]


def test_a_run_learns_from_them() -> None:
    """The exclusive or, which no network without a hidden layer can."""
    table = Examples.from_arrays([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])
    data = Dataset("xor", table, table, (1, 2))
    network = Network((2, 4, 1), ("tanh", "identity"), seed=1)
    run = Run(network, data, learning_rate=0.1, batch_size=4)
    run.steps(2000)
    assert run.evaluate_test().cost < 0.01


BAD_INPUTS: list[tuple[Any, str, str]] = [
    ([[1, np.nan], [0, 0], [0, 0]], "NaN", "leave such examples out"),
    ([[1, np.inf], [0, 0], [0, 0]], "infinity", "leave such examples out"),
    ([[1, 1e39], [0, 0], [0, 0]], "3.4e38", "leave such examples out"),
    ([["a", "b"]] * 3, "The inputs are not all numbers", "array of numbers"),
    ([["1", "2"]] * 3, "The inputs are not all numbers", "array of numbers"),
    ([[1 + 2j, 0]] * 3, "The inputs are not all numbers", "array of numbers"),
    ([[None, 0]] * 3, "The inputs are not all numbers", "array of numbers"),
    (None, "The inputs are not all numbers", "array of numbers"),
    ([[1, 2], [3], [4, 5]], "The inputs are not all numbers", "array of numbers"),
    ([1, 2, 3], "shape (3,)", "one example a row"),
    (np.zeros((3, 2, 2)), "shape (3, 2, 2)", "one example a row"),
    (5, "shape ()", "one example a row"),
    ([], "shape (0,)", "one example a row"),
    (np.zeros((3, 0)), "shape (3, 0)", "one example a row"),
    (np.zeros((0, 3)), "shape (0, 3)", "one example a row"),
]


@pytest.mark.parametrize(("inputs", "bad", "remedy"), BAD_INPUTS)
def test_bad_inputs_get_one_sentence(
    check_sentence: CheckSentence, inputs: Any, bad: str, remedy: str
) -> None:
    with pytest.raises(DataError) as caught:
        Examples.from_arrays(inputs, [0, 1, 2])
    check_sentence(caught.value, bad, remedy)


BAD_TARGETS: list[tuple[Any, str, str]] = [
    ([0, 1, np.nan], "The targets are not all finite", "leave such examples out"),
    ([[0], [1], [np.inf]], "The targets are not all finite", "leave such examples out"),
    (["a", "b", "c"], "The targets are not all numbers", "array of numbers"),
    ([[1, 0], [1], [0, 1]], "The targets are not all numbers", "array of numbers"),
    ([0, 1], "3 examples, and the targets have the shape (2,)", "one label"),
    ([[0, 1]] * 4, "the shape (4, 2)", "one row of targets"),
    (np.zeros((3, 2, 1)), "the shape (3, 2, 1)", "one row of targets"),
    (np.zeros((3, 0)), "the shape (3, 0)", "one row of targets"),
    (1, "the shape ()", "one label"),
    ([0, 1, -1], "from -1 to 1", "0, 1, 2, …"),
    ([0, 1, 0.5], "no whole numbers", "0, 1, 2, …"),
    ([0, 1, 10_000], "10000", "9999"),
    ([0, 1, 1e18], "1e+18", "9999"),
    ([0, 1, 1e30], "1e+30", "9999"),
]


@pytest.mark.parametrize(("targets", "bad", "remedy"), BAD_TARGETS)
def test_bad_targets_get_one_sentence(
    check_sentence: CheckSentence, targets: Any, bad: str, remedy: str
) -> None:
    with pytest.raises(DataError) as caught:
        Examples.from_arrays(THREE, targets)
    check_sentence(caught.value, bad, remedy)
