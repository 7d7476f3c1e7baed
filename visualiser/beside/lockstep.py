"""Lockstep: moves two runs so that both are shown at the same step, always."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from visualiser.beside.pace import Pace
from visualiser.beside.side import Side
from visualiser.training import messages as m
from visualiser.training.pacing import Clock, Rate
from visualiser.training.snapshot import Snapshot


class Lockstep(QObject):
    """Sends both runs to a step, waits until both are there, and only then goes on.

    Where one of them cannot follow, both go back to the last step that both can be at.

    Parameters
    ----------
    left, right : Side
    parent : QObject

    Attributes
    ----------
    position : int
        The step that both were at last.
    is_playing : bool
    pace : Pace
    rate : float
        Steps a second that each of them takes; 0 while not playing.
    shown : pair of Snapshot, or None
        Their states at `position`; None before both have been at one step.

    Signals
    -------
    arrived
        Both are at `position`; there is something new to show.
    playing_changed (bool)
    """

    arrived = Signal()
    playing_changed = Signal(bool)

    def __init__(self, left: Side, right: Side, parent: QObject) -> None:
        super().__init__(parent)
        self.sides = (left, right)
        self.position = 0
        self.is_playing = False
        self.rate = 0.0
        self.pace = Pace()
        self.shown: tuple[Snapshot, Snapshot] | None = None
        # Where both are to be; None until both have been at one step.
        self._wanted: int | None = None
        self._sent_at: float | None = None
        self._sent_steps = 0
        self._until = math.inf
        self._speed: float | None = None
        self._clock, self._rate = Clock(), Rate()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)
        for side in self.sides:
            side.changed.connect(self._note_changed)
            side.halted.connect(self._note_halted)
            side.ended.connect(self.stop)

    @property
    def is_ready(self) -> bool:
        """Whether both have been at one step, so that they can be sent to another."""
        return self._wanted is not None

    @property
    def is_resting(self) -> bool:
        """Whether both are where they are to be, and go no further."""
        is_there = self.is_ready and self._wanted == self.position
        return is_there and self._sent_at is None and not self.is_playing

    @property
    def newest(self) -> int:
        """The newest step that both have taken."""
        return min(side.length for side in self.sides)

    # ---------------------------------------------------------------- commands

    @Slot()
    def play_or_pause(self) -> None:
        """Take steps without end, or no more."""
        if self.is_playing:
            self.pause()
        else:
            self._play(math.inf)

    @Slot()
    def pause(self) -> None:
        """Take no more steps than are under way."""
        self._timer.stop()
        if self.is_playing:
            self.is_playing, self.rate = False, 0.0
            self.playing_changed.emit(False)
            self.arrived.emit()

    @Slot()
    def step(self) -> None:
        """Pause, and take one step."""
        self.pause()
        self._want((self._wanted or 0) + 1)

    @Slot()
    def back(self) -> None:
        """Pause, and take one step back."""
        self.pause()
        self._want(max(0, (self._wanted or 0) - 1))

    @Slot(int)
    def go_to(self, step: int) -> None:
        """Pause, and be at a step; where one of them was never there, play up to it."""
        self.pause()
        if step > max(self.newest, self.position):
            self._play(step)
        else:
            self._want(max(0, step))

    @Slot()
    def go_to_newest(self) -> None:
        """Pause, and be at the newest step that both have taken."""
        self.pause()
        self._want(self.newest)

    def set_speed(self, steps_per_second: float | None) -> None:
        """Play so fast; None for as fast as it goes."""
        self._speed = steps_per_second
        self._clock.start()
        if self._timer.isActive():
            self._timer.stop()
            self._go_on()

    @Slot()
    def stop(self) -> None:
        """Pause, and go nowhere any more: one of them is gone, or both are no longer wanted."""
        self.pause()
        self._wanted, self._sent_at = None, None

    def send(self, command: m.Command) -> None:
        """Send both the same command, one that moves neither."""
        for side in self.sides:
            side.session.send(command)

    # ---------------------------------------------------------------- moving

    def _play(self, until: float) -> None:
        if not self.is_ready:
            return
        self._until = until
        self._clock.start()
        self._rate.start(self.position)
        self.is_playing = True
        self.playing_changed.emit(True)
        self._go_on()

    def _want(self, step: int) -> None:
        if self.is_ready:
            self._wanted = step
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Send both to where they are to be, unless they are still on their way elsewhere."""
        if self._sent_at is not None or self._wanted is None:
            return
        if self._wanted == self.position and self.is_playing:
            self._wanted += self._due()
        if self._wanted != self.position:
            self._send(self._wanted)

    def _due(self) -> int:
        """How many steps to take now while playing; where none is due yet, look again then."""
        if self.position >= self._until:
            self.pause()
            return 0
        due = self._clock.due(self._speed)
        if due < 1:
            self._timer.start(math.ceil(1000 * self._clock.wait(self._speed)))
            return 0
        steps = int(min(self.pace.size, due, self._until - self.position))
        self._clock.taken += steps
        return steps

    def _send(self, step: int) -> None:
        self._sent_at = time.perf_counter()
        self._sent_steps = step - self.position
        for side in self.sides:
            side.go_to(step)

    @Slot()
    def _note_changed(self) -> None:
        left, right = self.sides
        if not (left.is_there and right.is_there):
            return
        if left.position != right.position:
            # As when opened, or where one of them could not go on: both have been at the lesser.
            self.pause()
            self._wanted = min(left.position, right.position)
            self._send(self._wanted)
            return
        self.position = left.position
        if left.snapshot is not None and right.snapshot is not None:
            self.shown = left.snapshot, right.snapshot
        if self._wanted is None:
            self._wanted = self.position
        self._learn()
        # On the way to the next step before this one is painted: they need not wait for that.
        self._go_on()
        self.arrived.emit()

    def _learn(self) -> None:
        if self._sent_at is None:
            return
        if self.is_playing:
            self.pace.learn(self._sent_steps, time.perf_counter() - self._sent_at)
            self.rate = self._rate.at(self.position)
        self._sent_at = None

    @Slot()
    def _note_halted(self) -> None:
        self.pause()
        # Wherever they will both be found.
        self._wanted = None
        self._sent_at = None
