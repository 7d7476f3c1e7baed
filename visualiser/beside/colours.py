"""The colours of the two curves: different in lightness as well, for who sees no colours."""

from __future__ import annotations

from visualiser.theme import Theme

# Neither blue nor orange, which mean signs, nor green or yellow, which mean right and selected.
_OTHER = {"dark": "#b98cff", "light": "#8a3ffc"}


def side_colours(theme: Theme) -> tuple[str, str]:
    """Of the left and of the right run, as "#rrggbb"."""
    return theme.text, _OTHER[theme.name]
