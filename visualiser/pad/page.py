"""Page: what was drawn, stroke by stroke, so that each can be undone; and its ink."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.drawing import SIDE
from core.parameters import FloatArray

# Pixels of the page for one of the drawing: strokes are smooth on a large screen as well.
_FINE = 4
_PIXELS = SIDE * _FINE
Grey = npt.NDArray[np.uint8]


@dataclass
class _Stroke:
    """Points with the pen's width at each, in pixels of the drawing."""

    erases: bool
    points: list[tuple[QPointF, float]] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class _Picture:
    """A picture that takes the place of all that was drawn before it."""

    ink: Grey


_Mark = _Stroke | _Picture


@dataclass(frozen=True, eq=False)
class Marks:
    """What a page is made of, from the oldest mark to the newest.

    Attributes
    ----------
    made, undone : tuple
        Those that are on the page, and those that were taken back.
    """

    made: tuple[_Mark, ...]
    undone: tuple[_Mark, ...]


class Page:
    """A square page of 112×112 pixels, drawn four times as fine.

    Places and widths are in pixels of the drawing, from its upper left corner.
    """

    def __init__(self) -> None:
        self._marks: list[_Mark] = []
        self._undone: list[_Mark] = []
        self._image = QImage(_PIXELS, _PIXELS, QImage.Format.Format_Grayscale8)
        self._image.fill(0)
        self._ink: FloatArray | None = None

    # ---------------------------------------------------------------- what is on it

    @property
    def ink(self) -> FloatArray:
        """Shape (112, 112), 1 where there is ink; not to be written to."""
        if self._ink is None:
            blocks = self.fine.reshape(SIDE, _FINE, SIDE, _FINE)
            self._ink = blocks.mean(axis=(1, 3), dtype=np.float32) / np.float32(255)
        return self._ink

    @property
    def fine(self) -> Grey:
        """Shape (448, 448), 255 where there is ink; a view, for as long as nothing is drawn."""
        return np.frombuffer(self._image.constBits(), np.uint8).reshape(_PIXELS, _PIXELS)

    @property
    def is_blank(self) -> bool:
        """Whether there is no ink."""
        return not self.ink.any()

    @property
    def can_undo(self) -> bool:
        """Whether there is a mark to take back."""
        return bool(self._marks)

    @property
    def can_redo(self) -> bool:
        """Whether a mark was taken back, and nothing was drawn since."""
        return bool(self._undone)

    @property
    def marks(self) -> Marks:
        """All that was drawn, for `take_up`."""
        return Marks(tuple(self._marks), tuple(self._undone))

    @property
    def newest_picture(self) -> object:
        """The picture that was put last, where nothing was drawn since; else None."""
        newest = self._marks[-1] if self._marks else None
        return newest if isinstance(newest, _Picture) else None

    # ---------------------------------------------------------------- drawing

    def begin(self, place: QPointF, width: float, erases: bool = False) -> None:
        """Put the pen, or the eraser, down."""
        self._add(_Stroke(erases, [(place, width)]))

    def extend(self, place: QPointF, width: float) -> None:
        """Move it on; nothing happens where it was not put down."""
        stroke = self._marks[-1] if self._marks else None
        if isinstance(stroke, _Stroke):
            stroke.points.append((place, width))
            self._paint(stroke, len(stroke.points) - 2)

    def put(self, ink: npt.ArrayLike) -> None:
        """Replace all by a picture of ink, shape (112, 112): bytes, or floats from 0 to 1."""
        self._add(_Picture(_fine(ink)))

    def put_instead(self, ink: npt.ArrayLike) -> None:
        """Replace the picture that was put last by another."""
        if self.newest_picture is not None:
            self._marks.pop()
        self.put(ink)

    def clear(self) -> None:
        """Take a new page; undoing brings the old one back."""
        if not self.is_blank:
            self._add(_Picture(np.zeros((_PIXELS, _PIXELS), np.uint8)))

    def undo(self) -> None:
        """Take the newest mark back."""
        if self._marks:
            self._undone.append(self._marks.pop())
            self._paint_all()

    def redo(self) -> None:
        """Make the mark again that was taken back last."""
        if self._undone:
            self._marks.append(self._undone.pop())
            self._paint_all()

    def take_up(self, marks: Marks) -> None:
        """Have on this page what was drawn on another."""
        self._marks, self._undone = list(marks.made), list(marks.undone)
        self._paint_all()

    def _add(self, mark: _Mark) -> None:
        self._marks.append(mark)
        self._undone.clear()
        self._paint(mark)

    # ---------------------------------------------------------------- painting

    def _paint_all(self) -> None:
        self._image.fill(0)
        self._ink = None
        places = [i for i, mark in enumerate(self._marks) if isinstance(mark, _Picture)]
        for mark in self._marks[places[-1] if places else 0 :]:
            self._paint(mark)

    def _paint(self, mark: _Mark, since: int | None = None) -> None:
        self._ink = None
        painter = QPainter(self._image)
        try:
            if isinstance(mark, _Stroke):
                _paint_stroke(painter, mark, since)
            else:
                rows = QImage(
                    mark.ink.tobytes(), _PIXELS, _PIXELS, _PIXELS, QImage.Format.Format_Grayscale8
                )
                painter.drawImage(QRectF(0, 0, _PIXELS, _PIXELS), rows)
        finally:
            painter.end()


def _paint_stroke(painter: QPainter, stroke: _Stroke, since: int | None) -> None:
    """All of it, or what has come since a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINE, _FINE)
    colour = QColor(Qt.GlobalColor.black if stroke.erases else Qt.GlobalColor.white)
    if since is None:
        since = 0
        place, width = stroke.points[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(place, width / 2, width / 2)
    for (start, _), (end, width) in zip(
        stroke.points[since:], stroke.points[since + 1 :], strict=False
    ):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(start, end)


def _fine(ink: npt.ArrayLike) -> Grey:
    array = np.asarray(ink)
    if array.dtype != np.uint8:
        array = np.rint(np.clip(array, 0, 1) * 255).astype(np.uint8)
    return np.ascontiguousarray(array.repeat(_FINE, 0).repeat(_FINE, 1))
