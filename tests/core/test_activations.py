from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.activations import ACTIVATIONS, Activation, apply, slopes_of
from core.operations import perform
from core.parameters import FloatArray

DTYPES = [np.float32, np.float64]
WIDE = [-1e4, -800.0, -100.0, -80.0, -1.0, 0.0, 1.0, 80.0, 100.0, 800.0, 1e4]
ELEMENTWISE = [name for name, sigma in ACTIVATIONS.items() if sigma.is_elementwise]


def fired(activation: Activation, sums: FloatArray) -> tuple[FloatArray, FloatArray]:
    """σ and σ′ as the hot path computes them."""
    values, kept, slopes = (np.empty_like(sums) for _ in range(3))
    perform(activation.fire(sums, values, kept))
    perform(activation.slopes(sums, values, kept, slopes))
    return values, slopes


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_table_uses_the_names(name: str) -> None:
    assert ACTIVATIONS[name].name == name


@pytest.mark.parametrize("name", ELEMENTWISE)
@settings(deadline=None, max_examples=50)
@given(place=st.floats(-20, 20))
def test_the_slope_is_the_finite_difference(name: str, place: float) -> None:
    step = 1e-5
    # ReLU has no slope at 0; no other activation loses anything by leaving that out.
    assume(abs(place) > step)
    sums = np.array([place - step, place, place + step])
    values, slopes = fired(ACTIVATIONS[name], sums)
    assert (values[2] - values[0]) / (2 * step) == pytest.approx(slopes[1], rel=1e-6, abs=1e-10)


@pytest.mark.parametrize("name", ACTIVATIONS)
@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_deltas_are_the_finite_differences_of_c(name: str, data: st.DataObject) -> None:
    """Of C = Σ c·a for any ∂C/∂a = c."""
    sigma, step, size = ACTIVATIONS[name], 1e-5, 4
    # Never 0, where ReLU has a kink.
    numbers = st.integers(-500, 499).map(lambda n: (n + 0.5) / 100)
    lists = st.lists(numbers, min_size=size, max_size=size)
    sums, slopes_of_c = (np.array(data.draw(lists))[:, None] for _ in range(2))
    values, slopes = fired(sigma, sums)
    deltas = np.empty_like(sums)
    perform(sigma.deltas(slopes_of_c, slopes if sigma.is_elementwise else values, deltas))
    for place in range(size):
        shift = np.zeros_like(sums)
        shift[place] = step
        ends = [(slopes_of_c * apply(sigma, sums + sign * shift)).sum() for sign in (1, -1)]
        difference = (ends[0] - ends[1]) / (2 * step)
        assert difference == pytest.approx(deltas[place, 0], rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_weighted_sums_are_left_alone(name: str, dtype: npt.DTypeLike) -> None:
    sums = np.array(WIDE, dtype)
    before = sums.tobytes()
    apply(ACTIVATIONS[name], sums)
    slopes_of(ACTIVATIONS[name], sums)
    with np.errstate(over="ignore", invalid="ignore"):
        fired(ACTIVATIONS[name], sums)
    assert sums.tobytes() == before


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_far_out_all_are_safe(name: str, dtype: npt.DTypeLike) -> None:
    sigma, sums = ACTIVATIONS[name], np.array(WIDE, dtype)
    with np.errstate(all="raise", under="ignore"):
        values, slopes = apply(sigma, sums), slopes_of(sigma, sums)
    assert np.isfinite(values).all()
    assert np.isfinite(slopes).all()
    assert (values >= sigma.lowest).all()
    assert (values <= sigma.highest).all()
    assert (np.diff(values) >= 0).all()
    assert ((slopes >= 0) & (slopes <= 1)).all()


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_care_changes_nothing_nearer_by(name: str, dtype: npt.DTypeLike) -> None:
    sums = np.random.default_rng(1).uniform(-60, 60, (5, 7)).astype(dtype)
    values, slopes = fired(ACTIVATIONS[name], sums)
    assert apply(ACTIVATIONS[name], sums).tobytes() == values.tobytes()
    assert slopes_of(ACTIVATIONS[name], sums).tobytes() == slopes.tobytes()


def test_without_care_an_infinite_exponential_is_nan_and_never_a_wrong_number() -> None:
    with np.errstate(over="ignore", invalid="ignore"):
        values, _ = fired(ACTIVATIONS["logistic"], np.array([1.0, 89.0, 1e4], np.float32))
    assert np.isnan(values).tolist() == [False, True, True]


@pytest.mark.parametrize("dtype", DTYPES)
def test_logistic_is_a_half_at_0(dtype: npt.DTypeLike) -> None:
    values, slopes = fired(ACTIVATIONS["logistic"], np.zeros(3, dtype))
    assert (values == 0.5).all()
    assert (slopes == 0.25).all()


@settings(deadline=None, max_examples=50)
@given(place=st.floats(-30, 30))
def test_logistic_is_its_formula_and_symmetric(place: float) -> None:
    values, slopes = fired(ACTIVATIONS["logistic"], np.array([place, -place]))
    assert values[0] == pytest.approx(1 / (1 + np.exp(-place)), rel=1e-14)
    assert values.sum() == pytest.approx(1, rel=1e-14)
    assert slopes[0] == pytest.approx(slopes[1], rel=1e-12)
    assert slopes[0] == pytest.approx(values[0] * values[1], rel=1e-12)


@pytest.mark.parametrize(
    ("name", "values", "slopes"),
    [
        ("relu", [0, 0, 0, 0.5, 1e4], [0, 0, 0, 1, 1]),
        ("leaky_relu", [-100, -0.02, 0, 0.5, 1e4], [0.01, 0.01, 0.01, 1, 1]),
        ("identity", [-1e4, -2, 0, 0.5, 1e4], [1, 1, 1, 1, 1]),
        ("tanh", [-1, -0.9640276, 0, 0.4621172, 1], [0, 0.0706508, 1, 0.7864477, 0]),
        ("softplus", [0, 0.126928, 0.6931472, 0.974077, 1e4], [0, 0.1192029, 0.5, 0.6224593, 1]),
    ],
)
@pytest.mark.parametrize("dtype", DTYPES)
def test_by_hand(name: str, values: list[float], slopes: list[float], dtype: npt.DTypeLike) -> None:
    found, found_slopes = fired(ACTIVATIONS[name], np.array([-1e4, -2, 0, 0.5, 1e4], dtype))
    assert found.tolist() == pytest.approx(values, rel=1e-6)
    assert found_slopes.tolist() == pytest.approx(slopes, rel=1e-6)


def test_softmax_gives_shares_of_each_example() -> None:
    """e^ln 1 : e^ln 2 : e^ln 5 = 1 : 2 : 5, and a common summand changes nothing."""
    sums = np.log([[1.0, 4.0], [2.0, 4.0], [5.0, 8.0]]) + np.array([7.0, 1000.0])
    found = apply(ACTIVATIONS["softmax"], sums)
    assert found == pytest.approx(np.array([[1 / 8, 1 / 4], [2 / 8, 1 / 4], [5 / 8, 1 / 2]]))


def test_a_nearly_sure_softmax_loses_no_digit_of_its_deltas() -> None:
    """Of two neurons, δ = ± a₀ a₁ (c₀ − c₁), however close a₀ is to 1."""
    sigma, sums = ACTIVATIONS["softmax"], np.array([[40.0], [0.0]])
    outputs, deltas = apply(sigma, sums), np.empty((2, 1))
    perform(sigma.deltas(np.array([[3.0], [1.25]]), outputs, deltas))
    expected = np.exp(-40.0) / (1 + np.exp(-40.0)) ** 2 * 1.75
    assert deltas[:, 0] == pytest.approx([expected, -expected], rel=1e-14)
