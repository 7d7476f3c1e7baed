"""Results on the test data: all of them, until a run is so long that they become fewer."""

from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import core
from core import Dataset, Evaluation, Examples, Network, Run, evaluations
from core.evaluations import Evaluations


def result(step: int) -> Evaluation:
    return Evaluation(1 / (step + 1), 0.5)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluations, "MOST", 64)
    monkeypatch.setattr(evaluations, "_ENOUGH", 48)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 400), st.integers(0, 3000))
def test_they_are_spread_over_the_run_however_long_it_is(epoch: int, epochs: int) -> None:
    known, tested = Evaluations(), []
    for step in range(epoch, epoch * (epochs + 1), epoch):
        if known.wants(step):
            tested.append(step)
            known.add({step: result(step)})
    steps = sorted(known)
    assert all(known[step] == result(step) for step in steps)
    assert len(steps) <= 64
    if epochs <= 64:
        assert steps == list(range(epoch, epoch * (epochs + 1), epoch))
        assert known.apart == 1
        return
    # As evenly as stretches allow: from one to the next at most two of them.
    assert len(steps) >= 64 * 3 // 8 - 1
    assert np.diff([0, *steps, epoch * epochs]).max() <= 2 * max(known.apart, epoch)


@settings(deadline=None)
@given(st.sets(st.integers(0, 10_000), max_size=300), st.lists(st.integers(1, 80), max_size=9))
def test_however_they_come_the_same_are_kept(steps: set[int], sizes: list[int]) -> None:
    """The window, which is told of several at once, ends up with what the run has."""
    in_order = sorted(steps)
    one_by_one, in_parts = Evaluations(), Evaluations()
    for step in in_order:
        one_by_one.add({step: result(step)})
    bounds = np.cumsum([0, *sizes, len(in_order)]).tolist()
    for start, end in itertools.pairwise(bounds):
        in_parts.add({step: result(step) for step in in_order[start:end]})
    assert in_parts.keys() <= steps
    if len(steps) <= 64:
        assert in_parts == one_by_one
        assert one_by_one.keys() == steps
    else:
        assert max(len(in_parts), len(one_by_one)) <= 64


def test_the_past_of_a_branch_is_as_far_apart() -> None:
    known = Evaluations()
    known.add({step: result(step) for step in range(0, 1000, 10)})
    past = known.until(500)
    assert list(past) == [step for step in known if step <= 500]
    assert past.apart == known.apart > 10
    assert not past.wants(max(past))
    assert past.wants(max(past) + past.apart)


def test_a_result_that_nobody_keeps_is_not_worked_out(
    tiny: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Counter[int]()

    def counted(network: Network, examples: Examples) -> Evaluation:
        made[run.position] += 1
        return core.evaluate(network, examples)

    run = Run(Network((4, 3)), tiny, batch_size=len(tiny.train))
    monkeypatch.setattr("core.run.evaluate", counted)
    run.train(400)
    assert run.branch.evaluations.apart > 2
    # Those of the first steps were kept once, and became fewer.
    assert len(made) < 250
    assert set(made.values()) == {1}
    assert run.branch.evaluations.keys() <= made.keys()
