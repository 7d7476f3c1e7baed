"""The parser of the command line: one sentence for what is wrong, all in the user's language."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from visualiser.help_lines import HelpFormatter
from visualiser.languages import LANGUAGES

_LANGUAGE = "--language"
# What argparse itself says to whoever runs the program, in the Pythons that there are; what it
# says to programmers is left out.
ARGPARSE_TEXTS = (
    QT_TRANSLATE_NOOP("Arguments", "usage: "),
    QT_TRANSLATE_NOOP("Arguments", "positional arguments"),
    QT_TRANSLATE_NOOP("Arguments", "options"),
    QT_TRANSLATE_NOOP("Arguments", "%(heading)s:"),
    QT_TRANSLATE_NOOP("Arguments", "show this help message and exit"),
    QT_TRANSLATE_NOOP("Arguments", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("Arguments", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("Arguments", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("Arguments", "one of the arguments %s is required"),
    QT_TRANSLATE_NOOP("Arguments", "not allowed with argument %s"),
    QT_TRANSLATE_NOOP("Arguments", "expected one argument"),
    QT_TRANSLATE_NOOP("Arguments", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("Arguments", "invalid choice: %(value)r (choose from %(choices)s)"),
)


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def __init__(self, name: str, description: str) -> None:
        _translate_argparse()
        super().__init__(
            name, description=description, allow_abbrev=False, formatter_class=HelpFormatter
        )

    def error(self, message: str) -> NoReturn:
        """Say it, and exit with status 2."""
        ending = "" if message.endswith((".", "。")) else _tr("; see --help.")
        sys.stderr.write(f"{self.prog}: {message}{ending}\n")
        raise SystemExit(2)


def add_theme(parser: argparse.ArgumentParser) -> None:
    """Let a command take the theme of what it draws."""
    parser.add_argument("--theme", choices=("light", "dark"), help=_tr("instead of the desktop's"))


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let a command take the language of its texts."""
    parser.add_argument(
        _LANGUAGE,
        choices=tuple(LANGUAGES),
        help=_tr("of all texts, instead of the system's or the one that was chosen"),
    )


def language_in(arguments: Sequence[str]) -> str:
    """The language that is asked for, before the arguments are parsed; empty where none is.

    How they are parsed, and what is wrong with them, is said in that language already.
    """
    for one, after in pairwise((*arguments, "")):
        name, equals, value = one.partition("=")
        if name == _LANGUAGE:
            return value if equals else after
    return ""


def _translate_argparse() -> None:
    # All that argparse says goes through this one function, that of `gettext`, whose catalogues
    # are files of another kind. There is no other way in.
    vars(argparse)["_"] = _of_argparse


def _of_argparse(text: str) -> str:
    return QCoreApplication.translate("Arguments", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandLine", text)
