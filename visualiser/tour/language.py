"""The language in which the tour speaks."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def language() -> str:
    """The name of the user's language, as ``zh_CN``."""
    return QLocale().name()
