"""How many steps are taken at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from visualiser.beside.pace import Pace


@given(cost=st.floats(1e-6, 0.5), latency=st.floats(0.0, 0.2))
def test_a_chunk_takes_about_a_frame_whatever_else_takes_time(cost: float, latency: float) -> None:
    pace = Pace()
    for _ in range(40):
        pace.learn(pace.size, pace.size * cost + latency)
    assert pace.size * cost <= max(0.0401, cost)
    assert pace.size >= 1


def test_waiting_does_not_make_it_slow() -> None:
    pace = Pace()
    for _ in range(10):
        pace.learn(pace.size, pace.size * 40e-6 + 0.002)
    quick = pace.size
    for _ in range(5):
        pace.learn(pace.size, pace.size * 40e-6 + 0.5)
    assert quick > 500
    assert pace.size >= quick


def test_it_follows_a_run_that_has_become_slower() -> None:
    pace = Pace()
    for _ in range(10):
        pace.learn(pace.size, pace.size * 40e-6)
    for _ in range(40):
        pace.learn(pace.size, pace.size * 4e-3)
    assert pace.size == 10
