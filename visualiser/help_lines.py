"""HelpFormatter: the help of the command line, in lines no wider than the terminal.

A Chinese character takes two of its columns, and between two of them a line may be broken; for
`textwrap`, which argparse asks, each is one column and all of them are one long word.
"""

from __future__ import annotations

import argparse
import re
from unicodedata import east_asian_width

# What never ends a line, and what never begins one.
_OPENING, _CLOSING = "（“", "，。；：、）”"
# A word, or one wide sign, with those and with the spaces after it.
_PIECE = re.compile(
    rf"(?:[{_OPENING}]*(?:[^\x00-\u2e7f{_OPENING}{_CLOSING}]|"
    rf"[^\s{_OPENING}{_CLOSING}\u2e80-\U0010ffff]+)[{_CLOSING}]*|[{_OPENING}{_CLOSING}]+)\s*"
)


class HelpFormatter(argparse.HelpFormatter):
    """As argparse's own, for texts of any width."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return lines_of(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = lines_of(text, width - len(indent))
        return "\n".join(f"{indent}{line}" for line in lines)


def lines_of(text: str, width: int) -> list[str]:
    """A text in lines of so many columns at the most, but for words that are longer.

    >>> lines_of("每层 one or two", 8)
    ['每层 one', 'or two']
    """
    lines = [""]
    for piece in _PIECE.findall(" ".join(text.split())):
        if lines[-1] and columns(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines if line.strip()]


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
