"""The timeline in the window: dragging through a run, branches, keys for epochs."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core import Run
from tests.visualiser import screen
from tests.visualiser.room import cut_off, overlapping, settle
from tests.visualiser.states import new_run
from tests.visualiser.windows import (
    PATIENCE,
    OpenWindow,
    is_same,
    progress,
    snapshot,
    wait_at,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.timeline import TimelinePanel
from visualiser.timeline.scene import LINE, Scene
from visualiser.training import messages as m

Key = Qt.Key
Left = Qt.MouseButton.LeftButton


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def scene_of(window: MainWindow) -> Scene:
    found = window.timeline._scene_now()
    assert found is not None
    return found


def at(window: MainWindow, step: int, row: int = 0) -> QPoint:
    scene = scene_of(window)
    return QPoint(round(scene.scale.x(step)), round(scene.row_y(row)))


def under(window: MainWindow, x: int) -> int:
    """The step under a pixel, by the rule of three."""
    scale = scene_of(window).scale
    step = round((x - scale.left) / (scale.right - scale.left) * scale.span)
    return min(max(step, 0), progress(window).length)


def train(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    end = progress(window).position + steps
    window.session.send(m.Play(steps))
    wait_at(qtbot, window, end)


def fork(qtbot: QtBot, window: MainWindow) -> Run:
    """A run with a fork at step 100, on it; the same made here."""
    train(qtbot, window, 300)
    window.session.send(m.GoTo(100))
    wait_at(qtbot, window, 100)
    window.session.send(m.SetLearningRate(0.5))
    train(qtbot, window, 80)
    run = new_run()
    run.train(300)
    run.go_to(100)
    run.set_learning_rate(0.5)
    run.train(80)
    return run


def test_a_drag_ends_at_exactly_the_step_under_the_pointer_bit_for_bit(
    qtbot: QtBot, window: MainWindow
) -> None:
    train(qtbot, window, 1300)
    run = new_run()
    run.train(1300)
    start, y = at(window, 1000), round(LINE)
    QTest.mousePress(window.timeline, Left, pos=start)
    for x in np.linspace(start.x(), at(window, 200).x(), 40).round().astype(int).tolist():
        QTest.mouseMove(window.timeline, QPoint(x, y))
    end = at(window, 200).x()
    run.go_to(under(window, end))
    # The button is still down: the network follows.
    assert is_same(wait_at(qtbot, window, run.position), run)
    QTest.mouseRelease(window.timeline, Left, pos=QPoint(end, y))
    assert progress(window).length == 1300
    assert f"Step {run.position} of 1,300" in screen.text(window.status)


def test_while_dragging_nothing_piles_up(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(qtbot, window, 1300)
    asked: list[m.Command] = []
    shown: list[int] = []
    send = window.session.send

    def note(command: m.Command) -> None:
        if isinstance(command, m.GoTo):
            asked.append(command)
        send(command)

    monkeypatch.setattr(window.session, "send", note)
    window.session.snapshot_taken.connect(lambda taken: shown.append(taken.progress.position))
    QTest.mousePress(window.timeline, Left, pos=at(window, 1300))
    last = at(window, 300)
    for x in (*range(at(window, 1299).x(), last.x(), -3), last.x()):
        QTest.mouseMove(window.timeline, QPoint(x, last.y()))
        QApplication.processEvents()
        assert len(asked) <= len(shown) + 1
    step = under(window, last.x())
    wait_at(qtbot, window, step)
    QTest.mouseRelease(window.timeline, Left, pos=last)
    assert asked[-1] == m.GoTo(step)


def test_pressing_while_it_plays_holds_still_there(qtbot: QtBot, window: MainWindow) -> None:
    screen.key(window, Key.Key_Space)
    wait_until(qtbot, window, lambda p: p.playing and p.position > 500)
    place = at(window, 200)
    step = under(window, place.x())
    QTest.mousePress(window.timeline, Left, pos=place)
    shown = wait_at(qtbot, window, step)
    run = new_run()
    run.train(step)
    assert is_same(shown, run)
    QTest.mouseRelease(window.timeline, Left, pos=place)
    # Space plays again, and does not pause what is paused.
    screen.key(window, Key.Key_Space)
    wait_until(qtbot, window, lambda p: p.playing)


def test_escape_while_dragging_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    train(qtbot, window, 300)
    QTest.mousePress(window.timeline, Left, pos=at(window, 100))
    wait_until(qtbot, window, lambda p: p.position < 300)
    screen.key(window.timeline, Key.Key_Escape)
    wait_at(qtbot, window, 300)
    QTest.mouseRelease(window.timeline, Left, pos=at(window, 100))
    assert progress(window).position == 300


def test_going_to_another_branch_is_exact_and_no_fork(qtbot: QtBot, window: MainWindow) -> None:
    run = fork(qtbot, window)
    window.notice.hide()
    place = at(window, 250, 1)
    step = scene_of(window).scale.step(place.x())
    QTest.mouseClick(window.timeline, Left, pos=place)
    run.switch_to(run.branches[0])
    run.go_to(step)
    assert is_same(wait_at(qtbot, window, step), run)
    assert np.array_equal(window.history.costs, run.costs)
    place = at(window, 150, 1)
    QTest.mouseClick(window.timeline, Left, pos=place)
    wait_until(qtbot, window, lambda p: p.length == 180)
    assert window.notice.isHidden()


def test_a_change_in_the_past_is_told_of(qtbot: QtBot, window: MainWindow) -> None:
    fork(qtbot, window)
    assert "takes another course" in window.notice.text()


def test_a_branch_is_named_and_deleted(qtbot: QtBot, window: MainWindow) -> None:
    fork(qtbot, window)
    timeline = window.timeline
    timeline.setFocus()
    screen.key(timeline, Key.Key_Down, Key.Key_F2)
    dialog = timeline.findChildren(QInputDialog)[-1]
    dialog.setTextValue("as it was")
    dialog.accept()
    qtbot.waitUntil(lambda: scene_of(window).rows[1].info.name == "as it was", timeout=PATIENCE)
    assert timeline._branches is not None
    timeline._menu.ask_to_delete(timeline._branches, 0)
    box = timeline.findChildren(QMessageBox)[-1]
    assert "as it was" in box.text()
    screen.press(box, "Delete")
    qtbot.waitUntil(lambda: len(scene_of(window).rows) == 1, timeout=PATIENCE)
    assert progress(window).length == 180


def test_shift_and_the_arrows_go_from_epoch_to_epoch(qtbot: QtBot, window: MainWindow) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    train(qtbot, window, 100)
    window.session.send(m.SetBatchSize(30))
    train(qtbot, window, 60)
    # Digit 1000 of 1438 is the next after 100 steps of 10: 15 of 30 are left, then 48 an epoch.
    starts = [0, 115, 163]
    for key, step in ((Key.Key_Left, 115), (Key.Key_Left, 0), (Key.Key_Right, 115)):
        QTest.keyClick(window, key, shift)
        wait_at(qtbot, window, step)
    QTest.keyClick(window.timeline, Key.Key_Right, shift)
    shown = wait_at(qtbot, window, starts[2])
    run = new_run()
    run.train(100)
    run.set_batch_size(30)
    run.train(63)
    assert is_same(shown, run)
    assert (progress(window).length, progress(window).epochs_done) == (163, 2)
    QTest.keyClick(window, Key.Key_Left, shift)
    wait_at(qtbot, window, 115)
    screen.key(window, Key.Key_Home)
    wait_at(qtbot, window, 0)
    QTest.keyClick(window, Key.Key_Left, shift)
    screen.key(window, Key.Key_BracketRight)
    wait_until(qtbot, window, lambda p: p.example.index == 1)
    assert progress(window).position == 0


def test_in_the_past_the_end_of_an_epoch_is_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    train(qtbot, window, 100)
    window.session.send(m.SetBatchSize(30))
    train(qtbot, window, 60)
    window.session.send(m.GoTo(50))
    wait_at(qtbot, window, 50)
    screen.key(window, Key.Key_E)
    assert wait_at(qtbot, window, 115).progress.epochs_done == 1


def test_the_arrows_take_steps_while_the_timeline_has_the_focus(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.timeline.setFocus()
    screen.key(window.timeline, Key.Key_Right, Key.Key_Right)
    wait_at(qtbot, window, 2)
    screen.key(window.timeline, Key.Key_Left)
    wait_at(qtbot, window, 1)


def test_tab_goes_from_the_network_to_the_timeline(window: MainWindow) -> None:
    window.network.setFocus()
    met: list[type[QWidget]] = [NetworkView]
    for _ in range(12):
        screen.key(QApplication.focusWidget() or window, Key.Key_Tab)
        met.append(type(QApplication.focusWidget() or window))
        if met[-1] is TimelinePanel:
            break
    assert met[-1] is TimelinePanel


def test_the_network_keeps_its_room(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(theme="light")
    window.resize(1024, 640)
    settle(window)
    assert window.timeline.height() <= 64
    assert window.timeline.width() == window.network.width()
    assert window.network.height() > 300
    fork(qtbot, window)
    for size in (QSize(1024, 640), QSize(1280, 800)):
        window.resize(size)
        settle(window)
        assert cut_off(window) == []
        assert overlapping(window) == []
    assert snapshot(window).progress.length == 180
