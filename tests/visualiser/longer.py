"""Texts a third longer than English, as those of another language may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QCoreApplication, QTranslator

# What is no word: names of values, HTML, and all that is not letters.
KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>|&\w+;|[^A-Za-z{<&]+)")


@cache
def lengthened(text: str) -> str:
    """Every word of three letters or more, with a third of it once more.

    >>> lengthened("The bias {B} is <b>large</b>")
    'Thet biasbi {B} is <b>largela</b>'
    """
    parts = KEPT.split(text)
    return "".join(
        part + part[: round(0.38 * len(part))].lower() if part.isalpha() and len(part) > 2 else part
        for part in parts
    )


class Longer(QTranslator):
    """Translates the program's own texts into longer ones."""

    def translate(
        self,
        context: str,
        text: str,
        disambiguation: str | None = None,  # noqa: ARG002 (as Qt calls it)
        n: int = -1,  # noqa: ARG002 (as Qt calls it)
    ) -> str:
        # Qt's own stay as they are: an empty one would lose what is put into it, as the 5 of F5.
        return text if context.startswith("Q") else lengthened(text)

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False


@contextmanager
def longer_texts() -> Iterator[None]:
    """Have all texts that are made meanwhile longer."""
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
