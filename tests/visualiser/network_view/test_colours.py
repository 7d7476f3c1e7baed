"""How strongly a weight shows: a stated scale, the stronger the more, the same for both signs."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.parameters import FloatArray
from visualiser.network_view.colours import (
    LEVELS,
    full_scale,
    levels,
    lit_levels,
    opacity,
    pens,
    rounded_up,
)
from visualiser.theme import THEMES, Theme

quick = settings(deadline=None, max_examples=80)
tables = arrays(
    np.float32,
    st.tuples(st.integers(1, 30), st.integers(1, 30)),
    elements=st.floats(-1000, 1000, width=32),
)
broken = arrays(
    np.float32,
    st.tuples(st.integers(1, 30), st.integers(1, 30)),
    elements=st.floats(width=32),
)
# E12 of IEC 60063.
PREFERRED = (1.0, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2)


@quick
@given(tables)
def test_the_scale_covers_all_but_the_strongest_half_per_cent(values: FloatArray) -> None:
    scale = full_scale(values)
    magnitudes = np.sort(np.abs(values.ravel()))
    beyond = np.count_nonzero(magnitudes > scale * (1 + 1e-6))
    assert beyond <= 0.005 * values.size
    # Rounded up to the next preferred number, and not to a scale on which nothing shows.
    percentile = float(np.quantile(magnitudes, 0.995, method="higher"))
    assert scale <= max(percentile, 1e-30) * 1.26 or percentile == 0


@quick
@given(st.floats(1e-30, 1e30))
def test_the_scale_is_a_preferred_number(value: float) -> None:
    scale = rounded_up(value)
    mantissa = scale / 10 ** math.floor(math.log10(scale) + 1e-9)
    assert min(abs(mantissa - number) for number in PREFERRED) < 1e-6
    assert value * (1 - 1e-8) <= scale <= value * 1.26
    assert rounded_up(scale) == pytest.approx(scale)


@pytest.mark.parametrize("value", [0.0, math.nan, math.inf, -math.inf, -1.0])
def test_what_has_no_scale_has_one_of_1(value: float) -> None:
    assert rounded_up(value) == 1.0


@quick
@given(tables)
def test_a_stronger_weight_never_shows_less(values: FloatArray) -> None:
    shown = levels(values, full_scale(values)).ravel()
    order = np.argsort(np.abs(values.ravel()), kind="stable")
    assert (np.diff(shown[order].astype(int)) >= 0).all()
    assert shown.max() <= LEVELS - 1
    assert np.array_equal(shown, levels(-values, full_scale(-values)).ravel())


@pytest.mark.parametrize("shape", [(16, 16), (16, 784), (512, 784)])
def test_what_is_lit_shows_more_than_the_rest(shape: tuple[int, int]) -> None:
    values = np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    scale = full_scale(values)
    lit, rest = lit_levels(values[3], scale), levels(values, scale)[3]
    assert sum(map(opacity, lit.tolist())) > 2 * sum(map(opacity, rest.tolist())) / 8
    assert (lit > 0).mean() >= (rest > 0).mean()


def test_zero_is_not_drawn_and_full_strength_is() -> None:
    values = np.array([[0.0, -0.0, 2.0, -2.0, 1e9]], np.float32)
    assert levels(values, 2.0).tolist() == [[0, 0, LEVELS - 1, LEVELS - 1, LEVELS - 1]]


@quick
@given(broken)
def test_what_is_not_finite_raises_nothing_and_warns_of_nothing(values: FloatArray) -> None:
    scale = full_scale(values)
    assert math.isfinite(scale)
    assert scale > 0
    assert levels(values, scale).max() <= LEVELS - 1
    assert lit_levels(values, scale).max() <= LEVELS - 1


@pytest.mark.parametrize("rows", [1, 16, 100, 1000])
def test_a_gap_has_no_more_than_so_much_ink(rows: int) -> None:
    """However many lines there are, and however strong: noise is a veil and no wedge."""
    values = np.random.default_rng(rows).standard_normal((rows, 784)).astype(np.float32)
    ink = sum(map(opacity, levels(values, full_scale(values)).ravel().tolist()))
    assert 0 < ink <= 300


def test_the_few_that_learning_made_strong_stand_out_of_the_rest() -> None:
    values = np.random.default_rng(0).standard_normal((16, 784)).astype(np.float32) / 28
    untrained = levels(values, full_scale(values)).max()
    values[:, 300:310] *= 20
    trained = levels(values, full_scale(values))
    assert trained[:, 300:310].max() > untrained
    assert opacity(int(trained[:, :300].max())) < 0.1


@quick
@given(st.integers(0, LEVELS - 2))
def test_a_higher_level_is_more_opaque(level: int) -> None:
    assert 0 <= opacity(level) < opacity(level + 1) <= 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_pens_are_fast_ones_of_both_colours_from_unseen_to_full(theme: Theme) -> None:
    made = pens(theme)
    assert len(made) == 2 * LEVELS
    for name, own in (("negative", made[0::2]), ("positive", made[1::2])):
        opacities = [pen.color().alphaF() for pen in own]
        assert opacities == sorted(opacities)
        assert (opacities[0], opacities[-1]) == (0, 1)
        assert {pen.color().name() for pen in own} == {theme.colour(name).name()}
    # Wider pens, or ones that grow with the picture, are fifty times slower.
    assert all(pen.isCosmetic() and pen.widthF() <= 1 for pen in made)


@pytest.mark.parametrize("value", [0.5, -0.5])
def test_of_very_many_alike_some_are_seen_with_no_more_ink_than_a_gap_has(value: float) -> None:
    shown = levels(np.full((512, 784), value, np.float32), 0.5)
    ink = sum(map(opacity, shown.ravel().tolist()))
    assert 225 <= ink <= 250  # as `colours` has it
    # What is far below the scale is not seen, however many there are.
    assert levels(np.full((512, 784), value, np.float32), 1e6).max() == 0
