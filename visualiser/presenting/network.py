"""PresentedNetwork: the network's picture, all of it larger: circles, lines and names alike."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from visualiser.network_view.arranging import lay_out
from visualiser.network_view.drawing import Drawing
from visualiser.network_view.finishing import Finishing
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.places import connection_at, neuron_at
from visualiser.network_view.quantities import Quantity
from visualiser.network_view.walking import neighbour
from visualiser.selection import Selection
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.focus_ring import draw_ring

# Pixels: the height of a screen on which it is drawn as in the window, and the least width
# and height that a network is drawn in, before it is made larger.
_USUAL_HEIGHT = 540.0
_LEAST_WIDTH, _LEAST_HEIGHT = 560.0, 330.0
# Which way an arrow leads: to the layer before or after, up or down.
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PresentedNetwork(QWidget):
    """Draws the newest snapshot so many times as large as the window does.

    With the keyboard's focus, arrows walk between neurons, as in the window.

    Signals
    -------
    selection_asked (Neuron, Connection or None)
    """

    selection_asked = Signal(object)

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Network"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._drawing = Drawing()
        # While it stands still, missing lines are drawn whenever nothing else is to do.
        self._finishing = Finishing(self._drawing, self)
        self._finishing.drawn.connect(self.update)

    @property
    def enlargement(self) -> float:
        """How many times as large as in the window everything is drawn."""
        height = self.window().height() / _USUAL_HEIGHT
        return max(1.0, min(height, self.width() / _LEAST_WIDTH, self.height() / _LEAST_HEIGHT))

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._drawing.marks.selected

    @property
    def is_complete(self) -> bool:
        """Whether every line of the newest snapshot is drawn."""
        return self._drawing.is_complete

    # ---------------------------------------------------------------- what it shows

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Make room for a network of these sizes."""
        self._drawing.show_run(description)
        self._arrange()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self._drawing.show_snapshot(snapshot)
        self.update()

    @Slot(object)
    def show_quantity(self, quantity: Quantity) -> None:
        """Let the lines show this."""
        self._drawing.show_quantity(quantity)
        self.update()

    @Slot(object)
    def select(self, selection: Selection) -> None:
        """Mark this as selected."""
        self._drawing.mark(replace(self._drawing.marks, selected=selection))
        self.update()

    def set_options(self, options: ViewOptions) -> None:
        """Draw in this way."""
        self._drawing.set_options(options)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._drawing.set_theme(theme)
        self.update()

    # ---------------------------------------------------------------- drawing

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the newest snapshot."""
        scale, theme = self.enlargement, self._drawing.theme
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.colour("ground"))
            if self._drawing.layout is None:
                return
            self._refresh()
            painter.scale(scale, scale)
            clip = QRect(0, 0, round(self.width() / scale), round(self.height() / scale))
            self._drawing.paint(painter, clip)
            if self.hasFocus():
                draw_ring(painter, clip, theme.colour("accent"))
        finally:
            painter.end()

    def _refresh(self) -> None:
        snapshot = self._drawing.snapshot
        if snapshot is None:
            return
        is_playing = snapshot.progress.playing
        self._drawing.refresh(is_playing)
        self._finishing.go_on(is_playing)

    def _arrange(self) -> None:
        description, scale = self._drawing.description, self.enlargement
        if description is None:
            return
        width, height = self.width() / scale, self.height() / scale
        shape, options = description.image_shape, self._drawing.options
        layout = lay_out(description.sizes, shape, width, height, options)
        self._drawing.arrange(layout, self.devicePixelRatioF() * scale)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while hidden."""
        self._finishing.stop()
        super().hideEvent(event)

    # ---------------------------------------------------------------- mouse and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.selection_asked.emit(self.under(event.position().toPoint()))

    def under(self, point: QPoint) -> Selection:
        """What is at a point."""
        layout = self._drawing.layout
        if layout is None:
            return None
        x, y = point.x() / self.enlargement, point.y() / self.enlargement
        return neuron_at(layout, x, y) or connection_at(layout, x, y)

    def event(self, event: QEvent) -> bool:
        """Keep arrows from being shortcuts here, and draw anew for another screen."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _ARROWS and not event.modifiers() & _MODIFIERS:
                event.accept()
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from neuron to neuron."""
        key, layout = Qt.Key(event.key()), self._drawing.layout
        if key in _ARROWS and layout is not None:
            self.selection_asked.emit(neighbour(layout, self.selection, *_ARROWS[key]))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.update()


_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)
