"""W and B of another step are told, and the run stays where it is, as if nobody had asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Held, Momentum, Network, Part, RecipeOptions, Run
from core.errors import DivergenceError, SettingError, UserError
from core.history import Checkpoints
from core.walker import Walker

CHANGES: list[RecipeOptions] = [
    {"learning_rate": 0.1, "batch_size": 2},
    {"optimiser": "adam", "learning_rate": None},
    {"optimiser": Momentum(0.5), "schedule": "cosine"},
    {"frozen": (Part(1, 2),), "held": (Held(1, 0, 0.5),)},
]
TOTAL = 30


def new_run(data: Dataset, changes: list[tuple[int, RecipeOptions]]) -> Run:
    """A run of 30 steps with changes on the way, and checkpoints 4 steps apart."""
    run = Run(Network((data.input_count, 5, data.class_count)), data, batch_size=3)
    parameters = run.network.parameters.vector
    run.branch.checkpoints = Checkpoints(10**7)
    run.branch.checkpoints.keep(0, parameters, run._trainer.memory)
    for step, change in sorted(changes, key=lambda one: one[0]):
        run.steps(step - run.position)
        run.change(**change)
    run.steps(TOTAL - run.position)
    return run


def bits(run: Run) -> bytes:
    return run.network.parameters.vector.tobytes()


def everything(run: Run) -> tuple[object, ...]:
    """All that can be told of a run, and what its next step will do."""
    here = (run.position, run.length, run.epochs_done, run.recipe, run.next_learning_rate)
    branch = (len(run.branches), run.changes, dict(run.branch.evaluations))
    memory = run._trainer.memory.tobytes()
    update = run.next_update().vector.tobytes()
    return bits(run), run.costs.tobytes(), memory, update, here, branch


changes_of_a_run = st.lists(
    st.tuples(st.integers(0, TOTAL), st.sampled_from(CHANGES)),
    max_size=3,
    unique_by=lambda one: one[0],
)


@settings(deadline=None, max_examples=60)
@given(changes_of_a_run, st.integers(0, TOTAL), st.integers(0, TOTAL))
def test_they_are_what_going_there_shows_and_nothing_else_changes(
    tiny: Dataset, changes: list[tuple[int, RecipeOptions]], here: int, step: int
) -> None:
    run, other = new_run(tiny, changes), new_run(tiny, changes)
    run.go_to(here)
    before = everything(run)
    told = run.parameters_at(step)
    assert everything(run) == before
    other.go_to(step)
    assert told.vector.tobytes() == bits(other)
    run.steps(5)
    other.go_to(here)
    other.steps(5)
    assert everything(run) == everything(other)


def test_they_are_of_this_branch_and_a_copy(tiny: Dataset) -> None:
    run = new_run(tiny, [])
    old = run.parameters_at(TOTAL)
    run.go_to(10)
    run.set_learning_rate(0.1)
    run.steps(TOTAL - 10)
    told = run.parameters_at(TOTAL)
    assert told.vector.tobytes() == bits(run) != old.vector.tobytes()
    told.vector[:] = 0
    assert run.network.parameters.vector.any()


def test_what_a_script_has_set_by_hand_stays(tiny: Dataset) -> None:
    run = new_run(tiny, [])
    run.network.weights[0][0, 0] = 12.5
    run.parameters_at(3)
    assert run.network.weights[0][0, 0] == 12.5


@pytest.mark.parametrize("step", [-1, TOTAL + 1, 2.5, None, "3", float("nan")])
def test_a_step_that_was_not_taken_is_refused(
    tiny: Dataset, check_sentence: Callable[[UserError, str, str], None], step: Any
) -> None:
    run = new_run(tiny, [])
    before = everything(run)
    with pytest.raises(SettingError) as caught:
        run.parameters_at(step)
    check_sentence(caught.value, f"no step {step} yet", f"choose one from 0 to {TOTAL}")
    assert everything(run) == before


def test_an_interruption_on_the_way_leaves_the_run_where_it_was(
    tiny: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = new_run(tiny, [(4, {"optimiser": "adam", "learning_rate": None})])
    before = everything(run)
    advance, calls = Walker.advance, iter([True])

    def interrupted(self: Walker, count: int) -> float:
        cost = advance(self, min(count, 5))
        if next(calls, False):
            raise KeyboardInterrupt
        return cost

    monkeypatch.setattr(Walker, "advance", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run.parameters_at(9)
    monkeypatch.undo()
    assert everything(run) == before


def test_from_a_step_whose_cost_is_infinite_those_before_are_told(digits: Dataset) -> None:
    run = Run(Network((64, 16, 16, 10), "relu", seed=6), digits, learning_rate=300.0, seed=6)
    start = run.network.parameters.copy()
    with pytest.raises(DivergenceError):
        run.steps(500)
    run.step()
    assert not np.isfinite(run.gradient()[1])
    here = bits(run)
    assert np.array_equal(run.parameters_at(0).vector, start.vector)
    assert run.parameters_at(run.position).vector.tobytes() == bits(run) == here
