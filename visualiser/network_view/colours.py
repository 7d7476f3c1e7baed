"""How strongly a weight shows: scales, opacities and the pens that draw them."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPen

from core.parameters import FloatArray
from visualiser.theme import Theme

# Steps of opacity, each with a pen for positive and one for negative values; finer where it
# is low, since in a crowd all lines are faint.
LEVELS = 32
# The pen after all of those, for what has no sign.
NEUTRAL = 2 * LEVELS
_FAINTEST = 3 / 255
EXPONENT = 1.6
# In gaps of more lines than _CROWD, weak ones count for less: by so much for each factor of 10.
_CROWD, _CROWD_EXPONENT = 250, 0.6
# Opacity of all lines of a gap together: where many are strong, each is fainter. So noise
# is a veil, and the few lines that learning has made strong stand out.
_INK = 250.0
# Of the lines that are lit: their weak ones are asked about, too.
_LIT_EXPONENT, _LIT_INK = 1.2, 120.0
_PERCENTILE = 0.995
# Preferred numbers (E12 of IEC 60063): a scale that is easy to read and rarely jumps.
_STEPS = (1.0, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2, 10.0)


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
    # A hair of tolerance: the float32 of 3.3 must not become 3.9 because of its last bit.
    step = next(step for step in (*_STEPS, 12.0) if step * power >= value * (1 - 1e-6))
    return float(step * power)


def levels(values: FloatArray, scale: float) -> npt.NDArray[np.uint8]:
    """How strongly each value of a gap shows: 0 (not drawn) to LEVELS - 1.

    Opacity grows with (|value| / scale)^1.6, in a crowd with a higher power, so that strong
    lines stand out of many weak ones; and a gap has no more than so much ink in all.
    """
    crowd = max(0.0, math.log10(max(values.size, 1) / _CROWD))
    return _levels(values, scale, EXPONENT + _CROWD_EXPONENT * crowd, _INK)


def lit_levels(values: FloatArray, scale: float) -> npt.NDArray[np.uint8]:
    """As `levels`, for the lines of what is lit: brighter."""
    return _levels(values, scale, _LIT_EXPONENT, _LIT_INK)


def opacity(level: int) -> float:
    """How opaque lines of a level are, 0 to 1."""
    return _FAINTEST + (1 - _FAINTEST) * ((level - 1) / (LEVELS - 2)) ** 2 if level else 0.0


def _levels(values: FloatArray, scale: float, exponent: float, ink: float) -> npt.NDArray[np.uint8]:
    # Far beyond the scale is as good as infinite; and fmin makes 1 of what is no number.
    with np.errstate(all="ignore"):
        strength: FloatArray = np.fmin(np.abs(values) / np.float32(scale or 1), np.float32(1))
    strength **= np.float32(exponent)
    strength = _inked(strength, ink)
    # The inverse of `opacity`; what is fainter than half the faintest is not seen.
    is_seen = strength >= np.float32(_FAINTEST / 2)
    strength -= np.float32(_FAINTEST)
    np.maximum(strength, np.float32(0), out=strength)
    np.sqrt(strength, strength)
    strength *= np.float32((LEVELS - 2) / math.sqrt(1 - _FAINTEST))
    strength += np.float32(1.5)
    strength *= is_seen
    return strength.astype(np.uint8)


def _inked(strength: FloatArray, ink: float) -> FloatArray:
    """Opacities that are no more than so much in all."""
    share = np.float32(min(1.0, ink / max(float(strength.sum()), 1e-9)))
    least, largest = np.float32(_FAINTEST / 2), float(strength.max(initial=0))
    if largest * share >= least or largest < least:
        strength *= share
        return strength
    # So many are alike that each would be too faint to be seen: some of the strongest stand
    # for all of them.
    drawn = np.argpartition(strength.ravel(), -int(ink / _FAINTEST))[-int(ink / _FAINTEST) :]
    some = np.zeros(strength.size, np.float32)
    some[drawn] = _FAINTEST
    return some.reshape(strength.shape)


def pens(theme: Theme, dashes_negatives: bool = False) -> list[QPen]:
    """Pens of one device pixel: ``pens[2 * level + is_positive]``."""
    made = []
    for level in range(LEVELS):
        for name in ("negative", "positive"):
            pen = QPen(theme.colour(name, opacity(level)))
            pen.setCosmetic(True)
            if dashes_negatives and name == "negative":
                pen.setDashPattern([4.0, 4.0])
            made.append(pen)
    return made


def neutral_pen(theme: Theme) -> QPen:
    """The pen for a line of a value that is 0, or no number."""
    pen = QPen(theme.colour("secondary"))
    pen.setCosmetic(True)
    return pen
