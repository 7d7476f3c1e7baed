"""PinsPanel: examples that stay in view, with what the network reads them as, live."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualiser.theme import DARK, Theme
from visualiser.training.messages import Answered, RunDescription, ShownExample
from visualiser.training.pin_questions import AnswersTo
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.asking import Asking
from visualiser.widgets.pin import Pin

if TYPE_CHECKING:
    from visualiser.widgets.pin_button import PinButton

# As many as stand side by side in the smallest window.
MOST_PINS = 8


class PinsPanel(QWidget):
    """A strip of pinned examples below the network; away while there are none.

    Signals
    -------
    example_chosen (ShownExample)
        It is to be shown in the network.
    question_asked (Question)
    pins_changed
    """

    example_chosen = Signal(object)
    question_asked = Signal(object)
    pins_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pinned examples"))
        self._theme = DARK
        self._snapshot: Snapshot | None = None
        self._buttons: list[PinButton] = []
        self._asking = Asking(self)
        self._asking.asked.connect(self.question_asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self.hide()

    @property
    def pinned(self) -> tuple[ShownExample, ...]:
        """The pinned examples, in the order in which they were pinned."""
        return tuple(button.pin.example for button in self._buttons)

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The same with their pictures, as `put` takes them."""
        return tuple(button.pin for button in self._buttons)

    def put(self, pins: Iterable[Pin], description: RunDescription) -> None:
        """Pin these examples of the run's data."""
        for pin in pins:
            self._add(pin, description)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for button in self._buttons:
            button.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        for button in self._buttons:
            button.write_numbers()

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Keep the pins where the run is on the same data, else let go of them."""
        before = self._snapshot
        if before is not None and not _is_same_data(before.description, description):
            self._clear()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Have the answers follow the run."""
        self._snapshot = snapshot
        for button in self._buttons:
            button.set_marked(button.pin.example == snapshot.progress.example)
        self._ask()

    @Slot(object)
    def show_answer(self, answered: Answered) -> None:
        """Show what the pins are read as; what was asked of other ones is left out."""
        question = answered.question
        if not isinstance(question, AnswersTo) or not isinstance(answered.answer, tuple):
            return
        self._asking.take(answered)
        if question.examples == self.pinned:
            for button, answer in zip(self._buttons, answered.answer, strict=True):
                button.show_answer(answer)
        # Others may have been pinned while it was answered, or the run have come to rest.
        self._ask()

    def pin_shown(self) -> bool:
        """Pin what is shown, or unpin it; False where there is no room for one more."""
        snapshot = self._snapshot
        if snapshot is None:
            return True
        example = snapshot.progress.example
        if example in self.pinned:
            self._unpin(self._buttons[self.pinned.index(example)])
            return True
        if len(self._buttons) >= MOST_PINS:
            return False
        self._add(_pin_of(snapshot), snapshot.description)
        return True

    # ---------------------------------------------------------------- pins

    def _add(self, pin: Pin, description: RunDescription) -> None:
        from visualiser.widgets.pin_button import PinButton  # noqa: PLC0415 (loaded when wanted)

        button = PinButton(pin, description)
        button.set_theme(self._theme)
        button.set_marked(True)
        button.clicked.connect(self._choose)
        button.unpin_asked.connect(self._unpin_sender)
        self._row.insertWidget(len(self._buttons), button, 100)
        self._buttons.append(button)
        self._note_changed()

    def _unpin(self, button: PinButton) -> None:
        place = self._buttons.index(button)
        had_focus = button.hasFocus()
        self._remove(button)
        if had_focus and self._buttons:
            self._buttons[min(place, len(self._buttons) - 1)].setFocus()
        self._note_changed()

    def _remove(self, button: PinButton) -> None:
        self._buttons.remove(button)
        self._row.removeWidget(button)
        button.hide()
        button.deleteLater()

    def _clear(self) -> None:
        for button in tuple(self._buttons):
            self._remove(button)
        self._note_changed()

    def _note_changed(self) -> None:
        self.setVisible(bool(self._buttons))
        self.pins_changed.emit()
        self._ask()

    def _ask(self) -> None:
        if self._buttons and self._snapshot is not None:
            self._asking.want((AnswersTo(self.pinned),), self._snapshot)

    @Slot()
    def _choose(self) -> None:
        button = self._button_pressed()
        if button is not None:
            self.example_chosen.emit(button.pin.example)

    @Slot()
    def _unpin_sender(self) -> None:
        button = self._button_pressed()
        if button is not None:
            self._unpin(button)

    def _button_pressed(self) -> PinButton | None:
        """The one whose signal is being answered."""
        return next((button for button in self._buttons if button is self.sender()), None)


def _pin_of(snapshot: Snapshot) -> Pin:
    shape = snapshot.picture_shape
    picture = None if shape is None else snapshot.activations[0].reshape(shape)
    return Pin(snapshot.progress.example, picture)


def _is_same_data(one: RunDescription, other: RunDescription) -> bool:
    """Whether the examples of two runs are the same ones."""
    return _data_of(one) == _data_of(other)


def _data_of(description: RunDescription) -> tuple[str, int, int, int]:
    counts = description.train_count, description.test_count
    return description.settings.data, description.sizes[0], *counts
