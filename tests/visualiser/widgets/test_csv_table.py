"""Tables taken away: what another program reads is what was there, to the last bit."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UserError
from visualiser.number_format import NumberStyle, use
from visualiser.widgets.csv_table import Table, TableExport

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
rows = st.lists(
    st.tuples(words, st.integers(), st.floats(width=32, allow_nan=False)), min_size=1, max_size=6
)


@settings(deadline=None)
@given(st.tuples(words, words, words), rows)
def test_it_is_read_again_to_the_last_bit(
    header: tuple[str, ...], rows: list[tuple[str, int, float]]
) -> None:
    use(NumberStyle(2, ","))
    text = Table(header, rows).csv()
    first, *others = csv.reader(io.StringIO(text, newline=""))
    assert tuple(first) == header
    assert [(name, int(whole), float(np.float32(number))) for name, whole, number in others] == rows


def test_it_is_as_the_standard_has_it() -> None:
    table = Table(("row, col", "W"), [("1, 2", 0.5), ('the "first"', -2.0)])
    assert table.csv() == '"row, col",W\r\n"1, 2",0.5\r\n"the ""first""",-2.0\r\n'
    assert table.tabbed() == '1, 2\t0.5\n"the ""first"""\t-2.0\n'


def test_what_cannot_be_written_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        Table(("W",), [(0.5,)]).save(tmp_path / "nowhere" / "terms.csv")
    with pytest.raises(UserError):
        Table(("W",), [(0.5,)]).save(tmp_path)


class Saving:
    """A widget with a table, and what is told of it."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self.export = TableExport(lambda: Table(("W",), [(0.1,)]), "terms", widget)
        self.told: list[tuple[str, bool]] = []
        self.export.told.connect(lambda sentence, failed: self.told.append((sentence, failed)))

    def save_as(self, path: Path) -> None:
        self.export.save()
        dialog = self.widget.findChildren(QFileDialog)[0]
        field = dialog.findChildren(QLineEdit)[0]
        assert field.text() == "terms.csv"
        field.setText(str(path))
        dialog.accept()
        QApplication.processEvents()


@pytest.fixture
def saving(qtbot: QtBot) -> Saving:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return Saving(widget)


def test_the_file_is_asked_for_and_has_its_ending(saving: Saving, tmp_path: Path) -> None:
    saving.save_as(tmp_path / "mine")
    assert (tmp_path / "mine.csv").read_bytes() == b"W\r\n0.1\r\n"
    assert saving.told == [(f"The table is saved as {tmp_path / 'mine.csv'}.", False)]


def test_a_failure_is_one_sentence(
    saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise UserError("The table cannot be written to {path}.", path="there")

    monkeypatch.setattr(Table, "save", fail)
    saving.save_as(tmp_path / "mine.csv")
    assert saving.told == [("The table cannot be written to there.", True)]


def test_all_of_it_is_copied(saving: Saving) -> None:
    dict(saving.export.entries())["Copy the table as CSV"]()
    assert QApplication.clipboard().text().splitlines() == ["W", "0.1"]
