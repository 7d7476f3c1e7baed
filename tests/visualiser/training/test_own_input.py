"""An input of the user's own as the shown example: shown, kept, refused, never made up."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pytestqt.qtbot import QtBot

from core import Dataset
from core.datasets import Examples
from core.errors import DataError, SettingError
from core.parameters import FloatArray
from tests.visualiser.states import digits, new_run
from tests.visualiser.training.owners import WAIT, Owner, send
from visualiser.own_inputs import noise
from visualiser.training import messages as m
from visualiser.training.conditions import ShownRecognised, StepReached
from visualiser.training.connection_questions import Chain, ChainOfExample
from visualiser.training.pin_questions import AnswersTo, AnswerTo
from visualiser.training.showing import Showing
from visualiser.training.shown_example import (
    UNKNOWN,
    OwnInput,
    ShownExample,
    examples_of,
    fits,
    of_data,
    own_example,
)
from visualiser.training.time_questions import Course, NeuronOverTime

own_numbers = arrays(np.float32, 64, elements=st.floats(-10, 10, width=32))


def show(qtbot: QtBot, owner: Owner, label: int | None = None, seed: int = 5) -> FloatArray:
    inputs = noise(64, seed)
    owner.session.send(m.ShowOwn(inputs, label, f"Noise {seed}"))
    qtbot.waitUntil(lambda: owner.progress.example.split == "own", timeout=WAIT)
    return inputs


# -------------------------------------------------------------------- what it is


@settings(deadline=None)
@given(own_numbers, st.one_of(st.none(), st.integers(0, 9)))
def test_it_is_a_table_of_one_row(inputs: FloatArray, label: int | None) -> None:
    shown = own_example(digits(), inputs, label, "mine")
    one = examples_of(digits(), shown)
    assert np.array_equal(one.inputs, inputs[None])
    assert one.with_ones[0, -1] == 1
    if label is None:
        assert one.labels.tolist() == [UNKNOWN]
        assert np.isnan(one.targets).all()
    else:
        assert one.labels.tolist() == [label]
        assert one.targets[0].tolist() == [float(i == label) for i in range(10)]


@settings(deadline=None, max_examples=30)
@given(own_numbers, own_numbers)
def test_it_is_equal_to_one_of_the_same_bytes(one: FloatArray, other: FloatArray) -> None:
    first, again = OwnInput.of(one, "mine"), OwnInput.of(one.copy(), "mine")
    assert first == again
    assert hash(first) == hash(again)
    assert (first == OwnInput.of(other, "mine")) == (one.tobytes() == other.tobytes())
    assert first != OwnInput.of(one, "another")
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301 (our own)


@pytest.mark.parametrize("split", ["train", "test"])
def test_an_example_of_the_data_is_the_row_it_names(split: m.Split) -> None:
    examples = digits().train if split == "train" else digits().test
    one = examples_of(digits(), of_data(digits(), split, 7))
    assert np.array_equal(one.inputs[0], examples.inputs[7])
    assert np.array_equal(one.targets[0], examples.targets[7])
    assert one.labels.tolist() == [examples.labels[7]]


@pytest.mark.parametrize(
    ("inputs", "label", "words"),
    [
        (np.zeros(63, np.float32), None, "63 numbers, and the network takes 64"),
        (np.zeros((8, 8), np.float32), None, "64 numbers, and the network takes 64"),
        (np.full(64, np.nan, np.float32), None, "not finite"),
        (np.full(64, 1e39), None, "not finite"),
        (np.zeros(64, np.float32), 10, "no class 10"),
        (np.zeros(64, np.float32), -1, "no class -1"),
    ],
)
def test_what_is_none_for_this_network_is_refused(
    inputs: FloatArray, label: int | None, words: str
) -> None:
    with pytest.raises(DataError) as refused:
        own_example(digits(), inputs, label, "mine")
    assert words in str(refused.value)


# -------------------------------------------------------------------- where it goes


def other_data() -> Dataset:
    examples = Examples.from_arrays(np.eye(3, dtype=np.float32), np.arange(3))
    return Dataset("three", examples, examples, (1, 3))


def test_after_it_one_goes_on_in_the_data_where_one_was() -> None:
    run = new_run()
    showing = Showing(run.data)
    showing.choose(m.ShowExample("stay", index=7), run.data, run.network)
    showing.show_own(m.ShowOwn(noise(64, 1), None, "Noise 1"), run.data)
    showing.choose(m.ShowExample("next"), run.data, run.network)
    assert showing.example == of_data(run.data, "test", 8)


def test_for_data_of_other_inputs_it_gives_way_to_the_first_test_example() -> None:
    showing = Showing(digits())
    showing.show_own(m.ShowOwn(noise(64, 1), None, "Noise 1"), digits())
    shown = showing.example
    assert fits(shown, digits())
    showing.keep(shown, digits())
    assert showing.example == shown
    assert not fits(shown, other_data())
    showing.keep(shown, other_data())
    assert showing.example == of_data(other_data(), "test", 0)


def test_it_gives_way_where_there_is_no_such_class() -> None:
    three = own_example(other_data(), np.zeros(3, np.float32), 2, "mine")
    assert fits(three, other_data())
    assert not fits(replace(three, label=3), other_data())


# -------------------------------------------------------------------- in the training process


def test_the_network_is_shown_it(qtbot: QtBot, owner: Owner) -> None:
    inputs = show(qtbot, owner)
    assert owner.progress.example == ShownExample("own", 0, None, OwnInput.of(inputs, "Noise 5"))
    assert np.array_equal(owner.newest.activations[0], inputs)
    expected = new_run().network.forward(inputs).activations
    for found, wanted in zip(owner.newest.activations, expected, strict=True):
        assert np.array_equal(found, wanted)
    send(qtbot, owner, m.Play(50), 50)
    run = new_run()
    run.train(50)
    assert np.array_equal(owner.newest.activations[-1], run.network.forward(inputs).activations[-1])


def test_one_for_another_network_is_refused_and_nothing_changes(qtbot: QtBot, owner: Owner) -> None:
    before = owner.progress.example
    owner.session.send(m.ShowOwn(noise(65, 1), None, "Noise 1"))
    qtbot.waitUntil(lambda: len(owner.refusals) == 1, timeout=WAIT)
    assert "65 numbers" in str(owner.refusals[0][0])
    send(qtbot, owner, m.Move(1), 1)
    assert owner.progress.example == before


def test_a_run_begun_again_shows_it_and_so_does_a_new_process(qtbot: QtBot, owner: Owner) -> None:
    show(qtbot, owner, label=4)
    send(qtbot, owner, m.Play(20), 20)
    shown, count = owner.progress.example, len(owner.snapshots)
    owner.session.send(m.Restart(3))
    qtbot.waitUntil(lambda: len(owner.snapshots) > count and owner.stands_at(0), timeout=WAIT)
    assert owner.progress.example == shown
    send(qtbot, owner, m.Move(1), 1)
    count = len(owner.snapshots)
    owner.kill()
    qtbot.waitUntil(lambda: len(owner.snapshots) > count and owner.stands_at(1), timeout=WAIT)
    assert owner.progress.example == shown


def test_the_next_example_of_the_data_takes_its_place(qtbot: QtBot, owner: Owner) -> None:
    show(qtbot, owner)
    owner.session.send(m.ShowExample("next"))
    qtbot.waitUntil(lambda: owner.progress.example.split == "test", timeout=WAIT)
    assert owner.progress.example == of_data(digits(), "test", 1)


# -------------------------------------------------------------------- what waits for it


def test_what_nobody_knows_cannot_be_waited_for(qtbot: QtBot, owner: Owner) -> None:
    show(qtbot, owner)
    owner.session.send(m.PlayUntil((ShownRecognised(), StepReached(9))))
    qtbot.waitUntil(lambda: len(owner.refusals) == 1, timeout=WAIT)
    error = owner.refusals[0][0]
    assert isinstance(error, SettingError)
    assert "Nobody has said" in str(error)
    assert owner.progress.position == 0


def test_with_a_label_it_can_be_waited_for() -> None:
    run = new_run()
    run.train(600)
    shown = own_example(run.data, run.data.test.inputs[0].copy(), 3, "mine")
    watch = ShownRecognised().watch(run)
    read = int(run.network.forward(run.data.test.inputs[0]).activations[-1].argmax())
    assert watch.look(run, replace(shown, label=read)) == read
    assert watch.look(run, replace(shown, label=(read + 1) % 10)) is None


def test_shown_meanwhile_what_nobody_knows_is_not_recognised() -> None:
    run = new_run()
    watch = ShownRecognised().watch(run)
    shown = own_example(run.data, noise(64, 1), None, "mine")
    assert [watch.look(run, shown) for _ in range(3)] == [None] * 3


# -------------------------------------------------------------------- questions


def test_questions_about_it_are_those_about_the_example_it_is_a_copy_of() -> None:
    run = new_run()
    run.train(40)
    real = of_data(run.data, "test", 3)
    copied = own_example(run.data, run.data.test.inputs[3].copy(), real.label, "a copy")
    ours, theirs = (ChainOfExample(3, 2, 1, one).answer(run) for one in (copied, real))
    assert isinstance(ours, Chain)
    assert ours == theirs
    over_time = [NeuronOverTime(2, 1, one).answer(run) for one in (copied, real)]
    assert all(isinstance(one, Course) for one in over_time)
    assert np.array_equal(over_time[0].values, over_time[1].values)


def test_pins_are_answered_as_each_would_be_alone() -> None:
    run = new_run()
    run.train(500)
    shown = [
        of_data(run.data, "test", 3),
        own_example(run.data, noise(64, 2), None, "Noise 2"),
        of_data(run.data, "train", 9),
        own_example(other_data(), np.zeros(3, np.float32), None, "of another network"),
        own_example(run.data, noise(64, 3), 6, "drawn"),
    ]
    answers = AnswersTo(tuple(shown)).answer(run)
    assert answers[3] is None
    for one, answer in zip(shown, answers, strict=True):
        if answer is None:
            continue
        outputs = run.network.forward(examples_of(run.data, one).inputs[0]).activations[-1]
        assert isinstance(answer, AnswerTo)
        assert answer.answer == int(outputs.argmax())
        assert answer.a == pytest.approx(float(outputs.max()), rel=1e-6)
        expected = None if one.label is None else answer.answer == one.label
        assert answer.is_right is expected
    assert AnswersTo((shown[3],)).answer(run) == (None,)
    assert len(pickle.dumps(AnswersTo(tuple(shown)))) < 3_000


def test_noise_is_uniform_and_the_same_from_a_seed() -> None:
    numbers = noise(100_000, 7)
    assert np.array_equal(numbers, noise(100_000, 7))
    assert not np.array_equal(numbers, noise(100_000, 8))
    assert numbers.dtype == np.float32
    assert numbers.min() >= 0
    assert numbers.max() < 1
    shares, _ = np.histogram(numbers, bins=10, range=(0, 1))
    assert np.abs(shares / len(numbers) - 0.1).max() < 0.01
