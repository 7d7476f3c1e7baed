"""A Run on disk: one SQLite database that anyone can open.

``docs/run-file.md`` describes its tables. Saving writes a new file beside the old one and
then takes its place, so a file is either the old run or the new one, whole. Nothing is ever
unpickled, opening a file never changes it, and every length is checked against the file
before anything is allocated.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import Any

from core.datasets import Dataset, load_dataset
from core.errors import DataError, RunFileError, UserError
from core.run import Run
from core.run_database import RunDatabase, open_run_database, refuse_newer
from core.run_rebuilding import check_start, rebuild
from core.run_tables import OF_THESE_TABLES, data_checks, facts_check
from core.run_writing import RunWriter, create_tables
from core.stored_arrays import StoredArrays
from core.stored_branches import newer_branches, older_branches

_LONGEST_REASON, _MOST_FACTS = 200, 100
# Seconds after which nobody writes any more what is not finished.
_ABANDONED = 3600
# Larger pages than usual take large arrays faster.
_PAGE_SIZE = 8192


def save_run(run: Run, path: str | Path) -> None:
    """Save a run, with its branches, as ``path`` (by custom ``*.nnrun``).

    Raises
    ------
    RunFileError
        Where the file cannot be written; what was there before is untouched.
    """
    path = Path(path)
    beside = path.parent / f"{path.name}.{os.getpid()}.part"
    try:
        beside.unlink(missing_ok=True)
        _write_new(run, beside)
        _reach_disk(beside)
        beside.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise RunFileError(
            "The run cannot be saved as {path} ({reason}); choose another place.",
            path=path,
            reason=_reason(error),
        ) from error
    finally:
        # Where it did not take the place of the old one, or nobody waited for that.
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _settle(path)


def load_run(path: str | Path, data: Dataset | None = None) -> Run:
    """The run saved as ``path``, at the step where it was saved.

    Parameters
    ----------
    path : str or Path
    data : Dataset, optional
        Its data where that is at hand; otherwise it is loaded from where it came from.

    Raises
    ------
    RunFileError
        Where the file is missing, broken or no saved run, or was trained on other data.
    DataError
        Where its data cannot be had.
    """
    path = Path(path)
    # Unlike Path.is_file, no exception for a name that is too long or a closed folder.
    if not os.path.isfile(path):  # noqa: PTH113
        raise RunFileError(
            "There is no file {path}; give the name of a saved run (*.nnrun).", path=path
        )
    with _in_a_sentence(path), open_run_database(path) as database:
        facts = _facts(database, path)
        arrays = StoredArrays.of(database)
        if database.is_older:
            branches = older_branches(facts, arrays)
        else:
            branches = newer_branches(database, arrays)
        check_start(facts, arrays, branches[0].number)
        return rebuild(facts, branches, arrays, _data_of(facts, data, path))


# -------------------------------------------------------------------- writing


def _write_new(run: Run, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # Nothing to roll back to: a file that is not finished is thrown away.
        for pragma in (f"page_size = {_PAGE_SIZE}", "journal_mode = OFF", "synchronous = OFF"):
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN EXCLUSIVE")
        create_tables(database)
        RunWriter(database).write(run)
        database.execute("COMMIT")


def _settle(path: Path) -> None:
    """See to what is beside a new file, where that can be: the file itself is whole."""
    with suppress(OSError):
        # Not of this file, but of a journal that was here: SQLite would mix them.
        for end in ("wal", "shm", "journal"):
            Path(f"{path}-{end}").unlink(missing_ok=True)
        _sweep(path)
        if os.name == "posix":
            # Its name is to outlive a power cut as well.
            _reach_disk(path.parent)


def _sweep(path: Path) -> None:
    """Delete what programs that were killed have left beside a file of this name."""
    for part in path.parent.glob(f"{escape(path.name)}.*.part"):
        if time.time() - part.stat().st_mtime > _ABANDONED:
            part.unlink(missing_ok=True)


def _reach_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, would outlive a power cut."""
    number = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


# -------------------------------------------------------------------- reading


@contextmanager
def _in_a_sentence(path: Path) -> Iterator[None]:
    """Whatever is wrong with a file becomes one sentence."""
    try:
        yield
    except (RunFileError, DataError):
        raise
    except (
        UserError,
        sqlite3.Error,
        OSError,
        ArithmeticError,
        AttributeError,
        LookupError,
        MemoryError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise RunFileError(
            "{path} cannot be opened as a saved run ({reason}); choose another file.",
            path=path,
            reason=_reason(error),
        ) from error


def _reason(error: Exception) -> str:
    """What an exception says, as a part of a sentence."""
    if isinstance(error, MemoryError):
        return "it is larger than the memory"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, KeyError):
        return f"it has no {error}"
    return " ".join(str(error).split())[:_LONGEST_REASON].rstrip(".")


def _facts(database: RunDatabase, path: Path) -> dict[str, Any]:
    rows = dict(database.texts("facts", "name, value", _MOST_FACTS))
    facts = {name: json.loads(value) for name, value in rows.items()}
    number = facts.get("format")
    refuse_newer(number, path)
    if number not in ((1, 2, 3) if database.is_older else OF_THESE_TABLES):
        raise ValueError("its format is none")
    if facts.pop("check", None) != facts_check(facts):
        raise ValueError("its settings are damaged")
    return facts


def _data_of(facts: dict[str, Any], data: Dataset | None, path: Path) -> Dataset:
    """The data that a run was trained on."""
    name = facts["data"]
    if not isinstance(name, str):
        raise TypeError("its data has no name")
    data = data or load_dataset(name)
    checks = data_checks(data)
    # The first format did not look at the targets.
    if checks != (facts["data_check"], facts.get("targets_check", checks[1])):
        raise RunFileError(
            "{path} was trained on other data than {data} holds now; put the original data back.",
            path=path,
            data=name,
        )
    return data
