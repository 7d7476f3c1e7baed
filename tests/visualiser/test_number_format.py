"""How numbers are written: readable back, with a true minus, never a negative zero."""

from __future__ import annotations

import doctest
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.visualiser.screen import number
from visualiser import number_format
from visualiser.number_format import count, fixed, percent, plain, significant

finite = st.floats(-1e6, 1e6)
wide = st.floats(-1e300, 1e300)
quick = settings(deadline=None, max_examples=200)


def test_the_examples_in_the_docstrings_hold() -> None:
    results = doctest.testmod(number_format)
    assert results.failed == 0
    assert results.attempted >= 5


@quick
@given(finite, st.integers(0, 8))
def test_fixed_is_the_nearest_number_of_so_many_decimals(value: float, decimals: int) -> None:
    shown = fixed(value, decimals)
    assert abs(number(shown) - value) <= 0.5 * 10**-decimals * (1 + 1e-6) + 1e-9
    assert len(shown.partition(".")[2]) == decimals


@quick
@given(finite)
def test_fixed_has_a_sign_on_request_and_only_where_there_is_one(value: float) -> None:
    shown, signed = fixed(value), fixed(value, sign=True)
    assert "-" not in shown + signed
    assert shown.startswith("−") == (number(shown) < 0)
    if number(shown) == 0:
        assert signed == shown == "0.0000"
    else:
        assert signed[0] in "+−"
        assert signed.lstrip("+") == shown


@pytest.mark.parametrize("value", [-0.0, -1e-5, -4.9e-5, 4.9e-5, -1e-300])
def test_there_is_no_negative_zero(value: float) -> None:
    assert fixed(value) == fixed(value, sign=True) == "0.0000"


@quick
@given(wide, st.integers(1, 6))
def test_significant_keeps_so_many_digits(value: float, digits: int) -> None:
    shown = significant(value, digits)
    assert "-" not in shown
    assert abs(number(shown) - value) <= 0.5 * 10 ** (1 - digits) * abs(value) * (1 + 1e-6)


@quick
@given(st.floats(1e-9, 1e9), st.booleans())
def test_significant_differs_in_its_sign_alone(value: float, sign: bool) -> None:
    positive, negative = significant(value, sign=sign), significant(-value, sign=sign)
    assert negative == "−" + positive.removeprefix("+")
    assert positive.startswith("+") == sign


@quick
@given(st.integers(-(10**12), 10**12))
def test_count_groups_thousands(value: int) -> None:
    shown = count(value)
    assert int(number(shown)) == value
    assert all(len(group) == 3 for group in shown.lstrip("−").split(",")[1:])


@quick
@given(st.floats(0, 1))
def test_percent_is_right_to_one_decimal(share: float) -> None:
    shown = percent(share)
    assert shown.endswith(" %")
    assert abs(number(shown[:-2]) - 100 * share) <= 0.05 + 1e-9


@quick
@given(st.floats(1e-6, 999_999))
def test_plain_is_right_to_six_digits(value: float) -> None:
    assert number(plain(value)) == pytest.approx(value, rel=1e-5)


@pytest.mark.parametrize(("value", "shown"), [(1.5, "1.5"), (10, "10"), (1437, "1437"), (-2, "−2")])
def test_plain_is_short(value: float, shown: str) -> None:
    assert plain(value) == shown


@pytest.mark.parametrize("write", [fixed, significant])
@pytest.mark.parametrize(("value", "shown"), [(math.nan, "–"), (math.inf, "∞"), (-math.inf, "−∞")])
def test_what_is_no_number_is_written_as_such(write: object, value: float, shown: str) -> None:
    assert callable(write)
    assert write(value) == shown
