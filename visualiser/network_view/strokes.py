"""Many lines at once, and a picture of them that grows piece by piece."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QTransform
from shiboken6 import Shiboken

from core.parameters import FloatArray

# Seconds that one piece of the picture may take.
_PIECE = 0.003
_CHUNK = 400
_LINE_BYTES = 4 * 8


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


class Picture:
    """A picture of many weak lines, drawn piece by piece behind the one that is shown."""

    def __init__(self) -> None:
        self._shown: QImage | None = None
        self._growing: QImage | None = None
        self._strokes: Strokes | None = None
        self._pieces: Iterator[tuple[int, int]] = iter(())
        self._is_fine = False
        self._size, self._ratio = QSize(1, 1), 1.0
        # Where the growing picture is drawn from, and where the shown one was.
        self._camera, self._shown_camera = QTransform(), QTransform()

    def resize(self, size: QSize, ratio: float) -> None:
        """Forget all, and draw at this size."""
        self._size, self._ratio = size, ratio
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._shown = self._growing = self._strokes = None

    def begin(self, strokes: Strokes, is_fine: bool, camera: QTransform) -> None:
        """Start drawing these; what is shown stays until they are all there."""
        self._camera = camera
        self._growing = QImage(self._size * self._ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self._growing.setDevicePixelRatio(self._ratio)
        self._growing.fill(Qt.GlobalColor.transparent)
        self._strokes, self._is_fine = strokes, is_fine
        self._pieces = iter(_pieces(strokes.keys))

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
            while time.perf_counter() < end:
                piece = next(self._pieces, None)
                if piece is None:
                    self._shown, self._shown_camera = self._growing, self._camera
                    break
                part = self._strokes.part(*piece)
                draw(painter, clip, part, line_pens, self._is_fine, self._camera)
        finally:
            painter.end()
        if self._shown is self._growing:
            self._growing = self._strokes = None

    def paint(self, painter: QPainter, camera: QTransform) -> None:
        """Draw the newest complete picture; one seen from elsewhere is moved and stretched."""
        if self._shown is None:
            return
        painter.save()
        if camera != self._shown_camera:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
            painter.setTransform(self._shown_camera.inverted()[0] * camera, True)
        painter.drawImage(0, 0, self._shown)
        painter.restore()


def _pieces(keys: npt.NDArray[np.uint8]) -> list[tuple[int, int]]:
    """Where pieces of one colour begin and end, in the order in which they are drawn.

    Weak before strong. Equally strong lines of both signs take turns, or the last colour
    would hide the other where many lines lie over each other.
    """
    pieces: list[tuple[int, int]] = []
    bounds = np.searchsorted(keys, np.arange(0, 256 + 1, 1)).tolist()
    for level in range(0, 256, 2):
        runs = [
            [(start, min(start + _CHUNK, end)) for start in range(begin, end, _CHUNK)]
            for begin, end in itertools.pairwise(bounds[level : level + 3])
        ]
        for turn, pair in enumerate(itertools.zip_longest(*runs)):
            pieces += [piece for piece in (pair if turn % 2 else pair[::-1]) if piece]
    return pieces


def draw(
    painter: QPainter,
    clip: QRect,
    strokes: Strokes,
    line_pens: list[QPen],
    is_fine: bool,
    camera: QTransform | None = None,
) -> None:
    """Draw lines, weak to strong: one call a colour. The camera moves them, and no pen."""
    if not len(strokes):
        return
    painter.save()
    # Without a clip rectangle every single line is clipped by a much slower way.
    painter.setClipRect(clip)
    if camera is not None:
        painter.setTransform(camera, True)
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
    painter.restore()
