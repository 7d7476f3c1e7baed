"""MovedTable: the weights and biases that moved farthest between two steps."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from visualiser.moved import Move, Moved, Written
from visualiser.selection import Connection
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.copying import asks_for_menu, asks_to_copy, menu_place, open_menu
from visualiser.widgets.csv_table import Table, TableExport
from visualiser.widgets.formula_name import FormulaName
from visualiser.widgets.moved_words import told
from visualiser.widgets.small_table import SmallTable
from visualiser.widgets.table_rows import Cell, Row


class MovedTable(SmallTable):
    """A row for each: its name, what it was and is, and the difference.

    Ctrl+C copies all of it, and a context menu offers to save it.

    Signals
    -------
    part_chosen (Connection or Neuron)
        The connection whose weight, or the neuron whose bias, a row is about.
    told (str, bool)
        A sentence about a table that was saved, or, with True, about what went wrong.
    """

    part_chosen = Signal(object)
    told = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        headings = (
            Cell("", self.tr("Which weight or bias.")),
            Cell(self.tr("then"), self.tr("W or B at the step that is compared with.")),
            Cell(self.tr("now"), self.tr("W or B at the step that is shown.")),
            Cell(
                self.tr("now − then"),
                self.tr(
                    "How far it moved, up or down. Where the digits shown give another last "
                    "digit, “≈” says so."
                ),
            ),
            Cell("", self.tr("How far it moved beside the one that moved farthest.")),
        )
        name = self.tr("The weights and biases that moved farthest")
        super().__init__(name, headings, "lrrrs", inset=-6, parent=parent)
        self._moved: Moved | None = None
        self.chosen.connect(self._choose_part)
        self._export = TableExport(self._table, "changes", self)
        self._export.told.connect(self.told)

    def show_moved(self, moved: Moved, then: int, snapshot: Snapshot) -> None:
        """Show what moved since step ``then``, up to this snapshot."""
        self._moved = moved
        numbers = zip(moved.largest, moved.written(), moved.shares(), strict=True)
        self.show_rows(
            [
                _row(move, written, share, told(move, written, then, snapshot))
                for move, written, share in numbers
            ]
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the table, or open the context menu."""
        if asks_to_copy(event):
            self._export.copy()
        elif asks_for_menu(event):
            self._open_menu(self.mapToGlobal(QPoint(0, self.height())))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and to save."""
        self._open_menu(menu_place(self, event))

    def _open_menu(self, place: QPoint) -> None:
        open_menu(self, place, self._export.entries())

    def _table(self) -> Table:
        moves = () if self._moved is None else self._moved.largest
        header = ("layer", "neuron", "origin", "then", "now", "change")
        return Table(header, [_csv_row(move) for move in moves])

    @Slot(int, int)
    def _choose_part(self, row: int, _: int) -> None:
        if self._moved is not None:
            self.part_chosen.emit(self._moved.largest[row].part)


def _row(move: Move, written: Written, share: float, tip: str) -> Row:
    name = FormulaName.of(move.part)
    colour = "positive" if move.change > 0 else "negative"
    change = f"{written.sign} {written.change}" if written.sign else written.change
    return Row(
        (
            Cell(name.text, tip, name=name),
            Cell(written.then, tip, "secondary"),
            Cell(written.now, tip),
            Cell(change, tip, colour),
            Cell("", tip, colour, bar=share),
        )
    )


def _csv_row(move: Move) -> tuple[int | str | float, ...]:
    """Layer, neuron, where the weight comes from (empty for a bias), and the numbers."""
    part, numbers = move.part, (move.then, move.now, move.change)
    if isinstance(part, Connection):
        return (part.layer, part.to, part.origin, *numbers)
    return (part.layer, part.index, "", *numbers)
