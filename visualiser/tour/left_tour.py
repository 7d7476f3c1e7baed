"""LeftTour: where a reader of the tour is, for another window to go on there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class LeftTour:
    """What is read, and how far.

    Attributes
    ----------
    folder : Path or None
        Where the chapters are from; None for the program's own.
    chapter : str
        The id of the one that is read.
    marks : tuple of str
        What is done, as `Marks.kept`.
    is_open : bool
        Whether the tour is beside the network.
    has_focus : bool
        Whether the keyboard is in it.
    """

    folder: Path | None
    chapter: str
    marks: tuple[str, ...]
    is_open: bool
    has_focus: bool
