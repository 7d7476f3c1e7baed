"""Moment: all that a chapter can notice of the window at one time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.history import that_made
from visualiser.phases import Movement, Phase
from visualiser.selection import Selection
from visualiser.training.messages import Measured
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Moment:
    """The window at one time.

    Attributes
    ----------
    snapshot : Snapshot or None
        None before the first.
    selection : Neuron, Connection or None
    lines : str
        The id of the quantity that the lines show.
    phase : Phase or None
        Of the step that is gone through phase by phase; None where none is.
    guess : {"rises", "falls", "hardly"} or None
        What was said of how a weight will move, in this phase.
    measured : Measured or None
        Cost and accuracy as measured last, which may be of another step.
    """

    snapshot: Snapshot | None = None
    selection: Selection = None
    lines: str = "weight"
    phase: Phase | None = None
    guess: Movement | None = None
    measured: Measured | None = None

    @property
    def current(self) -> Measured | None:
        """Cost and accuracy of the network of this very moment; None where not measured yet."""
        snapshot, measured = self.snapshot, self.measured
        if snapshot is None or measured is None:
            return None
        progress = snapshot.progress
        is_here = measured.step == progress.position
        is_it = is_here and measured.changes == that_made(progress.changes, measured.step)
        return measured if is_it else None

    def with_changes(self, **changes: object) -> Moment:
        """The same with something else."""
        return replace(self, **changes)  # type: ignore[arg-type] # of these fields


def is_same_run(before: Moment, now: Moment) -> bool:
    """Whether both are of one run."""
    then, here = before.snapshot, now.snapshot
    if then is None or here is None:
        return False
    return then.description.identity == here.description.identity
