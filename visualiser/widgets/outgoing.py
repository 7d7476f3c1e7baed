"""Outgoing: the weights by which a neuron's a goes on to the next layer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.ledger import Terms
from visualiser.number_format import count, fixed
from visualiser.selection import Neuron
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import label, symbol
from visualiser.widgets.term_model import INPUT, TermModel
from visualiser.widgets.term_table import TermTable

MOST_ROWS = 16


class OutgoingModel(TermModel):
    """The terms that one neuron adds to others, as a table."""

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's name, alignment or explanation."""
        if role != Qt.ItemDataRole.ToolTipRole or orientation != Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        tips = (
            self.tr("The neuron of the next layer."),
            self.tr("The weight of the connection to there."),
            self.tr("The activation of this neuron."),
            self.tr("W·a: {positive} raises the S of that neuron, {negative} lowers it.").format(
                **self.theme.words
            ),
            self.tr("What this neuron adds to the S of that neuron."),
            self.tr("How much C of the next mini-batch rises with W."),
        )
        return tips[section]


class Outgoing(QWidget):
    """The strongest outgoing connections of a neuron, each of which can be chosen.

    Signals
    -------
    target_chosen (int)
        The connection to that neuron of the next layer was clicked, or Enter pressed on it.
    """

    target_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._more = label("plain", wrap=True), label("secondary", wrap=True)
        self._table = TermTable(self, OutgoingModel())
        self._table.setAccessibleName(self.tr("Outgoing weights"))
        self._table.setColumnHidden(INPUT, True)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._table.clicked.connect(self._choose)
        self._table.origin_chosen.connect(self.target_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._text, self._table, self._more):
            column.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._table.set_theme(theme)

    def show_neuron(self, snapshot: Snapshot, neuron: Neuron) -> None:
        """Show where this neuron, of a layer but the last, sends its a in this snapshot."""
        terms = Terms.from_neuron(snapshot, neuron.layer, neuron.index, MOST_ROWS)
        targets = snapshot.sizes[neuron.layer + 1]
        text = self.tr(
            "To each neuron of layer {layer} goes {a} = {value}, times the weight {W} between them."
        )
        self._text.setText(
            text.format(
                layer=neuron.layer + 1,
                a=symbol("a"),
                W=symbol("W"),
                value=fixed(float(snapshot.activations[neuron.layer][neuron.index])),
            )
        )
        self._table.terms.show(terms, str, self.tr("to"))
        self._table.fit_all_rows()
        more = targets - len(terms.origins)
        self._more.setVisible(more > 0)
        self._more.setText(
            self.tr("and {count} more, none with a larger {W}").format(
                count=count(more), W=f"|{symbol('W')}|"
            )
        )

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.target_chosen.emit(self._table.terms.origin(index.row()))
