"""Conditions hold where a plain loop, step by step, says that they do."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Run
from core.errors import DivergenceError, SettingError
from core.metrics import evaluate, judge
from core.probes import saturation
from tests.visualiser.states import new_run
from visualiser.training.conditions import (
    AccuracyAbove,
    Condition,
    CostBelow,
    CostRises,
    NeuronSaturated,
    ShownRecognised,
    StepReached,
    from_text,
    saturation_interval,
    to_text,
)
from visualiser.training.messages import ShownExample
from visualiser.training.waiting import Met, Waiting

MOST = 600
EPOCH = 144  # steps, of 10 digits each


def shown(index: int = 0) -> ShownExample:
    return ShownExample("test", index, int(new_run().data.test.labels[index]))


@cache
def history(rate: float) -> tuple[list[float], list[list[int]], dict[int, tuple[float, float]]]:
    """Of each step so far C before it; of each state what digits are read as, and ends of epochs.

    Worked out one step at a time, with the network alone.
    """
    run = new_run(learning_rate=rate)
    costs, read, ends = [], [], {}
    for position in range(MOST + 1):
        outputs = run.network.forward(run.data.test.inputs[:8]).activations[-1]
        read.append([int(digit) for digit in outputs.argmax(axis=0)])
        if position % EPOCH == 0:
            found = evaluate(run.network, run.data.test)
            ends[position] = found.cost, found.accuracy
        costs.append(run.step().cost)
    return costs, read, ends


def first(holds: Callable[[int], bool], start: int) -> int:
    """The first step from ``start`` on at which it holds; MOST where there is none."""
    return next((step for step in range(start, MOST) if holds(step)), MOST)


def stop(condition: Condition, start: int, blocks: int, rate: float = 1.0, index: int = 0) -> Run:
    """Where a run stops that is played in blocks from a step on, or at MOST."""
    run = new_run(learning_rate=rate)
    run.train(start)
    waiting = Waiting([condition], run)
    met = waiting.look(run, shown(index))
    while met is None and run.position < MOST:
        met = waiting.train(run, min(blocks, MOST - run.position), shown(index))
    assert met is not None or run.position == MOST
    assert met is None or met.condition == condition
    # None was taken that would have had to be taken back.
    assert run.length == run.position
    return run


starts, block_sizes = st.integers(0, 300), st.integers(1, 200)


def average(step: int, rate: float) -> float:
    costs = history(rate)[0][max(0, step - 25) : step]
    return sum(costs) / len(costs) if costs else np.inf


@settings(deadline=None, max_examples=25)
@given(st.floats(0.01, 1.2), starts, block_sizes, st.sampled_from([1.0, 3.0]))
def test_it_stops_at_the_first_step_at_which_the_average_is_below(
    value: float, start: int, blocks: int, rate: float
) -> None:
    expected = first(lambda step: average(step, rate) < value, start)
    assert stop(CostBelow(value), start, blocks, rate).position == expected


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 7), st.integers(1, 30), starts, block_sizes)
def test_it_stops_where_the_digit_was_recognised_often_enough(
    index: int, times: int, start: int, blocks: int
) -> None:
    read, label = history(1.0)[1], shown(index).label

    def holds(step: int) -> bool:
        since = range(step - times + 1, step + 1)
        return since[0] >= start and all(read[one][index] == label for one in since)

    run = stop(ShownRecognised(times), start, blocks, index=index)
    assert run.position == first(holds, start)


@settings(deadline=None, max_examples=15)
@given(st.floats(0, 99.9), starts, block_sizes)
def test_it_stops_at_the_first_end_of_an_epoch_with_that_accuracy(
    value: float, start: int, blocks: int
) -> None:
    ends = history(1.0)[2]

    def holds(step: int) -> bool:
        return step in ends and ends[step][1] > value / 100

    run = new_run(learning_rate=1.0)
    run.train(start)
    holds_already = evaluate(run.network, run.data.test).accuracy > value / 100
    expected = start if holds_already else first(holds, start)
    assert stop(AccuracyAbove(value), start, blocks).position == expected


@settings(deadline=None, max_examples=15)
@given(st.integers(1, 1000), starts, block_sizes)
def test_it_stops_at_the_step(step: int, start: int, blocks: int) -> None:
    assert stop(StepReached(step), start, blocks).position == max(start, min(step, MOST))


def test_accuracy_is_above_only_where_it_is_more() -> None:
    run = new_run()
    run.train(EPOCH)
    share = run.evaluate_test().accuracy
    at = Waiting([AccuracyAbove(100 * share)], run)
    assert at.look(run, shown()) is None
    below = Waiting([AccuracyAbove(100 * share - 0.01)], run).look(run, shown())
    assert below is not None
    assert below.figure == share


def test_a_test_between_two_ends_of_epochs_is_not_put_into_the_history() -> None:
    run = new_run()
    run.train(EPOCH + 5)
    Waiting([AccuracyAbove(99)], run).look(run, shown())
    assert list(run.branch.evaluations) == [EPOCH]


@pytest.mark.parametrize("times", [1, 2])
def test_it_stops_where_the_test_cost_has_risen(times: int) -> None:
    """At this η it goes up and down."""
    run = new_run(learning_rate=12.0)
    costs: list[float] = []
    end = 0
    while not (len(costs) > times and all(a < b for a, b in rising(costs, times))):
        for _ in range(EPOCH):
            run.step()
        end += EPOCH
        costs.append(evaluate(run.network, run.data.test).cost)
    again = new_run(learning_rate=12.0)
    waiting = Waiting([CostRises(times)], again)
    met = waiting.look(again, shown())
    while met is None:
        met = waiting.train(again, 100, shown())
    assert again.position == again.length == end
    assert met.figure == costs[-1]


def rising(costs: list[float], times: int) -> list[tuple[float, float]]:
    return list(zip(costs[-times - 1 : -1], costs[-times:], strict=True))


@pytest.mark.parametrize("neuron", [None, 1])
def test_it_stops_where_a_neuron_is_saturated(neuron: int | None) -> None:
    def new() -> Run:
        return new_run(learning_rate=10.0)

    run = new()
    interval = saturation_interval(run.network.sizes, len(run.data.test))
    assert interval == 100
    found: npt.NDArray[np.intp] = np.empty(0, np.intp)
    while not len(found):
        run.train(interval)
        found = np.flatnonzero(saturation(run.network, run.data.test)[0].is_saturated)
        if neuron is not None:
            found = found[found == neuron]
        assert run.position < 20_000
    again = new()
    again.train(30)
    waiting = Waiting([NeuronSaturated(1, neuron)], again)
    met = waiting.look(again, shown())
    while met is None:
        met = waiting.train(again, 77, shown())
    assert again.position == run.position
    assert met.figure == found[0]


def test_the_first_of_several_stops_it_and_at_one_step_the_first_named() -> None:
    run = new_run()
    conditions: list[Condition] = [
        CostBelow(0.001),
        StepReached(200),
        StepReached(100),
        StepReached(100),
    ]
    waiting = Waiting(conditions, run)
    assert waiting.look(run, shown()) is None
    assert waiting.train(run, 500, shown()) == Met(StepReached(100), 100.0)
    assert run.position == 100


def test_without_a_condition_it_plays_as_usual() -> None:
    run, usual = new_run(), new_run()
    waiting = Waiting([], run)
    assert waiting.look(run, shown()) is None
    assert waiting.train(run, 333, shown()) is None
    usual.train(333)
    assert np.array_equal(run.network.parameters.vector, usual.network.parameters.vector)
    assert run.branch.evaluations == usual.branch.evaluations


@pytest.mark.parametrize("condition", [CostBelow(1e-9), ShownRecognised(10**6)])
def test_what_is_looked_at_does_not_change_the_run(condition: Condition) -> None:
    run, usual = new_run(), new_run()
    waiting = Waiting([condition], run)
    waiting.train(run, 333, shown())
    usual.train(333)
    assert np.array_equal(run.network.parameters.vector, usual.network.parameters.vector)
    assert run.branch.evaluations == usual.branch.evaluations


def test_it_stops_in_the_past_as_well() -> None:
    run = new_run(learning_rate=1.0)
    run.train(500)
    run.go_to(10)
    value = average(300, 1.0)
    waiting = Waiting([CostBelow(value)], run)
    waiting.train(run, 400, shown())
    assert run.position == first(lambda step: average(step, 1.0) < value, 10)
    assert run.length == 500


def test_another_digit_begins_anew() -> None:
    run = new_run()
    run.train(2000)
    right = np.flatnonzero(judge(run.network, run.data.test).sureness > 0.95)
    first_one, other = shown(int(right[0])), shown(int(right[1]))
    waiting = Waiting([ShownRecognised(3)], run)
    assert waiting.look(run, first_one) is None
    assert waiting.train(run, 1, first_one) is None
    assert waiting.train(run, 2, other) is None
    met = waiting.train(run, 1, other)
    assert met is not None
    assert met == (ShownRecognised(3), other.label)


def test_divergence_ends_it_on_the_last_good_step() -> None:
    run = new_run(activation="identity", learning_rate=1.0)
    waiting = Waiting([CostBelow(1e-9)], run)
    with pytest.raises(DivergenceError):
        waiting.train(run, 5000, shown())
    assert np.isfinite(run.network.parameters.vector).all()


ALL: list[Condition] = [
    CostBelow(0.1),
    AccuracyAbove(97.5),
    ShownRecognised(3),
    NeuronSaturated(1),
    NeuronSaturated(2, 7),
    CostRises(2),
    StepReached(1234),
]


def test_they_travel_and_are_kept_as_text() -> None:
    assert from_text(to_text(ALL)) == tuple(ALL)
    assert pickle.loads(pickle.dumps(ALL)) == ALL  # noqa: S301 (our own)
    assert len(pickle.dumps(ALL)) < 1000


@pytest.mark.parametrize(
    "text",
    ["", "{", "3", '[["cost_below"]]', '[["x", {}]]', '[["cost_below", {"value": "a"}]]'],
)
def test_what_cannot_be_understood_is_left_out(text: str) -> None:
    assert from_text(text) == ()


@settings(deadline=None)
@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    from_text(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: CostBelow(0.0),
        lambda: CostBelow(float("nan")),
        lambda: AccuracyAbove(100.0),
        lambda: AccuracyAbove(-1.0),
        lambda: ShownRecognised(0),
        lambda: NeuronSaturated(0),
        lambda: CostRises(2.5),  # type: ignore[arg-type]
        lambda: StepReached(-3),
        lambda: Waiting([NeuronSaturated(4)], new_run()),
        lambda: Waiting([NeuronSaturated(1, 16)], new_run()),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(make: Callable[[], object]) -> None:
    with pytest.raises(SettingError) as refused:
        make()
    assert str(refused.value).endswith(".")
