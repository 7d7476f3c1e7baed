"""Edits by hand: no faster than they show, the newest wins, and what is undone was done."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from visualiser.training.messages import GiveUp, SetParameter
from visualiser.widgets.live_edit import LiveEdit

RUN, PLACE = object(), (2, 3, 4)


class Hand(QObject):
    grabbed = Signal()
    moved = Signal(float)
    released = Signal()
    given_up = Signal()
    entered = Signal(float, bool)


class Held:
    """A hand, the edit it makes, and a process that obeys as the training process does."""

    def __init__(self, value: float = 0.5, is_playing: bool = False) -> None:
        self.hand, self.edit = Hand(), LiveEdit()
        self.edit.listen_to(self.hand)
        self.told: list[SetParameter | GiveUp] = []
        self.edit.asked.connect(self.told.append)
        self.obeyed = 0
        self.is_playing = is_playing
        # The values that were set; each but the first is an entry of the run. How many
        # there are without the drag's own, if it has one.
        self.entries = [value]
        self.before_drag: int | None = None
        self.snapshot()

    def snapshot(self) -> None:
        """Show what the process knows by now."""
        self.edit.aim(RUN, PLACE, self.entries[-1], self.is_playing)

    def obey(self) -> None:
        for command in self.told[self.obeyed :]:
            if isinstance(command, GiveUp):
                self.take_back()
                continue
            assert (command.layer, command.neuron, command.origin) == PLACE
            self.is_playing = False
            if command.goes_on:
                self.take_back()
            self.before_drag = None
            if command.value != self.entries[-1]:
                self.before_drag = len(self.entries)
                self.entries.append(command.value)
        self.obeyed = len(self.told)
        self.snapshot()

    def take_back(self) -> None:
        if self.before_drag is not None:
            del self.entries[self.before_drag :]
            self.before_drag = None

    def values(self) -> list[float]:
        return [command.value for command in self.told if isinstance(command, SetParameter)]

    def going_on(self) -> list[bool]:
        return [command.goes_on for command in self.told if isinstance(command, SetParameter)]


@pytest.fixture
def held(qapp: QApplication) -> Iterator[Held]:  # noqa: ARG001 (it must be there)
    made = Held()
    yield made
    # Nothing is waited for any longer.
    made.obey()


def test_one_is_under_way_for_each_snapshot_and_the_newest_wins(held: Held) -> None:
    held.hand.grabbed.emit()
    for value in (1.0, 1.25, 1.5, 2.0):
        held.hand.moved.emit(value)
    assert held.values() == [1.0]
    held.obey()
    assert held.values() == [1.0, 2.0]
    held.hand.moved.emit(2.5)
    held.hand.moved.emit(3.0)
    held.hand.released.emit()
    assert held.values() == [1.0, 2.0, 3.0]
    assert held.going_on() == [False, True, True]
    held.obey()
    assert held.entries == [0.5, 3.0]


def test_each_move_that_is_seen_is_an_edit(held: Held) -> None:
    held.hand.grabbed.emit()
    path = np.linspace(0, 2, 90).tolist()
    for value in path:
        held.hand.moved.emit(value)
        held.obey()
    assert held.values() == [float(np.float32(value)) for value in path]
    assert held.entries == [0.5, 2.0]


def test_without_a_snapshot_it_goes_on_after_a_frame(qtbot: QtBot, held: Held) -> None:
    held.hand.grabbed.emit()
    for value in (1.0, 2.0, 3.0):
        held.hand.moved.emit(value)
    qtbot.waitUntil(lambda: held.values() == [1.0, 3.0])


def test_escape_takes_the_whole_drag_back(held: Held) -> None:
    held.hand.grabbed.emit()
    for value in (1.0, 1.5, 2.0):
        held.hand.moved.emit(value)
        held.obey()
    held.hand.given_up.emit()
    assert held.edit.value == 0.5
    held.obey()
    assert held.entries == [0.5]
    assert held.edit.value == 0.5


def test_escape_without_a_move_takes_nothing_back(held: Held) -> None:
    held.hand.entered.emit(1.5, False)
    held.obey()
    held.hand.grabbed.emit()
    held.hand.given_up.emit()
    assert held.entries == [0.5, 1.5]
    assert not any(isinstance(command, GiveUp) for command in held.told)


moves = st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0]), max_size=12)


@settings(deadline=None, max_examples=150)
@given(moves, st.lists(st.booleans(), min_size=12, max_size=12), st.booleans(), st.booleans())
def test_a_drag_is_one_entry_or_none(
    path: list[float], seen: list[bool], is_given_up: bool, is_after_another: bool
) -> None:
    held = Held()
    before = [0.5]
    if is_after_another:
        held.hand.entered.emit(1.5, False)
        held.obey()
        before = [0.5, 1.5]
    held.hand.grabbed.emit()
    for value, is_seen in zip(path, seen, strict=False):
        held.hand.moved.emit(value)
        assert held.edit.value == value
        if is_seen:
            held.obey()
    (held.hand.given_up if is_given_up else held.hand.released).emit()
    held.obey()
    kept = before if is_given_up or not path or path[-1] == before[-1] else [*before, path[-1]]
    assert held.entries == kept
    assert held.edit.value == kept[-1]


def test_while_it_plays_the_first_edit_pauses_and_escape_takes_it_back(
    qapp: QApplication,  # noqa: ARG001 (it must be there)
) -> None:
    held = Held(0.5, is_playing=True)
    held.hand.grabbed.emit()
    held.hand.moved.emit(0.75)
    # Where the run has paused, W is another.
    held.entries = [0.625]
    held.obey()
    held.hand.given_up.emit()
    held.obey()
    assert held.entries == [0.625]
    assert held.edit.value == 0.625


def test_a_key_that_is_held_down_makes_one_entry(held: Held) -> None:
    for number, value in enumerate((0.6, 0.7, 0.8)):
        held.hand.entered.emit(value, number > 0)
    held.hand.entered.emit(0.9, False)
    held.obey()
    assert held.entries == [0.5, np.float32(0.8), np.float32(0.9)]


def test_presses_count_that_no_snapshot_has_shown(held: Held) -> None:
    for value in (0.75, 1.0, 1.25):
        held.hand.entered.emit(value, False)
        held.snapshot()
        assert held.edit.value == value
    held.obey()
    assert held.edit.value == 1.25


def test_what_is_lost_is_given_up(qtbot: QtBot, held: Held) -> None:
    held.hand.entered.emit(0.75, False)
    qtbot.waitUntil(lambda: held.edit.value == 0.5)


def test_another_place_ends_it(held: Held) -> None:
    held.hand.grabbed.emit()
    held.hand.moved.emit(1.0)
    held.hand.moved.emit(2.0)
    assert held.edit.aim(RUN, (2, 3, 5), -1.0, False)
    assert (held.edit.value, held.edit.is_held) == (-1.0, False)
    assert held.values() == [1.0]
    held.told.clear()


def test_another_run_ends_it(held: Held) -> None:
    held.hand.grabbed.emit()
    held.hand.moved.emit(1.0)
    held.hand.moved.emit(2.0)
    assert held.edit.aim(object(), PLACE, 0.25, False)
    assert (held.edit.value, held.edit.is_held) == (0.25, False)
    held.hand.given_up.emit()
    assert held.values() == [1.0]
    assert not any(isinstance(command, GiveUp) for command in held.told)
    held.told.clear()


@pytest.mark.parametrize("value", [1e9, -1e9, 1e300])
def test_it_stays_within_bounds(held: Held, value: float) -> None:
    held.hand.entered.emit(value, False)
    assert held.values() == [math.copysign(1_000_000, value)]
