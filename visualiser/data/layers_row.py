"""LayersRow: the layers of the new network, of which the hidden ones can be typed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from core.datasets.finding import Found
from core.errors import SettingError
from visualiser.data.new_run import (
    hidden_text,
    input_count,
    layers_of,
    output_count,
    usual_hidden,
    weights_and_biases,
)
from visualiser.errors import sentence
from visualiser.number_format import count
from visualiser.widgets.labels import label, symbol
from visualiser.widgets.number_field import mark_invalid

_FIELD_WIDTH, _GAP = 120, 8


class LayersRow(QWidget):
    """Inputs and outputs as the data needs them, and a field for what is between.

    What was typed stays for other data; where nothing was, the usual layers are proposed.

    Attributes
    ----------
    layers : tuple of int or None
        Neurons per layer; None where there is no data, or what is typed makes no network.

    Signals
    -------
    changed (str)
        The layers are others, or a sentence says why there are none.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Found | None = None
        self._is_typed = False
        self.layers: tuple[int, ...] | None = None
        title = label("plain", self.tr("Layers"))
        title.setToolTip(self.tr("Neurons in each layer of the new network, from input to output."))
        self._inputs = label("number")
        self._inputs.setToolTip(self.tr("Inputs: one for each number of an example."))
        self._outputs = label("number")
        self._outputs.setToolTip(self.tr("Outputs: one for each class, or one alone."))
        self._hidden = QLineEdit()
        self._hidden.setFixedWidth(_FIELD_WIDTH)
        self._hidden.setAccessibleName(self.tr("Hidden layers"))
        self._hidden.setPlaceholderText(self.tr("none"))
        self._hidden.setToolTip(
            self.tr("Neurons in each hidden layer, as in 16,16; leave it empty for none.")
        )
        self._hidden.textEdited.connect(self._note_typed)
        self._counts = label("secondary")
        self._counts.setToolTip(
            self.tr("Numbers that are learnt: W, of each two neurons joined; B, of each neuron.")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for widget in (title, self._inputs, self._hidden, self._outputs):
            row.addWidget(widget)
        row.addSpacing(_GAP)
        row.addWidget(self._counts, 1)
        self.show_found(None)

    def show_found(self, found: Found | None) -> None:
        """Show the layers that this data needs; None where there is none."""
        self._found = found
        self._hidden.setEnabled(found is not None)
        if found is not None and not self._is_typed:
            self._hidden.setText(hidden_text(usual_hidden(found)))
        self._work_out()

    @Slot()
    def _note_typed(self) -> None:
        self._is_typed = True
        self._work_out()

    def _work_out(self) -> None:
        found, self.layers, why = self._found, None, ""
        if found is not None:
            try:
                self.layers = layers_of(found, self._hidden.text())
            except SettingError as error:
                why = sentence(error)
        self._show_counts()
        mark_invalid(self._hidden, bool(why))
        self.changed.emit(why)

    def _show_counts(self) -> None:
        found, layers = self._found, self.layers
        self._inputs.setText("" if found is None else f"{count(input_count(found))} –")
        self._outputs.setText("" if found is None else f"– {count(output_count(found))}")
        if layers is None:
            self._counts.setText("")
            return
        weights, biases = weights_and_biases(layers)
        text = self.tr("{weights} {W} and {biases} {B}")
        self._counts.setText(
            text.format(weights=count(weights), biases=count(biases), W=symbol("W"), B=symbol("B"))
        )
