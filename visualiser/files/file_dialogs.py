"""The dialogs in which files are named. They are opened, and wait for nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

ENDING = "nnrun"


def ask_where_to_save(parent: QWidget, suggested: Path, go_on: Callable[[Path], None]) -> None:
    """Let a file be named that a run is saved as; whoever cancels saves nothing."""
    title = QCoreApplication.translate("FileDialogs", "Save the run")
    dialog = file_dialog(parent, title, suggested.parent, [_runs()], go_on)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ENDING)
    dialog.selectFile(suggested.name)
    dialog.open()


def ask_what_to_open(parent: QWidget, folder: Path, go_on: Callable[[Path], None]) -> None:
    """Let a saved run or a set-up be chosen."""
    title = QCoreApplication.translate("FileDialogs", "Open a saved run")
    kinds = QCoreApplication.translate("FileDialogs", "Saved runs and set-ups (*.nnrun *.nnlink)")
    dialog = file_dialog(parent, title, folder, [kinds], go_on)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def usual_folder() -> Path:
    """Where a person's documents are, for who has saved nothing yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def file_dialog(
    parent: QWidget, title: str, folder: Path, kinds: Sequence[str], go_on: Callable[[Path], None]
) -> QFileDialog:
    """A dialog that is gone once a file is named; ``kinds`` are what it can show of a folder."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters(kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: go_on(Path(name)))
    return dialog


def _runs() -> str:
    return QCoreApplication.translate("FileDialogs", "Saved runs (*.nnrun)")
