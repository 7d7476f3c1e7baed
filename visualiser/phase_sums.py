"""Sums of a phase as they are shown: with digits enough, and "=" only where they add up."""

from __future__ import annotations

import math
from decimal import Context, Decimal

from visualiser.ledger import rounded
from visualiser.number_format import style

# Significant digits of what is divided or added, and the most decimals that are shown.
_DIGITS, _MOST_DECIMALS = 3, 10
# Digits enough for any quotient that is rounded to what is shown.
_EXACT = Context(prec=700)


def decimals_of(*values: float, digits: int = _DIGITS) -> int:
    """Decimals with which the smallest of these numbers still has so many digits.

    >>> decimals_of(0.5), decimals_of(0.00123), decimals_of(0.0)
    (4, 5, 4)
    """
    sizes = [abs(value) for value in values if value and math.isfinite(value)]
    if not sizes:
        return style().decimals
    wanted = digits - 1 - math.floor(math.log10(min(sizes)))
    return max(style().decimals, min(_MOST_DECIMALS, wanted))


def sums_to(terms: list[float], total: float, decimals: int) -> bool:
    """Whether numbers, as shown, add up to another, as shown."""
    if not all(math.isfinite(value) for value in (*terms, total)):
        return False
    found = Decimal(0)
    for term in terms:
        found = _EXACT.add(found, rounded(term, decimals))
    return found == rounded(total, decimals)


def divides(total: float, count: int, mean: float, decimals: int) -> bool:
    """Whether a sum, as shown, divided by a count gives a mean, as shown."""
    if not (math.isfinite(total) and math.isfinite(mean)):
        return False
    exact = _EXACT.divide(rounded(total, decimals), Decimal(count))
    unit = Decimal(1).scaleb(-decimals)
    return exact.quantize(unit, context=_EXACT) == rounded(mean, decimals)


def differs(first: float, second: float, difference: float, decimals: int) -> bool:
    """Whether the difference of two numbers, as shown, is a third as shown."""
    return sums_to([first, -second], difference, decimals)


def doubles(a: float, target: float, slope: float, decimals: int) -> bool:
    """Whether 2 (a − t), of numbers as shown, is a third as shown."""
    return sums_to([a, a, -target, -target], slope, decimals)
