"""Fade: what was seen a moment ago fades over what is seen now."""

from __future__ import annotations

from PySide6.QtCore import QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from visualiser.motion import wants_less_motion
from visualiser.network_view.drawing import Drawing

# Milliseconds.
_LASTS = 180


class Fade(QVariantAnimation):
    """Lays the picture of before over a widget's, fainter and fainter."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._before = QPixmap()
        self.setDuration(_LASTS)
        self.setStartValue(1.0)
        self.setEndValue(0.0)
        self.valueChanged.connect(self._go_on)

    @property
    def is_wanted(self) -> bool:
        """Whether there is somebody to see it, who does not mind."""
        return self._widget.isVisible() and not wants_less_motion()

    @property
    def is_running(self) -> bool:
        """Whether anything of what was before is seen."""
        return self.state() == QVariantAnimation.State.Running

    def begin(self, drawing: Drawing) -> None:
        """Let what is drawn now fade."""
        self.stop()
        widget, ratio = self._widget, self._widget.devicePixelRatioF()
        self._before = QPixmap(widget.size() * ratio)
        self._before.setDevicePixelRatio(ratio)
        self._before.fill(drawing.theme.colour("ground"))
        painter = QPainter(self._before)
        painter.setFont(widget.font())
        drawing.paint(painter, widget.rect())
        painter.end()
        self.start()

    def paint(self, painter: QPainter) -> None:
        """Draw what is left of it."""
        if self.is_running:
            painter.setOpacity(self.currentValue())
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(1.0)

    @Slot(object)
    def _go_on(self, share: float) -> None:
        if share == 0:
            self._before = QPixmap()
        self._widget.update()
