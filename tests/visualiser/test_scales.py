"""The scale of the whole window: what is offered, and how Qt is told of it."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visualiser.application import _factor
from visualiser.scales import LARGEST_SCALE, SCALES, SMALLEST_SCALE, larger, smaller


@given(st.integers(1, 400))
@settings(deadline=None)
def test_larger_and_smaller_lead_to_the_next_that_is_offered(scale: int) -> None:
    assert larger(scale) in SCALES
    assert smaller(scale) in SCALES
    assert larger(scale) > scale or larger(scale) == LARGEST_SCALE
    assert smaller(scale) < scale or smaller(scale) == SMALLEST_SCALE
    assert not [one for one in SCALES if scale < one < larger(scale)]
    assert not [one for one in SCALES if smaller(scale) < one < scale]


@pytest.mark.parametrize(
    ("before", "factor", "during"),
    [
        (None, 1.5, 1.5),
        ("2", 1.5, 3.0),
        ("nonsense", 1.5, 1.5),
        ("-1", 1.5, 1.5),
        ("", 0.75, 0.75),
    ],
)
def test_the_desktop_s_factor_is_multiplied_and_is_there_again(
    before: str | None, factor: float, during: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    if before is not None:
        monkeypatch.setenv("QT_SCALE_FACTOR", before)
    with _factor(factor):
        assert float(os.environ["QT_SCALE_FACTOR"]) == during
    assert os.environ.get("QT_SCALE_FACTOR") == before
    with _factor(1.0):
        assert os.environ.get("QT_SCALE_FACTOR") == before
