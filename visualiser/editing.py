"""Editing: what a person changes in the network by hand, and how it is undone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction

from visualiser.change_words import changes_text
from visualiser.forks import Forks
from visualiser.network_view.network_view import NetworkView
from visualiser.number_format import count
from visualiser.panels.notice import NoticePanel
from visualiser.selection import Selection
from visualiser.training.branch_news import Branches
from visualiser.training.messages import Command, Redo, Undo, Undone
from visualiser.training.session import TrainingSession
from visualiser.undo_names import UndoNames
from visualiser.widgets.part_menu import PartMenu


class Editing(QObject):
    """Opens the menu of what was clicked, names what can be undone, and says what was.

    Parameters
    ----------
    session : TrainingSession
    network : NetworkView
    notice : NoticePanel
    """

    def __init__(self, session: TrainingSession, network: NetworkView, notice: NoticePanel) -> None:
        super().__init__(network)
        self._session, self._network, self._notice = session, network, notice
        self._told = ""
        self._names: UndoNames | None = None
        self._forks = Forks(session, notice)
        network.menu_asked.connect(self.open_menu)
        session.undone.connect(self._tell_undone)

    @property
    def branches(self) -> Branches | None:
        """The courses of events of the run, as last told."""
        return self._forks.branches

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Name in these actions, by id, what they would undo and make again."""
        self._names = UndoNames(actions, self.undo, self.redo, self._network)
        self._session.snapshot_taken.connect(self._names.show_snapshot)

    def write_numbers(self) -> None:
        """Write the numbers in those names in the present style."""
        if self._names is not None and self._network.snapshot is not None:
            self._names.show_snapshot(self._network.snapshot)

    @Slot(object, QPoint)
    def open_menu(self, selection: Selection, place: QPoint) -> None:
        """Offer what can be done to this, at a point of the screen."""
        snapshot = self._network.snapshot
        if snapshot is None:
            return
        menu = PartMenu(selection, snapshot, self._network)
        menu.command_given.connect(self.send)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def open_menu_of_selected(self) -> None:
        """Offer what can be done to what is selected."""
        self._network.ask_for_menu()

    @Slot(object)
    def send(self, command: Command) -> None:
        """Have something changed, and say no longer what was undone before."""
        if self._told and self._notice.text() == self._told:
            self._notice.hide()
        self._session.send(command)

    def undo(self) -> None:
        """Take back the newest change."""
        self.send(Undo())

    def redo(self) -> None:
        """Make again what was undone last."""
        self.send(Redo())

    @Slot(object)
    def _tell_undone(self, undone: Undone) -> None:
        changes, progress = undone.changes, self._session.progress
        if progress is not None and progress.position > changes[-1].step:
            text = self.tr(
                "Undone: {change}. The run is at step {step} again; the steps that were taken "
                "since are kept as another branch."
            )
            left = self._forks.present
        else:
            text, left = self.tr("Undone: {change}."), None
        known = () if progress is None else progress.changes
        what = changes_text(changes, known)
        self._told = text.format(change=what, step=count(changes[-1].step))
        self._forks.tell(self._told, left)
