"""Everything can be reached by the keyboard, and everything has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.visualiser import screen
from visualiser.commands.table import descriptions
from visualiser.main_window import MainWindow
from visualiser.network_view.network_view import NetworkView
from visualiser.selection import Connection, Neuron


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def tab_chain(window: MainWindow) -> list[QWidget]:
    """What has the focus as Tab is pressed again and again, once round."""
    met: list[QWidget] = []
    for _ in range(80):
        screen.key(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in met:
            return met
        met.append(widget)
    raise AssertionError("Tab never comes round")


def said(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName() or text


def test_everything_tab_reaches_has_a_name(window: MainWindow) -> None:
    for selection in (None, Neuron(1, 3), Connection(2, 3, 4)):
        window.network.select(selection)
        nameless = [widget for widget in tab_chain(window) if not said(widget)]
        assert nameless == [], selection


def test_every_control_has_a_name_and_a_tooltip(window: MainWindow) -> None:
    window.network.select(Neuron(1, 3))
    kinds = QAbstractButton | QComboBox | QLineEdit
    controls = [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and is_ours(w)]
    assert len(controls) > 10
    assert [control for control in controls if not said(control)] == []
    assert [said(control) for control in controls if not control.toolTip()] == []


def is_ours(widget: QWidget) -> bool:
    """Whether a person can see it; the field inside a combo box is the box."""
    is_inside = isinstance(widget.parentWidget(), QComboBox)
    return widget.isVisible() and not is_inside and not widget.objectName().startswith("qt_")


def test_tab_reaches_the_network_and_every_control(window: MainWindow) -> None:
    chain = tab_chain(window)
    assert any(isinstance(widget, NetworkView) for widget in chain)
    kinds = QAbstractButton | QComboBox | QLineEdit
    missed = [
        said(widget)
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and is_ours(widget)
        and widget.isEnabled()
        and widget not in chain
    ]
    assert missed == []


def test_the_focus_can_be_seen(window: MainWindow) -> None:
    button = screen.button(window, "Step")
    before = screen.pixels(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert (screen.pixels(button) != before).any()


def test_every_button_of_the_bar_names_its_key_in_its_tooltip(window: MainWindow) -> None:
    bar = window.transport
    actions: list[QAction] = [
        button.defaultAction()
        for button in bar.findChildren(QAbstractButton)
        if hasattr(button, "defaultAction") and button.defaultAction() is not None
    ]
    assert len(actions) >= 4
    for action in actions:
        for key in action.shortcuts():
            assert key.toString(QKeySequence.SequenceFormat.NativeText) in action.toolTip()
        assert action.shortcuts()


def test_no_key_does_two_things(window: MainWindow) -> None:
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("play", {"Space"}),
        ("step", {".", "Right"}),
        ("back", {",", "Left"}),
        ("start", {"Home"}),
        ("newest", {"End"}),
        ("next_example", {"]"}),
        ("previous_example", {"["}),
    ],
)
def test_keys_are_those_that_were_promised(name: str, keys: set[str]) -> None:
    found = next(description for description in descriptions() if description.id == name)
    assert set(found.keys) == keys


def test_only_steps_and_examples_repeat_while_a_key_is_held() -> None:
    repeating = {description.id for description in descriptions() if description.repeats}
    epochs = {"epoch_back", "epoch_forward"}
    assert repeating == {"step", "back", "next_example", "previous_example"} | epochs


def test_the_window_and_its_parts_have_titles(window: MainWindow) -> None:
    assert window.windowTitle()
    assert not window.windowIcon().isNull()
    assert all(area.accessibleName() or area.objectName() for area in scroll_areas(window))


def scroll_areas(window: MainWindow) -> list[QScrollArea]:
    return [area for area in window.findChildren(QScrollArea) if area.isVisible()]
