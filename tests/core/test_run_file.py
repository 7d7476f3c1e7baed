from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import core
from core import Dataset, Network, Run, errors, load_run, save_run
from core.history import Budget, Checkpoints

CheckSentence = Callable[[errors.UserError, str, str], None]


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


def edit_fact(path: Path, name: str, value: object, *, sealed: bool) -> None:
    """Write another value, and the checksum that belongs to it if ``sealed``."""
    facts = read_facts(path) | {name: value}
    check = facts.pop("check")
    facts["check"] = zlib.crc32(json.dumps(facts, sort_keys=True).encode()) if sealed else check
    rows = [(json.dumps(value), name) for name, value in facts.items()]
    with closing(sqlite3.connect(path)) as database, database:
        database.executemany("UPDATE facts SET value = ? WHERE name = ?", rows)


@pytest.fixture(scope="module")
def saved(tiny: Dataset, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of `eventful_run`."""
    path = tmp_path_factory.mktemp("saved") / "run.nnrun"
    save_run(eventful_run(tiny), path)
    return path.read_bytes()


@pytest.fixture
def path(saved: bytes, tmp_path: Path) -> Path:
    """A saved `eventful_run`."""
    path = tmp_path / "run.nnrun"
    path.write_bytes(saved)
    return path


# ------------------------------------------------------------------------ whole


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_what_is_saved_is_what_is_loaded(
    tiny: Dataset, tmp_path: Path, dtype: npt.DTypeLike
) -> None:
    run = eventful_run(tiny, dtype)
    before = everything(run)
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun", tiny)
    assert everything(run) == before
    assert everything(loaded) == before


def test_checkpoints_that_were_thinned_out(tiny: Dataset, tmp_path: Path) -> None:
    """Two in memory: their distance has grown from 100 steps to 400 when it is saved."""
    run = Run(Network((4, 3)), tiny, batch_size=3)
    vector = run.network.parameters.vector
    run.branch.checkpoints = Checkpoints(vector.size, Budget(2 * vector.nbytes))
    run.branch.checkpoints.keep(0, vector)
    run.steps(750)
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun", tiny)
    assert sorted(loaded.branch.checkpoints.vectors) == [0, 400]
    assert everything(loaded) == everything(run)


def test_a_loaded_run_goes_on_as_the_saved_one(tiny: Dataset, path: Path) -> None:
    run, loaded = eventful_run(tiny), load_run(path, tiny)
    for each in (run, loaded):
        each.steps(90)
        each.set_learning_rate(0.1)
        each.steps(30)
        each.switch_to(each.branches[0])
        each.go_to(77)
    assert everything(loaded) == everything(run)


def test_a_run_without_steps(tiny: Dataset, tmp_path: Path) -> None:
    run = Run(Network((4, 3)), tiny, batch_size=7)
    save_run(run, tmp_path / "new.nnrun")
    assert everything(load_run(tmp_path / "new.nnrun", tiny)) == everything(run)


def test_data_with_a_name_is_found_again(digits: Dataset, tmp_path: Path) -> None:
    run = Run(Network((64, 10)), digits)
    run.steps(5)
    save_run(run, tmp_path / "run.nnrun")
    assert everything(load_run(str(tmp_path / "run.nnrun"))) == everything(run)


def test_a_diverged_run_is_saved_too(tiny: Dataset, tmp_path: Path) -> None:
    network = Network((4, 3, 3), "relu", bias="outside", initialiser="standard_normal", seed=2)
    run = Run(network, tiny, learning_rate=20, batch_size=2)
    with pytest.raises(errors.DivergenceError):
        run.steps(100)
    assert run.position > 0
    save_run(run, tmp_path / "run.nnrun")
    assert everything(load_run(tmp_path / "run.nnrun", tiny)) == everything(run)


def test_saving_replaces_the_file_and_leaves_nothing_beside(tiny: Dataset, path: Path) -> None:
    run = Run(Network((4, 3)), tiny, batch_size=7)
    run.steps(3)
    save_run(run, path)
    assert everything(load_run(path, tiny)) == everything(run)
    assert list(path.parent.iterdir()) == [path]


def test_loading_leaves_the_file_alone(tiny: Dataset, path: Path, saved: bytes) -> None:
    load_run(path, tiny).steps(5)
    assert path.read_bytes() == saved
    assert list(path.parent.iterdir()) == [path]


def test_anyone_can_open_it(path: Path) -> None:
    facts = read_facts(path)
    with closing(sqlite3.connect(path)) as database:
        names = {name for (name,) in database.execute("SELECT name FROM arrays")}
    assert facts["sizes"] == [4, 3, 3]
    assert facts["position"] == 160
    assert {"costs/0", "costs/1", "checkpoints/0/0"} <= names


# ------------------------------------------------------------------------ cannot be saved


@pytest.mark.parametrize("place", ["no/such/folder/run", "file/run", "folder", "x" * 300])
def test_a_place_that_cannot_be_written(
    tiny: Dataset,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    check_sentence: CheckSentence,
    place: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file").touch()
    with pytest.raises(errors.RunFileError) as caught:
        save_run(Run(Network((4, 3)), tiny, batch_size=7), place)
    check_sentence(caught.value, str(Path(place)), "choose another place")
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "folder"]


@pytest.mark.parametrize("place", ["", "."])
def test_a_place_without_a_name(
    tiny: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(errors.RunFileError, match="choose another place"):
        save_run(Run(Network((4, 3)), tiny, batch_size=7), place)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "problem", [OSError(28, "No space left"), sqlite3.OperationalError("full")]
)
def test_a_full_disk_leaves_the_old_file(
    tiny: Dataset,
    path: Path,
    saved: bytes,
    monkeypatch: pytest.MonkeyPatch,
    problem: Exception,
) -> None:
    def fail(*_: object) -> None:
        raise problem

    monkeypatch.setattr("core.run_file._arrays_of", fail)
    with pytest.raises(errors.RunFileError, match="cannot be saved"):
        save_run(eventful_run(tiny), path)
    assert path.read_bytes() == saved
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_cannot_be_replaced_stays(
    tiny: Dataset, path: Path, saved: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(errors.RunFileError, match="Permission denied"):
        save_run(eventful_run(tiny), path)
    assert path.read_bytes() == saved
    assert list(path.parent.iterdir()) == [path]


# ------------------------------------------------------------------------ cannot be loaded


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
    make_data: Callable[..., Dataset], path: Path, check_sentence: CheckSentence
) -> None:
    with pytest.raises(errors.UserError) as caught:
        load_run(path, make_data(seed=1))
    check_sentence(caught.value, str(path), "put the original data back")


def test_data_that_is_gone(path: Path, check_sentence: CheckSentence) -> None:
    with pytest.raises(errors.DataError) as caught:
        load_run(path)
    check_sentence(caught.value, "made up with seed 0", "give one of digits")


@pytest.mark.parametrize("number", [1, 2])
def test_a_file_of_an_older_format_is_the_run_that_it_was(
    tiny: Dataset, tmp_path: Path, number: int
) -> None:
    run, path = plain_run(tiny), tmp_path / "old.nnrun"
    save_run(run, path)
    branches = read_facts(path)["branches"]
    for branch in branches:
        del branch["parent"]
        branch["changes"] = [
            {"step": segment["step"], **change}
            for segment in branch["segments"]
            for change in segment.pop("changes")
        ]
        for segment in branch["segments"] if number == 1 else ():
            recipe = segment.pop("recipe")
            segment |= {name: recipe[name] for name in ("learning_rate", "batch_size")}
            del segment["optimiser_since"], segment["schedule_since"]
    edit_fact(path, "branches", branches, sealed=True)
    edit_fact(path, "activation", "logistic", sealed=True)
    edit_fact(path, "format", number, sealed=True)

    loaded = load_run(path, tiny)

    for branch in run.branches:
        # Which older formats do not tell.
        branch.parent = None
    assert everything(loaded) == everything(run)
    for one in (loaded, run):
        one.go_to(20)
        one.steps(200)
    assert everything(loaded) == everything(run)


def test_a_later_format_is_refused(path: Path, check_sentence: CheckSentence) -> None:
    edit_fact(path, "format", 99, sealed=True)
    with pytest.raises(errors.RunFileError) as caught:
        load_run(path)
    check_sentence(caught.value, "format 99", "open it with that one")


@pytest.mark.parametrize("table", ["facts", "arrays"])
def test_a_missing_table(tiny: Dataset, path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"DROP TABLE {table}")
    with pytest.raises(errors.RunFileError, match="cannot be opened"):
        load_run(path, tiny)


@pytest.mark.parametrize("column", ["dtype", "shape", "crc", "data"])
@pytest.mark.parametrize("value", [None, 0, -1, "float64", "[10]", "[999999999999]", b"", b"\xff"])
@pytest.mark.parametrize("name", ["costs/0", "checkpoints/1/100"])
def test_an_array_edited_by_hand(
    tiny: Dataset, path: Path, name: str, column: str, value: object
) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"UPDATE arrays SET {column} = ? WHERE name = ?", (value, name))
    if (name, column, value) == ("costs/0", "dtype", "float64"):
        load_run(path, tiny)  # as it was
        return
    with pytest.raises(errors.RunFileError):
        load_run(path, tiny)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sizes", [4, 4, 3]),
        ("sizes", [4, 10**5, 10**5, 3]),
        ("sizes", [4, -1, 3]),
        ("activation", "sigmoid"),
        ("activation", ["softmax", "logistic"]),
        ("activation", []),
        ("seed", -1),
        ("position", 10**9),
        ("position", None),
        ("branch", 5),
        ("branches", []),
        ("branches", [{}]),
        ("branches", {"0": "x"}),
    ],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_a_fact_edited_by_hand(
    tiny: Dataset, path: Path, name: str, value: object, *, sealed: bool
) -> None:
    """Even where whoever did it made the checksum fit."""
    edit_fact(path, name, value, sealed=sealed)
    with pytest.raises(errors.RunFileError):
        load_run(path, tiny)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("step", -1),
        ("step", "x"),
        ("place", [0, -1]),
        ("place", [-1, 0]),
        ("place", [0, None]),
        ("place", [0]),
        ("optimiser_since", -1),
        ("schedule_since", "nan"),
        ("recipe", {"learning_rate": float("nan")}),
        ("recipe", {"batch_size": 0}),
        ("recipe", {"batch_size": None}),
        ("recipe", {"clip": -1}),
        ("recipe", {"l2": "x"}),
        ("recipe", {"optimiser": {"name": "magic"}}),
        ("recipe", {"optimiser": {"name": "adam", "decay": 2}}),
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
def test_a_segment_edited_by_hand(tiny: Dataset, path: Path, name: str, value: object) -> None:
    branches = read_facts(path)["branches"]
    branches[1]["segments"][1][name] = value
    edit_fact(path, "branches", branches, sealed=True)
    with pytest.raises(errors.RunFileError, match="cannot be opened"):
        load_run(path, tiny)


@pytest.mark.parametrize("parent", [2, -3, "0", {}])
def test_a_parent_edited_by_hand(tiny: Dataset, path: Path, parent: object) -> None:
    branches = read_facts(path)["branches"]
    branches[1]["parent"] = parent
    edit_fact(path, "branches", branches, sealed=True)
    with pytest.raises(errors.RunFileError, match="cannot be opened"):
        load_run(path, tiny)


@settings(deadline=None, max_examples=250)
@given(
    flips=st.lists(st.tuples(st.integers(0, 10**5), st.integers(1, 255)), max_size=3),
    kept=st.one_of(st.just(1.0), st.floats(0, 1)),
)
def test_a_damaged_file_loads_whole_or_is_refused(
    tiny: Dataset,
    saved: bytes,
    tmp_path_factory: pytest.TempPathFactory,
    flips: list[tuple[int, int]],
    kept: float,
) -> None:
    content = bytearray(saved)
    # Most of the file is empty; damage to what is not says more.
    filled = [place for place, byte in enumerate(saved) if byte]
    for place, flip in flips:
        content[filled[place % len(filled)]] ^= flip
    path = tmp_path_factory.getbasetemp() / "damaged.nnrun"
    path.write_bytes(content[: round(kept * len(content))])
    try:
        loaded = load_run(path, tiny)
    except (errors.RunFileError, errors.DataError):
        return
    assert everything(loaded) == everything(eventful_run(tiny))


def test_data_with_other_targets_is_refused(tmp_path: Path) -> None:
    """Where there is one output, all labels are 0."""
    inputs = np.random.default_rng(0).random((20, 3))
    targets = inputs.mean(axis=1, keepdims=True)
    here, there = (core.Examples.from_arrays(inputs, t) for t in (targets, 1 - targets))
    run = Run(Network((3, 4, 1)), Dataset("mine", here, here, (1, 3)))
    save_run(run, tmp_path / "run.nnrun")
    load_run(tmp_path / "run.nnrun", Dataset("mine", here, here, (1, 3)))
    with pytest.raises(errors.RunFileError, match="other data"):
        load_run(tmp_path / "run.nnrun", Dataset("mine", there, there, (1, 3)))


def test_start_values_set_by_hand_replay_alike(digits: Dataset, tmp_path: Path) -> None:
    network = Network((64, 16, 10))
    network.parameters.vector[:] = 0.01
    run = Run(network, digits, learning_rate=0.5)
    run.steps(250)
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun")
    for one in (run, loaded):
        one.go_to(150)
    assert everything(loaded) == everything(run)


def test_settings_of_numpy_replay_as_plain_ones(tiny: Dataset, tmp_path: Path) -> None:
    number: Any = np.float32
    adam, cosine = core.Adam(number(0.9)), core.CosineDecay(number(3))
    run = Run(Network((4, 3, 3)), tiny, batch_size=3, optimiser=adam, schedule=cosine)
    run.steps(50)
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun", tiny)
    for one in (run, loaded):
        one.steps(30)
    assert everything(loaded) == everything(run)
