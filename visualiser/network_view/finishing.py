"""Finishing: draws what there was no time for, while nothing else is to be done."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from visualiser.network_view.drawing import Drawing


class Finishing(QObject):
    """Has a drawing go on until all of it is drawn, in chunks between other events.

    Parameters
    ----------
    drawing : Drawing
    parent : QObject

    Signals
    -------
    drawn ()
        There is more to paint.
    """

    drawn = Signal()

    def __init__(self, drawing: Drawing, parent: QObject) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._draw_more)

    def go_on(self, is_playing: bool) -> None:
        """Draw more at once while frames follow each other, else in what time is left."""
        if self._drawing.is_complete:
            self._idle.stop()
        elif is_playing:
            self._drawing.go_on()
        else:
            self._idle.start()

    def stop(self) -> None:
        """Draw no more until it is asked for again."""
        self._idle.stop()

    @Slot()
    def _draw_more(self) -> None:
        self._drawing.go_on()
        if self._drawing.is_complete:
            self._idle.stop()
        self.drawn.emit()
