"""With the pad open there is room for everything, with texts a third longer as well."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.pad.hands import canvas_of, draw
from tests.visualiser.pad.handwriting import WAYS
from tests.visualiser.room import cut_off, overlapping, squeezed
from tests.visualiser.windows import OpenWindow, wait_until
from visualiser.main_window import MainWindow
from visualiser.pad.fold import Fold
from visualiser.pad.pad import Pad


def opened(qtbot: QtBot, window: MainWindow) -> Pad:
    """The pad with all of its parts unfolded, a drawing and a kept digit."""
    screen.key(window, Qt.Key.Key_D)
    pad = window.tools.drawing.pad
    assert pad is not None
    for fold in pad.findChildren(Fold):
        QTest.mouseClick(fold.heading, Qt.MouseButton.LeftButton)
    draw(canvas_of(pad), WAYS[3][0])
    wait_until(qtbot, window, lambda p: p.example.own is not None)
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    pad.take_picture(image)
    return pad


def of_pad(found: list[str], pad: Pad) -> list[str]:
    return [text for text in found if any(name in text for name in _names(pad))]


def _names(pad: Pad) -> set[str]:
    return {repr(text[:40]) for text in screen.texts(pad)}


@pytest.mark.parametrize("is_longer", [False, True])
@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(1280, 800)])
def test_there_is_room(qtbot: QtBot, open_window: OpenWindow, is_longer: bool, size: QSize) -> None:
    with longer_texts() if is_longer else nullcontext():
        window = open_window()
        window.resize(size)
        pad = opened(qtbot, window)
        qtbot.wait(1)
        content = pad.widget()
        assert content is not None
        assert content.width() <= pad.viewport().width()
        assert of_pad(cut_off(window), pad) == []
        assert of_pad(squeezed(window), pad) == []
        assert overlapping(window) == []
        assert window.size() == size, "the pad leaves the window as large as it was"


def test_in_a_narrow_window_the_inspector_makes_room_and_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    for size, has_room in ((QSize(1280, 800), True), (QSize(1024, 640), False)):
        window.resize(size)
        screen.key(window, Qt.Key.Key_D)
        qtbot.wait(1)
        assert window.inspector.isVisible() == has_room
        qtbot.waitUntil(lambda: cut_off(window) == [])
        assert overlapping(window) == []
        if not has_room:
            window.resize(1280, 800)
            qtbot.waitUntil(window.inspector.isVisible)
            window.resize(size)
            qtbot.waitUntil(lambda: not window.inspector.isVisible())
        screen.key(window, Qt.Key.Key_D)
        assert window.inspector.isVisible()


def test_a_panel_that_is_asked_for_takes_the_place_of_the_pad(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1024, 640)
    screen.key(window, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: not window.inspector.isVisible())
    window._inspector_dock.toggleViewAction().trigger()
    assert window.inspector.isVisible()
    assert not window.tools.drawing.is_open
    assert window.notice.text()
    qtbot.waitUntil(lambda: cut_off(window) == [])
    assert overlapping(window) == []


def test_a_layout_leaves_the_pad_its_room(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 640)
    screen.key(window, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: not window.inspector.isVisible())
    window._inspector_dock.show()
    qtbot.waitUntil(lambda: not window.inspector.isVisible())
    assert window.tools.drawing.is_open
    screen.key(window, Qt.Key.Key_D)
    assert window.inspector.isVisible()


def test_what_made_room_is_remembered_as_shown(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(1024, 640)
    screen.key(window, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: not window.inspector.isVisible())
    window.close()
    qtbot.waitUntil(window.isHidden)
    again = open_window()
    qtbot.waitUntil(again.inspector.isVisible)


def test_a_window_of_no_least_size_does_not_grow_with_the_pad(
    qtbot: QtBot, window: MainWindow
) -> None:
    # As where all is larger, for a projector.
    window.setMinimumSize(0, 0)
    size = QSize(1024, 640)
    window.resize(size)
    screen.key(window, Qt.Key.Key_D)
    qtbot.wait(1)
    assert window.size() == size
    assert not window.inspector.isVisible()
    screen.key(window, Qt.Key.Key_D)
    qtbot.wait(1)
    assert window.inspector.isVisible()
    assert window.size() == size
