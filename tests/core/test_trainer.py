"""One gradient step: by hand, and against the textbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from core import OPTIMISERS, Dataset, Examples, Network, Part, Recipe, Run
from core.network import BiasPlacement
from core.parameters import FloatArray
from core.parts import learning_mask
from core.trace import mean_gradient
from core.trainer import Trainer

Function = Callable[[Any], Any]
DTYPES = [np.float32, np.float64]


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


SIGMAS: dict[str, tuple[Function, Function]] = {
    "logistic": (lambda s: 1 / (1 + np.exp(-s)), lambda s: np.exp(-s) / (1 + np.exp(-s)) ** 2),
    "tanh": (np.tanh, lambda s: 1 / np.cosh(s) ** 2),
    "relu": (lambda s: np.where(s > 0, s, 0), lambda s: np.where(s > 0, 1.0, 0.0)),
    "identity": (lambda s: s, np.ones_like),
}


def textbook_step(
    weights: list[FloatArray],
    biases: list[FloatArray],
    names: Sequence[str],
    batch: list[tuple[FloatArray, FloatArray]],
    learning_rate: float,
) -> None:
    """One mini-batch, example by example: M. Nielsen's network.py, but C = Σ (t − a)²."""
    weight_sums = [np.zeros_like(w) for w in weights]
    bias_sums = [np.zeros_like(b) for b in biases]
    for example, target in batch:
        sums, activations = [], [example]
        for w, b, name in zip(weights, biases, names, strict=True):
            sums.append(w @ activations[-1] + b)
            activations.append(SIGMAS[name][0](sums[-1]))
        slopes_of_c = 2 * (activations[-1] - target)
        for layer in reversed(range(len(weights))):
            delta = slopes_of_c * SIGMAS[names[layer]][1](sums[layer])
            weight_sums[layer] += np.outer(delta, activations[layer])
            bias_sums[layer] += delta
            slopes_of_c = weights[layer].T @ delta
    for w, b, dw, db in zip(weights, biases, weight_sums, bias_sums, strict=True):
        w[:] = w - learning_rate / len(batch) * dw
        b[:] = b - learning_rate / len(batch) * db


@pytest.mark.parametrize(
    ("names", "learning_rate"),
    [
        (("logistic", "logistic", "logistic"), 1.5),
        (("relu", "relu", "identity"), 0.02),
        (("relu", "relu", "logistic"), 0.3),
        (("tanh", "tanh", "tanh"), 0.1),
        (("tanh", "relu", "identity"), 0.02),
    ],
)
@pytest.mark.parametrize("batch_size", [1, 10])
def test_100_steps_are_the_textbooks(
    digits: Dataset, batch_size: int, names: Sequence[str], learning_rate: float
) -> None:
    network = Network((64, 16, 16, 10), names, dtype=np.float64)
    run = Run(network, digits, learning_rate, batch_size)
    weights = [w.copy() for w in network.weights]
    biases = [b.copy() for b in network.biases]
    inputs, targets = (x.astype(np.float64) for x in (digits.train.inputs, digits.train.targets))
    for _ in range(100):
        batch = [(inputs[i], targets[i]) for i in run.next_batch]
        textbook_step(weights, biases, names, batch, learning_rate)
        run.step()
    for found, expected in zip(
        (*network.weights, *network.biases), (*weights, *biases), strict=True
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


# ---------------------------------------------------------------- frozen parts


@pytest.mark.parametrize("part", [Part(1, 2, 3), Part(2, 1), Part(1), Part(2), Part(3, 0, 1)])
@pytest.mark.parametrize("options", [{}, {"l1": 1e-3, "l2": 1e-2}, {"clip": 0.1}])
@pytest.mark.parametrize("name", OPTIMISERS)
def test_what_is_frozen_stays_bit_for_bit_and_all_else_moves(
    make_data: Callable[..., Dataset], name: str, options: Any, part: Part
) -> None:
    """Also where it had been set moving before it was frozen."""
    network = Network((4, 5, 4, 3), "tanh", initialiser="xavier")
    data = make_data(20, 4, 3)
    run = Run(network, data, learning_rate=0.01, batch_size=4, optimiser=name, **options)
    run.steps(10)
    run.change(frozen=[part])
    before = network.parameters.vector.copy()
    mask = learning_mask([part], network.sizes, np.float32)
    assert mask is not None
    for _ in range(50):
        run.step()
        frozen = mask == 0
        assert network.parameters.vector[frozen].tobytes() == before[frozen].tobytes()
    assert (network.parameters.vector != before)[mask == 1].all()


@pytest.mark.parametrize("name", OPTIMISERS)
def test_what_thaws_learns_again(make_data: Callable[..., Dataset], name: str) -> None:
    network = Network((4, 5, 3), "tanh", initialiser="xavier")
    run = Run(network, make_data(20, 4, 3), 0.01, batch_size=4, optimiser=name)
    run.change(frozen=[Part(1)])
    run.steps(10)
    before = network.parameters.blocks[0].copy()
    run.change(frozen=())
    run.step()
    assert (network.parameters.blocks[0] != before).any(axis=1).all()


def test_all_frozen_is_no_step(tiny: Dataset) -> None:
    run = Run(Network((4, 3, 3)), tiny, batch_size=3, frozen=[Part(1), Part(2)], l2=0.1)
    before = run.network.parameters.vector.tobytes()
    run.steps(20)
    assert run.network.parameters.vector.tobytes() == before


# ---------------------------------------------------------------- penalties and clipping


def update_of(data: Dataset, dtype: npt.DTypeLike = np.float64, **recipe: Any) -> FloatArray:
    """What a step from the same start on the same eight examples subtracts, with η = 1."""
    network = Network((4, 3, 3), initialiser="standard_normal", dtype=dtype)
    return Trainer(network, data.train, Recipe(**recipe)).update(np.arange(8), 1.0).vector


@pytest.fixture
def eight(make_data: Callable[..., Dataset]) -> Dataset:
    """Eight examples, of which a share is exact."""
    return make_data(8)


def test_penalties_pull_weights_and_not_biases(eight: Dataset) -> None:
    network = Network((4, 3, 3), initialiser="standard_normal", dtype=np.float64)
    expected = network.parameters.copy()
    for block, w in zip(expected.blocks, network.weights, strict=True):
        block[:, :-1] = 0.3 * np.sign(w) + 0.2 * w
        block[:, -1] = 0
    found = update_of(eight, l1=0.3, l2=0.2) - update_of(eight)
    assert found == pytest.approx(expected.vector, rel=1e-12, abs=1e-14)


def test_penalty_by_hand(tiny: Dataset) -> None:
    """W = (1, −2), (3, 0): ½ · 6 + ¼ / 2 · 14 = 4.75; the bias of 9 has no part in it."""
    network = Network((4, 3, 3))
    network.parameters.vector[:] = 0
    network.weights[0][0, :2] = [1, -2]
    network.weights[1][2, 1] = 3
    network.biases[0][1] = 9
    assert Trainer(network, tiny.train, Recipe(l1=0.5, l2=0.25)).penalty() == 4.75


@pytest.mark.parametrize("share", [0.01, 0.5, 0.999])
@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 1e-5), (np.float64, 1e-13)])
def test_a_gradient_that_is_too_long_is_shortened(
    eight: Dataset, dtype: npt.DTypeLike, tolerance: float, share: float
) -> None:
    """To that length, in the same direction; the penalty's gradient counts."""
    free = update_of(eight, dtype, l2=0.1)
    limit = share * float(np.linalg.norm(free))
    clipped = update_of(eight, dtype, l2=0.1, clip=limit)
    assert np.linalg.norm(clipped) == pytest.approx(limit, rel=tolerance)
    assert clipped == pytest.approx(share * free, rel=tolerance)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", OPTIMISERS)
def test_one_that_is_not_is_left_alone_bit_for_bit(
    eight: Dataset, name: str, dtype: npt.DTypeLike
) -> None:
    optimiser = OPTIMISERS[name]()
    free = update_of(eight, dtype, optimiser=optimiser)
    clipped = update_of(eight, dtype, optimiser=optimiser, clip=100.0)
    assert clipped.tobytes() == free.tobytes()


def test_what_is_frozen_does_not_count_for_the_length(eight: Dataset) -> None:
    frozen = (Part(1), Part(2, 0))
    free = update_of(eight, frozen=frozen)
    length = float(np.linalg.norm(free))
    clipped = update_of(eight, frozen=frozen, clip=1.001 * length)
    assert np.linalg.norm(update_of(eight)) > 1.001 * length
    assert clipped.tobytes() == free.tobytes()


def test_a_gradient_whose_square_overflows_is_shortened_all_the_same(eight: Dataset) -> None:
    """‖g‖² is beyond 3.4e38, ‖g‖ and C are not."""
    network = Network((4, 3, 3), "identity", initialiser="standard_normal")
    network.parameters.vector[:] *= np.float32(1e9)
    trainer = Trainer(network, eight.train, Recipe(clip=1.0))
    with np.errstate(over="ignore"):
        gradient, cost = mean_gradient(trainer, np.arange(8))
        found = trainer.update(np.arange(8), 1.0).vector
    assert np.isfinite(cost)
    assert 1e20 < abs(gradient.vector).max() < np.inf
    assert np.linalg.norm(found) == pytest.approx(1, rel=1e-5)
