"""A row of a dialog: one thing that a run does, as it is and as it was chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.errors import SettingError
from visualiser.number_format import entered, typed
from visualiser.widgets.labels import label
from visualiser.widgets.number_field import NumberField, mark_invalid

FIELD_WIDTH = 92
_GAP = 8
# The grid's columns: a dot where a row differs, names, what can be chosen.
DOT, NAME, CONTROL = range(3)


class DraftField(NumberField):
    """A number that stays in its field until somebody asks for it.

    Signals
    -------
    edited
        Something else stands there.
    """

    edited = Signal()

    def __init__(self, name: str, tip: str) -> None:
        super().__init__(name, tip, FIELD_WIDTH)
        self.value_entered.connect(self._keep)
        self.textEdited.connect(self.edited)

    def put(self, value: float) -> None:
        """Show a number, whatever stands there."""
        self._value = value
        self._show()

    def number(self) -> float:
        """What stands there; SettingError where it is no number."""
        if not self.isModified():
            return self._value
        try:
            return entered(self.text())
        except ValueError:
            self.mark_invalid(True)
            raise SettingError(
                "“{text}” in “{field}” is not a number; type one, for instance {example}.",
                text=self.text().strip()[:24],
                field=self.accessibleName(),
                example=typed(0.5),
            ) from None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell that what was typed is given up by Esc."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.edited.emit()

    @Slot(float)
    def _keep(self, value: float) -> None:
        self.put(value)
        self.edited.emit()


class Row(QObject):
    """What is chosen for one field of the recipe; follows the run until it is something else.

    Parameters
    ----------
    grid : QGridLayout
        To whose end it is added.
    name, tip : str
        What it is called, and what it is.

    Attributes
    ----------
    title : str
        What it is called.
    present : object
        What a step does now.

    Signals
    -------
    chosen
        By hand: something else stands there.
    """

    chosen = Signal()

    def __init__(self, grid: QGridLayout, name: str, tip: str) -> None:
        super().__init__()
        self.title = name
        self.present: Any = None
        self._has_present = False
        self._grid = grid
        self._dot = QLabel("•")
        self._dot.setObjectName("changed")
        self._dot.setToolTip(self.tr("Chosen otherwise than what a step does now."))
        keeps_room = self._dot.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._dot.setSizePolicy(keeps_room)
        self._dot.hide()
        self._name = QLabel(name)
        self._name.setToolTip(tip)
        self._tip = tip
        self._refusal: QLabel | None = None
        line = grid.rowCount()
        grid.addWidget(self._dot, line, DOT)
        grid.addWidget(self._name, line, NAME)

    def put(self, value: Any) -> None:
        """Show that this is chosen."""
        raise NotImplementedError

    def value(self) -> Any:
        """What is chosen; SettingError where it cannot be used."""
        raise NotImplementedError

    def follow(self, present: Any) -> None:
        """Show what a step does now, unless something else was chosen."""
        if self._has_present and present == self.present:
            # What is selected in a field stays selected while it plays.
            return
        was_chosen = self._has_present and self.differs
        self.present, self._has_present = present, True
        if not was_chosen:
            self.put(present)
        self.mark()

    def put_back(self) -> None:
        """Choose what a step does now."""
        self.put(self.present)
        self.mark()

    @property
    def differs(self) -> bool:
        """Whether something else is chosen than what a step does now."""
        try:
            return bool(self.value() != self.present)
        except SettingError:
            return True

    def explain_dot(self, tip: str) -> None:
        """Say what the dot means here: a sentence."""
        self._dot.setToolTip(tip)

    def set_enabled(self, is_enabled: bool) -> None:
        """Let it be chosen, or not."""
        for widget in (self._name, *self._controls):
            widget.setEnabled(is_enabled)

    def keep_room_for_refusal(self) -> None:
        """From here on, `refuse` writes below what the row has so far."""
        self._refusal = label("refusal", wrap=True)
        # What was typed is never to be read as HTML.
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setToolTip(self.tr("Why this cannot be used, and what can."))
        self._refusal.hide()
        self._grid.addWidget(self._refusal, self._grid.rowCount(), NAME, 1, 2)

    def refuse(self, why: str) -> None:
        """Mark it as not to be used, and say why below it; nothing where ``why`` is empty."""
        if self._refusal is not None:
            self._refusal.setText(why)
            self._refusal.setVisible(bool(why))
        for widget in self._controls:
            mark_invalid(widget, bool(why))
            widget.setAccessibleDescription(why or self._tip)

    @Slot()
    def note_choice(self) -> None:
        """Tell that something was chosen by hand."""
        self.mark()
        self.chosen.emit()

    def mark(self) -> None:
        """Show whether it differs."""
        self._dot.setVisible(self.differs)

    # ---------------------------------------------------------------- for those made of it

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        """In what it is chosen."""
        return ()

    def _place(self, *widgets: QWidget) -> None:
        """Put these beside the name."""
        self._name.setBuddy(widgets[0])
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self._grid.addLayout(row, self._grid.rowCount() - 1, CONTROL)


class NumberRow(Row):
    """A number."""

    def __init__(self, grid: QGridLayout, name: str, tip: str, *beside: QWidget) -> None:
        super().__init__(grid, name, tip)
        self._field = DraftField(name, tip)
        self._field.edited.connect(self.note_choice)
        self._place(self._field, *beside)

    def put(self, value: float) -> None:
        """Show that this is chosen."""
        self._field.put(value)

    def value(self) -> float:
        """What is chosen; SettingError where it is no number."""
        return self._field.number()

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        return (self._field,)


class ChoiceRow(Row):
    """One of several names, with a note about the chosen one beside it or below.

    Parameters
    ----------
    grid : QGridLayout
    name, tip : str
    notes : dict
        By what is chosen, what it is called and what is said of it.
    below : bool
        Whether that is said below it, where it has more room.
    """

    def __init__(
        self,
        grid: QGridLayout,
        name: str,
        tip: str,
        notes: dict[str, tuple[str, str]],
        below: bool = False,
    ) -> None:
        super().__init__(grid, name, tip)
        self._notes = notes
        self._box = choice_box(name, tip, {key: words for key, (words, _) in notes.items()})
        self._note = label("secondary", wrap=below)
        self._note.setToolTip(tip)
        self._box.activated.connect(self._note_choice)
        if below:
            self._place(self._box)
            grid.addWidget(self._note, grid.rowCount(), NAME, 1, 2)
        else:
            self._place(self._box, self._note)

    def put(self, value: Any) -> None:
        """Show that this is chosen."""
        self._box.setCurrentIndex(self._box.findData(value))
        self._note.setText(self._notes[value][1])

    def value(self) -> Any:
        """What is chosen."""
        return str(self._box.currentData())

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        return (self._box,)

    @Slot()
    def _note_choice(self) -> None:
        self.put(self.value())
        self.note_choice()


def choice_box(name: str, tip: str, words: dict[str, str]) -> QComboBox:
    """A box of choices, as wide as their words."""
    box = QComboBox()
    for key, text in words.items():
        box.addItem(text, key)
    box.setAccessibleName(name)
    box.setAccessibleDescription(tip)
    box.setToolTip(tip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
