"""The gradient of back-propagation is what the cost does when a parameter moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core import Dataset, Network, Run, evaluate
from core.activations import ACTIVATIONS
from core.costs import COSTS
from core.network import BiasPlacement
from core.parameters import FloatArray

NUDGE = 1e-5


def is_positive(network: Network, data: Dataset) -> bytes:
    """Which weighted sums are above 0, of every neuron and example."""
    sums = network.forward(data.train.inputs).weighted_sums
    return np.concatenate([layer.ravel() > 0 for layer in sums]).tobytes()


def finite_differences(network: Network, data: Dataset) -> FloatArray:
    """∂C/∂p of every parameter p, by central differences, C by the forward pass alone.

    While no weighted sum changes sign, each is linear in p (for ReLU), so equal signs at
    both ends exclude a kink between them; examples with a kink are discarded.
    """
    vector = network.parameters.vector
    slopes = np.empty_like(vector)
    here = is_positive(network, data)
    for number, value in enumerate(vector.copy()):
        costs = []
        for moved in (value + NUDGE, value - NUDGE):
            vector[number] = moved
            costs.append(evaluate(network, data.train).cost)
            if network.activation.name == "relu":
                assume(is_positive(network, data) == here)
        vector[number] = value
        slopes[number] = (costs[0] - costs[1]) / (2 * NUDGE)
    return slopes


def relative_error(found: FloatArray, expected: FloatArray) -> float:
    scale = float(np.linalg.norm(found) + np.linalg.norm(expected))
    return float(np.linalg.norm(found - expected)) / scale if scale else 0.0


@pytest.mark.parametrize("bias", ["inside", "outside"])
@pytest.mark.parametrize("cost", COSTS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@settings(deadline=None, max_examples=60)
@given(
    sizes=st.lists(st.integers(1, 4), min_size=2, max_size=4),
    examples=st.integers(1, 4),
    seed=st.integers(0, 2**32),
)
def test_gradient_equals_finite_differences(
    make_data: Callable[..., Dataset],
    activation: str,
    cost: str,
    bias: BiasPlacement,
    sizes: Sequence[int],
    examples: int,
    seed: int,
) -> None:
    data = make_data(examples, sizes[0], sizes[-1], seed)
    network = Network(sizes, activation, cost, bias, "standard_normal", seed=seed, dtype=np.float64)
    gradient, found_cost = Run(network, data, batch_size=examples).gradient()
    expected = finite_differences(network, data)
    assert relative_error(gradient.vector, expected) < 1e-6
    assert found_cost == pytest.approx(evaluate(network, data.train).cost, rel=1e-12)
