"""ClassTable: the classes of data, and how many examples there are of each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from core.datasets.finding import Found
from visualiser.data.found_words import class_name
from visualiser.number_format import count
from visualiser.widgets.focus_ring import FocusRing
from visualiser.widgets.labels import tabular

_ROW, _FONT = 22, 12
Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Classes(QAbstractTableModel):
    """A row for each class: its name, and its training and test examples."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: Found | None = None

    def show_found(self, found: Found) -> None:
        """Show the classes of this."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt has it)
        """How many classes there are."""
        return 0 if self._found is None or parent.isValid() else len(self._found.class_counts)

    def columnCount(self, _: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt has it)
        """Name, training examples, test examples."""
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell, and how."""
        if self._found is None:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column else _LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if column:
            return count(self._found.class_counts[row][column - 1])
        return class_name(self._found, row)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """What a column holds."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Class"), self.tr("to learn from"), self.tr("to test with"))[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                self.tr("What an example is; each class has an output neuron."),
                self.tr("Examples of this class that the network learns from."),
                self.tr("Examples of this class that the network never learns from."),
            )[section]
        return None


class ClassTable(QTableView):
    """The table, as high as its rows are: it scrolls with what it stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes = _Classes(self)
        self.setModel(self._classes)
        self.setAccessibleName(self.tr("Classes, and how many examples there are of each"))
        font = tabular(self.font())
        font.setPixelSize(_FONT)
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        FocusRing(self)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        # In line with what stands below them, where the application's style would move them aside.
        columns.setStyleSheet("QHeaderView, QHeaderView::section { padding: 0px 1px; }")
        columns.setFont(font)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_found(self, found: Found) -> None:
        """Show the classes of this."""
        self._classes.show_found(found)
        heading = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(heading + len(found.class_counts) * _ROW)

    def place_of(self, index: QModelIndex) -> QRect:
        """Where a cell is, in the table's own pixels."""
        seen = self.visualRect(index)
        return seen.translated(self.viewport().pos())
