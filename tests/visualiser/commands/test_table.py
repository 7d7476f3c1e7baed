"""What is described of every command."""

from __future__ import annotations

from collections import Counter

import pytest

from visualiser.commands.description import Description
from visualiser.commands.key_text import is_reserved, portable
from visualiser.commands.table import descriptions, groups
from visualiser.resources import asset

ALL = descriptions()


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_it_has_a_title_and_says_in_a_sentence_what_comes_of_it(one: Description) -> None:
    assert one.title[0].isupper()
    assert not one.title.endswith(".")
    for sentence in filter(None, (one.tip, one.why_off)):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert ". " not in sentence
        assert sentence != f"{one.title}."


def test_no_two_share_an_id_a_title_or_a_key() -> None:
    for shared in (
        [one.id for one in ALL],
        [one.title for one in ALL],
        [key for one in ALL for key in one.keys],
    ):
        assert [name for name, times in Counter(shared).items() if times > 1] == []


def test_every_key_is_written_as_it_is_kept_and_may_be_taken() -> None:
    for one in ALL:
        for key in one.keys:
            assert portable(key) == key
            assert not is_reserved(key)


def test_every_icon_is_there_and_takes_the_colour_of_the_theme() -> None:
    for one in ALL:
        if one.icon:
            drawn = asset(f"icons/{one.icon}.svg").read_text("utf-8")
            assert "currentColor" in drawn


def test_each_is_in_one_group() -> None:
    placed = [one.id for group in groups() for section in group.sections for one in section]
    assert placed == [one.id for one in ALL]
    assert len({group.title for group in groups()}) == len(groups())
