"""The camera: what is under the pointer stays there, and the picture is never lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.visualiser.network_view.layouts import SMALLEST, quick
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.camera import MOST, Camera

WIDTH, HEIGHT = 900.0, 560.0
points = st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT))
factors = st.floats(0.02, 50)
moves = st.tuples(factors, points, st.floats(-3000, 3000), st.floats(-3000, 3000))


def in_picture(camera: Camera, x: float, y: float) -> tuple[float, float]:
    """What of the fitted picture is seen at a point."""
    return (x - camera.left) / camera.zoom, (y - camera.top) / camera.zoom


@st.composite
def cameras(draw: st.DrawFn) -> Camera:
    """A camera that was zoomed and panned several times."""
    camera = Camera()
    for factor, point, x, y in draw(st.lists(moves, max_size=4)):
        camera = camera.zoomed(factor, *point).panned(x, y).within(WIDTH, HEIGHT)
    return camera


@quick
@given(cameras(), factors, points)
def test_what_is_under_the_pointer_stays_there(
    camera: Camera, factor: float, point: tuple[float, float]
) -> None:
    zoomed = camera.zoomed(factor, *point)
    if not zoomed.is_fitted:
        expected = pytest.approx(in_picture(camera, *point), abs=1e-6)
        assert in_picture(zoomed, *point) == expected


@quick
@given(cameras(), factors, points)
def test_the_zoom_is_between_its_bounds(
    camera: Camera, factor: float, point: tuple[float, float]
) -> None:
    zoom = camera.zoomed(factor, *point).zoom
    assert 1 <= zoom <= MOST
    assert zoom == pytest.approx(min(max(camera.zoom * factor, 1), MOST))


@quick
@given(st.lists(st.tuples(st.floats(1.01, 1.6), points), min_size=1, max_size=7))
def test_in_and_out_again_is_the_fitted_camera(
    steps: list[tuple[float, tuple[float, float]]],
) -> None:
    camera = Camera()
    for factor, point in steps:
        camera = camera.zoomed(factor, *point)
    for factor, point in steps:
        camera = camera.zoomed(1 / factor, *point)
    assert camera.is_fitted


@pytest.mark.parametrize("factor", [1.25, 1.2 ** (1 / 3), 1.1, 3.0])
def test_so_many_steps_in_and_out_are_the_fitted_camera(factor: float) -> None:
    for count in range(1, 9):
        camera = Camera()
        for step in [factor] * count + [1 / factor] * count:
            camera = camera.zoomed(step, 300, 200)
        assert camera.is_fitted


@quick
@given(cameras(), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_the_middle_of_the_window_shows_some_of_the_picture(
    camera: Camera, x: float, y: float
) -> None:
    camera = camera.panned(x, y).within(WIDTH, HEIGHT)
    middle = in_picture(camera, WIDTH / 2, HEIGHT / 2)
    assert -1e-6 <= middle[0] <= WIDTH + 1e-6
    assert -1e-6 <= middle[1] <= HEIGHT + 1e-6
    assert camera.within(WIDTH, HEIGHT) == camera


@quick
@given(cameras(), st.floats(-50, 50), st.floats(-50, 50))
def test_panning_moves_by_so_many_pixels_and_back(camera: Camera, x: float, y: float) -> None:
    moved = camera.panned(x, y)
    assert moved.zoom == camera.zoom
    if camera.is_fitted:
        assert moved == camera
        return
    assert (moved.left - camera.left, moved.top - camera.top) == pytest.approx((x, y), abs=1e-6)


@quick
@given(cameras())
def test_a_layout_is_seen_as_the_camera_says(camera: Camera) -> None:
    layout = lay_out(*SMALLEST, WIDTH, HEIGHT)
    for fitted, seen in zip(layout.layers, camera.seen(layout).layers, strict=True):
        x, y = seen.centres[0].tolist()
        assert in_picture(camera, x, y) == pytest.approx(tuple(fitted.centres[0]), abs=1e-6)
    assert (camera.seen(layout) is layout) == camera.is_fitted
