"""What goes wrong, as a person sees it: one sentence, the window stays, the run is not lost."""

from __future__ import annotations

import os
import signal

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.states import new_run
from tests.visualiser.windows import (
    PATIENCE,
    OpenWindow,
    is_same,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.selection import Connection, Neuron
from visualiser.training import messages as m
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.number_field import NumberField

Key = Qt.Key


def kill(qtbot: QtBot, window: MainWindow) -> Snapshot:
    """Kill the training process; wait until another one has taken over."""
    before, shown = window.session.process_id, snapshot(window)
    assert before is not None
    os.kill(before, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.session.process_id != before, timeout=PATIENCE)
    position = shown.progress.position
    qtbot.waitUntil(lambda: snapshot(window) is not shown, timeout=PATIENCE)
    return wait_at(qtbot, window, position)


def test_the_window_survives_its_training_process(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(500))
    wait_at(qtbot, window, 500)
    screen.press(window, "Step back")
    wait_at(qtbot, window, 499)
    shown = kill(qtbot, window)
    run = new_run()
    run.train(500)
    assert np.array_equal(window.history.costs, run.costs)
    run.back()
    assert is_same(shown, run)
    sentence = window.notice.text()
    assert "ended unexpectedly" in sentence
    assert "same steps" in sentence
    assert window.isVisible()
    screen.press(window, "Close")
    screen.press(window, "Step")
    run.step()
    assert is_same(wait_at(qtbot, window, 500), run)


def test_after_a_death_it_can_still_start_again(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(50))
    wait_at(qtbot, window, 50)
    kill(qtbot, window)
    screen.control_key(window, Key.Key_R)
    assert is_same(wait_until(qtbot, window, lambda p: p.length == 0), new_run())
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)


def test_a_process_that_dies_again_and_again_is_given_up_in_a_sentence(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    for _ in range(3):
        kill(qtbot, window)
    process = window.session.process_id
    assert process is not None
    window.notice.hide()
    os.kill(process, signal.SIGKILL)
    sentence = wait_for_notice(qtbot, window)
    assert "again and again" in sentence
    screen.press(window, "Step")
    screen.key(window, Key.Key_Space)
    assert progress(window).position == 1
    assert window.isVisible()


def test_divergence_pauses_says_why_and_offers_to_step_back(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window(RunSettings(activation="relu", learning_rate=300.0, seed=5))
    screen.press(window, "Play")
    sentence = wait_for_notice(qtbot, window)
    assert "η" in sentence
    assert "300" in sentence
    assert "finite" in sentence
    shown = wait_until(qtbot, window, lambda p: not p.playing)
    assert np.isfinite(shown.parameters.vector).all()
    assert np.isfinite(window.history.costs).all()
    end = shown.progress.position
    assert end > 0
    screen.press(window.notice, "Step back")
    wait_at(qtbot, window, end - 1)
    assert window.notice.isHidden()


def test_after_divergence_a_smaller_rate_plays_on(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(RunSettings(activation="relu", learning_rate=300.0, seed=5))
    screen.press(window, "Play")
    wait_for_notice(qtbot, window)
    wait_until(qtbot, window, lambda p: not p.playing)
    screen.key(window, Key.Key_Home)
    wait_at(qtbot, window, 0)
    screen.type_into(screen.named(window, NumberField, "Learning rate"), "0.01")
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.01)
    assert "finite" not in window.notice.text()
    screen.key(window, Key.Key_E)
    wait_at(qtbot, window, 144)
    run = new_run(activation="relu", learning_rate=0.01, seed=5)
    run.train(144)
    assert is_same(snapshot(window), run)


def test_diverged_numbers_can_be_looked_at(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Just before they are too large for anything, they are merely enormous."""
    window = open_window(RunSettings(activation="relu", learning_rate=300.0, seed=5))
    screen.press(window, "Play")
    wait_for_notice(qtbot, window)
    wait_until(qtbot, window, lambda p: not p.playing)
    for selection in (Neuron(1, 3), Neuron(3, 3), Connection(3, 3, 3), None):
        window.network.select(selection)
        window.grab()
        assert "nan" not in screen.text(window.inspector)


def test_an_exception_in_the_process_is_told_and_the_run_goes_on(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.send("no command")  # type: ignore[arg-type] # that is the point
    assert "unexpected" in wait_for_notice(qtbot, window)
    screen.press(window, "Step")
    run = new_run()
    run.step()
    assert is_same(wait_at(qtbot, window, 1), run)
