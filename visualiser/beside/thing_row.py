"""ThingRow: which one thing is different, and what it is instead."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from core.run_settings import RunSettings
from visualiser.beside.things import Thing, things
from visualiser.widgets.fitting_label import FittingLabel

_VALUE_WIDTH = 150  # pixels


class ThingRow(QWidget):
    """A box for the thing, a field or a box for its value, and what this run has.

    Signals
    -------
    edited
        By hand.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._things = things()
        self._settings = RunSettings()
        self._box = QComboBox()
        self._box.addItems([thing.title for thing in self._things])
        self._box.setAccessibleName(self.tr("What is different"))
        self._box.setMaxVisibleItems(len(self._things))
        self._typed, self._chosen = QLineEdit(), QComboBox()
        self._value = QStackedWidget()
        self._value.setFixedWidth(_VALUE_WIDTH)
        for field in (self._typed, self._chosen):
            field.setAccessibleName(self.tr("Its value in the other run"))
            self._value.addWidget(field)
        self._present = FittingLabel()
        self._present.setObjectName("secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addWidget(self._value)
        row.addWidget(self._present, 1)
        # As high as its fields, not as high as the pages could be.
        self._value.setFixedHeight(max(self._typed.sizeHint().height(), 28))
        self._box.currentIndexChanged.connect(self._show_thing)
        self._box.activated.connect(self.edited)
        self._chosen.activated.connect(self.edited)
        self._typed.textEdited.connect(self.edited)

    @property
    def thing(self) -> Thing:
        """What is different."""
        return self._things[self._box.currentIndex()]

    @property
    def value(self) -> str:
        """What it is in the other run."""
        if not self.thing.choices:
            return self._typed.text()
        return str(self._chosen.currentData())

    def show_settings(self, settings: RunSettings) -> None:
        """Offer other values than these."""
        if settings != self._settings or not self._typed.text():
            self._settings = settings
            self._show_thing()

    def take_focus(self) -> None:
        """Let the keyboard begin here."""
        self._box.setFocus()

    @Slot()
    def _show_thing(self) -> None:
        thing, settings = self.thing, self._settings
        present, suggested = thing.present(settings), thing.suggested(settings)
        self._box.setToolTip(thing.tip)
        if thing.choices:
            self._chosen.clear()
            for value, title in thing.choices:
                if value != present:
                    self._chosen.addItem(title, value)
            self._chosen.setCurrentIndex(self._chosen.findData(suggested))
            self._value.setCurrentWidget(self._chosen)
        else:
            self._typed.setText(suggested)
            self._value.setCurrentWidget(self._typed)
        for field in (self._typed, self._chosen):
            field.setToolTip(thing.tip)
        text = self.tr("instead of {value}") if present else self.tr("instead of none")
        self._present.set_texts(text.format(value=thing.titled(present)))
        self._present.setToolTip(self.tr("What this run began with."))
