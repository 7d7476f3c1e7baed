"""What the next step will change, and what makes it: sentences as HTML."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from visualiser.ledger import equals, scales
from visualiser.number_format import count, factor, plain, significant, style
from visualiser.recipe_words import (
    frozen_weights,
    is_plain_where_free,
    present_rate,
    what_made_it,
)
from visualiser.selection import Connection, Neuron
from visualiser.sentences import in_a_row
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.coloured import coloured
from visualiser.widgets.labels import symbol

_W, _B = symbol("W"), symbol("B")
# Digits of the slope, more than of the change, which can so be checked by hand.
_MORE_DIGITS = 2


def weight_change(snapshot: Snapshot, chosen: Connection, theme: Theme) -> str:
    """How the next step changes the W of a connection."""
    gap = chosen.layer - 1
    recipe = snapshot.progress.recipe
    frozen = frozen_weights(recipe, chosen.layer, chosen.to)
    if frozen is None or chosen.origin in frozen:
        return _tr("Nothing: this weight is frozen, and the next step leaves it alone.")
    change = -float(snapshot.update.weights[gap][chosen.to, chosen.origin])
    if not is_plain_where_free(recipe):
        shown = coloured(theme, change, significant(change))
        text = _tr("{W} by {change}.").format(W=_W, change=shown)
        return text + _reason(snapshot, theme)
    slope = float(snapshot.gradient.weights[gap][chosen.to, chosen.origin])
    worked = _worked(snapshot.progress.next_learning_rate, slope, change, theme)
    return _tr("{W} by −η · ∂C/∂W = {worked}").format(W=_W, worked=worked)


def neuron_change(snapshot: Snapshot, neuron: Neuron, columns: int, theme: Theme) -> str:
    """How the next step changes B and the W of a neuron.

    ``columns`` is how many the input picture has, where the weights come from there; else 0.
    """
    layer, index = neuron.layer, neuron.index
    recipe = snapshot.progress.recipe
    frozen = frozen_weights(recipe, layer, index)
    if frozen is None:
        return _tr("Nothing: this neuron is frozen, and the next step leaves its W and B alone.")
    bias = -float(snapshot.update.biases[layer - 1][index])
    weights = -snapshot.update.weights[layer - 1][index]
    if bias == 0 and not weights.any():
        text = _why_nothing(snapshot, neuron)
    else:
        text = _bias_and_weight(snapshot, neuron, columns, theme)
    if frozen:
        text = in_a_row((text, _frozen_sentence(len(frozen))))
    if not is_plain_where_free(recipe):
        text += _reason(snapshot, theme)
    return text


def _bias_and_weight(snapshot: Snapshot, neuron: Neuron, columns: int, theme: Theme) -> str:
    gap, index = neuron.layer - 1, neuron.index
    change = -float(snapshot.update.biases[gap][index])
    weights = -snapshot.update.weights[gap][index]
    strongest = int(np.abs(np.nan_to_num(weights)).argmax())
    weight = float(weights[strongest])
    if is_plain_where_free(snapshot.progress.recipe):
        text = _tr(
            "{B} by −η · ∂C/∂B = {change}. "
            "Of its weights, the one from {origin} changes most: {W} by {weight}."
        )
        slope = float(snapshot.gradient.biases[gap][index])
        shown = _worked(snapshot.progress.next_learning_rate, slope, change, theme)
    else:
        text = _tr(
            "{B} by {change}. Of its weights, the one from {origin} changes most: {W} by {weight}."
        )
        shown = coloured(theme, change, significant(change))
    return text.format(
        B=_B,
        change=shown,
        origin=_origin_name(strongest, columns),
        W=_W,
        weight=coloured(theme, weight, significant(weight)),
    )


def _why_nothing(snapshot: Snapshot, neuron: Neuron) -> str:
    if snapshot.held_at(neuron.layer, neuron.index) is not None:
        return _tr("Nothing: while a is held, C depends neither on its W nor on its B.")
    return _tr("Nothing here: neither its B nor any of its W.")


def _frozen_sentence(weights: int) -> str:
    if weights == 1:
        return _tr("One of its weights is frozen: the next step leaves it alone.")
    text = _tr("{count} of its weights are frozen: the next step leaves them alone.")
    return text.format(count=count(weights))


def _reason(snapshot: Snapshot, theme: Theme) -> str:
    """What made the change, in the lines below it."""
    progress = snapshot.progress
    sentences = in_a_row([*what_made_it(progress), present_rate(progress)])
    return f'<br><span style="color: {theme.secondary}">{sentences}</span>'


def _worked(rate: float, slope: float, change: float, theme: Theme) -> str:
    """−η · slope with its numbers."""
    digits = style().digits + _MORE_DIGITS
    written = plain(rate), factor(significant(slope, digits)), significant(change)
    sign = equals(scales("−1", *written))
    return f"−{written[0]} · {written[1]} {sign} {coloured(theme, change, written[2])}"


def _origin_name(origin: int, columns: int) -> str:
    if columns:
        text = _tr("row {row}, column {column}")
        return text.format(row=origin // columns, column=origin % columns)
    return _tr("neuron {index}").format(index=origin)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NextChange", text)
