"""Drawing connections: strongest live, the rest from a picture that is kept up in pieces.

What was measured, and why it is done this way, stands with ``python -m benchmarks window``:
lines sorted into buckets of one colour, one call of drawLines a bucket with a pointer into
an array, and a clip rectangle, without which drawing takes ten times as long.

Lines that are lit, the fan of what is selected or pointed at, are drawn over that picture,
which recedes as a whole. So lighting others costs a thousand lines and no sorting of all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPen, QTransform

from core.parameters import FloatArray
from visualiser.network_view.colours import (
    LEVELS,
    NEUTRAL,
    levels,
    lit_levels,
    neutral_pen,
    pens,
)
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.network_view.strokes import Picture, Strokes, draw
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme

# Lines drawn anew, with antialiasing, in every frame; the rest comes from the picture.
LIVE_LINES = 1440
# What is not attached to what is lit recedes to this share.
RECEDED = 1 / 8
# Copies of the strongest lines that are lit, as wider pens are fifty times slower.
_BOLD_LINES = 24
BOLD_OFFSETS = (-0.8, 0.8)
_LARGEST = float(np.finfo(np.float32).max)


@dataclass(frozen=True, eq=False)
class LineValues:
    """The numbers that lines show.

    Attributes
    ----------
    values : tuple of ndarray or None
        ``values[gap]`` of the shape of ``weights[gap]``; None where no lines are drawn.
    scales : tuple of float
        Per gap, the |value| from which on colour is full.
    hidden_below : float
        Lines of less than this share of it are not drawn.
    """

    values: tuple[FloatArray | None, ...] = ()
    scales: tuple[float, ...] = ()
    hidden_below: float = 0.0

    def has(self, gap: int) -> bool:
        """Whether lines are drawn in a gap."""
        return 0 <= gap < len(self.values) and self.values[gap] is not None

    @property
    def are_any(self) -> bool:
        """Whether lines are drawn at all."""
        return any(gap is not None for gap in self.values)


class ConnectionPainter:
    """Draws the connections of a network."""

    def __init__(self) -> None:
        self._shown = LineValues()
        self._layout: NetworkLayout | None = None
        self._camera = QTransform()
        self._lit: tuple[Selection, ...] = ()
        # Per gap, shape (shown there, shown here, 4): views of all lines.
        self._gaps: list[FloatArray] = []
        self._lines: FloatArray = np.empty((0, 4))
        self._pens: list[QPen] = []
        self._nothing = Strokes(self._lines, np.empty(0, np.uint8))
        self._strokes = self._weak = self._fan = self._bold = self._nothing
        self._rest = Picture()
        # Of all lines, as they are drawn now, and whether with antialiasing; None: not yet.
        self._drawn_keys: npt.NDArray[np.uint8] | None = None
        self._is_fine = False

    def set_layout(self, layout: NetworkLayout, ratio: float) -> None:
        """Draw in these places; ``ratio`` is the screen's device pixels per pixel."""
        self._layout = layout
        gaps = range(len(layout.layers) - 1)
        self._lines = np.concatenate([layout.lines(gap) for gap in gaps])
        counts = [len(layer.shown) for layer in layout.layers]
        if not layout.has_lines:
            counts = [0] * len(counts)
        bounds = np.cumsum([counts[gap] * counts[gap + 1] for gap in gaps])[:-1]
        parts = np.split(self._lines, bounds)
        self._gaps = [parts[gap].reshape(counts[gap + 1], counts[gap], 4) for gap in gaps]
        # What was there may be of another network.
        self._shown = LineValues()
        self._drawn_keys = None
        self._strokes = self._weak = self._fan = self._bold = self._nothing
        self._rest.resize(QSize(int(layout.width), int(layout.height)), ratio)

    def set_camera(self, camera: QTransform) -> None:
        """See the lines from here."""
        if camera == self._camera:
            return
        self._camera = camera
        if len(self._weak):
            self._rest.begin(self._weak, is_fine=True, camera=camera)

    def set_theme(self, theme: Theme, dashes_negatives: bool = False) -> None:
        """Draw in these colours."""
        self._pens = [*pens(theme, dashes_negatives), neutral_pen(theme)]
        self._rest.clear()
        self._drawn_keys = None

    def set_values(self, shown: LineValues, lit: tuple[Selection, ...], is_moving: bool) -> None:
        """Draw these numbers.

        While it is moving, the picture of the weak lines catches up piece by piece; at
        rest it is begun anew, with antialiasing. Lines that would look the same, as another
        example leaves the weights', stay as they are.
        """
        if self._layout is None:
            return
        self._shown = shown
        keys = np.concatenate([self._gap_keys(gap) for gap in range(len(shown.values))])
        is_same = self._drawn_keys is not None and np.array_equal(keys, self._drawn_keys)
        if not (is_same and (self._is_fine or is_moving)):
            self._draw_anew(keys, is_moving)
        self.light(lit)

    def _draw_anew(self, keys: npt.NDArray[np.uint8], is_moving: bool) -> None:
        self._drawn_keys, self._is_fine = keys, not is_moving
        order, keys = _weak_to_strong(keys)
        weak = max(0, len(keys) - LIVE_LINES)
        self._strokes = Strokes(self._lines[order[weak:]], keys[weak:])
        if weak == 0:
            self._weak = self._nothing
            self._rest.clear()
        elif not (is_moving and self._rest.is_growing):
            self._weak = Strokes(self._lines[order[:weak]], keys[:weak])
            self._rest.begin(self._weak, is_fine=not is_moving, camera=self._camera)
        else:
            # The picture is still of other lines.
            self._drawn_keys = None

    def _gap_keys(self, gap: int) -> npt.NDArray[np.uint8]:
        if self._layout is None:
            return self._nothing.keys
        shown, scale = self._shown.values[gap], self._shown.scales[gap]
        if shown is None:
            return np.zeros(self._gaps[gap].size // 4, np.uint8)
        values = self._layout.drawn(gap, shown)
        return self._unless_hidden(_keys(values, levels(values, scale)), values, scale)

    def _unless_hidden(
        self, keys: npt.NDArray[np.uint8], values: FloatArray, scale: float
    ) -> npt.NDArray[np.uint8]:
        """The same keys, but none for what is too weak to be shown."""
        if self._shown.hidden_below > 0:
            least = min(self._shown.hidden_below * scale, _LARGEST)
            keys[np.abs(values).ravel() < np.float32(least)] = 0
        return keys

    def light(self, lit: tuple[Selection, ...]) -> None:
        """Light what is attached to these; everything else recedes."""
        # What no line that is drawn leads to has nothing to recede from.
        self._lit = tuple(one for one in lit if any(map(self._shown.has, _gaps_beside(one))))
        lines, keys = [self._lines[:0]], [np.empty(0, np.uint8)]
        for one in self._lit:
            for gap, (rows, columns) in self._attached(one):
                values = self._values_of(gap)[rows, columns]
                lines.append(self._gaps[gap][rows, columns].reshape(-1, 4))
                keys.append(self._lit_keys(values, gap, isinstance(one, Connection)))
        order, sorted_keys = _weak_to_strong(np.concatenate(keys))
        self._fan = Strokes(np.concatenate(lines)[order], sorted_keys)
        strong = int(np.searchsorted(sorted_keys, LEVELS))
        self._bold = self._fan.part(max(strong, len(self._fan) - _BOLD_LINES), len(self._fan))

    def _values_of(self, gap: int) -> FloatArray:
        values = self._shown.values[gap]
        if self._layout is None or values is None:
            return self._nothing.lines
        return self._layout.drawn(gap, values)

    def _lit_keys(self, values: FloatArray, gap: int, is_single: bool) -> npt.NDArray[np.uint8]:
        scale = self._shown.scales[gap]
        strength = lit_levels(values, scale)
        if not is_single:
            return self._unless_hidden(_keys(values, strength), values, scale)
        # A line by itself is always seen; without a sign it has neither's colour.
        keys = _keys(values, np.full_like(strength, LEVELS - 1))
        keys[~(np.abs(values.ravel()) > 0)] = NEUTRAL
        return keys

    def _attached(self, lit: Selection) -> list[tuple[int, _Part]]:
        """The gaps, and the part of each one's lines, that touch what is lit."""
        if self._layout is None or not self._shown.values:
            return []
        if isinstance(lit, Connection):
            return self._between(lit.layer - 1, lit.to, lit.origin)
        if isinstance(lit, Neuron):
            before = self._between(lit.layer - 1, lit.index, None)
            return before + self._between(lit.layer, None, lit.index)
        return []

    def _between(self, gap: int, to: int | None, origin: int | None) -> list[tuple[int, _Part]]:
        """The lines of a gap to one neuron, from one or between two, where they are shown."""
        if self._layout is None or not self._shown.has(gap):
            return []
        layers = self._layout.layers
        rows, columns = _one(layers[gap + 1], to), _one(layers[gap], origin)
        return [] if rows is None or columns is None else [(gap, (rows, columns))]

    def paint(self, painter: QPainter, clip: QRect, is_whole: bool = False) -> None:
        """Draw the lines, and over them those that are lit.

        Of the weak lines what is finished is drawn, as a picture; where it ``is_whole``, they
        are drawn now, one by one.
        """
        painter.setOpacity(RECEDED if self._lit else 1.0)
        if is_whole:
            draw(painter, clip, self._weak, self._pens, is_fine=True, camera=self._camera)
        else:
            self._rest.paint(painter, self._camera)
        draw(painter, clip, self._strokes, self._pens, is_fine=True, camera=self._camera)
        painter.setOpacity(1.0)
        draw(painter, clip, self._fan, self._pens, is_fine=True, camera=self._camera)
        for offset in BOLD_OFFSETS if len(self._bold) else ():
            painter.translate(QPointF(0, offset))
            draw(painter, clip, self._bold, self._pens, is_fine=True, camera=self._camera)
            painter.translate(QPointF(0, -offset))

    @property
    def is_complete(self) -> bool:
        """Whether every line is in the picture."""
        return not self._rest.is_growing

    def go_on(self) -> None:
        """Draw another piece of the weak lines."""
        self._rest.grow(self._pens)


_Part = tuple[slice, slice]


def _gaps_beside(lit: Selection) -> tuple[int, ...]:
    if isinstance(lit, Neuron):
        return lit.layer - 1, lit.layer
    return () if lit is None else (lit.layer - 1,)


def _one(layer: LayerLayout, index: int | None) -> slice | None:
    """Where one neuron's lines are among those shown: all for None; None where it is hidden."""
    if index is None:
        return slice(None)
    place = layer.place(index)
    return None if place is None else slice(place, place + 1)


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
