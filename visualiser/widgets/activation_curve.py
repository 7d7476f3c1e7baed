"""ActivationCurve: σ as a curve, with the point (S, a) of a neuron and its slope there."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.activations import Activation
from core.costs import cost_named
from visualiser.number_format import amount, fixed, plain, significant
from visualiser.selection import Neuron
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.curve_canvas import (
    FLAT,
    CurveCanvas,
    Point,
    curve_of,
    point_at,
    reach_for,
    shape_of,
)
from visualiser.widgets.labels import label, symbol, tabular

# For the worked example of a slope.
_SMALL_CHANGE = 0.1
_A, _S, _B, _SIGMA = (symbol(letter) for letter in ("a", "S", "B", "σ"))


class ActivationCurve(QWidget):
    """The curve of a neuron's σ with (S, σ(S)) on it, its tangent, and σ′(S) in words.

    Where a does not follow from S alone, a sentence says so in the place of the curve. With
    a bias outside σ the curve is still that of σ, to which B is then added.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("σ at S"))
        self._shown: tuple[Neuron, Activation] | None = None
        self._canvas = CurveCanvas()
        self._slope = label("number")
        self._slope.setFont(tabular(self._slope.font()))
        self._words = label("secondary", wrap=True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._assemble()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._canvas.set_theme(theme)

    def show_neuron(self, snapshot: Snapshot, neuron: Neuron) -> None:
        """Show where this neuron, of layer 1 or later, is on its σ in this snapshot."""
        sigma = snapshot.activation_functions[neuron.layer - 1]
        total = float(snapshot.weighted_sums[neuron.layer - 1][neuron.index])
        refusal = _refusal(snapshot, neuron, sigma, total)
        self._canvas.setVisible(not refusal)
        self._slope.setVisible(not refusal)
        if refusal:
            self._shown = None
            self.setToolTip(
                self.tr("A curve of σ shows how a follows from S, where a follows from S alone.")
            )
            self._words.setText(refusal)
            self.setAccessibleDescription(QTextDocumentFragment.fromHtml(refusal).toPlainText())
            return
        point = point_at(sigma.name, total)
        is_same = self._shown == (neuron, sigma)
        self._shown = (neuron, sigma)
        reach = reach_for(total, self._canvas.reach() if is_same else 0.0)
        name = "σ(S)" if _is_outside(snapshot) else "a"
        self._canvas.show_point(curve_of(sigma.name, reach), point, name)
        self._say(snapshot, neuron, sigma, point)

    # ---------------------------------------------------------------- parts

    def _assemble(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._slope)
        texts.addWidget(self._words)
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._canvas, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    def _say(self, snapshot: Snapshot, neuron: Neuron, sigma: Activation, point: Point) -> None:
        self._slope.setText(f"{symbol('σ′')}({symbol('S')}) = {amount(point.slope)}")
        self._words.setText(_words(snapshot, neuron, sigma, point))
        tip = self.tr(
            "How steep σ is at this S, and so how much of ∂C/∂a reaches S. The straight line "
            "has this slope; where σ is almost flat, the ground is shaded. "
            "σ(S) = {sigma}; σ′(S) = {slope}, in which a is σ(S)."
        )
        self.setToolTip(tip.format(sigma=sigma.formula, slope=sigma.derivative))
        numbers = self.tr("S is {S}, σ(S) is {fired} and σ′(S) is {slope}.")
        self.setAccessibleDescription(
            numbers.format(
                S=fixed(point.total), fired=fixed(point.fired), slope=amount(point.slope)
            )
        )


def _refusal(snapshot: Snapshot, neuron: Neuron, sigma: Activation, total: float) -> str:
    """Why there is no point on a curve to show, if so, as HTML."""
    held = snapshot.held_at(neuron.layer, neuron.index)
    if held is not None:
        sentence = _tr(
            "This neuron is held: {a} is {value} whatever {S} is, so no curve decides it."
        )
        return sentence.format(a=_A, S=_S, value=plain(held))
    if not sigma.is_elementwise:
        sentence = _tr(
            "{a} depends on every {S} of this layer, not on this one alone, so there is no "
            "single curve to draw."
        )
        return sentence.format(a=_A, S=_S)
    if not math.isfinite(total):
        return _tr("{S} is no finite number, so it has no place on a curve.").format(S=_S)
    return ""


def _words(snapshot: Snapshot, neuron: Neuron, sigma: Activation, point: Point) -> str:
    """What the slope means for this neuron, in a sentence or two, as HTML."""
    shape = shape_of(sigma.name)
    # Away from 0, where σ may have a corner.
    step = math.copysign(_SMALL_CHANGE, point.total) if point.total else -_SMALL_CHANGE
    change = significant(step * point.slope)
    if shape.is_straight:
        sentence = _tr("{sigma} is a straight line: its slope is the same at every {S}.")
    elif point.slope == 0 and shape.below == 0:
        sentence = _dead(snapshot)
    elif abs(point.slope) < FLAT * shape.steepest:
        sentence = _saturated(snapshot, neuron)
    elif step > 0:
        sentence = _tr("If {S} rises by {step}, {a} changes by about {change}.")
    else:
        sentence = _tr("If {S} falls by {step}, {a} changes by about {change}.")
    return sentence.format(a=_A, S=_S, B=_B, sigma=_SIGMA, step=plain(_SMALL_CHANGE), change=change)


def _dead(snapshot: Snapshot) -> str:
    if _is_outside(snapshot):
        return _tr(
            "Dead for this input: {sigma}({S}) is 0 and stays so until {S} rises above 0; of "
            "the gradient, only {B} gets any."
        )
    return _tr(
        "Dead for this input: {a} is 0 and stays so until {S} rises above 0; it passes no "
        "gradient on."
    )


def _saturated(snapshot: Snapshot, neuron: Neuron) -> str:
    is_output = neuron.layer == len(snapshot.sizes) - 1
    if is_output and cost_named(snapshot.description.settings.cost).partner is not None:
        return _tr(
            "Saturated: {S} can change much while {a} hardly does. This cost makes up for it: "
            "∂C/∂{S} = {a} − t."
        )
    return _tr("Saturated: {S} can change much while {a} hardly does, so its weights learn slowly.")


def _is_outside(snapshot: Snapshot) -> bool:
    return snapshot.description.settings.bias == "outside"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActivationCurve", text)
