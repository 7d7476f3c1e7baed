"""What a screen reader meets in the network: its layers, and in each its neurons.

Whoever asks Qt what speaks for an object is answered by the interfaces here. They hold
nothing of their own but what they ask the object: PySide keeps every one of them to the end of
the program.
"""

from __future__ import annotations

import sys
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleValueChangeEvent,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from visualiser.network_view.accessible_places import (
    Place,
    Places,
    can_be_seen,
    focused_place,
    is_there,
    neuron_on_screen,
    rect_on_screen,
)
from visualiser.network_view.accessible_words import TEXTS, description, value
from visualiser.network_view.stage import Stage
from visualiser.selection import Neuron

# PySide takes None for Qt's null where its types promise an interface.
_NOTHING = cast("QAccessibleInterface", None)
_NO_WINDOW = cast("QWindow", None)
# Of the application, once it knows who speaks for the network.
_INSTALLED = "speaks for the network"
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
# Qt's bridge to AT-SPI knows values of sliders alone and warns of others; there the new
# description says it.
_TELLS_VALUES = sys.platform != "linux"


def install() -> None:
    """Let screen readers find the layers and neurons of every view, from now on.

    Called again, it changes nothing. What was asked for earlier stays as it was.
    """
    application = QCoreApplication.instance()
    if application is not None and not _is_installed():
        # Qt forgets with an application whom to ask.
        application.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface)


def tell_selected(stage: Stage) -> None:
    """Tell a screen reader, where there is one, what is selected now or what is new of it.

    To be called after the selection has changed, and for every state that stands still. It
    tells nothing twice.
    """
    if not QAccessible.isActive() or not _is_installed():
        return
    places = Places.of(stage)
    if places.told_sizes != stage.sizes:
        places.told_sizes, places.told_selection = stage.sizes, None
        _tell(stage, QAccessible.Event.ObjectReorder)
    before, selected = places.told_selection, stage.drawing.marks.selected
    place = None
    if isinstance(selected, Neuron) and is_there(stage, selected.layer, selected.index):
        place = places.at(selected.layer, selected.index)
    text = "" if place is None else description(stage, place)
    if selected != before:
        _tell_chosen(stage, place)
    elif place is not None and text != places.told_text:
        _tell_new_value(stage, place)
    places.told_selection, places.told_text = selected, text


def _tell_chosen(stage: Stage, place: Place | None) -> None:
    if place is not None:
        _tell(place, QAccessible.Event.Selection)
    # Chosen from elsewhere, the reader stays where the keyboard is.
    if stage.hasFocus():
        _tell(place or stage, QAccessible.Event.Focus)


def _tell_new_value(stage: Stage, place: Place) -> None:
    if _TELLS_VALUES:
        event = QAccessibleValueChangeEvent(place, value(stage, place))
        QAccessible.updateAccessibility(event)
    _tell(place, QAccessible.Event.DescriptionChanged)


def _tell(item: QObject, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(item, event))


def _interface(_: str, item: QObject) -> QAccessibleInterface | None:
    """What speaks for an object; None where Qt knows better."""
    if isinstance(item, Stage):
        return _NetworkInterface(item)
    if isinstance(item, Place):
        return _LayerInterface(item) if item.index is None else _NeuronInterface(item)
    return None


def _is_installed() -> bool:
    application = QCoreApplication.instance()
    return application is not None and bool(application.property(_INSTALLED))


class _NetworkInterface(QAccessibleWidget):
    """Speaks for a view: its children are the layers and, after them, the widgets over it."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, QAccessible.Role.Grouping)

    @property
    def _stage(self) -> Stage | None:
        stage = self.object()
        return stage if isinstance(stage, Stage) else None

    @property
    def _layers(self) -> list[Place]:
        stage = self._stage
        return [] if stage is None else [Places.of(stage).at(n) for n in range(len(stage.sizes))]

    def childCount(self) -> int:
        """How many layers and widgets there are."""
        return len(self._layers) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """A layer or a widget."""
        layers = self._layers
        if 0 <= index < len(layers):
            return _speaker(layers[index])
        return super().child(index - len(layers))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Where one of the children is among them, −1 for anything else."""
        item, layers = child.object(), self._layers
        if isinstance(item, Place):
            return layers.index(item) if item in layers else -1
        index = super().indexOfChild(child)
        return index if index < 0 else index + len(layers)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The widget or the layer at a point of the screen."""
        stage = self._stage
        if stage is None or not self.rect().contains(x, y):
            return _NOTHING
        point = stage.mapFromGlobal(QPoint(x, y))
        for widget in stage.findChildren(QWidget, options=_DIRECT):
            if widget.isVisibleTo(stage) and widget.geometry().contains(point):
                return _speaker(widget)
        neuron = neuron_on_screen(stage, x, y)
        if neuron is not None:
            return _speaker(self._layers[neuron.layer])
        at = (layer for layer in self._layers if rect_on_screen(stage, layer).contains(x, y))
        return _speaker(next(at, None))

    def focusChild(self) -> QAccessibleInterface:
        """The selected neuron while the keyboard is here."""
        focused = None if self._stage is None else focused_place(self._stage)
        return super().focusChild() if focused is None else _speaker(focused)


class _PlaceInterface(QAccessibleObject):
    """Speaks for a layer or a neuron."""

    @property
    def _found(self) -> tuple[Stage, Place] | None:
        place = self.object()
        if not isinstance(place, Place):
            return None
        stage = place.stage
        if stage is None or not is_there(stage, place.layer, place.index):
            return None
        return stage, place

    def isValid(self) -> bool:
        """Whether the network that is shown has it."""
        return super().isValid() and self._found is not None

    def window(self) -> QWindow:
        """The window that it is in."""
        return _NO_WINDOW if self._found is None else self._found[0].window().windowHandle()

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect() if self._found is None else rect_on_screen(*self._found)

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, its value or more about it."""
        writes = TEXTS.get(kind)
        return "" if writes is None or self._found is None else writes(*self._found)

    def state(self) -> QAccessible.State:
        """Whether it can be seen, and whether it is what is selected."""
        state = QAccessible.State()
        state.readOnly = True
        if self._found is None:
            state.invalid = True
            return state
        stage, place = self._found
        state.invisible = not stage.isVisible()
        state.offscreen = not can_be_seen(stage, place)
        if place.index is not None:
            state.focusable = state.selectable = True
            state.selected = stage.drawing.marks.selected == place.neuron
            state.focused = focused_place(stage) is place
        return state


class _LayerInterface(_PlaceInterface):
    """Speaks for a layer: its children are its neurons."""

    def role(self) -> QAccessible.Role:
        """A list."""
        return QAccessible.Role.List

    def parent(self) -> QAccessibleInterface:
        """The network."""
        return _NOTHING if self._found is None else _speaker(self._found[0])

    def childCount(self) -> int:
        """How many neurons it has."""
        return 0 if self._found is None else self._found[0].sizes[self._found[1].layer]

    def child(self, index: int) -> QAccessibleInterface:
        """One of the neurons."""
        if self._found is None or not 0 <= index < self.childCount():
            return _NOTHING
        stage, place = self._found
        return _speaker(Places.of(stage).at(place.layer, index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which neuron something is, −1 for anything else."""
        item = child.object()
        if self._found is None or not isinstance(item, Place) or item.index is None:
            return -1
        stage, place = self._found
        is_ours = item.stage is stage and item.layer == place.layer
        return item.index if is_ours and item.index < self.childCount() else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The neuron at a point of the screen."""
        if self._found is None:
            return _NOTHING
        stage, place = self._found
        neuron = neuron_on_screen(stage, x, y)
        if neuron is None or neuron.layer != place.layer:
            return _NOTHING
        return self.child(neuron.index)

    def focusChild(self) -> QAccessibleInterface:
        """The selected neuron, where it is one of these and the keyboard is here."""
        focused = None if self._found is None else focused_place(self._found[0])
        if focused is None or self._found is None or focused.layer != self._found[1].layer:
            return _NOTHING
        return _speaker(focused)


class _NeuronInterface(_PlaceInterface):
    """Speaks for a neuron."""

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def parent(self) -> QAccessibleInterface:
        """Its layer."""
        if self._found is None:
            return _NOTHING
        stage, place = self._found
        return _speaker(Places.of(stage).at(place.layer))

    def childCount(self) -> int:
        """It has none."""
        return 0

    def child(self, _: int) -> QAccessibleInterface:
        """It has none."""
        return _NOTHING

    def indexOfChild(self, _: QAccessibleInterface) -> int:
        """It has none."""
        return -1


def _speaker(item: QObject | None) -> QAccessibleInterface:
    """What speaks for something, as Qt keeps it."""
    return _NOTHING if item is None else QAccessible.queryAccessibleInterface(item)
