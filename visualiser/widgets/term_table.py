"""TermTable: weights of a neuron as numbers, with bars for W·a."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from visualiser.ledger import Terms
from visualiser.number_format import fixed, significant
from visualiser.theme import DARK, Theme
from visualiser.widgets.labels import tabular

_Index = QModelIndex | QPersistentModelIndex
ORIGIN, WEIGHT, INPUT, BAR, TERM, GRADIENT = range(6)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW_HEIGHT = 19
_LEAST_HEIGHT = 150
# What a cell keeps free beside its text, and the most that a number gets: −1000.0000.
_PADDING, _WIDEST = 8, 76
_WIDTHS = {ORIGIN: 50, WEIGHT: 55, INPUT: 55, BAR: 60, TERM: 55, GRADIENT: 78}


class TermModel(QAbstractTableModel):
    """A ledger as a table; only what is visible is ever turned into text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = DARK
        self._ledger: Terms | None = None
        self._name: Callable[[int], str] = str
        self._origin_title = ""

    def show(self, ledger: Terms, name: Callable[[int], str], title: str) -> None:
        """Show this ledger.

        ``name`` tells a neuron of the other layer by its index, ``title`` what such a name is.
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
        """The neuron of the other layer in a row."""
        return -1 if self._ledger is None else int(self._ledger.origins[row])

    def widest(self, column: int) -> str:
        """The text of W, a or W·a that needs the most room."""
        if self._ledger is None:
            return ""
        values = {
            WEIGHT: self._ledger.weights,
            INPUT: self._ledger.inputs,
            TERM: self._ledger.terms,
        }
        largest = float(np.abs(np.nan_to_num(values[column])).max())
        return fixed(-largest)

    def term_share(self, row: int) -> float:
        """A row's W·a as a share of the largest, −1 to 1."""
        if self._ledger is None:
            return 0.0
        largest = abs(float(self._ledger.terms[0]))
        return float(self._ledger.terms[row]) / largest if largest > 0 else 0.0

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return one row a term."""
        if self._ledger is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._ledger.origins)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else 6

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, alignment or colour."""
        if self._ledger is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._ledger, index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(self._ledger, index.row(), index.column())
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
            return _RIGHT
        names = (self._origin_title, "W", "a", "", "W·a", "∂C/∂W")
        tips = (
            self.tr("The neuron of the layer before; a pixel by its row and column."),
            self.tr("The weight of the connection from there."),
            self.tr("The activation of that neuron."),
            self.tr("W·a: blue raises S, orange lowers it."),
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
                return fixed(float(ledger.weights[row]), sign=True)
            case 2:
                return fixed(float(ledger.inputs[row]))
            case 4:
                return fixed(float(ledger.terms[row]), sign=True)
            case 5:
                return significant(float(ledger.gradients[row]))
        return ""

    def _colour(self, ledger: Terms, row: int, column: int) -> QColor:
        values = {WEIGHT: ledger.weights, TERM: ledger.terms, GRADIENT: ledger.gradients}
        if column not in values:
            return self.theme.colour("secondary" if column == ORIGIN else "text")
        value = float(values[column][row])
        if value == 0:
            return self.theme.colour("secondary")
        return self.theme.colour("positive" if value > 0 else "negative")


class TermTable(QTableView):
    """The table of a ledger's terms.

    Parameters
    ----------
    parent : QWidget or None
    terms : TermModel or None
        What it shows; None for a table of incoming weights.

    Signals
    -------
    origin_chosen (int)
        A row was double-clicked or Enter was pressed on it.
    """

    origin_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, terms: TermModel | None = None) -> None:
        super().__init__(parent)
        self.terms = terms or TermModel()
        self.terms.setParent(self)
        self.setModel(self.terms)
        self.setAccessibleName(self.tr("Incoming weights"))
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setFont(_small(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setItemDelegateForColumn(BAR, _BarDelegate(self))
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        columns = self.horizontalHeader()
        columns.setMinimumSectionSize(16)
        columns.setHighlightSections(False)
        columns.setFont(_small(self))
        for column, width in _WIDTHS.items():
            columns.resizeSection(column, width)
        columns.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.terms.theme = theme
        self.viewport().update()

    def fit_rows(self) -> None:
        """Take no more room than the rows need, and give numbers what they need."""
        for column in (WEIGHT, INPUT, TERM):
            needed = self.fontMetrics().horizontalAdvance(self.terms.widest(column)) + _PADDING
            width = min(max(needed, _WIDTHS[column]), _WIDEST)
            if self.columnWidth(column) != width:
                self.horizontalHeader().resizeSection(column, width)
        rows = self.terms.rowCount() * _ROW_HEIGHT
        self.setMaximumHeight(max(rows + self.horizontalHeader().height() + 4, _LEAST_HEIGHT))

    def fit_all_rows(self) -> None:
        """Take the room that the rows need, no more and no less; as `fit_rows` otherwise."""
        self.fit_rows()
        rows = self.terms.rowCount() * _ROW_HEIGHT
        self.setFixedHeight(rows + self.horizontalHeader().height() + 4)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.origin_chosen.emit(self.terms.origin(index.row()))


class _BarDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, TermModel):
            return
        box: QRectF = QRectF(option.rect)
        share = model.term_share(index.row())
        if share == 0:
            return
        middle = box.center().x()
        width = (box.width() / 2 - 4) * abs(share)
        left = middle if share > 0 else middle - width
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(model.theme.colour("positive" if share > 0 else "negative"))
        painter.drawRoundedRect(QRectF(left, box.center().y() - 3, max(width, 1.0), 6), 1.5, 1.5)


def _small(widget: QWidget) -> Any:
    font = tabular(widget.font())
    font.setPixelSize(11)
    return font
