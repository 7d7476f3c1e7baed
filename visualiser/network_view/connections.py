"""Drawing connections: strongest live, the rest from a picture that is kept up in pieces.

What was measured, and why it is done this way, stands with ``python -m benchmarks window``:
lines sorted into buckets of one colour, one call of drawLines a bucket with a pointer into
an array, and a clip rectangle, without which drawing takes ten times as long.

Lines that are lit, the fan of what is selected or pointed at, are drawn over that picture,
which recedes as a whole. So lighting others costs a thousand lines and no sorting of all.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPen

from core.parameters import FloatArray
from visualiser.network_view.colours import (
    LEVELS,
    NEUTRAL,
    full_scale,
    levels,
    lit_levels,
    neutral_pen,
    pens,
)
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.strokes import Picture, Strokes, draw
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme

# Lines drawn anew, with antialiasing, in every frame; the rest comes from the picture.
LIVE_LINES = 1600
# What is not attached to what is lit recedes to this share.
_RECEDED = 1 / 8
# Copies of the strongest lines that are lit, as wider pens are fifty times slower.
_BOLD_LINES = 24
_BOLD_OFFSETS = (-0.8, 0.8)


class ConnectionPainter:
    """Draws the connections of a network.

    Attributes
    ----------
    scales : tuple of float
        Per gap, the |value| from which on colour is full.
    """

    def __init__(self) -> None:
        self.scales: tuple[float, ...] = ()
        self._values: tuple[FloatArray, ...] = ()
        self._lit: Selection = None
        # Per gap, shape (N_{gap+1}, N_gap, 4): views of all lines.
        self._gaps: list[FloatArray] = []
        self._lines: FloatArray = np.empty((0, 4))
        self._pens: list[QPen] = []
        self._strokes = Strokes(self._lines, np.empty(0, np.uint8))
        self._fan = self._bold = self._strokes
        self._rest = Picture()

    def set_layout(self, layout: NetworkLayout, ratio: float) -> None:
        """Draw in these places; ``ratio`` is the screen's device pixels per pixel."""
        gaps = range(len(layout.layers) - 1)
        self._lines = np.concatenate([layout.lines(gap) for gap in gaps])
        sizes = [len(layer.centres) for layer in layout.layers]
        bounds = np.cumsum([sizes[gap] * sizes[gap + 1] for gap in gaps])[:-1]
        parts = np.split(self._lines, bounds)
        self._gaps = [parts[gap].reshape(sizes[gap + 1], sizes[gap], 4) for gap in gaps]
        # What was there may be of another network.
        self._values, self.scales = (), ()
        self._strokes = self._fan = self._bold = Strokes(self._lines[:0], np.empty(0, np.uint8))
        self._rest.resize(QSize(int(layout.width), int(layout.height)), ratio)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._pens = [*pens(theme), neutral_pen(theme)]
        self._rest.clear()

    def set_values(self, values: tuple[FloatArray, ...], lit: Selection, is_moving: bool) -> None:
        """Draw these numbers, ``values[gap]`` of the shape of ``weights[gap]``.

        While it is moving, the picture of the weak lines catches up piece by piece; at
        rest it is begun anew, with antialiasing.
        """
        self._values = values
        self.scales = tuple(full_scale(value) for value in values)
        keys = np.concatenate(
            [
                _keys(value, levels(value, scale))
                for value, scale in zip(values, self.scales, strict=True)
            ]
        )
        order, keys = _weak_to_strong(keys)
        weak = max(0, len(keys) - LIVE_LINES)
        self._strokes = Strokes(self._lines[order[weak:]], keys[weak:])
        if weak == 0:
            self._rest.clear()
        elif not (is_moving and self._rest.is_growing):
            strokes = Strokes(self._lines[order[:weak]], keys[:weak])
            self._rest.begin(strokes, is_fine=not is_moving)
        self.light(lit)

    def light(self, lit: Selection) -> None:
        """Light what is attached to this; everything else recedes."""
        self._lit = lit
        lines, keys = [self._lines[:0]], [np.empty(0, np.uint8)]
        for gap, (rows, columns) in _attached(lit):
            if not 0 <= gap < len(self._values):
                continue
            values = self._values[gap][rows, columns]
            strength = lit_levels(values, self.scales[gap])
            gap_keys = _keys(values, strength)
            if isinstance(lit, Connection):
                gap_keys = _keys(values, np.full_like(strength, LEVELS - 1))
                # A line by itself is always seen; without a sign it has neither's colour.
                gap_keys[~(np.abs(values.ravel()) > 0)] = NEUTRAL
            lines.append(self._gaps[gap][rows, columns].reshape(-1, 4))
            keys.append(gap_keys)
        order, sorted_keys = _weak_to_strong(np.concatenate(keys))
        self._fan = Strokes(np.concatenate(lines)[order], sorted_keys)
        strong = int(np.searchsorted(sorted_keys, LEVELS))
        self._bold = self._fan.part(max(strong, len(self._fan) - _BOLD_LINES), len(self._fan))

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Draw what is finished of the weak lines, all the strong ones, and what is lit."""
        if self._lit is not None:
            painter.setOpacity(_RECEDED)
        self._rest.paint(painter)
        draw(painter, clip, self._strokes, self._pens, is_fine=True)
        painter.setOpacity(1.0)
        draw(painter, clip, self._fan, self._pens, is_fine=True)
        for offset in _BOLD_OFFSETS if len(self._bold) else ():
            painter.translate(QPointF(0, offset))
            draw(painter, clip, self._bold, self._pens, is_fine=True)
            painter.translate(QPointF(0, -offset))

    @property
    def is_complete(self) -> bool:
        """Whether every line is in the picture."""
        return not self._rest.is_growing

    def go_on(self) -> None:
        """Draw another piece of the weak lines."""
        self._rest.grow(self._pens)


def _keys(values: FloatArray, strength: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The index of every value's pen: 2 · level + is_positive."""
    return (strength * np.uint8(2) + (values > 0)).ravel().astype(np.uint8, copy=False)


def _weak_to_strong(
    keys: npt.NDArray[np.uint8],
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint8]]:
    """The order in which lines are drawn, and their keys in it; what is not seen is left out."""
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first_drawn = int(np.searchsorted(keys, 2))
    return order[first_drawn:], keys[first_drawn:]


_Part = tuple[slice, slice]


def _attached(lit: Selection) -> list[tuple[int, _Part]]:
    """The gaps, and the part of each one's values, that touch what is lit."""
    if isinstance(lit, Connection):
        return [(lit.layer - 1, (slice(lit.to, lit.to + 1), slice(lit.origin, lit.origin + 1)))]
    if isinstance(lit, Neuron):
        one = slice(lit.index, lit.index + 1)
        return [(lit.layer - 1, (one, slice(None))), (lit.layer, (slice(None), one))]
    return []
