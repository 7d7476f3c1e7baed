"""The network's picture as something to keep: an image of any size, shapes, the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMimeData,
    QPoint,
    QRect,
    QSaveFile,
    QSize,
)
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.errors import UserError
from visualiser.network_view.camera import Camera
from visualiser.network_view.drawing import Drawing
from visualiser.network_view.exported_lines import ExportedLines
from visualiser.number_format import count, plain
from visualiser.theme import Theme

# The whole network, or the part of it that the drawing's camera shows.
View = Literal["whole", "seen"]

# Pixels of an image: beyond them Qt draws wrongly, and few programs open it.
MOST_A_SIDE, MOST_MILLIONS = 16_384, 100
SVG_TYPE = "image/svg+xml"
# Programs take a pixel for so much of an inch.
_DOTS_PER_INCH, _METRES_PER_INCH = 96, 0.0254


@dataclass(frozen=True, eq=False)
class NetworkPicture:
    """A picture of what a drawing shows now, of any size.

    Attributes
    ----------
    drawing : Drawing
        Its scales hold, locked or not, and its marks but for the pointer's.
    size : QSize
        Of the picture at scale 1, in pixels.
    theme : Theme
    view : {"whole", "seen"}
    seen_in : QSize or None
        The size in which the drawing is seen; None for the picture's.
    """

    drawing: Drawing
    size: QSize
    theme: Theme
    view: View = "whole"
    seen_in: QSize | None = None

    @property
    def title(self) -> str:
        """What it shows."""
        description, snapshot = self.drawing.description, self.drawing.snapshot
        if description is None or snapshot is None:
            return _tr("Neural network")
        return _tr("Neural network {layers} at step {step}").format(
            layers="-".join(str(size) for size in description.sizes),
            step=count(snapshot.progress.position),
        )

    def image(self, scale: float = 1.0) -> QImage:
        """The picture as an image of so many device pixels a pixel.

        Raises
        ------
        UserError
            Where it would be too large.
        """
        return image_of(self.size, lambda painter: self._paint(painter, scale), scale)

    def shapes(self) -> QByteArray:
        """The picture as a file of shapes and text, SVG."""
        return shapes_of(self.size, lambda painter: self._paint(painter, None), self.title)

    def save(self, path: Path, scale: float = 1.0) -> None:
        """Write it into a file, as its name ends: .svg or .png, where ``scale`` holds.

        Raises
        ------
        UserError
            Where it would be too large, or cannot be written.
        """
        save(path, self.shapes() if wants_shapes(path) else png(self.image(scale)))

    def for_clipboard(self, scale: float = 1.0) -> QMimeData:
        """The picture both as an image and as shapes; who pastes it takes what suits.

        Raises
        ------
        UserError
            Where it would be too large.
        """
        data = QMimeData()
        data.setImageData(self.image(scale))
        data.setData(SVG_TYPE, self.shapes())
        return data

    def _paint(self, painter: QPainter, scale: float | None) -> None:
        """Draw it, where ``scale`` is None as shapes."""
        lines = ExportedLines(are_shapes=True) if scale is None else ExportedLines(scale)
        drawing = self.drawing.copy(lines)
        drawing.mark(replace(drawing.marks, hovered=None))
        drawing.set_theme(self.theme)
        area = QRect(QPoint(), self.size)
        painter.fillRect(area, self.theme.colour("ground"))
        layout = drawing.fresh_layout(self.size.width(), self.size.height())
        if layout is not None:
            drawing.look(self._camera())
            drawing.arrange(layout, 1.0)
            drawing.refresh(is_moving=False)
            drawing.paint(painter, area, is_whole=True)

    def _camera(self) -> Camera:
        """The drawing's, so that the same parts of the network are seen in this size."""
        seen, size = self.drawing.camera, self.seen_in or self.size
        if self.view == "whole" or seen.is_fitted:
            return Camera()
        left = seen.left * self.size.width() / size.width()
        top = seen.top * self.size.height() / size.height()
        return Camera(seen.zoom, left, top)


# -------------------------------------------------------------------- any picture


def wants_shapes(path: Path) -> bool:
    """Whether a file of that name holds shapes, and no image."""
    return path.suffix.lower() == ".svg"


def check_size(size: QSize, scale: float = 1.0) -> QSize:
    """The size of an image, in device pixels.

    Raises
    ------
    UserError
        Where it is too large.
    """
    width, height = round(size.width() * scale), round(size.height() * scale)
    if max(width, height) > MOST_A_SIDE or width * height > MOST_MILLIONS * 1_000_000:
        raise UserError(
            "An image of {width} × {height} pixels is too large; choose a size and a scale that "
            "make no more than {most} pixels a side and {millions} million in all.",
            width=count(width),
            height=count(height),
            most=count(MOST_A_SIDE),
            millions=MOST_MILLIONS,
        )
    return QSize(max(width, 1), max(height, 1))


def image_of(size: QSize, paint: Callable[[QPainter], None], scale: float = 1.0) -> QImage:
    """An image of what ``paint`` draws.

    Parameters
    ----------
    size : QSize
        Of what is drawn, in pixels.
    paint : callable
        Draws it with the painter that it is given.
    scale : float
        Device pixels per pixel.

    Raises
    ------
    UserError
        Where it would be too large.
    """
    image = QImage(check_size(size, scale), QImage.Format.Format_RGB32)
    if image.isNull():
        raise UserError(
            "There is not enough memory for an image of {width} × {height} pixels at scale "
            "{scale}; choose a smaller size or scale.",
            width=count(size.width()),
            height=count(size.height()),
            scale=plain(scale),
        )
    painter = QPainter(image)
    try:
        painter.setFont(QGuiApplication.font())
        painter.scale(scale, scale)
        paint(painter)
    finally:
        painter.end()
    dots = round(scale * _DOTS_PER_INCH / _METRES_PER_INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


def shapes_of(
    size: QSize, paint: Callable[[QPainter], None], title: str, *, clips: bool = False
) -> QByteArray:
    """The SVG file of what ``paint`` draws; a pixel is one of CSS.

    With ``clips``, what the painter cuts off is cut off: that takes SVG 1.1 instead of 1.2 Tiny.
    """
    buffer = QBuffer()
    version = QSvgGenerator.SvgVersion
    generator = QSvgGenerator(version.Svg11 if clips else version.SvgTiny12)
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS_PER_INCH)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(title)
    painter = QPainter(generator)
    try:
        font = QGuiApplication.font()
        # The family that is measured here, and where it is not installed, any like it.
        font.setFamilies([QFontInfo(font).family(), "sans-serif"])
        painter.setFont(font)
        paint(painter)
    finally:
        painter.end()
    return buffer.data()


def png(image: QImage) -> QByteArray:
    """The PNG file of an image."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes
    return buffer.data()


def save(path: Path, data: QByteArray) -> None:
    """Write a picture's file; where that fails, what was there before is still there.

    Raises
    ------
    UserError
        Where it cannot be written.
    """
    is_known = path.suffix.lower() in (".png", ".svg")
    file = QSaveFile(str(path))
    # A folder that allows no new file may hold one that can be overwritten.
    file.setDirectWriteFallback(True)
    is_open = is_known and file.open(QIODevice.OpenModeFlag.WriteOnly)
    is_written = is_open and file.write(data) == data.size()
    if not (is_written and file.commit()):
        raise UserError(
            "The picture cannot be written to {path}; choose another place, and a name that "
            "ends in .png or .svg.",
            path=path,
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkPicture", text)
