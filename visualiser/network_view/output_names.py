"""What an output is called, beside its circle: its number, or the name of its class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter

# Right of the circle, in pixels: where numbers and names end, and where bars begin and end.
_NUMBER_WIDTH, _NAME_WIDTH = 18.0, 56.0
_BAR, _NAMED_BAR, _BAR_END = 22.0, 60.0, 80.0
_LARGEST_NAME = 12
# Of the picture's width: what names may take.
_MOST_OF_WIDTH = 0.14


def more_for_names(names: Sequence[str], width: float) -> float:
    """How many pixels more than usual the names of outputs take in a picture of this width."""
    font = QGuiApplication.font()
    font.setPixelSize(_LARGEST_NAME)
    # As that of the answer is.
    font.setBold(True)
    metrics = QFontMetricsF(font)
    widest = max(map(metrics.horizontalAdvance, names), default=0.0)
    return max(0.0, min(widest + 2, _MOST_OF_WIDTH * width) - _NAME_WIDTH)


@dataclass(frozen=True)
class OutputNames:
    """The names of classes; none where 0, 1, 2, … are their names.

    ``more`` is what `more_for_names` says.
    """

    names: Sequence[str] = ()
    more: float = 0.0

    def paint(
        self, painter: QPainter, index: int, left: float, middle: float, height: float
    ) -> None:
        """Write what an output is called; a name that is too long is cut, and ends in …."""
        if not self.names:
            box = QRectF(left, middle - height / 2, _NUMBER_WIDTH, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index))
            return
        before = painter.font()
        font = painter.font()
        font.setPixelSize(min(font.pixelSize(), _LARGEST_NAME))
        painter.setFont(font)
        text = painter.fontMetrics().elidedText(
            self.names[index], Qt.TextElideMode.ElideRight, round(_NAME_WIDTH + self.more)
        )
        box = QRectF(left, middle - height / 2, _NAME_WIDTH + self.more, height)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side | Qt.TextFlag.TextDontClip, text)
        painter.setFont(before)

    def bar(self, left: float, middle: float, thickness: float) -> QRectF:
        """Where the bar of an output's a is: names leave less room for it."""
        start = (_NAMED_BAR if self.names else _BAR) + self.more
        end = _BAR_END + self.more
        return QRectF(left + start, middle - thickness / 2, end - start, thickness)
