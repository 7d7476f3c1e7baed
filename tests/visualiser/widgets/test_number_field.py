"""A field for one number, which shows the decimal mark that is chosen and understands both."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.visualiser import screen
from visualiser.number_format import MARKS, NumberStyle, fixed, use
from visualiser.widgets.number_field import NumberField

several = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
styles = st.builds(NumberStyle, st.integers(2, 8), st.sampled_from(MARKS))


class Field:
    """A field, and what it says was entered or refused."""

    def __init__(self) -> None:
        self.widget = NumberField("Number", "A number.", 120)
        self.entered: list[float] = []
        self.refused: list[str] = []
        self.widget.value_entered.connect(self.entered.append)
        self.widget.text_refused.connect(self.refused.append)

    def enter(self, text: str) -> list[float]:
        self.entered.clear()
        screen.type_into(self.widget, text)
        return self.entered

    def paste(self, text: str) -> list[float]:
        self.entered.clear()
        QApplication.clipboard().setText(text)
        self.widget.setFocus()
        self.widget.selectAll()
        screen.control_key(self.widget, Qt.Key.Key_V)
        screen.key(self.widget, Qt.Key.Key_Return)
        return self.entered


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    made = Field()
    qtbot.addWidget(made.widget)
    made.widget.show()
    made.widget.show_value(77.0)
    return made


@several
@given(styles, st.sampled_from(MARKS), st.decimals(-1000, 1000, places=3))
def test_what_is_typed_with_either_mark_is_what_is_meant(
    field: Field, style: NumberStyle, mark: str, value: float
) -> None:
    use(style)
    assert field.enter(f"{value:.3f}".replace(".", mark)) in ([float(value)], [])
    assert field.refused == []


def test_a_number_from_the_screen_can_be_pasted(field: Field) -> None:
    for mark in MARKS:
        use(NumberStyle(8, mark))
        assert field.paste(fixed(-1234.56789012)) == [-1234.56789012]
        assert field.paste("−1.5×10⁻⁵") == [-1.5e-5]


@pytest.mark.parametrize(
    ("mark", "typed", "found"),
    [
        (".", "1,000", [1000.0]),
        (",", "1.000", [1000.0]),
        (".", "12 960", [12960.0]),
        (",", "12\u202f960", [12960.0]),
        # A fraction is passed on as one: who counts in whole numbers refuses it.
        (".", "2,5", [2.5]),
        (",", "2,5", [2.5]),
        # Either a thousand or one: it is asked again.
        (".", "1.000", []),
        (",", "1,000", []),
    ],
)
def test_groups_of_a_whole_number_are_no_fraction(
    field: Field, mark: str, typed: str, found: list[float]
) -> None:
    use(NumberStyle(mark=mark))
    field.widget.set_whole()
    assert field.paste(typed) == found
    assert field.refused == ([] if found else [typed])


def test_it_is_written_anew_but_never_over_what_is_typed(field: Field) -> None:
    field.widget.show_value(0.25)
    use(NumberStyle(mark=","))
    field.widget.write_again()
    assert field.widget.text() == "0,25"
    screen.type_into(field.widget, "0,3", Qt.Key.Key_End)
    use(NumberStyle())
    field.widget.write_again()
    assert field.widget.text() == "0,3"
    screen.key(field.widget, Qt.Key.Key_Escape)
    assert field.widget.text() == "0.25"
