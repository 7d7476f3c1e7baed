"""LayerTable: of every layer, its share of ∇C and the neurons that have stopped learning."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualiser.descent import Descent
from visualiser.number_format import count, significant
from visualiser.recipe_words import readable
from visualiser.selection import Neuron
from visualiser.sentences import in_a_row
from visualiser.theme import Theme
from visualiser.training.network_questions import NetworkHealth, StoppedNeurons
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.labels import label
from visualiser.widgets.small_table import SmallTable
from visualiser.widgets.table_rows import Cell, Row

_SATURATED = 3
_NOT_KNOWN = "…"


class LayerTable(QWidget):
    """A row for each layer, and one for the whole network.

    Signals
    -------
    neuron_chosen (Neuron)
        The first of the neurons that are saturated or dead was asked for.
    """

    neuron_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._health: NetworkHealth | None = None
        headings = (
            Cell(self.tr("layer"), self.tr("Which layer, and the σ of its neurons.")),
            Cell("", self._norm_tip()),
            Cell("‖∇C‖", self._norm_tip()),
            Cell(self.tr("saturated"), self._saturated_tip()),
            Cell(self.tr("dead"), self._dead_tip()),
        )
        self._table = SmallTable(self.tr("The layers, one by one"), headings, "lsrrr", inset=-6)
        self._table.chosen.connect(self._choose)
        self._date = label("secondary", wrap=True)
        self._date.setToolTip(f"{self._saturated_tip()}\n{self._dead_tip()}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._table)
        column.addWidget(self._date)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._table.set_theme(theme)

    def show_layers(
        self, descent: Descent, health: NetworkHealth | None, at: int | None, snapshot: Snapshot
    ) -> None:
        """Show the layers of this snapshot.

        Parameters
        ----------
        descent : Descent
            −∇C of the snapshot.
        health : NetworkHealth or None
            None where it is not known yet.
        at : int or None
            The step that ``health`` is of, where it is not the snapshot's.
        snapshot : Snapshot
        """
        self._health = health
        layers = range(1, len(snapshot.sizes))
        rows = [self._row(layer, descent, snapshot) for layer in layers]
        self._table.show_rows([*rows, self._last_row(descent, snapshot)])
        self._date.setText(self._date_text(health, at))

    # ---------------------------------------------------------------- rows

    def _row(self, layer: int, descent: Descent, snapshot: Snapshot) -> Row:
        norm, size = descent.layer_norms[layer - 1], snapshot.sizes[layer]
        found = None
        # It may have been asked of a network before this one, with other layers.
        if self._health is not None and len(self._health.layers) == len(snapshot.sizes) - 1:
            found = self._health.layers[layer - 1]
        saturated, dead = (None, None) if found is None else (found.saturated, found.dead)
        sigma = snapshot.activation_functions[layer - 1]
        tip = self.tr("σ of layer {layer}: {formula}").format(layer=layer, formula=sigma.formula)
        cells = (
            Cell(self.tr("{layer} {sigma}").format(layer=layer, sigma=readable(sigma.name)), tip),
            Cell("", self._norm_tip(), "secondary", bar=_share(norm, descent.norm)),
            Cell(significant(norm, sign=False), self._norm_tip()),
            self._count_cell(saturated, size, self._saturated_tip()),
            self._count_cell(dead, size, self._dead_tip()),
        )
        return Row(cells, leads=_first_of(dead, saturated) is not None)

    def _last_row(self, descent: Descent, snapshot: Snapshot) -> Row:
        tip, size = self.tr("All layers together."), sum(snapshot.sizes[1:])
        layers = () if self._health is None else self._health.layers
        saturated = StoppedNeurons(sum(one.saturated.count for one in layers), None)
        dead = StoppedNeurons(sum(one.dead.count for one in layers), None)
        cells = (
            Cell(self.tr("all"), tip, "secondary"),
            Cell(),
            Cell(significant(descent.norm, sign=False), self._norm_tip()),
            self._count_cell(saturated if layers else None, size, self._saturated_tip()),
            self._count_cell(dead if layers else None, size, self._dead_tip()),
        )
        return Row(cells, leads=False)

    def _count_cell(self, found: StoppedNeurons | None, size: int, tip: str) -> Cell:
        if found is None:
            return Cell(_NOT_KNOWN, tip, "secondary")
        text = self.tr("{some} of {all}").format(some=count(found.count), all=count(size))
        if found.first is not None:
            more = self.tr("Click to see the first of them, neuron {first}.")
            tip = in_a_row((tip, more.format(first=found.first)))
        return Cell(text, tip, "text" if found.count else "secondary")

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        health = self._health
        if health is None or row >= len(health.layers):
            return
        found = health.layers[row]
        wanted = (
            (found.saturated, found.dead) if column == _SATURATED else (found.dead, found.saturated)
        )
        first = _first_of(*wanted)
        if first is not None:
            self.neuron_chosen.emit(Neuron(row + 1, first))

    # ---------------------------------------------------------------- words

    def _norm_tip(self) -> str:
        return self.tr(
            "How much of ∇C is in the layer: √(Σ (∂C/∂W)² + Σ (∂C/∂B)²) over its own W and B. "
            "A full bar is ‖∇C‖ of the whole network; ‖∇C‖² is the sum of the layers’ squares. "
            "Where it shrinks from layer to layer towards the input, the gradient vanishes."
        )

    def _saturated_tip(self) -> str:
        return self.tr(
            "A neuron is saturated where its σ is flat on at least 90 % of the test examples, so "
            "that it hardly learns from them. Flat is where σ′(S) is below 1 % of the steepest "
            "slope that σ has; a ReLU is flat wherever it does not fire."
        )

    def _dead_tip(self) -> str:
        return self.tr(
            "A neuron is dead where σ′(S) is at most a millionth of the steepest slope that σ "
            "has, on every test example: nothing reaches its weights, as with a ReLU that never "
            "fires. A dead neuron is not counted as saturated."
        )

    def _date_text(self, health: NetworkHealth | None, at: int | None) -> str:
        if health is None:
            return self.tr("Saturated and dead neurons are being counted.")
        if not health.layers:
            return self.tr(
                "Saturated and dead neurons cannot be counted: some W or B are no longer numbers."
            )
        if at is not None:
            text = self.tr(
                "Saturated and dead: over {count} of {total} test examples, at step {step}."
            )
            return text.format(count=count(health.count), total=count(health.total), step=count(at))
        text = self.tr("Saturated and dead: over {count} of {total} test examples.")
        return text.format(count=count(health.count), total=count(health.total))


def _first_of(*kinds: StoppedNeurons | None) -> int | None:
    """The first neuron of the first kind that there is."""
    firsts = (kind.first for kind in kinds if kind is not None)
    return next((first for first in firsts if first is not None), None)


def _share(norm: float, whole: float) -> float:
    return norm / whole if math.isfinite(whole) and whole > 0 else 0.0
