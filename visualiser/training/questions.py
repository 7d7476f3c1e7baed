"""Questions about a run, each one frozen description that knows its answer.

They travel to the process that has the run, are answered there at the step where it stands,
and come back with the answer. None changes the run. A new question is a new class, here or
beside what shows its answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from core.run import Run


class Question(Protocol):
    """Something to be asked of a run; frozen, and equal to another that asks the same."""

    def answer(self, run: Run) -> object:
        """What is asked; the run is looked at, and not changed."""


@dataclass(frozen=True, eq=False)
class Part:
    """What is known of an answer before it is complete: what a long question may yield.

    Attributes
    ----------
    share : float
        How much of it is done, 0 to 1.
    found : object
        What is new; None where nothing is but the share.
    """

    share: float
    found: object = None
