"""The training process as its owner sees it: true snapshots, whole costs, no death for good."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import Held, Network, Part, Run, RunSettings, load_run, save_run
from core.errors import DivergenceError, RunFileError, SettingError, UserError
from tests.visualiser.spare_trainer import SpareTrainer
from tests.visualiser.states import digits, new_run
from tests.visualiser.windows import PATIENCE
from visualiser.cost_history import CostHistory
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess, TrainingSession
from visualiser.training.snapshot import Snapshot

WAIT = PATIENCE


class Owner(QObject):
    """Keeps what a session tells; its slots live in this thread."""

    def __init__(self, trainer: TrainingProcess) -> None:
        super().__init__()
        self.session = TrainingSession(trainer, self)
        self.snapshots: list[Snapshot] = []
        self.history = CostHistory()
        self.refusals: list[tuple[UserError, m.Command | None]] = []
        self.losses: list[bool] = []
        self.session.snapshot_taken.connect(self.take)
        self.session.run_opened.connect(self.begin)
        self.session.refused.connect(self.note_refusal)
        self.session.trainer_lost.connect(self.losses.append)

    @Slot(object)
    def begin(self, _: m.RunDescription) -> None:
        self.history.clear()

    @Slot(object)
    def take(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)
        self.history.update(snapshot.progress)

    @Slot(object, object)
    def note_refusal(self, error: UserError, command: m.Command | None) -> None:
        self.refusals.append((error, command))

    @property
    def newest(self) -> Snapshot:
        return self.snapshots[-1]

    @property
    def progress(self) -> m.Progress:
        return self.newest.progress

    def stands_at(self, position: int) -> bool:
        is_there = bool(self.snapshots) and self.progress.position == position
        return is_there and not self.progress.playing

    def kill(self) -> None:
        """Let the process die, as the system does when memory is short."""
        process = self.session.process_id
        assert process is not None
        os.kill(process, signal.SIGKILL)


Begin = Callable[..., Owner]


@pytest.fixture
def begin(qtbot: QtBot, spare_trainer: SpareTrainer) -> Iterator[Begin]:
    owners = []

    def begin_one(source: RunSettings | Path | None = None) -> Owner:
        owner = Owner(TrainingProcess(source) if source else spare_trainer.take())
        owners.append(owner)
        qtbot.waitUntil(lambda: bool(owner.snapshots), timeout=WAIT)
        return owner

    yield begin_one
    for owner in owners:
        owner.session.close()
        owner.deleteLater()


@pytest.fixture
def owner(begin: Begin) -> Owner:
    return begin()


def send(qtbot: QtBot, owner: Owner, command: m.Command, position: int) -> Snapshot:
    """Send a command and wait until the run stands at a step."""
    owner.session.send(command)
    qtbot.waitUntil(lambda: owner.stands_at(position), timeout=WAIT)
    return owner.newest


def is_same(snapshot: Snapshot, run: Run) -> bool:
    ours, theirs = run.network.parameters.vector, snapshot.parameters.vector
    return np.array_equal(ours.view(np.uint32), theirs.view(np.uint32))


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


def play(qtbot: QtBot, owner: Owner) -> None:
    owner.session.send(m.Play())
    qtbot.waitUntil(lambda: owner.progress.playing and owner.progress.position > 300, timeout=WAIT)


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


# -------------------------------------------------------------------- the process dies


def take_some_steps(qtbot: QtBot, owner: Owner) -> Run:
    """A run with a past, a change and a future; the same made here."""
    send(qtbot, owner, m.Play(400), 400)
    owner.session.send(m.SetLearningRate(0.5))
    send(qtbot, owner, m.Play(300), 700)
    send(qtbot, owner, m.GoTo(650), 650)
    run = new_run()
    run.train(400)
    run.set_learning_rate(0.5)
    run.train(300)
    run.go_to(650)
    return run


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
    assert saved.args == [path]
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
