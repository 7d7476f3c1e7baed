"""StatusPanel: where the run stands, in numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from core.history import that_made
from core.parameters import parameter_count
from visualiser.number_format import amount, count, fixed, percent
from visualiser.training.messages import Measured, RunDescription
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import label, tabular


class StatusPanel(QStatusBar):
    """Step, epoch, C, accuracy; on the right the size of the network and the speed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 8, 0)
        self._snapshot: Snapshot | None = None
        self._measured: Measured | None = None
        self._description: RunDescription | None = None
        self._step, self._epoch, self._cost = self._left(), self._left(), self._left()
        self._test, self._train = self._left(), self._left()
        self._size = FittingLabel()
        self._size.setObjectName("secondary")
        self._size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addPermanentWidget(self._size, 1)
        self._speed = self._entry()
        self.addPermanentWidget(self._speed)
        self._step.setToolTip(self.tr("How many gradient steps led here, and how many were taken."))
        self._epoch.setToolTip(self.tr("How often every training example has been used."))
        self._cost.setToolTip(
            self.tr("C, as the network is now, of the mini-batch that the next step will use.")
        )
        self._test.setToolTip(self.tr("The share of test examples that are read right."))
        self._train.setToolTip(self.tr("The share of training examples that are read right."))

    @Slot(object)
    def show_run(self, description: RunDescription) -> None:
        """Show the size of this network."""
        self._description = description
        self._show_size(description)
        self._measured = None
        self._show_accuracy()

    def write_numbers(self) -> None:
        """Write numbers in the present style; the next state brings the others."""
        if self._description is not None:
            self._show_size(self._description)

    def _show_size(self, description: RunDescription) -> None:
        total, biases = parameter_count(description.sizes), sum(description.sizes[1:])
        self._size.set_texts(
            self.tr("{weights} weights, {biases} biases").format(
                weights=count(total - biases), biases=count(biases)
            )
        )

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where the run stands."""
        self._snapshot = snapshot
        progress = snapshot.progress
        if progress.position == progress.length:
            step = self.tr("Step <b>{step}</b>").format(step=count(progress.position))
        else:
            step = self.tr("Step <b>{step}</b> of {length}").format(
                step=count(progress.position), length=count(progress.length)
            )
        self._step.setText(step)
        self._epoch.setText(
            self.tr("Epoch <b>{epoch}</b>").format(epoch=fixed(progress.epochs_done, 2))
        )
        self._cost.setText(
            self.tr("C of the next mini-batch <b>{cost}</b>").format(
                cost=amount(progress.next_cost)
            )
        )
        speed = round(progress.steps_per_second)
        self._speed.setText(self.tr("{speed} steps/s").format(speed=count(speed)) if speed else "")
        self._show_accuracy()

    @Slot(object)
    def show_measured(self, measured: Measured) -> None:
        """Show cost and accuracy over all data."""
        self._measured = measured
        self._show_accuracy()

    def _show_accuracy(self) -> None:
        found, here = self._measured, self._snapshot
        if found is None or here is None:
            self._test.clear()
            self._train.clear()
            return
        test, train = percent(found.test.accuracy), percent(found.train.accuracy)
        progress = here.progress
        if not here.description.has_classes:
            text = self.tr("At step {step}: test C <b>{cost}</b>")
            self._test.setText(text.format(step=count(found.step), cost=amount(found.test.cost)))
            text = self.tr("training C <b>{cost}</b>")
            self._train.setText(text.format(cost=amount(found.train.cost)))
            return
        if found.step != progress.position:
            text = self.tr("At step {step}: test <b>{share}</b> right")
            self._test.setText(text.format(share=test, step=count(found.step)))
            text = self.tr("training <b>{share}</b> right")
        elif found.changes != that_made(progress.changes, progress.position):
            text = self.tr("Before the change: test <b>{share}</b> right")
            self._test.setText(text.format(share=test))
            text = self.tr("training <b>{share}</b> right")
        else:
            text = self.tr("Test <b>{share}</b> right, C <b>{cost}</b>")
            self._test.setText(text.format(share=test, cost=amount(found.test.cost)))
            text = self.tr("Training <b>{share}</b> right")
        self._train.setText(text.format(share=train))

    def _left(self) -> QLabel:
        made = self._entry()
        self.addWidget(made)
        return made

    def _entry(self) -> QLabel:
        made = label("secondary")
        made.setFont(tabular(made.font()))
        made.setContentsMargins(0, 0, 14, 0)
        return made
