"""The legend of the network picture: what colour means, and on which scale."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter

from visualiser.network_view.layout import NetworkLayout
from visualiser.number_format import count, plain
from visualiser.theme import Theme

_BAR, _SHORT_BAR = 96.0, 56.0
# A picture narrower than this has the short bars.
_NARROW = 800.0
_THICKNESS = 6.0


def paint_legend(painter: QPainter, theme: Theme, layout: NetworkLayout) -> None:
    """Draw the bars of W and of a at the lower left."""
    x, y = 36.0, layout.height - 34
    width = _SHORT_BAR if layout.width < _NARROW else _BAR
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    _paint_bar(
        painter,
        QRectF(x, y, width, _THICKNESS),
        [theme.colour(c) for c in ("negative", "ground", "positive")],
    )
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "−", Qt.AlignmentFlag.AlignLeft)
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "W", Qt.AlignmentFlag.AlignHCenter)
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "+", Qt.AlignmentFlag.AlignRight)
    x += width + 22
    _paint_bar(painter, QRectF(x, y, width, _THICKNESS), [theme.colour("off"), theme.colour("on")])
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "0", Qt.AlignmentFlag.AlignLeft)
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "a", Qt.AlignmentFlag.AlignHCenter)
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "1", Qt.AlignmentFlag.AlignRight)


def paint_gap_notes(
    painter: QPainter, theme: Theme, layout: NetworkLayout, scales: tuple[float, ...]
) -> None:
    """Under each gap: how many connections cross it, and from which |W| on colour is full."""
    translate = QCoreApplication.translate
    metrics = painter.fontMetrics()
    for gap in range(len(layout.layers) - 1):
        left, right = layout.layers[gap], layout.layers[gap + 1]
        here, there = len(left.centres), len(right.centres)
        x = (float(left.exits[:, 0].max()) + float(right.centres[:, 0].min())) / 2
        room = float(right.centres[:, 0].min() - left.exits[:, 0].max()) - 12
        long = translate("Legend", "{before} · {after} = {count} connections").format(
            before=count(here), after=count(there), count=count(here * there)
        )
        short = translate("Legend", "{before} · {after} = {count}").format(
            before=count(here), after=count(there), count=count(here * there)
        )
        choices = (long, short, count(here * there))
        text = next(c for c in choices if c == choices[-1] or _fits(metrics, c, room))
        y = layout.height - 50
        painter.setPen(theme.colour("secondary"))
        box = QRectF(x - room, y, 2 * room, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if scales:
            text = translate("Legend", "full colour at |W| ≥ {scale}").format(
                scale=plain(scales[gap])
            )
            if not _fits(metrics, text, room):
                text = translate("Legend", "|W| ≥ {scale}").format(scale=plain(scales[gap]))
            painter.drawText(box.translated(0, 18), Qt.AlignmentFlag.AlignCenter, text)


def _fits(metrics: QFontMetrics, text: str, room: float) -> bool:
    return metrics.horizontalAdvance(text) <= room


def _paint_bar(painter: QPainter, box: QRectF, colours: list[QColor]) -> None:
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    for index, colour in enumerate(colours):
        gradient.setColorAt(index / (len(colours) - 1), colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(box, 3, 3)


def _paint_text(
    painter: QPainter, theme: Theme, box: QRectF, text: str, side: Qt.AlignmentFlag
) -> None:
    painter.setPen(theme.colour("secondary"))
    painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, text)
