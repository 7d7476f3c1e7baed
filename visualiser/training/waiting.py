"""Waiting: plays a run up to the first step at which a condition holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.run import Run
from visualiser.training.conditions import Condition, is_epoch_end
from visualiser.training.messages import ShownExample


class Met(NamedTuple):
    """A condition that holds where the run is, and the figure by which it does."""

    condition: Condition
    figure: float


class Waiting:
    """Plays a run until the first of some conditions holds.

    Parameters
    ----------
    conditions : sequence of Condition
        Where several hold at one step, the first of them is what it stops for.
    run : Run

    Attributes
    ----------
    conditions : tuple of Condition
    began : int
        The step at which it began.

    Raises
    ------
    SettingError
        Where a condition does not fit the run.
    """

    def __init__(self, conditions: Sequence[Condition], run: Run) -> None:
        self.conditions = tuple(conditions)
        self.began = run.position
        self._watches = [condition.watch(run) for condition in self.conditions]

    def look(self, run: Run, example: ShownExample) -> Met | None:
        """What holds already, before a step is taken; to be asked once."""
        return self._look(range(len(self._watches)), run, example)

    def train(self, run: Run, count: int, example: ShownExample) -> Met | None:
        """Take steps, ``count`` at most, up to the first at which a condition holds.

        As `core.Run.train`, with the test data at every end of an epoch.

        Raises
        ------
        DivergenceError
            Where C is not finite, of the last step's outcome as well.
        """
        end, met = run.position + count, None
        while met is None and run.position < end:
            due = [run.position + watch.stride(run) for watch in self._watches]
            _take(run, min(end, run.position + run.steps_to_epoch_end, *due) - run.position)
            met = self._look((i for i, at in enumerate(due) if at == run.position), run, example)
        # Only to see that C is finite.
        run.train(0)
        return met

    def _look(self, which: Iterable[int], run: Run, example: ShownExample) -> Met | None:
        # Each that is due has to look, for some of them count.
        figures = [(i, self._watches[i].look(run, example)) for i in which]
        return next((Met(self.conditions[i], f) for i, f in figures if f is not None), None)


def _take(run: Run, count: int) -> None:
    """Take steps that do not go beyond the end of the epoch."""
    if count == 1:
        run.step()
    else:
        run.steps(count)
    if is_epoch_end(run) and run.branch.evaluations.wants(run.position):
        run.evaluate_test()
