"""Reading a question of a chapter: its answers, which is right, and why."""

from __future__ import annotations

from visualiser.tour.blocks import Block, text_of_block
from visualiser.tour.chapter import Option, Question
from visualiser.tour.formulas import Sought, sought_of
from visualiser.tour.inline import pieces_of
from visualiser.tour.place import State, state_of
from visualiser.tour.problem import ChapterError

MOST_OPTIONS = 8


def question_of(block: Block, state: State) -> Question:
    """The question of some lines.

    Parameters
    ----------
    block : list of tuple
    state : State
        The chapter's.

    Raises
    ------
    ChapterError
    """
    number, first = block[0]
    facts: dict[str, tuple[int, str]] = {}
    options: list[Option] = []
    why: list[Block] = [[]]
    for at, line in block[1:]:
        key, colon, value = line.partition(":")
        if line.startswith("- "):
            options.append(_option(line, at))
        elif line.startswith(">"):
            _add_reason(why, line[1:].strip(), at)
        elif colon and key in ("right", "state"):
            facts[key] = (at, value.strip())
        else:
            raise ChapterError(
                "This line of a question means nothing; begin it with “right:”, “state:”, "
                "“- (key)” for an answer or “>” for the reason.",
                at,
            )
    own = facts.get("state")
    about = state if own is None else state_of(own[1], own[0])
    right = _right(number, facts.get("right"), options)
    text = pieces_of(first[3:].strip(), ((0, number),))
    reasons = tuple(text_of_block(one) for one in why if one)
    if not reasons:
        raise ChapterError(
            "The question has no reason; write it in a line that begins with “>”.", number
        )
    of_state = about if not isinstance(right, str) else None
    return Question(text, tuple(options), right, reasons, of_state, number)


def _right(number: int, given: tuple[int, str] | None, options: list[Option]) -> Sought | str:
    keys = [option.key for option in options]
    if not 2 <= len(keys) <= MOST_OPTIONS or len(set(keys)) != len(keys):
        raise ChapterError(
            "A question needs 2 to {most} answers, each with a key of its own, as “- (7) It "
            "is a seven.”",
            number,
            most=MOST_OPTIONS,
        )
    if given is None:
        raise ChapterError(
            "The question does not say which answer is right; write “right:” and its key, or "
            "“=” and a formula.",
            number,
        )
    at, right = given
    if right.startswith("="):
        return sought_of(right[1:].strip(), at)
    if right not in keys:
        raise ChapterError(
            "No answer has the key “{right}”; write one of {keys}.",
            at,
            right=right,
            keys=", ".join(keys),
        )
    return right


def _add_reason(why: list[Block], line: str, number: int) -> None:
    """Add a line to the last paragraph; an empty one begins another."""
    if line:
        why[-1].append((number, line))
    else:
        why.append([])


def _option(line: str, number: int) -> Option:
    key, closed, text = line[2:].strip().partition(")")
    if not key.startswith("(") or not closed or not key[1:].strip() or not text.strip():
        raise ChapterError(
            "An answer begins with its key in brackets, as “- (7) It is a seven.”", number
        )
    return Option(key[1:].strip(), pieces_of(text.strip(), ((0, number),)))
