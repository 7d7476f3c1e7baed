"""Mutations of a database that leave it a database, whatever its tables are called."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import numpy as np

from tests.fuzz.byte_mutations import damaged
from tests.fuzz.databases import Seals, columns_of, quoted, tables_of
from tests.fuzz.json_mutations import mutated_json

_VALUES: tuple[Any, ...] = (
    None,
    0,
    1,
    -1,
    2**31,
    2**63 - 1,
    -(2**63),
    0.5,
    1e300,
    float("inf"),
    "",
    "0",
    "null",
    "[]",
    "{}",
    "9" * 5000,
    "[" * 100_000,
    "σ. Ω\n{x}",
    b"",
    b"\0",
    b"\xff" * 1000,
)
# In bytes, and in thousands of SQLite's own operations: as many each time, on any machine.
_LONGEST, _PATIENCE = 20_000_000, 1000
# What JSON can be like that nobody can read.
_BROKEN = (ValueError, RecursionError)
# What a column can be made to yield where it is read.
_EXPRESSIONS = (
    "zeroblob(560000000)",
    "randomblob(50)",
    "CAST(x'ff00ff' AS TEXT)",
    "hex(zeroblob(140000000))",
    "abs(-9223372036854775808)",
    "NULL",
    "1",
)


def mutated_database(random: np.random.Generator, path: Path) -> None:
    """Change the database in place, by one or two mutations."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # A mutant does not have to outlast a power cut.
        database.execute("PRAGMA synchronous = OFF")
        # What is computed without bounds is for the reader, not for us.
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        patience = iter(range(_PATIENCE))
        database.set_progress_handler(lambda: next(patience, None) is None, 1000)
        seals = Seals(database)
        for _ in range(random.integers(1, 3)):
            # Not every database can have every mutation, and some are too much for us as well.
            with suppress(sqlite3.Error, MemoryError):
                _ALL[random.integers(len(_ALL))](random, database)
        if random.integers(4):
            # Where nothing is left of what could be made right.
            with suppress(sqlite3.Error, MemoryError, LookupError, TypeError, *_BROKEN):
                seals.renew(database)


# ------------------------------------------------------------------------ of values


def _value(random: np.random.Generator, database: sqlite3.Connection) -> None:
    _set(random, database, lambda _: _VALUES[random.integers(len(_VALUES))])


def _json(random: np.random.Generator, database: sqlite3.Connection) -> None:
    """Another value somewhere in a JSON text."""

    def changed(value: Any) -> Any:
        with suppress(ValueError, TypeError, RecursionError):
            return mutated_json(random, value)
        return damaged(random, value) if isinstance(value, bytes) and value else value

    _set(random, database, changed)


def _blob(random: np.random.Generator, database: sqlite3.Connection) -> None:
    """Other numbers, or more or fewer of them."""

    def changed(value: Any) -> Any:
        return damaged(random, value) if isinstance(value, bytes) and value else value

    _set(random, database, changed)


def _large_blob(random: np.random.Generator, database: sqlite3.Connection) -> None:
    _set(random, database, lambda _: bytes(int(random.choice([10**5, 10**7]))))


def _set(
    random: np.random.Generator, database: sqlite3.Connection, changed: Callable[[Any], Any]
) -> None:
    table = _any(random, tables_of(database))
    column = _any(random, columns_of(database, table))
    query = f"SELECT rowid, {quoted(column)} FROM {quoted(table)}"
    row, value = _any(random, database.execute(query).fetchall())
    where = "" if random.integers(10) == 0 else " WHERE rowid = ?"
    parameters = (changed(value), row) if where else (changed(value),)
    database.execute(f"UPDATE {quoted(table)} SET {quoted(column)} = ?{where}", parameters)


def _drop_row(random: np.random.Generator, database: sqlite3.Connection) -> None:
    table = _any(random, tables_of(database))
    query = f"DELETE FROM {quoted(table)} WHERE rowid = ?"
    database.execute(query, _any(random, _rowids(database, table)))


def _repeat_rows(random: np.random.Generator, database: sqlite3.Connection) -> None:
    """Rows twice, which takes a table without its keys."""
    table = _any(random, tables_of(database))
    database.execute(f"CREATE TABLE other AS SELECT * FROM {quoted(table)}")
    database.execute(f"INSERT INTO other SELECT * FROM {quoted(table)}")
    database.execute(f"DROP TABLE {quoted(table)}")
    database.execute(f"ALTER TABLE other RENAME TO {quoted(table)}")


def _swap_values(random: np.random.Generator, database: sqlite3.Connection) -> None:
    table = _any(random, tables_of(database))
    column = quoted(_any(random, columns_of(database, table)))
    rows = database.execute(f"SELECT rowid, {column} FROM {quoted(table)}").fetchall()
    (one, first), (two, second) = _any(random, rows), _any(random, rows)
    for row, value in ((one, second), (two, first)):
        database.execute(f"UPDATE {quoted(table)} SET {column} = ? WHERE rowid = ?", (value, row))


# ------------------------------------------------------------------------ of the schema


def _view(random: np.random.Generator, database: sqlite3.Connection) -> None:
    """A view in the place of a table: of the same, without end, or huge."""
    table = _any(random, tables_of(database))
    columns = ", ".join(f"hidden.{quoted(column)}" for column in columns_of(database, table))
    database.execute(f"ALTER TABLE {quoted(table)} RENAME TO hidden")
    query = (
        f"SELECT {columns} FROM hidden",
        f"WITH RECURSIVE r AS (SELECT {columns} FROM hidden UNION ALL TABLE r) TABLE r".replace(
            "TABLE", "SELECT * FROM"
        ),
        f"SELECT {columns} FROM hidden, hidden AS b, hidden AS c, hidden AS d, hidden AS e",
    )[random.integers(3)]
    database.execute(f"CREATE VIEW {quoted(table)} AS {query}")


def _computed(random: np.random.Generator, database: sqlite3.Connection) -> None:
    """A column that is computed where it is read."""
    table = _any(random, tables_of(database))
    columns = columns_of(database, table)
    chosen = _any(random, columns)
    expression = _any(random, _EXPRESSIONS)
    described = [
        f"{quoted(c)} GENERATED ALWAYS AS (71) VIRTUAL" if c == chosen else quoted(c)
        for c in columns
    ]
    kept = ", ".join(quoted(c) for c in columns if c != chosen)
    database.execute(f"ALTER TABLE {quoted(table)} RENAME TO hidden")
    database.execute(f"CREATE TABLE {quoted(table)} ({', '.join(described)})")
    database.execute(f"INSERT INTO {quoted(table)} ({kept}) SELECT {kept} FROM hidden")
    database.execute("DROP TABLE hidden")
    # Only now, as it is computed where rows are written as well.
    database.execute("PRAGMA writable_schema = ON")
    query = "UPDATE sqlite_master SET sql = replace(sql, '(71)', ?) WHERE name = ?"
    database.execute(query, (f"({expression})", table))


def _trigger(random: np.random.Generator, database: sqlite3.Connection) -> None:
    table, other = _any(random, tables_of(database)), _any(random, tables_of(database))
    for event in ("INSERT", "UPDATE", "DELETE"):
        action = (f"DELETE FROM {quoted(other)}", "SELECT RAISE(ABORT, 'no. No')")[
            random.integers(2)
        ]
        when = ("BEFORE", "AFTER")[random.integers(2)]
        database.execute(
            f"CREATE TRIGGER on_{event} {when} {event} ON {quoted(table)} BEGIN {action}; END"
        )


def _columns_changed(random: np.random.Generator, database: sqlite3.Connection) -> None:
    table = quoted(_any(random, tables_of(database)))
    column = quoted(_any(random, columns_of(database, table)))
    database.execute(
        (
            f"ALTER TABLE {table} ADD COLUMN more DEFAULT 7",
            f"ALTER TABLE {table} DROP COLUMN {column}",
            f"ALTER TABLE {table} RENAME COLUMN {column} TO other",
        )[random.integers(3)]
    )


def _drop_table(random: np.random.Generator, database: sqlite3.Connection) -> None:
    table = quoted(_any(random, tables_of(database)))
    action = ("DROP TABLE {}", "DELETE FROM {}", "ALTER TABLE {} RENAME TO other")
    database.execute(action[random.integers(3)].format(table))


def _schema(random: np.random.Generator, database: sqlite3.Connection) -> None:
    """Text of the schema itself: of other tables, of other modules, or none."""
    database.execute("PRAGMA writable_schema = ON")
    column, value = (
        ("sql", "CREATE VIRTUAL TABLE x USING fts5(a)"),
        ("sql", None),
        ("sql", "CREATE TABLE x(a)"),
        ("sql", "CREATE TABLE x(a, b, c, d, e, f, g, h CHECK (randomblob(1000)))"),
        ("sql", "nonsense"),
        ("rootpage", 1),
        ("rootpage", 10**6),
        ("rootpage", -1),
        ("type", "view"),
        ("type", "index"),
        ("name", "sqlite_x"),
        ("tbl_name", "x"),
    )[random.integers(12)]
    table = _any(random, tables_of(database))
    database.execute(f"UPDATE sqlite_master SET {column} = ? WHERE name = ?", (value, table))


def _pragma(random: np.random.Generator, database: sqlite3.Connection) -> None:
    pragmas = (
        "application_id = 0",
        "application_id = -1",
        "user_version = 0",
        "user_version = 1",
        "user_version = 2147483647",
        "user_version = -2147483648",
        "journal_mode = WAL",
        "schema_version = 0",
        "default_cache_size = 2147483647",
    )
    database.execute(f"PRAGMA {_any(random, pragmas)}").fetchall()


def _rebuilt(random: np.random.Generator, database: sqlite3.Connection) -> None:
    """The same in pages of another size, or in other order."""
    database.execute(f"PRAGMA page_size = {_any(random, (512, 1024, 65536))}")
    database.execute(f"PRAGMA auto_vacuum = {random.integers(3)}")
    database.execute("VACUUM")


# ------------------------------------------------------------------------ small things


def _rowids(database: sqlite3.Connection, table: str) -> list[Any]:
    return database.execute(f"SELECT rowid FROM {quoted(table)}").fetchall()


def _any(random: np.random.Generator, choices: Any) -> Any:
    if not choices:
        raise sqlite3.DataError("there is nothing left to change")
    return choices[random.integers(len(choices))]


_ALL: tuple[Callable[[np.random.Generator, sqlite3.Connection], None], ...] = (
    _json,
    _json,
    _json,
    _json,
    _value,
    _value,
    _blob,
    _blob,
    _large_blob,
    _drop_row,
    _repeat_rows,
    _swap_values,
    _view,
    _computed,
    _trigger,
    _columns_changed,
    _drop_table,
    _schema,
    _pragma,
    _rebuilt,
)
