"""LiveEdit: makes edits of one weight or bias of what a hand does, as fast as they show."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

from core.edits import LARGEST_EDIT
from visualiser.training.messages import GiveUp, SetParameter

# Milliseconds: until the next edit may be sent though no snapshot came; and after which an
# edit that no snapshot has shown is given up for lost.
_PACE, _PATIENCE = 33, 1_000

Place = tuple[int, int, int | None]


class Handle(Protocol):
    """Something that a value can be dragged by, or entered at.

    Signals
    -------
    grabbed ()
    moved (float)
        The value is to be this while the drag goes on.
    released ()
    given_up ()
        The drag ends and what it did is to be undone.
    entered (float, bool)
        The value is to be this; True where a key that is held down has done it again.
    """

    grabbed: SignalInstance
    moved: SignalInstance
    released: SignalInstance
    given_up: SignalInstance
    entered: SignalInstance


def as_held(value: float) -> float:
    """The nearest value that an edit may have and a float32 can hold."""
    return float(np.float32(min(max(value, -LARGEST_EDIT), LARGEST_EDIT)))


class LiveEdit(QObject):
    """One weight or bias as it is, as it is being asked to be, and the commands between them.

    A drag is one entry of the run: its first `SetParameter` begins it, the next take its place.
    At most one is under way for each snapshot, or for each frame where none comes; of the
    values between only the newest is sent.

    Signals
    -------
    asked (SetParameter or GiveUp)
    value_changed ()
        ``value`` is another, or no longer held, by hand.
    """

    asked = Signal(object)
    value_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: object = None
        self._place: Place | None = None
        self._live = math.nan
        self._is_playing = False
        self._is_held = False
        # Asked for and not seen yet, the newest last; and what is to be asked for next.
        self._sent: list[float] = []
        self._wanted: float | None = None
        # The value before, and whether anything has been asked for since.
        self._start, self._has_begun = math.nan, False
        self._pace, self._patience = (self._timer(time) for time in (_PACE, _PATIENCE))
        self._pace.timeout.connect(self._send_wanted)
        self._patience.timeout.connect(self._forget)

    @property
    def value(self) -> float:
        """The value that was asked for last, or the run's where that is the same by now."""
        if self._wanted is not None:
            return self._wanted
        return self._sent[-1] if self._sent else self._live

    @property
    def is_held(self) -> bool:
        """Whether a drag goes on."""
        return self._is_held

    def listen_to(self, handle: Handle) -> None:
        """Do what is done there."""
        handle.grabbed.connect(self._grab)
        handle.moved.connect(self._move)
        handle.released.connect(self._release)
        handle.given_up.connect(self._give_up)
        handle.entered.connect(self._enter)

    def aim(self, run: object, place: Place, value: float, is_playing: bool) -> bool:
        """Take note of the value in a new snapshot; return whether it is of another place.

        Parameters
        ----------
        run : object
            One and the same as long as the run is; in another run, every place is another.
        place : (layer, neuron, origin)
            As in `SetParameter`.
        value : float
        is_playing : bool
        """
        is_other = place != self._place or run is not self._run
        if is_other:
            self._run = run
            self._place, self._is_held, self._has_begun = place, False, False
            self._wanted = None
            self._sent.clear()
        elif value in self._sent:
            del self._sent[: self._sent.index(value) + 1]
        elif value != self._live:
            # Somebody else has changed it: an undo, a step.
            self._sent.clear()
        self._live, self._is_playing = value, is_playing
        self._pace.stop()
        if not self._sent:
            self._patience.stop()
        self._send_wanted()
        return is_other

    # ---------------------------------------------------------------- by hand

    @Slot()
    def _grab(self) -> None:
        self._begin()
        self._is_held = True
        self.value_changed.emit()

    @Slot(float)
    def _move(self, value: float) -> None:
        self._wanted = as_held(value)
        self._send_wanted()
        self.value_changed.emit()

    @Slot()
    def _release(self) -> None:
        self._pace.stop()
        self._send_wanted()
        self._is_held = False
        self.value_changed.emit()

    @Slot()
    def _give_up(self) -> None:
        self._is_held, self._wanted = False, None
        if self._has_begun:
            self.asked.emit(GiveUp())
            self._has_begun = False
            if math.isfinite(self._start):
                self._sent.append(self._start)
            else:
                self._sent.clear()
        self.value_changed.emit()

    @Slot(float, bool)
    def _enter(self, value: float, is_again: bool) -> None:
        value = as_held(value)
        if not is_again:
            self._begin()
        if value != self.value or self._is_playing:
            self._send(value)
            self.value_changed.emit()

    # ---------------------------------------------------------------- commands

    def _begin(self) -> None:
        # While it plays, nobody knows what the value will be when the run has paused.
        self._start = math.nan if self._is_playing else self.value
        self._has_begun = False

    @Slot()
    def _send_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None or self._pace.isActive():
            return
        self._wanted = None
        if wanted != self.value or self._is_playing:
            self._send(wanted)

    def _send(self, value: float) -> None:
        if self._place is None:
            return
        goes_on, self._has_begun = self._has_begun, True
        self._sent.append(value)
        self._pace.start()
        self._patience.start()
        self.asked.emit(SetParameter(*self._place, value, goes_on))

    @Slot()
    def _forget(self) -> None:
        self._sent.clear()
        self.value_changed.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        return made
