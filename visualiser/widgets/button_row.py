"""ButtonRow: a few small buttons side by side, in two rows where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

_BETWEEN = 6


class ButtonRow(QWidget):
    """A row of buttons that are smaller than usual.

    Parameters
    ----------
    buttons : QPushButton
    """

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        for button in buttons:
            button.setObjectName("chip")
            button.setAutoDefault(False)
            button.setStyleSheet("padding: 3px 6px; font-size: 12px;")
        self._buttons = buttons
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return how small it can be: half of the buttons have to fit side by side."""
        return QSize(self._width_of(self._half), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        buttons = self._buttons
        fits = self._width_of(len(buttons)) <= self.width()
        columns = len(buttons) if fits else self._half
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(buttons):
            self._grid.addWidget(button, place // columns, place % columns)

    @property
    def _half(self) -> int:
        return (len(self._buttons) + 1) // 2

    def _width_of(self, columns: int) -> int:
        """Pixels that so many columns take side by side."""
        widths = [button.sizeHint().width() for button in self._buttons]
        widest = (max(widths[column::columns]) for column in range(columns))
        return sum(widest) + (columns - 1) * _BETWEEN
