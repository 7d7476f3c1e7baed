"""LedgerSums: how the rows of a ledger add up to S."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visualiser.ledger import Ledger, shown
from visualiser.number_format import count, fixed
from visualiser.widgets.labels import label, tabular
from visualiser.widgets.sections import explain


class LedgerSums(QWidget):
    """The last lines of a ledger: the rows together, B, what rounding leaves, S."""

    def __init__(self) -> None:
        super().__init__()
        self._ledger: Ledger | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        self._names: list[QLabel] = []
        self._values: list[QLabel] = []
        for row in range(4):
            name, value = label("secondary"), label("number")
            value.setFont(tabular(value.font()))
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
            self._names.append(name)
            self._values.append(value)
        self._names[1].setText(self.tr("bias B"))
        self._names[2].setText(self.tr("rounding of the numbers above"))
        self._names[3].setText(self.tr("S, the sum of these"))
        tips = (
            self.tr("The sum of W·a as they stand in the rows, also of those that are not seen."),
            self.tr("B, the bias of this neuron, which is added to the sum."),
            self.tr("What the numbers above lack to S, because each of them is rounded."),
            self.tr("S = Σ W·a + B, from which σ makes a."),
        )
        for name, value, tip in zip(self._names, self._values, tips, strict=True):
            explain(tip, name, value)

    @Slot(int)
    def show_decimals(self, decimals: int) -> None:
        """Show the same with other decimals, those of the rows above."""
        if self._ledger is not None:
            self.show_ledger(self._ledger, decimals)

    def show_ledger(self, ledger: Ledger, decimals: int) -> None:
        """Show how the rows, written with so many decimals, add up to S."""
        self._ledger = ledger
        rows, rounding = ledger.sums(decimals)
        self._names[0].setText(
            self.tr("all {count} rows of W·a together").format(count=count(len(ledger.terms)))
        )
        self._values[0].setText(shown(rows, decimals))
        has_bias = ledger.bias is not None
        self._names[1].setVisible(has_bias)
        self._values[1].setVisible(has_bias)
        if ledger.bias is not None:
            self._values[1].setText(fixed(ledger.bias, decimals, sign=True))
        self._values[2].setText(shown(rounding, decimals))
        self._values[3].setText(fixed(ledger.total, decimals, sign=True))
