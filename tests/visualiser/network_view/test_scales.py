"""Scales follow the values per layer, or all together; fixed or locked they hold still."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.parameters import FloatArray
from visualiser.network_view.colours import full_scale
from visualiser.network_view.options import ScaleMode, ViewOptions
from visualiser.network_view.scale_words import scale_words
from visualiser.network_view.scales import Scales

LOCKED = ViewOptions(is_locked=True)
following = pytest.mark.parametrize("mode", ["layer", "common"])
numbers = st.floats(-1e6, 1e6, width=32)
gap_values = arrays(np.float32, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=numbers)
gaps_values = st.lists(gap_values, max_size=4).map(tuple)


def gaps(*largest: float) -> tuple[FloatArray, ...]:
    """A gap of 3×4 connections for each number, which its values reach and go no further."""
    shape = np.linspace(-1, 1, 12, dtype=np.float32).reshape(3, 4)
    return tuple(shape * np.float32(one) for one in largest)


def scales_of(values: tuple[FloatArray, ...], options: ViewOptions) -> tuple[float, ...]:
    return Scales().of(values, options, "weight")


@settings(deadline=None, max_examples=50)
@given(gaps_values)
def test_per_layer_each_gap_has_its_own_or_0_where_there_is_nothing(
    values: tuple[FloatArray, ...],
) -> None:
    wanted = tuple(full_scale(gap) if gap.any() else 0.0 for gap in values)
    assert scales_of(values, ViewOptions()) == wanted


@settings(deadline=None, max_examples=50)
@given(gaps_values)
def test_one_for_all_is_the_largest_of_each_one_s_own(values: tuple[FloatArray, ...]) -> None:
    own = scales_of(values, ViewOptions())
    common = scales_of(values, ViewOptions(scale_mode="common"))
    assert common == (max(own, default=0.0),) * len(values)


@pytest.mark.parametrize("is_locked", [False, True])
@pytest.mark.parametrize("values", [(), gaps(1.0, 2.0), gaps(0.0), gaps(np.nan, np.inf)])
def test_a_fixed_scale_is_what_it_is(values: tuple[FloatArray, ...], is_locked: bool) -> None:
    options = ViewOptions(scale_mode="fixed", fixed_scale=2.5, is_locked=is_locked)
    assert scales_of(values, options) == (2.5,) * len(values)


@pytest.mark.parametrize("value", [1e-30, 0.02, 3.0, -700.0])
def test_one_value_among_thousands_of_zeros_is_seen(value: float) -> None:
    values = np.zeros((16, 784), np.float32)
    values[3, 5] = value
    (scale,) = scales_of((values,), ViewOptions())
    assert abs(value) * 0.999 <= scale <= abs(value) * 1.25


def test_what_is_no_number_has_a_scale_all_the_same() -> None:
    assert scales_of(gaps(np.nan, np.inf), ViewOptions()) == (1.0, 1.0)


@following
def test_what_is_locked_is_what_was_on_the_screen(mode: ScaleMode) -> None:
    scales = Scales()
    before = scales.of(gaps(1.0, 3.3), ViewOptions(scale_mode=mode), "weight")
    locked = ViewOptions(scale_mode=mode, is_locked=True)
    for largest in (0.0, 10.0, 200.0):
        assert scales.of(gaps(largest, 2 * largest), locked, "weight") == before


@following
def test_unlocked_it_follows_again_and_is_locked_anew(mode: ScaleMode) -> None:
    scales = Scales()
    free, locked = ViewOptions(scale_mode=mode), ViewOptions(scale_mode=mode, is_locked=True)
    for largest in (1.0, 10.0, 4.7):
        followed = scales.of(gaps(largest), free, "weight")
        assert followed == (largest,)
        assert scales.of(gaps(100.0), locked, "weight") == followed


@pytest.mark.parametrize(
    ("options", "quantity", "count"),
    [
        (LOCKED, "slope", 1),
        (ViewOptions(scale_mode="common", is_locked=True), "weight", 1),
        (LOCKED, "weight", 2),
    ],
)
def test_what_is_first_looked_at_while_locked_is_locked_at_its_first_scale(
    options: ViewOptions, quantity: str, count: int
) -> None:
    scales = Scales()
    scales.of(gaps(1.0), ViewOptions(), "weight")
    first = scales.of(gaps(*[3.3] * count), options, quantity)
    assert first == (3.3,) * count
    assert scales.of(gaps(*[8.2] * count), options, quantity) == first
    assert scales.of(gaps(8.2), LOCKED, "weight") == (1.0,)


def test_what_was_looked_at_long_before_the_lock_is_not_locked_at_that() -> None:
    scales = Scales()
    scales.of(gaps(100.0), ViewOptions(), "slope")
    scales.of(gaps(1.0), ViewOptions(), "weight")
    assert scales.of(gaps(1.0), LOCKED, "weight") == (1.0,)
    assert scales.of(gaps(1.5), LOCKED, "slope") == (1.5,)


def test_a_look_at_a_fixed_scale_does_not_unlock() -> None:
    scales = Scales()
    scales.of(gaps(1.0), ViewOptions(), "weight")
    scales.of(gaps(1.0), ViewOptions(scale_mode="fixed", is_locked=True), "weight")
    assert scales.of(gaps(10.0), LOCKED, "weight") == (1.0,)


def test_nothing_is_not_locked_but_the_first_something_is() -> None:
    scales = Scales()
    assert scales.of(gaps(0.0, 1.0), ViewOptions(), "change") == (0.0, 1.0)
    assert scales.of(gaps(0.0, 3.3), LOCKED, "change") == (0.0, 1.0)
    assert scales.of(gaps(1.5, 3.3), LOCKED, "change") == (1.5, 1.0)
    assert scales.of(gaps(0.0, 0.0), LOCKED, "change") == (1.5, 1.0)


@pytest.mark.parametrize("is_locked_before", [False, True])
def test_another_network_begins_anew(is_locked_before: bool) -> None:
    scales = Scales()
    scales.of(gaps(1.0), ViewOptions(is_locked=is_locked_before), "weight")
    scales.forget()
    assert scales.of(gaps(10.0), LOCKED, "weight") == (10.0,)


@pytest.mark.parametrize(
    ("mode", "is_locked", "words"),
    [
        ("layer", False, "scale per layer"),
        ("layer", True, "scale per layer, locked"),
        ("common", False, "one scale for all"),
        ("common", True, "one scale for all, locked"),
        ("fixed", False, "scale fixed"),
        ("fixed", True, "scale fixed"),
    ],
)
def test_the_legend_says_which(mode: ScaleMode, is_locked: bool, words: str) -> None:
    assert scale_words(ViewOptions(scale_mode=mode, is_locked=is_locked)) == words
