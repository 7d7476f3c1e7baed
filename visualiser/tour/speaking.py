"""Telling those who hear the screen read that something has happened."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(source: QObject, text: str) -> None:
    """Have a text read out, whatever has the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
