"""A snapshot: flat arrays cut up by layers, and the answer."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_a_snapshot_is_frozen() -> None:
    snapshot = snapshot_of(new_run())
    for array in (
        snapshot.parameters.vector,
        snapshot.parameters.weights[0],
        snapshot.gradient.biases[1],
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
    ):
        assert pickle.loads(pickle.dumps(message)) == message  # noqa: S301 (made here)
    refused = pickle.loads(pickle.dumps(m.Refused(error, m.Move(1))))  # noqa: S301 (made here)
    assert str(refused.error) == str(error)
    assert refused.command == m.Move(1)
