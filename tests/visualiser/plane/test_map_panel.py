"""The large map: what it shows, and how a point of it is shown to the network."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import Run, RunSettings
from core.datasets.plane import plane_of, points_of
from tests.visualiser.states import snapshot_of
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.plane_maps import SIDE, PlaneMaps
from visualiser.plane.map_panel import MapPanel
from visualiser.theme import THEMES
from visualiser.training.messages import ShowExample
from visualiser.training.snapshot import Snapshot


def _run(data: str) -> Run:
    settings = RunSettings(data, activation=("relu", "logistic"), learning_rate=1.0)
    return settings.new_run(settings.load_data())


@cache
def _learned(data: str = "circle") -> Snapshot:
    run = _run(data)
    run.train(1000)
    return snapshot_of(run, 3)


@pytest.fixture
def panel(qtbot: QtBot) -> MapPanel:
    made = MapPanel()
    qtbot.addWidget(made)
    made.resize(240, 330)
    made.show()
    maps = PlaneMaps.of(_learned())
    assert maps is not None
    made.show_state(_learned(), maps)
    return made


def test_the_output_map_is_the_network_at_every_cell() -> None:
    snapshot = _learned()
    maps = PlaneMaps.of(snapshot)
    assert maps is not None
    centre = maps.layers[-1][0].reshape(SIDE, SIDE)
    # Inside of the circle is 1, its outside 0.
    assert centre[SIDE // 2, SIDE // 2] > 0.9
    assert centre[0, 0] < 0.1
    assert [len(layer) for layer in maps.layers] == [2, 8, 8, 1]


def test_digits_have_no_maps() -> None:
    run = RunSettings().new_run(RunSettings().load_data())
    assert PlaneMaps.of(snapshot_of(run)) is None


def test_a_click_on_a_point_asks_for_it(panel: MapPanel) -> None:
    asked: list[ShowExample] = []
    panel.example_asked.connect(asked.append)
    place = panel.canvas.place_of("train", 7).toPoint()
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=place)
    (wish,) = asked
    source = plane_of(_learned().description.settings.data)
    assert source is not None
    points = points_of(source).train
    # Another point may lie as near.
    assert wish.split == "train"
    assert wish.index is not None
    assert np.hypot(*(points[wish.index] - points[7])) < 0.4


def test_a_click_far_from_all_points_asks_for_none(panel: MapPanel) -> None:
    asked: list[ShowExample] = []
    panel.example_asked.connect(asked.append)
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not asked


def test_an_arrow_goes_to_a_point_in_its_direction(panel: MapPanel) -> None:
    asked: list[ShowExample] = []
    panel.example_asked.connect(asked.append)
    QTest.keyClick(panel.canvas, Qt.Key.Key_Right)
    maps = panel.canvas.maps
    assert maps is not None
    if asked:
        index = asked[0].index
        assert index is not None
        assert points_of(maps.source).train[index][0] > maps.point[0]


def test_test_points_and_two_values_change_the_picture(panel: MapPanel) -> None:
    before = panel.canvas.grab().toImage()
    QTest.mouseClick(panel.test, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    with_test = panel.canvas.grab().toImage()
    QTest.mouseClick(panel.two_values, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert before != with_test
    assert with_test != panel.canvas.grab().toImage()


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("data", ["circle", "plane"])
def test_the_network_is_drawn_with_maps(qtbot: QtBot, theme: str, data: str) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view.set_theme(THEMES[theme])
    view.resize(880, 470)
    boxes: list[QRect] = []
    view.map_moved.connect(boxes.append)
    view.show_run(_learned(data).description)
    view.show_snapshot(_learned(data))
    view.show()
    view.grab()
    layout = view.layout_of_network
    assert layout is not None
    assert boxes[-1].isValid()
    assert layout.layers[-1].right < boxes[-1].left()
    assert view.rect().contains(boxes[-1])


def test_a_regression_shows_its_own_target() -> None:
    snapshot = _learned("plane")
    run = _run("plane")
    assert snapshot.targets.tolist() == run.data.test.targets[3].tolist()
