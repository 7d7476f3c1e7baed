"""Preferences: opens the dialog, and has what is chosen take effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from visualiser import motion
from visualiser.files.autosave import Autosave
from visualiser.panels.notice import NoticePanel
from visualiser.settings import Settings
from visualiser.theme import DARK, Theme
from visualiser.training.messages import SetHistoryMemory
from visualiser.training.session import TrainingSession

if TYPE_CHECKING:
    from visualiser.preferences.dialog import PreferencesDialog

_MEGABYTE = 2**20
# What a window has from its beginning.
_OF_NEW_WINDOWS = ("language", "scale")


class Preferences(QObject):
    """Keeps the dialog, once there is one.

    Parameters
    ----------
    window : QWidget
        The dialog's parent; the window can be used meanwhile.
    session : TrainingSession
    settings : Settings
    notice : NoticePanel
        Says what was wrong with the settings' file.
    autosave : Autosave or None

    Signals
    -------
    setting_changed (str)
        The setting of this name has another value.
    reopen_asked ()
        Some have that only a new window obeys; once, however many they are.
    """

    setting_changed = Signal(str)
    reopen_asked = Signal()

    def __init__(
        self,
        window: QWidget,
        session: TrainingSession,
        settings: Settings,
        notice: NoticePanel,
        autosave: Autosave | None,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._autosave = autosave
        self._dialog: PreferencesDialog | None = None
        self._theme = DARK
        # Not at once: the window may be gone by the time that a control of the dialog goes on.
        self._reopening = QTimer(self)
        self._reopening.setSingleShot(True)
        self._reopening.setInterval(0)
        self._reopening.timeout.connect(self.reopen_asked)
        self.setting_changed.connect(self._follow)
        session.run_opened.connect(self._tell_memory)
        motion.use(settings.reduced_motion)
        if settings.trouble is not None:
            notice.say(settings.trouble.sentence())
            settings.trouble = None

    def open(self) -> None:
        """Show the dialog, or bring it to the front."""
        if self._dialog is None:
            self._dialog = self._new_dialog()
        dialog = self._dialog
        dialog.show_values()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @Slot()
    def show_values(self) -> None:
        """Show in the dialog what was chosen elsewhere."""
        if self._dialog is not None:
            self._dialog.show_values()

    def set_theme(self, theme: Theme) -> None:
        """Show colours in this theme."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    # ---------------------------------------------------------------- inside

    def _new_dialog(self) -> PreferencesDialog:
        # Few ask for it, so its modules are not loaded before the first frame.
        from visualiser.preferences.dialog import PreferencesDialog  # noqa: PLC0415 (loaded when wanted)

        dialog = PreferencesDialog(self._settings, self._window)
        dialog.set_theme(self._theme)
        dialog.setting_changed.connect(self.setting_changed)
        return dialog

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name in _OF_NEW_WINDOWS:
            self._reopening.start()
        elif name == "reduced_motion":
            motion.use(self._settings.reduced_motion)
        elif name == "history_memory":
            self._tell_memory()
        elif name == "autosave" and self._autosave is not None:
            self._autosave.follow_settings()

    @Slot()
    def _tell_memory(self) -> None:
        """Tell the training process, which knows nothing of settings, for the run that it has."""
        self._session.send(SetHistoryMemory(self._settings.history_memory * _MEGABYTE))
