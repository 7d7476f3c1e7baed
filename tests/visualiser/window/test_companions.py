"""What is beside the cost plot, opened and used from the main window."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.room import cut_off, overlapping, squeezed
from tests.visualiser.small_runs import Desk, small_run
from tests.visualiser.window.test_tooltips import unexplained
from tests.visualiser.windows import PATIENCE, progress, wait_at
from visualiser.landscape.window import PlaneWindow
from visualiser.main_window import MainWindow
from visualiser.over_time.window import OverTimeWindow
from visualiser.training import messages as m

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_both_windows_follow_the_run_and_lead_to_its_steps(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    QTest.keyClick(window, Qt.Key.Key_H, SHIFT)
    over_time = window.tools.companions.over_time
    assert over_time is not None
    qtbot.waitUntil(lambda: "Everything asked for" in screen.text(over_time), timeout=PATIENCE)
    assert over_time.gradients.plots[0].hasFocus()
    screen.key(over_time.gradients.plots[0], Qt.Key.Key_Left, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: progress(window).position < 300, timeout=PATIENCE)
    position = progress(window).position
    # The keys of both work in either.
    QTest.keyClick(over_time, Qt.Key.Key_C, SHIFT)
    plane = window.tools.companions.plane
    assert plane is not None
    qtbot.waitUntil(lambda: "The run is at this step" in screen.text(plane), timeout=PATIENCE)
    found = plane.canvas.found
    assert found is not None
    assert found.position == position
    window.session.send(m.Play())
    qtbot.waitUntil(lambda: "The run is at step" in screen.text(plane), timeout=PATIENCE)
    window.session.send(m.Pause())


@pytest.fixture(params=[False, True], ids=["English", "longer"])
def is_longer(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def check(window: QWidget) -> None:
    for _ in range(3):
        QApplication.processEvents()
    window.grab()
    assert cut_off(window) == []
    assert overlapping(window) == []
    assert squeezed(window) == []
    assert unexplained(window) == []


def test_everything_over_time_has_room_and_is_explained(qtbot: QtBot, is_longer: bool) -> None:
    with longer_texts() if is_longer else nullcontext():
        window = OverTimeWindow(None)
        qtbot.addWidget(window)
        desk = Desk(small_run(), window)
        desk.answer()
        qtbot.waitUntil(lambda: not window._soon.isActive())
        window.resize(window.minimumSizeHint())
        for page in range(4):
            window.open_page(page)
            check(window)


def test_everything_about_the_plane_has_room_and_is_explained(
    qtbot: QtBot, is_longer: bool
) -> None:
    with longer_texts() if is_longer else nullcontext():
        window = PlaneWindow(None)
        qtbot.addWidget(window)
        desk = Desk(small_run(), window)
        window.controls.grid.setItemData(1, 9)
        window.begin()
        desk.answer()
        for kind in ("path", "random"):
            window.controls.choose_directions(kind)
            check(window)
