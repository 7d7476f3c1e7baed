"""The field for a set-up says at once what a text is, or what is wrong with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from visualiser.sharing.dialog import PasteDialog
from visualiser.sharing.set_up import SetUp


@pytest.fixture
def dialog(qtbot: QtBot) -> PasteDialog:
    made = PasteDialog()
    qtbot.addWidget(made)
    return made


def field(dialog: PasteDialog) -> QPlainTextEdit:
    return screen.named(dialog, QPlainTextEdit, "Text of the set-up")


def test_it_says_what_the_text_tells_of_and_enter_begins_it(dialog: PasteDialog) -> None:
    chosen: list[SetUp] = []
    dialog.chosen.connect(chosen.append)
    dialog.open_with("nnv1:layers=64-8-10;activation=tanh;seed=3;step=1200")
    said = screen.text(dialog)
    assert "64-8-10" in said
    assert "tanh" in said
    assert "1,200 steps" in said
    screen.key(field(dialog), Qt.Key.Key_Return)
    assert [one.settings.seed for one in chosen] == [3]
    assert dialog.isHidden()


def test_without_a_text_and_with_a_wrong_one_nothing_can_begin(dialog: PasteDialog) -> None:
    dialog.open_with("")
    begin = screen.button(dialog, "Begin this run")
    assert not begin.isEnabled()
    field(dialog).setPlainText("nnv1:layers=64-x")
    assert "“layers=64-x” in the set-up is no list" in screen.text(dialog)
    assert not begin.isEnabled()
    screen.key(field(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()
    field(dialog).setPlainText("nnv1:")
    assert begin.isEnabled()
    screen.press(dialog, "Cancel")


def test_markup_in_a_text_is_shown_and_not_obeyed(dialog: PasteDialog) -> None:
    dialog.open_with("<b>nnv1:</b>")
    assert "“<b>nnv1:</b>” is no set-up" in screen.text(dialog)
    dialog.close()
