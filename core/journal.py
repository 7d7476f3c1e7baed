"""The autosave: the run in progress on disk, brought up to date bit by bit."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from core.errors import RunFileError
from core.run import Run
from core.run_database import has_tables_of_a_run
from core.run_writing import RunWriter, create_tables

_PAGE_SIZE = 8192
# Seconds to wait for another program that has locked the file: training waits as long.
_PATIENCE = 0.1


class Journal:
    """The run in progress on disk, a file that `core.load_run` opens.

    Whoever is killed leaves what was written last, in ``path`` and, beside it, a log of what
    SQLite has not put there yet (``path``-wal); they belong together.

    Parameters
    ----------
    path : Path
        A run that is there already is kept until another is written.

    Raises
    ------
    RunFileError
        Where it cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None
        self._writer: RunWriter | None = None
        self._files: tuple[object, ...] = ()
        try:
            self._begin()
        except (OSError, sqlite3.Error) as error:
            self._give_up()
            raise self._refusal(error) from error

    def write(self, run: Run) -> None:
        """Have all of a run on disk, in one transaction that appends what is new.

        Raises
        ------
        RunFileError
            Where that fails. What was written before is still there, unless the file is
            gone; the next call begins a new one, or tries once more.
        """
        try:
            if self._database is not None and _files_of(self._path) != self._files:
                # Others would no longer find what is written.
                raise FileNotFoundError(2, "it was deleted or replaced")
            self._write(run)
        except (OSError, sqlite3.Error) as error:
            self._give_up()
            raise self._refusal(error) from error
        except BaseException:
            self._give_up()
            raise

    def close(self) -> None:
        """Leave one whole file, with nothing beside it where that can be."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.execute("PRAGMA journal_mode = DELETE").fetchall()
            self._give_up()

    # ---------------------------------------------------------------- inside

    def _write(self, run: Run) -> None:
        database, writer = self._database, self._writer
        if database is None or writer is None:
            database, writer = self._begin()
        database.execute("BEGIN IMMEDIATE")
        try:
            writer.write(run)
            database.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                database.execute("ROLLBACK")
            raise

    def _begin(self) -> tuple[sqlite3.Connection, RunWriter]:
        """Open the file, made anew where it is none of ours."""
        if self._path.exists() and not _is_whole(self._path):
            for path in (self._path, *_beside(self._path)):
                path.unlink(missing_ok=True)
        database = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        self._database = database
        # What only this program uses needs no memory that is shared, and no file for it.
        for pragma in (
            f"page_size = {_PAGE_SIZE}",
            "locking_mode = EXCLUSIVE",
            "journal_mode = WAL",
            "synchronous = NORMAL",
        ):
            database.execute(f"PRAGMA {pragma}").fetchall()
        if not has_tables_of_a_run(database):
            database.execute("BEGIN IMMEDIATE")
            create_tables(database)
            database.execute("COMMIT")
        self._writer = RunWriter(database)
        self._files = _files_of(self._path)
        return database, self._writer

    def _give_up(self) -> None:
        """Let go of the file as it is."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
        self._database = self._writer = None

    def _refusal(self, error: Exception) -> RunFileError:
        return RunFileError(
            "The run in progress cannot be kept in {path} ({reason}); make room there, or save "
            "it in another place.",
            path=self._path,
            reason=" ".join(str(error).split()),
        )


def _beside(path: Path) -> list[Path]:
    return [Path(f"{path}-{end}") for end in ("wal", "shm", "journal")]


def _files_of(path: Path) -> tuple[object, ...]:
    """Which files they are: others of the same name are others."""
    found = [os.stat(name) for name in (path, _beside(path)[0])]  # noqa: PTH116 (twice as fast)
    return tuple((stat.st_dev, stat.st_ino) for stat in found)


def _is_whole(path: Path) -> bool:
    """Whether it is a run of this format in good order."""
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as database:
            return has_tables_of_a_run(database)
    except sqlite3.OperationalError:
        # Locked, or not to be opened: it is not ours to throw away.
        raise
    except sqlite3.DatabaseError:
        return False
