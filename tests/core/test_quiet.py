"""Arithmetic without warnings, inside and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from core.quiet import quietly

LARGE = np.array([1e300])


def overflow() -> float:
    return float(np.square(LARGE)[0])


def not_a_number() -> float:
    return float((np.square(LARGE) - np.square(LARGE))[0])


def divided_by_0() -> float:
    return float((LARGE / np.zeros(1))[0])


@pytest.mark.parametrize("compute", [overflow, not_a_number, divided_by_0])
def test_inside_there_is_no_warning_and_outside_there_is(compute: object) -> None:
    assert callable(compute)
    assert not np.isfinite(quietly(compute))
    with pytest.warns(RuntimeWarning):
        compute()


def test_it_answers_what_the_function_answers() -> None:
    assert quietly(divmod, 7, 2) == (3, 1)
    assert quietly(int, "101", base=2) == 5


def test_it_can_be_nested() -> None:
    def outer() -> tuple[float, float]:
        return quietly(overflow), overflow()

    assert quietly(outer) == (np.inf, np.inf)
    with pytest.warns(RuntimeWarning, match="overflow"):
        overflow()


def test_a_stricter_state_around_it_is_left_alone() -> None:
    with np.errstate(all="raise"):
        before = np.geterr()
        assert quietly(overflow) == np.inf
        assert np.geterr() == before
        with pytest.raises(FloatingPointError):
            overflow()


@pytest.mark.parametrize("compute", [overflow, not_a_number])
def test_a_state_set_within_does_not_get_out(compute: object) -> None:
    before = np.geterr()
    quietly(np.seterr, all="raise")
    assert np.geterr() == before
    assert callable(compute)
    assert not np.isfinite(quietly(compute))


def test_exceptions_pass_through() -> None:
    before = np.geterr()
    with pytest.raises(ZeroDivisionError):
        quietly(divmod, 1, 0)
    assert np.geterr() == before
