"""SourcePage: what can be chosen of one kind of data; PathPage: a file or a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.widgets.labels import label


class SourcePage(QWidget):
    """One page of the dialog, at its left.

    Parameters
    ----------
    explained : str
        What kind of data it is; empty where what is put into ``column`` says so.
    hint : str

    Attributes
    ----------
    source : str
        What `core.load_dataset` takes; empty while nothing is chosen.
    hint : str
        What can be done where nothing is chosen.

    Signals
    -------
    chosen
        There is another source.
    """

    chosen = Signal()

    def __init__(self, explained: str, hint: str = "") -> None:
        super().__init__()
        self.source = ""
        self.hint = hint
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(8)
        if explained:
            self.column.addWidget(label("secondary", explained, wrap=True))

    def choose(self, source: str) -> None:
        """Choose a source."""
        self.source = source
        self.chosen.emit()


class PathPage(SourcePage):
    """A file or a folder: chosen in a dialog of the system, or dropped here.

    Parameters
    ----------
    explained : str
    hint : str
    folder_only : bool
        Whether a file cannot be chosen.

    Attributes
    ----------
    takes_files : bool
        Whether it can.
    """

    def __init__(self, explained: str, hint: str, folder_only: bool = False) -> None:
        super().__init__(explained, hint)
        self.takes_files = not folder_only
        self._name = label("plain", wrap=True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.takes_files:
            file = _button(
                self.tr("Choose a file …"),
                self.tr(
                    "A table (.csv, .tsv), a .npz file, an IDX file, or a sheet of your digits."
                ),
            )
            file.clicked.connect(self._ask_for_file)
            row.addWidget(file)
        folder = _button(
            self.tr("Choose a folder …"),
            self.tr("A folder of IDX files such as MNIST's, or of pictures, one folder a class."),
        )
        folder.clicked.connect(self._ask_for_folder)
        row.addWidget(folder)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._name)
        self.column.addStretch(1)

    def choose(self, source: str) -> None:
        """Choose a path, and say which."""
        self._name.setText(Path(source).name)
        self._name.setToolTip(source)
        super().choose(source)

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = self._dialog(self.tr("Choose a file with examples"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Files with examples (*.csv *.tsv *.txt *.npz *.gz *ubyte)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.open()

    @Slot()
    def _ask_for_folder(self) -> None:
        dialog = self._dialog(self.tr("Choose a folder with examples"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        folder = str(Path(self.source).parent) if self.source else ""
        dialog = QFileDialog(self, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose)
        return dialog


def _button(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("chip")
    made.setAutoDefault(False)
    made.setToolTip(tip)
    return made
