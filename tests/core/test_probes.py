"""Questions about one weight, one neuron or one layer, against brute force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Examples, Held, Network, Recipe, errors, evaluate, probes
from core.activations import ACTIVATIONS
from core.network import BiasPlacement
from core.probes import weights
from core.trace import trace_step
from core.trainer import Trainer

SMOOTH = ["logistic", "tanh", "softplus", "identity"]
NUDGE = 1e-5
OUTPUTS: list[tuple[str, str, BiasPlacement]] = [
    *[(name, "quadratic", "inside") for name in ACTIVATIONS],
    *[(name, "quadratic", "outside") for name in ACTIVATIONS],
    ("logistic", "cross_entropy", "inside"),
    ("softmax", "softmax_cross_entropy", "inside"),
]


class Case(NamedTuple):
    """A float64 network, examples, and one of its weights or biases."""

    network: Network
    examples: Examples
    part: tuple[int, int, int | None]


@st.composite
def cases(draw: st.DrawFn, only: list[str] | None = None) -> Case:
    names = [name for name in only or ACTIVATIONS if name != "softmax"]
    hidden = draw(st.sampled_from(names))
    output, cost, bias = draw(
        st.sampled_from([one for one in OUTPUTS if one[0] in [*names, "softmax"]])
    )
    sizes = draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    seed = draw(st.integers(0, 2**32))
    network = Network(
        sizes, (hidden, output), cost, bias, "standard_normal", seed=seed, dtype=np.float64
    )
    if len(sizes) > 2 and draw(st.booleans()):
        network.held = (Held(1, draw(st.integers(0, sizes[1] - 1)), 0.7),)
    random, count = np.random.default_rng(seed), draw(st.integers(1, 5))
    targets = np.eye(sizes[-1])[random.integers(0, sizes[-1], count)]
    examples = Examples.from_arrays(random.random((count, sizes[0])), targets)
    layer = draw(st.integers(1, len(sizes) - 1))
    neuron = draw(st.integers(0, sizes[layer] - 1))
    origin = draw(st.none() | st.integers(0, sizes[layer - 1] - 1))
    return Case(network, examples, (layer, neuron, origin))


def with_value(case: Case, value: float) -> Network:
    """The network with another weight or bias."""
    layer, neuron, origin = case.part
    twin = case.network.copy()
    twin.parameters.blocks[layer - 1][neuron, -1 if origin is None else origin] = value
    return twin


# ---------------------------------------------------------------- C along a weight


@settings(deadline=None, max_examples=300)
@given(case=cases())
def test_the_curve_is_what_setting_the_weight_gives(case: Case) -> None:
    line = probes.cost_along_weight(case.network, case.examples, *case.part, points=5)
    costs = [evaluate(with_value(case, value), case.examples).cost for value in line.values]
    assert line.costs == pytest.approx(costs, rel=1e-10, abs=1e-13)
    assert line.cost == pytest.approx(evaluate(case.network, case.examples).cost, rel=1e-10)
    assert line.costs[2] == pytest.approx(line.cost, rel=1e-10)


@settings(deadline=None, max_examples=80)
@given(case=cases(only=SMOOTH))
def test_the_tangent_is_the_slope_of_the_curve(case: Case) -> None:
    value = probes.cost_along_weight(case.network, case.examples, *case.part).value
    ends = [value - NUDGE, value + NUDGE]
    line = probes.cost_along_weight(case.network, case.examples, *case.part, values=ends)
    secant = (line.costs[1] - line.costs[0]) / (2 * NUDGE)
    assert line.slope == pytest.approx(secant, rel=1e-5, abs=1e-7)


@pytest.mark.parametrize("points", [2, 3, 4, 101])
def test_the_values_are_even_around_the_present_one(tiny: Dataset, points: int) -> None:
    network = Network((4, 3, 3), dtype=np.float64)
    network.weights[0][1, 2] = 3.0
    line = probes.cost_along_weight(network, tiny.train, 1, 1, 2, points=points)
    assert len(line.values) == len(line.costs) == points
    assert line.value == line.values[points // 2] == 3.0
    assert line.values[0] == -3.0
    assert np.ptp(np.diff(line.values)) < 1e-12


@pytest.mark.parametrize("part", [(1, 3, 20), (2, 1, None), (3, 4, 2)])
def test_tiles_and_chunks_change_nothing(
    monkeypatch: pytest.MonkeyPatch, digits: Dataset, part: tuple[int, int, int | None]
) -> None:
    network = Network((64, 16, 16, 10), dtype=np.float64)
    whole = probes.cost_along_weight(network, digits.train, *part, points=9)
    monkeypatch.setattr(weights, "TILE", 50)
    pieces = probes.cost_along_weight(network, digits.train, *part, points=9)
    assert pieces.costs == pytest.approx(whole.costs, rel=1e-12)


def test_float32_is_as_good_as_float32_can_be(digits: Dataset) -> None:
    networks = [Network((64, 16, 16, 10), dtype=dtype) for dtype in (np.float32, np.float64)]
    quick, exact = (
        probes.cost_along_weight(one, digits.train, 1, 3, 20, values=[-9, 0, 9]) for one in networks
    )
    assert quick.costs == pytest.approx(exact.costs, rel=1e-5)
    assert quick.slope == pytest.approx(exact.slope, rel=1e-3)


def test_indices_choose_the_examples(tiny: Dataset) -> None:
    network, chosen = Network((4, 3, 3), dtype=np.float64), [5, 2, 2]
    found = probes.cost_along_weight(network, tiny.train, 1, 0, 0, indices=chosen)
    part = Examples.from_arrays(tiny.train.inputs[chosen], tiny.train.targets[chosen])
    expected = probes.cost_along_weight(network, part, 1, 0, 0)
    assert np.array_equal(found.costs, expected.costs)


@pytest.mark.parametrize("cost", ["quadratic", "cross_entropy"])
def test_huge_sums_give_numbers(tiny: Dataset, cost: str) -> None:
    """e^S is infinite in float32 from 89 on; a warning would fail this test."""
    network = Network((4, 3, 3), "logistic", cost)
    network.weights[1][:] *= 10
    line = probes.cost_along_weight(network, tiny.train, 1, 1, None, values=[-1e4, 0, 1e4])
    across = probes.cost_along_weight(network, tiny.train, 2, 1, None, values=[-1e4, 0, 1e4])
    assert np.isfinite([line.costs, across.costs]).all()
    far = probes.cost_along_weight(network, tiny.train, 1, 1, None, values=[-1e300, 1e300])
    assert np.isfinite(far.costs).all()
    network.parameters.vector.fill(np.inf)
    assert not np.isfinite(probes.cost_along_weight(network, tiny.train, 1, 1, 1).cost)


@pytest.mark.parametrize(
    "ask",
    [
        lambda network, data: probes.cost_along_weight_in_chunks(network, data, 1, 0, 0),
        lambda network, data: probes.wishes_in_chunks(network, data, 1, 0, 0),
        lambda network, data: probes.preferred_inputs_in_chunks(network, data, 1, 0),
        probes.saturation_in_chunks,
        probes.gradient_direction_in_chunks,
        lambda network, data: probes.cost_plane_in_chunks(
            network, data, *np.ones((2, network.parameters.vector.size)), points=3
        ),
    ],
)
def test_generators_say_how_far_they_are(digits: Dataset, ask: Callable[..., Any]) -> None:
    shares = list(ask(Network((64, 16, 10)), digits.train))
    assert len(shares) > 1
    assert shares == sorted(set(shares))
    assert shares[0] > 0
    assert shares[-1] == 1


# ---------------------------------------------------------------- wishes, ∂C/∂input


@settings(deadline=None, max_examples=80)
@given(case=cases())
def test_wishes_are_the_entries_of_the_trace(case: Case) -> None:
    network, (layer, neuron, origin) = case.network, case.part
    everything = np.arange(len(case.examples))
    trainer = Trainer(network, case.examples, Recipe(held=network.held))
    trace = trace_step(trainer, everything, 1.0)
    place = (neuron, -1 if origin is None else origin)
    expected = [trace.gradient_of(int(one)).blocks[layer - 1][place] for one in everything]
    found = probes.wishes(network, case.examples, *case.part)
    assert found.slopes == pytest.approx(expected, rel=1e-9, abs=1e-14)
    mean = trace.gradient.blocks[layer - 1][place]
    assert found.mean == pytest.approx(mean, rel=1e-9, abs=1e-14)


def test_the_mean_wish_is_the_slope_of_the_curve(digits: Dataset) -> None:
    network = Network((64, 16, 10), dtype=np.float64)
    found = probes.wishes(network, digits.train, 1, 2, 30)
    line = probes.cost_along_weight(network, digits.train, 1, 2, 30)
    assert len(found.slopes) == len(digits.train)
    assert found.mean == pytest.approx(line.slope, rel=1e-10)


@settings(deadline=None, max_examples=80)
@given(case=cases(only=SMOOTH))
def test_the_input_gradient_equals_central_differences(case: Case) -> None:
    inputs = case.examples.inputs[0].astype(np.float64)
    target = case.examples.targets[0]

    def cost(moved: np.ndarray[Any, Any]) -> float:
        found = case.network.forward(moved[None])
        terms = case.network.cost.terms(
            found.weighted_sums[-1], found.activations[-1], target[:, None].astype(np.float64)
        )
        return float(terms.sum())

    steps = np.eye(len(inputs)) * NUDGE
    expected = [(cost(inputs + step) - cost(inputs - step)) / (2 * NUDGE) for step in steps]
    found = probes.input_gradient(case.network, inputs, target)
    assert found == pytest.approx(expected, rel=1e-5, abs=1e-7)


# ---------------------------------------------------------------- one neuron


@settings(deadline=None, max_examples=60)
@given(case=cases())
def test_contributions_add_up_to_s(case: Case) -> None:
    network, (layer, neuron, _) = case.network, case.part
    forward = network.forward(case.examples.inputs[0])
    found = probes.contributions(network, case.examples.inputs[0], layer, neuron)
    assert found.total == pytest.approx(forward.weighted_sums[layer - 1][neuron])
    assert found.terms.sum() + (found.bias or 0) == pytest.approx(found.total)
    assert (found.bias is None) == (network.bias == "outside")
    assert np.array_equal(found.weights, network.weights[layer - 1][neuron][found.origins])
    assert np.array_equal(found.weights * found.inputs, found.terms)
    assert sorted(found.origins) == list(range(network.sizes[layer - 1]))
    assert (np.diff(abs(found.terms)) <= 0).all()


def test_contributions_by_hand() -> None:
    """W = (2, −3, 0.5), a = (1, 1, 2), B = 4: −3, 2, 1, and S = 4."""
    network = Network((3, 1))
    network.parameters.vector[:] = [2, -3, 0.5, 4]
    found = probes.contributions(network, [1, 1, 2], 1, 0)
    assert found.terms.tolist() == [-3, 2, 1]
    assert found.origins.tolist() == [1, 0, 2]
    assert (found.bias, found.total) == (4, 4)


@pytest.mark.parametrize("layer", [1, 2])
def test_preferred_inputs_are_the_extremes(digits: Dataset, layer: int) -> None:
    network = Network((64, 16, 10), dtype=np.float64)
    fired = network.forward(digits.train.inputs).activations[layer][3]
    found = probes.preferred_inputs(network, digits.train, layer, 3, count=5)
    assert found.most_activations == pytest.approx(np.sort(fired)[:-6:-1])
    assert found.least_activations == pytest.approx(np.sort(fired)[:5])
    assert found.most_activations == pytest.approx(fired[found.most])
    assert found.least_activations == pytest.approx(fired[found.least])


def test_only_layer_1_has_pictures_of_weights(tiny: Dataset) -> None:
    network = Network((4, 3, 3))
    found = probes.preferred_inputs(network, tiny.train, 1, 2, count=100)
    assert found.weight_picture is not None
    assert np.array_equal(found.weight_picture, network.weights[0][2])
    assert sorted(found.most) == list(range(7))
    assert probes.preferred_inputs(network, tiny.train, 2, 2).weight_picture is None


# ---------------------------------------------------------------- layers


@pytest.mark.parametrize(
    ("sigma", "sums", "state"),
    [
        ("relu", [-1, -2], "dead"),
        ("relu", [-1] * 9 + [1], "saturated"),
        ("relu", [-1] * 8 + [1] * 2, "well"),
        ("logistic", [20, -20], "dead"),
        ("logistic", [7, -7], "saturated"),
        ("logistic", [5, -5], "well"),
        ("tanh", [-9, 9], "dead"),
        ("tanh", [-4, 4], "saturated"),
        ("softplus", [-20, -30], "dead"),
        ("softplus", [20, 30], "well"),
        ("leaky_relu", [-20, -30], "well"),
        ("identity", [1000, -1000], "well"),
    ],
)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_saturated_and_dead(sigma: str, sums: list[float], state: str, dtype: type) -> None:
    """One neuron that copies its input."""
    network = Network((1, 1, 1), sigma, dtype=dtype)
    network.parameters.vector[:] = [1, 0, 0, 0]
    examples = Examples.from_arrays(np.array(sums)[:, None], np.zeros(len(sums)))
    layer = probes.saturation(network, examples)[0]
    counts = {"dead": (1, 0), "saturated": (0, 1), "well": (0, 0)}
    assert (layer.dead_count, layer.saturated_count) == counts[state]


def test_saturation_of_softmax_and_of_held_neurons(tiny: Dataset) -> None:
    network = Network((4, 3, 3), ("relu", "softmax"))
    network.biases[0][:] = [-100, -100, 100]
    network.weights[1].fill(0)
    network.biases[1][:] = [0, 0, 100]
    network.held = (Held(1, 0, 1.0),)
    hidden, output = probes.saturation(network, tiny.train)
    assert hidden.is_dead.tolist() == [False, True, False]
    assert hidden.flat_shares.tolist() == [1, 1, 0]
    assert hidden.saturated_count == 0
    assert output.dead_count == 3


@pytest.mark.parametrize("before", [(), (Held(1, 0, 0.5),)])
def test_knocking_out_is_holding(tiny: Dataset, before: tuple[Held, ...]) -> None:
    network = Network((4, 3, 2, 3), dtype=np.float64)
    network.held = before
    found = probes.knock_out(network, tiny.train, [Held(2, 1, 3.0)])
    assert network.held == before
    assert found.before == evaluate(network, tiny.train)
    twin = network.copy()
    twin.held = (*before, Held(2, 1, 3.0))
    assert found.after == evaluate(twin, tiny.train)
    assert found.after.cost != found.before.cost


# ---------------------------------------------------------------- all of them

PROBES: dict[str, Callable[[Network, Examples], object]] = {
    "curve": lambda network, data: probes.cost_along_weight(network, data, 1, 0, 0),
    "curve of a bias": lambda network, data: probes.cost_along_weight(network, data, 2, 0, None),
    "wishes": lambda network, data: probes.wishes(network, data, 1, 0, 0),
    "contributions": lambda network, data: probes.contributions(network, data.inputs[0], 1, 0),
    "preferred": lambda network, data: probes.preferred_inputs(network, data, 1, 0),
    "input": lambda network, data: probes.input_gradient(network, data.inputs[0], data.targets[0]),
    "saturation": probes.saturation,
    "knock-out": lambda network, data: probes.knock_out(network, data, [Held(1, 1)]),
    "gradient": probes.gradient_direction,
    "random": lambda network, _: probes.random_direction(network, 7),
    "plane": lambda network, data: probes.cost_plane(
        network, data, *np.eye(network.parameters.vector.size)[:2], points=3
    ),
}


@pytest.mark.parametrize("bias", ["inside", "outside"])
@pytest.mark.parametrize("name", PROBES)
def test_no_probe_changes_the_network(tiny: Dataset, name: str, bias: BiasPlacement) -> None:
    """Not even for a moment: its parameters cannot be written to."""
    network = Network((4, 3, 3), bias=bias)
    network.held = held = (Held(1, 2, 0.3),)
    network.parameters.vector.flags.writeable = False
    for array in (*network.parameters.blocks, *network.weights, *network.biases):
        array.flags.writeable = False
    before = network.parameters.vector.tobytes()
    PROBES[name](network, tiny.train)
    assert network.parameters.vector.tobytes() == before
    assert network.held == held


EMPTY = Examples(np.ones((0, 5), np.float32), np.ones((0, 3), np.float32), np.ones(0, np.int64))

HALF: Any = [0.5]


@pytest.mark.parametrize(
    ("ask", "bad", "remedy"),
    [
        (lambda n, d: probes.cost_along_weight(n, d, 3, 0, 0), "layer 3", "from 1 to 2"),
        (lambda n, d: probes.cost_along_weight(n, d, 1, 3, 0), "neuron 3", "from 0 to 2"),
        (lambda n, d: probes.cost_along_weight(n, d, 1, 0, 4), "neuron 4", "0 to 3"),
        (lambda n, d: probes.wishes(n, d, 1, 0, 4), "neuron 4", "0 to 3"),
        (lambda n, d: probes.contributions(n, d.inputs[0], 0, 0), "layer 0", "from 1 to 2"),
        (lambda n, d: probes.preferred_inputs(n, d, 2, 3), "neuron 3", "from 0 to 2"),
        (lambda n, d: probes.preferred_inputs(n, d, 2, 0, 0), "0 examples", "from 1 up"),
        (lambda n, d: probes.cost_along_weight(n, d, 1, 0, 0, points=1), "1 points", "from 2"),
        (
            lambda n, d: probes.cost_along_weight(n, d, 1, 0, 0, values=[0, np.nan]),
            "no list of at least two finite numbers",
            "give",
        ),
        (
            lambda n, d: probes.cost_along_weight(n, d, 1, 0, 0, values=[1.0]),
            "no list of at least two finite numbers",
            "give",
        ),
        (lambda n, d: probes.wishes(n, d, 1, 0, 0, indices=[3, 7]), "no example 7", "0 to 6"),
        (lambda n, d: probes.wishes(n, d, 1, 0, 0, indices=[-1]), "no example -1", "0 to 6"),
        (lambda n, d: probes.wishes(n, d, 1, 0, 0, indices=[]), "no example", "at least one"),
        (lambda n, d: probes.wishes(n, d, 1, 0, 0, indices=HALF), "whole numbers", "0 to 6"),
        (lambda n, _: probes.saturation(n, EMPTY), "no example", "at least one"),
        (lambda n, _: probes.knock_out(n, EMPTY, []), "no example", "at least one"),
        (lambda n, d: probes.knock_out(n, d, [Held(2, 0)]), "Neuron 0 of layer 2", "hidden"),
        (lambda _, d: probes.saturation(Network((5, 3)), d), "4 numbers", "give examples"),
        (lambda _, d: probes.saturation(Network((4, 2)), d), "3 targets", "give examples"),
        (lambda n, d: probes.input_gradient(n, [1, 2], d.targets[0]), "(2,)", "give one list"),
        (lambda n, d: probes.input_gradient(n, d.inputs[0], [1]), "(1,)", "give one list"),
        (lambda n, _: probes.contributions(n, [0, 1, 2, np.nan], 1, 0), "example", "finite"),
        (lambda n, _: probes.contributions(n, "ink", 1, 0), "example", "finite"),
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
