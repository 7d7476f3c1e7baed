"""Publisher: puts snapshots into shared memory, never before the last one was taken."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from itertools import zip_longest

import numpy as np

from core.epochs import Epochs
from core.evaluations import MOST
from core.history import Branch, Change
from core.metrics import Evaluation
from core.run import Run
from visualiser.training.messages import Progress, ShownExample
from visualiser.training.shared_state import SharedArrays, SharedState
from visualiser.training.shown_example import examples_of

# Seconds. A snapshot waits for the end of a slice as well: together about a sixtieth.
FRAME = 1 / 72
# Costs that a snapshot brings, so that a window that knows nothing of a long run is told bit by
# bit, in no more memory than a few megabytes.
MOST_COSTS = 2**20
# Of so many results it is known that they were sent: more than there can be, but of a set not
# so many that it takes four times as much memory.
_MOST_SENT = MOST + MOST // 8


class Publisher:
    """Knows what the window holds, and tells it what is new.

    Attributes
    ----------
    is_dirty : bool
        Whether there is something that the window does not know.
    is_taken : bool
        Whether the window has taken the last snapshot.
    is_urgent : bool
        Whether the next snapshot is awaited at once, as by a hand that draws.
    """

    def __init__(self) -> None:
        self.is_dirty = True
        self.is_taken = True
        self.is_urgent = False
        self._state: SharedState | None = None
        self._sequence = 0
        self._due_at = -math.inf
        self._branch: Branch | None = None
        self._sent_costs = 0
        self._sent_evaluations: set[int] = set()
        self._changes: tuple[Change, ...] = ()
        self._looks_at_all = True

    def attach(self, state: SharedState) -> None:
        """Publish into this shared memory from now on."""
        self.close()
        self._state = state
        self.is_dirty = self.is_taken = True

    def begin(self, run: Run) -> None:
        """The window knows nothing of this run yet, and has no memory for it."""
        self.close()
        self._branch, self._changes = run.branch, run.changes
        self._forget_from(0)
        self._sent_evaluations.clear()

    def close(self) -> None:
        """Let go of the shared memory."""
        if self._state is not None:
            self._state.close()
            self._state = None

    @property
    def is_attached(self) -> bool:
        """Whether there is shared memory."""
        return self._state is not None

    def is_ready(self) -> bool:
        """Whether there is something to publish and the window can take it."""
        return self.is_dirty and self.is_taken and self._state is not None

    def is_due(self) -> bool:
        """Whether a frame's time has gone by since the last snapshot, or somebody waits."""
        return self.is_urgent or time.perf_counter() >= self._due_at

    def follow(self, run: Run) -> None:
        """Note where the run has left the course of events that the window knows."""
        if run.branch is not self._branch:
            self._forget_from(_shared_steps(self._branch, run.branch))
            self._branch = run.branch
        changes = run.changes
        if changes != self._changes:
            # The network of the very step where it was made may say something else now.
            pairs = zip_longest(self._changes, changes)
            differ = next(pair for pair in pairs if pair[0] != pair[1])
            self._forget_from(max(0, min(one.step for one in differ if one is not None) - 1))
            self._changes = changes
        self._sent_costs = min(self._sent_costs, run.length)

    def _forget_from(self, step: int) -> None:
        """Count what was told of the steps after this one as not told."""
        self._sent_costs = min(self._sent_costs, step)
        self._sent_evaluations = {s for s in self._sent_evaluations if s <= step}
        self._looks_at_all = True

    def publish(self, run: Run, example: ShownExample, is_playing: bool, rate: float) -> Progress:
        """Write a snapshot; the message that tells of it."""
        next_cost = self._write(run, example)
        self.follow(run)
        costs_from = self._sent_costs
        self._sent_costs = min(costs_from + MOST_COSTS, run.length)
        self._due_at = time.perf_counter() + FRAME
        self.is_dirty = self._sent_costs < run.length
        self.is_taken = self.is_urgent = False
        return Progress(
            sequence=self._sequence,
            position=run.position,
            length=run.length,
            epochs_done=run.epochs_done,
            recipe=run.recipe,
            next_learning_rate=run.next_learning_rate,
            next_cost=next_cost,
            playing=is_playing,
            steps_per_second=rate,
            example=example,
            costs_from=costs_from,
            costs=run.costs[costs_from : self._sent_costs].copy(),
            evaluations=self._new_evaluations(run),
            changes=run.changes,
            undoable=run.undoable,
            redoable=run.redoable,
            epoch_start=Epochs.of(run.branch, len(run.data.train)).start_before(run.position),
        )

    def _write(self, run: Run, example: ShownExample) -> float:
        with np.errstate(over="ignore", invalid="ignore"):
            shown = run.network.forward(examples_of(run.data, example).inputs[0])
        gradient, next_cost = run.gradient()
        arrays = SharedArrays(
            run.network.parameters.vector,
            gradient.vector,
            None if run.recipe.is_plain else run.next_update().vector,
            np.concatenate(shown.activations),
            np.concatenate(shown.weighted_sums),
        )
        self._sequence += 1
        if self._state is not None:
            self._state.write(self._sequence, arrays)
        return next_cost

    def _new_evaluations(self, run: Run) -> dict[int, Evaluation]:
        new = {}
        for step, evaluation in reversed(run.branch.evaluations.items()):
            if step not in self._sent_evaluations:
                new[step] = evaluation
            elif not self._looks_at_all:
                # The newest were added last: there is no need to look at all the others.
                break
        self._looks_at_all = False
        self._sent_evaluations.update(new)
        if len(self._sent_evaluations) > _MOST_SENT:
            # Of a long run, most of them are no longer there.
            self._sent_evaluations &= run.branch.evaluations.keys()
        return new


def _shared_steps(before: Branch | None, now: Branch) -> int:
    """How many steps of two branches are known to be the same."""
    shared = dict(_line(now))
    return next((min(s, shared[one]) for one, s in _line(before) if one in shared), 0)


def _line(branch: Branch | None) -> Iterator[tuple[int, int]]:
    """A branch and those that it comes of, by identity, each with the steps it shares."""
    steps = 0 if branch is None else len(branch.costs)
    while branch is not None:
        yield id(branch), steps
        steps = min(steps, branch.forked_at or 0)
        branch = branch.parent
