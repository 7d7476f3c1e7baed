"""A real training process plays until something comes true."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.errors import DivergenceError, SettingError
from tests.visualiser.states import new_run
from tests.visualiser.training.owners import WAIT, Begin, Owner, is_same, send
from visualiser.training import messages as m
from visualiser.training.conditions import (
    AccuracyAbove,
    Condition,
    CostBelow,
    NeuronSaturated,
    ShownRecognised,
    StepReached,
)

NEVER = CostBelow(1e-9)


def until(qtbot: QtBot, owner: Owner, *conditions: Condition) -> m.Stopped:
    """Play until one of them holds, and stand there."""
    told: list[m.Stopped] = []
    owner.session.stopped.connect(told.append)
    owner.session.send(m.PlayUntil(conditions))
    qtbot.waitUntil(lambda: len(told) == 1 and owner.stands_at(told[0].step), timeout=WAIT)
    owner.session.stopped.disconnect(told.append)
    return told[0]


def wait_for(qtbot: QtBot, owner: Owner, *conditions: Condition) -> None:
    """Play until something that does not come true soon."""
    owner.session.send(m.PlayUntil(conditions))
    qtbot.waitUntil(
        lambda: owner.progress.until == conditions and owner.progress.position > 0, timeout=WAIT
    )


def test_it_stands_at_the_first_step_and_has_taken_none_beyond_it(
    qtbot: QtBot, owner: Owner
) -> None:
    stopped = until(qtbot, owner, CostBelow(0.3))
    run = new_run()
    costs = [run.step().cost]
    while np.mean(costs[-25:]) >= 0.3:
        costs.append(run.step().cost)
    assert stopped == m.Stopped(CostBelow(0.3), run.position, stopped.figure, 0)
    assert np.isclose(stopped.figure, np.mean(costs[-25:]), rtol=1e-12)
    assert owner.progress.length == run.position
    assert is_same(owner.newest, run)
    assert owner.progress.until == ()


def test_what_holds_already_takes_no_step(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(300), 300)
    stopped = until(qtbot, owner, NEVER, StepReached(200))
    assert stopped == m.Stopped(StepReached(200), 300, 300, 300)
    assert owner.progress.length == 300


def test_it_tells_what_is_waited_for_while_it_plays(qtbot: QtBot, owner: Owner) -> None:
    wait_for(qtbot, owner, NEVER, AccuracyAbove(99.9))
    owner.session.send(m.Pause())
    qtbot.waitUntil(lambda: not owner.progress.playing, timeout=WAIT)
    assert owner.progress.until == ()


def test_another_learning_rate_keeps_it(qtbot: QtBot, owner: Owner) -> None:
    wait_for(qtbot, owner, NEVER)
    owner.session.send(m.SetLearningRate(0.25))
    qtbot.waitUntil(lambda: owner.progress.learning_rate == 0.25, timeout=WAIT)
    assert owner.progress.playing
    assert owner.progress.until == (NEVER,)


def test_playing_without_end_gives_it_up(qtbot: QtBot, owner: Owner) -> None:
    told: list[m.Stopped] = []
    owner.session.stopped.connect(told.append)
    wait_for(qtbot, owner, StepReached(10**9))
    owner.session.send(m.Play())
    qtbot.waitUntil(lambda: owner.progress.until == (), timeout=WAIT)
    assert owner.progress.playing
    owner.session.send(m.Pause())
    qtbot.waitUntil(lambda: not owner.progress.playing, timeout=WAIT)
    assert told == []


def test_the_shown_digit_is_the_one_that_is_shown_then(qtbot: QtBot, owner: Owner) -> None:
    owner.session.send(m.ShowExample("stay", index=7))
    stopped = until(qtbot, owner, ShownRecognised())
    label = owner.progress.example.label
    assert stopped.figure == label
    assert owner.newest.activations[-1].argmax() == label
    run = new_run()
    test = run.data.test
    while run.network.forward(test.inputs[7]).activations[-1].argmax() != label:
        run.step()
    assert stopped.step == run.position


def test_divergence_ends_it_with_the_sentence_of_divergence(qtbot: QtBot, begin: Begin) -> None:
    owner = begin(RunSettings(activation="identity", learning_rate=1.0))
    told: list[m.Stopped] = []
    owner.session.stopped.connect(told.append)
    owner.session.send(m.PlayUntil((NEVER,)))
    qtbot.waitUntil(lambda: len(owner.refusals) == 1, timeout=WAIT)
    assert isinstance(owner.refusals[0][0], DivergenceError)
    qtbot.waitUntil(lambda: not owner.progress.playing, timeout=WAIT)
    assert np.isfinite(owner.newest.parameters.vector).all()
    assert owner.progress.until == ()
    assert told == []


def test_a_neuron_that_is_not_there_is_refused(qtbot: QtBot, owner: Owner) -> None:
    owner.session.send(m.PlayUntil((NeuronSaturated(7),)))
    qtbot.waitUntil(lambda: len(owner.refusals) == 1, timeout=WAIT)
    assert isinstance(owner.refusals[0][0], SettingError)
    assert owner.progress.position == 0
