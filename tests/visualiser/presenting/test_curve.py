"""The curve of Present: no peak is lost, and what is written at its axis is where it ends."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PySide6.QtWidgets import QApplication

from core.parameters import FloatArray
from tests.visualiser import screen
from tests.visualiser.states import new_run, progress_of
from visualiser.cost_history import CostHistory
from visualiser.number_format import plain
from visualiser.presenting.curve import PresentedCurve, columns, largest, sampled

COSTS = arrays.arrays(np.float64, st.integers(0, 700), elements=st.floats(0, 1e6) | st.just(np.nan))


@settings(deadline=None, max_examples=60)
@given(COSTS, st.integers(16, 120))
def test_the_least_and_the_largest_are_always_drawn(costs: FloatArray, most: int) -> None:
    steps, values = columns(costs, most)
    assert len(steps) == len(values) <= max(len(costs), 2 * most)
    assert np.isfinite(values).all()
    assert (np.diff(steps) >= 0).all()
    if len(costs) and np.isfinite(costs).all():
        assert values.max() == costs.max()
        assert values.min() == costs.min()


@settings(deadline=None, max_examples=40)
@given(COSTS, st.integers(2, 120))
def test_a_sample_has_the_newest_and_no_more_than_asked_for(costs: FloatArray, most: int) -> None:
    steps, values = sampled(costs, most)
    assert len(steps) == len(values) <= most
    assert (values == costs[steps.astype(int)]).all()
    if len(costs) and np.isfinite(costs[-1]):
        assert steps[-1] == len(costs) - 1


@settings(deadline=None, max_examples=40)
@given(COSTS)
def test_the_axis_ends_above_all_averages_at_the_number_that_is_written(costs: FloatArray) -> None:
    top = largest(costs)
    settled = costs[25:] if len(costs) > 200 else costs
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
