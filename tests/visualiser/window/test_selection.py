"""From a click or a key in the network to the numbers beside it, in a real window."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.screen import number
from tests.visualiser.windows import (
    PATIENCE,
    pause,
    progress,
    snapshot,
    wait_at,
    wait_until,
)
from visualiser.main_window import MainWindow
from visualiser.number_format import fixed
from visualiser.selection import Connection, Neuron
from visualiser.widgets.term_table import TermTable
from visualiser.widgets.time_curve import TimeCurve

Key = Qt.Key


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def click_neuron(window: MainWindow, layer: int, index: int) -> None:
    layout = window.network.layout_of_network
    assert layout is not None
    place = QPointF(*layout.layers[layer].centres[index].tolist()).toPoint()
    QTest.mouseClick(window.network, Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_neuron_shows_why_it_fires(window: MainWindow) -> None:
    assert "The whole network" in screen.text(window.inspector)
    click_neuron(window, 2, 5)
    assert "Neuron 5" in screen.text(window.inspector)
    shown = screen.chips(window.inspector)
    state = snapshot(window)
    assert number(shown["a"]) == pytest.approx(float(state.activations[2][5]), abs=6e-5)
    assert number(shown["S"]) == pytest.approx(float(state.weighted_sums[1][5]), abs=6e-5)
    QTest.mouseClick(window.network, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert "The whole network" in screen.text(window.inspector)


def test_a_click_on_a_line_shows_its_weight(window: MainWindow) -> None:
    layout = window.network.layout_of_network
    assert layout is not None
    line = layout.lines(2)[0]
    middle = QPointF(*(line[:2] + 0.5 * (line[2:] - line[:2])).tolist()).toPoint()
    QTest.mouseClick(window.network, Qt.MouseButton.LeftButton, pos=middle)
    chosen = window.network.selection
    assert isinstance(chosen, Connection)
    weight = snapshot(window).parameters.weights[chosen.layer - 1][chosen.to, chosen.origin]
    shown = screen.chips(window.inspector)
    assert number(shown["W"]) == pytest.approx(float(weight), abs=6e-5)


def test_numbers_follow_while_it_trains(qtbot: QtBot, window: MainWindow) -> None:
    click_neuron(window, 3, 3)
    seen = {screen.chips(window.inspector)["S"]}
    screen.press(window, "Play")

    def has_changed_often() -> bool:
        seen.add(screen.chips(window.inspector)["S"])
        return len(seen) > 4

    qtbot.waitUntil(has_changed_often, timeout=6000)
    state = pause(qtbot, window)
    shown = screen.chips(window.inspector)
    assert number(shown["S"]) == pytest.approx(float(state.weighted_sums[2][3]), abs=6e-5)


def test_a_step_changes_what_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    def shown() -> str:
        # What follows tells of the past, to which the step now belongs.
        return screen.text(window.inspector).split("Over time")[0]

    click_neuron(window, 3, 3)
    # What has to be asked of the run takes a moment.
    qtbot.waitUntil(lambda: "…" not in shown())
    before = shown()
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    assert shown() != before
    screen.press(window, "Step back")
    wait_at(qtbot, window, 0)
    qtbot.waitUntil(lambda: shown() == before)


def test_the_next_change_that_is_promised_is_made(qtbot: QtBot, window: MainWindow) -> None:
    window.network.select(Connection(3, 0, 5))
    promised = number(re.split("[=≈] ", screen.text(window.inspector))[-1].splitlines()[0])
    before = float(snapshot(window).parameters.weights[2][0, 5])
    screen.press(window, "Step")
    after = float(wait_at(qtbot, window, 1).parameters.weights[2][0, 5])
    assert after - before == pytest.approx(promised, rel=0.006, abs=1e-7)


def test_a_row_of_the_table_selects_its_connection_in_the_network(window: MainWindow) -> None:
    click_neuron(window, 2, 5)
    table = window.inspector.findChildren(TermTable)[0]
    origin = int(table.model().index(0, 0).data())
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    screen.key(table, Key.Key_Return)
    assert window.network.selection == Connection(2, 5, origin)
    assert "W" in screen.chips(window.inspector)
    # Who came by keyboard goes on from there.
    assert QApplication.focusWidget() is window.inspector
    screen.key(window.inspector, Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.inspector.isAncestorOf(focused)


def test_arrows_step_at_first_and_walk_where_the_network_has_the_focus(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert QApplication.focusWidget() is not window.network
    screen.key(QApplication.focusWidget() or window, Key.Key_Right)
    wait_at(qtbot, window, 1)
    assert window.network.selection is None
    tab_to_network(window)
    screen.key(window.network, Key.Key_Right)
    assert window.network.selection == Neuron(1, 0)
    screen.key(window.network, Key.Key_Right)
    assert isinstance(window.network.selection, Neuron)
    assert window.network.selection.layer == 2
    assert "Neuron" in screen.text(window.inspector)
    screen.key(window.network, Key.Key_Period)
    wait_at(qtbot, window, 2)
    screen.key(window.network, Key.Key_Escape)
    assert window.network.selection is None


def tab_to_network(window: MainWindow) -> int:
    """Press Tab until the network has the focus; tell how often."""
    for count in range(40):
        if QApplication.focusWidget() is window.network:
            return count
        screen.key(QApplication.focusWidget() or window, Key.Key_Tab)
    raise AssertionError("Tab never reaches the network")


def test_tab_reaches_the_network_and_its_focus_is_seen(window: MainWindow) -> None:
    before = screen.pixels(window.network)
    tab_to_network(window)
    edge = np.abs(screen.pixels(window.network) - before)[0]
    assert (edge.sum(axis=1) > 20).mean() > 0.9


def test_space_plays_where_the_network_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    tab_to_network(window)
    screen.key(window.network, Key.Key_Space)
    wait_until(qtbot, window, lambda p: p.playing)
    pause(qtbot, window)


def test_enter_presses_what_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    """Space is taken by play and pause, so without this no key would press a button."""
    button = screen.button(window, "Step")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key(button, Key.Key_Return)
    wait_at(qtbot, window, 1)
    box = screen.button(window, "misread")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key(box, Key.Key_Return)
    assert box.isChecked()
    assert progress(window).position == 1


def test_the_selection_stays_when_the_run_starts_again(qtbot: QtBot, window: MainWindow) -> None:
    click_neuron(window, 2, 5)
    screen.press(window, "Step")
    wait_at(qtbot, window, 1)
    screen.control_key(window, Key.Key_R)
    wait_until(qtbot, window, lambda p: p.length == 0)
    assert window.network.selection == Neuron(2, 5)
    assert "Neuron 5" in screen.text(window.inspector)


def test_a_point_of_a_weight_s_past_leads_to_its_step(qtbot: QtBot, window: MainWindow) -> None:
    for step in (1, 2, 3):
        screen.press(window, "Step")
        wait_at(qtbot, window, step)
    window.network.select(Connection(3, 0, 5))
    curve = screen.named(window.inspector, TimeCurve, "W over time")
    qtbot.waitUntil(lambda: "every step" in screen.text(window.inspector), timeout=PATIENCE)
    screen.key(curve, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    told = curve.readout()
    screen.key(curve, Qt.Key.Key_Return)
    weight = float(wait_at(qtbot, window, 1).parameters.weights[2][0, 5])
    assert told == f"Step 1: W = {fixed(weight)}"
