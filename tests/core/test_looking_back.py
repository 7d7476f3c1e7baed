"""Looking back: every step is told as it was, exactly, and the run is as if nobody had asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, Held, Momentum, Network, Part, Run
from core.errors import DivergenceError, SettingError, UserError
from core.history import Checkpoints
from core.looking_back import look_back, spacing_for, spacing_one_by_one

Event = Callable[[Run], None]
EVENTS: dict[str, Event] = {
    "other η and mini-batch": lambda run: run.change(learning_rate=0.1, batch_size=2),
    "Adam": lambda run: run.change(optimiser="adam", learning_rate=None),
    "momentum": lambda run: run.change(optimiser=Momentum(0.5), schedule="cosine"),
    "frozen and held": lambda run: run.change(frozen=(Part(1, 2),), held=(Held(1, 0, 0.5),)),
    "nothing held": lambda run: run.change(held=()),
    "a weight edited": lambda run: run.edit(2, 1, 3, 1.5),
    "a bias edited": lambda run: run.edit(1, 0, None, -0.75),
    "drawn anew": lambda run: run.draw_anew(1, 1, seed=4),
    "back to the start": lambda run: run.go_to(0),
    "back by half": lambda run: run.go_to(run.position // 2),
    "back by one": Run.back,
}
histories = st.lists(st.tuples(st.sampled_from(list(EVENTS)), st.integers(0, 14)), max_size=6)


def run_with(data: Dataset, history: list[tuple[str, int]]) -> Run:
    """A run in which things happened, with steps after each, and checkpoints 4 steps apart."""
    run = Run(Network((data.input_count, 5, data.class_count)), data, batch_size=3)
    parameters = run.network.parameters.vector
    run.branch.checkpoints = Checkpoints(10**7)
    run.branch.checkpoints.keep(0, parameters, run._trainer.memory)
    run.steps(9)
    for name, steps in history:
        EVENTS[name](run)
        run.steps(steps)
    return run


def everything(run: Run) -> tuple[object, ...]:
    """All that can be told of a run, and what its next step will do."""
    numbers = (run.network.parameters.vector, run.costs, run._trainer.memory)
    told = tuple(array.tobytes() for array in numbers)
    here = (run.position, run.length, run.epochs_done, run.recipe, run.next_learning_rate)
    kept = {step: vector.tobytes() for step, vector in run.branch.checkpoints.vectors.items()}
    past = (len(run.branches), run.changes, dict(run.branch.evaluations), kept)
    return told, here, past, run.network.held, run.next_update().vector.tobytes()


@dataclass(frozen=True)
class Seen:
    """A network as it was, and what it made of an example."""

    parameters: bytes
    activations: bytes


def seen_in(data: Dataset) -> Callable[[Network], Seen]:
    def read(network: Network) -> Seen:
        fired = network.forward(data.test.inputs[0]).activations
        return Seen(network.parameters.vector.tobytes(), np.concatenate(fired).tobytes())

    return read


@settings(deadline=None, max_examples=120)
@given(histories, st.data())
def test_it_is_what_going_there_shows_and_the_run_is_as_it_was(
    tiny: Dataset, history: list[tuple[str, int]], data: st.DataObject
) -> None:
    run, other, read = run_with(tiny, history), run_with(tiny, history), seen_in(tiny)
    here = data.draw(st.integers(0, run.length), "here")
    steps = data.draw(st.lists(st.integers(0, run.length)), "steps")
    run.go_to(here)
    before = everything(run)
    found = look_back(run, steps, read)
    assert everything(run) == before
    expected = []
    for step in sorted(set(steps)):
        other.go_to(step)
        expected.append(read(other.network))
    assert found == expected
    other.go_to(here)
    for one in (run, other):
        one.steps(5)
    assert everything(run) == everything(other)


@settings(deadline=None, max_examples=40)
@given(histories)
def test_other_branches_are_told_as_they_were(
    tiny: Dataset, history: list[tuple[str, int]]
) -> None:
    run, read = run_with(tiny, history), seen_in(tiny)
    for branch in run.branches:
        run.switch_to(branch)
        found = look_back(run, range(run.length + 1), read)
        for step, seen in enumerate(found):
            run.go_to(step)
            assert seen == read(run.network)


def test_at_the_present_step_it_is_the_network_as_it_is(tiny: Dataset) -> None:
    run = run_with(tiny, [])
    run.network.weights[0][0, 0] = 12.5
    found = look_back(run, [4, 9], lambda network: float(network.weights[0][0, 0]))
    assert found[1] == run.network.weights[0][0, 0] == 12.5 != found[0]


def test_where_checkpoints_hold_the_steps_none_is_taken_again(
    tiny: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_with(tiny, [("nothing held", 40)])
    stored = [step for step in run.branch.checkpoints.vectors if step]
    monkeypatch.setattr(run._trainer, "step", None)
    assert len(look_back(run, stored, lambda network: network.sizes)) == len(stored) > 8


@pytest.mark.parametrize("step", [-1, 10, 2.5])
def test_a_step_that_was_not_taken_is_refused(
    tiny: Dataset, check_sentence: Callable[[UserError, str, str], None], step: Any
) -> None:
    run = run_with(tiny, [])
    before = everything(run)
    with pytest.raises(SettingError) as caught:
        look_back(run, [3, step], lambda network: network.sizes)
    check_sentence(caught.value, f"no step {step} yet", "choose one from 0 to 9")
    assert everything(run) == before


def test_what_fails_on_the_way_leaves_the_run_where_it_was(tiny: Dataset) -> None:
    run = run_with(tiny, [("Adam", 8)])
    before = everything(run)
    with pytest.raises(ZeroDivisionError):
        look_back(run, [2, 5], lambda _: 1 / (run.position - 5))
    assert everything(run) == before


def test_from_a_step_whose_cost_is_infinite_the_past_is_told(digits: Dataset) -> None:
    run = Run(Network((64, 16, 16, 10), "relu", seed=6), digits, learning_rate=300.0, seed=6)
    start = run.network.parameters.vector.tobytes()
    with pytest.raises(DivergenceError):
        run.steps(500)
    run.step()
    here = run.network.parameters.vector.tobytes()
    found = look_back(run, [0, run.position], lambda net: net.parameters.vector.tobytes())
    assert found == [start, here]


@pytest.mark.parametrize(
    ("length", "spacing"), [(0, 1), (99, 1), (100, 2), (199, 2), (200, 5), (999, 10), (1200, 20)]
)
def test_a_short_run_is_looked_at_between_its_checkpoints(
    tiny: Dataset, length: int, spacing: int
) -> None:
    run = run_with(tiny, [])
    run.go_to(0)
    run.set_learning_rate(0.01)
    run.steps(length)
    assert spacing_for(run, 100) == spacing


def test_a_long_run_is_looked_at_where_its_checkpoints_are(
    tiny: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_with(tiny, [("nothing held", 191)])
    monkeypatch.setattr("core.looking_back._REPLAY", 0.0001)
    assert spacing_for(run, 100) == run.branch.checkpoints.spacing == 4
    assert spacing_for(run, 20) == 20


def test_one_by_one_it_is_looked_at_between_checkpoints_that_are_close(
    tiny: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_with(tiny, [("nothing held", 191)])
    # As long as 4 steps and more take, and far less than all of them.
    monkeypatch.setattr("core.looking_back._REPLAY", 0.0001)
    assert spacing_one_by_one(run, 100) == 5
    assert spacing_one_by_one(run, 300) == 1
    monkeypatch.setattr("core.looking_back._REPLAY", 0.00001)
    assert spacing_one_by_one(run, 100) == 4
    assert run.length // spacing_one_by_one(run, 20) < 20


def test_a_large_mini_batch_takes_long_to_replay(
    digits: Dataset,
) -> None:
    few, many = (Run(Network((64, 16, 10)), digits, batch_size=size) for size in (10, 500))
    for run in (few, many):
        run.steps(800)
    assert spacing_for(few, 150) == 10
    assert spacing_for(many, 150) == many.branch.checkpoints.spacing
