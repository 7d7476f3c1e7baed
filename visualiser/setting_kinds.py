"""Setting: one thing that is remembered, with its type, its default and what is valid for it.

A kind says which values there are, and how one is stored in an ini file. It reads what is
stored there, which may be anything, and refuses nonsense by a ValueError.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar, overload

from PySide6.QtCore import QByteArray, QCoreApplication

T = TypeVar("T")


class Kind(Protocol[T]):
    """Which values a setting has."""

    def read(self, stored: object) -> T:
        """The value that is stored so; ValueError where it is none."""
        ...

    def write(self, value: T) -> object:
        """The value as it is stored."""
        ...


class Store(Protocol):
    """Where values are stored, by key."""

    def kept(self, key: str) -> object:
        """What is stored; None for nothing."""
        ...

    def keep(self, key: str, value: object) -> None:
        """Store a value."""
        ...


@dataclass(frozen=True)
class Section:
    """A heading in the dialog of preferences.

    Attributes
    ----------
    title, tip : str
        What it is called, and what is below it in one sentence, in English, of the translation
        context "Settings".
    """

    title: str
    tip: str


@dataclass(frozen=True)
class Setting(Generic[T]):
    """A descriptor: ``settings.theme`` reads the value, an assignment writes it.

    Attributes
    ----------
    key : str
        Where it lies in the file: ``group/name``.
    default : T
        What holds where nothing is stored, or nonsense.
    kind : Kind
    section : Section or None
        Under which heading it stands in the dialog of preferences; None where it does not.
    title, tip, note : str
        In English, of the translation context "Settings": what it is called, what it is in one
        sentence, and what stands below it.

    Raises
    ------
    ValueError
        Where a value is assigned that is not of its kind.
    """

    key: str
    default: T
    kind: Kind[T]
    section: Section | None = None
    title: str = ""
    tip: str = ""
    note: str = ""

    @overload
    def __get__(self, owner: None, _: type) -> Setting[T]: ...

    @overload
    def __get__(self, owner: Store, _: type) -> T: ...

    def __get__(self, owner: Store | None, _: type) -> Setting[T] | T:
        """Return the value that is stored, or the default; of the class, the setting itself."""
        if owner is None:
            return self
        stored = owner.kept(self.key)
        try:
            return self.default if stored is None else self.kind.read(stored)
        except ValueError:
            return self.default

    def __set__(self, owner: Store, value: T) -> None:
        """Store a value."""
        stored = self.kind.write(value)
        self.kind.read(stored)
        owner.keep(self.key, stored)

    def takes(self, stored: object) -> bool:
        """Whether what is stored is a value of its kind."""
        try:
            self.kind.read(stored)
        except ValueError:
            return False
        return True


# -------------------------------------------------------------------- kinds


@dataclass(frozen=True)
class Choice(Generic[T]):
    """One of a few values.

    Attributes
    ----------
    options : tuple of (value, text)
        In their order. The text, of the translation context "Settings", is what a person
        chooses; ``{number}`` in it stands for the value.
    """

    options: tuple[tuple[T, str], ...]

    def read(self, stored: object) -> T:
        """The value that is stored by its name."""
        return {str(value): value for value, _ in self.options}[_known(stored, self.options)]

    def write(self, value: T) -> object:
        """Its name."""
        return str(value)

    def titles(self) -> tuple[tuple[T, str], ...]:
        """Every value with what it is called in the user's language."""
        return tuple((value, translated(text).format(number=value)) for value, text in self.options)


@dataclass(frozen=True)
class ColourChoice(Choice[str]):
    """A choice of colours, each of which is shown beside its name."""


@dataclass(frozen=True)
class WholeNumber:
    """A whole number from ``least`` to ``most``.

    Attributes
    ----------
    least, most : int
    step : int
        By how much an arrow key changes it.
    unit : str
        What stands after it, of the translation context "Settings".
    """

    least: int
    most: int
    step: int = 1
    unit: str = ""

    def read(self, stored: object) -> int:
        """The number that is written there in plain digits."""
        text = str(stored)
        if not (text.isascii() and text.isdigit()) or len(text) > len(str(self.most)):
            raise _refusal(stored)
        if not self.least <= int(text) <= self.most:
            raise _refusal(stored)
        return int(text)

    def write(self, value: int) -> object:
        """Its digits."""
        return str(value)


@dataclass(frozen=True)
class Switch:
    """Something that is on or off.

    Attributes
    ----------
    warning : str
        What is said while it is off, of the translation context "Settings".
    """

    warning: str = ""

    def read(self, stored: object) -> bool:
        """Whether it is on."""
        return {"true": True, "false": False}[_known(stored, (("true", ""), ("false", "")))]

    def write(self, value: bool) -> object:
        """One of two words."""
        return "true" if value else "false"


class Rate:
    """A number above 0; None for no limit."""

    def read(self, stored: object) -> float | None:
        """The number; empty text is None."""
        if stored == "":
            return None
        rate = float(str(stored))
        if not (math.isfinite(rate) and rate > 0):
            raise _refusal(stored)
        return rate

    def write(self, value: float | None) -> object:
        """The number in all its digits."""
        return "" if value is None else repr(float(value))


class Text:
    """Any text."""

    def read(self, stored: object) -> str:
        """The text; a list, where an editor left out the quotes around a comma, is none."""
        if not isinstance(stored, str):
            raise _refusal(stored)
        return stored

    def write(self, value: str) -> object:
        """The text itself."""
        return value


class Bytes:
    """Bytes, as Qt describes the place of a window by."""

    def read(self, stored: object) -> QByteArray:
        """The bytes."""
        if not isinstance(stored, QByteArray):
            raise _refusal(stored)
        return stored

    def write(self, value: QByteArray) -> object:
        """The bytes themselves."""
        return value


@dataclass(frozen=True)
class Packed(Generic[T]):
    """A value that knows itself how it becomes text, and of nonsense makes what is usual.

    Attributes
    ----------
    unpack : callable
        From text.
    pack : callable
        To text.
    """

    unpack: Callable[[str], T]
    pack: Callable[[T], str]

    def read(self, stored: object) -> T:
        """The value."""
        try:
            return self.unpack(str(stored))
        except RecursionError:
            raise _refusal(stored) from None

    def write(self, value: T) -> object:
        """Its text."""
        return self.pack(value)


def translated(text: str) -> str:
    """A text of a setting in the user's language."""
    return QCoreApplication.translate("Settings", text) if text else ""


def _known(stored: object, options: tuple[tuple[Any, str], ...]) -> str:
    name = str(stored)
    if name not in [str(value) for value, _ in options]:
        raise _refusal(stored)
    return name


def _refusal(stored: object) -> ValueError:
    return ValueError(f"cannot be used as a setting: {str(stored)[:40]!r}")
