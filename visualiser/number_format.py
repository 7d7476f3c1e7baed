"""How numbers are written: a true minus sign, thousands in groups, never more than is known."""

from __future__ import annotations

import math

_MINUS = "−"
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_NO_NUMBER = "–"
DECIMALS = 4
# From here on a power of ten says more than all the digits do.
_LARGE = 1e7


def fixed(value: float, decimals: int = DECIMALS, sign: bool = False) -> str:
    """A number with so many decimals; with ``sign``, + is shown as well.

    >>> fixed(-0.41266), fixed(0.5, sign=True), fixed(-0.00001)
    ('−0.4127', '+0.5000', '0.0000')
    """
    if not math.isfinite(value):
        return _not_finite(value)
    text = f"{value:+.{decimals}f}" if sign else f"{value:.{decimals}f}"
    if float(text) == 0:
        text = f"{0:.{decimals}f}"
    return text.replace("-", _MINUS)


def significant(value: float, digits: int = 3, sign: bool = True) -> str:
    """A number with so many significant digits, for what is often small.

    >>> significant(0.018312), significant(-0.00001234), significant(0.0)
    ('+0.0183', '−1.23×10⁻⁵', '0')
    """
    if not math.isfinite(value):
        return _not_finite(value)
    if value == 0:
        return "0"
    plus = "+" if sign else ""
    mantissa, exponent = f"{value:{plus}.{digits - 1}e}".split("e")
    power = int(exponent)
    if power < -4 or power > 6:
        return _with_power(mantissa, power)
    return f"{value:{plus}.{max(0, digits - 1 - power)}f}".replace("-", _MINUS)


def amount(value: float) -> str:
    """A cost: with four decimals, or three significant digits where those would say little.

    >>> amount(0.1457), amount(0.0000321), amount(0.0), amount(2.448e37)
    ('0.1457', '3.21×10⁻⁵', '0.0000', '2.45×10³⁷')
    """
    size = abs(value)
    is_far_off = 0 < size < 10.0 ** (2 - DECIMALS) or size >= _LARGE
    return significant(value, sign=False) if is_far_off else fixed(value)


def factor(number: str) -> str:
    """A written number as it stands after a multiplication sign: negative ones in brackets.

    >>> factor("−0.5"), factor("+0.5")
    ('(−0.5)', '0.5')
    """
    return f"({number})" if number.startswith(_MINUS) else number.removeprefix("+")


def plain(value: float) -> str:
    """A number as short as it can be written: a setting, a scale.

    >>> plain(1.5), plain(10.0), plain(0.0033), plain(0.000015)
    ('1.5', '10', '0.0033', '1.5×10⁻⁵')
    """
    mantissa, _, power = f"{value:.6g}".partition("e")
    return _with_power(mantissa, int(power) if power else 0)


def count(value: int) -> str:
    """A whole number, thousands in groups.

    >>> count(12960)
    '12,960'
    """
    return f"{value:,}".replace("-", _MINUS)


def percent(share: float) -> str:
    """A share of 1 as a percentage with one decimal.

    >>> percent(0.96389)
    '96.4 %'
    """
    return f"{100 * share:.1f} %" if math.isfinite(share) else _NO_NUMBER


def _with_power(mantissa: str, power: int) -> str:
    text = mantissa.replace("-", _MINUS)
    return f"{text}×10{str(power).translate(_SUPERSCRIPTS)}" if power else text


def _not_finite(value: float) -> str:
    if math.isnan(value):
        return _NO_NUMBER
    return "∞" if value > 0 else f"{_MINUS}∞"
