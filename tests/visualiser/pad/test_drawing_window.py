"""The pad in the window: the network answers, and the user's digits are kept and used."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QListWidget
from pytestqt.qtbot import QtBot

from core import Network, load_dataset
from core.datasets.drawn import read_sheet, save_sheet
from core.drawing import prepare
from tests.visualiser import screen
from tests.visualiser.pad.hands import canvas_of, draw
from tests.visualiser.pad.handwriting import WAYS
from tests.visualiser.windows import PATIENCE, progress, snapshot, wait_for_notice, wait_until
from visualiser.main_window import MainWindow
from visualiser.pad.bars import OutputBars
from visualiser.pad.keeping import sheet_path
from visualiser.pad.pad import Pad
from visualiser.training import messages as m


@pytest.fixture(autouse=True)
def _data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with no digits kept."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def pad(window: MainWindow) -> Pad:
    screen.key(window, Qt.Key.Key_D)
    found = window.tools.drawing.pad
    assert found is not None
    assert found.isVisible()
    return found


def draw_and_wait(qtbot: QtBot, window: MainWindow, pad: Pad, digit: int, way: int = 0) -> None:
    draw(canvas_of(pad), WAYS[digit][way])
    wait_shown(qtbot, window, pad)


def wait_shown(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    """Wait until the network is shown what is on the page."""

    def is_shown() -> bool:
        own, inputs = progress(window).example.own, pad._inputs
        return own is not None and inputs is not None and own.data == inputs.tobytes()

    qtbot.waitUntil(is_shown, timeout=PATIENCE)


def say(pad: Pad, what: str) -> None:
    screen.pick(screen.named(pad, QComboBox, "What is it?"), what)


def keep(qtbot: QtBot, window: MainWindow, pad: Pad, *digits: int) -> None:
    for digit in digits:
        draw_and_wait(qtbot, window, pad, digit)
        say(pad, str(digit))
        screen.press(pad, "Keep it")
        screen.press(pad, "Clear")


def test_the_network_answers_while_one_draws(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    draw_and_wait(qtbot, window, pad, 4)
    shown = snapshot(window)
    ink = pad._page.ink
    assert np.array_equal(shown.activations[0], prepare(ink, (8, 8)).inputs)
    rows = screen.named(pad, OutputBars, "Outputs").rows
    assert [name for name, _ in rows] == [str(digit) for digit in range(10)]
    assert np.allclose([a for _, a in rows], shown.activations[-1])
    assert f"Read as {shown.answer}" in screen.texts(pad)
    assert shown.progress.example.label is None


def test_what_it_is_is_known_once_it_is_said(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    draw_and_wait(qtbot, window, pad, 7)
    say(pad, "7")
    wait_until(qtbot, window, lambda p: p.example.label == 7)


def test_it_answers_while_it_learns(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    window.session.send(m.Play())
    wait_until(qtbot, window, lambda p: p.playing and p.position > 50)
    draw_and_wait(qtbot, window, pad, 3)
    assert progress(window).playing


def test_undo_in_the_pad_leaves_the_run_alone(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    window.session.send(m.SetLearningRate(0.5))
    wait_until(qtbot, window, lambda p: bool(p.undoable))
    canvas = canvas_of(pad)
    draw_and_wait(qtbot, window, pad, 4)
    screen.control_key(canvas, Qt.Key.Key_Z)
    wait_shown(qtbot, window, pad)
    assert progress(window).undoable
    window.setFocus()
    screen.control_key(window, Qt.Key.Key_Z)
    wait_until(qtbot, window, lambda p: not p.undoable)
    assert pad._page.can_undo, "and outside of it, the run's key leaves the drawing alone"


def test_closing_shows_the_data_again(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    window.session.send(m.ShowExample("next", index=5))
    wait_until(qtbot, window, lambda p: p.example.index == 5)
    draw_and_wait(qtbot, window, pad, 2)
    screen.key(canvas_of(pad), Qt.Key.Key_D)
    wait_until(qtbot, window, lambda p: (p.example.split, p.example.index) == ("test", 5))
    assert not pad.isVisible()
    screen.key(window, Qt.Key.Key_D)
    wait_shown(qtbot, window, pad)


def test_a_blank_page_shows_the_data(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    draw_and_wait(qtbot, window, pad, 2)
    screen.press(pad, "Clear")
    wait_until(qtbot, window, lambda p: p.example.split == "test")
    screen.press(pad, "Undo")
    wait_shown(qtbot, window, pad)


def test_digits_are_kept_from_one_time_to_the_next(
    qtbot: QtBot, window: MainWindow, pad: Pad
) -> None:
    keep(qtbot, window, pad, 3, 7)
    assert read_sheet(sheet_path()).labels.tolist() == [3, 7]
    strip = screen.named(pad, QListWidget, "My digits")
    assert [strip.item(row).text() for row in range(strip.count())] == ["3", "7"]


def test_a_kept_digit_is_shown_and_deleted(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    keep(qtbot, window, pad, 3, 7)
    strip = screen.named(pad, QListWidget, "My digits")
    pad.ensureWidgetVisible(strip)
    place = strip.visualItemRect(strip.item(0)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    wait_until(qtbot, window, lambda p: p.example.label == 3)
    strip.setFocus()
    screen.key(strip, Qt.Key.Key_Delete)
    assert read_sheet(sheet_path()).labels.tolist() == [7]
    screen.press(window, "Bring it back")
    assert read_sheet(sheet_path()).labels.tolist() == [3, 7]


def test_the_network_is_tested_on_them(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    keep(qtbot, window, pad, 3, 7, 1)
    network = snapshot(window)
    screen.press(pad, "Test the network on them")
    qtbot.waitUntil(lambda: "read rightly" in screen.text(pad), timeout=PATIENCE)
    same = Network(network.sizes, seed=7)
    same.parameters.vector[:] = network.parameters.vector
    sheet = read_sheet(sheet_path())
    right = sum(
        int(same.forward(prepare(ink, (8, 8)).inputs).activations[-1].argmax()) == label
        for ink, label in zip(sheet.ink, sheet.labels.tolist(), strict=True)
    )
    assert f"{right} of 3 are read rightly at step 0" in screen.text(pad)


def test_a_run_begins_with_a_copy_of_them(
    qtbot: QtBot, window: MainWindow, pad: Pad, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(qtbot, window, pad, 3, 7, 1)
    sent: list[m.Command] = []
    monkeypatch.setattr(window.files, "put_in_place", sent.append)
    screen.press(pad, "Train on them …")
    [command] = sent
    assert isinstance(command, m.Begin)
    data = load_dataset(command.settings.data)
    assert sorted([*data.train.labels, *data.test.labels]) == [1, 3, 7]
    assert command.settings.new_run(data).network.sizes[0] == 784
    assert command.settings.data != str(sheet_path()), "that one will change"


def test_the_sheet_is_saved_elsewhere(
    qtbot: QtBot, window: MainWindow, pad: Pad, tmp_path: Path
) -> None:
    keep(qtbot, window, pad, 5)
    screen.press(pad, "Save sheet as …")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "elsewhere.npz"))
    dialog.close()
    assert read_sheet(tmp_path / "elsewhere.npz").labels.tolist() == [5]
    assert "elsewhere.npz" in window.notice.text()


def test_a_damaged_sheet_is_said_and_not_overwritten(qtbot: QtBot, window: MainWindow) -> None:
    path = sheet_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"no sheet")
    screen.key(window, Qt.Key.Key_D)
    assert "my-digits.npz" in wait_for_notice(qtbot, window)
    pad = window.tools.drawing.pad
    assert pad is not None
    keep(qtbot, window, pad, 5)
    assert read_sheet(path).labels.tolist() == [5]
    [aside] = path.parent.glob("*.damaged")
    assert aside.read_bytes() == b"no sheet"


def test_what_another_window_has_kept_stays(qtbot: QtBot, window: MainWindow, pad: Pad) -> None:
    keep(qtbot, window, pad, 5)
    path = sheet_path()
    save_sheet(read_sheet(path).with_drawing(pad._page.ink, 9), path)
    keep(qtbot, window, pad, 1)
    assert read_sheet(path).labels.tolist() == [5, 9, 1]
