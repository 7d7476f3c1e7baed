"""What stands beside the outputs: names as long as there is room for, clear of all else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from tests.visualiser.network_view.layouts import Frame, frames, quick
from visualiser.network_view.arranging import BOTTOM, RIGHT, TOP, lay_out
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.output_names import more_for_names

LONG = "a class of a long name"


@quick
@given(st.integers(2, 120), frames)
def test_the_first_output_is_clear_of_the_controls_above(outputs: int, frame: Frame) -> None:
    last = lay_out((64, 16, outputs), (8, 8), *frame).layers[-1]
    assert last.centres[:, 1].min() >= TOP + 13 - 1e-9
    assert last.centres[:, 1].max() <= frame[1] - BOTTOM


@quick
@given(st.integers(1, 8), frames)
def test_layer_1_is_clear_of_what_chooses_the_example(layers: int, frame: Frame) -> None:
    layout = lay_out((64, *(8,) * layers, 10), (8, 8), *frame)
    first = layout.layers[1]
    is_crowded = (layout.width - RIGHT - 256) / layers < 44
    assert is_crowded or first.left > reach_of_choice(layout)


@pytest.mark.parametrize("neurons", [16, 30, 64, 128])
@pytest.mark.parametrize("height", [271, 320, 530])
def test_layer_1_is_clear_of_it_in_several_columns_too(neurons: int, height: int) -> None:
    layout = lay_out((64, neurons, 16, 10), (8, 8), 640, height)
    assert layout.layers[1].left > reach_of_choice(layout)


def reach_of_choice(layout: NetworkLayout) -> float:
    """How far right it reaches: 226 pixels wide, in the middle below the picture."""
    return max(4.0, layout.layers[0].middle - 113) + 226


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [640, 895, 1600, 3840])
def test_long_names_have_more_room_in_a_wider_picture(width: int) -> None:
    more = more_for_names((LONG, "b"), width)
    narrower = more_for_names((LONG, "b"), width / 2)
    assert 0 <= narrower <= more <= 0.14 * width
    assert more_for_names((), width) == more_for_names(("a", "b"), width) == 0
    plain = lay_out((30, 8, 2), (1, 30), width, 500).layers[-1]
    named = lay_out((30, 8, 2), (1, 30), width, 500, for_names=more).layers[-1]
    assert plain.right - named.right == pytest.approx(more)


def test_a_name_that_has_room_is_not_cut(qapp: QApplication) -> None:
    font = qapp.font()
    font.setPixelSize(12)
    needed = QFontMetricsF(font).horizontalAdvance(LONG)
    assert 56 + more_for_names((LONG,), 3840) >= needed
