"""Sentences in a row: between them stands a space, or in Chinese nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def in_a_row(sentences: Iterable[str]) -> str:
    """One text of several whole sentences; those that are empty are left out."""
    template = QCoreApplication.translate("Sentences", "{first} {second}")
    said = ""
    for sentence in filter(None, sentences):
        said = template.format(first=said, second=sentence) if said else sentence
    return said
