"""A table as CSV: into the clipboard, or into a file that the user names."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QIODevice, QObject, QSaveFile, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import UserError
from visualiser.errors import sentence
from visualiser.number_format import all_digits
from visualiser.widgets.copying import copy

_ENDING = "csv"
Cell = str | int | float


@dataclass(frozen=True)
class Table:
    """A table to take away.

    Attributes
    ----------
    header : sequence of str
        The name of each column.
    rows : sequence of sequence of str, int or float
        Numbers are written in full precision, with a decimal point.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def csv(self) -> str:
        """All of it as RFC 4180 wants it: commas, lines that end in CR LF, quotes where needed."""
        return self._written((self.header, *self.rows), ",", "\r\n")

    def tabbed(self) -> str:
        """The rows alone, with tabs between cells: what spreadsheets paste."""
        return self._written(self.rows, "\t", "\n")

    def save(self, path: Path) -> None:
        """Write it into a CSV file, encoded as UTF-8; on failure, what was there stays there.

        Raises
        ------
        UserError
            Where the file cannot be written.
        """
        data = QByteArray(self.csv().encode())
        file = QSaveFile(str(path))
        # A folder that allows no new file may hold one that can be overwritten.
        file.setDirectWriteFallback(True)
        is_open = file.open(QIODevice.OpenModeFlag.WriteOnly)
        if not (is_open and file.write(data) == data.size() and file.commit()):
            raise UserError(
                "The table cannot be written to {path}; choose another place or name.", path=path
            )

    @staticmethod
    def _written(rows: Sequence[Sequence[Cell]], separator: str, end: str) -> str:
        text = io.StringIO()
        writer = csv.writer(text, delimiter=separator, lineterminator=end)
        writer.writerows([_cell(cell) for cell in row] for row in rows)
        return text.getvalue()


class TableExport(QObject):
    """Copies and saves a table that a widget shows.

    Parameters
    ----------
    table : callable
        The table as it is now, asked for when it is to be taken away.
    name : str
        What its file is called at first, without an ending.
    parent : QWidget
        The widget that shows it.

    Signals
    -------
    told (str, bool)
        A sentence about what was saved, or, with True, about what went wrong.
    """

    told = Signal(str, bool)

    def __init__(self, table: Callable[[], Table], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._name = name
        self._widget = parent

    def entries(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """What a context menu offers: titles, and what they do."""
        return (
            (self.tr("Copy the table as CSV"), self.copy),
            (self.tr("Save the table as CSV …"), self.save),
        )

    def copy(self) -> None:
        """Copy all of it."""
        copy(self._table().csv())

    def save(self) -> None:
        """Ask for a file, and write into it the table as it is now."""
        # While the question stands, training may go on.
        table = self._table()
        dialog = QFileDialog(self._widget, self.tr("Save the table"), "", self.tr("Tables (*.csv)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_ENDING)
        dialog.selectFile(f"{self._name}.{_ENDING}")
        dialog.fileSelected.connect(lambda name: self._write(table, Path(name)))
        dialog.open()

    def _write(self, table: Table, path: Path) -> None:
        try:
            table.save(path)
        except UserError as error:
            self.told.emit(sentence(error), True)
        else:
            self.told.emit(self.tr("The table is saved as {path}.").format(path=path), False)


def _cell(cell: Cell) -> str:
    return all_digits(cell) if isinstance(cell, float) else str(cell)
