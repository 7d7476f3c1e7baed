"""What the program remembers between two starts."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

PROGRAM = "visualiser"


class Settings:
    """Remembered settings, in an ini file of the user's.

    Parameters
    ----------
    path : Path, optional
        Another file, as tests use.
    """

    def __init__(self, path: Path | None = None) -> None:
        path = path or platformdirs.user_config_path(PROGRAM) / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """Return "system", "light" or "dark"."""
        found = self._store.value("theme", "system")
        return found if found in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def speed(self) -> float | None:
        """Steps a second; None for as fast as it goes."""
        try:
            return float(str(self._store.value("speed", ""))) or None
        except ValueError:
            return None

    @speed.setter
    def speed(self, speed: float | None) -> None:
        self._store.setValue("speed", "" if speed is None else str(speed))

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty before the first time."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def docks(self) -> QByteArray:
        """Where the docks were; empty before the first time."""
        return self._bytes("window/docks")

    @docks.setter
    def docks(self, value: QByteArray) -> None:
        self._store.setValue("window/docks", value)

    def save(self) -> None:
        """Write to the file now."""
        self._store.sync()

    def _bytes(self, key: str) -> QByteArray:
        found = self._store.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()
