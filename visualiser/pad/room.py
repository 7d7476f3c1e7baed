"""PadRoom: in a narrow window, what stands at the right makes room for the pad."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow


class PadRoom(QObject):
    """Hides the panels at the right while the pad is open, where not all of them find room.

    Else the window, which keeps its size, would cut off the network and them. Where somebody asks
    for one of them by its entry in the menu, the pad is what has to go.

    Parameters
    ----------
    window : QMainWindow
    pad : QDockWidget
        The pad's, at the left.

    Signals
    -------
    crowded
        A panel was asked for beside which the pad finds no room.
    """

    crowded = Signal()

    def __init__(self, window: QMainWindow, pad: QDockWidget) -> None:
        super().__init__(pad)
        self._window, self._pad = window, pad
        self._is_wanted = False
        self._hidden: list[QDockWidget] = []
        self._watched: list[QDockWidget] = []
        window.installEventFilter(self)

    def make(self) -> None:
        """Show the pad, where there is room for it at last."""
        self._is_wanted = True
        self._watch()
        # Before: a window whose least size is that of its parts would become as large.
        if self._pad.isHidden() and not self._has_room_for([self._pad]):
            self._hide_beside()
        self._pad.show()
        self._fit()

    def give_back(self) -> None:
        """The pad was closed."""
        self._is_wanted = False
        hidden, self._hidden = self._hidden, []
        for dock in hidden:
            dock.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again where the window has another size; and let nothing be remembered as hidden."""
        kind = QEvent.Type.Resize if watched is self._window else QEvent.Type.Show
        if self._is_wanted and event.type() == kind:
            QTimer.singleShot(0, self, self._fit)
        elif self._hidden and watched is self._window and event.type() == QEvent.Type.Close:
            self.give_back()
            # The window may stay after all.
            self._is_wanted = True
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        """See the other panels come."""
        for dock in self._window.findChildren(QDockWidget):
            if dock is not self._pad and dock not in self._watched:
                self._watched.append(dock)
                dock.installEventFilter(self)
                dock.toggleViewAction().triggered.connect(self._note_asked)

    @Slot(bool)
    def _note_asked(self, is_shown: bool) -> None:
        """A panel was shown, or hidden, by its entry in the menu."""
        if is_shown and self._is_wanted and not self._has_room_for([]):
            self.crowded.emit()

    @Slot()
    def _fit(self) -> None:
        # While something else has the whole window, the pad is hidden as well.
        if not self._is_wanted or self._pad.isHidden():
            return
        # What came back by another way is looked at like any other.
        self._hidden = [dock for dock in self._hidden if dock.isHidden()]
        if self._has_room_for(self._hidden):
            hidden, self._hidden = self._hidden, []
            for dock in hidden:
                dock.show()
        elif not self._has_room_for([]):
            self._hide_beside()

    def _hide_beside(self) -> None:
        beside = [dock for dock in self._window.findChildren(QDockWidget) if self._is_beside(dock)]
        for dock in beside:
            dock.hide()
        self._hidden += beside

    def _is_beside(self, dock: QDockWidget) -> bool:
        is_right = self._window.dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea
        return is_right and not dock.isFloating() and not dock.isHidden()

    def _has_room_for(self, more: list[QDockWidget]) -> bool:
        """Whether what is shown, and these panels too, find room in the window's width."""
        layout = self._window.layout()
        if layout is not None:
            layout.activate()
        needed = self._window.minimumSizeHint().width()
        for dock in more:
            needed += max(dock.minimumWidth(), dock.minimumSizeHint().width())
        return needed <= self._window.width()
