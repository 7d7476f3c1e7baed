"""Icons: there, drawn, and in the colour that was asked for."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize

from tests.visualiser.screen import image_pixels
from visualiser.resources import asset, icon, window_icon

NAMES = sorted(path.stem for path in asset("icons").glob("*.svg"))


@pytest.mark.parametrize("name", [n for n in NAMES if n != "visualiser"])
@pytest.mark.parametrize(("colour", "strong"), [("#ff0000", 0), ("#0000ff", 2)])
def test_every_icon_is_drawn_in_the_colour_that_is_asked_for(
    name: str, colour: str, strong: int
) -> None:
    picture = image_pixels(icon(name, colour).pixmap(QSize(32, 32)).toImage())
    assert np.count_nonzero(picture[:, :, strong] > 100) > 20


def test_the_program_has_an_icon_of_its_own() -> None:
    sizes = window_icon().availableSizes()
    assert {size.width() for size in sizes} >= {16, 32, 64}
