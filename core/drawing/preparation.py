"""From a drawing to the network's input, by the same steps as the data went through.

Sources: Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten digits (a box of
20×20 pixels in which the proportions are kept, antialiased, its centre of mass in the middle
of 28×28); E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits (a bitmap of
32×32 whose blocks of 4×4 are counted).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.drawing.sampling import (
    as_ink,
    box_of,
    can_be_drawn,
    centre_of_mass,
    placed,
    resample,
    stroke_width,
    thickened,
)
from core.errors import DataError
from core.parameters import FloatArray

# Ink of a bitmap.
_HALF = 0.5
# By how much strokes are made thicker or thinner on each side, in pixels of the drawing.
_MOST_EVENED = 8.0


@dataclass(frozen=True)
class Preparation:
    """Which steps are gone through; each can be left out, to see what it does.

    Attributes
    ----------
    crops : bool
        Cut the paper down to the box that holds the ink; else all of the paper is used.
    keeps_proportions : bool
        Scale width and height alike; else the ink fills the data's box in both.
    centres_by_mass : bool
        Put the ink's centre of mass in the middle; else the middle of its box.
    averages : bool
        Let a pixel be the share of ink in it (antialiasing; for 8×8, the count of a block);
        else it is the ink at its middle.
    evens_strokes : bool
        Make the strokes as thick as the data's.
    """

    crops: bool = True
    keeps_proportions: bool = True
    centres_by_mass: bool = True
    averages: bool = True
    evens_strokes: bool = True


@dataclass(frozen=True, eq=False)
class Stage:
    """A picture on the way.

    Attributes
    ----------
    name : {"drawn", "cropped", "evened", "scaled", "centred", "counted"}
    picture : ndarray, shape (rows, columns), float32
        Ink from 0 to 1.
    """

    name: str
    picture: FloatArray


@dataclass(frozen=True, eq=False)
class Prepared:
    """What a drawing became.

    Attributes
    ----------
    stages : tuple of Stage
        From the drawing to what the network sees, which is the last.
    """

    stages: tuple[Stage, ...]

    @property
    def picture(self) -> FloatArray:
        """What the network sees, shape ``image_shape``."""
        return self.stages[-1].picture

    @property
    def inputs(self) -> FloatArray:
        """The same as numbers of the input layer, shape (N_0,), float32."""
        return np.ascontiguousarray(self.picture, np.float32).reshape(-1)


@dataclass(frozen=True)
class _Layout:
    """Where the data has its ink.

    Attributes
    ----------
    rows, columns : int
        Of the paper.
    box_rows, box_columns : int
        Of the box in it that the ink fills.
    block : int
        Pixels a side that become one number of the input; 1 where each is one.
    stroke : float
        How thick the data's strokes are, in pixels of this paper; 0 where that is not known.
    """

    rows: int
    columns: int
    box_rows: int
    box_columns: int
    block: int = 1
    stroke: float = 0.0


# How wide the digits are and how thick their strokes was measured on the data itself.
_MNIST = _Layout(28, 28, 20, 20, stroke=2.6)
_UCI = _Layout(32, 32, 32, 26, block=4, stroke=5.5)


def as_data(image_shape: tuple[int, int]) -> Preparation:
    """The steps that the data of this shape went through."""
    return Preparation(centres_by_mass=image_shape == (28, 28))


def prepare(
    ink: npt.ArrayLike, image_shape: tuple[int, int], preparation: Preparation | None = None
) -> Prepared:
    """Bring a drawing to what the network is used to.

    Parameters
    ----------
    ink : array, shape (n, n)
        Float from 0 (blank paper) to 1 or bytes from 0 to 255.
    image_shape : tuple of int
        Of the data: (28, 28) is treated as MNIST's, (8, 8) as the embedded digits'; the ink
        fills pictures of any other shape.
    preparation : Preparation, optional
        By default, the steps that the data went through.

    Raises
    ------
    DataError
        Where the drawing or the input is no picture.
    """
    drawn = as_ink(ink)
    if drawn.ndim != 2 or drawn.size == 0 or not can_be_drawn(image_shape):
        raise DataError(
            "A drawing of the shape {shape} cannot become an input of {rows}×{columns}; "
            "give pictures.",
            shape=drawn.shape,
            rows=image_shape[0],
            columns=image_shape[1],
        )
    return Prepared(
        tuple(_stages(drawn, _layout(image_shape), preparation or as_data(image_shape)))
    )


def _layout(image_shape: tuple[int, int]) -> _Layout:
    known = {(28, 28): _MNIST, (8, 8): _UCI}
    return known.get(image_shape) or _Layout(*image_shape, *image_shape)


def _stages(drawn: FloatArray, layout: _Layout, steps: Preparation) -> Iterator[Stage]:
    yield Stage("drawn", drawn)
    picture = drawn
    if steps.evens_strokes and layout.stroke:
        picture = _evened(picture, layout, steps)
        yield Stage("evened", picture)
    box = box_of(picture) if steps.crops else None
    if box is not None:
        picture = picture[box[0] : box[1], box[2] : box[3]]
        yield Stage("cropped", picture)
    picture = resample(picture, *_size(picture, layout, steps), steps.averages)
    yield Stage("scaled", picture)
    if layout.block > 1:
        # A bitmap: a place has ink or has none.
        picture = (picture >= _HALF).astype(np.float32)
    picture = _centred(picture, layout, steps.centres_by_mass)
    yield Stage("centred", picture)
    if layout.block > 1:
        rows, columns = layout.rows // layout.block, layout.columns // layout.block
        yield Stage("counted", resample(picture, rows, columns, steps.averages))


def _size(picture: FloatArray, layout: _Layout, steps: Preparation) -> tuple[int, int]:
    """Rows and columns that the picture is scaled to."""
    box_rows, box_columns = layout.box_rows, layout.box_columns
    if not steps.crops:
        # All of the paper, which then is the data's paper.
        box_rows, box_columns = layout.rows, layout.columns
    if not steps.keeps_proportions:
        return box_rows, box_columns
    rows, columns = picture.shape
    scale = min(box_rows / rows, box_columns / columns)
    return max(1, round(rows * scale)), max(1, round(columns * scale))


def _centred(picture: FloatArray, layout: _Layout, by_mass: bool) -> FloatArray:
    """On the data's paper, moved by whole pixels, as the data was."""
    rows, columns = picture.shape
    row, column = (layout.rows - rows) // 2, (layout.columns - columns) // 2
    if by_mass:
        down, across = centre_of_mass(picture)
        row, column = round(layout.rows / 2 - down), round(layout.columns / 2 - across)
    return placed(picture, layout.rows, layout.columns, row, column)


def _evened(ink: FloatArray, layout: _Layout, steps: Preparation) -> FloatArray:
    """With strokes that will be as thick as the data's once the picture is scaled."""
    box, width = box_of(ink), stroke_width(ink)
    if box is None or width == 0:
        return ink
    cut = ink[box[0] : box[1], box[2] : box[3]] if steps.crops else ink
    rows, columns = _size(cut, layout, steps)
    # Where width and height are scaled differently: in between.
    scale = math.sqrt((rows / cut.shape[0]) * (columns / cut.shape[1]))
    missing = (layout.stroke / scale - width) / 2
    # Strokes at the rim of the paper need room; uncut paper has to stay as large as it is.
    room = np.pad(ink, math.ceil(_MOST_EVENED)) if steps.crops else ink
    return thickened(room, float(np.clip(missing, -_MOST_EVENED, _MOST_EVENED)))
