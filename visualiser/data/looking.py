"""Looking: looks at data in a process of its own, so that the window stays live."""

from __future__ import annotations

from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.datasets.finding import Found
from core.errors import UserError
from visualiser.data import looker
from visualiser.errors import sentence
from visualiser.training import session

_FRAME = 30  # milliseconds from one look into the pipe to the next


class Looking(QObject):
    """One look at a time: the next one ends the one before.

    Signals
    -------
    progressed (float)
        So much is read, from 0 to 1.
    found (Found)
    failed (str)
        There is no such data to be had: one sentence why.
    """

    progressed = Signal(float)
    found = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._timer = QTimer(self, interval=_FRAME)
        self._timer.timeout.connect(self._listen)

    @property
    def is_looking(self) -> bool:
        """Whether there is more to come."""
        return self._process is not None

    def look(self, source: str) -> None:
        """Begin to look at what `core.load_dataset` takes."""
        self.stop()
        self._source = source
        context = session.processes()
        self._connection, other_end = context.Pipe(duplex=False)
        self._process = context.Process(
            target=looker.main, args=(other_end, source), name="looking at data", daemon=True
        )
        self._process.start()
        # Ours must be the only end, or it would never be seen that the other one closes.
        other_end.close()
        self._timer.start()

    def stop(self) -> None:
        """Look no longer: the process is gone at once, and nothing more is told."""
        self._timer.stop()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None

    @Slot()
    def _listen(self) -> None:
        told: looker.Told | None = None
        try:
            while self._connection is not None and self._connection.poll():
                told = self._connection.recv()
                if not isinstance(told, looker.Share):
                    break
        except (EOFError, OSError):
            self._note_crash()
            return
        if isinstance(told, looker.Share):
            self.progressed.emit(told.done)
        elif told is not None:
            self._end(told)

    def _end(self, told: Found | UserError) -> None:
        self.stop()
        if isinstance(told, UserError):
            self.failed.emit(sentence(told))
        else:
            self.found.emit(told)

    def _note_crash(self) -> None:
        self.stop()
        text = self.tr(
            "Reading {source} failed: the process that read it ended unexpectedly. "
            "Choose other data, or less of it."
        )
        self.failed.emit(text.format(source=self._source))
