"""Numbers in the colour of their sign, as HTML."""

from __future__ import annotations

from visualiser.number_format import fixed
from visualiser.theme import Theme


def sign_colour(theme: Theme, value: float) -> str:
    """The colour of a number's sign; none for 0 and what is no number."""
    return theme.positive if value > 0 else theme.negative if value < 0 else ""


def coloured(theme: Theme, value: float, text: str) -> str:
    """A text in the colour of a number's sign."""
    return f'<span style="color: {sign_colour(theme, value)}">{text}</span>'


def added(theme: Theme, value: float) -> str:
    """A number as it is added to what stands before it: + 0.5000 or − 0.5000."""
    text = fixed(value, sign=True)
    spaced = f"{text[0]} {text[1:]}" if text[0] in "+−" else f"+ {text}"
    return coloured(theme, value, spaced)
