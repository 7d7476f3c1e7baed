"""Comparison: a pinned neuron beside the selected one, in numbers that add up as shown."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from visualiser.number_format import DEFAULT_DECIMALS, count, fixed, plain, style
from visualiser.selection import Connection, Neuron
from visualiser.theme import DARK, Theme
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.coloured import coloured
from visualiser.widgets.labels import label, symbol, tabular

# The digits of a number that is not small: as many as float32 knows.
_KNOWN_DIGITS = 7
# Four columns have room for so many decimals. Of what is often small or very large, as many
# digits as everywhere else, and so many more where the other number is smaller still.
_MOST_DECIMALS, _MORE_DIGITS = 6, 2
# A slope below this power of ten is written with one.
_SMALL_ORDER = -4
# Pixels: of the text; that columns get where their numbers need no more, so that they hold still.
_TEXT_SIZE, _SMALL_TEXT_SIZE = 11, 10
_NAME_WIDTH, _WIDTHS = 56, (54, 62, 56, 78)
_W = symbol("W")


class Comparison(QWidget):
    """Two neurons side by side: their numbers, what these differ by, and what joins them.

    Hidden while no neuron is pinned.

    Signals
    -------
    unpin_asked ()
        The pinned neuron is to be let go of.
    connection_asked (Connection)
        The connection between the two was chosen.
    """

    unpin_asked = Signal()
    connection_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._between: Connection | None = None
        self._heading = label("heading", wrap=True)
        self._unpin = QToolButton()
        self._unpin.setText("×")
        self._unpin.setStyleSheet("padding: 0px 5px")
        self._unpin.setAccessibleName(self.tr("Unpin"))
        self._unpin.setToolTip(self.tr("Unpin: compare no longer."))
        self._unpin.clicked.connect(self.unpin_asked)
        self._numbers = label("number")
        self._numbers.setTextFormat(Qt.TextFormat.RichText)
        self._sentence = label("plain", wrap=True)
        self._show_between = QPushButton(self.tr("Show it"))
        self._show_between.setObjectName("chip")
        self._show_between.setToolTip(self.tr("Select the connection between the two."))
        self._show_between.clicked.connect(self._ask_for_connection)
        self._assemble()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Write numbers in these colours from the next state on."""
        self._theme = theme

    def show_pair(self, snapshot: Snapshot, neuron: Neuron, pinned: Neuron | None) -> None:
        """Compare two neurons as they are in this snapshot; with None, show nothing."""
        if pinned is None or pinned == neuron or not _is_in(snapshot.sizes, pinned):
            self.hide()
            return
        self._between = between(neuron, pinned)
        sentence = _sentence(snapshot, neuron, pinned, self._theme)
        self._numbers.setFont(_font(self._numbers.font()))
        self._heading.setText(_heading(snapshot, pinned))
        self._numbers.setText(_table(columns(snapshot, neuron, pinned), self._theme))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._show_between.setVisible(self._between is not None)
        self.show()

    def _assemble(self) -> None:
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._heading, 1)
        first.addWidget(self._unpin, 0, Qt.AlignmentFlag.AlignTop)
        last.addWidget(self._sentence, 1)
        last.addWidget(self._show_between)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        column.addLayout(first)
        column.addWidget(self._numbers)
        column.addLayout(last)

    @Slot()
    def _ask_for_connection(self) -> None:
        if self._between is not None:
            self.connection_asked.emit(self._between)


@dataclass(frozen=True)
class Column:
    """A quantity of two neurons, as shown.

    Attributes
    ----------
    letter : str
    this, pinned, difference : Decimal or None
        The numbers as shown, the difference being exactly that of the two; None where a
        number is not finite.
    texts : tuple of str
        How the three are written, with equally many decimals.
    has_sign : bool
        Whether the sign of the two themselves is shown by colour.
    """

    letter: str
    this: Decimal | None
    pinned: Decimal | None
    difference: Decimal | None
    texts: tuple[str, str, str]
    has_sign: bool

    @staticmethod
    def of(letter: str, this: float, pinned: float, is_slope: bool, has_sign: bool) -> Column:
        """A quantity of two neurons; ``is_slope`` for what is often small."""
        power, decimals = _writing(this, pinned, is_slope)
        unit = Decimal(1).scaleb(power - decimals)
        first, second = (_rounded(value, unit) for value in (this, pinned))
        difference = None if first is None or second is None else first - second
        texts = (
            _written(first, this, power, decimals, has_sign),
            _written(second, pinned, power, decimals, has_sign),
            _written(difference, math.nan, power, decimals, sign=True),
        )
        return Column(letter, first, second, difference, texts, has_sign)

    def html(self, theme: Theme) -> tuple[str, str, str]:
        """The three numbers, in the colour of their sign where that matters."""
        values = (self.this, self.pinned, self.difference)
        shows_sign = (self.has_sign, self.has_sign, True)
        this, pinned, difference = (
            text if value is None or not is_coloured else coloured(theme, float(value), text)
            for text, value, is_coloured in zip(self.texts, values, shows_sign, strict=True)
        )
        return this, pinned, difference


def columns(snapshot: Snapshot, neuron: Neuron, pinned: Neuron) -> list[Column]:
    """What both neurons have: a alone where one of them is an input."""
    this, other = (float(snapshot.activations[one.layer][one.index]) for one in (neuron, pinned))
    made = [Column.of("a", this, other, is_slope=False, has_sign=False)]
    if 0 in (neuron.layer, pinned.layer):
        return made
    for letter, layers, is_slope, has_sign in (
        ("S", snapshot.weighted_sums, False, False),
        ("B", snapshot.parameters.biases, False, True),
        ("∂C/∂B", snapshot.gradient.biases, True, True),
    ):
        this, other = (float(layers[one.layer - 1][one.index]) for one in (neuron, pinned))
        made.append(Column.of(letter, this, other, is_slope, has_sign))
    return made


def between(neuron: Neuron, pinned: Neuron) -> Connection | None:
    """The connection between two neurons, None where their layers are no neighbours."""
    if abs(neuron.layer - pinned.layer) != 1:
        return None
    before, after = sorted((neuron, pinned), key=lambda one: one.layer)
    return Connection(after.layer, after.index, before.index)


def _is_in(sizes: tuple[int, ...], neuron: Neuron) -> bool:
    return neuron.layer < len(sizes) and neuron.index < sizes[neuron.layer]


def _writing(this: float, pinned: float, is_slope: bool) -> tuple[int, int]:
    """The power of ten and the decimals with which both are written."""
    most_decimals = min(style().decimals, _MOST_DECIMALS)
    few_digits = min(style().digits, _MOST_DECIMALS - 1)
    sizes = [abs(value) for value in (this, pinned) if math.isfinite(value) and value != 0]
    if not sizes:
        return 0, 0 if is_slope else most_decimals
    orders = [math.floor(math.log10(size)) for size in sizes]
    low, high = min(orders), max(orders)
    is_small = is_slope and high < _SMALL_ORDER
    power = high if is_small or high >= _KNOWN_DIGITS else 0
    if is_slope:
        # A power of ten takes the room of a digit.
        most = few_digits + _MORE_DIGITS - (1 if power else 0)
        last = min(few_digits - 1 - low, most - 1 - high)
    else:
        last = min(most_decimals, (few_digits if power else _KNOWN_DIGITS) - 1 - high)
    return power, max(last + power, 0)


def _font(font: QFont) -> QFont:
    """The font of the numbers: smaller where these are long."""
    made = tabular(font)
    is_long = style().decimals > DEFAULT_DECIMALS
    made.setPixelSize(_SMALL_TEXT_SIZE if is_long else _TEXT_SIZE)
    return made


def _rounded(value: float, unit: Decimal) -> Decimal | None:
    return Decimal(value).quantize(unit) if math.isfinite(value) else None


def _written(
    value: Decimal | None, exact: float, power: int, decimals: int, sign: bool = False
) -> str:
    if value is None:
        return fixed(exact)
    suffix = plain(10.0**power).removeprefix("1") if power else ""
    return fixed(float(value.scaleb(-power)), decimals, sign) + suffix


def _heading(snapshot: Snapshot, pinned: Neuron) -> str:
    shape = snapshot.picture_shape
    if pinned.layer == len(snapshot.sizes) - 1:
        text = _tr("Compared with output neuron {index}, pinned")
    elif pinned.layer > 0:
        text = _tr("Compared with neuron {index} of layer {layer}, pinned")
    elif shape is None:
        text = _tr("Compared with input {index}, pinned")
    else:
        text = _tr("Compared with the input in row {row}, column {column}, pinned")
    row, column = divmod(pinned.index, shape[1] if shape else 1)
    return text.format(index=pinned.index, layer=pinned.layer, row=row, column=column)


def _table(shown: list[Column], theme: Theme) -> str:
    """The numbers of the selected neuron, of the pinned one below them, and the difference."""
    cells = [column.html(theme) for column in shown]
    rows = [("", [symbol(column.letter) for column in shown])]
    for place, name in enumerate((_tr("this one"), _tr("pinned"), _tr("difference"))):
        rows.append((name, [cell[place] for cell in cells]))
    lines = "".join(_row(name, numbers, theme) for name, numbers in rows)
    return f"<table width='100%' cellspacing=0 cellpadding=1>{lines}</table>"


def _row(name: str, numbers: list[str], theme: Theme) -> str:
    cells = "".join(
        f"<td align=right width={width} style='padding-left: 4px'>{number}</td>"
        for number, width in zip(numbers, _WIDTHS, strict=False)
    )
    named = f"<td width={_NAME_WIDTH} style='color: {theme.secondary}'>{name}</td>"
    # What is left of the width stays empty.
    return f"<tr>{named}{cells}<td></td></tr>"


def _sentence(snapshot: Snapshot, neuron: Neuron, pinned: Neuron, theme: Theme) -> str:
    """What joins or tells apart the two; empty where there is nothing to say."""
    chosen = between(neuron, pinned)
    if chosen is None:
        is_one_layer = neuron.layer == pinned.layer > 0
        return _weights_sentence(snapshot, neuron, pinned, theme) if is_one_layer else ""
    value = float(snapshot.parameters.weights[chosen.layer - 1][chosen.to, chosen.origin])
    text = (
        _tr("The {W} from the pinned neuron to this one is {value}.")
        if chosen.layer == neuron.layer
        else _tr("The {W} from this neuron to the pinned one is {value}.")
    )
    return text.format(W=_W, value=coloured(theme, value, fixed(value, sign=True)))


def _weights_sentence(snapshot: Snapshot, neuron: Neuron, pinned: Neuron, theme: Theme) -> str:
    """How far the incoming W of two neurons of one layer agree, and where they least do."""
    weights = snapshot.parameters.weights[neuron.layer - 1]
    this, other = (weights[one.index].astype(np.float64) for one in (neuron, pinned))
    if not (np.isfinite(this).all() and np.isfinite(other).all()):
        return ""
    origin = int(np.abs(this - other).argmax())
    if this[origin] == other[origin]:
        return _tr("Both have the same {W} from every input.").format(W=_W)
    shape = snapshot.picture_shape if neuron.layer == 1 else None
    row, column = divmod(origin, shape[1] if shape else 1)
    here, there = (float(values[origin]) for values in (this, other))
    return _weights_template(shape is not None).format(
        W=_W,
        same=count(int((np.sign(this) * np.sign(other) > 0).sum())),
        count=count(len(this)),
        origin=origin,
        row=row,
        column=column,
        here=coloured(theme, here, fixed(here, sign=True)),
        there=coloured(theme, there, fixed(there, sign=True)),
    )


def _weights_template(from_pixel: bool) -> str:
    if from_pixel:
        return _tr(
            "{W} has the same sign in both from {same} of {count} inputs; from row {row}, "
            "column {column} it differs most: {here} here, {there} there."
        )
    return _tr(
        "{W} has the same sign in both from {same} of {count} inputs; from neuron {origin} "
        "it differs most: {here} here, {there} there."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Comparison", text)
