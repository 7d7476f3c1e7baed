"""Weights in and out of the training process, and back after its death, bit for bit."""

from __future__ import annotations

import csv
import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

import core
from core import Held, Network, Part, Run, RunSettings, errors
from tests.visualiser.states import digits, new_run
from tests.visualiser.training.owners import WAIT, Begin, Owner, is_same, play, send
from tests.visualiser.training.test_revival import revive
from visualiser.training import messages as m
from visualiser.training.alterations import Alterations
from visualiser.training.exchanging import begun_with_weights, export
from visualiser.training.opened_run import OpenedRun

BARE = ("activation", "cost", "bias")


def opened(run: Run) -> OpenedRun:
    return OpenedRun(run, Alterations(run))


def same_bits(one: Any, other: Any) -> bool:
    return np.array_equal(one.view(np.uint32), other.view(np.uint32))


def outputs(network: Network) -> Any:
    return network.forward(digits().test.inputs).activations[-1]


def bare_file(path: Path, *sizes: int, seed: int = 5) -> list[Any]:
    """Weights and biases alone, as another program's; what was written, in order."""
    random = np.random.default_rng(seed)
    arrays: dict[str, Any] = {}
    for number, (before, after) in enumerate(itertools.pairwise(sizes)):
        arrays[f"{2 * number}.weight"] = random.standard_normal((after, before), np.float32)
        arrays[f"{2 * number}.bias"] = random.standard_normal(after, np.float32)
    np.savez(path, **arrays)
    return list(arrays.values())


# -------------------------------------------------------------------- out


@settings(deadline=None, max_examples=25)
@given(step=st.integers(0, 120))
def test_the_weights_of_any_step_are_exported_and_the_run_stays_where_it_is(
    tmp_path_factory: pytest.TempPathFactory, step: int
) -> None:
    run = new_run(optimiser="adam")
    run.train(60)
    run.change(activation="tanh", held=[Held(1, 3, 0.5)])
    run.train(60)
    run.go_to(100)
    before = run.network.parameters.vector.copy()
    path = tmp_path_factory.getbasetemp() / "step.safetensors"
    export(run, m.ExportWeights(path, step))
    assert run.position == 100
    assert same_bits(run.network.parameters.vector, before)
    found = core.import_weights(path).network
    run.go_to(step)
    assert same_bits(found.parameters.vector, run.network.parameters.vector)
    # σ and what is held are of that step, too.
    assert same_bits(outputs(found), outputs(run.network))


def test_while_it_plays_it_exports_the_step_that_was_asked_for_and_plays_on(
    qtbot: QtBot, owner: Owner, tmp_path: Path
) -> None:
    play(qtbot, owner)
    command = m.ExportWeights(tmp_path / "w.npz", 123)
    with qtbot.waitSignal(owner.session.exported, timeout=WAIT) as told:
        owner.session.send(command)
    assert told.args == [m.Exported(command)]
    at = owner.progress.position
    qtbot.waitUntil(lambda: owner.progress.position > at + 200, timeout=WAIT)
    assert owner.progress.playing
    run = new_run()
    run.train(123)
    found = core.import_weights(tmp_path / "w.npz").network
    assert same_bits(found.parameters.vector, run.network.parameters.vector)


def test_costs_are_those_of_every_step(qtbot: QtBot, owner: Owner, tmp_path: Path) -> None:
    send(qtbot, owner, m.Play(250), 250)
    send(qtbot, owner, m.GoTo(40), 40)
    with qtbot.waitSignal(owner.session.exported, timeout=WAIT):
        owner.session.send(m.ExportCosts(tmp_path / "costs.csv"))
    with (tmp_path / "costs.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [float(row["cost"]) for row in rows if row["cost"]] == owner.history.costs.tolist()


@pytest.mark.parametrize("name", ["w.pickle", "no folder/w.npz"])
def test_what_cannot_be_written_is_told_and_leaves_all_as_it_was(
    qtbot: QtBot, owner: Owner, tmp_path: Path, name: str
) -> None:
    play(qtbot, owner)
    owner.session.send(m.ExportWeights(tmp_path / name, 5))
    qtbot.waitUntil(lambda: bool(owner.refusals), timeout=WAIT)
    error, command = owner.refusals[0]
    assert isinstance(error, errors.ExchangeError)
    assert isinstance(command, m.ExportWeights)
    at = owner.progress.position
    qtbot.waitUntil(lambda: owner.progress.position > at + 100, timeout=WAIT)
    assert list(tmp_path.iterdir()) == []


# -------------------------------------------------------------------- in


@pytest.mark.parametrize("ending", ["safetensors", "npz"])
def test_a_new_run_begins_with_the_weights_and_the_recipe(tmp_path: Path, ending: str) -> None:
    """Only what the file tells of the network is another's."""
    other = Network((64, 9, 7, 10), ("tanh", "softmax"), "softmax_cross_entropy", seed=3)
    other.held = (Held(1, 2, 0.25),)
    core.export_weights(other, tmp_path / f"w.{ending}")
    old = new_run(optimiser="adam", learning_rate=0.02, batch_size=25, seed=4, l2=1e-4)
    old.train(30)
    old.change(frozen=[Part(1, 3)], order=9)
    begun, assumed = begun_with_weights(opened(old), tmp_path / f"w.{ending}")
    run = begun.run
    assert assumed == ()
    assert (run.length, old.length) == (0, 30)
    assert run.data is old.data
    assert same_bits(outputs(run.network), outputs(other))
    expected = Run(other.copy(), digits(), 0.02, 25, 4, optimiser="adam", l2=1e-4, order=9)
    for each in (run, expected):
        each.train(40)
    assert run.recipe == expected.recipe
    assert same_bits(run.network.parameters.vector, expected.network.parameters.vector)
    run.go_to(0)
    assert same_bits(run.network.parameters.vector, other.parameters.vector)


def test_what_is_frozen_stays_so_where_the_layers_are_the_same(tmp_path: Path) -> None:
    old = new_run()
    core.export_weights(old.network, tmp_path / "w.npz")
    old.change(frozen=[Part(2)])
    begun, _ = begun_with_weights(opened(old), tmp_path / "w.npz")
    assert begun.run.recipe.frozen == (Part(2),)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((64, 16, 16, 10), (("tanh", "tanh", "softmax"), "softmax_cross_entropy")),
        ((64, 5, 6, 10), (("tanh", "tanh", "softmax"), "softmax_cross_entropy")),
        ((64, 5, 10), (("logistic", "logistic"), "quadratic")),
    ],
)
def test_what_the_file_does_not_tell_is_as_before_where_the_layers_are_as_many(
    tmp_path: Path, sizes: tuple[int, ...], expected: tuple[object, object]
) -> None:
    written = bare_file(tmp_path / "w.npz", *sizes)
    old = new_run(activation=("tanh", "softmax"), cost="softmax_cross_entropy")
    begun, assumed = begun_with_weights(opened(old), tmp_path / "w.npz")
    network = begun.run.network
    assert assumed == BARE
    assert (network.activation_names, network.cost.name) == expected
    assert network.sizes == sizes
    pairs = zip(network.weights, network.biases, strict=True)
    found = [array for pair in pairs for array in pair]
    assert all(same_bits(a, b) for a, b in zip(found, written, strict=True))


def test_where_the_bias_is_added_is_as_before(tmp_path: Path) -> None:
    bare_file(tmp_path / "w.npz", 64, 5, 6, 10)
    begun, _ = begun_with_weights(opened(new_run(bias="outside")), tmp_path / "w.npz")
    assert begun.run.network.bias == "outside"


def test_what_does_not_go_with_what_the_file_tells_is_as_usual(tmp_path: Path) -> None:
    """Its σ is logistic, which goes with no softmax cross-entropy."""
    bare_file(tmp_path / "w.npz", 64, 5, 6, 10)
    with np.load(tmp_path / "w.npz") as arrays:
        metadata = np.array(json.dumps({"activation": '["tanh", "logistic"]'}).encode())
        np.savez(tmp_path / "w.npz", metadata=metadata, **arrays)
    old = new_run(activation=("tanh", "softmax"), cost="softmax_cross_entropy")
    begun, assumed = begun_with_weights(opened(old), tmp_path / "w.npz")
    assert assumed == ("cost", "bias")
    assert begun.run.network.cost.name == "quadratic"
    assert begun.run.network.activation_names == ("tanh", "tanh", "logistic")


@pytest.mark.parametrize("sizes", [(63, 16, 10), (64, 16, 9), (2, 3)])
def test_sizes_that_do_not_fit_are_told_with_those_that_do(
    tmp_path: Path, sizes: tuple[int, ...]
) -> None:
    bare_file(tmp_path / "w.npz", *sizes)
    with pytest.raises(errors.SettingError) as caught:
        begun_with_weights(opened(new_run()), tmp_path / "w.npz")
    sentence = str(caught.value)
    assert ",".join(map(str, sizes)) in sentence
    assert "the first layer needs 64 neurons and the last 10" in sentence


def test_what_cannot_be_imported_does_not_even_pause_the_run(
    qtbot: QtBot, owner: Owner, tmp_path: Path
) -> None:
    (tmp_path / "w.npz").write_bytes(b"no archive")
    play(qtbot, owner)
    owner.session.send(m.ImportWeights(tmp_path / "w.npz"))
    qtbot.waitUntil(lambda: bool(owner.refusals), timeout=WAIT)
    at = owner.progress.position
    qtbot.waitUntil(lambda: owner.progress.position > at + 100, timeout=WAIT)


# -------------------------------------------------------------------- the process dies


@pytest.fixture
def begun(qtbot: QtBot, begin: Begin, tmp_path: Path) -> tuple[Owner, Network, RunSettings]:
    """An owner of a run with imported weights, without a step; the file is gone."""
    path = tmp_path / "w.safetensors"
    network = Network((64, 9, 10), "tanh", seed=8)
    network.held = (Held(1, 2, 0.25),)
    core.export_weights(network, path)
    chosen = RunSettings(optimiser="momentum", learning_rate=0.05, seed=4)
    owner = begin(chosen)
    send(qtbot, owner, m.Play(20), 20)
    with qtbot.waitSignal(owner.session.imported, timeout=WAIT) as told:
        owner.session.send(m.ImportWeights(path))
    assert told.args == [m.Imported(path, ())]
    qtbot.waitUntil(lambda: owner.newest.sizes == (64, 9, 10), timeout=WAIT)
    path.unlink()
    return owner, network, chosen


def new_from(network: Network, chosen: RunSettings) -> Run:
    """The same run, made here."""
    rate, seed = chosen.learning_rate, chosen.seed
    return Run(network.copy(), digits(), rate, seed=seed, optimiser=chosen.optimiser)


def test_a_run_with_imported_weights_is_not_lost_even_without_the_file(
    qtbot: QtBot, begun: tuple[Owner, Network, RunSettings]
) -> None:
    owner, network, chosen = begun
    send(qtbot, owner, m.Play(60), 60)
    owner.session.send(m.SetLearningRate(0.01))
    send(qtbot, owner, m.Play(40), 100)
    send(qtbot, owner, m.GoTo(90), 90)
    run = new_from(network, chosen)
    run.train(60)
    run.set_learning_rate(0.01)
    run.train(40)
    run.go_to(90)
    for _ in range(2):
        assert is_same(owner.newest, run)
        assert np.array_equal(owner.history.costs, run.costs)
        revive(qtbot, owner)
    assert owner.progress.recipe == run.recipe
    run.step()
    assert is_same(send(qtbot, owner, m.Move(1), 91), run)


def test_started_again_it_begins_with_the_same_weights_and_is_not_lost_either(
    qtbot: QtBot, begun: tuple[Owner, Network, RunSettings]
) -> None:
    owner, network, chosen = begun
    send(qtbot, owner, m.Play(60), 60)
    owner.session.send(m.Restart())
    qtbot.waitUntil(lambda: owner.progress.length == 0, timeout=WAIT)
    send(qtbot, owner, m.Play(30), 30)
    run = new_from(network, chosen)
    run.train(30)
    assert is_same(owner.newest, run)
    revive(qtbot, owner)
    assert is_same(owner.newest, run)


def test_started_again_from_random_weights_its_seed_is_enough(
    qtbot: QtBot, begun: tuple[Owner, Network, RunSettings]
) -> None:
    owner, network, chosen = begun
    owner.session.send(m.Restart(11))
    send(qtbot, owner, m.Play(30), 30)
    assert isinstance(owner.newest.description.began_with, core.Recipe)
    fresh = Network(network.sizes, "tanh", seed=11)
    rate, held = chosen.learning_rate, network.held
    run = Run(fresh, digits(), rate, seed=11, optimiser="momentum", held=held)
    run.train(30)
    assert is_same(owner.newest, run)
    revive(qtbot, owner)
    assert is_same(owner.newest, run)


def test_the_run_before_can_be_gone_back_to(
    qtbot: QtBot, begun: tuple[Owner, Network, RunSettings]
) -> None:
    owner, _, chosen = begun
    assert owner.newest.description.can_bring_back
    run = chosen.new_run(digits())
    run.train(20)
    assert is_same(send(qtbot, owner, m.BringBack(), 20), run)
