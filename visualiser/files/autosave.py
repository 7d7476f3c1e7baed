"""Autosave: has the run in progress kept on disk, and offers what a killed program left."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Slot

from visualiser.files.kept_runs import KeptRuns, LeftRun
from visualiser.files.run_files import RunFiles
from visualiser.number_format import count
from visualiser.panels.notice import NoticePanel
from visualiser.settings import Settings
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession


@dataclass(frozen=True)
class AutosaveState:
    """What the autosave of a window leaves to that of the next one.

    Attributes
    ----------
    path : Path or None
        Where the run is to be kept.
    identity : int or None
        Which run that is.
    former : tuple of Path
        Where else the same run was kept.
    opening, opened : LeftRun or None
        What was left by a killed program, while it is opened, and until it is kept anew.
    is_offering : bool
        Whether it is being asked what becomes of what was left.
    """

    path: Path | None
    identity: int | None
    former: tuple[Path, ...]
    opening: LeftRun | None
    opened: LeftRun | None
    is_offering: bool


class Autosave(QObject):
    """Gives every run of the window a place on disk, where the training process keeps it.

    Parameters
    ----------
    session : TrainingSession
    files : RunFiles
    notice : NoticePanel
    kept : KeptRuns
        This window's places, and what others have left.
    settings : Settings
        Say whether anything is kept at all.
    state : AutosaveState, optional
        From the window before this one, with the same places.
    """

    def __init__(
        self,
        session: TrainingSession,
        files: RunFiles,
        notice: NoticePanel,
        kept: KeptRuns,
        settings: Settings,
        state: AutosaveState | None = None,
    ) -> None:
        super().__init__(files)
        self._session, self._files, self._notice = session, files, notice
        self._kept, self._settings = kept, settings
        self._has_offered = False
        # Where the present run is to be kept, and which run that is.
        self._path: Path | None = None
        self._identity: int | None = None
        # Where the same run was kept before its process died.
        self._former: list[Path] = []
        # What was left, while it is opened, and while it is not kept anew yet.
        self._opening: LeftRun | None = None
        self._opened: LeftRun | None = None
        self._offered = ""
        # Whether the process keeps the run already, where the window before has told it to.
        self._is_kept_on = state is not None and state.path is not None
        if state is not None:
            self._path, self._identity = state.path, state.identity
            self._former = list(state.former)
            self._opening, self._opened = state.opening, state.opened
            self._has_offered = not state.is_offering
        session.run_opened.connect(self._note_run)
        session.kept.connect(self._note_kept)
        session.saved.connect(self._note_saved)
        session.trainer_lost.connect(self._note_lost)

    def state(self) -> AutosaveState:
        """What the window after this one has to know."""
        is_offering = bool(self._offered) and self._notice.text() == self._offered
        return AutosaveState(
            self._path,
            self._identity,
            tuple(self._former),
            self._opening,
            self._opened,
            is_offering or not self._has_offered,
        )

    def close(self) -> None:
        """Delete what was kept: what was to become of it was asked."""
        self._kept.close()

    def follow_settings(self) -> None:
        """Keep the run from now on, or keep nothing and delete what was kept."""
        is_kept = self._path is not None
        if self._identity is None or is_kept == self._settings.autosave:
            return
        if is_kept:
            self._keep_nothing()
        else:
            self._begin()

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        if not (self._is_kept_on and description.identity == self._identity):
            self._keep(description)
        self._is_kept_on = False
        if not self._has_offered:
            self._has_offered = True
            self._offer()

    @Slot()
    def _note_lost(self) -> None:
        # A new process is to be told.
        self._is_kept_on = False

    def _keep(self, description: m.RunDescription) -> None:
        if description.identity == self._identity and self._path is not None:
            self._former.append(self._path)
        else:
            self._former.clear()
        self._identity = description.identity
        if self._opening is not None and description.file == self._opening.path:
            self._opened, self._opening = self._opening, None
        if self._settings.autosave:
            self._begin()
        else:
            self._keep_nothing()

    def _keep_nothing(self) -> None:
        self._path = None
        # The files are deleted once the training process has let go of them.
        self._session.keep_in(None)

    def _begin(self) -> None:
        """Have the run kept in a new place."""
        try:
            self._path = self._kept.next_path()
        except OSError as error:
            self._path = None
            self._notice.say(
                self.tr(
                    "The run cannot be kept while it goes on ({reason}); save it from time to time."
                ).format(reason=error)
            )
        else:
            self._session.keep_in(self._path)
            self._kept.note_file(self._path, self._files.path)

    @Slot(object)
    def _note_kept(self, path: Path | None) -> None:
        if path != self._path:
            return
        if path is None:
            self._kept.close()
            return
        for former in self._former:
            self._kept.drop(former)
        self._former.clear()
        if self._opened is not None:
            self._kept.forget(self._opened)
            self._opened = None

    @Slot(object)
    def _note_saved(self, saved: m.Saved) -> None:
        if self._path is not None:
            self._kept.note_file(self._path, saved.path)

    # ---------------------------------------------------------------- what others have left

    def _offer(self) -> None:
        left = self._kept.left()
        if not left:
            return
        newest = left[0]
        when = QLocale().toString(newest.when, self.tr("d MMMM yyyy, HH:mm"))
        if len(left) > 1:
            text = self.tr(
                "The program ended before {count} runs were saved; the newest is of {when}."
            )
        elif newest.file is not None:
            text = self.tr("The program ended before {name} was saved; the run is of {when}.")
        else:
            text = self.tr("The program ended before a run was saved; it is of {when}.")
        name = "" if newest.file is None else newest.file.name
        self._offered = text.format(when=when, name=name, count=count(len(left)))
        self._notice.say(
            self._offered,
            self.tr("Restore it"),
            lambda: self._restore(newest),
            self.tr("Delete it"),
            lambda: self._delete(newest),
        )

    def _restore(self, left: LeftRun) -> None:
        self._opening = left
        self._files.restore(left.path, left.file)

    def _delete(self, left: LeftRun) -> None:
        self._kept.forget(left)
        self._offer()
