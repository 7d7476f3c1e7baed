"""How one example is drawn as a thumbnail."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen, QStaticText

from visualiser.browsing.picture_store import Look
from visualiser.number_format import fixed
from visualiser.theme import Theme
from visualiser.widgets.labels import tabular

_PICTURE, _TEXT, _EDGE = 56, 17, 5
_NARROW, _WIDE, _SHORT_NAME = 68, 104, 3
_NUMBER_LINE = 17
_MOST_TEXTS = 5000
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Thumbnail:
    """What stands on a thumbnail.

    Attributes
    ----------
    look : ndarray or None
    text : str
        Its class, and what it is read as where that is something else.
    is_wrong, is_shown, is_current : bool
        Whether it is misread; is what the network is shown; is where the keys are.
    """

    look: Look | None
    text: str
    is_wrong: bool
    is_shown: bool
    is_current: bool


def cell_size(names: tuple[str, ...]) -> QSize:
    """How large thumbnails are, with classes of these names."""
    has_long_names = any(len(name) > _SHORT_NAME for name in names)
    return QSize(_WIDE if has_long_names else _NARROW, _PICTURE + _TEXT + 2 * _EDGE)


class ThumbnailPainter:
    """Draws thumbnails in the colours of a theme.

    Parameters
    ----------
    theme : Theme
    font : QFont
    input_names : tuple of str
        Of what is no picture.
    """

    def __init__(self, theme: Theme, font: QFont, input_names: tuple[str, ...] = ()) -> None:
        self._theme = theme
        self._names = input_names
        self._shades = _shades(theme)
        self._wrong, self._text = theme.colour("negative"), theme.colour("text")
        self._font = tabular(font)
        self._font.setPixelSize(12)
        self._metrics = QFontMetrics(self._font)
        self._texts: dict[str, QStaticText] = {}
        # The last of the numbers there is room for, where an example has more.
        self._more = QCoreApplication.translate("Thumbnail", "{number} …")

    def draw(self, painter: QPainter, cell: QRectF, thumbnail: Thumbnail) -> None:
        """Draw one into a cell."""
        self._draw_frame(painter, cell.adjusted(1.5, 1.5, -1.5, -1.5), thumbnail)
        room = QRectF(cell.x() + _EDGE, cell.y() + _EDGE, cell.width() - 2 * _EDGE, _PICTURE)
        look = thumbnail.look
        if look is None:
            painter.setPen(QPen(self._theme.colour("hairline"), 1))
            painter.drawRect(_square(room).adjusted(0.5, 0.5, -0.5, -0.5))
        elif look.ndim == 2:
            self._draw_picture(painter, room, look)
        else:
            self._draw_numbers(painter, room, look)
        self._draw_text(
            painter, QRectF(room.x(), room.bottom() + 1, room.width(), _TEXT), thumbnail
        )

    def _draw_frame(self, painter: QPainter, box: QRectF, thumbnail: Thumbnail) -> None:
        colour = "accent" if thumbnail.is_current else "selected"
        if thumbnail.is_current or thumbnail.is_shown:
            painter.setPen(QPen(self._theme.colour(colour), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
        if thumbnail.is_current and thumbnail.is_shown:
            painter.setPen(QPen(self._theme.colour("selected"), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3)

    def _draw_picture(self, painter: QPainter, room: QRectF, look: Look) -> None:
        rows, columns = look.shape
        filled = self._shades[look.astype(np.intp, copy=False)]
        image = QImage(filled.data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
        scale = min(room.width() / columns, room.height() / rows)
        box = QRectF(0, 0, scale * columns, scale * rows)
        box.moveCenter(room.center())
        painter.drawImage(box, image)

    def _draw_numbers(self, painter: QPainter, room: QRectF, look: Look) -> None:
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("secondary"))
        line = QRectF(room.x(), room.y() + 2, room.width(), _NUMBER_LINE)
        for place, value in enumerate(look.tolist()):
            number = fixed(value, 2)
            if place == len(look) - 1 and len(self._names) > len(look):
                number = self._more.format(number=number)
            named = f"{self._names[place]} {number}" if place < len(self._names) else number
            text = named if self._metrics.horizontalAdvance(named) <= room.width() else number
            painter.drawText(line.translated(0, place * _NUMBER_LINE), _CENTRE, text)

    def _draw_text(self, painter: QPainter, room: QRectF, thumbnail: Thumbnail) -> None:
        painter.setFont(self._font)
        painter.setPen(self._wrong if thumbnail.is_wrong else self._text)
        laid_out = self._laid_out(thumbnail.text, int(room.width()))
        size = laid_out.size()
        left = room.x() + (room.width() - size.width()) / 2
        top = room.y() + (room.height() - size.height()) / 2
        painter.drawStaticText(QPointF(left, top), laid_out)

    def _laid_out(self, text: str, width: int) -> QStaticText:
        """A text ready to be drawn: most are drawn again and again, a hundred at a time."""
        if text not in self._texts:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            elided = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            made = QStaticText(elided)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.prepare(font=self._font)
            self._texts[text] = made
        return self._texts[text]


def _square(room: QRectF) -> QRectF:
    box = QRectF(0, 0, room.height(), room.height())
    box.moveCenter(room.center())
    return box


def _shades(theme: Theme) -> npt.NDArray[np.uint32]:
    """The colour of each ink from 0 to 255, as Qt has it in 32 bits."""
    return np.array([theme.shade(ink / 255).rgb() for ink in range(256)], np.uint32)
