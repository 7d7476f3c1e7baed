"""Whether the settings alone bring a run back is told by comparing, not by guessing."""

from __future__ import annotations

import pickle

import pytest

from core import Part, Run, RunSettings
from tests.visualiser.states import digits, new_run
from visualiser.training.set_up_questions import Beginning, HowItBegan


def beginning(run: Run) -> Beginning:
    answer = HowItBegan().answer(run)
    assert len(pickle.dumps(answer)) < 2000
    return answer


def again(run: Run, found: Beginning) -> Run:
    """The run that the settings alone give, at the same step."""
    made = found.settings.new_run(digits())
    made.train(found.step)
    assert made.network.sizes == run.network.sizes
    return made


def is_same(one: Run, other: Run) -> bool:
    ours, theirs = one.network.parameters.vector, other.network.parameters.vector
    return ours.tobytes() == theirs.tobytes()


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"layers": (64, 9, 10), "activation": "tanh", "seed": 5, "optimiser": "adam"},
        {"initialiser": "he", "bias": "outside", "learning_rate": 0.25, "l2": 0.001, "clip": 2.0},
        {"schedule": "cosine", "batch_size": 3, "cost": "cross_entropy"},
    ],
)
def test_a_run_without_changes_is_brought_back_bit_for_bit(settings: dict[str, object]) -> None:
    run = new_run(**settings)
    run.train(23)
    found = beginning(run)
    assert found.is_from_seed
    assert not found.changes
    assert is_same(again(run, found), run)


def test_what_was_chosen_before_the_first_step_is_a_setting() -> None:
    run = new_run()
    run.change(learning_rate=0.5, optimiser="momentum", l2=0.01)
    run.set_batch_size(20)
    run.train(15)
    found = beginning(run)
    assert not found.changes
    assert is_same(again(run, found), run)


def test_changes_later_on_are_counted_and_are_no_settings() -> None:
    run = new_run()
    run.train(10)
    run.set_learning_rate(0.5)
    run.edit(1, 0, 3, 0.25)
    run.train(5)
    found = beginning(run)
    assert found.changes == 2
    assert found.settings.learning_rate == new_run().learning_rate
    run.go_to(4)
    assert beginning(run).changes == 0
    assert is_same(again(run, beginning(run)), run)


def test_an_edit_and_frozen_parts_at_the_start_are_counted() -> None:
    run = new_run()
    run.edit(1, 0, None, 0.25)
    run.change(frozen=(Part(1),))
    assert beginning(run).changes == 2


def test_start_values_of_a_file_are_not_the_seeds() -> None:
    network = RunSettings().new_run(digits()).network
    network.weights[0][0, 0] += 1
    assert not beginning(Run(network, digits())).is_from_seed
