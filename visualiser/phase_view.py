"""PhaseView: what is shown of where in a gradient step the window is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from visualiser.phase_focus import Focus, focus_of
from visualiser.phase_step import PhaseStep
from visualiser.phases import Movement, Phase
from visualiser.selection import Connection, Selection
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class PhaseView:
    """What is to be shown of where the stepper is.

    Attributes
    ----------
    phase : Phase
    phases : tuple of Phase
        All of the step.
    step : PhaseStep or None
        None while it is worked out.
    after : Snapshot or None
        The network after the step, in the phase "done".
    focus : Focus or None
        What the formula is about; None while there are no numbers.
    guess : {"rises", "falls", "hardly"} or None
        What was said of how the weight will move.
    is_open : bool
        Whether that is still to be guessed, and must not be told.
    can_go_back, is_slow : bool
    """

    phase: Phase
    phases: tuple[Phase, ...]
    step: PhaseStep | None
    after: Snapshot | None
    focus: Focus | None
    guess: Movement | None
    is_open: bool
    can_go_back: bool
    is_slow: bool

    @property
    def keeps_secret(self) -> bool:
        """Whether something is to be guessed that must not be told elsewhere."""
        return self.is_open and self.focus is not None

    @property
    def hidden(self) -> int | None:
        """The layer whose ΔW must not be seen, as a weight of it is to be guessed."""
        return self.focus.neuron.layer if self.is_open and self.focus is not None else None


def view_of(
    phase: Phase,
    phases: tuple[Phase, ...],
    step: PhaseStep | None,
    after: Snapshot | None,
    selection: Selection,
    guesses: Mapping[Connection, Movement | None],
    *,
    can_go_back: bool,
    is_slow: bool,
) -> PhaseView:
    """The view; ``guesses`` has the weights that are told, with what was said of each."""
    # A step takes the mean, whichever example is followed.
    source = step
    if step is not None and phase.kind in ("update", "done"):
        source = step.follow(None)
    focus = None if source is None else focus_of(source, phase, selection)
    weight = None if focus is None else focus.connection
    is_open = phase.kind == "update" and weight not in guesses and not is_slow
    guess = None if weight is None else guesses.get(weight)
    return PhaseView(phase, phases, step, after, focus, guess, is_open, can_go_back, is_slow)


def key_of(snapshot: Snapshot) -> tuple[object, ...]:
    """What makes the next step that it is this one."""
    progress = snapshot.progress
    return snapshot.description, progress.position, progress.recipe, progress.changes


def is_of(snapshot: Snapshot, step: PhaseStep, taken: int) -> bool:
    """Whether a run stands before a step, or where so many were taken from there."""
    is_same = snapshot.description == step.snapshot.description
    return is_same and snapshot.progress.position == step.snapshot.progress.position + taken
