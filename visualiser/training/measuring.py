"""Measuring: cost and accuracy over all data, a chunk at a time beside training."""

from __future__ import annotations

import math
import time
from collections.abc import Generator

from core.history import Change
from core.metrics import evaluate_in_chunks
from core.run import Run
from visualiser.training.messages import Measured, alterations

# While training plays: how seldom (seconds), and for what share of the time.
_INTERVAL = 0.5
_SHARE = 0.005

_State = tuple[int, tuple[Change, ...]]


class Measuring:
    """Measures every step that the run rests at, and now and then one that it passes."""

    def __init__(self) -> None:
        self._job: Generator[None, None, Measured] | None = None
        self._took = 0.0
        self._again_at = -math.inf
        self._measured: _State | None = None

    def has_work(self, run: Run, is_playing: bool) -> bool:
        """Whether there is a chunk to do now."""
        if self._job is not None:
            return True
        is_due = not is_playing or time.perf_counter() >= self._again_at
        return is_due and self._measured != _state(run)

    def give_up(self, run: Run | None = None) -> None:
        """Leave off; with a run, count its position as measured, since that failed."""
        self._job = None
        self._measured = None if run is None else _state(run)

    def go_on(self, run: Run) -> Measured | None:
        """Do the next chunk; the result, when it is complete."""
        began = time.perf_counter()
        if self._job is None:
            self._job, self._took = _measurement(run), 0.0
        try:
            next(self._job)
        except StopIteration as end:
            found: Measured = end.value
            self._job = None
            self._measured = found.step, found.changes
            self._again_at = began + max(_INTERVAL, self._took / _SHARE)
            return found
        self._took += time.perf_counter() - began
        return None


def _state(run: Run) -> _State:
    """What makes the network that it is this one."""
    return run.position, alterations(run.changes, run.position)


def _measurement(run: Run) -> Generator[None, None, Measured]:
    network, data, state = run.network.copy(), run.data, _state(run)
    test = yield from evaluate_in_chunks(network, data.test)
    train = yield from evaluate_in_chunks(network, data.train)
    return Measured(state[0], train, test, state[1])
