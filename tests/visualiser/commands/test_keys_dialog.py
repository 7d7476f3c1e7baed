"""The list of keys, and how other keys are chosen there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from tests.visualiser import screen
from tests.visualiser.commands.conftest import Desk
from tests.visualiser.longer import longer_texts
from visualiser import theme as themes
from visualiser.commands.fixed_keys import places
from visualiser.commands.key_field import KeyField
from visualiser.commands.key_text import portable
from visualiser.commands.keymap import Keymap
from visualiser.commands.keys_dialog import KeysDialog
from visualiser.commands.table import descriptions
from visualiser.settings import Settings


def opened(desk: Desk, key: Qt.Key = Qt.Key.Key_F1) -> KeysDialog:
    screen.key(desk.window, key)
    dialog = desk.window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    assert dialog.isVisible()
    return dialog


def tree(dialog: KeysDialog) -> QTreeWidget:
    return dialog.findChildren(QTreeWidget)[0]


def shown(dialog: KeysDialog) -> list[QTreeWidgetItem]:
    """The rows that are seen, headings left out."""
    found = tree(dialog)
    items = [found.topLevelItem(place) for place in range(found.topLevelItemCount())]
    return [item for item in items if item is not None and not (item.isHidden() or is_head(item))]


def is_head(item: QTreeWidgetItem) -> bool:
    """Whether a row is the heading of others."""
    return Qt.ItemFlag.ItemIsEnabled not in item.flags()


def row(dialog: KeysDialog, title: str) -> QTreeWidgetItem:
    return next(item for item in shown(dialog) if item.text(0) == title)


def search(dialog: KeysDialog, typed: str) -> None:
    field = screen.named(dialog, QLineEdit, "Search for a command or a key")
    screen.control_key(field, Qt.Key.Key_A)
    QTest.keyClicks(field, typed)


def press_for(dialog: KeysDialog, title: str, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Choose a command, press Enter, and the key for it."""
    tree(dialog).setCurrentItem(row(dialog, title))
    screen.key(tree(dialog), Qt.Key.Key_Return)
    assert has_focus(dialog, dialog.findChildren(KeyField)[0])
    QTest.keyClick(dialog.focusWidget(), key, held)


def has_focus(dialog: KeysDialog, widget: QWidget) -> bool:
    """Whether keys that are pressed in the dialog reach a widget, or a part of it."""
    focused = dialog.focusWidget()
    return focused is widget or widget.isAncestorOf(focused)


PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
FIT = "Show the whole network"


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_it_lists_every_command_and_every_other_key(desk: Desk, key: Qt.Key) -> None:
    dialog = opened(desk, key)
    titles = [item.text(0) for item in shown(dialog)]
    assert [title for title in titles if title in {one.title for one in descriptions()}] == [
        one.title for one in descriptions()
    ]
    for place in places():
        for one in place.keys:
            assert one.does in titles
            assert all(portable(key) == key for key in one.keys)
    assert row(dialog, "Step").text(1) == ". or Right"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("whole net", [FIT]),
        ("ctrl+o", ["Open …"]),
        ("over answer", ["The answer over the run …"]),
        ("stroke last", ["Take the last stroke back."]),
    ],
)
def test_it_is_searched_by_words_and_by_keys(desk: Desk, typed: str, found: list[str]) -> None:
    dialog = opened(desk)
    search(dialog, typed)
    assert [item.text(0) for item in shown(dialog)] == found
    search(dialog, "qqqq")
    assert shown(dialog) == []
    assert "Nothing is called so" in screen.texts(dialog)


def test_pressing_new_keys_changes_them_at_once(desk: Desk) -> None:
    dialog = opened(desk)
    press_for(dialog, FIT, Qt.Key.Key_K, PLAIN)
    assert row(dialog, FIT).text(1) == "K"
    assert f"From now on, press K for “{FIT}”." in screen.texts(dialog)
    assert has_focus(dialog, tree(dialog))
    screen.key(desk.window, Qt.Key.Key_F)
    assert desk.done == []
    screen.key(desk.window, Qt.Key.Key_K)
    assert desk.done == ["fit"]


def test_they_are_there_again_at_the_next_start(desk: Desk) -> None:
    press_for(opened(desk), FIT, Qt.Key.Key_J, CONTROL)
    desk.settings.save()
    again = Keymap(Settings(Path(desk.settings.file)))
    assert again.keys("fit") == ("Ctrl+J",)


def test_other_keys_can_be_kept(desk: Desk) -> None:
    dialog = opened(desk)
    box = dialog.findChildren(QCheckBox)[0]
    box.setChecked(True)
    press_for(dialog, FIT, Qt.Key.Key_K, PLAIN)
    assert row(dialog, FIT).text(1) == "F or K"


def test_a_key_of_another_command_is_asked_about(desk: Desk) -> None:
    dialog = opened(desk)
    press_for(dialog, FIT, Qt.Key.Key_Space, PLAIN)
    assert "Space is a key of “Play”." in screen.texts(dialog)
    assert row(dialog, FIT).text(1) == "F"
    screen.press(dialog, "Leave it")
    assert (row(dialog, FIT).text(1), row(dialog, "Play").text(1)) == ("F", "Space")
    assert "Space is a key of “Play”." not in screen.texts(dialog)
    press_for(dialog, FIT, Qt.Key.Key_Space, PLAIN)
    assert has_focus(dialog, screen.button(dialog, "Take it"))
    screen.key(screen.button(dialog, "Take it"), Qt.Key.Key_Return)
    assert (row(dialog, FIT).text(1), row(dialog, "Play").text(1)) == ("Space", "")
    screen.key(desk.window, Qt.Key.Key_Space)
    assert desk.done == ["fit"]


def test_resetting_one_and_all(desk: Desk) -> None:
    dialog = opened(desk)
    assert not screen.button(dialog, "Reset").isEnabled()
    assert not screen.button(dialog, "Reset all keys").isEnabled()
    press_for(dialog, FIT, Qt.Key.Key_Space, PLAIN)
    screen.press(dialog, "Take it")
    tree(dialog).setCurrentItem(row(dialog, "Play"))
    screen.press(dialog, "Reset")
    assert f"Space stays with “{FIT}”, which was given it." in screen.texts(dialog)
    tree(dialog).setCurrentItem(row(dialog, FIT))
    screen.press(dialog, "Reset")
    assert (row(dialog, FIT).text(1), row(dialog, "Play").text(1)) == ("F", "Space")
    screen.press(dialog, "No keys")
    assert row(dialog, FIT).text(1) == ""
    assert not screen.button(dialog, "No keys").isEnabled()
    screen.press(dialog, "Reset all keys")
    assert row(dialog, FIT).text(1) == "F"
    assert desk.settings.keys == {}


def test_keys_that_have_a_use_everywhere_are_refused(desk: Desk) -> None:
    dialog = opened(desk)
    press_for(dialog, FIT, Qt.Key.Key_Up, PLAIN)
    assert any("has a use of its own" in text for text in screen.texts(dialog))
    assert row(dialog, FIT).text(1) == "F"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_the_field_can_be_left_by_key(desk: Desk, key: Qt.Key) -> None:
    dialog = opened(desk)
    press_for(dialog, FIT, key, PLAIN)
    assert not has_focus(dialog, dialog.findChildren(KeyField)[0])
    assert dialog.isVisible()
    assert row(dialog, FIT).text(1) == "F"


def test_fixed_keys_cannot_be_changed(desk: Desk) -> None:
    dialog = opened(desk)
    tree(dialog).setCurrentItem(row(dialog, "Zoom in or out, about the selected neuron."))
    assert not dialog.findChildren(KeyField)[0].isEnabled()
    assert not screen.button(dialog, "No keys").isEnabled()
    assert any("cannot be changed" in text for text in screen.texts(dialog))


def test_arrows_walk_past_the_headings(desk: Desk) -> None:
    dialog = opened(desk)
    first = [item.text(0) for item in shown(dialog)][:20]
    screen.key(screen.named(dialog, QLineEdit, "Search for a command or a key"), Qt.Key.Key_Down)
    met = []
    for _ in first:
        present = tree(dialog).currentItem()
        assert present is not None
        met.append(present.text(0))
        screen.key(tree(dialog), Qt.Key.Key_Down)
    assert met == first


def test_everything_has_a_name_a_tooltip_and_room(desk: Desk) -> None:
    themes.dress(themes.LIGHT)
    with longer_texts():
        dialog = opened(desk)
        dialog.close()
        dialog = KeysDialog(desk.tools.keymap, desk.window)
    dialog.show()
    QApplication.processEvents()
    kinds = QAbstractButton | QLineEdit | QTreeWidget | QLabel
    parts: list[QWidget] = [
        one
        for one in dialog.findChildren(QWidget)
        if isinstance(one, kinds) and one.isVisible() and not one.objectName().startswith("qt_")
    ]
    for one in parts:
        if not isinstance(one.parentWidget(), QLineEdit | KeyField):
            assert one.toolTip(), one
        if isinstance(one, QAbstractButton):
            assert one.width() >= one.minimumSizeHint().width()
    dialog.close()
