"""Save, save as, the title, and the mark of what is not saved."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import load_run
from tests.visualiser import filing, screen
from tests.visualiser.windows import (
    PATIENCE,
    OpenWindow,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField

Key = Qt.Key
PROGRAM = "Neural network visualiser"


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


@pytest.fixture
def saved(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window whose run has 40 steps and is saved as a.nnrun."""
    window.session.send(m.Play(40))
    wait_at(qtbot, window, 40)
    filing.save_as(qtbot, window, tmp_path / "a.nnrun")
    assert filing.title(window) == f"a.nnrun — {PROGRAM}"
    return window


def is_marked(window: MainWindow) -> bool:
    return filing.title(window).partition(" — ")[0].endswith("*")


def test_a_fresh_run_is_untitled_and_not_marked(window: MainWindow) -> None:
    assert filing.title(window) == f"Untitled run — {PROGRAM}"


def test_a_step_marks_it(qtbot: QtBot, window: MainWindow) -> None:
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    assert filing.title(window) == f"Untitled run* — {PROGRAM}"


def test_the_first_time_it_asks_and_then_never_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "mine.nnrun"
    screen.key(window, Key.Key_Period)
    wait_at(qtbot, window, 1)
    screen.control_key(window, Key.Key_S)
    filing.name_file(window, tmp_path / "mine")
    assert str(path) in wait_for_notice(qtbot, window)
    assert filing.title(window) == f"mine.nnrun — {PROGRAM}"
    screen.key(window, Key.Key_Period)
    wait_at(qtbot, window, 2)
    assert is_marked(window)
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        screen.control_key(window, Key.Key_S)
        assert filing.dialog_of(window) is None
    assert not is_marked(window)
    assert load_run(path).length == 2


def test_save_as_leaves_the_old_file_and_goes_on_with_the_new_one(
    qtbot: QtBot, saved: MainWindow, tmp_path: Path
) -> None:
    before = (tmp_path / "a.nnrun").read_bytes()
    saved.session.send(m.Play(10))
    wait_at(qtbot, saved, 50)
    filing.save_as(qtbot, saved, tmp_path / "b.nnrun")
    assert filing.title(saved) == f"b.nnrun — {PROGRAM}"
    assert (tmp_path / "a.nnrun").read_bytes() == before
    assert load_run(tmp_path / "b.nnrun").length == 50


def test_looking_at_other_steps_marks_nothing(qtbot: QtBot, saved: MainWindow) -> None:
    for key, position in ((Key.Key_Comma, 39), (Key.Key_Home, 0), (Key.Key_Period, 1)):
        screen.key(saved, key)
        wait_at(qtbot, saved, position)
        assert not is_marked(saved)
    screen.key(saved, Key.Key_BracketRight)
    saved.session.send(m.Play(39))
    wait_at(qtbot, saved, 40)
    assert not is_marked(saved)
    screen.key(saved, Key.Key_Period)
    wait_at(qtbot, saved, 41)
    assert is_marked(saved)


def test_a_change_marks_it_and_undoing_it_unmarks_it(qtbot: QtBot, saved: MainWindow) -> None:
    screen.type_into(screen.named(saved, NumberField, "Learning rate"), "0.5")
    wait_until(qtbot, saved, lambda p: p.learning_rate == 0.5)
    assert is_marked(saved)
    screen.control_key(saved, Key.Key_Z)
    wait_until(qtbot, saved, lambda p: p.learning_rate == 1.5)
    assert not is_marked(saved)
    screen.control_key(saved, Key.Key_Z, shift=True)
    wait_until(qtbot, saved, lambda p: p.learning_rate == 0.5)
    assert is_marked(saved)


def test_a_fork_marks_it(qtbot: QtBot, saved: MainWindow) -> None:
    screen.key(saved, Key.Key_Home)
    wait_at(qtbot, saved, 0)
    saved.session.send(m.SetBatchSize(20))
    wait_until(qtbot, saved, lambda p: p.batch_size == 20)
    assert is_marked(saved)


def test_saved_while_it_plays_it_is_marked_again_by_the_next_step(
    qtbot: QtBot, saved: MainWindow
) -> None:
    screen.press(saved, "Play")
    wait_until(qtbot, saved, lambda p: p.position > 100)
    with qtbot.waitSignal(saved.session.saved, timeout=PATIENCE) as told:
        screen.control_key(saved, Key.Key_S)
    at = load_run(told.args[0].path).length if told.args else 0
    wait_until(qtbot, saved, lambda p: p.length > at)
    assert is_marked(saved)


def test_a_failed_save_leaves_the_mark_and_the_name(
    qtbot: QtBot, saved: MainWindow, tmp_path: Path
) -> None:
    screen.press(saved, "Step")
    wait_at(qtbot, saved, 41)
    saved.notice.hide()
    screen.choose(saved, "Menu", "Save as …")
    filing.name_file(saved, tmp_path / "no folder" / "b.nnrun")
    assert "cannot be saved" in wait_for_notice(qtbot, saved)
    assert filing.title(saved) == f"a.nnrun* — {PROGRAM}"


@pytest.mark.parametrize("name", ["[*].nnrun", "100 % & <b>σ.nnrun", "a [*][*] b.nnrun"])
def test_any_name_stands_in_the_title_as_it_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str
) -> None:
    filing.save_as(qtbot, window, tmp_path / name)
    assert filing.title(window) == f"{name} — {PROGRAM}"


def kill(qtbot: QtBot, window: MainWindow) -> None:
    """Let the training process die, and wait until another one stands where it stood."""
    process, position = window.session.process_id, progress(window).position
    assert process is not None
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.session.process_id != process, timeout=PATIENCE)
    seen = window._snapshot
    qtbot.waitUntil(
        lambda: window._snapshot is not seen and snapshot(window).progress.position == position,
        timeout=PATIENCE,
    )


def test_after_a_death_the_run_keeps_its_file_and_counts_as_altered(
    qtbot: QtBot, saved: MainWindow, tmp_path: Path
) -> None:
    kill(qtbot, saved)
    assert filing.title(saved) == f"a.nnrun* — {PROGRAM}"
    with qtbot.waitSignal(saved.session.saved, timeout=PATIENCE):
        screen.control_key(saved, Key.Key_S)
    assert not is_marked(saved)
    assert load_run(tmp_path / "a.nnrun").length == 40


def test_after_a_death_an_opened_run_is_as_it_is_in_the_file(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    filing.saved_run(tmp_path / "a.nnrun", 50)
    window = open_window(tmp_path / "a.nnrun")
    kill(qtbot, window)
    assert not is_marked(window)
    screen.press(window, "Step")
    wait_at(qtbot, window, 51)
    kill(qtbot, window)
    assert filing.title(window) == f"a.nnrun* — {PROGRAM}"
    assert progress(window).length == 51


def test_what_takes_long_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    process = window.session.process_id
    assert process is not None
    window.files._slow.timer.setInterval(0)
    os.kill(process, signal.SIGSTOP)
    try:
        screen.control_key(window, Key.Key_S)
        filing.name_file(window, tmp_path / "a.nnrun")
        assert wait_for_notice(qtbot, window).startswith("Saving the run as")
    finally:
        os.kill(process, signal.SIGCONT)
    qtbot.waitUntil(lambda: "is saved" in window.notice.text(), timeout=PATIENCE)


def test_another_run_over_the_same_file_takes_it_from_the_first(
    qtbot: QtBot, saved: MainWindow, tmp_path: Path
) -> None:
    """The first is kept in memory; its file holds the second by then."""
    screen.control_key(saved, Key.Key_R)
    wait_until(qtbot, saved, lambda p: p.length == 0)
    (tmp_path / "a.nnrun").unlink()
    filing.save_as(qtbot, saved, tmp_path / "a.nnrun")
    screen.control_key(saved, Key.Key_B, shift=True)
    wait_until(qtbot, saved, lambda p: p.length == 40)
    assert filing.title(saved) == f"Untitled run* — {PROGRAM}"
    assert load_run(tmp_path / "a.nnrun").length == 0
