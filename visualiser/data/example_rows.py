"""ExampleRows: the first examples of data that is no pictures, as rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.parameters import FloatArray
from visualiser.number_format import fixed
from visualiser.widgets.labels import label, tabular

# As many rows and columns as there is room for.
_ROWS, _COLUMNS, _DECIMALS = 5, 5, 2
# Pixels of the longest class, of the longest name of a number, and between two.
_CLASS, _WIDEST, _GAP = 140, 52, 8


class ExampleRows(QWidget):
    """The first numbers of the first examples, and what each example is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)

    def show_rows(
        self, inputs: FloatArray, input_names: Sequence[str], names: Sequence[str]
    ) -> None:
        """Show these.

        Parameters
        ----------
        inputs : ndarray, shape (n, N_0)
        input_names : sequence of str
            What each number is called; empty where their places are.
        names : sequence of str
            What each example is; empty where it is of no class.
        """
        self._clear()
        seen = min(_COLUMNS, inputs.shape[1])
        for column in range(seen):
            name = input_names[column] if input_names else str(column)
            self._add(0, column + 1, name, "secondary", self.tr("What this number is called."))
        self.setAccessibleName(self.tr("The first training examples"))
        for row, values in enumerate(inputs[:_ROWS], 1):
            tip = self.tr("Training example {index}").format(index=row - 1)
            self._add(row, 0, names[row - 1], "plain", tip, at_right=False)
            for column in range(seen):
                text = fixed(float(values[column]), _DECIMALS)
                self._add(row, column + 1, text, "number", tip)
            if seen < inputs.shape[1]:
                self._add(row, seen + 1, "…", "secondary", tip)
        self._grid.setColumnStretch(_COLUMNS + 2, 1)

    def _add(
        self, row: int, column: int, text: str, kind: str, tip: str, at_right: bool = True
    ) -> None:
        made: QLabel = label(kind)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setFont(tabular(made.font()))
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        made.setToolTip(tip)
        # A name is as long as somebody made it.
        widest = _WIDEST if at_right else _CLASS
        made.setText(made.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, widest))
        self._grid.addWidget(made, row, column, side)

    def _clear(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
