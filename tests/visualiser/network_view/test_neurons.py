"""Circles and bars are as their a is: grey for what is above 0, orange below, never both alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core import Held
from tests.visualiser import screen
from tests.visualiser.states import new_run, snapshot_of, trained, with_outputs
from visualiser.network_view.network_view import NetworkView
from visualiser.theme import THEMES, Theme
from visualiser.training.snapshot import Snapshot


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(895, 528)
    made.show()
    return made


def show(view: NetworkView, snapshot: Snapshot) -> screen.Pixels:
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    return screen.pixels(view)


def centre(view: NetworkView, layer: int, index: int) -> tuple[int, int]:
    layout = view.layout_of_network
    assert layout is not None
    x, y = layout.layers[layer].centres[index].tolist()
    return round(x), round(y)


def rgb(colour: QColor) -> list[int]:
    return [colour.red(), colour.green(), colour.blue()]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_circle_has_the_colour_of_its_a(view: NetworkView, theme: Theme) -> None:
    values = np.linspace(-1.2, 1.2, 10, dtype=np.float32)
    view.set_theme(theme)
    picture = show(view, with_outputs(trained(1, activation="tanh"), values))
    for index, a in enumerate(values.tolist()):
        x, y = centre(view, 3, index)
        expected = rgb(theme.shade(a))
        # There are 64 shades either side of 0.
        assert np.abs(picture[y, x] - expected).max() <= 3
    dark, light = (theme.shade(a) for a in (-0.5, 0.5))
    assert dark.hsvSaturation() > 3 * light.hsvSaturation()


def coloured(picture: screen.Pixels, view: NetworkView, index: int) -> tuple[int, int]:
    """How many pixels of an output's bar are filled, left and right of its middle."""
    x, y = centre(view, 3, index)
    layout = view.layout_of_network
    assert layout is not None
    left = x + round(layout.layers[3].radius) + 32
    line = picture[y, left : left + 58]
    empty = rgb(QColor(view.drawing.theme.hairline))
    filled = np.abs(line - empty).max(axis=1) > 12
    return int(filled[:27].sum()), int(filled[31:].sum())


@pytest.mark.parametrize(("a", "filled"), [(-1.0, (27, 0)), (-0.5, (14, 0)), (0.5, (0, 14))])
def test_where_a_may_be_negative_bars_start_in_the_middle(
    view: NetworkView, a: float, filled: tuple[int, int]
) -> None:
    outputs = np.full(10, a, np.float32)
    outputs[0] = 1
    picture = show(view, with_outputs(trained(1, activation="tanh"), outputs))
    found = coloured(picture, view, 5)
    assert np.abs(np.array(found) - filled).max() <= 2


def test_elsewhere_bars_start_at_the_left(view: NetworkView) -> None:
    outputs = np.full(10, 0.5, np.float32)
    outputs[0] = 1
    left, right = coloured(show(view, with_outputs(trained(1), outputs)), view, 5)
    assert left > 24
    assert right == 0


def tip(view: NetworkView, place: tuple[int, int]) -> str:
    point = QPoint(*place)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, view.mapToGlobal(point))
    QApplication.sendEvent(view, event)
    return QToolTip.text()


def test_a_held_neuron_is_told_where_the_pointer_is(view: NetworkView) -> None:
    run = new_run()
    run.change(held=[Held(1, 3, 0.25)])
    show(view, snapshot_of(run))
    QTest.mouseMove(view, QPoint(*centre(view, 1, 3)))
    assert "Layer 1, neuron 3: a is held at 0.2500" in screen.texts(view)
    QTest.mouseMove(view, QPoint(*centre(view, 1, 4)))
    assert "a = " in screen.text(view)


@pytest.mark.parametrize(("activation", "is_told"), [("tanh", True), ("logistic", False)])
def test_the_legend_s_tip_explains_orange_circles(
    view: NetworkView, activation: str, is_told: bool
) -> None:
    show(view, replace(trained(1, activation=activation)))
    assert ("orange" in tip(view, (60, view.height() - 30))) == is_told
