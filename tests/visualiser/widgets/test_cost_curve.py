"""The curve of C: round numbers at its axes, the marks where they belong, nothing cut off."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from core.probes import CostLine
from tests.visualiser.screen import number, pixels, plain_text
from visualiser.theme import DARK, THEMES, Theme
from visualiser.training.connection_questions import WeightCurve
from visualiser.widgets.cost_curve import CostCurve, curve_text, ticks

Colour = tuple[int, int, int]


def parabola(slope: float = 0.5, next_value: float = 1.0, scale: float = 1.0) -> WeightCurve:
    """C = scale · (1 + slope · w + w²/4), at w = 0."""
    values = np.linspace(-2, 2, 81)
    costs = scale * (1 + slope * values + values**2 / 4)
    there = scale * (1 + slope * next_value + next_value**2 / 4)
    return WeightCurve(CostLine(values, costs, 0.0, scale, scale * slope), next_value, there)


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


def test_it_is_told_in_words() -> None:
    assert plain_text(curve_text(parabola(-0.5, 0.25), DARK)) == (
        "At the dot, W = 0.0000 and C = 1.0000; the dashed line has the slope ∂C/∂W = −0.500. "
        "The ring is where the next step puts W: at 0.2500."
    )
