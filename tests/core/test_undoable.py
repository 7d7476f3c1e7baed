"""What would be undone and done again, told beforehand; and where an epoch began."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Network, Run
from core.epochs import Epochs
from core.errors import SettingError
from core.optimisers import Adam

acts = st.one_of(
    st.tuples(st.just("train"), st.integers(1, 25)),
    st.tuples(st.just("go"), st.floats(0, 1)),
    st.tuples(st.just("learning_rate"), st.sampled_from([0.1, 0.5, 1.0])),
    st.tuples(st.just("batch_size"), st.sampled_from([1, 7, 400, 1437])),
    st.tuples(st.just("weight"), st.integers(-2, 2)),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("redo"), st.none()),
)


def new_run(digits: Dataset) -> Run:
    return Run(Network((64, 5, 10), seed=3), digits, batch_size=100)


def act(run: Run, name: str, value: float | None) -> None:
    """Do it; of undoing and redoing, check that what was told is what happens."""
    match name, value:
        case "train", int(count):
            run.steps(count)
        case "go", float(share):
            run.go_to(round(share * run.length))
        case "weight", int(weight):
            run.edit(1, 0, 20, weight)
        case "undo" | "redo", _:
            told, does = (run.undoable, run.undo) if name == "undo" else (run.redoable, run.redo)
            if told:
                assert does() == told
            else:
                with pytest.raises(SettingError, match="nothing to"):
                    does()
        case "learning_rate", float(rate):
            run.set_learning_rate(rate)
        case "batch_size", int(size):
            run.set_batch_size(size)


@settings(deadline=None, max_examples=60)
@given(plan=st.lists(acts, max_size=14))
def test_what_is_told_is_what_is_undone_and_done_again(
    digits: Dataset, plan: list[tuple[str, float | None]]
) -> None:
    run = new_run(digits)
    for name, value in plan:
        act(run, name, value)
        made = [change for change in run.changes if change.step <= run.position]
        assert run.undoable[-1:] == tuple(made[-1:])


def test_changes_made_together_are_told_together(digits: Dataset) -> None:
    run = new_run(digits)
    assert (run.undoable, run.redoable) == ((), ())
    run.change(optimiser=Adam(), learning_rate=0.01)
    together = run.undoable
    assert {change.name for change in together} == {"optimiser", "learning_rate"}
    run.undo()
    assert (run.undoable, run.redoable) == ((), together)


def test_moving_away_and_back_keeps_what_can_be_done_again(digits: Dataset) -> None:
    run = new_run(digits)
    run.steps(10)
    run.set_learning_rate(0.25)
    run.undo()
    undone = run.redoable
    assert [change.name for change in undone] == ["learning_rate"]
    run.go_to(4)
    assert not run.redoable
    run.go_to(10)
    assert run.redoable == undone
    run.set_batch_size(20)
    assert not run.redoable


@settings(deadline=None, max_examples=60)
@given(plan=st.lists(acts, max_size=14))
def test_an_epoch_began_where_its_first_mini_batch_was(
    digits: Dataset, plan: list[tuple[str, float | None]]
) -> None:
    run = new_run(digits)
    for name, value in plan:
        act(run, name, value)
    position = run.position
    told = Epochs.of(run.branch, len(digits.train)).start_before(position)
    began = [0]
    for step in range(1, position):
        run.go_to(step)
        if run.epochs_done == int(run.epochs_done):
            began.append(step)
    assert told == began[-1]
