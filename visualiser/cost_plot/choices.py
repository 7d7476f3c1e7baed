"""PlotChoices: what a person has chosen of the cost plot, as it is remembered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TypeVar

from visualiser.cost_history import WINDOW

T = TypeVar("T")

# What the average can be taken over, in steps; 0 stands for one epoch, however many that are.
WINDOWS = (10, WINDOW, 50, 100, 500, 0)
EPOCH = 0
# How strongly the line of every step's C is drawn, in parts of 1.
STRENGTHS = (0.15, 0.3, 0.55, 1.0)


@dataclass(frozen=True)
class PlotChoices:
    """How the cost plot is drawn.

    Attributes
    ----------
    window : int
        One of `WINDOWS`.
    strength : float
        One of `STRENGTHS`.
    has_log_steps, has_log_costs : bool
        Whether the axis is logarithmic.
    hidden : frozenset of str
        The ids of lines that are not drawn, as in `lines.LINES`.
    """

    window: int = WINDOW
    strength: float = 0.55
    has_log_steps: bool = False
    has_log_costs: bool = False
    hidden: frozenset[str] = field(default=frozenset({"training", "earlier"}))

    def to_text(self) -> str:
        """As it is kept in a file of settings."""
        return json.dumps({**vars(self), "hidden": sorted(self.hidden)})

    @staticmethod
    def from_text(text: str) -> PlotChoices:
        """What was kept; what cannot be understood of it is as usual."""
        try:
            kept = json.loads(text)
        except (ValueError, RecursionError):
            return PlotChoices()
        kept = kept if isinstance(kept, dict) else {}
        usual = PlotChoices()
        hidden = kept.get("hidden")
        return PlotChoices(
            _one_of(WINDOWS, kept.get("window"), usual.window),
            _one_of(STRENGTHS, kept.get("strength"), usual.strength),
            kept.get("has_log_steps") is True,
            kept.get("has_log_costs") is True,
            frozenset(one for one in hidden if isinstance(one, str))
            if isinstance(hidden, list)
            else usual.hidden,
        )


def _one_of(offered: tuple[T, ...], found: object, usual: T) -> T:
    return next((one for one in offered if one == found and found is not True), usual)
