"""NetworkView: the network's picture as a person points at it, selects and walks in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from visualiser.network_view import accessible
from visualiser.network_view.hover_label import HoverLabel
from visualiser.network_view.legend import Legend, legend_tip
from visualiser.network_view.lines_box import LinesBox
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.options_panel import OptionsPanel
from visualiser.network_view.phase_look import PhaseLook
from visualiser.network_view.pointing import Pointing
from visualiser.network_view.quantities import SINCE, Quantity
from visualiser.network_view.scenery import Marks
from visualiser.network_view.stage import Stage
from visualiser.network_view.walking import neighbour
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot

_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_ZOOMS = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}
# Pixels between the window's edge and what the keys lead to.
_EDGE = 80
# A circle larger than this is named beside the pointer, not beside itself.
_LARGE = 60


class NetworkView(Stage):
    """Shows the newest snapshot; a click or the arrow keys select in it.

    What the pointer is on is lit and named, as what is selected is. A click with Ctrl pins a
    second neuron beside the selected one. The wheel zooms, dragging moves the picture.

    Signals
    -------
    selection_changed (Neuron, Connection or None)
        By a click or a key.
    pinned_changed (Neuron or None)
        Which neuron is compared with the selected one.
    options_changed (ViewOptions)
        By the controls of how the network is drawn.
    reference_asked (int)
        From which step the change is to be shown.
    picture_asked
        The picture is to be saved or copied.
    """

    selection_changed = Signal(object)
    pinned_changed = Signal(object)
    options_changed = Signal(object)
    reference_asked = Signal(int)
    picture_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_view")
        self.setAccessibleName(self.tr("Network"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.lines = LinesBox(self)
        self._hover_label = HoverLabel(self)
        self._pointing = Pointing(self._drawing, self)
        self._panel: OptionsPanel | None = None
        self._has_asked = False
        self.phase_look: PhaseLook | None = None
        self.lines.chosen.connect(self._show_quantity)
        self.lines.options_asked.connect(self.open_options)
        self._pointing.hovered.connect(self._hover)
        self._pointing.chosen.connect(self._choose)
        self._pointing.taken_back.connect(self._take_back)
        self._pointing.pinned.connect(self._pin_clicked)
        self._pointing.looked.connect(self._look)
        self._pointing.fit_asked.connect(self.fit)

    # ---------------------------------------------------------------- what it shows

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._drawing.marks.selected

    @property
    def pinned(self) -> Neuron | None:
        """The neuron that is compared with the selected one."""
        return self._drawing.marks.pinned

    @property
    def hovered(self) -> Selection:
        """What the pointer is on."""
        return self._drawing.marks.hovered

    @property
    def quantity(self) -> Quantity:
        """What the lines show."""
        return self.lines.quantity

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Make room for a network of these sizes."""
        before = self._drawing.marks
        self._has_asked = False
        self._hover(None)
        super().show_run(description)
        if before.pinned != self.pinned:
            self.pinned_changed.emit(self.pinned)
        if before.selected != self.selection:
            self.selection_changed.emit(self.selection)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        super().show_snapshot(snapshot)
        self._tell_hovered()
        self._ask_for_reference()
        if self._panel is not None and self._panel.isVisible():
            self._panel.set_position(snapshot.progress.position)
        if not snapshot.progress.playing:
            self._tell_selected()

    @Slot(object)
    def show_phase(self, look: PhaseLook | None) -> None:
        """Show what a phase of a step computes; None for the network as it is."""
        self.phase_look = look

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        super().set_theme(theme)
        self._hover_label.set_theme(theme)
        self.lines.set_theme(theme)

    @Slot(object)
    def select(self, selection: Selection) -> None:
        """Select, as a click does, and see to it that it is seen."""
        if selection != self.selection:
            self._choose(selection)
            self._reveal(selection)

    @Slot(object)
    def _choose(self, selection: Selection) -> None:
        if selection == self.selection:
            return
        self._mark(selected=selection, pinned=None if selection == self.pinned else self.pinned)
        self._tell_selected()
        self.selection_changed.emit(selection)

    @Slot(object)
    def _take_back(self, marks: Marks) -> None:
        self._choose(marks.selected)
        self.pin(marks.pinned)

    @Slot(object)
    def pin(self, neuron: Neuron | None) -> None:
        """Compare this one with the selected neuron; None for none."""
        self._mark(pinned=None if neuron == self.selection else neuron)

    @Slot(object)
    def _pin_clicked(self, found: Selection) -> None:
        """Pin a neuron that was clicked, or let go of the one that is pinned."""
        if isinstance(found, Neuron) and found != self.selection:
            self.pin(None if found == self.pinned else found)

    def _mark(self, **changes: Any) -> None:
        before = self._drawing.marks
        self._drawing.mark(replace(before, **changes))
        if before.pinned != self.pinned:
            self.pinned_changed.emit(self.pinned)
        self.update()

    @Slot(object)
    def _show_quantity(self, quantity: Quantity) -> None:
        self._drawing.show_quantity(quantity)
        self._ask_for_reference()
        self._tell_hovered()
        self._tell_selected()
        self.update()

    def _ask_for_reference(self) -> None:
        """Where the change since a step is to be shown and none is chosen: since the first."""
        snapshot = self.snapshot
        is_missing = snapshot is not None and snapshot.reference is None
        if self.quantity.id == SINCE and is_missing and not self._has_asked:
            self._has_asked = True
            self.reference_asked.emit(0)

    def _tell_selected(self) -> None:
        self.setAccessibleDescription(self._drawing.described(self.selection))
        accessible.tell_selected(self)

    # ---------------------------------------------------------------- how it is drawn

    @Slot()
    def open_options(self) -> None:
        """Open the controls of how the network is drawn."""
        panel = self._panel or self._new_panel()
        panel.set_theme(self._drawing.theme)
        panel.set_options(self.options)
        if self.snapshot is not None:
            self._tell_panel(self.snapshot)
        corner = self.lines.geometry()
        panel.open_at(self.mapToGlobal(QPoint(corner.right(), corner.bottom() + 4)))

    def _tell_panel(self, snapshot: Snapshot) -> None:
        """Tell the controls what they offer: of an image, and of steps."""
        if self._panel is None:
            return
        self._panel.set_has_image(snapshot.picture_shape is not None)
        self._panel.set_position(snapshot.progress.position)
        self.show_reference()

    def show_reference(self) -> None:
        """Name the step that the change is shown from, whatever was asked for."""
        snapshot = self.snapshot
        if self._panel is not None and snapshot is not None and snapshot.reference is not None:
            self._panel.set_reference(snapshot.reference.step)

    def _new_panel(self) -> OptionsPanel:
        self._panel = panel = OptionsPanel(self)
        panel.changed.connect(self._choose_options)
        panel.fit_asked.connect(self.fit)
        panel.picture_asked.connect(self.picture_asked)
        panel.reference_asked.connect(self.reference_asked)
        return panel

    @Slot(object)
    def _choose_options(self, options: ViewOptions) -> None:
        self.set_options(options)
        self.options_changed.emit(options)

    # ---------------------------------------------------------------- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or dragging."""
        self._pointing.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was clicked, or nothing."""
        self._pointing.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole network."""
        self._pointing.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light and name what is under the pointer, or drag the picture."""
        self._pointing.move(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self._pointing.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show the picture as it was."""
        self._hover(None)
        super().leaveEvent(event)

    def childEvent(self, event: QChildEvent) -> None:
        """Watch for the pointer on what lies over the picture."""
        if event.type() == QEvent.Type.ChildPolished:
            event.child().installEventFilter(self)
        super().childEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Point at nothing while the pointer is on something that lies over the picture."""
        if event.type() == QEvent.Type.Enter:
            self._hover(None)
        return super().eventFilter(watched, event)

    @Slot(object)
    def _hover(self, found: Selection) -> None:
        has_changed = found != self.hovered
        if has_changed:
            self.setCursor(Qt.CursorShape.ArrowCursor if found is None else _HAND)
            self._hover_label.forget_width()
            self._mark(hovered=found)
        if has_changed or isinstance(found, Connection):
            self._tell_hovered()

    def _tell_hovered(self) -> None:
        place, clear = self._pointing.place, 0.0
        layout, hovered = self._drawing.layout, self.hovered
        if isinstance(hovered, Neuron) and layout is not None:
            layer = layout.layers[hovered.layer]
            if layer.place(hovered.index) is not None and layer.radius < _LARGE:
                # Beside it, and not following the pointer within it.
                place = QPointF(*layer.centres[hovered.index].tolist()).toPoint()
                clear = layer.radius + 5
        self._hover_label.say(self._drawing.described(hovered), place, clear)

    def _tip(self, point: QPointF) -> str:
        """What the tooltip says: of the legend, as the rest is named by a label of its own."""
        drawing = self._drawing
        if drawing.layout is None or drawing.snapshot is None:
            return ""
        legend = Legend.of(drawing.layout, drawing.snapshot, drawing.quantity, drawing.options)
        if not legend.contains(point):
            return ""
        return legend_tip(drawing.snapshot, drawing.quantity, drawing.lines)

    # ---------------------------------------------------------------- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from neuron to neuron; Esc selects nothing; + and − zoom."""
        key, layout = Qt.Key(event.key()), self._drawing.fitted
        if key in _ARROWS or key == Qt.Key.Key_Escape:
            # Who walks by keys is shown what the keys lead to, wherever the pointer rests.
            self._hover(None)
        if key in _ARROWS and layout is not None:
            self.select(neighbour(layout, self.selection, *_ARROWS[key]))
        elif key == Qt.Key.Key_Escape:
            self.pin(None)
            self.select(None)
        elif key in _ZOOMS:
            self._pointing.zoom(_ZOOMS[key], self._focal_point())
        else:
            super().keyPressEvent(event)

    def _focal_point(self) -> QPointF:
        """What the keys zoom about: the selected neuron, or else the middle."""
        layout, selected = self._drawing.layout, self.selection
        if isinstance(selected, Neuron) and layout is not None:
            return QPointF(*layout.layers[selected.layer].centres[selected.index].tolist())
        return QPointF(self.rect().center())

    def event(self, event: QEvent) -> bool:
        """Keep keys from being shortcuts here, explain the legend, and zoom by two fingers."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if (key in _ARROWS or key in _ZOOMS) and not event.modifiers() & _MODIFIERS:
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        elif isinstance(event, QNativeGestureEvent) and event.gestureType() == _PINCH:
            self._pointing.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus where the keyboard brought it."""
        self._shows_focus = event.reason() in _KEYBOARD_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is elsewhere."""
        self._shows_focus = False
        self.update()
        super().focusOutEvent(event)

    # ---------------------------------------------------------------- what moves

    def hideEvent(self, event: QHideEvent) -> None:
        """Point at nothing while hidden."""
        self._hover(None)
        super().hideEvent(event)

    def _note_moved(self) -> None:
        self._hover(None)
        self.lines.stand_in(self.width())
        super()._note_moved()

    def _reveal(self, selection: Selection) -> None:
        """Move a picture that is larger than the window so that this is seen."""
        layout = self._drawing.layout
        if layout is None or not isinstance(selection, Neuron) or self._drawing.camera.is_fitted:
            return
        x, y = layout.layers[selection.layer].centres[selection.index].tolist()
        if not self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE).contains(int(x), int(y)):
            away = QPointF(self.rect().center()) - QPointF(x, y)
            self._look(self._drawing.camera.panned(away.x(), away.y()))


_PINCH = Qt.NativeGestureType.ZoomNativeGesture
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
