"""The scales of the whole window, in percent of what the desktop has."""

from __future__ import annotations

USUAL_SCALE = 100
# For a projector at the end of a hall, and for a small screen.
SCALES = (75, 90, USUAL_SCALE, 110, 125, 150, 175, 200, 225, 250)
SMALLEST_SCALE, LARGEST_SCALE = SCALES[0], SCALES[-1]


def larger(scale: int) -> int:
    """The next larger scale that is offered; the largest stays.

    >>> larger(100), larger(105), larger(250)
    (110, 110, 250)
    """
    return min((one for one in SCALES if one > scale), default=LARGEST_SCALE)


def smaller(scale: int) -> int:
    """The next smaller scale that is offered; the smallest stays.

    >>> smaller(100), smaller(105), smaller(75)
    (90, 100, 75)
    """
    return max((one for one in SCALES if one < scale), default=SMALLEST_SCALE)
