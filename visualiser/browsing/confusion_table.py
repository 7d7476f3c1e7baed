"""ConfusionTable: how many examples of each class are read as each."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.parameters import IntArray
from visualiser.browsing.knowledge import Known
from visualiser.browsing.sieve import Wish
from visualiser.browsing.words import as_tip, class_name
from visualiser.number_format import count, percent
from visualiser.theme import DARK, Theme, mixed
from visualiser.training.messages import RunDescription
from visualiser.widgets.over_data_rows import write

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
# What the delegate needs beside the text: a share from 0 to 1, and what kind of cell it is.
SHARE, KIND = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_ROW, _NARROWEST, _WIDEST, _BAR, _TOTAL = 28, 30, 64, 118, 64
# Of a row: a longer one is cut, and stands in full in its tooltip.
_WIDEST_NAME = 200
_BARS = 0


class ConfusionModel(QAbstractTableModel):
    """A row for each true class and one for all; a bar, a column for each answer, and one for all.

    Every count is of the examples of a split.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._description: RunDescription | None = None
        self._counts: IntArray = np.zeros((0, 0), np.int64)

    def show(self, description: RunDescription, known: Known | None) -> None:
        """Show this."""
        counts = np.zeros((0, 0), np.int64) if known is None else known.judged.confusion
        is_as_large = counts.shape == self._counts.shape and description is self._description
        if not is_as_large:
            self.beginResetModel()
        self._description, self._counts = description, counts
        if not is_as_large:
            self.endResetModel()
        elif len(counts):
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """A row for each class, and one for all."""
        return 0 if parent.isValid() or not len(self._counts) else len(self._counts) + 1

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """The bar, a column for each class, and one for all."""
        return 0 if parent.isValid() or not len(self._counts) else len(self._counts) + 2

    def wish(self, index: _Index) -> Wish:
        """Which examples are counted in a cell."""
        row, column = index.row(), index.column() - 1
        label = row if row < len(self._counts) else None
        answer = column if 0 <= column < len(self._counts) else None
        return Wish(label, answer, "right" if column < 0 else "all")

    def name(self, place: int) -> str:
        """What the class of that number is called; after the last one, all of them."""
        if self._description is None or place >= len(self._counts):
            return self.tr("all")
        return class_name(self._description, place)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Names of classes."""
        is_row = orientation == Qt.Orientation.Vertical
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._header_told(section, is_row)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if is_row:
            return self.name(section)
        return self.tr("read right") if section == _BARS else self.name(section - 1)

    def _header_told(self, section: int, is_row: bool) -> str:
        """What a row or column is of, with its name in full."""
        place = section if is_row else section - 1
        if not 0 <= place < len(self._counts):
            if is_row:
                return self.tr("Each row holds the examples of one true class.")
            return self.tr("Each column holds what is read as one class.")
        if is_row:
            text = self.tr("{name}: this row holds the examples of that true class.")
        else:
            text = self.tr("{name}: this column holds what is read as that class.")
        return text.format(name=self.name(place))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell, and how it is told."""
        row, column = index.row(), index.column() - 1
        if column < 0:
            return self._bar(row, role)
        number, total = self._number(row, column), self._number(row, len(self._counts))
        if role == Qt.ItemDataRole.DisplayRole:
            return count(number) if number else "·"
        if role == SHARE:
            return number / total if total else 0.0
        if role == KIND:
            is_total = max(row, column) >= len(self._counts)
            return "total" if is_total else "right" if row == column else "wrong"
        return _as_told(self._told(row, column, number, total), role)

    def _told(self, row: int, column: int, number: int, total: int) -> str:
        text = self.tr("True class {label}, read as {answer}: {number} of {total}. Click to list.")
        return text.format(
            label=self.name(row), answer=self.name(column), number=count(number), total=count(total)
        )

    def _bar(self, row: int, role: int) -> object:
        right, total = self._right(row), self._number(row, len(self._counts))
        share = right / total if total else float("nan")
        if role == Qt.ItemDataRole.DisplayRole:
            return percent(share)
        if role == SHARE:
            return share if total else 0.0
        if role == KIND:
            return "bar"
        text = self.tr("True class {label}: {right} of {total} read right, {share}.").format(
            label=self.name(row), right=count(right), total=count(total), share=percent(share)
        )
        return _as_told(text, role)

    def _number(self, row: int, column: int) -> int:
        counts = self._counts
        rows = slice(None) if row >= len(counts) else row
        columns = slice(None) if column >= len(counts) else column
        return int(counts[rows, columns].sum())

    def _right(self, row: int) -> int:
        diagonal = self._counts.diagonal()
        return int(diagonal.sum() if row >= len(diagonal) else diagonal[row])


def _as_told(text: str, role: int) -> str | None:
    """A plain text for the roles that tell of a cell; None for others."""
    if role == Qt.ItemDataRole.ToolTipRole:
        return as_tip(text)
    return text if role == Qt.ItemDataRole.AccessibleTextRole else None


class ConfusionDelegate(QStyledItemDelegate):
    """Draws a cell: the more of its row it holds, the stronger; right ones green."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = DARK

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one."""
        kind, share = index.data(KIND), float(index.data(SHARE) or 0.0)
        room = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        centre = Qt.AlignmentFlag.AlignHCenter
        if kind == "bar":
            self._draw_bar(painter, room, share)
            room.setLeft(room.right() - 50)
            centre = Qt.AlignmentFlag.AlignRight
        elif kind != "total":
            strong = self.theme.colour("right" if kind == "right" else "negative")
            painter.fillRect(room, mixed(self.theme.colour("chip"), strong, _strength(kind, share)))
        text = index.data(Qt.ItemDataRole.DisplayRole)
        colour = self.theme.text if text != "·" and kind != "total" else self.theme.secondary
        write(painter, room, text, colour, centre, kind == "right")
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_bar(self, painter: QPainter, room: QRectF, share: float) -> None:
        full = QRectF(room.left() + 2, room.center().y() - 4, room.width() - 58, 8)
        painter.fillRect(full, self.theme.colour("hairline"))
        full.setWidth(full.width() * share)
        painter.fillRect(full, self.theme.colour("right"))


def _strength(kind: str, share: float) -> float:
    """How much of its colour a cell has: less than half, so that text is read on it."""
    # Of mistakes even a few matter: they show from the first on.
    return 0.42 * share if kind == "right" else (0.12 + 0.4 * share**0.5) * (share > 0)


class ConfusionTable(QTableView):
    """The table; a click, or Enter, lists the examples of a cell.

    Signals
    -------
    wished (Wish)
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = ConfusionModel(self)
        self._delegate = ConfusionDelegate(self)
        self.setModel(self.model_)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet("QTableCornerButton::section { background: transparent; border: none; }")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("True classes, and what they are read as"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(16)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setMaximumWidth(_WIDEST_NAME)
        # Of all classes: Qt asks the first ones how wide they are.
        metrics = self.verticalHeader().fontMetrics()
        self.verticalHeader().setMinimumWidth(metrics.horizontalAdvance(self.tr("all")) + 32)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.clicked.connect(self._list)

    def show_known(self, description: RunDescription, known: Known | None) -> None:
        """Show this; nothing where nothing is known."""
        before = self.model_.columnCount()
        self.model_.show(description, known)
        if self.model_.columnCount() != before:
            self._share_out()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Room for ten classes."""
        return QSize(_BAR + 11 * _WIDEST, 12 * _ROW)

    def resizeEvent(self, event: object) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt gives a QResizeEvent
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter lists the examples of the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _share_out(self) -> None:
        """As wide as there is room for; where even narrow columns have none, it is scrolled."""
        columns = self.model_.columnCount()
        if not columns:
            return
        free = (self.viewport().width() - _BAR - _TOTAL) // max(1, columns - 2)
        for column in range(columns):
            self.setColumnWidth(column, min(max(free, _NARROWEST), _WIDEST))
        self.setColumnWidth(_BARS, _BAR)
        self.setColumnWidth(columns - 1, _TOTAL)

    @Slot(QModelIndex)
    def _list(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wished.emit(self.model_.wish(index))
