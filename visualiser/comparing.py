"""Comparing: the step that the network is compared with, wherever it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from core.errors import UserError
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.quantities import SINCE, Quantity
from visualiser.panels.inspector import InspectorPanel
from visualiser.training.messages import Command, Recall
from visualiser.training.session import TrainingSession


class Comparing(QObject):
    """Has the steps recalled that the inspector asks for, and shown on the lines.

    Parameters
    ----------
    session : TrainingSession
    network : NetworkView
    inspector : InspectorPanel
    """

    def __init__(
        self, session: TrainingSession, network: NetworkView, inspector: InspectorPanel
    ) -> None:
        super().__init__(network)
        self._network, self._inspector = network, inspector
        inspector.reference_asked.connect(session.recall)
        inspector.lines_asked.connect(self._show_on_lines)
        network.lines.chosen.connect(self._note_lines)
        session.refused.connect(self._note_refused)

    @Slot()
    def _show_on_lines(self) -> None:
        self._network.lines.choose(SINCE)

    @Slot(object)
    def _note_lines(self, quantity: Quantity) -> None:
        self._inspector.show_lines(quantity.id == SINCE)

    @Slot(object, object)
    def _note_refused(self, _: UserError, command: Command | None) -> None:
        if isinstance(command, Recall):
            self._inspector.withdraw_reference()
