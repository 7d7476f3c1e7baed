"""Who has a session in a test: keeps all that it tells, and asks it for things."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from core import Run
from core.errors import UserError
from tests.visualiser.states import new_run
from tests.visualiser.windows import PATIENCE
from visualiser.cost_history import CostHistory
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess, TrainingSession
from visualiser.training.session_state import SessionState
from visualiser.training.snapshot import Snapshot

WAIT = PATIENCE


class Owner(QObject):
    """Keeps what a session tells; its slots live in this thread."""

    def __init__(self, trainer: TrainingProcess, taken_over: SessionState | None = None) -> None:
        super().__init__()
        self.session = TrainingSession(trainer, self, taken_over)
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

    @property
    def chosen(self) -> int | None:
        """The step that the newest snapshot is compared with."""
        return None if self.newest.reference is None else self.newest.reference.step

    def stands_at(self, position: int) -> bool:
        is_there = bool(self.snapshots) and self.progress.position == position
        return is_there and not self.progress.playing

    def kill(self) -> None:
        """Let the process die, as the system does when memory is short."""
        process = self.session.process_id
        assert process is not None
        os.kill(process, signal.SIGKILL)


Begin = Callable[..., Owner]


def send(qtbot: QtBot, owner: Owner, command: m.Command, position: int) -> Snapshot:
    """Send a command and wait until the run stands at a step."""
    owner.session.send(command)
    qtbot.waitUntil(lambda: owner.stands_at(position), timeout=WAIT)
    return owner.newest


def is_same(snapshot: Snapshot, run: Run) -> bool:
    ours, theirs = run.network.parameters.vector, snapshot.parameters.vector
    return np.array_equal(ours.view(np.uint32), theirs.view(np.uint32))


def play(qtbot: QtBot, owner: Owner) -> None:
    owner.session.send(m.Play())
    qtbot.waitUntil(lambda: owner.progress.playing and owner.progress.position > 300, timeout=WAIT)


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
