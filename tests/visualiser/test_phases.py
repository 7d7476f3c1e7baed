"""One gradient step, phase by phase: the order, the numbers, the picture, and where it leads."""

from __future__ import annotations

import pickle
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.visualiser.states import digits, new_run
from tests.visualiser.stepping import RUNS, bench_at, traced
from visualiser.number_format import fixed
from visualiser.phase_focus import focus_of
from visualiser.phase_looks import look_of
from visualiser.phase_sums import decimals_of, divides, doubles, sums_to
from visualiser.phase_words import mark, title
from visualiser.phases import Phase, movement, phases_of
from visualiser.selection import Connection, Neuron
from visualiser.training.phase_questions import NextStep

_NUMBERS = st.floats(-50, 50)
pytestmark = pytest.mark.usefixtures("qapp")

# -------------------------------------------------------------------- the order


@given(st.integers(1, 12))
def test_forward_goes_up_and_backward_comes_down(layers: int) -> None:
    phases = phases_of(layers)
    assert [p.kind for p in phases if p.layer is None] == ["batch", "cost", "update", "done"]
    assert [p.layer for p in phases if p.kind == "forward"] == list(range(1, layers + 1))
    assert [p.layer for p in phases if p.kind == "backward"] == list(range(layers, 0, -1))
    assert len({title(p) for p in phases}) == len({mark(p) for p in phases}) == len(phases)


@given(_NUMBERS, st.floats(0, 50))
def test_a_weight_hardly_moves_below_a_hundredth_of_the_largest_move(
    change: float, largest: float
) -> None:
    is_small = abs(change) < 0.01 * largest or change == 0
    expected = "hardly" if is_small else "rises" if change > 0 else "falls"
    assert movement(change, largest) == expected


# -------------------------------------------------------------------- sums as they are shown


def as_shown(value: float, decimals: int) -> Fraction:
    return Fraction(fixed(value, decimals).replace("−", "-"))


@settings(deadline=None)
@given(st.lists(_NUMBERS, min_size=1, max_size=12), _NUMBERS, st.integers(2, 9))
def test_a_sum_is_said_to_hold_where_a_calculator_says_so(
    terms: list[float], off: float, decimals: int
) -> None:
    for total in (sum(terms), sum(terms) + off):
        exact = sum((as_shown(term, decimals) for term in terms), Fraction(0))
        assert sums_to(terms, total, decimals) == (exact == as_shown(total, decimals))


@settings(deadline=None)
@given(_NUMBERS, st.integers(1, 300), st.integers(2, 9))
def test_a_mean_is_said_to_hold_where_a_calculator_says_so(
    total: float, count: int, decimals: int
) -> None:
    mean = total / count
    exact = as_shown(total, decimals) / count
    unit = Fraction(1, 10**decimals)
    off = abs(exact - as_shown(mean, decimals))
    if off * 2 != unit:
        assert divides(total, count, mean, decimals) == (off * 2 < unit)


@given(_NUMBERS, st.integers(0, 1))
def test_what_is_not_finite_never_holds(value: float, target: int) -> None:
    for bad in (np.nan, np.inf, -np.inf):
        assert not sums_to([value, bad], value, 4)
        assert not divides(bad, 3, value, 4)
        assert not doubles(bad, target, value, 4)
        assert decimals_of(bad) == 4


# -------------------------------------------------------------------- the numbers


@pytest.mark.parametrize("kind", range(len(RUNS)))
def test_numbers_are_those_of_the_trace(kind: int) -> None:
    step = traced(30, kind)
    run = new_run(**RUNS[kind])
    run.train(30)
    trace = run.trace()
    for followed in (None, 0, 7):
        shown = step.follow(followed)
        for layer in range(1, 4):
            ours = (shown.activations(layer), shown.weighted_sums(layer), shown.deltas(layer))
            there = trace.layers[layer]
            for found, columns in zip(
                ours, (there.activations, there.weighted_sums, there.deltas), strict=True
            ):
                assert columns is not None
                expected = columns.mean(axis=1) if followed is None else columns[:, followed]
                assert found == pytest.approx(expected, rel=1e-4, abs=1e-7)
            gradient = trace.gradient if followed is None else trace.gradient_of(followed)
            assert np.allclose(shown.gradient(layer), gradient.weights[layer - 1], atol=1e-7)
            assert np.array_equal(shown.change(layer), -trace.update.weights[layer - 1])
    assert np.array_equal(step.traced.costs, trace.example_costs)
    assert np.array_equal(step.traced.labels, digits().train.labels[trace.examples])


def test_the_gradient_is_the_slope_of_the_cost() -> None:
    step, run = traced(30, 0), new_run()
    run.train(30)
    for layer, to, origin in ((1, 3, 27), (2, 5, 1), (3, 9, 4)):
        costs = []
        for move in (0.01, -0.01):
            network = run.network.copy()
            network.weights[layer - 1][to, origin] += move
            outputs = network.forward(digits().train.inputs[step.traced.examples]).activations[-1]
            targets = digits().train.targets[step.traced.examples].T
            costs.append(float(((targets - outputs) ** 2).sum(axis=0).mean()))
        slope = (costs[0] - costs[1]) / 0.02
        assert step.gradient(layer)[to, origin] == pytest.approx(slope, rel=0.02, abs=2e-5)


def test_what_travels_is_small_and_leaves_the_run_alone() -> None:
    run = new_run(layers=(64, 200, 200, 10))
    run.train(5)
    before = run.network.parameters.vector.copy()
    answer = NextStep(1).answer(run)
    assert np.array_equal(run.network.parameters.vector, before)
    assert run.position == run.length == 5
    # The update, and what is computed of ten examples.
    assert len(pickle.dumps(answer)) < 1.5 * before.nbytes


def test_a_single_example_is_no_mean() -> None:
    bench = bench_at(3, batch_size=1)
    bench.stepper.begin()
    assert bench.step.followed == 0
    bench.stepper.follow(None)
    assert bench.step.followed == 0


# -------------------------------------------------------------------- the picture


@pytest.mark.parametrize("followed", [None, 4])
def test_the_picture_shows_just_what_a_phase_computes(followed: int | None) -> None:
    step = traced(30, 0).follow(followed)
    for phase in phases_of(3):
        look = look_of(step, phase)
        if phase.kind == "done":
            assert look is None
            continue
        assert look is not None
        reached = {"batch": 0, "forward": phase.layer}.get(phase.kind, 3)
        assert reached is not None
        lines = {
            "forward": {phase.layer},
            "backward": {phase.layer},
            "update": {1, 2, 3},
        }.get(phase.kind, set())
        rings = set(range(phase.layer, 4)) if phase.kind == "backward" and phase.layer else set()
        assert [a is not None for a in look.activations] == [at <= reached for at in range(4)]
        assert {at + 1 for at in range(3) if look.lines[at] is not None} == lines
        assert {at + 1 for at in range(3) if look.rings[at] is not None} == rings
        assert bool(look.ring_symbol) == bool(rings)
        assert look.label == (None if followed is None else step.traced.labels[followed])
        for at, drawn in enumerate(look.lines):
            assert drawn is None or drawn.shape == step.snapshot.parameters.weights[at].shape
            assert drawn is None or drawn.dtype == np.float32


def test_the_lines_are_what_their_symbol_says() -> None:
    step = traced(30, 0)
    for phase, symbol, expected in (
        (Phase("forward", 2), "W·a", step.flows(2)),
        (Phase("backward", 2), "∂C/∂W", step.gradient(2)),
        (Phase("update"), "−η∂C/∂W", step.change(2)),
    ):
        look = look_of(step, phase)
        assert look is not None
        drawn = look.lines[1]
        assert drawn is not None
        assert np.allclose(drawn, expected)
        assert look.quantity.symbol == symbol
    # What goes into a neuron on these lines is its S, but for B.
    into = step.flows(2).sum(axis=1) + step.snapshot.parameters.biases[1]
    assert into == pytest.approx(step.weighted_sums(2), abs=1e-5)


def test_another_optimiser_shows_what_it_adds() -> None:
    bench = bench_at(20, {"optimiser": "adam", "learning_rate": None})
    bench.go_to("update")
    bench.stepper.guess(None)
    look = bench.looks[-1]
    assert look is not None
    assert look.quantity.symbol == "ΔW"
    assert look.lines[2] is not None
    assert np.array_equal(look.lines[2], -bench.run.next_update().weights[2])


# -------------------------------------------------------------------- what is meant


def test_the_numbers_are_about_what_is_selected_where_it_is_of_the_phase() -> None:
    step = traced(30, 0)
    phase = Phase("backward", 2)
    assert focus_of(step, phase, Connection(2, 3, 4)).connection == Connection(2, 3, 4)
    assert focus_of(step, phase, Neuron(2, 7)).neuron == Neuron(2, 7)
    assert focus_of(step, phase, Neuron(1, 7)).connection.origin == 7
    deltas = np.abs(step.deltas(2))
    for elsewhere in (None, Neuron(3, 1), Connection(3, 1, 1), Neuron(0, 3)):
        found = focus_of(step, phase, elsewhere)
        assert deltas[found.neuron.index] == deltas.max()
        flows = np.abs(step.flows(2)[found.neuron.index])
        assert flows[found.connection.origin] == flows.max()


def test_the_weight_that_is_guessed_does_not_depend_on_who_is_followed() -> None:
    bench = bench_at(30)
    bench.go_to("update")
    before = bench.view.focus
    bench.stepper.follow(3)
    assert bench.view.focus == before
