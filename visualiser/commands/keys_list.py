"""KeysList: every command with its keys, by group, and the keys that are no commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QFontMetrics, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from visualiser.commands.description import Description
from visualiser.commands.fixed_keys import FixedKeys, places
from visualiser.commands.key_text import listed
from visualiser.commands.keymap import Keymap
from visualiser.commands.search import Searched, is_named
from visualiser.commands.table import groups
from visualiser.theme import DARK, Theme

_BESIDES = 32  # pixels of a cell besides its text
_WHAT = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Listed = Description | FixedKeys


class KeysList(QTreeWidget):
    """The list.

    Parameters
    ----------
    keymap : Keymap

    Signals
    -------
    chosen ()
        Another row is the present one.
    key_asked ()
        Enter was pressed on a row, or it was clicked twice.
    """

    chosen = Signal()
    key_asked = Signal()

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap, self._theme = keymap, DARK
        # Each heading with the rows below it.
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.setAccessibleName(self.tr("Commands and keys"))
        self.setToolTip(self.tr("Enter, or a double click, chooses other keys for a command."))
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._fill()
        self.show_keys()
        keymap.changed.connect(self.show_keys)
        self.currentItemChanged.connect(self.chosen)
        self.itemDoubleClicked.connect(self.key_asked)

    @property
    def what(self) -> Listed | None:
        """What is chosen."""
        item = self.currentItem()
        found = None if item is None else item.data(0, _WHAT)
        return found if isinstance(found, Description | FixedKeys) else None

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.show_keys()

    @Slot()
    def show_keys(self) -> None:
        """Show which keys each command has now; those that were changed stand out."""
        with QSignalBlocker(self):
            for item in self._rows():
                what = item.data(0, _WHAT)
                is_changed = isinstance(what, Description) and self._keymap.is_changed(what.id)
                item.setText(1, self._keys_of(what))
                item.setForeground(
                    1, QBrush(self._theme.colour("accent" if is_changed else "text"))
                )
                font = item.font(1)
                font.setBold(is_changed)
                item.setFont(1, font)
                if isinstance(what, FixedKeys):
                    item.setForeground(0, QBrush(self._theme.colour("secondary")))
        self._take_width()
        self.viewport().update()

    @Slot(str)
    def search(self, text: str) -> None:
        """Show only what is called so, does so, or has such a key."""
        for head, rows in self._groups:
            for item in rows:
                item.setHidden(not is_named(text, self._searched(item, head.text(0))))
            head.setHidden(all(item.isHidden() for item in rows))
        present = self.currentItem()
        if present is None or present.isHidden():
            self._choose_first()

    def choose(self, name: str) -> None:
        """Choose the command of an id."""
        for item in self._rows():
            what = item.data(0, _WHAT)
            if isinstance(what, Description) and what.id == name:
                self.setCurrentItem(item)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the rows as tall as the style wants them, which it says only now."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for other keys."""
        if event.key() in _ENTER and self.what is not None:
            self.key_asked.emit()
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- parts

    def _take_width(self) -> None:
        """Give the keys the room of the longest, found or not: nothing moves in a search."""
        widths = (
            QFontMetrics(item.font(1)).horizontalAdvance(item.text(1)) for item in self._rows()
        )
        self.header().resizeSection(1, max(widths, default=0) + _BESIDES)

    def _fill(self) -> None:
        for group in groups():
            self._add(group.title, group.descriptions)
        for place in places():
            self._add(place.title, place.keys)
        self._choose_first()

    def _add(self, title: str, listed_here: Sequence[Listed]) -> None:
        if not listed_here:
            return
        head = QTreeWidgetItem(self, [title])
        # So that the arrow keys lead past it.
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        rows = []
        for one in listed_here:
            item = QTreeWidgetItem(self, [one.title if isinstance(one, Description) else one.does])
            rows.append(item)
            item.setData(0, _WHAT, one)
            item.setToolTip(0, one.tip if isinstance(one, Description) else one.does)
        self._groups.append((head, rows))

    def _rows(self) -> list[QTreeWidgetItem]:
        return [item for _, rows in self._groups for item in rows]

    def _choose_first(self) -> None:
        seen = (item for item in self._rows() if not item.isHidden())
        first = next(seen, None)
        if first is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(first)

    def _keys_of(self, what: Listed) -> str:
        if isinstance(what, Description):
            return listed(self._keymap.keys(what.id))
        return what.name or listed(what.keys)

    def _searched(self, item: QTreeWidgetItem, about: str) -> Searched:
        what = item.data(0, _WHAT)
        if isinstance(what, Description):
            names = (what.title, what.id.replace("_", " "), item.text(1))
            return Searched(what.id, names, f"{what.tip} {about}")
        return Searched("", (item.text(1),), f"{item.text(0)} {about}")
