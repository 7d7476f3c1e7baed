"""AveragePictures: the mean example of each class, side by side."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.parameters import FloatArray
from visualiser.theme import DARK, Theme
from visualiser.widgets.over_data_rows import write
from visualiser.widgets.wish_bars import ink_image

_SIDE, _BETWEEN, _LINE = 44, 8, 18


class AveragePictures(QWidget):
    """A picture and a name for each class, in as many rows as there need be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._means: FloatArray | None = None
        self._shape = (1, 1)
        self._names: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The average picture of each class"))
        # Where no picture is pointed at.
        self.setToolTip(self.tr("The mean of all training examples of a class, input by input."))

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_means(self, means: FloatArray, shape: tuple[int, int], names: tuple[str, ...]) -> None:
        """Show these.

        Parameters
        ----------
        means : ndarray, shape (classes, N_0)
            Rows of NaN for classes without examples.
        shape : tuple of int
            Rows and columns of a picture.
        names : tuple of str
        """
        self._means, self._shape, self._names = means, shape, names
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as ten of them."""
        width = 10 * (_SIDE + _BETWEEN) - _BETWEEN
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one of them."""
        return QSize(_SIDE, _SIDE + _LINE)

    def heightForWidth(self, width: int) -> int:
        """As many rows as there need be."""
        rows = math.ceil(len(self._names) / self._columns(width)) if self._names else 1
        return rows * (_SIDE + _LINE + _BETWEEN) - _BETWEEN

    def event(self, event: QEvent) -> bool:
        """Name the class that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.text_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def text_at(self, place: QPointF) -> str:
        """What is said of the picture at a place; where there is none, of all of them."""
        for index, name in enumerate(self._names):
            if self._place(index).contains(place):
                text = self.tr("The mean of all training examples that truly are {name}.")
                return text.format(name=name)
        return self.toolTip()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        try:
            for index, name in enumerate(self._names):
                place = self._place(index)
                self._draw_picture(painter, index, QRectF(place.topLeft(), QSize(_SIDE, _SIDE)))
                text = QRectF(place.left() - 3, place.top() + _SIDE, _SIDE + 6, _LINE)
                write(painter, text, name, self._theme.text, Qt.AlignmentFlag.AlignHCenter)
        finally:
            painter.end()

    def _draw_picture(self, painter: QPainter, index: int, room: QRectF) -> None:
        if self._means is None:
            return
        rows, columns = self._shape
        scale = _SIDE / max(rows, columns)
        box = QRectF(0, 0, columns * scale, rows * scale)
        box.moveCenter(room.center())
        painter.drawImage(box, ink_image(self._means[index].reshape(self._shape), self._theme))

    def _place(self, index: int) -> QRectF:
        row, column = divmod(index, self._columns(self.width()))
        left, top = column * (_SIDE + _BETWEEN), row * (_SIDE + _LINE + _BETWEEN)
        return QRectF(left, top, _SIDE, _SIDE + _LINE)

    @staticmethod
    def _columns(width: int) -> int:
        return max(1, (width + _BETWEEN) // (_SIDE + _BETWEEN))
