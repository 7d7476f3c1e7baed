"""TimeScale: which step lies at which pixel. Knows no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Steps. A run of fewer does not fill the track.
_SHORTEST = 50
# While a run grows the scale stays as it is until the track is full, and then leaves free so much.
_ROOM = 1.12


@dataclass(frozen=True)
class TimeScale:
    """Steps 0 to ``span`` from ``left`` to ``right``, evenly.

    Attributes
    ----------
    left, right : float
        Pixels, ``left < right``.
    span : int
        At least 1.
    """

    left: float
    right: float
    span: int

    @property
    def pixels_a_step(self) -> float:
        """How far two steps that follow each other are apart."""
        return (self.right - self.left) / self.span

    def x(self, step: float) -> float:
        """Where a step lies."""
        return self.left + (self.right - self.left) * step / self.span

    def step(self, x: float) -> int:
        """The step nearest to a place, from 0 to ``span``."""
        share = (x - self.left) / (self.right - self.left)
        return min(max(round(share * self.span), 0), self.span)


def span_of(length: int) -> int:
    """How many steps a track shows that has to hold so many: up to an eighth more.

    >>> span_of(0), span_of(50), span_of(51), span_of(3000)
    (50, 50, 56, 3311)
    """
    if length <= _SHORTEST:
        return _SHORTEST
    power = math.log(length / _SHORTEST) / math.log(_ROOM)
    # One lower, in case the logarithm is a trace too large.
    powers = range(math.ceil(power) - 1, math.ceil(power) + 2)
    return next(
        span for span in (math.floor(_SHORTEST * _ROOM**p) for p in powers) if span >= length
    )
