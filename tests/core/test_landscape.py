"""C over a plane, against brute force, and the directions that span it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Examples, Held, Network, errors, evaluate, probes
from core.activations import ACTIVATIONS
from core.network import BiasPlacement
from core.parameters import FloatArray
from core.probes import landscape

OUTPUTS: list[tuple[str, str, BiasPlacement]] = [
    ("logistic", "quadratic", "inside"),
    ("tanh", "quadratic", "outside"),
    ("softmax", "quadratic", "outside"),
    ("logistic", "cross_entropy", "inside"),
    ("softmax", "softmax_cross_entropy", "inside"),
]


def random_examples(sizes: list[int], seed: int) -> Examples:
    random = np.random.default_rng(seed)
    targets = np.eye(sizes[-1])[random.integers(0, sizes[-1], 4)]
    return Examples.from_arrays(random.random((4, sizes[0])), targets)


def cost_at(network: Network, examples: Examples, step: FloatArray) -> float:
    twin = network.copy()
    twin.parameters.vector += step
    return evaluate(twin, examples).cost


@pytest.mark.parametrize(("output", "cost", "bias"), OUTPUTS)
@settings(deadline=None, max_examples=25)
@given(
    sizes=st.lists(st.integers(1, 4), min_size=2, max_size=4),
    hidden=st.sampled_from([name for name in ACTIVATIONS if name != "softmax"]),
    seed=st.integers(0, 2**32),
    is_held=st.booleans(),
)
def test_the_plane_is_what_moving_the_parameters_gives(
    *,
    output: str,
    cost: str,
    bias: BiasPlacement,
    sizes: list[int],
    hidden: str,
    seed: int,
    is_held: bool,
) -> None:
    network = Network(sizes, (hidden, output), cost, bias, seed=seed, dtype=np.float64)
    if is_held and len(sizes) > 2:
        network.held = (Held(1, 0, 0.7),)
    examples = random_examples(sizes, seed)
    first, second = (probes.random_direction(network, one) for one in (1, 2))
    plane = probes.cost_plane(network, examples, first, second, (-2, 1, 0.5, 3), points=3)
    expected = [
        [cost_at(network, examples, alpha * first + beta * second) for beta in (0.5, 1.75, 3)]
        for alpha in (-2, -0.5, 1)
    ]
    assert plane.costs == pytest.approx(np.array(expected), rel=1e-9, abs=1e-13)


@pytest.mark.parametrize(("points", "extent"), [(3, 1.0), (41, 0.3), (7, 100.0)])
def test_the_middle_is_the_present_point(digits: Dataset, points: int, extent: float) -> None:
    network = Network((64, 5, 10), dtype=np.float64)
    first, second = (probes.random_direction(network, one) for one in (1, 2))
    chosen = np.arange(700)
    plane = probes.cost_plane(
        network, digits.train, first, second, extent, points=points, indices=chosen
    )
    part = Examples.from_arrays(digits.train.inputs[:700], digits.train.targets[:700])
    half = points // 2
    assert plane.first_steps[half] == plane.second_steps[half] == 0
    assert plane.first_steps[-1] == -plane.first_steps[0] == extent
    assert plane.costs[half, half] == pytest.approx(evaluate(network, part).cost, rel=1e-12)


def test_tiles_change_nothing(monkeypatch: pytest.MonkeyPatch, tiny: Dataset) -> None:
    network = Network((4, 3, 3), dtype=np.float64)
    first, second = (probes.random_direction(network, one) for one in (1, 2))
    whole = probes.cost_plane(network, tiny.train, first, second, points=5)
    monkeypatch.setattr(landscape, "TILE", 10)
    pieces = probes.cost_plane(network, tiny.train, first, second, points=5)
    assert pieces.costs == pytest.approx(whole.costs, rel=1e-12)


def test_far_out_there_are_numbers_too(tiny: Dataset) -> None:
    """e^S is infinite in float32 from 89 on; a warning would fail this test."""
    network = Network((4, 3, 3))
    first, second = (probes.random_direction(network, one) for one in (1, 2))
    plane = probes.cost_plane(network, tiny.train, first, second, 1e4, points=5)
    exact = Network((4, 3, 3), dtype=np.float64)
    exact.parameters.vector[:] = network.parameters.vector
    expected = probes.cost_plane(exact, tiny.train, first, second, 1e4, points=5)
    assert plane.costs == pytest.approx(expected.costs, rel=1e-4)


# ---------------------------------------------------------------- directions


@pytest.mark.parametrize(
    ("cost", "bias"),
    [("quadratic", "inside"), ("quadratic", "outside"), ("cross_entropy", "inside")],
)
@settings(deadline=None, max_examples=20)
@given(seed=st.integers(0, 2**32))
def test_no_direction_is_steeper_than_the_gradient(
    cost: str, bias: BiasPlacement, seed: int
) -> None:
    sizes = [3, 4, 2]
    network = Network(sizes, "logistic", cost, bias, seed=seed, dtype=np.float64)
    network.held = (Held(1, 3, 0.2),)
    examples = random_examples(sizes, seed)

    def slope(direction: FloatArray) -> float:
        ends = [cost_at(network, examples, step * direction) for step in (1e-5, -1e-5)]
        return (ends[0] - ends[1]) / 2e-5

    uphill = probes.gradient_direction(network, examples)
    length = np.linalg.norm(network.parameters.vector)
    assert np.linalg.norm(uphill) == pytest.approx(length)
    others = np.random.default_rng(seed).standard_normal((5, len(uphill)))
    # A direction close to the gradient is nearly as steep.
    for other in [*others, uphill + others[0] * 0.02]:
        assert slope(other * (length / np.linalg.norm(other))) < slope(uphill)


def test_the_gradient_direction_goes_through_all_chunks(digits: Dataset) -> None:
    network, examples = Network((64, 16, 10), dtype=np.float64), digits.train
    halves = [probes.wishes(network, examples, 1, 2, origin).mean for origin in (20, 30, 43)]
    found = probes.gradient_direction(network, examples).reshape(-1)[2 * 65 : 3 * 65]
    assert found[20] / found[30] == pytest.approx(halves[0] / halves[1], rel=1e-9)
    assert found[43] / found[30] == pytest.approx(halves[2] / halves[1], rel=1e-9)


def test_the_gradient_of_a_network_of_zeros_has_length_1(tiny: Dataset) -> None:
    network = Network((4, 3, 3), initialiser="zeros")
    assert np.linalg.norm(probes.gradient_direction(network, tiny.train)) == pytest.approx(1)


def test_a_random_direction_has_each_neurons_length() -> None:
    network = Network((6, 5, 4), initialiser="standard_normal")
    found = network.copy().parameters
    found.vector[:] = probes.random_direction(network, 3)
    for moved, present in zip(found.blocks, network.parameters.blocks, strict=True):
        lengths = np.linalg.norm(present, axis=1)
        assert np.linalg.norm(moved, axis=1) == pytest.approx(lengths, rel=1e-5)
    assert np.array_equal(found.vector, probes.random_direction(network, 3))
    assert not np.array_equal(found.vector, probes.random_direction(network, 4))


@settings(deadline=None, max_examples=50)
@given(
    seed=st.integers(0, 2**32),
    steps=st.integers(3, 12),
    dtype=st.sampled_from([np.float32, np.float64]),
)
def test_a_path_in_a_plane_gives_that_plane(seed: int, steps: int, dtype: type) -> None:
    random = np.random.default_rng(seed)
    plane = np.linalg.qr(random.standard_normal((30, 2)))[0]
    corners = random.standard_normal((steps, 2)) * [5, 1]
    path = (random.standard_normal(30) + corners @ plane.T).astype(dtype)
    found = probes.principal_directions(path)
    tolerance = 1e-3 if dtype is np.float32 else 1e-6
    both = np.stack([found.first, found.second])
    assert both @ both.T == pytest.approx(np.eye(2), abs=tolerance)
    assert (both @ plane) @ plane.T == pytest.approx(both, abs=tolerance)
    assert found.shares.sum() == pytest.approx(1, abs=tolerance)
    assert found.shares[0] >= found.shares[1] > 0
    places = probes.project(path, found.first, found.second)
    assert places @ both == pytest.approx(path - path[-1], abs=tolerance * 10)
    assert (places[0] >= -tolerance).all()


def test_the_shares_are_those_of_the_singular_values() -> None:
    path = np.random.default_rng(0).standard_normal((9, 50))
    values = np.linalg.svd(path - path[-1], compute_uv=False) ** 2
    expected = values[:2] / values.sum()
    assert probes.principal_directions(path).shares == pytest.approx(expected, rel=1e-9)


def test_projections_undo_directions_of_any_angle() -> None:
    random = np.random.default_rng(0)
    plane, places = random.standard_normal((2, 20)), random.standard_normal((6, 2))
    places[-1] = 0
    path = 7 + places @ plane
    assert probes.project(path, *plane) == pytest.approx(places)


def ask_for_plane(*directions: Any, **options: Any) -> Callable[[Network, Examples], object]:
    return lambda network, data: probes.cost_plane(network, data, *directions, **options)


FINE, WAY = np.ones(27), np.arange(27)
LINE = np.outer(np.arange(5), WAY)


@pytest.mark.parametrize(
    ("ask", "bad", "remedy"),
    [
        (ask_for_plane(FINE[:9], WAY), "(9,)", "27 weights and biases"),
        (ask_for_plane(FINE, [WAY]), "(1, 27)", "27 weights and biases"),
        (ask_for_plane(FINE, "up"), "27 weights and biases", "one flat vector"),
        (ask_for_plane(FINE, WAY * np.nan), "not finite", "choose another"),
        (ask_for_plane(FINE, WAY, points=1), "1 points", "from 2"),
        (ask_for_plane(FINE, WAY, points=2.5), "2.5 points", "from 2"),
        (ask_for_plane(FINE, WAY, extent=0), "over 0", "above 0"),
        (ask_for_plane(FINE, WAY, extent=np.inf), "over inf", "above 0"),
        (ask_for_plane(FINE, WAY, extent=(0, 1, 2)), "(0, 1, 2)", "above 0"),
        (ask_for_plane(FINE, WAY, extent=(0, 1, 2, 2)), "(0, 1, 2, 2)", "above 0"),
        (ask_for_plane(FINE, WAY, indices=[]), "no example", "at least one"),
        (lambda n, _: probes.random_direction(n, -1), "-1", "whole number"),
        (lambda *_: probes.principal_directions(LINE), "5 points", "more steps"),
        (lambda *_: probes.principal_directions([WAY, FINE]), "2 points", "more steps"),
        (lambda *_: probes.principal_directions([FINE, FINE]), "2 points", "more steps"),
        (lambda *_: probes.principal_directions(WAY), "(27,)", "give a table"),
        (lambda *_: probes.project(LINE, WAY, 2 * WAY), "same line", "choose another"),
        (lambda *_: probes.project(LINE, WAY, 0 * WAY), "0", "choose another"),
        (lambda *_: probes.project(LINE, WAY[:5], FINE[:5]), "(5,)", "same length"),
    ],
)
def test_bad_input_gets_a_sentence(
    tiny: Dataset,
    check_sentence: Callable[[errors.UserError, str, str], None],
    ask: Callable[[Network, Examples], object],
    bad: str,
    remedy: str,
) -> None:
    with pytest.raises(errors.SettingError) as caught:
        ask(Network((4, 3, 3)), tiny.train)
    check_sentence(caught.value, bad, remedy)


def test_where_nothing_can_learn_there_is_no_steepest_direction(tiny: Dataset) -> None:
    network = Network((4, 3, 3), "relu")
    network.biases[1][:] = -100
    with pytest.raises(errors.SettingError, match="random direction"):
        probes.gradient_direction(network, tiny.train)
