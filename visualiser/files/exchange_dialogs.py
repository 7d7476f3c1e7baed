"""The dialogs in which a file of weights or costs is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core import exchange
from visualiser.files.file_dialogs import file_dialog
from visualiser.number_format import count

_TABLE = ".csv"


def readable() -> tuple[str, ...]:
    """The endings of files whose weights can be read."""
    return tuple(ending for ending, one in exchange.FORMATS.items() if one.read is not None)


def ask_where_to_save_weights(
    parent: QWidget, folder: Path, step: int, go_on: Callable[[Path], None]
) -> None:
    """Let a file be named that the weights of a step are saved as, of any format."""
    title = _tr("Save the weights of step {step}").format(step=count(step))
    dialog = file_dialog(
        parent, title, folder, [_kind(ending) for ending in exchange.FORMATS], go_on
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    endings = {_kind(ending): ending for ending in exchange.FORMATS}

    def follow(kind: str) -> None:
        """Let the name end as files of this kind do."""
        dialog.setDefaultSuffix(endings[kind])
        [chosen] = dialog.selectedFiles()
        if Path(chosen).suffix.lower() in exchange.FORMATS:
            dialog.selectFile(Path(chosen).with_suffix(endings[kind]).name)

    dialog.filterSelected.connect(follow)
    dialog.setDefaultSuffix(next(iter(exchange.FORMATS)))
    dialog.selectFile(f"weights-{step}{next(iter(exchange.FORMATS))}")
    dialog.open()


def ask_where_to_save_costs(parent: QWidget, folder: Path, go_on: Callable[[Path], None]) -> None:
    """Let a file be named that the costs are saved as."""
    dialog = file_dialog(parent, _tr("Save the cost of every step"), folder, [_kind(_TABLE)], go_on)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_TABLE)
    dialog.selectFile(f"costs{_TABLE}")
    dialog.open()


def ask_what_to_import(parent: QWidget, folder: Path, go_on: Callable[[Path], None]) -> None:
    """Let a file of weights be chosen."""
    endings = " ".join(f"*{ending}" for ending in readable())
    kinds = [_tr("Weights ({endings})").format(endings=endings)]
    title = _tr("Begin a new run with the weights in a file")
    dialog = file_dialog(parent, title, folder, kinds, go_on)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def _kind(ending: str) -> str:
    """A format as a dialog lists it: ONNX (*.onnx)."""
    title = QCoreApplication.translate("Core", exchange.FORMATS[ending].title)
    return _tr("{title} (*{ending})").format(title=title, ending=ending)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExchangeDialogs", text)
