"""What is said to be different is different, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.visualiser.states import new_run, snapshot_of, trained
from visualiser.beside.differences import differences, facts


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"learning_rate": 3.0}, ("η = 3 instead of 1.5",)),
        ({"batch_size": 1}, ("mini-batch = 1 instead of 10",)),
        ({"seed": 8}, ("seed = 8 instead of 7",)),
        ({"l2": 0.001}, ("L2 = 0.001 instead of 0",)),
        ({"clip": 1.0}, ("‖g‖ at most 1 instead of anything",)),
        ({"initialiser": "he"}, ("start values = he instead of one over root n",)),
        ({"activation": ("tanh", "tanh", "logistic")}, None),
        ({"layers": (64, 32, 10)}, ("layers 64-32-10 instead of 64-16-16-10",)),
        ({"schedule": "cosine"}, ("schedule = cosine instead of constant",)),
        (
            {"optimiser": "adam"},
            ("optimiser = adam instead of gradient descent", "η = 0.005 instead of 1.5"),
        ),
        ({}, ()),
    ],
)
def test_each_setting_has_its_words(settings: dict[str, Any], said: tuple[str, ...] | None) -> None:
    found = differences(trained(2), trained(2, **settings))
    if said is None:
        assert found[0] == "σ = tanh, logistic instead of logistic"
    else:
        assert found == said


def test_a_change_counts_from_its_step_on() -> None:
    left, right = new_run(), new_run()
    for run in (left, right):
        run.train(20)
    right.set_learning_rate(0.5)
    right.train(5)
    left.train(5)
    assert differences(snapshot_of(left), snapshot_of(right)) == ("η = 0.5 instead of 1.5",)
    for run in (left, right):
        run.go_to(10)
    assert differences(snapshot_of(left), snapshot_of(right)) == ()


def test_what_was_edited_is_told_of_both_sides() -> None:
    left, right = new_run(), new_run()
    right.train(3)
    right.edit(1, 2, None, 0.5)
    left.train(3)
    assert differences(snapshot_of(left), snapshot_of(right)) == (
        "at step 3 B of neuron 2 of layer 1 was set to 0.5000",
    )
    (told,) = differences(snapshot_of(right), snapshot_of(left))
    assert told.startswith("only in the run at the left: at step 3 B of neuron 2")


def test_what_a_run_is_begins_with_its_layers() -> None:
    assert facts(trained(1)) == ("64-16-16-10", "η = 1.5", "mini-batch 10", "gradient descent")
