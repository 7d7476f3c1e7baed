"""Pictures of numbers: blue above zero, orange below, the stronger the larger."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pytestqt.qtbot import QtBot

from core.parameters import FloatArray
from tests.visualiser.screen import image_pixels, label_text, labels, pixels
from visualiser.theme import DARK, THEMES, Theme
from visualiser.widgets.weight_picture import WeightPicture, signed_image

anything = arrays(np.float32, (4, 5), elements=st.floats(width=32))


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_the_sign_is_told_by_colour_and_zero_has_none(theme: Theme) -> None:
    values = np.array([[-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0]])
    red, _, blue = image_pixels(signed_image(values, 1.0, theme))[0].T
    difference = blue - red
    assert (np.diff(difference) >= 0).all()
    assert difference[0] == difference[1] < difference[2] < 0 < difference[4] < difference[5]
    zero = theme.colour("chip")
    middle = (zero.red(), zero.green(), zero.blue())
    assert tuple(image_pixels(signed_image(values, 1.0, theme))[0, 3]) == middle


@settings(deadline=None, max_examples=60)
@given(anything, st.sampled_from([1e-5, 1.0, 1e30]))
def test_any_numbers_make_a_picture(values: FloatArray, scale: float) -> None:
    picture = image_pixels(signed_image(values, scale, DARK))
    assert picture.shape == (4, 5, 3)


def test_the_picture_keeps_its_shape_and_its_caption_tells_the_scale(qtbot: QtBot) -> None:
    picture = WeightPicture("W", "The weights.")
    qtbot.addWidget(picture)
    picture.resize(120, 140)
    picture.show_values(np.array([[1.0, -1.0], [-1.0, 1.0]]), 0.33)
    picture.show()
    assert [label_text(label) for label in labels(picture)] == ["W ±0.33"]
    assert picture.toolTip() == "The weights."
    # Two by two squares: upper left and lower right are blue, the others are orange.
    shown = pixels(picture)
    is_blue = shown[:, :, 2] > shown[:, :, 0] + 60
    is_orange = shown[:, :, 0] > shown[:, :, 2] + 60
    assert abs(int(is_blue.sum()) - int(is_orange.sum())) < 200
    assert is_blue[:40, :60].sum() > 1000
    assert is_orange[:40, 60:].sum() > 1000
