"""Labels of the few kinds that panels use, and the thin line between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.still_label import StillLabel

# A serif in which formulas are set, the first of them that is installed.
SERIF = "'STIX Two Text', 'Cambria', 'Georgia', 'Times New Roman', 'DejaVu Serif', serif"


def label(kind: str, text: str = "", wrap: bool = False) -> QLabel:
    """A label: "title", "heading", "secondary", "number" or "plain"."""
    made = StillLabel(text)
    made.setObjectName(kind)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.RichText if "<" in text else Qt.TextFormat.AutoText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def symbol(text: str) -> str:
    """A letter of a formula as HTML: serif and italic."""
    return f'<i style="font-family: {SERIF}">{text}</i>'


def line() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setObjectName("line")
    return made


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, where it has them."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def letters(font: QFont, size: int) -> QFont:
    """The same font as letters of a formula are painted in, with this size in pixels."""
    made = QFont(font)
    made.setFamilies([name.strip(" '") for name in SERIF.split(",")])
    made.setItalic(True)
    made.setPixelSize(size)
    return made


def dated_heading(text: str, date: FittingLabel | None) -> QHBoxLayout:
    """A heading, with room beside it for the step that what follows is of."""
    row = QHBoxLayout()
    row.addWidget(label("heading", text))
    if date is None:
        row.addStretch(1)
    else:
        date.setObjectName("secondary")
        date.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(date, 1)
    return row


class Chip(QFrame):
    """A number with the letter it is known by above it.

    Parameters
    ----------
    letter : str
        HTML.
    tip : str
        What it is, in a sentence.
    """

    def __init__(self, letter: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setToolTip(tip)
        self._letter = label("secondary", symbol(letter))
        self._value = label("number")
        font = tabular(self._value.font())
        font.setPixelSize(14)
        self._value.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 5, 7)
        column.setSpacing(1)
        column.addWidget(self._letter)
        column.addWidget(self._value)

    def set_value(self, text: str, colour: str = "") -> None:
        """Show a number, in a colour where its sign matters."""
        self._value.setText(text)
        self._value.setStyleSheet(f"color: {colour}" if colour else "")

    def text(self) -> str:
        """What it shows."""
        return self._value.text()


def row_of(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side, sharing the width."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
