"""The gradient of back-propagation is what the cost does when a parameter moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from core import Dataset, Held, Network, Recipe, evaluate
from core.activations import ACTIVATIONS
from core.costs import COSTS
from core.network import BiasPlacement
from core.parameters import FloatArray
from core.trainer import Trainer

NUDGE = 1e-5
BIASES: list[BiasPlacement] = ["inside", "outside"]
KINKED = ("relu", "leaky_relu")


def fits(cost: str, activation: str, bias: BiasPlacement) -> bool:
    partner = COSTS[cost].partner
    return partner is None or (partner == activation and bias == "inside")


PAIRS = [
    (activation, cost, bias)
    for activation in ACTIVATIONS
    for cost in COSTS
    for bias in BIASES
    if fits(cost, activation, bias)
]


def is_positive(network: Network, data: Dataset) -> bytes:
    """Which weighted sums are above 0, of every neuron and example."""
    sums = network.forward(data.train.inputs).weighted_sums
    return np.concatenate([layer.ravel() > 0 for layer in sums]).tobytes()


def finite_differences(
    network: Network, data: Dataset, objective: Callable[[], float]
) -> FloatArray:
    """∂C/∂p of every parameter p, by central differences, C by the forward pass alone.

    While no weighted sum changes sign, each is linear in p (for ReLU), so equal signs at
    both ends exclude a kink between them; examples with a kink are discarded.
    """
    vector = network.parameters.vector
    slopes = np.empty_like(vector)
    here = is_positive(network, data)
    has_kinks = any(name in KINKED for name in network.activation_names)
    for number, value in enumerate(vector.copy()):
        values = []
        for moved in (value + NUDGE, value - NUDGE):
            vector[number] = moved
            values.append(objective())
            if has_kinks:
                assume(is_positive(network, data) == here)
        vector[number] = value
        slopes[number] = (values[0] - values[1]) / (2 * NUDGE)
    return slopes


def relative_error(found: FloatArray, expected: FloatArray) -> float:
    # Rounding in C, about 1e-16, is divided by the nudge: smaller slopes than 1e-5 have, as
    # differences, no six digits.
    scale = max(float(np.linalg.norm(found) + np.linalg.norm(expected)), 1e-5)
    return float(np.linalg.norm(found - expected)) / scale


architectures = st.lists(st.integers(1, 4), min_size=2, max_size=4)


@pytest.mark.parametrize(("l1", "l2"), [(0, 0), (0.3, 0), (0, 0.3), (0.2, 0.1)])
@pytest.mark.parametrize(("output", "cost", "bias"), PAIRS)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.filter_too_much])
@given(
    sizes=architectures,
    hidden=st.sampled_from([name for name in ACTIVATIONS if name != "softmax"]),
    examples=st.integers(1, 4),
    seed=st.integers(0, 2**32),
)
def test_gradient_equals_finite_differences(
    make_data: Callable[..., Dataset],
    *,
    output: str,
    cost: str,
    bias: BiasPlacement,
    l1: float,
    l2: float,
    sizes: Sequence[int],
    hidden: str,
    examples: int,
    seed: int,
) -> None:
    data = make_data(examples, sizes[0], sizes[-1], seed)
    network = Network(
        sizes, (hidden, output), cost, bias, "standard_normal", seed=seed, dtype=np.float64
    )
    trainer = Trainer(network, data.train, Recipe(l1=l1, l2=l2))
    # |w| has a kink at 0.
    assume(not l1 or abs(network.parameters.vector).min() > NUDGE)
    everything = np.arange(examples)
    _, found_cost = trainer.compute(everything)
    # With η = 1, plain gradient descent subtracts the gradient itself.
    found = trainer.update(everything, 1.0).vector

    def objective() -> float:
        return evaluate(network, data.train).cost + trainer.penalty()

    expected = finite_differences(network, data, objective)
    assert relative_error(found, expected) < 1e-6
    assert found_cost == pytest.approx(evaluate(network, data.train).cost, rel=1e-12)


@pytest.mark.parametrize(
    ("cost", "bias"),
    [("quadratic", "inside"), ("quadratic", "outside"), ("softmax_cross_entropy", "inside")],
)
@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 2**32), value=st.floats(-2, 2))
def test_a_held_neuron_has_no_part_in_the_gradient(
    make_data: Callable[..., Dataset], cost: str, bias: BiasPlacement, seed: int, value: float
) -> None:
    """C does not depend on its weights and bias, and on all others as differences say."""
    output = COSTS[cost].partner or "logistic"
    data = make_data(3, 3, 2, seed)
    network = Network((3, 4, 3, 2), ("tanh", output), cost, bias, seed=seed, dtype=np.float64)
    held = (Held(1, 2, value), Held(2, 0, value))
    trainer = Trainer(network, data.train, Recipe(held=held))
    found = trainer.update(np.arange(3), 1.0)
    expected = finite_differences(network, data, lambda: evaluate(network, data.train).cost)
    assert relative_error(found.vector, expected) < 1e-6
    for one in held:
        assert not found.blocks[one.layer - 1][one.neuron].any()
