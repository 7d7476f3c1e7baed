"""The languages of the program: which one is spoken, and how Qt is made to speak it.

Needs no more of Qt than QtCore, so that the command line can speak as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from visualiser.assets import asset
from visualiser.marking import QT_TRANSLATE_NOOP

SYSTEM = "system"
ENGLISH, CHINESE = "en", "zh_CN"
# By id, each as it calls itself. English first: the one that texts are written in.
LANGUAGES = {ENGLISH: "English", CHINESE: "简体中文"}

# What Qt's own Chinese lacks of its own dialogs, or has wrong.
LACKING_IN_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QKeySequenceEdit", "Press shortcut"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
)


def chosen(choice: str) -> str:
    """The id of the language that is meant by a choice; for "system", the system's.

    Where the system has none that is offered, English.
    """
    return choice if choice in LANGUAGES else of_system(QLocale.system().uiLanguages())


def of_system(wishes: Iterable[str]) -> str:
    """The id of the first language that is offered of those that a person wishes for.

    Parameters
    ----------
    wishes : iterable of str
        The best first, as in `QLocale.uiLanguages`: "zh-Hans-CN", "zh-CN", "zh", "en-GB", …
    """
    for wish in wishes:
        locale = QLocale(wish)
        if locale.language() == QLocale.Language.English:
            return ENGLISH
        if locale.script() == QLocale.Script.SimplifiedChineseScript:
            return CHINESE
    return ENGLISH


def speak(language: str, folders: Iterable[Path] | None = None) -> None:
    """Have every text that is translated from now on be in this language.

    There must be an application. Texts that were translated before stay as they are.

    Parameters
    ----------
    language : {"en", "zh_CN"}
    folders : iterable of Path, optional
        Where compiled translations are looked for, instead of the program's and Qt's own.
    """
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("there is no application that could be translated")
    for before in application.findChildren(QTranslator):
        QCoreApplication.removeTranslator(before)
        before.deleteLater()
    QLocale.setDefault(_locale(language))
    if language == ENGLISH:
        return
    for path in _files(language, _folders() if folders is None else folders):
        # With the application as its parent it lives as long, and no longer.
        translator = QTranslator(application)
        if translator.load(str(path)):
            QCoreApplication.installTranslator(translator)


def _locale(language: str) -> QLocale:
    """How dates are written: in this language, where it is not the system's own."""
    system, locale = QLocale.system(), QLocale(language)
    if system.language() == locale.language():
        return system
    return locale if language == CHINESE else QLocale(locale.language(), system.territory())


def _folders() -> tuple[Path, ...]:
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return Path(of_qt), asset("translations")


def _files(language: str, folders: Iterable[Path]) -> list[Path]:
    """Qt's own texts, as those of its dialogs, and the program's, which come before them."""
    names = f"qtbase_{language}.qm", f"visualiser_{language}.qm"
    found = [folder / name for name in names for folder in folders]
    return [path for path in found if path.is_file()]
