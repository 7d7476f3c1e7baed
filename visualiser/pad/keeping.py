"""Keeping: the user's own digits on disk, what is added to them, and what is done with them."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import platformdirs
from PySide6.QtCore import QLockFile, QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from core.datasets.drawn import Sheet, read_sheet, save_sheet
from core.errors import DataError
from core.parameters import FloatArray
from core.program import PROGRAM
from visualiser.errors import sentence
from visualiser.files.file_dialogs import file_dialog
from visualiser.files.run_files import RunFiles
from visualiser.pad.pad import Pad
from visualiser.panels.notice import NoticePanel
from visualiser.training import messages as m
from visualiser.training.drawn_questions import DrawnResult, ReadDrawn
from visualiser.training.session import TrainingSession

_ENDING = "npz"
_NAME = f"my-digits.{_ENDING}"
# Milliseconds to wait for another window that is keeping digits at this moment.
_PATIENCE = 500


class Keeping(QObject):
    """Keeps drawings in the user's data folder, from one time to the next.

    Parameters
    ----------
    pad : Pad
    session : TrainingSession
    files : RunFiles
    notice : NoticePanel
    window : QWidget
    """

    def __init__(
        self,
        pad: Pad,
        session: TrainingSession,
        files: RunFiles,
        notice: NoticePanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._pad, self._session, self._files, self._notice = pad, session, files, notice
        self._window = window
        self._sheet = Sheet.blank()
        self._description: m.RunDescription | None = None
        digits = pad.digits
        pad.keep_asked.connect(self._keep)
        digits.chosen.connect(self._show_kept)
        digits.delete_asked.connect(self._delete)
        digits.test_asked.connect(self._test)
        digits.train_asked.connect(self._train)
        digits.save_asked.connect(self._ask_where_to_save)
        session.answered.connect(self._show_answer)

    def show_run(self, description: m.RunDescription) -> None:
        """Note the run whose recipe a new one is to have; another one's network knows no result."""
        before, self._description = self._description, description
        if before is not None and before.identity != description.identity:
            self._pad.digits.forget_result()

    def read(self) -> bool:
        """Show what is on disk, where other windows keep digits as well.

        False, and said, where it can neither be read nor put aside.
        """
        path = sheet_path()
        try:
            self._take_sheet(read_sheet(path) if path.exists() else Sheet.blank())
        except DataError as error:
            return self._put_aside(path, sentence(error))
        return True

    def _put_aside(self, path: Path, reason: str) -> bool:
        """Whatever is in a damaged sheet is not overwritten with what is kept next."""
        aside = path.with_name(f"{path.stem}-{secrets.token_hex(3)}.damaged")
        self._take_sheet(Sheet.blank())
        try:
            path.rename(aside)
        except OSError:
            self._notice.say(reason)
            return False
        text = self.tr("{reason} It is now called {name}, and your digits begin anew.")
        self._notice.say(text.format(reason=reason, name=aside.name))
        return True

    def _take_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._pad.digits.show_sheet(sheet)

    def _change(self, change: Callable[[Sheet], Sheet]) -> bool:
        """Change what is on disk now, one window after the other, so that nothing is lost.

        False, and said, where it cannot be changed.
        """
        path = sheet_path()
        lock = QLockFile(str(path.with_name(f"{path.name}.lock")))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            is_locked = lock.tryLock(_PATIENCE)
            if not is_locked and lock.error() == QLockFile.LockError.LockFailedError:
                self._notice.say(
                    self.tr("Another window is keeping digits at this moment; try it again.")
                )
                return False
            # Where there can be no lock, nothing can be saved either, and saving says why.
            return self.read() and self._store(change(self._sheet))
        except (DataError, OSError) as error:
            self._notice.say(sentence(_as_data_error(error, path)))
            return False
        finally:
            lock.unlock()

    def _store(self, sheet: Sheet) -> bool:
        save_sheet(sheet, sheet_path())
        self._take_sheet(sheet)
        return True

    @Slot(object, int)
    def _keep(self, ink: FloatArray, what: int) -> None:
        if self._change(lambda sheet: sheet.with_drawing(ink, what)):
            self._notice.say_shortly(self.tr("Kept as a {digit}.").format(digit=what))

    @Slot(int)
    def _show_kept(self, index: int) -> None:
        if index < len(self._sheet):
            self._pad.show_drawing(self._sheet.ink[index], int(self._sheet.labels[index]))

    @Slot(int)
    def _delete(self, index: int) -> None:
        shown = self._sheet
        if index >= len(shown):
            return
        ink, what = shown.ink[index], int(shown.labels[index])
        if self._change(lambda sheet: _without(sheet, ink, what)):
            text = self.tr("A {digit} is deleted from your digits.")
            self._notice.say_shortly(
                text.format(digit=what),
                self.tr("Bring it back"),
                lambda: self._bring_back(index, ink, what),
            )

    def _bring_back(self, index: int, ink: npt.NDArray[np.uint8], what: int) -> None:
        self._change(lambda sheet: sheet.with_drawing(ink, what, index))

    @Slot()
    def _test(self) -> None:
        self._session.ask(ReadDrawn(sheet_path()))

    @Slot(object)
    def _show_answer(self, answered: m.Answered) -> None:
        if isinstance(answered.answer, DrawnResult):
            self._pad.digits.show_result(answered.answer, answered.position)

    @Slot()
    def _train(self) -> None:
        """Begin a run with a copy of the sheet: the run is to find the same digits again."""
        description = self._description
        if description is None:
            return
        digest = hashlib.sha256(self._sheet.ink.tobytes() + self._sheet.labels.tobytes())
        path = sheet_path().with_name(f"my-digits-{digest.hexdigest()[:12]}.{_ENDING}")
        try:
            if not path.exists():
                save_sheet(self._sheet, path)
        except DataError as error:
            self._notice.say(sentence(error))
            return
        # Every fifth of them is kept for the test.
        learnt = len(self._sheet) - (len(self._sheet) + 4) // 5
        before = description.settings
        settings = replace(
            before, data=str(path), layers=None, batch_size=min(before.batch_size, learnt)
        )
        self._files.put_in_place(m.Begin(settings))

    @Slot()
    def _ask_where_to_save(self) -> None:
        kinds = [self.tr("Sheets of drawn digits (*.npz)")]
        dialog = file_dialog(
            self._window,
            self.tr("Save your digits"),
            self._files.folder,
            kinds,
            self._save_as,
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_ENDING)
        dialog.selectFile(_NAME)
        dialog.open()

    def _save_as(self, path: Path) -> None:
        try:
            save_sheet(self._sheet, path)
        except DataError as error:
            self._notice.say(sentence(error))
            return
        self._notice.say_shortly(
            self.tr("Your digits are saved as “{name}”.").format(name=path.name)
        )


def sheet_path() -> Path:
    """Where the user's digits are kept."""
    return platformdirs.user_data_path(PROGRAM) / _NAME


def _without(sheet: Sheet, ink: npt.NDArray[np.uint8], what: int) -> Sheet:
    """The sheet without this drawing, wherever another window's changes have put it."""
    same = (sheet.ink == ink).all(axis=(1, 2)) & (sheet.labels == what)
    places = np.flatnonzero(same)
    return sheet.without(int(places[0])) if len(places) else sheet


def _as_data_error(error: DataError | OSError, path: Path) -> DataError:
    if isinstance(error, DataError):
        return error
    return DataError(
        "{path} cannot be written ({reason}); choose another place.", path=path, reason=error
    )
