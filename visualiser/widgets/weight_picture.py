"""WeightPicture: numbers, one a pixel, as a zero-centred picture with its scale."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.parameters import FloatArray
from visualiser.number_format import plain
from visualiser.theme import DARK, Theme
from visualiser.widgets.labels import label, symbol

_SIDE = 104


class WeightPicture(QWidget):
    """A picture of numbers in the colours of signs, the stronger the larger.

    Parameters
    ----------
    name : str
        HTML of what the numbers are.
    tip : str
    """

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(tip)
        self._name = name
        self._canvas = _Canvas()
        self._caption = label("secondary")
        font = self._caption.font()
        font.setPixelSize(11)
        self._caption.setFont(font)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._canvas)
        column.addWidget(self._caption)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._canvas.theme = theme
        self._canvas.update()

    def show_values(self, values: FloatArray, scale: float) -> None:
        """Show rows × columns of numbers; colour is full from ``scale`` on."""
        self._canvas.values, self._canvas.scale = values, scale
        self._canvas.update()
        self._caption.setText(f"{symbol(self._name)} ±{plain(scale)}")

    def caption(self) -> str:
        """What stands below the picture."""
        return self._caption.text()


class _Canvas(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.theme = DARK
        self.values: FloatArray | None = None
        self.scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.values is None:
            return
        painter = QPainter(self)
        try:
            side = min(self.width(), self.height())
            rows, columns = self.values.shape
            cell = side / max(rows, columns)
            box = QRectF((self.width() - cell * columns) / 2, 0, cell * columns, cell * rows)
            painter.drawImage(box, signed_image(self.values, self.scale, self.theme))
        finally:
            painter.end()


def signed_image(values: FloatArray, scale: float, theme: Theme) -> QImage:
    """A picture of rows × columns of numbers on a zero-centred scale."""
    rows, columns = values.shape
    with np.errstate(over="ignore"):
        share = np.clip(np.nan_to_num(values) / (scale or 1), -1, 1)[..., None]
    zero, above, below = (_rgb(theme, name) for name in ("chip", "positive", "negative"))
    full = np.where(share >= 0, above, below)
    mixed = np.ones((rows, columns, 4), np.uint8) * 255
    # Blue, green, red, opacity: a 32-bit colour as it lies in memory.
    mixed[..., :3] = (zero + (full - zero) * np.abs(share))[..., ::-1]
    image = QImage(mixed.tobytes(), columns, rows, columns * 4, QImage.Format.Format_RGB32)
    return image.copy()  # the bytes go when this function returns


def _rgb(theme: Theme, name: str) -> FloatArray:
    colour = theme.colour(name)
    return np.array([colour.red(), colour.green(), colour.blue()], np.float64)
