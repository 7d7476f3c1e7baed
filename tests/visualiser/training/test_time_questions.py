"""The past of a neuron and of a weight: exact, evenly spaced, and little to send."""

from __future__ import annotations

import pickle
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Run
from core.errors import SettingError
from tests.visualiser.states import digits, new_run, snapshot_of
from visualiser.training.questions import Question
from visualiser.training.shown_example import examples_of, of_data
from visualiser.training.time_questions import (
    MOST_POINTS,
    Course,
    NeuronOverTime,
    WeightOverTime,
)

QUESTIONS: list[Question] = [
    NeuronOverTime(1, 3, of_data(digits(), "test", 5)),
    NeuronOverTime(3, 7, of_data(digits(), "train", 11)),
    WeightOverTime(1, 3, 28),
    WeightOverTime(3, 9, 0),
]
questions = pytest.mark.parametrize("question", QUESTIONS, ids=repr)


def course_of(question: Question, run: Run) -> Course:
    answer = question.answer(run)
    assert isinstance(answer, Course)
    return answer


def numbers_of(question: Question, run: Run) -> list[float]:
    """What the course tells, read off a run that stands there."""
    if isinstance(question, WeightOverTime):
        return [float(run.network.weights[question.layer - 1][question.to, question.origin])]
    assert isinstance(question, NeuronOverTime)
    shown = examples_of(run.data, question.example).inputs
    fired = run.network.forward(shown[0]).activations[question.layer]
    bias = run.network.biases[question.layer - 1][question.neuron]
    return [float(fired[question.neuron]), float(bias)]


def history(optimiser: str, steps: int, fork: int) -> Run:
    run = new_run(optimiser=optimiser, learning_rate=0.01)
    run.steps(steps)
    run.go_to(fork)
    run.edit(2, 3, 4, 0.5)
    run.steps(steps)
    return run


@settings(deadline=None, max_examples=25)
@given(
    question=st.sampled_from(QUESTIONS),
    optimiser=st.sampled_from(["gradient_descent", "adam"]),
    steps=st.integers(1, 260),
    share=st.floats(0, 1),
    here=st.floats(0, 1),
)
def test_every_point_is_exactly_what_going_there_shows(
    question: Question, optimiser: str, steps: int, share: float, here: float
) -> None:
    fork = int(share * steps)
    run, other = (history(optimiser, steps, fork) for _ in range(2))
    run.go_to(int(here * run.length))
    course = course_of(question, run)
    for step, values in zip(course.steps.tolist(), course.values.T.tolist(), strict=True):
        other.go_to(step)
        assert values == numbers_of(question, other)


@pytest.mark.parametrize(("length", "here"), [(0, 0), (1, 1), (148, 3), (149, 149), (700, 333)])
@questions
def test_the_points_are_evenly_spaced_with_the_present_and_the_newest(
    question: Question, length: int, here: int
) -> None:
    run = new_run()
    run.steps(length)
    run.go_to(here)
    course = course_of(question, run)
    expected = {*range(0, length + 1, course.spacing), here, length}
    assert course.steps.tolist() == sorted(expected)
    assert len(course.steps) <= MOST_POINTS + 2
    assert course.spacing == {0: 1, 1: 1, 148: 1, 149: 1, 700: 5}[length]


def test_the_present_numbers_are_those_that_a_snapshot_shows() -> None:
    run = new_run()
    run.steps(120)
    run.go_to(77)
    snapshot = snapshot_of(run, 5)
    course = course_of(NeuronOverTime(2, 3, of_data(digits(), "test", 5)), run)
    here = course.values[:, course.steps.tolist().index(77)].tolist()
    assert here == [float(snapshot.activations[2][3]), float(snapshot.parameters.biases[1][3])]


@questions
def test_it_travels_well_and_its_answer_is_small(question: Question) -> None:
    run = new_run()
    run.steps(4000)
    there = pickle.loads(pickle.dumps(question))  # noqa: S301 (made here)
    assert there == question
    assert hash(there) == hash(question)
    assert len(pickle.dumps(there.answer(run))) < 6_000


@questions
def test_the_run_goes_on_as_if_nobody_had_asked(question: Question) -> None:
    asked, left_alone = (history("adam", 230, 20) for _ in range(2))
    question.answer(asked)
    assert asked.position == left_alone.position
    for run in (asked, left_alone):
        run.train(5)
    assert np.array_equal(asked.network.parameters.vector, left_alone.network.parameters.vector)
    assert np.array_equal(asked.costs, left_alone.costs)


def test_numbers_that_are_not_finite_are_told_without_a_warning() -> None:
    run = new_run(activation="relu")
    run.steps(2)
    run.network.parameters.vector[:] = 3e38
    values = course_of(NeuronOverTime(1, 0, of_data(digits(), "test", 0)), run).values
    assert np.isfinite(values[:, :2]).all()
    assert values[:, 2].tolist() == [np.inf, np.float32(3e38)]


@pytest.mark.parametrize(("layer", "neuron"), [(0, 3), (4, 0), (1, 16)])
def test_a_neuron_that_is_not_there_is_refused_with_a_sentence(layer: int, neuron: int) -> None:
    with pytest.raises(SettingError, match=r"\.$"):
        NeuronOverTime(layer, neuron, of_data(digits(), "test", 0)).answer(new_run())


def test_the_process_that_answers_needs_no_qt() -> None:
    code = (
        "import sys, visualiser.training.time_questions;"
        "sys.exit(any('PySide6' in name for name in sys.modules))"
    )
    # Our own interpreter, and a fixed text.
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
