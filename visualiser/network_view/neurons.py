"""Drawing neurons: circles filled by activation, the input picture, rings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from core.parameters import FloatArray, IntArray
from visualiser.network_view.inside import LinePictures, paint_numbers
from visualiser.network_view.layout import Box, LayerLayout, NetworkLayout
from visualiser.network_view.plane_maps import PlaneMaps, paint_maps
from visualiser.selection import Neuron
from visualiser.theme import Theme

# Of activations from 0 to 1, and as many from −1 to 0.
_SHADES = 64

# Pixels: the width of a ring at least, as a share of the radius, and at most.
_RING, _WIDE_RING = (1.2, 0.26, 5.0), (2.0, 0.42, 6.0)

Mark = Literal["selected", "pinned", "hovered"]


@dataclass(frozen=True, eq=False)
class Inside:
    """What the circles of a layer show.

    Attributes
    ----------
    activations : ndarray, shape (N_L,), or None
        None before there are any: then circles are dashed outlines.
    rings : ndarray, shape (N_L,), or None
        What the rings' colour shows, full from ``ring_scale`` on.
    ring_scale : float
    has_wide_rings : bool
        Whether rings are what is to be looked at.
    maps : PlaneMaps or None
        Instead of circles, and of numbers; ``number`` is the layer's.
    number : int
    pictures : LinePictures or None
        Instead of numbers.
    """

    activations: FloatArray | None
    rings: FloatArray | None = None
    ring_scale: float = 1.0
    pictures: LinePictures | None = None
    has_wide_rings: bool = False
    maps: PlaneMaps | None = None
    number: int = 0


@lru_cache(maxsize=4)
def _shades_of(theme: Theme) -> tuple[list[QBrush], list[int]]:
    """Brushes for activations from -1 to 1 and for what has none; and colours from 0 to 1."""
    brushes = [QBrush(theme.shade(i / _SHADES)) for i in range(-_SHADES, _SHADES + 1)]
    brushes.append(QBrush(theme.colour("ground")))
    return brushes, [theme.shade(i / 255).rgb() for i in range(256)]


class NeuronPainter:
    """Draws the neurons of a network in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._shades, self._table = _shades_of(theme)

    def paint_layer(
        self, painter: QPainter, clip: QRectF, layer: LayerLayout, inside: Inside
    ) -> None:
        """Draw one layer as far as it is seen; without activations, its empty outline."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if layer.picture is not None:
            self._paint_picture(painter, layer, inside.activations)
        if layer.form == "block":
            return
        seen = _seen(layer, clip)
        if inside.maps is not None:
            paint_maps(painter, self._theme, layer, seen, inside.maps, inside.number)
        else:
            self._paint_values(painter, layer, seen, inside)
        self._paint_rings(painter, layer, seen, inside)
        if layer.dots is not None:
            self._paint_dots(painter, layer)

    def _paint_values(
        self, painter: QPainter, layer: LayerLayout, seen: IntArray, inside: Inside
    ) -> None:
        """Circles, and what stands in them or in the pixels of a picture."""
        if layer.form == "circles":
            self._paint_circles(painter, layer, seen, inside)
        if inside.pictures is not None:
            inside.pictures.paint(painter, self._theme, layer, seen)
        elif inside.activations is not None:
            paint_numbers(painter, self._theme, layer, seen, inside.activations)

    def _paint_circles(
        self, painter: QPainter, layer: LayerLayout, seen: IntArray, inside: Inside
    ) -> None:
        radius = layer.radius
        shades = np.full(len(seen), _SHADES)
        if inside.activations is not None:
            values = np.nan_to_num(inside.activations[seen])
            shades += np.rint(np.clip(values, -1, 1) * _SHADES).astype(int)
        faint = QPen(self._theme.colour("faint"), 1.0 if radius > 2 else 0.5)
        if inside.activations is None:
            # Empty, it is told apart from a circle whose a is 0.
            if radius > 2:
                faint.setDashPattern([2.5, 2.5])
            shades[:] = len(self._shades) - 1
        painter.setPen(faint)
        for (x, y), shade in zip(layer.centres[seen].tolist(), shades.tolist(), strict=True):
            painter.setBrush(self._shades[shade])
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def _paint_rings(
        self, painter: QPainter, layer: LayerLayout, seen: IntArray, inside: Inside
    ) -> None:
        if inside.rings is not None:
            shares = inside.rings.astype(np.float64) / inside.ring_scale
            self._paint_value_rings(painter, layer, seen, shares, inside.has_wide_rings)

    def _paint_value_rings(
        self,
        painter: QPainter,
        layer: LayerLayout,
        seen: IntArray,
        shares: FloatArray,
        are_wide: bool,
    ) -> None:
        """A ring just inside each circle's edge: in the colours of signs."""
        least, share_of_radius, most = _WIDE_RING if are_wide else _RING
        width = min(most, max(least, layer.radius * share_of_radius))
        radius = max(layer.radius - width / 2, 0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index in seen.tolist():
            share = float(shares[index])
            if not (np.isfinite(share) and share):
                continue
            name = "positive" if share > 0 else "negative"
            painter.setPen(QPen(self._theme.colour(name, min(1.0, abs(share))), width))
            x, y = layer.centres[index].tolist()
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def _paint_dots(self, painter: QPainter, layer: LayerLayout) -> None:
        """⋮ for the neurons that are not shown, drawn as three dots."""
        x, y = layer.dots or (0.0, 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("secondary"))
        step = max(4.0, layer.radius * 0.7)
        for place in (-1, 0, 1):
            painter.drawEllipse(QPointF(x, y + place * step), step * 0.28, step * 0.28)

    def paint_ring(
        self,
        painter: QPainter,
        layout: NetworkLayout,
        neuron: Neuron,
        mark: Mark,
        is_square: bool = False,
    ) -> None:
        """Mark a neuron; one that is not shown is marked where ⋮ stands for it."""
        layer = layout.layers[neuron.layer]
        x, y = layer.centres[neuron.index].tolist()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_marking_pen(self._theme, mark))
        if is_square or layer.form != "circles":
            side = max(layer.radius, 3.0)
            painter.drawRoundedRect(QRectF(x - side, y - side, 2 * side, 2 * side), 3, 3)
            return
        radius = max(layer.radius, 3.0) + 0.6
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if layer.picture is not None:
            # The same pixel in the small picture beside the circles.
            box = _pixel(layer, neuron.index)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)

    def _paint_picture(
        self, painter: QPainter, layer: LayerLayout, activations: FloatArray | None
    ) -> None:
        if layer.picture is None or layer.picture_shape is None:
            return
        rows, columns = layer.picture_shape
        x, y, width, height = layer.picture
        cell = width / columns
        values = np.zeros(rows * columns)
        if activations is not None:
            values[: len(activations)] = np.nan_to_num(activations)
        painter.setPen(Qt.PenStyle.NoPen)
        if cell >= 14 and layer.form != "block":
            gap, corner = 1.0, 3.0
            for index, value in enumerate(values.tolist()):
                row, column = divmod(index, columns)
                painter.setBrush(self._cell_brush(value))
                box = QRectF(x + column * cell, y + row * cell, cell, cell)
                painter.drawRoundedRect(box.adjusted(gap, gap, -gap, -gap), corner, corner)
            return
        image = grey_image(values.reshape(rows, columns), self._table)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(x, y, width, height), image)
        self._paint_grid(painter, layer.picture, rows, columns, has_lines=cell >= 5)

    def _paint_grid(
        self, painter: QPainter, box: Box, rows: int, columns: int, has_lines: bool
    ) -> None:
        x, y, width, height = box
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._theme.colour("ground"), 1))
        for column in range(1, columns if has_lines else 1):
            at = x + column * width / columns
            painter.drawLine(QPointF(at, y), QPointF(at, y + height - 1))
        for row in range(1, rows if has_lines else 1):
            at = y + row * height / rows
            painter.drawLine(QPointF(x, at), QPointF(x + width - 1, at))
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x - 1, y - 1, width + 1, height + 1))

    def _cell_brush(self, value: float) -> QColor:
        # Blank paper stands out from the ground a little, so that every pixel is seen.
        return self._theme.colour("chip") if value <= 0 else self._theme.shade(value)


def _seen(layer: LayerLayout, clip: QRectF) -> IntArray:
    """The neurons that are shown and lie in a rectangle, at least in part."""
    x, y = layer.centres[layer.shown].T
    radius = layer.radius + 1
    is_seen = (x > clip.left() - radius) & (x < clip.right() + radius)
    is_seen &= (y > clip.top() - radius) & (y < clip.bottom() + radius)
    seen: IntArray = layer.shown[is_seen]
    return seen


def _pixel(layer: LayerLayout, index: int) -> QRectF:
    """A pixel of a layer's picture."""
    x, y, width, height = layer.picture or (0.0, 0.0, 0.0, 0.0)
    rows, columns = layer.picture_shape or (1, 1)
    row, column = divmod(index, columns)
    cell_x, cell_y = width / columns, height / rows
    return QRectF(x + column * cell_x, y + row * cell_y, cell_x, cell_y)


def _marking_pen(theme: Theme, mark: Mark) -> QPen:
    if mark == "hovered":
        return QPen(theme.colour("text"), 1.6)
    pen = QPen(theme.colour("selected"), 2.6)
    if mark == "pinned":
        # In units of the pen's width: dashes, so that it is told apart by more than colour.
        pen.setDashPattern([1.6, 1.2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def grey_image(values: FloatArray, table: list[int]) -> QImage:
    """A picture of activations, rows × columns, by a table of 256 colours."""
    rows, columns = values.shape
    levels = np.clip(np.nan_to_num(values) * 255, 0, 255).astype(np.uint8)
    colours = np.array(table, np.uint32)[levels]
    image = QImage(colours.tobytes(), columns, rows, columns * 4, QImage.Format.Format_RGB32)
    return image.copy()  # the bytes go when this function returns
