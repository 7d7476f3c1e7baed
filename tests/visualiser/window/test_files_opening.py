"""Another run in the same window: by the dialog, the list of recent ones, or dropped on it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from core import Run, load_run, save_run
from tests.visualiser import filing, screen
from tests.visualiser.window.test_files_saving import PROGRAM, kill
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
from visualiser.selection import Connection, Neuron, Selection
from visualiser.settings import Settings
from visualiser.training import messages as m

Key = Qt.Key


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


@pytest.fixture
def other(tmp_path: Path) -> Run:
    """A run of another network, saved as other.nnrun, at step 60 of 90."""
    run = filing.saved_run(
        tmp_path / "other.nnrun", 90, layers=(64, 9, 7, 5, 10), activation="tanh", seed=11
    )
    run.go_to(60)
    save_run(run, tmp_path / "other.nnrun")
    return run


def open_by_key(window: MainWindow, path: Path) -> None:
    screen.control_key(window, Key.Key_O)
    filing.name_file(window, path)


def wait_for_run(qtbot: QtBot, window: MainWindow, run: Run) -> None:
    """Wait until the window shows exactly this run, and all its costs."""
    qtbot.waitUntil(
        lambda: (
            window._snapshot is not None
            and window._snapshot.description.sizes == run.network.sizes
            and progress(window).position == run.position
        ),
        timeout=PATIENCE,
    )
    assert is_same(snapshot(window), run)
    assert np.array_equal(window.history.costs, run.costs)


SELECTIONS: tuple[Selection, ...] = (
    None,
    Neuron(0, 20),
    Neuron(2, 15),
    Neuron(3, 9),
    Connection(2, 15, 15),
    Connection(1, 3, 27),
)


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_a_run_of_another_network_takes_the_place_of_this_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run, selection: Selection
) -> None:
    window.network.select(selection)
    window.network.pin(Neuron(1, 14))
    open_by_key(window, tmp_path / "other.nnrun")
    wait_for_run(qtbot, window, other)
    assert filing.title(window) == f"other.nnrun — {PROGRAM}"
    assert "64-9-7-5-10" in screen.text(window.transport)
    assert window.notice.text() == ""
    window.network.select(Neuron(4, 9))
    window.grab()
    screen.key(window, Key.Key_Period)
    other.step()
    assert is_same(wait_at(qtbot, window, 61), other)
    screen.key(window, Key.Key_End)
    wait_at(qtbot, window, 90)
    assert not window.isWindowModified()


def test_open_while_phases_are_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run
) -> None:
    screen.key(window, Key.Key_P)
    qtbot.waitUntil(lambda: window.phases.stepper.is_active, timeout=PATIENCE)
    open_by_key(window, tmp_path / "other.nnrun")
    wait_for_run(qtbot, window, other)
    assert not window.phases.stepper.is_active
    screen.key(window, Key.Key_P)
    qtbot.waitUntil(lambda: window.phases.stepper.is_active, timeout=PATIENCE)


def test_what_cannot_be_opened_is_told_and_the_run_goes_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    filing.save_as(qtbot, window, tmp_path / "mine.nnrun")
    window.session.send(m.Play(30))
    shown = wait_at(qtbot, window, 30)
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        screen.control_key(window, Key.Key_S)
    for content in (b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 200):
        (tmp_path / "broken.nnrun").write_bytes(content)
        window.notice.hide()
        open_by_key(window, tmp_path / "broken.nnrun")
        said = wait_for_notice(qtbot, window)
        assert "broken.nnrun" in said
        assert said.endswith(".")
        assert filing.title(window) == f"mine.nnrun — {PROGRAM}"
        assert np.array_equal(snapshot(window).parameters.vector, shown.parameters.vector)
    screen.key(window, Key.Key_Period)
    wait_at(qtbot, window, 31)
    assert len(window.history.costs) == 31


def test_while_it_plays_a_broken_file_does_not_even_pause_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "broken.nnrun").write_bytes(b"no database")
    screen.press(window, "Play")
    at = wait_until(qtbot, window, lambda p: p.position > 50).progress.position
    open_by_key(window, tmp_path / "broken.nnrun")
    filing.answer(window, "Discard")
    wait_for_notice(qtbot, window)
    wait_until(qtbot, window, lambda p: p.playing and p.position > at + 500)


def test_a_training_window_shows_the_opened_run_at_rest(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run
) -> None:
    screen.press(window, "Play")
    wait_until(qtbot, window, lambda p: p.position > 50)
    open_by_key(window, tmp_path / "other.nnrun")
    filing.answer(window, "Discard")
    wait_for_run(qtbot, window, other)
    assert not progress(window).playing


def test_after_a_death_the_opened_run_is_opened_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run
) -> None:
    open_by_key(window, tmp_path / "other.nnrun")
    wait_for_run(qtbot, window, other)
    kill(qtbot, window)
    wait_for_run(qtbot, window, other)
    assert filing.title(window) == f"other.nnrun — {PROGRAM}"


def test_one_after_the_other_can_be_opened_faster_than_they_are_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run
) -> None:
    filing.saved_run(tmp_path / "usual.nnrun", 20)
    for name in ("other", "usual", "other", "usual", "other"):
        window.files.open(tmp_path / f"{name}.nnrun")
    wait_for_run(qtbot, window, other)
    screen.key(window, Key.Key_Period)
    other.step()
    assert is_same(wait_at(qtbot, window, 61), other)


def test_a_run_that_does_not_repeat_here_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """As of another machine, whose arithmetic differs in the last digits."""
    path = tmp_path / "foreign.nnrun"
    run = filing.saved_run(path, 250)
    run.made_with = {"processor": "another"}
    save_run(run, path)
    window.files.open(path)
    wait_at(qtbot, window, 250)
    assert "Another machine" not in window.notice.text()
    newest = max(run.branch.checkpoints.vectors)
    moved = np.nextafter(run.branch.checkpoints.vectors[newest], np.float32(np.inf))
    run.branch.checkpoints.vectors[newest] = moved
    save_run(run, path)
    window.files.open(path)
    assert "Another machine made this run" in wait_for_notice(qtbot, window)


def test_what_takes_long_is_said(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run
) -> None:
    process = window.session.process_id
    assert process is not None
    window.files._slow.timer.setInterval(0)
    os.kill(process, signal.SIGSTOP)
    try:
        open_by_key(window, tmp_path / "other.nnrun")
        assert wait_for_notice(qtbot, window).startswith("Opening")
    finally:
        os.kill(process, signal.SIGCONT)
    wait_for_run(qtbot, window, other)
    assert window.notice.text() == ""


# -------------------------------------------------------------------- recent ones


def recent_of(window: MainWindow) -> QMenu:
    return screen.open_menu(window, "Menu", "Clear the list")


def listed(window: MainWindow) -> list[str]:
    menu = window.files.recent
    return [entry.text() for entry in menu.actions() if not entry.isSeparator()][:-1]


def test_the_newest_is_first_and_the_whole_path_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run
) -> None:
    assert not window.files.recent.menuAction().isEnabled()
    filing.save_as(qtbot, window, tmp_path / "mine & yours.nnrun")
    open_by_key(window, tmp_path / "other.nnrun")
    wait_for_run(qtbot, window, other)
    assert listed(window) == ["other.nnrun", "mine && yours.nnrun"]
    menu = recent_of(window)
    assert menu.toolTipsVisible()
    assert menu.actions()[0].toolTip() == str(tmp_path / "other.nnrun")
    menu.close()
    screen.choose(window, "Menu", "mine && yours.nnrun")
    qtbot.waitUntil(lambda: "mine" in window.windowTitle(), timeout=PATIENCE)
    assert listed(window) == ["mine && yours.nnrun", "other.nnrun"]


def test_another_window_offers_them_too(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    filing.saved_run(tmp_path / "a.nnrun", 5)
    first = open_window(tmp_path / "a.nnrun", settings=tmp_path / "mine.ini")
    filing.save_as(qtbot, first, tmp_path / "b.nnrun")
    second = open_window(settings=tmp_path / "mine.ini")
    assert listed(second) == ["b.nnrun", "a.nnrun"]


def test_names_alike_are_told_apart(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.ini"
    settings = Settings(path)
    settings.recent = (tmp_path / "x" / "a.nnrun", tmp_path / "y" / "a.nnrun")
    settings.save()
    assert listed(open_window(settings=path)) == ["a.nnrun in x", "a.nnrun in y"]


def test_a_missing_one_is_taken_off_with_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    filing.save_as(qtbot, window, tmp_path / "a.nnrun")
    filing.save_as(qtbot, window, tmp_path / "b.nnrun")
    menu = screen.open_menu(window, "Menu", "a.nnrun")
    # While the menu is open.
    (tmp_path / "a.nnrun").unlink()
    screen.click_entry(menu, "a.nnrun")
    assert str(tmp_path / "a.nnrun") in window.notice.text()
    assert window.notice.text().endswith("it is taken off the list.")
    assert listed(window) == ["b.nnrun"]
    assert filing.title(window) == f"b.nnrun — {PROGRAM}"


def test_missing_ones_are_gone_when_the_menu_opens(open_window: OpenWindow, tmp_path: Path) -> None:
    filing.saved_run(tmp_path / "a.nnrun", 5)
    settings = Settings(tmp_path / "mine.ini")
    settings.recent = (tmp_path / "gone.nnrun", tmp_path / "a.nnrun", tmp_path / "a" / "b.nnrun")
    settings.save()
    window = open_window(settings=tmp_path / "mine.ini")
    screen.open_menu(window, "Menu", "a.nnrun").close()
    assert listed(window) == ["a.nnrun"]
    assert Settings(tmp_path / "mine.ini").recent == (tmp_path / "a.nnrun",)


def test_one_that_cannot_be_asked_about_is_refused_with_a_sentence(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / f"{'long' * 100}.nnrun"
    settings = Settings(tmp_path / "mine.ini")
    settings.recent = (path,)
    settings.save()
    window = open_window(settings=tmp_path / "mine.ini")
    menu = recent_of(window)
    [entry] = [one for one in menu.actions() if one.data() == path]
    assert menu.sizeHint().width() < 500
    entry.trigger()
    qtbot.waitUntil(lambda: "There is no file" in window.notice.text(), timeout=PATIENCE)


def test_the_list_can_be_cleared(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    filing.save_as(qtbot, window, tmp_path / "a.nnrun")
    screen.choose(window, "Menu", "Clear the list")
    assert listed(window) == []
    assert not window.files.recent.menuAction().isEnabled()
    assert (tmp_path / "a.nnrun").is_file()


# -------------------------------------------------------------------- dropped ones


def hint(window: MainWindow) -> str:
    found = window.findChildren(QLabel, "drop_hint")
    return found[0].text() if found[0].isVisible() else ""


def test_a_dropped_run_is_opened_and_the_file_is_not_moved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run
) -> None:
    drag = filing.Drag(window, [tmp_path / "other.nnrun"])
    assert drag.enter()
    assert drag.move()
    assert hint(window) == "Let go to open “other.nnrun”"
    assert drag.drop() == Qt.DropAction.CopyAction
    assert hint(window) == ""
    wait_for_run(qtbot, window, other)


def test_a_drag_that_leaves_opens_nothing(window: MainWindow, tmp_path: Path) -> None:
    drag = filing.Drag(window, [tmp_path / "other.nnrun"])
    assert drag.enter()
    drag.leave()
    assert hint(window) == ""
    assert filing.title(window) == f"Untitled run — {PROGRAM}"


def test_other_files_are_refused_with_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    for names in (
        ["a.png"],
        ["a.nnrun", "b.nnrun"],
        ["nnrun"],
        ["https://example.org/a.nnrun"],
    ):
        window.notice.hide()
        paths = [name if name.startswith("https") else tmp_path / name for name in names]
        drag = filing.Drag(window, paths)
        assert not drag.enter()
        assert hint(window) == ""
        assert window.notice.text() == (
            "Drop one saved run (*.nnrun) or set-up (*.nnlink) here to open it, or one file of "
            "weights (*.safetensors, *.npz) to begin with them, or one file or folder of examples "
            "to see what is in it."
        )
        assert drag.drop() == Qt.DropAction.IgnoreAction


def test_text_is_refused_without_a_word(window: MainWindow) -> None:
    drag = filing.Drag(window, [])
    assert not drag.enter()
    assert window.notice.text() == ""


def test_a_dropped_run_that_is_broken_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "broken.NNRUN").write_bytes(b"no database")
    drag = filing.Drag(window, [tmp_path / "broken.NNRUN"])
    assert drag.enter()
    drag.drop()
    assert "broken.NNRUN" in wait_for_notice(qtbot, window)


def test_a_dropped_run_asks_for_the_one_that_is_not_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, other: Run
) -> None:
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    drag = filing.Drag(window, [tmp_path / "other.nnrun"])
    drag.enter()
    drag.drop()
    assert filing.question(window) == "Save this run before another one is opened?"
    filing.answer(window, "Save as …")
    filing.name_file(window, tmp_path / "mine.nnrun")
    wait_for_run(qtbot, window, other)
    assert load_run(tmp_path / "mine.nnrun").length == 1
