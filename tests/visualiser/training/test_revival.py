"""The training process dies: a new one takes the same steps, bit for bit, again and again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import Held, Network, Part, Run, RunSettings, save_run
from tests.visualiser.states import digits, new_run
from tests.visualiser.training.owners import (
    WAIT,
    Begin,
    Owner,
    is_same,
    play,
    send,
    take_some_steps,
)
from visualiser.training import messages as m


def revive(qtbot: QtBot, owner: Owner) -> None:
    """Kill the process and wait until another one has taken over."""
    before, count = owner.session.process_id, len(owner.snapshots)
    position = owner.progress.position
    owner.kill()
    qtbot.waitUntil(lambda: owner.session.process_id != before, timeout=WAIT)
    qtbot.waitUntil(
        lambda: len(owner.snapshots) > count and owner.stands_at(position), timeout=WAIT
    )


def test_a_new_process_takes_the_same_steps(qtbot: QtBot, owner: Owner) -> None:
    run = take_some_steps(qtbot, owner)
    revive(qtbot, owner)
    assert owner.losses == [True]
    assert is_same(owner.newest, run)
    assert owner.progress.length == 700
    assert np.array_equal(owner.history.costs, run.costs)
    assert owner.history.evaluations == run.branch.evaluations
    assert owner.progress.learning_rate == 0.5
    send(qtbot, owner, m.GoTo(100), 100)
    run.go_to(100)
    assert is_same(owner.newest, run)


def test_a_new_process_shows_the_same_digit(qtbot: QtBot, owner: Owner) -> None:
    owner.session.send(m.ShowExample("next", "train", 3))
    qtbot.waitUntil(lambda: owner.progress.example.label == 3, timeout=WAIT)
    shown = owner.progress.example
    send(qtbot, owner, m.Move(1), 1)
    revive(qtbot, owner)
    assert owner.progress.example == shown


def test_killed_while_it_plays_it_takes_over_where_it_was_seen(qtbot: QtBot, owner: Owner) -> None:
    play(qtbot, owner)
    before = owner.session.process_id
    owner.kill()
    qtbot.waitUntil(lambda: owner.session.process_id != before, timeout=WAIT)
    seen = owner.newest
    count = len(owner.snapshots)
    qtbot.waitUntil(
        lambda: len(owner.snapshots) > count and owner.stands_at(seen.progress.position),
        timeout=WAIT,
    )
    assert np.array_equal(owner.newest.parameters.vector, seen.parameters.vector)
    run = new_run()
    run.train(seen.progress.length)
    assert np.array_equal(owner.history.costs, run.costs)


def test_after_a_death_starting_again_does_start_again(qtbot: QtBot, owner: Owner) -> None:
    take_some_steps(qtbot, owner)
    revive(qtbot, owner)
    owner.session.send(m.Restart())
    qtbot.waitUntil(lambda: owner.progress.length == 0, timeout=WAIT)
    run = new_run(learning_rate=0.5)
    run.step()
    assert is_same(send(qtbot, owner, m.Move(1), 1), run)
    assert len(owner.history) == 1


def test_a_run_from_a_file_is_not_lost_either(qtbot: QtBot, begin: Begin, tmp_path: Path) -> None:
    run = new_run(seed=3)
    run.train(200)
    save_run(run, tmp_path / "saved.nnrun")
    owner = begin(tmp_path / "saved.nnrun")
    send(qtbot, owner, m.Play(100), 300)
    owner.session.send(m.SetLearningRate(0.5))
    send(qtbot, owner, m.Play(50), 350)
    revive(qtbot, owner)
    run.train(100)
    run.set_learning_rate(0.5)
    run.train(50)
    assert is_same(owner.newest, run)
    assert np.array_equal(owner.history.costs, run.costs)


def test_a_fork_of_a_run_from_a_file_is_not_lost_either(
    qtbot: QtBot, begin: Begin, tmp_path: Path
) -> None:
    run = new_run(seed=3)
    run.train(200)
    save_run(run, tmp_path / "saved.nnrun")
    owner = begin(tmp_path / "saved.nnrun")
    send(qtbot, owner, m.GoTo(120), 120)
    owner.session.send(m.SetBatchSize(20))
    send(qtbot, owner, m.Play(30), 150)
    send(qtbot, owner, m.Move(-5), 145)
    revive(qtbot, owner)
    run.go_to(120)
    run.set_batch_size(20)
    run.train(30)
    run.go_to(145)
    assert is_same(owner.newest, run)
    assert np.array_equal(owner.history.costs, run.costs)


def test_a_run_from_a_file_that_was_started_again_is_not_lost_either(
    qtbot: QtBot, begin: Begin, tmp_path: Path
) -> None:
    """It goes on with the η of where it was, from the weights of where it began."""
    run = new_run(seed=3)
    run.train(100)
    run.set_learning_rate(0.5)
    run.train(50)
    save_run(run, tmp_path / "saved.nnrun")
    owner = begin(tmp_path / "saved.nnrun")
    owner.session.send(m.Restart())
    qtbot.waitUntil(lambda: owner.progress.length == 0, timeout=WAIT)
    send(qtbot, owner, m.Play(20), 20)
    again = new_run(seed=3, learning_rate=0.5)
    again.train(20)
    assert is_same(owner.newest, again)
    revive(qtbot, owner)
    assert owner.progress.learning_rate == 0.5
    assert is_same(owner.newest, again)
    assert np.array_equal(owner.history.costs, again.costs)


@pytest.mark.parametrize("optimiser", ["adam", "momentum"])
def test_what_an_optimiser_remembers_is_not_lost_either(
    qtbot: QtBot, begin: Begin, optimiser: str
) -> None:
    settings = RunSettings(optimiser=optimiser, schedule="cosine", l2=1e-4, clip=1.0)
    owner = begin(settings)
    send(qtbot, owner, m.Play(150), 150)
    owner.session.send(m.SetLearningRate(0.01))
    send(qtbot, owner, m.Play(50), 200)
    send(qtbot, owner, m.GoTo(190), 190)
    revive(qtbot, owner)
    run = settings.new_run(digits())
    run.train(150)
    run.set_learning_rate(0.01)
    run.train(50)
    run.go_to(190)
    assert owner.progress.recipe == run.recipe
    assert is_same(owner.newest, run)
    assert np.array_equal(owner.history.costs, run.costs)
    run.step()
    assert is_same(send(qtbot, owner, m.Move(1), 191), run)


def saved_with_parts(path: Path) -> Run:
    """A saved run of many kinds of things, the newest of them frozen and held parts."""
    settings = RunSettings(activation=("tanh", "softmax"), cost="softmax_cross_entropy", seed=3)
    run = settings.new_run(digits())
    run.change(optimiser="adam", learning_rate=None)
    run.train(100)
    run.change(frozen=[Part(1, 3)], held=[Held(2, 5, 0.5)], schedule="linear")
    run.train(50)
    save_run(run, path)
    return run


@pytest.mark.parametrize("seed", [None, 11])
def test_starting_again_keeps_the_recipe_and_so_does_another_death(
    qtbot: QtBot, begin: Begin, tmp_path: Path, seed: int | None
) -> None:
    old = saved_with_parts(tmp_path / "saved.nnrun")
    owner = begin(tmp_path / "saved.nnrun")
    owner.session.send(m.Restart(seed))
    qtbot.waitUntil(lambda: owner.progress.length == 0, timeout=WAIT)
    send(qtbot, owner, m.Play(30), 30)
    order = 3 if seed is None else seed
    network = Network(old.network.sizes, ("tanh", "softmax"), "softmax_cross_entropy", seed=order)
    again = Run(network, digits(), seed=order, **vars(old.recipe))
    again.train(30)
    for _ in range(2):
        assert owner.progress.recipe == old.recipe
        assert is_same(owner.newest, again)
        revive(qtbot, owner)
    assert np.array_equal(owner.history.costs, again.costs)
    again.step()
    assert is_same(send(qtbot, owner, m.Move(1), 31), again)


def kill_once_more(qtbot: QtBot, owner: Owner) -> bool:
    """Kill the process; tell whether another one took over."""
    count, taken = len(owner.losses), len(owner.snapshots)
    owner.kill()
    qtbot.waitUntil(lambda: len(owner.losses) > count, timeout=WAIT)
    if owner.losses[-1]:
        qtbot.waitUntil(lambda: len(owner.snapshots) > taken and owner.stands_at(1), timeout=WAIT)
    return owner.losses[-1]


def test_again_and_again_is_too_often(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Move(1), 1)
    deaths = 1
    while kill_once_more(qtbot, owner):
        deaths += 1
        assert deaths < 10
    assert deaths > 1
    # What it showed stays; commands go nowhere and raise nothing.
    owner.session.send(m.Play())
    assert owner.progress.position == 1
