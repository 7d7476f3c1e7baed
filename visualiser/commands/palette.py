"""CommandPalette: type a few letters of what is to be done, and do it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from visualiser.commands.palette_rows import CommandPainter, FoundCommands, row_of, spoken
from visualiser.commands.search import Searched, ranked
from visualiser.commands.table import groups
from visualiser.settings import Settings
from visualiser.theme import Theme
from visualiser.widgets.labels import label

_WIDTH, _TOP, _MOST_SEEN = 600, 56, 9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# The focus is in a context menu or another window, and comes back.
_AWAY_ONLY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST_SEEN,
    Qt.Key.Key_PageDown: _MOST_SEEN,
}


class CommandPalette(QFrame):
    """Lies over the window: a field, and below it the commands that what is typed finds.

    Parameters
    ----------
    actions : mapping of QAction
        By id.
    settings : Settings
        Remember what was done last, which comes first.
    window : QWidget
        What it lies over.
    """

    def __init__(self, actions: Mapping[str, QAction], settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("command_palette")
        self._actions, self._settings, self._window = actions, settings, window
        self._searched = _searched(actions)
        self._before: QWidget | None = None
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Type what you want to do"))
        self._field.setAccessibleName(self.tr("Find a command"))
        self._field.setToolTip(self.tr("Words in any order; letters in between may be left out."))
        self._found = FoundCommands(self)
        self._painter = CommandPainter(self)
        self._list = QListView()
        self._nothing = label("secondary", self.tr("No command is called so."))
        self._foot = label("secondary", self.tr("↑ and ↓ choose, Enter does it, Esc closes this."))
        self._assemble()
        self.hide()
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._do)
        self._list.selectionModel().currentChanged.connect(self._speak)
        for action in actions.values():
            action.changed.connect(self._list.viewport().update)

    def _assemble(self) -> None:
        found = self._list
        found.setModel(self._found)
        found.setItemDelegate(self._painter)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setUniformItemSizes(True)
        found.setMouseTracking(True)
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setAccessibleName(self.tr("Commands that were found"))
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.entered.connect(found.setCurrentIndex)
        self._nothing.setContentsMargins(14, 10, 14, 10)
        for one in (self._nothing, self._foot):
            one.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._foot.setContentsMargins(14, 6, 14, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(6)
        upper = QVBoxLayout()
        upper.setContentsMargins(10, 2, 10, 0)
        upper.addWidget(self._field)
        column.addLayout(upper)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        column.addWidget(self._foot)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._painter.theme = theme
        self._list.viewport().update()

    def open(self) -> None:
        """Show all commands, those first that were used last, and let one be typed."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            # Only meanwhile: a window has many events.
            self._window.installEventFilter(self)
        self._field.clear()
        self._search()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def leave(self) -> None:
        """Go away, and give the focus back."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        self._window.removeEventFilter(self)
        self.hide()
        # It may have gone meanwhile, with the panel that it was in.
        if before is not None and Shiboken.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    # ---------------------------------------------------------------- finding

    @Slot()
    def _search(self) -> None:
        names = ranked(self._field.text(), self._names(), self._settings.recent_commands)
        self._found.show_actions([self._actions[name] for name in names])
        self._list.setCurrentIndex(self._found.index(0))
        self._list.scrollToTop()
        self._list.setVisible(bool(names))
        self._nothing.setVisible(not names)
        self._speak()
        self._take_place()

    def _names(self) -> list[Searched]:
        """What each command is called now: some are named after what they would do."""
        return [
            Searched(one.id, (self._actions[one.id].text(), *one.names), one.about)
            for one in self._searched
        ]

    @Slot()
    def _speak(self) -> None:
        """Have what is chosen read out, though the focus stays in the field."""
        index = self._list.currentIndex()
        says = spoken(row_of(self._found.action(index))) if index.isValid() else ""
        self._field.setAccessibleDescription(says or self._nothing.text())

    def _take_place(self) -> None:
        """Lie at the upper middle, as tall as what was found."""
        row = self._list.sizeHintForRow(0)
        shown = min(self._found.rowCount(), _MOST_SEEN)
        self._list.setFixedHeight(max(shown, 1) * max(row, 1))
        width = min(_WIDTH, self._window.width() - 32)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._window.width() - width) // 2, _TOP)

    # ---------------------------------------------------------------- by hand

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys typed into the field move through the list, and follow the window."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Resize and self.isVisible():
                self._take_place()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        elif isinstance(event, QFocusEvent) and _is_gone(event):
            # What has the focus now keeps it.
            self._before = None
            self.leave()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ENTER:
            self._do(self._list.currentIndex())
        elif key in _MOVES:
            self._move(_MOVES[key])
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _move(self, rows: int) -> None:
        """Choose another one; from the last on to the first, but not by pages."""
        count = self._found.rowCount()
        if not count:
            return
        place = self._list.currentIndex().row() + rows
        place = place % count if abs(rows) == 1 else min(max(place, 0), count - 1)
        self._list.setCurrentIndex(self._found.index(place))

    @Slot(QModelIndex)
    def _do(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action = self._found.action(index)
        if not action.isEnabled():
            return
        name = next(name for name, one in self._actions.items() if one is action)
        others = [one for one in self._settings.recent_commands if one != name]
        self._settings.recent_commands = (name, *others)
        self.leave()
        action.trigger()


def _is_gone(event: QFocusEvent) -> bool:
    """Whether the focus went somewhere else in this window."""
    return event.lostFocus() and event.reason() not in _AWAY_ONLY


def _searched(actions: Mapping[str, QAction]) -> list[Searched]:
    """All commands but the one that opens the palette, by what does not change."""
    return [
        Searched(one.id, (one.title, one.id.replace("_", " ")), f"{one.tip} {group.title}")
        for group in groups()
        for one in group.descriptions
        if one.id in actions and one.id != "palette"
    ]
