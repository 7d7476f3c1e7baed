"""The marks of the legend: each line of the plot in small, with a name beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from visualiser.cost_plot.lines import LineKind
from visualiser.theme import Theme, mixed

# Pixels of a mark, and between it and its name.
MARK, GAP = 11, 3
_DOT, _SQUARE, _HALF, _SHORT = 3.0, 5.2, 6.0, 5.0


@dataclass(frozen=True)
class LegendMark:
    """What the mark of a line looks like.

    Attributes
    ----------
    kind : LineKind
    is_line : bool
        Whether many results are drawn as a line.
    strength : float
        In parts of 1, how strongly it is drawn.
    """

    kind: LineKind
    is_line: bool = False
    strength: float = 1.0


def paint_entry(
    painter: QPainter,
    box: QRectF,
    mark: LegendMark,
    text: str,
    theme: Theme,
    *,
    is_shown: bool = True,
) -> None:
    """Draw the mark of a line, and beside it a name, struck out where the line is hidden.

    Parameters
    ----------
    box : QRectF
        Its room.
    """
    full = QColor(getattr(theme, mark.kind.colour))
    colour = mixed(QColor(theme.panel), full, mark.strength) if is_shown else QColor(theme.faint)
    place = QRectF(box.left(), box.top(), MARK, box.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.kind.mark in "◇□":
        _paint_share(painter, place, colour, is_turned=mark.kind.mark == "◇")
    elif mark.kind.mark in "│╵":
        _paint_upright(painter, place, colour, is_short=mark.kind.mark == "╵")
    elif mark.kind.mark == "●" and not mark.is_line:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(place.center(), _DOT, _DOT)
    else:
        _paint_line(painter, place, colour, mark.kind.mark)
    font = QFont(painter.font())
    font.setStrikeOut(not is_shown)
    painter.setFont(font)
    painter.setPen(QColor(theme.secondary))
    room = box.adjusted(MARK + GAP, 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)


def _paint_line(painter: QPainter, place: QRectF, colour: QColor, mark: str) -> None:
    style = Qt.PenStyle.DotLine if mark == "┄" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour, 2.0 if mark == "━" else 1.5, style))
    middle = place.center().y()
    painter.drawLine(QPointF(place.left(), middle), QPointF(place.right(), middle))


def _paint_share(painter: QPainter, place: QRectF, colour: QColor, is_turned: bool) -> None:
    middle = place.center()
    painter.setPen(QPen(colour, 1.2))
    side = (_SQUARE + 1) / 2
    painter.drawLine(QPointF(place.left(), middle.y()), middle - QPointF(side, 0))
    painter.drawLine(middle + QPointF(side, 0), QPointF(place.right(), middle.y()))
    painter.save()
    painter.translate(middle)
    painter.rotate(45 if is_turned else 0)
    painter.drawRect(QRectF(-_SQUARE / 2, -_SQUARE / 2, _SQUARE, _SQUARE))
    painter.restore()


def _paint_upright(painter: QPainter, place: QRectF, colour: QColor, is_short: bool) -> None:
    painter.setPen(QPen(colour, 1.5))
    top = place.center() - QPointF(0, _HALF)
    painter.drawLine(top, top + QPointF(0, _SHORT if is_short else 2 * _HALF))
