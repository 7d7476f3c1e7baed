"""What must hold whatever the numbers are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import ACTIVATIONS, COSTS, OPTIMISERS, Dataset, Network, Part, Run, evaluate
from core.network import BiasPlacement
from core.parameters import FloatArray, Parameters
from core.trace import mean_gradient
from core.trainer import Trainer

DTYPES = [np.float32, np.float64]
BIASES: list[BiasPlacement] = ["inside", "outside"]
TRIPLES = [
    (output, cost, bias)
    for output in ACTIVATIONS
    for cost in COSTS
    for bias in BIASES
    if COSTS[cost].partner is None or (COSTS[cost].partner == output and bias == "inside")
]
HIDDEN = [name for name, sigma in ACTIVATIONS.items() if sigma.is_elementwise]
RECIPES: list[dict[str, Any]] = [
    *({"optimiser": name, "learning_rate": 0.01} for name in OPTIMISERS),
    {"l1": 1e-3, "l2": 1e-2, "clip": 0.3, "schedule": "cosine"},
]


def state(run: Run) -> tuple[bytes, bytes]:
    return run.network.parameters.vector.tobytes(), run._trainer.memory.tobytes()


# ---------------------------------------------------------------- the order of neurons


def permute(parameters: Parameters, layer: int, order: Sequence[int]) -> None:
    """Rows of W and B of a hidden layer, and columns of the next W."""
    parameters.blocks[layer - 1][:] = parameters.blocks[layer - 1][list(order)]
    parameters.weights[layer][:] = parameters.weights[layer][:, list(order)]


@pytest.mark.parametrize("bias", BIASES)
@pytest.mark.parametrize("options", RECIPES)
@settings(deadline=None, max_examples=5)
@given(order=st.permutations(range(6)), layer=st.integers(1, 2), seed=st.integers(0, 2**32))
def test_permuting_neurons_permutes_their_parameters_and_nothing_else(
    make_data: Callable[..., Dataset],
    *,
    options: dict[str, Any],
    bias: BiasPlacement,
    order: list[int],
    layer: int,
    seed: int,
) -> None:
    data = make_data(20, 4, 3, seed)
    networks = [Network((4, 6, 6, 3), bias=bias, seed=seed, dtype=np.float64) for _ in range(2)]
    permute(networks[1].parameters, layer, order)
    for network in networks:
        Run(network, data, batch_size=5, **options).steps(20)
    outputs = [network.forward(data.test.inputs).activations[-1] for network in networks]
    permute(networks[0].parameters, layer, order)
    first, second = (network.parameters.vector for network in networks)
    assert np.linalg.norm(second - first) < 1e-12 * np.linalg.norm(first)
    assert np.linalg.norm(outputs[1] - outputs[0]) < 1e-12 * np.linalg.norm(outputs[0])


# ---------------------------------------------------------------- one mini-batch, many examples


@pytest.mark.parametrize(("output", "cost", "bias"), TRIPLES)
@settings(deadline=None, max_examples=5)
@given(count=st.integers(1, 12), seed=st.integers(0, 2**32))
def test_a_mini_batch_of_n_is_the_mean_of_n_of_1(
    make_data: Callable[..., Dataset],
    *,
    output: str,
    cost: str,
    bias: BiasPlacement,
    count: int,
    seed: int,
) -> None:
    network = Network((4, 5, 3), ("tanh", output), cost, bias, seed=seed, dtype=np.float64)
    trainer = Trainer(network, make_data(count, 4, 3, seed).train)
    together, cost_together = mean_gradient(trainer, np.arange(count))
    alone = [mean_gradient(trainer, np.array([n])) for n in range(count)]
    expected = np.mean([gradient.vector for gradient, _ in alone], axis=0)
    assert np.linalg.norm(together.vector - expected) <= 1e-12 * np.linalg.norm(expected)
    assert cost_together == pytest.approx(np.mean([c for _, c in alone]), rel=1e-12)


# ---------------------------------------------------------------- alike for ever


def are_alike(network: Network) -> bool:
    """Whether the neurons of every hidden layer have the same weights in and out."""
    return all(
        (block == block[0]).all() and (weights == weights[:, :1]).all()
        for block, weights in zip(network.parameters.blocks, network.weights[1:], strict=False)
    )


@pytest.mark.parametrize("bias", BIASES)
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("start", ["zeros", "constant"])
@pytest.mark.parametrize("options", RECIPES)
def test_neurons_that_start_alike_stay_alike(
    digits: Dataset, options: dict[str, Any], start: str, hidden: str, bias: BiasPlacement
) -> None:
    """To the last bit, though BLAS adds up rows in different orders."""
    network = Network((64, 16, 7, 10), (hidden, "logistic"), bias=bias, initialiser=start)
    before = network.parameters.vector.copy()
    Run(network, digits, batch_size=10, **options).steps(100)
    assert (network.parameters.vector != before).any()
    assert are_alike(network)


def test_they_stay_alike_for_ever_and_hardly_learn(digits: Dataset) -> None:
    run = Run(Network((64, 16, 10), initialiser="zeros"), digits)
    run.steps(8000)
    assert are_alike(run.network)
    assert evaluate(run.network, digits.test).accuracy < 0.5


@pytest.mark.parametrize("part", [Part(1), Part(3), Part(2)])
def test_freezing_a_whole_layer_tells_no_neurons_apart(digits: Dataset, part: Part) -> None:
    run = Run(Network((64, 16, 16, 10), initialiser="constant"), digits, frozen=[part])
    run.steps(300)
    run.change(frozen=[])
    run.steps(300)
    assert are_alike(run.network)


def test_freezing_one_neuron_does(digits: Dataset) -> None:
    run = Run(Network((64, 16, 10), initialiser="constant"), digits, frozen=[Part(1, 3)])
    run.steps(50)
    assert not are_alike(run.network)
    assert (run.network.weights[0][3] == np.float32(0.01)).all()


def test_one_weight_set_by_hand_breaks_the_tie(digits: Dataset) -> None:
    run = Run(Network((64, 16, 10), initialiser="zeros"), digits)
    run.network.weights[0][3, 20] = 0.5
    run.steps(50)
    assert not are_alike(run.network)


@pytest.mark.parametrize("activation", ["tanh", "relu", "leaky_relu", "identity"])
def test_where_all_starts_at_0_only_the_outputs_biases_ever_move(
    digits: Dataset, activation: str
) -> None:
    """σ(0) = 0, so that no signal gets through forwards, and W = 0 lets none back."""
    network = Network((64, 8, 8, 10), (activation, "logistic"), initialiser="zeros")
    Run(network, digits).steps(300)
    biases = network.biases[-1].copy()
    assert biases.all()
    network.biases[-1][:] = 0
    assert not network.parameters.vector.any()


# ---------------------------------------------------------------- bit for bit


@pytest.mark.parametrize("options", RECIPES)
def test_a_step_is_the_same_on_every_run(digits: Dataset, options: dict[str, Any]) -> None:
    """Also where other steps, of other sizes, were taken between, and after going back."""
    run, other = (Run(Network((64, 16, 10)), digits, batch_size=10, **options) for _ in range(2))
    run.steps(12)
    for _ in range(12):
        other.trace()
        other.step()
    assert state(run) == state(other)
    other.change(batch_size=3)
    other.steps(5)
    other.go_to(11)
    other.step()
    assert state(run) == state(other)


@pytest.mark.parametrize("scale", [1e6, np.nan])
@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_step_after_an_overflow_is_that_of_a_fresh_trainer(
    digits: Dataset, hidden: str, scale: float
) -> None:
    network, batch = Network((64, 8, 10), (hidden, "logistic")), np.arange(10)
    fresh, used = network.copy(), Trainer(network, digits.train)
    network.parameters.vector[:] *= np.float32(scale)
    with np.errstate(all="ignore"):
        used.step(batch, 1.0)
    network.parameters.vector[:] = fresh.parameters.vector
    assert used.step(batch, 1.0) == Trainer(fresh, digits.train).step(batch, 1.0)
    assert network.parameters.vector.tobytes() == fresh.parameters.vector.tobytes()


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize(("output", "cost", "bias"), TRIPLES)
def test_care_changes_no_bit_where_none_is_needed(
    digits: Dataset, output: str, cost: str, bias: BiasPlacement, hidden: str, dtype: npt.DTypeLike
) -> None:
    network = Network((64, 8, 10), (hidden, output), cost, bias, dtype=dtype)
    batch_pass, _ = Trainer(network, digits.train).compute(np.arange(10))
    before = batch_pass.gradient.vector.tobytes()
    batch_pass.gradient.vector.fill(np.nan)
    batch_pass._forward = batch_pass._careful_forward
    batch_pass.compute()
    assert batch_pass.gradient.vector.tobytes() == before


# ---------------------------------------------------------------- far out


def far_out(network: Network, inputs: FloatArray) -> None:
    """Scale W and B, layer by layer, until the largest |S| of each is 10,000."""
    for layer, block in enumerate(network.parameters.blocks):
        largest = abs(network.forward(inputs).weighted_sums[layer]).max()
        np.multiply(block, block.dtype.type(1e4 / largest), block)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize(("output", "cost", "bias"), TRIPLES)
def test_sums_of_ten_thousand_give_numbers_and_no_warning(
    digits: Dataset, output: str, cost: str, bias: BiasPlacement, hidden: str, dtype: npt.DTypeLike
) -> None:
    names = (hidden, output)
    network = Network((64, 8, 6, 10), names, cost, bias, "standard_normal", dtype=dtype)
    run = Run(network, digits, learning_rate=1e-30)
    far_out(network, digits.train.inputs[run.next_batch])
    trace = run.trace()
    for layer in trace.layers[1:]:
        assert layer.weighted_sums is not None
        assert layer.slopes is not None
        assert layer.deltas is not None
        assert abs(layer.weighted_sums).max() == pytest.approx(1e4, rel=1e-3)
        for numbers in (layer.weighted_sums, layer.activations, layer.slopes, layer.deltas):
            assert np.isfinite(numbers).all()
    assert np.isfinite(trace.gradient.vector).all()
    assert np.isfinite(trace.cost_terms).all()
    assert run.step().cost == trace.cost
    assert np.isfinite([trace.cost, trace.actual_change, run.evaluate_test().cost]).all()
