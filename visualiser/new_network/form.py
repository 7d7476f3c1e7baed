"""NetworkForm: a row for everything that a new run begins with, but for data and layers."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.activations import ACTIVATIONS
from core.costs import cost_named
from core.errors import SettingError
from core.run_settings import RunSettings
from visualiser.errors import sentence
from visualiser.new_network.checks import refusals
from visualiser.new_network.choice_words import (
    bias_notes,
    cost_notes,
    initialiser_notes,
    sigma_notes,
)
from visualiser.new_network.presets import rate_of
from visualiser.new_network.rows import HiddenRow, SeedRow, WholeRow
from visualiser.number_format import count
from visualiser.recipe_dialog.rows import CONTROL, ChoiceRow, Row
from visualiser.recipe_dialog.usual_rows import (
    UsualRate,
    clip_row,
    optimiser_row,
    optimiser_tip,
    penalty_row,
    rate_row,
    schedule_row,
    schedule_tip,
)
from visualiser.widgets.labels import label

_GAP, _LINE = 12, 6


class NetworkForm(QWidget):
    """What a new run begins with.

    Attributes
    ----------
    data : str
        What `core.load_dataset` takes: for which η is the usual one.

    Signals
    -------
    chosen
        By hand: something else stands in a row.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, _GAP, 0)
        self._grid.setHorizontalSpacing(_LINE)
        self._grid.setVerticalSpacing(_LINE)
        self._grid.setColumnStretch(CONTROL, 1)
        self._rows: dict[str, Row] = {}
        self.data = ""
        self._train_count: int | None = None
        self._usual = UsualRate(self._usual_rate)
        self._of = label("secondary")
        self._of.setToolTip(self.tr("How many examples there are to learn from."))
        self._add_neurons()
        self._add_steps()
        self._add_start()
        self._add_more()
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    # ---------------------------------------------------------------- what it holds

    def compare_with(self, present: RunSettings) -> None:
        """Mark from here on what is otherwise than in these settings, which begin the form."""
        self.show_settings(present)
        for row in self._rows.values():
            row.present = row.value()
            row.mark()

    def show_settings(self, settings: RunSettings) -> None:
        """Show what a run that has these, with σ for each layer, begins with."""
        names = settings.activation
        names = (names,) if isinstance(names, str) else names
        self.data = settings.data
        sigmas = {"hidden": names[:-1], "output": names[-1]}
        for name, value in (sigmas | vars(settings)).items():
            if name in self._rows and name != "learning_rate":
                self._rows[name].put(value)
        self._rate.put(rate_of(settings))
        self._usual.begin()
        self.check()

    def show_train_count(self, train_count: int | None) -> None:
        """Show how many examples there are; None while that is not known."""
        self._train_count = train_count
        text = self.tr("of {train}")
        self._of.setText("" if train_count is None else text.format(train=count(train_count)))
        self.check()

    def settings(self, layers: tuple[int, ...] | None) -> RunSettings:
        """What is chosen, with these layers.

        Raises
        ------
        SettingError
            Where something that is chosen cannot be used.
        """
        values = {name: row.value() for name, row in self._rows.items()}
        activation = (*values.pop("hidden"), values.pop("output"))
        return RunSettings(self.data, layers, activation, **values)

    @property
    def problems(self) -> tuple[str, ...]:
        """What the fields are called that cannot be used as they are."""
        return tuple(self._rows[name].title for name in self._refused())

    # ---------------------------------------------------------------- layers

    @Slot(int)
    def insert_layer(self, place: int) -> None:
        """So many hidden layers stand before a new one: its σ is that of the one before it."""
        names = self._rows["hidden"].value()
        beside = names[max(place - 1, 0)] if names else self._first_sigma()
        self._take_sigmas((*names[:place], beside, *names[place:]))

    @Slot(int)
    def remove_layer(self, place: int) -> None:
        """So many hidden layers stand before one that is gone."""
        names = self._rows["hidden"].value()
        self._take_sigmas((*names[:place], *names[place + 1 :]))

    def _first_sigma(self) -> str:
        output = str(self._rows["output"].value())
        return output if ACTIVATIONS[output].is_elementwise else "logistic"

    def _take_sigmas(self, names: tuple[str, ...]) -> None:
        self._rows["hidden"].put(names)
        self._usual.lead(self._rate)
        self.check()

    # ---------------------------------------------------------------- what cannot be used

    def _refused(self) -> dict[str, SettingError]:
        values = {name: row.value for name, row in self._rows.items()}
        return refusals(values, self._train_count)

    def check(self) -> None:
        """Say of every field that cannot be used why not, below it."""
        refused = self._refused()
        for name, row in self._rows.items():
            row.refuse(sentence(refused[name]) if name in refused else "")
            row.mark()

    @Slot()
    def _take_choice(self) -> None:
        if self.sender() is self._rows["cost"]:
            self._follow_cost()
        self._usual.lead(self._rate)
        self.check()
        self.chosen.emit()

    def _follow_cost(self) -> None:
        """Let the outputs have the one σ that a cost needs."""
        partner = cost_named(self._rows["cost"].value()).partner
        if partner is not None:
            self._rows["output"].put(partner)

    def _usual_rate(self) -> float | None:
        """What suits data, optimiser and σ; None where the optimiser cannot be used."""
        try:
            optimiser = self._rows["optimiser"].value()
        except SettingError:
            return None
        names = (*self._rows["hidden"].value(), self._rows["output"].value())
        return rate_of(RunSettings(self.data, None, names, optimiser=optimiser))

    # ---------------------------------------------------------------- its rows

    def _add_heading(self, text: str, tip: str) -> None:
        heading = QLabel(text)
        heading.setObjectName("heading")
        heading.setToolTip(tip)
        if self._rows:
            heading.setContentsMargins(0, _GAP, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 3)

    def _add(self, field: str, row: Row) -> None:
        row.keep_room_for_refusal()
        row.explain_dot(self.tr("Otherwise than in the present run."))
        row.chosen.connect(self._take_choice)
        self._rows[field] = row

    def _add_neurons(self) -> None:
        self._add_heading(
            self.tr("Neurons and cost"),
            self.tr("How a comes from S and B, and what C, which is to become small, is."),
        )
        tip = self.tr("The activation function of all hidden layers: a = σ(S).")
        row: Row = HiddenRow(self._grid, self.tr("σ, hidden"), tip, sigma_notes(is_output=False))
        self._add("hidden", row)
        tip = self.tr("The activation function of the outputs: a = σ(S).")
        row = ChoiceRow(self._grid, self.tr("σ, output"), tip, sigma_notes(is_output=True))
        self._add("output", row)
        tip = self.tr("Where B is added: to S, as is usual, or to σ(S), as the notes print it.")
        self._add_choice("bias", self.tr("Bias B"), tip, bias_notes())
        tip = self.tr("What C of an example is; the C of a mini-batch is the mean of these.")
        self._add_choice("cost", self.tr("Cost C"), tip, cost_notes())

    def _add_choice(
        self, field: str, name: str, tip: str, notes: dict[str, tuple[str, str]]
    ) -> None:
        self._add(field, ChoiceRow(self._grid, name, tip, notes, below=True))

    def _add_steps(self) -> None:
        self._add_heading(self.tr("From the gradient g to a step"), optimiser_tip())
        self._add("optimiser", optimiser_row(self._grid))
        self._rate = rate_row(self._grid, self._usual.note)
        self._add("learning_rate", self._rate)
        tip = self.tr("How many examples a step learns from: g is the mean of their gradients.")
        self._add("batch_size", WholeRow(self._grid, self.tr("Mini-batch"), tip, 1, self._of))

    def _add_start(self) -> None:
        self._add_heading(
            self.tr("Start"), self.tr("What W and B are before the first step, at random.")
        )
        tip = self.tr("From which distribution the first W and B are drawn.")
        self._add_choice("initialiser", self.tr("Start values"), tip, initialiser_notes())
        tip = self.tr(
            "Decides the start values and the order of the examples: with the same seed, every "
            "number of a run is the same again."
        )
        self._add("seed", SeedRow(self._grid, self.tr("Seed"), tip))

    def _add_more(self) -> None:
        self._add_heading(self.tr("η as time goes on"), schedule_tip())
        self._add("schedule", schedule_row(self._grid))
        self._add_heading(
            self.tr("What becomes of the gradient"),
            self.tr("g is ∂C/∂W, for a bias ∂C/∂B, with penalties, and no longer than a limit."),
        )
        for name in ("l1", "l2"):
            self._add(name, penalty_row(self._grid, name))
        self._add("clip", clip_row(self._grid))
