"""How strongly a weight shows: scales, opacities and the pens that draw them."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPen

from core.parameters import FloatArray
from visualiser.theme import Theme

# Steps of opacity, each with a pen for positive and one for negative values.
LEVELS = 32
EXPONENT = 1.6
# Of the lines that are selected: their weak ones are asked about, too.
_LIT_EXPONENT = 1.0
_PERCENTILE = 0.995
# Preferred numbers (E12 of IEC 60063): a scale that is easy to read and rarely jumps.
_STEPS = (1.0, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2, 10.0)
# Lines of a gap beyond this number are drawn fainter, or together they hide each other.
_CROWD = 250
_CROWD_EXPONENT = 0.42


def full_scale(values: FloatArray) -> float:
    """The |value| from which on colour is full: the 99.5th percentile, rounded up.

    The same scale holds for positive and negative values, so that zero is in the middle.
    """
    magnitudes = np.abs(values.ravel())
    place = min(len(magnitudes) - 1, int(len(magnitudes) * _PERCENTILE))
    largest = float(np.partition(magnitudes, place)[place])
    return rounded_up(largest)


def rounded_up(value: float) -> float:
    """The next preferred number not below ``value``; 1 for 0 and what is not finite."""
    if not (math.isfinite(value) and value > 0):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    # A hair of tolerance: 3.3 must not become 3.9 because of its last bit.
    step = next(step for step in (*_STEPS, 12.0) if step * power >= value * (1 - 1e-9))
    return float(step * power)


def levels(values: FloatArray, scale: float, share: float = 1.0) -> npt.NDArray[np.uint8]:
    """How strongly each value shows: 0 (not drawn) to LEVELS - 1.

    Opacity grows with (|value| / scale)^1.6, so that strong lines stand out of many weak
    ones. ``share`` makes all of them fainter.
    """
    strength = _shares(values, scale)
    strength **= np.float32(EXPONENT)
    strength *= np.float32(share * (LEVELS - 1))
    strength += np.float32(0.5)
    return strength.astype(np.uint8)


def lit_levels(values: FloatArray, scale: float) -> npt.NDArray[np.uint8]:
    """As `levels`, for the lines of what is selected: brighter."""
    strength = _shares(values, scale)
    strength **= np.float32(_LIT_EXPONENT)
    strength *= np.float32(crowd_share(values.size) * (LEVELS - 1))
    return (strength + np.float32(0.5)).astype(np.uint8)


def _shares(values: FloatArray, scale: float) -> FloatArray:
    """|value| / scale, at most 1."""
    # Far beyond the scale is as good as infinite; and fmin makes 1 of what is no number.
    with np.errstate(all="ignore"):
        shares: FloatArray = np.fmin(np.abs(values) / np.float32(scale), np.float32(1))
    return shares


def crowd_share(count: int) -> float:
    """How much fainter each of ``count`` lines in one gap is drawn."""
    return min(1.0, math.pow(_CROWD / count, _CROWD_EXPONENT))


def pens(theme: Theme) -> list[QPen]:
    """Pens of one device pixel: ``pens[2 * level + is_positive]``."""
    made = []
    for level in range(LEVELS):
        for name in ("negative", "positive"):
            pen = QPen(theme.colour(name, level / (LEVELS - 1)))
            pen.setCosmetic(True)
            made.append(pen)
    return made
