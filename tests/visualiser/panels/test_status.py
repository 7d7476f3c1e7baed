"""The status bar: step, epoch, cost, accuracy and speed in true numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core import Evaluation, evaluate
from tests.visualiser import screen
from tests.visualiser.states import describe, digits, new_run, snapshot_of, trained
from visualiser.number_format import fixed, percent
from visualiser.panels.status import StatusPanel
from visualiser.training.messages import Measured
from visualiser.training.snapshot import Snapshot


@pytest.fixture
def status(qtbot: QtBot) -> StatusPanel:
    made = StatusPanel()
    qtbot.addWidget(made)
    made.resize(1200, 22)
    made.show_run(describe(new_run()))
    made.show()
    return made


def show(status: StatusPanel, snapshot: Snapshot) -> str:
    status.show_snapshot(snapshot)
    return screen.text(status)


def test_it_tells_step_and_epoch(status: StatusPanel) -> None:
    text = show(status, trained(300))
    assert "Step 300" in text
    assert "Epoch 2.08" in text
    assert "1,440 weights, 42 biases" in text


def test_in_the_past_it_tells_how_far_the_run_goes(status: StatusPanel) -> None:
    run = new_run()
    run.train(1300)
    run.go_to(1200)
    assert "Step 1,200 of 1,300" in show(status, snapshot_of(run))


def test_the_cost_is_that_of_a_mini_batch_at_this_step(status: StatusPanel) -> None:
    run = new_run()
    run.train(300)
    next_cost = run.trace().cost
    text = show(status, snapshot_of(run))
    assert fixed(next_cost) in text


def test_accuracy_is_told_of_the_step_it_was_measured_at(status: StatusPanel) -> None:
    run = new_run()
    run.train(300)
    test, train = (evaluate(run.network, e) for e in (digits().test, digits().train))
    show(status, snapshot_of(run))
    status.show_measured(Measured(300, train, test))
    text = screen.text(status)
    assert f"Test {percent(test.accuracy)} right" in text
    assert fixed(test.cost) in text
    assert f"Training {percent(train.accuracy)} right" in text
    run.step()
    assert "at step 300" in show(status, snapshot_of(run)).lower()


def test_accuracy_of_before_an_edit_is_not_told_as_that_of_after(status: StatusPanel) -> None:
    run = new_run()
    run.train(20)
    show(status, snapshot_of(run))
    before = [evaluate(run.network, e) for e in (digits().test, digits().train)]
    status.show_measured(Measured(20, before[1], before[0]))
    run.edit(3, 3, None, 9.0)
    text = show(status, snapshot_of(run))
    assert "Before the change: test" in text
    assert fixed(before[0].cost) not in text
    after = [evaluate(run.network, e) for e in (digits().test, digits().train)]
    status.show_measured(Measured(20, after[1], after[0], run.changes))
    text = screen.text(status)
    assert f"Test {percent(after[0].accuracy)} right" in text
    assert fixed(after[0].cost) in text
    # η moves nothing at this step.
    run.set_learning_rate(0.25)
    assert f"Test {percent(after[0].accuracy)} right" in show(status, snapshot_of(run))


def test_before_it_is_measured_no_accuracy_is_told(status: StatusPanel) -> None:
    assert "right" not in show(status, trained(0))
    status.show_measured(Measured(0, Evaluation(1.0, 0.1), Evaluation(1.0, 0.1)))
    assert "right" in screen.text(status)
    status.show_run(describe(new_run()))
    assert "right" not in screen.text(status)


@pytest.mark.parametrize(("speed", "told"), [(0.0, ""), (1234.4, "1,234 steps/s")])
def test_the_speed_is_told_while_it_runs(status: StatusPanel, speed: float, told: str) -> None:
    state = trained(300)
    moving = replace(state, progress=replace(state.progress, steps_per_second=speed))
    text = show(status, moving)
    assert told in text
    assert ("steps/s" in text) == bool(told)
