"""Drawing what stands beside the outputs: digits, bars of a, and whether the answer is right."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.metrics import read
from core.parameters import FloatArray
from visualiser.network_view.layout import LayerLayout
from visualiser.network_view.output_names import OutputNames, more_for_names
from visualiser.number_format import fixed
from visualiser.theme import Theme

# Right of an output's circle: its digit, the bar of its activation, the verdict.
_DIGIT, _BAR, _VERDICT = 10.0, 30.0, 98.0
# Of the number in the place of the verdict, in pixels.
_FIGURE = 12
# Pixels between two digits that can be read.
_SMALLEST_DIGIT = 9.0


class OutputPainter:
    """Draws beside the outputs of a network in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        layer: LayerLayout,
        activations: FloatArray | None,
        label: int | None,
        is_signed: bool = False,
        *,
        is_mean: bool = False,
        names: Sequence[str] = (),
        width: float = 0.0,
    ) -> None:
        """Draw digits or ``names`` beside the outputs, a bar for each a, and the verdict.

        Where a may be negative, ``is_signed``, bars start in the middle. Without a label there
        is no verdict, but the largest a; ``is_mean`` says that a is a mean over digits that differ.
        Names have what room there is for them in a picture of this ``width``.
        """
        # A mean over digits that differ is no answer.
        answer = None
        if activations is not None and not is_mean:
            answer = int(read(activations[:, None])[0])
        # Of one output alone, this is 1 or 0, and the place is always the same.
        is_one = len(layer.centres) == 1
        place = 0 if is_one else answer
        spacing, more = _spacing(layer), more_for_names(names, width)
        written = OutputNames(names, more)
        height = min(20.0, 2.2 * layer.radius + 6)
        # Where they are too close to be read, only one of so many has its number.
        every = max(1, math.ceil(_SMALLEST_DIGIT / spacing))
        font = painter.font()
        size = font.pixelSize()
        room = min(height * 0.8, every * spacing * 0.95)
        font.setPixelSize(round(min(15.0, max(7.0, room))))
        for index, (x, y) in enumerate(layer.centres.tolist()):
            is_answer = answer is not None and index == place
            font.setBold(is_answer)
            painter.setFont(font)
            painter.setPen(self._theme.colour("text" if is_answer else "secondary"))
            left = x + layer.radius + _DIGIT
            if index % every == 0 and not is_one:
                written.paint(painter, index, left, y, height)
            if activations is not None:
                colour = "faint"
                if is_answer and label is None:
                    colour = "text"
                elif is_answer:
                    colour = "right" if answer == label else "negative"
                thickness = min(6.0, 0.7 * spacing)
                box = written.bar(left, y, thickness)
                self._paint_bar(painter, box, float(activations[index]), colour, is_signed)
        font.setBold(False)
        font.setPixelSize(size)
        painter.setFont(font)
        if answer is not None and label is not None:
            self._paint_verdict(painter, layer, answer, label, more)
        elif label is not None:
            right = _VERDICT - 6 + more if names else _BAR
            self._paint_truth(painter, layer, label, right)
        elif place is not None and activations is not None and answer is not None:
            self._paint_figure(painter, layer, place, float(activations[place]), more)

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
        self, painter: QPainter, layer: LayerLayout, answer: int, label: int, more: float
    ) -> None:
        """A tick or a cross at the answer; where it is wrong, the truth is named."""
        is_one = len(layer.centres) == 1
        x, y = layer.centres[0 if is_one else answer].tolist()
        left = x + layer.radius + _VERDICT + more
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if answer == label:
            painter.setPen(QPen(self._theme.colour("right"), 2))
            painter.drawPolyline(_tick(left, y))
            return
        painter.setPen(QPen(self._theme.colour("negative"), 2))
        painter.drawLine(QPointF(left, y - 4), QPointF(left + 8, y + 4))
        painter.drawLine(QPointF(left, y + 4), QPointF(left + 8, y - 4))
        if not is_one:
            self._paint_truth(painter, layer, label, _VERDICT - 6 + more)

    def _paint_figure(
        self, painter: QPainter, layer: LayerLayout, answer: int, activation: float, more: float
    ) -> None:
        """The largest a, in the place of a verdict: how sure the network is."""
        x, y = layer.centres[answer].tolist()
        font = painter.font()
        size = font.pixelSize()
        font.setPixelSize(_FIGURE)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        box = QRectF(x + layer.radius + _VERDICT - 6 + more, y - 9, 34, 18)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side | Qt.TextFlag.TextDontClip, fixed(activation, 2))
        font.setPixelSize(size)
        painter.setFont(font)

    def _paint_truth(self, painter: QPainter, layer: LayerLayout, label: int, right: float) -> None:
        """Name the right output, where there is one, so far right of its circle."""
        if label >= len(layer.centres):
            return
        x, y = layer.centres[label].tolist()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("right"), 1.4, Qt.PenStyle.DotLine))
        radius = layer.radius + 4
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.setPen(self._theme.colour("right"))
        box = QRectF(x + layer.radius + right, y - 9, 34, 18)
        text = QCoreApplication.translate("NeuronPainter", "true")
        # In another language it may be a little wider.
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


def _spacing(layer: LayerLayout) -> float:
    """From one output down to the next."""
    heights = np.unique(layer.centres[:, 1])
    return float(np.diff(heights).min()) if len(heights) > 1 else _SMALLEST_DIGIT


def _tick(left: float, y: float) -> QPolygonF:
    return QPolygonF([QPointF(left, y), QPointF(left + 3, y + 3.5), QPointF(left + 9, y - 4)])
