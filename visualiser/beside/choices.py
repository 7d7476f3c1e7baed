"""What can be compared with the run of the main window, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from core.run_settings import RunSettings
from visualiser.training.messages import RunDescription


@dataclass(frozen=True)
class OneThing:
    """The run's settings, and the same with one thing different; both from the start."""

    here: RunSettings
    there: RunSettings


@dataclass(frozen=True)
class OtherBranch:
    """Another branch of the run.

    Attributes
    ----------
    number : int
        In the order of the run's branches.
    name : str
    """

    number: int
    name: str


@dataclass(frozen=True)
class OtherFile:
    """Another run, from a file."""

    path: Path


Choice = OneThing | OtherBranch | OtherFile


@dataclass(frozen=True)
class Branch:
    """A branch that can be chosen: what the dialog has to know of it.

    Attributes
    ----------
    number : int
    name : str
    forked_at : int or None
        The step where it left its parent; None for the first branch.
    length : int
        Its newest step.
    """

    number: int
    name: str
    forked_at: int | None
    length: int


def start_settings(description: RunDescription) -> RunSettings:
    """What a run that is described began with; of one that was started again, with its recipe."""
    settings, recipe = description.settings, description.began_with
    if recipe is None:
        return settings
    names = ("learning_rate", "batch_size", "optimiser", "schedule", "l1", "l2", "clip")
    return replace(settings, **{name: getattr(recipe, name) for name in names})
