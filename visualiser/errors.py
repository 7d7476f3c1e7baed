"""The one place where errors become sentences, and unexpected ones are kept for later."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

import platformdirs
from PySide6.QtCore import QCoreApplication

from core.errors import UserError
from core.program import PROGRAM

_log = logging.getLogger(PROGRAM)


def sentence(error: UserError) -> str:
    """What an error says, in the user's language; so does one that it names as its reason."""
    values = {
        name: sentence(value) if isinstance(value, UserError) else value
        for name, value in error.values.items()
    }
    translated = QCoreApplication.translate("Errors", error.template)
    return UserError(error.template, **values).sentence(translated)


def record(report: str) -> None:
    """Write an unexpected exception's report into the user's log folder."""
    if not _log.handlers:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 (loaded when wanted)

        folder = platformdirs.user_log_path(PROGRAM)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _log.addHandler(RotatingFileHandler(folder / "errors.log", "a", 1_000_000, 2, "utf-8"))
        except OSError:
            _log.addHandler(logging.StreamHandler())
        _log.propagate = False
    _log.error(report)


def catch_unexpected(tell: Callable[[str], None]) -> Callable[[], None]:
    """Record every exception that nobody caught, and tell the user; return the undoing."""
    before = sys.excepthook

    def catch(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        report = "".join(traceback.format_exception(kind, error, trace))
        record(report)
        tell(report)

    def undo() -> None:
        sys.excepthook = before

    sys.excepthook = catch
    return undo
