"""What commands change of a run: one function each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from core.history import Change
from core.run import Run
from visualiser.training import messages as m

_LARGEST_SEED = 1_000_000


class Hand:
    """Sets weights and biases; what is set while one is dragged is one change of the run."""

    def __init__(self) -> None:
        self._made: Change | None = None

    def set_parameter(self, run: Run, command: m.SetParameter) -> None:
        """Set a weight or a bias, in the place of what the same hand just set it to."""
        place, made = (command.layer, command.neuron, command.origin), self._made
        if command.goes_on and made and place == made.value.place:
            self.give_up(run)
        before = run.changes
        run.edit(*place, command.value)
        self._made = None if run.changes == before else run.changes[-1]

    def give_up(self, run: Run) -> tuple[Change, ...]:
        """Take back what the hand has set, and nothing else; what was taken back."""
        made, self._made = self._made, None
        is_newest = bool(run.changes) and run.changes[-1] is made
        # Steps that were taken since are not to be lost by letting go.
        is_here = made is not None and made.step == run.position == run.length
        return run.undo() if is_newest and is_here else ()


def _draw_anew(run: Run, command: m.DrawAnew) -> None:
    seed = int(np.random.default_rng().integers(_LARGEST_SEED))
    run.draw_anew(command.layer, command.neuron, seed)


def _set_frozen(run: Run, command: m.SetFrozen) -> None:
    run.change(frozen=command.parts)


def _set_held(run: Run, command: m.SetHeld) -> None:
    run.change(held=command.held)


def _set_learning_rate(run: Run, command: m.SetLearningRate) -> None:
    run.set_learning_rate(command.value)


def _set_batch_size(run: Run, command: m.SetBatchSize) -> None:
    run.set_batch_size(command.value)


def _redo(run: Run, _: m.Redo) -> None:
    run.redo()


# Those that are made while it plays.
CHANGES: dict[type, Callable[[Run, Any], None]] = {
    m.SetLearningRate: _set_learning_rate,
    m.SetBatchSize: _set_batch_size,
    m.SetFrozen: _set_frozen,
    m.SetHeld: _set_held,
}
# Those that pause first.
EDITS: dict[type, Callable[[Run, Any], None]] = {
    m.DrawAnew: _draw_anew,
    m.Redo: _redo,
}
