"""InputPage: a neuron of the input layer, which is a pixel."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.number_format import count, fixed
from visualiser.selection import Neuron
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.comparison import Comparison
from visualiser.widgets.labels import label, symbol
from visualiser.widgets.sections import explain


class InputPage(QWidget):
    """A neuron of the input layer: a pixel.

    Attributes
    ----------
    comparison : Comparison
        With the neuron that is pinned.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._title, self._text = label("title"), label("plain", wrap=True)
        self.comparison = Comparison()
        tip = self.tr("A neuron of the input layer: its a is the ink of one pixel, from 0 to 1.")
        explain(tip, self._title, self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self.comparison)
        column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.comparison.set_theme(theme)

    def show_input(self, snapshot: Snapshot, pixel: Neuron, pinned: Neuron | None) -> None:
        """Show this pixel, compared with the pinned neuron."""
        index = pixel.index
        self.comparison.show_pair(snapshot, pixel, pinned)
        shape = snapshot.picture_shape
        if shape is not None:
            row, column = divmod(index, shape[1])
            name = self.tr("Input in row {row}, column {column}").format(row=row, column=column)
        else:
            name = self.tr("Input {index}").format(index=index)
        self._title.setText(name)
        a = float(snapshot.activations[0][index])
        self._text.setText(
            self.tr(
                "{a} = {value}: 0 is blank paper, 1 is full ink.<br><br>An input neuron has no "
                "bias and no weights of its own: its activation is the picture itself. "
                "{count} connections lead from here to layer 1."
            ).format(a=symbol("a"), value=fixed(a), count=count(snapshot.sizes[1]))
        )
