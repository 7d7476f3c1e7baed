"""What is painted as text: noted while a widget is drawn, with the room that it takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

# Of slanted and accented letters, what Qt's own measure leaves out; in pixels.
_SLACK = 2.0


@dataclass(frozen=True)
class Painted:
    """A text, and what of it does not fit."""

    text: str
    cut: str


@contextmanager
def noted() -> Iterator[list[Painted]]:
    """Note every text that is painted from Python meanwhile."""
    found: list[Painted] = []
    paint = QPainter.drawText

    def note(painter: QPainter, *arguments: Any) -> Any:
        found.append(_looked_at(painter, arguments))
        return paint(painter, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", note)
        yield found


def _looked_at(painter: QPainter, arguments: tuple[Any, ...]) -> Painted:
    text = next(one for one in arguments if isinstance(one, str))
    metrics = QFontMetricsF(painter.font(), painter.device())
    place = arguments[0]
    if isinstance(place, QRect | QRectF):
        flags = _flags(arguments[1])
        box, needed = QRectF(place), metrics.boundingRect(QRectF(place), flags, text)
        if flags & Qt.TextFlag.TextDontClip.value:
            return Painted(text, _out_of_widget(painter, needed, text))
        return Painted(text, _out_of_box(needed, box, text))
    x, y = (place.x(), place.y()) if isinstance(place, QPoint | QPointF) else arguments[:2]
    tall = metrics.ascent() - metrics.descent()
    shape = QRectF(x, y - tall, metrics.horizontalAdvance(text), tall)
    return Painted(text, _out_of_widget(painter, shape, text))


def _flags(given: Any) -> int:
    """As a number; an option for texts stands for none."""
    number = getattr(given, "value", given)
    return number if isinstance(number, int) else 0


def _out_of_box(needed: QRectF, box: QRectF, text: str) -> str:
    """What is wrong with a text that is painted into a box."""
    too_wide = needed.width() > box.width() + _SLACK
    too_tall = needed.height() > box.height() + 2 * _SLACK
    return f"{text!r} needs {needed.size()} in {box}" if too_wide or too_tall else ""


def _out_of_widget(painter: QPainter, shape: QRectF, text: str) -> str:
    """What is wrong with a text that is painted where nothing but the widget cuts it off."""
    device = painter.device()
    if not isinstance(device, QWidget):
        return ""
    seen = painter.worldTransform().mapRect(shape)
    room = QRectF(device.rect()).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    # What is wholly outside was never to be seen: a network that is zoomed into, for instance.
    is_cut = seen.intersects(room) and not room.contains(seen)
    return f"{text!r} at {seen} in {type(device).__name__} of {device.size()}" if is_cut else ""
