"""Colours from little to much: equal steps look equal, and the colour-blind can tell them apart.

They are matplotlib's "viridis", by Nathaniel Smith, Stéfan van der Walt and Eric Firing, which is
in the public domain (CC0): 17 of its 256 colours, with straight lines between them.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from core.parameters import FloatArray
from visualiser.theme import Theme

_VIRIDIS = (
    "440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c 1f9f88 27ad81 3dbc74 5cc863 "
    "81d34d aadc32 d5e21a fde725"
)
_COUNT = 256
# Of the whole range, that part which stands out from the ground well enough for text.
_OF_LINES = {"dark": (0.52, 1.0), "light": (0.56, 1.0)}


@lru_cache(maxsize=4)
def heat_table(theme: Theme) -> npt.NDArray[np.uint8]:
    """256 colours, blue, green, red and 255: little is near the theme's ground, much far from it.

    As bytes lie in an image of the format RGB32, shape (256, 4).
    """
    anchors = np.array([list(bytes.fromhex(one)) for one in _VIRIDIS.split()], np.float64)
    if theme.name == "light":
        anchors = anchors[::-1]
    places = np.linspace(0, len(anchors) - 1, _COUNT)
    table = np.full((_COUNT, 4), 255, np.uint8)
    for channel in range(3):
        values = np.interp(places, np.arange(len(anchors)), anchors[:, 2 - channel])
        table[:, channel] = np.rint(values)
    return table


def heat_colour(theme: Theme, share: float) -> QColor:
    """The colour of a share of the most, 0 to 1."""
    blue, green, red, _ = heat_table(theme)[round(min(max(share, 0.0), 1.0) * (_COUNT - 1))]
    return QColor(int(red), int(green), int(blue))


def line_colour(theme: Theme, place: int, count: int) -> QColor:
    """The colour of one of several lines in order, the first of them nearest to the ground."""
    least, most = _OF_LINES[theme.name]
    share = place / (count - 1) if count > 1 else 1.0
    return heat_colour(theme, least + share * (most - least))


def heat_image(shares: FloatArray, theme: Theme, nothing: QColor | None = None) -> QImage:
    """A picture of shares of the most, a pixel each.

    Parameters
    ----------
    shares : ndarray, shape (rows, columns)
        0 to 1; others are taken as the nearest of these.
    theme : Theme
    nothing : QColor, optional
        The colour of NaN; that of 0 by default.
    """
    known = np.nan_to_num(np.clip(shares, 0, 1), nan=0.0)
    pixels = heat_table(theme)[np.rint(known * (_COUNT - 1)).astype(np.intp)]
    if nothing is not None:
        pixels[np.isnan(shares)] = (nothing.blue(), nothing.green(), nothing.red(), 255)
    rows, columns = shares.shape
    image = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGB32)
    # Its own copy: the bytes are gone once this returns.
    return image.copy()
