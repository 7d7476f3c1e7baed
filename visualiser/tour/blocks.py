"""Blocks: the lines of a chapter that belong together, and the text that they make."""

from __future__ import annotations

from visualiser.tour.inline import Text, pieces_of

# The first character that is set without spaces around it.
_CHINESE = 0x2E80

# Lines that belong together, each with its number.
Block = list[tuple[int, str]]


def blocks_of(lines: Block) -> list[Block]:
    """Lines that belong together: a paragraph, an item, a question with all that is below it."""
    blocks: list[Block] = []
    is_open = is_question = False
    for number, raw in lines:
        line = raw.strip()
        if not line:
            is_open = False
            continue
        starts = line.startswith("## ") or (line.startswith("- ") and not is_question)
        if starts or not (is_open or is_question):
            blocks.append([])
            is_question = line.startswith("## ")
        blocks[-1].append((number, line))
        is_open = True
    return blocks


def text_of_block(block: Block) -> Text:
    """The lines as one text; between Chinese characters there is no space."""
    text, starts = "", []
    for number, line in block:
        is_apart = text and line and not (_is_chinese(text[-1]) or _is_chinese(line[0]))
        text += " " if is_apart else ""
        starts.append((len(text), number))
        text += line
    return pieces_of(text, starts)


def _is_chinese(character: str) -> bool:
    return ord(character) >= _CHINESE


def without_mark(block: Block, length: int) -> Block:
    """The same without so many characters at its beginning."""
    number, first = block[0]
    return [(number, first[length:].strip()), *block[1:]]
