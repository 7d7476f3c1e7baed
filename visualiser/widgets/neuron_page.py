"""NeuronPage: why a neuron's numbers are what they are."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.parameters import FloatArray
from visualiser.ledger import Ledger
from visualiser.network_view.colours import full_scale
from visualiser.number_format import fixed, significant
from visualiser.selection import Neuron
from visualiser.theme import DARK, Theme
from visualiser.training.messages import Answered
from visualiser.training.neuron_questions import NeuronOverData, OverTheData
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.training.time_questions import NeuronOverTime
from visualiser.widgets.activation_curve import ActivationCurve
from visualiser.widgets.coloured import sign_colour
from visualiser.widgets.comparison import Comparison
from visualiser.widgets.firing import firing_text
from visualiser.widgets.labels import Chip, label, line, row_of
from visualiser.widgets.ledger_sums import LedgerSums
from visualiser.widgets.live_edit import LiveEdit
from visualiser.widgets.next_change import neuron_change
from visualiser.widgets.outgoing import Outgoing
from visualiser.widgets.over_data import OverData
from visualiser.widgets.over_time import OverTime
from visualiser.widgets.page_names import neuron_names
from visualiser.widgets.target_text import target_text
from visualiser.widgets.term_table import TermTable
from visualiser.widgets.time_curve import TimeCurve
from visualiser.widgets.value_field import ValueField
from visualiser.widgets.weight_picture import WeightPicture


class NeuronPage(QWidget):
    """A neuron of layer 1 or later: a, S, B, the formula, the ledger, the next change.

    Attributes
    ----------
    comparison : Comparison
        With the neuron that is pinned.

    Signals
    -------
    origin_chosen (int)
        A neuron of the layer before was chosen in the table.
    target_chosen (int)
        A neuron of the next layer was chosen.
    example_chosen (int)
        A test example is to be shown.
    step_chosen (int)
        A step is to be gone to.
    edit_asked (SetParameter or GiveUp)
        B is to be another, or what it was.
    """

    edit_asked = Signal(object)
    origin_chosen = Signal(int)
    target_chosen = Signal(int)
    example_chosen = Signal(int)
    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = DARK
        self._title, self._subtitle = label("title"), label("secondary")
        tip = self.tr("The bias: how easily the neuron fires. Click to type it, or drag it.")
        self._bias = ValueField("B", tip)
        self._edit = LiveEdit(self)
        self._edit.listen_to(self._bias)
        self._edit.asked.connect(self.edit_asked)
        self._edit.value_changed.connect(self._show_bias)
        self._chips = {
            "a": Chip("a", self.tr("The activation: what the neuron sends on.")),
            "S": Chip("S", self.tr("The weighted sum, from which σ makes the activation.")),
            "B": self._bias,
            "slope": Chip(
                "∂C/∂B",
                self.tr("How much C of the next mini-batch rises with this bias."),
            ),
        }
        self.comparison = Comparison()
        self._formulas = label("plain", wrap=True)
        self._target = label("secondary", wrap=True)
        self._curve = ActivationCurve()
        self._table = TermTable()
        self._table.origin_chosen.connect(self.origin_chosen)
        self._sums = LedgerSums()
        self._pictures_heading = label("heading", self.tr("What it looks for, and what it finds"))
        self._pictures = {
            "W": WeightPicture("W", self.tr("The weight from every pixel: what it looks for.")),
            "W·a": WeightPicture("W·a", self.tr("What every pixel of this digit adds to S.")),
            "∂C/∂W": WeightPicture(
                "∂C/∂W", self.tr("How much C of the next mini-batch rises with each weight.")
            ),
        }
        self._outgoing_heading = label("heading", self.tr("Where it goes, largest first"))
        self._outgoing = Outgoing()
        self._outgoing.target_chosen.connect(self.target_chosen)
        self._next = label("plain", wrap=True)
        self._over_time = OverTime(
            TimeCurve(
                "a",
                self.tr("a over time"),
                self.tr("The activation a, for the digit that is shown now, after every step."),
            ),
            TimeCurve("B", self.tr("B over time"), self.tr("The bias B after every step.")),
        )
        self._over_time.step_chosen.connect(self.step_chosen)
        self._over_data = OverData()
        self._over_data.example_chosen.connect(self.example_chosen)
        self._assemble()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.comparison.set_theme(theme)
        self._curve.set_theme(theme)
        self._outgoing.set_theme(theme)
        self._over_time.set_theme(theme)
        self._over_data.set_theme(theme)
        self._table.set_theme(theme)
        for picture in self._pictures.values():
            picture.set_theme(theme)

    def show_neuron(self, snapshot: Snapshot, neuron: Neuron, pinned: Neuron | None) -> None:
        """Show this neuron as it is in this snapshot, compared with the pinned one."""
        ledger = Ledger.of(snapshot, neuron.layer, neuron.index)
        title, subtitle = neuron_names(snapshot, neuron)
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._show_numbers(snapshot, neuron)
        self.comparison.show_pair(snapshot, neuron, pinned)
        self._formulas.setText(firing_text(snapshot, neuron, ledger, self._theme))
        self._show_target(snapshot, neuron)
        self._show_outgoing(snapshot, neuron)
        self._over_time.follow(
            snapshot,
            _over_time(snapshot, neuron),
            float(snapshot.activations[neuron.layer][neuron.index]),
            float(snapshot.parameters.biases[neuron.layer - 1][neuron.index]),
        )
        self._curve.show_neuron(snapshot, neuron)
        self._over_data.follow(snapshot, neuron)
        shape = snapshot.picture_shape if neuron.layer == 1 else None
        columns = shape[1] if shape else 0
        title = self.tr("row, col") if columns else self.tr("from")
        self._table.terms.show(ledger, lambda origin: _origin_name(origin, columns), title)
        self._table.fit_rows()
        self._sums.show_ledger(ledger)
        self._show_pictures(snapshot, neuron, shape)
        self._next.setText(neuron_change(snapshot, neuron, columns, self._theme))

    def questions(self, snapshot: Snapshot, neuron: Neuron) -> tuple[Question, ...]:
        """What the page has to ask of the run, to show more of this neuron."""
        return NeuronOverData(neuron.layer, neuron.index), _over_time(snapshot, neuron)

    def show_answer(self, answered: Answered, snapshot: Snapshot) -> None:
        """Show the answer to one of them."""
        if isinstance(answered.answer, OverTheData):
            self._over_data.show_answer(answered.answer, snapshot)
        else:
            self._over_time.show_answer(answered, snapshot)

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(4)
        column.addLayout(row_of(*self._chips.values(), spacing=6))
        column.addWidget(self._bias.refusal)
        column.addWidget(self.comparison)
        column.addSpacing(6)
        column.addWidget(label("heading", self.tr("Why it fires as it does")))
        column.addWidget(self._formulas)
        column.addWidget(self._target)
        column.addSpacing(6)
        column.addWidget(label("heading", self.tr("Where S comes from, largest first")))
        column.addWidget(self._table, 100)
        column.addWidget(line())
        column.addWidget(self._sums)
        column.addSpacing(6)
        column.addWidget(self._pictures_heading)
        column.addLayout(row_of(*self._pictures.values()))
        column.addSpacing(4)
        column.addWidget(label("heading", self.tr("σ at S")))
        column.addWidget(self._curve)
        column.addSpacing(4)
        column.addWidget(self._outgoing_heading)
        column.addWidget(self._outgoing)
        column.addSpacing(4)
        column.addWidget(label("heading", self.tr("The next step will change")))
        column.addWidget(self._next)
        column.addSpacing(6)
        column.addWidget(label("heading", self.tr("Over time")))
        column.addWidget(self._over_time)
        column.addSpacing(6)
        column.addWidget(label("heading", self.tr("Over the data")))
        column.addWidget(self._over_data)
        column.addStretch(1)

    def _show_numbers(self, snapshot: Snapshot, neuron: Neuron) -> None:
        layer, index = neuron.layer, neuron.index
        bias = float(snapshot.parameters.biases[layer - 1][index])
        slope = float(snapshot.gradient.biases[layer - 1][index])
        self._chips["a"].set_value(fixed(float(snapshot.activations[layer][index])))
        self._chips["S"].set_value(fixed(float(snapshot.weighted_sums[layer - 1][index])))
        run, is_playing = snapshot.description, snapshot.progress.playing
        if self._edit.aim(run, (layer, index, None), bias, is_playing):
            self._bias.stop()
        self._show_bias()
        self._chips["slope"].set_value(significant(slope), sign_colour(self._theme, slope))

    @Slot()
    def _show_bias(self) -> None:
        bias = self._edit.value
        self._bias.show_number(bias, sign_colour(self._theme, bias))

    def _show_target(self, snapshot: Snapshot, neuron: Neuron) -> None:
        is_output = neuron.layer == len(snapshot.sizes) - 1
        self._target.setVisible(is_output)
        if not is_output:
            return
        self._target.setText(target_text(snapshot, neuron.index))

    def _show_outgoing(self, snapshot: Snapshot, neuron: Neuron) -> None:
        is_output = neuron.layer == len(snapshot.sizes) - 1
        for widget in (self._outgoing_heading, self._outgoing):
            widget.setVisible(not is_output)
        if not is_output:
            self._outgoing.show_neuron(snapshot, neuron)

    def _show_pictures(
        self, snapshot: Snapshot, neuron: Neuron, shape: tuple[int, int] | None
    ) -> None:
        for widget in (self._pictures_heading, *self._pictures.values()):
            widget.setVisible(shape is not None)
        if shape is None:
            return
        weights = snapshot.parameters.weights[0][neuron.index]
        values: dict[str, FloatArray] = {
            "W": weights,
            "W·a": _products(weights, snapshot.activations[0]),
            "∂C/∂W": snapshot.gradient.weights[0][neuron.index],
        }
        # W·a is shown on the scale of W, so that the two can be compared.
        scales = {name: full_scale(value) for name, value in values.items()}
        scales["W·a"] = scales["W"]
        for name, value in values.items():
            self._pictures[name].show_values(value.reshape(shape), scales[name])


def _over_time(snapshot: Snapshot, neuron: Neuron) -> NeuronOverTime:
    shown = snapshot.progress.example
    return NeuronOverTime(neuron.layer, neuron.index, shown.split, shown.index)


def _products(weights: FloatArray, inputs: FloatArray) -> FloatArray:
    with np.errstate(invalid="ignore", over="ignore"):
        return weights * inputs


def _origin_name(origin: int, columns: int) -> str:
    return f"{origin // columns}, {origin % columns}" if columns else str(origin)
