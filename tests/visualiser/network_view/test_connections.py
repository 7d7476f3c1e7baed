"""The picture of the network: what colour a line has, what stands out, what recedes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import Parameters
from tests.visualiser import screen
from tests.visualiser.screen import Pixels
from tests.visualiser.states import label_of, misread_and_right, trained, with_weights
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.network_view import NetworkView
from visualiser.selection import Connection, Neuron
from visualiser.theme import DARK, THEMES, Theme
from visualiser.training.snapshot import Snapshot

SIZE = QSize(680, 430)
both_themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(SIZE)
    return made


def draw(qtbot: QtBot, view: NetworkView, snapshot: Snapshot) -> Pixels:
    """The picture of a state, once every line is in it."""
    if view.sizes != snapshot.sizes:
        view.show_run(snapshot.description)
    view.show()
    view.show_snapshot(snapshot)
    view.grab()
    qtbot.waitUntil(lambda: view.is_complete)
    return screen.pixels(view)


def layout_of(view: NetworkView) -> NetworkLayout:
    assert view.layout_of_network is not None
    return view.layout_of_network


def along(view: NetworkView, picture: Pixels, layer: int, to: int, origin: int) -> Pixels:
    """The colours on the middle of a connection's line, 40 of them."""
    layout = layout_of(view)
    line = layout.lines(layer - 1)[to * len(layout.layers[layer - 1].centres) + origin]
    shares = np.linspace(0.3, 0.7, 40)[:, None]
    columns, rows = np.rint(line[:2] + shares * (line[2:] - line[:2])).astype(int).T
    # A line of one pixel may lie half a pixel beside: take the strongest of three.
    near = np.stack([picture[rows + offset, columns] for offset in (-1, 0, 1)])
    strongest = np.abs(near - picture[1, 1]).sum(axis=2).argmax(axis=0)
    found: Pixels = near[strongest, np.arange(len(rows))]
    return found


def ground(theme: Theme) -> Pixels:
    colour = theme.colour("ground")
    return np.array([colour.red(), colour.green(), colour.blue()])


def strength(colours: Pixels, theme: Theme) -> float:
    """How far colours are from the ground, on average."""
    return float(np.abs(colours - ground(theme)).sum(axis=1).mean())


@both_themes
def test_a_positive_weight_is_blue_and_a_negative_one_orange(
    qtbot: QtBot, view: NetworkView, theme: Theme
) -> None:
    view.set_theme(theme)
    state = with_weights(trained(0), (2, 3, 2, 1.0), (2, 12, 13, -1.0))
    picture = draw(qtbot, view, state)
    red, _, blue = along(view, picture, 2, 3, 2).mean(axis=0)
    assert blue > red + 40
    red, _, blue = along(view, picture, 2, 12, 13).mean(axis=0)
    assert red > blue + 40


@both_themes
def test_zero_is_not_drawn(qtbot: QtBot, view: NetworkView, theme: Theme) -> None:
    view.set_theme(theme)
    picture = draw(qtbot, view, with_weights(trained(0)))
    for to, origin in ((3, 2), (0, 15), (8, 8)):
        assert strength(along(view, picture, 2, to, origin), theme) == 0


@both_themes
def test_a_stronger_weight_shows_more(qtbot: QtBot, view: NetworkView, theme: Theme) -> None:
    view.set_theme(theme)
    weights = (0.2, 0.5, 1.0)
    places = tuple((2, 4 * n + 1, 4 * n + 1, w) for n, w in enumerate(weights))
    picture = draw(qtbot, view, with_weights(trained(0), *places))
    shown = [strength(along(view, picture, 2, to, origin), theme) for _, to, origin, _ in places]
    assert 0 < shown[0] < shown[1] / 2 < shown[1] < shown[2]


def test_equal_weights_of_both_signs_show_equally_much(qtbot: QtBot, view: NetworkView) -> None:
    state = with_weights(trained(0), (2, 3, 3, 1.0), (2, 12, 12, -1.0), (2, 7, 7, 0.5))
    picture = draw(qtbot, view, state)
    positive, negative = (strength(along(view, picture, 2, n, n), DARK) for n in (3, 12))
    assert positive == pytest.approx(negative, rel=0.35)


@both_themes
def test_the_fan_of_a_selected_neuron_stays_and_the_rest_recedes(
    qtbot: QtBot, view: NetworkView, theme: Theme
) -> None:
    view.set_theme(theme)
    fan = ((2, 2, 0), (2, 2, 5), (3, 0, 2))
    rest = ((2, 12, 12), (2, 15, 13), (3, 8, 12))
    state = with_weights(trained(0), *((*place, 0.8) for place in fan + rest))

    def shown(places: tuple[tuple[int, int, int], ...]) -> list[float]:
        picture = draw(qtbot, view, state)
        return [strength(along(view, picture, *place), theme) for place in places]

    fan_before, rest_before = shown(fan), shown(rest)
    view.select(Neuron(2, 2))
    for before, after in zip(fan_before, shown(fan), strict=True):
        assert after >= 0.95 * before
    for before, after in zip(rest_before, shown(rest), strict=True):
        assert after <= before / 3
    view.select(None)
    assert shown(rest) == rest_before


def test_a_selected_connection_stands_out_though_it_is_weak(
    qtbot: QtBot, view: NetworkView
) -> None:
    strong = tuple((2, n, n, 1.0) for n in (9, 12, 15))
    state = with_weights(trained(0), (2, 5, 5, 0.02), *strong)
    before = strength(along(view, draw(qtbot, view, state), 2, 5, 5), DARK)
    view.select(Connection(2, 5, 5))
    picture = draw(qtbot, view, state)
    after = strength(along(view, picture, 2, 5, 5), DARK)
    assert after > 5 * before + 50
    assert after > 2 * strength(along(view, picture, 2, 12, 12), DARK)


def test_a_selected_neuron_has_a_ring(qtbot: QtBot, view: NetworkView) -> None:
    state = with_weights(trained(0))
    before = draw(qtbot, view, state)
    view.select(Neuron(1, 4))
    layer = layout_of(view).layers[1]
    x, y = layer.centres[4]
    row, column = round(y), round(x - layer.radius - 1)
    red, green, blue = draw(qtbot, view, state)[row, column - 1 : column + 2].max(axis=0)
    assert (red, green) > (180, 150)
    assert blue < 160
    assert not np.array_equal(before[row], draw(qtbot, view, state)[row])


@both_themes
def test_a_circle_is_filled_by_its_activation(
    qtbot: QtBot, view: NetworkView, theme: Theme
) -> None:
    view.set_theme(theme)
    state = trained(0)
    values = np.linspace(0, 1, 16).astype(np.float32)
    state = replace(state, activations=(state.activations[0], values, *state.activations[2:]))
    picture = draw(qtbot, view, state)
    centres = np.rint(layout_of(view).layers[1].centres).astype(int)
    greys = screen.grey(picture)[centres[:, 1], centres[:, 0]]
    assert sorted(greys.tolist(), reverse=theme.name == "light") == greys.tolist()
    assert abs(int(greys[-1]) - int(greys[0])) > 150


def test_the_shown_digit_is_drawn_large(qtbot: QtBot, view: NetworkView) -> None:
    state = trained(0, 5)
    picture = screen.grey(draw(qtbot, view, state))
    centres = np.rint(layout_of(view).layers[0].centres).astype(int)
    shown = picture[centres[:, 1], centres[:, 0]]
    ink = state.activations[0]
    assert np.corrcoef(shown, ink)[0, 1] > 0.95
    assert layout_of(view).layers[0].radius > 8


def test_a_wrong_answer_differs_by_more_than_colour(qtbot: QtBot, view: NetworkView) -> None:
    wrong, right = misread_and_right(with_weights(trained(0)))
    label = label_of(wrong)
    pictures = [screen.grey(draw(qtbot, view, state)) for state in (right, wrong)]
    layer = layout_of(view).layers[-1]
    x, y = np.rint(layer.centres[label]).astype(int)
    reach = round(layer.radius) + 4
    # Around the true output a dotted ring is drawn, but only where it was not the answer.
    angles = np.linspace(0, 2 * np.pi, 80)
    rows = np.rint(y + reach * np.sin(angles)).astype(int)
    columns = np.rint(x + reach * np.cos(angles)).astype(int)
    dark = screen.grey(ground(DARK)[None])[0]
    around = [np.abs(picture[rows, columns] - dark) for picture in pictures]
    assert around[0].max() < 12
    assert np.count_nonzero(around[1] > 25) > 15
    assert np.count_nonzero(around[1] < 12) > 10  # dotted: it differs from a selection's ring
    # The marks at the right of the answers have different shapes.
    tick, cross = (
        picture[row - 8 : row + 9, x + reach + 88 : x + reach + 112] - dark
        for picture, row in zip(
            pictures, (y, round(float(layer.centres[(label + 1) % 10, 1]))), strict=True
        )
    )
    assert np.abs(tick).max() > 60
    assert np.abs(cross).max() > 60
    assert np.count_nonzero(np.abs(tick - cross) > 40) > 20


def test_weights_that_are_not_finite_are_drawn_without_complaint(
    qtbot: QtBot, view: NetworkView
) -> None:
    state = trained(3)
    vector = state.parameters.vector.copy()
    vector[::7], vector[1::7], vector[2::7] = np.nan, np.inf, -np.inf
    draw(qtbot, view, replace(state, parameters=Parameters(state.sizes, vector)))
    view.select(Neuron(2, 3))
    assert draw(qtbot, view, replace(state, parameters=Parameters(state.sizes, vector))).any()


def test_the_whole_picture_is_there_whether_it_moves_or_stands(
    qtbot: QtBot, view: NetworkView
) -> None:
    """784-30-30-10 has more lines than one frame may draw."""
    state = trained(0, layers=(64, 40, 40, 10))
    at_rest = draw(qtbot, view, state)
    moving = replace(state, progress=replace(state.progress, playing=True))
    view.show_snapshot(moving)

    def is_drawn() -> bool:
        view.grab()
        return view.is_complete

    qtbot.waitUntil(is_drawn)
    difference = np.abs(screen.pixels(view) - at_rest)
    # While it moves, weak lines are drawn without antialiasing: alike, not the same.
    assert difference.mean() < 3


def test_a_hidden_view_draws_the_newest_state_when_it_is_shown(
    qtbot: QtBot, view: NetworkView
) -> None:
    draw(qtbot, view, with_weights(trained(0)))
    view.hide()
    state = with_weights(trained(0), (2, 5, 5, 1.0))
    view.show_snapshot(state)
    view.show()
    assert strength(along(view, screen.pixels(view), 2, 5, 5), DARK) > 50


def test_before_a_run_is_there_it_says_so(view: NetworkView) -> None:
    view.show()
    assert len(np.unique(screen.pixels(view).reshape(-1, 3), axis=0)) > 2
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection is None


@pytest.mark.parametrize("size", [QSize(200, 150), QSize(640, 400), QSize(3000, 1800)])
@pytest.mark.parametrize("layers", [(64, 10), (64, 1, 1, 10), (64, *[12] * 6, 10)])
def test_any_network_is_drawn_at_any_size(
    qtbot: QtBot, view: NetworkView, size: QSize, layers: tuple[int, ...]
) -> None:
    view.setMinimumSize(1, 1)
    view.resize(size)
    assert draw(qtbot, view, trained(1, layers=layers)).shape == (size.height(), size.width(), 3)


def test_it_needs_no_window_around_it(view: NetworkView) -> None:
    assert isinstance(view, QWidget)
    assert view.accessibleName()
