"""The connection that is found under a point is the nearest of all, looked at one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.parameters import FloatArray
from visualiser.network_view.arranging import lay_out
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.places import connection_at

ARCHITECTURES = [
    ((64, 16, 16, 10), (8, 8)),
    ((64, 1, 1, 10), (8, 8)),
    ((13, 8, 3), (1, 13)),
    ((90, 150, 120, 10), (1, 90)),
    ((784, 100, 10), (28, 28)),
]


def distances(layout: NetworkLayout, gap: int, point: FloatArray) -> FloatArray:
    """How far every line of a gap is from a point."""
    starts, ends = np.split(layout.lines(gap), 2, axis=1)
    along = ends - starts
    share = np.clip(((point - starts) * along).sum(axis=1) / (along**2).sum(axis=1), 0, 1)
    found: FloatArray = np.hypot(*(starts + share[:, None] * along - point).T)
    return found


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda a: "-".join(map(str, a[0])))
@settings(deadline=None, max_examples=60)
@given(frame=st.sampled_from([(643, 367), (895, 528)]), x=st.floats(0, 1), y=st.floats(0, 1))
def test_no_other_line_is_nearer(
    architecture: tuple[tuple[int, ...], tuple[int, int]],
    frame: tuple[int, int],
    x: float,
    y: float,
) -> None:
    layout = lay_out(*architecture, *frame)
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
        index = found.to * len(layout.layers[found.layer - 1].centres) + found.origin
        distance = distances(layout, found.layer - 1, point)[index]
        assert distance == pytest.approx(nearest, abs=1e-6)
