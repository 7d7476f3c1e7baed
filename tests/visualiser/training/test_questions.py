"""What is asked of a run: answered truly, sent through a pipe, and the run left as it was."""

from __future__ import annotations

import math
import pickle
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from core import Held, Network, Run
from core.metrics import evaluate
from tests.visualiser.states import digits, new_run
from visualiser.training import connection_questions
from visualiser.training.connection_questions import (
    MOST_WISHES,
    BatchWishes,
    Chain,
    ChainOfExample,
    CostAlongWeight,
    WeightCurve,
    WishesFor,
)
from visualiser.training.questions import Question
from visualiser.training.shown_example import of_data

PLACES = [(1, 3, 28), (2, 3, 4), (3, 9, 0)]
QUESTIONS = [
    question
    for place in PLACES
    for question in (
        CostAlongWeight(*place),
        CostAlongWeight(*place, "train"),
        WishesFor(*place),
        ChainOfExample(*place, of_data(digits(), "test", 3)),
    )
]
KINDS: dict[str, dict[str, Any]] = {
    "plain": {},
    "bias outside": {"bias": "outside"},
    "ReLU and softmax": {
        "activation": ("relu", "softmax"),
        "cost": "softmax_cross_entropy",
        "learning_rate": 0.1,
    },
    "softmax alone": {"activation": ("tanh", "softmax")},
    "cross-entropy": {"cost": "cross_entropy"},
    "Adam": {"optimiser": "adam"},
}


@pytest.fixture(params=KINDS.values(), ids=list(KINDS))
def run(request: pytest.FixtureRequest) -> Run:
    made = new_run(**request.param)
    made.train(40)
    return made


def curve_of(run: Run, place: tuple[int, int, int]) -> WeightCurve:
    return CostAlongWeight(*place).answer(run)


def wishes_of(run: Run, place: tuple[int, int, int]) -> BatchWishes:
    return WishesFor(*place).answer(run)


# -------------------------------------------------------------------- all of them


@pytest.mark.parametrize("question", QUESTIONS, ids=repr)
def test_it_travels_and_so_does_its_answer(question: Question) -> None:
    there = pickle.loads(pickle.dumps(question))  # noqa: S301 (made here)
    assert there == question
    assert hash(there) == hash(question)
    run = new_run()
    answer = question.answer(run)
    back = pickle.loads(pickle.dumps(answer))  # noqa: S301 (made here)
    assert pickle.dumps(back) == pickle.dumps(there.answer(run))


@pytest.mark.parametrize("question", QUESTIONS, ids=repr)
def test_the_run_goes_on_as_if_nobody_had_asked(question: Question) -> None:
    asked, left_alone = new_run(optimiser="adam"), new_run(optimiser="adam")
    for run in (asked, left_alone):
        run.train(5)
    question.answer(asked)
    assert asked.position == 5
    for run in (asked, left_alone):
        run.train(5)
    assert np.array_equal(asked.network.parameters.vector, left_alone.network.parameters.vector)


def test_the_process_that_answers_needs_no_qt() -> None:
    code = (
        "import sys, visualiser.training.connection_questions;"
        "sys.exit(any('PySide6' in name for name in sys.modules))"
    )
    # Our own interpreter, and a fixed text.
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# -------------------------------------------------------------------- C as a weight moves


@pytest.mark.parametrize("place", PLACES)
def test_the_ring_is_where_the_step_puts_the_weight(run: Run, place: tuple[int, int, int]) -> None:
    layer, to, origin = place
    curve = curve_of(run, place)
    assert curve.line.value == run.network.weights[layer - 1][to, origin]
    assert {curve.line.value, curve.next_value} <= set(curve.line.values.tolist())
    run.step()
    assert curve.next_value == run.network.weights[layer - 1][to, origin]


@pytest.mark.parametrize("place", PLACES)
def test_the_curve_is_the_cost_of_the_next_mini_batch(
    run: Run, place: tuple[int, int, int]
) -> None:
    layer, to, origin = place
    curve = curve_of(run, place)
    gradient, cost = run.gradient()
    slope = gradient.weights[layer - 1][to, origin]
    assert curve.line.cost == pytest.approx(cost, rel=1e-5)
    assert curve.line.slope == pytest.approx(slope, rel=1e-3, abs=1e-7)
    index = len(curve.line.values) // 5
    run.network.weights[layer - 1][to, origin] = curve.line.values[index]
    assert curve.line.costs[index] == pytest.approx(run.gradient()[1], rel=1e-4)


@pytest.mark.parametrize("rate", [0.001, 300.0])
def test_the_curve_reaches_as_far_as_the_step(rate: float) -> None:
    run = new_run(learning_rate=rate)
    curve = curve_of(run, (3, 9, 0))
    values = curve.line.values
    assert values[0] < curve.next_value < values[-1]
    assert values[0] <= curve.line.value - 2 < curve.line.value + 2 <= values[-1]
    assert curve.line.costs[values == curve.next_value] == curve.next_cost


@pytest.mark.parametrize("place", PLACES)
def test_over_the_training_data_it_is_the_mean_of_all(
    run: Run, place: tuple[int, int, int]
) -> None:
    layer, to, origin = place
    curve = CostAlongWeight(*place, "train").answer(run)
    train = run.data.train
    assert (curve.counted, curve.available) == (len(train), len(train))
    assert math.isnan(curve.next_value)
    assert curve.line.cost == pytest.approx(evaluate(run.network, train).cost, rel=1e-4)
    index = len(curve.line.values) // 5
    run.network.weights[layer - 1][to, origin] = curve.line.values[index]
    cost = evaluate(run.network, train).cost
    assert curve.line.costs[index] == pytest.approx(cost, rel=1e-4)


@pytest.mark.parametrize("place", PLACES)
def test_of_much_training_data_some_are_counted_evenly(
    monkeypatch: pytest.MonkeyPatch, place: tuple[int, int, int]
) -> None:
    run = new_run()
    monkeypatch.setattr(connection_questions, "_MOST_WORK", 5_000_000)
    curve = CostAlongWeight(*place, "train").answer(run)
    total = len(run.data.train)
    assert curve.available == total
    assert 10 <= curve.counted < total
    chosen = [number * total // curve.counted for number in range(curve.counted)]
    inputs, targets = (array[chosen] for array in (run.data.train.inputs, run.data.train.targets))
    fired = run.network.forward(inputs).activations[-1].T
    assert curve.line.cost == pytest.approx(((targets - fired) ** 2).sum(axis=1).mean(), rel=1e-4)


@pytest.mark.parametrize(
    ("sizes", "least"), [((784, 16, 16, 10), 3_000), ((784, 100, 10), 1_000), ((784, 2000, 10), 1)]
)
def test_how_many_are_counted_is_a_round_number(sizes: tuple[int, ...], least: int) -> None:
    for layer in range(1, len(sizes)):
        most = connection_questions.most_examples(Network(sizes), layer)
        assert most >= least
        assert str(most).strip("0") in set("123456789")


def test_the_ends_hold_still_while_the_weight_moves_a_little() -> None:
    ends = set()
    for weight in np.linspace(0.05, 0.95, 10):
        run = new_run(learning_rate=0.01)
        run.network.weights[1][3, 4] = weight
        values = curve_of(run, (2, 3, 4)).line.values
        ends.add((values[0], values[-1]))
    assert ends == {(-2.0, 3.0)}


@pytest.mark.parametrize("weight", [math.nan, math.inf])
def test_a_weight_that_is_no_number_has_no_curve(weight: float) -> None:
    run = new_run()
    run.network.weights[2][9, 0] = weight
    curve = curve_of(run, (3, 9, 0))
    assert math.isnan(curve.next_value)
    assert not np.isfinite(curve.line.costs).any()


# -------------------------------------------------------------------- who asked for what


@pytest.mark.parametrize("place", PLACES)
def test_each_example_asks_against_its_own_slope(run: Run, place: tuple[int, int, int]) -> None:
    layer, to, origin = place
    found, trace = wishes_of(run, place), run.trace()
    assert found.examples.tolist() == trace.examples.tolist()
    assert found.labels.tolist() == run.data.train.labels[trace.examples].tolist()
    assert np.array_equal(found.inputs, run.data.train.inputs[trace.examples])
    for index, wish in enumerate(found.wishes):
        slope = trace.gradient_of(index).weights[layer - 1][to, origin]
        assert wish == pytest.approx(-slope, rel=1e-3, abs=1e-7)


@pytest.mark.parametrize("batch_size", [1, 3, MOST_WISHES, MOST_WISHES + 1, 40])
def test_the_mean_of_all_wishes_is_minus_the_slope(batch_size: int) -> None:
    run = new_run(batch_size=batch_size)
    found = wishes_of(run, (2, 3, 4))
    assert found.count == batch_size
    assert len(found.wishes) == min(batch_size, MOST_WISHES)
    total = float(found.wishes.sum()) + found.rest
    assert total / batch_size == pytest.approx(found.mean, rel=1e-6)
    assert found.mean == pytest.approx(-run.gradient()[0].weights[1][3, 4], rel=1e-3, abs=1e-8)


def test_of_a_large_mini_batch_those_that_ask_most_are_told_in_its_order() -> None:
    run = new_run(batch_size=40)
    found, trace = wishes_of(run, (2, 3, 4)), run.trace()
    strength = {
        int(example): abs(float(trace.gradient_of(index).weights[1][3, 4]))
        for index, example in enumerate(trace.examples)
    }
    most = sorted(strength, key=lambda example: -strength[example])[:MOST_WISHES]
    order = [one for one in trace.examples.tolist() if one in most]
    assert found.examples.tolist() == order


# -------------------------------------------------------------------- the chain rule


FINE_KINDS: list[dict[str, Any]] = [
    {},
    {"bias": "outside", "activation": "tanh"},
    {"activation": ("softplus", "softmax"), "cost": "softmax_cross_entropy"},
    {"activation": ("tanh", "softmax")},
    {"cost": "cross_entropy"},
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", FINE_KINDS, ids=str)
def test_the_chain_is_how_this_example_makes_c_rise(
    kind: dict[str, Any], place: tuple[int, int, int]
) -> None:
    layer, to, origin = place
    network = Network((64, 16, 16, 10), dtype="float64", **kind)
    chain = ChainOfExample(*place, of_data(digits(), "test", 3)).answer(Run(network, digits()))
    weights, costs = network.weights[layer - 1], []
    for move in (1e-6, -2e-6):
        weights[to, origin] += move
        forward = network.forward(digits().test.inputs[3:4])
        targets = digits().test.targets[3:4].T
        terms = network.cost.terms(forward.weighted_sums[-1], forward.activations[-1], targets)
        costs.append(float(terms.sum()))
    assert chain.gradient == pytest.approx((costs[0] - costs[1]) / 2e-6, rel=1e-5, abs=1e-8)


def factors_of(chain: Chain) -> float:
    """δ from what it is shown to be made of."""
    if chain.difference is not None:
        return chain.difference[0] - chain.difference[1]
    assert chain.slope is not None
    assert chain.cost_slope is not None
    return chain.slope * chain.cost_slope


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("split", ["train", "test"])
def test_the_factors_make_the_product(run: Run, place: tuple[int, int, int], split: Any) -> None:
    chain = ChainOfExample(*place, of_data(digits(), split, 8)).answer(run)
    assert chain.a * chain.delta == pytest.approx(chain.gradient, rel=1e-6, abs=1e-12)
    is_alone = run.network.activation_names[-1] == "softmax" and run.network.cost.partner is None
    if place[0] == 3 and is_alone:
        assert (chain.slope, chain.cost_slope, chain.difference) == (None, None, None)
    else:
        assert factors_of(chain) == pytest.approx(chain.delta, rel=1e-5, abs=1e-12)


def test_the_examples_of_a_mini_batch_have_its_slope_as_their_mean(run: Run) -> None:
    chains = [
        ChainOfExample(2, 3, 4, of_data(digits(), "train", int(one))).answer(run)
        for one in run.next_batch
    ]
    mean = np.mean([chain.gradient for chain in chains])
    assert mean == pytest.approx(run.gradient()[0].weights[1][3, 4], rel=1e-3, abs=1e-7)


def test_on_a_held_neuron_nothing_depends() -> None:
    run = new_run()
    run.change(held=(Held(2, 3, 0.5),))
    chain = ChainOfExample(2, 3, 4, of_data(digits(), "test", 3)).answer(run)
    assert chain.is_held
    assert (chain.slope, chain.cost_slope, chain.gradient) == (None, None, 0.0)
