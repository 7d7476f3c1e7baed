"""Whether a value that somebody gave is a number at all, and one in range."""

from __future__ import annotations

import math
from numbers import Real


def is_number(value: object, least: float = -math.inf, most: float = math.inf) -> bool:
    """Whether it is a finite number from ``least`` to ``most``; text and None are none."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        # A large one is not quite itself as a float.
        return least <= value <= most
    return isinstance(value, Real) and math.isfinite(value) and least <= float(value) <= most


def is_whole(value: object, least: float = 0, most: float = math.inf) -> bool:
    """Whether it is a whole number from ``least`` to ``most``."""
    return isinstance(value, Real) and is_number(value, least, most) and float(value).is_integer()


def shown(value: object) -> str:
    """A value that is refused, as a sentence names it: 1e+09, nan, 'text'."""
    return f"{value:g}" if isinstance(value, float | int) else repr(value)
