"""DataChoosing: opens the dialog in which data is chosen, and begins the new run with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.run_settings import RunSettings
from visualiser.data.new_run import present_settings
from visualiser.data.source_title import source_title
from visualiser.files.run_files import RunFiles
from visualiser.panels.notice import NoticePanel
from visualiser.theme import DARK, Theme
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession

if TYPE_CHECKING:
    from visualiser.data.dialog import DataDialog

_SLOW = 400  # milliseconds that nobody wonders about


class DataChoosing(QObject):
    """Keeps the dialog, once there is one, and tells how far the data is loaded.

    Parameters
    ----------
    window : QWidget
        The dialog's parent.
    session : TrainingSession
    files : RunFiles
        Puts the run aside, or asks for it.
    notice : NoticePanel
    """

    def __init__(
        self, window: QWidget, session: TrainingSession, files: RunFiles, notice: NoticePanel
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._files, self._notice = window, session, files, notice
        self._theme = DARK
        self._dialog: DataDialog | None = None
        self._description: m.RunDescription | None = None
        # What is being loaded, and what is said of that.
        self._loads, self._said = "", ""
        self._timer = QTimer(self, singleShot=True, interval=_SLOW)
        self._timer.timeout.connect(self._tell_loading)
        self._share = 0.0
        files.dropping.data_dropped.connect(self.open_with)
        self._actions: Mapping[str, QAction] = {}
        session.run_opened.connect(self._note_run)
        session.loading.connect(self._note_share)
        session.loading_stopped.connect(self._tell_stopped)
        session.begun.connect(self._tell_begun)
        session.refused.connect(self._note_refused)
        session.failed.connect(self._end)
        session.trainer_lost.connect(self._end)

    def open(self) -> None:
        """Let data be chosen."""
        self._open(None)

    @Slot(object)
    def open_with(self, path: Path) -> None:
        """Show what data is in a file or folder."""
        self._open(path)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """All of the window, by id: two of them are of digits, or of examples."""
        self._actions = actions

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    def _open(self, path: Path | None) -> None:
        # Few ask for it, so its modules are not loaded before the first frame.
        from visualiser.data.dialog import DataDialog  # noqa: PLC0415 (loaded when wanted)

        if self._dialog is None:
            self._dialog = DataDialog(self._window)
            self._dialog.set_theme(self._theme)
            self._dialog.chosen.connect(self._begin)
        self._dialog.open_for(self._present(), path)

    def _present(self) -> RunSettings:
        """What the present run does, as what a new one can begin with."""
        return present_settings(self._description, self._session.progress)

    # ---------------------------------------------------------------- loading

    @Slot(object)
    def _begin(self, settings: RunSettings) -> None:
        """Ask for the new run; the present one may have to be saved first."""
        self._files.put_in_place(m.Begin(settings))

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._description = description
        if description.shows_digits:
            titles = {
                "next_example": self.tr("Next digit"),
                "previous_example": self.tr("Previous digit"),
            }
        else:
            titles = {
                "next_example": self.tr("Next example"),
                "previous_example": self.tr("Previous example"),
            }
        for name, title in titles.items():
            if name in self._actions:
                self._actions[name].setText(title)

    @Slot(object)
    def _note_share(self, loading: m.Loading) -> None:
        """Say how far it is, where that takes long enough to be wondered about."""
        self._share = loading.share
        if not self._loads:
            self._loads = loading.source
            self._timer.start()
        elif not self._timer.isActive():
            self._tell_loading()

    @Slot()
    def _tell_loading(self) -> None:
        if not self._loads:
            return
        text = self.tr("Loading {name}: {share} %").format(
            name=source_title(self._loads), share=round(100 * self._share)
        )
        if text != self._said:
            self._said = text
            self._notice.say(text, self.tr("Stop loading"), self._stop)

    def _stop(self) -> None:
        self._session.send(m.StopLoading())

    @Slot()
    def _end(self) -> None:
        """Nothing is being loaded any more."""
        self._timer.stop()
        if self._said and self._notice.text() == self._said:
            self._notice.hide()
        self._loads = self._said = ""

    @Slot(object)
    def _tell_stopped(self, _: m.LoadingStopped) -> None:
        self._end()
        self._notice.say_shortly(self.tr("Loading was stopped; the run goes on as before."))

    @Slot(object)
    def _tell_begun(self, begun: m.Begun) -> None:
        self._end()
        text = self.tr("A new run begins with {name}.").format(
            name=source_title(begun.settings.data)
        )
        if self._description is not None and self._description.can_bring_back:
            back = self.tr("Go back to the run before")
            self._notice.say_shortly(text, back, self._files.bring_back)
        else:
            self._notice.say_shortly(text)

    @Slot(object, object)
    def _note_refused(self, _: UserError, command: m.Command | None) -> None:
        if isinstance(command, m.Begin) and self._loads:
            self._timer.stop()
            self._loads = self._said = ""
