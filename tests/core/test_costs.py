from __future__ import annotations

import numpy as np
import pytest

from core.costs import COSTS
from core.parameters import FloatArray


def outputs_and_targets(seed: int) -> tuple[FloatArray, FloatArray]:
    """Activations between 0 and 1 and one-hot targets, both of shape (classes, examples)."""
    random = np.random.default_rng(seed)
    targets = np.eye(4)[random.integers(0, 4, 6)].T
    return random.uniform(0.05, 0.95, (4, 6)), targets


@pytest.mark.parametrize("name", COSTS)
def test_the_table_uses_the_names(name: str) -> None:
    assert COSTS[name].name == name


def test_quadratic_by_hand() -> None:
    """(1 − 0.5)² + (0 − 0.25)² = 0.3125 and (0 − 1)² + (1 − 1)² = 1: together 1.3125."""
    outputs = np.array([[0.5, 1.0], [0.25, 1.0]])
    targets = np.array([[1.0, 0.0], [0.0, 1.0]])
    slopes = np.empty((2, 2))
    assert COSTS["quadratic"](outputs, targets, slopes) == 1.3125
    assert COSTS["quadratic"].per_example(outputs, targets).tolist() == [0.3125, 1.0]
    assert slopes.tolist() == [[-1.0, 2.0], [0.5, 0.0]]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", COSTS)
def test_the_sum_is_that_of_the_examples(name: str, seed: int) -> None:
    outputs, targets = outputs_and_targets(seed)
    total = COSTS[name](outputs, targets, np.empty_like(outputs))
    assert total == pytest.approx(COSTS[name].per_example(outputs, targets).sum(), rel=1e-13)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", COSTS)
def test_slopes_are_finite_differences(name: str, seed: int) -> None:
    cost, step = COSTS[name], 1e-5
    outputs, targets = outputs_and_targets(seed)
    slopes, scratch = np.empty_like(outputs), np.empty_like(outputs)
    cost(outputs, targets, slopes)
    for place in np.ndindex(outputs.shape):
        shift = np.zeros_like(outputs)
        shift[place] = step
        rise = cost(outputs + shift, targets, scratch) - cost(outputs - shift, targets, scratch)
        assert rise / (2 * step) == pytest.approx(slopes[place], rel=1e-7)
