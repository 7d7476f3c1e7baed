"""Saved runs: saved in one window, opened in another, and broken ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.errors import RunFileError
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
from visualiser.errors import sentence
from visualiser.main_window import MainWindow
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField


def test_a_run_saved_in_one_window_is_the_same_in_another(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "my run.nnrun"
    first = open_window(RunSettings(seed=3))
    first.session.send(m.Play(300))
    wait_at(qtbot, first, 300)
    screen.type_into(screen.named(first, NumberField, "Learning rate"), "0.5")
    first.session.send(m.Play(20))
    wait_at(qtbot, first, 320)
    first.session.send(m.GoTo(310))
    wait_at(qtbot, first, 310)
    screen.control_key(first, Qt.Key.Key_S)
    filing.name_file(first, path)
    assert str(path) in wait_for_notice(qtbot, first)
    second = open_window(path)
    wait_at(qtbot, second, 310)
    assert np.array_equal(second.history.costs, first.history.costs)
    assert second.history.evaluations == first.history.evaluations
    ours, theirs = snapshot(first).parameters.vector, snapshot(second).parameters.vector
    assert np.array_equal(ours, theirs)
    assert progress(second).learning_rate == 0.5
    assert progress(second).length == 320
    screen.key(second, Qt.Key.Key_Home)
    wait_at(qtbot, second, 0)
    assert progress(second).learning_rate == 1.5


def test_saving_goes_on_while_it_trains(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "my run.nnrun"
    screen.press(window, "Play")
    wait_until(qtbot, window, lambda p: p.position > 300)
    screen.choose(window, "Menu", "Save")
    filing.name_file(window, path)
    qtbot.waitUntil(path.is_file, timeout=PATIENCE)
    assert str(path) in wait_for_notice(qtbot, window)


def test_whoever_cancels_saves_nothing(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.session.saved, wait=50):
        screen.choose(window, "Menu", "Save")
        filing.cancel_dialog(window)
    assert window.notice.text() == ""


def test_where_it_cannot_be_saved_a_sentence_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    screen.choose(window, "Menu", "Save")
    filing.name_file(window, tmp_path / "no folder" / "my run.nnrun")
    said = wait_for_notice(qtbot, window)
    assert said.startswith("The run cannot be saved")
    assert said.endswith(".")
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_broken_file_is_told_in_a_sentence(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.nnrun"
    path.write_bytes(content)
    window = open_window(path, wait=False)
    with qtbot.waitSignal(window.session.no_run, timeout=PATIENCE) as told:
        pass
    assert told.args is not None
    error = told.args[0]
    assert isinstance(error, RunFileError)
    assert "broken.nnrun" in sentence(error)
    assert sentence(error).endswith(".")
