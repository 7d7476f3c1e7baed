"""Points on a plane, begun in a real window: the map at rest, what is trained, what is offered."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.datasets.plane import plane_of
from tests.visualiser import screen
from tests.visualiser.window.test_data import begin, dialog_of, wait_for_data
from tests.visualiser.windows import PATIENCE, OpenWindow, snapshot, wait_at
from visualiser.data.point_sheet import PointSheet
from visualiser.main_window import MainWindow
from visualiser.network_view.plane_maps import PlaneMaps
from visualiser.selection import Neuron
from visualiser.training import messages as m
from visualiser.training.conditions import AccuracyAbove, StepReached
from visualiser.widgets.until_dialog import UntilDialog

CIRCLE = "circle:noise=0,train=50,features=x1+x2,seed=1"
SPIRAL = "spiral:noise=0,train=50,features=x1+x2,seed=1"


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def choose(qtbot: QtBot, window: MainWindow, kind: str) -> None:
    screen.control_key(window, Qt.Key.Key_D)
    choices = {choice.text(): choice for choice in dialog_of(window).findChildren(QRadioButton)}
    choices[kind].click()
    begin(qtbot, window)


def wait_for_map(qtbot: QtBot, window: MainWindow, source: str, position: int = 0) -> None:
    """Wait until the map is that of the state that the window shows."""

    def is_there() -> bool:
        panel = window.plane.panel
        maps = None if panel is None or not panel.isVisible() else panel.canvas.maps
        return maps is not None and maps.source == plane_of(source)

    wait_for_data(qtbot, window, source)
    wait_at(qtbot, window, position)
    qtbot.waitUntil(is_there, timeout=PATIENCE)
    panel, wanted = window.plane.panel, PlaneMaps.of(snapshot(window))
    assert panel is not None
    assert panel.canvas.maps is not None
    assert wanted is not None
    np.testing.assert_array_equal(panel.canvas.maps.layers[-1], wanted.layers[-1])


@pytest.mark.parametrize("size", [(1024, 640), (1024, 700), (1280, 800)])
def test_what_chooses_the_example_is_seen_in_a_low_window_with_a_notice(
    qtbot: QtBot, open_window: OpenWindow, size: tuple[int, int]
) -> None:
    window = open_window(RunSettings(CIRCLE, (2, 8, 8, 1)))
    wait_for_map(qtbot, window, CIRCLE)
    window.resize(*size)
    window.notice.say("Something that has to be said in more words than one line has. " * 2)
    QApplication.processEvents()
    QApplication.processEvents()
    panel, network = window.plane.panel, window.network
    assert panel is not None
    seen = network.rect()
    assert seen.contains(window.example.geometry())
    assert panel.geometry().bottom() <= window.example.geometry().top() + 4
    # The map, and what chooses what the lines show, leave each other room.
    canvas = QRect(panel.canvas.mapTo(network, QPoint()), panel.canvas.size())
    assert not canvas.intersects(network.lines.geometry())


def test_the_map_is_there_at_rest_and_after_going_back(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "Points on a plane")
    assert dialog_of(window).findChildren(PointSheet)[0].source == plane_of(CIRCLE)
    wait_for_map(qtbot, window, CIRCLE)
    recipe = snapshot(window).progress.recipe
    assert snapshot(window).activation(1) == "relu"
    assert recipe.learning_rate == 1.0
    screen.key(window, Qt.Key.Key_Right)
    wait_for_map(qtbot, window, CIRCLE, 1)
    window.session.send(m.Begin(RunSettings(SPIRAL, (2, 8, 8, 1))))
    wait_for_map(qtbot, window, SPIRAL)
    window.session.send(m.BringBack())
    wait_for_map(qtbot, window, CIRCLE, 1)
    choose(qtbot, window, "Embedded digits")
    wait_for_data(qtbot, window, "digits")
    assert window.plane.panel is not None
    assert window.plane.panel.isHidden()
    assert snapshot(window).activation(1) == "logistic"


def test_the_map_is_that_of_the_state_shown(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(RunSettings(CIRCLE, activation=("relu", "logistic"), learning_rate=1.0))
    wait_for_map(qtbot, window, snapshot(window).description.settings.data)
    screen.key(window, Qt.Key.Key_Right)
    wait_at(qtbot, window, 1)
    panel, wanted = window.plane.panel, PlaneMaps.of(snapshot(window))
    assert panel is not None
    assert panel.canvas.maps is not None
    assert wanted is not None
    np.testing.assert_array_equal(panel.canvas.maps.layers[-1], wanted.layers[-1])


def test_numbers_as_targets_are_neither_recognised_nor_counted(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    dialog = UntilDialog()
    qtbot.addWidget(dialog)
    window = open_window(RunSettings("plane"))
    dialog.open_for(snapshot(window).description, None, (AccuracyAbove(90.0), StepReached(9)))
    names = [
        check.accessibleName() for check in dialog.findChildren(QCheckBox) if check.isVisible()
    ]
    assert names
    assert not [name for name in names if "accuracy" in name or "recognised" in name]
    assert [check for check in dialog.findChildren(QCheckBox) if check.isChecked()]
    assert not [c for c in dialog.findChildren(QCheckBox) if c.isChecked() and not c.isVisible()]


def test_numbers_on_the_map_are_written_in_another_style_at_rest(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.send(m.Begin(RunSettings(CIRCLE, (2, 8, 8, 1))))
    wait_for_map(qtbot, window, CIRCLE)
    panel = window.plane.panel
    assert panel is not None
    before = screen.text(panel)
    assert re.search(r"\d\.\d\d", before)
    screen.choose(window, "Menu", "Decimal comma: 0,5")
    assert not re.search(r"\d\.\d", screen.text(panel))
    screen.choose(window, "Menu", "Decimal point: 0.5")
    assert screen.text(panel) == before


@pytest.mark.parametrize("data", ["xor", "plane"])
def test_noise_and_a_neuron_are_shown_and_the_window_follows(
    open_window: OpenWindow, qtbot: QtBot, data: str
) -> None:
    window = open_window(RunSettings(data))
    window.tools.own_inputs.show_noise()
    qtbot.waitUntil(lambda: snapshot(window).progress.example.own is not None, timeout=PATIENCE)
    window.network.select(Neuron(1, 0))
    screen.key(window, Qt.Key.Key_Right)
    wait_at(qtbot, window, 1)
    over = "How a is spread over 250 test examples."
    qtbot.waitUntil(lambda: over in screen.texts(window.inspector), timeout=PATIENCE)
    # What comes after the map in the window's order has been told, too.
    assert "Step 1" in screen.texts(window.status)
    assert window.plane.panel is not None
    assert any("t is unknown" in text for text in screen.texts(window.plane.panel))
