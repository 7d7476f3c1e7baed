"""A line of a chapter's text in pieces: plain, bold, italic, a formula, a key, a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from visualiser.commands.key_text import native
from visualiser.commands.keymap import present
from visualiser.commands.table import descriptions
from visualiser.tour.conditions import Deed, deed_of
from visualiser.tour.place import State, state_of
from visualiser.tour.problem import ChapterError

Kind = Literal["plain", "bold", "italic", "formula", "key"]
_KINDS: tuple[Kind, ...] = ("bold", "italic", "formula", "key")
# Links as in Markdown, **bold**, *italic*, $formula$, and {key:step} for the key that a command
# has; a backslash takes the meaning away.
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*$\[\]`_{])"
    r"|\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*)\)"
    r"|\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*]+)\*"
    r"|\$(?P<formula>[^$]+)\$"
    r"|\{key:(?P<key>[^{}]*)\}"
)


@dataclass(frozen=True)
class Piece:
    """Some words of a text.

    Attributes
    ----------
    kind : {"plain", "bold", "italic", "formula", "key"}
    text : str
        Of a key, the id of the command that has it.
    link : Deed, State or None
        What a click on them does.
    """

    kind: Kind
    text: str
    link: Deed | State | None = None

    @property
    def leads(self) -> bool:
        """Whether a click on them does anything: some deeds only the reader can do."""
        link = self.link
        return link.can_be_done_for_you if isinstance(link, Deed) else link is not None


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
        Where a link leads nowhere, or there is no command that a key is asked of.
    """
    pieces: list[Piece] = []
    end = 0
    for found in _TOKEN.finditer(line):
        _add_plain(pieces, line[end : found.start()])
        end = found.end()
        if found["escaped"]:
            _add_plain(pieces, found["escaped"])
        elif found["words"] is not None:
            pieces.append(
                Piece(
                    "plain",
                    found["words"],
                    link_of(found["target"], _line_at(found.start("target"), starts)),
                )
            )
        elif found["key"] is not None:
            pieces.append(
                Piece("key", command_of(found["key"], _line_at(found.start("key"), starts)))
            )
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


def _line_at(place: int, starts: Sequence[tuple[int, int]]) -> int:
    """The line of the file that a place in the text is on."""
    return [number for start, number in starts if start <= place][-1]


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


def command_of(name: str, line: int) -> str:
    """The id of a command whose key is to stand in a text.

    Raises
    ------
    ChapterError
        Where there is no such command.
    """
    known = [one.id for one in descriptions()]
    if name not in known:
        raise ChapterError(
            "There is no command “{name}” that could have a key; write one of {known}.",
            line,
            name=name,
            known=", ".join(known),
        )
    return name


def said(piece: Piece) -> str:
    """What is read where a piece stands: of a key, the one that the user has for its command.

    Where the user took it away, where in the menu the command is.
    """
    if piece.kind != "key":
        return piece.text
    keys = present().keys(piece.text)
    if keys:
        return native(keys[0])
    title = next(one.title for one in descriptions() if one.id == piece.text)
    template = QCoreApplication.translate("Tour", "“{title}” in the menu")
    return template.format(title=title.removesuffix("…").rstrip())


def deeds_in(text: Text) -> list[Deed]:
    """The deeds that a text links to."""
    return [piece.link for piece in text if isinstance(piece.link, Deed)]


def plain(text: Text) -> str:
    """The words alone."""
    return "".join(map(said, text))
