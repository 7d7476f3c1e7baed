"""What a screen reader is told of the network when it is not asking."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.visualiser.states import made_up, trained
from visualiser.network_view import accessible
from visualiser.network_view.accessible_places import Places
from visualiser.network_view.scenery import Marks
from visualiser.network_view.stage import Stage
from visualiser.selection import Connection, Neuron, Selection

Event = QAccessible.Event
Told = list[tuple[QAccessible.Event, QObject]]


@pytest.fixture(autouse=True, scope="module")
def _installed(qapp: QApplication) -> None:  # noqa: ARG001 (it must be there)
    accessible.install()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """What is told to a screen reader that listens, and of which object."""
    heard: Told = []

    def hear(event: QAccessibleEvent) -> None:
        heard.append((event.type(), event.object()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    QAccessible.setActive(True)
    yield heard
    QAccessible.setActive(False)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """What is drawn and nothing more: it tells nobody anything by itself."""
    made = Stage()
    qtbot.addWidget(made)
    made.show_run(trained(20).description)
    made.show_snapshot(trained(20))
    made.show()
    made.setFocus()
    return made


def told_by(stage: Stage, told: Told, selection: Selection) -> Told:
    """What is told of a selection."""
    stage.drawing.mark(Marks(selected=selection))
    told.clear()
    accessible.tell_selected(stage)
    return told.copy()


def test_a_selection_is_told_once(stage: Stage, told: Told) -> None:
    place = Places.of(stage).at(1, 3)
    expected = [(Event.Selection, place), (Event.Focus, place)]
    assert told_by(stage, told, Neuron(1, 3)) == expected
    assert told_by(stage, told, Neuron(1, 3)) == []


def test_a_selection_from_elsewhere_leaves_the_focus(stage: Stage, told: Told) -> None:
    stage.clearFocus()
    place = Places.of(stage).at(1, 3)
    assert told_by(stage, told, Neuron(1, 3)) == [(Event.Selection, place)]


@pytest.mark.parametrize("selection", [None, Connection(1, 3, 4)])
def test_without_a_neuron_the_focus_is_told_of_the_view(
    stage: Stage, told: Told, selection: Selection
) -> None:
    told_by(stage, told, Neuron(1, 3))
    assert told_by(stage, told, selection) == [(Event.Focus, stage)]


@pytest.mark.parametrize("tells_values", [True, False])
def test_a_new_value_is_told_once(
    stage: Stage, told: Told, monkeypatch: pytest.MonkeyPatch, tells_values: bool
) -> None:
    monkeypatch.setattr(accessible, "_TELLS_VALUES", tells_values)
    told_by(stage, told, Neuron(1, 3))
    stage.show_snapshot(trained(40))
    events = [Event.ValueChanged] * tells_values + [Event.DescriptionChanged]
    place = Places.of(stage).at(1, 3)
    assert told_by(stage, told, Neuron(1, 3)) == [(event, place) for event in events]
    assert told_by(stage, told, Neuron(1, 3)) == []


def test_other_layers_are_told_of(stage: Stage, told: Told) -> None:
    told_by(stage, told, Neuron(1, 3))
    stage.show_run(made_up((2, 1), (1, 2)).description)
    assert told_by(stage, told, None) == [(Event.ObjectReorder, stage)]
    assert told_by(stage, told, None) == []


def test_where_nobody_listens_nothing_is_made(stage: Stage) -> None:
    assert not QAccessible.isActive()
    stage.drawing.mark(Marks(selected=Neuron(1, 3)))
    accessible.tell_selected(stage)
    assert stage.findChildren(Places) == []
