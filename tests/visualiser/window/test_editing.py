"""Freezing, knocking out, drawing anew and undoing, by menus and keys in a real window."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import Edit, Held, Part
from tests.visualiser import screen
from tests.visualiser.windows import progress, snapshot, wait_at, wait_for_notice, wait_until
from visualiser.main_window import MainWindow
from visualiser.selection import Connection, Neuron, Selection
from visualiser.widgets.part_menu import PartMenu
from visualiser.widgets.value_field import ValueField

Key = Qt.Key


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def place_of(window: MainWindow, neuron: Neuron) -> QPoint:
    layout = window.network.layout_of_network
    assert layout is not None
    return QPointF(*layout.layers[neuron.layer].centres[neuron.index].tolist()).toPoint()


def open_menu(window: MainWindow, place: QPoint) -> PartMenu:
    """Click with the other button."""
    view = window.network
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    return opened(window)


def opened(window: MainWindow) -> PartMenu:
    # The focus moves into it and, once it is closed, back: in this order.
    QApplication.processEvents()
    [menu] = [menu for menu in window.network.findChildren(PartMenu) if menu.isVisible()]
    return menu


def choose(menu: PartMenu, title: str) -> None:
    """Walk to an entry by the arrow keys and take it."""
    offered = [entry for entry in menu.actions() if entry.isEnabled() and entry.text()]
    index = [entry.text() for entry in offered].index(title)
    screen.key(menu, *[Key.Key_Down] * (index + 1), Key.Key_Return)
    QApplication.processEvents()


def select(window: MainWindow, selection: Selection) -> None:
    window.network.setFocus()
    window.network.select(selection)


def test_a_neuron_is_knocked_out_and_fires_again(qtbot: QtBot, window: MainWindow) -> None:
    place = place_of(window, Neuron(1, 4))
    assert snapshot(window).activations[1][4] != 0
    choose(open_menu(window, place), "Knock it out")
    state = wait_until(qtbot, window, lambda p: p.recipe.held == (Held(1, 4),))
    assert state.activations[1][4] == 0
    menu = open_menu(window, place)
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["Knock it out"]
    choose(menu, "Knock it out")
    state = wait_until(qtbot, window, lambda p: not p.recipe.held)
    assert state.activations[1][4] != 0


def test_what_is_frozen_by_the_keyboard_does_not_learn(qtbot: QtBot, window: MainWindow) -> None:
    select(window, Neuron(2, 3))
    screen.key(window.network, Key.Key_M)
    choose(opened(window), "Freeze it")
    before = wait_until(qtbot, window, lambda p: p.recipe.frozen == (Part(2, 3),))
    screen.press(window, "Step")
    after = wait_at(qtbot, window, 1)
    same = after.parameters.blocks[1] == before.parameters.blocks[1]
    assert same[3].all()
    assert not np.delete(same, 3, axis=0).all()


def test_the_key_for_menus_opens_it_too(window: MainWindow) -> None:
    select(window, Neuron(1, 2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(window.network, event)
    menu = opened(window)
    assert menu.actions()[0].text() == "Neuron 2 of layer 1"
    assert not window.network.rect().translated(-1, -1).contains(menu.pos()) or menu.pos().x() > 1
    menu.close()


def test_the_inspector_offers_the_same(window: MainWindow) -> None:
    select(window, Neuron(1, 2))
    screen.press(window.inspector, "Change …")
    menu = opened(window)
    assert "Knock it out" in [entry.text() for entry in menu.actions()]
    menu.close()
    select(window, Connection(1, 2, 30))
    screen.press(window.inspector, "Change …")
    menu = opened(window)
    assert "Set it to 0" in [entry.text() for entry in menu.actions()]
    menu.close()


def test_a_weight_is_set_to_0_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    before = snapshot(window).parameters.vector.copy()
    select(window, Connection(2, 1, 5))
    screen.key(window.network, Key.Key_M)
    choose(opened(window), "Set it to 0")
    state = wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    assert state.parameters.weights[1][1, 5] == 0
    assert screen.number(screen.chips(window.inspector)["W"]) == 0
    assert progress(window).changes[0].value == Edit(2, 1, 5, 0.0)
    screen.control_key(window, Key.Key_Z)
    state = wait_until(qtbot, window, lambda p: not p.changes)
    assert np.array_equal(state.parameters.vector, before)
    said = wait_for_notice(qtbot, window)
    assert said == "Undone: W from neuron 5 to neuron 1 of layer 2 was set to 0.0000."
    screen.control_key(window, Key.Key_Z, shift=True)
    state = wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    assert state.parameters.weights[1][1, 5] == 0
    # It is not undone any more.
    assert window.notice.text() == ""


def test_undoing_after_some_steps_says_where_they_are(qtbot: QtBot, window: MainWindow) -> None:
    choose(open_menu(window, place_of(window, Neuron(1, 0))), "Draw its W and B anew")
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    for step in (1, 2):
        screen.press(window, "Step")
        wait_at(qtbot, window, step)
    screen.control_key(window, Key.Key_Z)
    wait_until(qtbot, window, lambda p: (p.position, p.length, len(p.changes)) == (0, 0, 0))
    said = wait_for_notice(qtbot, window)
    assert said.startswith("Undone: neuron 0 of layer 1 was drawn anew. The run is at step 0")


def test_a_new_run_is_not_dragged_on(qtbot: QtBot, window: MainWindow) -> None:
    select(window, Neuron(2, 3))
    [field] = [f for f in window.inspector.findChildren(ValueField) if f.isVisible()]
    middle = field.rect().center()
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(field, middle + QPoint(20, 0))
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    before = snapshot(window).description
    screen.control_key(window, Key.Key_R)
    qtbot.waitUntil(
        lambda: snapshot(window).description is not before and not progress(window).changes
    )
    QTest.mouseMove(field, middle + QPoint(40, 0))
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    assert progress(window).changes == ()


def test_nothing_to_undo_is_said(qtbot: QtBot, window: MainWindow) -> None:
    screen.control_key(window, Key.Key_Z)
    assert "nothing to undo" in wait_for_notice(qtbot, window)


def test_all_is_freed_at_once(qtbot: QtBot, window: MainWindow) -> None:
    place = place_of(window, Neuron(1, 0))
    choose(open_menu(window, place), "Freeze all of layer 1")
    wait_until(qtbot, window, lambda p: p.recipe.frozen == (Part(1),))
    # Its neurons are frozen with it; one of them alone can be freed.
    choose(open_menu(window, place), "Freeze it")
    wait_until(qtbot, window, lambda p: len(p.recipe.frozen) == 15)
    choose(open_menu(window, QPoint(3, 3)), "Freeze nothing any more")
    wait_until(qtbot, window, lambda p: not p.recipe.frozen)


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (None, "Select a neuron or a connection first, or point at it."),
        (Neuron(0, 5), "An input neuron is the picture itself: it has no W and no B."),
    ],
)
def test_where_there_is_nothing_to_change_the_menu_says_so(
    window: MainWindow, selection: Selection, said: str
) -> None:
    select(window, selection)
    screen.key(window.network, Key.Key_M)
    menu = opened(window)
    assert [entry.text() for entry in menu.actions()] == [said]
    menu.close()


def test_an_output_neuron_cannot_be_knocked_out(window: MainWindow) -> None:
    menu = open_menu(window, place_of(window, Neuron(3, 1)))
    assert "Knock it out" not in [entry.text() for entry in menu.actions()]
    menu.close()


def test_a_change_is_marked_in_the_cost_plot_and_named(qtbot: QtBot, window: MainWindow) -> None:
    for step in range(1, 4):
        screen.press(window, "Step")
        wait_at(qtbot, window, step)
    select(window, Connection(2, 1, 5))
    screen.key(window.network, Key.Key_M)
    choose(opened(window), "Set it to 0")
    wait_until(qtbot, window, lambda p: len(p.changes) == 1)
    screen.press(window, "Step")
    wait_at(qtbot, window, 4)
    cost = window.cost
    assert cost is not None
    [plot] = cost.findChildren(pg.PlotWidget)
    ticks = [item for item in plot.items() if isinstance(item, pg.VTickGroup)]
    assert [list(tick.xvals) for tick in ticks] == [[3]]
    assert screen.button(cost, "a change").isVisible()
    window.grab()
    box = plot.getViewBox()
    x, y = box.mapViewToScene(QPointF(3, 0)).x(), box.sceneBoundingRect().center().y()
    QTest.mouseMove(plot.viewport(), plot.mapFromScene(QPointF(x, y)))
    named = "At step 3 W from neuron 5 to neuron 1 of layer 2 was set to 0.0000"
    qtbot.waitUntil(lambda: named in screen.text(cost))
