"""Interruption: what Ctrl+C in the terminal does to the window."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QSocketNotifier

from visualiser.main_window import MainWindow


class Interruption:
    """Closes the window when Ctrl+C is pressed in the terminal."""

    def __init__(self, window: MainWindow) -> None:
        # A handler may run between any two steps of other code, so it does nothing itself:
        # the byte that the signal writes into the socket comes round in Qt's loop.
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._window = window
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._close)
        self._before = signal.signal(signal.SIGINT, lambda *_: None)
        self._wakeup = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)

    def end(self) -> None:
        """Handle Ctrl+C as before."""
        signal.set_wakeup_fd(self._wakeup)
        signal.signal(signal.SIGINT, self._before)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _close(self) -> None:
        self._reader.recv(64)
        if self._window.files.is_asking:
            # Who presses it again does not want to be asked.
            self._window.close_at_once()
        else:
            self._window.close()
