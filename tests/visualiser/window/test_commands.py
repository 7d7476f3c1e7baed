"""Commands in a real window: menu, palette, keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from tests.visualiser.windows import OpenWindow, wait_at, wait_for_notice
from visualiser.commands.about_dialog import AboutDialog
from visualiser.commands.keys_dialog import KeysDialog
from visualiser.commands.palette import CommandPalette
from visualiser.commands.table import descriptions
from visualiser.main_window import MainWindow
from visualiser.settings import Settings


def menu_of(window: MainWindow) -> QMenu:
    opener = screen.button(window, "Menu")
    assert isinstance(opener, QToolButton)
    return opener.menu()


def test_a_key_opens_the_menu(window: MainWindow) -> None:
    menu = menu_of(window)
    seen: list[bool] = []

    def close() -> None:
        seen.append(menu.isVisible())
        menu.close()

    # It goes on only once the menu is closed.
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu, close))
    screen.key(window, Qt.Key.Key_F10)
    assert seen == [True]


def test_every_command_is_in_menu_and_palette(window: MainWindow) -> None:
    in_menu = {entry.objectName() for entry in screen.entries(menu_of(window))}
    offered = {one.id for one in descriptions()}
    assert offered <= in_menu
    screen.control_key(window, Qt.Key.Key_P, shift=True)
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    listed = {palette._found.action(palette._found.index(row)) for row in range(len(offered) - 1)}
    assert {action.objectName() for action in listed} == offered - {"palette"}


def test_every_entry_of_the_menu_says_what_comes_of_it(window: MainWindow) -> None:
    for menu in [menu_of(window), *menu_of(window).findChildren(QMenu)]:
        for entry in menu.actions():
            if entry.objectName() and not entry.isSeparator():
                assert menu.toolTipsVisible()
                assert entry.toolTip().startswith(entry.whatsThis())


def test_the_palette_takes_a_step(qtbot: QtBot, window: MainWindow) -> None:
    screen.control_key(window, Qt.Key.Key_P, shift=True)
    field = screen.named(window, QLineEdit, "Find a command")
    QTest.keyClicks(field, "step")
    screen.key(field, Qt.Key.Key_Return)
    wait_at(qtbot, window, 1)
    assert not field.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_two_keys_open_the_list_of_keys(window: MainWindow, key: Qt.Key) -> None:
    screen.key(window, key)
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    screen.key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_menu_opens_what_is_said_of_the_program(window: MainWindow) -> None:
    screen.choose(window, "Menu", "About this program …")
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    dialog.close()


def test_no_letter_typed_into_a_field_is_a_key_of_a_command(window: MainWindow) -> None:
    heard: list[str] = []
    for name, action in window._actions.items():
        action.triggered.connect(lambda _=False, name=name: heard.append(name))
    field = screen.named(window, QLineEdit, "Learning rate")
    field.setFocus()
    for action in window._actions.values():
        for key in action.shortcuts():
            pressed = key.toString()
            if len(pressed) == 1:
                QTest.keyClicks(field, pressed.lower())
    screen.key(field, *(Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End))
    assert heard == []
    # Elsewhere, they are.
    screen.key(window.network, Qt.Key.Key_L)
    assert heard == ["next_lines"]


def test_other_keys_hold_at_once_and_after_a_restart(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "keys.ini"
    kept = Settings(path)
    kept.keys = {"step": ("K",), "back": ("Ctrl+K",)}
    kept.save()
    window = open_window(settings=path)
    screen.key(window, Qt.Key.Key_Period)
    screen.key(window, Qt.Key.Key_K)
    wait_at(qtbot, window, 1)
    assert "Key: K" in screen.button(window, "Step").toolTip()
    window.commands.keymap.give("step", ("J",))
    screen.key(window, Qt.Key.Key_K)
    screen.key(window, Qt.Key.Key_J)
    wait_at(qtbot, window, 2)


def test_a_new_key_for_what_cannot_be_undone_is_told_why(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.keymap.give("undo", ("K",))
    screen.key(window, Qt.Key.Key_K)
    assert "nothing to undo" in wait_for_notice(qtbot, window)
    window.notice.hide()
    screen.control_key(window, Qt.Key.Key_Z)
    QApplication.processEvents()
    assert window.notice.text() == ""


def test_windows_of_their_own_have_the_same_keys(window: MainWindow) -> None:
    window.commands.keymap.give("results", ("K",))
    screen.key(window, Qt.Key.Key_B)
    browser = window.tools.browsing.browser
    assert browser is not None
    keys = {action.objectName(): action.shortcuts() for action in browser.actions()}
    assert keys["results"] == [QKeySequence("K")]
    window.commands.keymap.reset_all()
    assert keys.keys() == {"browse", "results", "over_the_run"}
    assert _action(browser.actions(), "results").shortcuts() == [QKeySequence("T")]


def _action(actions: list[QAction], name: str) -> QAction:
    return next(action for action in actions if action.objectName() == name)


def test_the_list_of_keys_opens_from_other_windows_too(window: MainWindow) -> None:
    screen.key(window, Qt.Key.Key_B)
    browser = window.tools.browsing.browser
    assert browser is not None
    browser.activateWindow()
    screen.key(browser, Qt.Key.Key_F1)
    assert window.findChild(KeysDialog) is not None


def test_a_tooltip_says_why_something_cannot_be_done(qtbot: QtBot, window: MainWindow) -> None:
    back = screen.button(window, "Step back")
    assert back.toolTip().endswith("Key: , or Left\nNo step has been taken yet.")
    screen.key(window, Qt.Key.Key_Period)
    wait_at(qtbot, window, 1)
    assert back.toolTip().endswith("Key: , or Left")
