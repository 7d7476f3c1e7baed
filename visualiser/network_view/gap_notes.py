"""What stands under each gap: how many connections cross it, and at which value colour is full."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from visualiser.network_view.connections import LineValues
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.legend import Legend, signed_scale
from visualiser.network_view.quantities import Quantity
from visualiser.number_format import count, plain
from visualiser.theme import Theme

# What a note leaves free between the legend and itself, and on the other side.
_CLEAR = 6.0
# At the right, for the numbers of W and B.
_TOTAL = 132.0
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


def paint_gap_notes(
    painter: QPainter,
    theme: Theme,
    layout: NetworkLayout,
    lines: LineValues,
    legend: Legend | None,
) -> None:
    """Under each gap: how many connections cross it, and at which value colour is full.

    What finds no room between the layers, or beside the legend, is left out.
    """
    painter.setPen(theme.colour("secondary"))
    metrics = painter.fontMetrics()
    for gap in range(len(layout.layers) - 1):
        left, right = layout.layers[gap], layout.layers[gap + 1]
        # As much of the gap as is seen.
        start = max(float(left.exits[:, 0].max()), 0.0)
        end = min(right.left, layout.width)
        if start >= end:
            continue
        box = QRectF(start, layout.height - 50, end - start, 18)
        counts, room = _counts(layout, gap), end - start - 4
        if legend is not None and start < legend.box.left() and legend.box.right() < end:
            room = 0.0  # It is seen from near, and the gap reaches beyond the legend.
        elif legend is not None and start < legend.box.right() and legend.box.left() < end:
            room = min(room, _room_beside(legend, box.center().x()))
        room = min(room, 2 * (layout.width - _TOTAL - box.center().x()))
        text = _first_fitting(metrics, room, (*counts, ""))
        painter.drawText(box, _IN_THE_MIDDLE, text)
        if legend is not None and lines.has(gap) and layout.has_lines:
            notes = _scale_notes(lines, gap, legend.quantity)
            room = min(room - 4, _room_beside(legend, box.center().x()))
            text = _first_fitting(metrics, room, (*notes, ""))
            painter.drawText(box.translated(0, 18), _IN_THE_MIDDLE, text)


def _room_beside(legend: Legend | None, middle: float) -> float:
    """How wide a text around ``middle`` may be without touching the legend."""
    if legend is None:
        return math.inf
    box = legend.box
    if box.contains(middle, box.center().y()):
        return 0.0
    reach = middle - box.right() if middle > box.right() else box.left() - middle
    return 2 * (reach - _CLEAR)


def _counts(layout: NetworkLayout, gap: int) -> tuple[str, ...]:
    """The number of connections, the longest way of saying it first."""
    translate = QCoreApplication.translate
    left, right = layout.layers[gap], layout.layers[gap + 1]
    here, there = len(left.centres), len(right.centres)
    drawn = len(left.shown) * len(right.shown)
    numbers = {
        "before": count(here),
        "after": count(there),
        "count": count(here * there),
        "drawn": count(drawn),
    }
    if layout.has_lines and drawn < here * there:
        return (
            translate("Legend", "{before} · {after} = {count}, {drawn} drawn").format(**numbers),
            translate("Legend", "{count}, {drawn} drawn").format(**numbers),
            numbers["count"],
        )
    return (
        translate("Legend", "{before} · {after} = {count} connections").format(**numbers),
        translate("Legend", "{before} · {after} = {count}").format(**numbers),
        numbers["count"],
    )


def _scale_notes(lines: LineValues, gap: int, quantity: Quantity) -> tuple[str, ...]:
    """At which value colour is full, the longest way of saying it first."""
    translate = QCoreApplication.translate
    values = lines.values[gap]
    if values is None or not values.any():
        return (
            translate("Legend", "all {symbol} are 0").format(symbol=quantity.symbol),
            translate("Legend", "all are 0"),
        )
    names = {
        "symbol": quantity.symbol,
        "scale": signed_scale(plain(lines.scales[gap]), quantity),
    }
    return (
        translate("Legend", "full colour at {symbol} = {scale}").format(**names),
        translate("Legend", "full at {symbol} = {scale}").format(**names),
        translate("Legend", "full at {scale}").format(**names),
        names["scale"],
    )


def _first_fitting(metrics: QFontMetrics, room: float, texts: tuple[str, ...]) -> str:
    """The first of them that there is room for, or else the last."""
    fitting = (text for text in texts if metrics.horizontalAdvance(text) <= room)
    return next(fitting, texts[-1])
