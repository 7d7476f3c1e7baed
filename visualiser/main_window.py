"""MainWindow: puts the panels together and carries what they say to the training process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from visualiser.appearance import Appearance, Coloured, Numbered
from visualiser.application import scale_of
from visualiser.beside.side_by_side import SideBySide
from visualiser.classroom import Classroom, Parts
from visualiser.commands.actions import make_actions
from visualiser.commands.tools import CommandTools
from visualiser.comparing import Comparing
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.choices import PlotChoices
from visualiser.data_tools import DataTools
from visualiser.editing import Editing
from visualiser.files.autosave import Autosave
from visualiser.files.exchange import Exchange
from visualiser.files.kept_runs import KeptRuns
from visualiser.files.run_files import RunFiles
from visualiser.first_numbers import FirstNumbers
from visualiser.handing_over import HandedOver, parts_of
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.example import ExamplePanel
from visualiser.panels.inspector import InspectorPanel
from visualiser.panels.notice import NoticePanel
from visualiser.panels.status import StatusPanel
from visualiser.panels.timeline import TimelinePanel
from visualiser.panels.transport import TransportPanel
from visualiser.phase_mode import PhaseMode
from visualiser.plane.plane_view import PlaneView
from visualiser.preferences.preferences import Preferences
from visualiser.program_menu import ProgramMenu
from visualiser.recipe_dialog.opening import RecipeChanging
from visualiser.reopening import Reopening
from visualiser.resources import window_icon
from visualiser.run_until import RunUntil
from visualiser.scales import USUAL_SCALE, larger, smaller
from visualiser.settings import Settings
from visualiser.steering import Steering
from visualiser.tour.tour import Tour
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess, TrainingSession
from visualiser.training.snapshot import Snapshot
from visualiser.troubles import Troubles
from visualiser.widgets.first_size import open_with

if TYPE_CHECKING:
    from visualiser.panels.cost import CostPanel

_SIZE = (1280, 800)
_SMALLEST = (1024, 640)
# Seconds between snapshots from which on every panel shows every one.
_CALM = 0.05
_INSPECTOR_WIDTH, _COST_HEIGHT = 384, 200


class _Panel(Protocol):
    def show_snapshot(self, snapshot: Snapshot, /) -> None: ...


class MainWindow(QMainWindow):
    """The window.

    Parameters
    ----------
    trainer : TrainingProcess
        Already started, so that it gets ready while the window is made.
    settings : Settings
    theme : {"system", "light", "dark"}, optional
        Instead of the remembered one, for this time.
    kept : KeptRuns, optional
        Where the runs in progress are kept on disk.
    handed : HandedOver, optional
        From the window that this one takes the place of, with the same process and ``kept``.

    Signals
    -------
    reopen_asked
        The window is to be made anew, in the language and scale of the settings.
    """

    reopen_asked = Signal()

    def __init__(
        self,
        trainer: TrainingProcess,
        settings: Settings,
        theme: str | None = None,
        kept: KeptRuns | None = None,
        handed: HandedOver | None = None,
    ) -> None:
        super().__init__()
        self.setWindowIcon(window_icon())
        if scale_of() <= USUAL_SCALE:
            # Larger, as for a projector, it may be as small as its parts can be.
            self.setMinimumSize(*_SMALLEST)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self._settings = settings
        self._appearance = Appearance(self, self, settings, theme)
        # Before all that names keys.
        self.commands = CommandTools(self, settings)
        self._snapshot: Snapshot | None = None
        self._shown_at, self._turn = 0.0, 0
        # Made after the first frame.
        self.cost: CostPanel | None = None
        self._handed = handed
        self.session = TrainingSession(trainer, self, parts_of(handed)[0])
        self._make_panels()
        self._make_tools(kept)
        self._make_actions()
        self._assemble()
        self._connect()
        self._restore()
        self._appearance.apply()
        self.reopening = Reopening(self, settings, self._actions, handed)

    # ---------------------------------------------------------------- putting together

    def _make_panels(self) -> None:
        self.history = CostHistory()
        self.network = NetworkView()
        self._first_numbers = FirstNumbers(self, self.network, self.session)
        self.timeline = TimelinePanel(self.history)
        self.example = ExamplePanel(self.network)
        self.inspector = InspectorPanel()
        self.notice = NoticePanel()
        self.status = StatusPanel()
        self._inspector_dock = self._dock("inspector", self.tr("Inspector"), self.inspector)
        self._cost_dock = self._dock("cost", self.tr("Cost plot"), QWidget())

    def _make_tools(self, kept: KeptRuns | None) -> None:
        """Make what people do things with, beside the panels."""
        session, settings, notice = self.session, self._settings, self.notice
        _, places, state = parts_of(self._handed)
        self.files = RunFiles(self, session, settings, notice, places)
        self.autosave = (
            Autosave(session, self.files, notice, kept, settings, state) if kept else None
        )
        self.preferences = Preferences(self, session, settings, notice, self.autosave)
        self.exchange = Exchange(self, session, self.files, notice)
        self._steering = Steering(session, notice)
        self._editing = Editing(session, self.network, notice)
        self.until = RunUntil(session, self.network, notice, settings, self)
        self._recipe = RecipeChanging(self, session, notice)
        docks = (self._inspector_dock, self._cost_dock)
        self.phases = PhaseMode(self, session, self.network, docks[1], self.inspector, self.example)
        self.beside = SideBySide(self, session, self.network)
        self.tools = DataTools(self, session, self.files, self.example, notice)
        parts = (session, settings, self.files, self.network, notice, self.history)
        self.classroom = Classroom(self, Parts(*parts, self.phases, *docks))
        self.tour = Tour(self, session, self.network, self.phases, notice, settings)
        self._comparing = Comparing(session, self.network, self.inspector)
        self.plane = PlaneView(session, self.network)

    def _make_actions(self) -> None:
        """Make the actions, what obeys some of them, and the bar and the menu that have them."""
        self._actions = make_actions(self, self._callbacks())
        tools = (self.phases, self._editing, self.files, self._recipe, self.tools, self.commands)
        for tool in (*tools, self.tour):
            tool.set_actions(self._actions)
        self.addActions(list(self._actions.values()))
        self.transport = TransportPanel(self._actions, self._menu())
        self.troubles = Troubles(
            self.session, self.notice, self.transport, self.example, self.network
        )

    def _assemble(self) -> None:
        central = QWidget()
        central.setObjectName("central")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.network, 1)
        column.addWidget(self.tools.pinning.panel)
        column.addWidget(self.timeline)
        # Tab goes through what is above first.
        self.addToolBar(self.transport)
        self.setCentralWidget(self.classroom.stacked(central))
        self.classroom.set_parts(
            self._actions,
            self.transport,
            self.example,
            self.timeline,
            self.status,
            self._program_menu.submenu("window"),
        )
        self.setStatusBar(self.status)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._inspector_dock)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._cost_dock)

    def _dock(self, name: str, title: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget(title)
        dock.setObjectName(name)
        dock.setTitleBarWidget(QWidget())
        dock.setWidget(content)
        return dock

    def _menu(self) -> QMenu:
        docks = self._inspector_dock, self._cost_dock
        recent, theme = self.files.recent, self._settings.theme
        self._program_menu = menu = ProgramMenu(
            self._actions, docks, recent, self._settings, theme, self
        )
        menu.theme_chosen.connect(self._appearance.choose)
        menu.style_chosen.connect(self._appearance.write_numbers)
        menu.theme_chosen.connect(self.preferences.show_values)
        menu.style_chosen.connect(self.preferences.show_values)
        self.preferences.setting_changed.connect(menu.follow_setting)
        return menu

    def _connect(self) -> None:
        session = self.session
        self._first_numbers.due.connect(self._make_cost_panel)
        self.preferences.setting_changed.connect(self._appearance.follow_setting)
        self.preferences.reopen_asked.connect(self.reopen_asked)
        session.run_opened.connect(self._open_run)
        session.snapshot_taken.connect(self._show_snapshot)
        session.measured.connect(self.status.show_measured)
        session.branches_changed.connect(self.timeline.show_branches)
        session.refused.connect(self.timeline.note_refused)
        session.trainer_lost.connect(self.timeline.note_lost)
        self.timeline.command_given.connect(self._steering.give)
        self.network.selection_changed.connect(self.inspector.show_selection)
        self.network.pinned_changed.connect(self.inspector.show_pinned)
        self.network.picture_moved.connect(self.example.move_below)
        self.network.reference_asked.connect(session.recall)
        self.network.picture_asked.connect(self._ask_for_picture)
        self.inspector.selection_asked.connect(self.network.select)
        self.inspector.menu_asked.connect(self._editing.open_menu)
        self.inspector.example_chosen.connect(self.example.ask_for)
        self.inspector.step_chosen.connect(self._steering.go_to)
        self.inspector.question_asked.connect(session.ask)
        session.answered.connect(self.inspector.show_answer)
        self.inspector.unpin_asked.connect(self._unpin)
        self.inspector.edit_asked.connect(self._editing.send)
        self.inspector.told.connect(self._tell_of_table)
        self.transport.command_given.connect(self._steering.give)
        self.transport.command_given.connect(self.phases.note_command)
        self.transport.text_refused.connect(self.notice.say)
        self.transport.put_right.connect(self.notice.hide)
        self.example.example_asked.connect(session.send)
        self.files.dropping.tour_dropped.connect(self.tour.open_folder)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cost plot once the rest of the window is on the screen."""
        super().showEvent(event)
        # Not to the network view: there, arrows walk instead of stepping.
        self.setFocus()
        if self.cost is None:
            self._first_numbers.wait()

    @Slot()
    def _make_cost_panel(self) -> None:
        self._first_numbers.stop()
        if self.cost is not None:
            return
        # Importing pyqtgraph takes as long as all else together: not before the first frame.
        from visualiser.panels.cost import CostPanel  # noqa: PLC0415 (loaded when wanted)

        self.cost = cost = CostPanel(self.history, self._settings.cost_plot)
        self._cost_dock.setWidget(cost)
        cost.set_theme(self._appearance.theme)
        self.session.run_opened.connect(cost.show_run)
        self.session.branches_changed.connect(cost.show_branches)
        cost.step_chosen.connect(self._steering.go_to)
        cost.command_given.connect(self._steering.give)
        cost.question_asked.connect(self.session.ask)
        self.session.answered.connect(cost.show_answer)
        cost.told.connect(self._tell_of_table)
        cost.choices_made.connect(self._remember_cost_plot)
        if self._editing.branches is not None:
            cost.show_branches(self._editing.branches)
        if self._snapshot is not None:
            cost.show_snapshot(self._snapshot)

    def take_room(self) -> None:
        """Make at once what else is made after the first frame, and give everything its room."""
        self._make_cost_panel()
        for part in (self, *self.findChildren(QWidget, "central")):
            layout = part.layout()
            if layout is not None:
                layout.activate()

    @Slot(object)
    def _remember_cost_plot(self, choices: PlotChoices) -> None:
        self._settings.cost_plot = choices

    # ---------------------------------------------------------------- from the process

    @Slot(object)
    def _open_run(self, description: m.RunDescription) -> None:
        self.history.clear()
        shown = self._snapshot
        if shown is not None and shown.description.identity != description.identity:
            self._snapshot = None
        for panel in (self.network, self.timeline, self.transport, self.example, self.status):
            panel.show_run(description)
        self.session.send(m.SetSpeed(self.transport.speed))

    @Slot(object)
    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.history.update(snapshot.progress)
        self.network.show_snapshot(snapshot)
        self.plane.show_snapshot(snapshot)
        self.timeline.show_snapshot(snapshot)
        panels = self._slow_panels()
        now = time.monotonic()
        is_fast = snapshot.progress.playing and now < self._shown_at + _CALM
        if is_fast or self.timeline.is_hurrying:
            # Frame after frame: the panels take turns, each still faster than anyone reads.
            self._turn += 1
            panels = (panels[self._turn % len(panels)],)
        self._shown_at = now
        for panel in panels:
            panel.show_snapshot(snapshot)

    def _slow_panels(self) -> tuple[_Panel, ...]:
        panels = (self.transport, self.inspector, self.status, self.example)
        return panels if self.cost is None else (*panels, self.cost)

    @Slot(str, bool)
    def _tell_of_table(self, sentence: str, is_failure: bool) -> None:
        """Say that a table was saved, for a moment, or why it was not."""
        tell = self.notice.say if is_failure else self.notice.say_shortly
        tell(sentence)

    # ---------------------------------------------------------------- to the process

    def _callbacks(self) -> dict[str, Callable[[], object]]:
        return {
            "phase": self.phases.forward,
            "phase_back": self.phases.back,
            "until": self.until.ask,
            "restart": self.files.restart,
            "new_weights": self._restart_with_other_weights,
            "bring_back": self.files.bring_back,
            "recipe": self._recipe.open,
            "change": self._editing.open_menu_of_selected,
            "undo": self._editing.undo,
            "redo": self._editing.redo,
            "open": self.files.ask_what_to_open,
            "save": self.files.save,
            "save_as": self.files.save_as,
            "export_weights": self.exchange.ask_where_to_save_weights,
            "export_costs": self.exchange.ask_where_to_save_costs,
            "import_weights": self.exchange.ask_what_to_import,
            "next_example": lambda: self.example.ask("next"),
            "previous_example": lambda: self.example.ask("previous"),
            "next_lines": self.network.lines.choose_next,
            "options": self.network.open_options,
            "fit": self.network.fit,
            "picture": self._ask_for_picture,
            "beside": self.beside.open,
            "preferences": self.preferences.open,
            "larger": lambda: self.reopening.resize(larger),
            "smaller": lambda: self.reopening.resize(smaller),
            "usual_size": lambda: self.reopening.resize(lambda _: USUAL_SCALE),
            **self._steering.callbacks(),
            **self.tools.callbacks(),
            **self.commands.callbacks(),
            **self.classroom.callbacks(),
            "tour": self.tour.toggle,
            "open_tour": self.tour.ask_what_to_open,
            "quit": self.close,
        }

    def _restart_with_other_weights(self) -> None:
        import secrets  # noqa: PLC0415 (loaded when wanted)

        self.files.restart(secrets.randbelow(1_000_000))

    @Slot()
    def _unpin(self) -> None:
        self.network.pin(None)

    @Slot()
    def _ask_for_picture(self) -> None:
        """Let the network's picture be saved or copied."""
        # Few ask for it, so its modules are not loaded before the first frame.
        from visualiser.network_view.picture_dialog import PictureDialog  # noqa: PLC0415 (loaded when wanted)

        dialog = self.findChild(PictureDialog) or PictureDialog(self.network, self)
        dialog.open_for_view()

    # ---------------------------------------------------------------- how it looks

    @property
    def theme_choice(self) -> str:
        """Return "system", "light" or "dark"."""
        return self._settings.theme

    def coloured(self) -> Iterator[Coloured]:
        """What is to be told of another theme."""
        yield from (self.network, self.timeline, self.transport, self.example, self.inspector)
        yield from (self.phases, self.tools, self.preferences, self.commands, self._program_menu)
        yield from (self.classroom, self.tour, self.beside, self.plane)
        if self.cost is not None:
            yield self.cost

    def numbered(self) -> Iterator[Numbered]:
        """What is to be told that numbers are written otherwise."""
        yield from (self.timeline, self.transport, self.status, self.inspector, self._editing)
        yield from (self.beside, self.tools, self.classroom, self.phases, self.plane)
        if self.cost is not None:
            yield self.cost

    def show_again(self) -> None:
        """Show the same state once more."""
        if self._snapshot is not None:
            for one in (self.network, *self._slow_panels()):
                one.show_snapshot(self._snapshot)

    # ---------------------------------------------------------------- coming and going

    def _restore(self) -> None:
        open_with(self, *_SIZE)
        docks = (self._inspector_dock, self._cost_dock)
        self.resizeDocks([docks[0]], [_INSPECTOR_WIDTH], Qt.Orientation.Horizontal)
        self.resizeDocks([docks[1]], [_COST_HEIGHT], Qt.Orientation.Vertical)
        self.restoreGeometry(self._settings.geometry)
        self.restoreState(self._settings.docks)
        self.classroom.restore()
        self.transport.set_speed(self._settings.speed)
        self.network.lines.choose(self._settings.lines)
        self.network.set_options(self._settings.view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press what has the focus: Space, Qt's only key for that, plays."""
        if self.classroom.take_escape(event) or self.phases.take_escape(event):
            return
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton):
            focused.click()
        elif isinstance(focused, QComboBox):
            focused.showPopup()

    def leave_tools(self) -> None:
        """Close what has a window of its own, and show no phases."""
        self.phases.leave()
        self.classroom.leave()
        self.beside.close()
        self.tools.close()

    def close_at_once(self) -> None:
        """Close, and do not ask what becomes of a run that is not saved."""
        self.tour.let_go()
        self.files.let_go()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Unless the run is to be saved first, remember where everything was, and end."""
        if not (self.reopening.has_parted or (self.tour.may_close() and self.files.may_close())):
            event.ignore()
            return
        self.leave_tools()
        self._settings.geometry = self.saveGeometry()
        self._settings.docks = self.saveState()
        self._settings.speed = self.transport.speed
        self._settings.lines = self.network.quantity.id
        self._settings.view = self.network.options
        self._settings.save()
        self.session.close()
        if self.autosave is not None and not self.reopening.has_parted:
            self.autosave.close()
        super().closeEvent(event)
