"""The two dialogs in which a saved run is named. They are opened, and wait for nobody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

ENDING = "nnrun"


def ask_where_to_save(parent: QWidget, suggested: Path, go_on: Callable[[Path], None]) -> None:
    """Let a file be named that a run is saved as; whoever cancels saves nothing."""
    title = QCoreApplication.translate("FileDialogs", "Save the run")
    dialog = _dialog(parent, title, suggested.parent, go_on)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ENDING)
    dialog.selectFile(suggested.name)
    dialog.open()


def ask_what_to_open(parent: QWidget, folder: Path, go_on: Callable[[Path], None]) -> None:
    """Let a saved run be chosen."""
    title = QCoreApplication.translate("FileDialogs", "Open a saved run")
    dialog = _dialog(parent, title, folder, go_on)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def usual_folder() -> Path:
    """Where a person's documents are, for who has saved nothing yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _dialog(
    parent: QWidget, title: str, folder: Path, go_on: Callable[[Path], None]
) -> QFileDialog:
    kinds = QCoreApplication.translate("FileDialogs", "Saved runs (*.nnrun)")
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: go_on(Path(name)))
    return dialog
