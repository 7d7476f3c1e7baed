"""LateScroll: scrolls to a place that is not there yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QScrollArea

# Milliseconds after which a page is as long as it is, all that it asked being answered.
_FILLED = 2_000


class LateScroll(QObject):
    """Scrolls an area down as soon as there is as much in it, unless somebody looks elsewhere.

    Parameters
    ----------
    area : QScrollArea
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self._awaited: int | None = None
        self._bar.rangeChanged.connect(self._go_on)
        self._bar.actionTriggered.connect(self.stop)

    @property
    def is_waiting(self) -> bool:
        """Whether there is a place to go to yet."""
        return self._awaited is not None

    def to(self, down: int) -> None:
        """Show what is so many pixels down."""
        self._awaited = down
        QTimer.singleShot(_FILLED, self, self.stop)
        self._go_on()

    @Slot()
    def stop(self) -> None:
        """Stay here."""
        self._awaited = None

    @Slot()
    def _go_on(self) -> None:
        if self._awaited is not None and self._awaited <= self._bar.maximum():
            down, self._awaited = self._awaited, None
            self._bar.setValue(down)
