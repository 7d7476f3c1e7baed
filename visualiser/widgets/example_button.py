"""ExampleButton: an example as a small picture that can be pressed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from visualiser.number_format import count, fixed
from visualiser.theme import DARK, Theme
from visualiser.training.neuron_questions import Extreme
from visualiser.widgets.over_data_rows import short, write

_PICTURE, _LINE = 42, 15


class ExampleButton(QAbstractButton):
    """A test example: its picture, its true digit and the neuron's a.

    Attributes
    ----------
    extreme : Extreme or None
        What it stands for; None for nothing, and then it is empty.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.extreme: Extreme | None = None
        self._theme = DARK
        self._is_marked, self._called = False, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_extreme(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_marked(self, is_marked: bool) -> None:
        """Mark it as the example that is shown, or not."""
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self.update()

    def show_extreme(self, extreme: Extreme | None, name: str = "") -> None:
        """Stand for this example, whose class has a name where that is not its number."""
        self.extreme = extreme
        label = None if extreme is None else extreme.label
        self._called = name or ("" if label is None else str(label))
        self.setEnabled(extreme is not None)
        title = tip = self.tr("No example is here yet.")
        if extreme is not None and extreme.label is None:
            title = self.tr("Test example {index}: a = {a}")
            tip = self.tr("Test example {index}: a = {a}. Click to show it.")
        elif extreme is not None:
            title = self.tr("Test example {index}, truly {digit}: a = {a}")
            tip = self.tr("Test example {index}, truly {digit}: a = {a}. Click to show it.")
        fields = {} if extreme is None else self._fields(extreme)
        self.setAccessibleName(title.format(**fields))
        self.setToolTip(tip.format(**fields))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as its picture and two lines."""
        return QSize(_PICTURE + 6, _PICTURE + 2 * _LINE + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the picture and the numbers."""
        painter = QPainter(self)
        try:
            self._draw_frame(painter)
            if self.extreme is not None:
                self._draw_example(painter, self.extreme)
        finally:
            painter.end()

    def _fields(self, extreme: Extreme) -> dict[str, str]:
        return {
            "index": count(extreme.index),
            "digit": self._called,
            "a": fixed(extreme.a),
        }

    def _draw_frame(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.colour("hairline" if is_lit else "chip"))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1))
        elif self._is_marked:
            painter.setPen(QPen(theme.colour("selected"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)

    def _draw_example(self, painter: QPainter, extreme: Extreme) -> None:
        theme, centre = self._theme, Qt.AlignmentFlag.AlignHCenter
        top = QRectF(3, 3, self.width() - 6, _PICTURE)
        if extreme.picture is None:
            write(painter, top, count(extreme.index), theme.secondary, centre)
        else:
            rows, columns = extreme.picture.shape
            scale = min(top.width() / columns, top.height() / rows)
            box = QRectF(0, 0, scale * columns, scale * rows)
            box.moveCenter(top.center())
            painter.drawImage(box, ink_image(extreme, theme))
        digit = QRectF(3, 3 + _PICTURE, self.width() - 6, _LINE)
        called = painter.fontMetrics().elidedText(
            self._called, Qt.TextElideMode.ElideRight, round(1.2 * digit.width())
        )
        write(painter, digit, called, theme.text, centre, True)
        below = digit.translated(0, _LINE - 1)
        write(painter, below, short(extreme.a), theme.secondary, centre, largest=11)


def ink_image(extreme: Extreme, theme: Theme) -> QImage:
    """The picture of an example in the colours of an activation."""
    ink = extreme.picture
    if ink is None:
        return QImage()
    rows, columns = ink.shape
    off, on = (
        np.array([theme.colour(name).blue(), theme.colour(name).green(), theme.colour(name).red()])
        for name in ("off", "on")
    )
    filled = np.full((rows, columns, 4), 255, np.uint8)
    filled[..., :3] = np.rint(off + (on - off) * (ink[..., None] / 255))
    image = QImage(filled.tobytes(), columns, rows, columns * 4, QImage.Format.Format_RGB32)
    return image.copy()  # the bytes go when this function returns
