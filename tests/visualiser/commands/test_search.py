"""A few letters find a command."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visualiser.commands.search import Searched, badness, folded, ranked
from visualiser.commands.table import descriptions

ALL = [Searched(one.id, (one.title, one.id.replace("_", " ")), one.tip) for one in descriptions()]
COMMANDS = st.sampled_from(ALL)


def words_of(one: Searched) -> list[str]:
    return [word for word in one.names[0].split() if word.isalpha()]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_words_in_any_order_find_the_same(data: st.DataObject) -> None:
    one = data.draw(COMMANDS)
    words = words_of(one)
    some = data.draw(st.lists(st.sampled_from(words), min_size=1, unique=True))
    shuffled = data.draw(st.permutations(some))
    assert one.id in ranked(" ".join(some), ALL)
    assert ranked(" ".join(some), ALL) == ranked("  ".join(shuffled), ALL)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_letters_may_be_left_out_after_the_first(data: st.DataObject) -> None:
    one = data.draw(COMMANDS)
    word = data.draw(st.sampled_from(words_of(one)))
    kept = data.draw(st.lists(st.booleans(), min_size=len(word), max_size=len(word)))
    typed = word[0] + "".join(
        letter for letter, is_kept in zip(word[1:], kept[1:], strict=True) if is_kept
    )
    assert one.id in ranked(typed.upper(), ALL)


@settings(deadline=None, max_examples=40)
@given(COMMANDS)
def test_it_is_found_by_its_id_in_any_language(one: Searched) -> None:
    in_chinese = Searched(one.id, ("批量大小", one.id.replace("_", " ")))
    assert badness(one.id.replace("_", " "), in_chinese) is not None
    assert badness("大", in_chinese) is not None
    assert badness("批大", in_chinese) is not None
    assert badness("大批", in_chinese) is None


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=12))
def test_whatever_is_typed_finds_some_or_none(text: str) -> None:
    found = ranked(text, ALL)
    assert len(found) == len(set(found)) <= len(ALL)
    if not folded(text).split():
        assert found == [one.id for one in ALL]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("step", "step"),
        ("ste", "step"),
        ("OPEN", "open"),
        ("weights import", "import_weights"),
        ("accuracy", "results"),
        ("rte", "epoch"),
        ("key", "keys"),
    ],
)
def test_the_best_comes_first(typed: str, first: str) -> None:
    assert ranked(typed, ALL)[0] == first


def test_what_was_used_last_comes_first_of_those_that_fit_alike() -> None:
    assert ranked("", ALL, ("fit", "quit"))[:2] == ["fit", "quit"]
    assert ranked("sav", ALL, ("save_as", "fit"))[:2] == ["save_as", "save"]
    # But not before what fits better.
    assert ranked("step", ALL, ("results",))[0] == "step"


def test_case_and_accents_do_not_matter() -> None:
    assert badness("réseau", Searched("x", ("Reseau",))) == badness(
        "RESEAU", Searched("x", ("Réseau",))
    )
    assert badness("gibtesnicht", ALL[0]) is None
