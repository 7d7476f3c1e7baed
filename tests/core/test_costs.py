from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from core.activations import ACTIVATIONS, apply
from core.costs import COSTS
from core.operations import perform
from core.parameters import FloatArray

WIDE = [-1e4, -100.0, -1.0, 0.0, 1.0, 100.0, 1e4]


def outcome(name: str, seed: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """S, a and targets, of shape (classes, examples); some targets are shares."""
    random = np.random.default_rng(seed)
    targets = np.eye(4)[random.integers(0, 4, 6)].T
    targets[:, 0] = [0.1, 0.2, 0.3, 0.4]
    sums = random.uniform(-3, 3, (4, 6))
    return sums, apply(ACTIVATIONS[COSTS[name].partner or "logistic"], sums), targets


@pytest.mark.parametrize("name", COSTS)
def test_the_table_uses_the_names(name: str) -> None:
    assert COSTS[name].name == name


def test_quadratic_by_hand() -> None:
    """(1 − 0.5)² + (0 − 0.25)² = 0.3125 and (0 − 1)² + (1 − 1)² = 1: together 1.3125."""
    outputs = np.array([[0.5, 1.0], [0.25, 1.0]])
    targets = np.array([[1.0, 0.0], [0.0, 1.0]])
    slopes = np.empty((2, 2))
    cost = COSTS["quadratic"]
    assert cost(outputs, outputs, targets, slopes) == 1.3125
    assert cost.terms(outputs, outputs, targets).sum(axis=0).tolist() == [0.3125, 1.0]
    assert (cost.scale * slopes).tolist() == [[-1.0, 2.0], [0.5, 0.0]]


def test_cross_entropy_is_its_formula() -> None:
    sums, outputs, targets = outcome("cross_entropy", 0)
    expected = -(targets * np.log(outputs) + (1 - targets) * np.log(1 - outputs))
    assert COSTS["cross_entropy"].terms(sums, outputs, targets) == pytest.approx(expected)


def test_softmax_cross_entropy_is_its_formula() -> None:
    sums, outputs, targets = outcome("softmax_cross_entropy", 0)
    expected = -targets * np.log(outputs)
    assert COSTS["softmax_cross_entropy"].terms(sums, outputs, targets) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", COSTS)
def test_the_sum_is_that_of_the_terms(name: str, seed: int) -> None:
    sums, outputs, targets = outcome(name, seed)
    total = COSTS[name](sums, outputs, targets, np.empty_like(outputs))
    assert total == pytest.approx(COSTS[name].terms(sums, outputs, targets).sum(), rel=1e-13)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", COSTS)
def test_slopes_are_finite_differences(name: str, seed: int) -> None:
    """∂C/∂a, or ∂C/∂S where the cost has a partner."""
    cost, step = COSTS[name], 1e-5
    sums, outputs, targets = outcome(name, seed)
    slopes, scratch = np.empty_like(outputs), np.empty_like(outputs)
    cost(sums, outputs, targets, slopes)

    def c(shift: FloatArray) -> float:
        if cost.partner is None:
            return cost(sums, outputs + shift, targets, scratch)
        return cost(sums + shift, outputs, targets, scratch)

    for place in np.ndindex(outputs.shape):
        shift = np.zeros_like(outputs)
        shift[place] = step
        assert (c(shift) - c(-shift)) / (2 * step) == pytest.approx(
            cost.scale * slopes[place], rel=1e-6
        )


@pytest.mark.parametrize("name", COSTS)
def test_the_slopes_of_outputs_lead_to_those_of_sums(name: str) -> None:
    """∂C/∂S = ∂C/∂a pulled back through σ."""
    cost, sigma = COSTS[name], ACTIVATIONS[COSTS[name].partner or "identity"]
    sums, _, targets = outcome(name, 1)
    outputs = apply(sigma, sums)
    slopes, kept, found = (np.empty_like(outputs) for _ in range(3))
    perform(sigma.fire_safely(sums, outputs, kept))
    perform(sigma.slopes(sums, outputs, kept, slopes))
    by_output = cost.output_slopes(sums, outputs, targets)
    perform(sigma.deltas(by_output, slopes if sigma.is_elementwise else outputs, found))
    expected = np.empty_like(outputs)
    cost(sums, outputs, targets, expected)
    assert found == pytest.approx(cost.scale * expected)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ["cross_entropy", "softmax_cross_entropy"])
def test_far_out_nothing_is_lost(name: str, dtype: npt.DTypeLike) -> None:
    """Where ln a would be −∞, C is as long as S is far off."""
    cost = COSTS[name]
    sums = np.array([WIDE, WIDE[::-1]], dtype)
    targets = np.array([[1] * len(WIDE), [0] * len(WIDE)], dtype)
    with np.errstate(all="raise", under="ignore"):
        outputs = apply(ACTIVATIONS[cost.partner or ""], sums)
        slopes = np.empty_like(outputs)
        total = cost(sums, outputs, targets, slopes)
        terms = cost.terms(sums, outputs, targets)
        cost.output_slopes(sums, outputs, targets)
    assert np.isfinite(total)
    assert np.isfinite(slopes).all()
    assert (terms >= 0).all()
    # −S₀ where S₀ is far below 0; for softmax its distance from the other S.
    assert terms[0, 0] == (20000 if name == "softmax_cross_entropy" else 10000)


def test_nothing_is_lost_near_a_right_answer() -> None:
    """−ln σ(20) = ln(1 + e^−20) is 2.06e-9, though σ(20) is 1 − 2.06e-9 and rounds to 1."""
    sums = np.array([[20.0]], np.float32)
    terms = COSTS["cross_entropy"].terms(sums, np.ones((1, 1), np.float32), np.ones((1, 1)))
    assert float(terms[0, 0]) == pytest.approx(np.log1p(np.exp(-20.0)), rel=1e-6)
