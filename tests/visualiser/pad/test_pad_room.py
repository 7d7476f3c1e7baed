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
from visualiser.theme import THEMES


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


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("is_longer", [False, True])
@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(1280, 800)])
def test_there_is_room(
    qtbot: QtBot, open_window: OpenWindow, theme: str, is_longer: bool, size: QSize
) -> None:
    with longer_texts() if is_longer else nullcontext():
        window = open_window(theme=theme)
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
