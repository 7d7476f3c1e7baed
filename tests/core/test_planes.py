"""Planes through the present point: right angles, the path in them, and what they must hold."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import SettingError
from core.parameters import FloatArray
from core.probes import box_around, orthonormal, path_in_plane, principal_directions


def drawn(seed: int, *shape: int) -> FloatArray:
    return np.random.default_rng(seed).standard_normal(shape)


@given(st.integers(0, 1000), st.integers(2, 30), st.floats(1e-3, 1e3))
@settings(deadline=None, max_examples=40)
def test_directions_become_of_length_1_and_at_right_angles(
    seed: int, count: int, scale: float
) -> None:
    first, second = drawn(seed, 2, count)
    one, other = orthonormal(first * scale, second)
    assert math.isclose(math.fsum(one * one), 1, rel_tol=1e-9)
    assert math.isclose(math.fsum(other * other), 1, rel_tol=1e-9)
    assert abs(math.fsum(one * other)) < 1e-9
    # They span the same plane: what was there is still a mixture of the two.
    for old in (first, second):
        mixture = (old @ one) * one + (old @ other) * other
        np.testing.assert_allclose(mixture, old, atol=1e-7)
    assert first @ one > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [([1.0, 2.0], [2.0, 4.0]), ([0.0, 0.0], [1.0, 0.0]), ([1.0, 0.0], [0.0, 0.0])],
)
def test_a_line_is_refused(first: list[float], second: list[float]) -> None:
    with pytest.raises(SettingError):
        orthonormal(first, second)


def test_a_path_within_the_plane_lies_in_it_wholly() -> None:
    one, other = orthonormal(*drawn(1, 2, 9))
    steps = np.array([[3.0, -1.0], [1.0, 2.0], [0.5, 0.5], [0.0, 0.0]])
    found = path_in_plane(drawn(2, 9) + steps @ np.stack([one, other]), one, other)
    np.testing.assert_allclose(found.coordinates, steps, atol=1e-12)
    assert math.isclose(found.share, 1.0)
    np.testing.assert_allclose(found.distances, 0, atol=1e-6)


@given(st.integers(0, 1000))
@settings(deadline=None, max_examples=40)
def test_the_share_is_by_pythagoras(seed: int) -> None:
    one, other = orthonormal(*drawn(seed, 2, 8))
    path = drawn(seed + 1, 6, 8)
    found = path_in_plane(path, one, other)
    away = np.linalg.norm(path - path[-1], axis=1)
    in_plane = np.linalg.norm(found.coordinates, axis=1)
    np.testing.assert_allclose(in_plane**2 + found.distances**2, away**2, atol=1e-9)
    assert math.isclose(found.share, (in_plane**2).sum() / (away**2).sum())


def test_principal_directions_hold_as_much_as_they_say() -> None:
    path = drawn(5, 12, 20).cumsum(axis=0)
    found = principal_directions(path)
    in_plane = path_in_plane(path, *orthonormal(found.first, found.second))
    assert math.isclose(in_plane.share, found.shares.sum(), rel_tol=1e-9)


def test_a_path_that_does_not_move_is_in_every_plane() -> None:
    one, other = orthonormal([1.0, 0.0, 0.0], [0.0, 1.0, 0.0])
    assert path_in_plane(np.zeros((2, 3)), one, other).share == 1.0


@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=9),
    st.floats(0.01, 10),
    st.floats(0.25, 4),
)
@settings(deadline=None, max_examples=40)
def test_the_box_is_a_square_that_holds_the_path(
    points: list[tuple[float, float]], least: float, zoom: float
) -> None:
    left, right, bottom, top = box_around(points, least, zoom)
    assert math.isclose(right - left, top - bottom, rel_tol=1e-6, abs_tol=1e-9)
    assert right - left >= least * zoom * 0.999
    assert left <= 0 <= right
    assert bottom <= 0 <= top
    if zoom >= 1:
        assert all(left <= x <= right and bottom <= y <= top for x, y in points)
