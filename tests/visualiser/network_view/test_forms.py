"""The forms of layers: small pictures beside columns, folded columns, pictures in circles."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import example, given

from tests.visualiser.network_view.layouts import (
    BLOCKS,
    DEEP,
    FRAMES,
    LARGE,
    LETTERS,
    SHALLOW,
    THIN,
    Architecture,
    Frame,
    architectures,
    corners,
    forms,
    frames,
    quick,
)
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.options import InputForm, ViewOptions

IMAGES = [LARGE, DEEP, THIN, SHALLOW, LETTERS]
# What stands below a picture: its caption, two rows of controls, the legend.
CAPTION, CONTROLS, LEGEND = 30, 62, 34
CONTROLS_WIDTH = 226
COLUMNS: list[InputForm] = ["ends", "circles"]
every_image = pytest.mark.parametrize(
    "architecture", IMAGES, ids=lambda a: "-".join(map(str, a[0]))
)
every_frame = pytest.mark.parametrize("frame", FRAMES, ids=str)


def check_room_for_controls(layout: NetworkLayout) -> None:
    """The controls below a picture are in the frame, and not under a column."""
    first = layout.layers[0]
    assert first.picture is not None
    x, y, width, height = first.picture
    assert layout.height - (y + height) >= CAPTION - 12 + CONTROLS + LEGEND
    left = max(4, x + width / 2 - CONTROLS_WIDTH / 2)
    if first.form == "circles":
        # Left of a column of its ends there is a brace.
        brace = 0 if first.dots is None else 11
        assert left + CONTROLS_WIDTH <= corners(first)[0] - brace
        assert x + width < corners(first)[0] - brace


@quick
@given(architectures(), frames, forms)
@example(LARGE, (761, 1282), ViewOptions(input_form="ends"))
def test_there_is_room_below_a_picture(
    architecture: Architecture, frame: Frame, options: ViewOptions
) -> None:
    layout = lay_out(*architecture, *frame, options)
    has_image = min(architecture[1]) > 1
    assert (layout.layers[0].picture is not None) == has_image
    if has_image:
        check_room_for_controls(layout)


@every_frame
@every_image
@pytest.mark.parametrize("form", COLUMNS)
def test_beside_a_column_of_an_image_there_is_a_small_one(
    architecture: Architecture, frame: Frame, form: InputForm
) -> None:
    layout = lay_out(*architecture, *frame, ViewOptions(input_form=form))
    assert layout.layers[0].form == "circles"
    assert layout.layers[0].shows_all == (form == "circles")
    check_room_for_controls(layout)


@pytest.mark.parametrize("form", ["picture", "ends", "circles"])
def test_an_input_that_is_no_image_is_a_column(form: InputForm) -> None:
    first = lay_out((300, 5, 3), (1, 300), 895, 530, ViewOptions(input_form=form)).layers[0]
    assert (first.form, first.picture) == ("circles", None)
    assert first.shows_all == (form != "ends")


@every_frame
def test_a_tall_column_folds_or_shows_its_ends(frame: Frame) -> None:
    folded, elided = (
        lay_out(*LARGE, *frame, ViewOptions(tall_form=form)).layers[1] for form in ("fold", "ends")
    )
    assert folded.shows_all
    assert len(np.unique(folded.centres[:, 0])) > 1
    shown = len(elided.shown)
    assert elided.shown.tolist() == [*range(shown // 2), *range(512 - shown // 2, 512)]
    assert len(np.unique(elided.centres[:, 0])) == 1


@quick
@given(architectures(), frames)
def test_a_column_folds_only_where_its_circles_are_no_smaller_for_it(
    architecture: Architecture, frame: Frame
) -> None:
    layout = lay_out(*architecture, *frame)
    for layer in layout.layers[1:-1]:
        folds = len(np.unique(layer.centres[:, 0]))
        unfolded = 0.4 * (frame[1] - 128) / len(layer.centres)
        assert layer.form == "block" or folds == 1 or layer.radius >= unfolded


@every_frame
def test_folded_columns_use_their_room(frame: Frame) -> None:
    layer = lay_out(*LARGE, *frame).layers[1]
    across = np.diff(np.unique(layer.centres[:, 0].round(6)))[0]
    down = np.diff(layer.centres[:2, 1])[0]
    # Circles of columns that are about as far apart as rows are as large as can be.
    assert 0.6 < across / down < 1.6


@every_frame
@every_image
def test_circles_with_pictures_are_larger(architecture: Architecture, frame: Frame) -> None:
    for input_form in ("picture", *COLUMNS):
        usual, pictured = (
            lay_out(*architecture, *frame, ViewOptions(input_form, weight_pictures=is_on)).layers
            for is_on in (False, True)
        )
        assert pictured[1].radius >= usual[1].radius
        # Where all fits and there is room, a picture is large enough to be drawn.
        if architecture[0][1] <= 30 and len(architecture[0]) <= 4:
            assert pictured[1].radius > usual[1].radius
            assert pictured[1].radius >= 6 or architecture is LETTERS
        assert [layer.radius for layer in pictured[2:]] == [layer.radius for layer in usual[2:]]


@quick
@given(architectures(), frames, forms)
def test_circles_leave_room_for_lines(
    architecture: Architecture, frame: Frame, options: ViewOptions
) -> None:
    layout = lay_out(*architecture, *frame, options)
    for before, after in itertools.pairwise(layout.layers[1:]):
        step = after.middle - before.middle
        assert after.left - before.right >= 0.3 * step


@every_frame
def test_a_network_of_too_many_lines_is_blocks_within_their_columns(frame: Frame) -> None:
    layout = lay_out(*BLOCKS, *frame)
    assert [layer.form for layer in layout.layers] == ["picture", "block", "circles"]
    assert not layout.has_lines
    # A sentence of two lines stands below them.
    assert all(corners(layer)[3] <= frame[1] - 92 for layer in layout.layers)
    assert layout.lines(0).shape == (0, 4)
    assert layout.drawn(0, np.zeros((9000, 784), np.float32)).size == 0
    rows, columns = layout.layers[1].picture_shape or (0, 0)
    assert (rows - 1) * columns < 9000 <= rows * columns


@pytest.mark.parametrize("height", [400, 900, 2160])
def test_there_is_more_room_between_circles_in_a_taller_window(height: int) -> None:
    outputs = lay_out(*DEEP, 1600, height).layers[-1]
    assert np.ptp(outputs.centres[:, 1]) >= 0.5 * (height - 128)
    assert outputs.radius >= 10 * math.sqrt(height / 400)
