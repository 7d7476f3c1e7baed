"""FirstPaint tells, once, that a widget is on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from visualiser.widgets.first_paint import FirstPaint


class Canvas(QWidget):
    """Notes that it is painted."""

    def __init__(self, happened: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._happened = happened

    def paintEvent(self, _: QPaintEvent) -> None:
        self._happened.append("painted")


@pytest.fixture
def happened() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, happened: list[str]) -> QWidget:
    """A window whose only part is painted after it."""
    window = QWidget()
    QVBoxLayout(window).addWidget(Canvas(happened))
    window.resize(80, 60)
    qtbot.addWidget(window)
    return window


def test_all_that_is_in_a_window_is_painted_before(
    qtbot: QtBot, window: QWidget, happened: list[str]
) -> None:
    FirstPaint(window).done.connect(lambda: happened.append("done"))
    window.show()
    assert happened == []
    qtbot.waitUntil(lambda: "done" in happened)
    assert happened == ["painted", "done"]


def test_it_is_told_once(qtbot: QtBot, window: QWidget, happened: list[str]) -> None:
    FirstPaint(window).done.connect(lambda: happened.append("done"))
    window.show()
    qtbot.waitUntil(lambda: "done" in happened)
    window.repaint()
    window.grab()
    qtbot.waitUntil(lambda: happened.count("painted") > 1)
    assert happened.count("done") == 1


def test_a_window_that_was_seen_before_is_waited_for_again(
    qtbot: QtBot, window: QWidget, happened: list[str]
) -> None:
    window.show()
    qtbot.waitUntil(lambda: "painted" in happened)
    FirstPaint(window).done.connect(lambda: happened.append("done"))
    window.update()
    qtbot.waitUntil(lambda: "done" in happened)
    assert happened == ["painted", "painted", "done"]


def test_a_window_that_goes_before_it_is_painted_is_forgotten(qtbot: QtBot) -> None:
    happened: list[str] = []
    window = QWidget()
    FirstPaint(window).done.connect(lambda: happened.append("done"))
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    assert happened == []
