"""Exchange: weights in and out of the run, and its costs out, as files of other programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from visualiser.files import exchange_dialogs
from visualiser.files.exchange_words import assumption
from visualiser.files.run_files import RunFiles
from visualiser.files.slow_notice import SlowNotice
from visualiser.number_format import count
from visualiser.panels.notice import NoticePanel
from visualiser.sentences import in_a_row
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession


class Exchange(QObject):
    """Saves the weights of the step that is shown, or all costs; begins a run with other weights.

    What is saved leaves the run as it is: it goes on meanwhile, and its title still says
    whether the run itself is saved. What is imported takes the run's place as by starting again.

    Parameters
    ----------
    window : QWidget
    session : TrainingSession
    files : RunFiles
        Put the run aside, or ask for it.
    notice : NoticePanel
    """

    def __init__(
        self, window: QWidget, session: TrainingSession, files: RunFiles, notice: NoticePanel
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._files, self._notice = window, session, files, notice
        self._description: m.RunDescription | None = None
        # Where files of other programs were named last.
        self._last_folder: Path | None = None
        self._slow = SlowNotice(notice)
        files.dropping.weights_dropped.connect(self.import_weights)
        session.run_opened.connect(self._note_run)
        session.exported.connect(self._tell_exported)
        session.imported.connect(self._tell_imported)
        session.refused.connect(self._note_refused)
        session.failed.connect(self._slow.end)
        session.trainer_lost.connect(self._slow.end)

    @property
    def _folder(self) -> Path:
        return self._last_folder or self._files.folder

    # ---------------------------------------------------------------- out

    def ask_where_to_save_weights(self) -> None:
        """Ask for a file, and save the weights of the step that is shown now as that."""
        progress = self._session.progress
        if progress is None:
            return
        step = progress.position
        exchange_dialogs.ask_where_to_save_weights(
            self._window, self._folder, step, lambda path: self._export(m.ExportWeights(path, step))
        )

    def ask_where_to_save_costs(self) -> None:
        """Ask for a file, and save C of every step as that."""
        exchange_dialogs.ask_where_to_save_costs(
            self._window, self._folder, lambda path: self._export(m.ExportCosts(path))
        )

    def _export(self, command: m.Export) -> None:
        self._last_folder = command.path.parent
        self._session.send(command)
        self._slow.begin(self.tr("Saving {path} …").format(path=command.path))

    @Slot(object)
    def _tell_exported(self, exported: m.Exported) -> None:
        self._slow.end()
        command = exported.command
        if isinstance(command, m.ExportWeights):
            text = self.tr("The weights of step {step} are saved as {path}.").format(
                step=count(command.step), path=command.path
            )
        else:
            text = self.tr("The cost of every step is saved as {path}.").format(path=command.path)
        self._notice.say_shortly(text)

    # ---------------------------------------------------------------- in

    def ask_what_to_import(self) -> None:
        """Let a file of weights be chosen, and begin a new run with them."""
        exchange_dialogs.ask_what_to_import(self._window, self._folder, self.import_weights)

    @Slot(object)
    def import_weights(self, path: Path) -> None:
        """Begin a new run with the weights in a file, in the place of this one."""
        self._last_folder = path.parent
        self._files.put_in_place(m.ImportWeights(path))

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._description = description

    @Slot(object)
    def _tell_imported(self, imported: m.Imported) -> None:
        described = self._description
        if described is None:
            return
        began = self.tr("A new run begins with the weights in {path}.").format(path=imported.path)
        assumed = assumption(imported.assumed, described.settings)
        # What was assumed is to be read, however long that takes.
        tell = self._notice.say if assumed else self._notice.say_shortly
        text = in_a_row((began, assumed))
        if described.can_bring_back:
            tell(text, self.tr("Go back to the run before"), self._files.bring_back)
        else:
            tell(text)

    @Slot(object, object)
    def _note_refused(self, _: UserError, command: m.Command | None) -> None:
        if isinstance(command, m.ExportWeights | m.ExportCosts):
            self._slow.end()
