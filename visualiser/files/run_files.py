"""RunFiles: which file the run has, whether it is saved, and what is asked before it goes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from core.errors import UserError
from visualiser.files import file_dialogs
from visualiser.files.dropping import Dropping
from visualiser.files.places import Places
from visualiser.files.prompt import Reason, UnsavedPrompt
from visualiser.files.recent_menu import RecentMenu, is_there
from visualiser.files.slow_notice import SlowNotice
from visualiser.files.title import entitle
from visualiser.panels.notice import NoticePanel
from visualiser.settings import Settings
from visualiser.sharing.link_file import is_link
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession


@dataclass(frozen=True)
class _Save:
    """A save that is going on, of the run as it was known then, and what happens after it."""

    path: Path
    revision: int | None
    go_on: Callable[[], None] | None


class RunFiles(QObject):
    """Saves and opens runs, and has the window's title tell which one it shows.

    The title has an asterisk while the run differs from its file: after a step that was not
    taken before, a change, an undo, a fork, or on another branch. Looking at another step of
    the same run is no difference.

    Before a run that is not saved goes, be it that the window closes, that another one is
    opened or that it is started again, it is asked what becomes of it. One without a step is
    not worth the question unless it has a file. Starting again asks for a run with a file
    only: one without is put aside, and `bring_back` exchanges it for the new one.

    Parameters
    ----------
    window : QMainWindow
    session : TrainingSession
    settings : Settings
    notice : NoticePanel
    places : Places, optional
        From the window before this one.

    Signals
    -------
    link_chosen (Path)
        A file with a set-up is to be opened.
    """

    link_chosen = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        session: TrainingSession,
        settings: Settings,
        notice: NoticePanel,
        places: Places | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._notice = window, session, notice
        self._settings = settings
        self.recent = RecentMenu(settings, window)
        self.recent.file_chosen.connect(self._open_recent)
        self.dropping = Dropping(window)
        self.dropping.dropped.connect(self.open)
        self.dropping.refused.connect(self._refuse_drop)
        self._places = places or Places()
        self._saves: deque[_Save] = deque()
        self._prompt: UnsavedPrompt | None = None
        self._can_ask, self._is_reviving, self._tells_of_aside = True, False, False
        self._bring_back = QAction()
        self._slow = SlowNotice(notice)
        session.run_opened.connect(self._note_run)
        session.snapshot_taken.connect(self._mark)
        session.saved.connect(self._note_saved)
        session.refused.connect(self._note_refused)
        session.failed.connect(self._note_failed)
        session.trainer_lost.connect(self._note_lost)
        self._entitle()

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """One of these, by id, can be used only while a run is put aside."""
        self._bring_back = actions["bring_back"]
        self._bring_back.setEnabled(False)

    # ---------------------------------------------------------------- what there is

    @property
    def path(self) -> Path | None:
        """The file that the run has; None where it was not saved yet."""
        return self._places.here.path

    @property
    def places(self) -> Places:
        """Where its runs are saved, for the window after this one."""
        return self._places

    @property
    def is_altered(self) -> bool:
        """Whether the run differs from what was saved, or from what it was as it began."""
        return self._revision is not None and self._revision != self._places.here.revision

    @property
    def is_asking(self) -> bool:
        """Whether the question what becomes of the run is open."""
        return self._prompt is not None

    @property
    def _revision(self) -> int | None:
        progress = self._session.progress
        return None if progress is None else progress.revision

    @property
    def _is_worth_asking(self) -> bool:
        progress = self._session.progress
        has_content = self.path is not None or (progress is not None and progress.length > 0)
        return self._can_ask and self.is_altered and has_content

    # ---------------------------------------------------------------- saving

    def save(self) -> None:
        """Save the run as its file; where it has none yet, ask for one."""
        self._save_then(None)

    def save_as(self) -> None:
        """Ask for a file, and save the run as that."""
        self._ask_where_then(None)

    def _save_then(self, go_on: Callable[[], None] | None) -> None:
        if self.path is None:
            self._ask_where_then(go_on)
        else:
            self._save(self.path, go_on)

    def _ask_where_then(self, go_on: Callable[[], None] | None) -> None:
        suggested = self.path or self.folder / f"run.{file_dialogs.ENDING}"
        file_dialogs.ask_where_to_save(
            self._window, suggested, lambda path: self._save(path, go_on)
        )

    def _save(self, path: Path, go_on: Callable[[], None] | None) -> None:
        if go_on is not None:
            # No step after those that are saved.
            self._session.send(m.Pause())
        self._saves.append(_Save(path, self._revision, go_on))
        self._session.send(m.Save(path))
        self._slow.begin(self.tr("Saving the run as {path} …").format(path=path))

    @Slot(object)
    def _note_saved(self, saved: m.Saved) -> None:
        path = self._places.note_saved(saved)
        self.recent.note(path)
        self._entitle()
        self._slow.end()
        self._notice.say_shortly(self.tr("The run is saved as {path}.").format(path=path))
        done = self._saves.popleft() if self._saves else None
        if done is not None and done.go_on is not None:
            self._end_prompt()
            done.go_on()

    # ---------------------------------------------------------------- opening

    def ask_what_to_open(self) -> None:
        """Let a saved run be chosen, and open it in the place of this one."""
        file_dialogs.ask_what_to_open(self._window, self.folder, self.open)

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a saved run in the place of this one, which stays where it cannot be opened."""
        if is_link(path):
            self.link_chosen.emit(path)
        else:
            self._leave("open", lambda: self._open(path))

    def restore(self, path: Path, file: Path | None) -> None:
        """Open a run that a killed program has left, which was saved as ``file`` before."""
        self._places.note_left(path, file)
        self._leave("open", lambda: self._open(path))

    def _open(self, path: Path) -> None:
        self._session.send(m.Open(path))
        self._slow.begin(self.tr("Opening {path} …").format(path=path))

    @Slot(object)
    def _open_recent(self, path: Path) -> None:
        if is_there(path):
            # Where it cannot be read, the sentence is the training process's.
            self.open(path)
            return
        self.recent.forget(path)
        self._notice.say(
            self.tr("{path} is no longer there; it is taken off the list.").format(path=path)
        )

    @Slot()
    def _refuse_drop(self) -> None:
        self._notice.say_shortly(
            self.tr(
                "Drop one saved run (*.nnrun) or set-up (*.nnlink) here to open it, or one file "
                "of weights (*.safetensors, *.npz) to begin with them, or one file or folder of "
                "examples to see what is in it."
            )
        )

    @property
    def folder(self) -> Path:
        """Where a person's runs most likely are."""
        known = (self.path, *self._settings.recent)
        return next((path.parent for path in known if path), file_dialogs.usual_folder())

    # ---------------------------------------------------------------- beginning anew

    def restart(self, seed: int | None = None) -> None:
        """Begin a new run with the present recipe; with a seed, from other start values."""
        self._tells_of_aside = self.path is None and self._is_worth_asking
        self.put_in_place(m.Restart(seed))

    def bring_back(self) -> None:
        """Exchange the run for the one that was there before it was started again."""
        self.put_in_place(m.BringBack())

    def put_in_place(self, command: m.Command, when_sent: Callable[[], None] | None = None) -> None:
        """Send what puts the run aside for another one; ask first where it has a file.

        ``when_sent`` is called once it is decided that the run may go.
        """

        def send() -> None:
            if when_sent is not None:
                when_sent()
            self._session.send(command)

        if self.path is None:
            send()
        else:
            self._leave("restart", send)

    # ---------------------------------------------------------------- before the run goes

    def may_close(self) -> bool:
        """Whether the window may close now; if not, it is asked first, or saved."""
        if not self._can_ask or not (self._saves or self._is_worth_asking):
            return True
        self._leave("close", self._close)
        return False

    def let_go(self) -> None:
        """Ask no more: the window closes whatever is saved."""
        self._can_ask = False
        self._end_prompt()

    def _close(self) -> None:
        self.let_go()
        self._window.close()

    def _leave(self, reason: Reason, go_on: Callable[[], None]) -> None:
        """Go on at once, or after what has become of the run is known."""
        if self._prompt is not None:
            self._prompt.activateWindow()
        elif self._saves and self._saves[-1].go_on is None:
            self._wait_for_save(go_on)
        elif self._saves or self._is_worth_asking:
            self._ask(reason, go_on)
        else:
            go_on()

    def _wait_for_save(self, go_on: Callable[[], None]) -> None:
        """Go on after the save that is going on, and after another one of what came since."""
        last, progress = self._saves[-1], self._session.progress
        if progress is None or progress.playing or progress.revision != last.revision:
            self._save(last.path, go_on)
        else:
            self._saves[-1] = replace(last, go_on=go_on)

    def _ask(self, reason: Reason, go_on: Callable[[], None]) -> None:
        name = "" if self.path is None else self.path.name
        self._prompt = prompt = UnsavedPrompt(reason, name, self._window)

        def obey(answer: str) -> None:
            self._prompt = None
            if answer == "save":
                self._save_then(go_on)
            elif answer == "discard":
                go_on()

        prompt.answered.connect(obey)
        prompt.open()

    def _end_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.close()

    # ---------------------------------------------------------------- from the process

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        is_known = self._places.knows(description)
        opened = self._places.show(description, self._is_reviving)
        if opened is not None:
            self.recent.note(opened)
        self._is_reviving = False
        self._bring_back.setEnabled(description.can_bring_back)
        self._slow.end()
        self._entitle()
        if self._tells_of_aside and description.can_bring_back:
            self._tell_of_aside()
        self._tells_of_aside = False
        if not (description.repeats or is_known):
            self._notice.say(
                self.tr(
                    "Another machine made this run, and this one computes differently in the last "
                    "digits: steps that are taken again may differ a little from those saved."
                )
            )

    def _tell_of_aside(self) -> None:
        self._notice.say_shortly(
            self.tr("The run before is kept until the next new one begins or the window closes."),
            self.tr("Go back to it"),
            self.bring_back,
        )

    @Slot(object, object)
    def _note_refused(self, _: UserError, command: m.Command | None) -> None:
        if isinstance(command, m.Save) and self._saves:
            self._saves.popleft()
        if isinstance(command, m.Save | m.Open):
            self._slow.end()

    @Slot()
    def _note_failed(self) -> None:
        self._saves.clear()
        self._slow.end()

    @Slot(bool)
    def _note_lost(self, can_go_on: bool) -> None:
        self._note_failed()
        self._is_reviving = True
        # Where no process is left, nothing can be saved any more.
        self._can_ask = self._can_ask and can_go_on

    # ---------------------------------------------------------------- what is shown

    def _entitle(self) -> None:
        entitle(self._window, self.path)
        self._mark()

    @Slot()
    def _mark(self) -> None:
        # Qt looks through all parts of the window for it, changed or not.
        if self._window.isWindowModified() != self.is_altered:
            self._window.setWindowModified(self.is_altered)
