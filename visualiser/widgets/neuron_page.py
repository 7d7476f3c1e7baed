"""NeuronPage: why a neuron's numbers are what they are."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from core.parameters import FloatArray
from visualiser.cost_terms import TERM_FORMULAS, CostTerms
from visualiser.ledger import Ledger, decimals_for, equals, shown
from visualiser.network_view.colours import full_scale
from visualiser.number_format import count, fixed, significant
from visualiser.selection import Neuron
from visualiser.theme import DARK, Theme
from visualiser.training.messages import Answered
from visualiser.training.neuron_questions import NeuronOverData, OverTheData
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.activation_curve import ActivationCurve
from visualiser.widgets.coloured import sign_colour
from visualiser.widgets.comparison import Comparison
from visualiser.widgets.firing import firing_text
from visualiser.widgets.labels import Chip, ChipRow, label, line, row_of, tabular
from visualiser.widgets.next_change import neuron_change
from visualiser.widgets.over_data import OverData
from visualiser.widgets.term_table import TermTable
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
    example_chosen (int)
        A test example is to be shown.
    told (str, bool)
        A sentence about what was saved, or, with True, about what went wrong.
    """

    told = Signal(str, bool)
    origin_chosen = Signal(int)
    example_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = DARK
        self._title, self._subtitle = label("title"), label("secondary")
        self._chips = {
            "a": Chip("a", self.tr("The activation: what the neuron sends on.")),
            "S": Chip("S", self.tr("The weighted sum, from which σ makes the activation.")),
            "B": Chip("B", self.tr("The bias: how easily the neuron fires.")),
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
        self._table.told.connect(self.told)
        self._sums = _Sums()
        self._table.decimals_changed.connect(self._sums.show_decimals)
        self._pictures_heading = label("heading", self.tr("What it looks for, and what it finds"))
        self._pictures = {
            "W": WeightPicture("W", self.tr("The weight from every pixel: what it looks for.")),
            "W·a": WeightPicture("W·a", self.tr("What every pixel of this digit adds to S.")),
            "∂C/∂W": WeightPicture(
                "∂C/∂W", self.tr("How much C of the next mini-batch rises with each weight.")
            ),
        }
        self._next = label("plain", wrap=True)
        self._over_data = OverData()
        self._over_data.example_chosen.connect(self.example_chosen)
        self._assemble()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.comparison.set_theme(theme)
        self._curve.set_theme(theme)
        self._over_data.set_theme(theme)
        self._table.set_theme(theme)
        for picture in self._pictures.values():
            picture.set_theme(theme)

    def write_numbers(self) -> None:
        """Write in the present style what is not written anew with every state."""
        self._over_data.write_numbers()

    def show_neuron(self, snapshot: Snapshot, neuron: Neuron, pinned: Neuron | None) -> None:
        """Show this neuron as it is in this snapshot, compared with the pinned one."""
        ledger = Ledger.of(snapshot, neuron.layer, neuron.index)
        self._show_names(snapshot, neuron)
        self._show_numbers(snapshot, neuron)
        self.comparison.show_pair(snapshot, neuron, pinned)
        self._formulas.setText(firing_text(snapshot, neuron, ledger, self._theme))
        self._show_target(snapshot, neuron)
        self._curve.show_neuron(snapshot, neuron)
        self._over_data.follow(snapshot, neuron)
        shape = snapshot.picture_shape if neuron.layer == 1 else None
        columns = shape[1] if shape else 0
        title = self.tr("row, col") if columns else self.tr("from")
        self._table.terms.show(ledger, lambda origin: _origin_name(origin, columns), title)
        self._table.fit_rows()
        self._sums.show_ledger(ledger, self._table.decimals)
        self._show_pictures(snapshot, neuron, shape)
        self._next.setText(neuron_change(snapshot, neuron, columns, self._theme))

    def questions(self, snapshot: Snapshot, neuron: Neuron) -> tuple[Question, ...]:
        """What the page has to ask of the run, to show more of this neuron."""
        del snapshot
        return (NeuronOverData(neuron.layer, neuron.index),)

    def show_answer(self, answered: Answered, snapshot: Snapshot) -> None:
        """Show the answer to one of them."""
        if isinstance(answered.answer, OverTheData):
            self._over_data.show_answer(answered.answer, snapshot)

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(4)
        column.addWidget(ChipRow(*self._chips.values()))
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
        column.addWidget(label("heading", self.tr("The next step will change")))
        column.addWidget(self._next)
        column.addSpacing(6)
        column.addWidget(label("heading", self.tr("Over the data")))
        column.addWidget(self._over_data)
        column.addStretch(1)

    def _show_names(self, snapshot: Snapshot, neuron: Neuron) -> None:
        is_output = neuron.layer == len(snapshot.sizes) - 1
        size = snapshot.sizes[neuron.layer]
        sigma = snapshot.activation(neuron.layer)
        if is_output:
            self._title.setText(self.tr("Output neuron {index}").format(index=neuron.index))
        else:
            self._title.setText(self.tr("Neuron {index}").format(index=neuron.index))
        self._subtitle.setText(
            self.tr("of layer {layer} ({count} neurons, σ is {sigma})").format(
                layer=neuron.layer, count=count(size), sigma=sigma
            )
        )

    def _show_numbers(self, snapshot: Snapshot, neuron: Neuron) -> None:
        layer, index = neuron.layer, neuron.index
        a = float(snapshot.activations[layer][index])
        total = float(snapshot.weighted_sums[layer - 1][index])
        bias = float(snapshot.parameters.biases[layer - 1][index])
        slope = float(snapshot.gradient.biases[layer - 1][index])
        self._chips["a"].set_value(fixed(a), exact=a)
        self._chips["S"].set_value(fixed(total), exact=total)
        self._chips["B"].set_value(fixed(bias, sign=True), sign_colour(self._theme, bias), bias)
        self._chips["slope"].set_value(significant(slope), sign_colour(self._theme, slope), slope)

    def _show_target(self, snapshot: Snapshot, neuron: Neuron) -> None:
        is_output = neuron.layer == len(snapshot.sizes) - 1
        self._target.setVisible(is_output)
        if not is_output:
            return
        self._target.setText(self._target_text(snapshot, neuron.index))

    def _target_text(self, snapshot: Snapshot, index: int) -> str:
        terms = CostTerms.of(snapshot)
        term = terms.terms[index]
        decimals = decimals_for(term.value)
        worked = terms.worked(index, decimals)
        if worked is None:
            text = self.tr(
                "This digit is a {digit}, so t = {t} here, and this neuron adds {value} to C."
            )
            formula, line, sign = "", "", ""
        else:
            text = self.tr(
                "This digit is a {digit}, so t = {t} here, and this neuron adds "
                "{formula} = {line} {sign} {value} to C."
            )
            formula, line, sign = TERM_FORMULAS[terms.cost], worked.text, equals(worked.holds)
        return text.format(
            digit=snapshot.progress.example.label,
            t=term.target,
            formula=formula,
            line=line,
            sign=sign,
            value=fixed(term.value, decimals),
        )

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


def _products(weights: FloatArray, inputs: FloatArray) -> FloatArray:
    with np.errstate(invalid="ignore", over="ignore"):
        return weights * inputs


class _Sums(QWidget):
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


def _origin_name(origin: int, columns: int) -> str:
    return f"{origin // columns}, {origin % columns}" if columns else str(origin)
