"""Tables, columns and checksums of a database that nobody has described."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import suppress
from typing import Any


def tables_of(database: sqlite3.Connection) -> list[str]:
    """Their names."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return [name for (name,) in database.execute(query)]


def columns_of(database: sqlite3.Connection, table: str) -> list[str]:
    """Their names."""
    return [row[1] for row in database.execute(f"PRAGMA table_info({quoted(table)})")]


def quoted(name: str) -> str:
    """A name as SQL takes any."""
    return f'"{name}"'


class Seals:
    """Checksums of a database, found by trying, which can be made right again.

    Known are a CRC-32 of a row's BLOB, alone or after that of the row's name; and one of all
    other facts of a table of names and JSON values, as one of its facts.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        # By table: which columns hold the checksum, the BLOB and its name; and which fact.
        self._blobs: list[tuple[str, int, int, int | None]] = []
        self._facts: list[tuple[str, str]] = []
        for table in tables_of(database):
            rows = database.execute(f"SELECT * FROM {quoted(table)} LIMIT 100").fetchall()
            self._blobs += [(table, check, blob, name) for check, blob, name in _blob_seals(rows)]
            with suppress(ValueError, TypeError):
                self._facts += [(table, fact) for fact in _fact_seals(rows)]

    def renew(self, database: sqlite3.Connection) -> None:
        """Write the checksums that the content has now."""
        for table, check, blob, name in self._blobs:
            columns = columns_of(database, table)
            for row in database.execute(f"SELECT rowid, * FROM {quoted(table)}").fetchall():
                values = row[1:]
                if isinstance(values[blob], bytes):
                    new = _crc(values, blob, name)
                    query = (
                        f"UPDATE {quoted(table)} SET {quoted(columns[check])} = ? WHERE rowid = ?"
                    )
                    database.execute(query, (new, row[0]))
        for table, fact in self._facts:
            names = columns_of(database, table)
            facts = {
                k: json.loads(v) for k, v in database.execute(f"SELECT * FROM {quoted(table)}")
            }
            facts.pop(fact, None)
            query = (
                f"UPDATE {quoted(table)} SET {quoted(names[1])} = ? WHERE {quoted(names[0])} = ?"
            )
            database.execute(query, (json.dumps(_facts_crc(facts)), fact))


def _blob_seals(rows: list[Any]) -> list[tuple[int, int, int | None]]:
    """Places of (checksum, BLOB, name or None) in every row."""
    width = len(rows[0]) if rows else 0
    return [
        (check, blob, name)
        for check in range(width)
        for blob in range(width)
        for name in (None, *range(width))
        if all(
            isinstance(r[check], int)
            and isinstance(r[blob], bytes)
            and (name is None or isinstance(r[name], str))
            and _crc(r, blob, name) == r[check]
            for r in rows
        )
    ]


def _crc(row: Any, blob: int, name: int | None) -> int:
    return zlib.crc32(row[blob], 0 if name is None else zlib.crc32(str(row[name]).encode()))


def _fact_seals(rows: list[Any]) -> list[str]:
    facts = {name: json.loads(value) for name, value in rows}
    others = {n: {k: v for k, v in facts.items() if k != n} for n in facts}
    return [name for name, value in facts.items() if _facts_crc(others[name]) == value]


def _facts_crc(facts: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(facts, sort_keys=True).encode())
