"""Measuring: cost and accuracy over all data, a chunk at a time beside training."""

from __future__ import annotations

import math
import time
from collections.abc import Generator

from core.history import Change, that_made
from core.metrics import evaluate_in_chunks
from core.run import Run
from visualiser.training.messages import Measured

# While training plays: how seldom (seconds), and for what share of the time.
_INTERVAL = 0.5
_SHARE = 0.005


class Measuring:
    """Measures every step that the run rests at, and now and then one that it passes."""

    def __init__(self) -> None:
        # What is going on, what it is about, and what was measured last.
        self._job: Generator[None, None, Measured] | None = None
        self._about: _Place | None = None
        self._measured: _Place | None = None
        self._took = 0.0
        self._again_at = -math.inf

    def has_work(self, run: Run, is_playing: bool) -> bool:
        """Whether there is a chunk to do now."""
        if is_playing:
            return self._job is not None or (
                time.perf_counter() >= self._again_at and self._measured != _place(run)
            )
        if self._about != _place(run):
            # Where the run rests, nobody waits for what was true before.
            self._job = None
        return self._job is not None or self._measured != _place(run)

    def give_up(self, run: Run | None = None) -> None:
        """Leave off; with a run, count its position as measured, since that failed."""
        self._job = None
        self._measured = None if run is None else _place(run)

    def go_on(self, run: Run) -> Measured | None:
        """Do the next chunk; the result, when it is complete."""
        began = time.perf_counter()
        if self._job is None:
            self._job, self._about, self._took = _measurement(run), _place(run), 0.0
        try:
            next(self._job)
        except StopIteration as end:
            found: Measured = end.value
            self._job = None
            self._measured = self._about
            self._again_at = began + max(_INTERVAL, self._took / _SHARE)
            return found
        self._took += time.perf_counter() - began
        return None


# A step, and the changes that its network comes of.
_Place = tuple[int, tuple[Change, ...]]


def _place(run: Run) -> _Place:
    return run.position, that_made(run.changes, run.position)


def _measurement(run: Run) -> Generator[None, None, Measured]:
    network, data, (step, changes) = run.network.copy(), run.data, _place(run)
    test = yield from evaluate_in_chunks(network, data.test)
    train = yield from evaluate_in_chunks(network, data.train)
    return Measured(step, train, test, changes)
