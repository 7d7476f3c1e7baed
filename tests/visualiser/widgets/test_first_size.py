"""No window opens larger than its screen, and none that has room smaller than it would like."""

from __future__ import annotations

from types import SimpleNamespace
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from visualiser.widgets.first_size import open_with

SIDES = st.integers(200, 3000)


def test_it_is_what_is_wanted_where_there_is_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    @given(st.tuples(SIDES, SIDES), st.tuples(SIDES, SIDES))
    def check(wanted: tuple[int, int], room: tuple[int, int]) -> None:
        screen = SimpleNamespace(availableSize=lambda: QSize(*room))
        with patch.object(window, "screen", lambda: screen):
            open_with(window, *wanted)
        for side, most, got in zip(wanted, room, window.size().toTuple(), strict=True):
            assert got < most
            assert got == side or most - 40 <= got < side

    check()
