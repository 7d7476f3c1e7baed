"""Twins: two pictures of networks that are looked at in the same way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.quantities import Quantity
from visualiser.selection import Connection, Neuron, Selection


class Twins(QObject):
    """Selects at both sides what is selected at one, and has both drawn alike.

    Parameters
    ----------
    left, right : NetworkView
    parent : QObject

    Signals
    -------
    reference_asked (int)
        From which step the change is to be shown, at both sides.
    """

    reference_asked = Signal(int)

    def __init__(self, left: NetworkView, right: NetworkView, parent: QObject) -> None:
        super().__init__(parent)
        self._views = (left, right)
        self._is_selecting = False
        for view in self._views:
            view.selection_changed.connect(self._select)
            view.options_changed.connect(self.set_options)
            view.lines.chosen.connect(self.choose_lines)
            view.reference_asked.connect(self.reference_asked)

    @Slot(object)
    def set_options(self, options: ViewOptions) -> None:
        """Draw both in this way."""
        for view in self._views:
            if view.options != options:
                view.set_options(options)

    @Slot(object)
    def choose_lines(self, quantity: Quantity) -> None:
        """Let the lines of both show this."""
        for view in self._views:
            view.lines.choose(quantity.id)

    @Slot()
    def fit(self) -> None:
        """Show the whole of both networks."""
        for view in self._views:
            view.fit()

    @Slot(object)
    def _select(self, selection: Selection) -> None:
        if self._is_selecting:
            return
        self._is_selecting = True
        for view in self._views:
            view.select(selection if _is_in(selection, view.sizes) else None)
        self._is_selecting = False


def _is_in(selection: Selection, sizes: tuple[int, ...]) -> bool:
    """Whether a network of these sizes has such a neuron or connection."""
    match selection:
        case Neuron(layer, index):
            return layer < len(sizes) and index < sizes[layer]
        case Connection(layer, neuron, origin):
            is_there = layer < len(sizes) and neuron < sizes[layer]
            return is_there and origin < sizes[layer - 1]
    return True
