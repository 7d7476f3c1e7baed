"""NeuronPage: why a neuron's numbers are what they are."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from core.parameters import FloatArray
from visualiser.ledger import Ledger, adds_up, equals, fires, shown, squares
from visualiser.network_view.colours import full_scale
from visualiser.number_format import count, factor, fixed, plain, significant
from visualiser.selection import Neuron
from visualiser.theme import DARK, Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import Chip, label, line, row_of, symbol, tabular
from visualiser.widgets.term_table import TermTable
from visualiser.widgets.weight_picture import WeightPicture


class NeuronPage(QWidget):
    """A neuron of layer 1 or later: a, S, B, the formula, the ledger, the next change.

    Signals
    -------
    origin_chosen (int)
        A neuron of the layer before was chosen in the table.
    """

    origin_chosen = Signal(int)

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
        self._formulas = label("plain", wrap=True)
        self._target = label("secondary", wrap=True)
        self._table = TermTable()
        self._table.origin_chosen.connect(self.origin_chosen)
        self._sums = _Sums()
        self._pictures_heading = label("heading", self.tr("What it looks for, and what it finds"))
        self._pictures = {
            "W": WeightPicture("W", self.tr("The weight from every pixel: what it looks for.")),
            "W·a": WeightPicture("W·a", self.tr("What every pixel of this digit adds to S.")),
            "∂C/∂W": WeightPicture(
                "∂C/∂W", self.tr("How much C of the next mini-batch rises with each weight.")
            ),
        }
        self._next = label("plain", wrap=True)
        self._assemble()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._table.set_theme(theme)
        for picture in self._pictures.values():
            picture.set_theme(theme)

    def show_neuron(self, snapshot: Snapshot, neuron: Neuron) -> None:
        """Show this neuron as it is in this snapshot."""
        ledger = Ledger.of(snapshot, neuron.layer, neuron.index)
        self._show_names(snapshot, neuron)
        self._show_numbers(snapshot, neuron)
        self._formulas.setText(self._formula_text(snapshot, neuron, ledger))
        self._show_target(snapshot, neuron)
        shape = snapshot.picture_shape if neuron.layer == 1 else None
        columns = shape[1] if shape else 0
        title = self.tr("row, col") if columns else self.tr("from")
        self._table.terms.show(ledger, lambda origin: _origin_name(origin, columns), title)
        self._table.fit_rows()
        self._sums.show_ledger(ledger)
        self._show_pictures(snapshot, neuron, shape)
        self._next.setText(self._next_text(snapshot, neuron, ledger, columns))

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(4)
        column.addLayout(row_of(*self._chips.values(), spacing=6))
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
        column.addWidget(label("heading", self.tr("The next step will change")))
        column.addWidget(self._next)
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
        bias = float(snapshot.parameters.biases[layer - 1][index])
        slope = float(snapshot.gradient.biases[layer - 1][index])
        self._chips["a"].set_value(fixed(float(snapshot.activations[layer][index])))
        self._chips["S"].set_value(fixed(float(snapshot.weighted_sums[layer - 1][index])))
        self._chips["B"].set_value(fixed(bias, sign=True), self._sign_colour(bias))
        self._chips["slope"].set_value(significant(slope), self._sign_colour(slope))

    def _formula_text(self, snapshot: Snapshot, neuron: Neuron, ledger: Ledger) -> str:
        a = float(snapshot.activations[neuron.layer][neuron.index])
        bias = float(snapshot.parameters.biases[neuron.layer - 1][neuron.index])
        total = ledger.total
        sigma = snapshot.activation(neuron.layer)
        letter = {name: symbol(name) for name in ("a", "S", "B", "σ", "W")}
        if ledger.bias is not None:
            terms = total - bias
            sign = equals(fires(sigma, total, a))
            first = f"{letter['a']} = {letter['σ']}({letter['S']}) = {letter['σ']}({fixed(total)})"
            first += f" {sign} {fixed(a)}"
            sign = equals(adds_up(terms, bias, total))
            second = f"{letter['S']} = Σ {letter['W']}·{letter['a']} + {letter['B']} = "
            second += f"{self._coloured(terms)} {self._added(bias)} {sign} {fixed(total)}"
            return f"{first}<br>{second}"
        fired = a - bias
        sign = equals(adds_up(fired, bias, a) and fires(sigma, total, fired))
        first = f"{letter['a']} = {letter['σ']}({letter['S']}) + {letter['B']} = "
        first += f"{fixed(fired)} {self._added(bias)} {sign} {fixed(a)}"
        second = f"{letter['S']} = Σ {letter['W']}·{letter['a']} = {fixed(total)}"
        return f"{first}<br>{second}"

    def _show_target(self, snapshot: Snapshot, neuron: Neuron) -> None:
        is_output = neuron.layer == len(snapshot.sizes) - 1
        self._target.setVisible(is_output)
        if not is_output:
            return
        true_digit = snapshot.progress.example.label
        target = 1.0 if neuron.index == true_digit else 0.0
        a = float(snapshot.activations[-1][neuron.index])
        text = self.tr(
            "This digit is a {digit}, so t = {t} here, and this neuron adds "
            "(t\u00a0−\u00a0a)² = ({t}\u00a0−\u00a0{a})² {equals} {square} to C."
        )
        square = (target - a) ** 2
        self._target.setText(
            text.format(
                digit=true_digit,
                t=plain(target),
                a=fixed(a),
                equals=equals(squares(target, a, square)),
                square=fixed(square),
            )
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

    def _next_text(self, snapshot: Snapshot, neuron: Neuron, ledger: Ledger, columns: int) -> str:
        rate = snapshot.progress.learning_rate
        slope = float(snapshot.gradient.biases[neuron.layer - 1][neuron.index])
        bias = -rate * slope
        gradients = np.abs(np.nan_to_num(ledger.gradients))
        strongest = int(gradients.argmax())
        weight = -rate * float(ledger.gradients[strongest])
        return self.tr(
            "{B} by −η · ∂C/∂B = −{rate} · {slope} = {bias}. "
            "Of its weights, the one from {origin} changes most: {W} by {weight}."
        ).format(
            B=symbol("B"),
            rate=plain(rate),
            # Two digits more than the result, which can then be checked by hand.
            slope=factor(significant(slope, 5)),
            bias=self._coloured_text(bias, significant(bias)),
            W=symbol("W"),
            origin=_long_origin_name(self, int(ledger.origins[strongest]), columns),
            weight=self._coloured_text(weight, significant(weight)),
        )

    # ---------------------------------------------------------------- colour

    def _sign_colour(self, value: float) -> str:
        return self._theme.positive if value > 0 else self._theme.negative if value < 0 else ""

    def _coloured(self, value: float) -> str:
        return self._coloured_text(value, fixed(value, sign=True))

    def _added(self, value: float) -> str:
        text = fixed(value, sign=True)
        spaced = f"{text[0]} {text[1:]}" if text[0] in "+−" else f"+ {text}"
        return self._coloured_text(value, spaced)

    def _coloured_text(self, value: float, text: str) -> str:
        return f'<span style="color: {self._sign_colour(value)}">{text}</span>'


def _products(weights: FloatArray, inputs: FloatArray) -> FloatArray:
    with np.errstate(invalid="ignore", over="ignore"):
        return weights * inputs


class _Sums(QWidget):
    """The last lines of a ledger: the rows together, B, what rounding leaves, S."""

    def __init__(self) -> None:
        super().__init__()
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

    def show_ledger(self, ledger: Ledger) -> None:
        """Show how the rows add up to S."""
        self._names[0].setText(
            self.tr("all {count} rows of W·a together").format(count=count(len(ledger.terms)))
        )
        self._values[0].setText(shown(ledger.shown_sum))
        has_bias = ledger.bias is not None
        self._names[1].setVisible(has_bias)
        self._values[1].setVisible(has_bias)
        if ledger.bias is not None:
            self._values[1].setText(fixed(ledger.bias, sign=True))
        self._values[2].setText(shown(ledger.rounding))
        self._values[3].setText(fixed(ledger.total, sign=True))


def _origin_name(origin: int, columns: int) -> str:
    return f"{origin // columns}, {origin % columns}" if columns else str(origin)


def _long_origin_name(widget: QWidget, origin: int, columns: int) -> str:
    if columns:
        return widget.tr("row {row}, column {column}").format(
            row=origin // columns, column=origin % columns
        )
    return widget.tr("neuron {index}").format(index=origin)
