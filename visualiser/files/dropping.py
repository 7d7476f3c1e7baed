"""Dropping: a saved run, weights or data are opened by dropping them on the window."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEvent, QMargins, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from visualiser.files.exchange_dialogs import readable
from visualiser.files.file_dialogs import ENDING
from visualiser.sharing.link_file import is_link

# Endings of files with examples.
_NAME_AT, _LONGEST_NAME = 30, 64
_OF_DATA = (".csv", ".tsv", ".txt", ".gz")
# Between the window's edges and the hint, at the least, in pixels.
_MARGINS = QMargins(24, 24, 24, 24)


class Dropping(QObject):
    """Accepts one saved run, file of weights or data, and shows so while it is over the window.

    Parameters
    ----------
    window : QWidget

    Signals
    -------
    dropped (Path)
        A saved run, or a set-up.
    weights_dropped (Path)
    data_dropped (Path)
        A file or a folder with examples.
    tour_dropped (Path)
        A folder with chapters of a tour.
    refused
        Other files were dragged over the window.
    """

    dropped = Signal(object)
    weights_dropped = Signal(object)
    data_dropped = Signal(object)
    tour_dropped = Signal(object)
    refused = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._hint = QLabel(window)
        self._hint.setObjectName("drop_hint")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the window's part where something is dragged over it or dropped."""
        if isinstance(event, QDropEvent):  # Entering and moving are of this kind, too.
            self._answer(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._hint.hide()
            return True
        return super().eventFilter(watched, event)

    def _answer(self, event: QDropEvent) -> None:
        path = file_in(event.mimeData()) or data_in(event.mimeData())
        is_over = isinstance(event, QDragEnterEvent | QDragMoveEvent)
        if path is None:
            event.ignore()
            if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
                self.refused.emit()
            return
        # Whatever the other program proposes: the file stays where it is.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._hint.setVisible(is_over)
        if is_over:
            self._show_hint(path)
        elif opens(path):
            self.dropped.emit(path)
        elif is_tour(path):
            self.tour_dropped.emit(path)
        elif is_data(path):
            self.data_dropped.emit(path)
        else:
            self.weights_dropped.emit(path)

    def _show_hint(self, path: Path) -> None:
        hint, window = self._hint, self._window
        if opens(path):
            text = self.tr("Let go to open “{name}”")
        elif is_tour(path):
            text = self.tr("Let go to read the chapters in “{name}”")
        elif is_data(path):
            text = self.tr("Let go to see what data is in “{name}”")
        else:
            text = self.tr("Let go to begin a new run with the weights in “{name}”")
        hint.setText(text.format(name=path.name))
        hint.resize(hint.sizeHint().boundedTo(window.size().shrunkBy(_MARGINS)))
        hint.move(window.rect().center() - hint.rect().center())
        hint.raise_()


def file_in(data: QMimeData) -> Path | None:
    """The one saved run or file of weights that is carried; None where it is anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if opens(path) or path.suffix.lower() in readable() else None


def data_in(data: QMimeData) -> Path | None:
    """The one folder, or file that may hold examples, that is carried; else None."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if is_data(path) else None


def is_data(path: Path) -> bool:
    """Whether it is a folder, or its name says that it holds examples.

    A ``.npz`` file can hold either examples or weights: what is in it decides.
    """
    if path.suffix.lower() == ".npz":
        first = _first_array(path)
        return bool(first) and first != "metadata" and not first.endswith((".weight", ".bias"))
    # Of one that cannot be asked about, pathlib would raise.
    is_folder = os.path.isdir(path)  # noqa: PTH112
    return is_folder or path.suffix.lower() in _OF_DATA or path.name.endswith("ubyte")


def is_tour(path: Path) -> bool:
    """Whether it is a folder that holds a file of Markdown, as chapters of a tour are."""
    try:
        return path.is_dir() and any(one.suffix.lower() == ".md" for one in path.iterdir())
    except OSError:
        return False


def _first_array(path: Path) -> str:
    """What the first array of an archive is called; empty where it cannot be told.

    A ZIP archive begins with the header of its first file: 26 bytes, the length of its name and
    that of what follows in two bytes each, and the name.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_NAME_AT + _LONGEST_NAME)
    except OSError:
        return ""
    if start[:4] != b"PK\3\4" or len(start) < _NAME_AT:
        return ""
    length = int.from_bytes(start[_NAME_AT - 4 : _NAME_AT - 2], "little")
    return start[_NAME_AT : _NAME_AT + length].decode("utf-8", "replace").removesuffix(".npy")


def opens(path: Path) -> bool:
    """Whether its name says that it is a saved run, or a set-up."""
    return path.suffix.lower() == f".{ENDING}" or is_link(path)
