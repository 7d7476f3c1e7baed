"""TermModel: every incoming weight of a neuron as a table of numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from visualiser.ledger import Terms
from visualiser.number_format import all_digits, fixed, significant, style
from visualiser.theme import DARK, Theme
from visualiser.widgets.csv_table import Cell, Table

Index = QModelIndex | QPersistentModelIndex
ORIGIN, WEIGHT, INPUT, BAR, TERM, GRADIENT = range(6)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# From this size on a number is written with so many digits and a power of ten; and the most
# digits of a gradient.
_LARGE, _LARGE_DIGITS, _MOST_DIGITS = 1e8, 4, 5
# Numbers of these columns that take much room.
_LONG_LARGE, _LONG_GRADIENT = 8.888888e38, 0.0008888888

# What the columns of numbers are called.
_COLUMNS = {WEIGHT: "W", INPUT: "a", TERM: "W·a", GRADIENT: "∂C/∂W"}


class TermModel(QAbstractTableModel):
    """A ledger as a table; only what is visible is ever turned into text.

    Attributes
    ----------
    theme : Theme
    decimals : int
        With which W, a and W·a are written.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = DARK
        self._ledger: Terms | None = None
        self._name: Callable[[int], str] = str
        self._origin_title = ""
        self.decimals = style().decimals

    def show(self, ledger: Terms, name: Callable[[int], str], title: str) -> None:
        """Show this ledger.

        ``name`` tells a neuron of the layer before by its index, ``title`` what such a name is.
        """
        if title != self._origin_title:
            self._origin_title = title
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, ORIGIN, ORIGIN)
        is_same_size = self._ledger is not None and len(self._ledger.origins) == len(ledger.origins)
        if is_same_size:
            self._ledger, self._name = ledger, name
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self._ledger, self._name = ledger, name
            self.endResetModel()

    def origin(self, row: int) -> int:
        """The neuron of the layer before in a row."""
        return -1 if self._ledger is None else int(self._ledger.origins[row])

    def longest(self, column: int, decimals: int) -> tuple[str, ...]:
        """Texts of a column of which one needs the most room, with so many decimals."""
        if self._ledger is None:
            return ()
        if column == ORIGIN:
            return (self._name(len(self._ledger.origins) - 1),)
        if column == GRADIENT:
            sizes = np.abs(self._ledger.gradients)
            least = float(sizes.min(initial=1, where=sizes > 0))
            samples = (-least, -_LONG_GRADIENT)
            return tuple(significant(value, _gradient_digits()) for value in samples)
        values = {
            WEIGHT: self._ledger.weights,
            INPUT: self._ledger.inputs,
            TERM: self._ledger.terms,
        }
        sizes = np.abs(np.nan_to_num(values[column], posinf=0, neginf=0))
        large = sizes >= _LARGE
        small = _written(-float(sizes.max(initial=0, where=~large)), decimals)
        return (small, significant(-_LONG_LARGE, _LARGE_DIGITS)) if large.any() else (small,)

    def table(self) -> Table:
        """All of it, to be taken away."""
        header = (self._origin_title, *_COLUMNS.values())
        return Table(header, self.rows(range(self.rowCount())))

    def rows(self, places: Iterable[int]) -> list[list[Cell]]:
        """Some rows: the neuron of the layer before, W, a, W·a and ∂C/∂W."""
        ledger = self._ledger
        if ledger is None:
            return []
        arrays = (ledger.weights, ledger.inputs, ledger.terms, ledger.gradients)
        columns = [array.tolist() for array in arrays]
        return [
            [self._name(int(ledger.origins[row])), *(column[row] for column in columns)]
            for row in places
        ]

    def term_share(self, row: int) -> float:
        """A row's W·a as a share of the largest, −1 to 1."""
        if self._ledger is None:
            return 0.0
        largest = abs(float(self._ledger.terms[0]))
        return float(self._ledger.terms[row]) / largest if largest > 0 else 0.0

    def rowCount(self, parent: Index | None = None) -> int:
        """Return one row a term."""
        if self._ledger is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._ledger.origins)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else 6

    def cell(self, row: int, column: int) -> tuple[str, QColor]:
        """What stands in a cell, and in which colour."""
        ledger = self._ledger
        if ledger is None:
            return "", self.theme.colour("text")
        return self._text(ledger, row, column), self._colour(ledger, row, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, alignment, colour or tooltip."""
        ledger, row, column = self._ledger, index.row(), index.column()
        if ledger is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(ledger, row, column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(ledger, row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's name, alignment or explanation."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT
        names = (self._origin_title, "W", "a", "", "W·a", "∂C/∂W")
        tips = (
            self.tr("The neuron of the layer before; a pixel by its row and column."),
            self.tr("The weight of the connection from there."),
            self.tr("The activation of that neuron."),
            self.tr("W·a: {positive} raises S, {negative} lowers it.").format(**self.theme.words),
            self.tr("What this neuron adds to S."),
            self.tr("How much C of the next mini-batch rises with W."),
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return names[section]
        return tips[section] if role == Qt.ItemDataRole.ToolTipRole else None

    def _text(self, ledger: Terms, row: int, column: int) -> str:
        match column:
            case 0:
                return self._name(int(ledger.origins[row]))
            case 1:
                return _written(float(ledger.weights[row]), self.decimals, sign=True)
            case 2:
                return _written(float(ledger.inputs[row]), self.decimals)
            case 4:
                return _written(float(ledger.terms[row]), self.decimals, sign=True)
            case 5:
                return significant(float(ledger.gradients[row]), _gradient_digits())
        return ""

    def _tip(self, row: int, column: int) -> str:
        """The number with all its digits."""
        if column not in _COLUMNS:
            return ""
        value = self.rows([row])[0][1 + list(_COLUMNS).index(column)]
        return self.tr("{name} = {number}").format(
            name=_COLUMNS[column], number=all_digits(float(value))
        )

    def _colour(self, ledger: Terms, row: int, column: int) -> QColor:
        values = {WEIGHT: ledger.weights, TERM: ledger.terms, GRADIENT: ledger.gradients}
        if column not in values:
            return self.theme.colour("secondary" if column == ORIGIN else "text")
        value = float(values[column][row])
        if value == 0:
            return self.theme.colour("secondary")
        return self.theme.colour("positive" if value > 0 else "negative")


def _written(value: float, decimals: int, sign: bool = False) -> str:
    """A number of a column: what is too large for one is written with a power of ten."""
    if math.isfinite(value) and abs(value) >= _LARGE:
        return significant(value, _LARGE_DIGITS, sign)
    return fixed(value, decimals, sign)


def _gradient_digits() -> int:
    return min(style().digits, _MOST_DIGITS)
