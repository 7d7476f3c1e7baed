"""The curve of Present: no peak is lost, and what is written at its axis is where it ends."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PySide6.QtWidgets import QApplication

from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.states import new_run, progress_of
from visualiser.averages import MovingAverage
from visualiser.cost_history import CostHistory
from visualiser.number_format import plain
from visualiser.presenting.curve import PresentedCurve, largest, sampled

COSTS = arrays.arrays(np.float64, st.integers(0, 700), elements=st.floats(0, 1e6) | st.just(np.nan))


def average_of(costs: FloatArray) -> MovingAverage:
    return MovingAverage(25, costs)


@settings(deadline=None, max_examples=40)
@given(COSTS, st.integers(2, 120))
def test_a_sample_has_the_newest_and_no_more_than_asked_for(costs: FloatArray, most: int) -> None:
    steps, values = sampled(average_of(costs), most)
    assert len(steps) == len(values) <= most
    wanted = [costs[max(0, n - 24) : n + 1].mean() for n in steps.astype(int)]
    assert values == pytest.approx(wanted, rel=1e-12)
    if len(costs) and np.isfinite(costs[-25:]).all():
        assert steps[-1] == len(costs) - 1


@settings(deadline=None, max_examples=40)
@given(COSTS)
@example(np.array([5e-324]))
def test_the_axis_ends_above_all_averages_at_the_number_that_is_written(costs: FloatArray) -> None:
    steps, averages = sampled(average_of(costs), 1000)
    top = largest(steps, averages)
    settled = averages[steps >= 25] if len(steps) and steps[-1] >= 200 else averages
    assert top > 0
    assert not (settled > top).any()
    if 1e-4 < top < 1e5:
        assert float(screen.number(plain(top, 2))) == float(f"{top:.6g}")


def test_it_is_drawn_with_and_without_steps(qapp: QApplication) -> None:  # noqa: ARG001 (it must be there)
    history = CostHistory()
    curve = PresentedCurve(history)
    curve.set_text(20)
    curve.resize(300, 200)
    empty = screen.pixels(curve)
    run = new_run()
    run.train(60)
    history.update(progress_of(run))
    curve.show_position(60)
    assert (screen.pixels(curve) != empty).any()
