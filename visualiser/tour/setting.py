"""Setting a chapter's text: HTML for labels, formulas in serif with what stands below and above."""

from __future__ import annotations

import re
from html import escape

from visualiser.theme import Theme
from visualiser.tour.inline import Piece, Text, said
from visualiser.widgets.labels import SERIF, symbol

# What stands below or above: one character, or what is in braces, or in brackets.
_SCRIPT = re.compile(r"([_^])(\{[^{}]*\}|\([^()]*\)|.)")
_LETTERS = re.compile(r"[^\W\d_]+")
_CHINESE = 0x2E80
_JOINER = "\u2060"
_TAGS = {"_": "sub", "^": "sup"}


def formula_html(formula: str) -> str:
    """A formula as HTML: ``W_{jk}^(L) a_k``, with Greek letters as they are."""
    parts: list[str] = []
    end = 0
    for found in _SCRIPT.finditer(formula):
        parts.append(_letters(formula[end : found.start()]))
        mark, script = found.groups()
        inside = script[1:-1] if script.startswith("{") else script
        parts.append(f"<{_TAGS[mark]}>{_letters(inside)}</{_TAGS[mark]}>")
        end = found.end()
    parts.append(_letters(formula[end:]))
    return f'<span style="font-family: {SERIF}">{"".join(parts)}</span>'


def _letters(text: str) -> str:
    """Single letters in italics, as formulas have them; words upright."""
    parts: list[str] = []
    end = 0
    for found in _LETTERS.finditer(text):
        parts.append(_signs(text[end : found.start()]))
        word = found[0]
        # Chinese words are many letters, too; σ(S), ∂C and jk are not words.
        parts.append(symbol(escape(word)) if len(word) <= 2 and ord(word[0]) < _CHINESE else word)
        end = found.end()
    parts.append(_signs(text[end:]))
    return "".join(parts)


def _signs(text: str) -> str:
    """What stands between letters; a fraction stays in one line, two spaces begin another."""
    return escape(text).replace("  ", "<br>").replace("/", f"{_JOINER}/{_JOINER}")


def text_html(text: Text, theme: Theme, target: str = "link") -> str:
    """A text as HTML; what leads somewhere is called ``target:0``, ``target:1``, … in their order.

    Parameters
    ----------
    text : tuple of Piece
    theme : Theme
        Which has the colour of links.
    target : str
        What links of this text begin with.
    """
    parts: list[str] = []
    count = 0
    for piece in text:
        html = _piece_html(piece, theme)
        if piece.leads:
            style = f"color: {theme.accent}; text-decoration: none"
            html = f'<a href="{target}:{count}" style="{style}">{html}</a>'
            count += 1
        parts.append(html)
    return "".join(parts)


def _piece_html(piece: Piece, theme: Theme) -> str:
    match piece.kind:
        case "bold":
            return f"<b>{escape(piece.text)}</b>"
        case "italic":
            return f"<i>{escape(piece.text)}</i>"
        case "formula":
            return formula_html(piece.text)
        case "key":
            # On a ground of its own: a full stop would hardly be seen.
            ground = f"background-color: {theme.chip}; font-weight: 600"
            return f'<span style="{ground}">&nbsp;{escape(said(piece))}&nbsp;</span>'
    return escape(said(piece))
