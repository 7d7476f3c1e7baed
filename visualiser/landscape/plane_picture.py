"""PlanePicture: the map as an image: into the clipboard, or into a PNG file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import UserError
from visualiser.errors import sentence
from visualiser.files.file_dialogs import file_dialog, usual_folder
from visualiser.network_view.export import image_of, png, save

_NAME, _ENDING = "cost-plane.png", "png"
# Pixels of the image for each of the widget's, along a side.
_SCALE = 2.0


class PlanePicture(QObject):
    """Copies and saves a widget's picture, twice as large as it is seen.

    Parameters
    ----------
    widget : QWidget
    window : QWidget
        In which it is.

    Signals
    -------
    told (str, bool)
        A sentence about what was done, or, with True, about what went wrong.
    """

    told = Signal(str, bool)

    def __init__(self, widget: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._widget, self._window = widget, window

    def image(self) -> QImage:
        """What the widget shows now.

        Raises
        ------
        UserError
            Where there is no room for it.
        """
        return image_of(self._widget.size(), self._paint, _SCALE)

    @Slot()
    def copy(self) -> None:
        """Put it on the clipboard."""
        try:
            QGuiApplication.clipboard().setImage(self.image())
        except UserError as error:
            self.told.emit(sentence(error), True)
        else:
            self.told.emit(self.tr("The picture is on the clipboard."), False)

    @Slot()
    def ask_where_to_save(self) -> None:
        """Let a file be named, and write into it the picture as it is now."""
        try:
            # While the question stands, another may be drawn.
            image = self.image()
        except UserError as error:
            self.told.emit(sentence(error), True)
            return
        dialog = file_dialog(
            self._window,
            self.tr("Save the picture"),
            usual_folder(),
            [self.tr("Pictures (*.png)")],
            lambda path: self.write(image, path),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_ENDING)
        dialog.selectFile(_NAME)
        dialog.open()

    def write(self, image: QImage, path: Path) -> None:
        """Write an image into a PNG file, and tell of it."""
        try:
            save(path, png(image))
        except UserError as error:
            self.told.emit(sentence(error), True)
        else:
            self.told.emit(self.tr("The picture is saved as {path}.").format(path=path), False)

    def _paint(self, painter: QPainter) -> None:
        ground = self._window.palette().window()
        painter.fillRect(QRect(QPoint(), self._widget.size()), ground)
        self._widget.render(painter, QPoint())
