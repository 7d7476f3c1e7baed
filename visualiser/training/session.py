"""TrainingSession: the owner, in the window, of the process that trains."""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import UserError
from core.run_settings import RunSettings
from visualiser.training import messages as m
from visualiser.training.branch_news import Branches
from visualiser.training.questions import Question
from visualiser.training.session_state import SessionState
from visualiser.training.shared_state import SharedState
from visualiser.training.snapshot import Reference, Snapshot
from visualiser.training.starting import train

_PATIENCE = 1.0  # seconds for the process to end by itself
_MOST_REVIVALS = 3


def processes() -> SpawnContext:
    """What starts processes, in the one way that all systems have."""
    return multiprocessing.get_context("spawn")


class TrainingProcess:
    """The process and the pipe to it; knows no Qt, so that it can start before Qt does.

    Parameters
    ----------
    source : RunSettings or Path
        What it begins with.
    instead : RunSettings or Path, optional
        What it begins with where it cannot with that.
    """

    def __init__(
        self, source: RunSettings | Path, instead: RunSettings | Path | None = None
    ) -> None:
        self.source = source if instead is None else instead
        context = processes()
        self.connection, other_end = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=train, args=(other_end, source, instead), name="training", daemon=True
        )
        self.process.start()
        # Ours must be the only end, or the reader would never see the other one close.
        other_end.close()

    def end(self) -> None:
        """Ask it to end; see to it that it does."""
        with suppress(OSError):  # It may have ended already.
            self.connection.send(m.Quit())
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class TrainingSession(QObject):
    """Sends commands to the training process and turns its answers into signals.

    Parameters
    ----------
    trainer : TrainingProcess
    parent : QObject, optional
    taken_over : SessionState, optional
        What the session knew that has let go of this process.

    Signals
    -------
    run_opened (RunDescription)
        A run, or a fresh one in its place, is there.
    snapshot_taken (Snapshot)
        The state at the present step, at most once a frame; the same once more when the
        step that was recalled has arrived.
    answered (Answered)
        The answer to a question that was asked.
    partly_answered (PartlyAnswered)
        What is new of an answer that takes long.
    branches_changed (Branches)
        What courses of events there are, or which one the run is on, is new.
    measured (Measured)
        Cost and accuracy over all data.
    undone (Undone)
        Changes were taken back.
    stopped (Stopped)
        A condition that it was played until holds.
    saved (Saved)
        The run is saved.
    kept (Path or None)
        The run is kept in the file that `keep_in` named, for the first time; None where it is
        kept no more, as was asked.
    exported (Exported)
        Weights or costs are saved for other programs.
    imported (Imported)
        The run that was opened last began with a file's weights.
    loading (Loading)
        So much of the data that `Begin` asks for is loaded.
    loading_stopped (LoadingStopped)
        Loading was given up.
    begun (Begun)
        The run that was opened last is the one that `Begin` asked for.
    refused (UserError, Command or None)
        A sentence for the user; the run goes on.
    no_run (UserError)
        There is no run to be had.
    failed (str)
        An unexpected exception's report.
    trainer_lost (bool)
        The process died; True where a new one takes its steps again.
    let_gone (SessionState)
        The process belongs to whoever takes this; nothing is told here any more.
    """

    run_opened = Signal(object)
    snapshot_taken = Signal(object)
    answered = Signal(object)
    partly_answered = Signal(object)
    branches_changed = Signal(object)
    measured = Signal(object)
    undone = Signal(object)
    stopped = Signal(object)
    saved = Signal(object)
    kept = Signal(object)
    exported = Signal(object)
    imported = Signal(object)
    loading = Signal(object)
    loading_stopped = Signal(object)
    begun = Signal(object)
    refused = Signal(object, object)
    no_run = Signal(object)
    failed = Signal(str)
    trainer_lost = Signal(bool)
    let_gone = Signal(object)

    _arrived = Signal(object)
    _ended = Signal(object)

    def __init__(
        self,
        trainer: TrainingProcess,
        parent: QObject | None = None,
        taken_over: SessionState | None = None,
    ) -> None:
        super().__init__(parent)
        self._trainer = trainer
        self._state: SharedState | None = None
        self._description: m.RunDescription | None = None
        self._progress: m.Progress | None = None
        self._snapshot: Snapshot | None = None
        self._reference: Reference | None = None
        self._is_closing = False
        self._revivals = 0
        self._is_reviving = False
        self._is_letting_go = self._has_let_go = self._is_lost = False
        self._is_taking_over = taken_over is not None
        # The newest file in which the present run is known to be kept.
        self._kept: Path | None = None
        self._passed_on = {
            m.Answered: self.answered,
            m.PartlyAnswered: self.partly_answered,
            Branches: self.branches_changed,
            m.Measured: self.measured,
            m.Undone: self.undone,
            m.Stopped: self.stopped,
            m.Saved: self.saved,
            m.Exported: self.exported,
            m.Imported: self.imported,
            m.Loading: self.loading,
            m.LoadingStopped: self.loading_stopped,
            m.Begun: self.begun,
        }
        self._arrived.connect(self._receive)
        self._ended.connect(self._note_end)
        if taken_over is not None:
            self._take_over(taken_over)
        self._reader = self._start_reader()

    @property
    def process_id(self) -> int | None:
        """The training process, as the operating system knows it."""
        return self._trainer.process.pid

    @property
    def is_kept(self) -> bool:
        """Whether the run is on disk, for a new process to go on from."""
        return self._kept is not None

    @property
    def progress(self) -> m.Progress | None:
        """Where the run stood when last heard of."""
        return self._progress

    def send(self, command: m.Command) -> None:
        """Pass a command on; where the process is gone or let go of, nothing happens."""
        if self._has_let_go:
            return
        with suppress(OSError):  # The reader notices as well, and says so.
            self._trainer.connection.send(command)

    def recall(self, step: int) -> None:
        """Choose the step whose network snapshots hold as their reference from now on."""
        self.send(m.Recall(step))

    def keep_in(self, path: Path | None) -> None:
        """Have the run kept in this file, from which a new process goes on if this one dies.

        With None, have it kept no more.
        """
        self.send(m.KeepIn(path))

    @Slot(object)
    def ask(self, question: Question) -> None:
        """Have a question about the run answered, where it stands."""
        self.send(m.Ask(question))

    def let_go(self) -> None:
        """Part from the process, for another session to take it over; see `let_gone`.

        What is sent until then reaches it all the same. Where no process is left, or it is
        parted from already, nothing happens.
        """
        if not (self._is_letting_go or self._is_lost or self._is_closing):
            self._is_letting_go = True
            self.send(m.LetGo())

    @Slot(object)
    def stop_answering(self, question: Question) -> None:
        """Have a question that takes long answered no further."""
        self.send(m.StopAnswering(question))

    def close(self) -> None:
        """End the process and the reader; remove the shared memory.

        A process that was let go of goes on.
        """
        if self._has_let_go:
            return
        self._is_closing = True
        self._trainer.end()
        self._reader.join()
        self._trainer.connection.close()
        self._drop_state()

    # ---------------------------------------------------------------- answers

    @Slot(object)
    def _receive(self, answer: m.Answer) -> None:
        if self._is_closing:
            return
        match answer:
            case m.Progress():
                self._take(answer)
            case m.Ready(description):
                self._open(description)
            case m.Recalled():
                self._refer_to(answer)
            case m.Kept(path):
                self._kept = path
                self.kept.emit(path)
            case m.Refused(error, command):
                self.refused.emit(error, command)
            case m.Failed(report):
                self.failed.emit(report)
            case m.NoRun(error):
                self._note_no_run(error)
            case m.LetGone():
                self._part()
            case _:
                self._passed_on[type(answer)].emit(answer)

    def _note_no_run(self, error: UserError) -> None:
        self._is_closing = True
        if self._description is None:
            self.no_run.emit(error)
        else:
            # There was one before its process died: the window stays.
            self.trainer_lost.emit(False)
            self.refused.emit(error, None)

    def _open(self, description: m.RunDescription) -> None:
        before, identity = self._description, description.identity
        is_as_kept = self._kept is not None and description.file == self._kept
        if self._is_taking_over and before is not None:
            # As it was described to the window before, also where its process had died since.
            description = before
        elif self._is_reviving and before is not None:
            # As it was described before it went on from where it was kept.
            description = replace(before, can_bring_back=False, is_visit=False)
        else:
            # Of another run.
            self._reference = self._progress = self._kept = None
        self._is_taking_over = False
        self._description, self._snapshot = description, None
        if self._reference is not None and self._reference.parameters.sizes != description.sizes:
            self._reference = None
        if self._state is None or self._state.sizes != description.sizes:
            self._drop_state()
            self._state = SharedState(description.sizes)
        if self._is_reviving:
            self._is_reviving = False
            self._take_steps_again(is_as_kept)
        self.run_opened.emit(description)
        # After what others send to a run that has just opened: the first snapshot is of what
        # they made of it.
        self.send(m.Attach(self._state.name, identity))

    def _take(self, progress: m.Progress) -> None:
        if self._state is None or self._description is None:
            return
        arrays = self._state.read(progress.sequence)
        self.send(m.Taken())
        if arrays is None:
            return  # Written for a block of shared memory that has been replaced.
        self._progress = progress
        self._snapshot = Snapshot.assemble(self._description, progress, arrays, self._reference)
        self.snapshot_taken.emit(self._snapshot)

    def _refer_to(self, recalled: m.Recalled) -> None:
        if self._description is None:
            return
        self._reference = Reference.assemble(self._description, recalled)
        if self._snapshot is not None:
            # At rest, no other snapshot comes that could hold it.
            self._snapshot = replace(self._snapshot, reference=self._reference)
            self.snapshot_taken.emit(self._snapshot)

    # ---------------------------------------------------------------- from session to session

    def _part(self) -> None:
        self._reader.join()
        self._is_closing = self._has_let_go = True
        self._drop_state()
        self.let_gone.emit(
            SessionState(
                self._trainer,
                self._description,
                self._progress,
                self._reference,
                self._kept,
                self._revivals,
            )
        )

    def _take_over(self, state: SessionState) -> None:
        self._description, self._progress = state.description, state.progress
        self._reference, self._kept = state.reference, state.kept
        self._revivals = state.revivals
        self.send(m.Describe())

    def _drop_state(self) -> None:
        if self._state is not None:
            self._state.close()
            self._state = None

    # ---------------------------------------------------------------- the process dies

    @Slot(object)
    def _note_end(self, trainer: TrainingProcess) -> None:
        if self._is_closing or trainer is not self._trainer:
            return
        if self._is_letting_go:
            # Whoever takes over will see it as well, and start another one.
            self._part()
            return
        self._is_taking_over = False
        self._trainer.end()
        self._reader.join()
        self._trainer.connection.close()
        can_go_on = self._revivals < _MOST_REVIVALS
        self._is_lost = not can_go_on
        self.trainer_lost.emit(can_go_on)
        if can_go_on:
            self._revivals += 1
            self._is_reviving = self._description is not None
            source = self._source_without_kept()
            self._trainer = TrainingProcess(self._kept or source, source)
            self._reader = self._start_reader()

    def _take_steps_again(self, is_as_kept: bool) -> None:
        # The run is a pure function of its settings and changes: steps taken again are
        # the same, bit for bit. Where it was kept, they are the last ones only.
        progress, description = self._progress, self._description
        if progress is not None and description is not None:
            began_with = None if is_as_kept else description.began_with
            steps = (progress.changes, progress.length, progress.position)
            self.send(m.Rebuild(began_with, *steps, progress.example))

    def _source_without_kept(self) -> RunSettings | Path:
        """What a new process has to begin with where the run was not kept."""
        described = self._description
        if described is None:
            return self._trainer.source
        return (described.file if described.is_from_file else None) or described.settings

    def _start_reader(self) -> threading.Thread:
        reader = threading.Thread(
            target=self._read, args=(self._trainer,), name="training reader", daemon=True
        )
        reader.start()
        return reader

    def _read(self, trainer: TrainingProcess) -> None:
        """Run in a thread of its own: pass answers to the window's thread."""
        connection: Connection = trainer.connection
        try:
            answer = None
            while not isinstance(answer, m.LetGone):
                answer = connection.recv()
                self._arrived.emit(answer)
        except (EOFError, OSError):
            self._ended.emit(trainer)
