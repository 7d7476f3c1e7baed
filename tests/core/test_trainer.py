"""One gradient step: by hand, and against the textbook."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core import Dataset, Examples, Network, Run
from core.network import BiasPlacement
from core.parameters import FloatArray
from core.trainer import Trainer


def one_output(inputs: list[list[int]], white: int) -> Examples:
    """Examples whose only target is 1."""
    labels = np.zeros(len(inputs), np.uint8)
    return Examples.from_pixels(np.array(inputs, np.uint8), labels, white, classes=1)


def test_one_step_by_hand_with_the_bias_inside() -> None:
    """x = (1, ½), t = 1, η = 1, logistic: σ(0) = ½ and σ′(0) = ¼.

    Forward    S¹ = (½·1 − 1·½ + 0, 1·1 + 2·½ − 2) = (0, 0), a¹ = (½, ½)
               S² = 2·½ − 2·½ + 0 = 0, a² = ½
    Cost       C = (1 − ½)² = ¼, ∂C/∂a² = 2 (½ − 1) = −1
    Layer 2    δ² = −1 · ¼ = −¼, ∂C/∂W² = −¼ (½, ½) = (−⅛, −⅛), ∂C/∂B² = −¼
    Layer 1    ∂C/∂a¹ = (2, −2) · −¼ = (−½, ½), δ¹ = (−⅛, ⅛)
               ∂C/∂W¹ = ((−⅛, −1/16), (⅛, 1/16)), ∂C/∂B¹ = (−⅛, ⅛)
    """
    network = Network((2, 2, 1), bias="inside")
    network.weights[0][:] = [[0.5, -1.0], [1.0, 2.0]]
    network.biases[0][:] = [0, -2]
    network.weights[1][:] = [[2, -2]]
    network.biases[1][:] = [0]

    cost = Trainer(network, one_output([[2, 1]], white=2)).step(np.array([0]), 1.0)

    assert cost == 0.25
    assert network.weights[1].tolist() == [[2.125, -1.875]]
    assert network.biases[1].tolist() == [0.25]
    assert network.weights[0].tolist() == [[0.625, -0.9375], [0.875, 1.9375]]
    assert network.biases[0].tolist() == [0.125, -2.125]


def test_one_step_by_hand_with_the_bias_outside() -> None:
    """x = (1, ½), t = 1, η = 2, logistic: σ(0) = ½ and σ′(0) = ¼.

    Forward    S¹ = (½·1 − 1·½, 1·1 − 2·½) = (0, 0), a¹ = (½ + ½, ½ − ¼) = (1, ¼)
               S² = 1·1 − 4·¼ = 0, a² = ½ + ¼ = ¾
    Cost       C = (1 − ¾)² = 1/16, ∂C/∂a² = 2 (¾ − 1) = −½
    Layer 2    ∂C/∂B² = ∂C/∂a² = −½, δ² = −½ · ¼ = −⅛, ∂C/∂W² = −⅛ (1, ¼) = (−⅛, −1/32)
    Layer 1    ∂C/∂B¹ = ∂C/∂a¹ = (1, −4) · −⅛ = (−⅛, ½), δ¹ = (−1/32, ⅛)
               ∂C/∂W¹ = ((−1/32, −1/64), (⅛, 1/16))
    """
    network = Network((2, 2, 1), bias="outside")
    network.weights[0][:] = [[0.5, -1.0], [1.0, -2.0]]
    network.biases[0][:] = [0.5, -0.25]
    network.weights[1][:] = [[1, -4]]
    network.biases[1][:] = [0.25]

    cost = Trainer(network, one_output([[2, 1]], white=2)).step(np.array([0]), 2.0)

    assert cost == 0.0625
    assert network.weights[1].tolist() == [[1.25, -3.9375]]
    assert network.biases[1].tolist() == [1.25]
    assert network.weights[0].tolist() == [[0.5625, -0.96875], [0.75, -2.125]]
    assert network.biases[0].tolist() == [0.75, -1.25]


def test_a_mini_batch_takes_the_mean_by_hand() -> None:
    """W = B = 0, x = 1 and x = 0, both with t = 1, η = 4.

    Both times a = ½, C = ¼ and δ = −1 · ¼ = −¼. The mean of ∂C/∂W = δx is (−¼ + 0) / 2 =
    −⅛, that of ∂C/∂B is −¼; so W = 4/8 = ½ and B = 1.
    """
    network = Network((1, 1))
    network.parameters.vector[:] = 0

    cost = Trainer(network, one_output([[1], [0]], white=1)).step(np.array([0, 1]), 4.0)

    assert cost == 0.25
    assert network.weights[0].tolist() == [[0.5]]
    assert network.biases[0].tolist() == [1.0]


def textbook_step(
    weights: list[FloatArray],
    biases: list[FloatArray],
    batch: list[tuple[FloatArray, FloatArray]],
    learning_rate: float,
) -> None:
    """One mini-batch, example by example: M. Nielsen's network.py, but C = Σ (t − a)²."""
    weight_sums = [np.zeros_like(w) for w in weights]
    bias_sums = [np.zeros_like(b) for b in biases]
    for example, target in batch:
        activations = [example]
        for w, b in zip(weights, biases, strict=True):
            activations.append(1 / (1 + np.exp(-(w @ activations[-1] + b))))
        delta = 2 * (activations[-1] - target) * activations[-1] * (1 - activations[-1])
        for layer in reversed(range(len(weights))):
            weight_sums[layer] += np.outer(delta, activations[layer])
            bias_sums[layer] += delta
            below = activations[layer]
            delta = (weights[layer].T @ delta) * below * (1 - below)
    for w, b, dw, db in zip(weights, biases, weight_sums, bias_sums, strict=True):
        w[:] = w - learning_rate / len(batch) * dw
        b[:] = b - learning_rate / len(batch) * db


@pytest.mark.parametrize("batch_size", [1, 10])
def test_100_steps_are_the_textbooks(digits: Dataset, batch_size: int) -> None:
    run = Run(Network((64, 16, 16, 10), dtype=np.float64), digits, batch_size=batch_size)
    weights = [w.copy() for w in run.network.weights]
    biases = [b.copy() for b in run.network.biases]
    for _ in range(100):
        train = digits.train
        batch = [
            (train.inputs[i].astype(np.float64), train.targets[i].astype(np.float64))
            for i in run.next_batch
        ]
        textbook_step(weights, biases, batch, run.learning_rate)
        run.step()
    for found, expected in zip(
        (*run.network.weights, *run.network.biases), (*weights, *biases), strict=True
    ):
        assert np.linalg.norm(found - expected) < 1e-12 * np.linalg.norm(expected)


@pytest.mark.parametrize("bias", ["inside", "outside"])
def test_cost_is_the_steps_and_changes_nothing(tiny: Dataset, bias: BiasPlacement) -> None:
    network = Network((4, 3, 3), bias=bias)
    trainer = Trainer(network, tiny.train)
    before = network.parameters.vector.tobytes()
    cost = trainer.cost(np.array([1, 4, 2]))
    assert network.parameters.vector.tobytes() == before
    assert trainer.step(np.array([1, 4, 2]), 0.5) == cost
    assert network.parameters.vector.tobytes() != before


def test_a_mini_batch_in_another_order_gives_the_same_step(tiny: Dataset) -> None:
    vectors = []
    for batch in ([0, 3, 5], [5, 0, 3]):
        network = Network((4, 3, 3), dtype=np.float64)
        Trainer(network, tiny.train).step(np.array(batch), 1.0)
        vectors.append(network.parameters.vector)
    assert np.allclose(vectors[0], vectors[1], rtol=1e-13, atol=1e-15)


def test_a_step_that_is_not_finite_changes_nothing(tiny: Dataset) -> None:
    network = Network((4, 3, 3), activation="relu")
    network.parameters.vector[:] = 1e30
    before = network.parameters.vector.tobytes()
    with np.errstate(over="ignore", invalid="ignore"):
        cost = Trainer(network, tiny.train).step(np.array([0, 1]), 1.0)
    assert not np.isfinite(cost)
    assert network.parameters.vector.tobytes() == before


def test_training_leaves_the_data_alone(make_data: Callable[..., Dataset]) -> None:
    data = make_data()
    before = data.train.with_ones.tobytes() + data.train.targets.tobytes()
    Run(Network((4, 3, 3)), data, batch_size=3).steps(20)
    assert data.train.with_ones.tobytes() + data.train.targets.tobytes() == before
