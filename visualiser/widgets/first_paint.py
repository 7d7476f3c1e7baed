"""FirstPaint: tells when a widget has been painted, for what need not be there before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Waits for the first time from now on that a widget is painted.

    That it is shown is not enough: an event loop runs timers before it paints what is new.

    Parameters
    ----------
    widget : QWidget

    Signals
    -------
    done
        Once, as soon as all that is painted with it is on the screen.
    """

    done = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first Paint, and let it pass like all others."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The rest of its window is painted in this turn of the loop.
            QTimer.singleShot(0, self, self.done.emit)
        return False
