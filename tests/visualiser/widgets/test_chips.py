"""Numbers in boxes: whole wherever they can be, honest where they cannot, and copied by keys."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from visualiser.number_format import NumberStyle, fixed, significant, use
from visualiser.widgets.labels import Chip, ChipRow

NAMES = ("a", "S", "B", "∂C/∂B")
several = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def rows_of(chips: tuple[Chip, ...]) -> int:
    return len({chip.y() for chip in chips})


def is_whole(chip: Chip) -> bool:
    value = chip.findChildren(QLabel)[1]
    return value.sizeHint().width() <= value.width()


@pytest.fixture
def chips(qtbot: QtBot) -> Iterator[tuple[Chip, ...]]:
    made = tuple(Chip(name, f"What {name} is.") for name in NAMES)
    row = ChipRow(*made)
    qtbot.addWidget(row)
    row.resize(344, 100)
    row.show()
    yield made
    row.close()


@pytest.fixture
def chip(chips: tuple[Chip, ...]) -> Chip:
    chips[0].set_value("−0.4127", exact=float(np.float32(-0.41266)))
    chips[0].setFocus()
    return chips[0]


def open_menu(chip: Chip) -> QMenu:
    return next(menu for menu in chip.findChildren(QMenu) if menu.isVisible())


def show(chips: tuple[Chip, ...], values: list[float]) -> None:
    for chip, value in zip(chips, values, strict=True):
        chip.set_value(fixed(value, sign=True), exact=value)
    QApplication.processEvents()


def test_usual_numbers_stand_side_by_side(chips: tuple[Chip, ...]) -> None:
    show(chips, [0.4127, -2.7852, -0.0899, 0.0104])
    assert rows_of(chips) == 1
    assert all(is_whole(chip) for chip in chips)


def test_long_numbers_stand_in_two_rows_and_short_ones_go_back(chips: tuple[Chip, ...]) -> None:
    use(NumberStyle(8))
    show(chips, [-278.51608276, 0.1, 2.0, -0.5])
    assert rows_of(chips) == 2
    assert chips[0].text() == "−278.51608276"
    assert all(is_whole(chip) for chip in chips)
    use(NumberStyle())
    show(chips, [-2.7, 0.1, 2.0, -0.5])
    assert rows_of(chips) == 1


@several
@given(
    st.integers(2, 8),
    st.lists(st.floats(width=32, allow_nan=True), min_size=4, max_size=4),
    st.integers(300, 500),
)
def test_whatever_it_is_nothing_is_cut_off(
    chips: tuple[Chip, ...], decimals: int, values: list[float], width: int
) -> None:
    use(NumberStyle(decimals))
    row = chips[0].parentWidget()
    assert row is not None
    row.resize(width, 100)
    show(chips, values)
    assert row.minimumSizeHint().width() <= width
    for chip, value in zip(chips, values, strict=True):
        assert is_whole(chip)
        shown = chip.text()
        if np.isfinite(value) and shown != fixed(value, sign=True):
            # Fewer digits, but no other number.
            digits = sum(letter.isdecimal() for letter in shown.partition("×")[0].lstrip("+−0."))
            assert shown == significant(value, digits, sign=shown.startswith("+"))
        if np.isfinite(value):
            assert np.float32(chip.toolTip().rpartition(" ")[2]) == value


def test_ctrl_c_copies_what_is_shown(chip: Chip) -> None:
    screen.control_key(chip, Qt.Key.Key_C)
    assert QApplication.clipboard().text() == "−0.4127"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_the_keyboard_opens_a_menu_that_copies_all_digits(
    chip: Chip, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(chip, key, held)
    menu = open_menu(chip)
    assert [entry.text() for entry in menu.actions()] == ["Copy −0.4127", "Copy all digits"]
    screen.key(menu, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == "-0.41266"


def test_the_pointer_opens_the_same_menu_even_on_the_letters(chip: Chip) -> None:
    for part in (chip, *chip.findChildren(QLabel)):
        place = QPoint(2, 2)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, part.mapToGlobal(place))
        QApplication.sendEvent(part, event)
        menu = open_menu(chip)
        screen.key(menu, Qt.Key.Key_Return)
        assert QApplication.clipboard().text() == "−0.4127"
        QApplication.clipboard().clear()


def test_what_it_is_can_be_heard(chip: Chip) -> None:
    assert chip.accessibleName() == "a = −0.4127"


def test_the_focus_is_seen(chip: Chip) -> None:
    with_focus = screen.pixels(chip)
    chip.clearFocus()
    assert (screen.pixels(chip) != with_focus).any()
