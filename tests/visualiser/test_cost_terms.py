"""What each output adds to C: the true terms, and lines that a calculator agrees with."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import COSTS
from core.parameters import FloatArray
from tests.visualiser.calculator import agrees, is_tie
from tests.visualiser.screen import in_usual_marks
from tests.visualiser.states import label_of, trained
from visualiser.cost_terms import TERM_FORMULAS, CostTerms
from visualiser.number_format import MARKS, NumberStyle, fixed, use
from visualiser.training.snapshot import Snapshot

OUTPUTS = {"quadratic": "logistic", "cross_entropy": "logistic", "softmax_cross_entropy": "softmax"}
costs = st.sampled_from(list(OUTPUTS))
styles = st.builds(NumberStyle, st.integers(2, 8), st.sampled_from(MARKS))
quick = settings(deadline=None, max_examples=60)


def state_of(cost: str, sums: list[float]) -> Snapshot:
    """A state whose outputs have these S."""
    base = trained(0, cost=cost, activation=("logistic", OUTPUTS[cost]))
    exact = np.array(sums, np.float64)
    with np.errstate(over="ignore"):
        powers = np.exp(exact - exact.max())
        outputs = powers / powers.sum() if "softmax" in cost else 1 / (1 + np.exp(-exact))
    return replace(
        base,
        activations=(*base.activations[:-1], outputs.astype(np.float32)),
        weighted_sums=(*base.weighted_sums[:-1], exact.astype(np.float32)),
    )


def true_terms(cost: str, a: FloatArray, label: int) -> FloatArray:
    """By the definition of each cost."""
    t = np.eye(10)[label]
    if cost == "quadratic":
        squares: FloatArray = (t - a) ** 2
        return squares
    if cost == "softmax_cross_entropy":
        return np.where(t == 1, -np.log(a), 0)
    return np.where(t == 1, -np.log(a), -np.log1p(-a))


usual = st.lists(st.floats(-8, 8, width=32), min_size=10, max_size=10)
extreme = st.lists(st.floats(-1e4, 1e4, width=32), min_size=10, max_size=10)


@quick
@given(costs, usual)
def test_the_terms_are_those_of_the_cost_and_add_up_to_c(cost: str, sums: list[float]) -> None:
    snapshot = state_of(cost, sums)
    terms = CostTerms.of(snapshot)
    exact = np.array(sums, np.float64)
    powers = np.exp(exact)
    a = powers / powers.sum() if "softmax" in cost else 1 / (1 + np.exp(-exact))
    truth = true_terms(cost, a, label_of(snapshot))
    assert [term.value for term in terms.terms] == pytest.approx(truth, rel=1e-5, abs=1e-7)
    assert terms.total == pytest.approx(truth.sum(), rel=1e-5, abs=1e-7)


@quick
@given(costs, usual, styles)
def test_an_equals_sign_stands_where_a_calculator_agrees(
    cost: str, sums: list[float], style: NumberStyle
) -> None:
    use(style)
    terms = CostTerms.of(state_of(cost, sums))
    for index, term in enumerate(terms.terms):
        worked = terms.worked(index, terms.decimals)
        assert worked is not None
        shown = in_usual_marks(fixed(term.value, terms.decimals))
        line = in_usual_marks(worked.text)
        if not is_tie(line, shown):
            assert worked.holds == agrees(line, shown), (line, shown)


@quick
@given(costs, extreme, styles)
def test_far_out_everything_can_still_be_told(
    cost: str, sums: list[float], style: NumberStyle
) -> None:
    use(style)
    terms = CostTerms.of(state_of(cost, sums))
    assert np.isfinite(terms.total)
    for index, term in enumerate(terms.terms):
        worked = terms.worked(index, terms.decimals)
        assert worked is not None
        if worked.holds:
            shown = in_usual_marks(fixed(term.value, terms.decimals))
            assert agrees(in_usual_marks(worked.text), shown)


def test_every_cost_can_be_written_down() -> None:
    assert list(TERM_FORMULAS) == list(COSTS) == list(OUTPUTS)
