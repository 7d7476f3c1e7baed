"""Where everything of a network picture stands. Numpy only; knows no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.parameters import FloatArray, IntArray
from visualiser.selection import Connection, Neuron

# Pixels. Room for names above, for counts and the legend below, for digits at the right.
TOP, BOTTOM, LEFT, RIGHT = 66.0, 62.0, 28.0, 142.0
# Below a picture: its caption and the controls that choose the example.
CAPTION = 96.0
_LARGEST_RADIUS, _SMALLEST_RADIUS = 16.0, 0.75
_LARGEST_SPACING = 48.0
# A column closer than this folds into several.
_FOLD_SPACING = 9.0
_RADIUS_SHARE = 0.4


@dataclass(frozen=True, eq=False)
class LayerLayout:
    """One layer's place.

    Attributes
    ----------
    centres : ndarray, shape (N_L, 2)
        x and y of every neuron: the centre of its circle or of its pixel.
    radius : float
        Of a circle, or half the side of a pixel.
    exits : ndarray, shape (N_L, 2)
        Where lines to the next layer begin.
    picture : tuple of float or None
        x, y, width, height of the picture where the layer is drawn as one.
    picture_shape : tuple of int or None
        Rows and columns of the picture.
    """

    centres: FloatArray
    radius: float
    exits: FloatArray
    picture: tuple[float, float, float, float] | None = None
    picture_shape: tuple[int, int] | None = None

    @property
    def middle(self) -> float:
        """The x in the middle of the layer."""
        return float((self.centres[:, 0].min() + self.centres[:, 0].max()) / 2)

    @cached_property
    def exit_columns(self) -> tuple[tuple[float, IntArray], ...]:
        """The x of every column of exits, and the indexes of those in it, from the top down."""
        xs = self.exits[:, 0]
        return tuple((float(x), np.flatnonzero(xs == x)) for x in np.unique(xs))


@dataclass(frozen=True, eq=False)
class NetworkLayout:
    """The place of every neuron and every line in a picture of ``width`` × ``height``."""

    width: float
    height: float
    layers: tuple[LayerLayout, ...]

    def lines(self, gap: int) -> FloatArray:
        """Ends of the connections from layer ``gap`` to the next: x₁, y₁, x₂, y₂.

        Returns
        -------
        ndarray, shape (N_{gap+1} · N_gap, 4), float64, C-contiguous
            In the order of ``weights[gap].ravel()``.
        """
        origins, targets = self.layers[gap].exits, self.layers[gap + 1].centres
        ends = np.empty((len(targets), len(origins), 4))
        ends[:, :, :2] = origins[None]
        ends[:, :, 2:] = targets[:, None]
        return ends.reshape(-1, 4)

    def neuron_at(self, x: float, y: float) -> Neuron | None:
        """The neuron whose circle or pixel contains a point."""
        for number, layer in enumerate(self.layers):
            if layer.picture is not None:
                index = _pixel_at(layer, x, y)
                if index is not None:
                    return Neuron(number, index)
                continue
            distances = np.hypot(layer.centres[:, 0] - x, layer.centres[:, 1] - y)
            nearest = int(distances.argmin())
            # A small circle is easier to hit than it is large.
            if distances[nearest] <= max(layer.radius + 1, 5.0):
                return Neuron(number, nearest)
        return None

    def connection_at(self, x: float, y: float, reach: float = 4.0) -> Connection | None:
        """The connection nearest to a point, where one is within ``reach``."""
        found = None
        for gap in range(len(self.layers) - 1):
            left = self.layers[gap].exits[:, 0].min()
            right = self.layers[gap + 1].centres[:, 0].max()
            if not left <= x <= right:
                continue
            distance, to, origin = _nearest_line(self.layers[gap], self.layers[gap + 1], x, y)
            # Folded columns are wide: two gaps may have lines here.
            if distance <= reach:
                reach = distance
                found = Connection(gap + 1, to, origin)
        return found


def lay_out(
    sizes: tuple[int, ...], image_shape: tuple[int, int], width: float, height: float
) -> NetworkLayout:
    """Place a network's layers in a picture.

    Parameters
    ----------
    sizes : tuple of int
        Neurons per layer, the input first.
    image_shape : tuple of int
        Rows and columns of the input's picture. An input of one row is a column of circles.
    width, height : float
        Of the picture, in pixels.
    """
    width, height = max(width, 320.0), max(height, 200.0)
    rows, columns = image_shape
    is_picture = rows * columns == sizes[0] and rows > 1 and columns > 1
    first = _picture(rows, columns, width, height) if is_picture else None
    start = first.picture[0] + first.picture[2] if first and first.picture else LEFT
    numbers = list(range(1 if first else 0, len(sizes)))
    xs = _column_positions(len(numbers), start, width - RIGHT, begins_free=first is not None)
    room = float(np.diff(xs).min()) if len(xs) > 1 else width - RIGHT - start
    layers = [first] if first else []
    for number, x in zip(numbers, xs, strict=True):
        layers.append(_column(sizes[number], float(x), room, height))
    return NetworkLayout(width, height, tuple(layers))


def _column_positions(count: int, start: float, end: float, begins_free: bool) -> FloatArray:
    if begins_free:
        # The gap after the picture is wider: most lines cross it.
        weights = np.array([1.15] + [1.0] * (count - 1))
        positions: FloatArray = start + (end - start) * np.cumsum(weights) / weights.sum()
        return positions
    return np.linspace(start + _LARGEST_RADIUS, end, count)


def _picture(rows: int, columns: int, width: float, height: float) -> LayerLayout:
    room = min(width * 0.27, height - TOP - BOTTOM - CAPTION, 560.0)
    cell = max(room, 64.0) / max(rows, columns)
    if cell > 6:
        cell = math.floor(cell)
    side_x, side_y = cell * columns, cell * rows
    left = LEFT + 8
    middle = TOP + (height - TOP - BOTTOM - CAPTION) / 2
    top = round(middle - side_y / 2)
    index = np.arange(rows * columns)
    centres = np.stack(
        [left + (index % columns + 0.5) * cell, top + (index // columns + 0.5) * cell], axis=1
    )
    # At the right edge, each within its own row: the digit stays free of lines.
    heights = top + (index + 0.5) * side_y / len(index)
    exits = np.stack([np.full(len(index), left + side_x + 3.0), heights], axis=1)
    return LayerLayout(
        centres, cell / 2, exits, (left, float(top), side_x, side_y), (rows, columns)
    )


def _column(count: int, x: float, room: float, height: float) -> LayerLayout:
    available = height - TOP - BOTTOM
    folds = max(1, math.ceil(count * _FOLD_SPACING / available))
    per_fold = math.ceil(count / folds)
    spacing = min(available / per_fold, _LARGEST_SPACING)
    pitch = min(spacing, room * 0.5 / folds)
    radius = min(_LARGEST_RADIUS, _RADIUS_SHARE * min(spacing, pitch if folds > 1 else spacing))
    index = np.arange(count)
    fold, place = index // per_fold, index % per_fold
    centres = np.stack(
        [
            x + (fold - (folds - 1) / 2) * pitch,
            TOP + available / 2 + (place - (per_fold - 1) / 2) * spacing,
        ],
        axis=1,
    )
    return LayerLayout(centres, max(radius, _SMALLEST_RADIUS), centres)


def _pixel_at(layer: LayerLayout, x: float, y: float) -> int | None:
    if layer.picture is None or layer.picture_shape is None:
        return None
    left, top, width, height = layer.picture
    rows, columns = layer.picture_shape
    column, row = (x - left) / width * columns, (y - top) / height * rows
    if not (0 <= column < columns and 0 <= row < rows):
        return None
    return int(row) * columns + int(column)


def _nearest_line(
    left: LayerLayout, right: LayerLayout, x: float, y: float
) -> tuple[float, int, int]:
    """The connection nearest to a point: its distance, where it leads to and from where.

    Of all lines that lead from one column of exits to one target, the nearest begins just
    above or just below where the line from the target through the point meets the column:
    two lines for each target are all that has to be looked at, and not every one.
    """
    targets = right.centres
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
            found = (float(distances[side, to]), to, int(indexes[places[side, to]]))
    return found


def _distances(starts: FloatArray, ends: FloatArray, x: float, y: float) -> FloatArray:
    """How far a point is from line segments; x and y are in the last axis."""
    along = ends - starts
    point = np.array([x, y])
    share = ((point - starts) * along).sum(axis=-1) / (along * along).sum(axis=-1)
    nearest = starts + np.clip(share, 0, 1)[..., None] * along
    distances: FloatArray = np.hypot(nearest[..., 0] - x, nearest[..., 1] - y)
    return distances
