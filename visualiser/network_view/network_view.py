"""NetworkView: the widget that shows a network, and in which it is pointed at."""

from __future__ import annotations

from PySide6.QtCore import (
    QChildEvent,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from core.parameters import FloatArray
from visualiser.network_view.connections import ConnectionPainter
from visualiser.network_view.hover_label import HoverLabel
from visualiser.network_view.layout import NetworkLayout, lay_out
from visualiser.network_view.legend import ActivationScale, legend_box, legend_tip
from visualiser.network_view.lines_box import LinesBox
from visualiser.network_view.quantities import Quantity
from visualiser.network_view.scenery import Scene, ScenePainter
from visualiser.network_view.walking import neighbour
from visualiser.network_view.wording import described
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import DARK, Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot

_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class NetworkView(QWidget):
    """Shows the newest snapshot; a click or the arrow keys select in it.

    What the pointer is on is lit and named, as what is selected is.

    Signals
    -------
    selection_changed (Neuron, Connection or None)
        By a click or a key.
    picture_moved (QRect)
        Where the free space below the input picture is now.
    """

    selection_changed = Signal(object)
    picture_moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_view")
        self.setAccessibleName(self.tr("Network"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(420, 300)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = DARK
        self._description: RunDescription | None = None
        self._snapshot: Snapshot | None = None
        self._layout: NetworkLayout | None = None
        self._selection: Selection = None
        self._hovered: Selection = None
        self._pointer = QPoint()
        self._connections = ConnectionPainter()
        self._scenery = ScenePainter(DARK)
        self._connections.set_theme(DARK)
        self._values: tuple[FloatArray, ...] = ()
        self._is_stale = True
        self._shows_focus = False
        self._frames = 0
        self.lines = LinesBox(self)
        self.lines.chosen.connect(self._show_quantity)
        self._hover_label = HoverLabel(self)
        self._hover_label.set_theme(DARK)
        # While it stands still, missing lines are drawn whenever nothing else is to do.
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._draw_more)

    # ---------------------------------------------------------------- what it shows

    @property
    def layout_of_network(self) -> NetworkLayout | None:
        """Where everything stands, None before a run is there."""
        return self._layout

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons per layer of the network that is shown."""
        return () if self._description is None else self._description.sizes

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    @property
    def hovered(self) -> Selection:
        """What the pointer is on."""
        return self._hovered

    @property
    def quantity(self) -> Quantity:
        """What the lines show."""
        return self.lines.quantity

    @property
    def is_complete(self) -> bool:
        """Whether every line of the newest snapshot is drawn."""
        return not self._is_stale and self._connections.is_complete

    @property
    def frames_drawn(self) -> int:
        """How many frames with a new snapshot have been painted."""
        return self._frames

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Make room for a network of these sizes."""
        if self._description is None or self._description.sizes != description.sizes:
            self._selection = None
            self._snapshot = None
            self._values = ()
        self._description = description
        self._arrange()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self._snapshot = snapshot
        self._take_values()
        if not snapshot.progress.playing:
            self._tell_selected()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._connections.set_theme(theme)
        self._scenery = ScenePainter(theme)
        self._hover_label.set_theme(theme)
        self._is_stale = True
        self.update()

    def select(self, selection: Selection) -> None:
        """Select, as a click does."""
        if selection == self._selection:
            return
        self._selection = selection
        self._tell_selected()
        self._light()
        self.selection_changed.emit(selection)

    @Slot()
    def _show_quantity(self) -> None:
        self._take_values()
        self._tell_selected()

    def _take_values(self) -> None:
        """Show the chosen quantity's numbers of the newest snapshot from the next frame on."""
        if self._snapshot is None:
            return
        self._values = self.quantity.values(self._snapshot)
        self._is_stale = True
        self._tell_hovered()
        self.update()

    def _tell_selected(self) -> None:
        self.setAccessibleDescription(self._described(self._selection))

    def _light(self) -> None:
        """Light what is pointed at, or else what is selected."""
        # What is stale is about to be drawn anew, lit as it should be.
        if not self._is_stale:
            self._connections.light(self._hovered or self._selection)
        self.update()

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the newest snapshot."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), self._theme.colour("ground"))
            if self._description is None or self._layout is None:
                painter.setPen(self._theme.colour("secondary"))
                middle = Qt.AlignmentFlag.AlignCenter
                painter.drawText(self.rect(), middle, self.tr("Reading the data …"))
                return
            self._refresh()
            scene = Scene(
                self._layout,
                self._description,
                self._snapshot,
                self.quantity,
                self._selection,
                self._hovered,
            )
            self._scenery.paint(painter, self.rect(), scene, self._connections)
            if self._shows_focus:
                painter.setPen(QPen(self._theme.colour("accent", 0.6), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        finally:
            painter.end()

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        is_moving = snapshot.progress.playing
        if self._is_stale:
            lit = self._hovered or self._selection
            self._connections.set_values(self._values, lit, is_moving)
            self._is_stale = False
            self._frames += 1
        if self._connections.is_complete:
            self._idle.stop()
        elif is_moving:
            self._connections.go_on()
        else:
            self._idle.start()

    @Slot()
    def _draw_more(self) -> None:
        self._connections.go_on()
        if self._connections.is_complete:
            self._idle.stop()
        self.update()

    # ---------------------------------------------------------------- pointing

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select what was clicked, or nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.select(self._under(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light and name what is under the pointer, whose shape shows that it can be clicked."""
        self._pointer = event.position().toPoint()
        self._hover(self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Show the picture as it was."""
        self._hover(None)
        super().leaveEvent(event)

    def childEvent(self, event: QChildEvent) -> None:  # noqa: N802
        """Watch for the pointer on what lies over the picture."""
        if event.type() == QEvent.Type.ChildPolished:
            event.child().installEventFilter(self)
        super().childEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Point at nothing while the pointer is on something that lies over the picture."""
        if event.type() == QEvent.Type.Enter:
            self._hover(None)
        return super().eventFilter(watched, event)

    def _hover(self, found: Selection) -> None:
        has_changed = found != self._hovered
        self._hovered = found
        if has_changed:
            shape = Qt.CursorShape.ArrowCursor if found is None else _HAND
            self.setCursor(shape)
            self._hover_label.forget_width()
            self._light()
        if has_changed or isinstance(found, Connection):
            self._tell_hovered()

    def _tell_hovered(self) -> None:
        place, clear = self._pointer, 0.0
        if isinstance(self._hovered, Neuron) and self._layout is not None:
            # Beside it, and not following the pointer within it.
            layer = self._layout.layers[self._hovered.layer]
            place = QPointF(*layer.centres[self._hovered.index].tolist()).toPoint()
            clear = layer.radius + 5
        self._hover_label.say(self._described(self._hovered), place, clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk from neuron to neuron; Esc selects nothing."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None or event.key() == Qt.Key.Key_Escape:
            # Who walks by keys is shown what the keys lead to, wherever the pointer rests.
            self._hover(None)
        if arrow is not None and self._layout is not None:
            self.select(neighbour(self._layout, self._selection, *arrow))
        elif event.key() == Qt.Key.Key_Escape:
            self.select(None)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from being shortcuts here, and explain the legend."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _ARROWS and not event.modifiers() & _MODIFIERS:
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus where the keyboard brought it."""
        self._shows_focus = event.reason() in _KEYBOARD_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that the focus is elsewhere."""
        self._shows_focus = False
        self.update()
        super().focusOutEvent(event)

    def _under(self, point: QPointF) -> Selection:
        if self._layout is None:
            return None
        x, y = point.x(), point.y()
        return self._layout.neuron_at(x, y) or self._layout.connection_at(x, y)

    def _tip(self, point: QPointF) -> str:
        """What the tooltip says: of the legend, as the rest is named by a label of its own."""
        if self._layout is None or self._snapshot is None:
            return ""
        scale = ActivationScale.of(self._snapshot)
        is_legend = legend_box(self._layout, scale, self.quantity).contains(point)
        if not is_legend:
            return ""
        return legend_tip(scale.is_signed, self.quantity, self._connections.scales)

    def _described(self, selection: Selection) -> str:
        """What something is, with its value, in a line."""
        if self._snapshot is None:
            return ""
        return described(self._snapshot, selection, self.quantity, self._values)

    # ---------------------------------------------------------------- room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Draw the newest snapshot, which may have come while hidden."""
        super().showEvent(event)
        self._is_stale = True

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Draw nothing while hidden."""
        self._idle.stop()
        self._hover(None)
        super().hideEvent(event)

    def _arrange(self) -> None:
        if self._description is None:
            return
        self._layout = lay_out(
            self._description.sizes, self._description.image_shape, self.width(), self.height()
        )
        self._connections.set_layout(self._layout, self.devicePixelRatioF())
        self._is_stale = True
        self._hover(None)
        self.lines.stand_in(self.width())
        picture = self._layout.layers[0].picture
        if picture is not None:
            x, y, width, height = (round(number) for number in picture)
            self.picture_moved.emit(QRect(x, y + height + 30, width, 60))
        self.update()


_HAND = Qt.CursorShape.PointingHandCursor
_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
