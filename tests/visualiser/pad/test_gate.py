"""One drawing at a time is on its way to the network, and the newest is always shown last."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.visualiser.states import new_run, progress_of
from visualiser.pad.gate import DrawingGate
from visualiser.training import messages as m
from visualiser.training.shown_example import OwnInput


def drawing(value: float) -> m.ShowOwn:
    return m.ShowOwn(np.full(64, value, np.float32), None, "Drawing")


def arrived(command: m.ShowOwn | None) -> m.Progress:
    own = None if command is None else OwnInput.of(command.inputs, command.name)
    example = m.ShownExample("test" if own is None else "own", 0, None, own)
    return replace(progress_of(new_run()), example=example)


class Way:
    def __init__(self) -> None:
        self.sent: list[m.ShowOwn] = []
        self.gate = DrawingGate(self.sent.append)


def test_of_many_the_newest_goes_next() -> None:
    way, drawings = Way(), [drawing(value) for value in (0.1, 0.2, 0.3, 0.4)]
    for one in drawings:
        way.gate.ask(one)
    assert way.sent == drawings[:1]
    way.gate.note(arrived(drawings[0]))
    assert way.sent == [drawings[0], drawings[3]]
    way.gate.note(arrived(drawings[3]))
    assert not way.gate.is_waiting


def test_a_snapshot_that_was_on_its_way_opens_nothing() -> None:
    way = Way()
    way.gate.ask(drawing(0.1))
    before = arrived(None)
    way.gate.note(before)
    way.gate.note(before)
    assert way.gate.is_waiting
    way.gate.note(arrived(None))
    assert not way.gate.is_waiting, "it cannot be still on its way"


def test_what_is_refused_holds_nothing_up() -> None:
    way = Way()
    way.gate.ask(drawing(0.1))
    way.gate.ask(drawing(0.2))
    way.gate.note_refused(m.Play())
    assert len(way.sent) == 1
    way.gate.note_refused(way.sent[0])
    assert len(way.sent) == 2


def test_forgetting() -> None:
    way = Way()
    way.gate.ask(drawing(0.1))
    way.gate.ask(drawing(0.2))
    way.gate.forget()
    assert not way.gate.is_waiting
    way.gate.note(arrived(None))
    assert len(way.sent) == 1
