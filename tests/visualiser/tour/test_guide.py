"""The guide on its way to a state: it arrives, or gives up, and never waits for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from core import Run
from core.errors import SettingError
from tests.visualiser.states import new_run, snapshot_of
from visualiser.selection import Neuron, Selection
from visualiser.tour.guide import Guide
from visualiser.tour.marks import Marks
from visualiser.tour.place import state_of
from visualiser.tour.reading import chapter_of
from visualiser.training import messages as m
from visualiser.training.snapshot import Snapshot

STATE = state_of("step=3&select=1.3&example=test-5")
NOWHERE = state_of("step=3&example=test-999999")
CHAPTERS = tuple(
    chapter_of(f"---\ntitle: {name}\n---\nText.\n\n- [ ] [Step](do:step).\n", name)
    for name in ("1-one", "2-two")
)


@dataclass
class Window:
    """What the guide does in a window, whose run is moved by the test."""

    run: Run = field(default_factory=new_run)
    example: int = 0
    sent: list[m.Command] = field(default_factory=list)
    selected: list[Selection] = field(default_factory=list)

    def send(self, command: m.Command) -> None:
        self.sent.append(command)

    def select(self, selection: Selection) -> None:
        self.selected.append(selection)

    def trigger(self, action: str) -> None:
        raise AssertionError(action)

    def show_lines(self, quantity: str) -> None:
        assert quantity == "weight"

    def shown(self) -> Snapshot:
        """The state that is shown now."""
        return snapshot_of(self.run, self.example)


@pytest.fixture
def window() -> Window:
    """A window at the start of a run."""
    return Window()


@pytest.fixture
def guide(window: Window) -> Guide:
    """An open guide that has seen it."""
    made = Guide(window)
    made.take(CHAPTERS, Marks())
    made.set_open(True)
    made.show_snapshot(window.shown())
    return made


def obey(guide: Guide, window: Window, steps: int, example: int = 0) -> None:
    """Answer as the training process does: in order, and with what is shown last only."""
    window.run.train(steps)
    window.example = example
    [question] = [one.question for one in window.sent if isinstance(one, m.Ask)]
    guide.note_answer(m.Answered(question, window.run.position, question.answer(window.run)))
    window.sent.clear()


def tasks_done(guide: Guide) -> list[bool]:
    return [guide.marks.is_done(chapter, 0) for chapter in CHAPTERS]


def test_it_arrives_and_what_led_there_is_no_deed(guide: Guide, window: Window) -> None:
    guide.lead_to(STATE)
    # What was under way already, also of another step, says nothing.
    window.run.train(1)
    guide.show_snapshot(window.shown())
    assert guide.seeks
    obey(guide, window, 2, 5)
    assert guide.seeks
    guide.show_snapshot(window.shown())
    assert not guide.seeks
    assert window.selected[-1] == Neuron(1, 3)
    assert tasks_done(guide) == [False, False]
    window.run.train(1)
    guide.show_snapshot(window.shown())
    assert tasks_done(guide) == [True, False]


def test_a_key_that_moves_the_run_on_before_it_is_seen_there_ends_the_way(
    guide: Guide, window: Window
) -> None:
    guide.lead_to(STATE)
    obey(guide, window, 4, 5)
    guide.show_selection(Neuron(2, 1))
    assert guide.seeks
    guide.show_snapshot(window.shown())
    assert not guide.seeks
    assert window.selected == []


def test_a_second_way_does_not_end_with_the_first(guide: Guide, window: Window) -> None:
    guide.lead_to(STATE)
    first = window.sent.copy()
    window.sent.clear()
    guide.lead_to(NOWHERE)
    second, window.sent = window.sent, first
    obey(guide, window, 2)
    guide.show_snapshot(window.shown())
    assert guide.seeks
    window.sent = second
    obey(guide, window, 1)
    guide.show_snapshot(window.shown())
    assert not guide.seeks


def test_no_such_example_ends_the_way_where_the_run_is(guide: Guide, window: Window) -> None:
    guide.lead_to(NOWHERE)
    refused = next(one for one in window.sent if isinstance(one, m.ShowExample))
    guide.note_refused(SettingError("There is no such example."), refused)
    obey(guide, window, 3)
    guide.show_snapshot(window.shown())
    assert not guide.seeks
    assert tasks_done(guide) == [False, False]


@pytest.mark.parametrize(
    "leave",
    [
        lambda guide: guide.turn_to(1),
        lambda guide: guide.set_open(False),
        lambda guide: guide.take(CHAPTERS, Marks()),
        lambda guide: guide.note_refused(SettingError("No."), m.Visit(STATE.settings, 3)),
    ],
    ids=["page", "closed", "folder", "refused"],
)
def test_one_who_goes_elsewhere_is_not_led_on(
    guide: Guide, window: Window, leave: Callable[[Guide], None]
) -> None:
    guide.lead_to(STATE)
    leave(guide)
    assert not guide.seeks
    obey(guide, window, 3, 5)
    guide.show_snapshot(window.shown())
    assert window.selected == []
    # Where it was led before that was no deed, either; what follows is.
    assert tasks_done(guide) == [False, False]
    guide.set_open(True)
    window.run.train(1)
    guide.show_snapshot(window.shown())
    assert any(tasks_done(guide))


def test_a_process_that_dies_answers_nothing(guide: Guide, window: Window) -> None:
    guide.lead_to(STATE)
    guide.note_lost()
    assert not guide.seeks
    window.run.train(1)
    guide.show_snapshot(window.shown())
    assert tasks_done(guide) == [True, False]
