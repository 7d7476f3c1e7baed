"""Link files: a set-up's text in a small file of its own, opened like a saved run."""

from __future__ import annotations

from pathlib import Path

from core.errors import RunFileError
from visualiser.sharing.reading import MOST_CHARACTERS, from_text
from visualiser.sharing.set_up import SetUp, to_text

LINK_ENDING = "nnlink"


def is_link(path: Path) -> bool:
    """Whether its name says that it holds a set-up."""
    return path.suffix.lower() == f".{LINK_ENDING}"


def read_link(path: Path) -> SetUp:
    """The set-up that a file holds.

    Raises
    ------
    UserError
        Where it cannot be read, or holds none that can be used.
    """
    try:
        with path.open("rb") as file:
            # One more byte than there can be of ASCII: a larger file is none, however large.
            content = file.read(MOST_CHARACTERS + 1)
    except OSError as error:
        raise RunFileError(
            "The link file {path} cannot be read ({reason}); choose another, or allow it.",
            path=path,
            reason=error.strerror or str(error),
        ) from error
    # With the mark that some editors put before their text.
    return from_text(content.decode("utf-8-sig", "replace"))


def write_link(path: Path, set_up: SetUp) -> None:
    """Write a set-up into a file; RunFileError where that cannot be."""
    try:
        path.write_text(to_text(set_up) + "\n", "ascii")
    except OSError as error:
        raise RunFileError(
            "The link cannot be saved as {path} ({reason}); choose a folder that you may write to.",
            path=path,
            reason=error.strerror or str(error),
        ) from error
