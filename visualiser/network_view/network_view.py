"""NetworkView: the widget that shows a network, and in which it is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal, Slot
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

from visualiser.network_view.captions import paint_caption, paint_names
from visualiser.network_view.connections import ConnectionPainter
from visualiser.network_view.layout import NetworkLayout, lay_out
from visualiser.network_view.legend import (
    ActivationScale,
    legend_box,
    legend_tip,
    outputs_are_signed,
    paint_gap_notes,
    paint_legend,
)
from visualiser.network_view.neurons import NeuronPainter
from visualiser.network_view.walking import neighbour
from visualiser.number_format import fixed
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
        self._connections = ConnectionPainter()
        self._neurons = NeuronPainter(DARK)
        self._connections.set_theme(DARK)
        self._is_stale = True
        self._shows_focus = False
        self._frames = 0
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
        self._description = description
        self._arrange()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self._snapshot = snapshot
        self._is_stale = True
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._connections.set_theme(theme)
        self._neurons = NeuronPainter(theme)
        self._is_stale = True
        self.update()

    def select(self, selection: Selection) -> None:
        """Select, as a click does."""
        if selection == self._selection:
            return
        self._selection = selection
        self.setAccessibleDescription(self._described(selection))
        self._is_stale = True
        self.update()
        self.selection_changed.emit(selection)

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
            self._paint_network(painter, self._layout, self._description)
        finally:
            painter.end()

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        is_moving = snapshot.progress.playing
        if self._is_stale:
            self._connections.set_values(snapshot.parameters.weights, self._selection, is_moving)
            self._is_stale = False
            self._frames += 1
        if self._connections.is_complete:
            self._idle.stop()
        elif is_moving:
            self._connections.go_on()
        else:
            self._idle.start()

    def _paint_network(
        self, painter: QPainter, layout: NetworkLayout, description: RunDescription
    ) -> None:
        snapshot = self._snapshot
        if snapshot is not None:
            self._connections.paint(painter, self.rect())
        for number, layer in enumerate(layout.layers):
            activations = None if snapshot is None else snapshot.activations[number]
            self._neurons.paint_layer(painter, layer, activations)
        if snapshot is not None:
            label = snapshot.progress.example.label
            outputs, is_signed = snapshot.activations[-1], outputs_are_signed(snapshot)
            self._neurons.paint_outputs(painter, layout.layers[-1], outputs, label, is_signed)
        if isinstance(self._selection, Neuron):
            self._neurons.paint_ring(painter, layout, self._selection)
        elif isinstance(self._selection, Connection):
            chosen = self._selection
            self._neurons.paint_ring(painter, layout, Neuron(chosen.layer, chosen.to))
            self._neurons.paint_ring(painter, layout, Neuron(chosen.layer - 1, chosen.origin))
        paint_names(painter, self._theme, layout, description)
        if snapshot is not None:
            paint_caption(painter, self._theme, layout, snapshot.progress.example)
            paint_legend(painter, self._theme, layout, ActivationScale.of(snapshot))
        paint_gap_notes(painter, self._theme, layout, self._connections.scales)
        if self._shows_focus:
            painter.setPen(QPen(self._theme.colour("accent", 0.6), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

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
        """Show by the pointer's shape what can be clicked."""
        found = self._under(event.position())
        shape = Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk from neuron to neuron; Esc selects nothing."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and self._layout is not None:
            self.select(neighbour(self._layout, self._selection, *arrow))
        elif event.key() == Qt.Key.Key_Escape:
            self.select(None)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from being shortcuts here, and tell what is under the pointer."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _ARROWS and not event.modifiers() & _MODIFIERS:
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = QPointF(event.pos())
            text = self._described(self._under(point))
            if self._layout is not None and self._snapshot is not None:
                scale = ActivationScale.of(self._snapshot)
                is_legend = legend_box(self._layout, scale).contains(point)
                text = legend_tip(scale.is_signed) if is_legend else text
            QToolTip.showText(event.globalPos(), text, self)
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

    def _described(self, selection: Selection) -> str:
        """What something is, with its value, in a line."""
        snapshot = self._snapshot
        if selection is None or snapshot is None:
            return ""
        if isinstance(selection, Connection):
            weight = snapshot.parameters.weights[selection.layer - 1]
            return self.tr("Layer {layer}: W from neuron {origin} to neuron {to} = {w}").format(
                layer=selection.layer,
                origin=selection.origin,
                to=selection.to,
                w=fixed(float(weight[selection.to, selection.origin]), sign=True),
            )
        value = fixed(float(snapshot.activations[selection.layer][selection.index]))
        shape = snapshot.description.image_shape
        if selection.layer == 0:
            row, column = divmod(selection.index, shape[1])
            return self.tr("Input: row {row}, column {column}, a = {a}").format(
                row=row, column=column, a=value
            )
        is_held = snapshot.held_at(selection.layer, selection.index) is not None
        text = (
            self.tr("Layer {layer}, neuron {index}: a is held at {a}")
            if is_held
            else self.tr("Layer {layer}, neuron {index}: a = {a}")
        )
        return text.format(layer=selection.layer, index=selection.index, a=value)

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
        super().hideEvent(event)

    def _arrange(self) -> None:
        if self._description is None:
            return
        self._layout = lay_out(
            self._description.sizes, self._description.image_shape, self.width(), self.height()
        )
        self._connections.set_layout(self._layout, self.devicePixelRatioF())
        self._is_stale = True
        picture = self._layout.layers[0].picture
        if picture is not None:
            x, y, width, height = (round(number) for number in picture)
            self.picture_moved.emit(QRect(x, y + height + 30, width, 60))
        self.update()


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
