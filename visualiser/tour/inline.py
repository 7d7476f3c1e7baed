"""A line of a chapter's text in pieces: plain, bold, italic, a formula, a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from visualiser.tour.conditions import Deed, deed_of
from visualiser.tour.place import State, state_of
from visualiser.tour.problem import ChapterError

Kind = Literal["plain", "bold", "italic", "formula"]
_KINDS: tuple[Kind, ...] = ("bold", "italic", "formula")
# Links as in Markdown, **bold**, *italic*, and $formula$; a backslash takes the meaning away.
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*$\[\]`_])"
    r"|\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*)\)"
    r"|\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*]+)\*"
    r"|\$(?P<formula>[^$]+)\$"
)


@dataclass(frozen=True)
class Piece:
    """Some words of a text.

    Attributes
    ----------
    kind : {"plain", "bold", "italic", "formula"}
    text : str
    link : Deed, State or None
        What a click on them does.
    """

    kind: Kind
    text: str
    link: Deed | State | None = None


Text = tuple[Piece, ...]


def pieces_of(line: str, starts: Sequence[tuple[int, int]] = ((0, 0),)) -> Text:
    """The pieces of a line, or of several that were made one.

    Parameters
    ----------
    line : str
    starts : sequence of tuple of int
        Where in it each line of the file begins, and that one's number, from 1.

    Raises
    ------
    ChapterError
        Where a link leads nowhere.
    """
    pieces: list[Piece] = []
    end = 0
    for found in _TOKEN.finditer(line):
        _add_plain(pieces, line[end : found.start()])
        end = found.end()
        if found["escaped"]:
            _add_plain(pieces, found["escaped"])
        elif found["words"] is not None:
            number = [number for start, number in starts if start <= found.start("target")][-1]
            pieces.append(Piece("plain", found["words"], link_of(found["target"], number)))
        else:
            kind = next(one for one in _KINDS if found[one] is not None)
            pieces.append(Piece(kind, found[kind]))
    _add_plain(pieces, line[end:])
    return tuple(pieces)


def _add_plain(pieces: list[Piece], text: str) -> None:
    if not text:
        return
    last = pieces[-1] if pieces else None
    if last is not None and last.kind == "plain" and last.link is None:
        pieces[-1] = Piece("plain", last.text + text)
    else:
        pieces.append(Piece("plain", text))


def link_of(target: str, line: int) -> Deed | State:
    """What a link's target means.

    Raises
    ------
    ChapterError
        Where it is none of the tour's.
    """
    scheme, _, rest = target.partition(":")
    if scheme == "do":
        return deed_of(rest, line)
    if scheme == "state":
        return state_of(rest, line)
    raise ChapterError(
        "The link “{target}” leads nowhere; begin it with do: or state:, as do:select/1.3.",
        line,
        target=target,
    )


def deeds_in(text: Text) -> list[Deed]:
    """The deeds that a text links to."""
    return [piece.link for piece in text if isinstance(piece.link, Deed)]


def plain(text: Text) -> str:
    """The words alone."""
    return "".join(piece.text for piece in text)
