"""The legend of the network picture: what colour means, and on which scale."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter

from visualiser.network_view.colours import EXPONENT
from visualiser.network_view.layout import NetworkLayout
from visualiser.number_format import count, plain
from visualiser.theme import Theme, mixed

_BAR, _SHORT_BAR = 96.0, 56.0
# A picture narrower than this has the short bars.
_NARROW = 800.0
_THICKNESS = 6.0


def paint_legend(painter: QPainter, theme: Theme, layout: NetworkLayout, most: str) -> None:
    """Draw the bars of W and of a at the lower left; ``most`` is written at full a."""
    x, y = 36.0, layout.height - 34
    width = _SHORT_BAR if layout.width < _NARROW else _BAR
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    _paint_bar(
        painter,
        QRectF(x, y, width, _THICKNESS),
        _weight_stops(theme),
    )
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "−", Qt.AlignmentFlag.AlignLeft)
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "W", Qt.AlignmentFlag.AlignHCenter)
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "+", Qt.AlignmentFlag.AlignRight)
    x += width + 22
    _paint_bar(
        painter,
        QRectF(x, y, width, _THICKNESS),
        [(0.0, theme.colour("off")), (1.0, theme.colour("on"))],
    )
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "0", Qt.AlignmentFlag.AlignLeft)
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), "a", Qt.AlignmentFlag.AlignHCenter)
    _paint_text(painter, theme, QRectF(x, y + 10, width, 16), most, Qt.AlignmentFlag.AlignRight)


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
            text = translate("Legend", "full colour at W = ±{scale}")
            if not _fits(metrics, text, room):
                text = translate("Legend", "full at ±{scale}")
            text = text.format(scale=plain(scales[gap]))
            painter.drawText(box.translated(0, 18), Qt.AlignmentFlag.AlignCenter, text)


def _weight_stops(theme: Theme) -> list[tuple[float, QColor]]:
    """Colours from −full to +full scale, as strong as lines of those weights are."""
    stops = []
    for step in range(-8, 9):
        opacity = abs(step / 8) ** EXPONENT
        full = theme.colour("positive" if step > 0 else "negative")
        stops.append(((step + 8) / 16, mixed(theme.colour("ground"), full, opacity)))
    return stops


def _fits(metrics: QFontMetrics, text: str, room: float) -> bool:
    return metrics.horizontalAdvance(text) <= room


def _paint_bar(painter: QPainter, box: QRectF, stops: list[tuple[float, QColor]]) -> None:
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    for place, colour in stops:
        gradient.setColorAt(place, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(box, 3, 3)


def _paint_text(
    painter: QPainter, theme: Theme, box: QRectF, text: str, side: Qt.AlignmentFlag
) -> None:
    painter.setPen(theme.colour("secondary"))
    painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, text)


def legend_box(layout: NetworkLayout) -> QRectF:
    """Where the legend stands."""
    return QRectF(30.0, layout.height - 44, 240.0, 40.0)


def legend_tip() -> str:
    """What the legend has no room to say."""
    return QCoreApplication.translate(
        "Legend",
        "The colour of a line grows with |W| to the power of 1.6, up to the W that is named "
        "below its gap. Where many lines cross a gap, all of them are drawn fainter.",
    )
