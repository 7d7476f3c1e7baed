"""Looking closely: the wheel, dragging, keys, and what is still right when the picture is large."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.screen import Pixels
from tests.visualiser.states import trained
from visualiser.network_view.camera import MOST, Camera
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.places import connection_at, neuron_at
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.snapshot import Snapshot

Key = Qt.Key
SIZE = QSize(900, 560)
LEFT = Qt.MouseButton.LeftButton
NOTCH = 120  # of a wheel, in eighths of a degree
NEURONS = [Neuron(0, 27), Neuron(1, 0), Neuron(1, 9), Neuron(2, 15), Neuron(3, 4)]
places = st.tuples(st.integers(0, 899), st.integers(0, 559))


def new_view(qtbot: QtBot, snapshot: Snapshot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.setMinimumSize(1, 1)
    made.resize(SIZE)
    made.show_run(snapshot.description)
    made.show_snapshot(snapshot)
    made.show()
    return made


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    return new_view(qtbot, trained(20))


def layout_of(view: NetworkView) -> NetworkLayout:
    assert view.layout_of_network is not None
    return view.layout_of_network


def place_of(view: NetworkView, neuron: Neuron) -> QPoint:
    centre = layout_of(view).layers[neuron.layer].centres[neuron.index]
    return QPointF(*centre.tolist()).toPoint()


def turn_wheel(view: NetworkView, place: QPoint, units: int) -> None:
    """Turn the wheel away from oneself, by so many eighths of a degree, over a place."""
    point, nothing = QPointF(place), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        point,
        view.mapToGlobal(point),
        QPoint(),
        QPoint(0, units),
        Qt.MouseButton.NoButton,
        nothing,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def zoom_to(view: NetworkView, neuron: Neuron, notches: int = 8) -> None:
    turn_wheel(view, place_of(view, neuron), notches * NOTCH)


def send_mouse(view: NetworkView, kind: QEvent.Type, place: QPoint, button: Qt.MouseButton) -> None:
    point, nothing = QPointF(place), Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, point, view.mapToGlobal(point), button, button, nothing)
    QApplication.sendEvent(view, event)


def second_click(view: NetworkView, place: QPoint) -> None:
    """What follows a click where it turns out to be a double click."""
    send_mouse(view, QEvent.Type.MouseButtonDblClick, place, LEFT)
    QTest.mouseRelease(view, LEFT, pos=place)


def double_click(view: NetworkView, place: QPoint) -> None:
    QTest.mouseClick(view, LEFT, pos=place)
    second_click(view, place)


def drag(view: NetworkView, start: QPoint, *stops: QPoint) -> None:
    QTest.mousePress(view, LEFT, pos=start)
    for stop in stops:
        QTest.mouseMove(view, stop)
    QTest.mouseRelease(view, LEFT, pos=stops[-1])


def under(view: NetworkView, place: QPoint) -> QPointF:
    """The point of the whole picture that is seen at a place."""
    camera = view.drawing.camera
    return (QPointF(place) - QPointF(camera.left, camera.top)) / camera.zoom


def at_rest(qtbot: QtBot, view: NetworkView) -> Pixels:
    view.grab()
    qtbot.waitUntil(lambda: view.is_complete)
    return screen.pixels(view)


# -------------------------------------------------------------------- the wheel


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(places, st.lists(st.integers(1, 3 * NOTCH), min_size=1, max_size=4))
def test_what_is_under_the_pointer_stays_under_it(
    view: NetworkView, place: tuple[int, int], turns: list[int]
) -> None:
    view.fit()
    pointer = QPoint(*place)
    before = under(view, pointer)
    for units in turns:
        zoom = view.drawing.camera.zoom
        turn_wheel(view, pointer, units)
        assert view.drawing.camera.zoom > zoom
        assert (under(view, pointer) - before).manhattanLength() < 1e-6


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example((300, 200), [NOTCH, NOTCH, 15])
@given(places, st.lists(st.integers(1, 2 * NOTCH), min_size=1, max_size=6))
def test_turning_the_wheel_back_fits_the_picture_again(
    view: NetworkView, place: tuple[int, int], turns: list[int]
) -> None:
    view.fit()
    for units in [*turns, *(-units for units in turns)]:
        turn_wheel(view, QPoint(*place), units)
    assert view.drawing.camera.is_fitted


def test_it_is_never_smaller_than_the_window_nor_endlessly_large(view: NetworkView) -> None:
    turn_wheel(view, QPoint(400, 300), -5 * NOTCH)
    assert view.drawing.camera == Camera()
    turn_wheel(view, QPoint(400, 300), 100 * NOTCH)
    assert view.drawing.camera.zoom == MOST
    assert screen.pixels(view).any()


def test_a_wheel_that_is_not_turned_moves_nothing(view: NetworkView) -> None:
    zoom_to(view, Neuron(1, 9))
    camera = view.drawing.camera
    turn_wheel(view, QPoint(400, 300), 0)
    assert view.drawing.camera == camera


def test_what_is_looked_at_is_larger_on_the_screen(qtbot: QtBot, view: NetworkView) -> None:
    def bright(picture: Pixels) -> int:
        place = place_of(view, Neuron(0, 27))
        box = picture[place.y() - 60 : place.y() + 60, place.x() - 60 : place.x() + 60]
        return len(np.unique(box[::4, ::4].reshape(-1, 3), axis=0))

    before = bright(at_rest(qtbot, view))
    zoom_to(view, Neuron(0, 27), 12)
    assert layout_of(view).layers[0].radius > 60
    assert bright(at_rest(qtbot, view)) < before


# -------------------------------------------------------------------- dragging


def test_dragging_moves_the_picture_with_the_pointer_and_selects_nothing(
    qtbot: QtBot, view: NetworkView
) -> None:
    zoom_to(view, Neuron(1, 9), 5)
    start = place_of(view, Neuron(1, 9))
    with qtbot.assertNotEmitted(view.selection_changed):
        drag(view, start, start + QPoint(30, 5), start + QPoint(70, -40))
    assert view.selection is None
    assert place_of(view, Neuron(1, 9)) == start + QPoint(70, -40)


def test_a_picture_that_fits_is_not_dragged(view: NetworkView) -> None:
    drag(view, QPoint(500, 300), QPoint(560, 300), QPoint(700, 350))
    assert view.drawing.camera.is_fitted


def test_a_hand_that_trembles_clicks_all_the_same(view: NetworkView) -> None:
    zoom_to(view, Neuron(2, 8), 5)
    place = place_of(view, Neuron(2, 8))
    camera = view.drawing.camera
    drag(view, place, place + QPoint(QApplication.startDragDistance() - 1, 0))
    assert view.selection == Neuron(2, 8)
    assert view.drawing.camera == camera


@pytest.mark.parametrize("way", [QPoint(5000, 5000), QPoint(-5000, 300), QPoint(300, -5000)])
def test_it_cannot_be_dragged_out_of_sight(view: NetworkView, way: QPoint) -> None:
    zoom_to(view, Neuron(2, 8), 5)
    drag(view, QPoint(400, 300), QPoint(400, 300) + way)
    middle = under(view, view.rect().center())
    assert -1 <= middle.x() <= view.width() + 1
    assert -1 <= middle.y() <= view.height() + 1


def test_what_is_dragged_while_the_window_goes_is_let_go(view: NetworkView) -> None:
    zoom_to(view, Neuron(2, 8), 5)
    QTest.mousePress(view, LEFT, pos=QPoint(400, 300))
    QTest.mouseMove(view, QPoint(440, 320))
    view.hide()
    view.show()
    before = view.drawing.camera
    send_mouse(view, QEvent.Type.MouseMove, QPoint(200, 200), Qt.MouseButton.NoButton)
    after = view.drawing.camera
    QTest.mouseRelease(view, LEFT, pos=QPoint(200, 200))
    assert after == before


# -------------------------------------------------------------------- clicks


@pytest.mark.parametrize("neuron", NEURONS)
@pytest.mark.parametrize("notches", [3, 10])
def test_a_click_selects_what_is_there(view: NetworkView, neuron: Neuron, notches: int) -> None:
    zoom_to(view, neuron, notches)
    QTest.mouseClick(view, LEFT, pos=place_of(view, neuron))
    assert view.selection == neuron


def test_what_is_near_the_edge_does_not_run_away_from_a_click(view: NetworkView) -> None:
    zoom_to(view, Neuron(1, 9), 5)
    start = place_of(view, Neuron(1, 9))
    drag(view, start, QPoint(30, 300))
    camera = view.drawing.camera
    QTest.mouseClick(view, LEFT, pos=QPoint(30, 300))
    assert view.selection == Neuron(1, 9)
    assert view.drawing.camera == camera


def line_in_sight(view: NetworkView) -> tuple[Connection, QPoint]:
    """A connection, and a place in the middle of the window's upper half on its line."""
    layout = layout_of(view)
    for x in range(200, 700, 3):
        for y in range(100, 300, 3):
            found = connection_at(layout, x, y, reach=0.6)
            if found is not None and neuron_at(layout, x, y) is None:
                return found, QPoint(x, y)
    raise LookupError


def test_a_click_on_a_line_selects_it(view: NetworkView) -> None:
    turn_wheel(view, QPoint(560, 250), 7 * NOTCH)
    connection, place = line_in_sight(view)
    QTest.mouseClick(view, LEFT, pos=place)
    assert view.selection == connection


def test_the_pointer_lights_and_names_what_is_there(view: NetworkView) -> None:
    zoom_to(view, Neuron(2, 8), 6)
    place = place_of(view, Neuron(2, 8))
    QTest.mouseMove(view, QPoint(5, 5))
    QTest.mouseMove(view, place)
    assert view.hovered == Neuron(2, 8)
    assert "Layer 2, neuron 8" in screen.text(view)


@pytest.mark.parametrize("before", [None, Neuron(2, 3), Connection(2, 3, 4)])
def test_a_double_click_fits_and_leaves_the_selection_as_it_was(
    view: NetworkView, before: Selection
) -> None:
    view.select(before)
    zoom_to(view, Neuron(1, 9), 4)
    double_click(view, place_of(view, Neuron(1, 9)))
    assert view.drawing.camera.is_fitted
    assert view.selection == before


def test_a_double_click_on_the_pinned_neuron_leaves_it_pinned(view: NetworkView) -> None:
    view.select(Neuron(2, 3))
    view.pin(Neuron(1, 9))
    double_click(view, place_of(view, Neuron(1, 9)))
    assert view.selection == Neuron(2, 3)
    assert view.pinned == Neuron(1, 9)


def test_a_second_click_takes_nothing_back_that_was_chosen_by_keys(view: NetworkView) -> None:
    """The first of the two may have closed a menu, and never have come here."""
    QTest.mouseClick(view, LEFT, pos=place_of(view, Neuron(1, 9)))
    screen.key(view, Key.Key_Down)
    second_click(view, QPoint(400, 530))
    assert view.selection == Neuron(1, 10)


# -------------------------------------------------------------------- keys


def test_plus_and_minus_zoom_about_the_middle(view: NetworkView) -> None:
    middle = view.rect().center()
    before = under(view, middle)
    screen.key(view, Key.Key_Plus, Key.Key_Plus, Key.Key_Equal)
    assert view.drawing.camera.zoom == pytest.approx(1.25**3)
    assert (under(view, middle) - before).manhattanLength() < 1e-6
    screen.key(view, *[Key.Key_Minus] * 3)
    assert view.drawing.camera.is_fitted


@pytest.mark.parametrize("neuron", NEURONS)
def test_plus_zooms_about_the_selected_neuron(view: NetworkView, neuron: Neuron) -> None:
    view.select(neuron)
    before = place_of(view, neuron)
    screen.key(view, Key.Key_Plus, Key.Key_Plus)
    assert (place_of(view, neuron) - before).manhattanLength() <= 2


def test_fit_shows_the_whole_network_as_it_was(qtbot: QtBot, view: NetworkView) -> None:
    before = at_rest(qtbot, view)
    zoom_to(view, Neuron(1, 9))
    assert not np.array_equal(at_rest(qtbot, view), before)
    view.fit()
    assert np.array_equal(at_rest(qtbot, view), before)


def test_arrows_bring_what_they_lead_to_into_view(view: NetworkView) -> None:
    view.select(Neuron(1, 0))
    screen.key(view, *[Key.Key_Plus] * 8)
    zoom = view.drawing.camera.zoom
    for key in [Key.Key_Down] * 15 + [Key.Key_Right] * 2 + [Key.Key_Up] * 9 + [Key.Key_Left] * 4:
        screen.key(view, key)
        assert isinstance(view.selection, Neuron)
        assert view.rect().contains(place_of(view, view.selection))
    assert view.drawing.camera.zoom == zoom


def test_a_picture_that_fits_does_not_follow_the_arrows(view: NetworkView) -> None:
    screen.key(view, *[Key.Key_Right] * 3, *[Key.Key_Down] * 9)
    assert view.drawing.camera.is_fitted


# -------------------------------------------------------------------- another size


@pytest.mark.parametrize("fits_always", [True, False])
def test_another_size_fits_it_again_where_that_is_chosen(
    view: NetworkView, fits_always: bool
) -> None:
    view.set_options(ViewOptions(fits_always=fits_always))
    zoom_to(view, Neuron(1, 9))
    view.resize(1000, 600)
    QApplication.processEvents()
    assert view.drawing.camera.is_fitted == fits_always
    QTest.mouseClick(view, LEFT, pos=place_of(view, Neuron(1, 9)))
    assert view.selection == Neuron(1, 9)


@pytest.mark.parametrize("size", [QSize(420, 300), QSize(2400, 1400)])
def test_in_another_size_some_of_a_large_picture_is_seen(view: NetworkView, size: QSize) -> None:
    view.set_options(ViewOptions(fits_always=False))
    zoom_to(view, Neuron(3, 9), 4)
    view.resize(size)
    QApplication.processEvents()
    middle = under(view, view.rect().center())
    assert -1 <= middle.x() <= view.width() + 1
    assert -1 <= middle.y() <= view.height() + 1


# -------------------------------------------------------------------- the picture


@pytest.mark.parametrize("layers", [(64, 16, 16, 10), (64, 40, 40, 10)])
@pytest.mark.parametrize("selection", [None, Neuron(2, 3)])
def test_drawn_anew_it_is_the_picture_that_is_drawn_there_at_once(
    qtbot: QtBot, layers: tuple[int, ...], selection: Selection
) -> None:
    """Of the larger network, most lines come from a picture that is moved and stretched first."""
    state = trained(20, layers=layers)
    moved = new_view(qtbot, state)
    moved.select(selection)
    at_rest(qtbot, moved)
    turn_wheel(moved, QPoint(500, 300), 4 * NOTCH)
    drag(moved, QPoint(400, 300), QPoint(450, 320))
    at_once = new_view(qtbot, state)
    at_once.select(selection)
    at_once._look(moved.drawing.camera)
    for one in (moved, at_once):
        one.lines.hide()  # One of them may have the focus.
    assert np.array_equal(at_rest(qtbot, moved), at_rest(qtbot, at_once))


def test_lines_of_a_large_picture_are_no_thicker(qtbot: QtBot) -> None:
    view = new_view(qtbot, trained(20))
    turn_wheel(view, QPoint(600, 250), 14 * NOTCH)
    picture = at_rest(qtbot, view)[150:400, 300:600]
    ground = view.drawing.theme.colour("ground")
    away = np.abs(picture - [ground.red(), ground.green(), ground.blue()])
    drawn = away.sum(axis=2) > 24
    assert 0.001 < drawn.mean() < 0.2


def test_below_a_picture_seen_from_near_there_is_space_only_where_nothing_else_stands(
    view: NetworkView,
) -> None:
    told: list[QRect] = []
    view.picture_moved.connect(told.append)
    turn_wheel(view, QPoint(150, 250), 8 * NOTCH)
    assert not told[-1].isValid()
    view.fit()
    assert told[-1].isValid()
    assert told[-1].bottom() < view.height()
