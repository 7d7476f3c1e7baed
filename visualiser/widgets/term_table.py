"""TermTable: weights of a neuron as numbers, with bars for W·a."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from visualiser.number_format import style
from visualiser.theme import Theme
from visualiser.widgets.copying import asks_for_menu, asks_to_copy, copy, open_menu
from visualiser.widgets.csv_table import Table, TableExport
from visualiser.widgets.focus_ring import FocusRing
from visualiser.widgets.labels import tabular
from visualiser.widgets.term_model import (
    BAR,
    GRADIENT,
    INPUT,
    ORIGIN,
    RIGHT,
    TERM,
    WEIGHT,
    TermModel,
)

_ROW_HEIGHT = 19
_LEAST_HEIGHT = 150
# What a cell keeps free beside its text; what the bars keep; pixels of the text.
_PADDING, _LEAST_BAR = 9, 16
# What a cell keeps free at its right, as its title does.
_TEXT_MARGIN = 4
# Pixels that have to be gained before a column becomes narrower.
_WORTH_IT = 4
_TEXT_SIZES = (11, 10)
# What columns get where their numbers need no more, so that they hold still.
_WIDTHS = {ORIGIN: 46, WEIGHT: 53, INPUT: 44, TERM: 53, GRADIENT: 70}
_FEWEST_DECIMALS = 0


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
    decimals_changed (int)
        The numbers are written with so many decimals from now on: as many as there is room for.
    told (str, bool)
        A sentence about a table that was saved, or, with True, about what went wrong.
    """

    origin_chosen = Signal(int)
    decimals_changed = Signal(int)
    told = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None, terms: TermModel | None = None) -> None:
        super().__init__(parent)
        self.terms = terms or TermModel()
        self.terms.setParent(self)
        self.setModel(self.terms)
        self.setAccessibleName(self.tr("Incoming weights"))
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        columns = self.horizontalHeader()
        columns.setMinimumSectionSize(16)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._choose)
        self._export = TableExport(self.terms.table, "terms", self)
        self._export.told.connect(self.told)
        FocusRing(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.terms.theme = theme
        self.viewport().update()

    def fit_rows(self) -> None:
        """Take no more room than the rows need, and write numbers so that they fit."""
        self._fit_columns()
        rows = self.terms.rowCount() * _ROW_HEIGHT
        self.setMaximumHeight(max(rows + self.horizontalHeader().height() + 4, _LEAST_HEIGHT))

    def fit_all_rows(self) -> None:
        """Take the room that the rows need, no more and no less; as `fit_rows` otherwise."""
        self.fit_rows()
        rows = self.terms.rowCount() * _ROW_HEIGHT
        self.setFixedHeight(rows + self.horizontalHeader().height() + 4)

    @property
    def decimals(self) -> int:
        """With how many decimals W, a and W·a are written."""
        return self.terms.decimals

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows, or open the context menu."""
        if asks_to_copy(event):
            self._copy_rows()
        elif asks_for_menu(event):
            self._open_menu(self._place_of_row())
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # Qt passes it on, to be pressed once more by what has the focus by then.
                event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and to save."""
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._open_menu(event.globalPos() if is_by_mouse else self._place_of_row())

    # ---------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the rows that are seen: by way of a style, each cell takes ten times as long."""
        rows = self.terms.rowCount()
        first = self.rowAt(event.rect().top())
        last = self.rowAt(event.rect().bottom())
        if rows == 0 or first < 0:
            return
        painter = QPainter(self.viewport())
        try:
            painter.setFont(self.font())
            for row in range(first, (rows - 1 if last < 0 else last) + 1):
                self._paint_row(painter, row)
        finally:
            painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        chosen = self.selectionModel().isRowSelected(row)
        top, height, palette = self.rowViewportPosition(row), self.rowHeight(row), self.palette()
        if chosen:
            painter.fillRect(0, top, self.viewport().width(), height, palette.highlight())
        for column in range(self.terms.columnCount()):
            if self.isColumnHidden(column):
                continue
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            if column == BAR:
                self._paint_bar(painter, QRectF(left, top, width, height), row)
                continue
            text, colour = self.terms.cell(row, column)
            painter.setPen(palette.highlightedText().color() if chosen else colour)
            painter.drawText(QRectF(left, top, width - _TEXT_MARGIN, height), RIGHT, text)

    def _paint_bar(self, painter: QPainter, box: QRectF, row: int) -> None:
        share = self.terms.term_share(row)
        if share == 0:
            return
        middle = box.center().x()
        width = (box.width() / 2 - 4) * abs(share)
        left = middle if share > 0 else middle - width
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.terms.theme.colour("positive" if share > 0 else "negative"))
        painter.drawRoundedRect(QRectF(left, box.center().y() - 3, max(width, 1.0), 6), 1.5, 1.5)

    # ---------------------------------------------------------------- copying

    def _open_menu(self, place: QPoint) -> None:
        rows = (self.tr("Copy the selected rows"), self._copy_rows)
        first = (rows,) if self.selectionModel().hasSelection() else ()
        open_menu(self, place, (*first, *self._export.entries()))

    def _place_of_row(self) -> QPoint:
        """Below the row that the keyboard is at, as far as that is seen."""
        row = self.visualRect(self.currentIndex()).bottomLeft()
        room = self.viewport().rect()
        return self.viewport().mapToGlobal(
            QPoint(max(row.x(), 0), min(max(row.y(), 0), room.bottom()))
        )

    @Slot()
    def _copy_rows(self) -> None:
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        if chosen:
            copy(Table((), self.terms.rows(chosen)).tabbed())

    # ---------------------------------------------------------------- room

    def _fit_columns(self) -> None:
        """The largest text and, then, the most decimals that there is room for."""
        room = self.viewport().width() - _LEAST_BAR
        for decimals in range(style().decimals, _FEWEST_DECIMALS - 1, -1):
            for size in _TEXT_SIZES:
                widths = self._needed(_font(self, size), decimals)
                if sum(widths.values()) <= room:
                    self._take(_font(self, size), decimals, widths)
                    return
        self._take(_font(self, _TEXT_SIZES[-1]), _FEWEST_DECIMALS, widths)

    def _needed(self, font: QFont, decimals: int) -> dict[int, int]:
        """How wide the columns have to be."""
        metrics = QFontMetrics(font)
        widths = {}
        for column, usual in _WIDTHS.items():
            title = self.terms.headerData(column, Qt.Orientation.Horizontal)
            texts = (str(title), *self.terms.longest(column, decimals))
            # Less than usual only where all has to be small.
            least = usual if font.pixelSize() == _TEXT_SIZES[0] else 0
            needed = max(map(metrics.horizontalAdvance, texts))
            widths[column] = max(least, needed + _PADDING)
        return widths

    def _take(self, font: QFont, decimals: int, widths: dict[int, int]) -> None:
        room = self.viewport().width() - _LEAST_BAR
        now = {column: self.columnWidth(column) for column in widths}
        # Narrower only where that is worth it, or needed: numbers that change would jitter.
        taken = {c: now[c] if 0 <= now[c] - w <= _WORTH_IT else w for c, w in widths.items()}
        for column, width in (taken if sum(taken.values()) <= room else widths).items():
            if width != now[column]:
                self.horizontalHeader().resizeSection(column, width)
        if font != self.font():
            self.setFont(font)
            # The application's style sheet has a font for titles: it would be taken instead.
            size = f"QHeaderView::section {{ font-size: {font.pixelSize()}px; }}"
            self.horizontalHeader().setStyleSheet(size)
        if decimals != self.terms.decimals:
            self.terms.decimals = decimals
            self.viewport().update()
            self.decimals_changed.emit(decimals)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.origin_chosen.emit(self.terms.origin(index.row()))


def _font(widget: QWidget, size: int) -> QFont:
    font = tabular(widget.font())
    font.setPixelSize(size)
    return font
