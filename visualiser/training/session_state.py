"""SessionState: what one session leaves to the next, which takes its process over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from visualiser.training.messages import Progress, RunDescription
from visualiser.training.snapshot import Reference

if TYPE_CHECKING:
    from visualiser.training.session import TrainingProcess


@dataclass(frozen=True)
class SessionState:
    """The process, and what it will not tell again or may die before it does.

    Attributes
    ----------
    trainer : TrainingProcess
    description : RunDescription or None
        The run, as the window knows it.
    progress : Progress or None
        Where it stood when last heard of.
    reference : Reference or None
        The network that others are compared with.
    kept : Path or None
        The newest file in which the run is known to be kept.
    revivals : int
        How often the process had died.
    """

    trainer: TrainingProcess
    description: RunDescription | None
    progress: Progress | None
    reference: Reference | None
    kept: Path | None
    revivals: int
