"""RunUntil: has the run played until something comes true, and says why it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from visualiser.condition_words import why_stopped
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.notice import NoticePanel
from visualiser.settings import Settings
from visualiser.training.conditions import Condition
from visualiser.training.messages import PlayUntil, Stopped
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot

if TYPE_CHECKING:
    from visualiser.widgets.until_dialog import UntilDialog


class RunUntil(QObject):
    """Asks what to wait for, and tells when it has come true.

    Parameters
    ----------
    session : TrainingSession
    network : NetworkView
        What is selected there is offered.
    notice : NoticePanel
    settings : Settings
        Remembers what was waited for last.
    window : QWidget
        Where the form opens.
    """

    def __init__(
        self,
        session: TrainingSession,
        network: NetworkView,
        notice: NoticePanel,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._network, self._notice = session, network, notice
        self._settings, self._window = settings, window
        self._dialog: UntilDialog | None = None
        self._told, self._stopped_at = "", 0
        # The newest snapshot when it stopped: that of a step before, which may be told again.
        self._before = 0
        session.stopped.connect(self._tell_stopped)
        session.snapshot_taken.connect(self._note_snapshot)

    def ask(self) -> None:
        """Open the form."""
        snapshot = self._network.snapshot
        if snapshot is None:
            return
        if self._dialog is None:
            from visualiser.widgets.until_dialog import UntilDialog  # noqa: PLC0415 (loaded when wanted)

            self._dialog = UntilDialog(self._window)
            self._dialog.conditions_chosen.connect(self.start)
        self._dialog.open_for(snapshot.description, self._network.selection, self._settings.until)

    @Slot(object)
    def start(self, conditions: tuple[Condition, ...]) -> None:
        """Play until the first of these holds."""
        self._settings.until = conditions
        self._notice.hide()
        self._session.send(PlayUntil(conditions))

    @Slot(object)
    def _tell_stopped(self, stopped: Stopped) -> None:
        shown = self._network.snapshot
        names = () if shown is None else shown.description.class_names
        self._told, self._stopped_at = why_stopped(stopped, names), stopped.step
        progress = self._session.progress
        self._before = 0 if progress is None else progress.sequence
        self._notice.say(self._told)

    @Slot(object)
    def _note_snapshot(self, snapshot: Snapshot) -> None:
        """Say no longer why it stopped, once it is elsewhere."""
        progress = snapshot.progress
        is_elsewhere = progress.playing or progress.position != self._stopped_at
        if self._told and is_elsewhere and progress.sequence != self._before:
            if self._notice.text() == self._told:
                self._notice.hide()
            self._told = ""
