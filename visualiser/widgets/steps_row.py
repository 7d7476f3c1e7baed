"""StepsRow: a number of steps, and the button that takes them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QWidget

from visualiser.widgets.number_field import grouping_locale

_MOST, _USUAL, _WIDTH = 10_000_000, 100, 92


class StepsRow(QWidget):
    """A row for a menu.

    Signals
    -------
    chosen
        So many steps, as `steps` says, are to be taken.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = _StepsBox()
        self._box.setRange(1, _MOST)
        self._box.setValue(_USUAL)
        self._box.setGroupSeparatorShown(True)
        self._box.setLocale(grouping_locale())
        self._box.setAccessibleName(self.tr("Number of steps"))
        self._box.setFixedWidth(_WIDTH)
        run = QPushButton(self.tr("Run this many steps"))
        run.setObjectName("chip")
        run.clicked.connect(self.chosen)
        self._box.entered.connect(run.click)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 4, 8, 6)
        layout.addWidget(self._box)
        layout.addWidget(run)

    @property
    def steps(self) -> int:
        """How many the button takes."""
        return self._box.value()

    def set_steps(self, steps: int) -> None:
        """Have the button take so many."""
        self._box.setValue(steps)


class _StepsBox(QSpinBox):
    """A number of steps; Enter takes them, where a menu would only close."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self.entered.emit()
        else:
            super().keyPressEvent(event)
