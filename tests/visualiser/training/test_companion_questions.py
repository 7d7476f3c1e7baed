"""What is asked beside the cost plot: the layers over the run, and C over a plane."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import Held, Network, Run, evaluate
from core.errors import UserError
from core.parameters import FloatArray
from core.probes import gradient_norms, histogram, random_direction, saturation
from tests.visualiser.small_runs import small_run
from tests.visualiser.training.owners import WAIT, Owner
from visualiser.training import messages as m
from visualiser.training.browsing_questions import JudgementOf
from visualiser.training.landscape_questions import FoundPlane, Kind, Over, PlaneOfCost
from visualiser.training.long_answers import LongAnswers
from visualiser.training.over_time_questions import (
    Look,
    LookedBack,
    OverTheRun,
    evenly_chosen,
    of_course,
)
from visualiser.training.questions import Part


def answered(
    run: Run, question: OverTheRun | PlaneOfCost, between: Callable[[], object] = lambda: None
) -> tuple[list[m.PartlyAnswered], m.Answered]:
    """All that is told of a question, with something done between the chunks."""
    answers, parts = LongAnswers(), []
    answers.put(question)
    while answers.has_work:
        found = answers.go_on(run)
        if isinstance(found, m.PartlyAnswered):
            parts.append(found)
        elif found is not None:
            return parts, found
        between()
    raise AssertionError("no answer")


def looks_of(parts: list[m.PartlyAnswered]) -> list[Look]:
    found = [one.part.found for one in parts]
    assert all(isinstance(one, Look) for one in found)
    return [one for one in found if isinstance(one, Look)]


# -------------------------------------------------------------------- over the run


def test_every_look_is_what_the_run_says_at_that_step() -> None:
    run = small_run()
    run.go_to(33)
    parts, end = answered(run, OverTheRun(most=10))
    assert run.position == 33
    looks = looks_of(parts)
    assert {0, 33, 40} <= {look.step for look in looks}
    for look in looks:
        run.go_to(look.step)
        gradient, _ = run.gradient()
        states = saturation(run.network, run.data.train)
        for layer, found in enumerate(look.layers):
            assert (found.weight_gradient, found.bias_gradient) == gradient_norms(gradient)[layer]
            assert found.saturated == states[layer].saturated_count
            counts = histogram(run.network.weights[layer]).counts
            np.testing.assert_array_equal(found.weights.counts, counts)
    answer = end.answer
    assert isinstance(answer, LookedBack)
    assert (answer.examples, answer.available) == (30, 30)
    assert [one.part.share for one in parts] == sorted(one.part.share for one in parts)


def test_what_is_known_is_not_looked_at_again() -> None:
    run = small_run()
    parts, _ = answered(run, OverTheRun(most=10))
    known = tuple(look.step for look in looks_of(parts))
    assert answered(run, OverTheRun(known, most=10))[0] == []
    run.train(10)
    more = [look.step for look in looks_of(answered(run, OverTheRun(known, most=10))[0])]
    assert more
    assert not set(more) & set(known)


def test_the_run_goes_on_meanwhile_and_is_where_it_would_be_anyway() -> None:
    run, twin = small_run(), small_run()

    def step() -> None:
        run.step()
        twin.step()

    parts, _ = answered(run, OverTheRun(most=10), step)
    assert run.position == twin.position > 40
    np.testing.assert_array_equal(run.network.parameters.vector, twin.network.parameters.vector)
    assert len(looks_of(parts)) > 8


def test_a_look_tells_of_which_course_of_events_it_is() -> None:
    run = small_run()
    run.go_to(20)
    run.set_learning_rate(0.1)
    run.train(5)
    looks = looks_of(answered(run, OverTheRun(most=30))[0])
    for look in looks:
        assert look.changes == of_course(run.changes, look.step)
        assert bool(look.changes) == (look.step >= 20)


EVENTS: dict[str, Callable[[Run], None]] = {
    "mini-batch": lambda run: run.change(batch_size=3),
    "Adam": lambda run: run.change(optimiser="adam"),
    "edit": lambda run: run.edit(1, 2, 0, 3.0),
    "held": lambda run: run.change(held=(Held(1, 0, 0.5),)),
    "other σ": lambda run: run.change(activation="tanh"),
}


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_whatever_was_changed_a_look_is_true_and_the_run_as_if_nobody_had(
    event: Callable[[Run], None],
) -> None:
    runs = small_run(), small_run()
    for run in runs:
        run.go_to(20)
        event(run)
        run.train(10)
    run, twin = runs
    for look in looks_of(answered(run, OverTheRun(most=60))[0]):
        twin.go_to(look.step)
        gradient, _ = twin.gradient()
        found = [(one.weight_gradient, one.bias_gradient) for one in look.layers]
        assert tuple(found) == gradient_norms(gradient)
        a = twin.network.forward(twin.data.train.inputs).activations[1]
        assert look.layers[0].activations.edges[0] <= a.min()
        assert a.max() <= look.layers[0].activations.edges[-1]
    twin.go_to(30)
    for one in runs:
        one.train(20)
    np.testing.assert_array_equal(run.network.parameters.vector, twin.network.parameters.vector)
    np.testing.assert_array_equal(run.costs, twin.costs)


def test_a_step_that_is_gone_is_left_out() -> None:
    run = small_run()

    def fork() -> None:
        if run.length == 40:
            run.go_to(3)
            run.set_learning_rate(0.5)

    looks = looks_of(answered(run, OverTheRun(most=10), fork)[0])
    assert all(look.step in (0, 1, 2, 3, 40) or look.step <= 3 for look in looks)


def test_evenly_chosen_examples_are_the_same_each_time() -> None:
    train = small_run(0).data.train
    assert evenly_chosen(train, 30) is train
    chosen = evenly_chosen(train, 10)
    np.testing.assert_array_equal(chosen.inputs, train.inputs[::3])


# -------------------------------------------------------------------- the plane


def plane_of(run: Run, kind: Kind, over: Over = "train", **more: float) -> FoundPlane:
    question = PlaneOfCost(1, kind, 5, 9, more.get("zoom", 1.0), over)
    found = question.answer(run)
    assert isinstance(found, FoundPlane)
    return found


def test_each_point_of_the_plane_has_the_cost_of_its_network() -> None:
    run = small_run()
    found = plane_of(run, "random")
    drawn = [random_direction(run.network, seed).astype(float) for seed in (5, 6)]
    first = drawn[0] / np.linalg.norm(drawn[0])
    second = drawn[1] - (drawn[1] @ first) * first
    second /= np.linalg.norm(second)
    assert found.costs.shape == (9, 9)
    for i, k in ((0, 0), (8, 0), (3, 7), (4, 4)):
        twin = run.network.copy()
        twin.parameters.vector += found.first_steps[i] * first + found.second_steps[k] * second
        cost = evaluate(twin, run.data.train).cost
        assert found.costs[i, k] == pytest.approx(cost, rel=1e-4)


@pytest.mark.parametrize("kind", ["path", "gradient", "random"])
def test_a_plane_tells_where_the_path_is_and_how_far_from_it(kind: Kind) -> None:
    run = small_run()
    found = plane_of(run, kind)
    assert found.position == 40
    assert found.cost == pytest.approx(evaluate(run.network, run.data.train).cost, rel=1e-5)
    here = run.network.parameters.vector.astype(float)
    assert found.path_steps.tolist()[:2] == [0, 1]
    for step, place, distance in zip(
        found.path_steps.tolist(), found.path.coordinates, found.path.distances, strict=True
    ):
        away = run.parameters_at(step).vector - here
        assert np.hypot(*place) ** 2 + distance**2 == pytest.approx(away @ away, abs=1e-6)
    assert found.path.coordinates[-1].tolist() == [0, 0]


def test_up_the_gradient_the_cost_rises_by_its_length() -> None:
    run = small_run(3)
    found = plane_of(run, "gradient", zoom=0.02)
    gradient = np.gradient(found.costs, found.first_steps, found.second_steps)
    middle = len(found.first_steps) // 2
    near = [found.first_steps[middle] ** 2 + found.second_steps[middle] ** 2]
    assert near[0] < 0.01
    total = np.zeros(run.network.parameters.vector.size)
    for one, target in zip(run.data.train.inputs, run.data.train.targets, strict=True):
        total += _slope(run.network, one, target)
    length = np.linalg.norm(total / len(run.data.train))
    assert gradient[0][middle, middle] == pytest.approx(length, rel=0.05)
    assert gradient[1][middle, middle] == pytest.approx(0, abs=0.2 * float(length))


def _slope(network: Network, inputs: FloatArray, targets: FloatArray) -> FloatArray:
    """∂C/∂(W, B) of one example, by differences."""
    wide = Network(network.sizes, dtype=np.float64)
    wide.parameters.vector[:] = network.parameters.vector
    found = np.zeros(wide.parameters.vector.size)
    for place in range(len(found)):
        ends = []
        for move in (1e-6, -1e-6):
            wide.parameters.vector[place] += move
            a = wide.forward(inputs.astype(np.float64)).activations[-1]
            ends.append(float(((targets - a) ** 2).sum()))
            wide.parameters.vector[place] -= move
        found[place] = (ends[0] - ends[1]) / 2e-6
    return found


def test_the_plane_of_the_path_holds_it_and_says_how_much() -> None:
    found = plane_of(small_run(), "path")
    assert found.variances is not None
    assert sum(found.variances) == pytest.approx(found.path.share, rel=1e-5)
    x, y = found.path.coordinates.T
    assert found.first_steps[0] < x.min()
    assert x.max() < found.first_steps[-1]
    assert found.second_steps[0] < y.min()
    assert y.max() < found.second_steps[-1]


def test_the_batch_is_that_of_the_next_step() -> None:
    run = small_run()
    found = plane_of(run, "random", "batch")
    assert (found.counted, found.available) == (5, 5)
    assert found.cost == pytest.approx(run.gradient()[1], rel=1e-5)


def test_a_grid_is_refined_and_the_run_goes_on() -> None:
    run = small_run()
    before = run.network.copy()
    parts, end = answered(run, PlaneOfCost(1, "random", 5, 21, 1.0, "train"), run.step)
    planes = [one.part.found for one in parts if isinstance(one.part.found, FoundPlane)]
    assert [len(one.first_steps) for one in planes] == [11, 21]
    np.testing.assert_allclose(planes[1].costs[::2, ::2], planes[0].costs, rtol=1e-5)
    shares = [one.part.share for one in parts]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    found = end.answer
    assert isinstance(found, FoundPlane)
    assert run.position > found.position == end.position == 40
    assert found.cost == pytest.approx(evaluate(before, run.data.train).cost, rel=1e-5)
    assert len(pickle.dumps(end)) < 20_000


def test_where_there_is_no_path_it_is_said_in_a_sentence() -> None:
    assert isinstance(PlaneOfCost(1, "path", 5, 9, 1.0, "train").answer(small_run(0)), UserError)


# -------------------------------------------------------------------- taking turns


def test_a_question_that_is_stopped_is_answered_no_further() -> None:
    run, answers = small_run(), LongAnswers()
    question = OverTheRun(most=10)
    answers.put(question)
    while not isinstance(answers.go_on(run), m.PartlyAnswered):
        pass
    answers.drop(question)
    assert not answers.has_work
    answers.drop(question)


class Endless:
    """A question that takes for ever."""

    def answer(self, run: Run) -> object:
        raise NotImplementedError

    def answer_in_chunks(self, _: Run) -> object:
        while True:
            yield Part(0.0)


def test_a_short_question_does_not_wait_for_a_long_one() -> None:
    run, answers = small_run(), LongAnswers()
    answers.put(Endless())  # type: ignore[arg-type] # as good as one
    answers.put(OverTheRun(most=3))
    for _ in range(200):
        if isinstance(answers.go_on(run), m.Answered):
            break
    else:
        raise AssertionError("it waits")
    assert answers.has_work


def test_the_training_process_stops_when_it_is_told(qtbot: QtBot, owner: Owner) -> None:
    parts: list[m.PartlyAnswered] = []
    whole: list[m.Answered] = []
    owner.session.partly_answered.connect(parts.append)
    owner.session.answered.connect(whole.append)
    question = PlaneOfCost(1, "random", 7, 81, 1.0, "train")
    owner.session.ask(question)
    qtbot.waitUntil(lambda: bool(parts), timeout=WAIT)
    owner.session.stop_answering(question)
    owner.session.ask(JudgementOf("test"))
    qtbot.waitUntil(lambda: bool(whole), timeout=WAIT)
    assert [one.question for one in whole] == [JudgementOf("test")]
    assert parts[-1].part.share < 1
