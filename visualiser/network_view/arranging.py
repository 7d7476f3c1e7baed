"""Placing the layers of a network in a picture. Numpy only; knows no Qt."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np

from core.parameters import FloatArray
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.network_view.options import ViewOptions

# Pixels. Room for names above, for counts and the legend below.
TOP, BOTTOM, LEFT = 66.0, 62.0, 28.0
# Right of the outputs' circles: their digits, bars and the verdict; and of their middle.
_BESIDE_OUTPUTS, RIGHT = 126.0, 142.0
# From there down to the first output: controls reach so far.
_CLEAR = 13.0
# Below a picture: its caption and the controls that choose the example.
CAPTION = 96.0
# A network of more connections is shown as blocks, without lines.
MOST_LINES = 5_000_000
# Below blocks: the sentence that says why.
_SENTENCE = 34.0
# Circles and what is between their centres, in a picture of this available height; more in a
# taller one.
_USUAL_HEIGHT, _LARGEST_RADIUS, _LARGEST_SPACING = 772.0, 16.0, 48.0
_MOST_RADIUS = 30.0
# A column closer than this folds into several, or shows its ends only.
_FOLD_SPACING = 9.0
# So many rows of a folded column are enough where there is room for fewer, larger circles.
_MOST_ROWS = 70
# Outputs have bars beside them: they stay in one column, unless they are closer than this.
_OUTPUTS_SPACING = 4.0
# Of the spacing in a column, and of the room between layers: what a radius may be. Of that
# room: how wide folded columns may be, and those with pictures inside.
_RADIUS_SHARE, _RADIUS_OF_ROOM, _FOLD_OF_ROOM, _LARGE_OF_ROOM = 0.4, 0.3, 0.5, 0.7
# Circles with a picture inside are larger and closer to each other.
_PICTURE_RADIUS, _PICTURE_SHARE, _SMALLEST_PICTURE = 64.0, 0.46, 6.0
_MOST_FOLDS = 200
# How many neurons stand at each end of an elided column, and the room for ⋮ between them.
_ENDS, _DOTS_ROOM, _ENDS_SPACING = 8, 2.4, 15.0
# At the left, where the input is a column: a small picture of it, above what chooses it. How
# wide that is at least, of the width, and the picture in it; and the brace of an elided column.
_STRIP, _STRIP_SHARE, _SMALL_PICTURE, _BRACE = 248.0, 0.14, 0.645, 14.0
# What chooses the example below a picture: its least left, its width, what is free at its right
# up to the middle of layer 1, and what has to be left between the other layers.
_CHOICE_MARGIN, _CHOICE, _BESIDE_CHOICE, _LEAST_BESIDE_CHOICE = 4.0, 226.0, 26.0, 44.0
# Without a picture of the input, and with nothing beside the network: what chooses the example
# stands at the top of that strip, from here on, the inputs' names below it.
CHOICE_TOP, _BELOW_CHOICE = 28.0, 34.0
CHOICE_LEFT, CHOICE_WIDTH = 8.0, 216.0
# Layers are never closer than this, however small the window.
_SMALLEST_ROOM = 6.0
# A layer of more neurons than this is a block where there are blocks.
_MOST_CIRCLES = 64


def lay_out(
    sizes: tuple[int, ...],
    image_shape: tuple[int, int],
    width: float,
    height: float,
    options: ViewOptions | None = None,
    beside: float = 0.0,
    for_names: float = 0.0,
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
    beside : float
        Room that stays free at the right, in pixels.
    for_names : float
        Room that the names of the outputs take beyond the usual, in pixels.
    """
    width, height = max(width, 320.0), max(height, 200.0)
    usual = options or ViewOptions()
    arrangement = _Arrangement(sizes, image_shape, width, height, usual, beside)
    return arrangement.layout(for_names)


class _Arrangement:
    """What the placing of one layer has to know of the others."""

    def __init__(
        self,
        sizes: tuple[int, ...],
        image_shape: tuple[int, int],
        width: float,
        height: float,
        options: ViewOptions,
        beside: float,
    ) -> None:
        self._beside = beside
        rows, columns = image_shape
        self._sizes, self._shape, self._options = sizes, image_shape, options
        self._width, self._height = width, height
        self._has_image = rows * columns == sizes[0] and rows > 1 and columns > 1
        self._has_lines = sum(a * b for a, b in itertools.pairwise(sizes)) <= MOST_LINES
        self._available = height - TOP - BOTTOM - (0.0 if self._has_lines else _SENTENCE)
        growth = max(1.0, self._available / _USUAL_HEIGHT)
        self._largest_radius = min(_LARGEST_RADIUS * growth, _MOST_RADIUS)
        self._largest_spacing = _LARGEST_SPACING * growth
        self._strip = max(_STRIP, _STRIP_SHARE * width)
        self._top = TOP

    def layout(self, for_names: float) -> NetworkLayout:
        first = self._first()
        start = max(float(first.exits[:, 0].max()), first.right)
        end = self._width - max(RIGHT, _BESIDE_OUTPUTS + self._radius_of_outputs()) - self._beside
        end -= for_names
        # The gap after a picture is wider: most lines cross it.
        weights = np.ones(len(self._sizes) - 1)
        weights[0] = 1.15 if first.form == "picture" else 1.0
        room = max(float((end - start) / weights.sum()), _SMALLEST_ROOM)
        xs: FloatArray = start + room * np.cumsum(weights)
        if first.form == "picture":
            # In several columns, it is wider than one circle.
            second = self._layer(1, float(xs[0]), room)
            wider = max(0.0, float(xs[0]) - second.left - _LARGEST_RADIUS)
            xs = _clear_of_choice(xs, first.middle, wider)
            room = min(room, float(np.diff(xs).min())) if len(xs) > 1 else room
        layers = [
            self._layer(number, float(x), room) for number, x in enumerate(xs.tolist(), start=1)
        ]
        layers[-1] = self._below_controls(layers[-1])
        return NetworkLayout(self._width, self._height, (first, *layers), self._has_lines)

    def _below_controls(self, outputs: LayerLayout) -> LayerLayout:
        """What stands beside the first output keeps clear of the controls at the top right."""
        top, bottom = outputs.centres[:, 1].min(), outputs.centres[:, 1].max()
        down = TOP + _CLEAR - top
        if down <= 0 or outputs.form != "circles" or bottom <= top:
            return outputs
        # The last one stays where it is.
        heights = bottom - (bottom - outputs.centres[:, 1]) * (bottom - top - down) / (bottom - top)
        centres = np.stack([outputs.centres[:, 0], heights], axis=1)
        dots = outputs.dots and (outputs.dots[0], outputs.dots[1] + down / 2)
        return replace(outputs, centres=centres, exits=centres, dots=dots)

    # ---------------------------------------------------------------- layers

    def _first(self) -> LayerLayout:
        if self._has_image and self._options.input_form == "picture":
            return self._picture(min(self._width * 0.27, 560.0), None)
        has_choice = not self._has_image and not self._beside
        strip = LEFT + _LARGEST_RADIUS if not self._has_image and self._beside else self._strip
        room = max((self._width - RIGHT - strip) * 0.3, _SMALLEST_ROOM)
        before = self._available, self._top
        if has_choice:
            self._top += _BELOW_CHOICE
            self._available -= _BELOW_CHOICE
        if self._options.input_form == "ends":
            column = self._ends(self._sizes[0], 0.0, room)
            strip_end = strip + _BRACE
        else:
            column = self._fold(self._sizes[0], 0.0, room * 2)
            strip_end = strip
        self._available, self._top = before
        column = column.moved(1.0, strip_end - column.left, 0.0)
        if not self._has_image:
            return column
        small = self._picture(min(self._strip * _SMALL_PICTURE, self._width * 0.2), strip / 2)
        return replace(column, picture=small.picture, picture_shape=small.picture_shape)

    def _layer(self, number: int, x: float, room: float) -> LayerLayout:
        count = self._sizes[number]
        is_output = number == len(self._sizes) - 1
        is_column = is_output and self._available / count >= _OUTPUTS_SPACING
        if not self._has_lines and count > _MOST_CIRCLES and not is_column:
            return self._block(count, x, room)
        is_tall = count * _FOLD_SPACING > self._available
        if is_tall and self._options.tall_form == "ends" and not is_column:
            return self._ends(count, x, room)
        folds = 1 if is_column else _MOST_FOLDS
        if number == 1 and self._has_image and self._options.weight_pictures:
            return self._large(count, x, room, folds)
        return self._fold(count, x, room, folds)

    def _radius_of_outputs(self) -> float:
        """No less than the radius that the outputs are to have in one column."""
        spacing = self._available / self._sizes[-1]
        if len(self._sizes) == 2 and self._has_image and self._options.weight_pictures:
            return min(_PICTURE_RADIUS, _PICTURE_SHARE * spacing)
        return min(self._largest_radius, _RADIUS_SHARE * spacing)

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

    def _fold(
        self, count: int, x: float, room: float, most_folds: int = _MOST_FOLDS
    ) -> LayerLayout:
        folds = 1
        if count * _FOLD_SPACING > self._available:
            enough = max(_FOLD_SPACING, self._available / _MOST_ROWS)
            folds = self._best_folds(count, room * _FOLD_OF_ROOM, enough, most_folds)
        spacing = min(self._available / math.ceil(count / folds), self._largest_spacing)
        pitch = min(spacing, room * _FOLD_OF_ROOM / folds) if folds > 1 else spacing
        radius = min(self._largest_radius, _RADIUS_SHARE * pitch, _RADIUS_OF_ROOM * room)
        return self._columns(count, x, folds, (pitch, spacing), radius)

    def _large(self, count: int, x: float, room: float, most_folds: int) -> LayerLayout:
        """Circles as large as can be: in as many columns as serve that."""
        # One column's circles are less wide than its spacing.
        across = room * _LARGE_OF_ROOM
        most = _PICTURE_RADIUS / _PICTURE_SHARE
        folds = self._best_folds(count, across, most, most_folds)
        down = self._available / math.ceil(count / folds)
        side = min(down, across / (folds - 1 + 2 * _PICTURE_SHARE), most)
        if side * _PICTURE_SHARE < _SMALLEST_PICTURE:
            return self._fold(count, x, room, most_folds)
        return self._columns(count, x, folds, (side, side), side * _PICTURE_SHARE)

    def _best_folds(self, count: int, across: float, enough: float, most_folds: int) -> int:
        """In how many columns circles are farthest apart; no more than are ``enough``."""
        folds = np.arange(1, min(count, most_folds) + 1)
        spacing = np.minimum(self._available / np.ceil(count / folds), across / folds)
        return int(folds[np.minimum(spacing, enough).argmax()])

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

    def _ends(self, count: int, x: float, room: float) -> LayerLayout:
        """The first and last neurons of a column, and the place of ⋮ between them."""
        ends = int(min(_ENDS, max(1.0, (self._available / _ENDS_SPACING - _DOTS_ROOM) // 2)))
        if count <= 2 * ends + 1:
            return self._fold(count, x, room)
        spacing = min(self._available / (2 * ends + _DOTS_ROOM), self._largest_spacing)
        place = np.arange(ends) + _DOTS_ROOM / 2 + 0.5
        heights = np.full(count, self._middle)
        heights[:ends], heights[-ends:] = (
            self._middle - place[::-1] * spacing,
            self._middle + place * spacing,
        )
        centres = np.stack([np.full(count, x), heights], axis=1)
        shown = np.concatenate([np.arange(ends), np.arange(count - ends, count)])
        radius = min(self._largest_radius, _RADIUS_SHARE * spacing, _RADIUS_OF_ROOM * room)
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
        return self._top + self._available / 2


def _clear_of_choice(xs: FloatArray, middle: float, wider: float) -> FloatArray:
    """Layers at ``xs``, but the first one no further left than what chooses the example reaches.

    That stands below the picture, in whose ``middle`` it is; where all other layers would come
    too close to each other, it has to cover some neurons. The first layer is so much ``wider``,
    at each side, than a circle.
    """
    clear = max(_CHOICE_MARGIN, middle - _CHOICE / 2) + _CHOICE + _BESIDE_CHOICE + wider
    others = len(xs) - 1
    if xs[0] >= clear or others < 1 or (xs[-1] - clear) / others < _LEAST_BESIDE_CHOICE:
        return xs
    return np.linspace(clear, xs[-1], len(xs))


def _grid(count: int, columns: int, cell: float, left: float, top: float) -> FloatArray:
    """Centres of so many cells, row by row."""
    index = np.arange(count)
    return np.stack(
        [left + (index % columns + 0.5) * cell, top + (index // columns + 0.5) * cell], axis=1
    )
