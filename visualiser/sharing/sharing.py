"""Sharing: copies the set-up of the run, saves it as a link, and opens those of others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.datasets import DATASETS
from core.errors import SettingError, UserError
from core.run_settings import RunSettings
from visualiser.errors import sentence
from visualiser.files.file_dialogs import file_dialog
from visualiser.files.run_files import RunFiles
from visualiser.hiding.hiding import Hiding
from visualiser.network_view.network_view import NetworkView
from visualiser.number_format import count
from visualiser.panels.notice import NoticePanel
from visualiser.sharing.entries import MOST_STEPS
from visualiser.sharing.link_file import LINK_ENDING, read_link, write_link
from visualiser.sharing.reading import check_selection
from visualiser.sharing.set_up import OWN_DATA, SetUp, to_text
from visualiser.sharing.way_there import WayThere
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.training.set_up_questions import Beginning, HowItBegan

if TYPE_CHECKING:
    from visualiser.sharing.dialog import PasteDialog

# Of a text that is copied, as the sentence about it shows it.
_LONGEST_SHOWN = 90


class Sharing(QObject):
    """Everything that the window does with set-ups.

    Parameters
    ----------
    window : QWidget
        The dialogs' parent.
    session : TrainingSession
    files : RunFiles
        Puts the run aside, or asks for it, before another one begins.
    network : NetworkView
    notice : NoticePanel
    hiding : Hiding
    speed : callable
        Returns the steps a second that are chosen.
    """

    def __init__(
        self,
        window: QWidget,
        session: TrainingSession,
        files: RunFiles,
        network: NetworkView,
        notice: NoticePanel,
        hiding: Hiding,
        speed: Callable[[], float | None],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._files = window, session, files
        self._network, self._notice, self._hiding = network, notice, hiding
        self._description: m.RunDescription | None = None
        # What is done with the set-up that is being asked for; which is to be shown.
        self._then: Callable[[SetUp], None] | None = None
        self._changes = 0
        self._wanted: SetUp | None = None
        self._is_first = False
        # What of it could not be done; and the example that it asks for.
        self._trouble = ""
        self._example: m.ShowExample | None = None
        self._dialog: PasteDialog | None = None
        self._way = WayThere(session, notice, speed, self)
        self._way.ended.connect(self._tell_there)
        files.link_chosen.connect(self.open_link)
        session.run_opened.connect(self._note_run)
        session.begun.connect(self._note_begun)
        session.answered.connect(self._note_answer)
        session.refused.connect(self._note_refused)

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their ids."""
        return {
            "copy_set_up": self.copy,
            "paste_set_up": self.paste,
            "save_link": self.save_link,
        }

    # ---------------------------------------------------------------- giving away

    def copy(self) -> None:
        """Put the set-up on the clipboard, as a text."""
        self._ask_then(self._put_on_clipboard)

    def save_link(self) -> None:
        """Ask for a file, and write the set-up into it."""
        self._ask_then(self._ask_where)

    def _ask_then(self, then: Callable[[SetUp], None]) -> None:
        self._then = then
        self._session.ask(HowItBegan())

    @Slot(object)
    def _note_answer(self, answered: m.Answered) -> None:
        then, began = self._then, answered.answer
        if then is None or not isinstance(began, Beginning):
            return
        self._then = None
        if not began.is_from_seed:
            self._advise_saving(
                self.tr(
                    "The start values of this run are not those of its seed, so that no text can "
                    "bring it back; save the run, and share the file."
                )
            )
        elif began.step > MOST_STEPS:
            text = self.tr(
                "A set-up has at most {most} steps, and this run stands at step {step}; save the "
                "run, and share the file."
            )
            self._advise_saving(text.format(most=count(MOST_STEPS), step=count(began.step)))
        else:
            self._changes = began.changes
            then(self._set_up(began))

    def _set_up(self, began: Beginning) -> SetUp:
        settings, progress = began.settings, self._session.progress
        if settings.data.partition(":")[0] not in DATASETS:
            settings = replace(settings, data=f"{OWN_DATA}{Path(settings.data).name}")
        example = None if progress is None else progress.example
        shown = None if example is None or example.split == "own" else example
        return SetUp(
            settings,
            began.step,
            self._network.selection,
            None if shown is None else (shown.split, shown.index),
            self._hiding.hidden,
        )

    def _put_on_clipboard(self, set_up: SetUp) -> None:
        text = to_text(set_up)
        QGuiApplication.clipboard().setText(text)
        short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
        self._tell_given(set_up, self.tr("The set-up is copied: {text}").format(text=short))

    def _ask_where(self, set_up: SetUp) -> None:
        kinds = [self.tr("Set-ups (*.nnlink)")]
        title, folder = self.tr("Save the set-up as a link file"), self._files.folder
        dialog = file_dialog(
            self._window, title, folder, kinds, lambda path: self._write(path, set_up)
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(LINK_ENDING)
        dialog.selectFile(f"set-up.{LINK_ENDING}")
        dialog.open()

    def _write(self, path: Path, set_up: SetUp) -> None:
        try:
            write_link(path, set_up)
        except UserError as error:
            self._notice.say(sentence(error))
        else:
            self._tell_given(
                set_up, self.tr("The set-up is saved as {path}.").format(path=path.name)
            )

    def _tell_given(self, set_up: SetUp, done: str) -> None:
        """Say what was done, and what the set-up does not tell of."""
        if self._changes:
            text = self.tr(
                "{done} What was changed since the run began (changes: {count}) is not part of "
                "it; to share that as well, save the run."
            )
            self._advise_saving(text.format(done=done, count=count(self._changes)))
        elif set_up.own_data:
            text = self.tr(
                "{done} Whoever opens it needs the data “{name}”, and a run with it, first."
            )
            self._notice.say(text.format(done=done, name=set_up.own_data))
        else:
            self._notice.say_shortly(done)

    def _advise_saving(self, text: str) -> None:
        self._notice.say(text, self.tr("Save the run as …"), self._files.save_as)

    # ---------------------------------------------------------------- taking

    def paste(self) -> None:
        """Let a set-up's text be pasted; the one on the clipboard is there at once."""
        # Few ask for it, so it is not loaded before the first frame.
        from visualiser.sharing.dialog import PasteDialog  # noqa: PLC0415 (loaded when wanted)

        if self._dialog is None:
            self._dialog = PasteDialog(self._window)
            self._dialog.chosen.connect(self.open)
        text = QGuiApplication.clipboard().text()
        self._dialog.open_with(text if text.lstrip().startswith("nnv") else "")

    @Slot(object)
    def open_link(self, path: Path) -> None:
        """Open the set-up in a link file."""
        try:
            self.open(read_link(path))
        except UserError as error:
            self._notice.say(sentence(error))

    @Slot(object)
    def open(self, set_up: SetUp) -> None:
        """Begin the run of a set-up; the present one may have to be saved first."""
        try:
            settings = self._with_data(set_up)
        except SettingError as error:
            self._notice.say(sentence(error))
            return
        wanted = replace(set_up, settings=settings)
        self._files.put_in_place(m.Begin(settings), lambda: self._want(wanted))

    def _want(self, set_up: SetUp) -> None:
        """Show this once its run has begun."""
        self._wanted = set_up

    def show_first(self, set_up: SetUp) -> None:
        """Show the set-up with whose settings the first run of the window begins."""
        self._wanted, self._is_first = set_up, True

    def _with_data(self, set_up: SetUp) -> RunSettings:
        """Its settings, with the open data where it is for a file of that name."""
        name, described = set_up.own_data, self._description
        if not name:
            return set_up.settings
        present = "" if described is None else described.settings.data
        if Path(present).name != name:
            raise SettingError(
                "The set-up is for the data “{name}”; open that data first (Ctrl+D), and then "
                "the set-up once more.",
                name=name,
            )
        return replace(set_up.settings, data=present)

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self._description = description
        if self._is_first:
            self._is_first = False
            # Once everybody else knows of the run.
            QTimer.singleShot(0, self, self._show_wanted)

    @Slot(object)
    def _note_begun(self, begun: m.Begun) -> None:
        wanted = self._wanted
        if wanted is not None and begun.settings == wanted.settings:
            self._show_wanted()
        self._wanted = None

    @Slot()
    def _show_wanted(self) -> None:
        """The run is there, untrained: look at it as the set-up says, and train it."""
        set_up, self._wanted = self._wanted, None
        if set_up is None or self._description is None:
            return
        self._hiding.hide(set_up.hidden)
        self._trouble = ""
        try:
            check_selection(set_up.selection, self._description.sizes)
        except SettingError as error:
            self._trouble = sentence(error)
        else:
            self._network.select(set_up.selection)
        if set_up.example is not None:
            split, place = set_up.example
            self._example = m.ShowExample(
                "stay", "train" if split == "train" else "test", index=place
            )
            self._session.send(self._example)
        self._way.go(set_up.step)

    @Slot(object, object)
    def _note_refused(self, error: UserError, command: m.Command | None) -> None:
        """Keep in mind that there is no such example: it was said, but not for long."""
        if command is not None and command == self._example:
            self._trouble = self._trouble or sentence(error)

    @Slot(bool)
    def _tell_there(self, is_there: bool) -> None:
        described = self._description
        if self._trouble:
            self._notice.say(self._trouble)
            return
        if not is_there or described is None:
            return
        text = self.tr("This is the set-up that was shared.")
        if described.can_bring_back:
            back = self.tr("Go back to the run before")
            self._notice.say_shortly(text, back, self._files.bring_back)
        else:
            self._notice.say_shortly(text)
