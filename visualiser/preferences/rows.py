"""Rows of the dialog of preferences: one for every setting, made by its kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QLinearGradient, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy, QSpinBox

from visualiser.network_view.options_parts import Form, explain
from visualiser.number_format import count
from visualiser.setting_kinds import (
    Choice,
    ColourChoice,
    Setting,
    Switch,
    WholeNumber,
    translated,
)
from visualiser.theme import Theme
from visualiser.widgets.number_field import grouping_locale

_SAMPLE = QSize(40, 12)
_NUMBER_WIDTH = 112
# As far as the words of a switch are from its left edge.
_SWITCH_INDENT = 22


class Row(QObject):
    """A setting with the control in which it is chosen.

    Signals
    -------
    chosen (object)
        By hand: the value.
    """

    chosen = Signal(object)

    def show_value(self, value: Any) -> None:
        """Show that this value holds; nothing is said about it."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Show colours in this theme."""


class ChoiceRow(Row):
    """One of a few values, in a box."""

    def __init__(self, form: Form, setting: Setting[Any], kind: Choice[Any]) -> None:
        super().__init__(form)
        self._box = _Box()
        self._values = [value for value, _ in kind.titles()]
        for _, title in kind.titles():
            self._box.addItem(title)
        self._box.activated.connect(self._choose)
        _add(form, setting, self._box)

    def show_value(self, value: Any) -> None:
        """Show that this value holds."""
        self._box.setCurrentIndex(self._values.index(value))

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(self._values[place])


class ColourRow(ChoiceRow):
    """Pairs of colours, each with a sample beside its name: of +, over 0, to −."""

    def __init__(self, form: Form, setting: Setting[Any], kind: Choice[Any]) -> None:
        super().__init__(form, setting, kind)
        self._box.setIconSize(_SAMPLE)

    def set_theme(self, theme: Theme) -> None:
        """Show them as they are in this theme."""
        for place, value in enumerate(self._values):
            self._box.setItemIcon(place, _sample(theme.with_colours(value), self._box))


class NumberRow(Row):
    """A whole number, typed or changed by the arrow keys."""

    def __init__(self, form: Form, setting: Setting[Any], kind: WholeNumber) -> None:
        super().__init__(form)
        self._kind, self._title, self._tip = kind, translated(setting.title), setting.tip
        self._box = box = _NumberBox()
        box.setRange(kind.least, kind.most)
        box.setSingleStep(kind.step)
        # Not with every digit that is typed.
        box.setKeyboardTracking(False)
        box.setGroupSeparatorShown(True)
        box.setFixedWidth(_NUMBER_WIDTH)
        box.valueChanged.connect(self._choose)
        unit = QLabel(translated(kind.unit))
        unit.setObjectName("secondary")
        unit.setToolTip(translated(setting.tip))
        _add(form, setting, box, unit)

    def show_value(self, value: int) -> None:
        """Show that this number holds."""
        kind, tip = self._kind, translated(self._tip)
        within = self.tr("{tip} From {least} to {most}.")
        tip = within.format(tip=tip, least=count(kind.least), most=count(kind.most))
        explain(self._box, self._title, tip)
        self._box.setLocale(grouping_locale())
        was_blocked = self._box.blockSignals(True)
        self._box.setValue(value)
        self._box.blockSignals(was_blocked)

    @Slot(int)
    def _choose(self, value: int) -> None:
        self.chosen.emit(value)


class SwitchRow(Row):
    """Something that is on or off, and what is said while it is off."""

    def __init__(self, form: Form, setting: Setting[Any], kind: Switch) -> None:
        super().__init__(form)
        self._switch = QCheckBox(translated(setting.title))
        explain(self._switch, translated(setting.title), translated(setting.tip))
        self._switch.clicked.connect(self._choose)
        form.addWidget(self._switch, form.rowCount(), 0, 1, 2)
        self._warning = _sentence(kind.warning, setting)
        self._warning.setIndent(_SWITCH_INDENT)
        form.addWidget(self._warning, form.rowCount(), 0, 1, 2)

    def show_value(self, value: bool) -> None:
        """Show whether it is on."""
        self._switch.setChecked(value)
        self._warning.setVisible(not value and bool(self._warning.text()))

    @Slot(bool)
    def _choose(self, value: bool) -> None:
        self.show_value(value)
        self.chosen.emit(value)


ROWS = {Choice: ChoiceRow, ColourChoice: ColourRow, WholeNumber: NumberRow, Switch: SwitchRow}


def add_row(form: Form, setting: Setting[Any]) -> Row:
    """Add a setting to the end of a form, with the note below it."""
    row: Row = ROWS[type(setting.kind)](form, setting, setting.kind)
    if setting.note:
        form.add_below(_sentence(setting.note, setting))
    return row


# -------------------------------------------------------------------- parts


class _Box(QComboBox):
    """A box that the wheel scrolls past: a choice takes effect at once."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the dialog."""
        event.ignore()


class _NumberBox(QSpinBox):
    """A number that the wheel scrolls past."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the dialog."""
        event.ignore()


def _add(form: Form, setting: Setting[Any], control: _Box | _NumberBox, *beside: QLabel) -> None:
    form.add_named(translated(setting.title), control, translated(setting.tip), *beside)


def _sentence(text: str, setting: Setting[Any]) -> QLabel:
    made = QLabel(translated(text))
    made.setToolTip(translated(setting.tip))
    made.setObjectName("secondary")
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def _sample(theme: Theme, widget: QComboBox) -> QIcon:
    """The colours from +1 over 0 to −1, as a bar: in the order of their names."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(_SAMPLE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    bar = QRectF(0, 0, _SAMPLE.width(), _SAMPLE.height())
    colours = QLinearGradient(bar.topLeft(), bar.topRight())
    for place, name in ((0.25, "positive"), (0.5, "off"), (0.75, "negative")):
        colours.setColorAt(place, theme.colour(name))
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours)
        painter.drawRoundedRect(bar, 3, 3)
    finally:
        painter.end()
    return QIcon(picture)
