"""Weights set by hand in the training process: entries of the run that can be undone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import Edit, Held, Part
from core.errors import SettingError
from core.history import that_made
from tests.visualiser.states import new_run
from tests.visualiser.training.owners import WAIT, Owner
from visualiser.training import messages as m


def ask(
    qtbot: QtBot,
    owner: Owner,
    command: m.Command,
    until: Callable[[m.Progress], bool] = lambda _: True,
) -> None:
    """Send a command, and wait for a snapshot that came after it."""
    count = len(owner.snapshots)
    owner.session.send(command)
    qtbot.waitUntil(lambda: len(owner.snapshots) > count and until(owner.progress), timeout=WAIT)


def test_an_edit_is_shown_at_once_and_is_an_entry_of_the_run(qtbot: QtBot, owner: Owner) -> None:
    ask(qtbot, owner, m.Move(5))
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 1.5))
    assert owner.newest.parameters.weights[0][2, 3] == 1.5
    assert owner.progress.position == 5
    [change] = owner.progress.changes
    assert (change.step, change.value) == (5, Edit(1, 2, 3, 1.5))


def test_an_edit_while_it_plays_pauses(qtbot: QtBot, owner: Owner) -> None:
    ask(qtbot, owner, m.Play(), lambda p: p.position > 20)
    ask(qtbot, owner, m.SetParameter(2, 0, None, 0.25), lambda p: not p.playing)
    assert owner.newest.parameters.biases[1][0] == 0.25
    assert owner.progress.changes[-1].step == owner.progress.position


def test_dragging_makes_one_entry_that_one_undo_takes_back(qtbot: QtBot, owner: Owner) -> None:
    ask(qtbot, owner, m.Move(5))
    before = owner.newest.parameters.vector.copy()
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 0.5), lambda p: len(p.changes) == 1)
    for value in (0.75, 1.0, 1.25):
        ask(qtbot, owner, m.SetParameter(1, 2, 3, value, goes_on=True))
        assert [c.value for c in owner.progress.changes] == [Edit(1, 2, 3, value)]
    with qtbot.waitSignal(owner.session.undone) as told:
        ask(qtbot, owner, m.Undo(), lambda p: not p.changes)
    assert [change.value for change in told.args[0].changes] == [Edit(1, 2, 3, 1.25)]
    assert np.array_equal(owner.newest.parameters.vector, before)
    ask(qtbot, owner, m.Redo(), lambda p: len(p.changes) == 1)
    assert owner.newest.parameters.weights[0][2, 3] == 1.25


def test_dragging_another_weight_is_another_entry(qtbot: QtBot, owner: Owner) -> None:
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 0.5), lambda p: len(p.changes) == 1)
    ask(qtbot, owner, m.SetParameter(1, 2, 4, 0.75, goes_on=True), lambda p: len(p.changes) == 2)
    assert owner.newest.parameters.weights[0][2, 3] == 0.5


def test_dragging_in_the_past_that_is_given_up_gives_the_future_back(
    qtbot: QtBot, owner: Owner
) -> None:
    ask(qtbot, owner, m.Move(40))
    costs = owner.history.costs.tolist()
    ask(qtbot, owner, m.GoTo(10), lambda p: p.position == 10)
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 0.5), lambda p: p.length == 10)
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 2.5, goes_on=True), lambda p: p.length == 10)
    ask(qtbot, owner, m.GiveUp(), lambda p: p.length == 40)
    assert (owner.progress.position, owner.history.costs.tolist()) == (10, costs)


def test_a_drag_back_to_its_start_takes_nothing_else_back(qtbot: QtBot, owner: Owner) -> None:
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 0.5), lambda p: len(p.changes) == 1)
    # Values that end where they began, as while dragging a weight that no step moves.
    for value, goes_on in ((0.5, False), (0.75, True), (0.5, True)):
        ask(qtbot, owner, m.SetParameter(1, 2, 3, value, goes_on))
    ask(qtbot, owner, m.GiveUp())
    assert [c.value for c in owner.progress.changes] == [Edit(1, 2, 3, 0.5)]
    assert owner.newest.parameters.weights[0][2, 3] == 0.5


def test_a_drag_that_is_given_up_leaves_newer_changes_alone(qtbot: QtBot, owner: Owner) -> None:
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 0.5), lambda p: len(p.changes) == 1)
    ask(qtbot, owner, m.SetLearningRate(0.25), lambda p: len(p.changes) == 2)
    ask(qtbot, owner, m.GiveUp())
    assert len(owner.progress.changes) == 2


def test_a_drag_goes_on_after_a_value_that_was_refused(qtbot: QtBot, owner: Owner) -> None:
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 0.5), lambda p: len(p.changes) == 1)
    ask(qtbot, owner, m.SetParameter(1, 2, 3, float("nan"), goes_on=True))
    assert owner.newest.parameters.weights[0][2, 3] == 0.5
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 0.75, goes_on=True))
    assert [c.value for c in owner.progress.changes] == [Edit(1, 2, 3, 0.75)]


def test_a_neuron_is_drawn_anew_frozen_and_held(qtbot: QtBot, owner: Owner) -> None:
    before = owner.newest.parameters.weights[0].copy()
    ask(qtbot, owner, m.DrawAnew(1, 2), lambda p: len(p.changes) == 1)
    drawn = owner.newest.parameters.weights[0].copy()
    assert (drawn[2] != before[2]).all()
    assert np.array_equal(np.delete(drawn, 2, axis=0), np.delete(before, 2, axis=0))
    ask(qtbot, owner, m.SetFrozen((Part(1, 2),)), lambda p: len(p.recipe.frozen) == 1)
    ask(qtbot, owner, m.Move(5), lambda p: p.position == 5)
    assert np.array_equal(owner.newest.parameters.weights[0][2], drawn[2])
    ask(qtbot, owner, m.SetHeld((Held(1, 0),)), lambda p: len(p.recipe.held) == 1)
    assert owner.newest.activations[1][0] == 0


@pytest.mark.parametrize("value", [float("nan"), 1e300])
def test_what_cannot_be_a_weight_is_refused(qtbot: QtBot, owner: Owner, value: float) -> None:
    with qtbot.waitSignal(owner.session.refused) as refused:
        owner.session.send(m.SetParameter(1, 2, 3, value))
    assert isinstance(refused.args[0], SettingError)
    assert isinstance(refused.args[1], m.SetParameter)
    assert owner.progress.changes == ()


def test_with_nothing_to_undo_a_sentence_says_so(qtbot: QtBot, owner: Owner) -> None:
    with qtbot.waitSignal(owner.session.refused) as refused:
        owner.session.send(m.Undo())
    assert "nothing to undo" in str(refused.args[0])


def test_edits_are_made_again_when_the_process_dies(qtbot: QtBot, owner: Owner) -> None:
    ask(qtbot, owner, m.Move(10), lambda p: p.position == 10)
    ask(qtbot, owner, m.SetParameter(1, 2, 3, 1.5), lambda p: len(p.changes) == 1)
    ask(qtbot, owner, m.Move(10), lambda p: p.position == 20)
    expected = owner.newest.parameters.vector.copy()
    run = new_run()
    run.steps(10)
    run.edit(1, 2, 3, 1.5)
    run.steps(10)
    assert np.array_equal(run.network.parameters.vector, expected)
    with qtbot.waitSignal(owner.session.trainer_lost):
        owner.kill()
    count = len(owner.snapshots)
    qtbot.waitUntil(
        lambda: len(owner.snapshots) > count and owner.progress.position == 20, timeout=WAIT
    )
    assert np.array_equal(owner.newest.parameters.vector, expected)


def is_of(measured: m.Measured, p: m.Progress) -> bool:
    return (measured.step, measured.changes) == (p.position, that_made(p.changes, p.position))


def test_accuracy_is_measured_anew_after_an_edit_and_after_undoing_it(
    qtbot: QtBot, owner: Owner
) -> None:
    found: list[m.Measured] = []
    owner.session.measured.connect(found.append)
    ask(qtbot, owner, m.Move(300), lambda p: p.position == 300)
    qtbot.waitUntil(lambda: bool(found) and is_of(found[-1], owner.progress), timeout=WAIT)
    before = found[-1]
    # Whatever it is shown, it answers 0 then.
    ask(qtbot, owner, m.SetParameter(3, 0, None, 100.0), lambda p: len(p.changes) == 1)
    assert not is_of(before, owner.progress)
    qtbot.waitUntil(lambda: is_of(found[-1], owner.progress), timeout=WAIT)
    zeros = float((new_run().data.test.labels == 0).mean())
    assert found[-1].test.accuracy == zeros
    ask(qtbot, owner, m.Undo(), lambda p: not p.changes)
    qtbot.waitUntil(lambda: is_of(found[-1], owner.progress), timeout=WAIT)
    assert (found[-1].test, found[-1].train) == (before.test, before.train)
