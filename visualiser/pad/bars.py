"""OutputBars: what each output answers, as a bar and a number."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualiser.number_format import fixed
from visualiser.theme import DARK, Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import tabular

_ROW, _THICKNESS, _BETWEEN = 20, 6.0, 8
_MOST_ROWS = 10
# Of the width, at the most, for the names of classes.
_NAMES = 0.4


# Behind the answer's name, by its bar's colour: not by that alone.
_MARKS = {"right": "✓", "negative": "✗"}


class OutputBars(QWidget):
    """Ten rows at the most: the name of a class, its output's a as a bar, and the number.

    Where there are more classes, those with the largest a are shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._rows: tuple[tuple[str, float, str], ...] = ()
        self._is_signed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Outputs"))
        self.setToolTip(self.tr("a of each output: the largest is what the drawing is read as."))

    @property
    def rows(self) -> tuple[tuple[str, float], ...]:
        """The names that are shown, and a of each."""
        return tuple((name, a) for name, a, _ in self._rows)

    def sizeHint(self) -> QSize:
        """Return the room for its rows."""
        return QSize(200, max(1, len(self._rows)) * _ROW)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_run(self, description: RunDescription) -> None:
        """Name the classes of this run, and show no a."""
        names = map(description.class_name, range(min(description.sizes[-1], _MOST_ROWS)))
        self._rows = tuple((name, math.nan, "faint") for name in names)
        self.updateGeometry()
        self.clear()

    def clear(self) -> None:
        """Show no a, but keep the room."""
        self._rows = tuple((name, math.nan, "faint") for name, _, _ in self._rows)
        self.setAccessibleDescription("")
        self.update()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the outputs answer."""
        outputs = snapshot.activations[-1]
        label, answer = snapshot.progress.example.label, snapshot.answer
        largest = np.argsort(-outputs, kind="stable")[:_MOST_ROWS]
        self._rows = tuple(
            (
                snapshot.description.class_name(index),
                float(outputs[index]),
                _colour(index, answer, label),
            )
            for index in sorted(largest.tolist())
        )
        self._is_signed = bool((outputs < 0).any())
        template = self.tr("{name}: {a}")
        texts = (template.format(name=name, a=fixed(a)) for name, a, _ in self._rows)
        self.setAccessibleDescription("; ".join(texts))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint row by row."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(tabular(painter.font()))
            metrics = painter.fontMetrics()
            widest = max((self._needed(row, painter.font()) for row in self._rows), default=0)
            left = min(widest, self.width() * _NAMES) + _BETWEEN
            right = metrics.horizontalAdvance(fixed(-0.5)) + _BETWEEN
            for place, row in enumerate(self._rows):
                box = QRectF(0, place * _ROW, self.width(), _ROW)
                self._paint_row(painter, box, row, left, right)
        finally:
            painter.end()

    @staticmethod
    def _needed(row: tuple[str, float, str], font: QFont) -> int:
        name, _, colour = row
        bold = QFont(font)
        bold.setBold(colour != "faint")
        return QFontMetrics(bold).horizontalAdvance(_marked(name, colour))

    def _paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: tuple[str, float, str],
        left: float,
        right: float,
    ) -> None:
        name, a, colour = row
        is_answer = colour != "faint"
        font = painter.font()
        font.setBold(is_answer)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if is_answer else "secondary"))
        names = QRectF(box.left(), box.top(), left - _BETWEEN, box.height())
        elided = painter.fontMetrics().elidedText(
            _marked(name, colour), Qt.TextElideMode.ElideRight, math.ceil(names.width()) + 1
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(names, Qt.AlignmentFlag.AlignLeft | middle, elided)
        if math.isfinite(a):
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, fixed(a))
        bar = QRectF(
            box.left() + left,
            box.center().y() - _THICKNESS / 2,
            box.width() - left - right,
            _THICKNESS,
        )
        self._paint_bar(painter, bar, a, colour)

    def _paint_bar(self, painter: QPainter, box: QRectF, a: float, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hairline"))
        painter.drawRoundedRect(box, 3, 3)
        share = min(max(a, -1.0), 1.0) if math.isfinite(a) else 0.0
        zero, room = box.left(), box.width()
        if self._is_signed:
            zero, room = box.center().x(), box.width() / 2
        if share:
            length = max(1.5, abs(share) * room)
            start = zero if share > 0 else zero - length
            painter.setBrush(self._theme.colour(colour))
            painter.drawRoundedRect(QRectF(start, box.top(), length, box.height()), 3, 3)


def _marked(name: str, colour: str) -> str:
    """A name, with what says whether it is right where that is known."""
    mark = _MARKS.get(colour)
    return name if mark is None else f"{name}\u00a0{mark}"


def _colour(index: int, answer: int, label: int | None) -> str:
    """Of a row: that of the answer says whether it is right, where that is known."""
    if index != answer:
        return "faint"
    if label is None:
        return "text"
    return "right" if label == answer else "negative"
