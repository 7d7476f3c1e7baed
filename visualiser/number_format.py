"""How numbers are written: a true minus sign, thousands in groups, never more than is known.

With how many decimals, and with which decimal mark, is a `NumberStyle`: one holds in the whole
program at a time, and is set by `use`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import numpy as np

_MINUS = "−"
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN_DIGITS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_NO_NUMBER = "–"
_POINT, _COMMA = MARKS = (".", ",")
NARROW_SPACE = "\u202f"
# Thousands in groups, by what stands between them.
_GROUPED = {
    separator: re.compile(rf"[+-]?\d{{1,3}}(?:{between}\d{{3}})+")
    for separator, between in ((_POINT, r"\."), (_COMMA, ","), (" ", r"\s"))
}
FEWEST_DECIMALS, DEFAULT_DECIMALS, MOST_DECIMALS = 2, 4, 8
# Of what is often small, so many digits fewer than decimals, but no fewer than two.
_FEWER, _FEWEST_DIGITS = 1, 2
# From here on a power of ten says more than all the digits do.
_LARGE = 1e7


@dataclass(frozen=True)
class NumberStyle:
    """With how many decimals, and with which decimal mark, numbers are written.

    Attributes
    ----------
    decimals : int
        2 to 8.
    mark : {".", ","}
        Between the whole part and the decimals.

    Raises
    ------
    ValueError
        Where one of them is something else.
    """

    decimals: int = DEFAULT_DECIMALS
    mark: str = _POINT

    def __post_init__(self) -> None:
        if not FEWEST_DECIMALS <= self.decimals <= MOST_DECIMALS or self.mark not in MARKS:
            raise ValueError(f"no style of numbers: {self.decimals} decimals, mark {self.mark!r}")

    @property
    def digits(self) -> int:
        """Significant digits of what is often small: 3 beside the usual 4 decimals."""
        return max(_FEWEST_DIGITS, self.decimals - _FEWER)

    @property
    def small(self) -> float:
        """Numbers below this show fewer than ``digits`` digits, written with the decimals."""
        return 10.0 ** (self.digits - 1 - self.decimals)

    @property
    def separator(self) -> str:
        """What stands between groups of thousands; never the decimal mark."""
        return _COMMA if self.mark == _POINT else NARROW_SPACE

    def localised(self, text: str) -> str:
        """A number as Python writes it, with this decimal mark and these groups."""
        # Both at once: the one's mark may be the other's separator.
        return text.translate({ord(_COMMA): self.separator, ord(_POINT): self.mark})


# In a list, so that it can be set without `global`.
_CURRENT = [NumberStyle()]


def use(style: NumberStyle) -> None:
    """Write all numbers in this style from now on."""
    _CURRENT[0] = style


def style() -> NumberStyle:
    """The style in which numbers are written now."""
    return _CURRENT[0]


def fixed(value: float | Decimal, decimals: int | None = None, sign: bool = False) -> str:
    """A number with so many decimals, by default the style's; with ``sign``, + is shown as well.

    >>> fixed(-0.41266), fixed(0.5, sign=True), fixed(-0.00001)
    ('−0.4127', '+0.5000', '0.0000')
    """
    if not math.isfinite(value):
        return _not_finite(value)
    places = style().decimals if decimals is None else decimals
    text = f"{value:+.{places}f}" if sign else f"{value:.{places}f}"
    if float(text) == 0:
        text = f"{0:.{places}f}"
    return _dressed(text)


def significant(value: float, digits: int | None = None, sign: bool = True) -> str:
    """A number with so many significant digits, by default the style's: for what is often small.

    >>> significant(0.018312), significant(-0.00001234), significant(0.0)
    ('+0.0183', '−1.23×10⁻⁵', '0')
    """
    if not math.isfinite(value):
        return _not_finite(value)
    if value == 0:
        return "0"
    plus, places = "+" if sign else "", (style().digits if digits is None else digits) - 1
    mantissa, exponent = f"{value:{plus}.{places}e}".split("e")
    power = int(exponent)
    if power < -4 or power > 6:
        return _with_power(mantissa, power)
    return _dressed(f"{value:{plus}.{max(0, places - power)}f}")


def amount(value: float) -> str:
    """A cost: with the style's decimals, or its significant digits where those would say little.

    >>> amount(0.1457), amount(0.0000321), amount(0.0), amount(2.448e37)
    ('0.1457', '3.21×10⁻⁵', '0.0000', '2.45×10³⁷')
    """
    size = abs(value)
    is_far_off = 0 < size < style().small or size >= _LARGE
    return significant(value, sign=False) if is_far_off else fixed(value)


def factor(number: str) -> str:
    """A written number as it stands after a multiplication sign: negative ones in brackets.

    >>> factor("−0.5"), factor("+0.5")
    ('(−0.5)', '0.5')
    """
    return f"({number})" if number.startswith(_MINUS) else number.removeprefix("+")


def plain(value: float, digits: int = 6) -> str:
    """A number as short as it can be written, with so many digits at most: a setting, a scale.

    >>> plain(1.5), plain(10.0), plain(0.0033), plain(0.000015)
    ('1.5', '10', '0.0033', '1.5×10⁻⁵')
    """
    mantissa, _, power = f"{value:.{digits}g}".partition("e")
    return _with_power(mantissa, int(power) if power else 0)


def count(value: int) -> str:
    """A whole number, thousands in groups.

    >>> count(12960)
    '12,960'
    """
    return _dressed(f"{value:,}")


def percent(share: float) -> str:
    """A share of 1 as a percentage with one decimal.

    >>> percent(0.96389)
    '96.4 %'
    """
    return f"{fixed(100 * share, 1)} %" if math.isfinite(share) else _NO_NUMBER


def typed(value: float) -> str:
    """A number as it can be typed into a field: with e, where `plain` writes ×10ⁿ.

    >>> typed(0.000015), typed(-2.5)
    ('1.5e-05', '-2.5')
    """
    return style().localised(f"{value:.6g}")


def all_digits(value: float) -> str:
    """A number as short as it can be while no digit is lost: as code and spreadsheets read it.

    Of the precision that the network computes with, where the number is one of these.

    >>> import numpy as np
    >>> all_digits(float(np.float32(0.1))), all_digits(0.1), all_digits(-2.0)
    ('0.1', '0.1', '-2.0')
    """
    with np.errstate(over="ignore"):
        single = np.float32(value)
    return str(single) if float(single) == value else repr(float(value))


def entered(text: str, is_whole: bool = False) -> float:
    """The number that somebody has typed, with either decimal mark.

    Of a whole number, groups of thousands may be set apart by spaces or by that mark which is
    not the decimal mark; where a mark could be either, nothing is guessed. The numbers that the
    program writes can be entered as well.

    Raises
    ------
    ValueError
        Where it is no number, or might be two.

    >>> entered("1,5"), entered("1.5"), entered("1,000", is_whole=True), entered("−2×10⁻⁵")
    (1.5, 1.5, 1000.0, -2e-05)
    """
    bare = text.strip().translate(_PLAIN_DIGITS).replace("×10", "e")
    if is_whole:
        if _GROUPED[style().mark].fullmatch(bare):
            raise ValueError(text)
        for separator in {_COMMA, _POINT, " "} - {style().mark}:
            if _GROUPED[separator].fullmatch(bare):
                bare = re.sub(r"[.,\s]", "", bare)
    return float(bare.replace(_COMMA, _POINT))


def read(number: str) -> Decimal:
    """The number that is written, in the present style; it may stand in brackets.

    NaN where none is.

    >>> read("−1.5×10⁻⁵"), read("(−12,960)"), read("∞")
    (Decimal('-0.000015'), Decimal('-12960'), Decimal('NaN'))
    """
    bare = number.strip("()").replace(style().separator, "").replace(style().mark, _POINT)
    mantissa, _, power = bare.translate(_PLAIN_DIGITS).partition("×10")
    try:
        return Decimal(mantissa).scaleb(int(power or "0"))
    except (InvalidOperation, ValueError):
        return Decimal("nan")


def _dressed(text: str) -> str:
    """A number as Python writes it, as it is shown."""
    return style().localised(text).replace("-", _MINUS)


def _with_power(mantissa: str, power: int) -> str:
    text = _dressed(mantissa)
    return f"{text}×10{str(power).translate(_SUPERSCRIPTS)}" if power else text


def _not_finite(value: float | Decimal) -> str:
    if math.isnan(value):
        return _NO_NUMBER
    return "∞" if value > 0 else f"{_MINUS}∞"
