"""The colours of the two curves: different in lightness as well, for who sees no colours."""

from __future__ import annotations

from visualiser.theme import Theme

# None of the colours of signs, and neither green nor yellow, which mean right and selected: blue
# where that is no sign's.
_OTHER = {"dark": "#b98cff", "light": "#8a3ffc"}


def side_colours(theme: Theme) -> tuple[str, str]:
    """Of the left and of the right run, as "#rrggbb"."""
    is_blue_free = theme.positive != theme.accent
    return theme.text, theme.accent if is_blue_free else _OTHER[theme.name]
