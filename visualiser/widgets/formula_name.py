"""FormulaName: a letter with what stands below and above it, as formulas are set."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from visualiser.selection import Connection, Neuron
from visualiser.widgets.labels import SERIF

# Sizes of the letter and of the small figures, as shares of the text's; how far the small
# ones are moved down and up, as a share of the letter's height.
_LETTER, _SMALL, _DOWN, _UP = 1.2, 0.77, 0.45, 0.6
# By so many pixels all of it stands higher, as the small figures reach further down than up.
_RAISED = 1.5


@dataclass(frozen=True)
class FormulaName:
    """A letter of a formula with a subscript and, straight above it, a superscript.

    Attributes
    ----------
    letter, below, above : str
    """

    letter: str
    below: str
    above: str

    @staticmethod
    def of(part: Connection | Neuron) -> FormulaName:
        """W_jk^(L) of a connection to j of layer L from k, B_j^(L) of a neuron."""
        if isinstance(part, Connection):
            return FormulaName("W", f"{part.to},{part.origin}", f"({part.layer})")
        return FormulaName("B", str(part.index), f"({part.layer})")

    @property
    def text(self) -> str:
        """The name in a line of plain text: W_3,12^(1)."""
        return f"{self.letter}_{self.below}^{self.above}"

    def width(self, font: QFont) -> float:
        """How many pixels wide it is beside text of that font."""
        letter, small = _fonts(font)
        widths = (QFontMetricsF(small).horizontalAdvance(text) for text in (self.below, self.above))
        return QFontMetricsF(letter).horizontalAdvance(self.letter) + 1 + max(widths)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw it at the left of a box, in the painter's pen, beside text of its font."""
        letter, small = _fonts(painter.font())
        metrics = QFontMetricsF(letter)
        height = metrics.capHeight()
        base = QPointF(box.left(), box.center().y() + height / 2 - _RAISED)
        painter.setFont(letter)
        painter.drawText(base, self.letter)
        beside = base + QPointF(metrics.horizontalAdvance(self.letter) + 1, 0)
        painter.setFont(small)
        painter.drawText(beside + QPointF(0, _DOWN * height), self.below)
        painter.drawText(beside - QPointF(0, _UP * height), self.above)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    letter, small = QFont(font), QFont(font)
    letter.setFamilies([family.strip(" '") for family in SERIF.split(",")])
    letter.setItalic(True)
    letter.setPixelSize(round(_LETTER * font.pixelSize()))
    small.setPixelSize(round(_SMALL * font.pixelSize()))
    return letter, small
