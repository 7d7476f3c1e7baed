"""A Run on disk: one SQLite database that anyone can open.

Tables: ``facts`` (name, value as JSON; ``check`` is a CRC-32 of the others) and ``arrays``
(name, dtype, shape as JSON, CRC-32 of name and data, data). Saving writes a new file beside
the old one and then takes its place, so a file is either the old run or the new one, whole.
Nothing is ever unpickled, and every length is checked against the file before anything is
allocated.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np

from core.datasets import Dataset, load_dataset
from core.errors import DataError, RunFileError, UserError
from core.history import Branch, Checkpoints, Costs, Segment
from core.metrics import Evaluation
from core.network import Network
from core.optimisers import OPTIMISERS
from core.parameters import FloatArray
from core.plain_history import plain_segment, segments_from_plain
from core.run import Run

FORMAT = 3
# Format 1 knew plain gradient descent with a constant η, and one σ for all layers; format 2
# knew no edits of W and B, nor which changes were made together.
_READABLE = (1, 2, FORMAT)
_APPLICATION_ID = 0x6E6E7275  # "nnru"
_DTYPES = ("float32", "float64")


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
        with closing(sqlite3.connect(beside)) as database, database:
            database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            _write(run, database)
        beside.replace(path)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise RunFileError(
            "The run cannot be saved as {path} ({reason}); choose another place.",
            path=path,
            reason=error,
        ) from error


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
    with _readable(path) as database:
        facts = {name: json.loads(value) for name, value in _rows(database, "facts", 2)}
        if facts.get("format") not in _READABLE:
            raise RunFileError(
                "{path} was saved by another version of this program (format {format}); "
                "open it with that one.",
                path=path,
                format=facts.get("format"),
            )
        if facts.pop("check", None) != _facts_check(facts):
            raise ValueError("its settings are damaged")
        data = data or load_dataset(facts["data"])
        checks = (_data_check(data), _targets_check(data))
        # The first format did not look at the targets.
        if checks != (facts["data_check"], facts.get("targets_check", checks[1])):
            raise RunFileError(
                "{path} was trained on other data than {data} holds now; "
                "put the original data back.",
                path=path,
                data=facts["data"],
            )
        return _rebuild(facts, _Arrays(database, path.stat().st_size), data)


# -------------------------------------------------------------------- writing


def _write(run: Run, database: sqlite3.Connection) -> None:
    network = run.network
    facts = {
        "format": FORMAT,
        "data": run.data.name,
        "data_check": _data_check(run.data),
        "targets_check": _targets_check(run.data),
        "sizes": network.sizes,
        "activation": network.activation_names,
        "cost": network.cost.name,
        "bias": network.bias,
        "initialiser": network.initialiser,
        "network_seed": network.seed,
        "dtype": network.parameters.vector.dtype.name,
        "seed": run.seed,
        "made_with": run.made_with,
        "position": run.position,
        "branch": run.branches.index(run.branch),
        "branches": [_described(branch, run.branches) for branch in run.branches],
    }
    facts["check"] = _facts_check(facts)
    database.execute("CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)")
    database.execute(
        "CREATE TABLE arrays (name TEXT PRIMARY KEY, dtype TEXT, shape TEXT, crc INT, data BLOB)"
    )
    rows = [(name, json.dumps(value)) for name, value in facts.items()]
    database.executemany("INSERT INTO facts VALUES (?, ?)", rows)
    for name, array in _arrays_of(run):
        check = _array_check(name, array.data)
        row = (name, array.dtype.name, json.dumps(array.shape), check, array.data)
        database.execute("INSERT INTO arrays VALUES (?, ?, ?, ?, ?)", row)


def _described(branch: Branch, branches: tuple[Branch, ...]) -> dict[str, Any]:
    return {
        "segments": [plain_segment(segment) for segment in branch.segments],
        "evaluations": [
            [step, found.cost, found.accuracy] for step, found in branch.evaluations.items()
        ],
        "spacing": branch.checkpoints.spacing,
        "length": len(branch.costs),
        "forked_at": branch.forked_at,
        "parent": branches.index(branch.parent) if branch.parent in branches else None,
    }


def _arrays_of(run: Run) -> Iterator[tuple[str, FloatArray]]:
    for number, branch in enumerate(run.branches):
        yield f"costs/{number}", np.ascontiguousarray(branch.costs.values)
        for step, vector in branch.checkpoints.vectors.items():
            yield f"checkpoints/{number}/{step}", vector


def _facts_check(facts: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(facts, sort_keys=True).encode())


def _array_check(name: str, content: bytes | memoryview) -> int:
    # With the name, as a damaged index can answer with another array of the same shape.
    return zlib.crc32(content, zlib.crc32(name.encode()))


def _data_check(data: Dataset) -> int:
    check = 0
    for examples in (data.train, data.test):
        check = zlib.crc32(np.ascontiguousarray(examples.labels).data, check)
        check = zlib.crc32(examples.with_ones.data, check)
    return check


def _targets_check(data: Dataset) -> int:
    check = 0
    for examples in (data.train, data.test):
        check = zlib.crc32(np.ascontiguousarray(examples.targets).data, check)
    return check


# -------------------------------------------------------------------- reading


class _Arrays:
    """Arrays of a database, each checked before it is believed."""

    def __init__(self, database: sqlite3.Connection, file_length: int) -> None:
        self._database = database
        self._file_length = file_length

    def __call__(self, name: str, *lengths: int) -> FloatArray:
        query = "SELECT dtype, shape, crc, length(data) FROM arrays WHERE name = ?"
        dtype, shape, crc, size = self._database.execute(query, (name,)).fetchone()
        [length] = json.loads(shape)
        if dtype not in _DTYPES or length not in lengths:
            raise ValueError(f"{name} has the wrong type or shape")
        if not size == length * np.dtype(dtype).itemsize <= self._file_length:
            raise ValueError(f"{name} has the wrong length")
        query = "SELECT data FROM arrays WHERE name = ?"
        (content,) = self._database.execute(query, (name,)).fetchone()
        if _array_check(name, content) != crc:
            raise ValueError(f"{name} is damaged")
        return np.frombuffer(content, dtype)


@contextmanager
def _readable(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, read-only; whatever is wrong with its content becomes one sentence."""
    try:
        address = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as database:
            (application,) = database.execute("PRAGMA application_id").fetchone()
            if application != _APPLICATION_ID:
                raise ValueError("it is no saved run")
            yield database
    except (RunFileError, DataError):
        raise
    except (
        UserError,
        sqlite3.Error,
        ValueError,
        KeyError,
        AttributeError,
        TypeError,
        IndexError,
        OverflowError,
    ) as error:
        raise RunFileError(
            "{path} cannot be opened as a saved run ({reason}); choose another file.",
            path=path,
            reason=error,
        ) from error


def _rows(database: sqlite3.Connection, table: str, width: int) -> list[tuple[Any, ...]]:
    kind = database.execute("SELECT type FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    if kind != ("table",):
        raise ValueError(f"it has no table {table}")
    rows = database.execute(f"SELECT * FROM {table}").fetchall()
    if any(len(row) != width for row in rows):
        raise ValueError(f"its table {table} has other columns")
    return rows


def _rebuild(facts: dict[str, Any], arrays: _Arrays, data: Dataset) -> Run:
    network = Network(
        facts["sizes"],
        facts["activation"],
        facts["cost"],
        facts["bias"],
        facts["initialiser"],
        facts["network_seed"],
        facts["dtype"] if facts["dtype"] in _DTYPES else "float32",
    )
    branches = [
        _branch(described, number, arrays, network, len(data.train))
        for number, described in enumerate(facts["branches"])
    ]
    for number, described in enumerate(facts["branches"]):
        parent = described.get("parent")
        # It was there before the branch that left it.
        if parent is not None and parent not in range(number):
            raise ValueError("a branch has no parent")
        branches[number].parent = None if parent is None else branches[parent]
    # They may have been set by hand, and not by the initialiser.
    start = branches[0].checkpoints.vectors[0]
    network.parameters.vector[:] = start[: network.parameters.vector.size]
    run = Run(network, data, batch_size=1, seed=facts["seed"])
    run.made_with = {str(k): str(v) for k, v in facts.get("made_with", {}).items()}
    run.adopt(branches, branches[facts["branch"]], facts["position"])
    return run


def _branch(
    described: dict[str, Any], number: int, arrays: _Arrays, network: Network, example_count: int
) -> Branch:
    length, spacing = int(described["length"]), int(described["spacing"])
    if length < 0 or spacing < 1:
        raise ValueError("a length or spacing is out of range")
    segments = segments_from_plain(described, network, example_count)
    count = network.parameters.vector.size
    checkpoints = Checkpoints(count)
    checkpoints.spacing = spacing
    checkpoints.vectors = {
        step: arrays(f"checkpoints/{number}/{step}", *_lengths_at(step, segments, count))
        for step in range(0, length + 1, spacing)
    }
    costs = arrays(f"costs/{number}", length)
    if not np.isfinite(costs).all():
        raise ValueError("a cost is not finite")
    return Branch(
        segments,
        checkpoints,
        Costs(costs),
        {int(s): Evaluation(float(c), float(a)) for s, c, a in described["evaluations"]},
        described["forked_at"],
    )


def _lengths_at(step: int, segments: list[Segment], count: int) -> list[int]:
    """How long a checkpoint may be: the parameters, and what the optimiser remembers."""
    here = [segment for segment in segments if segment.step <= step][-1]
    memories = [here.recipe.optimiser.memory_count]
    if here.optimiser_since == step:
        # It begins here: what is stored is the memory of the one before, which is not used.
        memories = [kind.memory_count for kind in OPTIMISERS.values()]
    return [count * (1 + memory) for memory in memories]
