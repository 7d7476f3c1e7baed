"""Scrubbing: a drag along the timeline, from where it was pressed to where it is let go."""

from __future__ import annotations

from dataclasses import dataclass

from visualiser.timeline.gate import JourneyGate
from visualiser.training import messages as m


@dataclass(frozen=True)
class Stand:
    """A step of a branch."""

    branch: int
    step: int


class Scrubbing:
    """Asks for every step that the pointer is on, and for the first one again where it is given up.

    Parameters
    ----------
    gate : JourneyGate
    """

    def __init__(self, gate: JourneyGate) -> None:
        self._gate = gate
        self._began: Stand | None = None
        self._now: Stand | None = None

    @property
    def is_on(self) -> bool:
        """Whether the button is down."""
        return self._now is not None

    @property
    def branch(self) -> int | None:
        """The branch that is dragged along."""
        return None if self._now is None else self._now.branch

    def begin(self, here: Stand, there: Stand) -> None:
        """Go from where the run is to what was pressed."""
        self._began, self._now = here, there
        self._ask(here.branch, there)

    def move(self, step: int) -> None:
        """Go to another step of the same branch."""
        if self._now is None or step == self._now.step:
            return
        self._now = Stand(self._now.branch, step)
        self._gate.ask(m.GoTo(step))

    def take_back(self) -> None:
        """Be where it began."""
        if self._began is not None and self._now is not None:
            self._ask(self._now.branch, self._began)
        self.end()

    def end(self) -> None:
        """Stay."""
        self._began = self._now = None

    def _ask(self, branch: int, there: Stand) -> None:
        is_same = branch == there.branch
        self._gate.ask(m.GoTo(there.step) if is_same else m.SwitchTo(there.branch, there.step))
