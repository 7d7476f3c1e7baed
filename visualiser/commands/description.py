"""Description: an action before it is one, and the groups that menus are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Description:
    """What a user can do.

    Attributes
    ----------
    id : str
        What code and the file of settings call it.
    title : str
        In the user's language, as in the menu.
    tip : str
        What comes of it, in one sentence in the user's language.
    keys : tuple of str
        Those that it has unless the user chooses others, in Qt's portable text.
    repeats : bool
        Whether holding the key repeats it.
    icon : str
        The name of a file in assets/icons; empty for none.
    why_off : str
        Why it cannot be done where it is disabled, in one sentence in the user's language;
        empty where it is never disabled.
    """

    id: str
    title: str
    tip: str
    keys: tuple[str, ...] = ()
    repeats: bool = False
    icon: str = ""
    why_off: str = ""


@dataclass(frozen=True)
class Group:
    """Actions that are looked for in one place: a submenu, a heading in the list of keys.

    Attributes
    ----------
    id : str
    title : str
        In the user's language.
    sections : tuple of tuple of Description
        A menu has a thin line between two of them.
    has_menu : bool
        False where what they belong to brings its own menu.
    """

    id: str
    title: str
    sections: tuple[tuple[Description, ...], ...]
    has_menu: bool = True

    @property
    def descriptions(self) -> tuple[Description, ...]:
        """All of its actions, in order."""
        return tuple(one for section in self.sections for one in section)
