"""Download: fetches MNIST's files on request, one after another, and checks each of them."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkAccessManager

from visualiser.data.download_words import disk_sentence, failure_sentence
from visualiser.data.fetch import Failure, Fetch, Problem
from visualiser.data.mirrors import MIRRORS, MNIST_FILES, KnownFile
from visualiser.data.part_file import PartFile

_PATIENCE = 20_000  # milliseconds without a single byte


class Download(QObject):
    """Brings files into a folder; nothing is asked of the network before `start`.

    A file that is there and right is not fetched again. One that is half there is gone on with. A
    mirror that fails is left for the next. A file takes its place only once its SHA-256 is right.
    All of it happens in the window's own event loop, which waits for nothing.

    Parameters
    ----------
    folder : Path
        Made where it is missing.
    mirrors : sequence of str
        Addresses that end with ``/``; the first is asked first.
    files : sequence of KnownFile
    patience : int
        Milliseconds without a single byte after which a mirror is given up.

    Signals
    -------
    progressed (int, int)
        So many bytes of all are there.
    finished (Path)
        The folder holds all files, and each is right.
    failed (str)
        A sentence: what is wrong, and what can be done.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        folder: Path,
        mirrors: Sequence[str] = MIRRORS,
        files: Sequence[KnownFile] = MNIST_FILES,
        patience: int = _PATIENCE,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._mirrors, self._files = folder, tuple(mirrors), tuple(files)
        self._patience = patience
        self._network = QNetworkAccessManager(self)
        self._part: PartFile | None = None
        self._fetch: Fetch | None = None
        # Files that are there; which mirror is asked; how many failed at the present file.
        self._done, self._mirror, self._failures = 0, 0, 0
        # One file a turn of the event loop: to check one takes a moment.
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._begin_file)

    @property
    def total(self) -> int:
        """Bytes of all files."""
        return sum(known.size for known in self._files)

    @property
    def is_running(self) -> bool:
        """Whether it has been started and has not come to an end."""
        return self._turn.isActive() or self._part is not None

    def start(self) -> None:
        """Fetch what is missing."""
        self.stop()
        self._done = 0
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._fail(disk_sentence(error, self._folder, self.total))
            return
        self._turn.start()

    def stop(self) -> None:
        """End it at once, whatever it waits for; what has come is kept for the next time."""
        self._turn.stop()
        if self._fetch is not None:
            self._fetch.stop()
            self._fetch.deleteLater()
            self._fetch = None
        if self._part is not None:
            self._part.close()
            self._part = None

    # ---------------------------------------------------------------- one file after another

    @Slot()
    def _begin_file(self) -> None:
        self._tell()
        if self._done == len(self._files):
            self.finished.emit(self._folder)
            return
        known = self._files[self._done]
        if known.is_at(self._folder / known.name):
            self._go_on()
            return
        self._failures = 0
        try:
            self._part = PartFile(known, self._folder)
            _check_space(self._folder, known.size - self._part.size)
            self._fetch_rest(self._part)
        except OSError as error:
            self._give_up(error)

    def _fetch_rest(self, part: PartFile) -> None:
        """Ask the present mirror for what is missing."""
        if part.is_whole:
            # It was so before: cut off between its last byte and its check.
            if part.take_its_place():
                self._go_on()
                return
            part.begin_anew()
        address = self._mirrors[self._mirror] + part.known.name
        self._fetch = Fetch(self._network, address, part, self._patience, self)
        self._fetch.progressed.connect(self._tell)
        self._fetch.ended.connect(self._note_end)

    @Slot(object)
    def _note_end(self, how: Failure | OSError | None) -> None:
        part, fetch = self._part, self._fetch
        if part is None or fetch is None:
            return
        self._fetch = None
        fetch.deleteLater()
        try:
            if isinstance(how, OSError):
                self._give_up(how)
            elif how is not None:
                self._try_another(part, how)
            elif part.take_its_place():
                self._go_on()
            else:
                self._try_another(part, self._wrong(part))
        except OSError as error:
            self._give_up(error)

    def _wrong(self, part: PartFile) -> Failure:
        host = QUrl(self._mirrors[self._mirror]).host()
        return Failure(Problem.WRONG, host, part.known.name)

    def _try_another(self, part: PartFile, failure: Failure) -> None:
        """Leave this mirror for the next, or give up after the last one."""
        if failure.problem is Problem.WRONG:
            part.begin_anew()
        self._tell()
        self._failures += 1
        self._mirror = (self._mirror + 1) % len(self._mirrors)
        if self._failures < len(self._mirrors):
            self._fetch_rest(part)
            return
        if not part.size:
            part.delete()
        self._fail(failure_sentence(failure))

    def _give_up(self, error: OSError) -> None:
        """End, as nothing can be written."""
        if self._part is not None and error.errno == errno.ENOSPC:
            # Leave the disk as full as it was.
            self._part.delete()
        self._fail(disk_sentence(error, self._folder, self.total))

    def _go_on(self) -> None:
        self._part = None
        self._done += 1
        self._turn.start()

    def _fail(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)

    @Slot()
    def _tell(self) -> None:
        done = sum(known.size for known in self._files[: self._done])
        self.progressed.emit(done + (self._part.size if self._part else 0), self.total)


def _check_space(folder: Path, needed: int) -> None:
    """Raise what a full disk would raise, before it is full."""
    if shutil.disk_usage(folder).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
