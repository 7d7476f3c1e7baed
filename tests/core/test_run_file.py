from __future__ import annotations

import importlib.util
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

import core
from core import Dataset, Network, Run, errors, load_run, save_run
from core.history import Budget, Checkpoints
from tests.core.saved_runs import (
    eventful_run,
    everything,
    make_format_4,
    plain_run,
    read_facts,
    save_as_older,
)

CheckSentence = Callable[[errors.UserError, str, str], None]


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


def test_a_loaded_run_goes_on_as_the_saved_one(tiny: Dataset, run_file: Path) -> None:
    run, loaded = eventful_run(tiny), load_run(run_file, tiny)
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


def test_saving_replaces_the_file_and_leaves_nothing_beside(tiny: Dataset, run_file: Path) -> None:
    run = Run(Network((4, 3)), tiny, batch_size=7)
    run.steps(3)
    save_run(run, run_file)
    assert everything(load_run(run_file, tiny)) == everything(run)
    assert list(run_file.parent.iterdir()) == [run_file]


def test_saving_sweeps_up_after_programs_that_were_killed(tiny: Dataset, run_file: Path) -> None:
    old, new, other = (
        run_file.parent / name
        for name in ("run.nnrun.1.part", "run.nnrun.2.part", "x.nnrun.1.part")
    )
    for path in (old, new, other):
        path.touch()
    for path in (old, other):
        os.utime(path, (0, 0))
    save_run(plain_run(tiny), run_file)
    assert sorted(run_file.parent.iterdir()) == sorted([run_file, new, other])


def test_loading_leaves_the_file_alone(tiny: Dataset, run_file: Path, saved_run: bytes) -> None:
    load_run(run_file, tiny).steps(5)
    assert run_file.read_bytes() == saved_run
    assert list(run_file.parent.iterdir()) == [run_file]


def test_anyone_can_open_it(run_file: Path) -> None:
    facts = read_facts(run_file)
    with closing(sqlite3.connect(run_file)) as database:
        names = set(database.execute("SELECT branch, kind, step FROM arrays"))
    assert facts["sizes"] == [4, 3, 3]
    assert facts["position"] == 160
    assert {(0, "costs", 0), (1, "costs", 150), (0, "checkpoint", 0)} <= names


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
    run_file: Path,
    saved_run: bytes,
    monkeypatch: pytest.MonkeyPatch,
    problem: Exception,
) -> None:
    def fail(*_: object) -> None:
        raise problem

    monkeypatch.setattr("core.run_file.create_tables", fail)
    with pytest.raises(errors.RunFileError, match="cannot be saved"):
        save_run(eventful_run(tiny), run_file)
    assert run_file.read_bytes() == saved_run
    assert list(run_file.parent.iterdir()) == [run_file]


@pytest.mark.skipif(os.name != "posix", reason="no limit on the length of a file")
def test_a_disk_that_is_really_full(run_file: Path, saved_run: bytes) -> None:
    script = f"""
import resource
from core import load_dataset, Run, Network, save_run, errors
run = Run(Network((64, 16, 10)), load_dataset("digits"))
run.steps(300)
for length in (0, 100, 10_000, 30_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, resource.RLIM_INFINITY))
    try:
        save_run(run, {str(run_file)!r})
    except errors.RunFileError as error:
        print(error)
"""
    command = [sys.executable, "-c", script]
    root = Path(core.__file__).parents[1]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    assert done.stdout.count(f"The run cannot be saved as {run_file} (") == 4
    assert run_file.read_bytes() == saved_run
    assert list(run_file.parent.iterdir()) == [run_file]


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="whoever this is may write anywhere"
)
def test_a_folder_that_is_read_only(tiny: Dataset, run_file: Path, saved_run: bytes) -> None:
    run_file.parent.chmod(0o555)
    try:
        with pytest.raises(errors.RunFileError, match="choose another place"):
            save_run(eventful_run(tiny), run_file)
    finally:
        run_file.parent.chmod(0o755)
    assert run_file.read_bytes() == saved_run
    assert list(run_file.parent.iterdir()) == [run_file]


def test_a_file_that_was_deleted_is_saved_anew(tiny: Dataset, run_file: Path) -> None:
    run = load_run(run_file, tiny)
    run_file.unlink()
    save_run(run, run_file)
    assert everything(load_run(run_file, tiny)) == everything(run)


def test_a_file_that_another_program_reads(tiny: Dataset, run_file: Path, saved_run: bytes) -> None:
    """It goes on reading the old one, and nobody waits."""
    with closing(sqlite3.connect(run_file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert load_run(run_file, tiny).position == 160
        run = plain_run(tiny)
        try:
            save_run(run, run_file)
        except errors.RunFileError:
            # As Windows has it.
            assert run_file.read_bytes() == saved_run
        else:
            assert everything(load_run(run_file, tiny)) == everything(run)


def test_a_file_that_cannot_be_replaced_stays(
    tiny: Dataset, run_file: Path, saved_run: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(errors.RunFileError, match="Permission denied"):
        save_run(eventful_run(tiny), run_file)
    assert run_file.read_bytes() == saved_run
    assert list(run_file.parent.iterdir()) == [run_file]


# ------------------------------------------------------------------------ what is in it


def rows_of(path: Path, kind: str) -> list[tuple[int, int]]:
    """Branch and step of the arrays of a kind, in order."""
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT branch, step FROM arrays WHERE kind = ? ORDER BY branch, step"
        return database.execute(query, (kind,)).fetchall()


def test_a_branch_holds_what_is_its_own(run_file: Path) -> None:
    """The others left the first one at 150 and at 90."""
    assert rows_of(run_file, "costs") == [(0, 0), (1, 150), (2, 90)]
    checkpoints = [(0, 0), (0, 100), (0, 200), (1, 200), (2, 100), (2, 200)]
    assert rows_of(run_file, "checkpoint") == checkpoints
    assert rows_of(run_file, "evaluations") == [(0, 120), (1, 220)]


def test_branches_share_their_checkpoints_in_memory(tiny: Dataset, run_file: Path) -> None:
    first, second, _ = load_run(run_file, tiny).branches
    for step in (0, 100):
        assert first.checkpoints.vectors[step] is second.checkpoints.vectors[step]


def test_evaluations_of_a_past_that_only_one_branch_has(tiny: Dataset, tmp_path: Path) -> None:
    run = eventful_run(tiny)
    for branch, step in ((0, 60), (1, 30), (2, 60), (1, 140)):
        run.switch_to(run.branches[branch])
        run.go_to(step)
        run.evaluate_test()
    save_run(run, tmp_path / "run.nnrun")
    assert everything(load_run(tmp_path / "run.nnrun", tiny)) == everything(run)


def test_branches_keep_their_names(tiny: Dataset, tmp_path: Path) -> None:
    run = eventful_run(tiny)
    run.branches[1].name = "η = ½, “slow” \n" + "x" * 180
    save_run(run, tmp_path / "run.nnrun")
    assert [b.name for b in load_run(tmp_path / "run.nnrun", tiny).branches] == [
        "",
        run.branches[1].name,
        "",
    ]


@pytest.mark.parametrize("name", ["x" * 300, "\ud800"])
def test_a_name_that_cannot_be_kept_does_not_keep_a_run_from_its_file(
    tiny: Dataset, tmp_path: Path, name: str
) -> None:
    run = plain_run(tiny)
    run.branch.name = name
    save_run(run, tmp_path / "run.nnrun")
    assert load_run(tmp_path / "run.nnrun", tiny).branch.name in ("x" * 200, "?")


def test_a_log_that_is_left_of_something_else(tiny: Dataset, run_file: Path) -> None:
    """SQLite would put its content into the file."""
    before = everything(load_run(run_file, tiny))
    for end in ("-wal", "-journal"):
        run_file.with_name(run_file.name + end).write_bytes(bytes(10_000))
    assert everything(load_run(run_file, tiny)) == before
    save_run(plain_run(tiny), run_file)
    assert list(run_file.parent.iterdir()) == [run_file]


def test_a_branch_whose_parent_is_gone_is_whole(tiny: Dataset, tmp_path: Path) -> None:
    run = eventful_run(tiny)
    kept, position = list(run.branches[1:]), run.position
    run.adopt(kept, kept[0], position)
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun", tiny)
    kept[0].parent = None
    assert everything(loaded) == everything(run)
    assert rows_of(tmp_path / "run.nnrun", "costs") == [(0, 0), (1, 90)]


def test_a_past_that_went_another_way_is_not_shared(tiny: Dataset, tmp_path: Path) -> None:
    run = eventful_run(tiny)
    parent = run.branches[0]
    while len(parent.costs) > 140:
        parent.costs.drop_last()
    parent.checkpoints = parent.checkpoints.until(140)
    parent.evaluations.pop(220, None)
    run.switch_to(parent)
    run.set_learning_rate(0.01)
    run.steps(90)
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun", tiny)
    for ours, theirs in zip(run.branches, loaded.branches, strict=True):
        assert theirs.costs.values.tolist() == ours.costs.values.tolist()
        for each, branch in ((run, ours), (loaded, theirs)):
            each.switch_to(branch)
        assert everything(loaded)[5] == everything(run)[5]


# Rows are short in most cases: around the end of a short row is what is around any.


@pytest.mark.parametrize(
    ("steps", "row"), [(1, 8192), (127, 128), (128, 128), (129, 128), (1000, 128), (8193, 8192)]
)
def test_costs_in_many_rows(
    tiny: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int, row: int
) -> None:
    monkeypatch.setattr("core.written_branch.COSTS_IN_A_ROW", row)
    run = Run(Network((4, 3)), tiny, batch_size=7)
    run.steps(steps)
    save_run(run, tmp_path / "run.nnrun")
    assert everything(load_run(tmp_path / "run.nnrun", tiny)) == everything(run)
    assert [step for _, step in rows_of(tmp_path / "run.nnrun", "costs")] == list(
        range(0, steps, row)
    )


@pytest.mark.parametrize(
    ("epochs", "row"), [(1, 512), (31, 32), (32, 32), (33, 32), (100, 32), (513, 512)]
)
def test_evaluations_in_many_rows(
    tiny: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epochs: int, row: int
) -> None:
    monkeypatch.setattr("core.written_branch.EVALUATIONS_IN_A_ROW", row)
    run = Run(Network((4, 3)), tiny, batch_size=7)
    run.train(epochs)
    save_run(run, tmp_path / "run.nnrun")
    assert everything(load_run(tmp_path / "run.nnrun", tiny)) == everything(run)
    steps = [step for _, step in rows_of(tmp_path / "run.nnrun", "evaluations")]
    assert steps == list(range(1, epochs + 1, row))


def test_a_file_holds_some_of_very_many_checkpoints(
    tiny: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = eventful_run(tiny)
    run.steps(2000)
    size = run.branch.checkpoints.vectors[0].nbytes
    monkeypatch.setattr("core.run_writing.MOST_CHECKPOINTS", 8 * size)
    monkeypatch.setattr("core.run_rebuilding.LEAST_MEMORY", 8 * size)
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun", tiny)
    kept = sorted(loaded.branch.checkpoints.vectors)
    assert kept[0] == 0
    assert len(rows_of(tmp_path / "run.nnrun", "checkpoint")) <= 8 + len(run.branches)
    # The newest is there, so that the newest step is reached at once.
    newest = len(run.branch.costs) // run.branch.checkpoints.spacing * 100
    assert kept[-1] == newest
    for step in (0, 99, 150, 151, 1234, 5, run.length):
        for each in (run, loaded):
            each.go_to(step)
        assert everything(loaded)[5] == everything(run)[5]
        assert loaded.next_update().vector.tobytes() == run.next_update().vector.tobytes()
    # What is walked over is kept again.
    assert len(loaded.branch.checkpoints.vectors) > len(kept)


def test_the_page_tells_how_to_plot_c(tiny: Dataset, tmp_path: Path) -> None:
    """The lines of Python in ``docs/run-file.md``, run as they stand there."""
    run = Run(Network((4, 3)), tiny, batch_size=7)
    run.steps(9000)
    save_run(run, tmp_path / "run.nnrun")
    page = (Path(core.__file__).parents[1] / "docs" / "run-file.md").read_text("utf-8")
    code = page.split("```python\n")[1].split("```")[0]
    imports, _, query, parts, plot = code.splitlines()
    assert imports.startswith("import ")
    assert ".plot(" in plot
    with closing(sqlite3.connect(tmp_path / "run.nnrun")) as database:
        if importlib.util.find_spec("pandas") is None:
            found = [data for (data,) in database.execute(query.split('"')[1])]
        else:
            names: dict[str, Any] = {"database": database}
            opened = parts.replace('sqlite3.connect("run.nnrun")', "database")
            exec(f"{imports}\n{query}\n{opened}", names)  # noqa: S102 (our own page)
            found = list(names["parts"])
    assert np.frombuffer(b"".join(found)).tolist() == run.costs.tolist()


# ------------------------------------------------------------------------ older and newer


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_file_of_an_older_format_is_the_run_that_it_was(
    tiny: Dataset, tmp_path: Path, number: int
) -> None:
    run, path = plain_run(tiny), tmp_path / "old.nnrun"
    save_as_older(run, path, number)
    before = path.read_bytes()

    loaded = load_run(path, tiny)

    for branch in run.branches if number < 3 else ():
        # Which older formats do not tell.
        branch.parent = None
    assert everything(loaded) == everything(run)
    for one in (loaded, run):
        one.go_to(20)
        one.steps(200)
    assert everything(loaded) == everything(run)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    save_run(loaded, path)
    assert read_facts(path)["format"] == 5
    assert everything(load_run(path, tiny)) == everything(run)


def test_a_whole_run_of_the_third_format(tiny: Dataset, tmp_path: Path) -> None:
    run = eventful_run(tiny)
    save_as_older(run, tmp_path / "old.nnrun", 3)
    assert everything(load_run(tmp_path / "old.nnrun", tiny)) == everything(run)


def test_a_whole_run_of_the_fourth_format(tiny: Dataset, tmp_path: Path) -> None:
    run, path = eventful_run(tiny), tmp_path / "old.nnrun"
    save_run(run, path)
    make_format_4(path)
    before = path.read_bytes()
    assert everything(load_run(path, tiny)) == everything(run)
    assert path.read_bytes() == before


def test_many_changes_of_a_network_with_many_frozen_parts(digits: Dataset, tmp_path: Path) -> None:
    run = Run(Network((64, 30, 10)), digits)
    run.change(frozen=[core.Part(1, n, o) for n in range(30) for o in range(64) if n or o])
    for turn in range(60):
        run.set_learning_rate(0.1 + turn / 1000)
    save_run(run, tmp_path / "run.nnrun")
    assert (tmp_path / "run.nnrun").stat().st_size < 2**20
    assert everything(load_run(tmp_path / "run.nnrun")) == everything(run)


@pytest.mark.parametrize("change", [{"optimiser": "adam"}, {}])
def test_little_memory_and_a_large_state_are_no_reason_to_refuse(
    digits: Dataset, tmp_path: Path, change: dict[str, Any]
) -> None:
    run = Run(Network((64, 200, 10)), digits)
    run.history_memory = 2**20
    run.steps(10)
    run.change(**change) if change else None
    run.steps(4000)
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun")
    assert loaded.position == run.position
    assert (loaded.network.parameters.vector == run.network.parameters.vector).all()


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 6", "newer fact"])
def test_a_file_of_a_newer_version(
    tiny: Dataset, tmp_path: Path, check_sentence: CheckSentence, statement: str
) -> None:
    path = tmp_path / "run.nnrun"
    save_as_older(plain_run(tiny), path, 3)
    if statement == "newer fact":
        statement = "UPDATE facts SET value = '6' WHERE name = 'format'"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement)
        database.execute("CREATE TABLE IF NOT EXISTS branches_of_tomorrow (x)")
    if "facts" in statement:
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("DROP TABLE branches_of_tomorrow")
    with pytest.raises(errors.RunFileError) as caught:
        load_run(path, tiny)
    check_sentence(caught.value, "saved by a newer version", "update the program")


# ------------------------------------------------------------------------ the same data


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
