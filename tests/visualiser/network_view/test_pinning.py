"""A click with Ctrl pins a second neuron, to be compared with the selected one."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.screen import Pixels
from tests.visualiser.states import made_up, trained, with_weights
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.places import connection_at, neuron_at
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import THEMES, Theme

SIZE = QSize(900, 560)
FIRST, SECOND, THIRD = Neuron(2, 2), Neuron(2, 12), Neuron(1, 7)
CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
# Of the first, of the second, and of neither: (layer, to, origin).
FANS = ((2, 2, 0), (2, 12, 14))
REST = ((2, 7, 7), (1, 3, 30))
both_themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(SIZE)
    state = with_weights(trained(0), *((*place, 0.8) for place in FANS + REST))
    made.show_run(state.description)
    made.show_snapshot(state)
    made.show()
    return made


def layout_of(view: NetworkView) -> NetworkLayout:
    assert view.layout_of_network is not None
    return view.layout_of_network


def place_of(view: NetworkView, neuron: Neuron) -> QPoint:
    centre = layout_of(view).layers[neuron.layer].centres[neuron.index]
    return QPointF(*centre.tolist()).toPoint()


def click(view: NetworkView, what: Neuron | QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    place = place_of(view, what) if isinstance(what, Neuron) else what
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, held, place)


def line_place(view: NetworkView) -> QPoint:
    layout = layout_of(view)
    left, right = layout.layers[1].centres[0, 0], layout.layers[2].centres[0, 0]
    x = round((left + right) / 2)
    for y in range(100, 400):
        if connection_at(layout, x, y, 0.8) is not None and neuron_at(layout, x, y) is None:
            return QPoint(x, y)
    raise LookupError


def strength(view: NetworkView, layer: int, to: int, origin: int) -> float:
    """How far the colours on a connection's line are from the ground, on average."""
    picture, layout = screen.pixels(view), layout_of(view)
    line = layout.lines(layer - 1)[to * len(layout.layers[layer - 1].centres) + origin]
    shares = np.linspace(0.3, 0.7, 40)[:, None]
    columns, rows = np.rint(line[:2] + shares * (line[2:] - line[:2])).astype(int).T
    near = np.stack([picture[rows + offset, columns] for offset in (-1, 0, 1)])
    return float(np.abs(near - picture[1, 1]).sum(axis=2).max(axis=0).mean())


def test_a_click_with_ctrl_pins_and_again_lets_go(qtbot: QtBot, view: NetworkView) -> None:
    click(view, FIRST)
    for expected in (SECOND, None):
        with (
            qtbot.waitSignal(view.pinned_changed) as told,
            qtbot.assertNotEmitted(view.selection_changed),
        ):
            click(view, SECOND, CONTROL)
        assert told.args == [expected]
        assert view.pinned == expected
        assert view.selection == FIRST


def test_another_takes_the_place_of_the_pinned_one(qtbot: QtBot, view: NetworkView) -> None:
    click(view, FIRST)
    click(view, SECOND, CONTROL)
    with qtbot.waitSignal(view.pinned_changed) as told:
        click(view, THIRD, CONTROL)
    assert told.args == [THIRD]


def test_a_click_with_ctrl_on_a_line_or_on_nothing_does_nothing(
    qtbot: QtBot, view: NetworkView
) -> None:
    click(view, FIRST)
    click(view, SECOND, CONTROL)
    for place in (line_place(view), QPoint(5, 555)):
        with (
            qtbot.assertNotEmitted(view.pinned_changed),
            qtbot.assertNotEmitted(view.selection_changed),
        ):
            click(view, place, CONTROL)
    assert (view.selection, view.pinned) == (FIRST, SECOND)


def test_selecting_the_pinned_one_lets_go_of_it(qtbot: QtBot, view: NetworkView) -> None:
    click(view, FIRST)
    click(view, SECOND, CONTROL)
    with qtbot.waitSignal(view.pinned_changed) as told:
        click(view, SECOND)
    assert told.args == [None]
    assert (view.selection, view.pinned) == (SECOND, None)


@pytest.mark.parametrize("selection", [THIRD, Connection(2, 3, 4), None])
def test_selecting_anything_else_leaves_it_pinned(
    qtbot: QtBot, view: NetworkView, selection: Selection
) -> None:
    click(view, FIRST)
    click(view, SECOND, CONTROL)
    with qtbot.assertNotEmitted(view.pinned_changed):
        view.select(selection)
    assert (view.selection, view.pinned) == (selection, SECOND)


def test_the_selected_one_is_not_pinned_beside_itself(qtbot: QtBot, view: NetworkView) -> None:
    click(view, FIRST)
    with qtbot.assertNotEmitted(view.pinned_changed):
        click(view, FIRST, CONTROL)
    assert (view.selection, view.pinned) == (FIRST, None)


def test_a_click_with_ctrl_on_the_selected_one_leaves_the_pinned_one(view: NetworkView) -> None:
    click(view, FIRST)
    click(view, SECOND, CONTROL)
    click(view, FIRST, CONTROL)
    assert (view.selection, view.pinned) == (FIRST, SECOND)


def test_escape_lets_go_of_both(qtbot: QtBot, view: NetworkView) -> None:
    click(view, FIRST)
    click(view, SECOND, CONTROL)
    with qtbot.waitSignals([view.pinned_changed, view.selection_changed]):
        screen.key(view, Qt.Key.Key_Escape)
    assert (view.selection, view.pinned) == (None, None)
    with (
        qtbot.assertNotEmitted(view.pinned_changed),
        qtbot.assertNotEmitted(view.selection_changed),
    ):
        screen.key(view, Qt.Key.Key_Escape)


@both_themes
def test_both_fans_are_lit_and_the_rest_recedes(view: NetworkView, theme: Theme) -> None:
    view.set_theme(theme)
    before = {place: strength(view, *place) for place in FANS + REST}
    view.select(FIRST)
    alone = {place: strength(view, *place) for place in FANS + REST}
    view.pin(SECOND)
    both = {place: strength(view, *place) for place in FANS + REST}
    assert all(both[place] >= 0.95 * before[place] for place in FANS)
    assert all(both[place] <= before[place] / 3 for place in REST)
    assert alone[FANS[1]] <= before[FANS[1]] / 3
    view.pin(None)
    view.select(None)
    assert {place: strength(view, *place) for place in FANS + REST} == before


def ring(view: NetworkView, neuron: Neuron) -> Pixels:
    """Where the colour of a selection is there, all around a circle."""
    layer = layout_of(view).layers[neuron.layer]
    x, y = layer.centres[neuron.index]
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    radius = layer.radius + 0.6
    rows = np.rint(y + radius * np.sin(angles)).astype(int)
    columns = np.rint(x + radius * np.cos(angles)).astype(int)
    colour = view.drawing.theme.colour("selected")
    away = screen.pixels(view)[rows, columns] - [colour.red(), colour.green(), colour.blue()]
    found: Pixels = (np.abs(away).sum(axis=1) < 120).astype(np.int64)
    return found


@both_themes
def test_their_rings_differ_by_more_than_colour(view: NetworkView, theme: Theme) -> None:
    view.set_theme(theme)
    assert ring(view, FIRST).sum() + ring(view, SECOND).sum() == 0
    view.select(FIRST)
    view.pin(SECOND)
    selected, pinned = ring(view, FIRST), ring(view, SECOND)
    assert selected.mean() > 0.9
    assert 0.3 < pinned.mean() < 0.85
    assert np.count_nonzero(np.diff(pinned)) > 8  # dashes


def test_what_is_pointed_at_takes_the_light_and_gives_it_back(view: NetworkView) -> None:
    view.select(FIRST)
    view.pin(SECOND)
    before = screen.pixels(view)
    QTest.mouseMove(view, QPoint(5, 5))
    QTest.mouseMove(view, place_of(view, Neuron(2, 7)))
    assert strength(view, *REST[0]) > 3 * strength(view, *FANS[1])
    QTest.mouseMove(view, QPoint(5, 5))
    assert np.array_equal(screen.pixels(view), before)


def test_another_network_forgets_both_and_tells(view: NetworkView) -> None:
    view.select(FIRST)
    view.pin(SECOND)
    state, told = trained(0, layers=(64, 13, 13, 10)), list[object]()
    view.pinned_changed.connect(told.append)
    view.selection_changed.connect(told.append)
    view.show_run(state.description)
    assert told == [None, None]
    view.show_snapshot(state)
    assert (view.selection, view.pinned) == (None, None)


def test_another_run_of_the_same_network_forgets_neither(qtbot: QtBot, view: NetworkView) -> None:
    view.select(FIRST)
    view.pin(SECOND)
    with qtbot.assertNotEmitted(view.pinned_changed):
        view.show_run(trained(3).description)
        view.show_snapshot(trained(3))
    assert (view.selection, view.pinned) == (FIRST, SECOND)


def test_one_that_is_not_shown_can_be_pinned(view: NetworkView) -> None:
    state = made_up((64, 100, 10), (8, 8))
    view.show_run(state.description)
    view.set_options(ViewOptions(tall_form="ends"))
    view.show_snapshot(state)
    view.select(Neuron(1, 3))
    before = screen.pixels(view)
    view.pin(Neuron(1, 50))
    assert view.pinned == Neuron(1, 50)
    assert not np.array_equal(screen.pixels(view), before)
