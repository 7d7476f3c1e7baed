"""Contours, against what is known of the surfaces that they are of."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.parameters import FloatArray
from visualiser.landscape.contours import contour, label_places
from visualiser.landscape.cost_scale import CostScale


def grid(seed: int, rows: int, columns: int) -> FloatArray:
    return np.random.default_rng(seed).standard_normal((rows, columns))


@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(-3, 3))
@settings(deadline=None, max_examples=40)
def test_of_an_inclined_plane_the_contour_is_a_line(a: float, b: float, level: float) -> None:
    x, y = np.meshgrid(np.arange(7.0), np.arange(5.0), indexing="ij")
    found = contour(a * x + b * y, level)
    heights = a * found[..., 0] + b * found[..., 1]
    np.testing.assert_allclose(heights, level, atol=1e-9)


@given(st.integers(0, 10_000), st.integers(2, 7), st.integers(2, 7), st.floats(-1, 1))
@settings(deadline=None, max_examples=40)
def test_every_edge_that_the_level_crosses_is_met_once_from_each_side(
    seed: int, rows: int, columns: int, level: float
) -> None:
    values = grid(seed, rows, columns)
    ends = [(round(x, 9), round(y, 9)) for x, y in contour(values, level).reshape(-1, 2).tolist()]
    wanted: list[tuple[float, float]] = []
    for i in range(rows):
        for k in range(columns):
            here = values[i, k]
            if i + 1 < rows and (here >= level) != (values[i + 1, k] >= level):
                share = (level - here) / (values[i + 1, k] - here)
                sides = (k > 0) + (k + 1 < columns)
                wanted += [(round(i + share, 9), round(float(k), 9))] * sides
            if k + 1 < columns and (here >= level) != (values[i, k + 1] >= level):
                share = (level - here) / (values[i, k + 1] - here)
                sides = (i > 0) + (i + 1 < rows)
                wanted += [(round(float(i), 9), round(k + share, 9))] * sides
    np.testing.assert_allclose(sorted(ends), sorted(wanted), atol=1e-8)


@given(st.integers(0, 1000))
@settings(deadline=None, max_examples=40)
def test_each_segment_stays_in_its_cell_and_parts_high_from_low(seed: int) -> None:
    values = grid(seed, 5, 6)
    for begin, end in contour(values, 0.0):
        assert np.floor(begin + 1e-9).max() <= 5
        assert np.abs(end - begin).max() <= 1 + 1e-9


def test_a_bowl_has_a_round_contour() -> None:
    x, y = np.meshgrid(np.linspace(-1, 1, 81), np.linspace(-1, 1, 81), indexing="ij")
    found = contour(x**2 + y**2, 0.5)
    radii = np.hypot(*((found.reshape(-1, 2) / 40 - 1).T))
    np.testing.assert_allclose(radii, 0.5**0.5, atol=5e-4)


def test_where_c_is_no_number_there_is_no_contour() -> None:
    values = np.array([[0.0, 1.0, np.nan], [0.0, 1.0, 1.0], [0.0, 1.0, 1.0]])
    found = contour(values, 0.5)
    assert len(found) == 2
    assert len(contour(np.full((3, 3), np.nan), 0.0)) == 0


def test_labels_keep_away_from_each_other() -> None:
    segments = np.array([[[0.0, 0.0], [1.0, 0.0]], [[9.0, 9.0], [9.0, 8.0]]])
    taken = np.array([[1.0, 1.0]])
    place = label_places(segments, taken, 2.0)
    assert place is not None
    assert place.tolist() == [9.0, 8.5]
    assert label_places(segments, np.array([[0.0, 0.0], [9.0, 9.0]]), 2.0) is None
    assert label_places(np.zeros((0, 2, 2)), taken, 0.0) is None


@given(
    st.lists(st.floats(1e-12, 1e12), min_size=2, max_size=20),
    st.booleans(),
)
@settings(deadline=None, max_examples=40)
def test_a_scale_keeps_the_order_and_its_levels_lie_in_it(costs: list[float], is_log: bool) -> None:
    scale = CostScale.of(np.array(costs), is_log)
    assert scale is not None
    shares = scale.shares(np.array(sorted(costs)))
    assert (np.diff(shares) >= 0).all()
    assert shares.min() >= 0
    assert shares.max() <= 1
    levels = [level for level, _ in scale.levels()]
    assert len(levels) <= 10
    assert all(scale.lowest < level < scale.highest for level in levels)
    assert len({text for _, text in scale.levels()}) == len(levels)


def test_what_is_no_number_has_no_place_on_the_scale() -> None:
    costs = np.array([[0.0, 1.0], [np.inf, np.nan]])
    for is_log in (False, True):
        scale = CostScale.of(costs, is_log)
        assert scale is not None
        assert np.isnan(scale.shares(costs)[1]).all()
        assert np.isfinite(scale.shares(costs)[0]).all()
    assert CostScale.of(np.array([np.nan]), False) is None
