"""Every choice of how the network is drawn changes what is seen, in the way that it says."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, fields, replace
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import Parameters
from tests.visualiser import screen
from tests.visualiser.screen import Pixels
from tests.visualiser.states import made_up, trained, with_weights
from visualiser.motion import OVERRIDE
from visualiser.network_view.camera import Camera
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.options import ScaleMode, ViewOptions
from visualiser.network_view.places import neuron_at
from visualiser.number_format import fixed
from visualiser.selection import Neuron
from visualiser.theme import THEMES, Theme
from visualiser.training.snapshot import Snapshot

SIZE = QSize(1000, 620)
both_themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
TALL = made_up((64, 100, 10), (8, 8))


@dataclass
class Views:
    """Makes views, each on a state."""

    qtbot: QtBot

    def show(self, snapshot: Snapshot, camera: Camera | None = None, **options: Any) -> NetworkView:
        view = NetworkView()
        self.qtbot.addWidget(view)
        view.resize(SIZE)
        view.show_run(snapshot.description)
        view.set_options(ViewOptions(**options))
        view.show_snapshot(snapshot)
        view.show()
        view._look(camera or Camera())
        return view

    def picture(self, view: NetworkView) -> Pixels:
        """The picture, once every line is in it and nothing moves."""
        view.grab()
        self.qtbot.waitUntil(lambda: view.is_complete)
        return screen.pixels(view)


@pytest.fixture
def views(qtbot: QtBot) -> Views:
    return Views(qtbot)


@pytest.fixture
def _moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the desktop asks for."""
    monkeypatch.setenv(OVERRIDE, "0")


def layout_of(view: NetworkView) -> NetworkLayout:
    assert view.layout_of_network is not None
    return view.layout_of_network


def layer_of(view: NetworkView, number: int) -> LayerLayout:
    return layout_of(view).layers[number]


def written(view: NetworkView) -> dict[str, list[QPointF]]:
    """Everything that is written in the picture, and where, read from its SVG."""
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setSize(view.size())
    painter = QPainter(generator)
    view.render(painter, QPoint())
    painter.end()
    tree = ElementTree.fromstring(bytes(buffer.data().data()))  # noqa: S314 (Qt made it)
    found: dict[str, list[QPointF]] = {}
    for item in tree.iter():
        if item.tag.endswith("}text"):
            place = QPointF(float(item.attrib["x"]), float(item.attrib["y"]))
            found.setdefault(item.text or "", []).append(place)
    return found


def line_points(view: NetworkView, layer: int, to: int, origin: int) -> tuple[Any, Any]:
    """Columns and rows of the pixels in the middle part of a connection's line."""
    layout = layout_of(view)
    line = layout.lines(layer - 1)[to * len(layout.layers[layer - 1].shown) + origin]
    count = int(np.hypot(*(line[2:] - line[:2])) * 0.6)
    shares = np.linspace(0.2, 0.8, count)[:, None]
    columns, rows = np.rint(line[:2] + shares * (line[2:] - line[:2])).astype(int).T
    return columns, rows


def along(view: NetworkView, picture: Pixels, layer: int, to: int, origin: int) -> Pixels:
    """How far each pixel of a line is from the ground."""
    columns, rows = line_points(view, layer, to, origin)
    near = np.stack([picture[rows + offset, columns] for offset in (-1, 0, 1)])
    strongest: Pixels = np.abs(near - picture[1, 1]).sum(axis=2).max(axis=0)
    return strongest


def warmth(colours: Pixels) -> float:
    """Above 0 where they are orange, below where they are blue."""
    flat = colours.reshape(-1, 3)
    return float((flat[:, 0] - flat[:, 2]).mean())


def with_biases(
    snapshot: Snapshot, layer: int, biases: list[float], is_slope: bool = False
) -> Snapshot:
    """The same state with these B in a layer, or these ∂C/∂B; all others are 0."""
    made = Parameters(snapshot.sizes)
    made.biases[layer - 1][: len(biases)] = biases
    return replace(snapshot, gradient=made) if is_slope else replace(snapshot, parameters=made)


def test_every_choice_is_seen(views: Views) -> None:
    """But for what is seen over time, or when the window's size changes."""
    state = trained(20, layers=(64, 100, 10))
    usual = views.picture(views.show(state))
    others: dict[str, Any] = {
        "input_form": "ends",
        "tall_form": "ends",
        "ring": "bias",
        "weight_pictures": True,
        "scale_mode": "common",
        "fixed_scale": 0.05,
        "is_locked": True,
        "hidden_below": 0.5,
        "dashed_negatives": True,
    }
    for name, value in others.items():
        more = {"scale_mode": "fixed"} if name == "fixed_scale" else {}
        view = views.show(state, **{name: value, **more})
        assert not np.array_equal(views.picture(view), usual), name
    assert {field.name for field in fields(ViewOptions)} == {*others, "shows_flow", "fits_always"}


def test_back_at_the_usual_choice_the_picture_is_as_it_was(
    views: Views, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, "1")
    view = views.show(trained(20))
    usual = views.picture(view)
    for changes in (
        {"input_form": "circles"},
        {"ring": "slope"},
        {"weight_pictures": True},
        {"scale_mode": "fixed", "fixed_scale": 0.01},
        {"hidden_below": 0.7},
        {"dashed_negatives": True},
    ):
        view.set_options(replace(ViewOptions(), **changes))
        assert not np.array_equal(views.picture(view), usual)
        view.set_options(ViewOptions())
        assert np.array_equal(views.picture(view), usual)


# -------------------------------------------------------------------- rings


@both_themes
@pytest.mark.parametrize(("ring", "is_slope"), [("bias", False), ("slope", True)])
def test_rings_have_the_colour_of_the_sign(
    views: Views, theme: Theme, ring: str, is_slope: bool
) -> None:
    state = with_biases(with_weights(trained(0)), 2, [1.0, -1.0, 0.3, 0.0], is_slope=is_slope)
    view = views.show(state, ring=ring)
    view.set_theme(theme)
    picture = views.picture(view)
    layer = layer_of(view, 2)

    def ring_of(index: int) -> Pixels:
        """Its colour a little inside the edge, at the left, where no line ends."""
        x, y = layer.centres[index]
        angles = np.linspace(0, 2 * np.pi, 32)
        radius = layer.radius - min(5.0, layer.radius * 0.26) / 2
        rows = np.rint(y + radius * np.sin(angles)).astype(int)
        columns = np.rint(x + radius * np.cos(angles)).astype(int)
        colours: Pixels = picture[rows, columns]
        return colours

    positive, negative, weak, none = (warmth(ring_of(index)) for index in range(4))
    assert positive < -60
    assert negative > 60
    assert positive < weak < -5
    assert abs(none) < abs(weak)


def test_rings_are_on_one_scale_and_the_legend_says_which(views: Views) -> None:
    state = with_biases(trained(0), 1, [0.4, -2.2])
    assert {"B", "±2.2"} <= written(views.show(state, ring="bias")).keys()
    slopes = with_biases(trained(0), 3, [0.001], is_slope=True)
    assert {"∂C/∂B", "±0.001"} <= written(views.show(slopes, ring="slope")).keys()
    assert "∂C/∂B" not in written(views.show(slopes))


# -------------------------------------------------------------------- numbers


@pytest.mark.parametrize(("zoom", "decimals"), [(1.5, 2), (6.0, 4)])
def test_zoomed_in_the_a_stands_inside_its_circle(views: Views, zoom: float, decimals: int) -> None:
    state = trained(20)
    x, y = 500.0, 310.0
    camera = Camera(zoom, x - zoom * 620, y - zoom * 300)
    view = views.show(state, camera)
    found, checked = written(view), 0
    for number in (1, 2, 3):
        layer = layer_of(view, number)
        for index, (left, top) in enumerate(layer.centres.tolist()):
            text = fixed(float(state.activations[number][index]), decimals)
            if view.rect().adjusted(5, 5, -5, -5).contains(round(left), round(top)):
                inside = (QPointF(left, top) - place for place in found[text])
                assert any(max(abs(p.x()), abs(p.y())) < layer.radius for p in inside)
                checked += 1
    assert checked >= 3


def test_a_picture_that_fits_has_no_numbers_inside(views: Views) -> None:
    state = trained(20)
    found = written(views.show(state))
    numbers = {fixed(float(a), 2) for layer in state.activations for a in layer}
    assert not numbers & found.keys() - {"0.01", "0.00"}


def test_pixels_of_the_input_have_their_a_when_they_are_large(views: Views) -> None:
    state = trained(20)
    view = views.show(state, Camera(10.0, -800.0, -2000.0))
    middle = neuron_at(layout_of(view), 500, 310)
    assert isinstance(middle, Neuron)
    assert middle.layer == 0
    assert fixed(float(state.activations[0][middle.index]), 4) in written(view)


# -------------------------------------------------------------------- which lines


def test_the_slider_hides_weak_lines_and_nothing_else(views: Views) -> None:
    lines = ((2, 3, 3, 1.0), (2, 12, 12, 0.5), (2, 7, 7, -0.5), (2, 14, 15, -0.8))
    state = with_weights(trained(0), *lines)
    shown = views.show(state, scale_mode="fixed")
    hidden = views.show(state, scale_mode="fixed", hidden_below=0.6)
    before, after = views.picture(shown), views.picture(hidden)
    for layer, to, origin, weight in lines:
        strength = along(hidden, after, layer, to, origin)
        if abs(weight) < 0.6:
            assert strength.max() == 0
        else:
            assert np.array_equal(strength, along(shown, before, layer, to, origin))
    # All else that differs is the bar in the legend, which shows where lines begin.
    rows, columns = np.nonzero(np.abs(before - after).max(axis=2))
    beside = [
        np.abs(along_y(shown, *line[:3], columns) - rows) > 3
        for line in lines
        if abs(line[3]) < 0.6
    ]
    elsewhere = np.logical_and.reduce(beside)
    assert rows[elsewhere].min() > SIZE.height() - 50
    assert columns[elsewhere].max() < 200
    assert elsewhere.any()


def along_y(view: NetworkView, layer: int, to: int, origin: int, columns: Any) -> Any:
    """The y of a connection's line in these columns; far away where it does not reach."""
    x, y, right, end = layout_of(view).lines(layer - 1)[to * 16 + origin]
    heights = y + (end - y) * (columns - x) / (right - x)
    return np.where((columns >= x - 2) & (columns <= right + 2), heights, -1e9)


def test_nothing_is_hidden_that_is_as_strong_as_the_slider_says(views: Views) -> None:
    state = with_weights(trained(0), (2, 3, 3, 1.0), (2, 12, 12, 0.62))
    view = views.show(state, hidden_below=0.6, scale_mode="fixed", fixed_scale=1.0)
    assert along(view, views.picture(view), 2, 12, 12).min() > 20


@both_themes
def test_negative_lines_are_dashed_and_positive_ones_are_not(views: Views, theme: Theme) -> None:
    state = with_weights(trained(0), (2, 3, 3, 1.0), (2, 12, 12, -1.0), (2, 6, 5, -1.0))
    for is_dashed in (True, False):
        view = views.show(state, dashed_negatives=is_dashed)
        view.set_theme(theme)
        picture = views.picture(view)
        whole = along(view, picture, 2, 3, 3) > 60
        assert whole.all()
        for place in ((2, 12, 12), (2, 6, 5)):
            dashes = along(view, picture, *place) > 60
            assert (np.count_nonzero(np.diff(dashes)) > 12) == is_dashed
            assert (0.3 < dashes.mean() < 0.8) == is_dashed


# -------------------------------------------------------------------- scales


def notes(view: NetworkView) -> list[str]:
    """Where colour is full, from left to right."""
    found = [
        (place.x(), text)
        for text, places in written(view).items()
        for place in places
        if text.startswith(("full", "all"))
    ]
    return [text.rpartition(" ")[2] for _, text in sorted(found)]


UNLIKE = with_weights(trained(0), (1, 3, 30, 0.1), (2, 3, 3, 1.0), (3, 5, 5, 3.3))


def test_per_layer_each_gap_names_its_own_scale(views: Views) -> None:
    view = views.show(UNLIKE)
    assert notes(view) == ["±0.1", "±1", "±3.3"]
    assert "scale per layer" in written(view)


def test_one_scale_for_all_is_named_below_every_gap(views: Views) -> None:
    view = views.show(UNLIKE, scale_mode="common")
    assert notes(view) == ["±3.3"] * 3
    assert "one scale for all" in written(view)
    picture = views.picture(view)
    shown = [along(view, picture, *place).mean() for place in ((2, 3, 3), (3, 5, 5))]
    assert shown[0] < shown[1] / 2


@pytest.mark.parametrize("scale", [0.01, 1.0, 47.0])
def test_a_fixed_scale_is_the_one_that_is_chosen(views: Views, scale: float) -> None:
    view = views.show(UNLIKE, scale_mode="fixed", fixed_scale=scale)
    assert notes(view) == [f"±{scale:g}"] * 3
    strength = along(view, views.picture(view), 2, 3, 3).mean()
    assert strength > 100 if scale <= 1 else strength < 30


def twice(snapshot: Snapshot, factor: float) -> Snapshot:
    vector = snapshot.parameters.vector * np.float32(factor)
    return replace(snapshot, parameters=Parameters(snapshot.sizes, vector))


@pytest.mark.parametrize("mode", ["layer", "common"])
def test_a_locked_scale_holds_over_time(views: Views, mode: ScaleMode) -> None:
    view = views.show(UNLIKE, scale_mode=mode)
    scales = notes(view)
    before = along(view, views.picture(view), 3, 5, 5).mean()
    view.show_snapshot(twice(UNLIKE, 0.3))
    assert notes(view) != scales
    # A scale is a number that is easy to read: the strength is nearly the same.
    assert along(view, views.picture(view), 3, 5, 5).mean() > 0.8 * before
    view.show_snapshot(UNLIKE)
    view.set_options(ViewOptions(scale_mode=mode, is_locked=True))
    view.show_snapshot(twice(UNLIKE, 0.3))
    assert notes(view) == scales
    assert along(view, views.picture(view), 3, 5, 5).mean() < 0.3 * before
    assert any(text.endswith("locked") for text in written(view))
    view.set_options(ViewOptions(scale_mode=mode))
    assert notes(view) != scales


# -------------------------------------------------------------------- pictures of weights


@both_themes
@pytest.mark.parametrize("size", [(64, 16, 16, 10), (64, 5, 10)])
def test_circles_of_layer_1_show_what_comes_in(
    views: Views, theme: Theme, size: tuple[int, ...]
) -> None:
    pattern = [(1, 2, 0, 1.0), (1, 2, 63, -1.0), (1, 4, 7, -0.8), (1, 4, 27, 0.9)]
    view = views.show(with_weights(trained(0, layers=size), *pattern), weight_pictures=True)
    view.set_theme(theme)
    picture, layer = views.picture(view), layer_of(view, 1)
    colour = theme.colour("chip")
    chip = np.array([colour.red(), colour.green(), colour.blue()])
    weights = {(neuron, pixel): weight for _, neuron, pixel, weight in pattern}
    unit = 2 * 0.7 * layer.radius / 8
    for neuron in (2, 4):
        for pixel in range(64):
            row, column = divmod(pixel, 8)
            x, y = layer.centres[neuron] + (np.array([column, row]) - 3.5) * unit
            shown = picture[int(y), int(x)]
            weight = weights.get((neuron, pixel), 0.0)
            if weight == 0:
                assert np.abs(shown - chip).sum() < 40
            else:
                assert weight * warmth(shown) < -40


def test_they_are_larger_than_circles_without(views: Views) -> None:
    state = trained(20)
    usual, large = views.show(state), views.show(state, weight_pictures=True)
    assert layer_of(large, 1).radius > layer_of(usual, 1).radius
    assert layer_of(large, 2).radius == layer_of(usual, 2).radius


def test_they_follow_the_lines_quantity(views: Views) -> None:
    state = trained(20)
    view = views.show(state, weight_pictures=True)
    before = views.picture(view)
    view.lines.choose("slope")
    after = views.picture(view)
    layer = layer_of(view, 1)
    x, y = np.rint(layer.centres[3]).astype(int)
    reach = int(0.6 * layer.radius)
    box = np.s_[y - reach : y + reach, x - reach : x + reach]
    assert np.abs(before[box] - after[box]).mean() > 5


# -------------------------------------------------------------------- forms


def point_at(view: NetworkView, place: QPointF) -> object:
    QTest.mouseMove(view, QPoint(5, 5))
    QTest.mouseMove(view, place.toPoint())
    return view.hovered


def test_an_input_of_ends_has_a_brace_with_its_count_and_a_small_image(views: Views) -> None:
    view = views.show(trained(20), input_form="ends")
    layer = layer_of(view, 0)
    assert "64" in written(view)
    assert layer.shown.tolist() == [*range(8), *range(56, 64)]
    assert layer.picture is not None
    # Every pixel is still there to be pointed at, in the small image.
    x, y, width, height = layer.picture
    assert point_at(view, QPointF(x + 3.5 * width / 8, y + 4.5 * height / 8)) == Neuron(0, 35)
    assert point_at(view, QPointF(*layer.centres[60].tolist())) == Neuron(0, 60)
    assert point_at(view, QPointF(*(layer.dots or (0, 0)))) is None


@pytest.mark.parametrize("form", ["circles", "ends"])
def test_an_input_of_circles_has_the_colours_of_its_pixels(views: Views, form: str) -> None:
    state = with_weights(trained(20, 5))
    view = views.show(state, input_form=form)
    layer = layer_of(view, 0)
    centres = np.rint(layer.centres[layer.shown]).astype(int)
    seen = screen.grey(views.picture(view))[centres[:, 1], centres[:, 0]]
    assert layer.form == "circles"
    assert np.corrcoef(seen, state.activations[0][layer.shown])[0, 1] > 0.95


@pytest.mark.parametrize("form", ["picture", "ends", "circles"])
def test_lines_of_the_first_gap_begin_where_the_input_is(views: Views, form: str) -> None:
    state = with_weights(trained(0), (1, 3, 2, 1.0), (1, 12, 61, -1.0))
    view = views.show(state, input_form=form)
    picture, layer = views.picture(view), layer_of(view, 0)
    for to, origin in ((3, 2), (12, 61)):
        place = layer.place(origin)
        assert place is not None
        assert along(view, picture, 1, to, place).min() > 60


def test_a_tall_column_folds_or_shows_its_ends_with_a_count(views: Views) -> None:
    folded, ends = views.show(TALL), views.show(TALL, tall_form="ends")
    assert len(np.unique(layer_of(folded, 1).centres[:, 0])) == 2
    assert layer_of(folded, 1).shows_all
    assert "+ 84" not in written(folded)
    assert "+ 84" in written(ends)
    assert "64 · 100 = 6,400, 1,024 drawn" in written(ends)
    assert len(np.unique(layer_of(ends, 1).centres[:, 0])) == 1
    hidden = QPointF(*layer_of(ends, 1).centres[50].tolist())
    assert point_at(ends, hidden) is None


FORMS: list[dict[str, Any]] = [
    {"input_form": "picture"},
    {"input_form": "ends"},
    {"input_form": "circles"},
    {"tall_form": "ends"},
    {"weight_pictures": True},
    {"input_form": "ends", "tall_form": "ends", "weight_pictures": True},
]


CAMERAS = [Camera(), Camera(2.0, -300.0, -200.0)]


@pytest.mark.usefixtures("_moves")
@pytest.mark.parametrize(
    ("before", "after", "camera"),
    [
        (before, after, CAMERAS[number % 2])
        for number, (before, after) in enumerate(itertools.pairwise([*FORMS, *FORMS[::2]]))
    ],
)
def test_a_turn_ends_in_the_picture_that_is_drawn_there_at_once(
    views: Views, before: dict[str, Any], after: dict[str, Any], camera: Camera
) -> None:
    turned, at_once = views.show(TALL, camera, **before), views.show(TALL, camera, **after)
    turned.select(Neuron(2, 3))
    at_once.select(Neuron(2, 3))
    turned._look(camera)
    at_once._look(camera)
    turned.grab()
    turned.set_options(ViewOptions(**after))
    for moment in (100, 200, 300):
        assert not turned.is_complete
        turned._turn.setCurrentTime(moment)
        turned.grab()
    assert turned._turn.state() == QVariantAnimation.State.Stopped
    assert np.array_equal(views.picture(turned), views.picture(at_once))
    assert turned.drawing.camera == camera


@pytest.mark.usefixtures("_moves")
def test_halfway_through_a_turn_circles_are_halfway(views: Views) -> None:
    start = layer_of(views.show(TALL), 0)
    end = layer_of(views.show(TALL, input_form="circles"), 0)
    view = views.show(TALL)
    view.set_options(ViewOptions(input_form="circles"))
    view._turn.setCurrentTime(150)
    halfway = layer_of(view, 0)
    assert np.allclose(halfway.centres, (start.centres + end.centres) / 2)


@pytest.mark.usefixtures("_moves")
def test_a_turn_that_is_turned_back_ends_where_it_began(views: Views) -> None:
    view = views.show(TALL)
    before = views.picture(view)
    view.set_options(ViewOptions(input_form="circles", tall_form="ends"))
    view._turn.setCurrentTime(120)
    view.grab()
    view.set_options(ViewOptions())
    view._turn.setCurrentTime(40)
    view.grab()
    view._turn.setCurrentTime(300)
    assert np.array_equal(views.picture(view), before)


def test_who_wants_less_motion_sees_no_turn(views: Views, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OVERRIDE, "1")
    view, at_once = views.show(TALL), views.show(TALL, input_form="ends")
    view.set_options(ViewOptions(input_form="ends"))
    assert view._turn.state() == QVariantAnimation.State.Stopped
    assert np.array_equal(views.picture(view), views.picture(at_once))
