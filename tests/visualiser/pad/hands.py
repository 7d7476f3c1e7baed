"""A hand that draws on a canvas: real mouse events along stroke paths."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.visualiser.pad.handwriting import Stroke, Way, path
from visualiser.pad.canvas import Canvas
from visualiser.pad.pad import Pad

LEFT = Qt.MouseButton.LeftButton


def canvas_of(pad: Pad) -> Canvas:
    """Where one draws."""
    found = pad.findChild(Canvas)
    assert isinstance(found, Canvas)
    return found


def draw(canvas: QWidget, way: Way) -> None:
    """Draw a digit."""
    for stroke in way:
        draw_stroke(canvas, stroke)


def draw_stroke(canvas: QWidget, stroke: Stroke) -> None:
    """Press, move through the points of the paper of 100×100, and let go."""
    places = [QPointF(x, y) * (canvas.width() / 100) for x, y in path(stroke)]
    QTest.mousePress(canvas, LEFT, pos=places[0].toPoint())
    for place in places[1:]:
        move(canvas, place)
    QTest.mouseRelease(canvas, LEFT, pos=places[-1].toPoint())


def move(canvas: QWidget, place: QPointF) -> None:
    """Move the mouse with the left button down: QTest's own moves have no button."""
    there = QPointF(canvas.mapToGlobal(QPoint(0, 0))) + place
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, place, there, Qt.MouseButton.NoButton, LEFT, none)
    QApplication.sendEvent(canvas, event)
