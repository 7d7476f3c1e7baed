"""RecipeForm: a row for everything of a recipe that can be changed in the middle of a run."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from core.activations import ACTIVATIONS
from core.costs import cost_named
from core.errors import SettingError
from core.optimisers import OPTIMISERS, Optimiser
from core.recipe import usual_rate
from core.schedules import SCHEDULES, Schedule
from visualiser.number_format import plain
from visualiser.recipe_dialog.more_rows import LimitRow, OrderRow, ThingRow
from visualiser.recipe_dialog.rows import CONTROL, NAME, ChoiceRow, NumberRow, Row
from visualiser.recipe_words import formula_text, readable
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import label

_GAP, _LINE = 12, 6
# A limit that somebody might begin with.
_USUAL_LIMIT = 1.0


class RecipeForm(QWidget):
    """What a step does, and what it might do instead.

    Parameters
    ----------
    layers : int
        Of the network, but for the input.
    cost : str
        The name of its C, which not every σ of the output layer goes with.

    Signals
    -------
    chosen
        By hand: something else stands in a row.
    """

    chosen = Signal()

    def __init__(self, layers: int, cost: str) -> None:
        super().__init__()
        self.made_for = layers, cost
        self.setObjectName("panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, _GAP, 0)
        self._grid.setHorizontalSpacing(_LINE)
        self._grid.setVerticalSpacing(_LINE)
        self._grid.setColumnStretch(CONTROL, 1)
        self._rows: dict[str, Row] = {}
        self._layers: list[ChoiceRow] = []
        self._suits: float | None = None
        self._add_optimiser()
        self._add_schedule()
        self._add_gradient()
        self._add_layers(layers, cost)
        self._add_order()
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    # ---------------------------------------------------------------- what it holds

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Let every row follow the run, unless something else was chosen in it."""
        names = tuple(sigma.name for sigma in snapshot.activation_functions)
        for name, row in self._rows.items():
            row.follow(getattr(snapshot.progress.recipe, name))
        for row, name in zip(self._layers, names, strict=True):
            row.follow(name)
        self._suits = self._usual_rate()
        self._tell_usual()

    def options(self) -> tuple[tuple[str, Any], ...]:
        """What is chosen otherwise than it is, by the recipe's names for it.

        Raises
        ------
        SettingError
            Where something that is chosen cannot be used.
        """
        found = {name: row.value() for name, row in self._rows.items() if row.differs}
        if "optimiser" in found:
            # Else it would be what usually suits it, whatever stands in its row.
            found["learning_rate"] = self._rows["learning_rate"].value()
        if any(row.differs for row in self._layers):
            found["activation"] = tuple(row.value() for row in self._layers)
        return tuple(found.items())

    @property
    def differs(self) -> bool:
        """Whether anything is chosen otherwise than it is."""
        return any(row.differs for row in self._all_rows)

    def put_back(self) -> None:
        """Choose what a step does now."""
        for row in self._all_rows:
            row.put_back()
        self._suits = self._usual_rate()
        self._tell_usual()

    @property
    def _all_rows(self) -> tuple[Row, ...]:
        return *self._rows.values(), *self._layers

    # ---------------------------------------------------------------- η

    @Slot()
    def _take_choice(self) -> None:
        """Let η follow the optimiser and σ, where it was what usually suits them."""
        rate, suits = self._rows["learning_rate"], self._usual_rate()
        if suits is not None and suits != self._suits:
            if _value_of(rate) == self._suits:
                rate.put(suits)
                rate.mark()
            self._suits = suits
        self._tell_usual()
        self.chosen.emit()

    def _usual_rate(self) -> float | None:
        optimiser = _value_of(self._rows["optimiser"])
        if optimiser is None or not self._layers:
            return None
        return usual_rate(optimiser, [ACTIVATIONS[row.value()] for row in self._layers])

    def _tell_usual(self) -> None:
        text = self.tr("usually {rate}")
        self._usual.setText("" if self._suits is None else text.format(rate=plain(self._suits)))

    # ---------------------------------------------------------------- its rows

    def _add_heading(self, text: str, tip: str) -> None:
        heading = QLabel(text)
        heading.setObjectName("heading")
        heading.setToolTip(tip)
        if self._rows:
            heading.setContentsMargins(0, _GAP, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 3)

    def _add(self, field: str, row: Row) -> None:
        self._rows[field] = row
        row.chosen.connect(self._take_choice)

    def _add_optimiser(self) -> None:
        def tell(optimiser: Optimiser) -> str:
            return f"W ← W − {formula_text(optimiser.formula)}"

        tip = self.tr("The optimiser: how a step is made of the gradient g, as the formula says.")
        self._add_heading(self.tr("From the gradient g to a step"), tip)
        row = ThingRow(self._grid, self.tr("Optimiser"), tip, OPTIMISERS, tell)
        self._add("optimiser", row)
        self._usual = label("secondary")
        self._usual.setToolTip(
            self.tr("A η that suits this optimiser and these σ, with mini-batches of 10.")
        )
        tip = self.tr("The learning rate η: how far a step goes, before the schedule.")
        self._add("learning_rate", NumberRow(self._grid, "η", tip, self._usual))

    def _add_schedule(self) -> None:
        def tell(schedule: Schedule) -> str:
            if schedule.name == "constant":
                return self.tr("η stays as it is set.")
            text = self.tr("{formula}, where e is the epochs gone by since it was chosen")
            return text.format(formula=formula_text(schedule.formula))

        tip = self.tr("The schedule: what becomes of η as the epochs go by, as the formula says.")
        self._add_heading(self.tr("η as time goes on"), tip)
        row = ThingRow(self._grid, self.tr("Schedule"), tip, SCHEDULES, tell)
        self._add("schedule", row)

    def _add_gradient(self) -> None:
        self._add_heading(
            self.tr("What becomes of the gradient"),
            self.tr("g is ∂C/∂W, for a bias ∂C/∂B, with penalties, and no longer than a limit."),
        )
        for name, title, tip in (
            (
                "l1",
                self.tr("L1 penalty"),
                self.tr("Pulls every W towards 0 by as much: g is ∂C/∂W + l1 · sign W; 0 is none."),
            ),
            (
                "l2",
                self.tr("L2 penalty"),
                self.tr("Pulls every W towards 0, a large one more: g is ∂C/∂W + l2 · W; 0: none."),
            ),
        ):
            self._add(name, NumberRow(self._grid, title, tip))
        tip = self.tr("Where ‖g‖ of the whole network is above this, g is shortened to it.")
        self._add("clip", LimitRow(self._grid, self.tr("Clip ‖g‖"), tip, _USUAL_LIMIT))

    def _add_order(self) -> None:
        tip = self.tr("The order in which an epoch uses the training examples; each comes once.")
        self._add_heading(self.tr("Which examples a mini-batch has"), tip)
        row = OrderRow(self._grid, self.tr("Order"), tip)
        self._add("order", row)
        below = QHBoxLayout()
        for button in row.buttons:
            below.addWidget(button)
        below.addStretch(1)
        self._grid.addLayout(below, self._grid.rowCount(), NAME, 1, 2)

    def _add_layers(self, layers: int, cost: str) -> None:
        self._add_heading(
            self.tr("σ of each layer"), self.tr("How a comes from S in each layer: a = σ(S).")
        )
        partner = cost_named(cost).partner
        for layer in range(1, layers + 1):
            is_output = layer == layers
            notes = {
                name: (readable(name), formula_text(sigma.formula))
                for name, sigma in ACTIVATIONS.items()
                if (partner in (None, name) if is_output else sigma.is_elementwise)
            }
            tip = self.tr("a = σ(S) of the neurons of layer {layer}.")
            if is_output and partner is not None:
                tip = self.tr("a = σ(S) of the outputs; the cost of this run needs this σ.")
            name = self.tr("Layer {layer}")
            row = ChoiceRow(self._grid, name.format(layer=layer), tip.format(layer=layer), notes)
            row.chosen.connect(self._take_choice)
            self._layers.append(row)


def _value_of(row: Row) -> Any:
    """What is chosen, None where it cannot be used."""
    try:
        return row.value()
    except SettingError:
        return None
