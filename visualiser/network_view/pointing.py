"""Pointing: what the mouse does in the network's picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from visualiser.network_view.drawing import Drawing
from visualiser.network_view.places import connection_at, neuron_at
from visualiser.selection import Selection

# The wheel's unit is an eighth of a degree; a notch of 15° makes a picture 1.2 times as large.
_ZOOM_PER_UNIT = 1.2 ** (1 / 120)


class Pointing(QObject):
    """Turns what the mouse does into wishes.

    Signals
    -------
    hovered (Neuron, Connection or None)
        The pointer is on something else than before, or moves along a connection.
    chosen (Neuron, Connection or None)
        By a click.
    pinned (Neuron, Connection or None)
        By a click with Ctrl.
    looked (Camera)
        By the wheel, or by dragging.
    taken_back (Marks)
        What the first click of a double click did is to be undone: it was like this before.
    fit_asked
        By a double click.
    """

    hovered = Signal(object)
    chosen = Signal(object)
    pinned = Signal(object)
    looked = Signal(object)
    taken_back = Signal(object)
    fit_asked = Signal()

    def __init__(self, drawing: Drawing, parent: QObject) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._pressed_at: QPointF | None = None
        self._dragged_to: QPointF | None = None
        # Before the newest click, and after it.
        self._before = self._after = drawing.marks
        self.place = QPoint()

    @property
    def is_dragging(self) -> bool:
        """Whether the picture is being moved."""
        return self._dragged_to is not None

    def press(self, event: QMouseEvent) -> None:
        """A button goes down: the beginning of a click, or of dragging."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves."""
        self.place = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            # It went up where nobody told so.
            self._pressed_at = self._dragged_to = None
        if self._pressed_at is None or self._drawing.camera.is_fitted:
            self.hovered.emit(self.under(event.position()))
            return
        if not self.is_dragging:
            way = (event.position() - self._pressed_at).manhattanLength()
            if way < QApplication.startDragDistance():
                return
            self._dragged_to = self._pressed_at
        step = event.position() - (self._dragged_to or event.position())
        self._dragged_to = event.position()
        self.looked.emit(self._drawing.camera.panned(step.x(), step.y()))

    def release(self, event: QMouseEvent) -> None:
        """A button goes up: a click, unless the picture was dragged."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        place, was_dragging = self._pressed_at, self.is_dragging
        self._pressed_at = self._dragged_to = None
        if was_dragging:
            return
        self._before = self._drawing.marks
        found = self.under(place)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pinned.emit(found)
        else:
            self.chosen.emit(found)
        self._after = self._drawing.marks

    def double_click(self, event: QMouseEvent) -> None:
        """Fit; what is marked stays as it was before the first click."""
        if event.button() == Qt.MouseButton.LeftButton:
            # Unless it has been changed since in another way.
            if replace(self._after, hovered=None) == replace(self._drawing.marks, hovered=None):
                self.taken_back.emit(self._before)
            self.fit_asked.emit()

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        self.zoom(_ZOOM_PER_UNIT**turned, event.position())
        event.accept()

    def zoom(self, factor: float, about: QPointF) -> None:
        """See the picture so many times as large as now, about a point."""
        self.looked.emit(self._drawing.camera.zoomed(factor, about.x(), about.y()))

    def under(self, point: QPointF) -> Selection:
        """What is at a point."""
        layout = self._drawing.layout
        if layout is None:
            return None
        x, y = point.x(), point.y()
        neuron = neuron_at(layout, x, y)
        if neuron is not None:
            return neuron
        found = connection_at(layout, x, y)
        # There is nothing where a phase of a step has no lines.
        return found if found is None or self._drawing.has_line(found) else None
