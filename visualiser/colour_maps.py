"""Pairs of colours for what is above and below zero, which the colour-blind tell apart as well.

All text can be read in them: their contrast to panel and chip is 4.5:1 or more. How far apart the
two are to whoever lacks one kind of cones, or has all three, is in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from visualiser.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class SignColours:
    """A pair, for each theme.

    Attributes
    ----------
    dark, light : (str, str)
        Of positive and of negative numbers, as "#rrggbb".
    words : (str, str)
        What the two are called, of the translation context "Colours".
    """

    dark: tuple[str, str]
    light: tuple[str, str]
    words: tuple[str, str]

    def in_theme(self, name: str) -> tuple[str, str]:
        """Of positive and of negative numbers in the theme of this name."""
        return self.dark if name == "dark" else self.light

    def named(self) -> dict[str, str]:
        """What they are called in the user's language, by "positive" and "negative"."""
        names = (QCoreApplication.translate("Colours", word) for word in self.words)
        return dict(zip(("positive", "negative"), names, strict=True))


DEFAULT = "blue_orange"
COLOUR_MAPS = {
    DEFAULT: SignColours(
        ("#5aa9ff", "#ff8a4c"),
        ("#0a66c7", "#b94d05"),
        (QT_TRANSLATE_NOOP("Colours", "blue"), QT_TRANSLATE_NOOP("Colours", "orange")),
    ),
    "blue_red": SignColours(
        ("#5aa9ff", "#ff7272"),
        ("#0a66c7", "#c0282d"),
        (QT_TRANSLATE_NOOP("Colours", "blue"), QT_TRANSLATE_NOOP("Colours", "red")),
    ),
    "violet_orange": SignColours(
        ("#a996ff", "#ff8158"),
        ("#6348d8", "#b8450f"),
        (QT_TRANSLATE_NOOP("Colours", "violet"), QT_TRANSLATE_NOOP("Colours", "orange")),
    ),
}
