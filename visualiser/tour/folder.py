"""The chapters in a folder, in the order of their names."""

from __future__ import annotations

from pathlib import Path

from visualiser.resources import asset
from visualiser.tour.chapter import Chapter
from visualiser.tour.problem import ChapterError
from visualiser.tour.reading import chapter_of

ENDING = ".md"
MOST_CHAPTERS = 99
_MOST_BYTES = 250_000


class TourError(ChapterError):
    """A folder of chapters that cannot be opened."""


def built_in(language: str) -> Path:
    """The folder of the chapters that travel with the program, in a language or in English."""
    folders = sorted(one for one in asset("tour").iterdir() if one.is_dir())
    of_language = [one for one in folders if one.name[:2] == language[:2]]
    for folder in of_language:
        if folder.name == language:
            return folder
    if of_language:
        return of_language[0]
    return asset("tour/en")


def files_in(folder: Path) -> list[Path]:
    """The files of a folder that are chapters, by name.

    Raises
    ------
    TourError
        Where there are none, too many, or the folder cannot be read.
    """
    try:
        found = sorted(
            one for one in folder.iterdir() if one.suffix.lower() == ENDING and one.is_file()
        )
    except (OSError, ValueError) as error:  # a name with a NUL in it
        raise TourError(
            "{folder} cannot be read ({reason}); choose a folder of chapters.",
            folder=folder,
            reason=getattr(error, "strerror", None) or error,
        ) from None
    if not found:
        raise TourError(
            "There are no chapters in {folder}; each is a file whose name ends in .md.",
            folder=folder,
        )
    if len(found) > MOST_CHAPTERS:
        raise TourError(
            "There are {count} chapters in {folder}; put {most} or fewer there.",
            count=len(found),
            folder=folder,
            most=MOST_CHAPTERS,
        )
    return found


def text_of(file: Path) -> str:
    """What is in a file.

    Raises
    ------
    ChapterError
        Where it cannot be read as text.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ChapterError(
            "The file cannot be read ({reason}); allow it, or take it away.",
            reason=error.strerror or error,
        ) from None
    if len(raw) > _MOST_BYTES:
        raise ChapterError(
            "The file is larger than {most} bytes; divide the chapter.", most=_MOST_BYTES
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ChapterError(
            "The file is no text in UTF-8; save it as that.",
            raw[: error.start].count(b"\n") + 1,
        ) from None


def chapters_in(folder: Path) -> tuple[Chapter, ...]:
    """All chapters of a folder.

    Raises
    ------
    TourError
        Where one cannot be read: the sentence names file and line.
    """
    chapters = []
    for file in files_in(folder):
        try:
            chapters.append(chapter_of(text_of(file), file.stem))
        except ChapterError as error:
            raise TourError(
                "{file}, line {number}: {reason}", file=file.name, number=error.line, reason=error
            ) from error
    return tuple(chapters)
