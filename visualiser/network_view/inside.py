"""What a circle or a pixel has inside when there is room: its number, or what it looks for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from core.parameters import FloatArray, IntArray
from visualiser.network_view.layout import LayerLayout
from visualiser.number_format import fixed, style
from visualiser.theme import Theme
from visualiser.widgets.weight_picture import signed_image

# Pixels: from which radius on a number is written, and from which on with four decimals at most. A
# picture that fits the window is never written over.
NUMBER_RADIUS, _PIXEL_RADIUS, _LONG_RADIUS = 18.0, 36.0, 44.0
_LARGEST_TEXT = 17.0
_SHORT, _LONG = 2, 4
# Half the side of a picture inside a circle of radius 1.
_PICTURE_SHARE = 0.7
_SMALLEST_PICTURE = 6.0


def paint_numbers(
    painter: QPainter, theme: Theme, layer: LayerLayout, seen: IntArray, activations: FloatArray
) -> None:
    """Write a into the neurons that are seen, where these are large enough."""
    radius = layer.radius
    if radius < (NUMBER_RADIUS if layer.form == "circles" else _PIXEL_RADIUS):
        return
    is_long = radius >= _LONG_RADIUS
    decimals = min(style().decimals, _LONG) if is_long else _SHORT
    font = painter.font()
    size = font.pixelSize()
    font.setPixelSize(round(min(_LARGEST_TEXT, radius * (0.42 if is_long else 0.62))))
    painter.setFont(font)
    for index in seen.tolist():
        value = float(activations[index])
        shade = theme.shade(value if np.isfinite(value) else 0.0)
        is_light = shade.lightness() > 140
        is_dark_theme = theme.colour("ground").lightness() < 128
        painter.setPen(theme.colour("ground" if is_light == is_dark_theme else "text"))
        x, y = layer.centres[index].tolist()
        box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fixed(value, decimals))
    font.setPixelSize(size)
    painter.setFont(font)


@dataclass(frozen=True, eq=False)
class LinePictures:
    """The incoming lines of the neurons of layer 1, each neuron's as an image.

    Attributes
    ----------
    shape : tuple of int
        Rows and columns.
    values : ndarray, shape (N_1, rows · columns)
    scale : float
        The |value| from which on colour is full.
    """

    shape: tuple[int, int]
    values: FloatArray
    scale: float

    def paint(self, painter: QPainter, theme: Theme, layer: LayerLayout, seen: IntArray) -> None:
        """Draw those that are seen into their circles, where these are large enough."""
        if layer.radius < _SMALLEST_PICTURE or not len(seen):
            return
        rows, columns = self.shape
        # All in one image, one below the other: made anew in every frame while training.
        image = signed_image(self.values[seen].reshape(-1, columns), self.scale, theme)
        unit = 2 * _PICTURE_SHARE * layer.radius / max(rows, columns)
        width, height = unit * columns, unit * rows
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, unit < 1)
        for place, (x, y) in enumerate(layer.centres[seen].tolist()):
            box = QRectF(x - width / 2, y - height / 2, width, height)
            # A copy, as an SVG takes no part of an image.
            painter.drawImage(box, image.copy(0, place * rows, columns, rows))
