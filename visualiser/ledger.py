"""Ledger: where a weighted sum comes from, in numbers that add up as they are shown."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Context, Decimal

import numpy as np

from core.activations import ACTIVATIONS, apply
from core.parameters import FloatArray, IntArray
from visualiser.number_format import fixed, read, style
from visualiser.training.snapshot import Snapshot

# The parts of a small total have so many decimals more than usual, at most.
_MOST_MORE = 4
# Digits enough for the product of any two floating-point numbers: sums stay exact.
# How near to a half of the last digit, and up to what size, a product by a power of ten may err.
_NEAR_HALF, _EXACT_UP_TO = 1e-4, 1e11
_EXACT = Context(prec=700)
# More than the decimals of a: of the S in e^S, and the digits of Σ eˢ. And the largest |S|
# whose eˢ is easy to read.
_MORE_IN_EXPONENT, _MORE_IN_SUM, _MODERATE = 2, 2, 16.0


@dataclass(frozen=True, eq=False)
class Terms:
    """Terms W·a of connections between a neuron and another layer.

    Attributes
    ----------
    origins : ndarray of int
        The neurons of the other layer, in the order of the terms.
    weights, inputs, terms, gradients : ndarray
        W, a, W·a and ∂C/∂W of each.
    """

    origins: IntArray
    weights: FloatArray
    inputs: FloatArray
    terms: FloatArray
    gradients: FloatArray

    @staticmethod
    def from_neuron(snapshot: Snapshot, layer: int, index: int, most: int) -> Terms:
        """What a neuron of a layer but the last adds to the next one, largest |W| first.

        All have the same a: unless that is 0, so are the |W·a|. At most ``most`` of them.
        """
        weights = snapshot.parameters.weights[layer][:, index]
        targets = np.argsort(-np.abs(weights), kind="stable")[:most]
        inputs = np.full(len(targets), snapshot.activations[layer][index])
        with np.errstate(invalid="ignore", over="ignore"):
            terms = weights[targets] * inputs
        gradients = snapshot.gradient.weights[layer][:, index][targets]
        return Terms(targets, weights[targets], inputs, terms, gradients)


@dataclass(frozen=True, eq=False)
class Ledger(Terms):
    """The terms W·a of one neuron's S, largest first.

    Attributes
    ----------
    bias : float or None
        B where it is part of S.
    total : float
        S.
    """

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

    @property
    def shown_sum(self) -> Decimal | None:
        """The first of `sums`, with the usual decimals."""
        return self.sums()[0]

    @property
    def rounding(self) -> Decimal | None:
        """The second of `sums`, with the usual decimals."""
        return self.sums()[1]

    def sums(self, decimals: int | None = None) -> tuple[Decimal | None, Decimal | None]:
        """What the terms come to, each as it is shown with so many decimals, and what is left.

        Returns
        -------
        shown_sum : Decimal or None
            The sum of the rounded terms; None where one is not finite.
        rounding : Decimal or None
            What that sum and the rounded B lack to the rounded S.
        """
        if not np.isfinite(self.terms).all():
            return None, None
        total = _sum_as_shown(self.terms, style().decimals if decimals is None else decimals)
        if not math.isfinite(self.total):
            return total, None
        bias = Decimal(0) if self.bias is None else rounded(self.bias, decimals)
        lack = _EXACT.subtract(rounded(self.total, decimals), _EXACT.add(total, bias))
        return total, lack


@dataclass(frozen=True)
class Share:
    """a = eˢ / Σ eˢ of one neuron of a softmax layer, in numbers that add up.

    Attributes
    ----------
    index : int
        The neuron's.
    shift : float
        What is taken from every S first, 0 where no number gets out of hand: no a changes.
    exponent : float
        S less the shift.
    powers : tuple of float
        eˢ, so shifted, of every neuron of the layer.
    decimals : int
        With which the powers and their sum are shown.
    """

    index: int
    shift: float
    exponent: float
    powers: tuple[float, ...]
    decimals: int

    @staticmethod
    def of(sums: FloatArray, index: int) -> Share | None:
        """The share of a neuron of a layer with these S; None where one is not finite."""
        exact = sums.astype(np.float64)
        if not np.isfinite(exact).all():
            return None
        largest = float(exact.max())
        shift = 0.0 if -_MODERATE < largest < _MODERATE else largest
        powers = np.exp(exact - shift)
        digits = style().decimals + _MORE_IN_SUM
        order = math.floor(math.log10(powers.sum()))
        decimals = max(style().decimals, digits - 1 - order)
        exponent = float(exact[index]) - shift
        return Share(index, shift, exponent, tuple(powers.tolist()), decimals)

    @property
    def power(self) -> float:
        """eˢ of the neuron."""
        return self.powers[self.index]

    @property
    def total(self) -> float:
        """Σ eˢ of the layer."""
        return sum(self.powers)

    @property
    def exponent_decimals(self) -> int:
        """With which S is shown, so that it tells all that is shown of its power."""
        more = style().decimals + _MORE_IN_EXPONENT
        return more + max(0, math.floor(math.log10(max(self.power, 1e-9))))

    @property
    def power_holds(self) -> bool:
        """Whether e to the exponent, as shown, is the power as shown."""
        exact = math.exp(float(rounded(self.exponent, self.exponent_decimals)))
        return rounded(exact, self.decimals) == rounded(self.power, self.decimals)

    @property
    def total_holds(self) -> bool:
        """Whether the powers, as shown, add up to their sum as shown."""
        terms = sum(rounded(power, self.decimals) for power in self.powers)
        return terms == rounded(self.total, self.decimals)

    def gives(self, a: float) -> bool:
        """Whether the power and the sum, as shown, give a as shown."""
        total = rounded(self.total, self.decimals)
        if not math.isfinite(a):
            return False
        exact = _EXACT.divide(rounded(self.power, self.decimals), total)
        return exact.quantize(_unit(), context=_EXACT) == rounded(a)


def rounded(value: float, decimals: int | None = None) -> Decimal:
    """A number as `fixed` shows it, by default with the style's decimals."""
    # Through the text, so that there is only one way of rounding.
    return Decimal(f"{value:.{style().decimals if decimals is None else decimals}f}")


def _sum_as_shown(terms: FloatArray, decimals: int) -> Decimal:
    """The sum of finite numbers, each rounded as it is shown.

    In whole numbers of the last digit, which is quick, but for those that are near a half of
    it or too large to be a whole number exactly.
    """
    digits = terms.astype(np.float64) * 10.0**decimals
    nearest = np.rint(digits)
    is_sure = (np.abs(np.abs(digits - nearest) - 0.5) > _NEAR_HALF) & (
        np.abs(digits) < _EXACT_UP_TO
    )
    total = Decimal(sum(map(int, nearest[is_sure].tolist()))).scaleb(-decimals, _EXACT)
    for term in terms[~is_sure].tolist():
        total = _EXACT.add(total, rounded(term, decimals))
    return total


def _unit(decimals: int | None = None) -> Decimal:
    """The last digit of such a number."""
    return Decimal(1).scaleb(-(style().decimals if decimals is None else decimals))


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
    return exact.quantize(_unit(), context=_EXACT) == rounded(product)


def squares(target: float, a: float, square: float, decimals: int | None = None) -> bool:
    """Whether (t − a)², of numbers as shown, is a third as shown."""
    if not (math.isfinite(a) and math.isfinite(square)):
        return False
    difference = _EXACT.subtract(Decimal(target), rounded(a, decimals))
    exact = _EXACT.multiply(difference, difference)
    return exact.quantize(_unit(decimals), context=_EXACT) == rounded(square, decimals)


def scales(*numbers: str) -> bool:
    """Whether the last of these written numbers is the product of the others, rounded."""
    *factors, product = (read(number) for number in numbers)
    if not all(number.is_finite() for number in (*factors, product)):
        return False
    exact = Decimal(1)
    for one in factors:
        exact = _EXACT.multiply(exact, one)
    unit = Decimal(1).scaleb(int(product.as_tuple().exponent))
    return exact.quantize(unit, context=_EXACT) == product


def fires(activation: str, weighted_sum: float, a: float) -> bool:
    """Whether σ, of S as shown, is a as shown."""
    if not (math.isfinite(weighted_sum) and math.isfinite(a)):
        return False
    at = np.array([float(rounded(weighted_sum))])
    return rounded(float(apply(ACTIVATIONS[activation], at)[0])) == rounded(a)


def decimals_for(total: float) -> int:
    """Decimals with which the parts of a total still tell something: more for small ones."""
    usual = style().decimals
    if not math.isfinite(total) or total <= 0 or total >= style().small:
        return usual
    return min(usual + _MOST_MORE, style().digits - 1 - math.floor(math.log10(total)))


def equals(holds: bool) -> str:
    """Write "=" where a calculator gives what is shown, "≈" where rounding shows."""
    return "=" if holds else "≈"


def shown(value: Decimal | None, decimals: int | None = None) -> str:
    """A decimal number with its sign, as `fixed` writes it."""
    return fixed(math.nan if value is None else value, decimals, sign=True)
