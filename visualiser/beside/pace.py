"""How many steps the pair takes between two pictures."""

from __future__ import annotations

from collections import deque

# Seconds of training between two pictures. Meanwhile the window paints the one before.
_PERIOD = 0.04
# So many of the last times are kept; a first guess is never trusted for more than a few times
# the steps that it comes of.
_KEPT, _GROWTH, _LARGEST = 12, 8, 20_000


class Pace:
    """As many steps as fit between two pictures, learnt from how long the last ones took.

    What a step takes is judged by the quickest of the last times: the others have waited for
    the window or for other programs, and that does not end by taking fewer steps.

    Attributes
    ----------
    size : int
        Steps to take at a time.
    """

    def __init__(self) -> None:
        self.size = 1
        self._seconds_a_step: deque[float] = deque(maxlen=_KEPT)

    def learn(self, steps: int, seconds: float) -> None:
        """So many steps of both runs took so long, with all the waiting."""
        self._seconds_a_step.append(max(seconds, 1e-6) / max(steps, 1))
        fitting = int(_PERIOD / min(self._seconds_a_step))
        self.size = max(1, min(fitting, _GROWTH * self.size, _LARGEST))
