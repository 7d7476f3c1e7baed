"""Where the large map stands in the picture of a network for points of the plane. No Qt."""

from __future__ import annotations

from core.datasets.plane import plane_of
from visualiser.network_view.arranging import BOTTOM, TOP
from visualiser.network_view.layout import Box
from visualiser.training.messages import RunDescription

# Pixels: what stands above and below the map in its panel, the room below that for what
# chooses the example, the map's least and largest side,
# and what is left of it and right of it.
ABOVE, BELOW, CHOICE = 4.0, 84.0, 62.0
_LEAST, _MOST, _LEFT, _RIGHT = 120.0, 340.0, 18.0, 16.0
# What the words below it need, and what chooses the example.
_WORDS = 232.0
# Of the picture's width.
_MOST_SHARE = 0.34
# In a low picture the map stands at the left of the controls at the top right: its top, its
# sides, and how much of its panel is left to them.
_LOW_TOP, _LOW_LEAST, _LOW_MOST, CONTROLS = 10.0, 96.0, 132.0, 100.0


def room_beside(description: RunDescription, width: float, height: float) -> float:
    """How much room the large map takes at the right; 0 where there is none."""
    box = map_box(description, width, height)
    return 0.0 if box is None else box[2] + _LEFT


def map_box(description: RunDescription, width: float, height: float) -> Box | None:
    """x, y, width and height of the large map's panel; None where data are no such points."""
    source = plane_of(description.settings.data)
    if source is None or description.sizes[0] != len(source.features):
        return None
    free = height - TOP - BOTTOM - ABOVE - BELOW - CHOICE
    if free < _LEAST:
        top = _LOW_TOP
        side = min(max(height - top - ABOVE - BELOW - CHOICE, _LOW_LEAST), _LOW_MOST)
        panel = side + ABOVE + BELOW
    else:
        side = min(free, _MOST, _MOST_SHARE * width)
        panel = side + ABOVE + BELOW
        top = TOP + max((height - TOP - BOTTOM - panel - CHOICE) / 2, 0.0)
    across = max(side, _WORDS)
    return (width - across - _RIGHT, top, across, panel)


def covers(description: RunDescription, width: float, height: float, top: float) -> bool:
    """Whether the map, or what chooses the example below it, reaches further down than this."""
    box = map_box(description, width, height)
    return box is not None and box[1] + box[3] + CHOICE > top
