"""Fitting a window to the screens that there are: arithmetic only, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in pixels: its left upper corner, its width and its height."""

    x: int
    y: int
    width: int
    height: int

    @property
    def area(self) -> int:
        """Pixels in it; 0 where it has no side."""
        return max(self.width, 0) * max(self.height, 0)

    def shared(self, other: Box) -> int:
        """Pixels that lie in both."""
        left, right = max(self.x, other.x), min(self.x + self.width, other.x + other.width)
        top, bottom = max(self.y, other.y), min(self.y + self.height, other.y + other.height)
        return max(right - left, 0) * max(bottom - top, 0)


def fitted(box: Box, screens: Sequence[Box], least: tuple[int, int] = (1, 1)) -> Box:
    """Where a window that was at ``box`` belongs on these screens.

    One that is seen as a whole, on one screen or across several, stays. Any other is moved onto
    the screen that shows most of it, or onto the first one where none shows any, and made
    smaller where it is larger than that.

    Parameters
    ----------
    box : Box
    screens : sequence of Box
        What can be used of each, the main one first; none overlaps another.
    least : tuple of int
        Width and height below which it is not made smaller.
    """
    if not screens or sum(box.shared(screen) for screen in screens) >= box.area > 0:
        return box
    screen = max(screens, key=lambda one: _seen_on(box, one))
    width = max(min(box.width, screen.width), least[0])
    height = max(min(box.height, screen.height), least[1])
    return Box(
        _within(box.x, width, screen.x, screen.width),
        _within(box.y, height, screen.y, screen.height),
        width,
        height,
    )


def _seen_on(box: Box, screen: Box) -> float:
    """How much of it a screen shows, of what the screen could show of such a box."""
    could = Box(box.x, box.y, min(box.width, screen.width), min(box.height, screen.height))
    return could.shared(screen) / max(could.area, 1)


def _within(start: int, length: int, least: int, room: int) -> int:
    """Where a side of this length begins so that its start is seen, and all where it can be."""
    return max(least, min(start, least + room - length))
