"""Troubles: says in the window what went wrong, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from core.errors import DivergenceError, UserError
from visualiser.errors import record, sentence
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.example import ExamplePanel
from visualiser.panels.notice import NoticePanel
from visualiser.panels.transport import TransportPanel
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession


class Troubles(QObject):
    """One sentence each; the panel that asked for what was refused shows what is true again.

    Parameters
    ----------
    session : TrainingSession
    notice : NoticePanel
    transport : TransportPanel
    example : ExamplePanel
    network : NetworkView
    """

    def __init__(
        self,
        session: TrainingSession,
        notice: NoticePanel,
        transport: TransportPanel,
        example: ExamplePanel,
        network: NetworkView,
    ) -> None:
        super().__init__(notice)
        self._session, self._notice = session, notice
        self._transport, self._example, self._network = transport, example, network
        session.refused.connect(self._tell_refused)
        session.failed.connect(self._tell_failed)
        session.trainer_lost.connect(self._tell_lost)

    @Slot(str)
    def tell_unexpected(self, report: str) -> None:
        """Say that something unexpected happened; details can be copied."""
        clipboard = QGuiApplication.clipboard()
        self._notice.say(
            self.tr("Something unexpected happened; the run goes on. The log has the details."),
            self.tr("Copy details"),
            lambda: clipboard.setText(report),
        )

    @Slot(object, object)
    def _tell_refused(self, error: UserError, command: m.Command | None) -> None:
        self._transport.mark_refused(command)
        if isinstance(command, m.ShowExample):
            self._example.withdraw()
        if isinstance(command, m.Recall):
            self._network.show_reference()
        if isinstance(error, DivergenceError):
            self._notice.say(sentence(error), self.tr("Step back"), self._step_back)
        else:
            self._notice.say(sentence(error))

    def _step_back(self) -> None:
        self._session.send(m.Move(-1))

    @Slot(bool)
    def _tell_lost(self, can_go_on: bool) -> None:
        if can_go_on and self._session.is_kept:
            text = self.tr(
                "The training process ended unexpectedly. A new one goes on where you were, "
                "with all branches."
            )
        elif can_go_on:
            text = self.tr(
                "The training process ended unexpectedly. A new one takes the same steps again, "
                "so you can go on where you were; only branches left earlier are gone."
            )
        else:
            text = self.tr(
                "The training process ended unexpectedly, again and again. "
                "Close the window and start anew."
            )
        self._notice.say(text)

    @Slot(str)
    def _tell_failed(self, report: str) -> None:
        record(report)
        self.tell_unexpected(report)
