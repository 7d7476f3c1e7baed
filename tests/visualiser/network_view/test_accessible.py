"""What a screen reader finds in the network, asked for as it asks."""

from __future__ import annotations

import gc
import itertools
import weakref
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from core.parts import Held
from tests.visualiser.states import made_up, new_run, snapshot_of, trained
from visualiser.network_view import accessible
from visualiser.network_view.accessible_places import Place
from visualiser.network_view.network_view import NetworkView
from visualiser.number_format import fixed
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.snapshot import Snapshot

Text = QAccessible.Text
ROW_OF_NUMBERS = made_up((2, 1), (1, 2))


@pytest.fixture(autouse=True, scope="module")
def _installed(qapp: QApplication) -> None:  # noqa: ARG001 (it must be there)
    """Twice, as two windows do."""
    accessible.install()
    accessible.install()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Snapshot], NetworkView]:
    def show_one(snapshot: Snapshot) -> NetworkView:
        view = new_view(snapshot)
        qtbot.addWidget(view)
        return view

    return show_one


@pytest.fixture
def view(show: Callable[[Snapshot], NetworkView]) -> NetworkView:
    return show(trained(20))


def new_view(snapshot: Snapshot) -> NetworkView:
    view = NetworkView()
    view.resize(900, 560)
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    view.show()
    return view


def speaker(item: QObject) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(item)
    assert found is not None
    return found


def neuron(view: NetworkView, layer: int, index: int) -> QAccessibleInterface:
    return speaker(view).child(layer).child(index)


def at(found: QAccessibleInterface) -> tuple[int, int | None]:
    """Which layer and neuron speaks."""
    item = found.object()
    assert isinstance(item, Place)
    return item.layer, item.index


# -------------------------------------------------------------------- who is there


def test_every_neuron_is_where_it_belongs(view: NetworkView) -> None:
    network = speaker(view)
    for layer, size in enumerate(view.sizes):
        found = network.child(layer)
        assert network.indexOfChild(found) == layer
        assert (at(found), found.childCount()) == ((layer, None), size)
        for index in range(size):
            child = found.child(index)
            assert (at(child), found.indexOfChild(child)) == ((layer, index), index)
            assert at(child.parent()) == (layer, None)


def test_the_widgets_over_the_picture_are_still_there(view: NetworkView) -> None:
    network, layers = speaker(view), len(view.sizes)
    widgets = [network.child(index) for index in range(layers, network.childCount())]
    assert view.lines in [widget.object() for widget in widgets]
    assert [network.indexOfChild(widget) for widget in widgets] == [
        *range(layers, network.childCount())
    ]


def test_what_is_not_there_is_not_found(view: NetworkView) -> None:
    network = speaker(view)
    assert network.child(-1) is network.child(network.childCount()) is None
    assert network.child(1).child(-1) is network.child(1).child(16) is None


def test_a_stranger_is_no_child(view: NetworkView, show: Callable[..., NetworkView]) -> None:
    other = neuron(show(trained(20)), 1, 3)
    assert speaker(view).child(1).indexOfChild(other) == -1
    assert speaker(view).indexOfChild(other.parent()) == -1
    assert speaker(view).child(2).indexOfChild(neuron(view, 1, 3)) == -1


def test_only_what_is_asked_for_is_made(show: Callable[..., NetworkView]) -> None:
    view = show(made_up((784, 512, 512, 10), (28, 28)))
    assert neuron(view, 2, 500).text(Text.Name) == "Layer 2, neuron 500"
    assert len(view.findChildren(Place)) == len(view.sizes) + 1


# -------------------------------------------------------------------- what is said


@pytest.mark.parametrize(
    ("snapshot", "layer", "name"),
    [
        (trained(20), 0, "Input, 64 pixels"),
        (trained(20), 1, "Layer 1, 16 neurons"),
        (ROW_OF_NUMBERS, 0, "Input, 2 numbers"),
        (ROW_OF_NUMBERS, 1, "Layer 1, 1 neuron"),
        (made_up((4, 1200), (2, 2)), 1, "Layer 1, 1,200 neurons"),
    ],
)
def test_a_layer_has_a_name(show: Any, snapshot: Snapshot, layer: int, name: str) -> None:
    assert speaker(show(snapshot)).child(layer).text(Text.Name) == name


@pytest.mark.parametrize(
    ("snapshot", "layer", "index", "name"),
    [
        (trained(20), 1, 3, "Layer 1, neuron 3"),
        (trained(20), 0, 28, "Input, row 3, column 4"),
        (ROW_OF_NUMBERS, 0, 1, "Input, number 1"),
    ],
)
def test_a_neuron_has_a_name(
    show: Any, snapshot: Snapshot, layer: int, index: int, name: str
) -> None:
    assert neuron(show(snapshot), layer, index).text(Text.Name) == name


@pytest.mark.parametrize(("layer", "index"), [(0, 20), (1, 3), (3, 9)])
def test_a_value_is_the_newest_a(view: NetworkView, layer: int, index: int) -> None:
    for snapshot in (trained(20), trained(40)):
        view.show_snapshot(snapshot)
        expected = fixed(float(snapshot.activations[layer][index]))
        assert neuron(view, layer, index).text(Text.Value) == expected
        assert f"a = {expected}" in neuron(view, layer, index).text(Text.Description)


def test_more_about_a_neuron_is_its_bias_and_its_weighted_sum(view: NetworkView) -> None:
    bias = fixed(float(trained(20).parameters.biases[1][5]), sign=True)
    weighted_sum = fixed(float(trained(20).weighted_sums[1][5]), sign=True)
    said = neuron(view, 2, 5).text(Text.Description)
    assert said.endswith(f", B = {bias}, S = {weighted_sum}")


def test_a_held_neuron_says_so(show: Callable[..., NetworkView]) -> None:
    run = new_run()
    run.change(held=[Held(2, 5, 0.5)])
    view = show(snapshot_of(run))
    assert neuron(view, 2, 5).text(Text.Description).startswith("a is held at 0.5000, B = ")
    assert neuron(view, 2, 4).text(Text.Description).startswith("a = ")


def test_before_the_first_state_there_are_names_and_no_numbers(qtbot: QtBot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    assert not isinstance(speaker(view).child(0).object(), Place)
    view.show_run(trained(20).description)
    found = neuron(view, 1, 3)
    said = [found.text(kind) for kind in (Text.Name, Text.Value, Text.Description)]
    assert said == ["Layer 1, neuron 3", "", ""]


# -------------------------------------------------------------------- where it is


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_what_is_at_a_neuron_is_that_neuron(data: st.DataObject) -> None:
    view = new_view(trained(20))
    layer = data.draw(st.integers(0, len(view.sizes) - 1))
    found = neuron(view, layer, data.draw(st.integers(0, view.sizes[layer] - 1)))
    middle = found.rect().center()
    assert found.parent().rect().contains(found.rect())
    assert speaker(view).rect().contains(found.rect())
    above = speaker(view).childAt(middle.x(), middle.y())
    assert at(above.childAt(middle.x(), middle.y())) == at(found)
    other = speaker(view).child((layer + 1) % len(view.sizes))
    assert other.childAt(middle.x(), middle.y()) is None
    view.deleteLater()


def test_a_place_is_on_the_screen_and_not_in_the_window(view: NetworkView) -> None:
    before = neuron(view, 1, 3).rect()
    view.move(view.x() + 40, view.y() + 30)
    assert neuron(view, 1, 3).rect() == before.translated(40, 30)


def test_over_the_picture_is_the_widget_and_outside_nothing(view: NetworkView) -> None:
    corner = view.lines.mapToGlobal(view.lines.rect().center())
    assert speaker(view).childAt(corner.x(), corner.y()).object() is view.lines
    assert speaker(view).childAt(-9000, 9000) is None


def test_what_is_not_drawn_is_off_the_screen(show: Callable[..., NetworkView]) -> None:
    view = show(made_up((784, 512, 512, 10), (28, 28)))
    view.set_options(replace(view.options, tall_form="ends"))
    layout = view.layout_of_network
    assert layout is not None
    shown = set(layout.layers[1].shown.tolist())
    assert 0 < len(shown) < 512
    assert all(neuron(view, 1, i).state().offscreen == (i not in shown) for i in range(512))


# -------------------------------------------------------------------- what is selected


def test_the_selected_neuron_is_selected_and_focused_alone(view: NetworkView) -> None:
    view.setFocus()
    view.select(Neuron(1, 3))
    states = [neuron(view, 1, index).state() for index in range(16)]
    assert [index for index, state in enumerate(states) if state.selected] == [3]
    assert [index for index, state in enumerate(states) if state.focused] == [3]
    assert all(state.focusable and state.selectable for state in states)
    assert at(speaker(view).focusChild()) == at(speaker(view).child(1).focusChild()) == (1, 3)
    assert speaker(view).child(2).focusChild() is None


@pytest.mark.parametrize("selection", [None, Connection(1, 3, 4)])
def test_without_a_neuron_the_focus_is_the_views(view: NetworkView, selection: Selection) -> None:
    view.setFocus()
    view.select(selection)
    assert speaker(view).focusChild().object() is view


def test_without_the_keyboard_nothing_is_focused(view: NetworkView) -> None:
    view.select(Neuron(1, 3))
    view.clearFocus()
    state = neuron(view, 1, 3).state()
    assert (bool(state.selected), bool(state.focused)) == (True, False)


# -------------------------------------------------------------------- how long it lives


def test_what_another_network_does_not_have_is_no_longer_valid(view: NetworkView) -> None:
    gone, kept = neuron(view, 3, 5), neuron(view, 1, 0)
    view.show_run(ROW_OF_NUMBERS.description)
    assert (gone.isValid(), kept.isValid()) == (False, True)
    assert (gone.text(Text.Name), gone.rect().isEmpty()) == ("", True)
    assert gone.parent() is None
    assert gone.state().invalid
    view.show_run(trained(20).description)
    assert gone.isValid()


def test_nothing_outlives_the_view(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view = new_view(trained(20))
    view.setParent(window)
    kept = [speaker(view), *(neuron(view, 1, index) for index in range(16))]
    found = weakref.ref(view)
    view.deleteLater()
    del view
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert found() is None
    assert [item for item in kept if Shiboken.isValid(item)] == []


def test_views_come_and_go_while_they_are_read(qapp: QApplication) -> None:
    for end in itertools.islice(itertools.cycle((True, False)), 6):
        view = new_view(trained(20))
        network = speaker(view)
        said = [network.child(0).child(index).text(Text.Name) for index in range(64)]
        assert len(set(said)) == 64
        if end:
            view.deleteLater()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del view
        gc.collect()
        assert not Shiboken.isValid(network)
