"""Networks, windows and choices of how they are drawn, for tests of where things stand."""

from __future__ import annotations

import itertools
from typing import get_args

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from core.parameters import FloatArray
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.network_view.options import InputForm, TallForm, ViewOptions

Architecture = tuple[tuple[int, ...], tuple[int, int]]
Frame = tuple[int, int]

LARGE: Architecture = ((784, 512, 512, 10), (28, 28))
DEEP: Architecture = ((64, 16, 16, 16, 16, 16, 16, 10), (8, 8))
THIN: Architecture = ((64, 1, 1, 10), (8, 8))
THIN_AND_DEEP: Architecture = ((64, 1, 1, 1, 1, 1, 1, 10), (8, 8))
SMALLEST: Architecture = ((2, 1), (1, 2))
FLAT: Architecture = ((13, 5, 3), (1, 13))
SHALLOW: Architecture = ((784, 10), (28, 28))
LETTERS: Architecture = ((784, 30, 62), (28, 28))
BLOCKS: Architecture = ((784, 9000, 10), (28, 28))
NAMED = (LARGE, DEEP, THIN, THIN_AND_DEEP, SMALLEST, FLAT, SHALLOW, LETTERS, BLOCKS)

FRAMES: tuple[Frame, ...] = ((640, 400), (895, 530), (1600, 900), (3840, 2160))
FORMS = [
    ViewOptions(input_form=input_form, tall_form=tall_form, weight_pictures=has_pictures)
    for input_form, tall_form, has_pictures in itertools.product(
        get_args(InputForm), get_args(TallForm), (False, True)
    )
]

quick = settings(deadline=None, max_examples=40)
forms = st.sampled_from(FORMS)
frames = st.tuples(st.integers(640, 3840), st.integers(400, 2160)) | st.sampled_from(FRAMES)
_shapes = st.sampled_from([(8, 8), (28, 28), (5, 9), (2, 40), (1, 1), (1, 2), (1, 13), (1, 300)])


@st.composite
def architectures(draw: st.DrawFn) -> Architecture:
    """Of up to 8 layers; one of those with a name now and then."""
    if draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(NAMED))
    rows, columns = draw(_shapes)
    hidden = draw(st.lists(st.integers(1, 40) | st.integers(1, 400), max_size=6))
    return (rows * columns, *hidden, draw(st.integers(1, 62))), (rows, columns)


@st.composite
def layouts(draw: st.DrawFn) -> NetworkLayout:
    """Any network in any window, drawn in any way."""
    return lay_out(*draw(architectures()), *draw(frames), draw(forms))


def corners(layer: LayerLayout) -> FloatArray:
    """Left, top, right and bottom of what is shown of a layer, without a small picture."""
    if layer.form != "circles" and layer.picture is not None:
        x, y, width, height = layer.picture
        return np.array([x, y, x + width, y + height])
    centres = layer.centres[layer.shown]
    return np.concatenate([centres.min(axis=0) - layer.radius, centres.max(axis=0) + layer.radius])


def distances(layout: NetworkLayout, gap: int, point: FloatArray) -> FloatArray:
    """How far every line of a gap is from a point."""
    starts, ends = np.split(layout.lines(gap), 2, axis=1)
    along = ends - starts
    share = np.clip(((point - starts) * along).sum(axis=1) / (along**2).sum(axis=1), 0, 1)
    found: FloatArray = np.hypot(*(starts + share[:, None] * along - point).T)
    return found


def line_place(layout: NetworkLayout, layer: int, to: int, origin: int) -> int:
    """Where the line of a connection is among those of its gap."""
    here, there = layout.layers[layer - 1], layout.layers[layer]
    row, column = there.place(to), here.place(origin)
    assert row is not None
    assert column is not None
    return row * len(here.shown) + column
