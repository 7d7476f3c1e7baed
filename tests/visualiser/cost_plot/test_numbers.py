"""What the cost plot computes before it draws: averages, peaks, places on axes, ticks, choices."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.parameters import FloatArray
from tests.visualiser.states import new_run, progress_of
from visualiser import averages
from visualiser.averages import MovingAverage, trailing_means
from visualiser.cost_history import CostHistory
from visualiser.cost_plot import peaks
from visualiser.cost_plot.above_zero import AboveZero
from visualiser.cost_plot.choices import STRENGTHS, WINDOWS, PlotChoices
from visualiser.cost_plot.peaks import Peaks
from visualiser.cost_plot.scales import Extent, Scales
from visualiser.cost_plot.traces import points_seen, thinned
from visualiser.cost_plot.training_accuracy import spread
from visualiser.cost_plot.values import Values
from visualiser.settings import Settings
from visualiser.widgets.step_plot import log_ticks

EMPTY = progress_of(new_run())
numbers = st.lists(st.floats(0, 100), max_size=80)
# What is written over and over: from which share on, and the numbers there.
rewritings = st.lists(st.tuples(st.floats(0, 1), numbers), min_size=1, max_size=6)


def means(values: FloatArray, window: int) -> list[float]:
    """Each computed on its own."""
    return [float(np.mean(values[max(0, n + 1 - window) : n + 1])) for n in range(len(values))]


def history_of(*parts: tuple[int, list[float]]) -> CostHistory:
    """Costs that were put in from these steps on, one after the other."""
    history = CostHistory()
    for start, costs in parts:
        history.update(replace(EMPTY, costs_from=start, costs=np.array(costs, float)))
    return history


@settings(deadline=None, max_examples=60)
@given(rewritings, st.lists(st.booleans(), min_size=6, max_size=6))
def test_the_least_cost_above_zero_is_that_of_all_there_are(
    parts: list[tuple[float, list[float]]], looks: list[bool]
) -> None:
    history = CostHistory()
    above_zero, costs = AboveZero(history), list[float]()
    for (share, new), is_looking in zip(parts, looks, strict=False):
        start = round(share * len(costs))
        costs = costs[:start] + new
        history.update(replace(EMPTY, costs_from=start, costs=np.array(new, float)))
        if is_looking:
            assert above_zero.least() == min([1.0, *(cost for cost in costs if cost > 0)])


def test_what_was_looked_through_for_the_least_cost_is_not_looked_through_again() -> None:
    history = history_of((0, [0.5, 0.0, 0.25]))
    above_zero = AboveZero(history)
    assert above_zero.least() == 0.25
    # Nobody tells of that: only who looked again would see it.
    history.costs[0] = 0.125
    history.update(replace(EMPTY, costs_from=3, costs=np.array([0.75])))
    assert above_zero.least() == 0.25


@settings(deadline=None, max_examples=60)
@given(numbers, st.integers(1, 90), st.data())
def test_values_of_some_steps_are_those_of_the_whole_run(
    costs: list[float], window: int, data: st.DataObject
) -> None:
    known = np.array(costs, float)
    first = data.draw(st.integers(0, len(costs)))
    steps = range(first, data.draw(st.integers(first, len(costs))))
    values = Values(steps, known, window, {}, {}, ())
    start = data.draw(st.integers(0, len(values)))
    rows = [*values.rows(0, start), *values.rows(start, len(values) + 5)]
    assert [row[:2] for row in rows] == [[step, costs[step]] for step in steps]
    found = np.array([row[2] for row in rows], float)
    assert found == pytest.approx(means(known, window)[first : steps.stop], rel=1e-12, abs=1e-12)


def test_no_averages_are_worked_out_before_rows_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lengths: list[int] = []

    def noted(values: FloatArray, window: int, start: int = 0) -> FloatArray:
        lengths.append(len(values) - start)
        return trailing_means(values, window, start)

    monkeypatch.setattr(averages, "trailing_means", noted)
    values = Values(range(5, 1000), np.ones(1000), 25, {}, {}, ())
    assert lengths == []
    assert len(list(values.rows(100, 110))) == 10
    assert lengths == [10]


@settings(deadline=None, max_examples=60)
@given(numbers, st.integers(1, 90), st.floats(0, 1))
def test_an_average_is_the_mean_of_the_last_steps(
    costs: list[float], window: int, share: float
) -> None:
    values = np.array(costs, float)
    start = round(share * len(values))
    found = trailing_means(values, window, start)
    assert found == pytest.approx(means(values, window)[start:], rel=1e-12, abs=1e-12)


@given(
    st.lists(st.floats(0, 100), min_size=1, max_size=80),
    st.integers(1, 90),
    st.slices(80),
    st.lists(st.integers(0, 10**9), max_size=9),
)
def test_averages_are_asked_for_as_of_an_array(
    costs: list[float], window: int, part: slice, places: list[int]
) -> None:
    if part.step is not None and part.step < 0:
        part = slice(part.start, part.stop)
    average = MovingAverage(window, np.array(costs))
    known = np.array(means(average.costs, window))
    assert len(average) == len(known)
    assert average[part] == pytest.approx(known[part], rel=1e-12, abs=1e-12)
    steps = np.array(places, int) % len(known)
    assert average.at(steps) == pytest.approx(known[steps], rel=1e-12, abs=1e-12)
    assert average[-1] == pytest.approx(known[-1], rel=1e-12, abs=1e-12)


def test_a_cost_far_too_large_is_forgotten_once_it_is_out_of_the_window() -> None:
    values = np.array([1e18, *[0.1] * 99])
    assert trailing_means(values, 7)[7:] == pytest.approx([0.1] * 93, rel=1e-15)


@settings(deadline=None, max_examples=40)
@given(rewritings, st.integers(1, 30))
def test_what_follows_costs_is_as_if_made_at_once(
    parts: list[tuple[float, list[float]]], window: int
) -> None:
    line, averaged, values = Peaks(), Peaks(), np.empty(0)
    for share, new in parts:
        start = round(share * len(values))
        values = np.concatenate([values[:start], np.array(new, float)])
        line.update(values, start)
        averaged.update(MovingAverage(window, values), start)
    assert len(line) == len(averaged) == len(values)
    if len(values):
        assert line.extremes() == pytest.approx((values.min(), values.max()), rel=1e-6)
        known = means(values, window)
        assert averaged.extremes() == pytest.approx((min(known), max(known)), rel=1e-5, abs=1e-5)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 3000), st.integers(0, 2999), st.integers(0, 2999), st.floats(0.01, 3000))
def test_no_peak_is_lost_however_many_steps_a_pixel_holds(
    length: int, one: int, other: int, width: float
) -> None:
    values = np.random.default_rng(length).random(length)
    line = Peaks()
    line.update(values, 0)
    first, last = sorted(min(place, length - 1) for place in (one, other))
    places, drawn = line.between(first, last, width)
    seen = values[first : last + 1]
    assert drawn.min() <= seen.min() + 1e-6
    assert drawn.max() >= seen.max() - 1e-6
    assert (np.diff(places) >= 0).all()
    # No more points than needed: two for each block, and a block is half a pixel or more.
    assert len(drawn) <= max(8, 2 * (2 * len(seen) / max(width, 1.0) + 2), 0) or width < 16


@settings(deadline=None, max_examples=60)
@given(rewritings, st.integers(1, 30), st.integers(0, 400), st.integers(0, 400), st.floats(1, 300))
def test_no_peak_of_a_row_with_few_blocks_is_lost_or_invented(
    parts: list[tuple[float, list[float]]], window: int, one: int, other: int, width: float
) -> None:
    """As of hundreds of millions, whose finest level is of large blocks."""
    rows = [Peaks(), Peaks()]
    values = np.empty(0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(peaks, "_MOST_BLOCKS", 4)
        patch.setattr(peaks, "_AT_ONCE", 64)
        for share, new in parts:
            start = round(share * len(values))
            values = np.concatenate([values[:start], np.array(new, float)])
            rows[0].update(values, start)
            rows[1].update(MovingAverage(window, values), start)
    if not len(values):
        return
    first, last = sorted(min(place, len(values) - 1) for place in (one, other))
    for row, known in zip(rows, (values, np.array(means(values, window))), strict=True):
        places, drawn = row.between(first, last, width)
        seen = known[first : last + 1]
        assert drawn.min() <= seen.min() + 1e-4
        assert drawn.max() >= seen.max() - 1e-4
        assert (np.diff(places) >= 0).all()
        # Of what is beside, there may be as much as a block.
        near = known[max(0, first - int(width)) : last + int(width) + 1]
        assert near.min() - 1e-4 <= drawn.min()
        assert drawn.max() <= near.max() + 1e-4
        assert row.extremes() == pytest.approx((known.min(), known.max()), rel=1e-5, abs=1e-4)


def test_a_long_line_is_few_points_on_either_axis() -> None:
    values = np.random.default_rng(0).random(200_000)
    line = Peaks()
    line.update(values, 0)
    for scales, right in ((Scales(), 200_000.0), (Scales(has_log_steps=True), 5.4)):
        steps, costs = points_seen(line, scales, Extent(0.0, right, 0.0, 1.0), 600)
        assert 600 < len(steps) < 6000
        assert costs.max() == pytest.approx(values[scales.first_step :].max(), rel=1e-6)
        # Every place of the axis that is wider than a pixel is drawn at.
        places = scales.across(steps)
        whole = scales.across(np.arange(max(scales.first_step, 1), 40, dtype=float))
        assert np.diff(places).max() <= max(2 * right / 600, np.diff(whole).max())


def test_step_0_has_no_place_on_a_logarithmic_axis_and_is_not_drawn() -> None:
    scales = Scales(has_log_steps=True)
    assert scales.x_of(0) is None
    assert scales.x_of(1) == 0
    assert scales.x_of(1000) == pytest.approx(3)
    line = Peaks()
    line.update(np.arange(10.0), 0)
    steps, costs = points_seen(line, scales, Extent(-1.0, 2.0, 0.0, 10.0), 100)
    assert steps.tolist() == costs.tolist() == list(range(1, 10))


def test_a_cost_of_0_is_below_what_a_logarithmic_axis_shows() -> None:
    seen = Extent(0.0, 1.0, -3.0, 1.0)
    heights = Scales(has_log_costs=True).up(np.array([0.0, 0.01, 1e30]), seen)
    assert heights[0] < seen.low
    assert heights[1] == pytest.approx(-2)
    assert heights[2] > seen.high


@settings(deadline=None)
@given(st.floats(-3, 3), st.floats(0, 6), st.integers(0, 10**7), st.booleans(), st.booleans())
def test_all_steps_and_costs_are_within_the_axes(
    power: float, span: float, last: int, log_steps: bool, log_costs: bool
) -> None:
    scales = Scales(log_steps, log_costs)
    low, high = 10.0**power, 10.0 ** (power + span)
    extent = scales.around(last, low, high)
    lowest, highest = scales.heights(np.array([low, high]))
    assert extent.low < lowest <= highest < extent.high
    places = [scales.x_of(step) for step in (scales.first_step, max(last, 1))]
    assert all(x is not None and extent.left < x < extent.right for x in places)
    if not log_costs:
        # An honest axis: heights are in proportion.
        assert extent.low <= 0


@settings(deadline=None)
@given(st.floats(-9, 9), st.floats(1e-4, 18), st.integers(2, 20))
def test_numbers_of_a_logarithmic_axis_are_within_it_and_do_not_overlap(
    low: float, span: float, most: int
) -> None:
    ticks = log_ticks(low, low + span, most)
    assert all(low - 1e-9 <= tick <= low + span + 1e-9 for tick in ticks)
    assert ticks == sorted(ticks)
    if len(ticks) > 1:
        # With half as much again as room, of which a number needs less.
        assert np.diff(ticks).min() >= span / most / 2.5
    if span > 1.1 and most > 3:
        assert len(ticks) >= 1
    if span > 2.1 and most > 4:
        assert len(ticks) >= 2


@pytest.mark.parametrize(("low", "high", "most"), [(-2.6, 0.3, 5), (-1.0, 1.0, 4), (0, 6, 9)])
def test_numbers_of_decades_are_round(low: float, high: float, most: int) -> None:
    for tick in log_ticks(low, high, most):
        mantissa = 10 ** (tick - math.floor(tick + 1e-9))
        assert min(abs(mantissa - round_one) for round_one in (1, 2, 3, 5, 10)) < 1e-6


@given(st.lists(st.floats(0, 1), min_size=1, max_size=400), st.integers(10, 50))
def test_a_thinned_line_keeps_its_peaks(values: list[float], most: int) -> None:
    places, drawn = thinned(np.arange(len(values), dtype=float), np.array(values), most)
    assert len(places) == len(drawn) <= max(most + 2, 4)
    assert drawn.min() == min(values)
    assert drawn.max() == max(values)


@given(st.integers(0, 3000))
def test_epochs_that_are_measured_are_spread_and_stay_as_more_come(count: int) -> None:
    steps = list(range(144, 144 * (count + 1), 144))
    chosen = spread(np.array(steps, float)).tolist()
    assert len(chosen) <= 121
    assert chosen == sorted(set(chosen))
    assert set(chosen) <= set(steps)
    assert not steps or chosen[-1] == steps[-1]
    later = spread(np.array([*steps, 144.0 * (count + 1)])).tolist()
    # All but the newest, unless twice as many are left out now.
    assert len(set(chosen[:-1]) - set(later)) in (0, len(chosen) // 2, (len(chosen) - 1) // 2)


@given(
    st.sampled_from(WINDOWS),
    st.sampled_from(STRENGTHS),
    st.booleans(),
    st.booleans(),
    st.frozensets(st.sampled_from(["batch", "test", "training"])),
)
def test_choices_are_remembered(
    window: int, strength: float, log_steps: bool, log_costs: bool, hidden: frozenset[str]
) -> None:
    made = PlotChoices(window, strength, log_steps, log_costs, hidden)
    assert PlotChoices.from_text(made.to_text()) == made


def test_choices_are_kept_in_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    assert Settings(path).cost_plot == PlotChoices()
    made = PlotChoices(500, 0.15, True, False, frozenset({"batch"}))
    kept = Settings(path)
    kept.cost_plot = made
    kept.save()
    assert Settings(path).cost_plot == made


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1]", "null", '{"window": 3}', '{"strength": "x", "hidden": 5}', "[" * 99_999],
)
def test_what_cannot_be_read_of_choices_is_as_usual(text: str) -> None:
    assert PlotChoices.from_text(text) == PlotChoices()
