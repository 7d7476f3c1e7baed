"""Layouts: the ready-made ones, a person's own, and all of them in a menu."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from visualiser.layouts.panels import Panels, bring_onto_screens
from visualiser.settings import Settings
from visualiser.theme import Theme

if TYPE_CHECKING:
    from visualiser.layouts.dialog import LayoutsDialog

# Pixels: the inspector's width and the cost plot's height as usual, and with a large inspector,
# which leaves the network so much at the least.
LEARN = (384, 200)
INSPECT, LEFT_TO_NETWORK = (620, 140), 460
# Of the form in which Qt writes down where docks are.
_FORM = 1


class Layouts(QObject):
    """Puts the panels where a layout has them.

    Parameters
    ----------
    window : QMainWindow
    settings : Settings
    inspector, cost : QDockWidget

    Attributes
    ----------
    menu : QMenu
        To be put into the program's menu, after `set_actions`.

    Signals
    -------
    about_to_change
        The panels are about to be put elsewhere.
    changed
        They stand there now.
    """

    about_to_change = Signal()
    changed = Signal()

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        inspector: QDockWidget,
        cost: QDockWidget,
    ) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._inspector, self._cost = inspector, cost
        self.panels = Panels(window)
        self.menu = QMenu(self.tr("Layout"), window)
        self.menu.setToolTipsVisible(True)
        self._own: list[QAction] = []
        self._end_of_own: QAction | None = None
        self._lock: QAction | None = None
        self._dialog: LayoutsDialog | None = None

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their ids."""
        return {
            "layout_learn": self.learn,
            "layout_inspect": self.inspect,
            "layouts": self.open,
            "lock_docks": self.turn_lock,
        }

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Fill the menu with these, by id."""
        names = ("layout_learn", "layout_inspect", "layout_present")
        self.menu.addActions([actions[name] for name in names])
        # Where there are none of a person's own, Qt shows both lines as one.
        self.menu.addSeparator()
        self._end_of_own = self.menu.addSeparator()
        self.menu.addAction(actions["layouts"])
        self._lock = actions["lock_docks"]
        self._lock.setCheckable(True)
        self.menu.addAction(self._lock)
        self._list_own()
        self._set_locked(self._settings.panels_locked)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.panels.set_theme(theme)

    # ---------------------------------------------------------------- ready-made

    def learn(self) -> None:
        """Let everything stand as at first: the network large, the inspector beside it."""
        self._stand(*LEARN)

    def inspect(self) -> None:
        """Make the inspector large, and the cost plot low."""
        width = min(INSPECT[0], self._window.width() - LEFT_TO_NETWORK)
        self._stand(max(width, LEARN[0]), INSPECT[1])

    def _stand(self, inspector_width: int, cost_height: int) -> None:
        self.about_to_change.emit()
        right, bottom = (
            Qt.DockWidgetArea.RightDockWidgetArea,
            Qt.DockWidgetArea.BottomDockWidgetArea,
        )
        for dock, area in ((self._inspector, right), (self._cost, bottom)):
            dock.setFloating(False)
            self._window.addDockWidget(area, dock)
            dock.show()
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._window.resizeDocks([self._inspector], [inspector_width], across)
        self._window.resizeDocks([self._cost], [cost_height], down)
        self.changed.emit()

    # ---------------------------------------------------------------- a person's own

    @property
    def names(self) -> tuple[str, ...]:
        """Those that were saved, in the order of their names."""
        return tuple(sorted(self._settings.layouts, key=str.casefold))

    def save(self, name: str) -> None:
        """Keep the panels as they stand now under this name, in the place of one before."""
        state = b64encode(self._window.saveState(_FORM).data()).decode("ascii")
        self._keep({**self._settings.layouts, name: state})

    def rename(self, old: str, new: str) -> None:
        """Call one of them otherwise."""
        kept = self._settings.layouts
        self._keep({new if name == old else name: state for name, state in kept.items()})

    def delete(self, name: str) -> None:
        """Forget one of them."""
        self._keep({n: state for n, state in self._settings.layouts.items() if n != name})

    @Slot(str)
    def use(self, name: str) -> None:
        """Put the panels where this one has them; nothing happens where it is damaged."""
        try:
            state = b64decode(self._settings.layouts.get(name, ""), validate=True)
        except (NoBase64, ValueError):
            return
        self.about_to_change.emit()
        self._window.restoreState(QByteArray(state), _FORM)
        self.panels.look_over()
        self.panels.bring_back()
        self.changed.emit()

    @Slot()
    def open(self) -> None:
        """Open the list of a person's own layouts."""
        # Few ask for it, so it is not loaded before the first frame.
        from visualiser.layouts.dialog import LayoutsDialog  # noqa: PLC0415 (loaded when wanted)

        if self._dialog is None:
            self._dialog = LayoutsDialog(self, self._window)
        self._dialog.open_anew()

    def _keep(self, layouts: dict[str, str]) -> None:
        self._settings.layouts = layouts
        self._list_own()

    def _list_own(self) -> None:
        for entry in self._own:
            self.menu.removeAction(entry)
            entry.deleteLater()
        self._own = []
        for name in self.names:
            # In a menu, a single & would underline what follows.
            entry = QAction(name.replace("&", "&&"), self)
            entry.setData(name)
            entry.setToolTip(self.tr("Put the panels where this layout of yours has them."))
            entry.triggered.connect(self._use_chosen)
            self._own.append(entry)
        if self._end_of_own is not None:
            self.menu.insertActions(self._end_of_own, self._own)

    @Slot()
    def _use_chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.use(sender.data())

    # ---------------------------------------------------------------- locking

    def turn_lock(self) -> None:
        """Lock the panels where they are, or let them be moved."""
        self._set_locked(not self.panels.is_locked)

    def _set_locked(self, is_locked: bool) -> None:
        self.panels.set_locked(is_locked)
        if self._lock is not None:
            self._lock.setChecked(is_locked)
        if self._settings.panels_locked != is_locked:
            self._settings.panels_locked = is_locked

    # ---------------------------------------------------------------- coming back

    def restore(self) -> None:
        """Once Qt has put everything where it was: see to it that it is on a screen."""
        self.panels.look_over()
        is_whole_screen = self._window.isMaximized() or self._window.isFullScreen()
        if not self._settings.geometry.isEmpty() and not is_whole_screen:
            bring_onto_screens(self._window)
        self.panels.bring_back()
