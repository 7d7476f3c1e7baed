"""What the program remembers between two starts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from visualiser.network_view.options import ViewOptions
from visualiser.number_format import (
    DEFAULT_DECIMALS,
    FEWEST_DECIMALS,
    MARKS,
    MOST_DECIMALS,
    NumberStyle,
)
from visualiser.training.conditions import Condition, CostBelow, from_text, to_text

PROGRAM = "visualiser"
_MOST_RECENT = 8
_MARKS = dict(zip(("point", "comma"), MARKS, strict=True))


class Settings:
    """Remembered settings, in an ini file of the user's.

    Parameters
    ----------
    path : Path, optional
        Another file, as tests use.
    system_mark : {".", ","}
        The decimal mark of the user's system, used where no other is chosen.
    """

    def __init__(self, path: Path | None = None, system_mark: str = ".") -> None:
        self._system_mark = system_mark
        path = path or platformdirs.user_config_path(PROGRAM) / "settings.ini"
        self._store: QSettings | None = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """Return "system", "light" or "dark"."""
        found = str(self._kept("theme", "system"))
        return found if found in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._keep("theme", name)

    @property
    def speed(self) -> float | None:
        """Steps a second; None for as fast as it goes."""
        try:
            return float(str(self._kept("speed", ""))) or None
        except ValueError:
            return None

    @speed.setter
    def speed(self, speed: float | None) -> None:
        self._keep("speed", "" if speed is None else str(speed))

    @property
    def lines(self) -> str:
        """The id of what the lines of the network show; empty before the first time."""
        return str(self._kept("lines", ""))

    @lines.setter
    def lines(self, name: str) -> None:
        self._keep("lines", name)

    @property
    def view(self) -> ViewOptions:
        """How the network is drawn; never locked, since the scales are not remembered."""
        kept = ViewOptions.from_text(str(self._kept("view", "")))
        return replace(kept, is_locked=False)

    @view.setter
    def view(self, options: ViewOptions) -> None:
        self._keep("view", replace(options, is_locked=False).to_text())

    @property
    def until(self) -> tuple[Condition, ...]:
        """What the run was played until last; C below 0.1 before the first time."""
        return from_text(str(self._kept("until", ""))) or (CostBelow(0.1),)

    @until.setter
    def until(self, conditions: tuple[Condition, ...]) -> None:
        self._keep("until", to_text(conditions))

    @property
    def decimals(self) -> int:
        """With how many decimals numbers are written."""
        found = str(self._kept("numbers/decimals", ""))
        offered = {str(one): one for one in range(FEWEST_DECIMALS, MOST_DECIMALS + 1)}
        return offered.get(found, DEFAULT_DECIMALS)

    @decimals.setter
    def decimals(self, decimals: int) -> None:
        self._keep("numbers/decimals", decimals)

    @property
    def mark(self) -> str:
        """The id of the decimal mark: "point", "comma", or "system" for the system's."""
        found = str(self._kept("numbers/mark", "system"))
        return found if found in _MARKS else "system"

    @mark.setter
    def mark(self, name: str) -> None:
        self._keep("numbers/mark", name)

    @property
    def number_style(self) -> NumberStyle:
        """How numbers are written."""
        return NumberStyle(self.decimals, _MARKS.get(self.mark, self._system_mark))

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files of runs that were saved or opened last, the newest first."""
        try:
            found = json.loads(str(self._kept("recent", "[]")))
        except (ValueError, RecursionError):
            return ()
        names = found if isinstance(found, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name)[:_MOST_RECENT]

    @recent.setter
    def recent(self, paths: Iterable[Path]) -> None:
        self._keep("recent", json.dumps([str(path) for path in paths][:_MOST_RECENT]))

    @property
    def tour_offered(self) -> bool:
        """Whether the tour was offered, as the first start does."""
        return str(self._kept("tour/offered", "")) == "yes"

    @tour_offered.setter
    def tour_offered(self, is_so: bool) -> None:
        self._keep("tour/offered", "yes" if is_so else "")

    @property
    def tour_place(self) -> str:
        """The id of the chapter that is read; empty before the first time."""
        return str(self._kept("tour/place", ""))

    @tour_place.setter
    def tour_place(self, chapter: str) -> None:
        self._keep("tour/place", chapter)

    @property
    def tour_marks(self) -> tuple[str, ...]:
        """What of the tour is done and answered."""
        return tuple(str(self._kept("tour/marks", "")).split())

    @tour_marks.setter
    def tour_marks(self, marks: Iterable[str]) -> None:
        self._keep("tour/marks", " ".join(marks))

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty before the first time."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._keep("window/geometry", value)

    @property
    def docks(self) -> QByteArray:
        """Where the docks were; empty before the first time."""
        return self._bytes("window/docks")

    @docks.setter
    def docks(self, value: QByteArray) -> None:
        self._keep("window/docks", value)

    def save(self) -> None:
        """Write to the file now."""
        if self._store is not None:
            self._store.sync()

    def _keep(self, key: str, value: object) -> None:
        if self._store is not None:
            self._store.setValue(key, value)

    def _kept(self, key: str, default: object = None) -> object:
        return default if self._store is None else self._store.value(key, default)

    def _bytes(self, key: str) -> QByteArray:
        found = self._kept(key)
        return found if isinstance(found, QByteArray) else QByteArray()


class ForgetfulSettings(Settings):
    """Settings that are not remembered: a picture is the same whatever was done before."""

    def __init__(self) -> None:
        self._store = None
        self._system_mark = "."
