from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import errors

KINDS = [
    errors.UserError,
    errors.SettingError,
    errors.DataError,
    errors.RunFileError,
    errors.DivergenceError,
]


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_is_the_template_with_its_values(kind: type[errors.UserError]) -> None:
    error = kind("{rate:g} is no rate for {name!r}; choose another.", rate=0.5, name="η")
    assert str(error) == "0.5 is no rate for 'η'; choose another."
    assert error.template == "{rate:g} is no rate for {name!r}; choose another."
    assert error.values == {"rate": 0.5, "name": "η"}


@pytest.mark.parametrize("kind", KINDS)
def test_it_travels_between_processes(kind: type[errors.UserError]) -> None:
    reason = OSError(28, "No space left on device")
    error = kind("{path} is full ({reason}).", path=Path("a"), reason=reason)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)
    assert type(copy) is kind
    assert str(copy) == str(error)
    assert copy.template == error.template
    assert copy.values["path"] == Path("a")


@pytest.mark.parametrize("kind", KINDS)
def test_all_are_user_errors(kind: type[errors.UserError]) -> None:
    with pytest.raises(errors.UserError):
        raise kind("No.")


def test_braces_in_a_value_are_only_text() -> None:
    assert str(errors.DataError("There is no {name}.", name="{name}")) == "There is no {name}."


def test_a_sentence_without_values() -> None:
    assert str(errors.UserError("Nothing to see.")) == "Nothing to see."


@given(st.text(max_size=5000))
def test_whatever_a_file_holds_it_is_one_printable_sentence(text: str) -> None:
    for value in (text, Path(text[:200]), ValueError(text)):
        sentence = str(errors.DataError("{file} is no number.", file=value))
        assert sentence.isprintable()
        assert sentence.endswith(" is no number.")
        assert len(sentence) < 400


@given(st.text(st.characters(categories=["L", "N"]), max_size=200))
def test_what_can_be_read_stays_as_it_is(text: str) -> None:
    assert str(errors.DataError("{file}.", file=text)) == f"{text}."
