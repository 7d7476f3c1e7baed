"""What lies in a folder of pictures: one sub-folder for each class, perhaps in train and test."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.claims import in_short
from core.errors import DataError

_MOST_FILES, _MOST_CLASSES = 200_000, 1000
# What systems and programs put beside pictures, in small letters; and names that begin with a dot.
_NOBODYS = ("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "@eadir")
_TRAIN, _TEST = ("train", "training"), ("test", "testing")
_ENDINGS = (".png", ".jpg", ".jpeg", ".jpe", ".gif", ".bmp", ".dib", ".pgm", ".ppm", ".pbm", ".pnm")


@dataclass(frozen=True)
class PictureFolder:
    """Pictures by class.

    Attributes
    ----------
    class_names : tuple of str
        In order: by number where they are numbers.
    train : tuple of (tuple of Path)
        The pictures of each class, in order of their names.
    test : tuple of (tuple of Path), or None
        None where the folder has no part for testing.
    left_out : tuple of str
        What lies beside the folders of classes, or of train and test.
    """

    class_names: tuple[str, ...]
    train: tuple[tuple[Path, ...], ...]
    test: tuple[tuple[Path, ...], ...] | None
    left_out: tuple[str, ...]


def may_hold_pictures(path: Path) -> bool:
    """Whether a path is a folder with sub-folders or pictures in it."""
    if not path.is_dir():
        return False
    with os.scandir(path) as entries:
        shown = (entry for entry in entries if not _is_nobodys(entry.name))
        return any(e.is_dir() or e.name.lower().endswith(_ENDINGS) for e in shown)


def look_into(folder: Path) -> PictureFolder:
    """List the pictures of a folder; none is opened.

    Raises
    ------
    DataError
        Where it is laid out otherwise, holds too much, cannot be read or leads elsewhere.
    """
    lister = _Lister(folder)
    folders, files = lister.listed(folder)
    train, test = (_named(folders, names) for names in (_TRAIN, _TEST))
    if train is None or test is None:
        beside = files
        parts = [lister.classes(folder, folders)]
    else:
        beside = [path for path in folders if path not in (train, test)] + files
        parts = [lister.classes(part, lister.listed(part)[0]) for part in (train, test)]
    names = sorted({name for part in parts for name in part}, key=_in_order)
    if not 2 <= len(names) <= _MOST_CLASSES:
        raise _wrong_count(folder, names, bool(files))
    first, *second = (tuple(part.get(name, ()) for name in names) for part in parts)
    left_out = tuple(path.name for path in beside)
    return PictureFolder(tuple(names), first, second[0] if second else None, left_out)


class _Lister:
    """Lists folders below one, and nothing outside it; counts the files."""

    def __init__(self, root: Path) -> None:
        self._root = os.path.realpath(root)
        self._count = 0

    def classes(self, part: Path, folders: list[Path]) -> dict[str, tuple[Path, ...]]:
        """The pictures in each of these folders by its name."""
        found = {folder.name: tuple(self._pictures(folder)) for folder in folders}
        for folder, pictures in zip(folders, found.values(), strict=True):
            if not pictures:
                raise DataError(
                    "{folder} holds no pictures; put some into it, or take it out of {part}.",
                    folder=folder,
                    part=part,
                )
        return found

    def listed(self, folder: Path) -> tuple[list[Path], list[Path]]:
        """Folders and files in a folder, in order."""
        folders: list[Path] = []
        files: list[Path] = []
        for entry in sorted(self._entries(folder), key=lambda entry: _in_order(entry.name)):
            (folders if entry.is_dir() else files).append(Path(entry.path))
        return folders, files

    def _pictures(self, folder: Path) -> list[Path]:
        folders, files = self.listed(folder)
        if folders:
            raise DataError(
                "{inner} is a folder within a class; put its pictures into {folder} itself, or "
                "make it a class of its own.",
                inner=folders[0],
                folder=folder,
            )
        return files

    def _entries(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not _is_nobodys(entry.name):
                        self._check(entry)
                        yield entry
        except OSError as error:
            raise DataError(
                "The folder {folder} cannot be read ({reason}); choose another, or allow it.",
                folder=folder,
                reason=in_short(error),
            ) from error

    def _check(self, entry: os.DirEntry[str]) -> None:
        self._count += 1
        if self._count > _MOST_FILES:
            raise DataError(
                "{folder} holds more than {most} files; choose a folder with fewer.",
                folder=self._root,
                most=_MOST_FILES,
            )
        if entry.is_symlink():
            end = os.path.realpath(entry.path)
            if not end.startswith(os.path.join(self._root, "")):  # noqa: PTH118
                raise DataError(
                    "{path} is a link that leads out of {folder}; put the pictures themselves "
                    "there.",
                    path=entry.path,
                    folder=self._root,
                )
        if not (entry.is_dir() or entry.is_file()):
            raise DataError(
                "{path} is neither a file nor a folder, or a link to nothing; take it away.",
                path=entry.path,
            )


def _wrong_count(folder: Path, names: list[str], has_files: bool) -> DataError:
    if len(names) > _MOST_CLASSES:
        return DataError(
            "{folder} has {count} sub-folders, and each would be a class; at most {most} can be "
            "told apart, so choose a folder with fewer.",
            folder=folder,
            count=len(names),
            most=_MOST_CLASSES,
        )
    if names:
        return DataError(
            "{folder} holds one class only, {name!r}; put the pictures of each class into a "
            "sub-folder of its own, at least two.",
            folder=folder,
            name=names[0],
        )
    if has_files:
        return DataError(
            "{folder} holds files but no sub-folders; put the pictures of each class into a "
            "sub-folder that is called as the class.",
            folder=folder,
        )
    return DataError("{folder} is empty; choose a folder with pictures.", folder=folder)


def _named(folders: list[Path], names: tuple[str, ...]) -> Path | None:
    return next((folder for folder in folders if folder.name.lower() in names), None)


def _is_nobodys(name: str) -> bool:
    return name.startswith(".") or name.lower() in _NOBODYS


def _in_order(name: str) -> tuple[list[tuple[int, str]], str]:
    """By which names are sorted: numbers in them by their size, capitals as small letters."""
    parts = re.split(r"([0-9]+)", name.casefold())
    return [(int(p), "") if p.isdecimal() and p.isascii() else (-1, p) for p in parts], name
