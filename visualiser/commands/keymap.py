"""Keymap: which keys each action has, as the user chose them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from visualiser.commands.key_text import portable
from visualiser.commands.table import descriptions
from visualiser.settings import Settings

Keys = tuple[str, ...]


def resolved(standard: Mapping[str, Keys], chosen: Mapping[str, Keys]) -> dict[str, Keys]:
    """The keys of every action, none of them twice.

    Parameters
    ----------
    standard : mapping of tuple of str
        Those that each action has at first, by id.
    chosen : mapping of tuple of str
        Those that the user gave to some of the actions; they come first.
    """
    first = [name for name in standard if name in chosen]
    others = [name for name in standard if name not in chosen]
    held: set[str] = set()
    found: dict[str, Keys] = {}
    for name in (*first, *others):
        wanted = dict.fromkeys(chosen.get(name, standard[name]))
        found[name] = tuple(key for key in wanted if key not in held)
        held.update(found[name])
    return found


class Keymap(QObject):
    """The keys of every action.

    Parameters
    ----------
    settings : Settings, optional
        Where the user's choice is kept; without, nothing is.

    Signals
    -------
    changed ()
        Some action has other keys now.
    """

    changed = Signal()

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._standard = {one.id: _kept(one.keys) for one in descriptions()}
        kept = {} if settings is None else settings.keys
        self._chosen = {
            name: _kept(keys)
            for name, keys in kept.items()
            # Where none of the keys is one, it is as if nothing had been chosen.
            if name in self._standard and (not keys or _kept(keys))
        }
        self._keys = resolved(self._standard, self._chosen)

    def keys(self, name: str) -> Keys:
        """The keys of an action, by its id, in portable text."""
        return self._keys[name]

    def is_changed(self, name: str) -> bool:
        """Whether an action has other keys than at first."""
        return self._keys[name] != self._standard[name]

    @property
    def is_any_changed(self) -> bool:
        """Whether any action has other keys than at first."""
        return any(map(self.is_changed, self._standard))

    def holder(self, key: str) -> str | None:
        """The id of the action that has a key; None where it is free."""
        return next((name for name, keys in self._keys.items() if key in keys), None)

    def give(self, name: str, keys: Sequence[str]) -> None:
        """Let an action have these keys, and no other action any of them."""
        given = _kept(keys)
        for other, theirs in tuple(self._chosen.items()):
            self._chosen[other] = tuple(key for key in theirs if key not in given)
        self._chosen[name] = given
        self._follow()

    def reset(self, name: str) -> Keys:
        """Let an action have its first keys again; return those that others keep."""
        self._chosen.pop(name, None)
        self._follow()
        return tuple(key for key in self._standard[name] if key not in self._keys[name])

    def reset_all(self) -> None:
        """Let every action have its first keys again."""
        self._chosen = {}
        self._follow()

    def _follow(self) -> None:
        """Work out who has which, keep it, and tell."""
        self._chosen = {
            name: keys for name, keys in self._chosen.items() if keys != self._standard[name]
        }
        self._keys = resolved(self._standard, self._chosen)
        if self._settings is not None:
            self._settings.keys = self._chosen
        self.changed.emit()


# In a list, so that it can be set without `global`; empty until somebody asks.
_PRESENT: list[Keymap] = []


def use(keymap: Keymap | None) -> None:
    """Let every action that is made from now on have these keys; None for its first ones."""
    _PRESENT[:] = [] if keymap is None else [keymap]


def present() -> Keymap:
    """The keys that actions have; those that they have at first where nothing was said."""
    if not _PRESENT:
        use(Keymap())
    return _PRESENT[0]


def _kept(keys: Sequence[str]) -> Keys:
    """Those of some keys that are keys, as they are kept."""
    found = (portable(key) for key in keys)
    return tuple(dict.fromkeys(key for key in found if key is not None))
