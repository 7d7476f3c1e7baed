"""Which neuron or connection is at a point of a layout. Numpy only; knows no Qt."""

from __future__ import annotations

import math

import numpy as np

from core.parameters import FloatArray
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.selection import Connection, Neuron

# Pixels: a small circle is easier to hit than it is large; how far a line may be.
_EASY, _BEYOND = 5.0, 1.0
REACH = 4.0


def neuron_at(layout: NetworkLayout, x: float, y: float) -> Neuron | None:
    """The neuron whose circle or pixel contains a point."""
    for number, layer in enumerate(layout.layers):
        index = _circle_at(layer, x, y) if layer.form == "circles" else None
        if index is None:
            index = _pixel_at(layer, x, y)
        if index is not None:
            return Neuron(number, index)
    return None


def connection_at(
    layout: NetworkLayout, x: float, y: float, reach: float = REACH
) -> Connection | None:
    """The connection nearest to a point, where one is within ``reach``."""
    found = None
    for gap in range(len(layout.layers) - 1 if layout.has_lines else 0):
        left, right = layout.layers[gap], layout.layers[gap + 1]
        if not left.exits[:, 0].min() <= x <= right.centres[:, 0].max():
            continue
        distance, to, origin = _nearest_line(left, right, x, y)
        # Folded columns are wide: two gaps may have lines here.
        if distance <= reach:
            reach = distance
            found = Connection(gap + 1, to, origin)
    return found


def _circle_at(layer: LayerLayout, x: float, y: float) -> int | None:
    centres = layer.centres[layer.shown]
    distances = np.hypot(centres[:, 0] - x, centres[:, 1] - y)
    nearest = int(distances.argmin())
    is_hit = distances[nearest] <= max(layer.radius + _BEYOND, _EASY)
    return int(layer.shown[nearest]) if is_hit else None


def _pixel_at(layer: LayerLayout, x: float, y: float) -> int | None:
    if layer.picture is None or layer.picture_shape is None:
        return None
    left, top, width, height = layer.picture
    rows, columns = layer.picture_shape
    column, row = (x - left) / width * columns, (y - top) / height * rows
    if not (0 <= column < columns and 0 <= row < rows):
        return None
    index = int(row) * columns + int(column)
    return index if index < len(layer.centres) else None


def _nearest_line(
    left: LayerLayout, right: LayerLayout, x: float, y: float
) -> tuple[float, int, int]:
    """The connection nearest to a point: its distance, where it leads to and from where.

    Of all lines that lead from one column of exits to one target, the nearest begins just
    above or just below where the line from the target through the point meets the column:
    two lines for each target are all that has to be looked at, and not every one.
    """
    targets = right.centres[right.shown]
    found = (math.inf, 0, 0)
    for column, indexes in left.exit_columns:
        above = y < targets[:, 1]
        # Right of a target, the steepest line on the point's side is the nearest.
        heights = np.where(above, -np.inf, np.inf)
        is_before = targets[:, 0] > x
        slopes = (y - targets[is_before, 1]) / (targets[is_before, 0] - x)
        # Left of the column, the nearest exit counts.
        heights[is_before] = y + slopes * max(x - column, 0.0)
        below = np.searchsorted(left.exits[indexes, 1], heights)
        places = np.clip(np.stack([below - 1, below]), 0, len(indexes) - 1)
        distances = _distances(left.exits[indexes[places]], targets, x, y)
        nearest = int(distances.argmin())
        side, to = divmod(nearest, len(targets))
        if distances[side, to] < found[0]:
            origin = int(indexes[places[side, to]])
            found = (float(distances[side, to]), int(right.shown[to]), origin)
    return found


def _distances(starts: FloatArray, ends: FloatArray, x: float, y: float) -> FloatArray:
    """How far a point is from line segments; x and y are in the last axis."""
    along = ends - starts
    point = np.array([x, y])
    share = ((point - starts) * along).sum(axis=-1) / (along * along).sum(axis=-1)
    nearest = starts + np.clip(share, 0, 1)[..., None] * along
    distances: FloatArray = np.hypot(nearest[..., 0] - x, nearest[..., 1] - y)
    return distances
