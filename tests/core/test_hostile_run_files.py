"""Files that are no saved runs, are damaged, or lie: each is refused with one sentence."""

from __future__ import annotations

import json
import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Network, Run, errors, load_run, save_run
from core.history import Branch
from tests.core.saved_runs import (
    edit_branch,
    edit_fact,
    edit_segment,
    eventful_run,
    everything,
    put_array,
    save_as_older,
)

CheckSentence = Callable[[errors.UserError, str, str], None]


def change(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Change a database by hand, its schema as well."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            database.execute(statement, values)


def check_refused(path: Path, data: Dataset | None = None) -> None:
    """Whether it is refused with one sentence, and left alone."""
    before = {p: p.stat().st_mtime_ns for p in path.parent.iterdir()}
    with pytest.raises(errors.RunFileError) as caught:
        load_run(path, data)
    text = str(caught.value)
    assert text.startswith(str(path))
    assert text.endswith(".")
    assert "\n" not in text
    assert len(text) < 500
    assert {p: p.stat().st_mtime_ns for p in path.parent.iterdir()} == before


@pytest.fixture
def in_little_memory() -> Iterator[None]:
    """Whatever a test does takes less than 400 MB."""
    tracemalloc.start()
    yield
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 400 * 2**20


# ------------------------------------------------------------------------ no run at all


@pytest.mark.parametrize("name", ["missing.nnrun", "missing/run.nnrun", "", "x" * 5000])
def test_a_missing_file(tmp_path: Path, check_sentence: CheckSentence, name: str) -> None:
    with pytest.raises(errors.RunFileError) as caught:
        load_run(tmp_path / name)
    check_sentence(caught.value, str(tmp_path / name), "give the name of a saved run")


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE facts (name TEXT, value TEXT)")


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_text("0,1,2\n" * 100), id="text"),
        pytest.param(lambda path: path.write_bytes(bytes(5000)), id="zeros"),
        pytest.param(another_database, id="another database"),
    ],
)
def test_a_file_that_is_no_run(
    tmp_path: Path, check_sentence: CheckSentence, make: Callable[[Path], object]
) -> None:
    path = tmp_path / "run.nnrun"
    make(path)
    with pytest.raises(errors.RunFileError) as caught:
        load_run(path)
    check_sentence(caught.value, str(path), "choose another file")


def test_other_data_is_refused(
    make_data: Callable[..., Dataset], run_file: Path, check_sentence: CheckSentence
) -> None:
    with pytest.raises(errors.UserError) as caught:
        load_run(run_file, make_data(seed=1))
    check_sentence(caught.value, str(run_file), "put the original data back")


def test_data_that_is_gone(run_file: Path, check_sentence: CheckSentence) -> None:
    with pytest.raises(errors.DataError) as caught:
        load_run(run_file)
    check_sentence(caught.value, "made up with seed 0", "give one of digits")


# ------------------------------------------------------------------------ tables


@pytest.mark.parametrize("table", ["facts", "branches", "arrays"])
@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(["DROP TABLE {}"], id="missing"),
        pytest.param(
            ["ALTER TABLE {0} RENAME TO old", "CREATE VIEW {0} AS SELECT * FROM old"], id="view"
        ),
        pytest.param(["ALTER TABLE {} ADD COLUMN more TEXT"], id="a column more"),
        pytest.param(
            ["ALTER TABLE {} ADD COLUMN more TEXT GENERATED ALWAYS AS (zeroblob(1000000000))"],
            id="generated",
        ),
        pytest.param(
            ["CREATE TRIGGER t AFTER UPDATE ON {} BEGIN DELETE FROM facts; END"], id="trigger"
        ),
        pytest.param(["CREATE INDEX i ON {} (rowid)"], id="index of its own"),
        pytest.param(["CREATE INDEX i ON {} (1)"], id="index of nothing"),
        pytest.param(
            ["UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'BLOB') WHERE name = '{}'"],
            id="types",
        ),
        pytest.param(
            [
                "UPDATE sqlite_master SET rootpage = 0 WHERE name = '{}'",
                "UPDATE sqlite_master SET sql = 'CREATE VIRTUAL TABLE x USING y' WHERE name = '{}'",
            ],
            id="virtual",
        ),
        pytest.param(
            ["UPDATE sqlite_master SET sql = sql || '/*' || hex(zeroblob(50000)) || '*/'"],
            id="a long statement",
        ),
        pytest.param(["UPDATE sqlite_master SET sql = 'x'"], id="no statement"),
        pytest.param(["UPDATE sqlite_master SET name = x'00ff'"], id="no name"),
    ],
)
def test_tables_that_are_others(
    tiny: Dataset, run_file: Path, table: str, statements: list[str]
) -> None:
    try:
        change(run_file, *[statement.format(table) for statement in statements])
    except sqlite3.Error:
        # What this version of SQLite does not make, it does not open either.
        return
    check_refused(run_file, tiny)


@pytest.mark.parametrize("target", ["facts", "branches", "arrays"])
@pytest.mark.parametrize("source", [1, "facts", "branches", "arrays", 10**6])
def test_a_table_that_is_where_another_is(
    tiny: Dataset, run_file: Path, target: str, source: int | str
) -> None:
    if source == target:
        return
    page = source
    if isinstance(source, str):
        with closing(sqlite3.connect(run_file)) as database:
            query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            [(page,)] = database.execute(query, (source,))
    change(run_file, f"UPDATE sqlite_master SET rootpage = {page} WHERE name = '{target}'")
    check_refused(run_file, tiny)


def test_an_index_that_lies_is_not_asked(tiny: Dataset, run_file: Path) -> None:
    with closing(sqlite3.connect(run_file)) as database:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_facts_1'"
        [(page,)] = database.execute(query)
    change(
        run_file,
        f"UPDATE sqlite_master SET rootpage = {page} WHERE name = 'sqlite_autoindex_arrays_1'",
    )
    assert everything(load_run(run_file, tiny)) == everything(eventful_run(tiny))


@pytest.mark.usefixtures("in_little_memory")
@pytest.mark.parametrize(
    ("table", "column"),
    [
        *(("facts", name) for name in ("name", "value")),
        *(("branches", name) for name in ("name", "length", "segments", "crc", "parent")),
        *(("arrays", name) for name in ("branch", "kind", "step", "dtype", "shape", "crc", "data")),
    ],
)
@pytest.mark.parametrize(
    "value",
    ["NULL", "-1", "9e999", "x'ff'", "'x'", "zeroblob(20000000)", "'x' || hex(zeroblob(8000000))"],
)
def test_values_that_no_one_wrote(
    tiny: Dataset, run_file: Path, table: str, column: str, value: str
) -> None:
    change(
        run_file,
        f"UPDATE {table} SET {column} = {value} WHERE rowid = (SELECT max(rowid) FROM {table})",
    )
    check_refused(run_file, tiny)


@pytest.mark.usefixtures("in_little_memory")
@pytest.mark.parametrize("table", ["facts", "branches", "arrays"])
def test_very_many_rows(tiny: Dataset, run_file: Path, table: str) -> None:
    columns = {"facts": "x, '1'", "branches": "x + 9" + ", 1" * 12, "arrays": "x" + ", 1" * 6}
    change(
        run_file,
        "WITH RECURSIVE many (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM many LIMIT 300000) "
        f"INSERT INTO {table} SELECT {columns[table]} FROM many",
    )
    check_refused(run_file, tiny)


@pytest.mark.usefixtures("in_little_memory")
@pytest.mark.parametrize("text", ["[" * 100_000, "[" * 5000 + "]" * 5000, "9" * 10_000, "[],"])
def test_json_that_is_none(tiny: Dataset, run_file: Path, text: str) -> None:
    text = f"[{'[],' * 3_000_000}[]]" if text == "[]," else text
    for table in ("facts", "branches"):
        column = "value" if table == "facts" else "segments"
        if table == "facts":
            change(run_file, f"UPDATE facts SET {column} = ?", values=(text,))
        else:
            edit_branch(run_file, 0, segments=text)
        check_refused(run_file, tiny)


# ------------------------------------------------------------------------ arrays


@pytest.mark.parametrize("column", ["dtype", "shape", "crc", "data"])
@pytest.mark.parametrize(
    "value", [None, 0, -1, "float32", "float64", "[10]", "[999999999999]", "[1e9]", b"", b"\xff"]
)
@pytest.mark.parametrize("key", [(0, "costs", 0), (1, "checkpoint", 200), (0, "evaluations", 120)])
def test_an_array_edited_by_hand(
    tiny: Dataset, run_file: Path, key: tuple[object, ...], column: str, value: object
) -> None:
    kinds = {"costs": "float64", "checkpoint": "float32", "evaluations": "float64"}
    if column == "dtype" and value == kinds[str(key[1])]:
        return
    with closing(sqlite3.connect(run_file)) as database, database:
        database.execute(
            f"UPDATE arrays SET {column} = ? WHERE branch = ? AND kind = ? AND step = ?",
            (value, *key),
        )
    check_refused(run_file, tiny)


@pytest.mark.parametrize(
    ("key", "array"),
    [
        ((0, "costs", 0), np.zeros(229)),
        ((0, "costs", 0), np.zeros(231)),
        ((0, "costs", 0), np.full(230, np.nan)),
        ((0, "costs", 0), np.zeros((230, 1))),
        ((0, "costs", 0), np.zeros(230, np.float32)),
        ((0, "costs", 230), np.zeros(1)),
        ((1, "costs", 0), np.zeros(150)),
        ((9, "costs", 0), np.zeros(1)),
        ((0, "checkpoint", 0), np.zeros(26, np.float32)),
        ((0, "checkpoint", 0), np.zeros(53, np.float32)),
        ((0, "checkpoint", 0), np.zeros(27)),
        ((0, "checkpoint", 100), np.zeros((1, 27), np.float32)),
        ((0, "checkpoint", 50), np.zeros(27, np.float32)),
        ((0, "checkpoint", 300), np.zeros(27, np.float32)),
        ((1, "checkpoint", 100), np.zeros(27, np.float32)),
        ((0, "evaluations", 120), np.zeros((1, 2))),
        ((0, "evaluations", 120), np.array([[231, 0.5, 0.5]])),
        ((0, "evaluations", 120), np.array([[-1, 0.5, 0.5]])),
        ((0, "evaluations", 120), np.array([[0.5, 0.5, 0.5]])),
        ((0, "evaluations", 120), np.array([[np.nan, 0.5, 0.5]])),
        ((0, "evaluations", 120), np.array([[1, 0.5, 1.5]])),
        ((0, "evaluations", 120), np.array([[1, 0.5, np.nan]])),
        ((0, "evaluations", 0), np.array([[120, 0.5, 0.5]])),
    ],
)
def test_an_array_that_does_not_fit(
    tiny: Dataset, run_file: Path, key: tuple[int, str, int], array: np.ndarray[Any, Any]
) -> None:
    put_array(run_file, *key, array)
    if key[1:] in (("checkpoint", 50), ("checkpoint", 300)) or key == (1, "checkpoint", 100):
        edit_branch(run_file, key[0], checkpoints=2 if key[0] else 4)
    if key == (0, "evaluations", 0):
        edit_branch(run_file, 0, evaluations=2)
    check_refused(run_file, tiny)


@pytest.mark.parametrize("kind", ["costs", "checkpoint", "evaluations"])
@pytest.mark.parametrize("branch", [0, 1])
def test_an_array_that_is_missing(tiny: Dataset, run_file: Path, kind: str, branch: int) -> None:
    change(run_file, f"DELETE FROM arrays WHERE kind = '{kind}' AND branch = {branch}")
    check_refused(run_file, tiny)


def test_states_that_are_not_finite_are_still_a_run(tiny: Dataset, run_file: Path) -> None:
    """As after a step that was too long: what comes of it is a sentence, not a crash."""
    put_array(run_file, 1, "checkpoint", 200, np.full(27, np.nan, np.float32))
    put_array(run_file, 0, "checkpoint", 0, np.full(27, np.inf, np.float32))
    run = load_run(run_file, tiny)
    for branch in run.branches:
        with pytest.raises(errors.UserError):
            _go_through(run, branch)


def _go_through(run: Run, branch: Branch) -> None:
    run.switch_to(branch)
    run.step()
    run.go_to(0)
    run.step()


# ------------------------------------------------------------------------ what is said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sizes", [4, 4, 3]),
        ("sizes", [4, 10**5, 10**5, 3]),
        ("sizes", [4, 7000, 7000, 3]),
        ("sizes", [4, -1, 3]),
        ("sizes", [4, 10**400, 3]),
        ("sizes", 4),
        ("dtype", "float16"),
        ("dtype", "O"),
        ("dtype", "float64"),
        ("activation", "sigmoid"),
        ("activation", ["softmax", "logistic"]),
        ("activation", []),
        ("cost", None),
        ("bias", 3),
        ("initialiser", "x" * 100_000),
        ("seed", -1),
        ("seed", 1e300),
        ("network_seed", "7"),
        ("made_with", 3),
        ("data", 3),
        ("position", 10**9),
        ("position", -1),
        ("position", 0.5),
        ("position", None),
        ("branch", 5),
        ("branch", -1),
        ("branch", []),
        ("format", 3),
        ("format", None),
    ],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_a_fact_edited_by_hand(
    tiny: Dataset, run_file: Path, name: str, value: object, *, sealed: bool
) -> None:
    """Even where whoever did it made the checksum fit."""
    edit_fact(run_file, name, value, sealed=sealed)
    check_refused(run_file, tiny)


@pytest.mark.parametrize(
    "values",
    [
        {"length": 10**12},
        {"length": -1},
        {"length": 219},
        {"spacing": 0},
        {"spacing": 3},
        {"spacing": 10**18},
        {"parent": 1},
        {"parent": 2},
        {"parent": -3},
        {"parent": "x"},
        {"parent": None},
        {"shared": 151},
        {"shared": 149},
        {"shared": 10**15},
        {"shared": None},
        {"forked_at": -1},
        {"forked_at": "x"},
        {"checkpoints": 0},
        {"evaluations": 0},
        {"shared_evaluations": 0},
        {"shared_evaluations": 9},
        {"shared_segments": 0},
        {"shared_segments": 9},
        {"name": "x" * 201},
        {"name": None},
        {"segments": "{}"},
        {"segments": "[{}]"},
        {"segments": "[3]"},
        {"segments": "null"},
        {"number": 9},
        {"number": -9},
    ],
)
def test_a_branch_edited_by_hand(tiny: Dataset, run_file: Path, values: dict[str, object]) -> None:
    if "number" in values:
        change(run_file, f"UPDATE branches SET number = {values['number']} WHERE number = 1")
        edit_branch(run_file, int(str(values["number"])))
        check_refused(run_file, tiny)
        return
    edit_branch(run_file, 1, **values)
    if values == {"shared_evaluations": 0}:
        # The branch has one evaluation less: that is a run as well.
        assert load_run(run_file, tiny).position == 160
        return
    check_refused(run_file, tiny)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("step", -1),
        ("step", "x"),
        ("step", 221),
        ("step", 10**30),
        ("place", [0, -1]),
        ("place", [-1, 0]),
        ("place", [0, None]),
        ("place", [0, 7]),
        ("place", [0, 10**6]),
        ("place", [10**30, 0]),
        ("place", [0]),
        ("optimiser_since", -1),
        ("optimiser_since", 151),
        ("schedule_since", "nan"),
        ("schedule_since", -1),
        ("schedule_since", 1e300),
        ("recipe", {"learning_rate": float("nan")}),
        ("recipe", {"learning_rate": 1e300}),
        ("recipe", {"batch_size": 0}),
        ("recipe", {"batch_size": 8}),
        ("recipe", {"batch_size": None}),
        ("recipe", {"clip": -1}),
        ("recipe", {"l2": "x"}),
        ("recipe", {"optimiser": {"name": "magic"}}),
        ("recipe", {"optimiser": {"name": "adam", "decay": 2}}),
        ("recipe", {"optimiser": {"name": "adam"}}),
        ("recipe", {"schedule": {"name": "linear", "epochs": 0}}),
        ("recipe", {"frozen": [{"layer": 9}]}),
        ("recipe", {"held": [{"layer": 1, "neuron": 0, "value": None}]}),
        ("recipe", {"magic": 1}),
        ("recipe", []),
        ("changes", [{"name": "edit", "value": {"layer": 9, "neuron": 0, "seed": 1}}]),
        ("changes", [{"name": "edit", "value": {"layer": 1, "neuron": 0, "seed": -1}}]),
        ("changes", [{"name": "edit", "value": {"layer": 1, "neuron": 0, "value": 1}}]),
        (
            "changes",
            [{"name": "edit", "value": {"layer": 1, "neuron": 0, "origin": 0, "value": "x"}}],
        ),
        ("changes", [{"name": "edit", "value": 3}]),
        ("changes", 3),
    ],
)
def test_a_segment_edited_by_hand(tiny: Dataset, run_file: Path, name: str, value: object) -> None:
    edit_segment(run_file, 1, {name: value})
    check_refused(run_file, tiny)


@pytest.mark.parametrize("parent", [2, -3, "0", {}])
def test_a_parent_of_an_older_format(tiny: Dataset, tmp_path: Path, parent: object) -> None:
    path = tmp_path / "old.nnrun"
    save_as_older(eventful_run(tiny), path, 3)
    with closing(sqlite3.connect(path)) as database:
        [(text,)] = database.execute("SELECT value FROM facts WHERE name = 'branches'")
    branches = json.loads(text)
    branches[1]["parent"] = parent
    edit_fact(path, "branches", branches, sealed=True)
    check_refused(path, tiny)


@pytest.mark.parametrize("branches", [[], [{}], {"0": "x"}, 3, None])
def test_branches_of_an_older_format(tiny: Dataset, tmp_path: Path, branches: object) -> None:
    path = tmp_path / "old.nnrun"
    save_as_older(eventful_run(tiny), path, 3)
    edit_fact(path, "branches", branches, sealed=True)
    check_refused(path, tiny)


# ------------------------------------------------------------------------ lies about work


@pytest.mark.usefixtures("in_little_memory")
def test_a_way_too_far_to_walk(tiny: Dataset, tmp_path: Path) -> None:
    """Many costs are soon written; to take so many steps would take minutes."""
    path = tmp_path / "run.nnrun"
    run = Run(Network((4, 3)), tiny, batch_size=7)
    save_run(run, path)
    length = 3_000_000
    put_array(path, 0, "costs", 0, np.zeros(length))
    edit_branch(path, 0, length=length)
    edit_fact(path, "position", length, sealed=True)
    check_refused(path, tiny)


@pytest.mark.usefixtures("in_little_memory")
def test_branches_that_multiply_what_is_there(tiny: Dataset, tmp_path: Path) -> None:
    """A hundred bytes each share two million costs, which each has of its own in memory."""
    path = tmp_path / "run.nnrun"
    save_run(Run(Network((4, 3)), tiny, batch_size=7), path)
    length = 2_000_000
    put_array(path, 0, "costs", 0, np.zeros(length))
    for step in range(10_000, length, 10_000):
        put_array(path, 0, "checkpoint", step, np.zeros(15, np.float32))
    edit_branch(path, 0, length=length, spacing=100, checkpoints=200)
    load_run(path, tiny)
    for number in range(1, 20):
        change(
            path,
            f"INSERT INTO branches SELECT {number}, name, 0, {length}, {length}, length, "
            "spacing, 0, 0, 0, 1, '[]', 0 FROM branches WHERE number = 0",
        )
        edit_branch(path, number, name="")
    check_refused(path, tiny)


# ------------------------------------------------------------------------ damage


@settings(deadline=None, max_examples=150)
@given(
    flips=st.lists(st.tuples(st.integers(0, 10**5), st.integers(1, 255)), max_size=3),
    kept=st.one_of(st.just(1.0), st.floats(0, 1)),
    log=st.one_of(st.just(b""), st.binary(max_size=100)),
)
def test_a_damaged_file_loads_whole_or_is_refused(
    tiny: Dataset,
    saved_run: bytes,
    tmp_path_factory: pytest.TempPathFactory,
    flips: list[tuple[int, int]],
    kept: float,
    log: bytes,
) -> None:
    content = bytearray(saved_run)
    # Most of the file is empty; damage to what is not says more.
    filled = [place for place, byte in enumerate(saved_run) if byte]
    for place, flip in flips:
        content[filled[place % len(filled)]] ^= flip
    path = tmp_path_factory.getbasetemp() / "damaged.nnrun"
    path.write_bytes(content[: round(kept * len(content))])
    Path(f"{path}-wal").write_bytes(log)
    try:
        loaded = load_run(path, tiny)
    except (errors.RunFileError, errors.DataError):
        return
    assert everything(loaded) == everything(eventful_run(tiny))
