"""PlotBox: what the mouse does in the plot: zoom into a rectangle, move along, turn the wheel."""

from __future__ import annotations

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseDragEvent
from PySide6.QtCore import QPointF, QRectF, Qt

from visualiser.theme import Theme

# Pixels: what is drawn flatter than this is meant for the other axis alone, and what is
# smaller both ways for none.
_FLAT = 6


class PlotBox(pg.ViewBox):  # type: ignore[misc] # pyqtgraph has no types
    """The box of a plot, without pyqtgraph's own menu.

    Dragging draws a rectangle, which is then shown alone; one that is flat chooses steps only,
    and a narrow one costs only. With Shift, with the middle button or over an axis it moves what
    is seen. The wheel zooms about the pointer; over an axis, along that one only.
    """

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self._is_moving = False

    def set_theme(self, theme: Theme) -> None:
        """Draw the rectangle in these colours."""
        self.rbScaleBox.setPen(pg.mkPen(theme.accent))
        self.rbScaleBox.setBrush(pg.mkBrush(theme.colour("accent", 0.15)))

    def mouseDragEvent(self, event: MouseDragEvent, axis: int | None = None) -> None:
        """Zoom into a rectangle, or move what is seen."""
        buttons = Qt.MouseButton
        if event.button() == buttons.RightButton:
            # It opens the menu.
            event.ignore()
            return
        if event.isStart():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._is_moving = (
                axis is not None or has_shift or event.button() == buttons.MiddleButton
            )
        if self._is_moving:
            super().mouseDragEvent(event, axis)
            return
        event.accept()
        start, end = event.buttonDownPos(event.button()), event.pos()
        if event.isFinish():
            self.rbScaleBox.hide()
            self._show_rectangle(start, end)
        else:
            self.updateScaleBox(start, end)

    def _show_rectangle(self, start: QPointF, end: QPointF) -> None:
        drawn = QRectF(start, end).normalized()
        axes = [drawn.width() >= _FLAT, drawn.height() >= _FLAT]
        if not any(axes):
            return
        seen = self.childGroup.mapRectFromParent(drawn & self.boundingRect())
        self.setRange(
            xRange=(seen.left(), seen.right()) if axes[0] else None,
            yRange=(seen.top(), seen.bottom()) if axes[1] else None,
            padding=0,
        )
        self.sigRangeChangedManually.emit(axes)
