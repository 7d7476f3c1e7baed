"""PartMenu: what can be done to a neuron or a weight: freeze, knock out, draw anew, cut."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.parts import Held, Part, is_frozen, with_part, without_part
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.messages import Command, DrawAnew, SetFrozen, SetHeld, SetParameter
from visualiser.training.snapshot import Snapshot


class PartMenu(QMenu):
    """A menu for what was clicked; None is the whole network.

    Signals
    -------
    command_given (Command)
    """

    command_given = Signal(object)

    def __init__(
        self, selection: Selection, snapshot: Snapshot, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.triggered.connect(self._give)
        self._snapshot = snapshot
        self._recipe = snapshot.progress.recipe
        match selection:
            case Neuron(layer=0):
                self._name(self.tr("An input neuron is the picture itself: it has no W and no B."))
            case Neuron() as neuron:
                self._offer_for_neuron(neuron)
            case Connection() as connection:
                self._offer_for_weight(connection)
        self._offer_for_all()

    # ---------------------------------------------------------------- what is offered

    def _offer_for_neuron(self, neuron: Neuron) -> None:
        layer, index = neuron.layer, neuron.index
        name = self.tr("Neuron {index} of layer {layer}").format(index=index, layer=layer)
        self._name(name)
        self._offer_freezing(
            Part(layer, index),
            self.tr("Freeze it"),
            self.tr("Learning leaves its B and its incoming W alone from here on."),
        )
        if layer < len(self._snapshot.sizes) - 1:
            self._offer_holding(layer, index)
        self._offer(
            self.tr("Draw its W and B anew"),
            self.tr("Give it fresh start values, as the network's first ones were drawn."),
            DrawAnew(layer, index),
        )
        self._offer_freezing(
            Part(layer),
            self.tr("Freeze all of layer {layer}").format(layer=layer),
            self.tr("Learning leaves every B of this layer and every W that leads to it alone."),
        )

    def _offer_for_weight(self, chosen: Connection) -> None:
        layer, to, origin = chosen.layer, chosen.to, chosen.origin
        self._name(
            self.tr("W from neuron {origin} to neuron {to} of layer {layer}").format(
                origin=origin, to=to, layer=layer
            )
        )
        self._offer_freezing(
            Part(layer, to, origin),
            self.tr("Freeze it"),
            self.tr("Learning leaves this weight alone from here on."),
        )
        self._offer(
            self.tr("Set it to 0"),
            self.tr("Nothing flows through the connection then, until learning moves its W."),
            SetParameter(layer, to, origin, 0.0),
        )

    def _offer_holding(self, layer: int, index: int) -> None:
        others = tuple(
            one for one in self._recipe.held if (one.layer, one.neuron) != (layer, index)
        )
        is_held = len(others) < len(self._recipe.held)
        self._offer(
            self.tr("Knock it out"),
            self.tr("Its a is held at 0, whatever its S: what does the network do without it?"),
            SetHeld(others if is_held else (*others, Held(layer, index))),
            is_held,
        )

    def _offer_freezing(self, part: Part, title: str, tip: str) -> None:
        parts, sizes = self._recipe.frozen, self._snapshot.sizes
        frozen = is_frozen(parts, part)
        after = without_part(parts, part, sizes) if frozen else with_part(parts, part)
        self._offer(title, tip, SetFrozen(after), frozen)

    def _offer_for_all(self) -> None:
        """What undoes all at once, where there is something to undo."""
        if not self._recipe.frozen and not self._recipe.held:
            if self.isEmpty():
                self._name(self.tr("Select a neuron or a connection first, or point at it."))
            return
        self.addSeparator()
        if self._recipe.frozen:
            tip = self.tr("Learning moves every W and B again.")
            self._offer(self.tr("Freeze nothing any more"), tip, SetFrozen(()))
        if self._recipe.held:
            tip = self.tr("Every neuron's a is σ of its S again.")
            self._offer(self.tr("Let all neurons fire again"), tip, SetHeld(()))

    # ---------------------------------------------------------------- entries

    def _name(self, text: str) -> None:
        self.addAction(text).setEnabled(False)

    def _offer(self, title: str, tip: str, command: Command, is_on: bool | None = None) -> None:
        """An entry; one that can be on or off has a tick, and its command turns it over."""
        entry = QAction(title, self)
        entry.setToolTip(tip)
        entry.setStatusTip(tip)
        if is_on is not None:
            entry.setCheckable(True)
            entry.setChecked(is_on)
        entry.setData(command)
        self.addAction(entry)

    @Slot(QAction)
    def _give(self, entry: QAction) -> None:
        self.command_given.emit(entry.data())
