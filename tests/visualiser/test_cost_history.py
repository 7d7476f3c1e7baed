"""The cost plot's numbers: every step's cost, its moving average, the test results."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Evaluation
from core.parameters import FloatArray
from tests.visualiser.states import new_run, progress_of
from visualiser.cost_history import WINDOW, CostHistory
from visualiser.training.messages import Progress

EMPTY = progress_of(new_run())
costs = st.lists(st.floats(0, 100), max_size=60)
# Per update: how many of the known costs still stand, as a share, and the new ones.
updates = st.lists(st.tuples(st.floats(0, 1), costs), max_size=8)


def update_of(start: int, new: list[float], evaluated: tuple[int, ...] = ()) -> Progress:
    return replace(
        EMPTY,
        costs_from=start,
        costs=np.array(new, float),
        evaluations={step: Evaluation(float(step), 0.5) for step in evaluated},
    )


def averages(of: list[float]) -> list[float]:
    return [float(np.mean(of[max(0, n + 1 - WINDOW) : n + 1])) for n in range(len(of))]


@settings(deadline=None, max_examples=60)
@given(updates)
def test_it_holds_what_still_stands_and_what_is_new(parts: list[tuple[float, list[float]]]) -> None:
    history, expected = CostHistory(), list[float]()
    for share, new in parts:
        start = round(share * len(expected))
        expected = expected[:start] + new
        history.update(update_of(start, new))
    assert len(history) == len(expected)
    assert history.costs.tolist() == expected
    assert history.averages[:] == pytest.approx(averages(expected), rel=1e-9, abs=1e-9)


def test_it_grows_past_any_size_at_once_and_piece_by_piece() -> None:
    values = np.random.default_rng(0).random(5000)
    at_once, in_pieces = CostHistory(), CostHistory()
    at_once.update(update_of(0, values.tolist()))
    for start in range(0, 5000, 7):
        in_pieces.update(update_of(start, values[start : start + 7].tolist()))
    for history in (at_once, in_pieces):
        assert np.array_equal(history.costs, values)
        assert history.averages[:] == pytest.approx(averages(values.tolist()))


def test_the_average_forgets_a_cost_that_was_far_too_large() -> None:
    """A running sum that is never begun anew would keep its rounding error for good."""
    history = CostHistory()
    history.update(update_of(0, [1e15]))
    for start in range(1, 100):
        history.update(update_of(start, [0.1]))
    assert history.averages[-1] == pytest.approx(0.1, rel=1e-12)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 300), st.sets(st.integers(0, 300)))
def test_test_results_of_a_dropped_future_are_dropped(fork: int, evaluated: set[int]) -> None:
    history = CostHistory()
    history.update(update_of(0, [1.0] * 300, tuple(evaluated)))
    history.update(update_of(fork, [2.0], (fork + 1,)))
    kept = {step for step in evaluated if step <= fork} if fork < 300 else evaluated
    steps, test_costs, shares = history.test_results()
    assert steps.tolist() == sorted(kept | {fork + 1})
    assert test_costs.tolist() == steps.tolist()
    assert shares.tolist() == [0.5] * len(steps)


def test_what_is_shown_cannot_be_changed_by_what_comes() -> None:
    """The plot holds views: an update that grows the history must not move them."""
    history = CostHistory()
    history.update(update_of(0, [1.0, 2.0]))
    shown: FloatArray = history.costs.copy()
    history.update(update_of(2, [3.0] * 5000))
    assert np.array_equal(history.costs[:2], shown)


def test_a_new_run_begins_empty() -> None:
    history = CostHistory()
    history.update(update_of(0, [1.0] * 300, (144, 288)))
    history.clear()
    assert len(history) == 0
    assert [len(column) for column in history.test_results()] == [0, 0, 0]
    assert len(history.averages) == 0


def test_the_costs_of_the_run_before_stay_as_they_were_at_its_end() -> None:
    history = CostHistory()
    assert len(history.before) == 0
    history.update(update_of(0, [1.0] * 300))
    history.update(update_of(100, [2.0] * 50))
    history.clear()
    history.update(update_of(0, [3.0] * 400))
    assert history.before.tolist() == [1.0] * 100 + [2.0] * 50
    history.clear()
    assert history.before.tolist() == [3.0] * 400


@settings(deadline=None, max_examples=40)
@given(updates, st.lists(st.booleans(), min_size=8, max_size=8))
def test_a_reader_is_told_from_where_on_costs_are_new_to_it(
    parts: list[tuple[float, list[float]]], looks: list[bool]
) -> None:
    history = CostHistory()
    reader, known = history.reader(), np.empty(0)
    for (share, new), is_looking in zip(parts, looks, strict=False):
        history.update(update_of(round(share * len(history)), new))
        if is_looking:
            start = reader.take(len(history))
            known = np.concatenate([known[:start], history.costs[start:]])
            assert known.tolist() == history.costs.tolist()
    history.clear()
    assert reader.take(0) == 0
