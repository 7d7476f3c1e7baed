"""PicturePreview: what a picture that is about to be kept will look like."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from visualiser.network_view.export import NetworkPicture

_SMALLEST = QSize(480, 336)


class PicturePreview(QWidget):
    """A picture, as large as there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(_SMALLEST)
        self.setAccessibleName(self.tr("What the picture will look like"))
        self._small = QPixmap()

    def show_picture(self, picture: NetworkPicture) -> None:
        """Draw this one, in small."""
        ratio = self.devicePixelRatioF()
        room = picture.size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        image = picture.image(room.width() / picture.size.width() * ratio)
        self._small = QPixmap.fromImage(image)
        self._small.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it in the middle, with a hairline around it."""
        painter = QPainter(self)
        try:
            size = self._small.deviceIndependentSize().toSize()
            place = self.rect().center() - QPoint(size.width() // 2, size.height() // 2)
            painter.drawPixmap(place, self._small)
            painter.setPen(self.palette().mid().color())
            painter.drawRect(place.x(), place.y(), size.width() - 1, size.height() - 1)
        finally:
            painter.end()
