"""The formulas of the phases with a step's numbers in them: lines of HTML."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.activations import apply
from core.costs import COSTS
from core.parameters import FloatArray
from core.quiet import quietly
from visualiser.ledger import Ledger, adds_up, equals, fires, scales
from visualiser.number_format import count, factor, fixed, plain, significant
from visualiser.phase_focus import Focus
from visualiser.phase_step import PhaseStep
from visualiser.phase_sums import decimals_of, differs, divides, doubles, sums_to
from visualiser.recipe_words import (
    frozen_weights,
    is_plain_where_free,
    present_rate,
    what_made_it,
)
from visualiser.sentences import in_a_row
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.coloured import added, coloured
from visualiser.widgets.firing import firing_text
from visualiser.widgets.labels import symbol

A, S, B, W, C, T = (symbol(one) for one in ("a", "S", "B", "W", "C", "t"))
DELTA, SIGMA, ETA = (symbol(one) for one in ("δ", "σ", "η"))
SLOPE_W, SLOPE_A, SIGMA_SLOPE = symbol("∂C/∂W"), symbol("∂C/∂a"), symbol("σ′")
CHANGE_W, CHANGE_C = f"Δ{W}", f"Δ{C}"
# Digits of what is multiplied: two more than of the product.
_DIGITS = 5


def forward_lines(step: PhaseStep, focus: Focus, theme: Theme) -> list[str]:
    """S = Σ W·a + B and a = σ(S) of a neuron."""
    neuron = focus.neuron
    held = step.snapshot.held_at(neuron.layer, neuron.index)
    if step.followed is not None or held is not None:
        shown = step.of_example(step.followed or 0)
        ledger = Ledger.of(shown, neuron.layer, neuron.index)
        lines = firing_text(shown, neuron, ledger, theme).split("<br>")
        # S comes first; where it is held and of a mean, S is that of one digit, and left out.
        return [lines[-1], *lines[:-1]] if step.followed is not None else lines[:-1]
    return _mean_forward(step, focus, theme)


def _mean_forward(step: PhaseStep, focus: Focus, theme: Theme) -> list[str]:
    layer, index = focus.neuron.layer, focus.neuron.index
    total, a = float(step.weighted_sums(layer)[index]), float(step.activations(layer)[index])
    bias = float(step.snapshot.parameters.biases[layer - 1][index])
    is_inside = step.snapshot.description.settings.bias == "inside"
    sigma = step.snapshot.activation_functions[layer - 1]
    if is_inside:
        terms = total - bias
        numbers = (
            f"{coloured(theme, terms, fixed(terms, sign=True))} {added(theme, bias)} "
            f"{equals(adds_up(terms, bias, total))} {fixed(total)}"
        )
        text = _tr("mean {S} = Σ {W} · mean {a} + {B} = {numbers}")
    else:
        numbers = fixed(total)
        text = _tr("mean {S} = Σ {W} · mean {a} = {numbers}")
    lines = [text.format(S=S, W=W, a=A, B=B, numbers=numbers)]
    text = _tr("mean {a} = {value}, the mean of the {a} of {count} examples")
    lines.append(text.format(a=A, value=fixed(a), count=count(step.count)))
    if sigma.is_elementwise:
        fired = float(apply(sigma, np.array([total]))[0])
        sign = equals(fires(sigma.name, total, fired))
        text = _tr("{sigma} of the mean {S} is {numbers}, which is not the mean of {sigma}({S})")
        numbers = f"{SIGMA}({fixed(total)}) {sign} {fixed(fired)}"
        lines.append(text.format(sigma=SIGMA, S=S, numbers=numbers))
    return lines


# -------------------------------------------------------------------- backward


def backward_lines(step: PhaseStep, focus: Focus, theme: Theme) -> list[str]:
    """δ of a neuron and ∂C/∂W of one of its weights."""
    if step.followed is None:
        return _mean_backward(step, focus, theme)
    layer, to, origin = focus.neuron.layer, focus.neuron.index, focus.connection.origin
    delta, a = float(step.deltas(layer)[to]), float(step.activations(layer - 1)[origin])
    if step.snapshot.held_at(layer, to) is not None:
        text = _tr("{delta} = 0: while {a} is held, {C} does not depend on {S}.")
        first = [text.format(delta=DELTA, a=A, C=C, S=S)]
    else:
        first = _delta_lines(step, layer, to, theme)
    product = float(step.gradient(layer)[to, origin])
    return [*first, f"{SLOPE_W} = {DELTA} · {A} = {_product(delta, a, product, theme)}"]


def _delta_lines(step: PhaseStep, layer: int, to: int, theme: Theme) -> list[str]:
    delta, a = float(step.deltas(layer)[to]), float(step.activations(layer)[to])
    cost = COSTS[step.snapshot.description.settings.cost]
    is_last = layer == step.last
    # It is there for one example alone: of a mean there are no such lines.
    target = float(step.of_example(step.followed or 0).targets[to]) if is_last else 0.0
    if is_last and cost.partner is not None:
        decimals = decimals_of(delta, digits=_DIGITS)
        sign = equals(differs(a, target, delta, decimals))
        result = coloured(theme, delta, fixed(delta, decimals))
        return [f"{DELTA} = {A} − {T} = {fixed(a, decimals)} − {plain(target)} {sign} {result}"]
    if not step.snapshot.activation_functions[layer - 1].is_elementwise:
        text = _tr("{delta} = {slope} = {value}: with softmax it depends on every output.")
        value = coloured(theme, delta, significant(delta))
        return [text.format(delta=DELTA, slope=symbol("∂C/∂S"), value=value)]
    slope, cost_slope = float(step.slopes(layer)[to]), float(step.cost_slopes(layer)[to])
    if is_last and cost.name == "quadratic":
        first = f"{SLOPE_A} = 2 ({A} − {T}) = {_twice(a, target, cost_slope, theme)}"
    else:
        value = coloured(theme, cost_slope, significant(cost_slope))
        text = _tr("{slope} = Σ {W}·{delta} over layer {layer} = {value}")
        first = text.format(slope=SLOPE_A, W=W, delta=DELTA, layer=layer + 1, value=value)
    product = _product(cost_slope, slope, delta, theme)
    return [first, f"{DELTA} = {SLOPE_A} · {SIGMA_SLOPE}({S}) = {product}"]


def _twice(a: float, target: float, slope: float, theme: Theme) -> str:
    decimals = decimals_of(slope)
    sign = equals(doubles(a, target, slope, decimals))
    result = coloured(theme, slope, fixed(slope, decimals))
    return f"2 · ({fixed(a, decimals)} − {plain(target)}) {sign} {result}"


def _mean_backward(step: PhaseStep, focus: Focus, theme: Theme) -> list[str]:
    layer, to, origin = focus.neuron.layer, focus.neuron.index, focus.connection.origin
    deltas = step.layer_trace(layer).deltas
    inputs = step.layer_trace(layer - 1).activations
    if deltas is None:
        raise AssertionError("only layer 0 has no δ")
    each = deltas[to].astype(np.float64)
    with np.errstate(all="ignore"):
        wished = each * inputs[origin]
    mean, slope = float(step.deltas(layer)[to]), float(step.gradient(layer)[to, origin])
    text = _tr("mean {delta} = Σ {delta} / {count} = {numbers}")
    first = text.format(delta=DELTA, count=count(step.count), numbers=_mean(each, mean, theme))
    numbers = _mean(wished, slope, theme)
    return [first, f"{SLOPE_W} = Σ {DELTA}·{A} / {count(step.count)} = {numbers}"]


def _mean(each: FloatArray, mean: float, theme: Theme) -> str:
    """The sum of these over their number, and their mean."""
    total, decimals = float(quietly(np.sum, each)), decimals_of(mean)
    sign = equals(divides(total, len(each), mean, decimals))
    result = coloured(theme, mean, fixed(mean, decimals, sign=True))
    return f"{fixed(total, decimals)} / {count(len(each))} {sign} {result}"


# -------------------------------------------------------------------- update and done


def update_lines(step: PhaseStep, focus: Focus, theme: Theme) -> list[str]:
    """W ← W + ΔW, and where ΔW comes from."""
    chosen, progress = focus.connection, step.snapshot.progress
    frozen = frozen_weights(progress.recipe, chosen.layer, chosen.to)
    if frozen is None or chosen.origin in frozen:
        return [_tr("This weight is frozen, and the step leaves it alone.")]
    change = float(step.change(chosen.layer)[chosen.to, chosen.origin])
    before = float(step.snapshot.parameters.weights[chosen.layer - 1][chosen.to, chosen.origin])
    # As it is computed, in the precision of the network.
    after = float(np.float32(before) + np.float32(change))
    moved = f"{W} ← {W} + {CHANGE_W} = {_moved(before, change, after, theme)}"
    if not is_plain_where_free(progress.recipe):
        reasons = in_a_row([*what_made_it(progress), present_rate(progress)])
        quiet = f'<span style="color: {theme.secondary}">{reasons}</span>'
        return [f"{CHANGE_W} = {coloured(theme, change, significant(change))}", moved, quiet]
    slope = float(step.snapshot.gradient.weights[chosen.layer - 1][chosen.to, chosen.origin])
    numbers = plain(progress.next_learning_rate), significant(slope, _DIGITS), significant(change)
    sign = equals(scales("−1", *numbers))
    worked = f"−{numbers[0]} · {factor(numbers[1])} {sign} {coloured(theme, change, numbers[2])}"
    return [f"{CHANGE_W} = −{ETA} · {SLOPE_W} = {worked}", moved]


def done_lines(step: PhaseStep, after: Snapshot, focus: Focus, theme: Theme) -> list[str]:
    """What became of a weight, and of C: as predicted, and in fact."""
    gap, place = focus.connection.layer - 1, (focus.connection.to, focus.connection.origin)
    old = float(step.snapshot.parameters.weights[gap][place])
    new = float(after.parameters.weights[gap][place])
    change = float(step.change(gap + 1)[place])
    return [
        _tr("{W} is now {numbers}").format(W=W, numbers=_moved(old, change, new, theme)),
        _predicted_line(step, theme),
        _actual_line(step, theme),
    ]


def _predicted_line(step: PhaseStep, theme: Theme) -> str:
    predicted = step.traced.predicted_change
    result = fixed(predicted, decimals_of(predicted, step.traced.actual_change), sign=True)
    shown = coloured(theme, predicted, result)
    progress = step.snapshot.progress
    if not progress.recipe.is_plain:
        text = _tr("predicted {change} = Σ {slope} · {move} over all {W} and {B} = {value}")
        return text.format(change=CHANGE_C, slope=SLOPE_W, move=CHANGE_W, W=W, B=B, value=shown)
    vector = step.snapshot.gradient.vector.astype(np.float64)
    square = significant(float(quietly(np.dot, vector, vector)), _DIGITS, sign=False)
    rate = plain(progress.next_learning_rate)
    sign = equals(scales("−1", rate, square, result))
    text = _tr("predicted {change} = {formula} = {numbers}")
    formula = f"−{ETA} · ‖∇{C}‖²"
    numbers = f"−{rate} · {square} {sign} {shown}"
    return text.format(change=CHANGE_C, formula=formula, numbers=numbers)


def _actual_line(step: PhaseStep, theme: Theme) -> str:
    cost, actual = step.traced.cost, step.traced.actual_change
    decimals = decimals_of(step.traced.predicted_change, actual)
    numbers = f"{fixed(cost + actual, decimals)} − {fixed(cost, decimals)}"
    sign = equals(differs(cost + actual, cost, actual, decimals))
    shown = coloured(theme, actual, fixed(actual, decimals, sign=True))
    text = _tr("actual {change} = {numbers}")
    return text.format(change=CHANGE_C, numbers=f"{numbers} {sign} {shown}")


def _moved(before: float, change: float, after: float, theme: Theme) -> str:
    decimals = decimals_of(change)
    sign = equals(sums_to([before, change], after, decimals))
    text = fixed(change, decimals, sign=True)
    spaced = f"{text[0]} {text[1:]}" if text[0] in "+−" else f"+ {text}"
    shown = coloured(theme, change, spaced)
    return f"{fixed(before, decimals)} {shown} {sign} {fixed(after, decimals)}"


# -------------------------------------------------------------------- numbers


def _product(first: float, second: float, product: float, theme: Theme) -> str:
    numbers = [significant(one, _DIGITS, sign=False) for one in (first, second)]
    result = significant(product)
    sign = equals(scales(*numbers, result))
    return f"{numbers[0]} · {factor(numbers[1])} {sign} {coloured(theme, product, result)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhaseFormulas", text)
