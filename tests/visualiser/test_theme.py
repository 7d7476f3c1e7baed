"""Both themes can be read by everybody, and follow the desktop where that is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from tests.visualiser.contrasts import contrast, luminance
from visualiser.theme import DARK, LIGHT, THEMES, Theme, chosen

SURFACES = ("ground", "panel", "chip")


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("name", ["text", "secondary"])
def test_text_can_be_read_on_every_surface(theme: Theme, name: str, surface: str) -> None:
    assert contrast(theme.colour(name), theme.colour(surface)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
@pytest.mark.parametrize(
    ("name", "surface"),
    [
        ("positive", "panel"),
        ("positive", "chip"),
        ("negative", "panel"),
        ("negative", "chip"),
        ("on_accent", "accent"),
        ("right", "ground"),
    ],
)
def test_coloured_numbers_can_be_read(theme: Theme, name: str, surface: str) -> None:
    assert contrast(theme.colour(name), theme.colour(surface)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
@pytest.mark.parametrize("name", ["positive", "negative", "right", "selected", "accent"])
def test_marks_stand_out_from_the_ground(theme: Theme, name: str) -> None:
    assert contrast(theme.colour(name), theme.colour("ground")) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_signs_differ_to_the_colour_blind(theme: Theme) -> None:
    """Blue and orange: whoever mixes up red and green tells them apart by blue."""
    positive, negative = theme.colour("positive"), theme.colour("negative")
    assert positive.blue() - negative.blue() > 100
    assert negative.red() - positive.red() > 100


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_shades_go_from_off_to_on_and_stay_there(theme: Theme) -> None:
    shades = [luminance(theme.shade(a / 10)) for a in range(11)]
    assert shades in (sorted(shades), sorted(shades, reverse=True))
    assert theme.shade(0) == QColor(theme.off)
    assert theme.shade(7) == theme.shade(1) == QColor(theme.on)
    assert theme.shade(-3) == theme.shade(-1) == QColor(theme.negative)


@pytest.mark.parametrize(
    ("scheme", "theme"),
    [
        (Qt.ColorScheme.Dark, DARK),
        (Qt.ColorScheme.Light, LIGHT),
        (Qt.ColorScheme.Unknown, LIGHT),
    ],
)
def test_system_follows_the_desktop(
    monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, theme: Theme
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert chosen("system") is theme
    assert chosen("light") is LIGHT
    assert chosen("dark") is DARK
