"""The file that settings lie in: one that is broken is put aside, an old one brought up to date."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings

from visualiser.setting_kinds import Setting

# Bytes; those of a person are a few thousand.
_LARGEST = 4 * 2**20
_VERSION = "version"


@dataclass(frozen=True)
class Trouble:
    """What was wrong with a file.

    Attributes
    ----------
    file : Path
    aside : Path or None
        Where it lies now; None where it is where it was, in the way.
    refused : int
        How many values of it could not be used; 0 where the file as a whole could not.
    """

    file: Path
    aside: Path | None
    refused: int = 0

    def sentence(self) -> str:
        """One sentence in the user's language."""
        translate = QCoreApplication.translate
        if self.aside is None:
            text = translate(
                "SettingsFile",
                "The settings in {file} cannot be read and the file cannot be renamed; all are "
                "as at first, and what you choose is forgotten when you close the window.",
            )
        elif self.refused == 1:
            text = translate(
                "SettingsFile",
                "One of the settings in {file} made no sense and is as at first; the file as it "
                "was is now {aside}.",
            )
        elif self.refused:
            text = translate(
                "SettingsFile",
                "{count} of the settings in {file} made no sense and are as at first; the file "
                "as it was is now {aside}.",
            )
        else:
            text = translate(
                "SettingsFile",
                "The settings in {file} could not be read; all are as at first, and the file is "
                "now {aside}.",
            )
        aside = "" if self.aside is None else self.aside.name
        return text.format(file=self.file, aside=aside, count=self.refused)


def opened(
    path: Path, settings: Mapping[str, Setting[object]]
) -> tuple[QSettings | None, Trouble | None]:
    """Open a file, which need not be there yet.

    Parameters
    ----------
    path : Path
    settings : mapping of Setting
        What may lie in it.

    Returns
    -------
    QSettings or None
        None where there is no way to write it.
    Trouble or None
        None where all was well.
    """
    trouble = None
    if path.exists() and not _is_sound(path):
        trouble = Trouble(path, _put_aside(path))
        if trouble.aside is None:
            return None, trouble
    store = QSettings(str(path), QSettings.Format.IniFormat)
    _bring_up_to_date(store)
    refused = [
        setting.key
        for setting in settings.values()
        if store.contains(setting.key) and not setting.takes(store.value(setting.key))
    ]
    if refused and _version(store) <= VERSION:
        # Of a later version, it may make sense there.
        trouble = _without(store, path, refused)
    return store, trouble


# -------------------------------------------------------------------- broken files


def _is_sound(path: Path) -> bool:
    """Whether it is text of the form that ini files have; Qt itself would pass over the rest."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST + 1)
        lines = text.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return len(text) <= _LARGEST and b"\0" not in text and all(_is_of_ini(one) for one in lines)


def _is_of_ini(line: str) -> bool:
    line = line.strip()
    if not line or line[0] in ";#":
        return True
    return line.endswith("]") if line[0] == "[" else line.find("=") > 0


def _put_aside(path: Path, is_copied: bool = False) -> Path | None:
    """Rename it, or keep a copy of it; None where that cannot be done."""
    aside = _free_name(path)
    try:
        if is_copied:
            shutil.copyfile(path, aside)
        else:
            path.rename(aside)
    except OSError:
        return None
    return aside


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    return aside


def _without(store: QSettings, path: Path, keys: list[str]) -> Trouble | None:
    """Take these out of the file, of which a copy is kept as it was."""
    aside = _put_aside(path, is_copied=True)
    if aside is None:
        # They stay, and do not count.
        return None
    for key in keys:
        store.remove(key)
    store.sync()
    return Trouble(path, aside, len(keys))


# -------------------------------------------------------------------- old files


def _give_groups(store: QSettings) -> None:
    """Version 1 had these outside of all groups."""
    groups = {
        "theme": "appearance",
        "lines": "network",
        "view": "network",
        "speed": "run",
        "until": "run",
        "recent": "files",
    }
    for name, group in groups.items():
        if store.contains(name):
            store.setValue(f"{group}/{name}", store.value(name))
            store.remove(name)


# What makes of a file of version n, counted from 1, one of version n + 1.
_MIGRATIONS: tuple[Callable[[QSettings], None], ...] = (_give_groups,)
VERSION = 1 + len(_MIGRATIONS)


def _bring_up_to_date(store: QSettings) -> None:
    """Make of an older file one of this version; leave one of a later version as it is."""
    is_new = not store.allKeys()
    version = VERSION if is_new else _version(store)
    if version > VERSION:
        return
    for migrate in _MIGRATIONS[version - 1 :]:
        migrate(store)
    if is_new or version < VERSION:
        store.setValue(_VERSION, VERSION)
    if version < VERSION:
        store.sync()


def _version(store: QSettings) -> int:
    """The version of a file; the first one did not say so, and one that is none is as that."""
    with suppress(ValueError):
        return max(1, int(str(store.value(_VERSION, 1))))
    return 1
