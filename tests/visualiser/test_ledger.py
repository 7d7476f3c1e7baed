"""The ledger of S: every term, and numbers that add up on a pocket calculator."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Parameters
from tests.visualiser.calculator import agrees, is_tie
from tests.visualiser.screen import in_usual_marks, number
from tests.visualiser.states import trained
from visualiser.ledger import Ledger, Share, adds_up, equals, multiplies, rounded, scales, shown
from visualiser.number_format import (
    MARKS,
    NumberStyle,
    factor,
    fixed,
    plain,
    significant,
    use,
)

styles = st.builds(NumberStyle, st.integers(2, 8), st.sampled_from(MARKS))
states = st.tuples(st.sampled_from([0, 1, 40, 300]), st.integers(0, 30), st.sampled_from([1, 2, 3]))
quick = settings(deadline=None, max_examples=40)


def as_shown(value: float) -> Decimal:
    return Decimal(in_usual_marks(fixed(value)).replace("−", "-"))


def written(value: float, decimals: int | None = None) -> str:
    """A number of the present style, for a calculator that has a point."""
    return in_usual_marks(fixed(value, decimals))


@quick
@given(states, st.sampled_from(["inside", "outside"]))
def test_the_terms_are_those_of_the_neuron_largest_first(
    state: tuple[int, int, int], bias: str
) -> None:
    steps, index, layer = state
    snapshot = trained(steps, index, bias=bias, learning_rate=0.5)
    neuron = index % snapshot.sizes[layer]
    ledger = Ledger.of(snapshot, layer, neuron)
    assert sorted(ledger.origins.tolist()) == list(range(snapshot.sizes[layer - 1]))
    weights = snapshot.parameters.weights[layer - 1][neuron]
    inputs = snapshot.activations[layer - 1]
    for row, origin in enumerate(ledger.origins.tolist()):
        assert ledger.weights[row] == weights[origin]
        assert ledger.inputs[row] == inputs[origin]
        assert ledger.terms[row] == weights[origin] * inputs[origin]
        assert ledger.gradients[row] == snapshot.gradient.weights[layer - 1][neuron, origin]
    assert (np.diff(np.abs(ledger.terms)) <= 0).all()
    total = weights.astype(np.float64) @ inputs.astype(np.float64)
    if bias == "inside":
        assert ledger.bias == snapshot.parameters.biases[layer - 1][neuron]
        total += ledger.bias
    else:
        assert ledger.bias is None
    assert ledger.total == pytest.approx(total, abs=1e-5)


@quick
@given(states, styles)
def test_what_is_shown_adds_up_to_the_last_digit(
    state: tuple[int, int, int], style: NumberStyle
) -> None:
    use(style)
    steps, index, layer = state
    snapshot = trained(steps, index)
    ledger = Ledger.of(snapshot, layer, index % snapshot.sizes[layer])
    rows = sum((as_shown(float(term)) for term in ledger.terms), Decimal(0))
    assert ledger.shown_sum == rows
    assert ledger.bias is not None
    assert ledger.rounding is not None
    assert rows + as_shown(ledger.bias) + ledger.rounding == as_shown(ledger.total)
    # Half a unit for every row, for B and for S, is all that rounding can do; besides, S is
    # added up in single precision.
    single = Decimal(float(np.abs(ledger.terms).sum() + abs(ledger.bias))) / 2**23 * 4
    assert (
        abs(ledger.rounding)
        <= Decimal(5).scaleb(-style.decimals - 1) * (len(ledger.terms) + 2) + single
    )


@pytest.mark.parametrize("broken", [math.nan, math.inf])
def test_what_is_not_finite_has_no_sum(broken: float) -> None:
    snapshot = trained(1)
    parameters = snapshot.parameters.copy()
    parameters.weights[0][0, 10] = broken
    ledger = Ledger.of(replace(snapshot, parameters=parameters), 1, 0)
    assert ledger.shown_sum is None
    assert ledger.rounding is None
    assert shown(ledger.shown_sum) == "–"


@quick
@given(st.floats(-1e4, 1e4), styles)
def test_rounded_is_what_fixed_shows(value: float, style: NumberStyle) -> None:
    use(style)
    assert rounded(value) == as_shown(value)


@quick
@given(st.floats(-100, 100), st.floats(-100, 100), styles)
def test_an_equals_sign_stands_only_where_a_calculator_agrees(
    first: float, second: float, style: NumberStyle
) -> None:
    use(style)
    agrees = as_shown(first) + as_shown(second) == as_shown(first + second)
    assert equals(adds_up(first, second, first + second)) == ("=" if agrees else "≈")
    product = (as_shown(first) * as_shown(second)).quantize(Decimal(1).scaleb(-style.decimals))
    expected = "=" if product == as_shown(first * second) else "≈"
    assert equals(multiplies(first, second, first * second)) == expected


@pytest.mark.parametrize("check", [adds_up, multiplies])
def test_nothing_equals_what_is_not_finite(check: object) -> None:
    assert callable(check)
    assert not check(1.0, math.nan, math.nan)
    assert not check(1.0, math.inf, math.inf)


def test_of_equal_terms_the_first_comes_first() -> None:
    snapshot = trained(0)
    zero = replace(snapshot, parameters=Parameters(snapshot.sizes))
    assert Ledger.of(zero, 1, 0).origins.tolist() == list(range(64))


layers = st.lists(st.floats(-12, 12, width=32), min_size=1, max_size=12)


@quick
@given(layers, st.integers(0, 11), styles)
def test_a_share_s_numbers_are_true_and_say_where_they_are_rounded(
    sums: list[float], place: int, style: NumberStyle
) -> None:
    use(style)
    place %= len(sums)
    share = Share.of(np.array(sums, np.float32), place)
    assert share is not None
    exact = [math.exp(s) for s in np.array(sums, np.float32).tolist()]
    power, total = (written(value, share.decimals) for value in (share.power, share.total))
    assert (share.power, share.total) == pytest.approx((exact[place], sum(exact)))
    exponent = written(share.exponent, share.exponent_decimals)
    assert share.power_holds == agrees(f"e^{exponent}", power)
    terms = [written(value, share.decimals) for value in share.powers]
    assert share.total_holds == (sum(map(Decimal, terms)) == Decimal(total))
    a = exact[place] / sum(exact)
    if not is_tie(f"{power} / {total}", written(a)):
        assert share.gives(a) == agrees(f"{power} / {total}", written(a))
    assert abs(number(power) / number(total) - a) < 10.0 ** -(style.decimals + 1)


@quick
@given(st.lists(st.floats(-1e4, 1e4, width=32), min_size=1, max_size=12))
def test_a_share_stays_in_hand_however_large_s_is(sums: list[float]) -> None:
    share = Share.of(np.array(sums, np.float32), 0)
    assert share is not None
    assert 0 < share.total < 1e9
    exact = np.exp(np.array(sums, np.float32).astype(float) - np.float32(max(sums)))
    assert share.power / share.total == pytest.approx(exact[0] / exact.sum(), abs=1e-9)


def test_what_is_not_finite_has_no_share() -> None:
    assert Share.of(np.array([1, math.nan], np.float32), 0) is None
    assert Share.of(np.array([1, math.inf], np.float32), 0) is None


@quick
@given(st.floats(1e-6, 100), st.floats(-10, 10), st.integers(3, 6), styles)
def test_a_product_as_written_is_checked_as_a_calculator_does(
    rate: float, slope: float, digits: int, style: NumberStyle
) -> None:
    use(style)
    shown_as = plain(rate), factor(significant(slope, digits)), significant(rate * slope)
    rate_shown, slope_shown, shown = (number(in_usual_marks(one).strip("()")) for one in shown_as)
    product = rate_shown * slope_shown
    unit = 10.0 ** (math.floor(math.log10(abs(shown))) - style.digits + 1) if shown else 1
    if "×" not in shown_as[2]:
        # A whole number is written with all of its digits.
        unit = min(unit, 1.0)
    if abs(abs(product - shown) - unit / 2) > 1e-6 * unit:
        assert scales(*shown_as) == (abs(product - shown) < unit / 2 or product == shown)


def test_no_product_is_what_is_no_number() -> None:
    assert not scales("1.5", "–", "–")
    assert not scales("1.5", "∞", "∞")
