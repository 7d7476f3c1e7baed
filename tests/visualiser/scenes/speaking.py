"""The languages in which every scene is looked at: the program's, and one that nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from tests.visualiser.longer import KEPT, Longer, lengthened
from visualiser.fonts import can_write, font_for
from visualiser.languages import CHINESE, ENGLISH, speak

PSEUDO = "pseudo"
LANGUAGES = (ENGLISH, CHINESE, PSEUDO)
_VOWELS = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
_WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def marked(text: str) -> str:
    """A text a third longer, with an accent on every vowel, so that it is known again.

    >>> marked("The bias {B} is <b>large</b>")
    'Thét bíásbí {B} ís <b>lárgélá</b>'
    """
    parts = KEPT.split(lengthened(text))
    return "".join(part.translate(_VOWELS) if part.isalpha() else part for part in parts)


def untranslated(text: str) -> list[str]:
    """The words of three letters and more in a text that did not go through the translator."""
    return [word for word in _WORD.findall(text) if word.isascii() and re.search("[aeiouy]", word)]


class Pseudo(Longer):
    """Translates every text into a longer one that is known again; Qt's own as well."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation, n
        return marked(text)


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Have all that is made meanwhile speak a language, in the font that it is written in.

    Where there is none for it, the test is skipped.
    """
    if not can_write(language):
        pytest.skip("no font with Chinese characters is installed")
    translator = Pseudo()
    font, locale = QApplication.font(), QLocale()
    if language == PSEUDO:
        QCoreApplication.installTranslator(translator)
    else:
        speak(language)
        QApplication.setFont(font_for(language, font))
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
        speak(ENGLISH)
        QLocale.setDefault(locale)
        QApplication.setFont(font)
