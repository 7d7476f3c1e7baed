"""SideBySide: opens the comparison of the window's run with another one, and ends it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.run_settings import RunSettings
from visualiser.beside.choices import (
    Branch,
    Choice,
    OneThing,
    OtherBranch,
    OtherFile,
    start_settings,
)
from visualiser.change_words import change_text
from visualiser.errors import sentence
from visualiser.network_view.network_view import NetworkView
from visualiser.theme import DARK, Theme
from visualiser.training import messages as m
from visualiser.training.branch_news import Branches, BranchInfo
from visualiser.training.copy_questions import CopyInFile
from visualiser.training.session import TrainingProcess, TrainingSession

if TYPE_CHECKING:
    from visualiser.beside.dialog import CompareDialog
    from visualiser.beside.window import ComparisonWindow

_FOLDER, _FILE = "visualiser-", "copy.nnrun"


class SideBySide(QObject):
    """Asks what is compared, has copies made, starts both processes and opens their window.

    Parameters
    ----------
    window : QWidget
        The main window.
    session : TrainingSession
        Of the main window's run, which is paused and then left alone.
    network : NetworkView
        The main window's: its lines and options are taken over.

    Attributes
    ----------
    comparison : ComparisonWindow or None
        The one that is open.
    """

    def __init__(self, window: QWidget, session: TrainingSession, network: NetworkView) -> None:
        super().__init__(window)
        self._window, self._session, self._network = window, session, network
        self._theme = DARK
        self._description: m.RunDescription | None = None
        self._branches: tuple[Branch, ...] = ()
        self._dialog: CompareDialog | None = None
        self.comparison: ComparisonWindow | None = None
        # What waits for a copy of the run, how that was asked for, and the folder of the copy.
        self._waiting: OtherBranch | OtherFile | None = None
        self._asked: CopyInFile | None = None
        self._folder: TemporaryDirectory[str] | None = None
        session.run_opened.connect(self._note_run)
        session.answered.connect(self._note_copied)
        session.refused.connect(self._note_refused)
        session.branches_changed.connect(self._note_branches)

    @Slot()
    def open(self) -> None:
        """Pause the run and ask what it is compared with; or show the comparison that is open."""
        if self.comparison is not None:
            self.comparison.raise_()
            self.comparison.activateWindow()
        elif self._description is not None:
            self._session.send(m.Pause())
            self._open_dialog(self._description)

    @Slot()
    def close(self) -> None:
        """End the comparison."""
        if self._dialog is not None:
            self._dialog.close()
        if self.comparison is not None:
            self.comparison.close()
        self._remove_copy()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self.comparison is not None:
            self.comparison.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        if self.comparison is not None:
            self.comparison.write_numbers()

    # ---------------------------------------------------------------- what there is

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._description = description
        self._branches = ()

    @Slot(object)
    def _note_branches(self, told: Branches) -> None:
        others = (one for one in told.branches if one.number != told.present)
        self._branches = tuple(
            Branch(one.number, self._name(one), one.forked_at, one.length) for one in others
        )

    def _name(self, branch: BranchInfo) -> str:
        """What a branch is called: as a person calls it, or by the change that it began with."""
        if branch.name:
            return branch.name
        began = [change for change in branch.changes if change.step == branch.forked_at]
        if not began:
            return self.tr("Branch {number}").format(number=branch.number)
        return change_text(began[-1], branch.changes)

    # ---------------------------------------------------------------- asking

    def _open_dialog(self, description: m.RunDescription) -> None:
        # Few compare, so it is not loaded before the first frame.
        from visualiser.beside.dialog import CompareDialog  # noqa: PLC0415 (loaded when wanted)

        if self._dialog is None:
            self._dialog = CompareDialog(self._window)
            self._dialog.chosen.connect(self._begin)
            self._dialog.rejected.connect(self._give_up)
        settings = start_settings(description)
        self._dialog.open_for(settings, description.train_count, self._branches)

    @Slot(object)
    def _begin(self, choice: Choice) -> None:
        """Start both processes, once there is a copy of the run where one is needed."""
        if isinstance(choice, OneThing):
            self._show(choice.here, choice.there, self.tr("The other run"))
            return
        self._waiting = choice
        self._remove_copy()
        self._folder = TemporaryDirectory(prefix=_FOLDER)
        self._asked = CopyInFile(Path(self._folder.name) / _FILE)
        self._session.ask(self._asked)

    @Slot(object)
    def _note_copied(self, answered: m.Answered) -> None:
        choice, question = self._waiting, self._asked
        # One that was given up may be answered while another is awaited.
        if choice is None or question is None or answered.question != question:
            return
        self._waiting = None
        if isinstance(choice, OtherBranch):
            switch = m.SwitchTo(choice.number)
            self._show(question.path, question.path, choice.name, switch)
        else:
            self._show(question.path, choice.path, choice.path.name)

    @Slot(object, object)
    def _note_refused(self, error: UserError, command: m.Command | None) -> None:
        """Say in the dialog why there is no copy of the run."""
        is_ours = isinstance(command, m.Ask) and command.question == self._asked
        if is_ours and self._asked is not None and self._dialog is not None:
            self._give_up()
            self._dialog.refuse(sentence(error))

    @Slot()
    def _give_up(self) -> None:
        """Want no copy of the run any more."""
        self._waiting = self._asked = None
        self._remove_copy()

    def _remove_copy(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # ---------------------------------------------------------------- showing

    def _show(
        self,
        here: RunSettings | Path,
        there: RunSettings | Path,
        title: str,
        first: m.Command | None = None,
    ) -> None:
        """Open the window on two processes."""
        from visualiser.beside.window import ComparisonWindow  # noqa: PLC0415 (loaded when wanted)

        if self._dialog is not None:
            self._dialog.hide()
        progress = self._session.progress
        self.comparison = comparison = ComparisonWindow(
            (TrainingProcess(here), TrainingProcess(there)),
            (self.tr("This run"), title),
            None if progress is None else progress.example,
            self._window,
            first,
        )
        comparison.closed.connect(self._note_closed)
        comparison.other_asked.connect(self._compare_other)
        comparison.set_theme(self._theme)
        self._look_alike(comparison)
        comparison.show()

    def _look_alike(self, comparison: ComparisonWindow) -> None:
        """Have the networks drawn as the main window's is, now and from now on."""
        network, twins = self._network, comparison.twins
        twins.set_options(network.options)
        twins.choose_lines(network.quantity)
        network.options_changed.connect(twins.set_options)
        network.lines.chosen.connect(twins.choose_lines)

    @Slot()
    def _note_closed(self) -> None:
        if self.comparison is not None:
            self.comparison.deleteLater()
            self.comparison = None
        self._remove_copy()

    @Slot()
    def _compare_other(self) -> None:
        if self.comparison is not None:
            self.comparison.close()
        self.open()
