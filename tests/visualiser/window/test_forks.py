"""What the window says of steps that were left behind, and the way back to them."""

from __future__ import annotations

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from core import Run
from tests.visualiser import screen
from tests.visualiser.states import new_run
from tests.visualiser.windows import is_same, wait_at, wait_for_notice, wait_until
from visualiser.main_window import MainWindow
from visualiser.training import messages as m
from visualiser.widgets.number_field import NumberField


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def fork(qtbot: QtBot, window: MainWindow) -> Run:
    """Take 300 steps, go back to step 120 and set η to 0.5 there; the same made here."""
    window.session.send(m.Play(300))
    wait_at(qtbot, window, 300)
    window.session.send(m.GoTo(120))
    wait_at(qtbot, window, 120)
    screen.type_into(screen.named(window, NumberField, "Learning rate"), "0.5")
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.5)
    run = new_run()
    run.train(300)
    run.go_to(120)
    run.change(learning_rate=0.5)
    return run


def test_after_a_fork_one_press_leads_to_the_steps_that_were_left(
    qtbot: QtBot, window: MainWindow
) -> None:
    run = fork(qtbot, window)
    said = wait_for_notice(qtbot, window)
    assert "From step 120 on the run takes another course" in said
    assert "kept as another branch" in said
    screen.press(window.notice, "Go there")
    run.switch_to(run.branches[0])
    assert is_same(wait_at(qtbot, window, 300), run)
    assert window.notice.text() == ""


def test_what_was_undone_leads_there_too(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(100))
    wait_at(qtbot, window, 100)
    screen.type_into(screen.named(window, NumberField, "Learning rate"), "0.5")
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.5)
    window.session.send(m.Play(50))
    wait_at(qtbot, window, 150)
    screen.control_key(window, Qt.Key.Key_Z)
    wait_at(qtbot, window, 100)
    assert "kept as another branch" in wait_for_notice(qtbot, window)
    assert "Undone: η was set to 0.5." in window.notice.text()
    screen.press(window.notice, "Go there")
    state = wait_at(qtbot, window, 150)
    assert state.progress.learning_rate == 0.5


def test_where_nothing_was_left_there_is_nowhere_to_go(qtbot: QtBot, window: MainWindow) -> None:
    window.session.send(m.Play(100))
    wait_at(qtbot, window, 100)
    screen.type_into(screen.named(window, NumberField, "Learning rate"), "0.5")
    wait_until(qtbot, window, lambda p: p.learning_rate == 0.5)
    assert window.notice.text() == ""
    screen.control_key(window, Qt.Key.Key_Z)
    assert wait_for_notice(qtbot, window) == "Undone: η was set to 0.5."
    assert "Go there" not in [b.text() for b in visible_buttons(window)]


def test_once_branches_have_other_numbers_the_way_is_offered_no_longer(
    qtbot: QtBot, window: MainWindow
) -> None:
    fork(qtbot, window)
    wait_for_notice(qtbot, window)
    window.session.send(m.DeleteBranch(0))
    qtbot.waitUntil(lambda: window.notice.text() == "")


def test_in_the_plot_a_click_on_a_pale_line_goes_to_that_branch(
    qtbot: QtBot, window: MainWindow
) -> None:
    run = fork(qtbot, window)
    average = float(run.branches[0].costs.values[226:251].mean())
    for _ in range(2):
        QApplication.processEvents()
        window.grab()
    plot = window.findChildren(pg.PlotWidget)[0]
    scene = plot.getViewBox().mapViewToScene(QPointF(250, average))
    place: QPoint = plot.mapFromScene(scene)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    state = wait_until(qtbot, window, lambda p: p.length == 300 and p.position != 120)
    assert abs(state.progress.position - 250) <= 2
    run.switch_to(run.branches[0])
    run.go_to(state.progress.position)
    assert is_same(state, run)


def visible_buttons(window: MainWindow) -> list[QAbstractButton]:
    return [b for b in window.notice.findChildren(QAbstractButton) if b.isVisible()]
