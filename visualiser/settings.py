"""What the program remembers between two starts.

Every setting is one entry: of `Settings`, or, where a person chooses it in the dialog of
preferences, of its table in `visualiser.preferences.table`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from core.program import PROGRAM
from visualiser.cost_plot.choices import PlotChoices
from visualiser.hiding.groups import GROUPS
from visualiser.network_view.options import ViewOptions
from visualiser.number_format import MARKS, NumberStyle
from visualiser.preferences.table import Preferred
from visualiser.setting_kinds import Bytes, Packed, Rate, Setting, Switch, Text
from visualiser.settings_file import Trouble, opened
from visualiser.training.conditions import Condition, CostBelow, from_text, to_text

MOST_RECENT = 15
_MARKS = dict(zip(("point", "comma"), MARKS, strict=True))


def _recent(text: str) -> tuple[Path, ...]:
    found = json.loads(text)
    names = found if isinstance(found, list) else []
    return tuple(Path(name) for name in names if isinstance(name, str) and name)[:MOST_RECENT]


def _recent_text(paths: Iterable[Path]) -> str:
    return json.dumps([str(path) for path in paths][:MOST_RECENT])


def _view(text: str) -> ViewOptions:
    return replace(ViewOptions.from_text(text), is_locked=False)


def _view_text(options: ViewOptions) -> str:
    return replace(options, is_locked=False).to_text()


def _until(text: str) -> tuple[Condition, ...]:
    return from_text(text) or (CostBelow(0.1),)


def _layouts(text: str) -> dict[str, str]:
    found = json.loads(text)
    named = found if isinstance(found, dict) else {}
    return {name: state for name, state in named.items() if isinstance(state, str) and name}


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _hidden(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split("+") if name in GROUPS)


def _texts(found: object) -> tuple[str, ...] | None:
    is_list = isinstance(found, list) and all(isinstance(text, str) for text in found)
    return tuple(found) if is_list else None  # type: ignore[arg-type] # a list, it says


def _keys(text: str) -> dict[str, tuple[str, ...]]:
    found = json.loads(text)
    chosen = found.items() if isinstance(found, dict) else ()
    read = {name: _texts(keys) for name, keys in chosen}
    return {name: keys for name, keys in read.items() if keys is not None}


def _names(text: str) -> tuple[str, ...]:
    return (_texts(json.loads(text)) or ())[:MOST_RECENT]


def _names_text(names: Iterable[str]) -> str:
    return json.dumps(list(names)[:MOST_RECENT])


class Settings(Preferred):
    """Remembered settings, in an ini file of the user's.

    A file that cannot be read is put aside, and all is as at first: see `trouble`.

    Parameters
    ----------
    path : Path, optional
        Another file, as tests use.
    system_mark : {".", ","}
        The decimal mark of the user's system, used where no other is chosen.

    Attributes
    ----------
    Those of `Preferred`, and:
    speed : float or None
        Steps a second; None for as fast as it goes.
    lines : str
        The id of what the lines of the network show; empty before the first time.
    cost_plot : PlotChoices
        How the cost plot is drawn.
    view : ViewOptions
        How the network is drawn; never locked, since the scales are not remembered.
    until : tuple of Condition
        What the run was played until last; C below 0.1 before the first time.
    recent : tuple of Path
        The files of runs that were saved or opened last, the newest first.
    keys : dict
        The keys that were chosen for actions, by id; what cannot be read is left out.
    recent_commands : tuple of str
        The ids of the actions that were found by typing last, the newest first.
    geometry, docks : QByteArray
        Where the window and its docks were; empty before the first time.
    panels_locked : bool
        Whether panels stay where they are.
    layouts : dict
        The user's own layouts: where the docks are, as base64, by name.
    tour_offered : bool
        Whether the tour was offered, as the first start does.
    tour_place : str
        The id of the chapter that is read; empty before the first time.
    tour_marks : tuple of str
        What of the tour is done and answered.
    hidden : tuple of str
        The names of the groups of controls that are hidden.
    trouble : Trouble or None
        What was wrong with the file.
    """

    speed = Setting("run/speed", None, Rate())
    until = Setting("run/until", (CostBelow(0.1),), Packed(_until, to_text))
    lines = Setting("network/lines", "", Text())
    view = Setting("network/view", ViewOptions(), Packed(_view, _view_text))
    cost_plot = Setting(
        "plot/choices", PlotChoices(), Packed(PlotChoices.from_text, PlotChoices.to_text)
    )
    recent = Setting("files/recent", (), Packed(_recent, _recent_text))
    keys = Setting("keys/chosen", {}, Packed(_keys, json.dumps))
    recent_commands = Setting("keys/recent", (), Packed(_names, _names_text))
    geometry = Setting("window/geometry", QByteArray(), Bytes())
    panels_locked = Setting("window/locked", True, Switch())
    tour_offered = Setting("tour/offered", False, Switch())
    tour_place = Setting("tour/place", "", Text())
    tour_marks = Setting("tour/marks", (), Packed(_words, " ".join))
    layouts = Setting("window/layouts", {}, Packed(_layouts, json.dumps))
    hidden = Setting("window/hidden", (), Packed(_hidden, "+".join))
    docks = Setting("window/docks", QByteArray(), Bytes())

    def __init__(self, path: Path | None = None, system_mark: str = ".") -> None:
        self._system_mark = system_mark
        # By key, as they would be stored.
        self._for_now: dict[str, object] = {}
        path = path or platformdirs.user_config_path(PROGRAM) / "settings.ini"
        self._store: QSettings | None
        self.trouble: Trouble | None
        self._store, self.trouble = opened(path, self.table())

    @classmethod
    def table(cls) -> dict[str, Setting[object]]:
        """All settings by their names, those of the dialog in its order."""
        members = vars(Preferred) | vars(Settings)
        return {name: found for name, found in members.items() if isinstance(found, Setting)}

    @property
    def number_style(self) -> NumberStyle:
        """How numbers are written."""
        return NumberStyle(self.decimals, _MARKS.get(self.mark, self._system_mark))

    @property
    def file(self) -> str:
        """The path of the file that they are kept in; empty where they are not kept."""
        return "" if self._store is None else self._store.fileName()

    def reset(self, names: Iterable[str]) -> None:
        """Put these back to what they are at first."""
        table = self.table()
        for name in names:
            self._for_now.pop(table[name].key, None)
            if self._store is not None:
                self._store.remove(table[name].key)

    def use_for_now(self, name: str, value: object) -> None:
        """Have this value instead of the remembered one, until another is chosen."""
        setting = self.table()[name]
        self._for_now[setting.key] = setting.kind.write(value)

    def is_for_now(self, name: str) -> bool:
        """Whether the value is not the remembered one, but one for now."""
        return self.table()[name].key in self._for_now

    def save(self) -> None:
        """Write to the file now."""
        if self._store is not None:
            self._store.sync()

    def kept(self, key: str) -> object:
        """What is stored under a key; None for nothing."""
        if key in self._for_now:
            return self._for_now[key]
        return None if self._store is None else self._store.value(key)

    def keep(self, key: str, value: object) -> None:
        """Store a value under a key."""
        self._for_now.pop(key, None)
        if self._store is not None:
            self._store.setValue(key, value)


class ForgetfulSettings(Settings):
    """Settings that are not remembered: a picture is the same whatever was done before."""

    def __init__(self) -> None:
        self._store = self.trouble = None
        self._system_mark, self._for_now = ".", {}
