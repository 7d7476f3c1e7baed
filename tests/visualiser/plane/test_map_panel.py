"""The large map: what it shows, and how a point of it is shown to the network."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import Run, RunSettings
from core.datasets.plane import plane_of, points_of
from core.parameters import IntArray
from tests.visualiser.screen import pixels, texts
from tests.visualiser.states import snapshot_of
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.plane_maps import SIDE, PlaneMaps
from visualiser.number_format import fixed, plain
from visualiser.own_inputs import noise
from visualiser.plane.map_panel import MapPanel
from visualiser.theme import THEMES
from visualiser.training.messages import ShowExample, ShownExample
from visualiser.training.shown_example import own_example
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
        assert maps.point is not None
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


def _with_noise(data: str, label: int | None = None) -> Snapshot:
    """Shown an input of the user's own, of which only its two or three numbers are known."""
    run, snapshot = _run(data), _learned(data)
    inputs = noise(run.data.input_count, 4)
    example = own_example(run.data, inputs, label, "Noise 4")
    activations = run.network.forward(inputs).activations
    progress = replace(snapshot.progress, example=example)
    return replace(snapshot, progress=progress, activations=activations)


def _ring(panel: MapPanel, snapshot: Snapshot) -> IntArray:
    """Where the large map differs from one without a ring: rows and columns, (n, 2)."""
    maps = PlaneMaps.of(snapshot)
    assert maps is not None
    panel.show_state(snapshot, maps)
    shown = pixels(panel.canvas)
    panel.canvas.show_maps(replace(maps, point=None), None)
    bare = pixels(panel.canvas)
    panel.show_state(snapshot, maps)
    found: IntArray = np.argwhere((shown != bare).any(axis=-1))
    return found


def test_an_own_input_is_named_where_it_is_and_its_target_is_unknown(panel: MapPanel) -> None:
    panel.resize(420, 420)
    snapshot = _with_noise("circle")
    maps = PlaneMaps.of(snapshot)
    assert maps is not None
    numbers = noise(2, 4)
    assert maps.point == pytest.approx(numbers.tolist())
    changed = _ring(panel, snapshot)
    first, second = (fixed(float(number), 2) for number in numbers)
    assert f"Noise 4 at ({first}, {second}): t is unknown" in texts(panel)
    # The map is a square in the middle, from −6 to 6.
    canvas = panel.canvas
    half = (min(canvas.width(), canvas.height()) - 1) / 2
    middle = changed.mean(axis=0) - (half, canvas.width() / 2)
    assert middle == pytest.approx((-numbers[1] / 6 * half, numbers[0] / 6 * half), abs=1.5)


def test_an_own_input_that_is_no_point_has_neither_ring_nor_dot(
    panel: MapPanel, qtbot: QtBot
) -> None:
    data = "circle:features=x1+x2+x1x2"
    snapshot = _with_noise(data)
    assert not len(_ring(panel, snapshot))
    assert "Noise 4: t is unknown" in texts(panel)
    asked: list[ShowExample] = []
    panel.example_asked.connect(asked.append)
    QTest.keyClick(panel.canvas, Qt.Key.Key_Right)
    assert len(asked) == 1
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(880, 470)
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    assert not view.grab().isNull()


def test_the_target_of_an_own_input_is_told_where_somebody_has_said_it(panel: MapPanel) -> None:
    snapshot = _with_noise("circle", label=1)
    maps = PlaneMaps.of(snapshot)
    assert maps is not None
    panel.show_state(snapshot, maps)
    assert "Noise 4: t = 1" in texts(panel)


@pytest.mark.parametrize("index", [3, 247])
def test_a_point_of_the_training_is_told_in_a_narrow_panel(panel: MapPanel, index: int) -> None:
    panel.resize(190, 330)
    snapshot = _learned("plane")
    example = ShownExample("train", index, 1)
    snapshot = replace(snapshot, progress=replace(snapshot.progress, example=example))
    maps = PlaneMaps.of(snapshot)
    assert maps is not None
    panel.show_state(snapshot, maps)
    assert [text for text in texts(panel) if text.endswith(f"t = {plain(_target(index), 3)}")]


def _target(index: int) -> float:
    return float(_run("plane").data.train.targets[index, 0])
