"""A row of the form "Run until …" for each kind of condition: a sentence with a field in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.errors import UserError
from visualiser.errors import sentence
from visualiser.number_format import count, entered, plain
from visualiser.selection import Neuron, Selection
from visualiser.training.conditions import (
    AVERAGED_STEPS,
    AccuracyAbove,
    Condition,
    CostBelow,
    CostRises,
    NeuronSaturated,
    ShownRecognised,
    StepReached,
    saturation_interval,
)
from visualiser.training.messages import RunDescription
from visualiser.widgets.number_field import NumberField

_FIELD, _INDENT = 72, 22
# Where in a sentence the field stands, and how much of what was typed a refusal repeats.
_PLACE, _LONGEST = "{field}", 24


class Offer(NamedTuple):
    """What is said of a condition of one kind where it is offered.

    Attributes
    ----------
    text : str
        Its sentence, with {field} where its field stands.
    note : str
        What exactly that means, and at which steps it is looked at.
    field : str
        The name of its field.
    usual : float
        What stands there at first; not used where the field is no number.
    is_whole : bool
    """

    text: str
    note: str
    field: str
    usual: float = 0.0
    is_whole: bool = False


class _Field(NumberField):
    """A number that is read when it is wanted; Esc is left to the form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Esc on."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class UntilRow(QWidget):
    """A condition that can be ticked: a sentence with a field in it, and a note below.

    Signals
    -------
    touched
        Its tick or its field was changed by hand.
    """

    touched = Signal()

    def __init__(self, offer: Offer, field: QWidget) -> None:
        super().__init__()
        before, _, after = (part.strip() for part in offer.text.partition(_PLACE))
        self.check = QCheckBox(before)
        self.field = field
        self._note = QLabel(offer.note)
        name = offer.text.replace(_PLACE, "…")
        self.check.setAccessibleName(name)
        self.field.setAccessibleName(offer.field)
        for part in (self.check, self.field):
            part.setToolTip(offer.note)
            part.setAccessibleDescription(offer.note)
        self._assemble(after, offer.note)
        self.check.clicked.connect(self.touched)

    def _assemble(self, after: str, tip: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.check)
        line.addWidget(self.field)
        self._behind = QLabel(after)
        self._behind.setToolTip(tip)
        self._behind.setVisible(bool(after))
        line.addWidget(self._behind)
        line.addStretch(1)
        self._note.setObjectName("secondary")
        self._note.setWordWrap(True)
        self._note.setToolTip(tip)
        self._note.setContentsMargins(_INDENT, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._note)

    @Slot()
    def note_touched(self) -> None:
        """Its field was changed: that is what is wanted."""
        self.check.setChecked(True)
        self.touched.emit()

    def offer_for(self, description: RunDescription, selection: Selection) -> None:
        """Offer what there is in this run."""

    def show_condition(self, condition: Condition) -> None:
        """Tick it, with these values."""
        raise NotImplementedError

    def read(self) -> tuple[Condition | None, str]:
        """The condition that is chosen; else None, and why it cannot be."""
        raise NotImplementedError


class NumberRow(UntilRow):
    """A condition with one number.

    Parameters
    ----------
    kind : type
        Of the condition.
    offer : Offer
    """

    def __init__(self, kind: type[Condition], offer: Offer) -> None:
        self._number = _Field(offer.field, offer.note, _FIELD)
        super().__init__(offer, self._number)
        self._make: Callable[..., Condition] = kind
        self._value = fields(kind)[0].name  # type: ignore[arg-type]
        self._needs_classes = kind in (AccuracyAbove, ShownRecognised)
        self._is_whole, self._usual = offer.is_whole, offer.usual
        if offer.is_whole:
            self._number.set_whole()
        self._number.show_value(offer.usual)
        self._number.textEdited.connect(self._note_typed)
        self._number.value_entered.connect(self._keep)

    def offer_for(self, description: RunDescription, selection: Selection) -> None:
        """Offer it, but not where there are no classes to be told apart and it is of them."""
        del selection
        self.setVisible(description.has_classes or not self._needs_classes)

    def show_condition(self, condition: Condition) -> None:
        """Tick it, with this number."""
        self.check.setChecked(True)
        self._number.show_value(getattr(condition, self._value))

    def read(self) -> tuple[Condition | None, str]:
        """The condition with the number that is typed."""
        text = self._number.text()
        try:
            number = entered(text, self._is_whole)
        except ValueError:
            return self._refuse(self._no_number(text))
        try:
            is_int = self._is_whole and number.is_integer()
            return self._make(int(number) if is_int else number), ""
        except UserError as error:
            return self._refuse(sentence(error))

    def _refuse(self, why: str) -> tuple[None, str]:
        self._number.mark_invalid(True)
        return None, why

    def _no_number(self, text: str) -> str:
        shown = text.strip()
        template = (
            self.tr("“{text}” is not a number; type one, for instance {usual}.")
            if shown
            else self.tr("Nothing is typed; type a number, for instance {usual}.")
        )
        shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
        return template.format(text=shown, usual=plain(self._usual))

    @Slot()
    def _note_typed(self) -> None:
        self._number.mark_invalid(False)
        self.note_touched()

    @Slot(float)
    def _keep(self, value: float) -> None:
        self._number.mark_invalid(False)
        self._number.show_value(value)
        self.note_touched()


class NeuronRow(UntilRow):
    """A condition of a neuron: the selected one, or any of a layer."""

    def __init__(self, kind: type[Condition], offer: Offer) -> None:
        del kind
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        super().__init__(offer, self._box)
        self._box.activated.connect(self.note_touched)
        self._template = offer.note

    def offer_for(self, description: RunDescription, selection: Selection) -> None:
        """Offer the selected neuron first, then each layer."""
        before = self._box.currentData()
        self._box.clear()
        if isinstance(selection, Neuron) and selection.layer > 0:
            text = self.tr("neuron {neuron} of layer {layer}")
            self._add(NeuronSaturated(selection.layer, selection.index), text)
        for layer in range(1, len(description.sizes)):
            self._add(NeuronSaturated(layer), self.tr("a neuron of layer {layer}"))
        self._choose(before)
        interval = saturation_interval(description.sizes, description.test_count)
        note = self._template.format(interval=count(interval))
        self._note.setText(note)
        for part in (self._note, self.check, self._box, self._behind):
            part.setToolTip(note)
            part.setAccessibleDescription(note)

    def show_condition(self, condition: Condition) -> None:
        """Tick it, where there is that neuron; the selected one is offered anyway."""
        self.check.setChecked(True)
        self._choose(condition)

    def read(self) -> tuple[Condition | None, str]:
        """The condition of what is chosen."""
        return self._box.currentData(), ""

    def _add(self, condition: NeuronSaturated, text: str) -> None:
        words = text.format(neuron=condition.neuron, layer=condition.layer)
        self._box.addItem(words, condition)

    def _choose(self, condition: object) -> None:
        found = [i for i in range(self._box.count()) if self._box.itemData(i) == condition]
        if found:
            self._box.setCurrentIndex(found[0])


def offers() -> dict[type[Condition], Offer]:
    """What is said of each kind of condition, in the user's language."""
    return {
        CostBelow: Offer(
            _tr("C falls below {field}"),
            _tr(
                "C averaged over the last {n} steps, as the cost plot's curve of averages; looked "
                "at after every step."
            ).format(n=AVERAGED_STEPS),
            _tr("C"),
            0.1,
        ),
        AccuracyAbove: Offer(
            _tr("the test accuracy rises above {field} %"),
            _tr("The share of test examples that are read right, at the end of each epoch."),
            _tr("Test accuracy in per cent"),
            95.0,
        ),
        ShownRecognised: Offer(
            _tr("the shown example is recognised {field} times in a row"),
            _tr("Its own output has the largest a; looked at after every step."),
            _tr("How many times"),
            1,
            is_whole=True,
        ),
        NeuronSaturated: Offer(
            _tr("{field} is saturated"),
            _tr(
                "Its σ is nearly flat on at least 90 % of the test examples; looked at every "
                "{interval} steps."
            ),
            _tr("Which neuron"),
        ),
        CostRises: Offer(
            _tr("C of the test data rises for {field} epochs in a row"),
            _tr("From the end of one epoch to that of the next: often a sign of overfitting."),
            _tr("How many epochs"),
            3,
            is_whole=True,
        ),
        StepReached: Offer(
            _tr("step {field} is reached"),
            _tr("Counted from the untrained network on."),
            _tr("Step"),
            10_000,
            is_whole=True,
        ),
    }


def new_rows() -> dict[type[Condition], UntilRow]:
    """A row for each kind of condition."""
    kinds: dict[type, Callable[[Any, Offer], UntilRow]] = {NeuronSaturated: NeuronRow}
    return {kind: kinds.get(kind, NumberRow)(kind, offer) for kind, offer in offers().items()}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Conditions", text)
