"""PhaseMode: shows the phases of a step in the window, and ends when the run goes elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from core.errors import DivergenceError, UserError
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.example import ExamplePanel
from visualiser.panels.inspector import InspectorPanel
from visualiser.phase_notes import inspector_note
from visualiser.phase_stepper import PhaseStepper
from visualiser.phase_view import PhaseView
from visualiser.theme import DARK, Theme
from visualiser.training import messages as m
from visualiser.training.phase_questions import NextStep
from visualiser.training.session import TrainingSession

if TYPE_CHECKING:
    from visualiser.panels.phases import PhasesPanel

# What takes the run elsewhere, or on by other means.
_LEAVING = (
    *("start", "back", "play", "step", "epoch", "epoch_back", "epoch_forward", "newest"),
    *("restart", "new_weights"),
)
# Of the dock: a cost of ten outputs has room.
_HEIGHT = 236


class PhaseMode(QObject):
    """The stepper, its panel in the place of the cost plot, and their ways in and out.

    Parameters
    ----------
    window : QMainWindow
        Where the panel is docked.
    session : TrainingSession
    network : NetworkView
    cost_dock : QDockWidget
        What the panel stands in for.
    inspector : InspectorPanel
    example : ExamplePanel
    """

    def __init__(
        self,
        window: QMainWindow,
        session: TrainingSession,
        network: NetworkView,
        cost_dock: QDockWidget,
        inspector: InspectorPanel,
        example: ExamplePanel,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._network = window, session, network
        self._cost_dock, self._inspector, self._example = cost_dock, inspector, example
        self._actions: dict[str, QAction] = {}
        self._theme = DARK
        self._dock: QDockWidget | None = None
        self._panel: PhasesPanel | None = None
        self._had_cost, self._cost_height = True, 0
        self.stepper = stepper = PhaseStepper(self)
        stepper.look_changed.connect(network.show_phase)
        stepper.command_given.connect(session.send)
        session.snapshot_taken.connect(stepper.show_snapshot)
        session.answered.connect(stepper.show_answer)
        for signal in (session.run_opened, session.trainer_lost, session.failed):
            signal.connect(self.leave)
        session.refused.connect(self._note_refused)
        network.selection_changed.connect(stepper.show_selection)
        network.installEventFilter(self)
        stepper.view_changed.connect(self._show)

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """These, by id, are what the window offers; some of them end this."""
        self._actions = actions
        for name in _LEAVING:
            actions[name].triggered.connect(self.leave)

    @Slot()
    def forward(self) -> None:
        """Begin, or go to the next phase."""
        self.stepper.forward()

    @Slot()
    def back(self) -> None:
        """Begin, or go to the phase before."""
        self.stepper.back()

    @Slot()
    def leave(self) -> None:
        """Show no phases any more."""
        self.stepper.leave()

    @Slot(object)
    def note_command(self, command: m.Command) -> None:
        """Leave where a command takes steps."""
        if isinstance(command, m.Play):
            self.leave()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._panel is not None:
            self._panel.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        if self._panel is not None:
            self._panel.write_numbers()
        self.stepper.show_again()

    def take_escape(self, event: QKeyEvent) -> bool:
        """Leave where Esc was pressed while phases are shown; whether that is so."""
        if event.key() != Qt.Key.Key_Escape or not self.stepper.is_active:
            return False
        self.leave()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the network, Esc first lets go of what is selected there."""
        network = self._network
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and network.selection is None
            and network.pinned is None
            and self.take_escape(event)
        ):
            return True
        return super().eventFilter(watched, event)

    @Slot(object, object)
    def _note_refused(self, error: UserError, command: m.Command | None) -> None:
        """Leave where the step cannot be taken or worked out."""
        is_ours = isinstance(command, m.Move) or (
            isinstance(command, m.Ask) and isinstance(command.question, NextStep)
        )
        if is_ours or isinstance(error, DivergenceError):
            self.leave()

    @Slot(object)
    def _show(self, view: object) -> None:
        """Bring the panel, or the cost plot back."""
        is_active = view is not None
        if is_active and (self._dock is None or self._dock.isHidden()):
            self._open()
        if self._panel is not None:
            self._panel.show_view(view)  # type: ignore[arg-type] # what the signal carries
        if not is_active:
            self._close()
        self._example.set_away(is_active)
        if isinstance(view, PhaseView):
            note = inspector_note(view, self._network.selection)
            self._inspector.say(note, view.keeps_secret)
        else:
            self._inspector.say("")

    @Slot(object)
    def _follow(self, place: int | None) -> None:
        """Follow an example of the mini-batch, in the inspector as well."""
        self.stepper.follow(place)
        view = self.stepper.view()
        if place is not None and view is not None and view.step is not None:
            self._example.ask_for(int(view.step.traced.examples[place]), "train")

    # ---------------------------------------------------------------- the dock

    def _open(self) -> None:
        dock = self._dock or self._new_dock()
        self._had_cost, self._cost_height = not self._cost_dock.isHidden(), self._cost_dock.height()
        self._cost_dock.hide()
        dock.show()
        self._window.resizeDocks([dock], [_HEIGHT], Qt.Orientation.Vertical)

    def _close(self) -> None:
        dock = self._dock
        if dock is None or dock.isHidden():
            return
        had_focus = any(widget.hasFocus() for widget in dock.findChildren(QWidget))
        dock.hide()
        if had_focus:
            self._window.setFocus()
        if self._had_cost:
            self._cost_dock.show()
            self._window.resizeDocks(
                [self._cost_dock], [self._cost_height], Qt.Orientation.Vertical
            )

    def _new_dock(self) -> QDockWidget:
        # Few ask for it, so it is not loaded before the first frame.
        from visualiser.panels.phases import PhasesPanel  # noqa: PLC0415 (loaded when wanted)

        panel = PhasesPanel(self._actions["phase"], self._actions["phase_back"])
        panel.set_theme(self._theme)
        stepper = self.stepper
        panel.phase_chosen.connect(stepper.go_to)
        panel.example_chosen.connect(self._follow)
        panel.guessed.connect(stepper.guess)
        panel.slow_chosen.connect(stepper.set_slow)
        panel.pace_chosen.connect(stepper.set_pace)
        panel.closed.connect(self.leave)
        self._panel = panel
        self._dock = dock = QDockWidget(self.tr("Step phase by phase"), self._window)
        dock.setObjectName("phases")
        dock.setTitleBarWidget(QWidget())
        dock.setWidget(panel)
        dock.toggleViewAction().setEnabled(False)
        self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        dock.hide()
        return dock
