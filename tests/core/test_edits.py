"""Weights and biases set by hand, drawn anew, and what is undone of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core import Dataset, Edit, Network, Redraw, Run, load_run, save_run
from core.errors import DivergenceError, SettingError

SIZES = (64, 6, 10)


@pytest.fixture
def run(digits: Dataset) -> Run:
    run = Run(Network(SIZES, seed=3), digits, seed=3)
    run.steps(20)
    return run


def vector(run: Run) -> bytes:
    return run.network.parameters.vector.tobytes()


def test_an_edit_sets_one_number_and_no_other(run: Run) -> None:
    before = run.network.parameters.copy()
    run.edit(2, 4, 5, 1.25)
    changed = np.flatnonzero(run.network.parameters.vector != before.vector)
    assert len(changed) == 1
    assert run.network.weights[1][4, 5] == 1.25
    run.edit(1, 0, None, -0.1)
    assert run.network.biases[0][0] == np.float32(-0.1)
    assert [change.value for change in run.changes] == [
        Edit(2, 4, 5, 1.25),
        Edit(1, 0, None, float(np.float32(-0.1))),
    ]


def test_what_is_set_to_what_it_is_changes_nothing(run: Run) -> None:
    run.edit(2, 4, 5, float(run.network.weights[1][4, 5]))
    assert run.changes == ()


def test_a_neuron_drawn_anew_has_other_numbers_and_the_same_for_the_same_seed(run: Run) -> None:
    before = run.network.parameters.copy()
    run.draw_anew(1, 2, seed=5)
    drawn = run.network.parameters.blocks[0].copy()
    assert (drawn[2, :-1] != before.blocks[0][2, :-1]).all()
    assert np.array_equal(np.delete(drawn, 2, axis=0), np.delete(before.blocks[0], 2, axis=0))
    assert run.changes[-1].value == Redraw(1, 2, 5)
    run.undo()
    run.draw_anew(1, 2, seed=6)
    assert (run.network.weights[0][2] != drawn[2, :-1]).all()
    run.undo()
    run.draw_anew(1, 2, seed=5)
    assert np.array_equal(run.network.parameters.blocks[0], drawn)


def test_the_test_result_of_the_step_is_that_of_the_edited_network(run: Run) -> None:
    before = run.evaluate_test()
    run.edit(2, 3, None, 5.0)
    edited = run.evaluate_test()
    assert edited != before
    run.undo()
    assert run.evaluate_test() == before


def test_an_edit_is_made_again_on_every_way_to_its_step(run: Run, tmp_path: Path) -> None:
    run.edit(2, 0, 0, 2.0)
    edited = vector(run)
    run.steps(130)
    end = vector(run)
    for step, expected in ((20, edited), (150, end), (19, None), (20, edited)):
        run.go_to(step)
        assert expected is None or vector(run) == expected
    save_run(run, tmp_path / "run.nnrun")
    loaded = load_run(tmp_path / "run.nnrun", run.data)
    assert (loaded.changes, vector(loaded)) == (run.changes, edited)
    loaded.go_to(150)
    assert vector(loaded) == end


def test_an_undone_edit_leaves_no_trace_where_no_step_followed(run: Run) -> None:
    before = vector(run)
    run.edit(1, 1, 1, 3.0)
    run.edit(1, 1, 1, 4.0)
    run.undo()
    assert run.network.weights[0][1, 1] == 3.0
    run.undo()
    assert (vector(run), run.changes, len(run.branches)) == (before, (), 1)


def test_steps_after_an_edit_stay_in_a_branch_when_it_is_undone(run: Run) -> None:
    before = vector(run)
    run.edit(1, 1, 1, 3.0)
    run.steps(7)
    after = vector(run)
    run.undo()
    assert (vector(run), run.position, run.length) == (before, 20, 20)
    run.redo()
    assert (run.network.weights[0][1, 1], run.position, run.length) == (3.0, 20, 27)
    run.go_to(27)
    assert vector(run) == after
    assert len(run.branches) == 1


def test_an_edit_in_the_past_that_is_undone_gives_the_future_back(run: Run) -> None:
    run.go_to(11)
    run.edit(1, 1, 1, 3.0)
    assert (run.length, len(run.branches)) == (11, 2)
    run.undo()
    assert (run.position, run.length, len(run.branches)) == (11, 20, 1)


def test_changes_made_together_are_undone_together(run: Run) -> None:
    recipe = run.recipe
    run.change(learning_rate=0.3, batch_size=5)
    assert [change.name for change in run.undo()] == ["learning_rate", "batch_size"]
    assert (run.recipe, run.changes) == (recipe, ())


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, -1_000_001, "text"])
def test_what_cannot_be_a_weight_is_refused(run: Run, value: float) -> None:
    before = vector(run)
    with pytest.raises(SettingError, match="choose a number from −1,000,000 to 1,000,000"):
        run.edit(1, 1, 1, value)
    assert (vector(run), run.changes) == (before, ())


@pytest.mark.parametrize("place", [(0, 0, 0), (3, 0, 0), (1, 6, 0), (1, 0, 64), (2, -1, None)])
def test_a_weight_that_is_not_there_is_refused(
    run: Run, place: tuple[int, int, int | None]
) -> None:
    with pytest.raises(SettingError):
        run.edit(*place, 1.0)
    with pytest.raises(SettingError, match="nothing to undo"):
        run.undo()
    with pytest.raises(SettingError, match="nothing to do again"):
        run.redo()


def test_an_edit_that_makes_the_cost_infinite_is_taken_back(digits: Dataset) -> None:
    network = Network((64, 6, 10), "relu", seed=3)
    network.weights[0][:] = 1e14
    network.weights[1][:] = 0.01
    run = Run(network, digits, 1e-30)
    before = vector(run)
    run.edit(2, 0, 0, 1e6)
    with pytest.raises(DivergenceError, match="the change is taken back"):
        run.step()
    assert (vector(run), run.changes, run.position) == (before, (), 0)
