"""Appearance: the colours that a window has, and how its numbers are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSpinBox

from visualiser import number_format
from visualiser import theme as themes
from visualiser.settings import Settings
from visualiser.theme import Theme
from visualiser.widgets.number_field import NumberField, grouping_locale


class Coloured(Protocol):
    """What draws in the colours of a theme."""

    def set_theme(self, theme: Theme, /) -> None:
        """Draw in these colours."""
        ...


class Numbered(Protocol):
    """What writes numbers."""

    def write_numbers(self) -> None:
        """Write them in the present style."""
        ...


class Appearing(Protocol):
    """A window whose parts are told when it is to look otherwise."""

    def coloured(self) -> Iterable[Coloured]:
        """What is to be told of another theme."""
        ...

    def numbered(self) -> Iterable[Numbered]:
        """What is to be told that numbers are written otherwise."""
        ...

    def show_again(self) -> None:
        """Show the same state once more."""
        ...


class Appearance(QObject):
    """Follows the settings, and the desktop where these say so.

    Parameters
    ----------
    window : QObject
        With fields for numbers among its children.
    appearing : Appearing
        The same window, as what has parts to tell.
    settings : Settings
    choice : {"system", "light", "dark"}, optional
        Instead of the remembered theme, for this time.

    Attributes
    ----------
    theme : Theme
        The one that is in use.
    """

    def __init__(
        self, window: QObject, appearing: Appearing, settings: Settings, choice: str | None
    ) -> None:
        super().__init__(window)
        self._window, self._appearing, self._settings = window, appearing, settings
        if choice is not None:
            settings.use_for_now("theme", choice)
        number_format.use(settings.number_style)
        # Before there are widgets: with them, each would be dressed a second time.
        self.theme = themes.chosen(settings.theme, settings.colours)
        themes.dress(self.theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def apply(self) -> None:
        """Have everything drawn in the colours that are chosen."""
        self.theme = themes.chosen(self._settings.theme, self._settings.colours)
        themes.dress(self.theme)
        for part in self._appearing.coloured():
            part.set_theme(self.theme)

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Have another theme, and remember it."""
        self._settings.theme = choice
        self.apply()

    @Slot(str)
    def follow_setting(self, name: str) -> None:
        """Look as a setting says, which has another value."""
        if name in ("theme", "colours"):
            self.apply()
        elif name in ("decimals", "mark"):
            self.write_numbers()

    @Slot()
    def write_numbers(self) -> None:
        """Write every number anew, in the style that the settings have."""
        number_format.use(self._settings.number_style)
        for field in self._window.findChildren(NumberField):
            field.write_again()
        for box in self._window.findChildren(QSpinBox):
            box.setLocale(grouping_locale())
        for part in self._appearing.numbered():
            part.write_numbers()
        self._appearing.show_again()

    @Slot()
    def _follow_desktop(self) -> None:
        if self._settings.theme == "system":
            self.apply()
