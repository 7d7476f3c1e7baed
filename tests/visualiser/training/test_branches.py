"""Branches in the training process: told, switched to, named and deleted."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core import Run
from core.errors import SettingError
from tests.visualiser.states import new_run
from tests.visualiser.training.owners import WAIT, Owner, is_same, send
from visualiser.training import messages as m
from visualiser.training.branch_news import Branches


class Told:
    """Keeps what was told of the branches."""

    def __init__(self, owner: Owner) -> None:
        self.all: list[Branches] = []
        owner.session.branches_changed.connect(self.all.append)

    @property
    def newest(self) -> Branches:
        return self.all[-1]


@pytest.fixture
def told(owner: Owner) -> Told:
    return Told(owner)


def fork(qtbot: QtBot, owner: Owner) -> Run:
    """A run with a fork at step 40, on it; the same made here."""
    send(qtbot, owner, m.Play(100), 100)
    send(qtbot, owner, m.GoTo(40), 40)
    owner.session.send(m.SetLearningRate(0.5))
    owner.session.send(m.SetBatchSize(5))
    send(qtbot, owner, m.Play(30), 70)
    run = new_run()
    run.train(100)
    run.go_to(40)
    run.change(learning_rate=0.5)
    run.change(batch_size=5)
    run.train(30)
    return run


def refused(qtbot: QtBot, owner: Owner, command: m.Command) -> str:
    before = len(owner.refusals)
    owner.session.send(command)
    qtbot.waitUntil(lambda: len(owner.refusals) > before, timeout=WAIT)
    error, about = owner.refusals[-1]
    assert isinstance(error, SettingError)
    assert about == command
    return str(error)


def until(qtbot: QtBot, told: Told, is_so: Callable[[Branches], bool]) -> Branches:
    qtbot.waitUntil(lambda: bool(told.all) and is_so(told.newest), timeout=WAIT)
    return told.newest


def test_the_window_is_told_of_a_fork_and_of_the_steps_left(
    qtbot: QtBot, owner: Owner, told: Told
) -> None:
    run = fork(qtbot, owner)
    news = until(qtbot, told, lambda news: len(news.branches) == 2)
    first, second = news.branches
    assert news.present == 1
    assert (first.parent, first.forked_at, first.length) == (None, None, 100)
    assert (second.parent, second.forked_at) == (0, 40)
    assert second.changes == run.changes
    assert [(s.step, s.epoch, s.offset, s.batch_size) for s in second.stretches] == [
        (0, 0, 0, 10),
        (40, 0, 400, 5),
    ]
    assert second.curve is None
    assert first.curve is not None
    costs = run.branches[0].costs.values
    means = [costs[max(0, n - 24) : n + 1].mean() for n in first.curve.steps]
    assert np.allclose(first.curve.averages, means, rtol=1e-12)
    assert first.curve.steps.tolist() == list(range(100))


def test_of_a_long_branch_no_more_points_come_than_can_be_seen(
    qtbot: QtBot, owner: Owner, told: Told
) -> None:
    send(qtbot, owner, m.Play(5000), 5000)
    send(qtbot, owner, m.GoTo(4999), 4999)
    owner.session.send(m.SetLearningRate(0.5))
    news = until(qtbot, told, lambda news: len(news.branches) == 2)
    curve = news.branches[0].curve
    assert curve is not None
    assert 1000 <= len(curve.steps) <= 2000
    assert (curve.steps[0], curve.steps[-1]) == (0, 4999)


def test_going_to_another_branch_is_exact_and_the_costs_follow(
    qtbot: QtBot, owner: Owner, told: Told
) -> None:
    run = fork(qtbot, owner)
    run.switch_to(run.branches[0])
    assert is_same(send(qtbot, owner, m.SwitchTo(0), 100), run)
    assert owner.history.costs.tolist() == run.costs.tolist()
    assert until(qtbot, told, lambda news: news.present == 0).branches[1].length == 70
    run.switch_to(run.branches[1])
    run.go_to(55)
    assert is_same(send(qtbot, owner, m.SwitchTo(1, 55), 55), run)
    assert owner.history.costs.tolist() == run.costs.tolist()


def test_a_branch_is_named_and_deleted(qtbot: QtBot, owner: Owner, told: Told) -> None:
    fork(qtbot, owner)
    owner.session.send(m.NameBranch(0, "  with the\nusual η "))
    until(qtbot, told, lambda news: news.branches[0].name == "with the usual η")
    assert "on this branch" in refused(qtbot, owner, m.DeleteBranch(1))
    assert "characters" in refused(qtbot, owner, m.NameBranch(0, "n" * 201))
    owner.session.send(m.DeleteBranch(0))
    [only] = until(qtbot, told, lambda news: len(news.branches) == 1).branches
    assert (only.parent, only.forked_at, only.length) == (None, None, 70)
    for command in (m.SwitchTo(1), m.SwitchTo(-1), m.DeleteBranch(7), m.NameBranch(7, "")):
        assert "no longer there" in refused(qtbot, owner, command)


def test_a_new_run_has_one_branch(qtbot: QtBot, owner: Owner, told: Told) -> None:
    fork(qtbot, owner)
    until(qtbot, told, lambda news: len(news.branches) == 2)
    owner.session.send(m.Restart())
    news = until(qtbot, told, lambda news: len(news.branches) == 1)
    assert news.branches[0].length == 0
