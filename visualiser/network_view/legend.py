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
_THICKNESS, _BETWEEN = 6.0, 22.0
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


def legend_box(layout: NetworkLayout) -> QRectF:
    """Where the legend stands: below the input picture, or else below the outputs' bars."""
    width = 2 * _bar_width(layout) + _BETWEEN
    left = 36.0 if layout.layers[0].picture is not None else layout.width - width - 8
    return QRectF(left, layout.height - 36, width, 34)


def paint_legend(painter: QPainter, theme: Theme, layout: NetworkLayout, most: str) -> None:
    """Draw the bars of W and of a; ``most`` is written at full a."""
    box, width = legend_box(layout), _bar_width(layout)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    bar = QRectF(box.left(), box.top(), width, _THICKNESS)
    _paint_bar(painter, bar, _weight_stops(theme))
    _paint_texts(painter, theme, bar, ("−", "W", "+"))
    bar.translate(width + _BETWEEN, 0)
    _paint_bar(painter, bar, [(0.0, theme.colour("off")), (1.0, theme.colour("on"))])
    _paint_texts(painter, theme, bar, ("0", "a", most))


def paint_gap_notes(
    painter: QPainter, theme: Theme, layout: NetworkLayout, scales: tuple[float, ...]
) -> None:
    """Under each gap: how many connections cross it, and at which W colour is full."""
    painter.setPen(theme.colour("secondary"))
    metrics = painter.fontMetrics()
    for gap in range(len(layout.layers) - 1):
        left, right = layout.layers[gap], layout.layers[gap + 1]
        start, end = float(left.exits[:, 0].max()), float(right.centres[:, 0].min())
        room = end - start - 4
        box = QRectF(start, layout.height - 50, end - start, 18)
        text = _first_fitting(metrics, room, _counts(len(left.centres), len(right.centres)))
        painter.drawText(box, _IN_THE_MIDDLE, text)
        if scales:
            text = _first_fitting(metrics, room, _scale_notes(plain(scales[gap])))
            painter.drawText(box.translated(0, 18), _IN_THE_MIDDLE, text)


def _counts(here: int, there: int) -> tuple[str, ...]:
    """The number of connections, the longest way of saying it first."""
    translate = QCoreApplication.translate
    numbers = {"before": count(here), "after": count(there), "count": count(here * there)}
    return (
        translate("Legend", "{before} · {after} = {count} connections").format(**numbers),
        translate("Legend", "{before} · {after} = {count}").format(**numbers),
        numbers["count"],
    )


def _scale_notes(scale: str) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("Legend", "full colour at W = ±{scale}").format(scale=scale),
        translate("Legend", "full at ±{scale}").format(scale=scale),
        translate("Legend", "±{scale}").format(scale=scale),
    )


def _first_fitting(metrics: QFontMetrics, room: float, texts: tuple[str, ...]) -> str:
    """The first of them that there is room for, or else the last."""
    fitting = (text for text in texts if metrics.horizontalAdvance(text) <= room)
    return next(fitting, texts[-1])


def _weight_stops(theme: Theme) -> list[tuple[float, QColor]]:
    """Colours from −full to +full scale, as strong as lines of those weights are."""
    stops = []
    for step in range(-8, 9):
        opacity = abs(step / 8) ** EXPONENT
        full = theme.colour("positive" if step > 0 else "negative")
        stops.append(((step + 8) / 16, mixed(theme.colour("ground"), full, opacity)))
    return stops


def _paint_bar(painter: QPainter, box: QRectF, stops: list[tuple[float, QColor]]) -> None:
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    for place, colour in stops:
        gradient.setColorAt(place, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(box, 3, 3)


def _paint_texts(painter: QPainter, theme: Theme, bar: QRectF, texts: tuple[str, str, str]) -> None:
    """Write below a bar: at its left, in its middle, at its right."""
    painter.setPen(theme.colour("secondary"))
    sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
    for text, side in zip(texts, sides, strict=True):
        box = QRectF(bar.left(), bar.top() + 10, bar.width(), 16)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, text)


def _bar_width(layout: NetworkLayout) -> float:
    is_short = layout.width < _NARROW or layout.layers[0].picture is None
    return _SHORT_BAR if is_short else _BAR


def legend_tip() -> str:
    """What the legend has no room to say."""
    return QCoreApplication.translate(
        "Legend",
        "The colour of a line grows with |W| to the power of 1.6, up to the W that is named "
        "below its gap. Where many lines cross a gap, all of them are drawn fainter.",
    )
