"""The one QApplication, dressed alike on every desktop: its scale, its language, its font."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from core.program import PROGRAM
from visualiser.fonts import font_for
from visualiser.languages import ENGLISH, speak
from visualiser.network_view import accessible
from visualiser.resources import forget_icons
from visualiser.scales import USUAL_SCALE
from visualiser.widgets import speaking

_FACTOR, _SCALE = "QT_SCALE_FACTOR", "scale"


def application(scale: int = USUAL_SCALE, language: str | None = None) -> QApplication:
    """The application in this scale and language.

    Qt knows one scale for the whole life of an application: where there is one in another, it
    is ended, with all that belongs to it, and a new one made.

    Parameters
    ----------
    scale : int
        Percent of what the desktop has.
    language : {"en", "zh_CN"}, optional
        The one that is spoken where none is given; at first, English.
    """
    made = QCoreApplication.instance()
    if not isinstance(made, QApplication) or made.property(_SCALE) != scale:
        if made is not None:
            _end(made)
        made = _new_application(scale)
        language = language or ENGLISH
    if language is None:
        return made
    speak(language)
    font = font_for(language, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    if font != made.font():
        made.setFont(font)
    return made


def scale_of() -> int:
    """The scale of the application that is there, in percent; the usual one where none is."""
    made = QCoreApplication.instance()
    scale = None if made is None else made.property(_SCALE)
    return scale if isinstance(scale, int) else USUAL_SCALE


def _new_application(scale: int) -> QApplication:
    with _factor(scale / 100):
        made = QApplication([PROGRAM])
    made.setProperty(_SCALE, scale)
    made.setApplicationName(PROGRAM)
    made.setDesktopFileName(PROGRAM)
    made.setStyle("Fusion")
    speaking.install()
    accessible.install()
    return made


@contextmanager
def _factor(factor: float) -> Iterator[None]:
    """Have an application that is made here be so many times as large.

    What the desktop, or a person, has asked for is multiplied, and is there again afterwards:
    programs that are started from here get theirs.
    """
    before = os.environ.get(_FACTOR)
    if factor != 1:
        os.environ[_FACTOR] = str(_number(before) * factor)
    try:
        yield
    finally:
        if factor != 1:
            del os.environ[_FACTOR]
            if before is not None:
                os.environ[_FACTOR] = before


def _number(text: str | None) -> float:
    """What Qt makes of its variable: what is no number above 0 counts as 1."""
    try:
        found = float(text or "")
    except ValueError:
        return 1.0
    return found if found > 0 else 1.0


def _end(made: QCoreApplication) -> None:
    """End an application, and let go of all that must not outlive it."""
    forget_icons()
    # Objects of Qt in cycles of Python are deleted while there is still an application.
    gc.collect()
    made.shutdown()
