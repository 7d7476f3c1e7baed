"""What the panel of options is made of: its rows in two columns, its fields, a sample."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from visualiser.theme import DARK, Theme
from visualiser.widgets.number_field import NumberField

# Values with the words for them.
Choices = tuple[tuple[str, str], ...]

_SAMPLE = QSize(32, 12)
_GAP, _BETWEEN = 8, 4


class Form(QGridLayout):
    """Names at the left, what can be chosen at the right, headings above groups.

    Attributes
    ----------
    choices, switches : dict
        Boxes and check boxes by the name of the option that they show.

    Signals
    -------
    chosen
        In one of those, by hand.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, ChoiceBox] = {}
        self.switches: dict[str, QCheckBox] = {}
        self.setHorizontalSpacing(_GAP)
        self.setVerticalSpacing(_BETWEEN)
        self.setColumnStretch(1, 1)

    def add_heading(self, text: str) -> QLabel:
        """Begin a group; the heading."""
        heading = QLabel(text)
        heading.setObjectName("heading")
        if self.rowCount() > 1:
            heading.setContentsMargins(0, _GAP, 0, 0)
        self.addWidget(heading, self.rowCount(), 0, 1, 2)
        return heading

    def add_named(self, name: str, control: QWidget, tip: str, *beside: QWidget) -> None:
        """Add a control with its name to the left, and more to the right of it."""
        label = QLabel(name)
        label.setToolTip(tip)
        label.setBuddy(control)
        explain(control, name, tip)
        self.addWidget(label, self.rowCount(), 0)
        self.addLayout(side_by_side(control, *beside), self.rowCount() - 1, 1)

    def add_choice(self, option: str, name: str, choices: Choices, tip: str = "") -> None:
        """Add a box with its name to the left."""
        box = self.choices[option] = ChoiceBox(choices)
        box.activated.connect(self.chosen)
        self.add_named(name, box, tip)

    def add_below(self, *widgets: QWidget) -> None:
        """Add more to the control above."""
        self.addLayout(side_by_side(*widgets), self.rowCount(), 1)

    def new_switch(self, option: str, text: str, tip: str = "") -> QCheckBox:
        """A check box, to be placed."""
        switch = self.switches[option] = QCheckBox(text)
        switch.clicked.connect(self.chosen)
        explain(switch, text, tip)
        return switch

    def add_switch(self, option: str, text: str, tip: str = "", *beside: QWidget) -> None:
        """Add a check box, which names itself, and more to the right of it."""
        row = side_by_side(self.new_switch(option, text, tip), *beside)
        row.addStretch()
        self.addLayout(row, self.rowCount(), 0, 1, 2)


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Widgets in a row."""
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    for widget in widgets:
        row.addWidget(widget)
    return row


def explain(control: QWidget, name: str, tip: str) -> None:
    """Say what a control is and does, to those who see it and to those who hear it."""
    control.setAccessibleName(name)
    control.setAccessibleDescription(tip)
    control.setToolTip(tip)


class ChoiceBox(QComboBox):
    """A choice between values, each with a few words."""

    def __init__(self, choices: Choices) -> None:
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Esc on."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()


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

    def sizeHint(self) -> QSize:
        """A few dashes long."""
        return _SAMPLE

    def paintEvent(self, _: QPaintEvent) -> None:
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
