"""Translations for tests: compiled by Qt's own tool, or made of every text as it is asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import PySide6
from PySide6.QtCore import QTranslator

_LRELEASE = Path(PySide6.__file__).parent / (
    "lrelease.exe" if sys.platform == "win32" else "lrelease"
)


def compile_texts(path: Path, texts: Mapping[str, Mapping[str, str]]) -> None:
    """Write a *.qm with translations by context and by what is translated."""
    contexts = "".join(
        f"<context><name>{escape(context)}</name>{_messages(messages)}</context>"
        for context, messages in texts.items()
    )
    source = path.with_suffix(".ts")
    source.write_text(f'<!DOCTYPE TS><TS version="2.1" language="zh_CN">{contexts}</TS>', "utf-8")
    subprocess.run([_LRELEASE, "-silent", source, "-qm", path], check=True)


def _messages(messages: Mapping[str, str]) -> str:
    return "".join(
        f"<message><source>{escape(source)}</source>"
        f"<translation>{escape(translation)}</translation></message>"
        for source, translation in messages.items()
    )


class Bracketing(QTranslator):
    """Translates every text into itself, in brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation, n
        return f"⟦{source}⟧"
