"""Every colour of text has 4.5:1 to what it stands on, every mark that says something alone 3:1.

WCAG 2.1, success criteria 1.4.3 and 1.4.11: https://www.w3.org/TR/WCAG21/. Texts of what cannot be
used now are exempt there, and lower here. What windows really paint is looked at in
`test_windows`.
"""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor

from tests.visualiser.contrasts import FOR_MARKS, FOR_TEXT, contrast
from visualiser.beside.colours import side_colours
from visualiser.browsing.confusion_table import _strength
from visualiser.colour_maps import COLOUR_MAPS
from visualiser.theme import THEMES, Theme, mixed
from visualiser.widgets.heat_colours import line_colour

DRESSES = [theme.with_colours(name) for theme in THEMES.values() for name in COLOUR_MAPS]
every_dress = pytest.mark.parametrize("theme", DRESSES, ids=lambda t: f"{t.name}-{t.colours}")

SURFACES = ("ground", "panel", "chip")
# What is pressed or pointed at is a hairline's colour; what is said of input 0 stands on "off".
READ_ON = {
    "text": (*SURFACES, "hairline", "off"),
    "secondary": (*SURFACES, "off"),
    "positive": SURFACES,
    "negative": SURFACES,
    "accent": SURFACES,
    "right": ("ground", "panel"),
    "on_accent": ("accent",),
    "off": ("on",),
}
# What is drawn and means something without a word: rings, ticks, boxes, lines, dots.
MARKS = ("accent", "selected", "right", "positive", "negative", "faint", "secondary")


def too_near(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    ratios = {
        f"{name} on {ground}": contrast(getattr(theme, name), getattr(theme, ground))
        for name, ground in pairs
    }
    return [f"{pair}: {ratio:.2f}" for pair, ratio in ratios.items() if ratio < least]


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_dress
def test_text_can_be_read(theme: Theme) -> None:
    pairs = [(name, ground) for name, grounds in READ_ON.items() for ground in grounds]
    assert too_near(theme, pairs, FOR_TEXT) == []


@every_dress
def test_marks_stand_out(theme: Theme) -> None:
    assert too_near(theme, list(itertools.product(MARKS, ("ground", "panel"))), FOR_MARKS) == []


@every_dress
def test_numbers_in_the_table_of_mistakes_can_be_read(theme: Theme) -> None:
    shares = [step / 20 for step in range(21)]
    for kind, strong in (("right", "right"), ("wrong", "negative")):
        for share in shares:
            cell = mixed(QColor(theme.chip), theme.colour(strong), _strength(kind, share))
            assert contrast(theme.text, cell) >= FOR_TEXT, (kind, share)


@every_dress
def test_lines_of_plots_stand_out(theme: Theme) -> None:
    for count in range(1, 9):
        for place in range(count):
            assert contrast(line_colour(theme, place, count), theme.panel) >= FOR_MARKS
    for colour in side_colours(theme):
        assert contrast(colour, theme.panel) >= FOR_MARKS
