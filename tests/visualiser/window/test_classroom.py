"""In a real window: Present, what is shown, layouts, and set-ups that are copied and opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDockWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core.run_settings import RunSettings
from tests.visualiser import filing, screen
from tests.visualiser.room import has_overflow
from tests.visualiser.states import digits
from tests.visualiser.windows import (
    PATIENCE,
    OpenWindow,
    is_same,
    progress,
    snapshot,
    wait_at,
    wait_for_notice,
)
from visualiser.main_window import MainWindow
from visualiser.presenting.large_text import LargeText
from visualiser.selection import Neuron
from visualiser.sharing.link_file import read_link, write_link
from visualiser.sharing.set_up import SetUp

Key = Qt.Key


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def copied(qtbot: QtBot, window: MainWindow) -> str:
    """Copy the set-up, and wait until it is there."""
    QGuiApplication.clipboard().clear()
    screen.choose(window, "Menu", "Copy set-up")
    qtbot.waitUntil(lambda: clipboard().startswith("nnv1:"), timeout=PATIENCE)
    return clipboard()


def paste(window: MainWindow, text: str) -> None:
    """Paste a set-up, and begin it."""
    QGuiApplication.clipboard().clear()
    screen.control_key(window, Key.Key_U)
    [dialog] = window.findChildren(QWidget, "paste_dialog")
    screen.named(dialog, QPlainTextEdit, "Text of the set-up").setPlainText(text)
    screen.press(dialog, "Begin this run")


def dock(window: MainWindow, name: str) -> QDockWidget:
    return window.findChildren(QDockWidget, name)[0]


def large(window: MainWindow) -> list[str]:
    return [one.text() for one in window.findChildren(LargeText) if one.isVisible()]


# ---------------------------------------------------------------------- Present


def test_present_shows_three_things_and_all_keys_go_on_working(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.network.select(Neuron(1, 4))
    size = dock(window, "inspector").size()
    screen.key(window, Key.Key_F5)
    assert window.isFullScreen()
    assert not window.network.isVisible()
    for part in (window.transport, window.status, window.timeline, window.inspector):
        assert not part.isVisible()
    assert "Neuron 4 of layer 1" in large(window)
    screen.key(window, Key.Key_Period, Key.Key_Right)
    wait_at(qtbot, window, 2)
    qtbot.waitUntil(lambda: any("Step 2 " in text for text in large(window)), timeout=PATIENCE)
    screen.key(window, Key.Key_Comma)
    wait_at(qtbot, window, 1)
    screen.key(window, Key.Key_Space)
    qtbot.waitUntil(lambda: progress(window).position > 5, timeout=PATIENCE)
    screen.key(window, Key.Key_Space)
    qtbot.waitUntil(lambda: not progress(window).playing, timeout=PATIENCE)
    window.notice.say("A sentence.")
    assert window.notice.isVisible()
    screen.key(window, Key.Key_Escape)
    assert not window.isFullScreen()
    QApplication.processEvents()
    for widget in (
        window.network,
        window.transport,
        window.status,
        window.inspector,
        window.notice,
    ):
        assert widget.isVisible()
    assert dock(window, "cost").isVisible()
    # The window gets its size back first.
    qtbot.waitUntil(lambda: dock(window, "inspector").width() == size.width(), timeout=PATIENCE)


def test_closed_while_it_presents_the_next_window_is_as_before_that(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "mine.ini"
    first = open_window(settings=path)
    first.classroom.hiding.hide(frozenset({"transport", "timeline", "inspector"}))
    screen.key(first, Key.Key_F5)
    first.close()
    second = open_window(settings=path)
    assert not second.isFullScreen()
    assert dock(second, "cost").isVisible()
    assert second.transport.isVisible()
    assert not second.timeline.isVisible()
    assert not dock(second, "inspector").isVisible()
    screen.press(second, "Show everything")
    assert second.timeline.isVisible()
    assert dock(second, "inspector").isVisible()


def test_present_leaves_the_phases_of_a_step_first_and_takes_their_key_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen.key(window, Key.Key_P)
    qtbot.waitUntil(lambda: window.phases.stepper.is_active, timeout=PATIENCE)
    screen.key(window, Key.Key_F5)
    assert not window.phases.stepper.is_active
    screen.key(window, Key.Key_P)
    assert not window.phases.stepper.is_active
    screen.key(window, Key.Key_F5)
    assert dock(window, "cost").isVisible()
    screen.key(window, Key.Key_P)
    qtbot.waitUntil(lambda: window.phases.stepper.is_active, timeout=PATIENCE)


# ---------------------------------------------------------------------- layouts


def test_a_layout_leaves_the_phases_and_hides_what_is_to_be_hidden(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen.key(window, Key.Key_P)
    qtbot.waitUntil(lambda: window.phases.stepper.is_active, timeout=PATIENCE)
    window.classroom.hiding.hide(frozenset({"cost"}))
    screen.choose(window, "Menu", "Inspect")
    assert not window.phases.stepper.is_active
    assert dock(window, "inspector").width() > 384
    assert not dock(window, "cost").isVisible()


def test_the_cost_plot_comes_back_where_it_was_moved_to(qtbot: QtBot, window: MainWindow) -> None:
    left = Qt.DockWidgetArea.LeftDockWidgetArea
    screen.control_key(window, Key.Key_L)
    window.addDockWidget(left, dock(window, "cost"))
    screen.key(window, Key.Key_P)
    qtbot.waitUntil(lambda: window.phases.stepper.is_active, timeout=PATIENCE)
    assert not dock(window, "cost").isVisible()
    screen.key(window, Key.Key_Escape)
    assert dock(window, "cost").isVisible()
    assert window.dockWidgetArea(dock(window, "cost")) == left


# ---------------------------------------------------------------------- what is shown


def test_groups_are_hidden_and_one_button_brings_them_all_back(
    window: MainWindow,
) -> None:
    screen.control_key(window, Key.Key_H)
    [dialog] = window.findChildren(QWidget, "shown_dialog")
    boxes = [box for box in dialog.findChildren(QCheckBox) if box.isVisible()]
    places = {
        "Buttons: play, step, back, run": lambda: screen.button(window, "Play").isVisible(),
        "Speed": window.transport._speed.isVisible,
        "Learning rate η and mini-batch": window.transport._rate.isVisible,
        "What the lines show": window.network.lines.isVisible,
        "Choice of the example": window.example.isVisible,
        "Inspector": window.inspector.isVisible,
        "Cost plot": lambda: dock(window, "cost").isVisible(),
        "Timeline": window.timeline.isVisible,
        "Status bar": window.status.isVisible,
        "Menu entries that change the run": window._actions["recipe"].isVisible,
    }
    assert [box.text() for box in boxes if not box.isChecked()] == []
    assert {box.text() for box in boxes} == set(places)
    for box in boxes[1:]:
        assert places[box.text()]()
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 4)
        assert not box.isChecked()
        QApplication.processEvents()
        assert not places[box.text()](), box.text()
    screen.press(dialog, "Close")
    # What is hidden stays so when the run or the window's size changes.
    window.resize(1100, 700)
    window.network.show_run(snapshot(window).description)
    assert not window.network.lines.isVisible()
    assert not window.example.isVisible()
    screen.key(window, Key.Key_M)
    screen.press(window, "Show everything")
    QApplication.processEvents()
    assert all(is_shown() for is_shown in places.values())
    with pytest.raises(LookupError):
        screen.button(window, "Show everything")


def test_the_way_back_has_room_in_a_narrow_window(window: MainWindow) -> None:
    window.classroom.hiding.hide(frozenset({"status"}))
    for width in (1024, 1100, 1270, 1280, 1500):
        window.resize(width, 700)
        QApplication.processEvents()
        assert not has_overflow(window), width
        assert screen.button(window, "Show everything").width() > 20


# ---------------------------------------------------------------------- sharing


@pytest.mark.parametrize("step", [0, 200])
def test_an_example_that_there_is_not_is_said_to_the_end(
    qtbot: QtBot, window: MainWindow, step: int
) -> None:
    paste(window, f"nnv1:layers=64-8-10;seed=3;step={step};example=test.99999")
    wait_at(qtbot, window, step)
    qtbot.waitUntil(lambda: "There is no example" in window.notice.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.classroom.sharing._way.is_going, timeout=PATIENCE)
    assert "There is no example 99999" in window.notice.text()


def test_a_copied_set_up_opens_the_very_same_run(qtbot: QtBot, window: MainWindow) -> None:
    settings = RunSettings(layers=(64, 8, 10), activation="tanh", seed=3, optimiser="momentum")
    text = (
        "nnv1:layers=64-8-10;activation=tanh;seed=3;optimiser=momentum;step=70;select=1.5;"
        "example=test.4;hide=timeline"
    )
    paste(window, text)
    shown = wait_at(qtbot, window, 70)
    run = settings.new_run(digits())
    run.train(70)
    assert is_same(shown, run)
    assert window.network.selection == Neuron(1, 5)
    assert not window.timeline.isVisible()
    qtbot.waitUntil(lambda: progress(window).example.index == 4, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "set-up that was shared" in window.notice.text(), timeout=PATIENCE)
    assert copied(qtbot, window) == text


def test_the_way_there_is_told_and_can_be_stopped(qtbot: QtBot, window: MainWindow) -> None:
    speed = window.transport.speed
    paste(window, "nnv1:seed=3;step=1000000")
    qtbot.waitUntil(lambda: "Training to step 1,000,000" in window.notice.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: progress(window).position > 0, timeout=PATIENCE)
    screen.press(window, "Stop here")
    qtbot.waitUntil(lambda: not progress(window).playing, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.classroom.sharing._way.is_going, timeout=PATIENCE)
    assert 0 < progress(window).position < 1_000_000
    assert window.transport.speed == speed


def test_a_set_up_of_a_changed_run_says_what_is_left_out(qtbot: QtBot, window: MainWindow) -> None:
    screen.key(window, Key.Key_Period)
    wait_at(qtbot, window, 1)
    screen.type_into(window.transport._rate, "0.5")
    qtbot.waitUntil(lambda: progress(window).learning_rate == 0.5, timeout=PATIENCE)
    text = copied(qtbot, window)
    assert "learning-rate" not in text
    assert "(changes: 1) is not part of it" in wait_for_notice(qtbot, window)
    screen.press(window, "Save the run as …")
    filing.cancel_dialog(window)


def test_a_link_file_is_saved_and_opened_as_a_run_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    screen.choose(window, "Menu", "Save as link file …")
    qtbot.waitUntil(lambda: filing.dialog_of(window) is not None, timeout=PATIENCE)
    filing.name_file(window, tmp_path / "mine.nnlink")
    assert read_link(tmp_path / "mine.nnlink").settings.layers == (64, 16, 16, 10)
    write_link(tmp_path / "other.nnlink", SetUp(RunSettings(layers=(64, 5, 10)), 3))
    drag = filing.Drag(window, [tmp_path / "other.nnlink"])
    assert drag.enter()
    drag.drop()
    assert wait_at(qtbot, window, 3).sizes == (64, 5, 10)
    screen.control_key(window, Key.Key_O)
    filing.name_file(window, tmp_path / "mine.nnlink")
    assert wait_at(qtbot, window, 0).sizes == (64, 16, 16, 10)


def test_what_is_wrong_with_a_link_is_said_and_the_run_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "bad.nnlink").write_text("nnv1:layers=64-x")
    window.files.open(tmp_path / "bad.nnlink")
    assert "“layers=64-x” in the set-up" in wait_for_notice(qtbot, window)
    (tmp_path / "own.nnlink").write_text("nnv1:data=file:marks.csv")
    window.files.open(tmp_path / "own.nnlink")
    assert "“marks.csv”; open that data first" in window.notice.text()
    (tmp_path / "batch.nnlink").write_text("nnv1:layers=64-16-16-10;batch-size=999999")
    window.notice.hide()
    window.files.open(tmp_path / "batch.nnlink")
    assert "mini-batch" in wait_for_notice(qtbot, window)
    assert progress(window).batch_size == 10


def test_a_link_on_the_command_line_is_shown_at_once(qtbot: QtBot, open_window: OpenWindow) -> None:
    set_up = SetUp(RunSettings(layers=(64, 7, 10), seed=2), 40, Neuron(1, 6), None)
    window = open_window(set_up.settings, wait=False)
    window.classroom.show_first(set_up)
    qtbot.waitUntil(lambda: window.session.progress is not None, timeout=PATIENCE)
    wait_at(qtbot, window, 40)
    assert window.network.selection == Neuron(1, 6)
    qtbot.waitUntil(lambda: window.cost is not None, timeout=PATIENCE)
