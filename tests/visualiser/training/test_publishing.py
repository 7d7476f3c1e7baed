"""When snapshots are due: a frame apart, and at once for a hand that draws."""

from __future__ import annotations

import time

import pytest

from tests.visualiser.states import new_run
from visualiser.training.publishing import FRAME, Publisher
from visualiser.training.showing import Showing


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
