"""LinkedLabel: a text of a chapter, whose links can be reached with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget

from visualiser.commands.keymap import present
from visualiser.theme import DARK, Theme
from visualiser.tour.inline import Text
from visualiser.tour.setting import text_html

_LINE_HEIGHT = 135  # per cent


class LinkedLabel(QLabel):
    """The label.

    Parameters
    ----------
    text : tuple of Piece

    Signals
    -------
    link_clicked (Deed or State)
    """

    link_clicked = Signal(object)

    def __init__(self, text: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._links = [piece.link for piece in text if piece.leads]
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        flags = Qt.TextInteractionFlag
        mouse = flags.TextSelectableByMouse | flags.LinksAccessibleByMouse
        self.setTextInteractionFlags(
            mouse | flags.LinksAccessibleByKeyboard if self._links else mouse
        )
        self.linkActivated.connect(self._click)
        self._theme = DARK
        if any(piece.kind == "key" for piece in text):
            present().changed.connect(self._set)
        self._set()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first link, or the last where the keyboard comes from there."""
        super().focusInEvent(event)
        forward = event.reason() == Qt.FocusReason.TabFocusReason
        if forward or event.reason() == Qt.FocusReason.BacktabFocusReason:
            # Qt would wait for another Tab, with nothing to be seen meanwhile.
            self.focusNextPrevChild(forward)

    def set_theme(self, theme: Theme) -> None:
        """Set the text in these colours."""
        self._theme = theme
        self._set()

    @Slot()
    def _set(self) -> None:
        html = text_html(self._text, self._theme)
        self.setText(f'<div style="line-height: {_LINE_HEIGHT}%">{html}</div>')

    @Slot(str)
    def _click(self, target: str) -> None:
        number = int(target.rpartition(":")[2])
        self.link_clicked.emit(self._links[number])
