"""When snapshots are due: a frame apart, and at once for a hand that draws."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import Run
from tests.visualiser.states import new_run
from visualiser.cost_history import CostHistory
from visualiser.training import publishing
from visualiser.training.publishing import FRAME, Publisher
from visualiser.training.showing import Showing


@pytest.fixture(scope="module")
def long_run() -> Run:
    run = new_run()
    run.train(200)
    run.evaluate_test()
    return run


def test_a_drawing_is_answered_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "perf_counter", lambda: now)
    run = new_run()
    publisher = Publisher()
    publisher.begin(run)
    publisher.is_urgent = True
    publisher.publish(run, Showing(run.data).example, is_playing=True, rate=0.0)
    assert not publisher.is_urgent
    assert not publisher.is_due()
    publisher.is_urgent = True
    assert publisher.is_due(), "the next drawing does not wait for a frame's time"
    publisher.is_urgent = False
    now += 1.01 * FRAME
    assert publisher.is_due()


@given(st.integers(1, 90), st.integers(0, 60))
def test_a_window_that_knows_nothing_is_told_all_costs_bit_by_bit(
    long_run: Run, at_once: int, back: int
) -> None:
    long_run.go_to(long_run.length - back)
    publisher, history, parts = Publisher(), CostHistory(), []
    publisher.begin(long_run)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "MOST_COSTS", at_once)
        while publisher.is_dirty:
            example = Showing(long_run.data).example
            parts.append(publisher.publish(long_run, example, is_playing=False, rate=0.0))
            history.update(parts[-1])
    assert np.array_equal(history.costs, long_run.costs)
    assert history.evaluations == long_run.branch.evaluations
    assert all(len(part.costs) <= at_once for part in parts)
    assert len(parts) == -(-long_run.length // at_once)
    assert {part.position for part in parts} == {long_run.position}
