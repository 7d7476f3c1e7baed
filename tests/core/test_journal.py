"""The journal: whatever was done to a run, the file is the run as it was at the last write."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import core
from core import Dataset, Network, Run, errors, load_run, save_run
from core.history import Budget, Checkpoints
from core.journal import Journal
from tests.core.saved_runs import eventful_run, everything, plain_run
from tests.core.test_time_travel import CHANGES, EDITS, edit

CheckSentence = Callable[[errors.UserError, str, str], None]

operations = st.one_of(
    st.tuples(st.just("step"), st.integers(1, 30)),
    st.tuples(st.just("go_to"), st.floats(0, 1)),
    st.tuples(st.just("change"), st.sampled_from(CHANGES)),
    st.tuples(st.just("edit"), st.sampled_from(EDITS)),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("redo"), st.none()),
    st.tuples(st.just("switch_to"), st.integers(0, 9)),
    st.tuples(st.just("evaluate"), st.none()),
    st.tuples(st.just("evaluate again"), st.integers(1, 3)),
    st.tuples(st.just("name"), st.text(max_size=5)),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("drop"), st.integers(1, 20)),
    st.tuples(st.just("new run"), st.none()),
    st.tuples(st.just("load"), st.none()),
)


def new_run(data: Dataset, checkpoints_kept: int = 10) -> Run:
    """A run with checkpoints 4 steps apart, soon 8, then 16, as of a large network."""
    run = Run(Network((4, 3, 3), seed=5), data, 1.0, 3, 11)
    vector = run.network.parameters.vector
    run.branch.checkpoints = Checkpoints(10**7, Budget(checkpoints_kept * vector.nbytes))
    run.branch.checkpoints.keep(0, vector)
    run.switch_to(run.branch)
    return run


def do(run: Run, operation: str, argument: Any, path: Path) -> Run:
    """Do something to a run; afterwards it may be another one."""
    match operation:
        case "step":
            run.steps(argument)
        case "go_to":
            run.go_to(round(argument * run.length))
        case "change":
            run.change(**argument)
        case "edit":
            edit(run, argument)
        case "undo" | "redo":
            with suppress(errors.SettingError):
                getattr(run, operation)()
        case "switch_to":
            run.switch_to(run.branches[argument % len(run.branches)])
        case "new run":
            return new_run(run.data)
        case "load":
            save_run(run, path)
            return load_run(path, run.data)
        case _:
            alter(run, operation, argument)
    return run


def alter(run: Run, operation: str, argument: Any) -> None:
    """What a user does seldom, or not at all."""
    branch = run.branch
    match operation:
        case "name":
            branch.name = argument
        case "evaluate":
            run.evaluate_test()
        case "evaluate again":
            for step in list(branch.evaluations)[:argument]:
                evaluation = branch.evaluations.pop(step)
                branch.evaluations[step] = core.Evaluation(evaluation.cost / 2, 0.5)
        case "delete":
            kept = [b for n, b in enumerate(run.branches) if n != argument or b is branch]
            run.adopt(kept, branch, run.position)
        case "drop":
            # As after steps whose cost was not finite, and further.
            left = max(branch.segments[-1].step, run.length - argument)
            while run.length > left:
                branch.costs.drop_last()
            branch.checkpoints = branch.checkpoints.until(left)
            for step in [s for s in branch.evaluations if s > left]:
                del branch.evaluations[step]
            run.switch_to(branch)
            # Else the same steps come again.
            run.change(learning_rate=run.learning_rate / 2)
            run.steps(argument // 2)


def check(path: Path, run: Run) -> None:
    """Whether the file holds this run, but for some of its checkpoints."""
    loaded = load_run(path, run.data)
    there = [branch.checkpoints.vectors for branch in run.branches]
    found = [branch.checkpoints.vectors for branch in loaded.branches]
    for ours, theirs in zip(there, found, strict=True):
        for step in set(ours) & set(theirs):
            assert theirs[step].tobytes() == ours[step].tobytes()
    assert without_parents_gone(loaded) == without_parents_gone(run)
    assert loaded.next_update().vector.tobytes() == run.next_update().vector.tobytes()


def without_parents_gone(run: Run) -> tuple[object, ...]:
    *others, branches = everything(_all_parents_there(run))
    assert isinstance(branches, list)
    return *others, [row[:-1] for row in branches]


def _all_parents_there(run: Run) -> Run:
    for branch in run.branches:
        if not any(branch.parent is other for other in run.branches):
            branch.parent = None
    return run


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journal")


@settings(deadline=None, max_examples=50)
@given(
    rows=st.sampled_from([(1, 1), (3, 2), (8192, 512)]),
    most=st.sampled_from([0, 200, 1000, 2**26]),
    checkpoints_kept=st.sampled_from([2, 5, 40]),
    plan=st.lists(st.tuples(operations, st.booleans()), max_size=25),
)
def test_the_file_is_the_run_at_the_last_write(
    make_data: Callable[..., Dataset],
    folder: Path,
    rows: tuple[int, int],
    most: int,
    checkpoints_kept: int,
    plan: list[tuple[tuple[str, Any], bool]],
) -> None:
    path = folder / "journal.nnrun"
    run = new_run(make_data(), checkpoints_kept)
    with pytest.MonkeyPatch.context() as patch, closing(Journal(path)) as journal:
        patch.setattr("core.written_branch.COSTS_IN_A_ROW", rows[0])
        patch.setattr("core.written_branch.EVALUATIONS_IN_A_ROW", rows[1])
        for name, value in (("MOST_CHECKPOINTS", most), ("_ADDED", most), ("_TAKEN_OUT", 100)):
            patch.setattr(f"core.run_writing.{name}", value)
        for (operation, argument), is_written in plan:
            run = do(run, operation, argument, folder / "other.nnrun")
            if is_written:
                journal.write(run)
                check(path, run)
        journal.write(run)
    check(path, run)
    assert {p.name for p in folder.iterdir()} <= {"journal.nnrun", "other.nnrun"}


def delete_the_first(run: Run) -> None:
    alter(run, "delete", 0)


def evaluate_anew(run: Run) -> None:
    first = run.branches[0].evaluations
    first[120] = core.Evaluation(first.pop(120).cost / 2, 0.5)


def evaluate_the_past_of_a_parent(run: Run) -> None:
    run.switch_to(run.branches[0])
    run.go_to(60)
    run.evaluate_test()


def take_another_way(run: Run, change: bool = True) -> None:
    """As after many steps that were not finite, from a step before the others left."""
    first = run.branches[0]
    while len(first.costs) > 130:
        first.costs.drop_last()
    first.checkpoints = first.checkpoints.until(130)
    run.switch_to(first)
    if change:
        run.set_learning_rate(0.01)
    run.steps(90)


def take_the_same_way(run: Run) -> None:
    take_another_way(run, change=False)


def change_at_the_newest_step(run: Run) -> None:
    run.switch_to(run.branches[0])
    run.edit(1, 0, 0, 0.25)
    run.undo()
    run.change(l2=0.5)


def put_another_between(run: Run) -> None:
    first, *others = run.branches
    run.adopt([first, first.fork(50), *others], first, 10)


def put_in_another_order(run: Run) -> None:
    first, second, third = run.branches
    # It left the second one before that had left the first.
    third.parent = first
    run.adopt([first, third, second], first, 10)


@pytest.mark.parametrize(
    "happen",
    [
        put_another_between,
        put_in_another_order,
        delete_the_first,
        evaluate_anew,
        evaluate_the_past_of_a_parent,
        take_another_way,
        take_the_same_way,
        change_at_the_newest_step,
    ],
)
def test_what_happens_to_the_parent_of_branches(
    tiny: Dataset, tmp_path: Path, happen: Callable[[Run], None]
) -> None:
    run, path = eventful_run(tiny), tmp_path / "journal.nnrun"
    with closing(Journal(path)) as journal:
        journal.write(run)
        happen(run)
        journal.write(run)
        check(path, run)
        for branch in run.branches:
            run.switch_to(branch)
            run.steps(3)
            journal.write(run)
            check(path, run)


# ------------------------------------------------------------------------ little by little


def sizes(path: Path) -> dict[tuple[object, ...], int]:
    """The rows of all arrays, by which a row that was written again is another one."""
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT branch, kind, step, rowid FROM arrays"
        return {row[:3]: row[3] for row in database.execute(query)}


def copied(path: Path, place: Path) -> Path:
    """A copy of a journal, which others may open."""
    shutil.copyfile(path, place)
    shutil.copyfile(f"{path}-wal", f"{place}-wal")
    return place


def test_only_what_is_new_is_written(tiny: Dataset, tmp_path: Path) -> None:
    run, path = Run(Network((4, 3)), tiny, batch_size=7), tmp_path / "journal.nnrun"
    with closing(Journal(path)) as journal:
        run.steps(20_000)
        journal.write(run)
        before = sizes(copied(path, tmp_path / "copy"))
        run.steps(10)
        journal.write(run)
        after = sizes(copied(path, tmp_path / "copy"))
        log = Path(f"{path}-wal").stat().st_size
        journal.write(run)
        # Nothing is new.
        assert Path(f"{path}-wal").stat().st_size == log
        check(path, run)
    changed = {row for row in after if before.get(row) != after[row]}
    assert changed == {(0, "costs", 16384)}


def test_a_long_run_has_few_checkpoints_in_it(
    tiny: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, path = Run(Network((4, 3)), tiny, batch_size=7), tmp_path / "journal.nnrun"
    size = run.network.parameters.vector.nbytes
    monkeypatch.setattr("core.run_writing.MOST_CHECKPOINTS", 20 * size)
    monkeypatch.setattr("core.run_rebuilding.LEAST_MEMORY", 20 * size)
    with closing(Journal(path)) as journal:
        for _ in range(40):
            run.steps(500)
            journal.write(run)
        loaded = load_run(path, tiny)
        assert 5 <= len(loaded.branch.checkpoints.vectors) <= 30
        check(path, run)


def test_close_leaves_one_whole_file(tiny: Dataset, tmp_path: Path) -> None:
    run, path = eventful_run(tiny), tmp_path / "journal.nnrun"
    journal = Journal(path)
    journal.write(run)
    assert len(list(tmp_path.iterdir())) == 2
    journal.close()
    journal.close()
    assert list(tmp_path.iterdir()) == [path]
    assert everything(load_run(path, tiny)) == everything(run)


def test_a_journal_of_a_program_that_was_killed(tiny: Dataset, tmp_path: Path) -> None:
    run, path, left = eventful_run(tiny), tmp_path / "journal.nnrun", tmp_path / "left"
    left.mkdir()
    with closing(Journal(path)) as journal:
        journal.write(run)
        copied(path, left / "run")
    before = {p: p.read_bytes() for p in left.iterdir()}
    assert everything(load_run(left / "run", tiny)) == everything(run)
    assert {p: p.read_bytes() for p in left.iterdir()} == before


# ------------------------------------------------------------------------ begun anew


def test_what_was_there_stays_until_a_run_is_written(tiny: Dataset, tmp_path: Path) -> None:
    path, old, new = tmp_path / "journal.nnrun", eventful_run(tiny), plain_run(tiny)
    for run in (old, new):
        with closing(Journal(path)) as journal:
            if run is new:
                assert everything(load_run(path, tiny)) == everything(old)
            journal.write(run)
        assert everything(load_run(path, tiny)) == everything(run)


@pytest.mark.parametrize("content", [b"", b"no database" * 1000, bytes(4096)])
def test_something_else_of_that_name_is_replaced(
    tiny: Dataset, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "journal.nnrun"
    path.write_bytes(content)
    with closing(Journal(path)) as journal:
        journal.write(plain_run(tiny))
    assert everything(load_run(path, tiny)) == everything(plain_run(tiny))


@pytest.mark.parametrize("place", ["no/such/folder/run", "folder", "x" * 300])
def test_a_place_where_no_file_can_be(
    tmp_path: Path, check_sentence: CheckSentence, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(errors.RunFileError) as caught:
        Journal(tmp_path / place)
    check_sentence(caught.value, str(tmp_path / place), "save it in another place")


@pytest.mark.skipif(os.name != "posix", reason="a file that is open cannot be deleted")
@pytest.mark.parametrize("gone", ["journal.nnrun", "journal.nnrun-wal", "both", "the folder"])
def test_a_file_that_is_deleted_meanwhile(
    tiny: Dataset, tmp_path: Path, check_sentence: CheckSentence, gone: str
) -> None:
    run, folder = eventful_run(tiny), tmp_path / "folder"
    folder.mkdir()
    path = folder / "journal.nnrun"
    with closing(Journal(path)) as journal:
        journal.write(run)
        run.steps(5)
        for found in list(folder.iterdir()):
            if gone in (found.name, "both", "the folder"):
                found.unlink()
        if gone == "the folder":
            folder.rmdir()
        with pytest.raises(errors.RunFileError) as caught:
            journal.write(run)
        check_sentence(caught.value, str(path), "save it in another place")
        if gone == "the folder":
            with pytest.raises(errors.RunFileError):
                journal.write(run)
            folder.mkdir()
        run.steps(5)
        journal.write(run)
        check(path, run)
        run.steps(5)
        journal.write(run)
        check(path, run)


def test_a_file_that_another_program_has_locked(
    tiny: Dataset, tmp_path: Path, check_sentence: CheckSentence
) -> None:
    path = tmp_path / "journal.nnrun"
    with closing(Journal(path)) as journal:
        journal.write(plain_run(tiny))
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(errors.RunFileError) as caught:
            Journal(path)
    check_sentence(caught.value, "locked", "save it in another place")
    assert everything(load_run(path, tiny)) == everything(plain_run(tiny))


FULL = """
import resource, sys
from pathlib import Path
from core import load_dataset, Run, Network, errors
from core.journal import Journal
path = Path(sys.argv[1])
run = Run(Network((64, 16, 10)), load_dataset("digits"))
run.steps(100)
journal = Journal(path)
journal.write(run)
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, resource.RLIM_INFINITY))
failed = 0
for _ in range(10):
    run.steps(2000)
    try:
        journal.write(run)
        last = run.position
    except errors.RunFileError as error:
        failed += 1
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(failed)
if sys.argv[2] == "killed":
    import os, signal
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)
run.steps(11)
journal.write(run)
journal.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="no limit on the length of a file")
@pytest.mark.parametrize(("then", "position"), [("killed", None), ("mended", 20_111)])
def test_a_disk_that_is_full_for_a_while(tmp_path: Path, then: str, position: int | None) -> None:
    path = tmp_path / "journal.nnrun"
    command = [sys.executable, "-c", FULL, str(path), then]
    root = Path(core.__file__).parents[1]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    assert int(done.stdout) > 0
    loaded = load_run(path)
    assert loaded.position == position or position is None
    twin = Run(Network((64, 16, 10)), loaded.data)
    twin.steps(loaded.position)
    assert twin.costs.tolist() == loaded.costs.tolist()
