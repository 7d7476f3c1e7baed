"""StillLabel: a label whose new text moves nothing around it as long as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from visualiser.number_format import NARROW_SPACE

NO_BREAK_SPACE = "\u00a0"
_HELD_STILL = 600  # milliseconds
_HIDDEN = Qt.WidgetAttribute.WA_WState_Hidden


class StillLabel(QLabel):
    """A label for what changes many times a second.

    A label has all that stands around it placed anew at each new text: on a page of fifty
    labels that takes longer than painting it. This one does so only where its text needs
    other room than it has.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kept_together(text), parent)
        self._rest: QTimer | None = None
        # For which width the height is known that the text needs, and that height.
        self._known = (-1, -1)
        # Layouts ask again and again how tall a text is at a width, and Qt lays it out each time.
        self._heights: dict[int, int] = {}
        # What it asks for until the text has held still: a layout may look at any time.
        self._held = 0

    def setText(self, text: str) -> None:
        """Show this text."""
        text = kept_together(text)
        if text == self.text():
            return
        if not self.isVisible():
            self._forget()
            super().setText(text)
            return
        width, before = self.width(), self._height()
        # It is told below, where it has to know.
        self._tell_no_layout(text)
        self._forget()
        has_to_fit = self.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Ignored
        is_too_wide = has_to_fit and not self.wordWrap() and self.sizeHint().width() > width
        needed = self._height()
        if is_too_wide or needed > max(before, self._held) or needed > self.height():
            self._held = 0
            self.updateGeometry()
        elif needed < before:
            self._held = max(self._held, min(before, self.height()))
            self._give_back_later()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text, or of a taller one that was there a moment ago."""
        needed = self._heights.get(width)
        if needed is None:
            # What the style adds counts as well.
            self.ensurePolished()
            needed = self._heights[width] = super().heightForWidth(width)
        return max(needed, self._held) if needed >= 0 and width == self.width() else needed

    def setWordWrap(self, on: bool) -> None:
        """Break lines or not."""
        self._forget()
        super().setWordWrap(on)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font or style."""
        self._forget()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold nothing that was held at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._held = 0

    def sizeHint(self) -> QSize:
        """Return the room of the text, as tall as that of a moment ago."""
        return super().sizeHint().expandedTo(QSize(0, self._held))

    def minimumSizeHint(self) -> QSize:
        """Return the same of the least room."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._held))

    def _forget(self) -> None:
        self._known = (-1, -1)
        self._heights.clear()

    def _give_back_later(self) -> None:
        """Give back room that is no longer needed once the text has held still.

        A line more and a line less in turn would move all below up and down.
        """
        if self._rest is None:
            self._rest = QTimer(self)
            self._rest.setSingleShot(True)
            self._rest.setInterval(_HELD_STILL)
            self._rest.timeout.connect(self._give_back)
        self._rest.start()

    @Slot()
    def _give_back(self) -> None:
        self._held = 0
        self.updateGeometry()

    def _tell_no_layout(self, text: str) -> None:
        # Of what is hidden, a layout is not told.
        is_hidden = self.isHidden()
        self.setAttribute(_HIDDEN, True)
        QLabel.setText(self, text)
        self.setAttribute(_HIDDEN, is_hidden)

    def _height(self) -> int:
        """What the text needs at the present width."""
        if self._known[0] != self.width():
            is_wrapped = self.wordWrap()
            height = (
                super().heightForWidth(self.width()) if is_wrapped else super().sizeHint().height()
            )
            self._known = (self.width(), height)
        return self._known[1]


class NumberLabel(StillLabel):
    """A number whose colour and size may change with it, which moves nothing either.

    Parameters
    ----------
    largest : int
        Pixels of the largest font that it is ever written in: it takes that font's height.
    """

    def __init__(self, largest: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("number")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._colour, self._size = "", largest
        self.setFixedHeight(QFontMetrics(self.font_of(largest)).height())

    def font_of(self, size: int) -> QFont:
        """The font in which it is written with so many pixels."""
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setPixelSize(size)
        return font

    def set_look(self, colour: str, size: int) -> None:
        """Write in this colour, or in the one of all text where it is empty, and size."""
        if (colour, size) != (self._colour, self._size):
            self._colour, self._size = colour, size
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the number takes as it is written."""
        metrics = QFontMetrics(self.font_of(self._size))
        return QSize(metrics.horizontalAdvance(self.text()), self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: no part of a number says what it is."""
        return self.sizeHint()

    def setText(self, text: str) -> None:
        """Show this number; its room does not depend on it."""
        if text != self.text():
            self._tell_no_layout(text)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Write the number."""
        painter = QPainter(self)
        usual = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QColor(self._colour) if self._colour else usual)
        painter.setFont(self.font_of(self._size))
        painter.drawText(self.contentsRect(), self.alignment(), self.text())
        painter.end()


def kept_together(text: str) -> str:
    """The same text, if it is HTML, with spaces that Qt's HTML keeps as they are.

    Of the spaces that do not break, it takes the narrow one for one that does.
    """
    return text.replace(NARROW_SPACE, NO_BREAK_SPACE) if "<" in text else text
