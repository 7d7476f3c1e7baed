"""MnistGetter: fetches MNIST when it is asked to, or lets the folder be named that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.datasets.mnist import mnist_folder
from visualiser.data.download import Download
from visualiser.data.download_words import megabytes
from visualiser.data.mirrors import MIRRORS, MNIST_FILES, KnownFile
from visualiser.widgets.labels import label, tabular

_GAP = 8


class MnistGetter(QWidget):
    """What MNIST is and where it is kept, a button that fetches it, and how far that is.

    It goes on while it is hidden, and ends with the widget. Nothing is asked of the network
    before the button is pressed.

    Parameters
    ----------
    folder : Path, optional
        Where it is kept; by default `core.datasets.mnist.mnist_folder`.
    mirrors : sequence of str
    files : sequence of KnownFile

    Signals
    -------
    ready (str)
        What `core.load_dataset` takes: ``"mnist"`` once that is there, or a folder that was chosen.
    """

    ready = Signal(str)

    def __init__(
        self,
        folder: Path | None = None,
        mirrors: Sequence[str] = MIRRORS,
        files: Sequence[KnownFile] = MNIST_FILES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._files = folder or mnist_folder(), tuple(files)
        self._download = Download(self._folder, mirrors, files, parent=self)
        self._download.progressed.connect(self._show_progress)
        self._download.finished.connect(self._tell_ready)
        self._download.failed.connect(self._show_failure)
        self._where = label("secondary", wrap=True)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setToolTip(str(self._folder))
        self._bar, self._amount = QProgressBar(), label("secondary")
        self._sentence = label("refusal", wrap=True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._get, self._cancel, self._open = QPushButton(), QPushButton(), QPushButton()
        self._word()
        self._assemble()
        self._show_state()

    @property
    def is_here(self) -> bool:
        """Whether all files are in the folder, as far as their sizes tell."""
        try:
            return all((self._folder / f.name).stat().st_size == f.size for f in self._files)
        except OSError:
            return False

    def stop(self) -> None:
        """Fetch nothing any more; what has come is kept for the next time."""
        self._download.stop()
        self._show_state()

    # ---------------------------------------------------------------- parts

    def _word(self) -> None:
        self._get.setToolTip(
            self.tr("Fetch MNIST from a public mirror and check it; nothing else is sent or asked.")
        )
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(
            self.tr("Stop at once; what has come is kept, to go on from there.")
        )
        self._open.setText(self.tr("Open from a folder …"))
        self._open.setToolTip(self.tr("Choose a folder on this computer with MNIST’s four files."))
        self._bar.setAccessibleName(self.tr("How much of MNIST has come"))
        self._bar.setToolTip(self.tr("How much of MNIST has come, of the bytes of its four files."))
        self._bar.setTextVisible(False)
        self._amount.setToolTip(self._bar.toolTip())
        self._amount.setFont(tabular(self._amount.font()))

    def _assemble(self) -> None:
        self._get.setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in (self._where, self._bar, self._amount, self._sentence):
            column.addWidget(part)
        # One below the other: there is little room beside the pictures.
        for button in (self._get, self._cancel, self._open):
            button.setAutoDefault(False)
            if button is not self._get:
                button.setObjectName("chip")
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._get.clicked.connect(self._start)
        self._cancel.clicked.connect(self.stop)
        self._open.clicked.connect(self._ask_for_folder)

    # ---------------------------------------------------------------- states

    def _show_state(self, sentence: str = "") -> None:
        """Show what can be done now, and what went wrong before."""
        is_running, is_here = self._download.is_running, self.is_here
        had_focus = self._get.hasFocus() or self._cancel.hasFocus()
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._where.setText(self._place(is_here=is_here))
        self._get.setText(self.tr("Try again") if sentence else self.tr("Get MNIST"))
        for part in (self._bar, self._amount, self._cancel):
            part.setVisible(is_running)
        self._get.setVisible(not is_running and not is_here)
        if had_focus:
            (self._cancel if is_running else self._open if is_here else self._get).setFocus()

    def _place(self, *, is_here: bool) -> str:
        if is_here:
            return self.tr("MNIST is in {folder}.").format(folder=self._folder)
        return self.tr(
            "It is fetched once, {megabytes} MB from a public mirror, and kept in {folder}."
        ).format(megabytes=megabytes(self._download.total), folder=self._folder)

    @Slot()
    def _start(self) -> None:
        self._show_progress(0, self._download.total)
        self._download.start()
        # Unless it has failed already.
        if self._download.is_running:
            self._show_state()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._amount.setText(
            self.tr("{done} of {total} MB").format(done=megabytes(done), total=megabytes(total))
        )

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self._show_state(sentence)

    @Slot(object)
    def _tell_ready(self, _: Path) -> None:
        self._show_state()
        self.ready.emit("mnist")

    @Slot()
    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the folder with MNIST’s four files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.ready)
        dialog.open()
