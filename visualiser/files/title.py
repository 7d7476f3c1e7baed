"""The window's title: the file that the run has, and the program's name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def entitle(window: QWidget, path: Path | None) -> None:
    """Name the file of the run above the window, with room for the mark of what is not saved."""
    # Qt replaces [*] by an asterisk or by nothing, and [*][*] by [*].
    if path is None:
        title = QCoreApplication.translate("Title", "Untitled run[*] — Neural network visualiser")
    else:
        title = QCoreApplication.translate("Title", "{name}[*] — Neural network visualiser")
        title = title.format(name=path.name.replace("[*]", "[*][*]"))
    window.setWindowTitle(title)
    window.setWindowFilePath("" if path is None else str(path))
