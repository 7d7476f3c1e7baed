"""PointedStage: the picture of a network as a person points at it, selects and walks in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
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
from visualiser.network_view.pointing import Pointing
from visualiser.network_view.scenery import Marks
from visualiser.network_view.stage import Stage
from visualiser.network_view.walking import neighbour
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme

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


class PointedStage(Stage):
    """A picture in which a click or the arrow keys select.

    What the pointer is on is lit and named, as what is selected is. A click with Ctrl pins a
    second neuron beside the selected one. The wheel zooms, dragging moves the picture.

    Signals
    -------
    selection_changed (Neuron, Connection or None)
        By a click or a key.
    pinned_changed (Neuron or None)
        Which neuron is compared with the selected one.
    menu_asked (Neuron, Connection or None; QPoint)
        What can be done to this is to be offered, at this point of the screen.
    """

    selection_changed = Signal(object)
    pinned_changed = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._hover_label = HoverLabel(self)
        self._pointing = Pointing(self._drawing, self)
        self._pointing.hovered.connect(self._hover)
        self._pointing.chosen.connect(self._choose)
        self._pointing.taken_back.connect(self._take_back)
        self._pointing.pinned.connect(self._pin_clicked)
        self._pointing.looked.connect(self._look)
        self._pointing.fit_asked.connect(self.fit)

    # ---------------------------------------------------------------- what is marked

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

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        super().set_theme(theme)
        self._hover_label.set_theme(theme)

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

    def _tell_selected(self) -> None:
        self.setAccessibleDescription(self._drawing.described(self.selection))
        accessible.tell_selected(self)

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is clicked, or by the keyboard of what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_for_menu()
        else:
            found = self._pointing.under(QPointF(event.pos()))
            self.menu_asked.emit(found, event.globalPos())

    def ask_for_menu(self) -> None:
        """Ask for the menu of what is selected, beside it."""
        self.menu_asked.emit(self.selection, self.mapToGlobal(self._focal_point().toPoint()))

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
        """What the tooltip at a point says."""
        del point
        return ""

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
