"""The training process as its owner sees it: true snapshots, whole costs, no death for good."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import Held, RunSettings, evaluate, load_run
from core.errors import DivergenceError, RunFileError, SettingError, UserError
from tests.visualiser.states import new_run
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
from visualiser.training.session import TrainingProcess

# -------------------------------------------------------------------- snapshots and costs


def test_at_full_speed_every_snapshot_is_true(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(6000), 6000)
    assert len(owner.snapshots) >= 5
    positions = [snapshot.progress.position for snapshot in owner.snapshots]
    assert positions == sorted(positions)
    run = new_run()
    for snapshot in owner.snapshots[:: max(1, len(owner.snapshots) // 12)]:
        run.train(snapshot.progress.position - run.position)
        assert is_same(snapshot, run)
        gradient, next_cost = run.gradient()
        assert np.array_equal(snapshot.gradient.vector, gradient.vector)
        assert snapshot.progress.next_cost == next_cost
        shown = run.network.forward(run.data.test.inputs[0])
        for ours, theirs in zip(snapshot.activations, shown.activations, strict=True):
            assert np.array_equal(ours, theirs)
        assert snapshot.progress.epochs_done == run.epochs_done


def test_every_step_s_cost_arrives_once_and_in_order(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(5000), 5000)
    known = 0
    for snapshot in owner.snapshots:
        assert snapshot.progress.costs_from == known
        known += len(snapshot.progress.costs)
        assert known == snapshot.progress.length
    run = new_run()
    run.train(5000)
    assert np.array_equal(owner.history.costs, run.costs)
    assert owner.history.evaluations == run.branch.evaluations


def test_a_slow_window_is_not_flooded_with_snapshots(qtbot: QtBot, owner: Owner) -> None:
    play(qtbot, owner)
    count, position = len(owner.snapshots), owner.progress.position
    busy_until = time.perf_counter() + 0.3
    while time.perf_counter() < busy_until:
        pass
    QApplication.processEvents()
    assert len(owner.snapshots) - count <= 3
    # The costs of what was not shown are there all the same.
    qtbot.waitUntil(lambda: owner.progress.position > position + 1000, timeout=WAIT)
    run = new_run()
    run.train(owner.progress.length)
    assert np.array_equal(owner.history.costs, run.costs)


def test_playing_again_treads_the_same_steps(qtbot: QtBot, owner: Owner) -> None:
    first = send(qtbot, owner, m.Play(700), 700)
    costs = owner.history.costs.copy()
    send(qtbot, owner, m.GoTo(123), 123)
    assert len(owner.history) == 700
    again = send(qtbot, owner, m.Play(577), 700)
    assert np.array_equal(first.parameters.vector, again.parameters.vector)
    assert np.array_equal(costs, owner.history.costs)


def test_after_a_fork_only_the_new_future_is_told(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.Play(600), 600)
    send(qtbot, owner, m.GoTo(200), 200)
    owner.session.send(m.SetLearningRate(0.25))
    qtbot.waitUntil(lambda: owner.progress.length == 200, timeout=WAIT)
    send(qtbot, owner, m.Play(300), 500)
    run = new_run()
    run.train(200)
    run.set_learning_rate(0.25)
    run.train(300)
    assert is_same(owner.newest, run)
    assert np.array_equal(owner.history.costs, run.costs)
    assert owner.history.evaluations == run.branch.evaluations


# -------------------------------------------------------------------- commands while playing


def test_going_somewhere_while_it_plays_stops_there(qtbot: QtBot, owner: Owner) -> None:
    play(qtbot, owner)
    run = new_run()
    run.train(77)
    assert is_same(send(qtbot, owner, m.GoTo(77), 77), run)


@pytest.mark.parametrize("steps", [1, -1])
def test_a_single_step_while_it_plays_pauses(qtbot: QtBot, owner: Owner, steps: int) -> None:
    play(qtbot, owner)
    owner.session.send(m.Move(steps))
    qtbot.waitUntil(lambda: not owner.progress.playing, timeout=WAIT)
    length = owner.progress.length
    assert owner.progress.position == (length if steps > 0 else length - 1)
    run = new_run()
    run.train(owner.progress.position)
    assert is_same(owner.newest, run)


def test_another_example_while_it_plays_is_shown(qtbot: QtBot, owner: Owner) -> None:
    play(qtbot, owner)
    owner.session.send(m.ShowExample("next", "train"))
    qtbot.waitUntil(lambda: owner.progress.example.split == "train", timeout=WAIT)
    assert owner.progress.playing
    inputs = new_run().data.train.inputs[owner.progress.example.index]
    assert np.array_equal(owner.newest.activations[0], inputs)


def test_the_epoch_ends_where_it_ends(qtbot: QtBot, owner: Owner) -> None:
    send(qtbot, owner, m.PlayEpoch(), 144)
    send(qtbot, owner, m.PlayEpoch(), 288)
    owner.session.send(m.SetBatchSize(1437))
    send(qtbot, owner, m.PlayEpoch(), 289)


def test_the_speed_is_kept_to(qtbot: QtBot, owner: Owner) -> None:
    owner.session.send(m.SetSpeed(5.0))
    owner.session.send(m.Play())
    qtbot.waitUntil(lambda: owner.progress.position >= 2, timeout=WAIT)
    owner.session.send(m.Pause())
    qtbot.waitUntil(lambda: not owner.progress.playing, timeout=WAIT)
    # At full speed it would be thousands by now.
    assert owner.progress.position < 60


def test_accuracy_is_measured_at_rest(qtbot: QtBot, owner: Owner) -> None:
    measured: list[m.Measured] = []
    owner.session.measured.connect(measured.append)
    send(qtbot, owner, m.Play(300), 300)
    qtbot.waitUntil(lambda: any(found.step == 300 for found in measured), timeout=WAIT)
    run = new_run()
    run.train(300)
    found = next(found for found in measured if found.step == 300)
    assert found.test == run.evaluate_test()


def test_accuracy_is_measured_anew_when_the_network_becomes_another(
    qtbot: QtBot, owner: Owner
) -> None:
    measured: list[m.Measured] = []
    owner.session.measured.connect(measured.append)
    run = new_run()
    run.train(30)
    send(qtbot, owner, m.Play(30), 30)
    for command, change in (
        (m.SetParameter(3, 3, None, 9.0), lambda: run.edit(3, 3, None, 9.0)),
        (m.SetHeld((Held(2, 5),)), lambda: run.change(held=(Held(2, 5),))),
        (m.Undo(), run.undo),
        (m.Undo(), run.undo),
    ):
        change()
        owner.session.send(command)
        expected = evaluate(run.network, run.data.test)
        qtbot.waitUntil(lambda: bool(measured) and measured[-1].test == expected, timeout=WAIT)  # noqa: B023 (waited for here)
        assert measured[-1].changes == run.changes


# -------------------------------------------------------------------- what goes wrong


def wait_for_another_snapshot(qtbot: QtBot, owner: Owner, count: int) -> None:
    qtbot.waitUntil(lambda: len(owner.snapshots) > count, timeout=WAIT)


REFUSED: tuple[m.Command, ...] = (
    m.SetLearningRate(0.0),
    m.SetLearningRate(-1.0),
    m.SetLearningRate(1e9),
    m.SetBatchSize(0),
    m.SetBatchSize(100_000),
    m.GoTo(5),
    m.ShowExample("next", "test", 77),
)


def test_what_cannot_be_done_is_refused_and_changes_nothing(qtbot: QtBot, owner: Owner) -> None:
    for command in REFUSED:
        count = len(owner.snapshots)
        owner.session.send(command)
        wait_for_another_snapshot(qtbot, owner, count)
        assert is_same(owner.newest, new_run())
        assert (owner.progress.learning_rate, owner.progress.batch_size) == (1.5, 10)
    assert tuple(command for _, command in owner.refusals) == REFUSED
    assert all(str(error).endswith(".") for error, _ in owner.refusals)


def test_divergence_stops_on_the_last_good_step(qtbot: QtBot, begin: Begin) -> None:
    owner = begin(RunSettings(activation="relu", learning_rate=300.0, seed=5))
    owner.session.send(m.Play())
    qtbot.waitUntil(lambda: bool(owner.refusals), timeout=WAIT)
    error, command = owner.refusals[0]
    assert isinstance(error, DivergenceError)
    assert command is None
    qtbot.waitUntil(lambda: not owner.progress.playing, timeout=WAIT)
    assert np.isfinite(owner.history.costs).all()
    assert np.isfinite(owner.newest.parameters.vector).all()
    assert owner.progress.position == owner.progress.length
    assert len(owner.refusals) == 1


def test_an_unexpected_exception_is_reported_and_the_run_goes_on(
    qtbot: QtBot, owner: Owner
) -> None:
    with qtbot.waitSignal(owner.session.failed, timeout=WAIT) as failed:
        owner.session.send("no command at all")  # type: ignore[arg-type] # that is the point
    assert failed.args is not None
    assert "Traceback" in failed.args[0]
    run = new_run()
    run.step()
    assert is_same(send(qtbot, owner, m.Move(1), 1), run)


# -------------------------------------------------------------------- coming and going


def test_closing_while_it_trains_ends_the_process(qtbot: QtBot, owner: Owner) -> None:
    play(qtbot, owner)
    process = owner.session.process_id
    owner.session.close()
    assert process is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    count = len(owner.snapshots)
    owner.session.send(m.Play())
    qtbot.wait(30)
    assert len(owner.snapshots) == count
    owner.session.close()


def test_closing_before_the_run_is_there_ends_the_process(qtbot: QtBot) -> None:
    owner = Owner(TrainingProcess(RunSettings()))
    owner.session.close()
    qtbot.wait(10)
    assert owner.snapshots == []
    owner.deleteLater()


def test_the_process_ends_when_its_window_is_gone() -> None:
    trainer = TrainingProcess(RunSettings())
    # As when the window is killed: nobody says Quit.
    trainer.connection.close()
    trainer.process.join(WAIT / 1000)
    assert trainer.process.exitcode is not None


def test_a_trainer_can_be_ended_before_and_after_its_end() -> None:
    trainer = TrainingProcess(RunSettings())
    trainer.end()
    trainer.end()
    assert not trainer.process.is_alive()
    trainer.connection.close()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc on this system")
def test_paused_and_idle_it_uses_no_processor_time(qtbot: QtBot, owner: Owner) -> None:
    measured: list[m.Measured] = []
    owner.session.measured.connect(measured.append)
    send(qtbot, owner, m.Move(1), 1)
    qtbot.waitUntil(lambda: any(found.step == 1 for found in measured), timeout=WAIT)
    before = ticks(owner)
    qtbot.wait(1000)
    assert ticks(owner) - before <= 1


def ticks(owner: Owner) -> int:
    """Processor time used, in hundredths of a second."""
    stat = Path(f"/proc/{owner.session.process_id}/stat").read_text("ascii")
    fields = stat.rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


# -------------------------------------------------------------------- files and bad settings


def test_a_run_is_saved_and_opened_again(qtbot: QtBot, begin: Begin, tmp_path: Path) -> None:
    owner = begin()
    run = take_some_steps(qtbot, owner)
    path = tmp_path / "mine.nnrun"
    with qtbot.waitSignal(owner.session.saved, timeout=WAIT) as saved:
        owner.session.send(m.Save(path))
    assert saved.args is not None
    assert saved.args[0].path == path
    other = begin(path)
    assert is_same(other.newest, run)
    assert np.array_equal(other.history.costs, run.costs)
    assert other.progress.position == 650
    assert other.newest.description.is_from_file
    assert load_run(path).position == 650


def test_where_nothing_can_be_saved_a_sentence_says_so(
    qtbot: QtBot, owner: Owner, tmp_path: Path
) -> None:
    command = m.Save(tmp_path / "no folder" / "mine.nnrun")
    owner.session.send(command)
    qtbot.waitUntil(lambda: bool(owner.refusals), timeout=WAIT)
    error, refused = owner.refusals[0]
    assert isinstance(error, RunFileError)
    assert refused == command
    assert str(error).endswith(".")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (b"no database at all", RunFileError),
        (b"", RunFileError),
        (RunSettings(layers=(64, 0, 10)), SettingError),
        (RunSettings(layers=(63, 16, 10)), SettingError),
        (RunSettings(batch_size=100_000), SettingError),
        (RunSettings(data="/no/such/data"), UserError),
    ],
)
def test_without_a_run_to_be_had_a_sentence_says_why(
    qtbot: QtBot, tmp_path: Path, source: RunSettings | bytes, kind: type[UserError]
) -> None:
    if isinstance(source, bytes):
        path = tmp_path / "broken.nnrun"
        path.write_bytes(source)
    owner = Owner(TrainingProcess(path if isinstance(source, bytes) else source))
    with qtbot.waitSignal(owner.session.no_run, timeout=WAIT) as told:
        pass
    assert told.args is not None
    error = told.args[0]
    assert isinstance(error, kind)
    assert str(error).endswith(".")
    assert owner.losses == []
    owner.session.close()
    owner.deleteLater()
