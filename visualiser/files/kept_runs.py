"""KeptRuns: the folder where a window keeps its runs in progress, and what others have left."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDateTime, QLockFile

_LOCK, _ABOUT = "in use", "about.json"


@dataclass(frozen=True)
class LeftRun:
    """A run that a program which was killed did not come to save.

    Attributes
    ----------
    path : Path
        Where it is kept.
    file : Path or None
        The saved run that it goes on from.
    when : QDateTime
        When it was written last.
    """

    path: Path
    file: Path | None
    when: QDateTime


class KeptRuns:
    """A folder of a window's own, among those of other windows.

    It is locked as long as the window lives: what lies in a folder that nobody has locked was
    left by a program that was killed.

    Parameters
    ----------
    folder : Path
        Where the windows' folders are.
    """

    def __init__(self, folder: Path) -> None:
        self._all = folder
        self._own = folder / os.urandom(8).hex()
        self._lock: QLockFile | None = None
        self._count = 0

    def next_path(self) -> Path:
        """A file for one more run.

        Raises
        ------
        OSError
            Where there is no place for it.
        """
        if self._lock is None:
            self._own.mkdir(parents=True, exist_ok=True)
            lock = _lock_of(self._own)
            if not lock.tryLock(0):
                raise OSError(f"{self._own} cannot be locked")
            self._lock = lock
        self._count += 1
        return self._own / f"{self._count}.nnrun"

    def note_file(self, path: Path, file: Path | None) -> None:
        """Note which saved run the one that is kept in ``path`` goes on from."""
        with suppress(OSError):
            text = json.dumps({"file": None if file is None else str(file)})
            path.with_suffix(".json").write_text(text, "utf-8")

    def left(self) -> list[LeftRun]:
        """What others have left, the newest first; of each, the run that it was last on."""
        found = []
        with suppress(OSError):
            for folder in self._all.iterdir():
                if folder != self._own and folder.is_dir() and _is_left(folder):
                    found += _newest_in(folder)
        return sorted(found, key=lambda one: one.when.toSecsSinceEpoch(), reverse=True)

    def forget(self, one: LeftRun) -> None:
        """Delete what was left."""
        _remove(one.path.parent)

    def drop(self, path: Path) -> None:
        """Delete one of this window's runs."""
        beside = (f"{path}-wal", f"{path}-shm", path.with_suffix(".json"))
        for one in (path, *beside):
            with suppress(OSError):
                Path(one).unlink()

    def close(self) -> None:
        """Delete what this window has kept."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
            _remove(self._own)


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # However old it is, it holds as long as the program that made it runs.
    lock.setStaleLockTime(0)
    return lock


def _is_left(folder: Path) -> bool:
    lock = _lock_of(folder)
    is_free = lock.tryLock(0)
    lock.unlock()
    return is_free


def _newest_in(folder: Path) -> list[LeftRun]:
    runs = sorted(folder.glob("*.nnrun"), key=_written_at)
    if not runs:
        _remove(folder)
        return []
    newest = runs[-1]
    when = QDateTime.fromSecsSinceEpoch(round(_written_at(newest)))
    return [LeftRun(newest, _file_of(newest), when)]


def _written_at(path: Path) -> float:
    """Seconds; of the log beside it where that is newer."""
    beside = path.with_name(path.name + "-wal")
    return max(one.stat().st_mtime for one in (path, beside) if one.exists())


def _file_of(path: Path) -> Path | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return Path(json.loads(path.with_suffix(".json").read_text("utf-8"))["file"])
    return None


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
