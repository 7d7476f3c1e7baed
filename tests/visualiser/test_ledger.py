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
from tests.visualiser.calculator import agrees
from tests.visualiser.screen import number
from tests.visualiser.states import trained
from visualiser.ledger import Ledger, Share, adds_up, equals, multiplies, rounded, scales, shown
from visualiser.number_format import factor, fixed, plain, significant

states = st.tuples(st.sampled_from([0, 1, 40, 300]), st.integers(0, 30), st.sampled_from([1, 2, 3]))
quick = settings(deadline=None, max_examples=40)


def as_shown(value: float) -> Decimal:
    return Decimal(fixed(value).replace("−", "-"))


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
@given(states)
def test_what_is_shown_adds_up_to_the_last_digit(state: tuple[int, int, int]) -> None:
    steps, index, layer = state
    snapshot = trained(steps, index)
    ledger = Ledger.of(snapshot, layer, index % snapshot.sizes[layer])
    rows = sum((as_shown(float(term)) for term in ledger.terms), Decimal(0))
    assert ledger.shown_sum == rows
    assert ledger.bias is not None
    assert ledger.rounding is not None
    assert rows + as_shown(ledger.bias) + ledger.rounding == as_shown(ledger.total)
    # Half a unit for every row, for B and for S, is all that rounding can do.
    assert abs(ledger.rounding) <= Decimal("0.00005") * (len(ledger.terms) + 2)


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
@given(st.floats(-1e4, 1e4))
def test_rounded_is_what_fixed_shows(value: float) -> None:
    assert rounded(value) == as_shown(value)


@quick
@given(st.floats(-100, 100), st.floats(-100, 100))
def test_an_equals_sign_stands_only_where_a_calculator_agrees(first: float, second: float) -> None:
    agrees = as_shown(first) + as_shown(second) == as_shown(first + second)
    assert equals(adds_up(first, second, first + second)) == ("=" if agrees else "≈")
    product = (as_shown(first) * as_shown(second)).quantize(Decimal("0.0001"))
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
@given(layers, st.integers(0, 11))
def test_a_share_s_numbers_are_true_and_say_where_they_are_rounded(
    sums: list[float], place: int
) -> None:
    place %= len(sums)
    share = Share.of(np.array(sums, np.float32), place)
    assert share is not None
    exact = [math.exp(s) for s in np.array(sums, np.float32).tolist()]
    power, total = (fixed(value, share.decimals) for value in (share.power, share.total))
    assert (share.power, share.total) == pytest.approx((exact[place], sum(exact)))
    assert share.power_holds == agrees(f"e^{fixed(share.exponent, share.exponent_decimals)}", power)
    terms = [fixed(value, share.decimals) for value in share.powers]
    assert share.total_holds == (sum(map(Decimal, terms)) == Decimal(total))
    a = exact[place] / sum(exact)
    assert share.gives(a) == agrees(f"{power} / {total}", fixed(a))
    assert abs(number(power) / number(total) - a) < 1e-5


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
@given(st.floats(1e-6, 100), st.floats(-10, 10), st.integers(3, 6))
def test_a_product_as_written_is_checked_as_a_calculator_does(
    rate: float, slope: float, digits: int
) -> None:
    written = plain(rate), factor(significant(slope, digits)), significant(rate * slope)
    product = number(written[0]) * number(written[1].strip("()"))
    shown = number(written[2])
    unit = 10.0 ** (math.floor(math.log10(abs(shown))) - 2) if shown else 1
    if abs(abs(product - shown) - unit / 2) > 1e-6 * unit:
        assert scales(*written) == (abs(product - shown) < unit / 2 or product == shown)


def test_no_product_is_what_is_no_number() -> None:
    assert not scales("1.5", "–", "–")
    assert not scales("1.5", "∞", "∞")
