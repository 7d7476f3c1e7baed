"""Placing the layers of a network in a picture. Numpy only; knows no Qt."""

from __future__ import annotations

import itertools
import math

import numpy as np

from core.parameters import FloatArray
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.network_view.options import ViewOptions

# Pixels. Room for names above, for counts and the legend below, for digits at the right.
TOP, BOTTOM, LEFT, RIGHT = 66.0, 62.0, 28.0, 142.0
# Below a picture: its caption and the controls that choose the example.
CAPTION = 96.0
# A network of more connections is shown as blocks, without lines.
MOST_LINES = 5_000_000
_LARGEST_RADIUS, _SMALLEST_RADIUS = 16.0, 0.75
_LARGEST_SPACING = 48.0
# A column closer than this folds into several, or shows its ends only.
_FOLD_SPACING = 9.0
_RADIUS_SHARE = 0.4
# Circles with a picture inside are larger and closer to each other.
_PICTURE_RADIUS, _PICTURE_SHARE, _MOST_FOLDS = 64.0, 0.46, 6
# How many neurons stand at each end of an elided column, and the room for ⋮ between them.
_ENDS, _DOTS_ROOM, _ENDS_SPACING = 8, 2.4, 15.0
# At the left, where the input is a column: a small picture of it, above what chooses it.
_STRIP, _BRACE = 236.0, 30.0
_SMALL_PICTURE = 152.0
# A layer of more neurons than this is a block where there are blocks.
_MOST_CIRCLES = 64


def lay_out(
    sizes: tuple[int, ...],
    image_shape: tuple[int, int],
    width: float,
    height: float,
    options: ViewOptions | None = None,
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
    options : ViewOptions, optional
        How the input and tall columns are shown; the usual way without.
    """
    width, height = max(width, 320.0), max(height, 200.0)
    return _Arrangement(sizes, image_shape, width, height, options or ViewOptions()).layout()


class _Arrangement:
    """What the placing of one layer has to know of the others."""

    def __init__(
        self,
        sizes: tuple[int, ...],
        image_shape: tuple[int, int],
        width: float,
        height: float,
        options: ViewOptions,
    ) -> None:
        rows, columns = image_shape
        self._sizes, self._shape, self._options = sizes, image_shape, options
        self._width, self._height = width, height
        self._has_image = rows * columns == sizes[0] and rows > 1 and columns > 1
        self._has_lines = sum(a * b for a, b in itertools.pairwise(sizes)) <= MOST_LINES
        self._available = height - TOP - BOTTOM

    def layout(self) -> NetworkLayout:
        first = self._first()
        start, end = first.exits[:, 0].max(), self._width - RIGHT
        start = max(start, first.right)
        # The gap after a picture is wider: most lines cross it.
        weights = np.ones(len(self._sizes) - 1)
        weights[0] = 1.15 if first.form == "picture" else 1.0
        room = float((end - start) / weights.sum())
        xs = start + room * np.cumsum(weights)
        layers = [
            self._layer(number, float(x), room) for number, x in enumerate(xs.tolist(), start=1)
        ]
        return NetworkLayout(self._width, self._height, (first, *layers), self._has_lines)

    # ---------------------------------------------------------------- layers

    def _first(self) -> LayerLayout:
        if self._has_image and self._options.input_form == "picture":
            return self._picture(min(self._width * 0.27, 560.0), None)
        strip = _STRIP if self._has_image else LEFT + _LARGEST_RADIUS
        room = (self._width - RIGHT - strip) * 0.3
        if self._options.input_form == "ends":
            column = self._ends(self._sizes[0], strip + _BRACE)
        else:
            column = self._fold(self._sizes[0], 0.0, room * 2)
            column = column.moved(1.0, strip - column.left, 0.0)
        if not self._has_image:
            return column
        small = self._picture(min(_SMALL_PICTURE, self._width * 0.2), _STRIP / 2)
        return LayerLayout(
            column.form,
            column.centres,
            column.radius,
            column.exits,
            column.shown,
            small.picture,
            small.picture_shape,
            column.dots,
        )

    def _layer(self, number: int, x: float, room: float) -> LayerLayout:
        count = self._sizes[number]
        if not self._has_lines and count > _MOST_CIRCLES:
            return self._block(count, x, room)
        is_tall = count * _FOLD_SPACING > self._available
        if is_tall and self._options.tall_form == "ends":
            return self._ends(count, x)
        if number == 1 and self._has_image and self._options.weight_pictures:
            return self._large(count, x, room)
        return self._fold(count, x, room)

    def _picture(self, most: float, middle: float | None) -> LayerLayout:
        """The input's image, from the left edge on or around a middle."""
        rows, columns = self._shape
        room = min(most, self._available - CAPTION)
        cell = max(room, 64.0) / max(rows, columns)
        if cell > 6:
            cell = math.floor(cell)
        side_x, side_y = cell * columns, cell * rows
        left = LEFT + 8 if middle is None else round(middle - side_x / 2)
        top = float(round(TOP + (self._available - CAPTION) / 2 - side_y / 2))
        centres = _grid(rows * columns, columns, cell, left, top)
        # At the right edge, each within its own row: the digit stays free of lines.
        heights = top + (np.arange(len(centres)) + 0.5) * side_y / len(centres)
        exits = np.stack([np.full(len(centres), left + side_x + 3.0), heights], axis=1)
        box = (float(left), top, float(side_x), float(side_y))
        shown = np.arange(len(centres))
        return LayerLayout("picture", centres, cell / 2, exits, shown, box, (rows, columns))

    def _fold(self, count: int, x: float, room: float) -> LayerLayout:
        folds = max(1, math.ceil(count * _FOLD_SPACING / self._available))
        spacing = min(self._available / math.ceil(count / folds), _LARGEST_SPACING)
        pitch = min(spacing, room * 0.5 / folds)
        closest = min(spacing, pitch) if folds > 1 else spacing
        radius = min(_LARGEST_RADIUS, _RADIUS_SHARE * closest)
        return self._columns(count, x, folds, (pitch, spacing), max(radius, _SMALLEST_RADIUS))

    def _large(self, count: int, x: float, room: float) -> LayerLayout:
        """Circles as large as can be: in as many columns as serve that."""

        def spacing(folds: int) -> float:
            across = room * 0.7 / (folds - 0.4)
            down = self._available / math.ceil(count / folds)
            return float(min(down, across, _PICTURE_RADIUS / _PICTURE_SHARE))

        folds = max(range(1, _MOST_FOLDS + 1), key=spacing)
        if spacing(folds) < _FOLD_SPACING:
            return self._fold(count, x, room)
        side = spacing(folds)
        return self._columns(count, x, folds, (side, side), side * _PICTURE_SHARE)

    def _columns(
        self, count: int, x: float, folds: int, spacing: tuple[float, float], radius: float
    ) -> LayerLayout:
        across, down = spacing
        per_fold = math.ceil(count / folds)
        index = np.arange(count)
        fold, place = index // per_fold, index % per_fold
        centres = np.stack(
            [
                x + (fold - (folds - 1) / 2) * across,
                self._middle + (place - (per_fold - 1) / 2) * down,
            ],
            axis=1,
        )
        return LayerLayout("circles", centres, radius, centres, index)

    def _ends(self, count: int, x: float) -> LayerLayout:
        """The first and last neurons of a column, and the place of ⋮ between them."""
        ends = int(min(_ENDS, max(1.0, (self._available / _ENDS_SPACING - _DOTS_ROOM) // 2)))
        if count <= 2 * ends + 1:
            return self._fold(count, x, math.inf)
        spacing = min(self._available / (2 * ends + _DOTS_ROOM), _LARGEST_SPACING)
        place = np.arange(ends) + _DOTS_ROOM / 2 + 0.5
        heights = np.full(count, self._middle)
        heights[:ends], heights[-ends:] = (
            self._middle - place[::-1] * spacing,
            self._middle + place * spacing,
        )
        centres = np.stack([np.full(count, x), heights], axis=1)
        shown = np.concatenate([np.arange(ends), np.arange(count - ends, count)])
        radius = min(_LARGEST_RADIUS, _RADIUS_SHARE * spacing)
        dots = (x, self._middle)
        return LayerLayout("circles", centres, radius, centres, shown, dots=dots)

    def _block(self, count: int, x: float, room: float) -> LayerLayout:
        width, height = min(room * 0.4, 120.0), self._available * 0.8
        columns = max(1, round(math.sqrt(count * width / height)))
        rows = math.ceil(count / columns)
        cell = min(width / columns, height / rows)
        left, top = x - cell * columns / 2, self._middle - cell * rows / 2
        centres = _grid(count, columns, cell, left, top)
        box = (left, top, cell * columns, cell * rows)
        shown = np.arange(count)
        return LayerLayout("block", centres, cell / 2, centres, shown, box, (rows, columns))

    @property
    def _middle(self) -> float:
        return TOP + self._available / 2


def _grid(count: int, columns: int, cell: float, left: float, top: float) -> FloatArray:
    """Centres of so many cells, row by row."""
    index = np.arange(count)
    return np.stack(
        [left + (index % columns + 0.5) * cell, top + (index // columns + 0.5) * cell], axis=1
    )
