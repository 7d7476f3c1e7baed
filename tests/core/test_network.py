from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Held, Network
from core.activations import ACTIVATIONS
from core.batch_pass import BatchPass
from core.errors import SettingError, UserError
from core.network import BiasPlacement

CheckSentence = Callable[[UserError, str, str], None]
BIASES: list[BiasPlacement] = ["inside", "outside"]
any_sizes = st.lists(st.integers(1, 6), min_size=2, max_size=4)


def layers_of(activation: str) -> tuple[str, str]:
    """This σ for the output layer, and for the hidden layers where it can be."""
    return ("tanh" if activation == "softmax" else activation), activation


@settings(deadline=None, max_examples=30)
@given(any_sizes, st.integers(1, 5))
def test_forward_shapes(sizes: list[int], count: int) -> None:
    network = Network(sizes)
    one = network.forward(np.ones(sizes[0], np.float32))
    many = network.forward(np.ones((count, sizes[0]), np.float32))
    assert [a.shape for a in one.activations] == [(n,) for n in sizes]
    assert [s.shape for s in one.weighted_sums] == [(n,) for n in sizes[1:]]
    assert [a.shape for a in many.activations] == [(n, count) for n in sizes]
    assert [s.shape for s in many.weighted_sums] == [(n, count) for n in sizes[1:]]


@pytest.mark.parametrize("bias", BIASES)
def test_forward_by_hand(bias: BiasPlacement) -> None:
    """ReLU, x = (3, 1), W = ((1, −2), (−1, 1)), B = (½, 1).

    Inside: S = (1 + ½, −2 + 1) and a = (1½, 0). Outside: S = (1, −2), a = (1 + ½, 0 + 1).
    """
    network = Network((2, 2), activation="relu", bias=bias)
    network.weights[0][:] = [[1, -2], [-1, 1]]
    network.biases[0][:] = [0.5, 1]
    found = network.forward(np.array([3.0, 1.0]))
    sums, outputs = ([1.5, -1], [1.5, 0]) if bias == "inside" else ([1, -2], [1.5, 1])
    assert found.weighted_sums[0].tolist() == sums
    assert found.activations[1].tolist() == outputs


@pytest.mark.parametrize("bias", BIASES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_many_examples_are_each_alone(
    digits: Dataset, activation: str, bias: BiasPlacement
) -> None:
    names = layers_of(activation)
    network = Network((64, 12, 10), names, bias=bias, initialiser="standard_normal")
    inputs = digits.test.inputs[:20]
    many = network.forward(inputs).activations[-1]
    for number, example in enumerate(inputs):
        alone = network.forward(example).activations[-1]
        assert np.allclose(many[:, number], alone, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("bias", BIASES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 1e-4), (np.float64, 1e-12)])
def test_a_batch_pass_is_the_forward_pass(
    digits: Dataset, activation: str, bias: BiasPlacement, dtype: npt.DTypeLike, tolerance: float
) -> None:
    names = layers_of(activation)
    network = Network(
        (64, 16, 16, 10), names, bias=bias, initialiser="standard_normal", dtype=dtype
    )
    inputs = digits.train.inputs[:10]
    batch = BatchPass(network, 10)
    batch.inputs[:, :-1] = inputs
    batch.compute_cost()
    expected = network.forward(inputs)
    for found, sums in zip(batch.weighted_sums, expected.weighted_sums, strict=True):
        assert np.allclose(found, sums, rtol=tolerance, atol=tolerance)
    for found, outputs in zip(batch.activations, expected.activations[1:], strict=True):
        assert np.allclose(found, outputs, rtol=tolerance, atol=tolerance)


def test_forward_leaves_the_network_and_its_input_alone(digits: Dataset) -> None:
    network = Network((64, 5, 10))
    before = network.parameters.vector.tobytes()
    inputs = digits.test.inputs[:3].copy()
    network.forward(inputs)
    assert network.parameters.vector.tobytes() == before
    assert np.array_equal(inputs, digits.test.inputs[:3])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_is_kept_throughout(dtype: npt.DTypeLike) -> None:
    network = Network((3, 2), dtype=dtype)
    found = network.forward(np.array([0.0, 0.5, 1.0]))
    assert {array.dtype for array in (*found.weighted_sums, *found.activations)} == {
        np.dtype(dtype)
    }


def test_the_seed_decides() -> None:
    first, same, other = (Network((9, 4, 2), seed=seed).parameters.vector for seed in (7, 7, 8))
    assert first.tobytes() == same.tobytes()
    assert first.tobytes() != other.tobytes()


BAD_SETTINGS: list[tuple[dict[str, Any], str, str]] = [
    ({"sizes": (64,)}, "this has 1", "at least an input and an output layer"),
    ({"sizes": 64}, "The layers are 64;", "give a list of their neurons"),
    ({"sizes": "64,10"}, "The layers are '64,10';", "give a list of their neurons"),
    ({"sizes": (64, "16", 10)}, "Layer 1 has 16", "a whole number from 1 to 100000"),
    ({"activation": 3}, "activation function 3", "choose one of: logistic"),
    ({"cost": None}, "cost function None", "choose one of: quadratic"),
    ({"seed": "seven"}, "seven", "a whole number from 0 up"),
    ({"sizes": ()}, "this has 0", "at least an input and an output layer"),
    ({"sizes": (64, 0, 10)}, "Layer 1 has 0", "a whole number from 1 to 100000"),
    ({"sizes": (64, 16, -3)}, "Layer 2 has -3", "a whole number from 1 to 100000"),
    ({"sizes": (100_001, 10)}, "Layer 0 has 100001", "a whole number from 1 to 100000"),
    ({"sizes": (64, 2.5, 10)}, "Layer 1 has 2.5", "a whole number from 1 to 100000"),
    ({"sizes": (64, float("nan"), 10)}, "Layer 1 has nan", "a whole number from 1 to 100000"),
    ({"sizes": (64, float("inf"), 10)}, "Layer 1 has inf", "a whole number from 1 to 100000"),
    ({"sizes": (64, 10**5, 10**5)}, "64,100000,100000 have 10,006,600,000", "at most 50,000,000"),
    ({"activation": "sigmoid"}, "'sigmoid'", "choose one of: logistic, tanh"),
    ({"activation": ()}, "0 activation functions", "one for all"),
    ({"activation": ("relu",) * 3}, "3 activation functions for 2 layers", "two for the hidden"),
    ({"activation": ("softmax", "logistic")}, "Layer 1 cannot have softmax", "another activation"),
    ({"cost": "cross_entropy", "activation": "tanh"}, "not tanh", "choose logistic"),
    ({"cost": "softmax_cross_entropy"}, "not logistic", "choose softmax"),
    ({"cost": "cross_entropy", "bias": "outside"}, "a bias outside σ", "put the bias inside"),
    ({"dtype": "float16"}, "float16", "float32 or float64"),
    ({"dtype": "magic"}, "magic", "float32 or float64"),
    ({"cost": "hinge"}, "'hinge'", "choose one of: quadratic"),
    ({"initialiser": "ones"}, "'ones'", "choose one of: one_over_root_n"),
    ({"bias": "beside"}, "'beside'", "'inside' or 'outside'"),
    ({"seed": -1}, "-1", "a whole number from 0 up"),
    ({"seed": 2**63}, str(2**63), "a whole number from 0 up"),
    ({"seed": 1.5}, "1.5", "a whole number from 0 up"),
    ({"seed": float("nan")}, "nan", "a whole number from 0 up"),
]


@pytest.mark.parametrize(("bad", "value", "remedy"), BAD_SETTINGS)
def test_a_bad_setting_gets_one_sentence(
    check_sentence: CheckSentence, bad: dict[str, Any], value: str, remedy: str
) -> None:
    with pytest.raises(SettingError) as caught:
        Network(**{"sizes": (64, 16, 10)} | bad)
    check_sentence(caught.value, value, remedy)


@pytest.mark.parametrize("shape", [(), (63,), (3, 65), (2, 8, 8), (64, 1)])
def test_an_example_of_another_size_gets_one_sentence(
    check_sentence: CheckSentence, shape: tuple[int, ...]
) -> None:
    with pytest.raises(SettingError) as caught:
        Network((64, 10)).forward(np.zeros(shape))
    check_sentence(caught.value, str(shape), "64 neurons")


@pytest.mark.parametrize(
    ("given_names", "expected"),
    [
        ("relu", ("relu", "relu", "relu")),
        (("relu",), ("relu", "relu", "relu")),
        (("relu", "softmax"), ("relu", "relu", "softmax")),
        (("tanh", "relu", "identity"), ("tanh", "relu", "identity")),
    ],
)
def test_each_layer_has_its_activation(given_names: Any, expected: tuple[str, ...]) -> None:
    assert Network((4, 3, 3, 2), given_names).activation_names == expected


@pytest.mark.parametrize("bias", BIASES)
def test_a_held_neuron_says_the_same_whatever_it_hears(bias: BiasPlacement) -> None:
    network = Network((4, 3, 2), bias=bias)
    inputs = np.random.default_rng(0).random((5, 4))
    free = network.forward(inputs)
    network.held = (Held(1, 2, 0.25),)
    held = network.forward(inputs)
    assert (held.activations[1][2] == 0.25).all()
    assert np.array_equal(held.activations[1][:2], free.activations[1][:2])
    assert not np.array_equal(held.activations[2], free.activations[2])
    assert (network.forward(inputs[0]).activations[1][2] == 0.25).all()
