"""A drawing is moved, turned, scaled, thickened, inverted, and gets noise."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.drawing import UNCHANGED, Alteration, alter
from core.errors import DataError
from core.parameters import FloatArray


def picture(seed: int = 0, side: int = 28) -> FloatArray:
    inner = np.random.default_rng(seed).random((side - 16, side - 16)).astype(np.float32)
    return np.pad(inner, 8)


def test_the_defaults_change_nothing() -> None:
    assert np.array_equal(alter(picture(), UNCHANGED), picture())


@pytest.mark.parametrize("pixels", [-5, 0, 3, 7])
def test_moving_by_whole_pixels_is_exact(pixels: int) -> None:
    moved = alter(picture(), Alteration(right=pixels / 28, down=-pixels / 28))
    assert np.allclose(moved, np.roll(picture(), (-pixels, pixels), (0, 1)), atol=1e-4)


@pytest.mark.parametrize("quarters", [-1, 1, 2])
def test_quarter_turns_are_exact_and_clockwise(quarters: int) -> None:
    turned = alter(picture(), Alteration(turned=90 * quarters))
    assert np.allclose(turned, np.rot90(picture(), -quarters), atol=1e-4)


def test_twice_the_size_is_four_times_the_ink() -> None:
    small = np.zeros((40, 40), np.float32)
    small[15:25, 15:25] = 1
    assert alter(small, Alteration(scale=2)).sum() == pytest.approx(4 * small.sum(), rel=0.05)


def test_inverting_twice_is_nothing() -> None:
    inverted = Alteration(inverted=True)
    assert np.allclose(alter(alter(picture(), inverted), inverted), picture(), atol=1e-6)


def test_noise_comes_of_its_seed() -> None:
    first, again, other = (alter(picture(), Alteration(noise=0.3, seed=s)) for s in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_thicker_and_thinner() -> None:
    line = np.zeros((30, 30), np.float32)
    line[:, 13:17] = 1
    assert alter(line, Alteration(thicker=100 / 30)).sum() == pytest.approx(6 * 30, abs=1)
    assert alter(line, Alteration(thicker=-100 / 30)).sum() == pytest.approx(2 * 30, abs=1)


@given(
    st.builds(
        Alteration,
        thicker=st.floats(-3, 3),
        scale=st.floats(0.2, 3),
        turned=st.floats(-180, 180),
        right=st.floats(-1, 1),
        down=st.floats(-1, 1),
        inverted=st.booleans(),
        noise=st.floats(0, 1),
    )
)
@settings(deadline=None, max_examples=50)
def test_it_stays_ink_of_the_same_shape(alteration: Alteration) -> None:
    altered = alter(picture(), alteration)
    assert altered.shape == (28, 28)
    assert altered.dtype == np.float32
    assert altered.min() >= 0
    assert altered.max() <= 1


@pytest.mark.parametrize(
    "wrong", [{"scale": 0.0}, {"turned": float("nan")}, {"noise": 2.0}, {"thicker": "much"}]
)
def test_what_is_out_of_range_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(DataError, match="give a number from"):
        Alteration(**wrong)  # type: ignore[arg-type] # what is tested
