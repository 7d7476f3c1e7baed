"""Finding a command by a few letters of it: words in any order, letters in between left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

# How badly a word of the query fits: a name begins with it; a word of a name does; it is inside
# of one; its letters come in this order, the first at the beginning of a word; it begins a word
# of what is said besides.
_LEADS, _BEGINS, _INSIDE, _SCATTERED, _BESIDES = range(5)


@dataclass(frozen=True)
class Searched:
    """What can be found.

    Attributes
    ----------
    id : str
    names : tuple of str
        What it is called.
    about : str
        What is said of it besides.
    """

    id: str
    names: tuple[str, ...]
    about: str = ""


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    """A text without what nobody types in a search: case and accents."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(part for part in parts if not unicodedata.combining(part))


def badness(query: str, one: Searched) -> int | None:
    """How badly a query fits; None where a word of it is not found at all.

    Every word has to be found, wherever it is.

    >>> one = Searched("to_end", ("Run to the end of the epoch",), "Train until all was used.")
    >>> badness("epoch run", one)
    1
    >>> badness("rte", one)
    3
    >>> badness("train", one)
    4
    >>> badness("picture", one) is None
    True
    """
    names, about = [folded(name) for name in one.names], folded(one.about)
    total = 0
    for word in folded(query).split():
        fits = [fit for fit in (_fit(word, name) for name in names) if fit is not None]
        if _begins_in(word, about):
            fits.append(_BESIDES)
        if not fits:
            return None
        total += min(fits)
    return total


def ranked(query: str, searched: Iterable[Searched], recent: Sequence[str] = ()) -> list[str]:
    """The ids of what a query finds, the best first.

    Parameters
    ----------
    query : str
    searched : iterable of Searched
        In the order of those that fit alike.
    recent : sequence of str
        The ids that were used last, the newest first: they come first of those that fit alike.
    """
    age = {name: place for place, name in enumerate(recent)}
    found = []
    for place, one in enumerate(searched):
        how_bad = badness(query, one)
        if how_bad is not None:
            found.append((how_bad, age.get(one.id, len(age)), place, one.id))
    return [name for *_, name in sorted(found)]


def is_named(query: str, one: Searched) -> bool:
    """Whether every word of a query stands in what something is called, or in what is said of it.

    Stricter than `badness`, for a list that is not ordered by how well its rows fit.
    """
    texts = [folded(text) for text in (*one.names, one.about)]
    return all(any(word in text for text in texts) for word in folded(query).split())


def _fit(word: str, text: str) -> int | None:
    """How badly a word fits a name."""
    if text.startswith(word):
        return _LEADS
    if _begins_in(word, text):
        return _BEGINS
    if word in text:
        return _INSIDE
    return _SCATTERED if any(_is_scattered(word, text[at:]) for at in _starts(text)) else None


def _begins_in(word: str, text: str) -> bool:
    return any(text.startswith(word, at) for at in _starts(text))


def _starts(text: str) -> Iterator[int]:
    """Where words begin; of a writing without spaces, every sign is one."""
    before = " "
    for at, sign in enumerate(text):
        if sign.isalnum() and not (before.isalnum() and sign.isascii()):
            yield at
        before = sign


def _is_scattered(word: str, text: str) -> bool:
    """Whether the letters of a word come in this order, beginning with the first."""
    letters = iter(text)
    return text[0] == word[0] and all(letter in letters for letter in word)
