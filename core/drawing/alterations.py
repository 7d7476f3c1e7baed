"""Alterations of a picture: moved, turned, scaled, thickened, inverted, with noise."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

import numpy as np

from core.checks import is_number, shown
from core.drawing.sampling import thickened
from core.errors import DataError
from core.parameters import FloatArray, IntArray


@dataclass(frozen=True)
class Alteration:
    """What is done to a picture, in this order; the defaults change nothing.

    Attributes
    ----------
    thicker : float
        Hundredths of the picture's side that are added to each side of a stroke, −7 to 7; below
        0, the strokes become thinner.
    scale : float
        0.2 to 3, about the middle.
    turned : float
        Degrees clockwise, −180 to 180, about the middle.
    right, down : float
        Shares of the picture's side that it is moved by, −1 to 1.
    inverted : bool
        Ink becomes paper, and paper ink.
    noise : float
        Standard deviation of what is added to each pixel, 0 to 1.
    seed : int
        Of the noise.
    """

    thicker: float = 0.0
    scale: float = 1.0
    turned: float = 0.0
    right: float = 0.0
    down: float = 0.0
    inverted: bool = False
    noise: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        for field in fields(self):
            if field.name in RANGES:
                least, most = RANGES[field.name]
                value = getattr(self, field.name)
                if not is_number(value, least, most):
                    raise DataError(
                        "{name} is {value}; give a number from {least:g} to {most:g}.",
                        name=field.name,
                        value=shown(value),
                        least=least,
                        most=most,
                    )


# The least and the most of each.
RANGES = {
    "thicker": (-7.0, 7.0),
    "scale": (0.2, 3.0),
    "turned": (-180.0, 180.0),
    "right": (-1.0, 1.0),
    "down": (-1.0, 1.0),
    "noise": (0.0, 1.0),
}
UNCHANGED = Alteration()


def alter(picture: FloatArray, alteration: Alteration) -> FloatArray:
    """The altered picture, of the same shape; ink from 0 to 1, float32."""
    if alteration.thicker:
        picture = thickened(picture, alteration.thicker / 100 * max(picture.shape))
    picture = _moved(picture, alteration)
    if alteration.inverted:
        picture = 1 - picture
    if alteration.noise:
        random = np.random.default_rng(alteration.seed)
        added = random.standard_normal(picture.shape, np.float32)
        picture = np.clip(picture + np.float32(alteration.noise) * added, 0, 1)
    return np.ascontiguousarray(picture, np.float32)


def _moved(picture: FloatArray, alteration: Alteration) -> FloatArray:
    """Scaled, turned, then moved.

    Each pixel is looked up where it came from, between the four pixels around that place
    (bilinear interpolation).
    """
    alone = Alteration(
        scale=alteration.scale,
        turned=alteration.turned,
        right=alteration.right,
        down=alteration.down,
    )
    if alone == UNCHANGED:
        return picture
    height, width = picture.shape
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    middle_row, middle_column = (height - 1) / 2, (width - 1) / 2
    down = rows - middle_row - np.float32(alteration.down * height)
    right = columns - middle_column - np.float32(alteration.right * width)
    angle = math.radians(alteration.turned)
    cosine, sine = (f(angle) / alteration.scale for f in (math.cos, math.sin))
    from_row = middle_row + cosine * down - sine * right
    from_column = middle_column + sine * down + cosine * right
    return _between(picture, from_row, from_column)


def _between(picture: FloatArray, rows: FloatArray, columns: FloatArray) -> FloatArray:
    """The picture at places between pixels; blank paper beyond it."""
    height, width = picture.shape
    padded = np.pad(picture, 1)
    # Places on the padded picture; its rim is blank, so that all beyond can stay on it.
    rows, columns = np.clip(rows + 1, 0, height + 1), np.clip(columns + 1, 0, width + 1)
    top: IntArray = np.minimum(rows.astype(np.int64), height)
    left: IntArray = np.minimum(columns.astype(np.int64), width)
    down, right = rows - top, columns - left
    upper = padded[top, left] * (1 - right) + padded[top, left + 1] * right
    lower = padded[top + 1, left] * (1 - right) + padded[top + 1, left + 1] * right
    result: FloatArray = (upper * (1 - down) + lower * down).astype(np.float32)
    return result
