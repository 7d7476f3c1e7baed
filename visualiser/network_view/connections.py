"""Drawing connections: strongest live, the rest from a picture that is kept up in pieces.

What was measured, and why it is done this way, stands with ``python -m benchmarks window``:
lines sorted into buckets of one colour, one call of drawLines a bucket with a pointer into
an array, and a clip rectangle, without which drawing takes ten times as long.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from shiboken6 import Shiboken

from core.parameters import FloatArray
from visualiser.network_view.colours import (
    LEVELS,
    crowd_share,
    full_scale,
    levels,
    lit_levels,
    pens,
)
from visualiser.network_view.layout import NetworkLayout
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme

# Lines drawn anew, with antialiasing, in every frame; the rest comes from the picture.
LIVE_LINES = 1600
# Seconds that one piece of the picture may take.
_PIECE = 0.004
_CHUNK = 400
_LINE_BYTES = 4 * 8
# What is not attached to the selection recedes to this share.
_RECEDED = 1 / 8
# Copies of the strongest lines of a selection, as wider pens are fifty times slower.
_BOLD_LINES = 24
_BOLD_OFFSETS = (-0.8, 0.8)


@dataclass(frozen=True, eq=False)
class Strokes:
    """Lines in the order in which they are drawn, weak to strong, and their pens.

    Attributes
    ----------
    lines : ndarray, shape (n, 4), float64, C-contiguous
    keys : ndarray, shape (n,), uint8
        Index of the pen: 2 · level + is_positive; ascending.
    """

    lines: FloatArray
    keys: npt.NDArray[np.uint8]

    def part(self, start: int, end: int) -> Strokes:
        """Some of them, as views."""
        return Strokes(self.lines[start:end], self.keys[start:end])

    def __len__(self) -> int:
        return len(self.keys)


class ConnectionPainter:
    """Draws the connections of a network.

    Attributes
    ----------
    scales : tuple of float
        Per gap, the |W| from which on colour is full.
    """

    def __init__(self) -> None:
        self.scales: tuple[float, ...] = ()
        self._layout: NetworkLayout | None = None
        self._lines: FloatArray = np.empty((0, 4))
        self._pens: list[QPen] = []
        self._strokes = Strokes(self._lines, np.empty(0, np.uint8))
        self._bold = Strokes(self._lines, np.empty(0, np.uint8))
        self._rest = Picture()

    def set_layout(self, layout: NetworkLayout, ratio: float) -> None:
        """Draw in these places; ``ratio`` is the screen's device pixels per pixel."""
        self._layout = layout
        gaps = range(len(layout.layers) - 1)
        self._lines = np.concatenate([layout.lines(gap) for gap in gaps])
        self._rest.resize(QSize(int(layout.width), int(layout.height)), ratio)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._pens = pens(theme)
        self._rest.clear()

    def set_values(
        self, values: tuple[FloatArray, ...], selection: Selection, is_moving: bool
    ) -> None:
        """Draw these numbers, ``values[gap]`` of the shape of ``weights[gap]``.

        While it is moving, the picture of the weak lines catches up piece by piece; at
        rest it is begun anew, with antialiasing.
        """
        self.scales = tuple(full_scale(value) for value in values)
        keys = np.concatenate(
            [
                self._keys(gap, value, scale, selection)
                for gap, (value, scale) in enumerate(zip(values, self.scales, strict=True))
            ]
        )
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        first_drawn = int(np.searchsorted(keys, 2))
        order, keys = order[first_drawn:], keys[first_drawn:]
        weak = max(0, len(keys) - LIVE_LINES)
        self._strokes = Strokes(self._lines[order[weak:]], keys[weak:])
        self._bold = self._bold_strokes() if selection is not None else self._strokes.part(0, 0)
        if weak == 0:
            self._rest.clear()
        elif not (is_moving and self._rest.is_growing):
            strokes = Strokes(self._lines[order[:weak]], keys[:weak])
            self._rest.begin(strokes, is_fine=not is_moving)

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Draw what is finished of the weak lines, and all the strong ones."""
        self._rest.paint(painter)
        draw(painter, clip, self._strokes, self._pens, is_fine=True)
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

    def _keys(
        self, gap: int, values: FloatArray, scale: float, selection: Selection
    ) -> npt.NDArray[np.uint8]:
        share = crowd_share(values.size)
        if selection is None:
            strength = levels(values, scale, share)
        else:
            strength = levels(values, scale, share * _RECEDED)
            row, column = _attached(gap, selection)
            if row is not None:
                strength[row] = lit_levels(values[row], scale)
            if column is not None:
                strength[:, column] = lit_levels(values[:, column], scale)
            if isinstance(selection, Connection) and selection.layer == gap + 1:
                strength[selection.to, selection.origin] = LEVELS - 1
        return (strength * np.uint8(2) + (values > 0)).ravel().astype(np.uint8, copy=False)

    def _bold_strokes(self) -> Strokes:
        strong = int(np.searchsorted(self._strokes.keys, LEVELS))
        return self._strokes.part(max(strong, len(self._strokes) - _BOLD_LINES), len(self._strokes))


class Picture:
    """A picture of many weak lines, drawn piece by piece behind the one that is shown."""

    def __init__(self) -> None:
        self._shown: QImage | None = None
        self._growing: QImage | None = None
        self._strokes: Strokes | None = None
        self._done = 0
        self._is_fine = False
        self._size, self._ratio = QSize(1, 1), 1.0

    def resize(self, size: QSize, ratio: float) -> None:
        """Forget all, and draw at this size."""
        self._size, self._ratio = size, ratio
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._shown = self._growing = self._strokes = None

    def begin(self, strokes: Strokes, is_fine: bool) -> None:
        """Start drawing these; what is shown stays until they are all there."""
        self._growing = QImage(self._size * self._ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self._growing.setDevicePixelRatio(self._ratio)
        self._growing.fill(Qt.GlobalColor.transparent)
        self._strokes, self._done, self._is_fine = strokes, 0, is_fine

    @property
    def is_growing(self) -> bool:
        """Whether lines are still missing."""
        return self._growing is not None

    def grow(self, line_pens: list[QPen]) -> None:
        """Draw for a few milliseconds."""
        if self._growing is None or self._strokes is None:
            return
        painter = QPainter(self._growing)
        try:
            end = time.perf_counter() + _PIECE
            clip = QRect(0, 0, self._size.width(), self._size.height())
            while self._done < len(self._strokes) and time.perf_counter() < end:
                part = self._strokes.part(self._done, self._done + _CHUNK)
                draw(painter, clip, part, line_pens, self._is_fine)
                self._done += _CHUNK
        finally:
            painter.end()
        if self._done >= len(self._strokes):
            self._shown, self._growing, self._strokes = self._growing, None, None

    def paint(self, painter: QPainter) -> None:
        """Draw the newest complete picture."""
        if self._shown is not None:
            painter.drawImage(0, 0, self._shown)


def draw(
    painter: QPainter, clip: QRect, strokes: Strokes, line_pens: list[QPen], is_fine: bool
) -> None:
    """Draw lines, weak to strong: one call a colour."""
    if not len(strokes):
        return
    # Without a clip rectangle every single line is clipped by a much slower way.
    painter.setClipRect(clip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_fine)
    keys = strokes.keys
    bounds = np.flatnonzero(np.diff(keys)) + 1
    starts = [0, *bounds.tolist(), len(keys)]
    address = strokes.lines.ctypes.data
    for start, end in itertools.pairwise(starts):
        painter.setPen(line_pens[keys[start]])
        # A pointer to the first of them: C++ takes so many lines from there.
        first = Shiboken.wrapInstance(address + start * _LINE_BYTES, QLineF)
        painter.drawLines(first, end - start)  # type: ignore[call-overload] # not in the stubs
    painter.setClipping(False)


def _attached(gap: int, selection: Neuron | Connection) -> tuple[int | None, int | None]:
    """The row and the column of a gap's weights that touch the selection."""
    if isinstance(selection, Connection):
        return None, None
    row = selection.index if selection.layer == gap + 1 else None
    column = selection.index if selection.layer == gap else None
    return row, column
