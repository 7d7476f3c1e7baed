"""Contrast as the Web Content Accessibility Guidelines 2.1 define it.

https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

Floats = npt.NDArray[np.float64]

# Success criteria 1.4.3 (text), 1.4.11 (marks and the states of controls).
FOR_TEXT, FOR_MARKS = 4.5, 3.0
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def luminances(picture: npt.NDArray[Any]) -> Floats:
    """Relative luminance of colours, red, green and blue (0 to 255) along the last axis."""
    parts = np.asarray(picture, np.float64) / 255
    # The guidelines print 0.03928; IEC 61966-2-1 has 0.04045. No 8-bit value lies between.
    light = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    found: Floats = light @ np.array(_WEIGHTS)
    return found


def ratios(first: npt.NDArray[Any], second: npt.NDArray[Any]) -> Floats:
    """Contrast of colours with others, one by one."""
    one, other = luminances(first), luminances(second)
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def luminance(colour: QColor | str) -> float:
    """Relative luminance of a colour, 0 to 1."""
    return float(luminances(parts_of(colour)))


def contrast(first: QColor | str, second: QColor | str) -> float:
    """Contrast of two colours, 1 to 21."""
    return float(ratios(parts_of(first), parts_of(second)))


def parts_of(colour: QColor | str) -> Floats:
    """Red, green and blue, 0 to 255."""
    found = QColor(colour)
    return np.array([found.red(), found.green(), found.blue()], np.float64)
