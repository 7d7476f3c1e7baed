from __future__ import annotations

import numpy as np
import pytest

from core import Dataset, Network, Run
from core.network import BiasPlacement
from core.trace import mean_gradient
from core.trainer import Trainer

BIASES: list[BiasPlacement] = ["inside", "outside"]
pytestmark = pytest.mark.parametrize("bias", BIASES)


def run_of(data: Dataset, bias: BiasPlacement, dtype: type[np.floating] = np.float32) -> Run:
    """A run that has taken some steps, with a rate that suits both placements."""
    run = Run(Network((64, 16, 16, 10), bias=bias, dtype=dtype), data, learning_rate=0.3)
    run.steps(25)
    return run


def everything(run: Run) -> tuple[object, ...]:
    vector = run.network.parameters.vector
    return vector.tobytes(), run.position, run.costs.tobytes(), run.epochs_done, run.changes


def test_tracing_changes_nothing(digits: Dataset, bias: BiasPlacement) -> None:
    run, other = run_of(digits, bias), run_of(digits, bias)
    before = everything(run)
    run.trace()
    run.gradient()
    assert everything(run) == before
    run.steps(30)
    other.steps(30)
    assert everything(run) == everything(other)


def test_the_numbers_are_those_of_the_step(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    trace = run.trace()
    before = run.network.parameters.vector.copy()
    batch_pass, _ = Trainer(run.network, digits.train).compute(trace.examples)
    factor = np.float32(run.learning_rate / len(trace.examples))
    expected = before - factor * batch_pass.gradient.vector

    assert np.array_equal(trace.examples, run.next_batch)
    report = run.step()

    assert report.cost == trace.cost
    assert run.network.parameters.vector.tobytes() == expected.tobytes()


def test_actual_change_is_what_the_step_does(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    trace = run.trace()
    run.step()
    after = Trainer(run.network, digits.train).cost(trace.examples)
    assert trace.actual_change == after - trace.cost


def test_a_trace_outlives_the_step(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    trace = run.trace()
    arrays = [trace.gradient.vector, trace.examples, *(x.activations for x in trace.layers)]
    before = [array.tobytes() for array in arrays]
    run.steps(200)
    assert [array.tobytes() for array in arrays] == before


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


def test_weight_gradients_are_means_of_delta_a(digits: Dataset, bias: BiasPlacement) -> None:
    trace = run_of(digits, bias, np.float64).trace()
    for number, gradient in enumerate(trace.weight_gradients):
        deltas, below = trace.layers[number + 1].deltas, trace.layers[number].activations
        assert deltas is not None
        each = [np.outer(deltas[:, n], below[:, n]) for n in range(len(trace.examples))]
        assert np.allclose(gradient, np.mean(each, axis=0), rtol=1e-11, atol=1e-14)


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


def test_cost_is_the_mean_of_the_examples(digits: Dataset, bias: BiasPlacement) -> None:
    trace = run_of(digits, bias, np.float64).trace()
    targets = digits.train.targets[trace.examples].T
    each = ((targets - trace.layers[-1].activations) ** 2).sum(axis=0)
    assert trace.cost == pytest.approx(each.mean(), rel=1e-13)


def test_a_tiny_step_does_what_was_predicted(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias, np.float64)
    run.set_learning_rate(1e-6)
    trace = run.trace()
    assert trace.predicted_change < 0
    assert trace.actual_change == pytest.approx(trace.predicted_change, rel=1e-4)


def test_gradient_is_the_traces(digits: Dataset, bias: BiasPlacement) -> None:
    run = run_of(digits, bias)
    gradient, cost = run.gradient()
    trace = run.trace()
    assert gradient.vector.tobytes() == trace.gradient.vector.tobytes()
    assert cost == trace.cost


def test_mean_gradient_of_one_example(digits: Dataset, bias: BiasPlacement) -> None:
    """The mean over a mini-batch is the mean of the gradients of its examples alone."""
    run = run_of(digits, bias, np.float64)
    trainer = Trainer(run.network, digits.train)
    together, cost = mean_gradient(trainer, np.array([5, 6, 7]))
    alone = [mean_gradient(trainer, np.array([n])) for n in (5, 6, 7)]
    mean = np.mean([gradient.vector for gradient, _ in alone], axis=0)
    assert np.allclose(together.vector, mean, rtol=1e-11, atol=1e-14)
    assert cost == pytest.approx(np.mean([cost for _, cost in alone]), rel=1e-13)
