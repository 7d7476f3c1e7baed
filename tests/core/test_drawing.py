"""Drawings become inputs by the steps that the data went through."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import load_dataset
from core.drawing import SIDE, Preparation, as_data, can_be_drawn, prepare
from core.drawing.sampling import centre_of_mass, resample, stroke_width, thickened
from core.errors import DataError
from core.parameters import FloatArray

SHAPES = ((8, 8), (28, 28), (20, 30), (2, 5))


def paper(*boxes: tuple[int, int, int, int]) -> FloatArray:
    """Paper with full boxes: first row, one past the last, and so for columns."""
    ink = np.zeros((SIDE, SIDE), np.float32)
    for top, bottom, left, right in boxes:
        ink[top:bottom, left:right] = 1
    return ink


boxes = st.builds(
    lambda top, left, height, width: (top, min(top + height, SIDE), left, min(left + width, SIDE)),
    st.integers(0, SIDE - 12),
    st.integers(0, SIDE - 12),
    st.integers(10, SIDE),
    st.integers(10, SIDE),
)
drawings = st.lists(boxes, min_size=1, max_size=4).map(lambda made: paper(*made))
preparations = st.builds(Preparation, *[st.booleans()] * 5)


@given(drawings, st.sampled_from(SHAPES), preparations)
@settings(deadline=None, max_examples=60)
def test_inputs_are_ink_of_the_data_s_shape(
    ink: FloatArray, shape: tuple[int, int], steps: Preparation
) -> None:
    prepared = prepare(ink, shape, steps)
    assert prepared.picture.shape == shape
    assert prepared.inputs.shape == (shape[0] * shape[1],)
    assert prepared.inputs.dtype == np.float32
    for stage in prepared.stages:
        assert 0 <= stage.picture.min() <= stage.picture.max() <= 1


@pytest.mark.parametrize("shape", SHAPES)
def test_blank_paper_stays_blank(shape: tuple[int, int]) -> None:
    assert not prepare(np.zeros((SIDE, SIDE)), shape).inputs.any()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("place", [0, 13, 50])
def test_where_it_is_drawn_does_not_matter(shape: tuple[int, int], place: int) -> None:
    """As long as it is on the paper with some room around it."""
    here = paper((30, 60, 30, 42), (50, 60, 30, 60))
    there = np.roll(here, (place - 20, 20 - place), (0, 1))
    assert np.array_equal(prepare(here, shape).inputs, prepare(there, shape).inputs)


def test_bytes_count_as_shares() -> None:
    ink = paper((20, 90, 30, 60))
    as_bytes = (ink * 255).astype(np.uint8)
    assert np.array_equal(prepare(ink, (28, 28)).inputs, prepare(as_bytes, (28, 28)).inputs)


def test_mnist_s_box_is_twenty_wide_and_its_middle_is_the_mass_s() -> None:
    steps = Preparation(evens_strokes=False)
    # Heavy below: the box is high up, for the mass to be in the middle.
    picture = prepare(paper((10, 70, 40, 50), (70, 110, 20, 80)), (28, 28), steps).picture
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    assert rows[-1] - rows[0] + 1 == 20
    assert columns[-1] - columns[0] + 1 == 12
    ink_rows = (picture.sum(axis=1) @ np.arange(28)) / picture.sum()
    ink_columns = (picture.sum(axis=0) @ np.arange(28)) / picture.sum()
    assert abs(ink_rows - 14) <= 0.5
    assert abs(ink_columns - 14) <= 0.5


def test_the_embedded_digits_are_counts_of_blocks() -> None:
    steps = Preparation(evens_strokes=False, centres_by_mass=False)
    prepared = prepare(paper((10, 106, 40, 72)), (8, 8), steps)
    bitmap = prepared.stages[-2].picture
    assert bitmap.shape == (32, 32)
    assert set(np.unique(bitmap)) <= {0, 1}
    counts = [
        [bitmap[4 * r : 4 * r + 4, 4 * c : 4 * c + 4].sum() for c in range(8)] for r in range(8)
    ]
    assert np.allclose(prepared.picture * 16, counts, atol=1e-4)
    assert bitmap.any(axis=1).all(), "they fill their field from top to bottom"


def test_each_step_can_be_left_out() -> None:
    ink = paper((20, 60, 20, 30), (50, 60, 20, 50))
    usual = prepare(ink, (28, 28)).inputs
    for name in ("crops", "keeps_proportions", "centres_by_mass", "averages", "evens_strokes"):
        without = prepare(ink, (28, 28), Preparation(**{name: False})).inputs
        assert not np.array_equal(without, usual), name


def test_what_is_no_picture_is_refused() -> None:
    assert not can_be_drawn((1, 784))
    for ink, shape in ((np.zeros(5), (8, 8)), (np.zeros((4, 4)), (1, 64))):
        with pytest.raises(DataError, match="cannot become an input"):
            prepare(ink, shape)


@given(drawings, st.integers(1, 40), st.integers(1, 40))
@settings(deadline=None, max_examples=60)
def test_averaging_loses_no_ink(ink: FloatArray, rows: int, columns: int) -> None:
    assert resample(ink, rows, columns).mean() == pytest.approx(ink.mean(), abs=1e-4)


@given(drawings, st.floats(0, 4), st.floats(0, 4))
@settings(deadline=None, max_examples=30)
def test_thicker_only_adds_and_thinner_only_takes(
    ink: FloatArray, less: float, more: float
) -> None:
    less, more = min(less, more), max(less, more)
    assert (thickened(ink, more) >= thickened(ink, less) - 1e-6).all()
    assert (thickened(ink, less) >= ink).all()
    assert (thickened(ink, -less) <= ink).all()


@pytest.mark.parametrize("width", [4, 8, 12])
def test_how_thick_a_line_is(width: int) -> None:
    line = paper((6, 106, 40, 40 + width))
    # Its ends are rim as well.
    assert stroke_width(line) == pytest.approx(width * 100 / (100 + width), rel=0.1)


@pytest.mark.parametrize("pen", [4, 8, 14])
def test_strokes_become_as_thick_as_the_data_s(pen: int) -> None:
    picture = prepare(paper((10, 100, 50, 50 + pen), (90, 100, 30, 80)), (28, 28)).picture
    train = load_dataset("digits").train.inputs.mean()
    assert 1.8 < stroke_width(picture) < 3.4
    embedded = prepare(
        paper((10, 100, 30, 30 + pen), (100 - pen, 100, 30, 90)), (8, 8)
    ).inputs.mean()
    assert abs(embedded - train) < 0.12


def test_the_centre_of_no_ink_is_the_middle() -> None:
    assert centre_of_mass(np.zeros((3, 5), np.float32)) == (1, 2)


def test_only_mnist_is_centred_by_its_mass() -> None:
    assert as_data((28, 28)).centres_by_mass
    assert not as_data((8, 8)).centres_by_mass
