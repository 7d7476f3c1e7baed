"""Opening a run on disk without trusting it: nothing is written, run or taken for granted."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from core.errors import RunFileError
from core.run_tables import APPLICATION_ID, FORMAT, OF_THESE_TABLES, OLDER_TABLES, TABLES

# Bytes of a database that is copied, as the journal of a program that was killed is.
_MOST_COPIED = 4 * 2**30
# A number that no version of the format has: the file is damaged.
_NO_VERSION = 10_000
# Bytes of text in a table: what a parser makes of it takes up to 24 times as much memory.
_MOST_TEXT = 12 * 2**20
# Objects in JSON, each of which takes up to 20 µs to make something of.
_MOST_OBJECTS = 100_000
_MOST_ROWS = 200_000
# Of the virtual machine of SQLite, about a second's.
_MOST_INSTRUCTIONS, _PART = 50_000_000, 1_000_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 10_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 30,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 10_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}


class RunDatabase(NamedTuple):
    """A run on disk, opened for reading, with the tables that it should have and no others.

    Attributes
    ----------
    connection : Connection
    size : int
        Bytes in the file: nothing in it can be larger.
    is_older : bool
        Whether it has the tables of formats 1 to 3.
    """

    connection: sqlite3.Connection
    size: int
    is_older: bool

    def rows(self, query: str, most: int = _MOST_ROWS) -> Iterator[tuple[Any, ...]]:
        """The rows of a query; ValueError where there are more."""
        for number, row in enumerate(self.connection.execute(query)):
            if number == most:
                raise ValueError("it has too many rows")
            yield row

    def texts(self, table: str, columns: str, most: int) -> Iterator[tuple[Any, ...]]:
        """At most so many rows of a table that holds numbers and text; else ValueError."""
        # No index: one can be damaged, or lie.
        length = objects = 0
        self.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_TEXT)
        for row in self.rows(f"SELECT {columns} FROM {table} NOT INDEXED", most):
            if not all(value is None or isinstance(value, int | str) for value in row):
                raise ValueError(f"its table {table} holds what it should not")
            texts = [value for value in row if isinstance(value, str)]
            length += sum(map(len, texts))
            objects += sum(text.count("{") for text in texts)
            if length > _MOST_TEXT or objects > _MOST_OBJECTS:
                raise ValueError(f"its table {table} is too long")
            yield row
        self.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, self.size)


@contextmanager
def open_run_database(path: Path) -> Iterator[RunDatabase]:
    """The database of a saved run, or of one that was in progress when a program was killed.

    Raises
    ------
    RunFileError
        Where a newer version of the program wrote it.
    ValueError, sqlite3.Error, OSError
        Where it is no run, or broken.
    """
    log = Path(f"{path}-wal")
    if not _has_log(path, log):
        with _opened(path, path) as database:
            yield database
        return
    # What was written last is in the log, and SQLite would merge both in the file itself.
    if path.stat().st_size + log.stat().st_size > _MOST_COPIED:
        raise ValueError("it is too large")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "run"
        shutil.copyfile(path, copy)
        shutil.copyfile(log, f"{copy}-wal")
        with closing(sqlite3.connect(copy)) as merging:
            merging.execute("PRAGMA journal_mode = DELETE").fetchall()
        with _opened(copy, path) as database:
            yield database


def _has_log(path: Path, log: Path) -> bool:
    """Whether a part of the database is in a log; one of a file before it is none of its own."""
    with path.open("rb") as file:
        # The versions that can write and read it; 2 for those that know logs.
        versions = file.read(20)[18:]
    # Unlike Path's own, this raises nothing where the name is too long.
    return versions == b"\2\2" and os.path.isfile(log) and log.stat().st_size > 0  # noqa: PTH113


@contextmanager
def _opened(path: Path, name: Path) -> Iterator[RunDatabase]:
    size = path.stat().st_size
    # No lock is taken and no other file looked at: nothing is ever written to a saved run.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, size)
        connection.set_progress_handler(_stop_after(_MOST_INSTRUCTIONS // _PART), _PART)
        for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        is_older = _version(connection, name) not in OF_THESE_TABLES
        _check_tables(connection, OLDER_TABLES if is_older else TABLES)
        yield RunDatabase(connection, size, is_older)


def _stop_after(calls: int) -> Callable[[], bool]:
    """A function that says at its so many-th call that it is enough."""
    left = iter(range(calls))
    return lambda: next(left, None) is None


def has_tables_of_a_run(connection: sqlite3.Connection) -> bool:
    """Whether a database is a run of this format; sqlite3.Error where it is broken."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if (application, version) != (APPLICATION_ID, FORMAT):
        return False
    try:
        _check_tables(connection, TABLES)
    except ValueError:
        return False
    return True


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise ValueError("it is no saved run")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    refuse_newer(version, path)
    # Formats 1 to 3 told their number in the table of facts alone.
    if version not in (0, *OF_THESE_TABLES):
        raise ValueError("its version is none")
    return int(version)


def refuse_newer(version: object, path: Path) -> None:
    """RunFileError where this is the number of a format that is not known yet."""
    if isinstance(version, int) and FORMAT < version < _NO_VERSION:
        raise RunFileError(
            "{path} was saved by a newer version of this program (format {format}, and this "
            "one knows {known}); update the program to open it.",
            path=path,
            format=version,
            known=FORMAT,
        )


def _check_tables(connection: sqlite3.Connection, tables: dict[str, str]) -> None:
    """ValueError unless there are these tables, made in this very way, and nothing else."""
    expected = {("table", name, name, statement) for name, statement in tables.items()}
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT 20"
    for row in connection.execute(query).fetchall():
        kind, name, table, statement = row
        own_index = kind == "index" and statement is None and name.startswith("sqlite_autoindex_")
        if own_index and table in tables:
            continue
        if row not in expected:
            raise ValueError("it has other tables than a saved run")
        expected.remove(row)
    if expected:
        raise ValueError("a table is missing")
