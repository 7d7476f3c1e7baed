"""What an output adds to C: its target, its term and its share, for every cost."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.costs import COSTS
from tests.visualiser.screen import number
from tests.visualiser.states import trained, with_outputs
from visualiser.widgets.target_text import target_text

KINDS: dict[str, dict[str, Any]] = {
    "quadratic": {},
    "cross_entropy": {"cost": "cross_entropy", "learning_rate": 0.3},
    "softmax_cross_entropy": {
        "activation": ("logistic", "softmax"),
        "cost": "softmax_cross_entropy",
        "learning_rate": 0.3,
    },
}
SHARE = re.compile(r"Its share of this example's C is (\S+) / (\S+) ([=≈]) (\S+) %\.$")


def test_every_cost_is_tried() -> None:
    assert set(KINDS) == set(COSTS)


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(list(KINDS)), st.sampled_from([0, 60, 900]), st.integers(0, 30), st.data())
def test_the_share_is_the_term_over_c(
    cost: str, steps: int, index: int, data: st.DataObject
) -> None:
    snapshot = trained(steps, index, **KINDS[cost])
    output = data.draw(st.integers(0, 9))
    sums, outputs = (
        array.astype(np.float64) for array in (snapshot.weighted_sums[-1], snapshot.activations[-1])
    )
    target = np.eye(10)[snapshot.progress.example.label]
    terms = COSTS[cost].terms(sums, outputs, target)
    told = target_text(snapshot, output)
    assert f"t = {target[output]:.0f}" in told
    found = SHARE.search(told)
    if found is None:
        # So little that it is shown as 0.
        assert terms.sum() < 1e-8
        return
    value, total, sign, share = found.groups()
    assert number(share) == pytest.approx(100 * terms[output] / terms.sum(), abs=0.0501)
    assert number(value) == pytest.approx(abs(terms[output]), abs=1e-4)
    assert number(total) == pytest.approx(terms.sum(), abs=1e-4)
    assert f"{value} to C" in told.replace("−0.0000", "0.0000")
    calculated = f"{100 * number(value) / number(total):.1f}"
    assert sign == ("=" if calculated == share else "≈")


@pytest.mark.parametrize("broken", [math.nan, math.inf])
def test_a_cost_that_is_no_number_is_not_shared_out(broken: float) -> None:
    snapshot = with_outputs(trained(0), np.full(10, broken, np.float32))
    assert "share" not in target_text(snapshot, 0)


def test_a_cost_of_nothing_is_not_shared_out() -> None:
    snapshot = trained(0)
    label = snapshot.progress.example.label
    right = replace(snapshot, activations=(*snapshot.activations[:-1], np.eye(10)[label]))
    assert "share" not in target_text(right, 0)
