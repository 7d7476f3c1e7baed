"""WishBars: how each example of the mini-batch would have one weight moved."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.parameters import FloatArray
from visualiser.number_format import count, fixed, plain, style
from visualiser.theme import DARK, Theme
from visualiser.training.connection_questions import BatchWishes
from visualiser.training.messages import RunDescription
from visualiser.widgets.coloured import sign_colour
from visualiser.widgets.labels import tabular

# Heights in pixels: the bars, their numbers, the pictures and their labels.
_BARS, _NUMBERS, _PICTURE, _LABELS, _GAP = 84.0, 13.0, 24.0, 16.0, 2.0
_WIDTH, _MEAN_ROOM = 344, 42.0
_WIDEST_COLUMN, _MOST_IN_A_ROW, _TEXT = 44.0, 7, 10
_DECIMALS = 2
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


class WishBars(QWidget):
    """A bar for each example, up for a larger weight, with its picture and its label below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._names: tuple[str, ...] = ()
        self._has_classes = True
        self._wishes: BatchWishes | None = None
        self._pictures: list[QImage] = []
        self._shape: tuple[int, int] | None = None
        # Kept while there is nothing to show, so that the height is.
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What each example asks of this weight"))

    def sizeHint(self) -> QSize:
        """As wide as the inspector has room for."""
        rows = 2 if self._is_staggered() else 1
        return QSize(_WIDTH, round(_BARS + rows * _NUMBERS + _PICTURE + _LABELS + 3 * _GAP))

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._picture_all()

    def show_wishes(self, wishes: BatchWishes | None, shape: tuple[int, int] | None) -> None:
        """Show these, with pictures of rows × columns; None for none yet, or no pictures."""
        if wishes is self._wishes and shape == self._shape:
            self.update()  # its numbers may be written in another style
            return
        before = self.sizeHint()
        if wishes is not None:
            self._shown = len(wishes.wishes)
        self._wishes, self._shape = wishes, shape
        self._picture_all()
        if self.sizeHint() != before:
            self.updateGeometry()

    def describe(self, description: RunDescription) -> None:
        """Call the classes as this run's data do, where there are any."""
        self._names, self._has_classes = description.class_names, description.has_classes

    def _called(self, index: int) -> str:
        if not self._has_classes:
            return ""
        label = 0 if self._wishes is None else int(self._wishes.labels[index])
        return self._names[label] if label < len(self._names) else str(label)

    def columns(self) -> list[QRectF]:
        """Where each example's bar is, over the height that all bars have."""
        shown = 0 if self._wishes is None else len(self._wishes.wishes)
        width = min(_WIDEST_COLUMN, (self.width() - _MEAN_ROOM) / max(1, shown))
        return [QRectF(index * width, 0, width, _BARS) for index in range(shown)]

    def tip_at(self, place: QPointF) -> str:
        """What the example under a point asks for, in a sentence; nothing where none is."""
        if self._wishes is not None:
            for index, column in enumerate(self.columns()):
                if column.left() <= place.x() < column.right():
                    return _sentence(self._wishes, index, self._called(index))
        return ""

    def event(self, event: QEvent) -> bool:
        """Say more of the example under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self.tip_at(QPointF(event.pos()))
            if said:
                QToolTip.showText(event.globalPos(), said, self)
                return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw them."""
        wishes = self._wishes
        if wishes is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._draw_bars(painter, wishes)
            self._draw_examples(painter, wishes)
            self._draw_mean(painter, wishes)
        finally:
            painter.end()

    # ---------------------------------------------------------------- parts

    def _draw_bars(self, painter: QPainter, wishes: BatchWishes) -> None:
        zero = _height(wishes, 0.0)
        for column, wish in zip(self.columns(), wishes.wishes.tolist(), strict=True):
            if not math.isfinite(wish) or wish == 0:
                continue
            side = min(18.0, column.width() * 0.6)
            top, bottom = sorted((_height(wishes, wish), zero))
            bar = QRectF(column.center().x() - side / 2, top, side, bottom - top)
            painter.fillRect(bar, QColor(sign_colour(self._theme, wish)))
        painter.setPen(QPen(self._theme.colour("faint"), 1))
        painter.drawLine(QPointF(0, zero), QPointF(self.width() - _MEAN_ROOM, zero))

    def _draw_examples(self, painter: QPainter, wishes: BatchWishes) -> None:
        texts, font = numbers(wishes), self._font()
        for index, column in enumerate(self.columns()):
            x, y = column.center().x(), _BARS + _GAP
            painter.setFont(font)
            is_zero = not any(digit in texts[index] for digit in "123456789")
            colour = "" if is_zero else sign_colour(self._theme, float(wishes.wishes[index]))
            painter.setPen(QColor(colour or self._theme.secondary))
            # Every other one stands lower, where they are wider than the bars are apart.
            down = _NUMBERS if self._is_staggered() and index % 2 else 0
            place = QRectF(column.left(), y + down, column.width(), _NUMBERS)
            painter.drawText(place, _CENTRED, texts[index])
            y += _NUMBERS * self._is_staggered()
            y += _NUMBERS + _GAP
            if self._pictures:
                side = min(_PICTURE, column.width() - 2)
                painter.drawImage(QRectF(x - side / 2, y, side, side), self._pictures[index])
            y += _PICTURE + _GAP
            painter.setFont(self._font())
            painter.setPen(self._theme.colour("secondary"))
            place = QRectF(column.left(), y, column.width(), _LABELS)
            called = painter.fontMetrics().elidedText(
                self._called(index), Qt.TextElideMode.ElideRight, round(place.width())
            )
            painter.drawText(place, _CENTRED, called)

    def _draw_mean(self, painter: QPainter, wishes: BatchWishes) -> None:
        if not math.isfinite(wishes.mean):
            return
        y, right = _height(wishes, wishes.mean), self.width() - _MEAN_ROOM
        painter.setPen(QPen(self._theme.colour("text"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(right, y))
        painter.setPen(self._theme.colour("text"))
        text = written(wishes.mean, power_of(wishes))
        # All of its letters stay inside the picture.
        place = QRectF(right + 4, min(max(0.0, y - 8), _BARS - 16), _MEAN_ROOM - 4, 16)
        painter.setFont(self._font())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)

    def _picture_all(self) -> None:
        wishes, shape = self._wishes, self._shape
        self._pictures = []
        if wishes is not None and shape is not None:
            self._pictures = [
                ink_image(inputs.reshape(shape), self._theme) for inputs in wishes.inputs
            ]
        self.update()

    def _is_staggered(self) -> bool:
        return self._shown > _MOST_IN_A_ROW

    def _font(self) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(_TEXT)
        return font


# -------------------------------------------------------------------- numbers


def power_of(wishes: BatchWishes) -> int:
    """The power of ten that all numbers of a picture share: the largest wish is 1 to 10."""
    sizes = np.abs(wishes.wishes[np.isfinite(wishes.wishes)])
    largest = float(sizes.max()) if sizes.size else 0.0
    return int(f"{largest:.{_DECIMALS}e}".split("e")[1])


def written(value: float, power: int) -> str:
    """A wish over a power of ten, with its sign.

    >>> written(-0.00123, -3)
    '−1.23'
    """
    return fixed(_scaled(value, power), _DECIMALS, sign=True)


def numbers(wishes: BatchWishes) -> list[str]:
    """The wishes as they are shown."""
    power = power_of(wishes)
    return [written(wish, power) for wish in wishes.wishes.tolist()]


def mean_holds(wishes: BatchWishes) -> bool:
    """Whether the numbers, as shown, have the mean that is shown."""
    power = power_of(wishes)
    parts = [*wishes.wishes.tolist(), wishes.rest]
    if not all(math.isfinite(part) for part in (*parts, wishes.mean)):
        return False
    exact = sum((_rounded(part, power) for part in parts), Decimal(0)) / wishes.count
    return abs(exact - _rounded(wishes.mean, power)) <= Decimal(5).scaleb(-_DECIMALS - 1)


def _scaled(value: float, power: int) -> float:
    # In two parts: 10 to the least power of all is 0 in floating point.
    half = power // 2
    return value / math.pow(10, half) / math.pow(10, power - half)


def _rounded(value: float, power: int) -> Decimal:
    return Decimal(f"{_scaled(value, power):.{_DECIMALS}f}")


def _height(wishes: BatchWishes, value: float) -> float:
    """How far from the top a wish is drawn."""
    finite: list[float] = wishes.wishes[np.isfinite(wishes.wishes)].tolist()
    mean = wishes.mean if math.isfinite(wishes.mean) else 0.0
    highest, lowest = max(0.0, mean, *finite), min(0.0, mean, *finite)
    span = highest - lowest
    if span == 0 or not math.isfinite(span):
        return _BARS / 2
    return 2 + (_BARS - 4) * (highest - value) / span


def _sentence(wishes: BatchWishes, index: int, called: str) -> str:
    wish = float(wishes.wishes[index])
    if not called:
        text = _unnamed(wish)
    elif wish > 0:
        text = _tr(
            "Example {example} of the training data, truly {digit}: a larger weight, {wish}."
        )
    elif wish < 0:
        text = _tr(
            "Example {example} of the training data, truly {digit}: a smaller weight, {wish}."
        )
    else:
        text = _tr("Example {example} of the training data, truly {digit}: no change.")
    return text.format(
        example=count(int(wishes.examples[index])),
        digit=called,
        wish=plain(wish, style().digits),
    )


def _unnamed(wish: float) -> str:
    if wish > 0:
        return _tr("Example {example} of the training data: a larger weight, {wish}.")
    if wish < 0:
        return _tr("Example {example} of the training data: a smaller weight, {wish}.")
    return _tr("Example {example} of the training data: no change.")


def ink_image(inputs: FloatArray, theme: Theme) -> QImage:
    """A small picture of rows × columns of inputs, in the colours of activations."""
    rows, columns = inputs.shape
    share = np.clip(np.nan_to_num(inputs), -1, 1)[..., None]
    blank, ink, below = (_rgb(theme, name) for name in ("off", "on", "negative"))
    made = np.full((rows, columns, 4), 255, np.uint8)
    # Blue, green, red, opacity: a 32-bit colour as it lies in memory.
    full = np.where(share >= 0, ink, below)
    made[..., :3] = (blank + (full - blank) * np.abs(share))[..., ::-1]
    image = QImage(made.tobytes(), columns, rows, columns * 4, QImage.Format.Format_RGB32)
    return image.copy()  # the bytes go when this function returns


def _rgb(theme: Theme, name: str) -> FloatArray:
    colour = theme.colour(name)
    return np.array([colour.red(), colour.green(), colour.blue()], np.float64)


def _tr(text: str) -> str:
    return QCoreApplication.translate("WishBars", text)
