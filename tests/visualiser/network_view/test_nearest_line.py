"""Pointing inverts a layout: at neurons, and at lines, compared with looking at every one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.visualiser.network_view.layouts import (
    FORMS,
    Architecture,
    Frame,
    architectures,
    distances,
    frames,
    layouts,
    line_place,
    quick,
)
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.places import connection_at, neuron_at
from visualiser.selection import Neuron

ARCHITECTURES = [
    ((64, 16, 16, 10), (8, 8)),
    ((64, 1, 1, 10), (8, 8)),
    ((13, 8, 3), (1, 13)),
    ((90, 150, 120, 10), (1, 90)),
    ((784, 100, 10), (28, 28)),
]
NO_PLACES = [(1, 1), (639, 399), (-50, 200), (5000, 200)]
cameras = st.tuples(st.sampled_from([1.0, 1.7, 12.0, 40.0]), st.floats(-900, 300))


@quick
@given(layouts(), cameras, st.data())
def test_pointing_at_a_neuron_finds_it(
    layout: NetworkLayout, camera: tuple[float, float], data: st.DataObject
) -> None:
    seen = layout.moved(camera[0], camera[1], camera[1])
    for number, layer in enumerate(seen.layers):
        index = data.draw(st.sampled_from(layer.shown.tolist()))
        x, y = layer.centres[index].tolist()
        assert neuron_at(seen, x, y) == Neuron(number, index)
        # Within it, not only in its middle.
        assert neuron_at(seen, x, y + 0.6 * layer.radius) == Neuron(number, index)


@quick
@given(layouts(), cameras, st.data())
def test_pointing_at_a_pixel_finds_its_neuron(
    layout: NetworkLayout, camera: tuple[float, float], data: st.DataObject
) -> None:
    seen = layout.moved(camera[0], camera[1], camera[1])
    first = seen.layers[0]
    assume(first.picture is not None and first.picture_shape is not None)
    assert first.picture is not None
    assert first.picture_shape is not None
    index = data.draw(st.integers(0, len(first.centres) - 1))
    (x, y, width, height), (rows, columns) = first.picture, first.picture_shape
    row, column = divmod(index, columns)
    place = x + (column + 0.5) * width / columns, y + (row + 0.5) * height / rows
    assert neuron_at(seen, *place) == Neuron(0, index)


@quick
@given(architectures())
def test_pointing_beside_everything_finds_nothing(architecture: Architecture) -> None:
    for options in FORMS:
        layout = lay_out(*architecture, 640, 400, options)
        for x, y in NO_PLACES:
            assert neuron_at(layout, x, y) is None
            assert connection_at(layout, x, y) is None


@quick
@given(layouts(), cameras, st.floats(0.02, 0.98), st.data())
def test_pointing_at_a_line_finds_a_connection_through_there(
    layout: NetworkLayout, camera: tuple[float, float], share: float, data: st.DataObject
) -> None:
    assume(layout.has_lines)
    seen = layout.moved(camera[0], camera[1], camera[1])
    lines = seen.lines(data.draw(st.integers(0, len(seen.layers) - 2)))
    line = lines[data.draw(st.integers(0, len(lines) - 1))]
    point = line[:2] + share * (line[2:] - line[:2])
    found = connection_at(seen, *point.tolist())
    assert found is not None
    place = line_place(seen, found.layer, found.to, found.origin)
    assert distances(seen, found.layer - 1, point)[place] < 1e-6


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda a: "-".join(map(str, a[0])))
@settings(deadline=None, max_examples=40)
@given(
    frame=st.sampled_from([(643, 400), (895, 528)]) | frames,
    options=st.sampled_from(FORMS),
    zoom=st.sampled_from([1.0, 3.0]),
    x=st.floats(0, 1),
    y=st.floats(0, 1),
)
@example(frame=(643, 400), options=FORMS[0], zoom=1.0, x=0.5, y=0.5)
def test_no_other_line_is_nearer(
    architecture: Architecture,
    frame: Frame,
    options: ViewOptions,
    zoom: float,
    x: float,
    y: float,
) -> None:
    layout = lay_out(*architecture, *frame, options).moved(zoom, -frame[0] * (zoom - 1) / 2, 0)
    point = np.array([x * frame[0], y * frame[1]])
    gaps = [
        gap
        for gap in range(len(layout.layers) - 1)
        if layout.layers[gap].exits[:, 0].min() <= point[0]
        and point[0] <= layout.layers[gap + 1].centres[:, 0].max()
    ]
    nearest = min((distances(layout, gap, point).min() for gap in gaps), default=np.inf)
    found = connection_at(layout, float(point[0]), float(point[1]), reach=50.0)
    assert (found is not None) == (nearest <= 50)
    if found is not None:
        place = line_place(layout, found.layer, found.to, found.origin)
        distance = distances(layout, found.layer - 1, point)[place]
        assert distance == pytest.approx(nearest, abs=1e-6)


def test_a_line_away_from_others_is_found_itself() -> None:
    layout = lay_out((4, 2, 2), (2, 2), 1000, 600)
    for gap, to, origin in ((0, 0, 1), (1, 1, 0), (1, 1, 1)):
        line = layout.lines(gap)[line_place(layout, gap + 1, to, origin)]
        x, y = (line[:2] + 0.3 * (line[2:] - line[:2])).tolist()
        found = connection_at(layout, x, y)
        assert found is not None
        assert (found.layer, found.to, found.origin) == (gap + 1, to, origin)
        assert connection_at(layout, x, 599) is None
