"""Panels: the docks of the window, their title bars, and whether they can be moved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from visualiser.layouts.fitting import Box, fitted
from visualiser.layouts.title_bar import TitleBar
from visualiser.theme import DARK, Theme

_FEATURES = QDockWidget.DockWidgetFeature
# A locked panel can still be closed by the menu, and only so.
_LOCKED = _FEATURES.DockWidgetClosable
_FREE = _LOCKED | _FEATURES.DockWidgetMovable | _FEATURES.DockWidgetFloatable


class Panels(QObject):
    """Locks the window's docks, or gives each a title bar by which it is moved.

    Docks that are made later are treated alike. One that brings its own title bar keeps it. A
    locked panel shows none, unless it floats: it would be stuck there.

    Parameters
    ----------
    window : QMainWindow
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_locked = True
        self._theme = DARK
        self._bars: dict[QDockWidget, TitleBar] = {}
        window.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.installEventFilter(self)

    @property
    def docks(self) -> list[QDockWidget]:
        """All that the window has now."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return self._window.findChildren(QDockWidget, options=direct)

    @property
    def is_locked(self) -> bool:
        """Whether panels stay where they are."""
        return self._is_locked

    def set_locked(self, is_locked: bool) -> None:
        """Let panels stay where they are, or be moved."""
        self._is_locked = is_locked
        self.look_over()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for bar in self._bars.values():
            bar.set_theme(theme)

    @Slot()
    def look_over(self) -> None:
        """Treat every dock as it is to be treated now."""
        for dock in self.docks:
            is_new = dock not in self._bars
            if is_new and not self._take(dock):
                dock.setFeatures(_LOCKED if self._is_locked else _FREE)
                continue
            self._dress(dock)

    def bring_back(self) -> None:
        """Move floating panels that are on no screen, or beyond its edge, onto one."""
        for dock in self.docks:
            if dock.isFloating():
                bring_onto_screens(dock)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See docks come."""
        if event.type() == QEvent.Type.ChildAdded:
            # It is no whole dock yet.
            QTimer.singleShot(0, self, self.look_over)
        return super().eventFilter(watched, event)

    def _take(self, dock: QDockWidget) -> bool:
        """Give a dock a title bar of ours; False where it has its own."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        parts = dock.findChildren(QWidget, options=direct)
        if any(one is dock.titleBarWidget() and one.layout() is not None for one in parts):
            return False
        self._bars[dock] = bar = TitleBar(dock)
        bar.hide()
        bar.set_theme(self._theme)
        dock.topLevelChanged.connect(self.look_over)
        dock.destroyed.connect(lambda: self._bars.pop(dock, None))
        return True

    def _dress(self, dock: QDockWidget) -> None:
        bar = self._bars[dock]
        shows_bar = not self._is_locked or dock.isFloating()
        dock.setFeatures(_FREE if shows_bar else _LOCKED)
        present = dock.titleBarWidget()
        if shows_bar and present is not bar:
            dock.setTitleBarWidget(bar)
            bar.show()
        elif not shows_bar and present is bar:
            dock.setTitleBarWidget(QWidget())
            bar.hide()


def bring_onto_screens(window: QWidget) -> None:
    """Move a window to where it is seen, smaller where the screen is."""
    screens = [_box(screen.availableGeometry().getRect()) for screen in QGuiApplication.screens()]
    main = QGuiApplication.primaryScreen()
    if main is not None:
        first = _box(main.availableGeometry().getRect())
        screens = [first, *(screen for screen in screens if screen != first)]
    before = _box(window.geometry().getRect())
    least = window.minimumSize()
    after = fitted(before, screens, (least.width(), least.height()))
    if after != before:
        window.setGeometry(*after)


def _box(sides: object) -> Box:
    return Box(*sides)  # type: ignore[misc] # four whole numbers
