"""What a source of data is called on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from visualiser.data.plane_problems import problem_title


def source_title(source: str) -> str:
    """What data is called: by its name, or by the last part of its path."""
    translate = QCoreApplication.translate
    known = {
        "digits": translate("SourceTitle", "Embedded digits"),
        "mnist": translate("SourceTitle", "MNIST"),
    }
    return known.get(source) or problem_title(source) or Path(source).name or source
