"""CostTerms: what each output neuron adds to C, in numbers that add up as they are shown."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.costs import COSTS
from visualiser.ledger import decimals_for, rounded, squares
from visualiser.number_format import fixed, plain, significant
from visualiser.training.snapshot import Snapshot

# Of the number that ln is taken of: so many digits more than its logarithm has decimals.
_MORE = 2
# Where a is closer to 1 than this, or than ten units of its last digit, it no longer tells the
# whole of ln(1 − a); S does.
_CLOSE = 1e-5
# e to more than this is too large for a pocket calculator.
_LARGEST_EXPONENT = 227.0


@dataclass(frozen=True)
class Worked:
    """How a term follows from numbers on the screen.

    Attributes
    ----------
    text : str
        The sum that can be typed into a calculator.
    holds : bool
        Whether the calculator then shows the term.
    """

    text: str
    holds: bool


@dataclass(frozen=True)
class CostTerm:
    """What one output neuron adds to C of the shown example.

    Attributes
    ----------
    target : float
        t; 0 or 1 where examples are of classes.
    a, weighted_sum : float
        Its a and S.
    value : float
        The term.
    """

    target: float
    a: float
    weighted_sum: float
    value: float


@dataclass(frozen=True)
class CostTerms:
    """The terms of C of the shown example.

    Attributes
    ----------
    cost : str
        Its name in COSTS.
    terms : tuple of CostTerm
        One for each output neuron.
    """

    cost: str
    terms: tuple[CostTerm, ...]

    @staticmethod
    def of(snapshot: Snapshot) -> CostTerms:
        """The terms of the example that is shown.

        Raises
        ------
        ValueError
            Where nobody has said what it truly is, so that there is no t.
        """
        label = snapshot.progress.example.label
        if label is None:
            raise ValueError("t is unknown, as the label of the shown example is")
        name = snapshot.description.settings.cost
        outputs = snapshot.activations[-1].astype(np.float64)
        sums = snapshot.weighted_sums[-1].astype(np.float64)
        targets = snapshot.targets.astype(np.float64)
        with np.errstate(all="ignore"):
            values = COSTS[name].terms(sums, outputs, targets)
        parts = zip(
            targets.tolist(),
            outputs.tolist(),
            sums.tolist(),
            values.tolist(),
            strict=True,
        )
        return CostTerms(name, tuple(CostTerm(*part) for part in parts))

    @cached_property
    def total(self) -> float:
        """C."""
        return math.fsum(t.value for t in self.terms) if self._is_finite else math.nan

    @property
    def decimals(self) -> int:
        """Decimals with which the terms of a small C still tell something."""
        return decimals_for(self.total)

    @property
    def total_holds(self) -> bool:
        """Whether the terms, as shown, add up to C as shown."""
        if not self._is_finite:
            return False
        shown = sum(rounded(term.value, self.decimals) for term in self.terms)
        return shown == rounded(self.total, self.decimals)

    def worked(self, index: int, decimals: int) -> Worked | None:
        """How the term of an output follows; None for a cost that has no such line here."""
        write = _WORKED.get(self.cost)
        return None if write is None else write(self.terms[index], decimals)

    @property
    def _is_finite(self) -> bool:
        return all(math.isfinite(term.value) for term in self.terms)


def _quadratic(term: CostTerm, decimals: int) -> Worked:
    target, exact = plain(term.target), term.target
    if not exact.is_integer():
        target, exact = fixed(exact, decimals), float(rounded(exact, decimals))
    text = f"({target}\u00a0−\u00a0{fixed(term.a, decimals)})²"
    return Worked(text, squares(exact, term.a, term.value, decimals))


def _cross_entropy(term: CostTerm, decimals: int) -> Worked | None:
    # Where t is 0 or 1, one of the two parts is 0, and not written; else there is no room.
    if not term.target.is_integer():
        return None
    if term.target:
        return _logarithm(term, decimals)
    close = max(_CLOSE, 10.0 ** (1 - decimals - _MORE))
    if math.isfinite(term.a) and term.a <= 1 - close:
        a, exact = fixed(term.a, decimals + _MORE), rounded(term.a, decimals + _MORE)
        holds = _is(-math.log1p(-float(exact)), term, decimals)
        return Worked(f"−ln(1\u00a0−\u00a0{a})", holds)
    return _of_sum(term, decimals, 1)


def _softmax_cross_entropy(term: CostTerm, decimals: int) -> Worked:
    if term.target and term.a == 0:
        return Worked("ln\u00a0Σ\u00a0eˢ − S", holds=False)
    if term.target:
        return _logarithm(term, decimals)
    return Worked(f"−0\u00a0·\u00a0ln\u00a0{_written(term.a, decimals)[0]}", term.a > 0)


def _logarithm(term: CostTerm, decimals: int) -> Worked:
    """−ln a."""
    if not term.a > 0:
        return _of_sum(term, decimals, -1)
    text, a = _written(term.a, decimals)
    holds = a > 0 and _is(-math.log(a), term, decimals)
    return Worked(f"−ln\u00a0{text}", holds)


def _of_sum(term: CostTerm, decimals: int, sign: int) -> Worked:
    """ln(1 + e^±S), where a is 0 or 1 to the last digit."""
    exponent = sign * term.weighted_sum
    if not math.isfinite(exponent):
        return Worked("–", holds=False)
    text = fixed(exponent, decimals + _MORE)
    worked = float(np.logaddexp(0, float(rounded(exponent, decimals + _MORE))))
    holds = exponent < _LARGEST_EXPONENT and _is(worked, term, decimals)
    return Worked(f"ln(1\u00a0+\u00a0e^{text})", holds)


def _written(a: float, decimals: int) -> tuple[str, float]:
    """An a as it is written, small ones with powers of ten, and the number that this is."""
    if not math.isfinite(a) or a >= 0.01:
        return fixed(a, decimals + _MORE), float(rounded(a, decimals + _MORE))
    digits = decimals + 1
    return significant(a, digits, sign=False), float(f"{a:.{digits - 1}e}")


def _is(worked: float, term: CostTerm, decimals: int) -> bool:
    if not (math.isfinite(worked) and math.isfinite(term.value)):
        return False
    return rounded(worked, decimals) == rounded(term.value, decimals)


# How a term is written down, by the name of the cost: a formula, and a line with numbers.
TERM_FORMULAS = {
    "quadratic": "(t\u00a0−\u00a0a)²",
    "cross_entropy": "−t\u00a0ln\u00a0a − (1\u00a0−\u00a0t)\u00a0ln(1\u00a0−\u00a0a)",
    "softmax_cross_entropy": "−t\u00a0ln\u00a0a",
}
_WORKED: dict[str, Callable[[CostTerm, int], Worked | None]] = {
    "quadratic": _quadratic,
    "cross_entropy": _cross_entropy,
    "softmax_cross_entropy": _softmax_cross_entropy,
}
