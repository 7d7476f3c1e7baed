"""A process that goes from session to session: nothing is lost, doubled or different after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.visualiser.states import new_run
from tests.visualiser.training.owners import WAIT, Owner, is_same, play, send, take_some_steps
from visualiser.training import messages as m
from visualiser.training.branch_news import Branches
from visualiser.training.session_state import SessionState


class Heir(Owner):
    """Takes a process over."""

    def __init__(self, state: SessionState) -> None:
        super().__init__(state.trainer, state)
        self.opened: list[m.RunDescription] = []
        self.branches: list[Branches] = []
        self.measured: list[m.Measured] = []
        self.session.run_opened.connect(self.opened.append)
        self.session.branches_changed.connect(self.branches.append)
        self.session.measured.connect(self.measured.append)


TakeOver = Callable[[SessionState], Heir]


@pytest.fixture
def take_over() -> Iterator[TakeOver]:
    heirs = []

    def take(state: SessionState) -> Heir:
        heirs.append(Heir(state))
        return heirs[-1]

    yield take
    for heir in heirs:
        heir.session.close()
        heir.deleteLater()


def let_go(qtbot: QtBot, owner: Owner, *meanwhile: m.Command) -> SessionState:
    """Let go of the process, with commands after that; what is left to the next session."""
    left: list[SessionState] = []
    owner.session.let_gone.connect(left.append)
    owner.session.let_go()
    owner.session.let_go()
    for command in meanwhile:
        owner.session.send(command)
    qtbot.waitUntil(lambda: bool(left), timeout=WAIT)
    assert len(left) == 1
    return left[0]


def wait_for(qtbot: QtBot, owner: Owner, position: int) -> None:
    qtbot.waitUntil(lambda: owner.stands_at(position), timeout=WAIT)


def wait_for_some(qtbot: QtBot, owner: Owner) -> None:
    qtbot.waitUntil(lambda: len(owner.snapshots) > 2, timeout=WAIT)


def test_the_next_session_is_told_all_from_the_start(
    qtbot: QtBot, owner: Owner, take_over: TakeOver
) -> None:
    run = take_some_steps(qtbot, owner)
    send(qtbot, owner, m.SetLearningRate(0.3), 650)
    run.set_learning_rate(0.3)
    send(qtbot, owner, m.Play(1), 651)
    run.step()
    process = owner.session.process_id
    heir = take_over(let_go(qtbot, owner))
    wait_for(qtbot, heir, 651)
    assert heir.session.process_id == process
    assert is_same(heir.newest, run)
    assert np.array_equal(heir.history.costs, run.costs)
    assert heir.history.evaluations == run.branch.evaluations
    assert heir.progress.changes == owner.progress.changes
    assert heir.progress.revision == owner.progress.revision
    assert len(heir.opened) == 1
    assert len(heir.branches) == 1
    assert len(heir.branches[0].branches) == len(run.branches)
    qtbot.waitUntil(lambda: bool(heir.measured), timeout=WAIT)
    assert heir.measured[0].step == 651


def test_a_session_that_has_let_go_says_and_sends_nothing(
    qtbot: QtBot, owner: Owner, take_over: TakeOver
) -> None:
    send(qtbot, owner, m.Play(20), 20)
    state, told = let_go(qtbot, owner), len(owner.snapshots)
    owner.session.send(m.Play(500))
    owner.session.close()
    heir = take_over(state)
    wait_for(qtbot, heir, 20)
    send(qtbot, heir, m.Play(1), 21)
    assert len(owner.snapshots) == told
    assert not owner.losses


def test_it_goes_on_playing_with_every_cost_once(
    qtbot: QtBot, owner: Owner, take_over: TakeOver
) -> None:
    play(qtbot, owner)
    heir: Owner = owner
    for _ in range(3):
        heir = take_over(let_go(qtbot, heir))
        wait_for_some(qtbot, heir)
        assert heir.progress.playing
        known = 0
        for snapshot in heir.snapshots:
            assert snapshot.progress.costs_from == known
            known += len(snapshot.progress.costs)
            assert known == snapshot.progress.length
    heir.session.send(m.Pause())
    qtbot.waitUntil(lambda: not heir.progress.playing, timeout=WAIT)
    run = new_run()
    run.train(heir.progress.position)
    assert is_same(heir.newest, run)
    assert np.array_equal(heir.history.costs, run.costs)


def test_what_was_asked_for_meanwhile_is_done(
    qtbot: QtBot, owner: Owner, take_over: TakeOver
) -> None:
    send(qtbot, owner, m.Play(100), 100)
    meanwhile = (m.GoTo(40), m.SetLearningRate(0.25), m.Play(5), m.Recall(7))
    heir = take_over(let_go(qtbot, owner, *meanwhile))
    wait_for(qtbot, heir, 45)
    qtbot.waitUntil(lambda: heir.chosen == 7, timeout=WAIT)
    run = new_run()
    run.train(100)
    run.go_to(40)
    run.set_learning_rate(0.25)
    run.train(5)
    assert is_same(heir.newest, run)
    assert np.array_equal(heir.history.costs, run.costs)


def test_what_it_is_compared_with_and_what_is_shown_stay(
    qtbot: QtBot, owner: Owner, take_over: TakeOver
) -> None:
    send(qtbot, owner, m.Play(50), 50)
    owner.session.send(m.Recall(10))
    owner.session.send(m.ShowExample("stay", "train", index=33))
    qtbot.waitUntil(lambda: owner.chosen == 10 and owner.progress.example.index == 33, timeout=WAIT)
    heir = take_over(let_go(qtbot, owner))
    wait_for(qtbot, heir, 50)
    # From the first snapshot on.
    assert [one.reference is not None for one in heir.snapshots] == [True] * len(heir.snapshots)
    assert heir.chosen == 10
    assert heir.progress.example == owner.progress.example


def test_a_process_that_dies_in_between_is_replaced_by_one_with_the_same_run(
    qtbot: QtBot, owner: Owner, take_over: TakeOver
) -> None:
    run = take_some_steps(qtbot, owner)
    state = let_go(qtbot, owner)
    owner.kill()
    heir = take_over(state)
    wait_for(qtbot, heir, 650)
    assert heir.losses == [True]
    assert is_same(heir.newest, run)
    assert np.array_equal(heir.history.costs, run.costs)
    assert heir.opened[-1].identity == owner.newest.description.identity


def test_a_process_that_dies_before_it_lets_go_is_replaced_as_well(
    qtbot: QtBot, owner: Owner, take_over: TakeOver
) -> None:
    run = take_some_steps(qtbot, owner)
    owner.kill()
    heir = take_over(let_go(qtbot, owner))
    wait_for(qtbot, heir, 650)
    assert owner.losses + heir.losses == [True]
    assert is_same(heir.newest, run)


def test_after_a_death_the_next_session_knows_the_run_by_the_same_identity(
    qtbot: QtBot, owner: Owner, take_over: TakeOver
) -> None:
    send(qtbot, owner, m.Play(30), 30)
    identity = owner.newest.description.identity
    owner.kill()
    qtbot.waitUntil(lambda: owner.losses == [True], timeout=WAIT)
    heir = take_over(let_go(qtbot, owner))
    wait_for(qtbot, heir, 30)
    assert heir.newest.description.identity == identity


def test_a_run_that_is_kept_is_kept_on(
    qtbot: QtBot, owner: Owner, take_over: TakeOver, tmp_path: Path
) -> None:
    owner.session.keep_in(tmp_path / "kept.nnrun")
    qtbot.waitUntil(lambda: owner.session.is_kept, timeout=WAIT)
    send(qtbot, owner, m.Play(30), 30)
    heir = take_over(let_go(qtbot, owner))
    wait_for(qtbot, heir, 30)
    assert heir.session.is_kept


def lose(qtbot: QtBot, owner: Owner) -> None:
    """Let the process die, and wait until that is known."""
    losses = len(owner.losses)
    owner.kill()
    qtbot.waitUntil(lambda: len(owner.losses) > losses, timeout=WAIT)


def test_where_no_process_is_left_nothing_is_let_go_of(qtbot: QtBot, owner: Owner) -> None:
    for _ in range(4):
        lose(qtbot, owner)
    assert owner.losses[-1] is False
    with qtbot.assertNotEmitted(owner.session.let_gone, wait=20):
        owner.session.let_go()


def test_it_can_be_closed_while_it_lets_go(qtbot: QtBot, owner: Owner) -> None:
    play(qtbot, owner)
    with qtbot.assertNotEmitted(owner.session.let_gone):
        owner.session.let_go()
        owner.session.close()
