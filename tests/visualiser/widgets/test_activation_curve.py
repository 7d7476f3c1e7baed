"""A neuron's place on its σ: the picture, the slope, and what is said of it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import Held
from tests.visualiser.contrasts import contrast
from tests.visualiser.screen import Pixels, labels, number, pixels, text
from tests.visualiser.states import made_up
from visualiser.selection import Neuron
from visualiser.theme import DARK, THEMES, Theme, palette
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.activation_curve import ActivationCurve
from visualiser.widgets.curve_canvas import CurveCanvas, reach_for

HERE, OUTPUT = Neuron(1, 0), Neuron(2, 0)
# The curve is red, the point green, the tangent blue, and all else is black.
BLACK = replace(DARK, **{name: "#000000" for name in vars(DARK) if name != "name"})
PAINTED = replace(BLACK, text="#ff0000", selected="#00ff00", accent="#0000ff")
Function = Callable[[float], float]


def logistic(total: float) -> float:
    return 0.5 * (1 + math.tanh(total / 2))


# σ and σ′ as a textbook has them.
TEXTBOOK: dict[str, tuple[Function, Function]] = {
    "logistic": (logistic, lambda s: 0.25 / math.cosh(s / 2) ** 2),
    "tanh": (math.tanh, lambda s: 1 / math.cosh(s) ** 2),
    "relu": (lambda s: max(0.0, s), lambda s: float(s > 0)),
    "leaky_relu": (lambda s: max(s / 100, s), lambda s: 1.0 if s > 0 else 0.01),
    "softplus": (lambda s: math.log1p(math.exp(s)), logistic),
    "identity": (lambda s: s, lambda _: 1.0),
}
STEEPEST = dict.fromkeys(TEXTBOOK, 1.0) | {"logistic": 0.25}

names = st.sampled_from(list(TEXTBOOK))
quietly = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def state(name: str, total: float, **changes: Any) -> Snapshot:
    """Neurons of this σ with this S, softmax in the output layer alone."""
    made = made_up((4, 3, 2), (2, 2))
    sums = (np.full(3, total, np.float32), np.full(2, total, np.float32))
    names = ("logistic" if name == "softmax" else name, name)
    chosen = replace(made.description.settings, activation=names, **changes)
    recipe = replace(made.progress.recipe, activation=names)
    return replace(
        made,
        description=replace(made.description, settings=chosen),
        progress=replace(made.progress, recipe=recipe),
        weighted_sums=sums,
    )


def held(snapshot: Snapshot, value: float) -> Snapshot:
    recipe = replace(snapshot.progress.recipe, held=(Held(HERE.layer, HERE.index, value),))
    return replace(snapshot, progress=replace(snapshot.progress, recipe=recipe))


@pytest.fixture
def curve(qtbot: QtBot, qapp: QApplication) -> Iterator[ActivationCurve]:
    """One whose palette is its own: the window's style sheet would override it."""
    worn = qapp.styleSheet()
    qapp.setStyleSheet("")
    made = ActivationCurve()
    qtbot.addWidget(made)
    made.resize(344, 120)
    made.show()
    yield made
    qapp.setStyleSheet(worn)


def wear(curve: ActivationCurve, theme: Theme) -> None:
    curve.setPalette(palette(theme))
    curve.set_theme(theme)


def canvas(curve: ActivationCurve) -> CurveCanvas:
    found = curve.findChild(CurveCanvas)
    assert found is not None
    return found


def places(picture: Pixels, colour: QColor) -> tuple[Pixels, Pixels]:
    """Rows and columns of the pixels of a colour, or nearly."""
    wanted = [colour.red(), colour.green(), colour.blue()]
    rows, columns = np.nonzero(np.abs(picture - wanted).max(axis=2) < 24)
    return rows, columns


def drawn_point(curve: ActivationCurve) -> tuple[float, float]:
    """Where the point is, as shares of the curve's width and height."""
    wear(curve, PAINTED)
    red, green, _ = np.moveaxis(pixels(canvas(curve)), 2, 0)
    rows, columns = np.nonzero(red > 80)
    at_rows, at_columns = np.nonzero(green > 127)
    across = (at_columns.mean() - columns.min()) / (columns.max() - columns.min())
    up = (rows.max() - at_rows.mean()) / (rows.max() - rows.min())
    return float(across), float(up)


@pytest.mark.parametrize("name", ["logistic", "tanh", "identity"])
@pytest.mark.parametrize("total", [-3.0, -1.2, 0.0, 0.7, 2.5])
def test_the_point_lies_on_the_curve(curve: ActivationCurve, name: str, total: float) -> None:
    curve.show_neuron(state(name, total), HERE)
    across, up = drawn_point(curve)
    sigma = TEXTBOOK[name][0]
    assert across == pytest.approx((total + 8) / 16, abs=0.02)
    assert up == pytest.approx((sigma(total) - sigma(-8)) / (sigma(8) - sigma(-8)), abs=0.03)


@pytest.mark.parametrize("name", ["logistic", "tanh", "softplus", "leaky_relu"])
@pytest.mark.parametrize("total", [-1.0, 0.5, 1.5])
def test_the_tangent_has_the_slope(curve: ActivationCurve, name: str, total: float) -> None:
    curve.show_neuron(state(name, total), HERE)
    wear(curve, PAINTED)
    red, _, blue = np.moveaxis(pixels(canvas(curve)), 2, 0)
    height, width = (np.ptp(places) + 1 for places in np.nonzero(red > 80))
    rows, columns = np.nonzero(blue > 127)
    sigma, slope = TEXTBOOK[name]
    steepness = slope(total) * (height / (sigma(8) - sigma(-8))) / (width / 16)
    angle = math.atan2(*np.linalg.eigh(np.cov(-rows, columns))[1][:, 1])
    drawn = (angle + math.pi / 2) % math.pi - math.pi / 2
    assert drawn == pytest.approx(math.atan(steepness), abs=0.06)


def test_it_follows_the_neuron(curve: ActivationCurve) -> None:
    seen = []
    for total in (-4.0, -2.0, 0.0, 2.0, 4.0):
        curve.show_neuron(state("logistic", total), HERE)
        seen.append(drawn_point(curve))
    assert seen == sorted(seen)
    assert len(set(seen)) == 5


@quietly
@given(names, st.floats(-30, 30, width=32))
def test_the_slope_is_that_of_the_textbook(curve: ActivationCurve, name: str, total: float) -> None:
    curve.show_neuron(state(name, total), HERE)
    found = re.search(r"σ′\(S\) = (\S+)", text(curve))
    assert found
    assert number(found[1]) == pytest.approx(TEXTBOOK[name][1](total), rel=6e-3, abs=1e-12)


@quietly
@given(names, st.one_of(st.floats(-8, 8, width=32), st.floats(-30, 30, width=32)))
def test_the_words_are_true(curve: ActivationCurve, name: str, total: float) -> None:
    sigma, slope = TEXTBOOK[name]
    share = slope(total) / STEEPEST[name]
    assume(name == "leaky_relu" or not 0.0098 < share < 0.0102)
    curve.show_neuron(state(name, total), HERE)
    said = text(curve)
    assert ("Dead" in said) == (name == "relu" and total <= 0)
    assert ("Saturated" in said) == (share < 0.01 and name not in ("relu", "leaky_relu"))
    assert ("straight line" in said) == (name == "identity")
    found = re.search(r"If S (\w+) by (\S+), a changes by about (\S+)\.", said)
    assert (found is None) == any(word in said for word in ("Dead", "Saturated", "straight"))
    if found:
        step = number(found[2]) * {"rises": 1, "falls": -1}[found[1]]
        change = sigma(total + step) - sigma(total)
        assert number(found[3]) == pytest.approx(change, rel=0.12)


@pytest.mark.parametrize(("layer", "is_mended"), [(1, False), (2, True)])
def test_a_cost_that_makes_up_for_saturation_is_named(
    curve: ActivationCurve, layer: int, is_mended: bool
) -> None:
    curve.show_neuron(state("logistic", 9.0, cost="cross_entropy"), Neuron(layer, 0))
    assert ("makes up for it" in text(curve)) == is_mended
    assert ("learn slowly" in text(curve)) != is_mended


def test_with_the_bias_outside_it_speaks_of_sigma(curve: ActivationCurve) -> None:
    curve.show_neuron(state("relu", -1.0, bias="outside"), HERE)
    assert "σ(S) is 0 and stays so" in text(curve)
    assert "only B" in text(curve)


@pytest.mark.parametrize("total", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_has_no_place_on_the_curve(curve: ActivationCurve, total: float) -> None:
    curve.show_neuron(state("logistic", total), HERE)
    assert text(curve) == "S is no finite number, so it has no place on a curve."
    assert not canvas(curve).isVisible()


def test_softmax_has_no_curve(curve: ActivationCurve) -> None:
    curve.show_neuron(state("softmax", 1.0), OUTPUT)
    assert text(curve).startswith("a depends on every S of this layer")
    assert not canvas(curve).isVisible()


def test_no_curve_decides_a_held_neuron(curve: ActivationCurve) -> None:
    snapshot = state("tanh", 1.0)
    curve.show_neuron(held(snapshot, 0.25), HERE)
    assert text(curve).startswith("This neuron is held: a is 0.25 whatever S is")
    assert not canvas(curve).isVisible()
    curve.show_neuron(snapshot, HERE)
    assert canvas(curve).isVisible()


@quietly
@given(names, st.floats(width=32))
def test_any_number_can_be_shown(curve: ActivationCurve, name: str, total: float) -> None:
    curve.show_neuron(state(name, total), HERE)
    assert curve.grab().height() == curve.height()
    assert text(curve)
    is_shown = math.isfinite(total)
    assert canvas(curve).isVisible() == is_shown
    if is_shown:
        rows, _ = places(pixels(canvas(curve)), QColor("#ffd166"))
        assert len(rows) > 20


@given(st.floats(-1e6, 1e6), st.floats(0.95, 1.05))
def test_the_axes_hold_still_while_the_sum_trembles(total: float, share: float) -> None:
    reach = reach_for(total, 0.0)
    reaches = []
    for one in (total * share, total, total * share, total):
        reach = reach_for(one, reach)
        assert abs(one) < reach
        reaches.append(reach)
    assert len(set(reaches)) == 1


def test_the_axes_narrow_once_the_sum_is_well_inside() -> None:
    assert reach_for(7.0, 40.0) < reach_for(20.0, 40.0) == 40.0
    assert reach_for(0.0, 0.0) == reach_for(0.0, 20.0) == 8.0


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_curve_tangent_and_point_stand_out_from_both_grounds(
    curve: ActivationCurve, theme: Theme
) -> None:
    wear(curve, theme)
    curve.show_neuron(state("softplus", 0.5), HERE)
    picture = pixels(canvas(curve))
    grounds = [QColor(*map(int, picture[40, column])) for column in (40, 120)]
    assert grounds[0] != grounds[1] == theme.colour("panel")
    for name in ("text", "accent", "selected"):
        assert len(places(picture, theme.colour(name))[0]) > 20
        assert all(contrast(theme.colour(name), ground) >= 3 for ground in grounds)
    assert all(contrast(theme.colour("secondary"), ground) >= 4.5 for ground in grounds[1:])


@pytest.mark.parametrize(
    ("name", "total", "count"),
    [("logistic", 0.5, 3), ("relu", 31.0, 3), ("tanh", 3e38, 3), ("identity", 3e38, 1)],
)
def test_numbers_below_the_curve_do_not_touch(
    curve: ActivationCurve, name: str, total: float, count: int
) -> None:
    curve.show_neuron(state(name, total), HERE)
    wear(curve, replace(BLACK, secondary="#ff0000"))
    columns = np.flatnonzero(pixels(canvas(curve))[-16:, :-14, 0].max(axis=0) > 100)
    groups = np.split(columns, np.flatnonzero(np.diff(columns) > 6) + 1)
    assert len(groups) == count
    assert all(np.ptp(group) < 55 for group in groups)


@pytest.mark.parametrize("width", [300, 344])
@pytest.mark.parametrize(
    ("name", "total", "changes"),
    [
        ("logistic", 9.0, {}),
        ("relu", -1.0, {}),
        ("relu", -1.0, {"bias": "outside"}),
        ("logistic", 12345.0, {"cost": "cross_entropy"}),
        ("softmax", 0.0, {}),
    ],
)
def test_nothing_is_cut_off(
    curve: ActivationCurve, width: int, name: str, total: float, changes: dict[str, str]
) -> None:
    curve.show_neuron(state(name, total, **changes), OUTPUT)
    assert curve.minimumSizeHint().width() <= 300
    curve.resize(width, curve.heightForWidth(width))
    for label in labels(curve):
        assert label.width() >= label.minimumSizeHint().width() or label.wordWrap()
        assert label.height() >= label.heightForWidth(label.width())


def test_it_tells_the_numbers_to_who_cannot_see_them(curve: ActivationCurve) -> None:
    curve.show_neuron(state("logistic", -0.5), HERE)
    assert curve.accessibleName() == "σ at S"
    told = "S is −0.5000, σ(S) is 0.3775 and σ′(S) is 0.2350."
    assert curve.accessibleDescription() == told
    assert "1 / (1 + e⁻ˢ)" in curve.toolTip()
    curve.show_neuron(state("softmax", -0.5), OUTPUT)
    assert curve.accessibleDescription() == text(curve)
