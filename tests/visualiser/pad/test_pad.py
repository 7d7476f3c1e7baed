"""The pad: drawing, erasing, pasting, preparing and changing, and what it tells the network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputDevice,
    QPainter,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from core import Run
from core.drawing import SIDE
from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.pad.hands import canvas_of, draw
from tests.visualiser.pad.handwriting import WAYS
from tests.visualiser.states import describe, new_run
from visualiser.pad.pad import Pad
from visualiser.theme import DARK, LIGHT, Theme, dress


class Told:
    """A pad, and what it has told."""

    def __init__(self, pad: Pad) -> None:
        self.pad = pad
        self.canvas = canvas_of(pad)
        self.inputs: list[FloatArray] = []
        self.labels: list[int | None] = []
        self.kept: list[tuple[FloatArray, int]] = []
        self.troubles: list[str] = []
        self.blanks = 0
        pad.shown.connect(self.note)
        pad.blank.connect(self.note_blank)
        pad.keep_asked.connect(lambda ink, what: self.kept.append((ink, what)))
        pad.trouble.connect(self.troubles.append)

    def note(self, inputs: FloatArray, label: int | None) -> None:
        self.inputs.append(inputs)
        self.labels.append(label)

    def note_blank(self) -> None:
        self.blanks += 1

    @property
    def seen(self) -> FloatArray:
        return self.inputs[-1]


@pytest.fixture
def run() -> Run:
    return new_run()


@pytest.fixture
def told(qtbot: QtBot, run: Run) -> Told:
    pad = Pad()
    qtbot.addWidget(pad)
    pad.resize(360, 900)
    pad.show()
    pad.show_run(describe(run))
    return Told(pad)


@pytest.fixture
def clipboard() -> Iterator[QMimeData]:
    data = QMimeData()
    yield data
    QGuiApplication.clipboard().clear()


def photo(dark: bool = True) -> QImage:
    """A thick upright line on paper."""
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#e8e2d8" if dark else "#202428"))
    painter = QPainter(image)
    painter.fillRect(130, 60, 40, 280, QColor("#30343a" if dark else "#e0e4ea"))
    painter.end()
    return image


def test_drawing_tells_what_the_network_is_to_see(told: Told) -> None:
    draw(told.canvas, WAYS[4][0])
    assert len(told.inputs) > 20, "it answers while one draws"
    assert told.seen.shape == (64,)
    assert told.seen.dtype == np.float32
    assert 0 <= told.seen.min() < told.seen.max() <= 1
    assert told.labels[-1] is None


def test_the_right_button_erases(told: Told) -> None:
    QTest.mousePress(told.canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 90))
    QTest.mouseRelease(told.canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 90))
    assert told.blanks == 0
    QTest.mousePress(told.canvas, Qt.MouseButton.RightButton, pos=QPoint(90, 90))
    assert told.blanks == 1


def test_the_eraser_erases(told: Told) -> None:
    for hand in ("Pen", "Eraser"):
        screen.press(told.pad, hand)
        QTest.mousePress(told.canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 90))
        QTest.mouseRelease(told.canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 90))
    assert told.blanks == 1


@pytest.mark.parametrize("keys", [True, False])
def test_undo_and_redo_a_stroke(told: Told, keys: bool) -> None:
    draw(told.canvas, WAYS[4][0])
    both = told.seen
    if keys:
        screen.control_key(told.canvas, Qt.Key.Key_Z)
    else:
        screen.press(told.pad, "Undo")
    assert not np.array_equal(told.seen, both)
    if keys:
        screen.control_key(told.canvas, Qt.Key.Key_Y)
    else:
        screen.press(told.pad, "Redo")
    assert np.array_equal(told.seen, both)


def test_buttons_are_enabled_where_there_is_something_to_do(told: Told) -> None:
    for name in ("Undo", "Redo", "Clear", "Keep it"):
        assert not screen.button(told.pad, name).isEnabled()
    draw(told.canvas, WAYS[1][0])
    assert screen.button(told.pad, "Undo").isEnabled()
    assert screen.button(told.pad, "Clear").isEnabled()
    screen.key(told.canvas, Qt.Key.Key_Delete)
    assert told.blanks
    assert not screen.button(told.pad, "Clear").isEnabled()


def test_a_finger_draws(told: Told) -> None:
    device = QTest.createTouchDevice()
    touch = QTest.touchEvent(told.canvas, device)
    touch.press(0, QPoint(60, 40), told.canvas).commit()
    touch.move(0, QPoint(60, 140), told.canvas).commit()
    touch.release(0, QPoint(60, 140), told.canvas).commit()
    QApplication.processEvents()
    assert told.inputs


def press_pen(told: Told, kind: QPointingDevice.PointerType, pressure: float) -> None:
    """Touch the middle of the canvas with a pen, or with its other end, and lift it."""
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        kind,
        QInputDevice.Capability.Pressure,
        1,
        1,
    )
    place = QPointF(told.canvas.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for step in (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease):
        event = QTabletEvent(step, device, place, place, pressure, 0, 0, 0, 0, 0, none, left, left)
        QApplication.sendEvent(told.canvas, event)


def test_a_pen_is_as_wide_as_it_is_pressed(told: Told) -> None:
    amounts = []
    for pressure in (0.1, 0.5, 1.0):
        press_pen(told, QPointingDevice.PointerType.Pen, pressure)
        amounts.append(float(told.pad._page.ink.sum()))
        screen.press(told.pad, "Clear")
    assert amounts == sorted(amounts)
    assert amounts[1] == pytest.approx(np.pi * 4**2, rel=0.05), "pressed as usual, it is the pen's"
    press_pen(told, QPointingDevice.PointerType.Pen, 0.3)
    press_pen(told, QPointingDevice.PointerType.Eraser, 1.0)
    assert told.pad._page.is_blank


def test_what_it_is(told: Told) -> None:
    draw(told.canvas, WAYS[7][1])
    screen.pick(screen.named(told.pad, QComboBox, "What is it?"), "7")
    assert told.labels[-1] == 7
    screen.press(told.pad, "Keep it")
    [(ink, what)] = told.kept
    assert what == 7
    assert ink.shape == (SIDE, SIDE)


def test_a_picture_is_pasted(told: Told, clipboard: QMimeData) -> None:
    clipboard.setImageData(photo())
    QGuiApplication.clipboard().setMimeData(clipboard)
    screen.control_key(told.canvas, Qt.Key.Key_V)
    ink = told.pad._page.ink
    assert ink[56, 56] == 1
    assert ink[:, :10].max() == 0
    share = 40 * 280 / (400 * 400)
    assert ink.mean() == pytest.approx(share, rel=0.1)


def test_bright_ink_is_found_and_can_be_inverted(told: Told) -> None:
    told.pad.take_picture(photo(dark=False))
    assert told.pad._page.ink[56, 56] == 1
    box = next(b for b in told.pad.findChildren(QCheckBox) if b.text().startswith("Ink is"))
    assert box.isVisible()
    box.click()
    assert told.pad._page.ink[56, 56] == 0
    draw(told.canvas, WAYS[1][0])
    assert not box.isVisible(), "the picture is not the newest thing any longer"


def test_the_threshold_decides_what_is_ink(told: Told) -> None:
    told.pad.take_picture(photo())
    slider = screen.named(told.pad, QSlider, "Threshold")
    before = told.pad._page.ink.sum()
    slider.setValue(99)
    assert told.pad._page.ink.sum() <= before
    screen.press(told.pad, "Undo")
    assert told.pad._page.is_blank, "moving the slider is no stroke of its own"


@pytest.mark.parametrize("content", ["picture", "no picture", "too large"])
def test_a_file_is_dropped(told: Told, tmp_path: Path, content: str) -> None:
    path, is_picture = tmp_path / "digit.png", content == "picture"
    if content == "no picture":
        path.write_bytes(b"no picture")
    elif content == "too large":
        QImage(10_000, 10_000, QImage.Format.Format_Mono).save(str(path))
    else:
        photo().save(str(path))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    told.canvas.dropEvent(drop)
    assert bool(told.inputs) == is_picture
    assert bool(told.troubles) != is_picture


def test_nothing_to_paste_is_said(told: Told, clipboard: QMimeData) -> None:
    clipboard.setText("seven")
    QGuiApplication.clipboard().setMimeData(clipboard)
    screen.press(told.pad, "Paste")
    assert "copied" in told.troubles[0]


def open_fold(pad: Pad, title: str) -> None:
    heading = next(b for b in pad.findChildren(QToolButton) if b.text() == title)
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)


def test_each_step_can_be_left_out(told: Told) -> None:
    open_fold(told.pad, "How it is prepared")
    draw(told.canvas, WAYS[2][0])
    usual = told.seen
    for name in ("Cut out the ink", "Even out the strokes"):
        box = screen.button(told.pad, name)
        box.click()
        assert not np.array_equal(told.seen, usual)
        box.click()
        assert np.array_equal(told.seen, usual)
    assert {"drawn", "cut out", "counted"} <= set(screen.texts(told.pad))


def test_what_is_seen_can_be_changed(told: Told) -> None:
    open_fold(told.pad, "Change it")
    draw(told.canvas, WAYS[2][0])
    usual = told.seen
    for name, value in (
        ("To the right", 20),
        ("Down", -10),
        ("Turn", 90),
        ("Size", 60),
        ("Thickness", 30),
        ("Noise", 30),
    ):
        screen.named(told.pad, QSlider, name).setValue(value)
        assert not np.array_equal(told.seen, usual), name
        screen.press(told.pad, "Change nothing")
        assert np.array_equal(told.seen, usual), name
    screen.button(told.pad, "Invert").click()
    assert np.allclose(told.seen, 1 - usual, atol=1e-6)


def test_where_the_input_is_no_picture_it_says_so(told: Told, run: Run) -> None:
    told.pad.show_run(replace(describe(run), image_shape=(1, 64)))
    assert "no picture" in screen.text(told.pad)
    assert not told.canvas.isVisible()


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_nothing_is_cut_off(told: Told, theme: Theme) -> None:
    dress(theme)
    told.pad.set_theme(theme)
    for title in ("How it is prepared", "Change it"):
        open_fold(told.pad, title)
    QApplication.processEvents()
    for label in screen.labels(told.pad):
        assert label.width() + 1 >= label.minimumSizeHint().width(), label.text()
        assert label.toolTip() or label.text().startswith("None yet"), label.text()
    content = told.pad.widget()
    assert content is not None
    assert content.width() <= told.pad.viewport().width()
