"""The checks of the scenes notice what they are for."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser.scenes.painted import noted
from tests.visualiser.scenes.reading import narrow, said
from tests.visualiser.scenes.speaking import PSEUDO, spoken, untranslated
from tests.visualiser.scenes.table import SCENES
from tools.translating.__main__ import ROOT
from visualiser.languages import ENGLISH

Paint = Callable[[QPainter], None]


class Sheet(QWidget):
    """Painted by hand."""

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self.resize(100, 40)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)
        painter.end()


@pytest.mark.parametrize(
    ("paint", "is_cut"),
    [
        (lambda painter: painter.drawText(5, 20, "short"), False),
        (lambda painter: painter.drawText(5, 20, "longer than the sheet is wide"), True),
        (lambda painter: painter.drawText(-10, 20, "short"), True),
        (lambda painter: painter.drawText(QRect(5, 5, 90, 30), 0, "short"), False),
        (lambda painter: painter.drawText(QRect(5, 5, 12, 30), 0, "short"), True),
        (lambda painter: painter.drawText(QRect(5, 5, 90, 5), 0, "short"), True),
    ],
)
def test_a_painted_text_that_is_cut_off_is_found(qtbot: QtBot, paint: Paint, is_cut: bool) -> None:
    sheet = Sheet(paint)
    qtbot.addWidget(sheet)
    with noted() as found:
        sheet.grab()
    assert [bool(one.cut) for one in found] == [is_cut]


def test_boxes_fields_and_titles_that_are_too_narrow_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, field, table = QComboBox(window), QLineEdit(window), QTableWidget(1, 1, window)
    box.addItem("a long entry")
    field.setPlaceholderText("a long hint")
    table.setHorizontalHeaderLabels(["a long title"])
    window.resize(400, 400)
    window.show()
    for part in (box, field):
        part.resize(300, 30)
    table.setColumnWidth(0, 200)
    assert narrow(window) == []
    for part in (box, field):
        part.resize(40, 30)
    table.setColumnWidth(0, 40)
    assert [text.split()[0] for text in narrow(window)] == ["QComboBox", "QLineEdit", "QHeaderView"]


def test_a_text_that_went_past_the_translator_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with spoken(PSEUDO):
        label, button = QLabel("Hello", window), QPushButton(window.tr("Save as …"), window)
    label.setToolTip("<b>Why</b> not")
    button.setAccessibleName("Save")
    window.show()
    words = [word for text in said(window) for word in untranslated(text)]
    assert sorted(words) == ["Hello", "Save", "Why", "not"]
    with spoken(ENGLISH):
        assert window.tr("Save") == "Save"


# Those that a scene opens by way of something else.
BY_OTHERS = {
    "CostMenu": "menu of the cost plot",
    "KeysDialog": "keys",
    "NumberMenu": "bar and menus",
    "OptionsPanel": "network, options",
}


OPENED = {"QDialog", "QMenu", "QMessageBox", "ToolWindow", "AskingWindow"}


def test_every_panel_dialog_window_and_menu_is_in_a_scene() -> None:
    table = (Path(__file__).parent / "table.py").read_text("utf-8")
    files = (ROOT / "visualiser").rglob("*.py")
    found = {name for file in files for name in _opened(ast.parse(file.read_text("utf-8")))}
    assert len(found) > 20
    assert {name for name in found if f"{name}(" not in table} == set(BY_OTHERS)
    assert set(BY_OTHERS.values()) <= set(SCENES)


def _opened(module: ast.Module) -> Iterator[str]:
    """The names of the classes that are opened by themselves."""
    for one in module.body:
        if isinstance(one, ast.ClassDef):
            bases = {base.id for base in one.bases if isinstance(base, ast.Name)}
            is_panel = one.name.endswith("Panel") and any(base.startswith("Q") for base in bases)
            is_opened = is_panel or bases & OPENED
            # What others derive from is not opened itself.
            if is_opened and one.name not in OPENED:
                yield one.name
