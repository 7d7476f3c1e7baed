"""The question of the cost plot: what the networks of steps gone by make of the training data."""

from __future__ import annotations

import pickle

from core.history import that_made
from core.metrics import evaluate
from tests.visualiser.states import new_run
from visualiser.training import messages as m
from visualiser.training.cost_questions import MOST_STEPS, TrainingResults
from visualiser.training.long_answers import LongAnswers


def test_each_step_is_judged_as_it_was_and_the_run_stays_where_it_is() -> None:
    run = new_run()
    run.train(60)
    run.set_learning_rate(0.5)
    run.train(20)
    run.go_to(30)
    before = run.network.parameters.vector.copy()
    found = TrainingResults((10, 60, 80)).answer(run)
    assert run.position == 30
    assert (run.network.parameters.vector == before).all()
    for one, step in zip(found, (10, 60, 80), strict=True):
        run.go_to(step)
        assert one.step == step
        assert one.changes == that_made(run.changes, step)
        assert one.result == evaluate(run.network, run.data.train)
    assert len(pickle.dumps(found)) < 2000


def test_steps_that_were_not_taken_and_more_than_a_few_are_left_out() -> None:
    run = new_run()
    run.train(8)
    found = TrainingResults((3, 9, 100)).answer(run)
    assert [one.step for one in found] == [3]
    many = TrainingResults(tuple(range(8))).answer(run)
    assert [one.step for one in many] == list(range(MOST_STEPS))


def test_it_is_answered_a_chunk_at_a_time_of_the_run_as_it_was() -> None:
    run = new_run()
    run.train(40)
    expected = TrainingResults((20, 40)).answer(run)
    answers = LongAnswers()
    answers.put(TrainingResults((20, 40)))
    assert answers.go_on(run) is None
    run.go_to(10)
    run.set_learning_rate(9.0)
    run.train(40)
    found = None
    while found is None:
        found = answers.go_on(run)
    assert isinstance(found, m.Answered)
    assert found.answer == expected
