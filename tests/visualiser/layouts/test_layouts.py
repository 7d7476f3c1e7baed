"""Panels are moved, tabbed, floated, closed and locked, and layouts put them back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tests.visualiser import screen
from visualiser.layouts.layouts import INSPECT, LEARN, Layouts
from visualiser.layouts.title_bar import TitleBar
from visualiser.settings import Settings

RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
NAMES = ("layout_learn", "layout_inspect", "layout_present", "layouts", "lock_docks")


class Desk(NamedTuple):
    window: QMainWindow
    layouts: Layouts
    inspector: QDockWidget
    cost: QDockWidget
    actions: dict[str, QAction]


def new_dock(name: str, window: QMainWindow) -> QDockWidget:
    dock = QDockWidget(name.title(), window)
    dock.setObjectName(name)
    dock.setTitleBarWidget(QWidget())
    content = QLabel(name)
    content.setMinimumSize(40, 30)
    dock.setWidget(content)
    return dock


def new_desk(path: Path) -> Desk:
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    inspector, cost = new_dock("inspector", window), new_dock("cost", window)
    window.addDockWidget(RIGHT, inspector)
    window.addDockWidget(BOTTOM, cost)
    layouts = Layouts(window, Settings(path), inspector, cost)
    actions = {name: QAction(name, window) for name in NAMES}
    for name, callback in layouts.callbacks().items():
        actions[name].triggered.connect(lambda _, call=callback: call())
    layouts.set_actions(actions)
    window.resize(1280, 800)
    window.show()
    return Desk(window, layouts, inspector, cost, actions)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:  # noqa: ARG001 (it must be there)
    made = new_desk(tmp_path / "mine.ini")
    QApplication.processEvents()
    yield made
    made.window.close()
    made.window.deleteLater()


def bar_of(dock: QDockWidget) -> TitleBar | None:
    bar = dock.titleBarWidget()
    return bar if isinstance(bar, TitleBar) else None


def button(dock: QDockWidget, name: str) -> QToolButton:
    return screen.named(dock, QToolButton, name)


def can_move(dock: QDockWidget) -> bool:
    return bool(dock.features() & QDockWidget.DockWidgetFeature.DockWidgetMovable)


# ---------------------------------------------------------------------- locking


def test_at_first_panels_are_locked_and_nothing_is_above_them(desk: Desk) -> None:
    for dock in (desk.inspector, desk.cost):
        assert bar_of(dock) is None
        assert not can_move(dock)
        assert not [bar for bar in dock.findChildren(TitleBar) if bar.isVisible()]
    assert desk.actions["lock_docks"].isChecked()


def test_unlocked_panels_have_a_line_with_their_name_and_two_buttons(desk: Desk) -> None:
    desk.actions["lock_docks"].trigger()
    for dock in (desk.inspector, desk.cost):
        bar = bar_of(dock)
        assert bar is not None
        assert bar.isVisible()
        assert can_move(dock)
        assert dock.windowTitle() in screen.text(bar)
        assert button(dock, f"Take {dock.windowTitle()} out").isVisible()
        assert button(dock, f"Close {dock.windowTitle()}").isVisible()
    desk.actions["lock_docks"].trigger()
    assert bar_of(desk.inspector) is None
    assert desk.actions["lock_docks"].isChecked()


def test_whether_they_are_locked_is_remembered(desk: Desk, tmp_path: Path) -> None:
    desk.actions["lock_docks"].trigger()
    again = new_desk(tmp_path / "mine.ini")
    assert not again.actions["lock_docks"].isChecked()
    assert bar_of(again.cost) is not None
    again.window.close()
    again.window.deleteLater()


def test_a_panel_is_taken_out_and_put_back_and_can_be_moved_out_there_when_locked(
    desk: Desk,
) -> None:
    desk.actions["lock_docks"].trigger()
    button(desk.cost, "Take Cost out").click()
    assert desk.cost.isFloating()
    desk.actions["lock_docks"].trigger()
    assert bar_of(desk.cost) is not None
    assert can_move(desk.cost)
    assert bar_of(desk.inspector) is None
    button(desk.cost, "Put Cost back").click()
    assert not desk.cost.isFloating()
    assert bar_of(desk.cost) is None


def test_a_panel_that_is_closed_is_opened_by_its_entry_in_the_menu(desk: Desk) -> None:
    desk.actions["lock_docks"].trigger()
    button(desk.cost, "Close Cost").click()
    assert desk.cost.isHidden()
    desk.cost.toggleViewAction().trigger()
    assert desk.cost.isVisible()


def test_panels_can_share_a_place(desk: Desk) -> None:
    desk.window.tabifyDockWidget(desk.inspector, desk.cost)
    assert desk.window.tabifiedDockWidgets(desk.inspector) == [desk.cost]


def test_panels_that_come_later_are_treated_alike_but_keep_a_title_of_their_own(
    desk: Desk,
) -> None:
    phases, pad = new_dock("phases", desk.window), new_dock("pad", desk.window)
    phases.toggleViewAction().setEnabled(False)
    own = QWidget()
    QVBoxLayout(own).addWidget(QLabel("Draw"))
    pad.setTitleBarWidget(own)
    desk.window.addDockWidget(BOTTOM, phases)
    desk.window.addDockWidget(RIGHT, pad)
    QApplication.processEvents()
    assert not can_move(phases)
    assert not can_move(pad)
    desk.actions["lock_docks"].trigger()
    assert can_move(phases)
    assert can_move(pad)
    assert pad.titleBarWidget() is own
    # No menu would open it again.
    closing = [one for one in phases.findChildren(QToolButton) if "Close" in one.accessibleName()]
    assert not any(one.isVisible() for one in closing)


# ---------------------------------------------------------------------- layouts


def test_inspect_makes_the_inspector_large_and_learn_puts_all_back(desk: Desk) -> None:
    desk.actions["layout_inspect"].trigger()
    QApplication.processEvents()
    assert (desk.inspector.width(), desk.cost.height()) == INSPECT
    desk.inspector.setFloating(True)
    desk.cost.close()
    desk.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, desk.cost)
    desk.actions["layout_learn"].trigger()
    QApplication.processEvents()
    assert (desk.inspector.width(), desk.cost.height()) == LEARN
    assert desk.window.dockWidgetArea(desk.inspector) == RIGHT
    assert desk.window.dockWidgetArea(desk.cost) == BOTTOM
    assert desk.cost.isVisible()


def test_in_a_small_window_inspect_leaves_the_network_its_room(desk: Desk) -> None:
    desk.window.resize(1024, 700)
    desk.actions["layout_inspect"].trigger()
    QApplication.processEvents()
    assert desk.window.width() - desk.inspector.width() >= 450


def test_a_layout_of_ones_own_is_saved_used_renamed_and_deleted(desk: Desk) -> None:
    desk.window.resizeDocks([desk.inspector], [500], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    desk.actions["layouts"].trigger()
    dialog = desk.window.findChildren(QWidget, "layouts_dialog")[0]
    field = screen.named(dialog, QLineEdit, "Name of the layout")
    assert "You have saved no layout yet" in screen.text(dialog)
    field.setText("  Lecture   hall ")
    screen.press(dialog, "Save")
    assert "You have saved no layout yet" not in screen.text(dialog)
    assert desk.layouts.names == ("Lecture hall",)
    desk.actions["layout_learn"].trigger()
    QApplication.processEvents()
    [entry] = [one for one in desk.layouts.menu.actions() if one.text() == "Lecture hall"]
    entry.trigger()
    QApplication.processEvents()
    assert desk.inspector.width() == 500
    field.setText("A & B")
    screen.press(dialog, "Rename")
    assert desk.layouts.names == ("A & B",)
    assert "A && B" in [one.text() for one in desk.layouts.menu.actions()]
    screen.press(dialog, "Delete")
    assert not desk.layouts.names
    assert not dialog.findChildren(QListWidget)[0].count()
    screen.press(dialog, "Close")


def test_what_is_typed_on_the_way_to_a_new_name_chooses_nothing(desk: Desk) -> None:
    for name in ("Lecture", "Old"):
        desk.layouts.save(name)
    desk.layouts.open()
    dialog = desk.window.findChildren(QWidget, "layouts_dialog")[0]
    dialog.findChildren(QListWidget)[0].setCurrentRow(desk.layouts.names.index("Old"))
    field = screen.named(dialog, QLineEdit, "Name of the layout")
    field.selectAll()
    QTest.keyClicks(field, "Lecture 2")
    screen.press(dialog, "Rename")
    assert set(desk.layouts.names) == {"Lecture", "Lecture 2"}
    dialog.close()


def test_no_more_are_kept_than_there_is_room_for(desk: Desk) -> None:
    for number in range(12):
        desk.layouts.save(f"Number {number}")
    desk.layouts.open()
    dialog = desk.window.findChildren(QWidget, "layouts_dialog")[0]
    save = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save")
    field = screen.named(dialog, QLineEdit, "Name of the layout")
    field.setText("One more")
    assert not save.isEnabled()
    assert "room for no more" in screen.text(dialog)
    field.setText("Number 3")
    assert save.isEnabled()
    dialog.close()


@pytest.mark.parametrize("kept", ["", "no base64 !", "AAAA", "{}"])
def test_a_damaged_layout_changes_nothing(desk: Desk, kept: str, tmp_path: Path) -> None:
    Settings(tmp_path / "mine.ini").layouts = {"Mine": kept}
    before = desk.inspector.geometry()
    desk.layouts.use("Mine")
    QApplication.processEvents()
    assert desk.inspector.isVisible()
    assert desk.inspector.geometry() == before


@pytest.mark.parametrize("kept", ["[1]", "no JSON", '{"a": 1}'])
def test_broken_settings_have_no_layouts(tmp_path: Path, kept: str) -> None:
    settings = Settings(tmp_path / "mine.ini")
    settings.keep("window/layouts", kept)
    settings.keep("window/hidden", "cost+everything")
    settings.keep("window/locked", kept)
    assert settings.layouts == {}
    assert settings.hidden == ("cost",)
    assert settings.panels_locked


def test_a_floating_panel_beyond_every_screen_is_brought_back(desk: Desk) -> None:
    desk.cost.setFloating(True)
    desk.cost.setGeometry(9000, 9000, 300, 200)
    desk.layouts.panels.bring_back()
    shown = desk.window.screen().availableGeometry()
    assert shown.contains(desk.cost.geometry())
