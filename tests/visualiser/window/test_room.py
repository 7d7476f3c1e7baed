"""Nothing is cut off, nothing overlaps, nothing needs scrolling sideways, at any usual size."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize
from pytestqt.qtbot import QtBot

from core import Held, Part, RunSettings, save_run
from tests.visualiser import screen
from tests.visualiser.room import (
    SELECTIONS,
    SIZES,
    content_of,
    cut_off,
    has_overflow,
    needs_no_sideways_scrolling,
    overlapping,
    own_widgets,
    settle,
    squeezed,
)
from tests.visualiser.states import new_run
from tests.visualiser.windows import OpenWindow, snapshot, wait_at
from visualiser.main_window import MainWindow
from visualiser.selection import Neuron
from visualiser.training import messages as m
from visualiser.widgets.term_table import TermTable


@pytest.fixture
def trained_window(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    """In one theme: both have the same style sheet but for its colours, so the same sizes."""
    window = open_window()
    window.session.send(m.Play(1300))
    wait_at(qtbot, window, 1300)
    # The widest that the status bar says: in the past, with groups of thousands.
    window.session.send(m.GoTo(1234))
    wait_at(qtbot, window, 1234)
    return window


def test_at_every_size_there_is_room_for_everything(trained_window: MainWindow) -> None:
    window = trained_window
    for size, selection in itertools.product(SIZES, SELECTIONS):
        window.resize(size)
        window.network.select(selection)
        settle(window)
        assert window.size() == size
        where = f"at {size.width()}×{size.height()} with {selection}"
        assert cut_off(window) == [], where
        assert overlapping(window) == [], where
        assert squeezed(window) == [], where
        assert not has_overflow(window), where
        assert needs_no_sideways_scrolling(window), where


def test_these_checks_notice_what_they_are_for(window: MainWindow) -> None:
    settle(window)
    window.example.move(-20, window.example.y())
    assert len(cut_off(window)) == 1
    title = next(label for label in own_widgets(window) if label.objectName() == "title")
    title.resize(5, title.height())
    assert len(squeezed(window)) == 1
    title.resize(title.sizeHint())
    title.move(title.x(), title.y() + 20)
    assert len(overlapping(window)) >= 1


def test_a_notice_takes_room_and_hides_nothing(window: MainWindow) -> None:
    window.resize(1024, 640)
    for sentence in ("Something is wrong.", "A long sentence. " * 12):
        window.notice.say(sentence, "Step back", lambda: None)
        settle(window)
        assert cut_off(window) == []
        assert overlapping(window) == []
        assert squeezed(window) == []


def test_the_example_s_controls_lie_below_the_picture_and_off_the_legend(
    window: MainWindow,
) -> None:
    for size in (*SIZES, QSize(1024, 900), QSize(2560, 700)):
        window.resize(size)
        settle(window)
        layout = window.network.layout_of_network
        assert layout is not None
        assert layout.layers[0].picture is not None
        x, y, width, height = layout.layers[0].picture
        controls = window.example.geometry()
        assert controls.top() >= y + height + 20
        assert controls.bottom() <= window.network.height() - 36
        assert controls.left() < x + width / 2 < controls.right()
        assert controls.right() < layout.layers[1].centres[0, 0] - layout.layers[1].radius


def test_the_inspector_can_be_scrolled_to_its_end(window: MainWindow) -> None:
    window.resize(1024, 640)
    window.network.select(Neuron(1, 3))
    settle(window)
    bar = window.inspector.verticalScrollBar()
    bar.setValue(bar.maximum())
    content = content_of(window)
    bottom = content.mapTo(window.inspector, QPoint(0, content.height())).y()
    assert bottom <= window.inspector.height() + 1


def test_the_window_does_not_get_smaller_than_what_can_be_used(window: MainWindow) -> None:
    window.resize(300, 200)
    settle(window)
    assert window.width() >= 1024
    assert window.height() >= 640
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 640


def test_where_all_is_large_the_bar_has_room_for_its_menu(window: MainWindow) -> None:
    # As on a projector, in a scale that leaves fewer pixels than a window has at least.
    window.setMinimumSize(800, 500)
    window.resize(800, 560)
    settle(window)
    assert not has_overflow(window)
    menu = screen.button(window, "Menu")
    assert menu.isVisible()
    assert menu.mapTo(window, menu.rect().bottomRight()).x() < 800
    window.resize(1280, 800)
    settle(window)
    assert screen.button(window, "Step").width() > screen.button(window, "Untrained").width()


@pytest.mark.parametrize("layers", [(64, 10), (64, 1, 1, 10), (64, 100, 100, 10)])
def test_other_networks_have_room_too(open_window: OpenWindow, layers: tuple[int, ...]) -> None:
    window = open_window(RunSettings(layers=layers))
    window.resize(1024, 640)
    window.network.select(Neuron(1, 0))
    settle(window)
    assert cut_off(window) == []
    assert overlapping(window) == []
    assert squeezed(window) == []
    assert not has_overflow(window)


def saved_run(path: Path, **settings: Any) -> Path:
    """A run with everything that there is to tell of."""
    run = new_run(**settings)
    run.change(optimiser="adam", learning_rate=None, schedule="cosine", l1=1e-5, l2=1e-4, clip=1.0)
    run.train(1000)
    run.change(held=[Held(1, 3, -0.75)], frozen=[Part(1, 4), Part(2, 5, 7)])
    run.train(20)
    save_run(run, path)
    return path


@pytest.mark.parametrize(
    "settings",
    [
        {"activation": ("tanh", "softmax"), "cost": "softmax_cross_entropy"},
        {"activation": ("identity", "relu", "logistic"), "cost": "cross_entropy"},
        {"activation": ("tanh", "softmax"), "bias": "outside"},
    ],
)
def test_every_kind_of_run_has_room(
    open_window: OpenWindow, tmp_path: Path, settings: dict[str, Any]
) -> None:
    window = open_window(saved_run(tmp_path / "saved.nnrun", **settings))
    # Larger windows have room for what a small one has room for: see above.
    window.resize(SIZES[0])
    for selection in (*SELECTIONS, Neuron(2, 5), Neuron(1, 4)):
        window.network.select(selection)
        settle(window)
        where = f"with {selection}"
        assert cut_off(window) == [], where
        assert overlapping(window) == [], where
        assert squeezed(window) == [], where
        assert not has_overflow(window), where
        assert needs_no_sideways_scrolling(window), where


@pytest.mark.parametrize("scale", [1, 30, 300])
def test_numbers_in_the_table_are_not_cut_off(open_window: OpenWindow, scale: int) -> None:
    window = open_window(RunSettings(activation="identity", learning_rate=1e-6, seed=2))
    window.resize(1024, 640)
    window.network.select(Neuron(2, 3))
    table = window.inspector.findChildren(TermTable)[0]
    grown = [values * np.float32(scale) for values in snapshot(window).activations]
    window.inspector.show_snapshot(replace(snapshot(window), activations=tuple(grown)))
    settle(window)
    model, metrics = table.model(), table.fontMetrics()
    for row, column in itertools.product(range(16), range(6)):
        shown = str(model.index(row, column).data())
        assert table.columnWidth(column) >= metrics.horizontalAdvance(shown) + 6, shown
    assert sum(table.columnWidth(column) for column in range(6)) <= table.viewport().width()
