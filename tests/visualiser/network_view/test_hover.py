"""What the pointer is on is lit and named; leaving it restores the picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.screen import Pixels
from tests.visualiser.states import made_up, new_run, snapshot_of, trained, with_weights
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.places import connection_at
from visualiser.number_format import fixed
from visualiser.selection import Connection, Neuron
from visualiser.theme import THEMES, Theme
from visualiser.training.snapshot import Snapshot

SIZES = (QSize(643, 367), QSize(895, 528))
EMPTY = QPoint(5, 5)
both_themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(900, 560)
    return made


def show(qtbot: QtBot, view: NetworkView, snapshot: Snapshot) -> None:
    """Show a state, and wait until every line is drawn."""
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    view.show()
    view.grab()
    qtbot.waitUntil(lambda: view.is_complete)


def layout_of(view: NetworkView) -> NetworkLayout:
    assert view.layout_of_network is not None
    return view.layout_of_network


def point_at(view: NetworkView, neuron: Neuron) -> None:
    """Move the pointer to a neuron, from elsewhere: it may have been there in another view."""
    QTest.mouseMove(view, EMPTY)
    QTest.mouseMove(view, centre_of(view, neuron))


def centre_of(view: NetworkView, neuron: Neuron) -> QPoint:
    centre = layout_of(view).layers[neuron.layer].centres[neuron.index]
    return QPointF(*centre.tolist()).toPoint()


def leave(view: NetworkView) -> None:
    """Move the pointer out of the picture."""
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))


def label(view: NetworkView) -> QLabel:
    return view.findChildren(QLabel, "hover_label")[0]


def along(view: NetworkView, picture: Pixels, layer: int, to: int, origin: int) -> float:
    """How far the colours on a connection's line are from the ground."""
    layout = layout_of(view)
    line = layout.lines(layer - 1)[to * len(layout.layers[layer - 1].centres) + origin]
    shares = np.linspace(0.3, 0.7, 40)[:, None]
    columns, rows = np.rint(line[:2] + shares * (line[2:] - line[:2])).astype(int).T
    near = np.stack([picture[rows + offset, columns] for offset in (-1, 0, 1)])
    return float(np.abs(near - picture[1, 1]).sum(axis=2).max(axis=0).mean())


FAN = ((2, 2, 0), (2, 2, 5), (3, 0, 2))
REST = ((2, 12, 12), (2, 15, 13), (3, 8, 12))


def fan_and_rest() -> Snapshot:
    return with_weights(trained(0), *((*place, 0.8) for place in FAN + REST))


@both_themes
def test_the_fan_of_what_is_pointed_at_is_lit_and_the_rest_fades(
    qtbot: QtBot, view: NetworkView, theme: Theme
) -> None:
    view.set_theme(theme)
    show(qtbot, view, fan_and_rest())
    before = screen.pixels(view)
    point_at(view, Neuron(2, 2))
    label(view).hide()  # it would lie over some of the lines
    after = screen.pixels(view)
    for place in FAN:
        assert along(view, after, *place) >= 0.95 * along(view, before, *place)
    for place in REST:
        assert 0 < along(view, after, *place) <= along(view, before, *place) / 3
    assert view.selection is None


@both_themes
@pytest.mark.parametrize("selection", [None, Neuron(1, 3), Connection(3, 2, 1)])
def test_leaving_restores_the_very_same_picture(
    qtbot: QtBot, view: NetworkView, theme: Theme, selection: Neuron | Connection | None
) -> None:
    view.set_theme(theme)
    show(qtbot, view, trained(300, layers=(64, 40, 40, 10)))
    view.select(selection)
    before = screen.pixels(view)
    for neuron in (Neuron(2, 2), Neuron(0, 20), Neuron(3, 9)):
        point_at(view, neuron)
        assert not np.array_equal(screen.pixels(view), before)
    leave(view)
    assert np.array_equal(screen.pixels(view), before)
    assert view.selection == selection


@pytest.mark.parametrize("lit", [Neuron(2, 2), Neuron(0, 20), Neuron(3, 9), Connection(2, 3, 4)])
def test_lines_look_as_if_it_were_selected(
    qtbot: QtBot, view: NetworkView, lit: Neuron | Connection
) -> None:
    """Only the colour of the ring differs, which stays within the circles."""
    show(qtbot, view, trained(300))
    view._hover(lit)
    label(view).hide()
    hovered = screen.pixels(view)
    view._hover(None)
    view.select(lit)
    x = layout_of(view).layers[2].centres[0, 0] - 40
    between = slice(round(x) - 20, round(x) + 20)
    assert np.array_equal(screen.pixels(view)[:, between], hovered[:, between])


def test_a_line_under_the_pointer_is_lit_with_its_number(qtbot: QtBot, view: NetworkView) -> None:
    strong = tuple((2, n, n, 1.0) for n in (9, 12, 15))
    show(qtbot, view, with_weights(trained(0), (2, 5, 5, 0.02), *strong))
    before = along(view, screen.pixels(view), 2, 5, 5)
    layout = layout_of(view)
    ends = layout.lines(1)[5 * 16 + 5]
    points = np.rint(ends[:2] + np.linspace(0.2, 0.8, 60)[:, None] * (ends[2:] - ends[:2]))
    place = next(p for p in points.tolist() if connection_at(layout, *p) == Connection(2, 5, 5))
    QTest.mouseMove(view, EMPTY)
    QTest.mouseMove(view, QPointF(*place).toPoint())
    assert screen.label_text(label(view)).endswith("from neuron 5 to neuron 5 = +0.0200")
    label(view).hide()
    picture = screen.pixels(view)
    assert along(view, picture, 2, 5, 5) > 5 * before + 50
    assert along(view, picture, 2, 9, 9) < along(view, picture, 2, 5, 5) / 2


def test_the_ring_of_what_is_selected_stays(qtbot: QtBot, view: NetworkView) -> None:
    show(qtbot, view, fan_and_rest())
    view.select(Neuron(1, 4))
    layer = layout_of(view).layers[1]
    x, y = layer.centres[4]
    ring = slice(round(y) - 1, round(y) + 2), slice(round(x - layer.radius) - 3, round(x) - 4)
    selected = screen.pixels(view)[ring]
    point_at(view, Neuron(1, 12))
    assert np.abs(screen.pixels(view)[ring] - selected).max() < 8
    assert view.selection == Neuron(1, 4)


def test_its_number_is_live(qtbot: QtBot, view: NetworkView) -> None:
    run = new_run()
    show(qtbot, view, snapshot_of(run))
    point_at(view, Neuron(3, 4))
    said = set()
    for _ in range(4):
        run.train(20)
        state = snapshot_of(run)
        playing = replace(state.progress, playing=True)
        view.show_snapshot(replace(state, progress=playing))
        view.grab()
        text = screen.label_text(label(view))
        assert text == f"Layer 3, neuron 4: a = {fixed(float(state.activations[3][4]))}"
        said.add(text)
    assert len(said) == 4


@pytest.mark.parametrize("size", [*SIZES, QSize(420, 300)])
def test_the_label_is_never_cut_off_and_covers_no_circle_it_names(
    qtbot: QtBot, view: NetworkView, size: QSize
) -> None:
    view.resize(size)
    show(qtbot, view, trained(20))
    view.lines.choose("slope")
    neurons = [Neuron(number, i) for number, n in enumerate((64, 16, 16, 10)) for i in range(n)]
    # Of the pixels, those along the edges, and some within.
    pixels = {*range(8), *range(0, 64, 8), *range(7, 64, 8), *range(56, 64), *range(9, 64, 9)}
    QTest.mouseMove(view, EMPTY)
    for neuron in (one for one in neurons if one.layer or one.index in pixels):
        QTest.mouseMove(view, centre_of(view, neuron))
        assert view.hovered == neuron
        assert view.rect().contains(label(view).geometry())
        assert not label(view).geometry().contains(centre_of(view, neuron))
        assert label(view).width() >= label(view).sizeHint().width()
    corners = [view.rect().topLeft(), view.rect().topRight()]
    corners += [view.rect().bottomLeft(), view.rect().bottomRight()]
    for corner in corners:
        view._pointing.place = corner
        view._hover(Connection(2, 15, 15))
        view._tell_hovered()
        assert view.rect().contains(label(view).geometry())


@both_themes
def test_the_label_can_be_read(qtbot: QtBot, view: NetworkView, theme: Theme) -> None:
    view.set_theme(theme)
    show(qtbot, view, trained(20))
    point_at(view, Neuron(1, 4))
    greys = screen.pixels(label(view))[4:-4, 4:-4].reshape(-1, 3) / 255
    linear = np.where(greys <= 0.04045, greys / 12.92, ((greys + 0.055) / 1.055) ** 2.4)
    brightness = linear @ [0.2126, 0.7152, 0.0722]
    assert (brightness.max() + 0.05) / (brightness.min() + 0.05) >= 4.5


def test_where_nothing_is_there_is_no_label(qtbot: QtBot, view: NetworkView) -> None:
    show(qtbot, view, trained(20))
    point_at(view, Neuron(1, 4))
    assert label(view).isVisible()
    QTest.mouseMove(view, EMPTY)
    assert not label(view).isVisible()
    assert view.hovered is None


def test_a_key_shows_what_it_leads_to_wherever_the_pointer_rests(
    qtbot: QtBot, view: NetworkView
) -> None:
    show(qtbot, view, fan_and_rest())
    point_at(view, Neuron(2, 12))
    screen.key(view, Qt.Key.Key_Right)
    assert view.selection == Neuron(1, 0)
    assert not label(view).isVisible()


def test_what_lies_over_the_picture_is_not_the_picture(qtbot: QtBot, view: NetworkView) -> None:
    over = QWidget(view)
    over.setGeometry(200, 200, 60, 60)
    show(qtbot, view, trained(20))
    before = screen.pixels(view)
    point_at(view, Neuron(2, 5))
    point = QPointF(5, 5)
    QApplication.sendEvent(over, QEnterEvent(point, point, point))
    assert np.array_equal(screen.pixels(view), before)
    assert not label(view).isVisible()


def test_another_network_forgets_what_was_pointed_at(qtbot: QtBot, view: NetworkView) -> None:
    show(qtbot, view, trained(20))
    point_at(view, Neuron(2, 15))
    show(qtbot, view, trained(0, layers=(64, 3, 10)))
    assert view.hovered is None
    assert not label(view).isVisible()


def test_pointing_before_the_first_state_says_nothing(view: NetworkView) -> None:
    view.show_run(trained(0).description)
    view.show()
    point_at(view, Neuron(2, 5))
    assert not label(view).isVisible()
    assert screen.pixels(view).any()


def test_a_large_network_is_lit_without_drawing_all_of_it_again(
    qtbot: QtBot, view: NetworkView
) -> None:
    show(qtbot, view, made_up((784, 100, 10), (28, 28)))
    before = view.frames_drawn
    for index in range(20):
        point_at(view, Neuron(1, index))
        view.grab()
        assert view.is_complete
    assert view.frames_drawn == before
