"""Drawing neurons: circles filled by activation, the input picture, the answer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from core.parameters import FloatArray
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.selection import Neuron
from visualiser.theme import Theme

# Of activations from 0 to 1, and as many from −1 to 0.
_SHADES = 64
# Right of an output's circle: its digit, the bar of its activation, the verdict.
_DIGIT, _BAR, _BAR_WIDTH, _VERDICT = 10.0, 30.0, 58.0, 98.0


class NeuronPainter:
    """Draws the neurons of a network in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._shades = [QBrush(theme.shade(i / _SHADES)) for i in range(-_SHADES, _SHADES + 1)]
        self._table = [theme.shade(i / 255).rgb() for i in range(256)]

    def paint_layer(
        self, painter: QPainter, layer: LayerLayout, activations: FloatArray | None
    ) -> None:
        """Draw one layer; without activations, its empty outline."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if layer.picture is not None:
            self._paint_picture(painter, layer, activations)
            return
        ring = QPen(self._theme.colour("faint"), 1.0 if layer.radius > 2 else 0.5)
        painter.setPen(ring)
        radius = layer.radius
        shades = np.full(len(layer.centres), _SHADES)
        if activations is not None:
            shades += np.rint(np.clip(np.nan_to_num(activations), -1, 1) * _SHADES).astype(int)
        for (x, y), shade in zip(layer.centres.tolist(), shades.tolist(), strict=True):
            painter.setBrush(self._shades[shade])
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def paint_ring(
        self, painter: QPainter, layout: NetworkLayout, neuron: Neuron, is_selected: bool = True
    ) -> None:
        """Mark a neuron that is selected, or one that is only pointed at."""
        layer = layout.layers[neuron.layer]
        x, y = layer.centres[neuron.index].tolist()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour, thickness = ("selected", 2.6) if is_selected else ("text", 1.6)
        painter.setPen(QPen(self._theme.colour(colour), thickness))
        if layer.picture is not None:
            side = max(layer.radius, 3.0)
            painter.drawRoundedRect(QRectF(x - side, y - side, 2 * side, 2 * side), 3, 3)
        else:
            radius = max(layer.radius, 3.0) + 0.6
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def paint_outputs(
        self,
        painter: QPainter,
        layer: LayerLayout,
        activations: FloatArray | None,
        label: int | None,
        is_signed: bool = False,
    ) -> None:
        """Draw the digits beside the outputs, a bar for each a, and the verdict.

        Where a may be negative, ``is_signed``, bars start in the middle.
        """
        answer = None if activations is None else int(activations.argmax())
        height = min(20.0, 2.2 * layer.radius + 6)
        font = painter.font()
        size = font.pixelSize()
        font.setPixelSize(round(min(15.0, max(7.0, height * 0.8))))
        for index, (x, y) in enumerate(layer.centres.tolist()):
            is_answer = index == answer
            font.setBold(is_answer)
            painter.setFont(font)
            painter.setPen(self._theme.colour("text" if is_answer else "secondary"))
            left = x + layer.radius + _DIGIT
            box = QRectF(left, y - height / 2, 18, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index))
            if activations is not None:
                colour = "faint"
                if is_answer:
                    colour = "right" if index == label else "negative"
                box = QRectF(left + 22, y - 3, _BAR_WIDTH, 6)
                self._paint_bar(painter, box, float(activations[index]), colour, is_signed)
        font.setBold(False)
        font.setPixelSize(size)
        painter.setFont(font)
        if answer is not None and label is not None:
            self._paint_verdict(painter, layer, answer, label)

    def _paint_picture(
        self, painter: QPainter, layer: LayerLayout, activations: FloatArray | None
    ) -> None:
        if layer.picture is None or layer.picture_shape is None:
            return
        rows, columns = layer.picture_shape
        x, y, width, height = layer.picture
        cell = width / columns
        values = np.zeros(rows * columns) if activations is None else activations
        painter.setPen(Qt.PenStyle.NoPen)
        if cell >= 14:
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
        self._paint_grid(painter, layer.picture, rows, columns)

    def _paint_grid(
        self, painter: QPainter, box: tuple[float, float, float, float], rows: int, columns: int
    ) -> None:
        x, y, width, height = box
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._theme.colour("ground"), 1))
        for column in range(1, columns):
            at = x + column * width / columns
            painter.drawLine(QPointF(at, y), QPointF(at, y + height - 1))
        for row in range(1, rows):
            at = y + row * height / rows
            painter.drawLine(QPointF(x, at), QPointF(x + width - 1, at))
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x - 1, y - 1, width + 1, height + 1))

    def _cell_brush(self, value: float) -> QColor:
        # Blank paper stands out from the ground a little, so that every pixel is seen.
        return self._theme.colour("chip") if value <= 0 else self._theme.shade(value)

    def _paint_bar(
        self, painter: QPainter, box: QRectF, activation: float, colour: str, is_signed: bool
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hairline"))
        painter.drawRoundedRect(box, 3, 3)
        share = min(max(activation, -1.0), 1.0) if np.isfinite(activation) else 0.0
        zero, room = box.left(), box.width()
        if is_signed:
            zero, room = box.center().x(), box.width() / 2
            painter.setBrush(self._theme.colour("secondary"))
            painter.drawRect(QRectF(zero - 0.5, box.top() - 2, 1, box.height() + 4))
        if share > 0 or (share < 0 and is_signed):
            length = max(1.5, abs(share) * room)
            start = zero if share > 0 else zero - length
            painter.setBrush(self._theme.colour(colour))
            painter.drawRoundedRect(QRectF(start, box.top(), length, box.height()), 3, 3)

    def _paint_verdict(
        self, painter: QPainter, layer: LayerLayout, answer: int, label: int
    ) -> None:
        """A tick or a cross at the answer; where it is wrong, the truth is named."""
        x, y = layer.centres[answer].tolist()
        left = x + layer.radius + _VERDICT
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if answer == label:
            painter.setPen(QPen(self._theme.colour("right"), 2))
            painter.drawPolyline(_tick(left, y))
            return
        painter.setPen(QPen(self._theme.colour("negative"), 2))
        painter.drawLine(QPointF(left, y - 4), QPointF(left + 8, y + 4))
        painter.drawLine(QPointF(left, y + 4), QPointF(left + 8, y - 4))
        if label < len(layer.centres):
            x, y = layer.centres[label].tolist()
            painter.setPen(QPen(self._theme.colour("right"), 1.4, Qt.PenStyle.DotLine))
            radius = layer.radius + 4
            painter.drawEllipse(QPointF(x, y), radius, radius)
            painter.setPen(self._theme.colour("right"))
            box = QRectF(x + layer.radius + _VERDICT - 6, y - 9, 34, 18)
            text = QCoreApplication.translate("NeuronPainter", "true")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def grey_image(values: FloatArray, table: list[int]) -> QImage:
    """A picture of activations, rows × columns, by a table of 256 colours."""
    rows, columns = values.shape
    levels = np.clip(np.nan_to_num(values) * 255, 0, 255).astype(np.uint8)
    colours = np.array(table, np.uint32)[levels]
    image = QImage(colours.tobytes(), columns, rows, columns * 4, QImage.Format.Format_RGB32)
    return image.copy()  # the bytes go when this function returns


def _tick(left: float, y: float) -> QPolygonF:
    return QPolygonF([QPointF(left, y), QPointF(left + 3, y + 3.5), QPointF(left + 9, y - 4)])
