"""LayersDrawing: the layers of the new network as columns that can be taken hold of."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QEvent, QLineF, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from visualiser.new_network.one_layer import ABOVE, BELOW, SIDE, OneLayer
from visualiser.new_network.sizes import MOST_HIDDEN
from visualiser.theme import DARK, Theme

# Pixels: between the middles of layers, and of circles, at least.
_CLOSEST, _LOWEST = 76, 110
# Lines recede where there are many.
_OPACITY, _LINES = 0.55, 60.0


class LayersDrawing(QWidget):
    """Columns of circles with lines between them; see `LayerColumn` for what can be done.

    Signals
    -------
    changed
        By hand: a layer has another size, or there are more or fewer.
    inserted, removed (int)
        So many hidden layers stand before the one that is new, or gone.
    told (str)
        What happens if a layer that is dragged is let go; empty once none is.
    focused (QWidget)
        This part has the focus, and wants to be seen.
    """

    changed = Signal()
    inserted = Signal(int)
    removed = Signal(int)
    told = Signal(str)
    focused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layers of the new network"))
        self._theme = DARK
        self._is_known = False
        self._layers = [self._made(is_fixed=True), self._made(is_fixed=True)]
        self._arrange()

    # ---------------------------------------------------------------- what there is

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons of every layer, of those at both ends as the data needs them."""
        return tuple(layer.size for layer in self._layers)

    @property
    def hidden(self) -> tuple[int, ...]:
        """Neurons of every hidden layer."""
        return self.sizes[1:-1]

    @property
    def refusal(self) -> str:
        """Why what is typed into a field is no size; empty where all are."""
        return next((layer.refusal for layer in self._layers if layer.refusal), "")

    def show_ends(self, ends: tuple[int, int] | None) -> None:
        """Show how many inputs and outputs there are; None while that is not known."""
        self._is_known = ends is not None
        if ends is not None:
            self._layers[0].put(ends[0])
            self._layers[-1].put(ends[1])
        self._arrange()

    def put(self, hidden: tuple[int, ...]) -> None:
        """Show these hidden layers."""
        while len(self._layers) - 2 > len(hidden):
            self._layers.pop(1).dispose()
        while len(self._layers) - 2 < len(hidden):
            self._layers.insert(1, self._made(is_fixed=False))
        for layer, size in zip(self._layers[1:-1], hidden, strict=True):
            layer.put(size)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for layer in self._layers:
            layer.set_theme(theme)
        self.update()

    # ---------------------------------------------------------------- adding and taking out

    def insert_after(self, number: int) -> None:
        """Add a layer after the one of that number, as large as a hidden one beside it."""
        hidden = self.hidden
        if len(hidden) >= MOST_HIDDEN:
            return
        place = min(number, len(hidden))
        size = hidden[max(place - 1, 0)] if hidden else _usual_size(self.sizes)
        new = self._made(is_fixed=False)
        new.put(size)
        self._layers.insert(place + 1, new)
        self._arrange()
        new.column.setFocus()
        self.inserted.emit(place)
        self.changed.emit()

    def remove(self, number: int) -> None:
        """Take the hidden layer of that number out."""
        if not 0 < number < len(self._layers) - 1:
            return
        self._layers.pop(number).dispose()
        self._arrange()
        self._layers[min(number, len(self._layers) - 1)].column.setFocus()
        self.removed.emit(number - 1)
        self.changed.emit()

    def _made(self, is_fixed: bool) -> OneLayer:
        made = OneLayer(self, is_fixed)
        made.set_theme(self._theme)
        made.resized.connect(self._note_size)
        made.insertion_asked.connect(lambda: self.insert_after(made.number - 1))
        made.removal_asked.connect(lambda: self.remove(made.number))
        for part in made.parts:
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                part.installEventFilter(self)
        column = made.column
        column.insertion_asked.connect(lambda: self.insert_after(made.number))
        column.neighbour_asked.connect(lambda move: self._walk(made.number + move))
        column.told.connect(lambda way: self._tell(made, way))
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have what gets the focus seen."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(watched)
        return super().eventFilter(watched, event)

    def _walk(self, number: int) -> None:
        if 0 <= number < len(self._layers):
            self._layers[number].column.setFocus()

    @Slot()
    def _note_size(self) -> None:
        self._word()
        self.changed.emit()

    def _tell(self, layer: OneLayer, way: str) -> None:
        text = {
            "resize": self.tr("Up makes layer {layer} larger; sideways takes it out."),
            "out": self.tr("Let go to take layer {layer} out."),
        }.get(way, "")
        self.told.emit(text.format(layer=layer.number))
        self.update()

    # ---------------------------------------------------------------- place

    def sizeHint(self) -> QSize:
        """Return how large it is best."""
        return QSize(self._least_width, ABOVE + BELOW + 170)

    def minimumSizeHint(self) -> QSize:
        """Return how small it can be: layers are not drawn over each other."""
        return QSize(self._least_width, ABOVE + BELOW + _LOWEST)

    @property
    def _least_width(self) -> int:
        return 2 * SIDE + (len(self._layers) - 1) * _CLOSEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self._place()

    def _arrange(self) -> None:
        """Name, count, place and order all layers, as there are others."""
        self._word()
        self._place()
        parts = [part for layer in self._layers for part in layer.parts]
        parts = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, other in itertools.pairwise(parts):
            QWidget.setTabOrder(one, other)
        self.updateGeometry()

    def _word(self) -> None:
        last, before = len(self._layers) - 1, None
        can_insert = last - 1 < MOST_HIDDEN
        for number, layer in enumerate(self._layers):
            layer.word(number, last, before, self._is_known)
            layer.insert.setEnabled(can_insert)
            before = layer.size
        self.update()

    def _place(self) -> None:
        gap = (self.width() - 2 * SIDE) / (len(self._layers) - 1)
        for number, layer in enumerate(self._layers):
            layer.place(SIDE + number * gap, gap, self.height())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines; the layers draw themselves on top of them."""
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(self.rect())
            for left, right in itertools.pairwise(self._layers):
                if not (left.column.is_going_out or right.column.is_going_out):
                    self._draw_lines(painter, left, right)
        finally:
            painter.end()

    def _draw_lines(self, painter: QPainter, left: OneLayer, right: OneLayer) -> None:
        ends = [
            [(one.column.geometry().center().x(), one.column.y() + y) for y in one.column.middles()]
            for one in (left, right)
        ]
        lines = [QLineF(*start, *end) for start in ends[0] for end in ends[1]]
        opacity = _OPACITY * min(1.0, (_LINES / len(lines)) ** 0.5)
        painter.setPen(QPen(self._theme.colour("secondary", opacity), 0))
        painter.drawLines(lines)


def _usual_size(sizes: tuple[int, ...]) -> int:
    """What a first hidden layer has: 16, or as many as there are inputs where they are fewer."""
    return min(16, max(sizes[0], 2))
