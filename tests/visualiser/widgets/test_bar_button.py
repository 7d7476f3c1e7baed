"""A button of a bar: its icon keeps clear of its text, and both are in its middle."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from visualiser import theme as themes
from visualiser.resources import icon
from visualiser.theme import DARK
from visualiser.widgets.bar_button import BarButton

# Pixels between icon and text.
CLEAR = 6


@pytest.fixture
def button(qtbot: QtBot) -> BarButton:
    themes.dress(DARK)
    made = BarButton()
    qtbot.addWidget(made)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setIcon(icon("play", DARK.text))
    made.setIconSize(QSize(18, 13))
    made.setText("Play")
    return made


def inked_columns(button: BarButton) -> list[int]:
    """Where anything is drawn, border and ground apart."""
    shown = screen.grey(screen.pixels(button)).astype(int)
    inside = np.ptp(shown[4:-4, 4:-4], axis=0)
    return [int(column) + 4 for column in np.flatnonzero(inside > 20)]


@pytest.mark.parametrize("more", [0, 1, 30])
def test_icon_and_text_are_apart_and_in_the_middle(button: BarButton, more: int) -> None:
    size = button.sizeHint()
    button.resize(size.width() + more, size.height())
    button.show()
    columns = inked_columns(button)
    assert int(np.diff(columns).max()) > CLEAR
    # The icon is at the left.
    assert columns[int(np.diff(columns).argmax())] < button.width() / 2
    left, right = columns[0], button.width() - 1 - columns[-1]
    assert abs(left - right) <= 8


def test_an_icon_alone_is_drawn_as_ever(button: BarButton) -> None:
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.resize(button.sizeHint())
    button.show()
    assert inked_columns(button)
