"""Hiding: lets a presenter choose which groups of controls are shown, as teachers need few."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from visualiser.hiding.groups import in_order
from visualiser.panels.transport import TransportPanel
from visualiser.settings import Settings

if TYPE_CHECKING:
    from visualiser.hiding.dialog import ShownDialog

# Actions that change the run, other than by taking steps.
EDITING = ("recipe", "change", "undo", "redo", "import_weights")
_IN_BAR = ("transport", "rate", "speed")


class Hiding(QObject):
    """Knows what is hidden, and remembers it.

    Parameters
    ----------
    window : QWidget
        The dialog's parent.
    settings : Settings

    Signals
    -------
    about_to_change
        Something is about to be hidden or shown.
    changed
        Something else is hidden than before.
    """

    about_to_change = Signal()
    changed = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._hidden: frozenset[str] = frozenset()
        self._switches: dict[str, Callable[[bool], object]] = {}
        self._show_way_back: Callable[[bool], object] = bool
        self._dialog: ShownDialog | None = None

    @property
    def hidden(self) -> frozenset[str]:
        """The names of the groups that are hidden."""
        return self._hidden

    def set_parts(
        self,
        transport: TransportPanel,
        actions: Mapping[str, QAction],
        switches: Mapping[str, Callable[[bool], object]],
    ) -> None:
        """What can be hidden: groups of the bar, actions, and the rest by what shows it or not."""

        def show_in_bar(name: str) -> Callable[[bool], object]:
            return lambda is_shown: transport.set_wanted(name, is_shown)

        def show_editing(is_shown: bool) -> None:
            for name in EDITING:
                # An action that is not visible has no key, either.
                actions[name].setVisible(is_shown)

        in_bar = {name: show_in_bar(name) for name in _IN_BAR}
        self._switches = {**in_bar, **switches, "editing": show_editing}
        button = QToolButton()
        button.setText(self.tr("Show everything"))
        button.setToolTip(self.tr("Show all controls again that are hidden now."))
        button.setObjectName("quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.show_everything)
        button.setAccessibleName(button.text())
        transport.offer(button)
        self._show_way_back = transport.show_offer

    @Slot()
    def open(self) -> None:
        """Let it be chosen what is shown."""
        # Few ask for it, so it is not loaded before the first frame.
        from visualiser.hiding.dialog import ShownDialog  # noqa: PLC0415 (loaded when wanted)

        if self._dialog is None:
            self._dialog = ShownDialog(self._window)
            self._dialog.chosen.connect(self.hide)
            self.changed.connect(self._show_hidden)
        self._show_hidden()
        self._dialog.show()
        self._dialog.raise_()

    @Slot()
    def _show_hidden(self) -> None:
        if self._dialog is not None:
            self._dialog.show_hidden(self._hidden)

    @Slot()
    def show_everything(self) -> None:
        """Hide nothing."""
        self.hide(frozenset())
        # The button that was pressed is gone.
        self._window.setFocus()

    @Slot(object)
    def hide(self, names: frozenset[str]) -> None:
        """Hide these groups, and show all others."""
        if names != self._hidden:
            self.about_to_change.emit()
        for name in in_order(names ^ self._hidden):
            self._switches[name](name not in names)
        has_changed, self._hidden = names != self._hidden, frozenset(names)
        self._show_way_back(bool(names))
        if has_changed:
            self._settings.hidden = in_order(self._hidden)
            self.changed.emit()

    def apply_again(self) -> None:
        """Hide what is to be hidden, where something else may have brought it back."""
        for name in in_order(self._hidden):
            self._switches[name](False)

    def lift(self) -> None:
        """Show what is hidden, before it is written down how the window stands; it stays chosen."""
        for name in in_order(self._hidden):
            self._switches[name](True)

    def restore(self) -> None:
        """Hide what was hidden when the window was there last."""
        self.hide(frozenset(self._settings.hidden))
