"""What is held or frozen has a mark in the picture, and is said in words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from core import Held, Part
from tests.visualiser import screen
from tests.visualiser.screen import Pixels
from tests.visualiser.states import new_run, snapshot_of
from visualiser.network_view.accessible_places import Places
from visualiser.network_view.accessible_words import description
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.part_marks import PartMarks
from visualiser.selection import Connection, Neuron
from visualiser.theme import THEMES, Theme
from visualiser.training.snapshot import Snapshot

both_themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
LARGE, SMALL = QSize(900, 560), QSize(460, 320)


def state(**changes: Any) -> Snapshot:
    run = new_run()
    run.train(100)
    if changes:
        run.change(**changes)
    return snapshot_of(run)


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(LARGE)
    made.show()
    return made


def show(view: NetworkView, snapshot: Snapshot) -> Pixels:
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    view.grab()
    while not view.is_complete:
        QApplication.processEvents()
    return screen.pixels(view)


def around(view: NetworkView, picture: Pixels, layer: int, index: int) -> Pixels:
    """The picture of a circle, and a little around it."""
    layout = view.layout_of_network
    assert layout is not None
    x, y = (round(number) for number in layout.layers[layer].centres[index].tolist())
    reach = round(layout.layers[layer].radius) + 2
    return picture[y - reach : y + reach + 1, x - reach : x + reach + 1]


@both_themes
@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["large", "small"])
@pytest.mark.parametrize("value", [0.0, 0.5, 1.0])
def test_a_held_neuron_has_a_bar_that_stands_out(
    view: NetworkView, theme: Theme, size: QSize, value: float
) -> None:
    view.resize(size)
    view.set_theme(theme)
    picture = show(view, state(held=[Held(1, 3, value)]))
    circle = around(view, picture, 1, 3)
    ink, ground = (theme.colour(name) for name in ("text", "ground"))
    is_ink = np.abs(circle - [ink.red(), ink.green(), ink.blue()]).max(axis=2) < 60
    # From the lower left to the upper right, give or take a pixel.
    upright = is_ink[::-1]
    along = [upright[i, max(0, i - 1) : i + 2].any() for i in range(len(circle))]
    assert sum(along) >= len(circle) * 0.5
    grey = screen.grey(circle)
    ground_grey = screen.grey(np.array([[[ground.red(), ground.green(), ground.blue()]]]))[0, 0]
    # There is something dark and something light whatever the circle's shade.
    assert np.abs(grey - ground_grey).min() < 30
    assert np.abs(grey - ground_grey).max() > 150


@both_themes
def test_a_frozen_neuron_has_a_lock_and_others_have_none(view: NetworkView, theme: Theme) -> None:
    view.set_theme(theme)
    plain = show(view, state())
    marked = show(view, state(frozen=[Part(1, 3), Part(3, 2)]))
    for layer, count in ((1, 16), (2, 16), (3, 10)):
        for index in range(count):
            before, after = (around(view, one, layer, index) for one in (plain, marked))
            has_mark = (layer, index) in ((1, 3), (3, 2))
            half = len(before) // 2
            corner = (before[half:, half:] != after[half:, half:]).any(axis=2).sum()
            assert (corner > 12) == has_mark
            assert has_mark or (before == after).all()


def test_a_frozen_layer_has_one_lock_at_its_name(view: NetworkView) -> None:
    plain = show(view, state())
    marked = show(view, state(frozen=[Part(2), Part(2, 5)]))
    layout = view.layout_of_network
    assert layout is not None
    rows, columns = np.nonzero((plain != marked).any(axis=2))
    above = rows < 60
    assert above.any()
    assert (np.abs(columns[above] - layout.layers[2].middle) < 60).all()
    # And the legend; but no circle has a mark of its own.
    assert (rows[~above] > view.height() - 60).all()


def test_the_lock_of_the_outputs_is_where_no_controls_are(view: NetworkView) -> None:
    plain = show(view, state())
    marked = show(view, state(frozen=[Part(3)]))
    layout = view.layout_of_network
    assert layout is not None
    rows, columns = np.nonzero((plain != marked).any(axis=2))
    above = columns[rows < 60]
    assert above.size
    assert (above < layout.layers[3].middle).all()


def test_a_single_frozen_weight_is_said_and_not_drawn(view: NetworkView) -> None:
    plain = show(view, state())
    marked = show(view, state(frozen=[Part(2, 3, 4)]))
    assert (plain == marked).all()
    view.select(Connection(2, 3, 4))
    assert "frozen" in view.accessibleDescription()
    view.select(Connection(2, 3, 5))
    assert "frozen" not in view.accessibleDescription()


def test_words_say_what_is_held_and_frozen(view: NetworkView) -> None:
    show(view, state(held=[Held(1, 3, 0.0)], frozen=[Part(1, 3), Part(3)]))
    layout = view.layout_of_network
    assert layout is not None
    x, y = layout.layers[1].centres[3].tolist()
    QTest.mouseMove(view, QPoint(5, 5))
    QTest.mouseMove(view, QPoint(round(x), round(y)))
    said = view.findChildren(QLabel, "hover_label")[0].text()
    assert "held at 0" in said
    assert "frozen" in said
    places = Places.of(view)
    told = {
        (layer, index): description(view, places.at(layer, index))
        for layer, index in ((1, 3), (1, 4), (3, 0), (3, None), (1, None), (0, None))
    }
    assert "held at 0" in told[1, 3]
    assert [key for key, text in told.items() if "frozen" in text] == [(1, 3), (3, 0), (3, None)]
    view.select(Connection(3, 1, 1))
    assert "frozen" in view.accessibleDescription()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_legend_explains_the_marks_that_are_there(view: NetworkView, count: int) -> None:
    changes: dict[str, Any] = {}
    if count:
        changes["held"] = [Held(1, 3)]
    if count > 1:
        changes["frozen"] = [Part(2)]
    show(view, state(**changes))
    place = QPoint(60, view.height() - 30)
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, help_event)
    said = QToolTip.text()
    QToolTip.hideText()
    assert ("bar through a circle" in said) == (count > 0)
    assert ("A lock" in said) == (count > 1)


def test_marks_follow_what_is_held(view: NetworkView) -> None:
    run = new_run()
    before = show(view, snapshot_of(run))
    run.change(frozen=[Part(1, 3), Part(2)])
    assert (show(view, snapshot_of(run)) != before).any()
    run.change(frozen=[])
    assert (show(view, snapshot_of(run)) == before).all()


def test_neurons_that_are_not_shown_have_no_mark_and_no_harm_is_done(view: NetworkView) -> None:
    run = new_run(layers=(64, 300, 10))
    run.change(held=[Held(1, 150)], frozen=[Part(1, 150), Part(1, 151)])
    show(view, snapshot_of(run))


def test_which_parts_are_frozen() -> None:
    parts = [Part(1), Part(2, 3), Part(3, 4, 5)]
    run = new_run()
    run.change(frozen=parts)
    marks = PartMarks.of(run.recipe)
    for layer, size, before in ((1, 16, 64), (2, 16, 16), (3, 10, 16)):
        for index in range(size):
            whole = layer == 1 or (layer, index) == (2, 3)
            assert marks.is_frozen(Neuron(layer, index)) == whole
            for origin in range(before):
                single = (layer, index, origin) == (3, 4, 5)
                assert marks.is_frozen(Connection(layer, index, origin)) == (whole or single)
    assert not marks.is_frozen(None)
    assert not marks.is_frozen(Neuron(0, 3))
