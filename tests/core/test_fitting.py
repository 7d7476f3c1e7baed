"""Whether outputs can be what the targets are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from core import ACTIVATIONS, Dataset, Examples, Network, Run
from core.errors import SettingError, UserError
from core.network import BiasPlacement

CheckSentence = Callable[[UserError, str, str], None]
INPUTS = [[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
ONE_HOT = [[1, 0], [0, 1], [0, 1]]
PLUS_MINUS = [[1, -1], [-1, 1], [-1, 1]]
SHARES = [[0.25, 0.75], [0.5, 0.5], [1, 0]]
TOO_LARGE = [[0, 1], [1, 0], [2, 0]]
ANY_NUMBERS = [[-7, 100], [0.5, 0], [1e6, 3]]


def data_of(targets: Any, test_targets: Any = None) -> Dataset:
    train = Examples.from_arrays(INPUTS, targets)
    test = train if test_targets is None else Examples.from_arrays(INPUTS, test_targets)
    return Dataset("made up", train, test, (1, 2))


def run_of(
    output: str, data: Dataset, cost: str = "quadratic", bias: BiasPlacement = "inside"
) -> Run:
    network = Network((2, 3, 2), ("tanh", output), cost, bias)
    return Run(network, data, learning_rate=1e-6, batch_size=3)


@pytest.mark.parametrize(
    ("output", "targets"),
    [
        *((name, ONE_HOT) for name in ACTIVATIONS),
        *((name, SHARES) for name in ACTIVATIONS),
        ("tanh", PLUS_MINUS),
        ("identity", PLUS_MINUS),
        ("leaky_relu", PLUS_MINUS),
        ("relu", TOO_LARGE),
        ("softplus", TOO_LARGE),
        ("identity", ANY_NUMBERS),
        ("leaky_relu", ANY_NUMBERS),
    ],
)
def test_targets_within_reach_are_taken(output: str, targets: Any) -> None:
    assert run_of(output, data_of(targets)).step().step == 1


@pytest.mark.parametrize("targets", [PLUS_MINUS, TOO_LARGE, ANY_NUMBERS])
@pytest.mark.parametrize("output", ACTIVATIONS)
def test_a_bias_outside_reaches_any_target(output: str, targets: Any) -> None:
    assert run_of(output, data_of(targets), bias="outside").step().step == 1


@pytest.mark.parametrize(
    ("output", "targets", "lie", "reach"),
    [
        ("logistic", PLUS_MINUS, "between -1 and 1", "from 0 to 1"),
        ("softmax", PLUS_MINUS, "between -1 and 1", "from 0 to 1"),
        ("relu", PLUS_MINUS, "between -1 and 1", "from 0 up"),
        ("softplus", PLUS_MINUS, "between -1 and 1", "from 0 up"),
        ("logistic", TOO_LARGE, "between 0 and 2", "from 0 to 1"),
        ("tanh", TOO_LARGE, "between 0 and 2", "from -1 to 1"),
        ("tanh", ANY_NUMBERS, "between -7 and 1e+06", "from -1 to 1"),
    ],
)
def test_targets_out_of_reach_get_one_sentence(
    check_sentence: CheckSentence, output: str, targets: Any, lie: str, reach: str
) -> None:
    with pytest.raises(SettingError) as caught:
        run_of(output, data_of(targets))
    check_sentence(caught.value, lie, "identity")
    check_sentence(caught.value, output, reach)


def test_the_targets_of_the_test_data_count_too() -> None:
    with pytest.raises(SettingError):
        run_of("logistic", data_of(ONE_HOT, PLUS_MINUS))


@pytest.mark.parametrize("targets", [ONE_HOT, SHARES])
def test_shares_suit_softmax_cross_entropy(targets: Any) -> None:
    assert run_of("softmax", data_of(targets), "softmax_cross_entropy").step().step == 1


@pytest.mark.parametrize(
    "data", [data_of([[1, 1], [0, 1], [1, 0]]), data_of(ONE_HOT, [[0, 0.5], [0, 1], [1, 0]])]
)
def test_what_does_not_add_up_to_1_is_no_share(
    check_sentence: CheckSentence, data: Dataset
) -> None:
    with pytest.raises(SettingError) as caught:
        run_of("softmax", data, "softmax_cross_entropy")
    check_sentence(caught.value, "softmax_cross_entropy", "cross_entropy or quadratic")
    assert run_of("softmax", data).step().step == 1
    assert run_of("logistic", data, "cross_entropy").step().step == 1


def test_a_refusal_leaves_the_network_alone() -> None:
    network = Network((2, 3, 2))
    before = network.parameters.vector.tobytes()
    with pytest.raises(SettingError):
        Run(network, data_of(PLUS_MINUS))
    assert network.parameters.vector.tobytes() == before


def test_test_examples_of_another_width_get_one_sentence(check_sentence: CheckSentence) -> None:
    """The third class occurs among the test examples alone, and nobody said so."""
    train = Examples.from_arrays(np.ones((2, 4)), [0, 1])
    test = Examples.from_arrays(np.ones((2, 4)), [0, 2])
    with pytest.raises(SettingError) as caught:
        Run(Network((4, 2)), Dataset("mine", train, test, (2, 2)), batch_size=1)
    check_sentence(caught.value, "4 + 2", "with the number of classes")
    train = Examples.from_arrays(np.ones((2, 4)), [0, 1], classes=3)
    Run(Network((4, 3)), Dataset("mine", train, test, (2, 2)), batch_size=1).steps(2)
