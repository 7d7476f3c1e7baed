"""The chain rule of one connection, for one example, worked out in lines of HTML."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from visualiser.ledger import equals, rounded, scales
from visualiser.number_format import factor, fixed, plain, significant, style
from visualiser.theme import Theme
from visualiser.training.connection_questions import Chain
from visualiser.widgets.coloured import coloured
from visualiser.widgets.labels import symbol

_SLOPE = symbol("∂C/∂W")
_A_K, _A_J, _S_J, _DELTA_J = (
    f"{symbol(letter)}<sub>{index}</sub>" for letter, index in ("ak", "aj", "Sj", "δj")
)
_T_J = f"{symbol('t')}<sub>j</sub>"
# Digits of what is multiplied, more than of the product; and decimals of a difference.
_MORE_DIGITS, _MOST_MORE = 2, 7


def chain_text(chain: Chain | None, theme: Theme) -> str:
    """∂C/∂W as the product that it is; None for what is not known yet."""
    if chain is None:
        return "…<br>…"
    if chain.is_held:
        text = _tr("{slope} = 0: while {a} is held, C does not depend on this weight.")
        return text.format(slope=_SLOPE, a=_A_J)
    product, digits = significant(chain.gradient), style().digits + _MORE_DIGITS
    formula, factors = f"{_SLOPE} = {_A_K} · {_DELTA_J}", [chain.a, chain.delta]
    if chain.slope is not None and chain.cost_slope is not None:
        factors = [chain.a, chain.slope, chain.cost_slope]
        formula = f"{_SLOPE} = {_A_K} · {symbol('σ′')}({_S_J}) · {symbol('∂C/∂')}{_A_J}"
    numbers = [significant(one, digits, sign=False) for one in factors]
    worked = " · ".join([numbers[0], *map(factor, numbers[1:])])
    sign = equals(scales(*numbers, product))
    result = coloured(theme, chain.gradient, product)
    lines = [formula, f"= {worked} {sign} {result}", _delta_text(chain)]
    return "<br>".join(filter(None, lines))


def delta_text(chain: Chain | None, theme: Theme) -> str:
    """δ = ∂C/∂S of the neuron where the connection ends; None for what is not known yet."""
    if chain is None:
        return "…"
    if chain.is_held:
        text = _tr("{delta} = 0: while {a} is held, C does not depend on {S}.")
        return text.format(delta=_DELTA_J, a=_A_J, S=_S_J)
    if chain.slope is None or chain.cost_slope is None:
        value = coloured(theme, chain.delta, significant(chain.delta))
        return f"{_delta_text(chain)}<br>{_DELTA_J} ≈ {value}"
    digits, product = style().digits + _MORE_DIGITS, significant(chain.delta)
    numbers = [significant(one, digits, sign=False) for one in (chain.cost_slope, chain.slope)]
    return (
        f"{_DELTA_J} = {symbol('∂C/∂')}{_A_J} · {symbol('σ′')}({_S_J}) = "
        f"{numbers[0]} · {factor(numbers[1])} {equals(scales(*numbers, product))} "
        f"{coloured(theme, chain.delta, product)}"
    )


def _delta_text(chain: Chain) -> str:
    """Where δ comes from, if it is no product of σ′ and ∂C/∂a."""
    if chain.difference is None:
        if chain.slope is not None:
            return ""
        text = _tr("{delta} = {definition}; with softmax it depends on every output.")
        return text.format(delta=_DELTA_J, definition=f"{symbol('∂C/∂')}{_S_J}")
    a, target = chain.difference
    decimals = _decimals(chain.delta)
    exact = rounded(a, decimals) - rounded(target, decimals)
    text = _tr("With this C and σ, {delta} = {a} − {t} = {numbers} {sign} {value}")
    return text.format(
        delta=_DELTA_J,
        a=_A_J,
        t=_T_J,
        numbers=f"{fixed(a, decimals)} − {plain(target)}",
        sign=equals(exact == rounded(chain.delta, decimals)),
        value=fixed(chain.delta, decimals),
    )


def _decimals(value: float) -> int:
    """So many that as many digits of a small number are seen as of the factors."""
    digits = style().digits + _MORE_DIGITS
    if value == 0 or not math.isfinite(value):
        return digits
    needed = digits - 1 - math.floor(math.log10(abs(value)))
    return max(digits, min(style().digits + _MOST_MORE, needed))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChainText", text)
