"""While one phase of a step is shown, the picture and its words tell that and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from core import Held
from tests.visualiser import screen
from tests.visualiser.screen import Pixels
from tests.visualiser.states import made_up, new_run, snapshot_of, trained
from visualiser.motion import OVERRIDE
from visualiser.network_view.accessible_places import Places
from visualiser.network_view.accessible_words import description, value
from visualiser.network_view.export import NetworkPicture
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.phase_look import PhaseLook
from visualiser.network_view.quantities import quantity
from visualiser.number_format import fixed, significant
from visualiser.selection import Connection, Neuron
from visualiser.theme import DARK, THEMES, Theme

SIZES = (64, 16, 16, 10)
NONE = (None, None, None)
EMPTY = QPoint(5, 5)
CAPTION = "Mean of 10 digits"
both_themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OVERRIDE, "1")


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    state = trained(300)
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show_run(state.description)
    made.show_snapshot(state)
    made.show()
    QApplication.processEvents()
    return made


def numbers(*shape: int, seed: int = 1) -> Any:
    return np.random.default_rng(seed).uniform(-1, 1, shape).astype(np.float32)


def look(**changes: Any) -> PhaseLook:
    """The forward pass into layer 2, unless it is changed."""
    acts = (abs(numbers(64)), abs(numbers(16, seed=2)), abs(numbers(16, seed=3)), None)
    lines = (None, numbers(16, 16), None)
    usual = PhaseLook(quantity("flow"), lines, acts, NONE, "", CAPTION, None)
    return replace(usual, **changes)


def backward(**changes: Any) -> PhaseLook:
    """The backward pass into layer 2."""
    acts = tuple(abs(numbers(size, seed=size)) for size in SIZES)
    rings = (None, numbers(16, seed=7), numbers(10, seed=8))
    usual = look(quantity=quantity("slope"), activations=acts, rings=rings, ring_symbol="δ")
    return replace(usual, **changes)


@dataclass
class Seen:
    view: NetworkView

    @property
    def layout(self) -> NetworkLayout:
        assert self.view.layout_of_network is not None
        return self.view.layout_of_network

    def picture(self) -> Pixels:
        QApplication.processEvents()
        self.view.grab()
        while not self.view.is_complete:
            QApplication.processEvents()
        return screen.pixels(self.view)

    def centre(self, layer: int, index: int) -> tuple[int, int]:
        x, y = self.layout.layers[layer].centres[index].tolist()
        return round(x), round(y)

    def colour_between(self, gap: int) -> int:
        """How far from grey the most colourful pixel of a gap's middle half is."""
        left, right = self.layout.layers[gap].right, self.layout.layers[gap + 1].left
        quarter = (right - left) / 4
        part = self.picture()[70:460, round(left + quarter) : round(right - quarter)]
        return int((part.max(axis=2) - part.min(axis=2)).max())

    def hover(self, layer: int, index: int) -> str:
        QTest.mouseMove(self.view, EMPTY)
        QTest.mouseMove(self.view, QPoint(*self.centre(layer, index)))
        return self.label

    def line_middle(self, layer: int, to: int, origin: int) -> QPoint:
        count = len(self.layout.layers[layer - 1].shown)
        x, y, end_x, end_y = self.layout.lines(layer - 1)[to * count + origin].tolist()
        return QPointF((x + end_x) / 2, (y + end_y) / 2).toPoint()

    @property
    def label(self) -> str:
        label = self.view.findChildren(QLabel, "hover_label")[0]
        return label.text() if label.isVisible() else ""

    def written(self) -> list[str]:
        drawing = self.view.drawing
        svg = NetworkPicture(drawing, self.view.size(), drawing.theme).shapes()
        tree = ElementTree.fromstring(bytes(svg.data()))  # noqa: S314 (Qt made it)
        return [item.text or "" for item in tree.iter() if item.tag.endswith("}text")]


@pytest.fixture
def seen(view: NetworkView) -> Seen:
    return Seen(view)


def rgb(theme: Theme, name: str) -> list[int]:
    colour = theme.colour(name)
    return [colour.red(), colour.green(), colour.blue()]


# ---------------------------------------------------------------- what is seen


@both_themes
def test_only_the_lines_of_the_phase_are_drawn(seen: Seen, theme: Theme) -> None:
    seen.view.set_theme(theme)
    assert all(seen.colour_between(gap) > 60 for gap in range(3))
    seen.view.show_phase(look())
    assert seen.colour_between(0) < 12
    assert seen.colour_between(1) > 60
    assert seen.colour_between(2) < 12


@both_themes
def test_a_layer_that_is_not_computed_yet_is_empty(seen: Seen, theme: Theme) -> None:
    seen.view.set_theme(theme)
    shown = look()
    seen.view.show_phase(shown)
    picture = seen.picture()
    for index in range(10):
        x, y = seen.centre(3, index)
        assert picture[y, x].tolist() == rgb(theme, "ground")
        radius = round(seen.layout.layers[3].radius)
        assert np.abs(picture[y, x - radius - 1 : x + radius + 2] - picture[y, x]).max() > 20
    assert shown.activations[1] is not None
    for index, a in enumerate(shown.activations[1].tolist()):
        x, y = seen.centre(1, index)
        shade = theme.shade(a)
        expected = [shade.red(), shade.green(), shade.blue()]
        assert np.abs(picture[y, x] - expected).max() <= 3


def test_an_empty_circle_is_told_from_one_whose_a_is_zero(seen: Seen) -> None:
    zero = look(activations=(*look().activations[:3], np.zeros(10, np.float32)))
    pictures = []
    for one in (look(), zero):
        seen.view.show_phase(one)
        layer = seen.layout.layers[3]
        left, right = round(layer.left) - 2, round(layer.right) + 2
        pictures.append(seen.picture()[60:500, left:right])
    assert (pictures[0] != pictures[1]).any(axis=2).sum() > 100


@both_themes
def test_rings_are_coloured_by_sign_on_one_scale(seen: Seen, theme: Theme) -> None:
    seen.view.set_theme(theme)
    strong, weak = np.zeros(16, np.float32), np.zeros(10, np.float32)
    strong[[3, 4]], weak[2] = (1.0, -1.0), 0.2
    seen.view.show_phase(backward(rings=(None, strong, weak), lines=NONE))
    picture = seen.picture()

    def ring(layer: int, index: int) -> Pixels:
        x, y = seen.centre(layer, index)
        edge: Pixels = picture[y - round(seen.layout.layers[layer].radius) + 2, x]
        return edge

    assert ring(2, 3).tolist() == rgb(theme, "positive")
    assert ring(2, 4).tolist() == rgb(theme, "negative")
    # A fifth of the largest anywhere is not shown as if it were the largest.
    assert np.abs(ring(3, 2) - rgb(theme, "positive")).max() > 60
    assert ring(1, 3).tolist() != rgb(theme, "positive")
    assert "δ" in seen.written()


@both_themes
def test_only_a_label_marks_an_output(seen: Seen, theme: Theme) -> None:
    seen.view.set_theme(theme)
    acts = backward().activations
    answer = int(np.argmax(acts[3])) if acts[3] is not None else 0

    def count(name: str) -> int:
        right = seen.picture()[60:500, round(seen.layout.layers[3].right) :]
        return int((np.abs(right - rgb(theme, name)).max(axis=2) < 8).sum())

    for label, colour in ((None, ""), (answer, "right"), ((answer + 1) % 10, "negative")):
        seen.view.show_phase(look(activations=acts, lines=NONE, label=label))
        assert (count("right") > 0) == (label is not None)
        assert (count("negative") > 0) == (colour == "negative")
    seen.view.show_phase(look(lines=NONE, label=4))
    assert count("right") > 0, "what is right is known before anything is computed"


def test_words_of_the_picture_are_the_phases(seen: Seen) -> None:
    seen.view.show_phase(look())
    written = seen.written()
    assert CAPTION in written
    assert not any("truly a" in text for text in written)
    assert "W·a" in written
    assert sum("full" in text for text in written) == 1
    seen.view.show_phase(look(lines=NONE))
    assert not {"W", "W·a", "scale per layer"} & set(seen.written())


def test_a_long_caption_begins_inside_the_picture(seen: Seen) -> None:
    seen.view.resize(QSize(560, 340))
    text = "A caption that says much more than there is room for, " * 3
    seen.view.show_phase(look(caption=text))
    picture = seen.picture()
    assert (picture[:, :6] == picture[1, 1]).all()
    seen.view.show_phase(look(caption="x" * 20))
    assert "x" * 20 in seen.written()


# ---------------------------------------------------------------- what was there comes back


def test_taken_away_the_picture_is_as_before(seen: Seen) -> None:
    seen.view.select(Neuron(2, 3))
    before, text = seen.picture(), seen.view.accessibleDescription()
    seen.view.show_phase(look())
    assert (seen.picture() != before).any()
    assert seen.view.accessibleDescription() != text
    seen.view.show_phase(backward())
    seen.view.show_phase(None)
    assert (seen.picture() == before).all()
    assert seen.view.accessibleDescription() == text
    assert seen.view.selection == Neuron(2, 3)


@pytest.mark.parametrize("options", [{}, {"is_locked": True}, {"ring": "bias"}])
def test_new_states_change_nothing_but_are_there_afterwards(
    qtbot: QtBot, seen: Seen, options: dict[str, Any]
) -> None:
    run = new_run()
    run.train(900)
    run.change(held=[Held(1, 2, 3.0)])
    newer = snapshot_of(run)
    seen.view.set_options(ViewOptions(**options))
    seen.view.show_phase(look())
    before = seen.picture()
    seen.view.show_snapshot(newer)
    assert (seen.picture() == before).all()
    seen.view.show_phase(None)
    other = NetworkView()
    qtbot.addWidget(other)
    other.resize(seen.view.size())
    other.show_run(newer.description)
    other.set_options(ViewOptions(**options))
    if options.get("is_locked"):
        # What was on the screen when it was locked still holds.
        other.show_snapshot(trained(300))
    other.show_snapshot(newer)
    other.show()
    assert (seen.picture() == Seen(other).picture()).all()


def test_a_run_of_other_sizes_ends_it_and_one_of_the_same_does_not(seen: Seen) -> None:
    shown = look()
    seen.view.show_phase(shown)
    seen.view.show_run(trained(1).description)
    assert seen.view.drawing.phase is shown
    other = made_up((64, 12, 10), (8, 8))
    seen.view.show_run(other.description)
    assert seen.view.drawing.phase is None
    assert screen.named(seen.view, QComboBox, "Lines show").isVisible()
    seen.view.show_snapshot(other)
    # One that is of another network, as it may be on its way when a run arrives.
    seen.view.show_phase(shown)
    assert seen.view.drawing.phase is None
    seen.picture()


def test_it_may_come_before_the_first_state(qtbot: QtBot) -> None:
    view, state = NetworkView(), trained(300)
    qtbot.addWidget(view)
    view.show_phase(look())
    view.show_run(state.description)
    view.show_phase(look())
    view.show()
    view.grab()
    view.show_snapshot(state)
    assert CAPTION in Seen(view).written()


def test_no_light_flows(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OVERRIDE, "0")
    run = new_run()
    run.train(300)
    seen.view.show_snapshot(snapshot_of(run))
    seen.view.show_phase(look())
    run.step()
    seen.view.show_snapshot(snapshot_of(run))
    assert not seen.view._flow.is_running


def test_fading_ends_in_the_picture_that_it_would_be_without(
    qtbot: QtBot, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen.view.show_phase(look())
    expected = seen.picture()
    seen.view.show_phase(None)
    seen.picture()
    monkeypatch.setenv(OVERRIDE, "0")
    seen.view.show_phase(look())
    assert not seen.view.is_complete
    qtbot.waitUntil(lambda: seen.view.is_complete)
    assert (seen.picture() == expected).all()
    seen.view.show_phase(None)
    seen.view.hide()
    assert not seen.view._fade.is_running


# ---------------------------------------------------------------- words


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 3), st.integers(0, 9), st.integers(0, 2**32 - 1), st.integers(0, 3))
def test_the_label_says_the_phases_numbers(
    seen: Seen, layer: int, index: int, seed: int, computed: int
) -> None:
    acts = [abs(numbers(size, seed=seed)) for size in SIZES]
    rings = [numbers(size, seed=seed) for size in SIZES[1:]]
    seen.view.show_phase(
        look(
            activations=tuple(a if n <= computed else None for n, a in enumerate(acts)),
            rings=(None, rings[1], None),
            ring_symbol="δ",
        )
    )
    said = seen.hover(layer, index)
    if layer > computed:
        assert "not computed yet" in said
    else:
        assert screen.number(said.split("\n")[0].split("a = ")[1]) == pytest.approx(
            float(acts[layer][index]), abs=5.1e-5
        )
    assert ("δ" in said) == (layer == 2)
    if layer == 2:
        assert f"δ = {significant(float(rings[1][index]))}" in said
    place = Places.of(seen.view).at(layer, index)
    told = description(seen.view, place)
    assert value(seen.view, place) == ("" if layer > computed else fixed(acts[layer][index]))
    assert ("not computed yet" in told) == (layer > computed)
    assert ("δ" in told) == (layer == 2)
    assert "S = " not in told


def test_a_line_tells_its_number_and_one_that_is_not_drawn_is_not_found(seen: Seen) -> None:
    shown = look()
    seen.view.show_phase(shown)
    seen.view.select(Connection(2, 5, 5))
    assert shown.lines[1] is not None
    written = fixed(float(shown.lines[1][5, 5]), sign=True)
    assert seen.view.accessibleDescription().endswith(f"W·a = {written}")
    assert "W from" not in seen.view.accessibleDescription()
    seen.view.select(Connection(3, 5, 5))
    assert "computes nothing" in seen.view.accessibleDescription()
    seen.view.select(None)
    QTest.mouseMove(seen.view, EMPTY)
    QTest.mouseMove(seen.view, seen.line_middle(3, 5, 5))
    assert seen.view.hovered is None
    QTest.mouseMove(seen.view, seen.line_middle(2, 5, 5))
    assert isinstance(seen.view.hovered, Connection)
    assert "W·a = " in seen.label
    # Its lines go while the pointer is on one.
    seen.view.show_phase(look(lines=NONE))
    assert seen.view.hovered is None
    assert seen.label == ""


def test_what_is_selected_dims_nothing_where_it_has_no_lines(seen: Seen) -> None:
    seen.view.show_phase(look(lines=(None, None, numbers(10, 16))))
    plain = seen.colour_between(2)
    seen.view.select(Neuron(1, 3))
    assert seen.colour_between(2) == plain
    seen.view.select(Neuron(3, 3))
    seen.view.select(Connection(1, 3, 3))
    assert seen.colour_between(2) == plain


def test_the_choice_of_lines_rests(seen: Seen) -> None:
    box = screen.named(seen.view, QComboBox, "Lines show")
    room = seen.view.lines.sizeHint()
    seen.view.show_phase(look())
    assert not box.isVisible()
    shown = [label for label in screen.labels(seen.view.lines) if label.text() == "W·a"]
    assert shown[0].toolTip().endswith(look().quantity.sentence)
    assert seen.view.lines.sizeHint() == room
    changed = QSignalSpy(seen.view.lines.chosen)
    seen.view.lines.choose_next()
    assert changed.count() == 0
    seen.view.show_phase(look(lines=NONE))
    assert "nothing" in screen.texts(seen.view.lines)
    seen.view.show_phase(None)
    assert box.isVisible()
    assert seen.view.quantity.id == "weight"
    seen.view.lines.choose_next()
    assert changed.count() == 1


def test_the_legend_explains_what_is_shown(seen: Seen) -> None:
    seen.view.show_phase(look())
    place = QPoint(60, seen.view.height() - 30)
    QApplication.sendEvent(
        seen.view, QHelpEvent(QHelpEvent.Type.ToolTip, place, seen.view.mapToGlobal(place))
    )
    assert look().quantity.sentence in QToolTip.text()
    QToolTip.hideText()


# ---------------------------------------------------------------- all else goes on working


@pytest.mark.parametrize(
    "options",
    [
        {"hidden_below": 0.5},
        {"dashed_negatives": True},
        {"scale_mode": "fixed", "fixed_scale": 10.0},
        {"input_form": "ends"},
        {"weight_pictures": True},
        {"scale_mode": "common", "is_locked": True},
    ],
)
def test_options_hold(seen: Seen, options: dict[str, Any]) -> None:
    seen.view.show_phase(look())
    before = seen.picture()
    seen.view.set_options(ViewOptions(**options))
    after = seen.picture()
    assert (after != before).any()
    seen.view.set_options(ViewOptions())
    assert (seen.picture() == before).all()


def test_it_is_seen_from_near_and_exported(seen: Seen) -> None:
    seen.view.show_phase(backward())
    before = seen.picture()
    for _ in range(8):
        QTest.keyClick(seen.view, Qt.Key.Key_Plus)
    assert not seen.view.drawing.camera.is_fitted
    assert (seen.picture() != before).any()
    image = NetworkPicture(seen.view.drawing, seen.view.size(), DARK).image()
    exported = screen.image_pixels(image)
    seen.view.fit()
    layers = seen.layout.layers
    middle = round((layers[0].right + layers[1].left) / 2)
    part = exported[70:460, middle - 20 : middle + 20]
    assert (part.max(axis=2) - part.min(axis=2)).max() < 12
