"""DescentColumn: −∇C as a tall column between brackets, each entry named and told in words."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from visualiser.descent import Descent, Entry
from visualiser.number_format import significant
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.descent_words import about_all, thresholds, told, wish
from visualiser.widgets.formula_name import FormulaName
from visualiser.widgets.labels import label, symbol
from visualiser.widgets.small_table import SmallTable
from visualiser.widgets.table_rows import Cell, Row

# How far the brackets reach inwards, in pixels.
_BRACKET = 5.0


class DescentColumn(QWidget):
    """−∇C of the next step's mini-batch, the largest entries first.

    Signals
    -------
    part_chosen (Connection or Neuron)
        The connection whose weight, or the neuron whose bias, an entry is about.
    """

    part_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._descent: Descent | None = None
        self._letters = label("plain", f"{symbol('−∇C')} =")
        self._column = _Column(self.tr("The largest entries of −∇C"), (Cell(),) * 3, "rls", inset=3)
        self._column.chosen.connect(self._choose)
        self._norm, self._counts = label("plain", wrap=True), label("secondary", wrap=True)
        self._set_tips()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._letters)
        row.addWidget(self._column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._counts)
        column.addWidget(self._norm)

    def _set_tips(self) -> None:
        self._letters.setToolTip(
            self.tr(
                "∇C holds ∂C/∂W of every weight and ∂C/∂B of every bias. C of the next step's "
                "mini-batch falls fastest when all of them move along −∇C."
            )
        )
        self._norm.setToolTip(
            self.tr(
                "The length of the vector, over all weights and biases: "
                "‖∇C‖ = √(Σ (∂C/∂W)² + Σ (∂C/∂B)²)."
            )
        )
        self._counts.setToolTip(thresholds())

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._column.set_theme(theme)

    def show_descent(self, descent: Descent, snapshot: Snapshot) -> None:
        """Show −∇C, which is that of this snapshot."""
        self._descent = descent
        rows = [
            _row(entry, number, snapshot)
            for entry, number in zip(descent.largest, descent.numbers(), strict=True)
        ]
        if descent.smallest is not None:
            dots = Cell("⋮", self.tr("All entries in between."), "secondary")
            rows.append(Row((dots, dots, Cell()), leads=False))
            rows.append(_row(descent.smallest, significant(descent.smallest.value, 2), snapshot))
        self._column.show_rows(rows)
        self._counts.setText(about_all(descent, snapshot))
        self._norm.setText(self._norm_text(descent.norm))

    def _norm_text(self, norm: float) -> str:
        if not math.isfinite(norm):
            text = self.tr("{norm} is no number any more, as not all entries are.")
        elif norm == 0:
            text = self.tr("Its length {norm} is 0.")
        else:
            text = self.tr("Its length {norm} is {value}: so steep is C here.")
        value = significant(norm, sign=False)
        return text.format(norm=symbol("‖∇C‖"), value=value)

    @Slot(int, int)
    def _choose(self, row: int, _: int) -> None:
        if self._descent is not None:
            largest, smallest = self._descent.largest, self._descent.smallest
            entry = largest[row] if row < len(largest) else smallest
            if entry is not None:
                self.part_chosen.emit(entry.part)


class _Column(SmallTable):
    """Numbers between large brackets, names and words beside them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the brackets as well."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        try:
            painter.setPen(QPen(self.theme.colour("secondary"), 1.5))
            bottom = self.viewport().height() - 1.0
            for x, inwards in ((1.0, _BRACKET), (self.columnWidth(0) - 1.0, -_BRACKET)):
                corners = [
                    QPointF(x + inwards, 1),
                    QPointF(x, 1),
                    QPointF(x, bottom),
                    QPointF(x + inwards, bottom),
                ]
                painter.drawPolyline(corners)
        finally:
            painter.end()


def _row(entry: Entry, number: str, snapshot: Snapshot) -> Row:
    has_sign = any(digit in number for digit in "123456789∞")
    colour = ("positive" if entry.value > 0 else "negative") if has_sign else "secondary"
    name, tip = FormulaName.of(entry.part), told(entry, snapshot)
    return Row(
        (
            Cell(number, tip, colour),
            Cell(name.text, tip, name=name),
            Cell(wish(entry), thresholds(), "text"),
        )
    )
