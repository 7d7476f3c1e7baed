"""The network over the test data: which neurons are saturated or dead."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from core import Run
from core.parameters import FloatArray
from core.parts import Held
from tests.visualiser.states import new_run
from visualiser.training import network_questions
from visualiser.training.network_questions import HealthOfNetwork, StoppedNeurons

# σ′(S) as a share of its steepest slope.
SLOPES = {
    "logistic": lambda s: 4 * np.exp(-np.abs(s)) / (1 + np.exp(-np.abs(s))) ** 2,
    "tanh": lambda s: 1 - np.tanh(s) ** 2,
    "relu": lambda s: (s > 0).astype(float),
}


def run_with(activation: str, scale: float = 1.0) -> Run:
    run = new_run(activation=activation, learning_rate=0.02)
    run.train(30)
    run.network.parameters.vector[:] *= np.float32(scale)
    return run


def stopped(which: FloatArray) -> StoppedNeurons:
    places = np.flatnonzero(which).tolist()
    return StoppedNeurons(len(places), places[0] if places else None)


@pytest.mark.parametrize("scale", [1, 20, 300])
@pytest.mark.parametrize("activation", SLOPES)
def test_neurons_are_counted_as_is_said_of_them(activation: str, scale: float) -> None:
    run = run_with(activation, scale)
    found = HealthOfNetwork().answer(run)
    assert found.count == found.total == 360
    sums = run.network.forward(run.data.test.inputs).weighted_sums
    for layer, s in zip(found.layers, sums, strict=True):
        slopes = SLOPES[activation](s.astype(np.float64))
        is_dead = (slopes <= 1e-6).all(axis=1)
        is_saturated = ((slopes < 0.00999).mean(axis=1) >= 0.9) & ~is_dead
        assert layer.dead == stopped(is_dead)
        assert layer.saturated == stopped(is_saturated)


def test_a_relu_that_never_fires_is_dead() -> None:
    run = run_with("relu")
    run.network.biases[1][[4, 7]] = -1000
    dead = HealthOfNetwork().answer(run).layers[1].dead
    assert dead.count >= 2
    assert dead.first is not None
    assert dead.first <= 4


def test_a_neuron_that_is_held_is_neither() -> None:
    run = run_with("relu")
    run.network.biases[0][:] = -1000
    assert HealthOfNetwork().answer(run).layers[0].dead == StoppedNeurons(16, 0)
    run.change(held=[Held(1, 0, 0.0)])
    assert HealthOfNetwork().answer(run).layers[0].dead == StoppedNeurons(15, 1)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_of_a_network_that_has_no_numbers_nothing_is_told(bad: float) -> None:
    run = run_with("logistic")
    run.network.weights[0][2, 3] = bad
    found = HealthOfNetwork().answer(run)
    assert (found.layers, found.count, found.total) == ((), 0, 360)


def test_a_large_network_is_shown_fewer_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    run = run_with("tanh", 20)
    monkeypatch.setattr(network_questions, "_WORK", 360 * run.network.parameters.vector.size // 3)
    found = HealthOfNetwork().answer(run)
    assert (found.count, found.total) == (120, 360)
    sums = run.network.forward(run.data.test.inputs[::3]).weighted_sums
    for layer, s in zip(found.layers, sums, strict=True):
        slopes = SLOPES["tanh"](s.astype(np.float64))
        assert layer.dead == stopped((slopes <= 1e-6).all(axis=1))


def test_asking_changes_nothing_and_the_answer_is_small() -> None:
    run = run_with("logistic")
    before = run.network.parameters.vector.copy()
    found = HealthOfNetwork().answer(run)
    assert (run.network.parameters.vector == before).all()
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 (our own)
    assert len(pickle.dumps(found)) < 1000
    assert HealthOfNetwork() == HealthOfNetwork()
