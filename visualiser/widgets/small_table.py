"""SmallTable: a few rows that are all seen, some of which lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from visualiser.theme import DARK, Theme
from visualiser.widgets.focus_ring import FocusRing
from visualiser.widgets.labels import tabular
from visualiser.widgets.table_rows import Cell, Index, Row, RowsModel

_ROW, _FONT, _PADDING, _BAR = 23, 12, 6, 6.0
_FIGURES = str.maketrans("123456789", "0" * 9)


class SmallTable(QTableView):
    """A table without scroll bars, as tall as its rows.

    Parameters
    ----------
    name : str
        What it shows, for who cannot see it.
    headings : sequence of Cell
        A heading for each column; where all texts are empty, there is no line of headings.
    aligned : str
        A letter for each column: "l" or "r"; "s" for left in the one that gets what room
        is left.
    inset : int
        Pixels that are kept free at either side of the first column, besides the usual.

    Signals
    -------
    chosen (int, int)
        A row that leads somewhere was clicked in a column, or Enter pressed on it, which
        counts as the first column.
    """

    chosen = Signal(int, int)

    def __init__(
        self,
        name: str,
        headings: Sequence[Cell],
        aligned: str,
        inset: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = DARK
        self._aligned, self._inset = aligned, inset
        self._widths: dict[tuple[str, bool], float] = {}
        self.rows = RowsModel(headings, aligned, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setItemDelegate(_Painter(self))
        FocusRing(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFont(_small(self))
        self._set_up_headers(any(heading.text for heading in headings))
        self.clicked.connect(self._choose)

    def _set_up_headers(self, has_headings: bool) -> None:
        rows, columns = self.verticalHeader(), _Headings(self)
        self.setHorizontalHeader(columns)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW)
        columns.setVisible(has_headings)
        columns.setMinimumSectionSize(4)
        columns.setFixedHeight(_ROW)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(self._aligned.index("s"), QHeaderView.ResizeMode.Stretch)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.theme = theme
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        is_longer_or_shorter = len(rows) != self.rows.rowCount()
        self.rows.show_rows(rows)
        for column, side in enumerate(self._aligned):
            if side != "s":
                self._widen(column, anew=is_longer_or_shorter)
        if is_longer_or_shorter:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As tall as all rows, and what stands above them."""
        lines = self.rows.rowCount() + (0 if self.horizontalHeader().isHidden() else 1)
        return QSize(200, lines * _ROW)

    def minimumSizeHint(self) -> QSize:
        """As tall as all rows, however narrow."""
        return QSize(0, self.sizeHint().height())

    def _widen(self, column: int, anew: bool) -> None:
        """Make a column as wide as it needs; it shrinks for other rows alone, not to flicker."""
        widest = max(self._width_of(cell) for cell in self.rows.cells(column))
        # Widths are no whole numbers of pixels, and are rounded down as well as up.
        needed = 2 * self.padding(column) + 2 + round(widest)
        width = self.columnWidth(column)
        if needed > width or (anew and needed < width):
            self.horizontalHeader().resizeSection(column, needed)

    def _width_of(self, cell: Cell) -> float:
        """How wide a cell's text is, measured once for all that differ by their figures alone."""
        key = (cell.text.translate(_FIGURES), cell.name is None)
        if key not in self._widths:
            if cell.name is None:
                self._widths[key] = self.fontMetrics().horizontalAdvance(cell.text)
            else:
                self._widths[key] = cell.name.width(self.font())
        return self._widths[key]

    def padding(self, column: int) -> int:
        """Pixels at either side of a column in which nothing is written."""
        return _PADDING + (self._inset if column == 0 else 0)

    # ---------------------------------------------------------------- choosing

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if self.leads(index):
            self.chosen.emit(index.row(), index.column())

    def leads(self, index: Index) -> bool:
        """Whether there is more to see behind a row."""
        return bool(self.rows.flags(index) & Qt.ItemFlag.ItemIsEnabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here = self.currentIndex()
            if self.leads(here):
                self.chosen.emit(here.row(), 0)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        super().mouseMoveEvent(event)
        leads = self.leads(self.indexAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        here = self.currentIndex()
        if here.isValid():
            self.selectRow(here.row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.clearSelection()


class _Headings(QHeaderView):
    """The headings of a `SmallTable`, in line with what stands below them."""

    def __init__(self, table: SmallTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        # The application's style sheet would move them aside.
        self.setStyleSheet("QHeaderView { padding: 0px; }")
        self._table = table

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Draw a heading."""
        table, padding = self._table, self._table.padding(section)
        painter.setFont(table.font())
        painter.setPen(table.theme.colour("secondary"))
        heading, inner = table.rows.cells(section)[0], box.adjusted(padding, 0, -padding, 0)
        painter.drawText(inner, table.rows.side(section), heading.text)


class _Painter(QStyledItemDelegate):
    """Draws the cells of a `SmallTable`."""

    def __init__(self, table: SmallTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table, box = self._table, QRectF(option.rect)
        cell, theme = table.rows.cell(index), table.theme
        is_selected = option.state & QStyle.StateFlag.State_Selected
        is_pointed_at = option.state & QStyle.StateFlag.State_MouseOver and table.leads(index)
        if is_selected or is_pointed_at:
            painter.fillRect(box, theme.colour("chip"))
        if is_selected:
            edge = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
            painter.fillRect(edge, theme.colour("accent"))
        padding = table.padding(index.column())
        inner = box.adjusted(padding, 0, -padding, 0)
        if cell.bar is not None:
            _draw_bar(painter, inner, cell, theme)
            return
        painter.setPen(theme.colour(cell.colour))
        painter.setFont(table.font())
        if cell.name is not None:
            cell.name.draw(painter, inner)
            return
        room = round(inner.width())
        text = table.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, table.rows.side(index.column()), text)


def _draw_bar(painter: QPainter, box: QRectF, cell: Cell, theme: Theme) -> None:
    track = QRectF(box.left(), box.center().y() - _BAR / 2, box.width(), _BAR)
    painter.fillRect(track, theme.colour("chip"))
    filled = QRectF(track.topLeft(), track.size())
    filled.setWidth(track.width() * (cell.bar or 0))
    painter.fillRect(filled, theme.colour(cell.colour))


def _small(widget: QWidget) -> QFont:
    font = tabular(widget.font())
    font.setPixelSize(_FONT)
    return font
