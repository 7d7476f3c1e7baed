"""The pad where the data changes: drawn for pictures of any shape, and for nothing else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core import RunSettings
from core.drawing import prepare
from tests.visualiser import screen
from tests.visualiser.pad.hands import canvas_of, draw
from tests.visualiser.pad.handwriting import WAYS
from tests.visualiser.windows import PATIENCE, wait_until
from visualiser.main_window import MainWindow
from visualiser.pad.bars import OutputBars
from visualiser.pad.pad import Pad
from visualiser.training import messages as m


def opened(window: MainWindow) -> Pad:
    screen.key(window, Qt.Key.Key_D)
    pad = window.tools.drawing.pad
    assert pad is not None
    return pad


def begin(qtbot: QtBot, window: MainWindow, settings: RunSettings, inputs: int) -> None:
    window.session.send(m.Begin(settings))
    qtbot.waitUntil(lambda: window.network.sizes[:1] == (inputs,), timeout=PATIENCE)
    wait_until(qtbot, window, lambda _: True)


def of_pictures(folder: Path) -> str:
    """Pictures of 12 rows and 20 columns, and what they are by name."""
    random = np.random.default_rng(3)
    path = folder / "pictures.npz"
    np.savez(
        path,
        x=random.integers(0, 256, (40, 12, 20), np.uint8),
        y=np.array(["cat", "dog", "owl", "yak"] * 10),
    )
    return str(path)


def of_numbers(folder: Path) -> str:
    """A table of two numbers for each example."""
    path = folder / "table.csv"
    rows = (f"{row % 5},{row % 3},{'ab'[row % 2]}\n" for row in range(40))
    path.write_text("width,length,kind\n" + "".join(rows), "utf-8")
    return str(path)


@pytest.mark.parametrize("is_plane", [True, False])
def test_the_pad_is_away_for_what_is_no_picture_and_comes_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, is_plane: bool
) -> None:
    pad = opened(window)
    draw(canvas_of(pad), WAYS[4][0])
    wait_until(qtbot, window, lambda p: p.example.own is not None)
    begin(qtbot, window, RunSettings("spiral" if is_plane else of_numbers(tmp_path)), 2)
    assert not pad.isVisible()
    begin(qtbot, window, RunSettings(), 64)
    assert canvas_of(pad).isVisible()
    assert "there is nothing to draw" not in screen.text(pad)
    own = wait_until(qtbot, window, lambda p: p.example.own is not None).activations[0]
    assert np.array_equal(own, prepare(pad._page.ink, (8, 8)).inputs), "what was drawn stays"


def test_a_pad_that_is_asked_for_says_that_there_is_nothing_to_draw(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    begin(qtbot, window, RunSettings(of_numbers(tmp_path)), 2)
    pad = opened(window)
    assert pad.isVisible()
    assert "there is nothing to draw" in screen.text(pad)
    assert not canvas_of(pad).isVisible()


def test_pictures_of_another_shape_with_named_classes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    pad = opened(window)
    begin(qtbot, window, RunSettings(of_pictures(tmp_path)), 240)
    draw(canvas_of(pad), WAYS[4][0])
    expected = prepare(pad._page.ink, (12, 20)).inputs
    qtbot.waitUntil(
        lambda: (
            window._snapshot is not None
            and np.array_equal(window._snapshot.activations[0], expected)
        ),
        timeout=PATIENCE,
    )
    names = ["cat", "dog", "owl", "yak"]
    box = screen.named(pad, QComboBox, "What is it?")
    assert [box.itemText(place) for place in range(1, box.count())] == names
    assert [name for name, _ in screen.named(pad, OutputBars, "Outputs").rows] == names
    screen.pick(box, "owl")
    wait_until(qtbot, window, lambda p: p.example.label == 2)
