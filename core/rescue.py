"""What becomes of a run whose cost is no longer a finite number."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NoReturn

from core.errors import DivergenceError
from core.history import Change
from core.walker import Walker


def return_to_last_good_step(
    walker: Walker, make: Callable[[tuple[Change, ...]], object]
) -> NoReturn:
    """Stand where C is finite, and say what was at fault.

    Parameters
    ----------
    walker : Walker
        C of its next mini-batch is not finite.
    make : callable
        Makes changes once more, all at once, where the walker stands.

    Raises
    ------
    DivergenceError
        Always.
    """
    branch, step = walker.branch, walker.position
    length = len(branch.costs)
    late = [s.changes for s in branch.segments if s.changes and s.step == step == length]
    if late and _undo_if_at_fault(walker):
        raise DivergenceError(
            "With what was changed at step {step} the cost is not a finite number; the "
            "change is taken back, so that the run can go on.",
            step=step,
        )
    if step == 0:
        raise DivergenceError(
            "The cost is not a finite number before the first step: the inputs, the start "
            "values or a held neuron's value are too large; choose smaller ones."
        )
    if step == length:
        # The step before led here: its C was finite, what came of it was not.
        branch.costs.drop_last()
        branch.checkpoints = branch.checkpoints.until(step - 1)
        branch.evaluations.pop(step, None)
        branch.segments = [s for s in branch.segments if s.step < step]
        walker.replay_to(step - 1)
    rate = walker.learning_rate
    # Made on what came of the bad step, perhaps to mend it: they hold from here.
    for changes in late:
        make(changes)
    raise DivergenceError(
        "The cost is no longer a finite number after step {step}: with η = {rate:g} "
        "the steps are too long. The run is back on its last good step; "
        "lower the learning rate, or step back, and play on.",
        step=step,
        rate=rate,
    )


def _undo_if_at_fault(walker: Walker) -> bool:
    """Take back what was changed at this step, where C is finite without it."""
    branch, step, segments = walker.branch, walker.position, walker.branch.segments
    branch.segments = [s for s in segments if s.step < step or not s.changes]
    walker.replay_to(step)
    if math.isfinite(walker.trainer.cost(walker.next_batch)):
        branch.evaluations.pop(step, None)
        return True
    branch.segments = segments
    walker.replay_to(step)
    return False
