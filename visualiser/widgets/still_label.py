"""StillLabel: a label whose new text moves nothing around it as long as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from visualiser.number_format import NARROW_SPACE

NO_BREAK_SPACE = "\u00a0"
_HIDDEN = Qt.WidgetAttribute.WA_WState_Hidden


class StillLabel(QLabel):
    """A label for what changes many times a second.

    A label has all that stands around it placed anew at each new text: on a page of fifty
    labels that takes longer than painting it. This one does so only where its text needs
    other room than it has.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kept_together(text), parent)
        # For which width the height is known that the text needs, and that height.
        self._known = (-1, -1)

    def setText(self, text: str) -> None:
        """Show this text."""
        text = kept_together(text)
        if text == self.text():
            return
        if not self.isVisible():
            super().setText(text)
            self._known = (-1, -1)
            return
        width, before = self.width(), self._height()
        # Of what is hidden, a layout is not told; it is told below, where it has to know.
        self.setAttribute(_HIDDEN, True)
        super().setText(text)
        self.setAttribute(_HIDDEN, False)
        self._known = (-1, -1)
        is_too_wide = not self.wordWrap() and self.sizeHint().width() > width
        needed = self._height()
        if is_too_wide or needed != before or needed > self.height():
            self.updateGeometry()

    def _height(self) -> int:
        """What the text needs at the present width."""
        if self._known[0] != self.width():
            is_wrapped = self.wordWrap()
            height = self.heightForWidth(self.width()) if is_wrapped else self.sizeHint().height()
            self._known = (self.width(), height)
        return self._known[1]


def kept_together(text: str) -> str:
    """The same text, if it is HTML, with spaces that Qt's HTML keeps as they are.

    Of the spaces that do not break, it takes the narrow one for one that does.
    """
    return text.replace(NARROW_SPACE, NO_BREAK_SPACE) if "<" in text else text
