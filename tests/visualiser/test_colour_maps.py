"""The colours of signs are told apart by everybody, in both themes, and stand in texts as such."""

from __future__ import annotations

import ast
import itertools
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

import visualiser
from tests.visualiser.contrasts import contrast
from visualiser.colour_maps import COLOUR_MAPS
from visualiser.data.point_sheet import PointSheet
from visualiser.preferences.table import Preferred
from visualiser.setting_kinds import ColourChoice
from visualiser.theme import DARK, LIGHT, THEMES, Theme, chosen
from visualiser.widgets.term_model import TermModel

Array = npt.NDArray[np.float64]

# What whoever lacks one kind of cones sees of linear sRGB. G. M. Machado, M. M. Oliveira,
# L. A. F. Fernandes: "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, table of severity 1.0.
SIGHTS = {
    "all cones": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# Linear sRGB to CIE XYZ, and the white point D65: IEC 61966-2-1.
TO_XYZ = np.array(
    [
        [0.4124, 0.3576, 0.1805],
        [0.2126, 0.7152, 0.0722],
        [0.0193, 0.1192, 0.9505],
    ]
)
WHITE = np.array([0.9505, 1.0, 1.0890])


def linear(colour: str) -> Array:
    """The red, green and blue light of a colour."""
    found = QColor(colour)
    parts = np.array([found.redF(), found.greenF(), found.blueF()])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: Array) -> Array:
    """CIELAB (CIE 15) of light."""
    shares = TO_XYZ @ light / WHITE
    bent = np.where(shares > (6 / 29) ** 3, np.cbrt(shares), shares * (29 / 6) ** 2 / 3 + 4 / 29)
    x, y, z = bent
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(first: str, second: str, sight: str = "all cones") -> float:
    """ΔE*ab (CIE 1976) of two colours as somebody sees them."""
    seen = [lab(np.clip(SIGHTS[sight] @ linear(colour), 0, 1)) for colour in (first, second)]
    return float(np.linalg.norm(seen[0] - seen[1]))


def pairs() -> list[Theme]:
    return [theme.with_colours(name) for theme in THEMES.values() for name in COLOUR_MAPS]


every_pair = pytest.mark.parametrize("theme", pairs(), ids=lambda t: f"{t.name}-{t.colours}")


def test_distances_are_computed_as_they_are_defined() -> None:
    assert distance("#ffffff", "#000000") == pytest.approx(100, abs=0.1)
    # Red and green of the same lightness, which the red-green blind mix up.
    assert distance("#b56d00", "#7f8a00") > 25
    assert distance("#b56d00", "#7f8a00", "deuteranopia") < 10


@every_pair
def test_the_two_are_far_apart_to_everybody(theme: Theme) -> None:
    for sight in SIGHTS:
        assert distance(theme.positive, theme.negative, sight) > 60, sight


@every_pair
def test_both_are_far_from_nothing(theme: Theme) -> None:
    for sight, colour in itertools.product(SIGHTS, (theme.positive, theme.negative)):
        assert distance(colour, theme.panel, sight) > 40, sight


@every_pair
def test_numbers_in_them_can_be_read(theme: Theme) -> None:
    surfaces = ("ground", "panel", "chip")
    for name, surface in itertools.product(("positive", "negative"), surfaces):
        assert contrast(theme.colour(name), theme.colour(surface)) >= 4.5, (name, surface)


@every_pair
def test_both_are_about_as_strong(theme: Theme) -> None:
    """Neither sign looks larger than the other."""
    assert contrast(theme.colour("positive"), theme.colour("negative")) < 1.3


@every_pair
def test_neither_is_taken_for_what_is_selected_or_right(theme: Theme) -> None:
    for sign, other in itertools.product(
        (theme.positive, theme.negative), (theme.selected, theme.right)
    ):
        assert distance(sign, other) > 20


def test_a_theme_is_the_same_but_for_the_pair() -> None:
    for theme in pairs():
        assert chosen(theme.name, theme.colours) == theme
        for name in ("text", "panel", "accent", "selected", "right"):
            assert getattr(theme, name) == getattr(THEMES[theme.name], name)
    assert chosen("dark") is DARK


def test_every_pair_can_be_chosen_and_is_called_by_its_colours() -> None:
    kind = Preferred.colours.kind
    assert isinstance(kind, ColourChoice)
    titles = dict(kind.titles())
    assert list(titles) == list(COLOUR_MAPS)
    for name, title in titles.items():
        words = DARK.with_colours(name).words
        assert title.casefold() == "{positive} and {negative}".format(**words)


# -------------------------------------------------------------------- in words


def texts_of(source: str) -> list[str]:
    """All texts of a module that are no docstrings."""
    tree = ast.parse(source)
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    ]


def test_no_other_text_names_a_colour_that_may_be_another() -> None:
    package = Path(visualiser.__file__).parent
    own = (package / "colour_maps.py", package / "preferences" / "table.py")
    colour = re.compile(r"blue|orange|violet", re.IGNORECASE)
    sources = {path: path.read_text("utf-8") for path in package.rglob("*.py") if path not in own}
    named = [
        (path.name, text)
        for path, source in sources.items()
        # Most files name none anywhere, and need not be parsed.
        if colour.search(source)
        for text in texts_of(source)
        if re.search(rf"\b({colour.pattern})\b", text, re.IGNORECASE)
    ]
    assert named == []


def test_the_reader_of_texts_sees_them() -> None:
    assert texts_of('"""Blue."""\ndef f():\n    "Blue."\n    return "blue"') == ["blue"]


def test_tips_name_the_colours_that_are_shown(qtbot: QtBot) -> None:
    theme = LIGHT.with_colours("violet_orange")
    sheet = PointSheet()
    qtbot.addWidget(sheet)
    assert "blue where the target t is 1, orange" in sheet.toolTip()
    sheet.set_theme(theme)
    assert "violet where the target t is 1, orange" in sheet.toolTip()
    model = TermModel()
    model.theme = theme
    tip = model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "W·a: violet raises S, orange lowers it."
