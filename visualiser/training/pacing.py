"""How fast training plays: when steps are due, how many at a time, how many a second."""

from __future__ import annotations

import math
import time

_RATE_INTERVAL = 0.5  # seconds
# Seconds. Steps are taken in slices of this length, so that no command or frame waits long.
SLICE = 0.005
_LARGEST_BLOCK = 512


class Clock:
    """When steps are due at a given speed."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        """The next step is due one interval from now."""
        self._began = time.perf_counter()
        self.taken = 0

    def due(self, speed: float | None) -> float:
        """Steps that should have been taken and were not."""
        if speed is None:
            return math.inf
        return math.floor((time.perf_counter() - self._began) * speed) - self.taken

    def wait(self, speed: float | None) -> float:
        """Seconds until a step is due; 0 where one is."""
        if speed is None:
            return 0.0
        return max(0.0, self._began + (self.taken + 1) / speed - time.perf_counter())


class Block:
    """How many steps to take at a time: as many as fit a slice.

    Attributes
    ----------
    size : int
    """

    def __init__(self) -> None:
        self.size = 1

    def learn(self, steps: int, seconds: float) -> None:
        """So many steps took so long."""
        if seconds > 2 * SLICE:
            self.size = max(1, self.size // 2)
        elif steps == self.size and seconds < SLICE / 2:
            self.size = min(self.size * 2, _LARGEST_BLOCK)


class Rate:
    """Steps a second, measured over the last half second or more."""

    def __init__(self) -> None:
        self.start(0)

    def start(self, position: int) -> None:
        """Measure from here."""
        self._position, self._time = position, time.perf_counter()
        self._rate = 0.0

    def at(self, position: int) -> float:
        """The rate now."""
        elapsed = time.perf_counter() - self._time
        if elapsed >= _RATE_INTERVAL:
            self._rate = (position - self._position) / elapsed
            self._position, self._time = position, time.perf_counter()
        return self._rate
