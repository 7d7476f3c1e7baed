"""OneLayer: all that is shown of one layer of the new network, and of the gap before it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from core.errors import SettingError
from visualiser.errors import sentence
from visualiser.new_network.layer_column import LayerColumn
from visualiser.new_network.size_field import SizeField
from visualiser.new_network.sizes import weights_text
from visualiser.number_format import count
from visualiser.theme import Theme
from visualiser.widgets.labels import label, symbol
from visualiser.widgets.number_field import mark_invalid

# Pixels, from the top down: names, buttons, circles, sizes, three lines of counts.
NAME_HEIGHT, BUTTON, SIZE_HEIGHT, COUNT_HEIGHT = 20, 22, 28, 18
ABOVE = NAME_HEIGHT + BUTTON + 6
BELOW = SIZE_HEIGHT + 3 * COUNT_HEIGHT + 10
_COLUMN_WIDTH, _FIELD_WIDTH = 48, 58
# From the picture's left and right to the middles of the layers at both ends.
SIDE = 44


class OneLayer(QObject):
    """A layer's name, circles, size and B; and of the gap before it, “+” and how many W.

    Parameters
    ----------
    parent : QWidget
        On which all is placed.
    is_fixed : bool
        Whether the data decides its size: the first and the last layer.

    Attributes
    ----------
    column : LayerColumn
    field : SizeField or QLabel
    refusal : str
        Why what is typed is no size; empty where it is one.

    Signals
    -------
    resized
        By hand.
    removal_asked, insertion_asked
        Of this layer; of one before it, by “+”.
    """

    resized = Signal()
    removal_asked = Signal()
    insertion_asked = Signal()

    def __init__(self, parent: QWidget, is_fixed: bool) -> None:
        super().__init__(parent)
        self._is_fixed = is_fixed
        self.refusal, self.number = "", 0
        self.name = _in_the_middle("secondary", parent)
        self.column = LayerColumn(is_fixed, parent)
        self.fixed_size = _in_the_middle("number", parent)
        self.field = SizeField(0, "", "")
        self.field.setParent(parent)
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.biases, self.product, self.weights = (
            _in_the_middle("secondary", parent),
            _in_the_middle("secondary", parent),
            _in_the_middle("secondary", parent),
        )
        self.remove, self.insert = _button("×", parent), _button("+", parent)
        self.field.edited.connect(self._take_typed)
        self.column.valueChanged.connect(self._take_value)
        self.column.typed.connect(self._begin_typing)
        self.column.removal_asked.connect(self.removal_asked)
        self.remove.clicked.connect(self.removal_asked)
        self.insert.clicked.connect(self.insertion_asked)

    @property
    def size(self) -> int:
        """How many neurons it has; where what is typed is no size, those it had before."""
        return self.column.value()

    def put(self, size: int) -> None:
        """Show that it has so many neurons."""
        self._show_size(size)
        self.field.put(size)
        self._note("")

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """All that is placed, in the order in which the keyboard goes through them."""
        return (
            self.insert,
            self.remove,
            self.column,
            self.field,
            self.name,
            self.fixed_size,
            self.biases,
            self.product,
            self.weights,
        )

    def dispose(self) -> None:
        """Be gone, with all parts."""
        for part in self.parts:
            part.hide()
            part.deleteLater()
        self.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.column.set_theme(theme)

    # ---------------------------------------------------------------- words

    def word(self, number: int, last: int, before: int | None, is_known: bool) -> None:
        """Say which layer it is of how many, and count.

        Parameters
        ----------
        number, last : int
            Its place, and that of the last layer.
        before : int or None
            Neurons of the layer before; None where there is none.
        is_known : bool
            Whether the data that decides the layers at both ends is known.
        """
        self.number = number
        text = {0: self.tr("Input"), last: self.tr("Output")}.get(number)
        self.name.setText(text or self.tr("Layer {layer}").format(layer=number))
        # A part that is made while its parent is shown is hidden at first.
        self.name.show()
        self.column.show()
        self._word_size(number, is_known)
        is_counted = before is not None and (is_known or 1 < number < last)
        for counted in (self.biases, self.product, self.weights):
            counted.setVisible(before is not None)
        if before is not None and is_counted:
            self._word_counts(number, before)
        else:
            for counted in (self.biases, self.product, self.weights):
                counted.setText("")
        self._word_buttons(number)

    def _word_size(self, number: int, is_known: bool) -> None:
        known = count(self.size) if is_known else "…"
        self.fixed_size.setText(known)
        self.fixed_size.setVisible(self._is_fixed)
        self.field.setVisible(not self._is_fixed)
        if self._is_fixed:
            name = (
                self.tr("Input: {size} neurons, one for each number of an example; the data decide")
                if number == 0
                else self.tr("Output: {size} neurons, as many as the data need")
            ).format(size=known)
            tip = self.tr("{what}.").format(what=name)
        else:
            name = self.tr("Layer {layer}, {size} neurons").format(layer=number, size=known)
            tip = self.tr(
                "Drag it up or down to resize it, sideways to take it out. Keys: ↑ ↓, "
                "Insert, Delete."
            )
        for part in (self.column, self.name, self.fixed_size):
            part.setAccessibleName(name)
            part.setToolTip(tip)
        self.field.rename(number, self.tr("Neurons in layer {layer}").format(layer=number))
        self.field.setToolTip(self.tr("How many neurons layer {layer} has.").format(layer=number))

    def _word_counts(self, number: int, before: int) -> None:
        weights, product = count(before * self.size), weights_text(before, self.size)
        self.product.setText(product)
        self.weights.setText(f"{weights} {symbol('W')}")
        self.biases.setText(f"{count(self.size)} {symbol('B')}")
        tip = self.tr(
            "W from each neuron of layer {before} to each of layer {layer}: N·N = {product} = "
            "{weights}."
        ).format(before=number - 1, layer=number, product=product, weights=weights)
        self.product.setToolTip(tip)
        self.weights.setToolTip(tip)
        tip = self.tr("One B for each neuron of layer {layer}.").format(layer=number)
        self.biases.setToolTip(tip)

    def _word_buttons(self, number: int) -> None:
        self.remove.setVisible(not self._is_fixed)
        self.insert.setVisible(number > 0)
        tip = self.tr("Take layer {layer} out. Key: Delete").format(layer=number)
        self.remove.setToolTip(tip)
        self.remove.setAccessibleName(self.tr("Take layer {layer} out").format(layer=number))
        name = self.tr("Add a layer between {before} and {layer}")
        name = name.format(before=number - 1, layer=number)
        self.insert.setAccessibleName(name)
        self.insert.setToolTip(self.tr("{what}.").format(what=name))

    # ---------------------------------------------------------------- place

    def place(self, x: float, gap: float, height: int) -> None:
        """Stand in a picture of this height, with the middle at ``x``, a gap after the last."""

        def put(part: QWidget, middle: float, top: int, width: int, tall: int) -> None:
            part.setGeometry(QRect(round(middle - width / 2), top, width, tall))

        below, wide = height - BELOW, round(gap)
        # Those at both ends stand this close to the picture's.
        named = min(wide, 2 * SIDE)
        put(self.name, x, 0, named, NAME_HEIGHT)
        put(self.remove, x, NAME_HEIGHT, BUTTON, BUTTON)
        put(self.column, x, ABOVE, _COLUMN_WIDTH, max(below - ABOVE, 1))
        put(self.field, x, below + 4, _FIELD_WIDTH, SIZE_HEIGHT - 2)
        put(self.fixed_size, x, below + 4, named, SIZE_HEIGHT - 2)
        counts = below + SIZE_HEIGHT + 6
        put(self.insert, x - gap / 2, NAME_HEIGHT, BUTTON, BUTTON)
        put(self.product, x - gap / 2, counts, wide, COUNT_HEIGHT)
        put(self.weights, x - gap / 2, counts + COUNT_HEIGHT, wide, COUNT_HEIGHT)
        put(self.biases, x, counts + 2 * COUNT_HEIGHT, named, COUNT_HEIGHT)

    # ---------------------------------------------------------------- by hand

    @Slot()
    def _take_typed(self) -> None:
        try:
            size = self.field.whole()
        except SettingError as error:
            self._note(sentence(error))
        else:
            self._show_size(size)
            self._note("")
        self.resized.emit()

    def _show_size(self, size: int) -> None:
        """Let the column have this size, and tell nobody."""
        self.column.blockSignals(True)
        if self._is_fixed:
            # Whatever the data need, and nothing else.
            self.column.setRange(size, size)
        self.column.setValue(size)
        self.column.blockSignals(False)
        self.column.update()

    @Slot(int)
    def _take_value(self, size: int) -> None:
        self.field.put(size)
        self._note("")
        self.resized.emit()

    @Slot(str)
    def _begin_typing(self, digit: str) -> None:
        self.field.setFocus()
        self.field.setText(digit)
        self.field.setModified(True)
        self._take_typed()

    def _note(self, refusal: str) -> None:
        self.refusal = refusal
        mark_invalid(self.field, bool(refusal))
        self.field.setAccessibleDescription(refusal)


def _in_the_middle(kind: str, parent: QWidget) -> QLabel:
    made = label(kind)
    made.setParent(parent)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _button(text: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setText(text)
    made.setObjectName("chip")
    made.setStyleSheet("padding: 0; font-weight: 600;")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
