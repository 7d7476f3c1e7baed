"""Presenting: puts the view for a room in the window's place, and the window back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QToolBar, QWidget

from visualiser.cost_history import CostHistory
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.notice import NoticePanel
from visualiser.theme import DARK, Theme
from visualiser.training.messages import Measured
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot

if TYPE_CHECKING:
    from visualiser.presenting.view import PresentView

_AT_THE_SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)
# Milliseconds in which a window system gives a window its size back.
_LATER = 600
# What shows a panel of its own, which has no place here.
_NOT_HERE = (
    *("phase", "phase_back", "options", "shown"),
    *("layout_learn", "layout_inspect", "layouts", "lock_docks"),
)


class Presenting(QObject):
    """Full screen, the network, C and what is selected; all keys go on working.

    Parameters
    ----------
    window : QMainWindow
    session : TrainingSession
    network : NetworkView
        Whose choices hold here as well.
    notice : NoticePanel
        What is said is said here, too.
    history : CostHistory

    Attributes
    ----------
    stack : QStackedWidget
        To be the window's central widget, with what it usually shows as its first page.

    Signals
    -------
    about_to_enter
        The view is about to take the window's place.
    """

    about_to_enter = Signal()

    def __init__(
        self,
        window: QMainWindow,
        session: TrainingSession,
        network: NetworkView,
        notice: NoticePanel,
        history: CostHistory,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._network = window, session, network
        self._notice, self._history, self._theme = notice, history, DARK
        self.stack = QStackedWidget()
        self._actions: dict[str, QAction] = {}
        self._view: PresentView | None = None
        self._page: QWidget | None = None
        self._measured: Measured | None = None
        # What was shown before, and how large.
        self._docks: list[tuple[QDockWidget, int, int]] = []
        self._others: list[QWidget] = []
        self._state = Qt.WindowState.WindowNoState
        session.snapshot_taken.connect(self._show_snapshot)
        session.measured.connect(self._show_measured)
        session.run_opened.connect(self._forget_measured)

    @property
    def view(self) -> PresentView | None:
        """The view, once there was one."""
        return self._view

    @property
    def is_on(self) -> bool:
        """Whether the window is presenting now."""
        return self._page is not None and self.stack.currentWidget() is self._page

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """All of the window, by id: some cannot be used while it presents."""
        self._actions = actions

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        if self._view is not None:
            self._view.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        if self._view is not None:
            self._view.write_numbers()

    # ---------------------------------------------------------------- in and out

    @Slot()
    def turn(self) -> None:
        """Present, or leave."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def take_escape(self, event: QKeyEvent) -> bool:
        """Leave where Esc was pressed; whether that is so."""
        if event.key() != Qt.Key.Key_Escape or not self.is_on:
            return False
        self.leave()
        return True

    def enter(self) -> None:
        """Put the view in the window's place."""
        if self.is_on:
            return
        self.about_to_enter.emit()
        view, page = self._made()
        self._put_away()
        layout = page.layout()
        if layout is not None:
            layout.addWidget(self._notice)
            layout.addWidget(view)
        self.stack.setCurrentWidget(page)
        for name in self._usable():
            self._actions[name].setEnabled(False)
        self._state = self._window.windowState()
        self._window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self._show_all(view)
        self._window.setFocus()

    @Slot()
    def leave(self) -> None:
        """Put the window back as it was."""
        if not self.is_on:
            return
        self.stack.setCurrentIndex(0)
        usual = self.stack.currentWidget()
        layout = None if usual is None else usual.layout()
        if layout is not None:
            layout.insertWidget(0, self._notice)  # type: ignore[attr-defined] # it is a column
        self._window.setWindowState(self._state)
        for name in self._usable():
            self._actions[name].setEnabled(True)
        for widget in self._others:
            widget.show()
        for dock, _, _ in self._docks:
            dock.show()
        self._others = []
        QTimer.singleShot(0, self, self._fit_docks)
        # The window may get its size back only later.
        QTimer.singleShot(_LATER, self, self._forget_docks)
        self._window.installEventFilter(self)
        self._window.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give panels their sizes once the window has its own back."""
        if event.type() == QEvent.Type.Resize and self._docks and not self.is_on:
            QTimer.singleShot(0, self, self._fit_docks)
        return super().eventFilter(watched, event)

    @Slot()
    def _fit_docks(self) -> None:
        for dock, width, height in self._docks:
            if self._window.dockWidgetArea(dock) in _AT_THE_SIDES:
                self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
            else:
                self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    @Slot()
    def _forget_docks(self) -> None:
        if not self.is_on:
            self._docks = []
            self._window.removeEventFilter(self)

    def _usable(self) -> list[str]:
        return [name for name in _NOT_HERE if name in self._actions]

    def _put_away(self) -> None:
        """Hide what stands around the view, and note what it was."""
        docks = [dock for dock in self._window.findChildren(QDockWidget) if not dock.isHidden()]
        self._docks = [(dock, dock.width(), dock.height()) for dock in docks]
        bars = [*self._window.findChildren(QToolBar), self._window.statusBar()]
        self._others = [bar for bar in bars if not bar.isHidden()]
        for widget in (*docks, *self._others):
            widget.hide()

    def _made(self) -> tuple[PresentView, QWidget]:
        """The view and the page that it is on, made when they are wanted first."""
        if self._view is None or self._page is None:
            # Few ask for it, so it is not loaded before the first frame.
            from PySide6.QtWidgets import QVBoxLayout  # noqa: PLC0415 (loaded when wanted)

            from visualiser.presenting.view import PresentView  # noqa: PLC0415 (as above)

            self._view = view = PresentView(self._history)
            self._page = page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            self.stack.addWidget(page)
            view.network.selection_asked.connect(self._network.select)
            self._network.selection_changed.connect(view.show_selection)
            self._network.lines.chosen.connect(view.network.show_quantity)
            self._session.run_opened.connect(view.show_run)
        return self._view, self._page

    # ---------------------------------------------------------------- what it shows

    def _show_all(self, view: PresentView) -> None:
        """Show what the window shows."""
        view.set_theme(self._theme)
        drawing = self._network.drawing
        if drawing.description is not None:
            view.show_run(drawing.description)
        view.network.set_options(drawing.options)
        view.network.show_quantity(drawing.quantity)
        if self._measured is not None:
            view.show_measured(self._measured)
        if drawing.snapshot is not None:
            view.show_snapshot(drawing.snapshot)
        view.show_selection(self._network.selection)

    @Slot(object)
    def _show_snapshot(self, snapshot: Snapshot) -> None:
        if self.is_on and self._view is not None:
            self._view.show_snapshot(snapshot)

    @Slot(object)
    def _show_measured(self, measured: Measured) -> None:
        self._measured = measured
        if self._view is not None:
            self._view.show_measured(measured)

    @Slot(object)
    def _forget_measured(self, _: object) -> None:
        self._measured = None
