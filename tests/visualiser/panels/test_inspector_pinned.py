"""The inspector with a second neuron pinned: both beside each other, and what they differ by."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from core import Parameters
from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.states import made_up, trained, with_weights
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import DARK, LIGHT, Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.comparison import Column, Comparison

LETTERS = ["a", "S", "B", "∂C/∂B"]
ROWS = ["this one", "pinned", "difference"]
# What a page has between its margins in a panel of 372 pixels.
ROOM = 344

places = st.builds(
    lambda layer, index: Neuron(layer, index % trained(0).sizes[layer]),
    st.integers(0, 3),
    st.integers(0, 63),
)
states = st.builds(trained, st.sampled_from([0, 30, 200]), st.integers(0, 8))
several = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def inspector(qtbot: QtBot) -> InspectorPanel:
    made = InspectorPanel()
    qtbot.addWidget(made)
    made.resize(372, 720)
    return made


def show(
    inspector: InspectorPanel, snapshot: Snapshot, selection: Selection, pinned: Neuron | None
) -> None:
    # In this order no other page is filled first, and none is drawn empty.
    inspector.show_selection(selection)
    inspector.show_snapshot(snapshot)
    inspector.show()
    inspector.show_pinned(pinned)


def comparison_of(inspector: InspectorPanel) -> Comparison:
    (found,) = [one for one in inspector.findChildren(Comparison) if one.isVisible()]
    return found


def is_compared(inspector: InspectorPanel) -> bool:
    return any(one.isVisible() for one in inspector.findChildren(Comparison))


def table(inspector: InspectorPanel) -> dict[str, list[str]]:
    """The numbers of a row, by its name; "" for the letters above them."""
    words = next(t for t in screen.texts(comparison_of(inspector)) if "difference" in t).split()
    start = words.index("this")
    letters, rest = words[:start], " ".join(words[start:])
    parts = re.split("|".join(ROWS), rest)[1:]
    return {"": letters} | {name: part.split() for name, part in zip(ROWS, parts, strict=True)}


def sentence(inspector: InspectorPanel) -> str:
    shown = screen.texts(comparison_of(inspector))
    return next((text for text in shown if text.startswith(("W ", "The W", "Both"))), "")


def decimal(shown: str) -> Decimal:
    """What is written, exactly."""
    digits = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
    mantissa, _, power = shown.translate(digits).partition("×10")
    return Decimal(mantissa).scaleb(int(power or "0"))


def truth(snapshot: Snapshot, neuron: Neuron) -> list[float]:
    """The a, S, B and ∂C/∂B of a neuron of layer 1 or later; of an input, a."""
    layer, index = neuron.layer, neuron.index
    a = snapshot.activations[layer][index]
    if layer == 0:
        return [a]
    rest = (snapshot.weighted_sums, snapshot.parameters.biases, snapshot.gradient.biases)
    return [a, *(values[layer - 1][index] for values in rest)]


# -------------------------------------------------------------------- the numbers


@several
@given(states, places, places)
def test_both_neurons_numbers_are_true_and_give_the_difference(
    inspector: InspectorPanel, snapshot: Snapshot, neuron: Neuron, pinned: Neuron
) -> None:
    assume(neuron != pinned)
    show(inspector, snapshot, neuron, pinned)
    shown = table(inspector)
    mine, other = truth(snapshot, neuron), truth(snapshot, pinned)
    # An input has but its a.
    assert shown[""] == LETTERS[: min(len(mine), len(other))]
    for exact, row in ((mine, shown["this one"]), (other, shown["pinned"])):
        for value, text in zip(exact, row, strict=False):
            unit = 10.0 ** decimal(text).as_tuple().exponent  # type: ignore[operator]  # (finite)
            assert abs(number(text) - value) <= 0.5001 * unit
    for first, second, difference in zip(*(shown[name] for name in ROWS), strict=True):
        assert decimal(first) - decimal(second) == decimal(difference)


@given(st.floats(width=32), st.floats(width=32), st.booleans())
@settings(deadline=None, max_examples=150)
def test_numbers_of_any_size_are_aligned_and_can_be_subtracted(
    this: float, pinned: float, is_slope: bool
) -> None:
    texts = Column.of("S", this, pinned, is_slope=is_slope, has_sign=True).texts
    are_finite = [math.isfinite(value) for value in (this, pinned)]
    assert all(len(text) <= len("−10.000×10⁻³⁸") for text in texts)
    assert (texts[2] == "–") == (not all(are_finite))
    if all(are_finite):
        assert decimal(texts[0]) - decimal(texts[1]) == decimal(texts[2])
        # Behind the point, all three are alike: aligned right, their points are in a line.
        assert len({re.sub(r"^.*?(\.\d+|(?=×)|$)", _blank, text) for text in texts}) == 1


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"\d", "0", found[1])


@given(st.floats(1e-30, 1e30), st.sampled_from([1.0, -1.0]))
@settings(deadline=None, max_examples=60)
def test_the_larger_of_two_slopes_has_three_digits(size: float, sign: float) -> None:
    shown = Column.of("∂C/∂B", sign * size, size / 7, is_slope=True, has_sign=True).texts[0]
    assert number(shown) == pytest.approx(sign * size, rel=0.00501)


def test_the_numbers_are_those_in_the_boxes_above(inspector: InspectorPanel) -> None:
    show(inspector, trained(200), Neuron(2, 3), Neuron(2, 5))
    boxes, shown = screen.chips(inspector), table(inspector)["this one"]
    assert shown[:3] == [boxes[letter] for letter in LETTERS[:3]]
    assert number(shown[3]) == pytest.approx(number(boxes["∂C/∂B"]), rel=0.006)


# -------------------------------------------------------------------- the words


@pytest.mark.parametrize(
    ("pinned", "name"),
    [
        (Neuron(2, 5), "neuron 5 of layer 2"),
        (Neuron(3, 4), "output neuron 4"),
        (Neuron(0, 20), "the input in row 2, column 4"),
    ],
)
def test_the_heading_names_the_pinned_neuron(
    inspector: InspectorPanel, pinned: Neuron, name: str
) -> None:
    show(inspector, trained(30), Neuron(1, 3), pinned)
    assert f"Compared with {name}, pinned" in screen.texts(inspector)


def test_an_input_that_is_no_picture_is_numbered(inspector: InspectorPanel) -> None:
    show(inspector, made_up((13, 8, 3), (1, 13)), Neuron(1, 3), Neuron(0, 11))
    assert "Compared with input 11, pinned" in screen.texts(inspector)


@several
@given(states, st.integers(1, 3), st.permutations(range(10)))
def test_in_one_layer_it_tells_how_far_the_weights_agree(
    inspector: InspectorPanel, snapshot: Snapshot, layer: int, order: list[int]
) -> None:
    this, other = order[:2]
    show(inspector, snapshot, Neuron(layer, this), Neuron(layer, other))
    mine, theirs = snapshot.parameters.weights[layer - 1][[this, other]].astype(float)
    told = sentence(inspector)
    agreeing = int(((mine > 0) & (theirs > 0) | (mine < 0) & (theirs < 0)).sum())
    assert f"from {agreeing} of {len(mine)} inputs" in told
    origin = int(np.abs(mine - theirs).argmax())
    row, column = divmod(origin, 8)
    assert (f"row {row}, column {column} " if layer == 1 else f"neuron {origin} ") in told
    here, there = re.findall(r"[+−]\d+\.\d+", told)
    assert number(here) == pytest.approx(mine[origin], abs=0.51e-4)
    assert number(there) == pytest.approx(theirs[origin], abs=0.51e-4)


def test_weights_that_are_all_alike_differ_nowhere(inspector: InspectorPanel) -> None:
    snapshot = with_weights(trained(0), (2, 3, 4, 0.5), (2, 5, 4, 0.5))
    show(inspector, snapshot, Neuron(2, 3), Neuron(2, 5))
    assert sentence(inspector) == "Both have the same W from every input."


def test_weights_that_are_no_numbers_are_not_compared(inspector: InspectorPanel) -> None:
    snapshot = with_weights(trained(0), (2, 3, 4, math.nan))
    show(inspector, snapshot, Neuron(2, 3), Neuron(2, 5))
    assert sentence(inspector) == ""
    assert is_compared(inspector)


neighbours = pytest.mark.parametrize(
    ("neuron", "pinned", "way"),
    [
        (Neuron(2, 3), Neuron(1, 5), "from the pinned neuron to this one"),
        (Neuron(1, 5), Neuron(2, 3), "from this neuron to the pinned one"),
        (Neuron(1, 5), Neuron(0, 20), "from the pinned neuron to this one"),
        (Neuron(0, 20), Neuron(1, 5), "from this neuron to the pinned one"),
    ],
)


@neighbours
def test_in_neighbouring_layers_it_leads_to_the_connection(
    qtbot: QtBot, inspector: InspectorPanel, neuron: Neuron, pinned: Neuron, way: str
) -> None:
    snapshot = trained(200)
    show(inspector, snapshot, neuron, pinned)
    before, after = sorted((neuron, pinned), key=lambda one: one.layer)
    weight = snapshot.parameters.weights[before.layer][after.index, before.index]
    assert way in sentence(inspector)
    assert number(sentence(inspector).split()[-1][:-1]) == pytest.approx(weight, abs=0.51e-4)
    with qtbot.waitSignal(inspector.selection_asked) as told:
        screen.press(inspector, "Show it")
    assert told.args == [Connection(after.layer, after.index, before.index)]


def test_a_press_that_new_numbers_interrupt_still_counts(
    qtbot: QtBot, inspector: InspectorPanel
) -> None:
    show(inspector, trained(0), Neuron(2, 3), Neuron(1, 5))
    shown: QAbstractButton = screen.button(inspector, "Show it")
    QTest.mousePress(shown, Qt.MouseButton.LeftButton)
    inspector.show_snapshot(trained(200))
    with qtbot.waitSignal(inspector.selection_asked):
        QTest.mouseRelease(shown, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("pinned", [Neuron(3, 1), Neuron(1, 4)])
def test_neurons_that_nothing_joins_have_no_connection(
    inspector: InspectorPanel, pinned: Neuron
) -> None:
    show(inspector, trained(0), Neuron(1, 3), pinned)
    with pytest.raises(LookupError):
        screen.button(inspector, "Show it")


# -------------------------------------------------------------------- coming and going


@pytest.mark.parametrize("neuron", [Neuron(2, 3), Neuron(0, 20)])
def test_the_cross_asks_to_unpin(qtbot: QtBot, inspector: InspectorPanel, neuron: Neuron) -> None:
    show(inspector, trained(0), neuron, Neuron(2, 5))
    with qtbot.waitSignal(inspector.unpin_asked):
        screen.press(inspector, "Unpin")
    inspector.show_pinned(None)
    assert not is_compared(inspector)


@pytest.mark.parametrize("selection", [None, Connection(2, 3, 4), Neuron(2, 5)])
def test_alone_a_pinned_neuron_changes_nothing(
    inspector: InspectorPanel, selection: Selection
) -> None:
    show(inspector, trained(30), selection, None)
    before = screen.text(inspector)
    inspector.show_pinned(Neuron(2, 5))
    assert screen.text(inspector) == before


@pytest.mark.parametrize("pinned", [Neuron(3, 9), Neuron(2, 15), Neuron(1, 8)])
def test_a_pinned_neuron_that_the_network_lacks_is_not_shown(
    inspector: InspectorPanel, pinned: Neuron
) -> None:
    show(inspector, made_up((64, 8, 3), (8, 8)), Neuron(1, 3), pinned)
    assert not is_compared(inspector)


@pytest.mark.parametrize("neuron", [Neuron(2, 3), Neuron(0, 20)])
def test_what_was_pinned_first_is_compared_once_a_neuron_is_selected(
    inspector: InspectorPanel, neuron: Neuron
) -> None:
    inspector.show()
    inspector.show_pinned(Neuron(2, 5))
    inspector.show_snapshot(trained(30))
    assert not is_compared(inspector)
    inspector.show_selection(neuron)
    assert is_compared(inspector)


def test_it_follows_the_newest_snapshot(inspector: InspectorPanel) -> None:
    show(inspector, trained(0), Neuron(2, 3), Neuron(2, 5))
    before = screen.text(comparison_of(inspector))
    inspector.show_snapshot(trained(200))
    followed = screen.text(comparison_of(inspector))
    show(inspector, trained(200), Neuron(2, 3), Neuron(2, 5))
    assert before != followed == screen.text(comparison_of(inspector))


def test_with_nothing_pinned_nothing_is_worked_out(
    inspector: InspectorPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(inspector, trained(0), Neuron(2, 3), Neuron(2, 5))
    inspector.show_pinned(None)
    monkeypatch.delattr(Column, "of")
    inspector.show_snapshot(trained(200))
    assert not is_compared(inspector)


# -------------------------------------------------------------------- the look


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_signs_have_the_colours_of_the_theme(inspector: InspectorPanel, theme: Theme) -> None:
    show(inspector, trained(200), Neuron(2, 3), Neuron(2, 5))
    inspector.set_theme(theme)
    html = " ".join(label.text() for label in screen.labels(comparison_of(inspector)))
    found = re.findall(r"color: (#\w+)\">([+−][^<]+)<", html)
    assert len(found) == 10
    for colour, text in found:
        assert colour == (theme.positive if number(text) > 0 else theme.negative)


def scaled(snapshot: Snapshot, factor: float) -> Snapshot:
    """The same state, every number but the activations so many times as large."""
    sizes, times = snapshot.sizes, np.float32(factor)
    return replace(
        snapshot,
        parameters=Parameters(sizes, snapshot.parameters.vector * times),
        gradient=Parameters(sizes, snapshot.gradient.vector * times),
        weighted_sums=tuple(sums * -times for sums in snapshot.weighted_sums),
    )


@pytest.mark.parametrize("pinned", [Neuron(1, 11), Neuron(2, 12), Neuron(0, 63)])
def test_it_fits_the_panel_whatever_the_numbers(inspector: InspectorPanel, pinned: Neuron) -> None:
    for factor in (1e-12, 1e-5, 1.0, 300.0, 1e5, 1e9):
        snapshot = scaled(made_up((64, 16, 16, 10), (8, 8)), factor)
        show(inspector, snapshot, Neuron(1, 13), pinned)
        assert comparison_of(inspector).minimumSizeHint().width() <= ROOM, factor


@pytest.mark.parametrize("neuron", [Neuron(1, 3), Neuron(3, 3), Neuron(0, 20)])
def test_the_page_scrolls_and_loses_nothing(inspector: InspectorPanel, neuron: Neuron) -> None:
    show(inspector, trained(200), neuron, Neuron(2, 5))
    inspector.resize(372, 150)
    QApplication.processEvents()
    assert inspector.verticalScrollBar().maximum() > 0
    page = inspector.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= inspector.viewport().width()
    for shown in screen.labels(comparison_of(inspector)):
        assert shown.height() >= shown.heightForWidth(shown.width())
        assert shown.width() >= shown.minimumSizeHint().width()
