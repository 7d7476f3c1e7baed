"""What branches share, when memory becomes scarce, changes are undone, or C is not finite."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import Dataset, Journal, Network, Run, errors, load_run
from tests.core.saved_runs import everything
from visualiser.training.branch_news import BranchNews


def test_the_autosave_goes_on_where_branches_lose_what_they_shared(
    digits: Dataset, tmp_path: Path
) -> None:
    run = Run(Network((64, 16, 16, 10)), digits)
    run.history_memory = 2**20
    journal = Journal(tmp_path / "a.nnrun")
    run.steps(20_000)
    journal.write(run)
    first = run.branch
    run.go_to(12_000)
    run.change(learning_rate=1.0)
    for _ in range(10):
        run.steps(1000)
        journal.write(run)
    run.switch_to(first)
    for _ in range(25):
        run.steps(1000)
        journal.write(run)
    journal.close()
    loaded = load_run(tmp_path / "a.nnrun")
    assert [len(one.costs) for one in loaded.branches] == [len(one.costs) for one in run.branches]
    for one in loaded.branches:
        loaded.switch_to(one)
        run.switch_to(run.branches[loaded.branches.index(one)])
        for step in (0, 5000, 11_990, 12_030):
            there, here = (each.parameters_at(step).vector for each in (loaded, run))
            assert there.tobytes() == here.tobytes()


def test_a_branch_that_an_undo_removes_leaves_its_children_to_its_parent(
    digits: Dataset, tmp_path: Path
) -> None:
    run = Run(Network((64, 8, 10)), digits)
    run.steps(100)
    first = run.branch
    run.go_to(60)
    run.change(learning_rate=0.7)
    second = run.branch
    run.go_to(40)
    run.change(batch_size=20)
    third = run.branch
    run.steps(5)
    run.switch_to(second)
    run.undo()
    assert run.branches == (first, third)
    assert (third.parent, third.forked_at) == (first, 40)
    news = BranchNews().of(run)
    assert news is not None
    assert [(one.parent, one.forked_at) for one in news.branches] == [(None, None), (0, 40)]
    with_parent = tmp_path / "a.nnrun"
    Journal(with_parent).write(run)
    assert everything(load_run(with_parent)) == everything(run)


def test_a_run_that_is_not_finite_at_its_start_is_as_its_changes_say(digits: Dataset) -> None:
    network = Network((64, 16, 10), activation=("relu", "identity"))
    network.parameters.vector[:] = 1e25
    run = Run(network, digits)
    run.edit(1, 0, 0, 5.0)
    with pytest.raises(errors.DivergenceError):
        run.step()
    assert [change.name for change in run.undoable] == ["edit"]
    assert run.network.weights[0][0, 0] == 5.0


def test_changes_made_at_once_on_a_bad_step_are_made_again_at_once(digits: Dataset) -> None:
    network = Network((64, 16, 16, 10), activation="relu", seed=6)
    usual = Run(network.copy(), digits).recipe.learning_rate
    run = Run(network, digits, learning_rate=300, seed=6)
    with pytest.raises(errors.DivergenceError):
        run.steps(500)
    run.step()
    # One that would follow the optimiser, had nobody chosen it.
    run.change(optimiser="momentum", learning_rate=usual)
    with pytest.raises(errors.DivergenceError):
        run.step()
    assert {change.name for change in run.undoable} == {"optimiser", "learning_rate"}
    assert run.recipe.learning_rate == usual
