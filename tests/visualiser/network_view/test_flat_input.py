"""Where the input is no picture: its names, and what chooses the example, find room."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from core import Dataset, Examples, RunSettings
from tests.visualiser import screen
from tests.visualiser.network_view.layouts import frames, quick
from tests.visualiser.states import snapshot_of
from visualiser import theme as themes
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.network_view import NetworkView
from visualiser.training.snapshot import Snapshot

NAMES = ("sepal length", "sepal width", "petal length", "petal width")
# Of the network in the smallest window, in the usual one, and on a large screen.
SIZES = [(640, 314), (895, 530), (1600, 900)]


@cache
def flowers() -> Snapshot:
    """Four numbers an example, and three classes with names."""
    random = np.random.default_rng(1)
    labels = np.arange(60) % 3
    examples = Examples.from_arrays(random.random((60, 4)) * 0.2 + labels[:, None] / 4, labels)
    kinds = ("setosa", "versicolor", "virginica")
    data = Dataset("flowers", examples, examples, (1, 4), kinds, NAMES)
    return snapshot_of(RunSettings(layers=(4, 16, 16, 3)).new_run(data))


def seen(qtbot: QtBot, size: tuple[int, int], snapshot: Snapshot) -> tuple[NetworkView, QRect]:
    """The network in this size, and the room for what chooses the example."""
    themes.dress(themes.LIGHT)
    view = NetworkView()
    qtbot.addWidget(view)
    rooms: list[QRect] = []
    view.picture_moved.connect(rooms.append)
    view.resize(*size)
    view.show()
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    return view, rooms[-1]


@pytest.mark.parametrize("size", SIZES)
def test_what_chooses_the_example_covers_neither_inputs_nor_names(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    view, room = seen(qtbot, size, flowers())
    layout = view.drawing.layout
    assert layout is not None
    assert room.isValid()
    first = layout.layers[0]
    height = view.fontMetrics().height()
    assert first.centres[:, 1].min() - height / 2 >= room.bottom()
    assert first.left > room.right()


@pytest.mark.parametrize("size", SIZES)
def test_the_name_of_an_input_is_there_from_its_first_letter(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    view, _ = seen(qtbot, size, flowers())
    layout = view.drawing.layout
    assert layout is not None
    widest = max(view.fontMetrics().horizontalAdvance(name) for name in NAMES)
    assert layout.layers[0].left - widest > 8


def test_which_example_it_is_stands_above(qtbot: QtBot) -> None:
    snapshot = flowers()
    view, room = seen(qtbot, SIZES[1], snapshot)
    example = replace(snapshot.progress.example, index=17)
    progress = replace(snapshot.progress, example=example)
    before = screen.pixels(view)
    view.show_snapshot(replace(snapshot, progress=progress))
    above = slice(0, room.top()), slice(0, room.right())
    assert (screen.pixels(view)[above] != before[above]).any()


def test_seen_from_near_what_chooses_the_example_is_away(qtbot: QtBot) -> None:
    view, _ = seen(qtbot, SIZES[1], flowers())
    rooms: list[QRect] = []
    view.picture_moved.connect(rooms.append)
    screen.key(view, Qt.Key.Key_Plus)
    assert not rooms[-1].isValid()


@quick
@given(st.integers(1, 300), frames)
def test_any_number_of_inputs_stands_below_it(inputs: int, frame: tuple[int, int]) -> None:
    layout = lay_out((inputs, 5, 2), (1, inputs), *frame)
    first = layout.layers[0]
    assert first.centres[:, 1].min() - first.radius >= 92
    assert first.centres[:, 1].max() + first.radius <= layout.height - 62
