"""What a file says of itself: checked before it is believed, and quoted in sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

# What a file may say of its own content, in bytes: a few thousand layers.
MOST_DESCRIPTION = 2**20
# Beyond what any array here has, and short enough to be shown.
_LONGEST, _MOST_DIMENSIONS = 2**31, 8
# No data that is worth anything can be compressed so well; small files may be.
_MOST_TIMES, _SMALL = 100, 2**24
# What is wrong with a file can be a long story.
_LONGEST_REASON = 200


def checked_shape(lengths: Sequence[object]) -> tuple[int, ...]:
    """A shape that a file states; ValueError where no array has such a one."""
    shape = tuple(length for length in lengths if type(length) is int and 0 <= length < _LONGEST)
    if len(shape) != len(lengths) or len(shape) > _MOST_DIMENSIONS:
        raise ValueError("an array has no sound shape")
    return shape


def byte_count(shape: tuple[int, ...], dtype: np.dtype[Any]) -> int:
    """How many bytes an array takes."""
    return math.prod(shape) * dtype.itemsize


def is_bomb(packed: int, unpacked: int) -> bool:
    """Whether so many compressed bytes promise more than any honest data of that size."""
    return unpacked > max(_SMALL, _MOST_TIMES * packed)


def quoted(name: str) -> str:
    """A name from a file as a sentence can hold it: quoted, escaped and not too long."""
    return ascii(name if len(name) <= 40 else f"{name[:37]}...")


def in_short(error: Exception) -> str:
    """What an exception says, as a part of a sentence."""
    said = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
    text = " ".join(ascii(said)[1:-1].split()).rstrip(".").replace(". ", "; ")
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]}…"
