"""Texts of tables, which are made before anybody knows in which language they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_: str, text: str) -> str:  # noqa: N802 (the name that lupdate looks for)
    """The text itself, marked as one of a context; `QCoreApplication.translate` takes it later.

    Qt's own does the same, but does not say that it returns a text.
    """
    return text
