"""Ledger: where a weighted sum comes from, in numbers that add up as they are shown."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cached_property

import numpy as np

from core.activations import ACTIVATIONS, apply
from core.parameters import FloatArray, IntArray
from visualiser.number_format import DECIMALS, fixed
from visualiser.training.snapshot import Snapshot

_MOST_DECIMALS = 8
_UNIT = Decimal(1).scaleb(-DECIMALS)
# Digits enough for the product of any two floating-point numbers: sums stay exact.
_EXACT = Context(prec=700)


@dataclass(frozen=True, eq=False)
class Ledger:
    """The terms W·a of one neuron's S, largest first.

    Attributes
    ----------
    origins : ndarray of int
        The neurons of the layer before, in the order of the terms.
    weights, inputs, terms, gradients : ndarray
        W, a, W·a and ∂C/∂W of each.
    bias : float or None
        B where it is part of S.
    total : float
        S.
    """

    origins: IntArray
    weights: FloatArray
    inputs: FloatArray
    terms: FloatArray
    gradients: FloatArray
    bias: float | None
    total: float

    @staticmethod
    def of(snapshot: Snapshot, layer: int, index: int) -> Ledger:
        """The ledger of a neuron of layer 1 or later."""
        weights = snapshot.parameters.weights[layer - 1][index]
        inputs = snapshot.activations[layer - 1]
        with np.errstate(invalid="ignore", over="ignore"):
            terms = weights * inputs
        origins = np.argsort(-np.abs(terms), kind="stable")
        is_inside = snapshot.description.settings.bias == "inside"
        return Ledger(
            origins,
            weights[origins],
            inputs[origins],
            terms[origins],
            snapshot.gradient.weights[layer - 1][index][origins],
            float(snapshot.parameters.biases[layer - 1][index]) if is_inside else None,
            float(snapshot.weighted_sums[layer - 1][index]),
        )

    @cached_property
    def shown_sum(self) -> Decimal | None:
        """The sum of the terms as they are shown, rounded; None where one is not finite."""
        if not np.isfinite(self.terms).all():
            return None
        total = Decimal(0)
        for term in self.terms.tolist():
            total = _EXACT.add(total, rounded(term))
        return total

    @property
    def rounding(self) -> Decimal | None:
        """What the rounded terms and B lack to the rounded S."""
        shown = self.shown_sum
        if shown is None or not math.isfinite(self.total):
            return None
        bias = Decimal(0) if self.bias is None else rounded(self.bias)
        return _EXACT.subtract(rounded(self.total), _EXACT.add(shown, bias))


def rounded(value: float, decimals: int = DECIMALS) -> Decimal:
    """A number as `fixed` shows it."""
    # Through the text, so that there is only one way of rounding.
    return Decimal(f"{value:.{decimals}f}")


def adds_up(first: float, second: float, total: float) -> bool:
    """Whether two numbers, as shown, add up to a third, as shown."""
    if not all(math.isfinite(value) for value in (first, second, total)):
        return False
    return _EXACT.add(rounded(first), rounded(second)) == rounded(total)


def multiplies(first: float, second: float, product: float) -> bool:
    """Whether two numbers, as shown, give a third, as shown, when multiplied."""
    if not all(math.isfinite(value) for value in (first, second, product)):
        return False
    exact = _EXACT.multiply(rounded(first), rounded(second))
    return exact.quantize(_UNIT, context=_EXACT) == rounded(product)


def squares(target: float, a: float, square: float, decimals: int = DECIMALS) -> bool:
    """Whether (t − a)², of numbers as shown, is a third as shown."""
    if not (math.isfinite(a) and math.isfinite(square)):
        return False
    difference = _EXACT.subtract(Decimal(target), rounded(a, decimals))
    exact = _EXACT.multiply(difference, difference)
    unit = Decimal(1).scaleb(-decimals)
    return exact.quantize(unit, context=_EXACT) == rounded(square, decimals)


def fires(activation: str, weighted_sum: float, a: float) -> bool:
    """Whether σ, of S as shown, is a as shown."""
    if not (math.isfinite(weighted_sum) and math.isfinite(a)):
        return False
    at = np.array([float(rounded(weighted_sum))])
    return rounded(float(apply(ACTIVATIONS[activation], at)[0])) == rounded(a)


def decimals_for(total: float) -> int:
    """Decimals with which the parts of a total still tell something: more for small ones."""
    if not math.isfinite(total) or total <= 0 or total >= 10.0 ** (2 - DECIMALS):
        return DECIMALS
    return min(_MOST_DECIMALS, 2 - math.floor(math.log10(total)))


def equals(holds: bool) -> str:
    """Write "=" where a calculator gives what is shown, "≈" where rounding shows."""
    return "=" if holds else "≈"


def shown(value: Decimal | None) -> str:
    """A decimal number with its sign, as `fixed` writes it."""
    return fixed(math.nan if value is None else float(value), sign=True)
