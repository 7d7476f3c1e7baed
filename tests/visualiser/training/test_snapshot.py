"""A snapshot: flat arrays cut up by layers, and the answer."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Adam, Held, Part, Recipe
from core.errors import DivergenceError
from core.history import Change
from tests.visualiser.states import digits, new_run, progress_of, snapshot_of
from visualiser.training import messages as m


@settings(deadline=None, max_examples=15)
@given(st.lists(st.integers(1, 20), max_size=4), st.integers(0, 50))
def test_layers_are_cut_where_they_end(hidden: list[int], index: int) -> None:
    run = new_run(layers=(64, *hidden, 10))
    run.train(3)
    snapshot = snapshot_of(run, index)
    shown = run.network.forward(digits().test.inputs[index])
    for ours, theirs in zip(snapshot.activations, shown.activations, strict=True):
        assert np.array_equal(ours, theirs)
    for ours, theirs in zip(snapshot.weighted_sums, shown.weighted_sums, strict=True):
        assert np.array_equal(ours, theirs)
    assert snapshot.answer == shown.activations[-1].argmax()
    assert snapshot.sizes == (64, *hidden, 10)
    for ours, theirs in zip(snapshot.parameters.weights, run.network.weights, strict=True):
        assert np.array_equal(ours, theirs)


RECIPES: dict[str, dict[str, Any]] = {
    "plain": {},
    "schedule": {"schedule": "linear"},
    "held": {"held": [Held(1, 3, 0.5)]},
    "momentum": {"optimiser": "momentum", "learning_rate": 0.2},
    "adam": {"optimiser": "adam", "learning_rate": None, "schedule": "cosine"},
    "penalties": {"l1": 0.001, "l2": 0.01},
    "clipped": {"clip": 0.05},
    "frozen": {"frozen": [Part(1), Part(2, 3, 4)]},
}


@pytest.mark.parametrize("name", RECIPES)
def test_the_update_is_what_the_next_step_subtracts(name: str) -> None:
    run = new_run()
    run.train(200)
    run.change(**RECIPES[name])
    run.train(20)
    snapshot = snapshot_of(run)
    assert snapshot.progress.next_learning_rate == run.next_learning_rate
    assert snapshot.progress.recipe == run.recipe
    before = run.network.parameters.vector.astype(np.float64)
    run.step()
    change = run.network.parameters.vector - before
    assert -snapshot.update.vector == pytest.approx(change, abs=3e-7, rel=1e-5)


def test_each_layer_has_its_own_function() -> None:
    snapshot = snapshot_of(new_run(activation=("relu", "softmax")))
    assert [snapshot.activation(layer) for layer in (1, 2, 3)] == ["relu", "relu", "softmax"]


def test_of_a_neuron_held_twice_the_last_value_counts() -> None:
    run = new_run()
    run.change(held=[Held(1, 3, 0.5), Held(1, 3, 0.25)])
    snapshot = snapshot_of(run)
    assert snapshot.held_at(1, 3) == 0.25 == snapshot.activations[1][3]
    assert snapshot.held_at(1, 4) is None
    assert snapshot.held_at(2, 3) is None


def test_a_snapshot_is_frozen() -> None:
    snapshot = snapshot_of(new_run())
    for array in (
        snapshot.parameters.vector,
        snapshot.parameters.weights[0],
        snapshot.gradient.biases[1],
        snapshot.update.weights[2],
        snapshot.activations[2],
        snapshot.weighted_sums[0],
    ):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    with pytest.raises(AttributeError):
        snapshot.progress = progress_of(new_run())  # type: ignore[misc] # that is the point


def test_messages_survive_the_pipe() -> None:
    error = DivergenceError("with η = {rate:g} after {step}", rate=300.0, step=5)
    for message in (
        m.Move(-3),
        m.ShowExample("next", "train", 3, misread_only=True),
        m.SetSpeed(None),
        progress_of(new_run(), changes=(Change(3, "learning_rate", 0.5),)).changes,
        Recipe(optimiser=Adam(decay=0.8), frozen=(Part(1),), held=(Held(1, 2, 0.5),)),
    ):
        assert pickle.loads(pickle.dumps(message)) == message  # noqa: S301 (made here)
    refused = pickle.loads(pickle.dumps(m.Refused(error, m.Move(1))))  # noqa: S301 (made here)
    assert str(refused.error) == str(error)
    assert refused.command == m.Move(1)
