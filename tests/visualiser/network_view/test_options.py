"""Options are read as they were written, and what is not valid is as usual."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visualiser.network_view.options import ViewOptions

VALID = {
    "input_form": st.sampled_from(["picture", "ends", "circles"]),
    "tall_form": st.sampled_from(["fold", "ends"]),
    "ring": st.sampled_from(["none", "bias", "slope"]),
    "scale_mode": st.sampled_from(["layer", "common", "fixed"]),
    "fixed_scale": st.floats(1e-9, 1e9),
    "hidden_below": st.floats(0.0, 0.95),
    "weight_pictures": st.booleans(),
    "is_locked": st.booleans(),
    "dashed_negatives": st.booleans(),
    "shows_flow": st.booleans(),
    "fits_always": st.booleans(),
}
NAMES = [field.name for field in fields(ViewOptions)]
garbage = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=8,
)


def is_valid(options: ViewOptions) -> bool:
    """Whether every value is of its option's kind and in its range."""
    return ViewOptions.from_text(options.to_text()) == options


def test_every_option_is_tried_here() -> None:
    assert set(VALID) == set(NAMES)


@settings(deadline=None, max_examples=100)
@given(st.fixed_dictionaries(VALID))
def test_what_is_written_is_read(values: dict[str, Any]) -> None:
    options = ViewOptions(**values)
    assert ViewOptions.from_text(options.to_text()) == options


@settings(deadline=None, max_examples=150)
@given(garbage)
def test_any_json_gives_options_that_are_valid(found: object) -> None:
    assert is_valid(ViewOptions.from_text(json.dumps(found)))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=40))
def test_any_text_gives_options_that_are_valid(text: str) -> None:
    assert is_valid(ViewOptions.from_text(text))


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '"ring"', '{"ring": "bias"'])
def test_what_is_no_record_is_as_usual(text: str) -> None:
    assert ViewOptions.from_text(text) == ViewOptions()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ring", "gold"),
        ("ring", ["none"]),
        ("scale_mode", None),
        ("weight_pictures", 1),
        ("weight_pictures", "true"),
        ("fixed_scale", True),
        ("fixed_scale", 0.0),
        ("fixed_scale", -1.0),
        ("fixed_scale", 1e10),
        ("fixed_scale", float("nan")),
        ("fixed_scale", "1"),
        ("hidden_below", 0.96),
        ("hidden_below", -0.01),
        ("unheard_of", 1),
    ],
)
def test_one_bad_value_does_not_spoil_the_rest(name: str, value: object) -> None:
    chosen = replace(ViewOptions(), tall_form="ends", shows_flow=False)
    text = json.dumps(asdict(chosen) | {name: value})
    assert ViewOptions.from_text(text) == chosen


def test_options_that_are_not_there_yet_are_as_usual() -> None:
    assert ViewOptions.from_text('{"ring": "bias"}') == ViewOptions(ring="bias")
