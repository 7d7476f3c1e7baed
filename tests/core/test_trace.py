from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from core import (
    ACTIVATIONS,
    COSTS,
    OPTIMISERS,
    Dataset,
    Examples,
    Held,
    LayerTrace,
    Network,
    Part,
    Run,
)
from core.activations import slopes_of
from core.network import BiasPlacement
from core.parameters import FloatArray
from core.trace import mean_gradient
from core.trainer import Trainer

BIASES: list[BiasPlacement] = ["inside", "outside"]
in_both_places = pytest.mark.parametrize("bias", BIASES)
TRIPLES = [
    (output, cost, bias)
    for output in ACTIVATIONS
    for cost in COSTS
    for bias in BIASES
    if COSTS[cost].partner is None or (COSTS[cost].partner == output and bias == "inside")
]
# Everything that can become of a gradient, each with a rate that suits it.
RECIPES: list[dict[str, Any]] = [
    *({"optimiser": name, "learning_rate": 0.01} for name in OPTIMISERS),
    *({"optimiser": name, "l1": 1e-4, "l2": 1e-3, "clip": 0.2} for name in OPTIMISERS),
    {"optimiser": "momentum", "schedule": "linear", "frozen": [Part(2, 3), Part(1, 0, 5)]},
    {"optimiser": "adam", "schedule": "cosine", "held": [Held(1, 2, 0.5), Held(2, 0)]},
]
with_every_recipe = pytest.mark.parametrize("options", RECIPES)


def run_of(data: Dataset, bias: BiasPlacement, dtype: type[np.floating] = np.float32) -> Run:
    """A run that has taken some steps, with a rate that suits both placements."""
    run = Run(Network((64, 16, 16, 10), bias=bias, dtype=dtype), data, learning_rate=0.3)
    run.steps(25)
    return run


def everything(run: Run) -> tuple[object, ...]:
    vector = run.network.parameters.vector
    return vector.tobytes(), run.position, run.costs.tobytes(), run.epochs_done, run.changes


@in_both_places
def test_tracing_changes_nothing(digits: Dataset, bias: BiasPlacement) -> None:
    run, other = run_of(digits, bias), run_of(digits, bias)
    before = everything(run)
    run.trace()
    run.gradient()
    assert everything(run) == before
    run.steps(30)
    other.steps(30)
    assert everything(run) == everything(other)


@in_both_places
def test_the_numbers_are_those_of_the_step(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    trace = run.trace()
    before = run.network.parameters.vector.copy()
    batch_pass, _ = Trainer(run.network, digits.train).compute(trace.examples)
    factor = np.float32(2 * run.learning_rate / len(trace.examples))
    expected = before - factor * batch_pass.gradient.vector

    assert np.array_equal(trace.examples, run.next_batch)
    report = run.step()

    assert report.cost == trace.cost
    assert run.network.parameters.vector.tobytes() == expected.tobytes()


@in_both_places
def test_actual_change_is_what_the_step_does(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    trace = run.trace()
    run.step()
    after = Trainer(run.network, digits.train).cost(trace.examples)
    assert trace.actual_change == after - trace.cost


@in_both_places
def test_a_trace_outlives_the_step(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    trace = run.trace()
    arrays = [trace.gradient.vector, trace.examples, *(x.activations for x in trace.layers)]
    before = [array.tobytes() for array in arrays]
    run.steps(200)
    assert [array.tobytes() for array in arrays] == before


@in_both_places
def test_layers_are_the_forward_pass(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    trace = run.trace()
    forward = run.network.forward(digits.train.inputs[trace.examples])
    assert trace.layers[0].weighted_sums is None
    assert trace.layers[0].deltas is None
    for layer, expected in zip(trace.layers, forward.activations, strict=True):
        assert layer.activations.shape == expected.shape
        assert np.allclose(layer.activations, expected, rtol=1e-5, atol=1e-6)
    for layer, expected in zip(trace.layers[1:], forward.weighted_sums, strict=True):
        assert layer.weighted_sums is not None
        assert np.allclose(layer.weighted_sums, expected, rtol=1e-4, atol=1e-5)


@in_both_places
def test_output_deltas_are_the_formula(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias, np.float64)
    trace = run.trace()
    output = trace.layers[-1]
    assert output.weighted_sums is not None
    assert output.deltas is not None
    sigma = 1 / (1 + np.exp(-output.weighted_sums))
    targets = digits.train.targets[trace.examples].T
    expected = 2 * (output.activations - targets) * sigma * (1 - sigma)
    assert np.allclose(output.deltas, expected, rtol=1e-11, atol=1e-14)


@in_both_places
def test_hidden_deltas_come_from_the_layer_above(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias, np.float64)
    trace = run.trace()
    for number in (1, 2):
        layer, above = trace.layers[number], trace.layers[number + 1]
        assert layer.weighted_sums is not None
        assert layer.deltas is not None
        assert above.deltas is not None
        sigma = 1 / (1 + np.exp(-layer.weighted_sums))
        expected = run.network.weights[number].T @ above.deltas * sigma * (1 - sigma)
        assert np.allclose(layer.deltas, expected, rtol=1e-11, atol=1e-14)


@in_both_places
def test_weight_gradients_are_means_of_delta_a(digits: Dataset, bias: BiasPlacement) -> None:
    trace = run_of(digits, bias, np.float64).trace()
    for number, gradient in enumerate(trace.weight_gradients):
        deltas, below = trace.layers[number + 1].deltas, trace.layers[number].activations
        assert deltas is not None
        each = [np.outer(deltas[:, n], below[:, n]) for n in range(len(trace.examples))]
        assert np.allclose(gradient, np.mean(each, axis=0), rtol=1e-11, atol=1e-14)


@in_both_places
def test_bias_gradients_are_means(digits: Dataset, bias: BiasPlacement) -> None:
    """Of δ with the bias inside σ, of ∂C/∂a with the bias outside."""
    run = run_of(digits, bias, np.float64)
    trace = run.trace()
    slopes = 2 * (trace.layers[-1].activations - digits.train.targets[trace.examples].T)
    for number in (2, 1, 0):
        deltas = trace.layers[number + 1].deltas
        assert deltas is not None
        each = deltas if bias == "inside" else slopes
        found = trace.bias_gradients[number]
        assert np.allclose(found, each.mean(axis=1), rtol=1e-11, atol=1e-14)
        slopes = run.network.weights[number].T @ deltas


@in_both_places
def test_cost_is_the_mean_of_the_examples(digits: Dataset, bias: BiasPlacement) -> None:
    trace = run_of(digits, bias, np.float64).trace()
    targets = digits.train.targets[trace.examples].T
    each = ((targets - trace.layers[-1].activations) ** 2).sum(axis=0)
    assert trace.cost == pytest.approx(each.mean(), rel=1e-13)


@in_both_places
def test_a_tiny_step_does_what_was_predicted(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias, np.float64)
    run.set_learning_rate(1e-6)
    trace = run.trace()
    assert trace.predicted_change < 0
    assert trace.actual_change == pytest.approx(trace.predicted_change, rel=1e-4)


@in_both_places
def test_gradient_is_the_traces(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    gradient, cost = run.gradient()
    trace = run.trace()
    assert gradient.vector.tobytes() == trace.gradient.vector.tobytes()
    assert cost == trace.cost


@in_both_places
def test_mean_gradient_of_one_example(digits: Dataset, bias: BiasPlacement) -> None:
    """The mean over a mini-batch is the mean of the gradients of its examples alone."""
    run = run_of(digits, bias, np.float64)
    trainer = Trainer(run.network, digits.train)
    together, cost = mean_gradient(trainer, np.array([5, 6, 7]))
    alone = [mean_gradient(trainer, np.array([n])) for n in (5, 6, 7)]
    mean = np.mean([gradient.vector for gradient, _ in alone], axis=0)
    assert np.allclose(together.vector, mean, rtol=1e-11, atol=1e-14)
    assert cost == pytest.approx(np.mean([cost for _, cost in alone]), rel=1e-13)


# ---------------------------------------------------------------- every recipe


def run_by(data: Dataset, options: dict[str, Any], dtype: npt.DTypeLike = np.float32) -> Run:
    """A run by this recipe that has taken some steps."""
    run = Run(Network((64, 16, 12, 10), dtype=dtype), data, **options)
    run.steps(25)
    return run


@with_every_recipe
def test_the_update_is_what_the_step_subtracts(digits: Dataset, options: dict[str, Any]) -> None:
    run = run_by(digits, options)
    for _ in range(3):
        trace, before = run.trace(), run.network.parameters.vector.copy()
        assert run.next_update().vector.tobytes() == trace.update.vector.tobytes()
        report = run.step()
        assert report.cost == trace.cost
        expected = before - trace.update.vector
        assert run.network.parameters.vector.tobytes() == expected.tobytes()


@with_every_recipe
def test_the_changes_are_what_the_update_does(digits: Dataset, options: dict[str, Any]) -> None:
    run = run_by(digits, options, np.float64)
    trace = run.trace()
    predicted = -trace.gradient.vector @ trace.update.vector
    assert trace.predicted_change == pytest.approx(predicted, rel=1e-12)
    run.step()
    after = Trainer(run.network, digits.train, run.recipe).cost(trace.examples)
    assert trace.actual_change == after - trace.cost


@with_every_recipe
def test_tracing_disturbs_neither_parameters_nor_memory(
    digits: Dataset, options: dict[str, Any]
) -> None:
    run, other = run_by(digits, options), run_by(digits, options)
    for _ in range(5):
        run.trace()
        run.next_update()
        assert run._trainer.memory.tobytes() == other._trainer.memory.tobytes()
        assert run.step() == other.step()
    assert everything(run) == everything(other)


@with_every_recipe
def test_the_rate_and_the_penalty_are_those_of_the_step(
    digits: Dataset, options: dict[str, Any]
) -> None:
    run = run_by(digits, options, np.float64)
    trace, recipe = run.trace(), run.recipe
    assert trace.learning_rate == run.next_learning_rate
    weights = np.concatenate([w.ravel() for w in run.network.weights])
    expected = recipe.l1 * abs(weights).sum() + recipe.l2 / 2 * (weights**2).sum()
    assert trace.penalty == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_plain_descent_is_predicted_to_gain_eta_times_the_squared_gradient(
    digits: Dataset, dtype: npt.DTypeLike
) -> None:
    trace = run_by(digits, {"learning_rate": 0.3}, dtype).trace()
    squared = float((trace.gradient.vector.astype(np.float64) ** 2).sum())
    assert trace.predicted_change == pytest.approx(-0.3 * squared, rel=1e-6)


# ---------------------------------------------------------------- every σ and every C


def filled(layer: LayerTrace) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """S, σ′, ∂C/∂a and δ of a layer that has them."""
    found = (layer.weighted_sums, layer.slopes, layer.cost_slopes, layer.deltas)
    assert all(part is not None for part in found)
    return found  # type: ignore[return-value] # none is None


def shares(data: Dataset) -> Dataset:
    """The same inputs, with targets in sixteenths that add up to 1 exactly, in float32 too."""
    random = np.random.default_rng(0)
    targets = (
        random.multinomial(16, [1 / data.class_count] * data.class_count, len(data.train)) / 16
    )
    examples = Examples.from_arrays(data.train.inputs, targets)
    return Dataset("shares", examples, examples, data.image_shape)


def traced(data: Dataset, output: str, cost: str, bias: BiasPlacement) -> tuple[Run, Any]:
    network = Network((4, 6, 5, 3), ("tanh", output), cost, bias, seed=3, dtype=np.float64)
    run = Run(network, shares(data), learning_rate=0.1, batch_size=8)
    run.steps(3)
    return run, run.trace()


with_every_pair = pytest.mark.parametrize(("output", "cost", "bias"), TRIPLES)


@with_every_pair
def test_terms_are_each_outputs_part_of_c(
    make_data: Callable[..., Dataset], output: str, cost: str, bias: BiasPlacement
) -> None:
    run, trace = traced(make_data(20), output, cost, bias)
    a, t = trace.layers[-1].activations, trace.targets
    assert np.array_equal(t, run.data.train.targets[trace.examples].T)
    expected = {
        "quadratic": lambda: (t - a) ** 2,
        "cross_entropy": lambda: -t * np.log(a) - (1 - t) * np.log(1 - a),
        "softmax_cross_entropy": lambda: -t * np.log(a),
    }[cost]()
    assert trace.cost_terms == pytest.approx(expected, rel=1e-12)
    assert trace.example_costs == pytest.approx(expected.sum(axis=0), rel=1e-12)
    assert trace.cost == pytest.approx(expected.sum(axis=0).mean(), rel=1e-12)


@with_every_pair
def test_deltas_are_the_slopes_of_c_pulled_back_through_sigma(
    make_data: Callable[..., Dataset], output: str, cost: str, bias: BiasPlacement
) -> None:
    """δ = ∂C/∂a · σ′(S); for softmax δ = J ∂C/∂a with J = diag(a) − a aᵀ, before any bias."""
    run, trace = traced(make_data(20), output, cost, bias)
    for number, layer in enumerate(trace.layers[1:]):
        sums, slopes, cost_slopes, deltas = filled(layer)
        sigma = run.network.activation_functions[number]
        assert slopes == pytest.approx(slopes_of(sigma, sums), rel=1e-12, abs=1e-15)
        expected = cost_slopes * slopes
        if sigma.name == "softmax":
            fired = np.exp(sums) / np.exp(sums).sum(axis=0)
            for n, a in enumerate(fired.T):
                expected[:, n] = (np.diag(a) - np.outer(a, a)) @ cost_slopes[:, n]
        assert deltas == pytest.approx(expected, rel=1e-10, abs=1e-13)


@with_every_pair
def test_slopes_of_c_come_from_the_targets_and_from_the_layer_above(
    make_data: Callable[..., Dataset], output: str, cost: str, bias: BiasPlacement
) -> None:
    run, trace = traced(make_data(20), output, cost, bias)
    a, t = trace.layers[-1].activations, trace.targets
    expected = {
        "quadratic": lambda: 2 * (a - t),
        "cross_entropy": lambda: (1 - t) / (1 - a) - t / a,
        "softmax_cross_entropy": lambda: -t / a,
    }[cost]()
    assert filled(trace.layers[-1])[2] == pytest.approx(expected, rel=1e-11, abs=1e-14)
    for number in (1, 2):
        above = filled(trace.layers[number + 1])[3]
        below = run.network.weights[number].T @ above
        assert filled(trace.layers[number])[2] == pytest.approx(below, rel=1e-11, abs=1e-14)


@with_every_pair
def test_the_gradient_is_the_mean_of_each_examples(
    make_data: Callable[..., Dataset], output: str, cost: str, bias: BiasPlacement
) -> None:
    run, trace = traced(make_data(20), output, cost, bias)
    each = [trace.gradient_of(n).vector for n in range(8)]
    assert np.mean(each, axis=0) == pytest.approx(trace.gradient.vector, rel=1e-11, abs=1e-14)
    trainer = Trainer(run.network, run.data.train)
    for place, vector in enumerate(each):
        alone, _ = mean_gradient(trainer, trace.examples[place : place + 1])
        assert vector == pytest.approx(alone.vector, rel=1e-11, abs=1e-14)


def test_a_held_neuron_is_shown_as_held(digits: Dataset) -> None:
    """Its a is the value, and C depends neither on its S nor on what flows back to it."""
    run = Run(Network((64, 16, 10)), digits, held=[Held(1, 3, 0.25)])
    trace = run.trace()
    _, slopes, cost_slopes, deltas = filled(trace.layers[1])
    assert (trace.layers[1].activations[3] == 0.25).all()
    for numbers in (slopes, cost_slopes, deltas):
        assert not numbers[3].any()
    assert not trace.update.blocks[0][3].any()
    assert trace.update.weights[1][:, 3].all()


def test_a_trace_where_c_is_infinitely_steep(digits: Dataset) -> None:
    """δ = a − t is a number also where a rounds to 0 and ∂C/∂a = −t / a is none."""
    network = Network((64, 10), "softmax", "softmax_cross_entropy")
    network.biases[0][:] = [0, *[-300] * 9]
    trace = Run(network, digits).trace()
    _, _, cost_slopes, deltas = filled(trace.layers[1])
    assert np.isneginf(cost_slopes[trace.targets == 1]).any()
    assert deltas == pytest.approx(trace.layers[1].activations - trace.targets)
    assert np.isfinite(trace.gradient.vector).all()
    assert np.isfinite(trace.cost)
