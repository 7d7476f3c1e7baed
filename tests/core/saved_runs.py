"""Runs to save, files of every format, and what to compare and to break in them."""

from __future__ import annotations

import itertools
import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import core
from core import Dataset, Network, Run
from core.plain_history import plain_segments

_COLUMNS = (
    "number, name, parent, forked_at, shared, length, spacing, checkpoints, "
    "shared_evaluations, evaluations, shared_segments, segments"
)


def eventful_run(data: Dataset, dtype: npt.DTypeLike = np.float32) -> Run:
    """A run with changes, branches, several checkpoints, in the middle of one branch."""
    run = plain_run(data, dtype)
    run.go_to(90)
    run.change(optimiser=core.Adam(0.8), schedule=core.CosineDecay(20, 0.1), l2=0.01, clip=2)
    run.steps(30)
    run.change(frozen=[core.Part(1, 0), core.Part(2, 1, 2)], held=[core.Held(1, 1, 0.3)])
    run.steps(65)
    run.edit(2, 1, 0, -0.7)
    run.draw_anew(1, 0, seed=9)
    run.steps(65)
    run.switch_to(run.branches[1])
    run.go_to(160)
    return run


def plain_run(data: Dataset, dtype: npt.DTypeLike = np.float32) -> Run:
    """A run as the first format could hold it."""
    network = Network((data.input_count, 3, data.class_count), bias="outside", dtype=dtype)
    run = Run(network, data, learning_rate=0.5, batch_size=3, seed=4)
    run.steps(120)
    run.evaluate_test()
    run.set_learning_rate(0.25)
    run.steps(110)
    run.go_to(150)
    run.set_batch_size(2)
    run.steps(70)
    run.evaluate_test()
    run.go_to(160)
    return run


def everything(run: Run) -> tuple[object, ...]:
    """All that a run is made of, in values that compare bit for bit."""
    network = run.network
    return (
        (network.sizes, network.activation_names, network.cost.name, network.bias),
        (network.initialiser, network.seed, network.parameters.vector.dtype),
        (run.made_with, run.recipe, network.held),
        (run.seed, run.data.name, run.position, run.length, run.epochs_done),
        (run.learning_rate, run.batch_size, run.branches.index(run.branch)),
        network.parameters.vector.tobytes(),
        [
            (
                branch.segments,
                branch.changes,
                branch.evaluations,
                branch.forked_at,
                branch.name,
                None if branch.parent is None else run.branches.index(branch.parent),
                branch.costs.values.tobytes(),
                branch.checkpoints.spacing,
                [(step, v.tobytes()) for step, v in sorted(branch.checkpoints.vectors.items())],
            )
            for branch in run.branches
        ],
    )


def read_facts(path: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT name, value FROM facts").fetchall()
    return {name: json.loads(value) for name, value in rows}


def make_format_4(path: Path) -> None:
    """Have a saved run as the format before had it: what is frozen and held in every segment."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA user_version = 4")
        for *row, _ in database.execute("SELECT * FROM branches").fetchall():
            segments = json.loads(row[-1])
            for before, one in itertools.pairwise(segments):
                for name in ("frozen", "held"):
                    one["recipe"].setdefault(name, before["recipe"][name])
            row[-1] = json.dumps(segments)
            check = zlib.crc32(json.dumps(row).encode())
            marks = ", ".join("?" * (len(row) + 1))
            database.execute(f"INSERT OR REPLACE INTO branches VALUES ({marks})", (*row, check))
    edit_fact(path, "format", 4, sealed=True)


def edit_fact(path: Path, name: str, value: object, *, sealed: bool) -> None:
    """Write another value, and the checksum that belongs to it if ``sealed``."""
    facts = read_facts(path) | {name: value}
    check = facts.pop("check")
    facts["check"] = zlib.crc32(json.dumps(facts, sort_keys=True).encode()) if sealed else check
    rows = [(json.dumps(value), name) for name, value in facts.items()]
    with closing(sqlite3.connect(path)) as database, database:
        database.executemany("UPDATE facts SET value = ? WHERE name = ?", rows)


def edit_branch(path: Path, number: int, **values: object) -> None:
    """Write other values in the row of a branch, and the checksum that belongs to it."""
    with closing(sqlite3.connect(path)) as database, database:
        for name, value in values.items():
            database.execute(f"UPDATE branches SET {name} = ? WHERE number = ?", (value, number))
        [row] = database.execute(f"SELECT {_COLUMNS} FROM branches WHERE number = {number}")
        check = zlib.crc32(json.dumps(row).encode())
        database.execute("UPDATE branches SET crc = ? WHERE number = ?", (check, number))


def edit_segment(path: Path, branch: int, values: dict[str, object]) -> None:
    """Write other values in the first of the segments that a branch has of its own."""
    with closing(sqlite3.connect(path)) as database:
        [(text,)] = database.execute(f"SELECT segments FROM branches WHERE number = {branch}")
    segments = json.loads(text)
    segments[0] |= values
    edit_branch(path, branch, segments=json.dumps(segments))


def put_array(path: Path, branch: int, kind: str, step: int, array: npt.NDArray[Any]) -> None:
    """Write another array, with the checksum that belongs to it."""
    content = array.tobytes()
    check = zlib.crc32(content, zlib.crc32(f"{branch}/{kind}/{step}".encode()))
    row = (branch, kind, step, array.dtype.name, json.dumps(array.shape), check, content)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT OR REPLACE INTO arrays VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def save_as_older(run: Run, path: Path, number: int) -> None:
    """Save a run as format 1, 2 or 3 had it."""
    network = run.network
    sigma: Any = network.activation_names if number == 3 else network.activation_names[0]
    checks = [0, 0]
    for examples in (run.data.train, run.data.test):
        checks[0] = zlib.crc32(examples.labels.tobytes(), checks[0])
        checks[0] = zlib.crc32(examples.with_ones.tobytes(), checks[0])
        checks[1] = zlib.crc32(examples.targets.tobytes(), checks[1])
    facts: dict[str, Any] = {
        "format": number,
        "data": run.data.name,
        "data_check": checks[0],
        **({} if number == 1 else {"targets_check": checks[1]}),
        "sizes": network.sizes,
        "activation": sigma,
        "cost": network.cost.name,
        "bias": network.bias,
        "initialiser": network.initialiser,
        "network_seed": network.seed,
        "dtype": network.parameters.vector.dtype.name,
        "seed": run.seed,
        "made_with": run.made_with,
        "position": run.position,
        "branch": run.branches.index(run.branch),
        "branches": [_as_older(branch, run, number) for branch in run.branches],
    }
    facts["check"] = zlib.crc32(json.dumps(facts, sort_keys=True).encode())
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA application_id = 1852732021")
        database.execute("CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)")
        database.execute(
            "CREATE TABLE arrays "
            "(name TEXT PRIMARY KEY, dtype TEXT, shape TEXT, crc INT, data BLOB)"
        )
        rows = [(name, json.dumps(value)) for name, value in facts.items()]
        database.executemany("INSERT INTO facts VALUES (?, ?)", rows)
        for place, branch in enumerate(run.branches):
            arrays = {f"costs/{place}": branch.costs.values}
            for step, vector in branch.checkpoints.vectors.items():
                arrays[f"checkpoints/{place}/{step}"] = vector
            for name, array in arrays.items():
                content = array.tobytes()
                check = zlib.crc32(content, zlib.crc32(name.encode()))
                shape = json.dumps(array.shape)
                row = (name, array.dtype.name, shape, check, content)
                database.execute("INSERT INTO arrays VALUES (?, ?, ?, ?, ?)", row)


def _as_older(branch: core.history.Branch, run: Run, number: int) -> dict[str, Any]:
    # Each by itself, and so whole.
    segments = [plain for one in branch.segments for plain in plain_segments([one])]
    described: dict[str, Any] = {
        "segments": segments,
        "evaluations": [[s, e.cost, e.accuracy] for s, e in branch.evaluations.items()],
        "spacing": branch.checkpoints.spacing,
        "length": len(branch.costs),
        "forked_at": branch.forked_at,
    }
    if number == 3:
        parent = branch.parent
        described["parent"] = None if parent is None else run.branches.index(parent)
        return described
    described["changes"] = [
        {"step": segment["step"], **change}
        for segment in segments
        for change in segment.pop("changes")
    ]
    for segment in segments if number == 1 else ():
        recipe = segment.pop("recipe")
        segment |= {name: recipe[name] for name in ("learning_rate", "batch_size")}
        del segment["optimiser_since"], segment["schedule_since"]
    return described
