"""ResultsPage: how the network does on a split, in all and class by class."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.browsing.confusion_table import ConfusionTable
from visualiser.browsing.knowledge import Known
from visualiser.browsing.words import as_of, class_name, no_classes
from visualiser.number_format import amount, count, percent
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.widgets.csv_table import Cell, Table, TableExport
from visualiser.widgets.labels import label, symbol

_SEPARATOR = " · "


class ResultsPage(QWidget):
    """Accuracy and cost in a line, the confusion matrix, and ways to take it away.

    Signals
    -------
    wished (Wish)
        These examples are to be listed.
    told (str, bool)
        See `TableExport`.
    """

    wished = Signal(object)
    told = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._description: RunDescription | None = None
        self._known: Known | None = None
        self._summary = label("plain", wrap=True)
        self._summary.setToolTip(
            self.tr(
                "Accuracy: the share of examples read right. C: the mean cost of an example, "
                "without penalties on weights."
            )
        )
        self._hint = label(
            "secondary",
            self.tr(
                "A row for each true class, a column for each answer; click a cell to list "
                "its examples."
            ),
            wrap=True,
        )
        self._hint.setToolTip(
            self.tr("The confusion matrix: the stronger a cell, the larger its share of the row.")
        )
        self.table = ConfusionTable()
        self.table.wished.connect(self.wished)
        export = TableExport(self.csv_table, "test results", self)
        export.told.connect(self.told)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        self._buttons = []
        for (title, _), act in zip(export.entries(), (export.copy, export.save), strict=True):
            button = QPushButton(title)
            button.setObjectName("chip")
            button.setToolTip(self.tr("With a row for each true class, a column for each answer."))
            button.clicked.connect(act)
            buttons.addWidget(button)
            self._buttons.append(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._summary)
        column.addWidget(self._hint)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self._appear()

    def show_known(self, description: RunDescription, known: Known | None) -> None:
        """Show this; that it is not known yet where it is None."""
        self._description, self._known = description, known
        self.table.show_known(description, known)
        self._appear()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.table.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self.table.viewport().update()
        self._appear()

    def csv_table(self) -> Table:
        """The confusion matrix with its totals, and the share of each class that is read right."""
        known, description = self._known, self._description
        if known is None or description is None:
            return Table((), ())
        counts = known.judged.confusion
        names = [class_name(description, place) for place in range(len(counts))]
        rows: list[list[Cell]] = []
        for name, row, right in zip(names, counts.tolist(), counts.diagonal(), strict=True):
            total = sum(row)
            rows.append([name, *row, total, float(right) / total if total else ""])
        totals = counts.sum(axis=0).tolist()
        rows.append([self.tr("all"), *totals, sum(totals), known.judged.accuracy])
        header = [self.tr("true class"), *names, self.tr("all"), self.tr("read right")]
        return Table(header, rows)

    def _appear(self) -> None:
        is_there = self._known is not None
        self.table.setVisible(is_there)
        self._hint.setVisible(is_there)
        for button in self._buttons:
            button.setVisible(is_there)
        self._summary.setText(self._text())
        # Where there is no table, the sentence stands at the top.
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setStretch(3, 0 if is_there else 1)

    def _text(self) -> str:
        known, description = self._known, self._description
        if description is not None and not description.has_classes:
            return no_classes()
        if known is None:
            return self.tr("The network is reading the examples.")
        judged = known.judged
        parts = [
            self.tr("<b>{share}</b> read right").format(share=percent(judged.accuracy)),
            self.tr("{right} of {total}").format(
                right=count(int(judged.is_right.sum())), total=count(len(judged.labels))
            ),
            self.tr("mean {C} = {cost}").format(C=symbol("C"), cost=amount(judged.cost)),
            as_of(known.step),
        ]
        return _SEPARATOR.join(parts)
