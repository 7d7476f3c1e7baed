"""TitleRow: what a page is about, and at its right what can be done to it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from visualiser.widgets.labels import label


class TitleRow(QWidget):
    """A title with a button.

    Attributes
    ----------
    title : QLabel

    Signals
    -------
    menu_asked (QPoint)
        What can be done is to be offered, at this point of the screen.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title: QLabel = label("title", wrap=True)
        self._button = QPushButton(self.tr("Change …"))
        self._button.setObjectName("chip")
        self._button.setToolTip(
            self.tr(
                "Freeze it, knock it out or draw it anew, as a click with the other button does."
            )
        )
        self._button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self._button)

    @Slot()
    def _ask(self) -> None:
        self.menu_asked.emit(self._button.mapToGlobal(self._button.rect().bottomLeft()))
