"""LeftDrawing: what a window's pad leaves to that of the next window."""

from __future__ import annotations

from dataclasses import dataclass

from visualiser.pad.page import Marks
from visualiser.training.messages import ShowExample


@dataclass(frozen=True, eq=False)
class LeftDrawing:
    """A drawing, and where one was with it.

    Attributes
    ----------
    marks : Marks
        What is drawn.
    label : int or None
        What it was said to be; None where nobody has said anything.
    is_open : bool
        Whether the pad is open, or would be if something could be drawn.
    has_focus : bool
        Whether the keyboard is in the pad.
    of_data : ShowExample or None
        What of the data was shown before the drawing.
    """

    marks: Marks
    label: int | None
    is_open: bool
    has_focus: bool
    of_data: ShowExample | None
