"""What the panel of options is made of: its rows in two columns, its fields, a sample."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from visualiser.theme import DARK, Theme
from visualiser.widgets.number_field import NumberField

_SAMPLE = QSize(32, 12)
_GAP, _BETWEEN = 8, 4


class Form(QGridLayout):
    """Names at the left, what can be chosen at the right, headings above groups."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(_GAP)
        self.setVerticalSpacing(_BETWEEN)
        self.setColumnStretch(1, 1)

    def add_heading(self, text: str) -> None:
        """Begin a group."""
        heading = QLabel(text)
        heading.setObjectName("heading")
        if self.rowCount() > 1:
            heading.setContentsMargins(0, _GAP, 0, 0)
        self.addWidget(heading, self.rowCount(), 0, 1, 2)

    def add_named(self, name: str, control: QWidget, tip: str) -> None:
        """Add a control with its name beside it."""
        label = QLabel(name)
        label.setToolTip(tip)
        label.setBuddy(control)
        explain(control, name, tip)
        row = self.rowCount()
        self.addWidget(label, row, 0)
        self.addWidget(control, row, 1)

    def add_below(self, layout: QLayout) -> None:
        """Add more to the control above."""
        self.addLayout(layout, self.rowCount(), 1)

    def add_switch(self, switch: QCheckBox, tip: str, beside: QWidget | None = None) -> None:
        """Add a check box, which names itself."""
        explain(switch, switch.text(), tip)
        row = self.rowCount()
        self.addWidget(switch, row, 0, 1, 2 if beside is None else 1)
        if beside is not None:
            self.addWidget(beside, row, 1)


def explain(control: QWidget, name: str, tip: str) -> None:
    """Say what a control is and does, to those who see it and to those who hear it."""
    control.setAccessibleName(name)
    control.setAccessibleDescription(tip)
    control.setToolTip(tip)


class ChoiceBox(QComboBox):
    """A choice between values, each with a few words."""

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        for value, words in choices:
            self.addItem(words, value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return str(self.currentData())

    def show_value(self, value: str) -> None:
        """Show that this value holds."""
        self.setCurrentIndex(self.findData(value))


class ScaleField(NumberField):
    """A number field that leaves Esc to the popup, once it has given up what was typed."""

    def give_up(self) -> None:
        """Show the number that holds, whatever is typed."""
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Pass Esc on."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()


class StepField(QSpinBox):
    """The number of a step, taken over by Enter or by leaving the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 2**31 - 1)
        self.setGroupSeparatorShown(True)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(84)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Give up by Esc, and pass it on."""
        if event.key() == Qt.Key.Key_Escape:
            self.setValue(self.value())
            event.ignore()
        else:
            super().keyPressEvent(event)


class DashSample(QWidget):
    """A dashed line, as negative ones are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = DARK
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A few dashes long."""
        return _SAMPLE

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        try:
            pen = QPen(self._theme.colour("negative"), 1.5)
            pen.setDashPattern([4.0, 3.0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            middle = self.height() / 2
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        finally:
            painter.end()
