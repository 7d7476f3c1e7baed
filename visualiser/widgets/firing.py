"""Why a neuron fires as it does: a from S, and S from its terms, as lines of HTML."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.ledger import Ledger, Share, adds_up, equals, fires
from visualiser.number_format import fixed, plain
from visualiser.selection import Neuron
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.coloured import added, coloured
from visualiser.widgets.labels import symbol

_A, _S, _B, _SIGMA, _W = (symbol(letter) for letter in ("a", "S", "B", "σ", "W"))
# In a layer of more neurons, Σ eˢ is not written out.
_MOST_POWERS = 12


def firing_text(snapshot: Snapshot, neuron: Neuron, ledger: Ledger, theme: Theme) -> str:
    """The lines that lead from the terms of S to a."""
    held = snapshot.held_at(neuron.layer, neuron.index)
    if held is not None:
        sentence = _tr("{a} = {value} whatever {S} is: this neuron is held there.")
        first = [sentence.format(a=_A, value=plain(held), S=_S)]
    elif snapshot.activation(neuron.layer) == "softmax":
        first = _share_lines(snapshot, neuron, ledger, theme)
    else:
        first = [_firing_line(snapshot, neuron, ledger, theme)]
    return "<br>".join([*first, _sum_line(ledger, theme)])


def _firing_line(snapshot: Snapshot, neuron: Neuron, ledger: Ledger, theme: Theme) -> str:
    """A = σ(S), with the bias where it is added after that."""
    a, bias, sigma = _facts(snapshot, neuron)
    total = ledger.total
    if ledger.bias is not None:
        sign = equals(fires(sigma, total, a))
        return f"{_A} = {_SIGMA}({_S}) = {_SIGMA}({fixed(total)}) {sign} {fixed(a)}"
    return _outside_line(a, bias, fires(sigma, total, a - bias), theme)


def _outside_line(a: float, bias: float, holds: bool, theme: Theme) -> str:
    """A = σ(S) + B."""
    fired = a - bias
    sign = equals(adds_up(fired, bias, a) and holds)
    numbers = f"{fixed(fired)} {added(theme, bias)} {sign} {fixed(a)}"
    return f"{_A} = {_SIGMA}({_S}) + {_B} = {numbers}"


def _share_lines(snapshot: Snapshot, neuron: Neuron, ledger: Ledger, theme: Theme) -> list[str]:
    """A = eˢ / Σ eˢ, with the numerator, the sum and the quotient."""
    a, bias, _ = _facts(snapshot, neuron)
    fired = a if ledger.bias is not None else a - bias
    share = Share.of(snapshot.weighted_sums[neuron.layer - 1], neuron.index)
    lines = []
    if ledger.bias is None:
        lines.append(_outside_line(a, bias, share is not None and share.gives(fired), theme))
    name = _A if ledger.bias is not None else f"{_SIGMA}({_S})"
    power = "eˢ" if share is None or share.shift == 0 else "eˢ⁻ᵐ"
    if share is None:
        return [*lines, f"{name} = {power} / Σ {power} ≈ {fixed(fired)}"]
    top, total = fixed(share.power, share.decimals), fixed(share.total, share.decimals)
    sign = equals(share.gives(fired))
    lines.append(f"{name} = {power} / Σ {power} = {top} / {total} {sign} {fixed(fired)}")
    sign = equals(share.power_holds)
    lines.append(f"{power} = e^{fixed(share.exponent, share.exponent_decimals)} {sign} {top}")
    if len(share.powers) <= _MOST_POWERS:
        terms = " + ".join(fixed(one, share.decimals) for one in share.powers)
        lines.append(f"Σ {power} = {terms} {equals(share.total_holds)} {total}")
    if share.shift:
        sentence = _tr("Here m = {m}, the largest S of the layer: without it eˢ is out of hand.")
        lines.append(sentence.format(m=fixed(share.shift, share.exponent_decimals)))
    return lines


def _sum_line(ledger: Ledger, theme: Theme) -> str:
    """S = Σ W·a + B, without B where that is added after σ."""
    total, bias = ledger.total, ledger.bias
    if bias is None:
        return f"{_S} = Σ {_W}·{_A} = {fixed(total)}"
    terms = total - bias
    sign = equals(adds_up(terms, bias, total))
    numbers = f"{coloured(theme, terms, fixed(terms, sign=True))} {added(theme, bias)}"
    return f"{_S} = Σ {_W}·{_A} + {_B} = {numbers} {sign} {fixed(total)}"


def _facts(snapshot: Snapshot, neuron: Neuron) -> tuple[float, float, str]:
    """Its a, B and the name of its σ."""
    layer, index = neuron.layer, neuron.index
    a = float(snapshot.activations[layer][index])
    bias = float(snapshot.parameters.biases[layer - 1][index])
    return a, bias, snapshot.activation(layer)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Firing", text)
