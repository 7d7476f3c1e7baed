"""Seen: what the network sees of a drawing, and what it reads it as."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.parameters import FloatArray
from visualiser.pad.pictures import InkPicture
from visualiser.theme import Theme
from visualiser.widgets.labels import label

_SIDE = 96


class Seen(QWidget):
    """The input layer as a picture, with the answer below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr("The input layer: the drawing as the network sees it.")
        caption = label("secondary", self.tr("The network sees"), wrap=True)
        self._picture, self._answer = InkPicture(_SIDE), label("plain", wrap=True)
        self._picture.setAccessibleName(self.tr("What the network sees"))
        for part in (caption, self._picture):
            part.setToolTip(tip)
        self._answer.setToolTip(self.tr("The output with the largest a."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption)
        column.addWidget(self._picture)
        column.addSpacing(8)
        column.addWidget(self._answer)
        column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._picture.set_theme(theme)

    def show_picture(self, picture: FloatArray) -> None:
        """Show the input, rows × columns."""
        self._picture.show_picture(picture)

    def show_answer(self, name: str) -> None:
        """Say what it is read as; empty where that is not known."""
        self._answer.setText(self.tr("Read as {name}").format(name=name) if name else "")
