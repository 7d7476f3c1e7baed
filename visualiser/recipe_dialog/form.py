"""RecipeForm: a row for everything of a recipe that can be changed in the middle of a run."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from core.activations import ACTIVATIONS
from core.costs import cost_named
from core.errors import SettingError
from core.recipe import usual_rate
from visualiser.recipe_dialog.more_rows import OrderRow
from visualiser.recipe_dialog.rows import CONTROL, NAME, ChoiceRow, Row
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
from visualiser.recipe_words import formula_text, readable
from visualiser.training.snapshot import Snapshot

_GAP, _LINE = 12, 6


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
        self._usual.begin()

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
        self._usual.begin()

    @property
    def _all_rows(self) -> tuple[Row, ...]:
        return *self._rows.values(), *self._layers

    # ---------------------------------------------------------------- η

    @Slot()
    def _take_choice(self) -> None:
        self._usual.lead(self._rate)
        self.chosen.emit()

    def _usual_rate(self) -> float | None:
        """What suits the optimiser and σ; None where the optimiser cannot be used."""
        try:
            optimiser = self._rows["optimiser"].value()
        except SettingError:
            return None
        if not self._layers:
            return None
        return usual_rate(optimiser, [ACTIVATIONS[row.value()] for row in self._layers])

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
        self._add_heading(self.tr("From the gradient g to a step"), optimiser_tip())
        self._add("optimiser", optimiser_row(self._grid))
        self._usual = UsualRate(self._usual_rate)
        self._rate = rate_row(self._grid, self._usual.note)
        self._add("learning_rate", self._rate)

    def _add_schedule(self) -> None:
        self._add_heading(self.tr("η as time goes on"), schedule_tip())
        self._add("schedule", schedule_row(self._grid))

    def _add_gradient(self) -> None:
        self._add_heading(
            self.tr("What becomes of the gradient"),
            self.tr("g is ∂C/∂W, for a bias ∂C/∂B, with penalties, and no longer than a limit."),
        )
        for name in ("l1", "l2"):
            self._add(name, penalty_row(self._grid, name))
        self._add("clip", clip_row(self._grid))

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
