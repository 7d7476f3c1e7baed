"""Playing: whether a run is played, until when and how fast; takes its steps in slices."""

from __future__ import annotations

import math
import time
from typing import NamedTuple

from core.run import Run
from visualiser.training.conditions import Condition
from visualiser.training.messages import ShownExample
from visualiser.training.pacing import Block, Clock, Rate
from visualiser.training.waiting import Met, Waiting

# A step that is never reached.
UNTIL_STOPPED = math.inf


class Ended(NamedTuple):
    """What playing has stopped for, and the step at which it had begun."""

    met: Met
    began: int


class Playing:
    """Plays one run after the other, each until it is told otherwise or its end is reached.

    Attributes
    ----------
    is_on : bool
    is_to_epoch_end : bool
        Whether it ends where the epoch does, wherever that will be.
    conditions : tuple of Condition
        What it is played until; empty where that is a step, or nothing.
    """

    def __init__(self) -> None:
        self.is_to_epoch_end = False
        self._until: float | None = None
        self._waiting: Waiting | None = None
        self._speed: float | None = None
        self._clock, self._block, self._rate = Clock(), Block(), Rate()

    @property
    def is_on(self) -> bool:
        """Whether the run is played."""
        return self._until is not None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What it is played until."""
        return () if self._waiting is None else self._waiting.conditions

    def set_speed(self, speed: float | None) -> None:
        """Take so many steps a second from now on; None for as many as there can be."""
        self._speed = speed
        self._clock.start()

    def start(self, run: Run, until: float, waiting: Waiting | None = None) -> None:
        """Play until the run is at a step, or what is waited for is met."""
        self._until, self._waiting, self.is_to_epoch_end = until, waiting, False
        self.start_counting(run)

    def start_counting(self, run: Run) -> None:
        """Steps that were not taken until now are not to be caught up on."""
        self._clock.start()
        self._rate.start(run.position)

    def stop_at(self, step: float) -> None:
        """Go on, but until this step."""
        self._until = step

    def stop(self) -> None:
        """Play no longer."""
        self._until = self._waiting = None
        self.is_to_epoch_end = False

    def wait(self) -> float:
        """Seconds until a step is due; 0 where one is."""
        return self._clock.wait(self._speed)

    def rate(self, run: Run) -> float:
        """Steps a second; 0 where it is not played."""
        return self._rate.at(run.position) if self.is_on else 0.0

    def take_slice(self, run: Run, example: ShownExample) -> Ended | None:
        """Take the steps that are due, as many as take a few milliseconds.

        Returns
        -------
        Ended or None
            Where a condition is met.
        """
        due = self._clock.due(self._speed)
        if due < 1 or self._until is None:
            return None
        began, start, until = time.perf_counter(), run.position, self._until
        count = int(min(self._block.size, due, until - start))
        ended = self._take(run, count, example)
        taken = run.position - start
        self._clock.taken += taken
        self._block.learn(taken, time.perf_counter() - began)
        if run.position >= until:
            self.stop()
        return ended

    def _take(self, run: Run, count: int, example: ShownExample) -> Ended | None:
        waiting = self._waiting
        if waiting is None:
            run.train(count)
            return None
        met = waiting.train(run, count, example)
        if met is None:
            return None
        self.stop()
        return Ended(met, waiting.began)
