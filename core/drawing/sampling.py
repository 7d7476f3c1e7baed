"""Pictures of ink in other sizes: resampled, shifted, with thicker and thinner strokes."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from core.parameters import FloatArray

# Rows and columns of a drawing. 112 is 4 times MNIST's 28 and 14 times the embedded digits' 8.
SIDE = 112
# A side of an input's picture, at the most: beyond what any data here has.
_LONGEST = 512
# From which darkness on a place counts as ink.
SOME_INK = 0.25


def can_be_drawn(image_shape: tuple[int, int]) -> bool:
    """Whether an input of this shape is a picture that a drawing can become."""
    return all(1 < length <= _LONGEST for length in image_shape)


def as_ink(picture: npt.ArrayLike) -> FloatArray:
    """A picture as ink from 0 (blank paper) to 1, float32; bytes count from 0 to 255."""
    array = np.asarray(picture)
    if array.dtype == np.uint8:
        return array.astype(np.float32) / np.float32(255)
    return np.clip(np.nan_to_num(array.astype(np.float32)), 0, 1)


def box_of(ink: FloatArray, least: float = SOME_INK) -> tuple[int, int, int, int] | None:
    """The smallest box that holds all ink: first row, one past the last, and so for columns.

    None where there is no place with ``least`` ink or more.
    """
    is_ink = ink >= least
    rows, columns = np.flatnonzero(is_ink.any(axis=1)), np.flatnonzero(is_ink.any(axis=0))
    if not len(rows):
        return None
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def resample(ink: FloatArray, rows: int, columns: int, averages: bool = True) -> FloatArray:
    """The picture with other numbers of rows and columns.

    Parameters
    ----------
    ink : ndarray, shape (any, any)
    rows, columns : int
    averages : bool
        Whether a pixel is the mean of all ink within it (antialiasing), or the ink at its
        middle.
    """
    down, across = (
        _weights(count, length, averages)
        for count, length in zip((rows, columns), ink.shape, strict=True)
    )
    return np.clip(down @ ink @ across.T, 0, 1).astype(np.float32, copy=False)


def _weights(count: int, length: int, averages: bool) -> FloatArray:
    """How much each of ``length`` places has of each of ``count`` pixels; rows add up to 1."""
    step = length / count
    if not averages:
        middles = np.floor((np.arange(count) + 0.5) * step).astype(int)
        nearest: FloatArray = np.eye(length, dtype=np.float32)[np.minimum(middles, length - 1)]
        return nearest
    starts = np.arange(count)[:, None] * step
    places = np.arange(length)[None, :]
    overlap = np.minimum(starts + step, places + 1) - np.maximum(starts, places)
    shares: FloatArray = (np.maximum(overlap, 0) / step).astype(np.float32)
    return shares


def placed(picture: FloatArray, rows: int, columns: int, row: int, column: int) -> FloatArray:
    """Blank paper with the picture on it, its upper left corner there; what is beyond is lost."""
    paper = np.zeros((rows, columns), np.float32)
    height, width = picture.shape
    top, left = max(row, 0), max(column, 0)
    bottom, right = min(row + height, rows), min(column + width, columns)
    if top < bottom and left < right:
        paper[top:bottom, left:right] = picture[
            top - row : bottom - row, left - column : right - column
        ]
    return paper


def centre_of_mass(ink: FloatArray) -> tuple[float, float]:
    """Row and column of the ink's centre, from the first; the middle where there is no ink."""
    total = float(ink.sum())
    if total == 0:
        return (ink.shape[0] - 1) / 2, (ink.shape[1] - 1) / 2
    rows = float(ink.sum(axis=1) @ np.arange(ink.shape[0]))
    columns = float(ink.sum(axis=0) @ np.arange(ink.shape[1]))
    return rows / total, columns / total


def thickened(ink: FloatArray, radius: float) -> FloatArray:
    """Strokes thicker by ``radius`` pixels on each side; thinner where it is negative.

    A grey-scale dilation (for thinner ones an erosion) with a disc whose rim counts in part,
    so that a little more is a little thicker.
    """
    if radius == 0:
        return ink
    if radius < 0:
        return 1 - thickened(1 - ink, -radius)
    reach = math.ceil(radius)
    padded = np.pad(ink, reach, mode="edge")
    result = ink.copy()
    height, width = ink.shape
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            weight = min(1.0, radius + 1 - math.hypot(down, across))
            if weight > 0 and (down or across):
                top, left = reach + down, reach + across
                moved = padded[top : top + height, left : left + width]
                np.maximum(result, moved * np.float32(weight), out=result)
    return result


def stroke_width(ink: FloatArray) -> float:
    """How thick the strokes are, in pixels: twice their area over the length of their rim.

    That is exact for a long stroke: its area is length × width, its rim twice its length.
    The rim's length is the sum of the ink's gradient. 0 where there is no ink.
    """
    padded = np.pad(ink, 2)
    down, across = np.gradient(padded)
    rim = float(np.hypot(down, across).sum())
    return 2 * float(ink.sum()) / rim if rim else 0.0
