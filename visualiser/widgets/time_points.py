"""Points: what is known of a number at some of the steps of a run, and how it is laid out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF

from core.parameters import FloatArray, IntArray

# Free above and below a curve, in parts of its height.
_AIR = 0.1
# Less than this, in parts of a number, it does not rise or fall.
_FLAT = 1e-6


@dataclass(frozen=True, eq=False)
class Points:
    """What is known of a number.

    Attributes
    ----------
    steps : ndarray of int
        Ascending, each once.
    values : ndarray
    present : int
        One of the steps: the one the run is at.
    length : int
        The newest step that was taken.
    """

    steps: IntArray
    values: FloatArray
    present: int
    length: int

    @property
    def place(self) -> int:
        """Where among the points the present one is."""
        return int(np.searchsorted(self.steps, self.present))

    def nearest(self, step: float) -> int:
        """Where among the points the one nearest to a step is."""
        return int(np.abs(self.steps - step).argmin())


def limits(values: FloatArray) -> tuple[float, float] | None:
    """The lowest and the highest value of the picture; None where none is a number."""
    finite = values[np.isfinite(values)]
    if len(finite) == 0:
        return None
    lowest, highest = float(finite.min()), float(finite.max())
    size = max(abs(lowest), abs(highest))
    # What stays the same is a line in the middle, whatever its rounding does.
    air = _AIR * (highest - lowest) if highest - lowest > _FLAT * size else max(0.1 * size, 0.1)
    return (lowest - air, highest + air) if math.isfinite(2 * (size + air)) else None


def pieces(places: list[QPointF | None]) -> list[list[QPointF]]:
    """The points, parted where there is none."""
    found: list[list[QPointF]] = [[]]
    for place in places:
        if place is not None:
            found[-1].append(place)
        elif found[-1]:
            found.append([])
    return [piece for piece in found if piece]
