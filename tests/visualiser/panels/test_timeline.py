"""The timeline on its own, on runs made here: what it shows, and where a press or a key goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from core import Run
from tests.visualiser import screen
from tests.visualiser.longer import longer_texts
from tests.visualiser.states import new_run, snapshot_of
from visualiser.cost_history import CostHistory
from visualiser.panels.timeline import TimelinePanel
from visualiser.theme import DARK, LIGHT, Theme
from visualiser.timeline.scene import LINE, TRACK_HEIGHT, Scene
from visualiser.training import messages as m
from visualiser.training.branch_news import BranchNews

Key = Qt.Key
Left = Qt.MouseButton.LeftButton


class Bench:
    """A run and its timeline, which is obeyed at once, or where ``waits`` only when told."""

    def __init__(self, qtbot: QtBot, run: Run, theme: Theme = DARK) -> None:
        self.run, self.history, self.news = run, CostHistory(), BranchNews()
        self.commands: list[m.Command] = []
        self.waiting: list[m.Command] = []
        self.waits = False
        self.window = QWidget()
        self.window.resize(900, 800)
        qtbot.addWidget(self.window)
        self.panel = panel = TimelinePanel(self.history, self.window)
        panel.resize(900, TRACK_HEIGHT)
        panel.set_theme(theme)
        panel.command_given.connect(self.take)
        panel.show_run(snapshot_of(run).description)
        self.tell()
        self.window.show()

    def take(self, command: m.Command) -> None:
        self.commands.append(command)
        self.waiting.append(command)
        if not self.waits:
            self.obey()

    def obey(self) -> None:
        """Do what the training process does with all that waits."""
        run, waiting, self.waiting = self.run, self.waiting, []
        for command in waiting:
            match command:
                case m.GoTo(step):
                    run.go_to(run.length if step is None else step)
                case m.SwitchTo(number, step):
                    run.switch_to(run.branches[number])
                    run.go_to(run.length if step is None else step)
                case m.NameBranch(number, name):
                    run.name_branch(run.branches[number], name)
                case m.DeleteBranch(number):
                    run.delete_branch(run.branches[number])
        self.tell()

    def tell(self, **changes: Any) -> None:
        news = self.news.of(self.run)
        if news is not None:
            self.panel.show_branches(news)
        snapshot = snapshot_of(self.run, **changes)
        self.history.update(snapshot.progress)
        self.panel.show_snapshot(snapshot)

    @property
    def scene(self) -> Scene:
        found = self.panel._scene_now()
        assert found is not None
        return found

    def at(self, step: int, row: int = 0) -> QPoint:
        """Where a step of a row is."""
        return QPoint(round(self.scene.scale.x(step)), round(self.scene.row_y(row)))

    def tip(self, place: QPoint) -> str:
        """What is said of a place."""
        event = QHelpEvent(QEvent.Type.ToolTip, place, self.panel.mapToGlobal(place))
        QApplication.sendEvent(self.panel, event)
        text = QToolTip.text()
        QToolTip.hideText()
        return text


MakeBench = Callable[..., Bench]


@pytest.fixture
def bench(qtbot: QtBot) -> MakeBench:
    return lambda run, theme=DARK: Bench(qtbot, run, theme)


def run_of(steps: int) -> Run:
    run = new_run()
    run.train(steps)
    return run


def forked(count: int) -> Run:
    """A run with so many other branches."""
    run = run_of(300)
    for number in range(count):
        run.go_to(40 + 30 * number)
        run.set_learning_rate(0.1 + number / 10)
        run.train(100)
    return run


# -------------------------------------------------------------------- scrubbing


@given(
    places=st.lists(st.integers(0, 899), min_size=1, max_size=8),
    length=st.sampled_from([1, 30, 777]),
    waits=st.booleans(),
)
@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_drag_ends_at_exactly_the_step_under_the_pointer(
    bench: MakeBench, places: list[int], length: int, waits: bool
) -> None:
    one = bench(run_of(length))
    one.waits = waits
    scale, y = one.scene.scale, round(LINE)
    QTest.mousePress(one.panel, Left, pos=QPoint(places[0], y))
    for x in places[1:]:
        QTest.mouseMove(one.panel, QPoint(x, y))
    QTest.mouseRelease(one.panel, Left, pos=QPoint(places[-1], y))
    if waits:
        # Nothing piles up; the newest wish is what is left.
        assert len(one.commands) == 1
        while one.waiting:
            one.obey()
    expected = min(
        round((places[-1] - scale.left) / (scale.right - scale.left) * scale.span), length
    )
    assert one.run.position == max(expected, 0)
    assert not one.panel.is_hurrying


def test_the_scale_stays_while_dragging_though_the_run_has_grown(bench: MakeBench) -> None:
    one = bench(run_of(50))
    QTest.mousePress(one.panel, Left, pos=one.at(20))
    before = one.scene.scale
    one.run.go_to(50)
    one.run.train(30)
    one.tell()
    assert one.scene.scale == before
    QTest.mouseRelease(one.panel, Left, pos=one.at(20))
    assert one.scene.scale.span > before.span


def test_escape_goes_back_to_where_the_drag_began(bench: MakeBench) -> None:
    one = bench(run_of(200))
    QTest.mousePress(one.panel, Left, pos=one.at(20))
    QTest.mouseMove(one.panel, one.at(90))
    assert one.run.position != 200
    screen.key(one.panel, Key.Key_Escape)
    assert one.run.position == 200
    QTest.mouseMove(one.panel, one.at(60))
    assert one.run.position == 200


def test_escape_goes_back_to_the_branch_where_the_drag_began(bench: MakeBench) -> None:
    one = bench(forked(1))
    one.run.go_to(70)
    one.tell()
    QTest.mousePress(one.panel, Left, pos=one.at(200, 1))
    assert one.run.branch is one.run.branches[0]
    screen.key(one.panel, Key.Key_Escape)
    assert one.run.branch is one.run.branches[1]
    assert one.run.position == 70


# -------------------------------------------------------------------- branches


def test_a_click_on_another_branch_goes_to_that_step_of_it(bench: MakeBench) -> None:
    one = bench(forked(2))
    for row in (1, 2, 2, 1, 2):
        number = one.scene.rows[row].info.number
        place = one.at(one.scene.rows[row].starts_at + 20, row)
        step = one.scene.scale.step(place.x())
        QTest.mouseClick(one.panel, Left, pos=place)
        assert one.run.branch is one.run.branches[number]
        assert one.run.position == step
        assert one.scene.rows[0].info.number == number


def test_a_drag_goes_on_along_the_branch_that_was_pressed(bench: MakeBench) -> None:
    one = bench(forked(1))
    QTest.mousePress(one.panel, Left, pos=one.at(110, 1))
    there = one.at(270)
    QTest.mouseMove(one.panel, there)
    QTest.mouseRelease(one.panel, Left, pos=there)
    assert one.run.branch is one.run.branches[0]
    assert one.run.position == one.scene.scale.step(there.x())
    assert [type(command) for command in one.commands] == [m.SwitchTo, m.GoTo]


def test_where_no_branch_is_a_press_does_nothing(bench: MakeBench) -> None:
    one = bench(forked(1))
    start = one.scene.rows[1].starts_at
    place = QPoint(one.at(start).x() - 20, one.at(0, 1).y())
    QTest.mouseClick(one.panel, Left, pos=place)
    assert one.commands == []


def test_more_branches_than_have_room_are_seen_with_the_wheel(bench: MakeBench) -> None:
    one = bench(forked(7))
    panel = one.panel
    heights = {panel.height()}
    assert len(one.scene.seen) == 4
    met = set(one.scene.seen)
    for _ in range(7):
        turn(one, -120)
        met |= set(one.scene.seen)
        heights.add(panel.height())
    assert met == set(range(1, 8))
    assert len(heights) == 1
    for _ in range(9):
        turn(one, 120)
    assert one.scene.first == 0


def test_in_a_low_window_fewer_branches_are_seen(bench: MakeBench) -> None:
    one = bench(forked(3))
    high = one.panel.height()
    assert len(one.scene.seen) == 3
    one.window.resize(900, 640)
    QApplication.processEvents()
    assert len(one.scene.seen) == 1
    assert one.panel.height() < high - 15
    one.window.resize(900, 800)
    QApplication.processEvents()
    assert one.panel.height() == high


def turn(one: Bench, angle: int) -> None:
    place = QPointF(one.at(0))
    event = QWheelEvent(
        place,
        one.panel.mapToGlobal(place),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(one.panel, event)


def test_keys_mark_a_branch_and_go_to_it(bench: MakeBench) -> None:
    one = bench(forked(3))
    panel = one.panel
    panel.setFocus()
    before = screen.pixels(panel)
    screen.key(panel, Key.Key_Down, Key.Key_Down)
    assert (screen.pixels(panel) != before).any()
    number = one.scene.rows[2].info.number
    screen.key(panel, Key.Key_Return)
    assert one.commands == [m.SwitchTo(number)]
    assert one.run.position == one.run.length


def test_a_marked_branch_is_scrolled_to(bench: MakeBench) -> None:
    one = bench(forked(7))
    for row in range(1, 8):
        screen.key(one.panel, Key.Key_Down)
        assert row in one.scene.seen
    for row in range(6, 0, -1):
        screen.key(one.panel, Key.Key_Up)
        assert row in one.scene.seen


def menu_of(one: Bench) -> QMenu:
    return next(menu for menu in one.panel.findChildren(QMenu) if menu.isVisible())


def test_a_branch_is_named_by_a_double_click(bench: MakeBench) -> None:
    one = bench(forked(1))
    place = one.at(250, 1)
    QTest.mouseClick(one.panel, Left, pos=place)
    QTest.mouseDClick(one.panel, Left, pos=place)
    type_name(one, "the first course")
    assert one.run.branches[0].name == "the first course"
    assert one.commands[-1] == m.NameBranch(0, "the first course")


def type_name(one: Bench, name: str) -> None:
    dialog = one.panel.findChildren(QInputDialog)[-1]
    assert dialog.isVisible()
    dialog.setTextValue(name)
    dialog.accept()


@pytest.mark.parametrize("answer", ["Delete", "Keep"])
def test_deleting_says_what_goes_and_asks_once(bench: MakeBench, answer: str) -> None:
    one = bench(forked(2))
    gone = one.scene.rows[1].info.number
    screen.key(one.panel, Key.Key_Down)
    one.panel._menu.open_menu(one.panel._branches, gone, QPoint())  # type: ignore[arg-type] # it is there
    menu = menu_of(one)
    entry = next(entry for entry in menu.actions() if entry.text() == "Delete …")
    assert entry.isEnabled()
    entry.trigger()
    menu.close()
    box = one.panel.findChildren(QMessageBox)[-1]
    # Of three branches that fork at 40 and at 70, each has so many steps of its own.
    own = {0: 260, 1: 70, 2: 100}[gone]
    assert f"forgets {own} steps" in box.text()
    assert "cannot be undone" in box.text()
    assert one.commands == []
    screen.press(box, answer)
    deleted = [m.DeleteBranch(gone)] if answer == "Delete" else []
    assert one.commands == deleted
    assert len(one.run.branches) == 3 - len(deleted)


def test_the_present_branch_cannot_be_deleted(bench: MakeBench) -> None:
    one = bench(forked(1))
    assert one.panel._branches is not None
    one.panel._menu.open_menu(one.panel._branches, one.panel._branches.present, QPoint())
    menu = menu_of(one)
    entry = menu.actions()[-1]
    assert not entry.isEnabled()
    assert "go to another" in entry.toolTip()
    menu.close()


# -------------------------------------------------------------------- flags and tooltips


def changed() -> Run:
    run = run_of(100)
    run.set_learning_rate(0.5)
    run.train(150)
    run.set_batch_size(30)
    run.train(2)
    run.set_learning_rate(0.25)
    run.train(100)
    return run


def test_a_click_on_a_flag_goes_to_its_step_even_with_a_trembling_hand(bench: MakeBench) -> None:
    one = bench(changed())
    assert [len(mark.flag.changes) for mark in one.scene.flags] == [1, 2]
    for mark, step in zip(one.scene.flags, (100, 250), strict=True):
        place = QPoint(round(mark.x) + 12, 27)
        QTest.mousePress(one.panel, Left, pos=place)
        QTest.mouseMove(one.panel, place + QPoint(2, 1))
        QTest.mouseRelease(one.panel, Left, pos=place + QPoint(2, 1))
        assert one.run.position == step


def test_keys_go_from_change_to_change(bench: MakeBench) -> None:
    one = bench(changed())
    met = []
    for key in [Key.Key_PageUp] * 4 + [Key.Key_PageDown] * 3:
        screen.key(one.panel, key)
        met.append(one.run.position)
    assert met == [252, 250, 100, 100, 250, 252, 252]


def test_tooltips_tell_of_steps_flags_and_branches(bench: MakeBench) -> None:
    one = bench(changed())
    place = one.at(180)
    step = one.scene.scale.step(place.x())
    average = np.mean(one.run.costs[step - 24 : step + 1])
    # An epoch is 144 mini-batches, the last of them smaller.
    epochs = 1 + 10 * (step - 144) / 1438
    assert one.tip(place) == f"Step {step} · epoch {epochs:.2f} · C average {average:.4f}"
    mark = one.scene.flags[1]
    assert one.tip(QPoint(round(mark.x) + 3, 25)).splitlines() == [
        "At step 250 the mini-batch was set to 30 examples",
        "At step 252 η was set to 0.25",
        "Click: go to step 250.",
    ]


def test_a_branch_s_tooltip_says_what_is_different_on_it(bench: MakeBench) -> None:
    one = bench(forked(1))
    first = one.tip(one.at(200, 1))
    assert "branch 0: 300 steps, apart from branch 1 from step 40 on." in first
    assert "No change" in first
    QTest.mouseClick(one.panel, Left, pos=one.at(200, 1))
    assert "At step 40 η was set to 0.1" in one.tip(one.at(100, 1))


# -------------------------------------------------------------------- what is seen


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_present_and_the_newest_step_are_told_apart(bench: MakeBench, theme: Theme) -> None:
    one = bench(run_of(300), theme)
    assert one.panel._present(snapshot_of(one.run).progress).here.endswith("newest")
    at_end = screen.pixels(one.panel)
    one.run.go_to(299)
    one.tell()
    shown = one.panel._present(snapshot_of(one.run).progress)
    assert (shown.here.split(" · ")[0], shown.newest) == ("step 299", "newest 300")
    assert (screen.pixels(one.panel) != at_end).any()


def test_what_lies_ahead_is_paler_than_what_was_taken(bench: MakeBench) -> None:
    one = bench(run_of(300), DARK)
    one.run.go_to(150)
    one.tell()
    picture = screen.grey(screen.pixels(one.panel))
    taken, ahead = one.at(75), one.at(225)
    assert picture[taken.y(), taken.x()] > picture[ahead.y(), ahead.x()] + 80
    assert picture[ahead.y(), ahead.x()] > picture[5, 5] + 30


def test_an_untrained_run_says_how_to_begin(bench: MakeBench) -> None:
    one = bench(new_run())
    progress = snapshot_of(one.run).progress
    assert one.panel._present(progress).here == "step 0 · untrained"
    before = screen.pixels(one.panel)
    one.run.train(1)
    one.tell()
    assert (screen.pixels(one.panel)[48:] != before[48:]).any()


def test_a_screen_reader_is_told_where_the_run_is(bench: MakeBench) -> None:
    one = bench(run_of(1300))
    one.run.go_to(1234)
    one.tell()
    assert one.panel.accessibleName() == "Timeline"
    assert one.panel.accessibleDescription() == "Step 1,234 of 1,300, epoch 8.57"


def test_what_stays_is_not_drawn_again_for_every_step(bench: MakeBench) -> None:
    one = bench(run_of(300))
    one.panel.grab()
    still = one.panel._still
    assert still is not None
    for position in (299, 10, 300):
        one.run.go_to(position)
        one.tell()
        one.panel.grab()
    assert one.panel._still is still
    one.run.train(150)
    one.tell()
    one.panel.grab()
    assert one.panel._still is not still


def test_longer_texts_and_many_branches_are_drawn(bench: MakeBench) -> None:
    with longer_texts():
        one = bench(forked(5), LIGHT)
        one.panel.resize(400, one.panel.height())
        assert screen.pixels(one.panel).std() > 5
