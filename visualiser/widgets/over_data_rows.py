"""ClassRow and Axis: a histogram of a for each digit, all on one scale."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.parameters import FloatArray
from visualiser.number_format import count, fixed, plain, significant, style
from visualiser.theme import DARK, Theme, mixed
from visualiser.training.neuron_questions import OverTheData
from visualiser.widgets.labels import tabular

# Pixels to the left and to the right of the histograms: the digit, the mean.
_LEFT, _RIGHT = 28, 58
# With names in the place of digits; and the pixels of their smallest letters.
_NAMED_LEFT, _SMALLEST_NAME = 92, 10
_ROW, _LINE = 18, 15
# Of a number where there is little room.
_SHORT_DECIMALS = 4


def short(a: float) -> str:
    """An activation as it stands where there is little room: with four decimals at most.

    >>> short(0.98765), short(123.456), short(123456.0)
    ('0.9877', '123.46', '123456')
    """
    if abs(a) < 1000 or not np.isfinite(a):
        return fixed(a, min(_SHORT_DECIMALS, style().decimals) if abs(a) < 10 else 2)
    return significant(a, 3, sign=False)


class ClassRow(QWidget):
    """One digit's histogram, its mean as a tick and as a number.

    Parameters
    ----------
    digit : int or None
        None for a row of all examples, which are of no classes.
    name : str
        What the class is called, where that is not its number.
    is_digit : bool
        Whether a class without a name is a digit.
    """

    def __init__(
        self,
        digit: int | None,
        name: str = "",
        is_digit: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.digit, self.called = digit, "" if digit is None else name or str(digit)
        self._place = digit or 0
        self._is_named = bool(name) or not is_digit
        self._left = _NAMED_LEFT if name else _LEFT
        self._theme = DARK
        self._found: OverTheData | None = None
        self._is_marked = False
        self.setFixedHeight(_ROW)
        self._name()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_marked(self, is_marked: bool) -> None:
        """Mark it as the true digit of the example that is shown, or not."""
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self._name()
            self.update()

    def show_found(self, found: OverTheData | None) -> None:
        """Show this digit's part of it."""
        self._found = found
        self._name()
        self.update()

    def _name(self) -> None:
        found = self._found
        if self.digit is None:
            self._name_all(found)
            return
        if found is None:
            name = self.tr("Class “{digit}”") if self._is_named else self.tr("Digit {digit}")
            self.setAccessibleName(name.format(digit=self.called))
            tip = self.tr("How a is spread over the test examples that are truly {digit}.")
            self.setToolTip(tip.format(digit=self.called))
            return
        if self._is_named and self._is_marked:
            name = self.tr("Class “{digit}”, the one shown: the mean a is {mean}")
        elif self._is_named:
            name = self.tr("Class “{digit}”: the mean a is {mean}")
        elif self._is_marked:
            name = self.tr("Digit {digit}, the one shown: the mean a is {mean}")
        else:
            name = self.tr("Digit {digit}: the mean a is {mean}")
        mean = fixed(float(found.means[self._place]))
        self.setAccessibleName(name.format(digit=self.called, mean=mean))
        tip = self.tr(
            "How a is spread over the {count} test examples that are truly {digit}: a bar's height "
            "is the share of them with such an a, on one scale for all rows. The tick is their "
            "mean, {mean}."
        )
        examples = count(int(found.counts[self._place].sum()))
        self.setToolTip(tip.format(count=examples, digit=self.called, mean=mean))

    def _name_all(self, found: OverTheData | None) -> None:
        if found is None:
            self.setAccessibleName(self.tr("All test examples"))
            self.setToolTip(self.tr("How a is spread over the test examples."))
            return
        mean = fixed(float(found.means[0]))
        self.setAccessibleName(self.tr("All test examples: the mean a is {mean}").format(mean=mean))
        tip = self.tr(
            "How a is spread over the {count} test examples: a bar's height is the share of them "
            "with such an a. The tick is their mean, {mean}."
        )
        self.setToolTip(tip.format(count=count(int(found.counts[0].sum())), mean=mean))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        try:
            self._draw_words(painter)
            if self._found is not None:
                self._draw_bars(painter, self._found)
        finally:
            painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        theme = self._theme
        if self._is_marked:
            painter.fillRect(self.rect(), theme.colour("chip"))
            painter.fillRect(QRectF(0, 1, 3, _ROW - 2), theme.colour("selected"))
        write(
            painter,
            QRectF(6, 0, self._left - 12, _ROW),
            _cut(painter, self.called, self._left - 12),
            theme.text if self._is_marked else theme.secondary,
            Qt.AlignmentFlag.AlignRight,
            self._is_marked,
        )
        if self._found is not None:
            mean = float(self._found.means[self._place])
            room = QRectF(self.width() - _RIGHT + 4, 0, _RIGHT - 6, _ROW)
            write(painter, room, short(mean), theme.text, Qt.AlignmentFlag.AlignRight)

    def _draw_bars(self, painter: QPainter, found: OverTheData) -> None:
        theme, strip = self._theme, _strip(self.width(), _ROW, self._left)
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(strip.bottomLeft(), strip.bottomRight())
        if found.is_signed:
            zero = _place(found, 0.0, strip)
            painter.drawLine(QPointF(zero, strip.top()), QPointF(zero, strip.bottom()))
        shares, largest = _shares(found)
        bar = mixed(theme.colour("panel"), theme.colour("accent"), 0.75)
        width = strip.width() / len(shares[self._place])
        for place, share in enumerate(shares[self._place].tolist()):
            if share > 0:
                # What is there is seen, however little it is.
                height = max(1.0, share / largest * (strip.height() - 1))
                left = strip.left() + place * width
                painter.fillRect(QRectF(left, strip.bottom() - height, width - 1, height), bar)
        mean = float(found.means[self._place])
        if np.isfinite(mean):
            x = _place(found, mean, strip)
            painter.fillRect(QRectF(x - 1.5, strip.top() - 1, 3, strip.height() + 2), self._back())
            painter.fillRect(QRectF(x - 0.5, strip.top() - 1, 2, strip.height() + 2), theme.text)

    def _back(self) -> str:
        return self._theme.chip if self._is_marked else self._theme.panel


class Axis(QWidget):
    """Below the rows: from where to where they go, and what the number beside them is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._found: OverTheData | None = None
        self._left = _LEFT
        self.setFixedHeight(_LINE)
        self.setToolTip(
            self.tr(
                "From the least to the greatest a that σ can give; where σ has no such bound, to "
                "what occurs. In 20 steps of the same width."
            )
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_named(self, is_named: bool) -> None:
        """Leave room for names in the place of digits, or not."""
        self._left = _NAMED_LEFT if is_named else _LEFT
        self.update()

    def show_found(self, found: OverTheData | None) -> None:
        """Show the range of this."""
        self._found = found
        text = self.tr("From a = {low} to a = {high}")
        self.setAccessibleName("" if found is None else text.format(**_bounds(found)))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the numbers."""
        if self._found is None:
            return
        painter = QPainter(self)
        try:
            bounds, strip = _bounds(self._found), _strip(self.width(), _LINE, self._left)
            half = QRectF(strip.left(), 0, strip.width() / 2 - 10, _LINE)
            other = half.translated(strip.width() / 2 + 10, 0)
            middle = QRectF(strip.center().x() - 10, 0, 20, _LINE)
            mean = QRectF(self.width() - _RIGHT + 4, 0, _RIGHT - 6, _LINE)
            sides = Qt.AlignmentFlag
            for room, text, side in (
                (half, bounds["low"], sides.AlignLeft),
                (middle, "a", sides.AlignHCenter),
                (other, bounds["high"], sides.AlignRight),
                (mean, self.tr("mean"), sides.AlignRight),
            ):
                write(painter, room, text, self._theme.secondary, side)
        finally:
            painter.end()


def _shares(found: OverTheData) -> tuple[FloatArray, float]:
    sizes = found.counts.sum(axis=1, keepdims=True)
    shares = found.counts / np.maximum(sizes, 1)
    return shares, float(shares.max()) or 1.0


def _strip(width: int, height: int, left: int) -> QRectF:
    return QRectF(left, 2, width - left - _RIGHT, height - 3)


def _cut(painter: QPainter, name: str, width: int) -> str:
    """A name that would have to be written too small ends in … instead."""
    font = tabular(painter.font())
    font.setPixelSize(_SMALLEST_NAME)
    return QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, width)


def _place(found: OverTheData, a: float, strip: QRectF) -> float:
    low, high = float(found.edges[0]), float(found.edges[-1])
    share = min(max((a - low) / (high - low), 0.0), 1.0)
    return strip.left() + share * strip.width()


def _bounds(found: OverTheData) -> dict[str, str]:
    low, high = (plain(float(f"{edge:.4g}")) for edge in found.edges[[0, -1]])
    return {"low": low, "high": high}


def write(
    painter: QPainter,
    room: QRectF,
    text: str,
    colour: str,
    side: Qt.AlignmentFlag,
    is_bold: bool = False,
    largest: int = 12,
) -> None:
    """Write a line, smaller where it would not fit."""
    font = tabular(painter.font())
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    for size in range(largest, 6, -1):
        font.setPixelSize(size)
        painter.setFont(font)
        if painter.fontMetrics().horizontalAdvance(text) <= room.width():
            break
    painter.setPen(colour)
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
