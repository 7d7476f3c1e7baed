"""FirstNumbers: tells when a window shows all that is wanted at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from visualiser.training.session import TrainingSession
from visualiser.widgets.first_paint import FirstPaint

# Milliseconds after which the rest no longer waits, whatever is on the screen.
_AT_LATEST = 1000


class FirstNumbers(QObject):
    """Waits until the first numbers of a run are on the screen, but not for long.

    Parameters
    ----------
    window : QWidget
    network : QWidget
        Shows the numbers.
    session : TrainingSession
        Brings them.

    Signals
    -------
    due
        What takes long to make, and is not looked at first, may be made now; more than once.
    """

    due = Signal()

    def __init__(self, window: QWidget, network: QWidget, session: TrainingSession) -> None:
        super().__init__(window)
        self._window, self._network, self._session = window, network, session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.due)

    def wait(self) -> None:
        """Begin to wait, as the window is shown."""
        self._timer.start(_AT_LATEST)
        FirstPaint(self._window).done.connect(self._await_numbers)

    def stop(self) -> None:
        """Wait no more than for a frame that is on its way."""
        self._timer.stop()

    @Slot()
    def _await_numbers(self) -> None:
        if self._session.progress is not None:
            self._await_frame()
        else:
            once = Qt.ConnectionType.SingleShotConnection
            self._session.snapshot_taken.connect(self._await_frame, once)

    @Slot()
    def _await_frame(self) -> None:
        FirstPaint(self._network).done.connect(self.due)
        # Numbers that came early may be there to be seen already.
        self._network.update()
