"""Where circles and lines stand: nothing overlaps, all is in the frame, pointing inverts it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.parameters import FloatArray
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.network_view.places import connection_at, neuron_at
from visualiser.selection import Neuron

Architecture = tuple[tuple[int, ...], tuple[int, int]]

LARGE: Architecture = ((784, 512, 512, 10), (28, 28))
DEEP: Architecture = ((64, 16, 16, 16, 16, 16, 16, 10), (8, 8))
THIN: Architecture = ((64, 1, 1, 10), (8, 8))
SMALLEST: Architecture = ((1, 1), (1, 1))
FLAT: Architecture = ((13, 5, 3), (1, 13))
WIDEST: Architecture = ((784, 1000, 10), (28, 28))

shapes = st.sampled_from([(8, 8), (28, 28), (5, 9), (1, 1), (1, 13), (1, 64)])


@st.composite
def architectures(draw: st.DrawFn) -> Architecture:
    rows, columns = draw(shapes)
    hidden = draw(st.lists(st.integers(1, 64), max_size=6))
    return (rows * columns, *hidden, draw(st.integers(1, 26))), (rows, columns)


frames = st.tuples(st.integers(640, 3840), st.integers(400, 2160))
quick = settings(deadline=None, max_examples=60)


def circles(layout: NetworkLayout) -> tuple[FloatArray, FloatArray]:
    """Centres and radii of all that is drawn as a circle."""
    round_ones = [layer for layer in layout.layers if layer.picture is None]
    centres = np.concatenate([layer.centres for layer in round_ones])
    radii = [np.full(len(layer.centres), layer.radius) for layer in round_ones]
    return centres, np.concatenate(radii)


def extent(layer: LayerLayout) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a layer."""
    low, high = layer.centres.min(axis=0) - layer.radius, layer.centres.max(axis=0) + layer.radius
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


@quick
@given(architectures(), frames)
@example(LARGE, (640, 400))
@example(LARGE, (3840, 2160))
@example(WIDEST, (640, 400))
@example(DEEP, (640, 400))
@example(THIN, (640, 400))
@example(SMALLEST, (640, 400))
@example(FLAT, (640, 400))
def test_no_circle_overlaps_another(architecture: Architecture, frame: tuple[int, int]) -> None:
    centres, radii = circles(lay_out(*architecture, *frame))
    for index, (centre, radius) in enumerate(zip(centres, radii, strict=True)):
        others = slice(index + 1, None)
        distances = np.hypot(*(centres[others] - centre).T)
        assert (distances >= radii[others] + radius - 1e-9).all()


@quick
@given(architectures(), frames)
@example(LARGE, (640, 400))
@example(WIDEST, (1280, 800))
@example(DEEP, (640, 400))
@example(SMALLEST, (640, 400))
def test_everything_is_within_the_frame_from_left_to_right(
    architecture: Architecture, frame: tuple[int, int]
) -> None:
    layout = lay_out(*architecture, *frame)
    assert (layout.width, layout.height) == frame
    ends = [extent(layer) for layer in layout.layers]
    for left, top, right, bottom in ends:
        assert left >= 0
        assert top >= 40  # the names of the layers stand above
        assert right <= frame[0] - 100  # bars and verdicts stand at the right
        assert bottom <= frame[1] - 40  # counts and the legend stand below
    for before, after in itertools.pairwise(ends):
        assert before[2] < after[0]


@quick
@given(architectures(), frames)
@example(LARGE, (1280, 800))
def test_neurons_stand_in_their_order(architecture: Architecture, frame: tuple[int, int]) -> None:
    sizes, shape = architecture
    layout = lay_out(sizes, shape, *frame)
    assert tuple(len(layer.centres) for layer in layout.layers) == sizes
    for layer in layout.layers:
        x, y = layer.centres.round(6).T
        # A picture is read row by row, a column of circles from top to bottom.
        keys = (x, y) if layer.picture is not None else (y, x)
        assert np.lexsort(keys).tolist() == list(range(len(x)))


@quick
@given(architectures(), frames)
@example(LARGE, (1280, 800))
@example(THIN, (640, 400))
def test_pointing_at_a_neuron_finds_it(architecture: Architecture, frame: tuple[int, int]) -> None:
    layout = lay_out(*architecture, *frame)
    for number, layer in enumerate(layout.layers):
        for index in {0, len(layer.centres) // 2, len(layer.centres) - 1}:
            x, y = layer.centres[index].tolist()
            assert neuron_at(layout, x, y) == Neuron(number, index)
            assert neuron_at(layout, x + 0.6 * layer.radius, y) == Neuron(number, index)


@quick
@given(architectures(), frames)
def test_pointing_beside_everything_finds_nothing(
    architecture: Architecture, frame: tuple[int, int]
) -> None:
    layout = lay_out(*architecture, *frame)
    for x, y in ((1, 1), (frame[0] - 1, frame[1] - 1), (-50, 200), (frame[0] * 2, 200)):
        assert neuron_at(layout, x, y) is None
        assert connection_at(layout, x, y) is None


@quick
@given(architectures(), frames, st.floats(0.02, 0.98), st.data())
@example(LARGE, (1280, 800), 0.5, None)
def test_pointing_at_a_line_finds_a_connection_through_there(
    architecture: Architecture, frame: tuple[int, int], share: float, data: st.DataObject | None
) -> None:
    layout = lay_out(*architecture, *frame)
    gap = data.draw(st.integers(0, len(layout.layers) - 2)) if data else 1
    lines = layout.lines(gap)
    chosen = data.draw(st.integers(0, len(lines) - 1)) if data else 777
    point = lines[chosen, :2] + share * (lines[chosen, 2:] - lines[chosen, :2])
    found = connection_at(layout, *point.tolist())
    assert found is not None
    assert found.layer == gap + 1
    assert distance(lines[found.to * len(layout.layers[gap].centres) + found.origin], point) < 1e-6


def distance(line: FloatArray, point: FloatArray) -> float:
    along = (line[2:] - line[:2]) / np.hypot(*(line[2:] - line[:2]))
    offset = point - line[:2]
    return float(abs(along[0] * offset[1] - along[1] * offset[0]))


def test_a_line_away_from_others_is_found_itself() -> None:
    layout = lay_out((4, 2, 2), (2, 2), 1000, 600)
    for gap, to, origin in ((0, 0, 1), (1, 1, 0), (1, 1, 1)):
        line = layout.lines(gap)[to * len(layout.layers[gap].centres) + origin]
        x, y = (line[:2] + 0.3 * (line[2:] - line[:2])).tolist()
        found = connection_at(layout, x, y)
        assert found is not None
        assert (found.layer, found.to, found.origin) == (gap + 1, to, origin)
        assert connection_at(layout, x, 599) is None


@quick
@given(architectures(), frames)
def test_lines_are_in_the_order_of_the_weights(
    architecture: Architecture, frame: tuple[int, int]
) -> None:
    layout = lay_out(*architecture, *frame)
    for gap, (left, right) in enumerate(itertools.pairwise(layout.layers)):
        lines = layout.lines(gap)
        assert lines.flags.c_contiguous
        assert lines.dtype == np.float64
        # The shape of weights[gap]: a row for each neuron that is led to.
        table = lines.reshape(len(right.centres), len(left.centres), 4)
        assert np.array_equal(table[:, :, :2], np.broadcast_to(left.exits, table[:, :, :2].shape))
        assert np.array_equal(table[:, :, 2:].transpose(1, 0, 2)[0], right.centres)


@quick
@given(architectures(), frames)
def test_no_line_crosses_the_picture(architecture: Architecture, frame: tuple[int, int]) -> None:
    first = lay_out(*architecture, *frame).layers[0]
    if first.picture is not None:
        x, y, width, height = first.picture
        assert (first.exits[:, 0] >= x + width).all()
        assert (np.diff(first.exits[:, 1]) > 0).all()
        assert first.exits[0, 1] >= y
        assert first.exits[-1, 1] <= y + height


@settings(deadline=None, max_examples=60)
@given(architectures(), st.integers(0, 640), st.integers(0, 400))
@example(LARGE, 1, 1)
@example(WIDEST, 200, 100)
def test_a_window_that_is_too_small_raises_nothing(
    architecture: Architecture, width: int, height: int
) -> None:
    layout = lay_out(*architecture, width, height)
    centres, radii = circles(layout)
    assert np.isfinite(centres).all()
    assert (radii > 0).all()
    connection_at(layout, width / 2, height / 2)


@pytest.mark.parametrize("frame", [(640, 400), (896, 530), (1280, 800), (3840, 2160)])
def test_there_is_room_below_the_picture_for_what_chooses_the_digit(frame: tuple[int, int]) -> None:
    picture = lay_out((64, 16, 16, 10), (8, 8), *frame).layers[0].picture
    assert picture is not None
    bottom = picture[1] + picture[3]
    # The caption, two rows of controls, and the legend at the very bottom.
    assert frame[1] - bottom >= 18 + 62 + 34
