"""Ink as pictures on the screen, and pictures from elsewhere as ink."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.parameters import FloatArray
from visualiser.theme import DARK, Theme

# Of a picture from elsewhere, the longer side in pixels: the drawing has far fewer.
_LONGEST = 1024
# What a file is read as, at the most, in pixels a side and in all: more than photos have, and
# the window would stand still while it is read.
_MOST, _MOST_PIXELS = 20_000, 64_000_000


class InkPicture(QWidget):
    """A picture of ink, each of its pixels a square.

    Parameters
    ----------
    side : int
        How wide and high it is, in pixels.
    """

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._theme = side, DARK
        self._picture: FloatArray | None = None
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> FloatArray | None:
        """What is shown, rows × columns, from 0 to 1."""
        return self._picture

    def sizeHint(self) -> QSize:
        """Return its size."""
        return QSize(self._side, self._side)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.show_picture(self._picture)

    def show_picture(self, picture: FloatArray | None) -> None:
        """Show this one, or none."""
        self._picture = picture
        self._image = QImage() if picture is None else ink_image(picture, self._theme)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint it within a hairline."""
        painter = QPainter(self)
        try:
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.fillRect(box, self._theme.colour("off"))
            if not self._image.isNull():
                size = self._image.size().scaled(
                    self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio
                )
                inside = QRectF(0, 0, size.width(), size.height())
                inside.moveCenter(QRectF(self.rect()).center())
                painter.drawImage(inside, self._image)
            painter.setPen(self._theme.colour("faint"))
            painter.drawRect(box)
        finally:
            painter.end()


def ink_image(picture: npt.NDArray[np.generic], theme: Theme) -> QImage:
    """Ink in the colours of activations: floats from 0 to 1, or bytes from 0 to 255."""
    bytes_ = picture if picture.dtype == np.uint8 else _as_bytes(picture)
    rows, columns = bytes_.shape
    colours = _colours(theme)[bytes_]
    image = QImage(colours.tobytes(), columns, rows, columns * 4, QImage.Format.Format_RGB32)
    return image.copy()  # the bytes go when this function returns


def _as_bytes(picture: npt.NDArray[np.generic]) -> npt.NDArray[np.uint8]:
    floats = picture.astype(np.float32)
    return np.rint(np.clip(floats, 0, 1) * 255).astype(np.uint8)


@cache
def _colours(theme: Theme) -> npt.NDArray[np.uint32]:
    """The colour of each amount of ink from 0 to 255, as it lies in memory."""
    return np.array([theme.shade(amount / 255).rgb() for amount in range(256)], np.uint32)


def grey_of(image: QImage) -> npt.NDArray[np.uint8]:
    """The brightness of a picture, on white where it is see-through; shape (rows, columns)."""
    if max(image.width(), image.height()) > _LONGEST:
        size = QSize(_LONGEST, _LONGEST)
        image = image.scaled(
            image.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    grey = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


def image_in(data: QMimeData) -> QImage | None:
    """The picture that is carried or copied, itself or as a file; None where there is none."""
    if data.hasImage():
        image = data.imageData()
        return image if isinstance(image, QImage) and not image.isNull() else None
    path = picture_path(data)
    return None if path is None else _read(path)


def picture_path(data: QMimeData) -> Path | None:
    """The one picture file that is carried, by its name."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    known = {bytes(ending.data()).decode() for ending in QImageReader.supportedImageFormats()}
    return path if path.suffix.lower().removeprefix(".") in known else None


def _read(path: Path) -> QImage | None:
    """A picture file, made smaller as it is read; None where it cannot be."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    width, height = size.width(), size.height()
    if not size.isValid() or max(width, height) > _MOST or width * height > _MOST_PIXELS:
        return None
    if max(width, height) > _LONGEST:
        small = size.scaled(QSize(_LONGEST, _LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small.expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image
