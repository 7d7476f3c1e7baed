"""Over time: what is drawn is what the run had, and a point leads to its step."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import Run
from tests.visualiser.screen import Pixels, key, pixels, text
from tests.visualiser.states import describe, new_run, snapshot_of
from visualiser.number_format import count, fixed
from visualiser.theme import DARK, THEMES, Theme
from visualiser.training.messages import Answered, RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.training.time_questions import Course, WeightOverTime
from visualiser.widgets.over_time import OverTime
from visualiser.widgets.time_curve import TimeCurve
from visualiser.widgets.time_points import Points, limits, pieces

QUESTION = WeightOverTime(2, 3, 4)
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


def weight_of(run: Run) -> float:
    return float(run.network.weights[1][3, 4])


def course_of(run: Run) -> Course:
    answer = QUESTION.answer(run)
    assert isinstance(answer, Course)
    return answer


def answered(run: Run) -> Answered:
    return Answered(QUESTION, run.position, course_of(run))


def made_points(values: list[float], present: int = 0, spacing: int = 10) -> Points:
    steps = spacing * np.arange(len(values))
    return Points(steps, np.array(values), present, int(steps[-1]))


def shown(qtbot: QtBot, widget: QWidget, width: int = 344) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, widget.sizeHint().height())
    widget.show()
    return widget


@pytest.fixture
def curve(qtbot: QtBot) -> TimeCurve:
    made = TimeCurve("W", "W over time", "The weight.")
    shown(qtbot, made)
    return made


@pytest.fixture
def section(qtbot: QtBot) -> OverTime:
    """The section of one weight, of a run that was gone back in and has answered."""
    made = OverTime(TimeCurve("W", "W over time", "The weight."))
    shown(qtbot, made)
    return made


def gone_back(length: int = 60, here: int = 40) -> Run:
    run = new_run()
    run.steps(length)
    run.go_to(here)
    return run


@cache
def description() -> RunDescription:
    """What all the runs here are told to be: the same one."""
    return describe(new_run())


def state_of(run: Run, **changes: Any) -> Snapshot:
    return replace(snapshot_of(run, **changes), description=description())


def follow(section: OverTime, run: Run, **changes: Any) -> None:
    section.follow(state_of(run, **changes), QUESTION, weight_of(run))


def curve_in(section: OverTime) -> TimeCurve:
    return section.findChildren(TimeCurve)[0]


def points_in(section: OverTime) -> dict[int, float]:
    points = curve_in(section)._points
    assert points is not None
    return dict(zip(points.steps.tolist(), points.values.tolist(), strict=True))


def place_of(curve: TimeCurve, step: float, value: float) -> QPoint:
    axes = curve.axes()
    assert axes is not None
    return axes.point(step, value).toPoint()


# -------------------------------------------------------------------- pointing


@pytest.mark.parametrize("place", [0, 3, 7])
def test_pointing_tells_the_nearest_point_and_a_click_leads_there(
    curve: TimeCurve, place: int
) -> None:
    values = [0.5, -1.25, 0.75, 3.0, 2.0, 1.0, 0.125, -0.0625]
    curve.show_points(made_points(values, present=20))
    assert curve.readout() == "Step 20: W = 0.7500"
    spy = QSignalSpy(curve.step_chosen)
    at = place_of(curve, 10 * place + 2, 0.0)
    QTest.mouseMove(curve, at)
    assert curve.readout() == f"Step {10 * place}: W = {fixed(values[place])}"
    assert curve.accessibleDescription() == curve.readout()
    QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(curve, Qt.MouseButton.RightButton, pos=at)
    assert [spy.at(call) for call in range(spy.count())] == [[10 * place]]


def test_keys_go_from_point_to_point_and_enter_leads_there(curve: TimeCurve) -> None:
    curve.show_points(made_points([0.0, 1.0, 2.0, 3.0], present=20))
    spy = QSignalSpy(curve.step_chosen)
    key(curve, Qt.Key.Key_Return)
    assert spy.count() == 0
    key(curve, Qt.Key.Key_PageUp)
    assert curve.readout() == "Step 10: W = 1.0000"
    key(curve, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    key(curve, *[Qt.Key.Key_PageDown] * 9, Qt.Key.Key_Enter)
    assert [spy.at(call) for call in range(spy.count())] == [[0], [30]]


def test_it_can_be_reached_and_says_what_it_is(curve: TimeCurve) -> None:
    assert curve.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert curve.accessibleName() == "W over time"
    assert curve.toolTip().startswith("The weight. ")
    assert "Page Up" in curve.toolTip()


def test_before_anything_is_known_it_is_empty(curve: TimeCurve) -> None:
    assert curve.axes() is None
    assert curve.readout() == ""
    QTest.mouseMove(curve, QPoint(100, 50))
    QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    key(curve, Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    curve.grab()


# -------------------------------------------------------------------- drawing


def contrast(picture: Pixels, theme: Theme, at: QPoint) -> int:
    """How far the boldest pixel near a place is from the ground."""
    ground = theme.colour("panel")
    near = picture[at.y() - 2 : at.y() + 3, at.x() - 1 : at.x() + 2]
    colour = [ground.red(), ground.green(), ground.blue()]
    return int(np.abs(near - colour).sum(axis=2).max())


@themes
def test_what_came_after_the_present_step_is_paler(curve: TimeCurve, theme: Theme) -> None:
    curve.set_theme(theme)
    curve.setStyleSheet(f"background: {theme.panel}")
    # Between the lines of the grid.
    curve.show_points(Points(np.array([0, 200, 400]), np.array([0.13, 0.13, 0.13]), 200, 400))
    picture = pixels(curve)
    past, future = (contrast(picture, theme, place_of(curve, s, 0.13)) for s in (130, 270))
    assert past > 1.5 * future > 90


@themes
def test_the_present_step_is_marked_from_top_to_bottom(curve: TimeCurve, theme: Theme) -> None:
    curve.set_theme(theme)
    pictures = []
    for present in (100, 300):
        curve.show_points(made_points([0.0, 1.0, 2.0, 3.0, 4.0], present=present, spacing=100))
        pictures.append(pixels(curve))
    axes = curve.axes()
    assert axes is not None
    rows = slice(int(axes.box.top()) + 2, int(axes.box.bottom()) - 2)
    differs = (pictures[0] != pictures[1]).any(axis=2)[rows].all(axis=0)
    for present in (100, 300):
        x = place_of(curve, present, 0).x()
        assert differs[x - 1 : x + 2].any()


@pytest.mark.parametrize("width", [300, 344])
@pytest.mark.parametrize("scale", [1e-6, 1.0, 12345.0])
@pytest.mark.parametrize("length", [1, 70, 1_000_000])
def test_nothing_stands_outside(qtbot: QtBot, width: int, scale: float, length: int) -> None:
    curve = TimeCurve("W", "", "")
    shown(qtbot, curve, width)
    steps, values = np.array([0, length]), scale * np.array([-1.0, 1.5])
    curve.show_points(Points(steps, values, length, length))
    axes = curve.axes()
    assert axes is not None
    for step, value in zip(steps.tolist(), values.tolist(), strict=True):
        assert axes.box.contains(axes.point(step, value))
    assert curve.rect().contains(axes.box.toRect())
    assert axes.box.width() > width / 2
    curve.grab()


@settings(deadline=None, max_examples=100)
@given(st.lists(st.floats(allow_nan=True, allow_infinity=True, width=32), min_size=1))
def test_whatever_the_numbers_are_the_finite_ones_are_inside(values: list[float]) -> None:
    found, finite = limits(np.array(values)), [one for one in values if math.isfinite(one)]
    assert (found is None) == (not finite)
    if found is not None:
        assert found[0] < min(finite) <= max(finite) < found[1]


def test_what_is_no_number_parts_the_curve(curve: TimeCurve) -> None:
    places = [QPointF(0, 0), None, None, QPointF(1, 1), QPointF(2, 1), None]
    assert pieces(places) == [[QPointF(0, 0)], [QPointF(1, 1), QPointF(2, 1)]]
    curve.show_points(made_points([1.0, math.nan, 2.0, math.inf], present=10))
    curve.grab()
    assert curve.readout() == "Step 10: W = –"
    curve.show_points(made_points([math.nan, math.inf]))
    curve.grab()


# -------------------------------------------------------------------- what is known


def test_until_it_is_answered_the_present_is_shown(section: OverTime) -> None:
    run = gone_back()
    follow(section, run)
    assert points_in(section) == {40: weight_of(run)}
    assert "being gone through" in text(section)


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 400), st.floats(0, 1))
def test_every_point_is_what_the_run_has_there(length: int, share: float) -> None:
    run = gone_back(length, int(share * length))
    section = OverTime(TimeCurve("W", "", ""))
    follow(section, run)
    section.show_answer(answered(run), state_of(run))
    points = points_in(section)
    assert {run.position, 0, length} <= set(points)
    for step, value in points.items():
        run.go_to(step)
        assert value == weight_of(run)
    section.deleteLater()


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (60, "A point at every step."),
        (700, "A point every 5 steps, at the step you see and at the newest."),
        (4000, "A point every 100 steps, at the step you see and at the newest."),
    ],
)
def test_how_far_apart_the_points_are_is_said_and_true(
    section: OverTime, length: int, said: str
) -> None:
    run = gone_back(length, length // 3)
    follow(section, run)
    section.show_answer(answered(run), state_of(run))
    assert said in text(section)
    spacing = course_of(run).spacing
    assert spacing == 1 or count(spacing) in said
    assert set(range(0, length + 1, spacing)) <= set(points_in(section))


def test_the_present_is_live_and_the_past_stays_until_it_is_answered_again(
    section: OverTime,
) -> None:
    run = gone_back(60, 60)
    follow(section, run)
    section.show_answer(answered(run), state_of(run))
    before = points_in(section)
    run.steps(7)
    follow(section, run, playing=True)
    assert points_in(section) == {**before, 67: weight_of(run)}
    assert curve_in(section).readout() == f"Step 67: W = {fixed(weight_of(run))}"


@pytest.mark.parametrize("change", ["rate", "edit", "undo"])
def test_a_change_takes_away_what_may_no_longer_be_true(section: OverTime, change: str) -> None:
    run = new_run()
    run.steps(30)
    run.edit(2, 3, 4, 0.5)
    run.steps(30)
    follow(section, run)
    section.show_answer(answered(run), state_of(run))
    before = points_in(section)
    if change == "undo":
        run.undo()
    else:
        run.go_to(45)
        run.change(learning_rate=0.1) if change == "rate" else run.edit(2, 3, 4, -2.0)
    first = 30 if change == "undo" else 45
    follow(section, run)
    kept = {step: value for step, value in before.items() if step < first}
    assert points_in(section) == {**kept, run.position: weight_of(run)}
    run.steps(40)
    follow(section, run)
    for step, value in points_in(section).items():
        run.go_to(step)
        assert value == weight_of(run)


def test_another_question_or_another_run_has_nothing_to_show_until_it_is_answered(
    section: OverTime,
) -> None:
    run = gone_back()
    snapshot = snapshot_of(run)
    section.follow(snapshot, QUESTION, 0.5)
    section.show_answer(answered(run), snapshot)
    assert len(points_in(section)) == 61
    section.follow(snapshot, WeightOverTime(2, 3, 5), 0.25)
    assert points_in(section) == {40: 0.25}
    section.show_answer(answered(run), snapshot)
    assert points_in(section) == {40: 0.25}
    section.follow(snapshot, QUESTION, 0.5)
    section.show_answer(answered(run), snapshot)
    other = replace(snapshot, description=replace(snapshot.description, is_from_file=True))
    section.follow(other, QUESTION, 0.5)
    assert points_in(section) == {40: 0.5}


def test_a_chosen_point_is_told(section: OverTime) -> None:
    run = gone_back()
    follow(section, run)
    section.show_answer(answered(run), state_of(run))
    spy = QSignalSpy(section.step_chosen)
    key(curve_in(section), Qt.Key.Key_PageDown, Qt.Key.Key_Return)
    assert [spy.at(call) for call in range(spy.count())] == [[41]]


def test_the_themes_differ(section: OverTime) -> None:
    follow(section, gone_back())
    pictures = []
    for theme in (THEMES["light"], DARK):
        section.set_theme(theme)
        pictures.append(pixels(curve_in(section)))
    assert (pictures[0] != pictures[1]).any()
