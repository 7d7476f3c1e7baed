"""Connections drawn once and whole: as strong at any scale, and as shapes where that is wanted.

Wide pens are some fifty times slower than those of one device pixel, so only lines that stand
out are drawn by them. Others are drawn as several lines side by side, which meet without a
gap. Of a crowd's faintest, each is a single hairline, but so many times as opaque: the same ink.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from core.parameters import FloatArray
from visualiser.network_view.connections import (
    BOLD_OFFSETS,
    RECEDED,
    ConnectionPainter,
    LineValues,
)
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.strokes import Strokes, draw
from visualiser.selection import Selection

# Beyond so many, lines are faint, as those of a gap share its ink (see `colours`).
_WIDE_LINES = 20_000
# Opacity from which on it would be seen where lines side by side meet.
_BOLD = 0.3
# Lines drawn at once: as an image, and as one shape of a file.
_CHUNK, _SHAPE = 400, 12
# Digits after the point that are kept of places in a file.
_DIGITS = 2


class ExportedLines(ConnectionPainter):
    """Draws the connections of a network for a picture that is kept.

    Parameters
    ----------
    scale : float
        Device pixels per pixel of the picture.
    are_shapes : bool
        Whether what is drawn on writes shapes into a file.
    """

    def __init__(self, scale: float = 1.0, are_shapes: bool = False) -> None:
        super().__init__()
        self._scale = scale
        self._are_shapes = are_shapes

    def set_layout(self, layout: NetworkLayout, ratio: float) -> None:
        """Draw in these places."""
        super().set_layout(layout, ratio)
        # There is no picture that grows piece by piece, and so no room for it.
        self._rest.resize(QSize(1, 1), 1.0)

    def set_values(self, shown: LineValues, lit: tuple[Selection, ...], is_moving: bool) -> None:
        """Draw these numbers."""
        super().set_values(shown, lit, is_moving)
        self._rest.clear()

    def paint(self, painter: QPainter, clip: QRect, is_whole: bool = True) -> None:
        """Draw the lines, and over them those that are lit; always all of them."""
        del is_whole
        lines = np.concatenate([self._weak.lines, self._strokes.lines])
        keys = np.concatenate([self._weak.keys, self._strokes.keys])
        self._draw(painter, clip, Strokes(lines, keys), RECEDED if self._lit else 1.0)
        self._draw(painter, clip, self._fan, 1.0)
        for offset in BOLD_OFFSETS:
            self._draw(painter, clip, self._bold, 1.0, offset)

    def _draw(
        self, painter: QPainter, clip: QRect, strokes: Strokes, share: float, down: float = 0.0
    ) -> None:
        """Draw lines, weak to strong, at a share of their opacity, moved ``down``."""
        camera = self._camera * QTransform.fromTranslate(0, down)
        seen = _seen(Strokes(_mapped(strokes.lines, camera), strokes.keys), clip)
        if self._are_shapes:
            for piece in _pieces(seen):
                _draw_shapes(painter, piece, _faded(self._pens[piece.keys[0]], share))
            return
        scale = max(1.0, self._scale)
        # In a picture smaller than it is, a line is fainter as it cannot be thinner.
        pens = [_faded(pen, share * min(1.0, self._scale)) for pen in self._pens]
        bold = int(np.searchsorted(seen.keys, _first_bold(pens))) if scale > 1 else len(seen)
        crowd = max(0, bold - _WIDE_LINES) if scale > 1 else 0
        hairlines = [_dashed(_faded(pen, scale), scale) for pen in pens]
        self._draw_beside(painter, clip, seen.part(0, crowd), hairlines, 1)
        hairlines = [_dashed(pen, scale) for pen in pens]
        self._draw_beside(painter, clip, seen.part(crowd, bold), hairlines, round(scale))
        for pen in pens:
            pen.setWidthF(scale)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        draw(painter, clip, seen.part(bold, len(seen)), pens, is_fine=True)

    def _draw_beside(
        self, painter: QPainter, clip: QRect, strokes: Strokes, pens: list[QPen], count: int
    ) -> None:
        """Draw each line so many times, side by side."""
        offsets = (np.arange(count) - (count - 1) / 2) / self._scale
        for piece in _pieces(strokes):
            for offset in offsets.tolist():
                beside = Strokes(_moved_aside(piece.lines, offset), piece.keys)
                draw(painter, clip, beside, pens, is_fine=True)


def _mapped(lines: FloatArray, camera: QTransform) -> FloatArray:
    zoom, offset = camera.m11(), np.array([camera.dx(), camera.dy()] * 2)
    return np.ascontiguousarray(lines * zoom + offset)


def _seen(strokes: Strokes, clip: QRect) -> Strokes:
    """Without those that lie beside the picture."""
    starts, ends = strokes.lines[:, :2], strokes.lines[:, 2:]
    first = np.array([clip.left(), clip.top()]) - 1
    last = np.array([clip.right(), clip.bottom()]) + 2
    are_seen = ((np.maximum(starts, ends) > first) & (np.minimum(starts, ends) < last)).all(axis=1)
    return Strokes(strokes.lines[are_seen], strokes.keys[are_seen])


def _moved_aside(lines: FloatArray, offset: float) -> FloatArray:
    """Lines moved so that they meet: flat ones down, steep ones to the right, in pixels.

    A line of one device pixel is a pixel high, or a pixel wide, whatever its slope.
    """
    if offset == 0:
        return lines
    across = np.abs(lines[:, 2:] - lines[:, :2])
    is_steep = across[:, 1] > across[:, 0]
    moved = np.where(is_steep[:, None], [offset, 0.0], [0.0, offset])
    return np.ascontiguousarray(lines + np.tile(moved, 2))


def _pieces(strokes: Strokes) -> Iterator[Strokes]:
    """Lines of one colour that are drawn at once, weak before strong.

    Equally strong lines of both signs take turns, or the last colour would hide the other.
    """
    bounds = np.searchsorted(strokes.keys, np.arange(0, 256 + 1, 1)).tolist()
    for level in range(0, 256, 2):
        runs = [
            _spread(strokes.part(begin, end), _CHUNK)
            for begin, end in itertools.pairwise(bounds[level : level + 3])
        ]
        for turn, pair in enumerate(itertools.zip_longest(*runs)):
            for piece in pair if turn % 2 else pair[::-1]:
                if piece is not None:
                    yield piece


def _spread(run: Strokes, most: int) -> list[Strokes]:
    """Parts of a run of one colour, each of lines that lie far from each other."""
    count = math.ceil(len(run) / most)
    return [
        Strokes(np.ascontiguousarray(run.lines[start::count]), run.keys[start::count])
        for start in range(count)
    ]


def _faded(pen: QPen, share: float) -> QPen:
    """The same pen at a share of its opacity."""
    made, colour = QPen(pen), pen.color()
    colour.setAlphaF(min(1.0, colour.alphaF() * share))
    made.setColor(colour)
    return made


def _dashed(pen: QPen, scale: float) -> QPen:
    """The same pen, its dashes as long as those of a pen so many times as wide."""
    made = QPen(pen)
    if pen.style() == Qt.PenStyle.CustomDashLine:
        made.setDashPattern([length * scale for length in pen.dashPattern()])
    return made


def _first_bold(pens: list[QPen]) -> int:
    """The first of the pens, which grow stronger, whose lines would show where they meet."""
    are_bold = (place for place, pen in enumerate(pens) if pen.color().alphaF() >= _BOLD)
    return next(are_bold, len(pens))


def _draw_shapes(painter: QPainter, strokes: Strokes, pen: QPen) -> None:
    """Draw lines of one colour as shapes of a few lines, which grow with the picture.

    Lines of one shape lie far from each other, as what it covers twice is no darker there.
    """
    pen.setCosmetic(False)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in _spread(strokes, _SHAPE):
        path = QPainterPath()
        for x, y, end_x, end_y in np.round(part.lines, _DIGITS).tolist():
            path.moveTo(x, y)
            path.lineTo(end_x, end_y)
        painter.drawPath(path)
