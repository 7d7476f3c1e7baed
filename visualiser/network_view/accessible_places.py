"""Places: the layers and neurons that a screen reader asked for, and where they are.

Qt keeps what speaks for an object as long as the object lives. So every layer and neuron that
was asked for has a small object below the view: whatever ends the view, its places end with
it, and nothing is left that could be asked. None is made before it is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt

from visualiser.network_view.places import neuron_at
from visualiser.network_view.stage import Stage
from visualiser.selection import Neuron, Selection


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
    """The places of a view that were asked for, and what was told of them last.

    Attributes
    ----------
    told_sizes : tuple of int
        Neurons per layer.
    told_selection : Neuron, Connection or None
    told_text : str
        What was said of it.
    """

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._made: dict[tuple[int, int | None], Place] = {}
        self.told_sizes = stage.sizes
        self.told_selection: Selection = None
        self.told_text = ""

    @staticmethod
    def of(stage: Stage) -> Places:
        """Those of a view; they are the same as long as it lives."""
        found = stage.findChild(Places, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if isinstance(found, Places) else Places(stage)

    def at(self, layer: int, index: int | None = None) -> Place:
        """The place of a layer or a neuron, made where it is asked for the first time."""
        if (layer, index) not in self._made:
            self._made[layer, index] = Place(self, layer, index)
        return self._made[layer, index]


def is_there(stage: Stage, layer: int, index: int | None) -> bool:
    """Whether the network that is shown has this layer, and this neuron in it."""
    sizes = stage.sizes
    return layer < len(sizes) and (index is None or index < sizes[layer])


def focused_place(stage: Stage) -> Place | None:
    """The selected neuron while the keyboard is in the view."""
    selected = stage.drawing.marks.selected
    if not isinstance(selected, Neuron) or not stage.hasFocus():
        return None
    if not is_there(stage, selected.layer, selected.index):
        return None
    return Places.of(stage).at(selected.layer, selected.index)


def neuron_on_screen(stage: Stage, x: int, y: int) -> Neuron | None:
    """The neuron at a point of the screen."""
    layout, point = stage.layout_of_network, stage.mapFromGlobal(QPoint(x, y))
    return None if layout is None else neuron_at(layout, point.x(), point.y())


def _rect(stage: Stage, place: Place) -> QRect:
    layout = stage.layout_of_network
    if layout is None or place.layer >= len(layout.layers):
        return QRect()
    layer = layout.layers[place.layer]
    centres = layer.centres if place.index is None else layer.centres[place.index, None]
    (left, top), (right, bottom) = centres.min(axis=0), centres.max(axis=0)
    around = layer.radius
    width, height = right - left + 2 * around, bottom - top + 2 * around
    return QRectF(left - around, top - around, width, height).toAlignedRect()


def rect_on_screen(stage: Stage, place: Place) -> QRect:
    """Where a layer or a neuron is on the screen; empty before anything stands anywhere."""
    inside = _rect(stage, place)
    return inside if inside.isEmpty() else QRect(stage.mapToGlobal(inside.topLeft()), inside.size())


def can_be_seen(stage: Stage, place: Place) -> bool:
    """Whether it is drawn, and not beyond the view's edges."""
    layout = stage.layout_of_network
    if layout is None or not stage.rect().intersects(_rect(stage, place)):
        return False
    return place.index is None or layout.layers[place.layer].place(place.index) is not None
