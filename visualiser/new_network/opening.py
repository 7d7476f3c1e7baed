"""NewNetwork: opens the dialog of a new network, and begins the run that is asked for there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.run_settings import RunSettings
from visualiser.data.new_run import present_settings
from visualiser.files.run_files import RunFiles
from visualiser.theme import DARK, Theme
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession

if TYPE_CHECKING:
    from visualiser.new_network.dialog import NewNetworkDialog


class NewNetwork(QObject):
    """Keeps the dialog, once there is one.

    How far the data is loaded, and that the run has begun, is told as for other data.

    Parameters
    ----------
    window : QWidget
        The dialog's parent.
    session : TrainingSession
    files : RunFiles
        Puts the run aside, or asks for it.
    """

    def __init__(self, window: QWidget, session: TrainingSession, files: RunFiles) -> None:
        super().__init__(window)
        self._window, self._session, self._files = window, session, files
        self._theme = DARK
        self._dialog: NewNetworkDialog | None = None
        self._description: m.RunDescription | None = None
        # What was asked for and has not begun: its data may be gone, or the question what
        # becomes of the present run was not answered.
        self._asked: RunSettings | None = None
        session.run_opened.connect(self._note_run)
        session.begun.connect(self._note_begun)

    def open(self) -> None:
        """Let a network be put together, from what the present run has.

        Or from what was asked for before, where that came to nothing.
        """
        if self._description is None:
            return
        # Few ask for it, so its modules are not loaded before the first frame.
        from visualiser.new_network.dialog import NewNetworkDialog  # noqa: PLC0415 (loaded when wanted)
        from visualiser.new_network.facts import DataFacts  # noqa: PLC0415 (as above)

        if self._dialog is None:
            self._dialog = NewNetworkDialog(self._window)
            self._dialog.set_theme(self._theme)
            self._dialog.chosen.connect(self._begin)
        present = present_settings(self._description, self._session.progress)
        asked, self._asked = self._asked, None
        self._dialog.open_for(present, DataFacts.of_run(self._description), asked)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._description = description

    @Slot(object)
    def _note_begun(self, _: m.Begun) -> None:
        self._asked = None

    @Slot(object)
    def _begin(self, settings: RunSettings) -> None:
        """Ask for the new run; the present one may have to be saved first."""
        self._asked = settings
        self._files.put_in_place(m.Begin(settings))
