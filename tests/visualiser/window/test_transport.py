"""Play, step, back, run, start again: what the bar and its keys do to the run."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.states import new_run
from tests.visualiser.windows import is_same, pause, progress, wait_at, wait_until
from visualiser.main_window import MainWindow
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField
from visualiser.widgets.speed_box import SPEEDS

Key = Qt.Key


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def run_steps(qtbot: QtBot, window: MainWindow, count: int) -> None:
    """Open “Run …”, type a number of steps, and start them."""
    menu = screen.open_menu(window, "Run …")
    end = progress(window).position + count
    screen.type_into(screen.named(menu, QSpinBox, "Number of steps"), str(count), Key.Key_End)
    screen.press(menu, menu.findChildren(QPushButton)[0].text())
    assert not menu.isVisible()
    wait_at(qtbot, window, end)


def test_one_press_of_step_is_exactly_one_gradient_step(qtbot: QtBot, window: MainWindow) -> None:
    run = new_run()
    for position in (1, 2, 3):
        screen.press(window, "Step")
        shown = wait_at(qtbot, window, position)
        run.step()
        assert is_same(shown, run)
        assert progress(window).length == position
    assert np.array_equal(window.history.costs, run.costs)


@pytest.mark.parametrize(
    ("step", "back"), [(Key.Key_Period, Key.Key_Comma), (Key.Key_Right, Key.Key_Left)]
)
def test_keys_step_and_step_back(qtbot: QtBot, window: MainWindow, step: Key, back: Key) -> None:
    # The arrows walk between neurons where the network has the focus, and step elsewhere.
    screen.button(window, "Step").setFocus()
    screen.key(window, step, step, step)
    wait_at(qtbot, window, 3)
    screen.key(window, back, back)
    shown = wait_at(qtbot, window, 1)
    run = new_run()
    run.step()
    assert is_same(shown, run)


def test_space_plays_and_pauses(qtbot: QtBot, window: MainWindow) -> None:
    play = screen.button(window, "Play")
    screen.key(window, Key.Key_Space)
    wait_until(qtbot, window, lambda p: p.playing and p.position > 200)
    qtbot.waitUntil(lambda: play.text() == "Pause")
    screen.key(window, Key.Key_Space)
    wait_until(qtbot, window, lambda p: not p.playing)
    assert play.text() == "Play"
    stopped = progress(window).position
    screen.key(window, Key.Key_Period)
    wait_at(qtbot, window, stopped + 1)


@pytest.mark.parametrize("presses", [2, 3])
def test_space_pressed_faster_than_the_window_hears_of_it_alternates(
    qtbot: QtBot, window: MainWindow, presses: int
) -> None:
    screen.key(window, *[Key.Key_Space] * presses)
    # An answer to what was sent after them: by then, the presses were obeyed.
    screen.key(window, Key.Key_BracketRight)
    shown = wait_until(qtbot, window, lambda p: p.example.index == 1)
    assert shown.progress.playing == (presses == 3)


def test_the_play_button_plays_and_pauses_and_keeps_its_width(
    qtbot: QtBot, window: MainWindow
) -> None:
    button = screen.button(window, "Play")
    width = button.width()
    screen.press(window, "Play")
    wait_until(qtbot, window, lambda p: p.playing)
    qtbot.waitUntil(lambda: button.text() == "Pause")
    assert button.width() == width
    assert button.accessibleName() in ("", "Pause")
    pause(qtbot, window)


def test_keys_belong_to_a_field_while_it_is_typed_into(qtbot: QtBot, window: MainWindow) -> None:
    run_steps(qtbot, window, 3)
    field = screen.named(window, NumberField, "Learning rate")
    for end in (Key.Key_Escape, Key.Key_Tab):
        screen.type_into(field, "0.5", Key.Key_Period)
        keys = (Key.Key_Comma, Key.Key_Left, Key.Key_Right, Key.Key_Space, Key.Key_Home)
        screen.key(field, *keys, Key.Key_End, Key.Key_BracketRight)
        assert field.text() == "0.5., ]"
        screen.key(field, Key.Key_Escape, end)
    screen.key(window, Key.Key_Period)
    # Had one of the keys been obeyed, this would be another step than the fourth.
    assert wait_at(qtbot, window, 4).progress.length == 4
    assert progress(window).example.index == 0


def test_back_is_exact(qtbot: QtBot, window: MainWindow) -> None:
    run_steps(qtbot, window, 300)
    run = new_run()
    run.train(299)
    screen.press(window, "Step back")
    assert is_same(wait_at(qtbot, window, 299), run)
    screen.press(window, "Step back")
    run.back()
    assert is_same(wait_at(qtbot, window, 298), run)
    assert progress(window).length == 300
    screen.press(window, "Step")
    run.step()
    assert is_same(wait_at(qtbot, window, 299), run)
    assert np.array_equal(window.history.costs[:299], run.costs[:299])


def test_there_is_nothing_before_the_untrained_network(qtbot: QtBot, window: MainWindow) -> None:
    assert not screen.button(window, "Step back").isEnabled()
    assert not screen.button(window, "Untrained").isEnabled()
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    assert screen.button(window, "Step back").isEnabled()
    screen.press(window, "Step back")
    wait_at(qtbot, window, 0)
    assert not screen.button(window, "Step back").isEnabled()


def test_a_number_of_steps_is_run(qtbot: QtBot, window: MainWindow) -> None:
    run_steps(qtbot, window, 37)
    run = new_run()
    run.train(37)
    assert is_same(wait_at(qtbot, window, 37), run)


def test_enter_runs_the_number_of_steps_that_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    menu = screen.open_menu(window, "Run …")
    screen.type_into(screen.named(menu, QSpinBox, "Number of steps"), "21", Key.Key_Return)
    assert not menu.isVisible()
    wait_at(qtbot, window, 21)


def test_it_runs_to_the_end_of_the_epoch_and_of_the_next(qtbot: QtBot, window: MainWindow) -> None:
    screen.key(window, Key.Key_E)
    wait_at(qtbot, window, 144)
    screen.press(window, "Step")
    wait_at(qtbot, window, 145)
    screen.choose(window, "Run …", "Run to the end of the epoch")
    wait_at(qtbot, window, 288)
    assert progress(window).epochs_done == 2
    assert sorted(window.history.evaluations) == [144, 288]


def test_home_and_end_go_to_the_untrained_and_the_newest_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    run = new_run()
    screen.key(window, Key.Key_E)
    wait_at(qtbot, window, 144)
    screen.key(window, Key.Key_Home)
    assert is_same(wait_at(qtbot, window, 0), run)
    assert progress(window).length == 144
    screen.key(window, Key.Key_End)
    run.train(144)
    assert is_same(wait_at(qtbot, window, 144), run)


def test_start_again_from_the_same_weights(qtbot: QtBot, window: MainWindow) -> None:
    run_steps(qtbot, window, 20)
    screen.control_key(window, Key.Key_R)
    assert is_same(wait_until(qtbot, window, lambda p: p.length == 0), new_run())
    assert len(window.history) == 0
    screen.press(window, "Step")
    run = new_run()
    run.step()
    assert is_same(wait_at(qtbot, window, 1), run)


def test_start_again_from_new_weights_each_time(qtbot: QtBot, window: MainWindow) -> None:
    seeds = {7}
    for count in (2, 3):
        screen.press(window, "Step")
        wait_at(qtbot, window, 1)
        screen.choose(window, "Run …", "Start again from new random weights")
        shown = wait_until(qtbot, window, lambda p: p.length == 0)
        seeds.add(shown.description.settings.seed)
        assert len(seeds) == count
        assert is_same(shown, new_run(seed=shown.description.settings.seed))
        assert not is_same(shown, new_run())


def test_starting_again_keeps_the_learning_rate_and_the_batch_size(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen.type_into(screen.named(window, NumberField, "Learning rate"), "0.5")
    screen.type_into(screen.named(window, NumberField, "Mini-batch size"), "30")
    wait_until(qtbot, window, lambda p: (p.learning_rate, p.batch_size) == (0.5, 30))
    screen.control_key(window, Key.Key_R)
    qtbot.waitUntil(lambda: progress(window).changes == ())
    screen.press(window, "Step")
    run = new_run(learning_rate=0.5, batch_size=30)
    run.step()
    assert is_same(wait_at(qtbot, window, 1), run)


def test_the_speed_that_is_chosen_is_asked_for(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[m.Command] = []
    send = window.session.send

    def note(command: m.Command) -> None:
        sent.append(command)
        send(command)

    monkeypatch.setattr(window.session, "send", note)
    box = screen.named(window, QComboBox, "Speed")
    assert box.currentText() == "as fast as it goes"
    for index, speed in enumerate(SPEEDS):
        screen.pick(box, box.itemText(index))
        assert sent[-1] == m.SetSpeed(speed)
        assert window.transport.speed == speed
    assert len(sent) == len(SPEEDS)
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
