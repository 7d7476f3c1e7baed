"""Touring: the tour once it is wanted: its guide, and its panel beside the network."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.quantities import Quantity
from visualiser.phase_mode import PhaseMode
from visualiser.selection import Selection
from visualiser.sentences import in_a_row
from visualiser.settings import Settings
from visualiser.theme import DARK, Theme
from visualiser.tour.chapter import Task
from visualiser.tour.conditions import Deed
from visualiser.tour.folder import built_in, chapters_in
from visualiser.tour.guide import Guide
from visualiser.tour.inline import plain
from visualiser.tour.language import language
from visualiser.tour.left_tour import LeftTour
from visualiser.tour.marks import Marks
from visualiser.tour.panel import TourPanel
from visualiser.tour.place import State
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.widgets.speaking import announce

_WIDEST, _NARROWEST = 340, 230
# What the inspector and the network take of a window beside the tour at the least.
_OTHERS = 386 + 420


class Touring(QObject):
    """The guide, and its panel to the left of the network.

    Parameters
    ----------
    window : QMainWindow
    session : TrainingSession
    network : NetworkView
    phases : PhaseMode
    settings : Settings
        Where the reader's place is kept.
    actions : mapping of QAction
        All of the window, by id: some are done for the reader.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: TrainingSession,
        network: NetworkView,
        phases: PhaseMode,
        settings: Settings,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._network = window, session, network
        self._phases, self._settings, self._actions = phases, settings, actions
        self._theme = DARK
        self._dock: QDockWidget | None = None
        self.panel: TourPanel | None = None
        self._is_aside = False
        self.guide = guide = Guide(self, self)
        guide.done.connect(self._tell_done)
        guide.changed.connect(self._remember)
        session.run_opened.connect(guide.show_run)
        session.snapshot_taken.connect(guide.show_snapshot)
        session.measured.connect(guide.show_measured)
        session.answered.connect(guide.note_answer)
        session.refused.connect(guide.note_refused)
        session.trainer_lost.connect(guide.note_lost)
        network.selection_changed.connect(guide.show_selection)
        network.lines.chosen.connect(self._note_lines)
        phases.stepper.view_changed.connect(guide.show_phase)

    def catch_up(self, measured: m.Measured | None) -> None:
        """Know how the window is now, and what was measured last."""
        network, guide = self._network, self.guide
        if network.snapshot is not None:
            guide.show_snapshot(network.snapshot)
        guide.show_selection(network.selection)
        guide.show_lines(network.quantity.id)
        guide.show_phase(self._phases.stepper.view())
        if measured is not None:
            guide.show_measured(measured)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self.panel is not None:
            self.panel.set_theme(theme)

    @Slot(bool)
    def show_aside(self, is_aside: bool) -> None:
        """Know whether the user's own run is put aside."""
        self._is_aside = is_aside
        if self.panel is not None:
            self.panel.show_aside(is_aside)

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
    def is_open(self) -> bool:
        """Whether the tour is beside the network now."""
        return self._dock is not None and not self._dock.isHidden()

    def open(self) -> None:
        """Open the tour that was read last, where it was left."""
        if not self.guide.chapters:
            self._take_built_in()
        self._open()

    @Slot()
    def open_built_in(self) -> None:
        """Open the program's own chapters where they were left, whatever was read since."""
        if self.guide.folder is not None or not self.guide.chapters:
            self._take_built_in()
        self._open()

    def open_folder(self, folder: Path) -> None:
        """Open the chapters that are in a folder.

        Raises
        ------
        TourError
            Where they cannot be read; all is as before then.
        """
        self.guide.take(chapters_in(folder), Marks(), folder=folder)
        self._open()

    def left(self) -> LeftTour:
        """What is read, and how far."""
        guide, panel = self.guide, self.panel
        has_focus = panel is not None and panel.isAncestorOf(self._window.focusWidget())
        chapter = "" if guide.chapter is None else guide.chapter.id
        return LeftTour(guide.folder, chapter, guide.marks.kept, self.is_open, has_focus)

    def take_up(self, left: LeftTour) -> None:
        """Go on where another window left the tour.

        Raises
        ------
        TourError
            Where the folder of its chapters can no longer be read.
        """
        chapters = chapters_in(left.folder or built_in(language()))
        self.guide.take(chapters, Marks(left.marks), left.chapter, left.folder)
        if left.is_open:
            self._open(left.has_focus)

    def _take_built_in(self) -> None:
        settings = self._settings
        chapters = chapters_in(built_in(language()))
        self.guide.take(chapters, Marks(settings.tour_marks), settings.tour_place)

    def _open(self, takes_focus: bool = True) -> None:
        if self._dock is None:
            self._make()
        if self._dock is not None and self.panel is not None:
            self._dock.show()
            self._fit()
            self.guide.set_open(True)
            if takes_focus:
                self.panel.take_focus()

    @Slot()
    def close(self) -> None:
        """Close the tour; the run that it shows stays."""
        if self._dock is not None and self.is_open:
            self._dock.hide()
            self.guide.set_open(False)
            self._window.setFocus()

    def _make(self) -> None:
        self.panel = panel = TourPanel(self.guide)
        panel.set_theme(self._theme)
        panel.show_aside(self._is_aside)
        panel.link_clicked.connect(self._follow)
        panel.answered.connect(self._note_answered)
        panel.chapter_chosen.connect(self.guide.turn_to)
        panel.built_in_asked.connect(self.open_built_in)
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
        if chapter is not None and self.panel is not None:
            verdict = self.tr("Right. {why}") if is_right else self.tr("Not quite. {why}")
            why = in_a_row(plain(text) for text in chapter.questions[question].why)
            announce(self.panel, verdict.format(why=why))
        self.guide.note_answered(question)

    @Slot()
    def _go_back_to_own(self) -> None:
        # As on the way here: the own network may have no such neuron.
        self.select(None)
        self.send(m.BringBack())

    # ---------------------------------------------------------------- what it hears

    @Slot(object)
    def _note_lines(self, quantity: Quantity) -> None:
        self.guide.show_lines(quantity.id)

    @Slot(object)
    def _tell_done(self, task: Task) -> None:
        """Say it to those who do not see the tick."""
        if self.panel is not None:
            announce(self.panel, self.tr("Done: {task}").format(task=plain(task.text)))

    @Slot()
    def _remember(self) -> None:
        """Keep the reader's place, where the chapters are the program's own."""
        chapter = self.guide.chapter
        if chapter is not None and self.guide.folder is None:
            self._settings.tour_place = chapter.id
            self._settings.tour_marks = self.guide.marks.kept
