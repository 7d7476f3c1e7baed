"""PictureSheet: the first examples of data as small pictures, each with what it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.parameters import FloatArray
from visualiser.theme import DARK, Theme

_COLUMNS, _LARGEST, _GAP = 10, 48, 8
# Pixels below a picture for what it is.
_NAME = 18
_FONT = 11


class PictureSheet(QWidget):
    """Ten pictures a row: from what 0 looks like on the screen to what 1 does.

    Numbers beyond 1 are shown as shares of the largest; those below 0 in the colour of negative
    numbers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._pictures: FloatArray = np.zeros((0, 1, 1), np.float32)
        self._names: tuple[str, ...] = ()
        self._images: list[QImage] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._images = [_image(picture, theme) for picture in self._scaled()]
        self.update()

    def show_pictures(self, pictures: FloatArray, names: Sequence[str]) -> None:
        """Show these.

        Parameters
        ----------
        pictures : ndarray, shape (n, rows, columns)
        names : sequence of str
            What each is.
        """
        self._pictures, self._names = pictures, tuple(names)
        text = self.tr("The first {count} training examples: {names}")
        self.setAccessibleName(text.format(count=len(names), names=", ".join(names)))
        self.set_theme(self._theme)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all pictures in their largest size."""
        width = _COLUMNS * _LARGEST + (_COLUMNS - 1) * _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """However narrow."""
        return QSize(0, self.heightForWidth(0))

    def heightForWidth(self, width: int) -> int:
        """Of all rows, with pictures as large as there is room for."""
        return self._rows() * (self._size(width) + _NAME + _GAP)

    def place_of(self, index: int) -> QRect:
        """Where a picture is drawn."""
        size = self._size(self.width())
        row, column = divmod(index, _COLUMNS)
        return QRect(column * (size + _GAP), row * (size + _NAME + _GAP), size, size)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw all pictures and their names."""
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(_FONT)
        painter.setFont(font)
        for index, (image, name) in enumerate(zip(self._images, self._names, strict=True)):
            place = self.place_of(index)
            painter.drawImage(_fitting(place, image), image)
            painter.setPen(self._theme.colour("hairline"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
            painter.setPen(self._theme.colour("secondary"))
            below = QRect(place.left(), place.bottom() + 1, place.width(), _NAME)
            # A longer name may take what is free between two pictures.
            below.adjust(-_GAP // 2 + 1, 0, _GAP // 2 - 1, 0)
            text = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, below.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say in full what a picture is that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(event), self)
            return True
        return super().event(event)

    def _tip_at(self, event: QHelpEvent) -> str:
        for index, name in enumerate(self._names):
            if self.place_of(index).adjusted(0, 0, 0, _NAME).contains(event.pos()):
                return self.tr("Training example {index}: {name}").format(index=index, name=name)
        return ""

    def _rows(self) -> int:
        return -(-len(self._names) // _COLUMNS)

    def _size(self, width: int) -> int:
        room = (width - (_COLUMNS - 1) * _GAP) // _COLUMNS
        return max(8, min(_LARGEST, room))

    def _scaled(self) -> FloatArray:
        largest = float(np.abs(self._pictures).max(initial=1.0))
        return self._pictures / np.float32(largest)


def _fitting(place: QRect, image: QImage) -> QRectF:
    """The largest rectangle of an image's shape in the middle of a square."""
    size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    found = QRectF(0, 0, size.width(), size.height())
    found.moveCenter(QRectF(place).center())
    return found


def _image(picture: FloatArray, theme: Theme) -> QImage:
    off, on, negative = (_channels(theme.colour(name)) for name in ("off", "on", "negative"))
    shares = np.expand_dims(picture, 2)
    full = np.where(shares > 0, on, negative)
    colours = np.rint(off + (full - off) * np.abs(shares)).astype(np.uint8)
    rows, columns = picture.shape
    made = QImage(colours.tobytes(), columns, rows, 3 * columns, QImage.Format.Format_RGB888)
    # Of its own memory: that of the bytes is gone in a moment.
    return made.copy()


def _channels(colour: QColor) -> FloatArray:
    return np.array([colour.red(), colour.green(), colour.blue()], np.float32)
