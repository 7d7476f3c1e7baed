"""Tour: the guided tour in the window, with its ways in and out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMainWindow, QWidget

from core.errors import UserError
from visualiser.errors import sentence
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.quantities import Quantity
from visualiser.panels.notice import NoticePanel
from visualiser.phase_mode import PhaseMode
from visualiser.selection import Selection
from visualiser.settings import Settings
from visualiser.theme import DARK, Theme
from visualiser.tour.chapter import Task
from visualiser.tour.conditions import Deed
from visualiser.tour.folder import built_in, chapters_in
from visualiser.tour.guide import Guide
from visualiser.tour.inline import plain
from visualiser.tour.language import language
from visualiser.tour.marks import Marks
from visualiser.tour.place import State
from visualiser.tour.speaking import announce
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession

if TYPE_CHECKING:
    from visualiser.tour.panel import TourPanel

_WIDEST, _NARROWEST = 340, 230
# What the inspector and the network take of a window beside the tour at the least.
_OTHERS = 386 + 420


class Tour(QObject):
    """The guide, its panel to the left of the network, and what leads to them.

    Parameters
    ----------
    window : QMainWindow
    session : TrainingSession
    network : NetworkView
    phases : PhaseMode
    notice : NoticePanel
    settings : Settings
        Where the reader's place is kept.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: TrainingSession,
        network: NetworkView,
        phases: PhaseMode,
        notice: NoticePanel,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._network = window, session, network
        self._phases, self._notice, self._settings = phases, notice, settings
        self._actions: Mapping[str, QAction] = {}
        self._theme = DARK
        self._dock: QDockWidget | None = None
        self._panel: TourPanel | None = None
        self._is_visit = self._is_closing = self._lets_go = self._is_own_folder = False
        self.guide = guide = Guide(self, self)
        guide.done.connect(self._tell_done)
        guide.changed.connect(self._remember)
        session.run_opened.connect(self._note_run)
        session.snapshot_taken.connect(guide.show_snapshot)
        session.snapshot_taken.connect(self._go_on_closing)
        session.measured.connect(guide.show_measured)
        session.refused.connect(guide.note_refused)
        session.trainer_lost.connect(self._note_lost)
        network.selection_changed.connect(guide.show_selection)
        network.lines.chosen.connect(self._note_lines)
        phases.stepper.view_changed.connect(guide.show_phase)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """All of the window, by id: some are done for the reader."""
        self._actions = actions

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._panel is not None:
            self._panel.set_theme(theme)

    # ---------------------------------------------------------------- hands

    def send(self, command: m.Command) -> None:
        """Give the run a command, and leave the phases where it takes the run elsewhere."""
        if not isinstance(command, m.ShowExample):
            self._phases.leave()
        self._session.send(command)

    def select(self, selection: Selection) -> None:
        """Select in the network."""
        self._network.select(selection)

    def trigger(self, action: str) -> None:
        """Do what the action of this id does."""
        self._actions[action].trigger()

    def show_lines(self, quantity: str) -> None:
        """Let the lines of the network show this."""
        self._network.lines.choose(quantity)

    # ---------------------------------------------------------------- opening and closing

    @property
    def panel(self) -> TourPanel | None:
        """The panel, once the tour was opened."""
        return self._panel

    @property
    def is_open(self) -> bool:
        """Whether the tour is beside the network now."""
        return self._dock is not None and not self._dock.isHidden()

    def offer(self) -> None:
        """Offer the tour in one line, the first time that the window is there."""
        if self._settings.tour_offered or self._notice.text():
            return
        self._settings.tour_offered = True
        self._notice.say(
            self._offer(),
            self.tr("Begin"),
            self.open,
            self.tr("No, thanks"),
            lambda: None,
        )

    def _offer(self) -> str:
        return self.tr("New here? A tour of nine short chapters shows how a network learns.")

    def toggle(self) -> None:
        """Open the tour, or close it."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Open the tour where it was left."""
        if not self.guide.chapters:
            settings = self._settings
            chapters = chapters_in(built_in(language()))
            self.guide.take(chapters, Marks(settings.tour_marks), settings.tour_place)
        self._open()

    @Slot(object)
    def open_folder(self, folder: Path) -> None:
        """Open the chapters that are in a folder."""
        try:
            chapters = chapters_in(folder)
        except UserError as error:
            self._notice.say(sentence(error))
            return
        self._is_own_folder = True
        self.guide.take(chapters, Marks())
        self._open()

    def ask_what_to_open(self) -> None:
        """Let a folder of chapters be chosen."""
        dialog = QFileDialog(self._window, self.tr("Open a folder of chapters"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    @Slot(str)
    def _open_chosen(self, folder: str) -> None:
        self.open_folder(Path(folder))

    def _open(self) -> None:
        if self._dock is None:
            self._make()
        if self._dock is not None and self._panel is not None:
            self._dock.show()
            self._fit()
            self.guide.set_open(True)
            self._panel.take_focus()
            if self._notice.text() == self._offer():
                self._notice.hide()

    @Slot()
    def close(self) -> None:
        """Close the tour; the run that it shows stays."""
        if self._dock is not None and self.is_open:
            self._dock.hide()
            self.guide.set_open(False)
            self._window.setFocus()

    def may_close(self) -> bool:
        """Whether the window may close; else it is told to again, once the user's run is back."""
        if not self._is_visit or self._lets_go:
            return True
        self._is_closing = True
        self._session.send(m.BringBack())
        return False

    def let_go(self) -> None:
        """Let the window close, whatever is shown."""
        self._lets_go = True

    def _make(self) -> None:
        # Few ask for it at each start, so it is not loaded before the first frame.
        from visualiser.tour.panel import TourPanel  # noqa: PLC0415 (loaded when wanted)

        self._panel = panel = TourPanel(self.guide)
        panel.set_theme(self._theme)
        panel.show_aside(self._is_visit)
        panel.link_clicked.connect(self._follow)
        panel.answered.connect(self._note_answered)
        panel.chapter_chosen.connect(self.guide.turn_to)
        panel.return_asked.connect(self._go_back_to_own)
        panel.closed.connect(self.close)
        self._dock = dock = QDockWidget(self.tr("Tour"), self._window)
        dock.setObjectName("tour")
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget())
        dock.setWidget(panel)
        dock.toggleViewAction().setEnabled(False)
        window = self._window
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take less of a narrower window."""
        if event.type() == QEvent.Type.Resize and self.is_open:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self._dock is None:
            return
        room = self._window.width() - _OTHERS
        self._dock.setFixedWidth(max(_NARROWEST, min(_WIDEST, room)))

    # ---------------------------------------------------------------- from the panel

    @Slot(object)
    def _follow(self, link: Deed | State) -> None:
        """Do what a link says."""
        if isinstance(link, Deed):
            self.guide.do(link)
        else:
            self.guide.lead_to(link)

    @Slot(int, bool)
    def _note_answered(self, question: int, is_right: bool) -> None:
        chapter = self.guide.chapter
        if chapter is not None and self._panel is not None:
            verdict = self.tr("Right. {why}") if is_right else self.tr("Not quite. {why}")
            why = " ".join(plain(text) for text in chapter.questions[question].why)
            announce(self._panel, verdict.format(why=why))
        self.guide.note_answered(question)

    @Slot()
    def _go_back_to_own(self) -> None:
        self.send(m.BringBack())

    # ---------------------------------------------------------------- what it hears

    @Slot(object)
    def _note_run(self, description: m.RunDescription) -> None:
        self.guide.show_run(description)
        self._is_visit = description.is_visit
        if self._panel is not None:
            self._panel.show_aside(self._is_visit)

    @Slot()
    def _go_on_closing(self) -> None:
        """Close the window where that was wished, now that it is known how the own run stands."""
        if self._is_closing and not self._is_visit:
            self._is_closing = False
            QTimer.singleShot(0, self._window, self._window.close)

    @Slot(bool)
    def _note_lost(self, can_go_on: bool) -> None:
        if self._is_closing and not can_go_on:
            self._lets_go = True
            self._window.close()

    @Slot(object)
    def _note_lines(self, quantity: Quantity) -> None:
        self.guide.show_lines(quantity.id)

    @Slot(object)
    def _tell_done(self, task: Task) -> None:
        """Say it to those who do not see the tick."""
        if self._panel is not None:
            announce(self._panel, self.tr("Done: {task}").format(task=plain(task.text)))

    @Slot()
    def _remember(self) -> None:
        """Keep the reader's place, where the chapters are the program's own."""
        chapter = self.guide.chapter
        if chapter is not None and not self._is_own_folder:
            self._settings.tour_place = chapter.id
            self._settings.tour_marks = self.guide.marks.kept
