"""Where circles and lines stand: nothing overlaps, all is in the frame, in every form."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.parameters import FloatArray
from tests.visualiser.network_view.layouts import (
    FLAT,
    FORMS,
    FRAMES,
    NAMED,
    Architecture,
    Frame,
    architectures,
    corners,
    forms,
    frames,
    layouts,
    quick,
)
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.layout import NetworkLayout, between
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.places import connection_at

ROUNDING = 1e-9
every_form = pytest.mark.parametrize("options", FORMS, ids=lambda options: options.to_text()[:60])


def check_places(layout: NetworkLayout) -> None:
    """No circle overlaps another, names and counts and bars have their room."""
    boxes = [corners(layer) for layer in layout.layers]
    for layer in layout.layers:
        if layer.form == "circles":
            assert closest(layer.centres[layer.shown]) >= 2 * layer.radius - ROUNDING
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 40  # the names of the layers stand above
        assert right <= layout.width - 100  # bars and verdicts stand at the right
        assert bottom <= layout.height - 40  # counts and the legend stand below
    for before, after in itertools.pairwise(boxes):
        assert before[2] + 3 < after[0]  # circles across layers, and lines between them


def closest(centres: FloatArray) -> float:
    """How far the two closest of several points are from each other."""
    nearest = np.inf
    for index in range(1, len(centres)):
        nearest = min(nearest, float(np.hypot(*(centres[index:] - centres[:-index]).T).min()))
    return float(nearest)


@quick
@given(layouts())
def test_nothing_overlaps_and_all_is_in_the_frame(layout: NetworkLayout) -> None:
    check_places(layout)


@every_form
@pytest.mark.parametrize("frame", FRAMES, ids=str)
def test_nothing_overlaps_in_usual_windows(options: ViewOptions, frame: Frame) -> None:
    for architecture in NAMED:
        layout = lay_out(*architecture, *frame, options)
        assert (layout.width, layout.height) == frame
        check_places(layout)


@quick
@given(layouts())
def test_neurons_stand_in_their_order(layout: NetworkLayout) -> None:
    for layer in layout.layers:
        x, y = layer.centres[layer.shown].round(6).T
        # A picture is read row by row, a column of circles from top to bottom.
        keys = (y, x) if layer.form == "circles" else (x, y)
        assert np.array_equal(np.lexsort(keys), np.arange(len(x)))
        assert (np.diff(layer.shown) > 0).all()


@quick
@given(layouts())
def test_outputs_stand_in_one_column_beside_their_bars(layout: NetworkLayout) -> None:
    outputs = layout.layers[-1]
    assert outputs.shows_all
    assert np.ptp(outputs.centres[:, 0]) == 0
    # The digit, the bar and the verdict, measured from the circle.
    assert outputs.right + 126 <= layout.width + ROUNDING


@quick
@given(architectures(), frames, forms)
def test_what_is_not_shown_stands_where_the_dots_are(
    architecture: Architecture, frame: Frame, options: ViewOptions
) -> None:
    layout = lay_out(*architecture, *frame, options)
    for size, layer in zip(architecture[0], layout.layers, strict=True):
        assert len(layer.centres) == len(layer.exits) == size
        assert layer.shows_all == (layer.dots is None)
        hidden = np.setdiff1d(np.arange(size), layer.shown)
        assert layer.shows_all or (layer.centres[hidden] == layer.dots).all()
        assert [layer.place(index) for index in layer.shown[:9].tolist()] == list(
            range(len(layer.shown[:9]))
        )
        assert all(layer.place(index) is None for index in hidden[:9].tolist())


@quick
@given(layouts())
def test_lines_are_in_the_order_of_what_is_drawn(layout: NetworkLayout) -> None:
    for gap, (left, right) in enumerate(itertools.pairwise(layout.layers)):
        here, there = len(left.centres), len(right.centres)
        numbers = np.broadcast_to(np.arange(here) + 0.0, (there, here)).copy()
        origins = layout.drawn(gap, numbers).ravel().astype(int)
        numbers[:] = np.arange(there)[:, None]
        targets = layout.drawn(gap, numbers).ravel().astype(int)
        lines = layout.lines(gap)
        assert lines.flags.c_contiguous
        assert lines.dtype == np.float64
        assert len(lines) == layout.has_lines * len(left.shown) * len(right.shown)
        assert np.array_equal(lines[:, :2], left.exits[origins])
        assert np.array_equal(lines[:, 2:], right.centres[targets])


@quick
@given(layouts())
def test_lines_begin_at_circles_and_at_the_edge_of_a_picture(layout: NetworkLayout) -> None:
    first, *others = layout.layers
    for layer in others:
        assert np.array_equal(layer.exits, layer.centres)
    if first.form == "circles":
        assert np.array_equal(first.exits, first.centres)
    elif first.picture is not None:
        x, y, width, height = first.picture
        assert (first.exits[:, 0] >= x + width).all()
        assert (np.diff(first.exits[:, 1]) > 0).all()
        assert y <= first.exits[0, 1]
        assert first.exits[-1, 1] <= y + height


@quick
@given(layouts(), st.floats(1, 40), st.floats(-9999, 9999), st.floats(-9999, 9999))
def test_what_is_moved_is_the_affine_image(
    layout: NetworkLayout, zoom: float, x: float, y: float
) -> None:
    offset = np.array([x, y])
    for here, moved in zip(layout.layers, layout.moved(zoom, x, y).layers, strict=True):
        assert np.allclose(moved.centres, here.centres * zoom + offset, atol=1e-6)
        assert np.allclose(moved.exits, here.exits * zoom + offset, atol=1e-6)
        assert moved.radius == pytest.approx(here.radius * zoom)
        assert (moved.picture is None, moved.dots is None) == (
            here.picture is None,
            here.dots is None,
        )
        if here.picture is not None:
            expected = np.array(here.picture) * zoom + [x, y, 0, 0]
            assert moved.picture == pytest.approx(tuple(expected), abs=1e-6)
        if here.dots is not None:
            assert moved.dots == pytest.approx(tuple(here.dots * np.array(zoom) + offset), abs=1e-6)


@quick
@given(architectures(), frames, frames, forms, forms, st.floats(0, 1))
@example(FLAT, (640, 400), (640, 400), FORMS[0], FORMS[-1], 0.5)
def test_between_two_layouts_it_leads_from_one_to_the_other(
    architecture: Architecture,
    frame: Frame,
    other: Frame,
    before: ViewOptions,
    after: ViewOptions,
    share: float,
) -> None:
    ends = lay_out(*architecture, *frame, before), lay_out(*architecture, *other, after)
    ways = [between(*ends, part).layers for part in (0.0, share, 1.0)]
    for one, two, *way in zip(ends[0].layers, ends[1].layers, *ways, strict=True):
        for name in ("centres", "exits", "radius"):
            first, middle, last = (getattr(layer, name) for layer in way)
            assert np.allclose(first, getattr(one, name))
            assert np.allclose(last, getattr(two, name))
            assert np.isfinite(middle).all()
        assert all(np.array_equal(layer.shown, np.union1d(one.shown, two.shown)) for layer in way)


@settings(deadline=None, max_examples=60)
@given(architectures(), st.integers(0, 640), st.integers(0, 400), forms)
def test_a_window_that_is_too_small_raises_nothing(
    architecture: Architecture, width: int, height: int, options: ViewOptions
) -> None:
    layout = lay_out(*architecture, width, height, options)
    for layer in layout.layers:
        assert np.isfinite(layer.centres).all()
        assert layer.radius > 0
    for before, after in itertools.pairwise(layout.layers):
        assert before.left < after.left
    connection_at(layout, width / 2, height / 2)
