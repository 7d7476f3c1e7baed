"""Pressing through the phases of a step in a window: the run is where plain steps take it."""

from __future__ import annotations

import itertools
import os
import re
import signal
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDockWidget, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.room import SIZES
from tests.visualiser.states import new_run
from tests.visualiser.stepping import RUNS
from tests.visualiser.windows import (
    PATIENCE,
    OpenWindow,
    is_same,
    progress,
    snapshot,
    wait_at,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.network_view.phase_look import PhaseLook
from visualiser.panels.phases import PhasesPanel
from visualiser.phase_view import PhaseView
from visualiser.phases import Phase, phases_of
from visualiser.selection import Connection, Neuron
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField

Key = Qt.Key
PHASES = phases_of(3)


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def view(window: MainWindow) -> PhaseView | None:
    return window.phases.stepper.view()


def look(window: MainWindow) -> PhaseLook | None:
    return window.network.drawing.phase


def wait_for(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=PATIENCE)


def wait_in(qtbot: QtBot, window: MainWindow, kind: str, layer: int | None = None) -> PhaseView:
    """Wait until a phase is shown with its numbers."""

    def is_there() -> bool:
        shown = view(window)
        is_phase = shown is not None and shown.phase == Phase(kind, layer)  # type: ignore[arg-type] # one of them
        return is_phase and shown is not None and shown.step is not None

    wait_for(qtbot, is_there)
    found = view(window)
    assert found is not None
    return found


def press_on(window: MainWindow, times: int) -> None:
    screen.key(window, *[Key.Key_P] * times)


def press_back(window: MainWindow, times: int) -> None:
    for _ in range(times):
        QTest.keyClick(window, Key.Key_P, Qt.KeyboardModifier.ShiftModifier)


def panel_of(window: MainWindow) -> PhasesPanel | None:
    shown = [p for p in window.findChildren(PhasesPanel) if p.isVisible()]
    return shown[0] if shown else None


def has_cost_plot(window: MainWindow) -> bool:
    dock = window.findChild(QDockWidget, "cost")
    assert isinstance(dock, QDockWidget)
    return dock.isVisible()


@pytest.mark.parametrize("kind", range(len(RUNS)))
def test_through_two_steps_and_back_it_is_where_plain_steps_take_it(
    qtbot: QtBot, open_window: OpenWindow, kind: int
) -> None:
    window = open_window(RunSettings(**RUNS[kind]))
    run = new_run(**RUNS[kind])
    press_on(window, 10)
    shown = wait_in(qtbot, window, "done")
    trace = run.trace()
    assert shown.step is not None
    assert np.array_equal(shown.step.traced.update, trace.update.vector)
    assert shown.step.traced.actual_change == trace.actual_change
    run.step()
    assert is_same(wait_at(qtbot, window, 1), run)
    press_on(window, 10)
    wait_in(qtbot, window, "done")
    run.step()
    assert is_same(wait_at(qtbot, window, 2), run)
    assert np.array_equal(window.history.costs, run.costs)
    press_back(window, 11)
    wait_in(qtbot, window, "update")
    run.go_to(0)
    assert is_same(wait_at(qtbot, window, 0), run)
    press_on(window, 1)
    wait_in(qtbot, window, "done")
    run.step()
    assert is_same(wait_at(qtbot, window, 1), run)
    assert progress(window).length == 2


def test_each_press_is_one_phase(qtbot: QtBot, window: MainWindow) -> None:
    for phase in PHASES:
        press_on(window, 1)
        wait_in(qtbot, window, phase.kind, phase.layer)
        assert progress(window).position == (phase.kind == "done")
        shown = look(window)
        assert (shown is None) == (phase.kind == "done")
    for phase in reversed(PHASES[:-1]):
        press_back(window, 1)
        wait_in(qtbot, window, phase.kind, phase.layer)


def test_it_begins_where_playing_is_and_pauses_it(qtbot: QtBot, window: MainWindow) -> None:
    screen.key(window, Key.Key_Space)
    wait_until(qtbot, window, lambda p: p.playing and p.position > 100)
    press_on(window, 1)
    shown = wait_in(qtbot, window, "batch")
    assert not progress(window).playing
    assert shown.step is not None
    run = new_run()
    run.train(progress(window).position)
    assert np.array_equal(shown.step.traced.examples, run.next_batch)
    assert is_same(snapshot(window), run)


def test_what_is_shown_is_of_the_step_that_is_taken(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(50))
    wait_at(qtbot, window, 50)
    window.network.select(Connection(2, 3, 4))
    press_on(window, 9)
    wait_in(qtbot, window, "update")
    panel = panel_of(window)
    assert panel is not None
    run = new_run()
    run.train(50)
    before = run.network.weights[1][3, 4].copy()
    trace = run.trace()
    run.step()
    change = float(run.network.weights[1][3, 4] - before)
    screen.press(panel, "Rises" if change > 0 else "Falls")
    text = screen.text(panel)
    assert "Right: by" in text
    moved = next(line for line in text.splitlines() if line.startswith("W ← "))
    numbers = [screen.number(word) for word in moved.split() if word[-1].isdigit()]
    assert numbers[0] == pytest.approx(before, abs=1e-4)
    assert numbers[-1] == pytest.approx(float(run.network.weights[1][3, 4]), abs=1e-4)
    press_on(window, 1)
    wait_in(qtbot, window, "done")
    lines = screen.text(panel).splitlines()
    actual = next(line for line in lines if line.startswith("actual"))
    predicted = next(line for line in lines if line.startswith("predicted"))
    assert screen.number(actual.split()[-1]) == pytest.approx(trace.actual_change, abs=6e-5)
    assert screen.number(predicted.split()[-1]) == pytest.approx(trace.predicted_change, abs=6e-5)


def test_the_panel_stands_in_for_the_cost_plot_and_gives_its_place_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    dock = window.findChild(QDockWidget, "cost")
    assert isinstance(dock, QDockWidget)
    height = dock.height()
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    panel = panel_of(window)
    assert panel is not None
    assert panel.height() >= 190
    assert not has_cost_plot(window)
    screen.key(window, Key.Key_Escape)
    QApplication.processEvents()
    assert has_cost_plot(window)
    assert panel_of(window) is None
    assert dock.height() == height
    # Who had hidden the plot does not get it back.
    dock.hide()
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    screen.key(window, Key.Key_Escape)
    assert not has_cost_plot(window)


def test_esc_in_the_network_first_lets_go_of_what_is_selected(
    qtbot: QtBot, window: MainWindow
) -> None:
    press_on(window, 2)
    wait_in(qtbot, window, "forward", 1)
    window.network.setFocus()
    window.network.select(Neuron(1, 3))
    screen.key(window.network, Key.Key_Escape)
    assert window.network.selection is None
    assert view(window) is not None
    screen.key(window.network, Key.Key_Escape)
    assert view(window) is None


def test_numbers_are_written_anew_while_a_step_is_gone_through(
    qtbot: QtBot, window: MainWindow
) -> None:
    press_on(window, 5)
    wait_in(qtbot, window, "cost")
    panel = window.findChildren(PhasesPanel)[0]
    written = re.compile(r"\d\.\d")
    assert any(written.search(text) for text in screen.texts(panel))
    screen.choose(window, "Menu", "Decimal comma: 0,5")
    assert not any(written.search(text) for text in screen.texts(panel))


_LEAVING: dict[str, Callable[[MainWindow], object]] = {
    "Space plays": lambda w: screen.key(w, Key.Key_Space),
    "a plain step": lambda w: screen.key(w, Key.Key_Period),
    "a step back": lambda w: screen.key(w, Key.Key_Comma),
    "the start": lambda w: screen.key(w, Key.Key_Home),
    "the newest": lambda w: screen.key(w, Key.Key_End),
    "an epoch": lambda w: screen.key(w, Key.Key_E),
    "the same weights": lambda w: screen.control_key(w, Key.Key_R),
    "new weights": lambda w: screen.control_key(w, Key.Key_R, shift=True),
    "another step": lambda w: w.timeline.command_given.emit(m.GoTo(1)),
    "many steps": lambda w: w.transport.command_given.emit(m.Play(20)),
}


# Each way out of one of two phases, in turn: before and after the step is taken.
@pytest.mark.parametrize(
    ("way", "presses"), list(zip(_LEAVING, itertools.cycle([3, 10]), strict=False))
)
def test_going_elsewhere_leaves_the_phases(
    qtbot: QtBot, window: MainWindow, way: str, presses: int
) -> None:
    window.session.send(m.Play(5))
    wait_at(qtbot, window, 5)
    window.session.send(m.GoTo(3))
    wait_at(qtbot, window, 3)
    press_on(window, presses)
    wait_in(qtbot, window, PHASES[presses - 1].kind, PHASES[presses - 1].layer)
    _LEAVING[way](window)
    wait_for(qtbot, lambda: view(window) is None)
    assert look(window) is None
    assert panel_of(window) is None
    assert has_cost_plot(window)
    window.session.send(m.Pause())
    wait_until(qtbot, window, lambda p: not p.playing)


def test_another_learning_rate_is_used_by_the_step_that_is_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    press_on(window, 9)
    wait_in(qtbot, window, "update")
    field = screen.named(window, NumberField, "Learning rate")
    screen.type_into(field, "0.25")
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.25)
    window.setFocus()
    run = new_run()
    run.set_learning_rate(0.25)
    expected = run.trace().update.vector

    def is_new() -> bool:
        shown = view(window)
        step = None if shown is None else shown.step
        return step is not None and np.array_equal(step.traced.update, expected)

    wait_for(qtbot, is_new)
    press_on(window, 1)
    wait_in(qtbot, window, "done")
    run.step()
    assert is_same(wait_at(qtbot, window, 1), run)


def test_a_step_in_the_past_is_shown_as_it_was_and_taken_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.send(m.Play(20))
    wait_at(qtbot, window, 20)
    window.session.send(m.GoTo(7))
    wait_at(qtbot, window, 7)
    press_on(window, 10)
    wait_in(qtbot, window, "done")
    run = new_run()
    run.train(8)
    shown = wait_at(qtbot, window, 8)
    assert is_same(shown, run)
    assert shown.progress.length == 20


def test_a_value_that_is_refused_does_not_end_the_phases(qtbot: QtBot, window: MainWindow) -> None:
    press_on(window, 2)
    wait_in(qtbot, window, "forward", 1)
    screen.type_into(screen.named(window, NumberField, "Learning rate"), "-1")
    wait_for(qtbot, lambda: bool(window.notice.text()))
    assert view(window) is not None


def test_where_the_step_cannot_be_taken_the_phases_end(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window(RunSettings(activation="relu", learning_rate=300.0))
    for taken in range(1, 30):
        press_on(window, 10)
        wait_for(qtbot, lambda: view(window) is None or is_after(window, taken))  # noqa: B023 (at once)
        if view(window) is None:
            break
    assert "η" in window.notice.text()
    assert look(window) is None
    assert has_cost_plot(window)


def is_after(window: MainWindow, taken: int) -> bool:
    """Whether it is shown what came of so many steps."""
    shown = view(window)
    is_done = shown is not None and shown.phase.kind == "done" and shown.step is not None
    return is_done and progress(window).position == taken


def test_the_process_may_die_meanwhile(qtbot: QtBot, window: MainWindow) -> None:
    press_on(window, 10)
    wait_in(qtbot, window, "done")
    process = window.session.process_id
    assert process is not None
    with qtbot.waitSignal(window.session.run_opened, timeout=PATIENCE):
        os.kill(process, signal.SIGKILL)
        wait_for(qtbot, lambda: view(window) is None)
    run = new_run()
    run.step()
    wait_until(qtbot, window, lambda p: p.position == 1)
    press_on(window, 10)
    wait_in(qtbot, window, "done")
    run.step()
    assert is_same(wait_at(qtbot, window, 2), run)


def test_slow_motion_takes_plain_steps(qtbot: QtBot, window: MainWindow) -> None:
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    panel = panel_of(window)
    assert panel is not None
    screen.press(panel, "Slow motion")
    window.phases.stepper.set_pace(0.01)
    wait_for(qtbot, lambda: progress(window).position >= 2)
    screen.key(window, Key.Key_Escape)
    assert view(window) is None
    run = new_run()
    run.train(progress(window).length)
    run.go_to(progress(window).position)
    assert is_same(snapshot(window), run)


def test_closing_in_the_midst_remembers_the_cost_plot(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Any
) -> None:
    first = open_window(settings=tmp_path / "kept.ini")
    press_on(first, 2)
    wait_in(qtbot, first, "forward", 1)
    first.close()
    second = open_window(settings=tmp_path / "kept.ini")
    assert has_cost_plot(second)
    assert panel_of(second) is None


def test_the_button_and_the_menu_offer_it(qtbot: QtBot, window: MainWindow) -> None:
    screen.press(window, "Step phase by phase")
    wait_in(qtbot, window, "batch")
    screen.choose(window, "Menu", "Step phase by phase")
    wait_in(qtbot, window, "forward", 1)
    screen.choose(window, "Menu", "Back by a phase")
    wait_in(qtbot, window, "batch")


def test_there_is_room_for_everything_at_every_size(qtbot: QtBot, window: MainWindow) -> None:
    # In one theme: both have the same sizes.
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    panel = panel_of(window)
    assert panel is not None
    stepper = window.phases.stepper
    for size, phase, followed in itertools.product(SIZES, PHASES[:-1], (None, 2)):
        window.resize(size)
        stepper.go_to(phase)
        stepper.follow(followed)
        for _ in range(3):
            QApplication.processEvents()
        assert window.size() == size
        for found in panel.findChildren(QWidget):
            if found.isVisible() and isinstance(found, QLabel | QAbstractButton | QComboBox):
                where = f"{found} at {size} in {phase}"
                check_room(found, where)
        more = window.transport.findChildren(QAbstractButton, "qt_toolbar_ext_button")
        assert not any(button.isVisible() for button in more)


def check_room(found: QWidget, where: str) -> None:
    parent = found.parentWidget()
    assert parent is not None
    assert found.x() >= 0, where
    assert found.x() + found.width() <= parent.width(), where
    if isinstance(found, QLabel) and found.wordWrap():
        assert found.height() >= found.heightForWidth(found.width()), where
        # A word that is wider than its column is cut off.
        assert found.width() >= found.minimumSizeHint().width(), where
    elif found.sizeHint().isValid():
        assert found.width() >= found.sizeHint().width(), where
