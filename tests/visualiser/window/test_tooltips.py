"""Everything that the inspector and the phases say is explained by a tooltip."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.visualiser.room import SELECTIONS, settle
from tests.visualiser.window.test_phase_by_phase import panel_of, press_on, wait_in
from tests.visualiser.windows import wait_at
from visualiser.main_window import MainWindow
from visualiser.phases import phases_of
from visualiser.selection import Neuron, Selection
from visualiser.training import messages as m

SAYING = (QLabel, QAbstractButton, QAbstractItemView, QComboBox)


@pytest.fixture
def window(standing_window: MainWindow) -> MainWindow:
    """One that stands: whoever asks for it opens and closes none."""
    return standing_window


def saying(root: QWidget) -> Iterator[QWidget]:
    """The visible widgets that say something: texts, buttons, tables, and what is painted."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        is_painted = type(widget).__module__.startswith("visualiser") and not widget.children()
        if is_painted or isinstance(widget, SAYING):
            yield widget


def tip_of(widget: QWidget, root: QWidget) -> str:
    """What is shown where the pointer rests on it: its own tooltip, or that of what it is in."""
    found: QWidget | None = widget
    while found is not None and found is not root:
        if found.toolTip():
            return found.toolTip()
        found = found.parentWidget()
    return ""


def unexplained(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.accessibleName()} {getattr(widget, 'text', str)()}"
        for widget in saying(root)
        if not tip_of(widget, root)
    ]


def untold_columns(root: QWidget) -> list[str]:
    """The columns of tables whose titles are not explained."""
    across, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    return [
        f"{table.accessibleName()}: {table.model().headerData(column, across)}"
        for table in root.findChildren(QTableView)
        for column in range(table.model().columnCount())
        if table.horizontalHeader().isVisible()
        and not table.isColumnHidden(column)
        and not table.model().headerData(column, across, tip)
    ]


@pytest.mark.parametrize("selection", [*SELECTIONS, Neuron(2, 3)], ids=str)
def test_every_part_of_the_inspector_is_explained(
    qtbot: QtBot, window: MainWindow, selection: Selection
) -> None:
    window.session.send(m.Play(200))
    wait_at(qtbot, window, 200)
    window.network.select(selection)
    settle(window)
    page = window.inspector._page
    assert page is not None
    assert len(list(saying(page))) > 1
    assert unexplained(page) == []
    assert untold_columns(page) == []


def test_every_part_of_every_phase_is_explained(qtbot: QtBot, window: MainWindow) -> None:
    window.network.select(Neuron(2, 3))
    press_on(window, 1)
    wait_in(qtbot, window, "batch")
    panel = panel_of(window)
    assert panel is not None
    for phase in phases_of(3)[:-1]:
        window.phases.stepper.go_to(phase)
        settle(window)
        assert len(list(saying(panel))) > 10
        assert unexplained(panel) == [], phase


def test_what_has_no_tooltip_is_noticed(window: MainWindow) -> None:
    page = window.inspector._page
    assert page is not None
    said = next(iter(saying(page)))
    said.setToolTip("")
    assert len(unexplained(page)) == 1
