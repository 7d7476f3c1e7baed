from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.activations import ACTIVATIONS, Activation
from core.parameters import FloatArray

DTYPES = [np.float32, np.float64]
WIDE = [-1e4, -800.0, -100.0, -80.0, -1.0, 0.0, 1.0, 80.0, 100.0, 800.0, 1e4]


def value_and_slope(activation: Activation, sums: FloatArray) -> tuple[FloatArray, FloatArray]:
    values, slopes, scratch = (np.empty_like(sums) for _ in range(3))
    activation(sums, values, slopes, scratch)
    return values, slopes


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_table_uses_the_names(name: str) -> None:
    assert ACTIVATIONS[name].name == name


@pytest.mark.parametrize("name", ACTIVATIONS)
@settings(deadline=None, max_examples=50)
@given(place=st.floats(-20, 20))
def test_the_slope_is_the_finite_difference(name: str, place: float) -> None:
    step = 1e-5
    # ReLU has no slope at 0; no other activation loses anything by leaving that out.
    assume(abs(place) > step)
    sums = np.array([place - step, place, place + step])
    values, slopes = value_and_slope(ACTIVATIONS[name], sums)
    assert (values[2] - values[0]) / (2 * step) == pytest.approx(slopes[1], rel=1e-6, abs=1e-10)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_weighted_sums_are_left_alone(name: str, dtype: npt.DTypeLike) -> None:
    sums = np.array(WIDE, dtype)
    before = sums.tobytes()
    value_and_slope(ACTIVATIONS[name], sums)
    assert sums.tobytes() == before


@pytest.mark.parametrize("dtype", DTYPES)
def test_logistic_is_a_half_at_0(dtype: npt.DTypeLike) -> None:
    values, slopes = value_and_slope(ACTIVATIONS["logistic"], np.zeros(3, dtype))
    assert (values == 0.5).all()
    assert (slopes == 0.25).all()


@pytest.mark.parametrize("dtype", DTYPES)
def test_logistic_is_safe_far_out(dtype: npt.DTypeLike) -> None:
    with np.errstate(all="raise", under="ignore"):
        values, slopes = value_and_slope(ACTIVATIONS["logistic"], np.array(WIDE, dtype))
    assert values[0] == 0
    assert values[-1] == 1
    assert (np.diff(values) >= 0).all()
    assert ((slopes >= 0) & (slopes <= 0.25)).all()
    assert slopes[0] == 0
    assert slopes[-1] == pytest.approx(0, abs=1e-30)


@settings(deadline=None, max_examples=50)
@given(place=st.floats(-30, 30))
def test_logistic_is_its_formula_and_symmetric(place: float) -> None:
    values, slopes = value_and_slope(ACTIVATIONS["logistic"], np.array([place, -place]))
    assert values[0] == pytest.approx(1 / (1 + np.exp(-place)), rel=1e-14)
    assert values.sum() == pytest.approx(1, rel=1e-14)
    assert slopes[0] == pytest.approx(slopes[1], rel=1e-12)
    assert slopes[0] == pytest.approx(values[0] * values[1], rel=1e-12)


@pytest.mark.parametrize("dtype", DTYPES)
def test_relu(dtype: npt.DTypeLike) -> None:
    values, slopes = value_and_slope(ACTIVATIONS["relu"], np.array([-1e4, -2, 0, 0.5, 1e4], dtype))
    assert values.tolist() == [0, 0, 0, 0.5, 1e4]
    assert slopes.tolist() == [0, 0, 0, 1, 1]
