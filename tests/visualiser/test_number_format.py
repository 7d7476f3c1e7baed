"""How numbers are written: readable back, with a true minus, never a negative zero."""

from __future__ import annotations

import doctest
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.visualiser.screen import in_usual_marks, number
from visualiser import number_format
from visualiser.number_format import (
    MARKS,
    NumberStyle,
    all_digits,
    amount,
    count,
    entered,
    fixed,
    percent,
    plain,
    read,
    significant,
    typed,
    use,
)

finite = st.floats(-1e6, 1e6)
wide = st.floats(-1e300, 1e300)
quick = settings(deadline=None, max_examples=200)
styles = st.builds(NumberStyle, st.integers(2, 8), st.sampled_from(MARKS))


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


# -------------------------------------------------------------------- styles


@pytest.mark.parametrize(("decimals", "mark"), [(1, "."), (9, "."), (4, ";"), (4, "")])
def test_there_is_no_other_style(decimals: int, mark: str) -> None:
    with pytest.raises(ValueError, match="style"):
        NumberStyle(decimals, mark)


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (NumberStyle(), ("−1234.5679", "12,960", "+0.0123", "96.4 %", "0.5", "1.23×10⁻⁵")),
        (
            NumberStyle(6, ","),
            ("−1234,567890", "12\u202f960", "+0,012346", "96,4 %", "0,5", "1,2346×10⁻⁵"),
        ),
        (NumberStyle(2, ","), ("−1234,57", "12\u202f960", "+0,012", "96,4 %", "0,5", "1,2×10⁻⁵")),
    ],
)
def test_everything_follows_the_style(style: NumberStyle, shown: tuple[str, ...]) -> None:
    use(style)
    written = fixed(-1234.56789), count(12960), significant(0.0123456)
    assert (*written, percent(0.96389), plain(0.5), amount(0.0000123456)) == shown


@quick
@given(styles, finite)
def test_a_number_has_the_decimals_and_the_mark_of_the_style(
    style: NumberStyle, value: float
) -> None:
    use(style)
    whole, mark, decimals = fixed(value).partition(style.mark)
    assert mark
    assert len(decimals) == style.decimals
    assert whole.lstrip("−").isdecimal()
    assert abs(number(in_usual_marks(fixed(value))) - value) <= 0.51 * 10.0**-style.decimals + 1e-9


@quick
@given(styles, finite, st.integers(-(10**9), 10**9))
def test_what_is_written_is_read_again(style: NumberStyle, value: float, whole: int) -> None:
    use(style)
    for shown in (fixed(value), significant(value), plain(value), f"({fixed(value, 3)})"):
        assert float(read(shown)) == number(in_usual_marks(shown.strip("()")))
    assert read(count(whole)) == whole
    for nothing in ("–", "∞", "−∞", "", "×10⁻"):
        assert read(nothing).is_nan()


@quick
@given(styles, st.floats(-1e9, 1e9), st.integers(1, 9))
def test_a_typed_number_is_never_misread(style: NumberStyle, value: float, decimals: int) -> None:
    use(style)
    text = f"{value:.{decimals}f}"
    for mark in MARKS:
        assert entered(text.replace(".", mark)) == float(text)
    assert entered(fixed(value, decimals)) == float(text)
    assert entered(typed(value)) == pytest.approx(value, rel=1e-5)
    assert entered(significant(value, 7)) == pytest.approx(value, rel=1e-6)


@quick
@given(styles, st.integers(0, 10**9))
def test_a_whole_number_may_have_its_groups(style: NumberStyle, value: int) -> None:
    use(style)
    for text in (str(value), count(value), f"{value:,}".replace(",", " ")):
        assert entered(text, is_whole=True) == value
    for mark in MARKS:
        text = f"{value:,}".replace(",", mark)
        if mark == style.mark and mark in text:
            with pytest.raises(ValueError, match=r"\d"):
                entered(text, is_whole=True)
        else:
            assert entered(text, is_whole=True) == value
        # A fraction stays one, so that it can be refused.
        assert entered(f"{value}{mark}5", is_whole=True) == value + 0.5


@pytest.mark.parametrize("text", ["", "abc", "1.234,5", "1,234.5", "1,2,3", "1..5", "−", "1,5,"])
@pytest.mark.parametrize("mark", MARKS)
def test_what_might_be_anything_is_refused(text: str, mark: str) -> None:
    use(NumberStyle(mark=mark))
    with pytest.raises(ValueError, match=r"^could not convert"):
        entered(text)


@quick
@given(st.floats(width=32, allow_nan=False), st.floats(allow_nan=False))
def test_all_digits_are_all_and_no_more(single: float, double: float) -> None:
    assert np.float32(all_digits(single)) == single
    assert len(all_digits(single)) <= 15
    assert float(all_digits(double)) == double or np.float32(all_digits(double)) == double
