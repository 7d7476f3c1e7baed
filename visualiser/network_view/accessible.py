"""What a screen reader meets in the network: its layers, and in each its neurons.

Qt keeps what a reader asks for as long as the object lives that it speaks of. So every layer
and every neuron that was asked for has a small object, a child of the view: whatever ends
the view, its places end with it, and nothing is left that could be asked. None is made before
it is asked for.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleValueChangeEvent,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from visualiser.network_view.places import neuron_at
from visualiser.network_view.stage import Stage
from visualiser.number_format import count, fixed
from visualiser.selection import Neuron, Selection

# PySide takes None for Qt's null where its types promise an interface.
_NOTHING: Any = None
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
# AT-SPI tells a new value only of what is like a slider; of the rest, a new description.
_TELLS_VALUES = sys.platform != "linux"


class Place(QObject):
    """A layer, or a neuron in one, of the network that a view shows.

    Attributes
    ----------
    layer : int
    index : int or None
        None for the layer as a whole.
    """

    def __init__(self, parent: QObject, layer: int, index: int | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self.index = index

    @property
    def stage(self) -> Stage | None:
        """The view that it is in, None once that is on its way out."""
        above = self.parent()
        stage = above.parent() if isinstance(above, Places) else None
        return stage if isinstance(stage, Stage) else None

    @property
    def neuron(self) -> Neuron | None:
        """The neuron, None for a layer."""
        return None if self.index is None else Neuron(self.layer, self.index)


class Places(QObject):
    """The places of a view that were asked for, and what was told of them last."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._made: dict[tuple[int, int | None], Place] = {}
        self.told_sizes = stage.sizes
        self.told_selection: Selection = None
        self.told_text = ""

    @staticmethod
    def of(stage: Stage) -> Places:
        """Those of a view; they are the same as long as it lives."""
        found = stage.findChild(Places, options=_DIRECT)
        return found if isinstance(found, Places) else Places(stage)

    def at(self, layer: int, index: int | None = None) -> Place:
        """The place of a layer or a neuron, made where it is asked for the first time."""
        if (layer, index) not in self._made:
            self._made[layer, index] = Place(self, layer, index)
        return self._made[layer, index]


def install() -> None:
    """Let screen readers find the layers and neurons of every view; once is enough."""
    if not _factories:
        _factories.append(_interface)
        QAccessible.installFactory(_interface)


_factories: list[object] = []


def tell_selected(stage: Stage) -> None:
    """Tell a screen reader, where there is one, what is selected now or what is new of it."""
    if not QAccessible.isActive() or not _factories:
        return
    places = Places.of(stage)
    if places.told_sizes != stage.sizes:
        places.told_sizes, places.told_selection = stage.sizes, None
        _tell(stage, QAccessible.Event.ObjectReorder)
    before, selected = places.told_selection, stage.drawing.marks.selected
    place = None
    if isinstance(selected, Neuron) and _is_there(stage, selected.layer, selected.index):
        place = places.at(selected.layer, selected.index)
    text = "" if place is None else _description(stage, place)
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
        event = QAccessibleValueChangeEvent(place, _value(stage, place))
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


class _NetworkInterface(QAccessibleWidget):
    """Speaks for a view: its children are the layers and, after them, the widgets over it.

    PySide keeps it to the end of the program, so it holds nothing but Qt's own reference to
    what it speaks for.
    """

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

    def childCount(self) -> int:  # noqa: N802
        """How many layers and widgets there are."""
        return len(self._layers) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """A layer or a widget."""
        layers = self._layers
        if 0 <= index < len(layers):
            return _speaker(layers[index])
        return super().child(index - len(layers))

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """Where one of the children is among them, −1 for anything else."""
        item, layers = child.object(), self._layers
        if isinstance(item, Place):
            return layers.index(item) if item in layers else -1
        index = super().indexOfChild(child)
        return index if index < 0 else index + len(layers)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802
        """The widget or the layer at a point of the screen."""
        stage = self._stage
        if stage is None or not self.rect().contains(x, y):
            return _NOTHING
        for widget in stage.findChildren(QWidget, options=_DIRECT):
            if widget.isVisibleTo(stage) and widget.geometry().contains(_local(stage, x, y)):
                return _speaker(widget)
        neuron = _neuron_at(stage, x, y)
        if neuron is not None:
            return _speaker(self._layers[neuron.layer])
        return _speaker(next((n for n in self._layers if _rect(stage, n).contains(x, y)), None))

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802
        """The selected neuron while the keyboard is here."""
        focused = None if self._stage is None else _focused(self._stage)
        return super().focusChild() if focused is None else _speaker(focused)


class _PlaceInterface(QAccessibleObject):
    """Speaks for a layer or a neuron."""

    @property
    def _found(self) -> tuple[Stage, Place] | None:
        place = self.object()
        if not isinstance(place, Place):
            return None
        stage = place.stage
        if stage is None or not _is_there(stage, place.layer, place.index):
            return None
        return stage, place

    def isValid(self) -> bool:  # noqa: N802
        """Whether the network that is shown has it."""
        return super().isValid() and self._found is not None

    def window(self) -> QWindow:
        """The window that it is in."""
        return _NOTHING if self._found is None else self._found[0].window().windowHandle()

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect() if self._found is None else _rect(*self._found)

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, its value or more about it."""
        writes = _TEXTS.get(kind)
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
        state.offscreen = not _can_be_seen(stage, place)
        if place.index is not None:
            state.focusable = state.selectable = True
            state.selected = stage.drawing.marks.selected == place.neuron
            state.focused = _focused(stage) is place
        return state


class _LayerInterface(_PlaceInterface):
    """Speaks for a layer: its children are its neurons."""

    def role(self) -> QAccessible.Role:
        """A list."""
        return QAccessible.Role.List

    def parent(self) -> QAccessibleInterface:
        """The network."""
        return _NOTHING if self._found is None else _speaker(self._found[0])

    def childCount(self) -> int:  # noqa: N802
        """How many neurons it has."""
        return 0 if self._found is None else self._found[0].sizes[self._found[1].layer]

    def child(self, index: int) -> QAccessibleInterface:
        """One of the neurons."""
        if self._found is None or not 0 <= index < self.childCount():
            return _NOTHING
        stage, place = self._found
        return _speaker(Places.of(stage).at(place.layer, index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """Which neuron something is, −1 for anything else."""
        item = child.object()
        if self._found is None or not isinstance(item, Place) or item.index is None:
            return -1
        stage, place = self._found
        is_ours = item.stage is stage and item.layer == place.layer
        return item.index if is_ours and item.index < self.childCount() else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802
        """The neuron at a point of the screen."""
        if self._found is None:
            return _NOTHING
        stage, place = self._found
        neuron = _neuron_at(stage, x, y)
        is_ours = neuron is not None and neuron.layer == place.layer
        return self.child(neuron.index) if neuron is not None and is_ours else _NOTHING

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802
        """The selected neuron, where it is one of these and the keyboard is here."""
        focused = None if self._found is None else _focused(self._found[0])
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

    def childCount(self) -> int:  # noqa: N802
        """It has none."""
        return 0

    def child(self, _: int) -> QAccessibleInterface:
        """It has none."""
        return _NOTHING

    def indexOfChild(self, _: QAccessibleInterface) -> int:  # noqa: N802
        """It has none."""
        return -1


# -------------------------------------------------------------------- what is where


def _speaker(item: QObject | None) -> QAccessibleInterface:
    """What speaks for something, as Qt keeps it."""
    return _NOTHING if item is None else QAccessible.queryAccessibleInterface(item)


def _is_there(stage: Stage, layer: int, index: int | None) -> bool:
    sizes = stage.sizes
    return layer < len(sizes) and (index is None or index < sizes[layer])


def _focused(stage: Stage) -> Place | None:
    selected = stage.drawing.marks.selected
    if not isinstance(selected, Neuron) or not stage.hasFocus():
        return None
    is_there = _is_there(stage, selected.layer, selected.index)
    return Places.of(stage).at(selected.layer, selected.index) if is_there else None


def _local(stage: Stage, x: int, y: int) -> QPoint:
    return stage.mapFromGlobal(QPoint(x, y))


def _neuron_at(stage: Stage, x: int, y: int) -> Neuron | None:
    layout, point = stage.layout_of_network, _local(stage, x, y)
    return None if layout is None else neuron_at(layout, point.x(), point.y())


def _rect_in(stage: Stage, place: Place) -> QRect:
    """Where something is in the view; empty before anything stands anywhere."""
    layout = stage.layout_of_network
    if layout is None or place.layer >= len(layout.layers):
        return QRect()
    layer = layout.layers[place.layer]
    centres = layer.centres if place.index is None else layer.centres[place.index, None]
    (left, top), (right, bottom) = centres.min(axis=0), centres.max(axis=0)
    around = layer.radius
    width, height = right - left + 2 * around, bottom - top + 2 * around
    return QRectF(left - around, top - around, width, height).toAlignedRect()


def _rect(stage: Stage, place: Place) -> QRect:
    inside = _rect_in(stage, place)
    return inside if inside.isEmpty() else QRect(stage.mapToGlobal(inside.topLeft()), inside.size())


def _can_be_seen(stage: Stage, place: Place) -> bool:
    layout = stage.layout_of_network
    if layout is None or not stage.rect().intersects(_rect_in(stage, place)):
        return False
    return place.index is None or layout.layers[place.layer].place(place.index) is not None


# -------------------------------------------------------------------- what is said


def _columns(stage: Stage) -> int:
    """Columns of the input where it is a picture, 0 where it is no picture."""
    description = stage.drawing.description
    rows, columns = (1, 1) if description is None else description.image_shape
    is_picture = rows > 1 and columns > 1 and rows * columns == stage.sizes[0]
    return columns if is_picture else 0


def _name(stage: Stage, place: Place) -> str:
    columns = _columns(stage) if place.layer == 0 else 0
    size = stage.sizes[place.layer]
    row, column = divmod(place.index or 0, columns or 1)
    return _name_template(place, size, columns > 0).format(
        layer=place.layer, index=place.index, row=row, column=column, count=count(size)
    )


def _name_template(place: Place, size: int, is_picture: bool) -> str:
    if place.index is None and place.layer == 0:
        return _tr("Input, {count} pixels") if is_picture else _tr("Input, {count} numbers")
    if place.index is None:
        return (
            _tr("Layer {layer}, 1 neuron") if size == 1 else _tr("Layer {layer}, {count} neurons")
        )
    if place.layer == 0:
        return (
            _tr("Input, row {row}, column {column}") if is_picture else _tr("Input, number {index}")
        )
    return _tr("Layer {layer}, neuron {index}")


def _value(stage: Stage, place: Place) -> str:
    snapshot = stage.snapshot
    if snapshot is None or place.index is None:
        return ""
    return fixed(float(snapshot.activations[place.layer][place.index]))


def _description(stage: Stage, place: Place) -> str:
    """All its numbers; a as well, since not every reader says a value."""
    snapshot = stage.snapshot
    if snapshot is None or place.index is None:
        return ""
    layer, index = place.layer, place.index
    if layer == 0:
        return _tr("a = {a}").format(a=_value(stage, place))
    is_held = snapshot.held_at(layer, index) is not None
    text = (
        _tr("a is held at {a}, B = {B}, S = {S}") if is_held else _tr("a = {a}, B = {B}, S = {S}")
    )
    return text.format(
        a=_value(stage, place),
        B=fixed(float(snapshot.parameters.biases[layer - 1][index]), sign=True),
        S=fixed(float(snapshot.weighted_sums[layer - 1][index]), sign=True),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Accessible", text)


_TEXTS = {
    QAccessible.Text.Name: _name,
    QAccessible.Text.Value: _value,
    QAccessible.Text.Description: _description,
}
