"""RowsModel: rows of cells, some of which lead somewhere, for a `SmallTable`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from visualiser.widgets.formula_name import FormulaName

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """What stands in a cell.

    Attributes
    ----------
    text : str
    tip : str
        The tooltip.
    colour : str
        One of the names of a `Theme`'s colours.
    name : FormulaName or None
        Drawn in place of the text.
    bar : float or None
        Drawn in place of the text: its length as a share of the column's width, 0 to 1.
    """

    text: str = ""
    tip: str = ""
    colour: str = "text"
    name: FormulaName | None = None
    bar: float | None = None


@dataclass(frozen=True)
class Row:
    """A row, and whether it leads somewhere."""

    cells: tuple[Cell, ...]
    leads: bool = True


class RowsModel(QAbstractTableModel):
    """Rows under headings, whose texts stand at the right or, as told by a letter, the left."""

    def __init__(
        self, headings: Sequence[Cell], aligned: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._sides = tuple(_RIGHT if letter == "r" else _LEFT for letter in aligned)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        if tuple(rows) == self._rows:
            return
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
            return
        self._rows = tuple(rows)
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headings) - 1))

    def cells(self, column: int) -> list[Cell]:
        """What stands in a column, its heading first."""
        return [self._headings[column], *(row.cells[column] for row in self._rows)]

    def cell(self, index: Index) -> Cell:
        """What stands there."""
        return self._rows[index.row()].cells[index.column()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether the keyboard stops there."""
        if not index.isValid() or not self._rows[index.row()].leads:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def side(self, column: int) -> Qt.AlignmentFlag:
        """At which side of a column its texts stand."""
        return self._sides[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text or explanation."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        is_told = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
        return self.cell(index).tip if is_told else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a heading or its explanation."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section].text
        return self._headings[section].tip if role == Qt.ItemDataRole.ToolTipRole else None
