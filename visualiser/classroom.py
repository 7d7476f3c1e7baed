"""Classroom: layouts, Present, what is shown, and sharing, as one thing that the window holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from visualiser.cost_history import CostHistory
from visualiser.files.run_files import RunFiles
from visualiser.hiding.hiding import Hiding
from visualiser.layouts.layouts import Layouts
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.example import ExamplePanel
from visualiser.panels.notice import NoticePanel
from visualiser.panels.transport import TransportPanel
from visualiser.phase_mode import PhaseMode
from visualiser.presenting.presenting import Presenting
from visualiser.settings import Settings
from visualiser.sharing.set_up import SetUp
from visualiser.sharing.sharing import Sharing
from visualiser.theme import Theme
from visualiser.training.session import TrainingSession


@dataclass(frozen=True, eq=False)
class Parts:
    """What of the window is there before its actions are."""

    session: TrainingSession
    settings: Settings
    files: RunFiles
    network: NetworkView
    notice: NoticePanel
    history: CostHistory
    phases: PhaseMode
    inspector_dock: QDockWidget
    cost_dock: QDockWidget


class Classroom(QObject):
    """What a presenter or a teacher does with the window.

    Parameters
    ----------
    window : QMainWindow
    parts : Parts

    Attributes
    ----------
    layouts : Layouts
    presenting : Presenting
    hiding : Hiding
    sharing : Sharing
    """

    def __init__(self, window: QMainWindow, parts: Parts) -> None:
        super().__init__(window)
        p, self._parts = parts, parts
        self._transport: TransportPanel | None = None
        self.layouts = Layouts(window, p.settings, p.inspector_dock, p.cost_dock)
        self.presenting = Presenting(window, p.session, p.network, p.notice, p.history)
        self.hiding = Hiding(window, p.settings)
        self.sharing = Sharing(
            window, p.session, p.files, p.network, p.notice, self.hiding, self._chosen_speed
        )
        self.layouts.changed.connect(self.hiding.apply_again)
        self.layouts.about_to_change.connect(p.phases.leave)
        self.presenting.about_to_enter.connect(p.phases.leave)
        self.hiding.about_to_change.connect(self.presenting.leave)

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their ids."""
        return {
            **self.layouts.callbacks(),
            "layout_present": self.presenting.turn,
            "shown": self.hiding.open,
            **self.sharing.callbacks(),
        }

    def stacked(self, central: QWidget) -> QWidget:
        """What is to be the window's central widget, with this as what it usually shows."""
        self.presenting.stack.addWidget(central)
        return self.presenting.stack

    def set_parts(
        self,
        actions: dict[str, QAction],
        transport: TransportPanel,
        example: ExamplePanel,
        timeline: QWidget,
        status: QWidget,
        menu: QMenu,
    ) -> None:
        """The rest of the window, once it is there; the menu is where panels are shown."""
        self._transport = transport
        # A bar that was hidden by a menu of Qt's own would take the program's menu with it.
        transport.toggleViewAction().setVisible(False)
        self.layouts.set_actions(actions)
        self.presenting.set_actions(actions)
        switches: dict[str, Callable[[bool], object]] = {
            "lines": self._parts.network.lines.set_wanted,
            "examples": example.set_wanted,
            "inspector": _DockSwitch(self._parts.inspector_dock),
            "cost": _DockSwitch(self._parts.cost_dock),
            "timeline": timeline.setVisible,
            "status": status.setVisible,
        }
        self.hiding.set_parts(transport, actions, switches)
        self.layouts.menu.addAction(actions["shown"])
        self._extend(menu)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.layouts.set_theme(theme)
        self.presenting.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self.presenting.write_numbers()

    def take_escape(self, event: QKeyEvent) -> bool:
        """Leave Present where Esc was pressed; whether that is so."""
        return self.presenting.take_escape(event)

    def restore(self) -> None:
        """Once the panels are where they were: lock and hide them as they were."""
        self.layouts.restore()
        self.hiding.restore()

    def show_first(self, set_up: SetUp) -> None:
        """Show the set-up with whose settings the first run of the window begins."""
        self.sharing.show_first(set_up)

    def leave(self) -> None:
        """Let everything be as it is to be remembered."""
        self.presenting.leave()
        self.hiding.lift()

    def _chosen_speed(self) -> float | None:
        return None if self._transport is None else self._transport.speed

    def _extend(self, menu: QMenu) -> None:
        """Add the layouts to a menu, below what shows and hides panels."""
        toggle = self._parts.cost_dock.toggleViewAction()
        entries = menu.actions()
        place = entries.index(toggle) + 1 if toggle in entries else len(entries)
        if place < len(entries):
            menu.insertMenu(entries[place], self.layouts.menu)
        else:
            menu.addMenu(self.layouts.menu)


class _DockSwitch:
    """Hides a dock with its entry in the menu, and shows it again where it was shown."""

    def __init__(self, dock: QDockWidget) -> None:
        self._dock = dock
        self._was_shown = True
        self._is_hidden = False

    def __call__(self, is_shown: bool) -> None:
        dock = self._dock
        if not is_shown:
            if not self._is_hidden:
                self._was_shown = not dock.isHidden()
            dock.hide()
        elif self._is_hidden and self._was_shown:
            dock.show()
        self._is_hidden = not is_shown
        dock.toggleViewAction().setVisible(is_shown)
