"""The curve of C: round numbers at its axes, the marks where they belong, nothing cut off."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.probes import CostLine
from tests.visualiser.screen import number, pixels, plain_text
from visualiser.theme import DARK, THEMES, Theme
from visualiser.training.connection_questions import WeightCurve
from visualiser.widgets.cost_axes import ticks
from visualiser.widgets.cost_curve import CostCurve
from visualiser.widgets.curve_section import curve_text

LEFT = Qt.MouseButton.LeftButton
Colour = tuple[int, int, int]


def parabola(slope: float = 0.5, next_value: float = 1.0, scale: float = 1.0) -> WeightCurve:
    """C = scale · (1 + slope · w + w²/4), at w = 0."""
    values = np.linspace(-2, 2, 81)
    costs = scale * (1 + slope * values + values**2 / 4)
    there = scale * (1 + slope * next_value + next_value**2 / 4)
    return WeightCurve(
        CostLine(values, costs, 0.0, scale, scale * slope), next_value, there, "batch", 10, 10
    )


@pytest.fixture
def shown(qtbot: QtBot) -> CostCurve:
    made = CostCurve()
    qtbot.addWidget(made)
    made.resize(344, 130)
    made.show()
    return made


def colour_at(shown: CostCurve, place: QPointF) -> Colour:
    red, green, blue = pixels(shown)[round(place.y()), round(place.x())].tolist()
    return red, green, blue


def is_near(colour: Colour, name: str) -> bool:
    wanted = QColor(name)
    parts = zip(colour, (wanted.red(), wanted.green(), wanted.blue()), strict=True)
    return all(abs(one - other) < 40 for one, other in parts)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_present_weight_is_a_dot_on_the_curve(shown: CostCurve, theme: Theme) -> None:
    shown.set_theme(theme)
    shown.show_curve(parabola())
    axes = shown.axes()
    assert axes is not None
    assert is_near(colour_at(shown, axes.point(0, 1)), theme.selected)


@pytest.mark.parametrize("next_value", [-1.5, 1.0, 1.9])
def test_the_ring_stands_where_the_step_leads(shown: CostCurve, next_value: float) -> None:
    curve = parabola(next_value=next_value)
    shown.show_curve(curve)
    axes = shown.axes()
    assert axes is not None
    ring = axes.point(next_value, curve.next_cost)
    with_ring = pixels(shown)
    shown.show_curve(replace(curve, next_value=math.nan, next_cost=math.nan))
    rows, columns = np.nonzero((with_ring != pixels(shown)).any(axis=2))
    assert (rows.min() + rows.max()) / 2 == pytest.approx(ring.y(), abs=1)
    assert (columns.min() + columns.max()) / 2 == pytest.approx(ring.x(), abs=1)


@pytest.mark.parametrize("slope", [-0.4, 0.4])
def test_the_tangent_has_the_slope_and_the_colour_of_its_sign(
    shown: CostCurve, slope: float
) -> None:
    shown.show_curve(parabola(slope))
    axes = shown.axes()
    assert axes is not None
    name = DARK.positive if slope > 0 else DARK.negative
    places = [axes.point(w, 1 + slope * w) for w in np.linspace(-0.9, 0.9, 60).tolist()]
    inside = [place for place in places if axes.box.contains(place)]
    # It is dashed.
    assert sum(is_near(colour_at(shown, place), name) for place in inside) > len(inside) / 6


@pytest.mark.parametrize("scale", [1e-30, 1e-7, 1.0, 12345.678, 1e20])
@pytest.mark.parametrize("width", [250, 344])
def test_nothing_is_cut_off(shown: CostCurve, scale: float, width: int) -> None:
    shown.resize(width, 130)
    shown.show_curve(parabola(scale=scale))
    drawn = pixels(shown)
    assert len(np.unique(drawn.reshape(-1, 3), axis=0)) > 10
    edge = np.concatenate([drawn[0], drawn[-1], drawn[:, 0], drawn[:, -1]])
    assert len(np.unique(edge, axis=0)) == 1


@pytest.mark.parametrize("broken", [math.nan, math.inf, -math.inf, 3e38, 1.7e308])
def test_what_is_no_number_is_left_out(shown: CostCurve, broken: float) -> None:
    curve = parabola()
    costs = curve.line.costs.copy()
    costs[::7] = broken
    for line in (
        replace(curve.line, costs=costs),
        replace(curve.line, costs=np.full(81, broken), cost=broken, slope=broken),
        replace(curve.line, values=np.full(81, broken), value=broken),
    ):
        shown.show_curve(replace(curve, line=line))
        shown.grab()
        assert "nan" not in curve_text(replace(curve, line=line), DARK)


def test_a_flat_curve_is_drawn_flat(shown: CostCurve) -> None:
    curve = parabola()
    flat = replace(curve.line, costs=np.full(81, 0.25), cost=0.25, slope=0.0)
    shown.show_curve(replace(curve, line=flat, next_value=0.0, next_cost=0.25))
    axes = shown.axes()
    assert axes is not None
    assert axes.point(-1, 0.25).y() == pytest.approx(axes.box.center().y())


def test_without_an_answer_there_is_no_picture(shown: CostCurve) -> None:
    shown.show_curve(parabola())
    shown.show_curve(None)
    assert shown.axes() is None
    assert len(np.unique(pixels(shown).reshape(-1, 3), axis=0)) == 1


numbers = st.floats(-1e6, 1e6)


@settings(deadline=None, max_examples=100)
@given(numbers, st.floats(-12, 6), st.integers(2, 5))
def test_the_numbers_of_an_axis_are_few_in_order_and_true(
    lowest: float, power: float, most: int
) -> None:
    highest = lowest + max(10**power, abs(lowest) * 1e-6)
    found = ticks(lowest, highest, most)
    slack = (highest - lowest) * 1e-6
    values = [value for value, _ in found]
    assert 1 <= len(found) <= most + 1
    assert values == sorted(set(values))
    assert lowest - slack <= values[0] <= values[-1] <= highest + slack
    assert len({text for _, text in found}) == len(found)
    for value, text in found:
        assert number(text) == pytest.approx(value, abs=1e-4 * (highest - lowest) / most)


# -------------------------------------------------------------------- by hand


class Hand:
    """What the curve tells, and where its dot is put in answer."""

    def __init__(self, shown: CostCurve) -> None:
        self.shown = shown
        self.moved: list[float] = []
        self.told: list[str] = []
        self.again: list[bool] = []
        shown.moved.connect(self._move)
        shown.entered.connect(self._enter)
        for name in ("grabbed", "released", "given_up"):
            getattr(shown, name).connect(lambda name=name: self.told.append(name))

    def _move(self, weight: float) -> None:
        self.moved.append(weight)
        self.shown.hold(weight)

    def _enter(self, weight: float, is_again: bool) -> None:
        self.again.append(is_again)
        self._move(weight)

    def place(self, weight: float, cost: float) -> QPoint:
        axes = self.shown.axes()
        assert axes is not None
        return axes.point(weight, cost).toPoint()

    def grab(self) -> None:
        QTest.mousePress(self.shown, LEFT, pos=self.place(0, 1))

    def drag_to(self, weight: float) -> None:
        QTest.mouseMove(self.shown, self.place(weight, 1.5))

    def release(self) -> None:
        QTest.mouseRelease(self.shown, LEFT, pos=QPoint(5, 5))


@pytest.fixture
def hand(shown: CostCurve) -> Hand:
    shown.show_curve(parabola())
    return Hand(shown)


def is_dot_at(shown: CostCurve, weight: float) -> bool:
    """Whether the dot can be seen at this W, on the parabola."""
    axes = shown.axes()
    assert axes is not None
    place = axes.point(weight, 1 + 0.5 * weight + weight**2 / 4)
    return is_near(colour_at(shown, place), DARK.selected)


def test_the_dot_follows_the_pointer_along_the_curve(hand: Hand) -> None:
    hand.grab()
    axes = hand.shown.axes()
    for weight in (0.5, 1.25, -1.75):
        hand.drag_to(weight)
        # To a pixel.
        assert hand.moved[-1] == pytest.approx(weight, abs=0.02)
        assert is_dot_at(hand.shown, hand.moved[-1])
        assert hand.shown.axes() == axes
    hand.release()
    assert hand.told == ["grabbed", "released"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(-2, 2))
def test_between_its_points_the_curve_is_close(hand: Hand, weight: float) -> None:
    hand.shown.hold(weight)
    dot = hand.shown.dot()
    assert dot is not None
    assert dot.cost == pytest.approx(1 + 0.5 * weight + weight**2 / 4, abs=1e-3)
    assert dot.slope == pytest.approx(0.5 + weight / 2, abs=0.02)


@pytest.mark.parametrize(("pixels_aside", "end"), [(-900, -2.0), (900, 2.0)])
def test_it_goes_to_the_ends_and_no_farther(hand: Hand, pixels_aside: int, end: float) -> None:
    hand.grab()
    QTest.mouseMove(hand.shown, hand.place(0, 1) + QPoint(pixels_aside, 0))
    assert hand.moved == [end]


def test_every_move_is_told_and_painted(hand: Hand) -> None:
    hand.grab()
    pictures = set()
    for weight in np.linspace(0.1, 1.9, 40).tolist():
        hand.drag_to(weight)
        pictures.add(pixels(hand.shown).tobytes())
    assert len(hand.moved) == len(pictures) == 40


def test_no_answer_makes_the_dot_jump(hand: Hand) -> None:
    hand.grab()
    hand.drag_to(1.0)
    before = pixels(hand.shown)
    hand.shown.show_curve(parabola(0.3))
    assert (pixels(hand.shown) == before).all()
    hand.release()
    # The pointer has left the dot.
    before = pixels(hand.shown)
    hand.shown.show_curve(parabola(0.1))
    assert (pixels(hand.shown) == before).all()
    curve = parabola()
    fresh = replace(curve, line=replace(curve.line, value=hand.moved[-1], cost=1.5))
    hand.shown.show_curve(fresh)
    assert hand.shown.curve is fresh
    assert hand.shown.held is None
    hand.shown.show_curve(curve)
    assert hand.shown.curve is curve


def test_escape_gives_up(hand: Hand) -> None:
    hand.grab()
    hand.drag_to(1.0)
    QTest.keyClick(hand.shown, Qt.Key.Key_Escape)
    hand.drag_to(1.5)
    hand.release()
    assert hand.told == ["grabbed", "given_up"]
    assert len(hand.moved) == 1


def test_beside_the_dot_nothing_is_grabbed(hand: Hand) -> None:
    QTest.mousePress(hand.shown, LEFT, pos=hand.place(1.0, 1.75))
    hand.drag_to(1.5)
    assert not hand.told
    assert not hand.moved


def test_a_halo_and_a_hand_show_that_it_can_be_grabbed(hand: Hand) -> None:
    hand.shown.clearFocus()
    QTest.mouseMove(hand.shown, hand.place(-1.5, 1.8))
    before = pixels(hand.shown)
    QTest.mouseMove(hand.shown, hand.place(0, 1))
    assert (pixels(hand.shown) != before).any()
    assert hand.shown.cursor().shape() == Qt.CursorShape.OpenHandCursor
    hand.grab()
    assert hand.shown.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    hand.release()
    assert hand.shown.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_left_and_right_move_it(hand: Hand) -> None:
    key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    hand.shown.setFocus()
    for one in (key.Key_Right, key.Key_Right, key.Key_Left):
        QTest.keyClick(hand.shown, one)
    QTest.keyClick(hand.shown, key.Key_Left, shift)
    assert hand.moved == pytest.approx([0.05, 0.1, 0.05, -0.45])
    assert hand.again == [False] * 4
    QTest.keyClick(hand.shown, key.Key_Left, shift)
    for _ in range(4):
        QTest.keyClick(hand.shown, key.Key_Left, shift)
    assert hand.moved[-1] == -2


def test_where_there_is_no_curve_there_is_nothing_to_grab(shown: CostCurve) -> None:
    hand = Hand(shown)
    for curve in (None, replace(parabola(), line=replace(parabola().line, value=math.nan))):
        shown.show_curve(curve)
        QTest.mouseMove(shown, QPoint(90, 60))
        QTest.keyClick(shown, Qt.Key.Key_Escape)
        shown.grab()
    assert not hand.told
    assert not hand.moved


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (1437, "on all 1,437 training examples."),
        (400, "on 400 of the 1,437 training examples, evenly"),
    ],
)
def test_it_says_how_many_digits_are_counted(counted: int, words: str) -> None:
    curve = replace(parabola(next_value=math.nan), over="train", counted=counted, available=1437)
    text = plain_text(curve_text(curve, DARK))
    assert words in text
    assert "ring" not in text


def test_it_is_told_in_words() -> None:
    assert plain_text(curve_text(parabola(-0.5, 0.25), DARK)) == (
        "At the dot, W = 0.0000 and C = 1.0000; the dashed line has the slope ∂C/∂W = −0.500. "
        "The ring is where the next step puts W: at 0.2500."
    )
