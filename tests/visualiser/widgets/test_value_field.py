"""A chip whose number is typed, stepped and dragged, and refuses what it cannot be."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from visualiser.widgets.value_field import ValueField

Key = Qt.Key
several = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class Shown:
    """A field, what is below it, and what it tells."""

    def __init__(self, page: QWidget) -> None:
        self.page = page
        self.field = ValueField("W", "The weight.")
        self.other = QLineEdit()
        column = QVBoxLayout(page)
        for widget in (self.field, self.field.refusal, self.other):
            column.addWidget(widget)
        self.entered: list[float] = []
        self.told: list[str] = []
        self.moved: list[float] = []
        self.field.entered.connect(self._enter)
        self.field.moved.connect(self._move)
        for name in ("grabbed", "released", "given_up"):
            getattr(self.field, name).connect(lambda name=name: self.told.append(name))
        self.field.show_number(0.5, "")

    def _enter(self, value: float) -> None:
        self.entered.append(value)
        self.field.show_number(value, "")

    def _move(self, value: float) -> None:
        self.moved.append(value)
        self.field.show_number(value, "")

    @property
    def line(self) -> QLineEdit:
        [line] = self.field.findChildren(QLineEdit)
        return line

    def click(self) -> None:
        QTest.mouseClick(self.field, Qt.MouseButton.LeftButton)

    def type(self, text: str, end: Key = Key.Key_Return) -> None:
        self.click()
        if text.isascii():
            QTest.keyClicks(self.line, text)
        else:
            # As pasted: QTest knows no keys for it.
            self.line.insert(text)
        screen.key(self.line, end)

    def drag(self, pixels: int, modifiers: Qt.KeyboardModifier, parts: int = 5) -> None:
        start = self.field.rect().center()
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(self.field, left, modifiers, start)
        for part in range(1, parts + 1):
            place = start + QPoint(round(pixels * part / parts), 0)
            move(self.field, place, modifiers)

    def release(self) -> None:
        QTest.mouseRelease(self.field, Qt.MouseButton.LeftButton)

    def refusal(self) -> str:
        return self.field.refusal.text() if self.field.refusal.isVisible() else ""


def move(widget: QWidget, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """Move the pointer with the left button down, and keys held."""
    point = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        point,
        widget.mapToGlobal(point),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        modifiers,
    )
    QApplication.sendEvent(widget, event)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    page = QWidget()
    qtbot.addWidget(page)
    made = Shown(page)
    page.resize(300, 200)
    page.show()
    qtbot.waitUntil(made.field.isVisible)
    return made


# -------------------------------------------------------------------- typing


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.25", 1.25),
        ("-3", -3),
        ("−3", -3),
        ("1,5", 1.5),
        (" 2e-3 ", 0.002),
        ("-1000000", -1e6),
        # As the refusal writes its bounds, and as other numbers stand in the window.
        ("−1,000,000", -1e6),
        ("1,234.5", 1234.5),
        ("+1.5×10⁻⁶", 1.5e-6),
        ("−2×10³", -2000),
    ],
)
def test_what_is_typed_is_entered(shown: Shown, typed: str, value: float) -> None:
    shown.type(typed)
    assert shown.entered == [value]
    assert not shown.field.is_typing()
    assert shown.field.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return, Key.Key_Enter])
def test_keys_begin_to_type(shown: Shown, key: Key) -> None:
    shown.field.setFocus()
    screen.key(shown.field, key)
    assert shown.field.is_typing()
    assert shown.line.selectedText() == "0.5"


@several
@given(st.floats(width=32, min_value=-1e6, max_value=1e6))
def test_all_digits_are_offered(shown: Shown, value: float) -> None:
    shown.field.show_number(value, "")
    shown.click()
    assert np.float32(shown.line.text()) == np.float32(value)
    assert len(shown.line.text()) <= 15
    screen.key(shown.line, Key.Key_Return)
    assert shown.entered == []


@pytest.mark.parametrize("width", [74, 300])
@pytest.mark.parametrize("number", [0.5, -1.8907193, -1.2345678e-05])
def test_the_sign_and_the_first_digits_are_in_sight(
    shown: Shown, width: int, number: float
) -> None:
    shown.field.setFixedWidth(width)
    QApplication.processEvents()
    shown.field.show_number(number, "")
    shown.click()
    assert shown.line.selectedText() == shown.line.text() == str(np.float32(number))
    assert shown.line.cursorPosition() == 0
    start = shown.line.cursorRect().center().x()
    assert 0 <= start < 10


def test_a_weight_fits_into_its_chip(shown: Shown) -> None:
    shown.field.setFixedWidth(80)
    QApplication.processEvents()
    shown.field.show_number(-1.8907193, "")
    shown.click()
    screen.key(shown.line, Key.Key_End)
    # The whole number is left of the cursor, and nothing of it was scrolled away.
    needed = shown.line.fontMetrics().horizontalAdvance(shown.line.text())
    assert shown.line.cursorRect().center().x() >= needed


def test_who_does_not_see_the_refusal_is_told(shown: Shown) -> None:
    shown.type("abc")
    assert shown.line.accessibleDescription() == shown.refusal()
    screen.key(shown.line, Key.Key_Escape)
    assert shown.line.accessibleDescription() == ""


def test_escape_gives_up(shown: Shown) -> None:
    shown.type("7", Key.Key_Escape)
    assert shown.entered == []
    assert shown.field.text() == "+0.5000"
    assert shown.field.hasFocus()


def test_what_is_typed_is_taken_on_leaving(shown: Shown) -> None:
    shown.click()
    QTest.keyClicks(shown.line, "0.75")
    shown.other.setFocus()
    assert shown.entered == [0.75]
    assert not shown.field.is_typing()


def test_the_live_number_does_not_write_over_what_is_typed(shown: Shown) -> None:
    shown.click()
    QTest.keyClicks(shown.line, "1.")
    shown.field.show_number(0.25, "")
    QTest.keyClicks(shown.line, "5")
    screen.key(shown.line, Key.Key_Return)
    assert shown.entered == [1.5]


def test_who_types_nothing_is_told_so(shown: Shown) -> None:
    shown.click()
    QTest.keyClicks(shown.line, "1")
    screen.key(shown.line, Key.Key_Backspace, Key.Key_Return)
    assert shown.entered == []
    assert shown.refusal().startswith("Nothing is typed; type a number for W")
    screen.key(shown.line, Key.Key_Escape)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1e300", "is too large for W"),
        ("-1000001", "is too large for W"),
        ("inf", "is too large for W"),
        ("nan", "is no number"),
        ("abc", "is no number"),
        ("1,00.5", "is no number"),
        ("0,5,5", "is no number"),
        ("9" * 60, "is too large for W"),
    ],
)
@pytest.mark.parametrize("mend", [Key.Key_Escape, None])
def test_what_it_cannot_be_is_refused_until_it_is_put_right(
    shown: Shown, typed: str, why: str, mend: Key | None
) -> None:
    shown.type(typed)
    assert shown.entered == []
    assert shown.field.text() == "+0.5000"
    assert shown.line.text() == typed
    sentence = shown.refusal()
    assert typed[:20] in sentence
    assert why in sentence
    assert "−1,000,000 to 1,000,000" in sentence
    assert "{" not in sentence
    if mend is not None:
        screen.key(shown.line, mend)
    else:
        screen.control_key(shown.line, Key.Key_A)
        QTest.keyClicks(shown.line, "2")
    assert shown.refusal() == ""
    if mend is None:
        screen.key(shown.line, Key.Key_Return)
        assert shown.entered == [2]


def test_nothing_is_lost_on_leaving_what_is_refused(shown: Shown) -> None:
    shown.click()
    QTest.keyClicks(shown.line, "abc")
    shown.other.setFocus()
    assert shown.line.text() == "abc"
    assert shown.refusal()


# -------------------------------------------------------------------- keys


@pytest.mark.parametrize(("number", "step"), [(0.0, 0.01), (0.5, 0.01), (-31.0, 0.1)])
def test_up_and_down_change_it(shown: Shown, number: float, step: float) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    shown.field.show_number(number, "")
    shown.field.setFocus()
    screen.key(shown.field, Key.Key_Up, Key.Key_Up, Key.Key_Down)
    QTest.keyClick(shown.field, Key.Key_Down, shift)
    expected = number + step * np.array([1, 2, 1, -9])
    assert shown.entered == pytest.approx(expected.tolist())


def test_up_and_down_change_it_while_it_is_typed(shown: Shown) -> None:
    shown.click()
    QTest.keyClicks(shown.line, "2")
    screen.key(shown.line, Key.Key_Up)
    assert shown.entered == pytest.approx([2.01])
    assert float(shown.line.text()) == pytest.approx(2.01)
    assert shown.field.is_typing()


# -------------------------------------------------------------------- dragging


@pytest.mark.parametrize("pixels", [-120, -3, 7, 200])
@pytest.mark.parametrize(
    ("modifiers", "worth"),
    [
        (Qt.KeyboardModifier.NoModifier, 0.01),
        (Qt.KeyboardModifier.ShiftModifier, 0.1),
        (Qt.KeyboardModifier.AltModifier, 0.001),
    ],
)
def test_a_pixel_has_its_worth(
    shown: Shown, pixels: int, modifiers: Qt.KeyboardModifier, worth: float
) -> None:
    shown.drag(pixels, modifiers)
    assert shown.told == ["grabbed"]
    assert shown.moved[-1] == pytest.approx(0.5 + pixels * worth, abs=1e-5)
    shown.release()
    assert shown.told == ["grabbed", "released"]
    assert not shown.field.is_typing()


def test_escape_ends_a_drag(shown: Shown) -> None:
    shown.drag(40, Qt.KeyboardModifier.NoModifier)
    screen.key(shown.field, Key.Key_Escape)
    count = len(shown.moved)
    move(shown.field, QPoint(90, 5), Qt.KeyboardModifier.NoModifier)
    shown.release()
    assert shown.told == ["grabbed", "given_up"]
    assert len(shown.moved) == count
    assert not shown.field.is_typing()


def test_another_number_ends_it_all(shown: Shown) -> None:
    shown.type("abc")
    shown.field.stop()
    assert shown.refusal() == ""
    assert not shown.field.is_typing()
    shown.drag(40, Qt.KeyboardModifier.NoModifier)
    shown.field.stop()
    shown.release()
    assert shown.told == ["grabbed"]


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_what_is_no_number_can_be_mended(shown: Shown, number: float) -> None:
    shown.field.show_number(number, "")
    shown.type("0.25")
    assert shown.entered == [0.25]


def test_it_says_what_it_is_and_shows_the_focus(shown: Shown) -> None:
    assert shown.field.accessibleName() == "W = +0.5000, which can be edited"
    shown.other.setFocus()
    before = screen.pixels(shown.field)
    shown.field.setFocus()
    assert (screen.pixels(shown.field) != before).any()
    assert shown.field.cursor().shape() == Qt.CursorShape.SizeHorCursor
