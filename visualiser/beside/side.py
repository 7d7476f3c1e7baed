"""Side: one of the two runs that are compared, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import UserError
from visualiser.cost_history import CostHistory
from visualiser.errors import record, sentence
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess, TrainingSession
from visualiser.training.snapshot import Snapshot


class Side(QObject):
    """A run in a process of its own, which is told where to be.

    Parameters
    ----------
    trainer : TrainingProcess
        Already started.
    parent : QObject
    first : Command, optional
        Sent once the run is there.

    Attributes
    ----------
    session : TrainingSession
    history : CostHistory
    description : RunDescription or None
    snapshot : Snapshot or None
        The newest, wherever it is.
    measured : Measured or None
        Cost and accuracy over all data, as measured last.
    is_there : bool
        Whether the snapshot is of the step that it was sent to.

    Signals
    -------
    opened (RunDescription)
    changed
        There is a new snapshot.
    was_measured
    halted (str)
        It cannot be where it was sent, or lost its process: it will stand at another step.
    ended (str)
        There is no run any more, or none was to be had.
    refused (str)
        Something else cannot be done.
    """

    opened = Signal(object)
    changed = Signal()
    was_measured = Signal()
    halted = Signal(str)
    ended = Signal(str)
    refused = Signal(str)

    def __init__(
        self, trainer: TrainingProcess, parent: QObject, first: m.Command | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session = TrainingSession(trainer, self)
        self.history = CostHistory()
        self.description: m.RunDescription | None = None
        self.snapshot: Snapshot | None = None
        self.measured: m.Measured | None = None
        self.is_there = False
        self._first = first
        # None for wherever it happens to stand.
        self._goal: int | None = None
        self._length = 0
        session.run_opened.connect(self._open)
        session.snapshot_taken.connect(self._take)
        session.measured.connect(self._note_measured)
        session.refused.connect(self._note_refused)
        session.no_run.connect(self._note_no_run)
        session.failed.connect(self._note_failed)
        session.trainer_lost.connect(self._note_lost)

    @property
    def position(self) -> int:
        """The step of the newest snapshot."""
        return 0 if self.snapshot is None else self.snapshot.progress.position

    @property
    def length(self) -> int:
        """The newest step, with those that it has been sent to take."""
        return self._length

    def go_to(self, step: int) -> None:
        """Be at a step; those that were never taken are taken now."""
        self._goal, self.is_there = step, False
        newest = self._length
        self.session.send(m.GoTo(min(step, newest)))
        if step > newest:
            self.session.send(m.Move(step - newest))
            self._length = step

    def close(self) -> None:
        """End the process."""
        self.session.close()

    # ---------------------------------------------------------------- answers

    @Slot(object)
    def _open(self, description: m.RunDescription) -> None:
        self.description = description
        self.history.clear()
        self.measured = None
        # Once: a process that takes the place of a dead one is led to where that was.
        first, self._first = self._first, None
        if first is not None:
            self.session.send(first)
        self.opened.emit(description)

    @Slot(object)
    def _take(self, snapshot: Snapshot) -> None:
        self.snapshot, progress = snapshot, snapshot.progress
        self.history.update(progress)
        if self._goal in (None, progress.position):
            self.is_there = True
            self._length = progress.length
        self.changed.emit()

    @Slot(object)
    def _note_measured(self, measured: m.Measured) -> None:
        self.measured = measured
        self.was_measured.emit()

    @Slot(object, object)
    def _note_refused(self, error: UserError, command: m.Command | None) -> None:
        if isinstance(command, m.GoTo | m.Move):
            self._halt(None, sentence(error))
        else:
            self.refused.emit(sentence(error))

    @Slot(object)
    def _note_no_run(self, error: UserError) -> None:
        self.is_there = False
        self.ended.emit(sentence(error))

    @Slot(str)
    def _note_failed(self, report: str) -> None:
        record(report)
        self._halt(None, self.tr("Something unexpected happened. The log has the details."))

    @Slot(bool)
    def _note_lost(self, can_go_on: bool) -> None:
        if can_go_on:
            # A new process takes the steps again, up to the last one that was seen.
            self._halt(
                None if self.snapshot is None else self.position,
                self.tr(
                    "One of the two training processes ended unexpectedly, so both runs have "
                    "stopped. A new one takes the same steps again."
                ),
            )
        else:
            self.is_there = False
            self.ended.emit(
                self.tr(
                    "One of the two training processes ended unexpectedly, again and again. "
                    "Close this window and compare anew."
                )
            )

    def _halt(self, goal: int | None, why: str) -> None:
        self._goal, self.is_there = goal, False
        self.halted.emit(why)
