"""What a person does with files: names them in dialogs, drops them, answers what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core import Run, save_run
from tests.visualiser import screen
from tests.visualiser.states import new_run
from tests.visualiser.windows import PATIENCE
from visualiser.files.prompt import UnsavedPrompt
from visualiser.main_window import MainWindow


def saved_run(path: Path, steps: int = 50, **settings: object) -> Run:
    """A run that somebody has saved before."""
    run = new_run(**settings)
    run.train(steps)
    save_run(run, path)
    return run


def dialog_of(window: QWidget) -> QFileDialog | None:
    """The dialog in which a file is named; None where there is none."""
    return next((d for d in window.findChildren(QFileDialog) if d.isVisible()), None)


def name_file(window: QWidget, path: Path) -> None:
    """Type a file's name into the dialog that is open, and accept it."""
    dialog = dialog_of(window)
    assert dialog is not None
    # As typing does: what was suggested is no longer selected.
    for view in dialog.findChildren(QAbstractItemView):
        view.clearSelection()
    dialog.findChildren(QLineEdit)[0].setText(str(path))
    dialog.accept()
    come_back(window)


def cancel_dialog(window: QWidget) -> None:
    dialog = dialog_of(window)
    assert dialog is not None
    dialog.reject()
    come_back(window)


def come_back(window: QWidget) -> None:
    """Have the keyboard again, as after every dialog; without a screen, nobody sees to that."""
    QApplication.processEvents()
    if window.isVisible():
        window.activateWindow()
        QApplication.processEvents()


def question(window: QWidget) -> str:
    """What is asked before the run goes; empty where nothing is."""
    prompts = [p for p in window.findChildren(UnsavedPrompt) if p.isVisible()]
    assert len(prompts) <= 1
    return prompts[0].text() if prompts else ""


def answer(window: QWidget, button: str) -> None:
    """Click a button of the question."""
    prompt = next(p for p in window.findChildren(UnsavedPrompt) if p.isVisible())
    QTest.mouseClick(screen.button(prompt, button), Qt.MouseButton.LeftButton)
    come_back(window)


def save_as(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Save under a new name, and wait until it is there."""
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        screen.control_key(window, Qt.Key.Key_S, shift=True)
        name_file(window, path)


def title(window: QWidget) -> str:
    """The title as it stands above the window."""
    mark = "*" if window.isWindowModified() else ""
    shown = window.windowTitle().replace("[*][*]", "\0").replace("[*]", mark)
    return shown.replace("\0", "[*]")


class Drag:
    """Files in a person's hand, over the middle of a window."""

    def __init__(self, window: MainWindow, paths: Sequence[Path | str]) -> None:
        self._window = window
        self._data = QMimeData()
        urls = [QUrl.fromLocalFile(str(p)) if isinstance(p, Path) else QUrl(p) for p in paths]
        if urls:
            self._data.setUrls(urls)
        else:
            self._data.setText("only words")

    def enter(self) -> bool:
        """Come over the window; whether it would take them."""
        event = QDragEnterEvent(*self._held())
        QApplication.sendEvent(self._window, event)
        return event.isAccepted()

    def move(self) -> bool:
        event = QDragMoveEvent(*self._held())
        QApplication.sendEvent(self._window, event)
        return event.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self._window, QDragLeaveEvent())

    def drop(self) -> Qt.DropAction:
        """Let go; what the other program is told was done."""
        place, actions, data, button, keys = self._held()
        event = QDropEvent(QPointF(place), actions, data, button, keys)
        QApplication.sendEvent(self._window, event)
        return event.dropAction() if event.isAccepted() else Qt.DropAction.IgnoreAction

    def _held(
        self,
    ) -> tuple[QPoint, Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
        both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        return (
            self._window.rect().center(),
            both,
            self._data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
