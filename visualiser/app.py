"""The application: opens the window, and another one in its place."""

from __future__ import annotations

import gc
import sys

import platformdirs
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from core.program import PROGRAM
from visualiser import errors, languages
from visualiser.application import application
from visualiser.files.kept_runs import KeptRuns
from visualiser.fonts import NO_FONT, can_write
from visualiser.handing_over import HandedOver
from visualiser.interruption import Interruption
from visualiser.main_window import MainWindow
from visualiser.number_format import MARKS
from visualiser.settings import Settings
from visualiser.sharing.set_up import SetUp
from visualiser.training.session import TrainingProcess

__all__ = ["application", "dispose_of", "open_window"]

_SETTLED = 1_000  # milliseconds after which a window that was opened is there, with all its parts


def open_window(
    trainer: TrainingProcess,
    theme: str | None,
    language: str | None = None,
    set_up: SetUp | None = None,
) -> int:
    """Show the window until it is closed; return the exit status.

    Where another language or scale is chosen, a new window takes its place, over the same
    training process.

    Parameters
    ----------
    trainer : TrainingProcess
    theme : {"light", "dark"} or None
        Instead of the remembered one.
    language : {"en", "zh_CN"} or None
        Instead of the remembered one, until another is chosen.
    set_up : SetUp or None
        What the first run, which begins with its settings, is shown as.
    """
    kept = KeptRuns(platformdirs.user_data_path(PROGRAM) / "unsaved")
    handed = None
    while True:
        settings = Settings(system_mark=_system_mark())
        spoken = languages.chosen(language or settings.language)
        app = application(settings.scale, spoken)
        # The ones before may have gone with the application before, but saw the file as it was.
        trouble, settings = settings.trouble, Settings(system_mark=_system_mark())
        settings.trouble = settings.trouble or trouble
        if language is not None:
            settings.use_for_now("language", language)
        window = MainWindow(trainer, settings, theme, kept, handed)
        if not can_write(spoken):
            window.notice.say(NO_FONT)
        status, handed = _shown(app, window, set_up)
        set_up = None
        if not settings.is_for_now("language"):
            # Another was chosen.
            language = None
        # Before the next application is made, nothing may hold on to this one.
        del app, window, settings
        if handed is None:
            return status
        trainer, theme = handed.session.trainer, handed.theme


def _shown(
    app: QApplication, window: MainWindow, set_up: SetUp | None
) -> tuple[int, HandedOver | None]:
    """Show a window until it is closed, or has let go of its run; and delete it."""
    failures: list[UserError] = []
    left: list[HandedOver] = []

    def give_up(error: UserError) -> None:
        failures.append(error)
        window.close()

    def leave(handed: HandedOver) -> None:
        left.append(handed)
        app.exit()

    window.session.no_run.connect(give_up)
    window.reopening.handed_over.connect(leave)
    if set_up is not None:
        window.classroom.show_first(set_up)
    undo = errors.catch_unexpected(window.troubles.tell_unexpected)
    interruption = Interruption(window)
    window.session.snapshot_taken.connect(window.tour.offer, Qt.ConnectionType.SingleShotConnection)
    window.show()
    # Off since the program began to be loaded; so it stays until there has been time to paint.
    QTimer.singleShot(_SETTLED, gc.enable)
    try:
        status = app.exec()
    finally:
        interruption.end()
        undo()
        dispose_of(window)
    for error in failures:
        sys.stderr.write(f"{PROGRAM}: {errors.sentence(error)}\n")
    return 2 if failures else status, left[0] if left else None


def _system_mark() -> str:
    """The decimal mark of the user's system; a point where it is one that is not offered."""
    mark = QLocale.system().decimalPoint()
    return mark if mark in MARKS else MARKS[0]


def dispose_of(window: MainWindow) -> None:
    """Close and delete it now, while everything that it refers to is still there."""
    window.close_at_once()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
