"""Why a run has stopped is said in one true sentence."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.visualiser import screen
from visualiser import number_format
from visualiser.condition_words import WORDS, awaited, awaited_all, why_stopped
from visualiser.number_format import NumberStyle
from visualiser.training.conditions import (
    CONDITIONS,
    AccuracyAbove,
    Condition,
    CostBelow,
    CostRises,
    NeuronSaturated,
    ShownRecognised,
    StepReached,
)
from visualiser.training.messages import Stopped
from visualiser.widgets.until_rows import offers


def test_every_condition_has_words_and_a_row() -> None:
    kinds = set(CONDITIONS.values())
    assert set(WORDS) == kinds
    assert set(offers()) == kinds


@pytest.mark.parametrize(
    ("condition", "figure", "said", "waits"),
    [
        (
            CostBelow(0.1),
            0.09981,
            "Stopped at step 1,234: C, averaged over the last 25 steps, is 0.0998, below 0.1.",
            "average C < 0.1",
        ),
        (
            AccuracyAbove(95),
            0.95278,
            (
                "Stopped at step 1,234: at this end of an epoch 95.3 % of the test examples are "
                "read right, above 95 %."
            ),
            "test accuracy > 95 %",
        ),
        (
            ShownRecognised(),
            4,
            "Stopped at step 1,234: the shown example, a 4, is recognised.",
            "the shown example recognised",
        ),
        (
            ShownRecognised(20),
            4,
            (
                "Stopped at step 1,234: the shown example, a 4, is recognised at 20 steps in a "
                "row, this one included."
            ),
            "the shown example recognised 20 times in a row",
        ),
        (
            NeuronSaturated(1),
            3,
            (
                "Stopped at step 1,234: neuron 3 of layer 1 is saturated; its σ is nearly flat on "
                "at least 90 % of the test examples."
            ),
            "a neuron of layer 1 saturated",
        ),
        (
            CostRises(3),
            0.2,
            (
                "Stopped at step 1,234: C of the test data has risen in each of the last 3 epochs, "
                "to 0.2000."
            ),
            "test C rises over 3 epochs in a row",
        ),
        (StepReached(1234), 1234, "Stopped at step 1,234, as was asked for.", "step 1,234"),
    ],
)
def test_what_is_said(condition: Condition, figure: float, said: str, waits: str) -> None:
    assert why_stopped(Stopped(condition, 1234, figure, 0)) == said
    assert awaited(condition) == waits


@pytest.mark.parametrize(
    "condition",
    [CostBelow(0.1), AccuracyAbove(9), ShownRecognised(), NeuronSaturated(1), StepReached(5)],
)
def test_of_what_holds_already_it_says_that_no_step_was_taken(condition: Condition) -> None:
    said = why_stopped(Stopped(condition, 1234, 0.0999, 1234)).lower()
    assert " already" in said
    assert said.endswith("no step was taken.")


def test_of_one_step_there_is_no_average() -> None:
    said = why_stopped(Stopped(CostBelow(2), 1, 1.5, 0))
    assert said == "Stopped at step 1: C of that step is 1.5000, below 2."


def test_several_are_joined() -> None:
    waits = awaited_all([CostBelow(0.1), StepReached(5), NeuronSaturated(1, 2)])
    assert waits == "average C < 0.1 or step 5 or neuron 2 of layer 1 saturated"


costs = st.floats(1e-12, 1e6)


@given(costs, st.one_of(costs, st.sampled_from([1e-15, 1e-9, 1e-6, 1e-4])), st.sampled_from(",."))
def test_what_is_below_looks_below(value: float, share: float, mark: str) -> None:
    """However near it is, the numbers that are shown say so."""
    figure = value - share if share >= value else value * (1 - min(share, 0.5))
    assume(0 < figure < value)
    number_format.use(NumberStyle(mark=mark))
    said = screen.in_usual_marks(why_stopped(Stopped(CostBelow(value), 500, figure, 0)))
    shown, limit = said.split(" is ")[1].removesuffix(".").split(", below ")
    # A value with more digits than anybody types is shown rounded.
    assert screen.number(shown) < screen.number(limit) or float(f"{value:.15g}") != value


def test_what_is_above_looks_above() -> None:
    said = why_stopped(Stopped(AccuracyAbove(95), 500, 0.95004, 0))
    assert "epoch 95.004 % of" in said.replace("95.0040", "95.004")
    assert "above 95 %" in said


@pytest.mark.parametrize(
    ("steps", "began", "said"),
    [
        (1, 0, "Stopped at step 30: the shown example, “Coat”, is recognised."),
        (
            20,
            0,
            (
                "Stopped at step 30: the shown example, “Coat”, is recognised at 20 steps in a "
                "row, this one included."
            ),
        ),
        (20, 30, "The shown example, “Coat”, is recognised already; no step was taken."),
    ],
)
def test_a_class_that_has_a_name_is_called_so(steps: int, began: int, said: str) -> None:
    stopped = Stopped(ShownRecognised(steps), 30, 2.0, began)
    assert why_stopped(stopped, ("Shirt", "Bag", "Coat")) == said
