"""Whether a value that somebody gave is a number at all, and one in range."""

from __future__ import annotations

import math
from dataclasses import fields
from numbers import Real
from typing import Any

_LARGEST = 2**1000


def is_number(value: object, least: float = -math.inf, most: float = math.inf) -> bool:
    """Whether it is a finite number from ``least`` to ``most``; text and None are none."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        # A large one is not quite itself as a float; a larger one cannot be one.
        return abs(value) < _LARGEST and least <= value <= most
    return isinstance(value, Real) and math.isfinite(value) and least <= float(value) <= most


def is_whole(value: object, least: float = 0, most: float = math.inf) -> bool:
    """Whether it is a whole number from ``least`` to ``most``."""
    return isinstance(value, Real) and is_number(value, least, most) and float(value).is_integer()


def make_floats(thing: Any) -> None:
    """Turn the fields of a frozen dataclass into plain floats: they go into files."""
    for field in fields(thing):
        object.__setattr__(thing, field.name, float(getattr(thing, field.name)))


def shown(value: object) -> str:
    """A value that is refused, as a sentence names it: 1e+09, nan, 'text'."""
    if isinstance(value, bool | str) or not is_number(value):
        return str(value) if isinstance(value, Real) else repr(value)
    return f"{value:g}"
