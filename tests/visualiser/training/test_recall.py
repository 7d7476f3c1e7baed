"""The network of a chosen step: told bit for bit, kept beside what comes, and nothing disturbed."""

from __future__ import annotations

import os
import pickle
import signal
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import Network, Run, save_run
from core.errors import SettingError
from core.parameters import FloatArray
from tests.visualiser.states import describe, digits, new_run, snapshot_of
from tests.visualiser.training.owners import WAIT, Begin, Owner
from visualiser.network_view.quantities import quantity
from visualiser.training import messages as m
from visualiser.training.snapshot import Reference


def send(qtbot: QtBot, owner: Owner, command: m.Command, position: int) -> None:
    """Send a command and wait until the run rests at a step."""
    count = len(owner.snapshots)
    owner.session.send(command)
    qtbot.waitUntil(
        lambda: (
            len(owner.snapshots) > count
            and (owner.progress.position, owner.progress.playing) == (position, False)
        ),
        timeout=WAIT,
    )


def recall(qtbot: QtBot, owner: Owner, step: int) -> Reference:
    owner.session.recall(step)
    qtbot.waitUntil(lambda: owner.chosen == step, timeout=WAIT)
    assert owner.newest.reference is not None
    return owner.newest.reference


def vector_at(step: int, run: Run | None = None) -> FloatArray:
    """Of a run's step, worked out here."""
    return (run or longest_run()).parameters_at(step).vector


def longest_run() -> Run:
    run = new_run()
    run.train(300)
    return run


def is_same(one: FloatArray, other: FloatArray) -> bool:
    return one.dtype == other.dtype and one.tobytes() == other.tobytes()


# -------------------------------------------------------------------- at rest and while it plays


def test_at_rest_the_last_snapshot_comes_again_with_it(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(300), 300)
    send(qtbot, owner, m.GoTo(250), 250)
    before = owner.newest
    for step in (123, 0, 250, 300):
        assert is_same(recall(qtbot, owner, step).parameters.vector, vector_at(step))
        assert owner.newest.parameters is before.parameters
        assert owner.progress is before.progress
    run = longest_run()
    assert np.array_equal(owner.history.costs, run.costs)
    assert owner.history.evaluations == run.branch.evaluations


def test_the_run_goes_on_as_if_nobody_had_asked(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(250), 250)
    recall(qtbot, owner, 77)
    send(qtbot, owner, m.Play(50), 300)
    run = longest_run()
    assert owner.chosen == 77
    assert is_same(owner.newest.parameters.vector, run.network.parameters.vector)
    assert np.array_equal(owner.history.costs, run.costs)


def test_while_it_plays_it_plays_on(qtbot: QtBot, owner: Owner) -> None:
    owner.session.send(m.Play())
    qtbot.waitUntil(lambda: owner.progress.position > 300, timeout=WAIT)
    assert is_same(recall(qtbot, owner, 211).parameters.vector, vector_at(211))
    position = owner.progress.position
    qtbot.waitUntil(lambda: owner.progress.position > position + 300, timeout=WAIT)
    assert owner.progress.playing
    assert owner.chosen == 211
    run = new_run()
    run.train(owner.progress.length)
    assert np.array_equal(owner.history.costs, run.costs)


def test_the_change_since_it_is_what_the_lines_show(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(300), 300)
    recall(qtbot, owner, 100)
    then, now = longest_run().parameters_at(100), longest_run().network.parameters
    for gap, moved in enumerate(quantity("since").values(owner.newest)):
        assert np.array_equal(moved, now.weights[gap] - then.weights[gap])


@pytest.mark.parametrize("step", [301, -1])
def test_a_step_that_was_not_taken_is_refused(qtbot: QtBot, owner: Owner, step: int) -> None:
    send(qtbot, owner, m.Play(300), 300)
    recall(qtbot, owner, 20)
    owner.session.recall(step)
    qtbot.waitUntil(lambda: bool(owner.refusals), timeout=WAIT)
    [(error, command)] = owner.refusals
    assert isinstance(error, SettingError)
    assert str(error) == f"There is no step {step} yet; choose one from 0 to 300."
    assert command == m.Recall(step)
    send(qtbot, owner, m.Move(-1), 299)
    assert owner.chosen == 20


# -------------------------------------------------------------------- how long it is kept


def test_it_is_kept_over_a_fork(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(300), 300)
    kept = recall(qtbot, owner, 280)
    send(qtbot, owner, m.GoTo(100), 100)
    owner.session.send(m.SetLearningRate(0.25))
    send(qtbot, owner, m.Play(200), 300)
    assert owner.newest.reference is kept
    run = new_run()
    run.train(100)
    run.set_learning_rate(0.25)
    run.train(200)
    # Asked for again, it is that of the course that the run is on now.
    owner.session.recall(280)
    qtbot.waitUntil(lambda: owner.newest.reference is not kept, timeout=WAIT)
    assert owner.newest.reference is not None
    assert is_same(owner.newest.reference.parameters.vector, vector_at(280, run))


@pytest.mark.parametrize("seed", [None, 11])
def test_a_fresh_run_is_compared_with_nothing(qtbot: QtBot, owner: Owner, seed: int | None) -> None:
    send(qtbot, owner, m.Play(50), 50)
    recall(qtbot, owner, 20)
    send(qtbot, owner, m.Restart(seed), 0)
    assert owner.chosen is None
    send(qtbot, owner, m.Move(1), 1)
    assert owner.chosen is None
    recall(qtbot, owner, 0)


def test_what_was_asked_before_a_restart_is_not_kept_after_it(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(50), 50)
    owner.session.recall(20)
    send(qtbot, owner, m.Restart(), 0)
    assert owner.chosen is None


def test_no_snapshot_of_the_old_run_comes_after_the_fresh_one(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(50), 50)
    told: list[int] = []
    owner.session.run_opened.connect(lambda _: told.append(len(owner.snapshots)))
    owner.session.send(m.Restart())
    owner.session.recall(0)
    qtbot.waitUntil(lambda: owner.chosen == 0 and owner.progress.length == 0, timeout=WAIT)
    assert [one for one in owner.snapshots[told[0] :] if one.progress.length] == []


def test_it_stays_when_the_process_dies(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(300), 300)
    kept = recall(qtbot, owner, 123)
    process, count = owner.session.process_id, len(owner.snapshots)
    assert process is not None
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: owner.session.process_id != process, timeout=WAIT)
    qtbot.waitUntil(
        lambda: len(owner.snapshots) > count and owner.progress.position == 300, timeout=WAIT
    )
    assert owner.newest.reference is kept
    assert is_same(recall(qtbot, owner, 200).parameters.vector, vector_at(200))


def test_of_a_network_in_float64_it_is_as_snapshots_are(
    qtbot: QtBot, begin: Begin, tmp_path: Path
) -> None:
    run = Run(Network((64, 5, 10), dtype="float64"), digits())
    run.train(20)
    save_run(run, tmp_path / "fine.nnrun")
    owner = begin(tmp_path / "fine.nnrun")
    assert is_same(recall(qtbot, owner, 20).parameters.vector, owner.newest.parameters.vector)


# -------------------------------------------------------------------- messages and snapshots


def test_messages_survive_the_pipe() -> None:
    recalled = m.Recalled(7, new_run().network.parameters.vector)
    command, found = pickle.loads(pickle.dumps((m.Recall(7), recalled)))  # noqa: S301 (made here)
    assert command == m.Recall(7)
    assert found.step == 7
    assert is_same(found.vector, recalled.vector)


def test_a_reference_is_frozen() -> None:
    run = new_run()
    recalled = m.Recalled(0, run.network.parameters.vector.copy())
    reference = Reference.assemble(describe(run), recalled)
    for array in (reference.parameters.vector, reference.parameters.weights[1]):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    assert snapshot_of(run).reference is None
