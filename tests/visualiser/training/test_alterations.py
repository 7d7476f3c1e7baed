"""The revision of a run is another one exactly when the run contains something else."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Run, save_run
from core.errors import SettingError
from tests.visualiser.states import new_run
from visualiser.training.alterations import Alterations

# Where the run stands is no part of what it contains; checkpoints and test results follow
# from the rest, and come with mere looking as well.
_LOOKING = ("position", "check")


def content(run: Run, path: Path) -> tuple[object, ...]:
    """What of a run would be in its file, but for where it stands."""
    save_run(run, path)
    with closing(sqlite3.connect(path)) as database:
        facts = database.execute("SELECT name, value FROM facts ORDER BY name").fetchall()
        branches = database.execute(
            "SELECT name, parent, forked_at, length, shared_segments, segments FROM branches "
            "ORDER BY number"
        ).fetchall()
        costs = database.execute(
            "SELECT branch, step, data FROM arrays WHERE kind = 'costs' ORDER BY branch, step"
        ).fetchall()
    return (*(fact for fact in facts if fact[0] not in _LOOKING), *branches, *costs)


def do(run: Run, action: tuple[str, int]) -> None:
    kind, number = action
    with suppress(SettingError):
        match kind:
            case "steps":
                run.steps(number)
            case "go_to":
                run.go_to(number)
            case "change":
                run.set_batch_size(10 + number % 3)
            case "edit":
                run.edit(1, 2, 3, number / 8)
            case "undo":
                run.undo()
            case "redo":
                run.redo()
            case "switch":
                run.switch_to(run.branches[number % len(run.branches)])
            case "name":
                run.name_branch(run.branches[number % len(run.branches)], "abc"[number % 3])
            case "delete":
                run.delete_branch(run.branches[number % len(run.branches)])


kinds = ("steps", "go_to", "change", "edit", "undo", "redo", "switch", "name", "delete")
actions = st.tuples(st.sampled_from((*kinds, "save")), st.integers(0, 7))


@settings(deadline=None, max_examples=12)
@given(st.lists(actions, max_size=12))
def test_it_is_marked_exactly_while_it_differs_from_what_was_saved(
    tmp_path_factory: pytest.TempPathFactory, plan: list[tuple[str, int]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "alterations.nnrun"
    run = new_run(layers=(64, 4, 10))
    alterations = Alterations(run)
    saved, revision, seen = content(run, path), 0, content(run, path)
    before = 0
    for action in plan:
        if action[0] == "save":
            saved, revision = content(run, path), alterations.note_saved(run)
        do(run, action)
        now, here = alterations.revision(run), content(run, path)
        assert (now != revision) == (here != saved)
        assert (now != before) == (here != seen)
        before, seen = now, here


def test_it_begins_with_0(tmp_path: Path) -> None:
    run = new_run()
    run.steps(5)
    alterations = Alterations(run)
    assert alterations.revision(run) == 0
    run.step()
    assert alterations.revision(run) == 1
    assert alterations.note_saved(run) == 1
    run.set_learning_rate(0.5)
    assert alterations.revision(run) == 2
    run.undo()
    assert alterations.revision(run) == 1
    save_run(run, tmp_path / "a.nnrun")
    assert alterations.revision(run) == 1
