"""Asking: what is wanted is asked once, again when the run has moved, never twice at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from core.run import Run
from tests.visualiser.states import trained
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot
from visualiser.widgets import asking
from visualiser.widgets.asking import Asking


@dataclass(frozen=True)
class Ask:
    """A question of the test's."""

    number: int

    def answer(self, run: Run) -> object:
        """Where the run is."""
        return run.position


ONE, TWO, OTHER = Ask(1), Ask(2), Ask(3)


class Clock:
    """In the place of the module ``time``: it goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        """Seconds."""
        return self.now


class Asked:
    """An `Asking`, its clock, and what it has asked."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.asking = clock, Asking()
        self.questions: list[Ask] = []
        self.asking.asked.connect(self.questions.append)

    def want(self, *questions: Ask, **changes: object) -> int:
        """Want these; return how many are asked."""
        before = len(self.questions)
        self.asking.want(questions, stands(**changes))
        return len(self.questions) - before

    def take(self, question: Ask) -> bool:
        """Take an answer."""
        return self.asking.take(Answered(question, 0, None))


def stands(**changes: object) -> Snapshot:
    """A state of the run whose progress has these changes."""
    state = trained(1)
    return replace(state, progress=replace(state.progress, **changes))  # type: ignore[arg-type] # of any field


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    clock = Clock()
    monkeypatch.setattr(asking, "time", clock)
    return Asked(clock)


def test_what_is_wanted_is_asked_in_this_order(asked: Asked) -> None:
    assert asked.want(TWO, ONE) == 2
    assert asked.questions == [TWO, ONE]


def test_nothing_is_asked_where_nothing_is_wanted(asked: Asked) -> None:
    assert asked.want() == 0
    assert asked.want(ONE) == 1


def test_the_same_is_not_asked_again_of_a_run_that_stands_still(asked: Asked) -> None:
    asked.want(ONE)
    asked.take(ONE)
    asked.clock.now += 100
    assert asked.want(ONE) == 0


@pytest.mark.parametrize("changes", [{"position": 9}, {"length": 9}, {"position": 0}])
def test_it_is_asked_again_once_the_run_has_moved(asked: Asked, changes: dict[str, int]) -> None:
    asked.want(ONE)
    asked.take(ONE)
    assert asked.want(ONE, **changes) == 1


def test_a_change_of_the_run_is_a_reason_to_ask_again(asked: Asked) -> None:
    asked.want(ONE, changes=())
    asked.take(ONE)
    assert asked.want(ONE, changes=(object(),)) == 1


def test_another_question_is_asked_at_once(asked: Asked) -> None:
    asked.want(ONE)
    asked.take(ONE)
    assert asked.want(OTHER) == 1


def test_nothing_is_asked_while_an_answer_is_owed(asked: Asked) -> None:
    asked.want(ONE, TWO)
    asked.take(ONE)
    assert asked.want(ONE, TWO, position=9) == 0
    assert asked.want(OTHER) == 0
    asked.take(TWO)
    assert asked.want(ONE, TWO, position=9) == 2


@pytest.mark.parametrize(("seconds", "count"), [(2.9, 0), (3.1, 1)])
def test_an_answer_that_does_not_come_is_given_up(asked: Asked, seconds: float, count: int) -> None:
    asked.want(ONE)
    asked.clock.now += seconds
    assert asked.want(ONE, position=9) == count


@pytest.mark.parametrize(
    ("seconds", "playing", "count"), [(0.2, True, 0), (0.3, True, 1), (0.2, False, 1)]
)
def test_while_playing_there_is_a_pause_between_rounds(
    asked: Asked, seconds: float, playing: bool, count: int
) -> None:
    asked.want(ONE, playing=True)
    asked.take(ONE)
    asked.clock.now += seconds
    assert asked.want(ONE, position=9, playing=playing) == count


def test_only_what_is_waited_for_is_taken_and_once(asked: Asked) -> None:
    asked.want(ONE)
    assert not asked.take(OTHER)
    assert asked.take(Ask(1))
    assert not asked.take(ONE)


def test_an_answer_after_another_round_began_counts_if_it_is_wanted_still(asked: Asked) -> None:
    asked.want(ONE, TWO)
    asked.clock.now += 4
    asked.want(TWO, position=9)
    assert not asked.take(ONE)
    assert asked.take(TWO)


def test_of_another_run_it_is_asked_again(asked: Asked) -> None:
    asked.want(ONE)
    asked.take(ONE)
    other = replace(trained(1).description.settings, seed=8)
    state = replace(trained(1), description=replace(trained(1).description, settings=other))
    asked.asking.want((ONE,), state)
    assert asked.questions == [ONE, ONE]


def test_what_takes_long_is_asked_more_seldom(asked: Asked) -> None:
    asked.want(ONE, playing=True)
    asked.clock.now += 0.2
    asked.take(ONE)
    asked.clock.now += 5.7
    assert asked.want(ONE, playing=True, position=9) == 0
    asked.clock.now += 0.2
    assert asked.want(ONE, playing=True, position=9) == 1
