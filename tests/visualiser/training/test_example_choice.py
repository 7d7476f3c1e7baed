"""Which example comes next: every wish is met if it can be, and round and round."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core import Examples, Network, answers
from core.errors import DataError
from core.parameters import IntArray
from tests.visualiser.states import digits, new_run
from visualiser.training.example_choice import choose_example
from visualiser.training.messages import ShowExample, ShownExample, Split

quick = settings(deadline=None, max_examples=60)
splits: st.SearchStrategy[Split] = st.sampled_from(["test", "train"])
moves: st.SearchStrategy[Literal["next", "previous", "random", "stay"]] = st.sampled_from(
    ["next", "previous", "random", "stay"]
)
wishes = st.builds(
    ShowExample, moves, splits, st.none() | st.integers(0, 9), misread_only=st.booleans()
)


@cache
def network() -> Network:
    """A network that has begun to learn, and misreads a few."""
    run = new_run()
    run.train(800)
    return run.network


@st.composite
def shown_ones(draw: st.DrawFn) -> ShownExample:
    split = draw(splits)
    index = draw(st.integers(0, len(examples_of(split)) - 1))
    return ShownExample(split, index, int(examples_of(split).labels[index]))


def examples_of(split: Split) -> Examples:
    return digits().test if split == "test" else digits().train


@cache
def misread(split: Split) -> IntArray:
    examples = examples_of(split)
    return np.flatnonzero(answers(network(), examples) != examples.labels)


def fitting(wish: ShowExample) -> list[int]:
    labels = examples_of(wish.split).labels
    wrong = set(misread(wish.split).tolist())
    return [
        index
        for index, label in enumerate(labels.tolist())
        if wish.digit in (None, label) and (index in wrong or not wish.misread_only)
    ]


def choose(wish: ShowExample, shown: ShownExample, seed: int = 0) -> ShownExample:
    return choose_example(wish, shown, digits(), network(), np.random.default_rng(seed))


@quick
@given(wishes, shown_ones())
def test_what_is_chosen_fits_the_wish(wish: ShowExample, shown: ShownExample) -> None:
    assume(fitting(wish))
    found = choose(wish, shown)
    assert found.split == wish.split
    assert found.index in fitting(wish)
    assert found.label == examples_of(found.split).labels[found.index]


@quick
@given(wishes, shown_ones())
def test_next_and_previous_go_to_the_neighbour_and_around(
    wish: ShowExample, shown: ShownExample
) -> None:
    fit = fitting(wish)
    assume(fit)
    start = shown.index if shown.split == wish.split else -1
    after = ShowExample("next", wish.split, wish.digit, wish.misread_only)
    assert choose(after, shown).index == min((i for i in fit if i > start), default=fit[0])
    before = ShowExample("previous", wish.split, wish.digit, wish.misread_only)
    assert choose(before, shown).index == max((i for i in fit if i < start), default=fit[-1])


@quick
@given(wishes, shown_ones())
def test_staying_keeps_what_fits(wish: ShowExample, shown: ShownExample) -> None:
    fit = fitting(wish)
    assume(fit)
    stay = ShowExample("stay", wish.split, wish.digit, wish.misread_only)
    found = choose(stay, shown)
    if shown.split == wish.split and shown.index in fit:
        assert found == shown
    else:
        assert found.index in fit


def test_next_leads_through_all_that_fit_and_back_to_the_first() -> None:
    wish = ShowExample("next", "test", 8)
    first = choose(wish, ShownExample("test", 359, 0))
    seen = [first]
    while (found := choose(wish, seen[-1])) != first:
        seen.append(found)
    assert [shown.index for shown in seen] == fitting(wish)


def test_random_reaches_many() -> None:
    wish = ShowExample("random", "train")
    shown = ShownExample("train", 0, 0)
    assert len({choose(wish, shown, seed).index for seed in range(40)}) > 30


def test_there_are_some_misread_ones_here() -> None:
    assert 0 < len(misread("test")) < 60


@pytest.mark.parametrize("wish", [ShowExample("next", "test", None, misread_only=True)])
def test_where_nothing_fits_a_sentence_says_so(wish: ShowExample) -> None:
    test = digits().test
    right = np.flatnonzero(answers(network(), test) == test.labels)
    perfect = Examples.from_pixels(
        (test.inputs[right] * 16).astype(np.uint8),
        test.labels[right].astype(np.uint8),
        white=16,
        classes=10,
    )
    data = type(digits())("all right", digits().train, perfect, digits().image_shape)
    with pytest.raises(DataError, match=r"misread.*\.$"):
        choose_example(wish, ShownExample("test", 0, 0), data, network(), np.random.default_rng(0))
    with pytest.raises(DataError, match=r"no such example.*\.$"):
        choose(ShowExample("next", "test", 77), ShownExample("test", 0, 0))


@quick
@given(wishes, shown_ones(), shown_ones())
def test_an_index_is_that_very_example_whatever_the_rest_says(
    wish: ShowExample, shown: ShownExample, wanted: ShownExample
) -> None:
    split: Split = "train" if wanted.split == "train" else "test"
    assert choose(replace(wish, split=split, index=wanted.index), shown) == wanted


@pytest.mark.parametrize("split", ["test", "train"])
@pytest.mark.parametrize("beyond", [0, 1, 10**9])
def test_an_index_beyond_the_data_is_refused_with_a_sentence(split: Split, beyond: int) -> None:
    count = len(examples_of(split))
    for index in (count + beyond, -1 - beyond):
        with pytest.raises(DataError, match=rf"no example {index}.*0 to {count - 1}\.$"):
            choose(ShowExample("stay", split, index=index), ShownExample("test", 0, 0))
