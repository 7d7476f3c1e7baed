"""Keeping: the run in progress on disk, less than a second behind what it is."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from core.errors import RunFileError
from core.journal import Journal
from visualiser.training.opened_run import OpenedRun

# Seconds from when something is new until it is written, and until what failed is tried again.
_SOON, _LATER = 0.5, 5.0
# Where writing takes long it is done as seldom as a second behind allows.
_LATEST, _SHARE = 0.8, 0.02


class Keeping:
    """Writes the run into a `Journal` soon after it was altered or moved.

    Where there is no place for it yet nothing is written.
    """

    def __init__(self) -> None:
        self._journal: Journal | None = None
        self._path: Path | None = None
        self._written: object = None
        self._due_at: float | None = None
        self._took = 0.0
        self._has_failed = False

    def begin(self, path: Path) -> None:
        """Keep the run in this file from now on, and leave what was kept before as it is.

        Raises
        ------
        RunFileError
            Where the file cannot be made; it is tried again later.
        """
        self.close()
        self._path, self._written, self._has_failed = path, None, False
        self._due_at = time.perf_counter()
        try:
            self._open(path)
        except RunFileError:
            # It is said now, and not again at once.
            self._has_failed, self._due_at = True, time.perf_counter() + _LATER
            raise

    def note(self, opened: OpenedRun) -> None:
        """See whether there is something new of the run, to be written soon."""
        if self._path is not None and self._due_at is None and _state(opened) != self._written:
            wait = max(_SOON, min(_LATEST, self._took / _SHARE))
            self._due_at = time.perf_counter() + wait

    def wait(self) -> float | None:
        """Seconds until it is time to write; None where there is nothing to write."""
        return None if self._due_at is None else max(0.0, self._due_at - time.perf_counter())

    def write(self, opened: OpenedRun) -> Path | None:
        """Write the run; the file, where it is the first time that it holds this one.

        Raises
        ------
        RunFileError
            Where it cannot be written, and could before. It is tried again later.
        """
        if self._path is None:
            return None
        is_first, self._due_at = self._written is None, None
        began = time.perf_counter()
        try:
            journal = self._journal or self._open(self._path)
            journal.write(opened.run)
        except RunFileError:
            had_failed, self._has_failed = self._has_failed, True
            self._due_at = time.perf_counter() + _LATER
            if had_failed:
                return None
            raise
        self._took = time.perf_counter() - began
        self._written, self._has_failed = _state(opened), False
        return self._path if is_first else None

    def leave(self, opened: OpenedRun) -> None:
        """Write what is new of the run, where that can be, and leave its file."""
        self.note(opened)
        if self._due_at is not None:
            with suppress(RunFileError):
                self.write(opened)
        self.close()

    def close(self) -> None:
        """Leave the file whole, and write no more."""
        if self._journal is not None:
            self._journal.close()
        self._journal = self._path = self._due_at = None

    def _open(self, path: Path) -> Journal:
        self._journal = Journal(path)
        return self._journal


def _state(opened: OpenedRun) -> tuple[int, int]:
    """What distinguishes the run as it is now from itself at other times."""
    return opened.alterations.revision(opened.run), opened.run.position
