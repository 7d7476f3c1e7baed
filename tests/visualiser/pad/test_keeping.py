"""The user's digits on disk: several windows at once, and places that cannot be written to."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.datasets.drawn import Sheet, read_sheet, save_sheet
from tests.visualiser import screen
from tests.visualiser.windows import PATIENCE, wait_at, wait_for_notice
from visualiser.main_window import MainWindow
from visualiser.pad import keeping
from visualiser.pad.pad import Pad
from visualiser.training import messages as m


def sheet_of(*labels: int) -> Sheet:
    """Drawings of which no two are the same."""
    sheet = Sheet.blank()
    for place, label in enumerate(labels):
        ink = np.zeros((112, 112), np.uint8)
        ink[30:80, 40 + place % 40] = 255 - place
        sheet = sheet.with_drawing(ink, label)
    return sheet


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the digits are kept, three of them."""
    there = tmp_path / "kept" / "my-digits.npz"
    monkeypatch.setattr(keeping, "sheet_path", lambda: there)
    save_sheet(sheet_of(3, 7, 1), there)
    return there


@pytest.fixture
def strip(path: Path, window: MainWindow) -> QListWidget:
    assert path.exists()
    screen.key(window, Qt.Key.Key_D)
    return screen.named(pad_of(window), QListWidget, "My digits")


def pad_of(window: MainWindow) -> Pad:
    pad = window.tools.drawing.pad
    assert pad is not None
    return pad


def delete(strip: QListWidget, row: int) -> None:
    strip.setFocus()
    strip.setCurrentRow(row)
    screen.key(strip, Qt.Key.Key_Delete)


def test_deleting_leaves_what_another_window_has_kept(
    path: Path, window: MainWindow, strip: QListWidget
) -> None:
    save_sheet(sheet_of(3, 7, 1, 9), path)
    delete(strip, 1)
    assert read_sheet(path).labels.tolist() == [3, 1, 9]
    save_sheet(read_sheet(path).with_drawing(np.ones((112, 112)), 8), path)
    screen.press(window, "Bring it back")
    assert read_sheet(path).labels.tolist() == [3, 7, 1, 9, 8]


def test_what_another_window_has_deleted_is_not_deleted_again(
    path: Path, strip: QListWidget
) -> None:
    save_sheet(read_sheet(path).without(1), path)
    delete(strip, 1)
    assert read_sheet(path).labels.tolist() == [3, 1]


def test_all_can_be_deleted(path: Path, window: MainWindow, strip: QListWidget) -> None:
    for _ in range(3):
        delete(strip, 0)
    assert len(read_sheet(path)) == 0
    assert not strip.isVisible()
    assert "None yet" in screen.text(pad_of(window))


def test_while_another_window_keeps_one_this_one_waits_and_says_so(
    qtbot: QtBot, path: Path, window: MainWindow, strip: QListWidget
) -> None:
    lock = QLockFile(f"{path}.lock")
    assert lock.lock()
    delete(strip, 1)
    assert "Another window" in wait_for_notice(qtbot, window)
    lock.unlock()
    assert read_sheet(path).labels.tolist() == [3, 7, 1]
    delete(strip, 1)
    assert read_sheet(path).labels.tolist() == [3, 1]


def test_a_place_that_cannot_be_written_to_is_said(
    qtbot: QtBot,
    path: Path,
    window: MainWindow,
    strip: QListWidget,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A file where the folder should be, as no right is missing to everybody who runs this.
    nowhere = path / "folder" / "my-digits.npz"
    monkeypatch.setattr(keeping, "sheet_path", lambda: nowhere)
    delete(strip, 1)
    assert "choose another" in wait_for_notice(qtbot, window)
    assert read_sheet(path).labels.tolist() == [3, 7, 1]


def test_the_result_of_another_network_is_forgotten(
    qtbot: QtBot, window: MainWindow, strip: QListWidget
) -> None:
    pad = pad_of(window)
    screen.press(pad, "Test the network on them")
    qtbot.waitUntil(lambda: "read rightly" in screen.text(pad), timeout=PATIENCE)
    # More steps of the same run leave it: it says of which step it is.
    window.session.send(m.Play(3))
    wait_at(qtbot, window, 3)
    assert "read rightly at step 0" in screen.text(pad)
    marked = [strip.item(row).text() for row in range(strip.count())]
    assert all("✓" in text or "✗" in text for text in marked)
    window.files.restart(5)
    wait_at(qtbot, window, 0)
    assert "read rightly" not in screen.text(pad)
    assert [strip.item(row).text() for row in range(strip.count())] == ["3", "7", "1"]


def test_the_result_is_forgotten_where_the_pad_was_away_meanwhile(
    qtbot: QtBot, window: MainWindow, strip: QListWidget
) -> None:
    pad = pad_of(window)
    screen.press(pad, "Test the network on them")
    qtbot.waitUntil(lambda: "read rightly" in screen.text(pad), timeout=PATIENCE)
    window.session.send(m.Begin(RunSettings("plane")))
    qtbot.waitUntil(lambda: not pad.isVisible(), timeout=PATIENCE)
    window.session.send(m.Begin(RunSettings()))
    qtbot.waitUntil(strip.isVisible, timeout=PATIENCE)
    assert "read rightly" not in screen.text(pad)
