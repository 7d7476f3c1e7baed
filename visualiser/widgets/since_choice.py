"""SinceChoice: the step with which the present network is compared."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.training.messages import Progress
from visualiser.widgets.button_row import ButtonRow
from visualiser.widgets.labels import label
from visualiser.widgets.step_field import StepField


class SinceChoice(QWidget):
    """A heading that ends in a step, which can be typed, and buttons for those wanted most.

    Signals
    -------
    chosen (int)
        A step, by hand.
    """

    chosen = Signal(int)

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._field = StepField()
        self._field.valueChanged.connect(self.chosen)
        heading = label("heading", self.tr("What changed since step"))
        heading.setBuddy(self._field)
        heading.setToolTip(tip)
        name = self.tr("What changed since step")
        field_tip = self.tr("The step that W and B are compared with: type another one.")
        self._field.setAccessibleName(name)
        self._field.setAccessibleDescription(field_tip)
        self._field.setToolTip(field_tip)
        self._change = self._button(
            self.tr("Last change"),
            self.tr("Since the newest change up to this step: of η, a weight, what is frozen, …"),
        )
        self._change.clicked.connect(self._choose_change)
        first = self._button(self.tr("Untrained"), self.tr("Since step 0, the start values."))
        first.clicked.connect(self._choose_first)
        epoch = self._button(
            self.tr("Last epoch"), self.tr("Since the newest epoch began, before this step.")
        )
        epoch.clicked.connect(self._choose_epoch)
        here = self._button(
            self.tr("This step"), self.tr("Since the step that is shown: go on, and look again.")
        )
        here.clicked.connect(self._choose_here)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(heading)
        top.addWidget(self._field)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(ButtonRow(first, epoch, self._change, here))

    def show_step(self, step: int, progress: Progress) -> None:
        """Show that this step is compared with, in a run that stands there."""
        self._progress = progress
        self._change.setEnabled(self._newest_change() is not None)
        if step != self._field.value():
            with QSignalBlocker(self._field):
                self._field.setValue(step)

    def _button(self, text: str, tip: str) -> QPushButton:
        made = QPushButton(text)
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
        return made

    def _newest_change(self) -> int | None:
        """At which step something was changed last, up to here."""
        if self._progress is None:
            return None
        here = self._progress.position
        steps = (change.step for change in reversed(self._progress.changes))
        return next((step for step in steps if step <= here), None)

    @Slot()
    def _choose_first(self) -> None:
        self.chosen.emit(0)

    @Slot()
    def _choose_epoch(self) -> None:
        if self._progress is not None:
            self.chosen.emit(self._progress.epoch_start)

    @Slot()
    def _choose_change(self) -> None:
        step = self._newest_change()
        if step is not None:
            self.chosen.emit(step)

    @Slot()
    def _choose_here(self) -> None:
        if self._progress is not None:
            self.chosen.emit(self._progress.position)
