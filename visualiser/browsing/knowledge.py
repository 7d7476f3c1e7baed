"""Known: what is known of how the examples of a split are read."""

from __future__ import annotations

from dataclasses import dataclass

from visualiser.training.browsing_questions import Judged


@dataclass(frozen=True, eq=False)
class Known:
    """A judgement, and the step whose network made it.

    Attributes
    ----------
    judged : Judged
    step : int
    """

    judged: Judged
    step: int
