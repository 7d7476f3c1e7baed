"""Pointing in the network: by mouse and by keys, at neurons, pixels, lines and nothing."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.states import trained
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.places import connection_at, neuron_at
from visualiser.number_format import fixed
from visualiser.selection import Connection, Neuron, Selection

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show_run(trained(20).description)
    made.show_snapshot(trained(20))
    made.show()
    return made


def layout_of(view: NetworkView) -> NetworkLayout:
    assert view.layout_of_network is not None
    return view.layout_of_network


def place_of(view: NetworkView, layer: int, index: int) -> QPoint:
    return QPointF(*layout_of(view).layers[layer].centres[index].tolist()).toPoint()


def click(view: NetworkView, place: QPoint) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)


def free_line(view: NetworkView, layer: int) -> tuple[Connection, QPoint]:
    """A connection, and a point that is clearly nearest to its line."""
    layout = layout_of(view)
    lines = layout.lines(layer - 1)
    width = len(layout.layers[layer - 1].centres)
    for share in np.linspace(0.03, 0.97, 60):
        points = lines[:, :2] + share * (lines[:, 2:] - lines[:, :2])
        for index in (0, width - 1, len(lines) - width, len(lines) - 1):
            x, y = np.rint(points[index]).tolist()
            found = connection_at(layout, x, y, reach=1.5)
            if neuron_at(layout, x, y) is None and found == Connection(
                layer, index // width, index % width
            ):
                return found, QPoint(int(x), int(y))
    raise LookupError


@pytest.mark.parametrize("neuron", [Neuron(1, 0), Neuron(2, 15), Neuron(3, 9), Neuron(0, 27)])
def test_a_click_on_a_circle_or_a_pixel_selects_it(
    qtbot: QtBot, view: NetworkView, neuron: Neuron
) -> None:
    with qtbot.waitSignal(view.selection_changed) as told:
        click(view, place_of(view, neuron.layer, neuron.index))
    assert told.args == [neuron]
    assert view.selection == neuron


@pytest.mark.parametrize("layer", [1, 2, 3])
def test_a_click_on_a_line_selects_the_connection(view: NetworkView, layer: int) -> None:
    connection, place = free_line(view, layer)
    click(view, place)
    assert view.selection == connection


def test_a_click_on_empty_space_selects_nothing(view: NetworkView) -> None:
    view.select(Neuron(1, 3))
    click(view, QPoint(5, 555))
    assert view.selection is None


def test_another_mouse_button_leaves_the_selection_alone(view: NetworkView) -> None:
    view.select(Neuron(1, 3))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=place_of(view, 2, 2))
    assert view.selection == Neuron(1, 3)


def test_selecting_the_same_again_is_no_news(qtbot: QtBot, view: NetworkView) -> None:
    view.select(Neuron(1, 3))
    with qtbot.assertNotEmitted(view.selection_changed):
        click(view, place_of(view, 1, 3))


def test_escape_selects_nothing(view: NetworkView) -> None:
    view.select(Connection(2, 3, 4))
    screen.key(view, Key.Key_Escape)
    assert view.selection is None


def test_arrow_keys_walk_through_all_layers_and_back(view: NetworkView) -> None:
    screen.key(view, Key.Key_Right)
    assert view.selection == Neuron(1, 0)
    layers = []
    for _ in range(4):
        screen.key(view, Key.Key_Right)
        assert isinstance(view.selection, Neuron)
        layers.append(view.selection.layer)
    assert layers == [2, 3, 3, 3]
    for _ in range(3):
        screen.key(view, Key.Key_Left)
    assert isinstance(view.selection, Neuron)
    assert view.selection.layer == 0
    # Into the picture at its right edge, and to its left one, where it ends.
    assert view.selection.index % 8 == 7
    screen.key(view, *[Key.Key_Left] * 20)
    assert view.selection.index % 8 == 0
    screen.key(view, *[Key.Key_Right] * 8)
    assert view.selection.layer == 1


def test_up_and_down_stay_within_a_layer(view: NetworkView) -> None:
    view.select(Neuron(2, 1))
    screen.key(view, Key.Key_Up, Key.Key_Up, Key.Key_Up)
    assert view.selection == Neuron(2, 0)
    screen.key(view, *[Key.Key_Down] * 40)
    assert view.selection == Neuron(2, 15)
    view.select(Neuron(0, 3))
    screen.key(view, Key.Key_Up)
    assert view.selection == Neuron(0, 3)
    screen.key(view, *[Key.Key_Down] * 10)
    assert view.selection == Neuron(0, 59)


def test_every_neuron_can_be_reached_by_keys(view: NetworkView) -> None:
    reached: set[Selection] = set()
    view.select(Neuron(0, 0))
    for row in range(8):
        reached.add(view.selection)
        for _ in range(7):
            screen.key(view, Key.Key_Right)
            reached.add(view.selection)
        assert view.selection == Neuron(0, 8 * row + 7)
        screen.key(view, *[Key.Key_Left] * 7, Key.Key_Down)
    for layer, size in ((1, 16), (2, 16), (3, 10)):
        view.select(Neuron(layer, 0))
        for _ in range(size):
            reached.add(view.selection)
            screen.key(view, Key.Key_Down)
    assert len(reached) == 64 + 16 + 16 + 10


def test_from_a_connection_the_arrows_lead_to_its_neuron(view: NetworkView) -> None:
    view.select(Connection(2, 3, 4))
    screen.key(view, Key.Key_Down)
    assert view.selection == Neuron(2, 3)


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Neuron(0, 27), "row 3, column 3"),
        (Neuron(2, 5), "neuron 5"),
        (Connection(2, 3, 4), "from neuron 4 to neuron 3"),
    ],
)
def test_a_screen_reader_and_the_label_tell_what_it_is_and_its_number(
    view: NetworkView, selection: Selection, said: str
) -> None:
    view.select(selection)
    state = trained(20)
    if isinstance(selection, Neuron):
        number = fixed(float(state.activations[selection.layer][selection.index]))
    else:
        number = fixed(float(state.parameters.weights[1][3, 4]), sign=True)
    assert said in view.accessibleDescription()
    assert number in view.accessibleDescription()
    if isinstance(selection, Neuron):
        QTest.mouseMove(view, place_of(view, selection.layer, selection.index))
        assert view.accessibleDescription() in screen.texts(view)


@pytest.fixture
def tooltips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What tooltips say; Qt itself shows and hides them with a delay."""
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    return shown


def hover(view: NetworkView, place: QPoint) -> None:
    """Let the pointer rest on a place."""
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)


def test_a_line_and_a_neuron_have_a_label_and_no_tooltip_on_top_of_it(
    view: NetworkView, tooltips: list[str]
) -> None:
    connection, place = free_line(view, 2)
    hover(view, place)
    hover(view, place_of(view, 2, 5))
    assert tooltips == ["", ""]
    QTest.mouseMove(view, place)
    said = screen.text(view)
    assert f"from neuron {connection.origin} to neuron {connection.to}" in said


def test_the_pointer_shows_what_can_be_clicked(view: NetworkView) -> None:
    QTest.mouseMove(view, place_of(view, 1, 3))
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view, QPoint(5, 555))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_run_of_another_shape_forgets_the_selection(view: NetworkView) -> None:
    view.select(Neuron(2, 15))
    view.show_run(trained(0).description)
    assert view.selection == Neuron(2, 15)
    view.show_run(trained(0, layers=(64, 3, 10)).description)
    assert view.selection is None


def test_resizing_moves_what_can_be_clicked(view: NetworkView) -> None:
    before = place_of(view, 3, 9)
    view.resize(1300, 700)
    QApplication.processEvents()
    assert place_of(view, 3, 9) != before
    click(view, place_of(view, 3, 9))
    assert view.selection == Neuron(3, 9)
