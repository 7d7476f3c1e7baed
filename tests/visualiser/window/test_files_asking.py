"""Nothing that is not saved is lost without a question, and nobody is asked for nothing."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import load_run
from tests.visualiser import filing, screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.window.test_closing import is_alive
from tests.visualiser.window.test_files_saving import PROGRAM, kill
from tests.visualiser.windows import (
    PATIENCE,
    OpenWindow,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.files.prompt import UnsavedPrompt
from visualiser.interruption import Interruption
from visualiser.main_window import MainWindow
from visualiser.training import messages as m

Key = Qt.Key


@pytest.fixture
def altered(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window whose run has a file, a.nnrun of 10 steps, and 10 steps more."""
    window.session.send(m.Play(10))
    wait_at(qtbot, window, 10)
    filing.save_as(qtbot, window, tmp_path / "a.nnrun")
    window.session.send(m.Play(10))
    wait_at(qtbot, window, 20)
    return window


@pytest.fixture
def untitled(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window whose run has 20 steps and no file."""
    window.session.send(m.Play(20))
    wait_at(qtbot, window, 20)
    return window


def has_ended(window: MainWindow) -> bool:
    return not window.isVisible() and not is_alive(window.session.process_id)


# -------------------------------------------------------------------- closing


def test_save_saves_and_then_closes(qtbot: QtBot, altered: MainWindow, tmp_path: Path) -> None:
    screen.control_key(altered, Key.Key_Q)
    assert filing.question(altered) == "Save the changes to “a.nnrun” before the window closes?"
    filing.answer(altered, "Save")
    qtbot.waitUntil(lambda: has_ended(altered), timeout=PATIENCE)
    assert load_run(tmp_path / "a.nnrun").length == 20


def test_discard_closes_at_once_and_the_file_is_as_it_was(
    altered: MainWindow, tmp_path: Path
) -> None:
    assert not altered.close()
    filing.answer(altered, "Discard")
    assert has_ended(altered)
    assert load_run(tmp_path / "a.nnrun").length == 10


@pytest.mark.parametrize("way", ["button", "key"])
def test_cancel_and_esc_leave_everything_as_it_is(
    qtbot: QtBot, altered: MainWindow, tmp_path: Path, way: str
) -> None:
    screen.control_key(altered, Key.Key_Q)
    if way == "button":
        filing.answer(altered, "Cancel")
    else:
        screen.key(altered.findChildren(UnsavedPrompt)[0], Key.Key_Escape)
        filing.come_back(altered)
    assert altered.isVisible()
    assert filing.question(altered) == ""
    assert load_run(tmp_path / "a.nnrun").length == 10
    screen.key(altered, Key.Key_Period)
    wait_at(qtbot, altered, 21)
    screen.control_key(altered, Key.Key_Q)
    assert filing.question(altered)


def test_enter_saves(qtbot: QtBot, altered: MainWindow, tmp_path: Path) -> None:
    screen.control_key(altered, Key.Key_Q)
    screen.key(altered.findChildren(UnsavedPrompt)[0], Key.Key_Return)
    qtbot.waitUntil(lambda: has_ended(altered), timeout=PATIENCE)
    assert load_run(tmp_path / "a.nnrun").length == 20


def test_a_run_without_a_file_asks_for_one(
    qtbot: QtBot, untitled: MainWindow, tmp_path: Path
) -> None:
    screen.control_key(untitled, Key.Key_Q)
    assert filing.question(untitled) == "Save this run before the window closes?"
    filing.answer(untitled, "Save as …")
    filing.name_file(untitled, tmp_path / "mine.nnrun")
    qtbot.waitUntil(lambda: has_ended(untitled), timeout=PATIENCE)
    assert load_run(tmp_path / "mine.nnrun").length == 20


def test_who_names_no_file_stays(untitled: MainWindow) -> None:
    screen.control_key(untitled, Key.Key_Q)
    filing.answer(untitled, "Save as …")
    filing.cancel_dialog(untitled)
    assert untitled.isVisible()
    assert is_alive(untitled.session.process_id)


def test_where_it_cannot_be_saved_the_window_stays_and_says_so(
    qtbot: QtBot, untitled: MainWindow, tmp_path: Path
) -> None:
    screen.control_key(untitled, Key.Key_Q)
    filing.answer(untitled, "Save as …")
    filing.name_file(untitled, tmp_path / "no folder" / "a.nnrun")
    assert "cannot be saved" in wait_for_notice(qtbot, untitled)
    assert untitled.isVisible()
    screen.control_key(untitled, Key.Key_Q)
    filing.answer(untitled, "Discard")
    assert has_ended(untitled)


def test_nobody_is_asked_who_has_only_looked(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    filing.saved_run(tmp_path / "a.nnrun", 30)
    window = open_window(tmp_path / "a.nnrun")
    screen.key(window, Key.Key_Comma)
    wait_at(qtbot, window, 29)
    screen.control_key(window, Key.Key_Q)
    assert has_ended(window)


def test_nobody_is_asked_for_a_run_without_a_step(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.SetLearningRate(0.5))
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.5)
    assert window.isWindowModified()
    screen.control_key(window, Key.Key_Q)
    assert has_ended(window)


def test_what_is_saved_while_it_trains_is_all_that_was_seen(
    qtbot: QtBot, altered: MainWindow, tmp_path: Path
) -> None:
    screen.press(altered, "Play")
    wait_until(qtbot, altered, lambda p: p.position > 300)
    screen.control_key(altered, Key.Key_Q)
    filing.answer(altered, "Save")
    qtbot.waitUntil(lambda: has_ended(altered), timeout=PATIENCE)
    saved = load_run(tmp_path / "a.nnrun")
    assert saved.length >= len(altered.history.costs)
    assert np.array_equal(saved.costs[: len(altered.history.costs)], altered.history.costs)


@pytest.mark.parametrize("is_playing", [True, False])
def test_whoever_closes_while_it_saves_waits_for_that(
    qtbot: QtBot, altered: MainWindow, tmp_path: Path, is_playing: bool
) -> None:
    if is_playing:
        screen.press(altered, "Play")
        wait_until(qtbot, altered, lambda p: p.position > 300)
    process = altered.session.process_id
    assert process is not None
    os.kill(process, signal.SIGSTOP)
    screen.control_key(altered, Key.Key_S)
    assert not altered.close()
    assert filing.question(altered) == ""
    assert altered.isVisible()
    os.kill(process, signal.SIGCONT)
    qtbot.waitUntil(lambda: has_ended(altered), timeout=PATIENCE)
    assert load_run(tmp_path / "a.nnrun").length >= len(altered.history.costs)


def test_whoever_does_not_want_to_wait_can_close(altered: MainWindow, tmp_path: Path) -> None:
    process = altered.session.process_id
    assert process is not None
    os.kill(process, signal.SIGSTOP)
    screen.control_key(altered, Key.Key_S)
    assert not altered.close()
    assert not altered.close()
    filing.answer(altered, "Discard")
    assert has_ended(altered)
    assert load_run(tmp_path / "a.nnrun").length == 10


def test_a_save_that_comes_to_its_end_answers_the_question(
    qtbot: QtBot, altered: MainWindow, tmp_path: Path
) -> None:
    process = altered.session.process_id
    assert process is not None
    os.kill(process, signal.SIGSTOP)
    screen.control_key(altered, Key.Key_S)
    assert not altered.close()
    assert not altered.close()
    assert filing.question(altered)
    os.kill(process, signal.SIGCONT)
    qtbot.waitUntil(lambda: has_ended(altered), timeout=PATIENCE)
    assert load_run(tmp_path / "a.nnrun").length == 20


def test_where_the_process_dies_while_it_saves_the_window_stays(
    qtbot: QtBot, altered: MainWindow, tmp_path: Path
) -> None:
    process = altered.session.process_id
    assert process is not None
    os.kill(process, signal.SIGSTOP)
    screen.control_key(altered, Key.Key_S)
    assert not altered.close()
    kill(qtbot, altered)
    assert altered.isVisible()
    assert filing.title(altered) == f"a.nnrun* — {PROGRAM}"
    screen.control_key(altered, Key.Key_Q)
    filing.answer(altered, "Save")
    qtbot.waitUntil(lambda: has_ended(altered), timeout=PATIENCE)
    assert load_run(tmp_path / "a.nnrun").length == 20


def test_where_no_process_is_left_the_window_can_be_closed(
    qtbot: QtBot, untitled: MainWindow
) -> None:
    for _ in range(3):
        kill(qtbot, untitled)
    process = untitled.session.process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: "again and again" in untitled.notice.text(), timeout=PATIENCE)
    screen.control_key(untitled, Key.Key_Q)
    assert not untitled.isVisible()


def test_ctrl_c_in_the_terminal_asks_once_and_not_twice(
    qtbot: QtBot, altered: MainWindow, tmp_path: Path
) -> None:
    interruption = Interruption(altered)
    try:
        os.kill(os.getpid(), signal.SIGINT)
        qtbot.waitUntil(lambda: bool(filing.question(altered)), timeout=PATIENCE)
        assert altered.isVisible()
        os.kill(os.getpid(), signal.SIGINT)
        qtbot.waitUntil(lambda: has_ended(altered), timeout=PATIENCE)
    finally:
        interruption.end()
    assert load_run(tmp_path / "a.nnrun").length == 10


# -------------------------------------------------------------------- opening, starting again


def test_opening_asks_too(qtbot: QtBot, altered: MainWindow, tmp_path: Path) -> None:
    filing.saved_run(tmp_path / "b.nnrun", 7)
    for button in ("Cancel", "Save"):
        screen.control_key(altered, Key.Key_O)
        filing.name_file(altered, tmp_path / "b.nnrun")
        asked = "Save the changes to “a.nnrun” before another run is opened?"
        assert filing.question(altered) == asked
        filing.answer(altered, button)
        expected = 20 if button == "Cancel" else 7
        wait_until(qtbot, altered, lambda p, n=expected: p.length == n)  # type: ignore[misc] # mypy knows no default in a lambda
    assert load_run(tmp_path / "a.nnrun").length == 20
    assert filing.title(altered) == f"b.nnrun — {PROGRAM}"


@pytest.mark.parametrize("shift", [False, True])
def test_starting_again_asks_for_a_run_with_a_file(
    qtbot: QtBot, altered: MainWindow, tmp_path: Path, shift: bool
) -> None:
    screen.control_key(altered, Key.Key_R, shift=shift)
    asked = "Save the changes to “a.nnrun” before a new run takes its place?"
    assert filing.question(altered) == asked
    filing.answer(altered, "Save")
    wait_until(qtbot, altered, lambda p: p.length == 0)
    assert load_run(tmp_path / "a.nnrun").length == 20
    # The new one must not be saved over the old one by a mere Ctrl+S.
    assert filing.title(altered) == f"Untitled run — {PROGRAM}"


@pytest.mark.parametrize("way", ["notice", "key"])
def test_a_run_without_a_file_is_put_aside_and_can_be_gone_back_to(
    qtbot: QtBot, untitled: MainWindow, way: str
) -> None:
    before, costs = snapshot(untitled), untitled.history.costs.copy()
    screen.control_key(untitled, Key.Key_R, shift=True)
    wait_until(qtbot, untitled, lambda p: p.length == 0)
    assert filing.question(untitled) == ""
    assert "is kept" in untitled.notice.text()
    untitled.session.send(m.Play(5))
    wait_at(qtbot, untitled, 5)
    if way == "notice":
        screen.press(untitled.notice, "Go back to it")
    else:
        screen.control_key(untitled, Key.Key_B, shift=True)
    after = wait_at(qtbot, untitled, 20)
    assert np.array_equal(after.parameters.vector, before.parameters.vector)
    assert np.array_equal(untitled.history.costs, costs)
    assert filing.title(untitled) == f"Untitled run* — {PROGRAM}"
    # And it is the other one that can be gone back to now.
    screen.choose(untitled, "Run …", "Go back to the run before")
    wait_at(qtbot, untitled, 5)


def test_starting_again_twice_keeps_the_run_with_steps(qtbot: QtBot, untitled: MainWindow) -> None:
    for _ in range(2):
        screen.control_key(untitled, Key.Key_R)
    wait_until(qtbot, untitled, lambda p: p.length == 0)
    screen.control_key(untitled, Key.Key_B, shift=True)
    wait_at(qtbot, untitled, 20)


def test_what_is_gone_cannot_be_gone_back_to(qtbot: QtBot, window: MainWindow) -> None:
    action = window._actions["bring_back"]
    assert not action.isEnabled()
    screen.control_key(window, Key.Key_R)
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    assert not action.isEnabled()
    screen.control_key(window, Key.Key_R)
    wait_until(qtbot, window, lambda p: p.length == 0)
    assert action.isEnabled()
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    kill(qtbot, window)
    assert not action.isEnabled()
    # Should it be asked for all the same, it says so.
    window.notice.hide()
    window.files.bring_back()
    assert wait_for_notice(qtbot, window).startswith("The run before is gone")
    assert progress(window).length == 1


def test_the_file_of_a_run_that_is_gone_back_to_is_known(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    filing.saved_run(tmp_path / "a.nnrun", 30)
    window = open_window(tmp_path / "a.nnrun")
    screen.control_key(window, Key.Key_R)
    wait_until(qtbot, window, lambda p: p.length == 0)
    assert filing.title(window) == f"Untitled run — {PROGRAM}"
    screen.control_key(window, Key.Key_B, shift=True)
    wait_at(qtbot, window, 30)
    assert filing.title(window) == f"a.nnrun — {PROGRAM}"


# -------------------------------------------------------------------- how it looks


@pytest.mark.parametrize("name", ["a.nnrun", "", "long name " * 20])
def test_the_question_has_room_for_longer_texts(untitled: MainWindow, name: str) -> None:
    with longer_texts():
        prompt = UnsavedPrompt("restart", name, untitled)
    prompt.open()
    QApplication.processEvents()
    for button in prompt.buttons():
        assert button.width() >= button.sizeHint().width()
        assert button.toolTip()
    assert prompt.width() <= 800
    prompt.close()
