"""Learning-rate schedules: how η changes as a run goes on.

A schedule is a frozen dataclass that gives, for the epochs gone by, what share of the set
learning rate a step uses: a pure function, so that any step can be gone back to. To add
one: write the class, and add its line to SCHEDULES at the foot of this file.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

from core.checks import is_number, make_floats, shown
from core.errors import SettingError
from core.tables import built


class Schedule(Protocol):
    """A share of η for every moment of a run.

    Attributes
    ----------
    name : str
        As in SCHEDULES.
    formula : str
        η of a step, for the screen: e is the epochs gone by.
    """

    name: str
    formula: str

    def share(self, epochs: float) -> float:
        """What to multiply η by when so many epochs have gone by, 0 to 1."""


@dataclass(frozen=True)
class ConstantRate:
    """η stays as it is."""

    name = "constant"
    formula = "η"

    def share(self, epochs: float) -> float:  # noqa: ARG002 (part of the protocol)
        """1."""
        return 1.0


@dataclass(frozen=True)
class StepDecay:
    """η is multiplied by ``factor`` after every ``every`` epochs."""

    every: float = 10.0
    factor: float = 0.5

    name = "step"
    formula = "η · factor^⌊e / every⌋"

    def __post_init__(self) -> None:
        _check_epochs("step", self.every)
        _check_share("step", "factor", self.factor)
        make_floats(self)

    def share(self, epochs: float) -> float:
        """factor^⌊epochs / every⌋."""
        return float(self.factor ** math.floor(epochs / self.every))


@dataclass(frozen=True)
class LinearDecay:
    """η falls in a straight line to ``end`` times itself over ``epochs``, and stays there."""

    epochs: float = 30.0
    end: float = 0.0

    name = "linear"
    formula = "η · (1 − (1 − end) · e / epochs)"

    def __post_init__(self) -> None:
        _check_epochs("linear", self.epochs)
        _check_share("linear", "end", self.end)
        make_floats(self)

    def share(self, epochs: float) -> float:
        """1 at the start, ``end`` at the end."""
        return 1 - (1 - self.end) * min(1.0, epochs / self.epochs)


@dataclass(frozen=True)
class CosineDecay:
    """η falls along half a cosine to ``end`` times itself over ``epochs``, and stays there.

    Source: I. Loshchilov, F. Hutter, SGDR: stochastic gradient descent with warm restarts,
    ICLR 2017, eq. (5), without restarts.
    """

    epochs: float = 30.0
    end: float = 0.0

    name = "cosine"
    formula = "η · (end + (1 − end) · (1 + cos(π e / epochs)) / 2)"

    def __post_init__(self) -> None:
        _check_epochs("cosine", self.epochs)
        _check_share("cosine", "end", self.end)
        make_floats(self)

    def share(self, epochs: float) -> float:
        """1 at the start, ``end`` at the end."""
        fallen = (1 - math.cos(math.pi * min(1.0, epochs / self.epochs))) / 2
        return 1 - (1 - self.end) * fallen


def schedule_named(name: str, **options: float) -> Schedule:
    """The schedule of that name, with these settings; SettingError where there is none."""
    missing = "There is no learning-rate schedule {name!r}; choose one of: {choices}."
    return built(SCHEDULES, name, options, missing)


def _check_epochs(schedule: str, value: float) -> None:
    if not is_number(value, 1e-6):
        raise SettingError(
            "The schedule {schedule} lasts {value} epochs; choose a number above 0, "
            "for instance 30.",
            schedule=schedule,
            value=shown(value),
        )


def _check_share(schedule: str, name: str, value: float) -> None:
    if not is_number(value, 0, 1):
        raise SettingError(
            "The {name} of the schedule {schedule} is {value}; choose a number from 0 to 1, "
            "for instance 0.5.",
            name=name,
            schedule=schedule,
            value=shown(value),
        )


STEADY = ConstantRate()

SCHEDULES: dict[str, type[Schedule]] = {
    "constant": ConstantRate,
    "step": StepDecay,
    "linear": LinearDecay,
    "cosine": CosineDecay,
}
