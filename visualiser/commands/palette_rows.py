"""What the command palette shows: the commands that were found, and how a row is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QAction, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visualiser.commands.actions import Command
from visualiser.resources import icon
from visualiser.theme import DARK, Theme

_Index = QModelIndex | QPersistentModelIndex
# Pixels: a row, what is free at its sides, an icon, what is between two things.
_ROW, _SIDE, _ICON, _GAP = 44, 14, 16, 10
_SMALL = 11  # pixels of the text below the title
_ACTION = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Row:
    """A command as it is now.

    Attributes
    ----------
    title : str
    says : str
        What comes of it, or why it cannot be done.
    keys : tuple of str
        As this system and language write them.
    is_enabled : bool
    """

    title: str
    says: str
    keys: tuple[str, ...]
    is_enabled: bool


def row_of(action: QAction) -> Row:
    """What is shown of an action."""
    is_enabled = action.isEnabled()
    why_off = action.why_off if isinstance(action, Command) else ""
    says = why_off or action.whatsThis()
    keys = tuple(key.toString(key.SequenceFormat.NativeText) for key in action.shortcuts())
    return Row(action.text(), says, keys, is_enabled)


class FoundCommands(QAbstractListModel):
    """The commands that were found, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: tuple[QAction, ...] = ()

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """Show these."""
        self.beginResetModel()
        self._actions = tuple(actions)
        self.endResetModel()

    def action(self, index: _Index) -> QAction:
        """The action of a row."""
        return self._actions[index.row()]

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._actions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown of one, and what is said of it to who cannot see it."""
        if not index.isValid():
            return None
        action = self._actions[index.row()]
        if role == _ACTION:
            return action
        row = row_of(action)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None


def spoken(row: Row) -> str:
    """A row as it is read out."""
    return " ".join((f"{row.title}.", row.says, *row.keys))


class CommandPainter(QStyledItemDelegate):
    """Paints an icon, the title, what comes of it below, and the keys at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = DARK

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """As tall as two lines."""
        return QSize(_ROW, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        action = index.data(_ACTION)
        rect: QRect = option.rect
        state = option.state
        font: QFont = option.font
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            self._paint_chosen(painter, rect)
        row = row_of(action)
        self._paint_icon(painter, rect, action)
        right = self._paint_keys(painter, rect, row, font, is_chosen)
        left = rect.left() + _SIDE + _ICON + _GAP
        self._paint_texts(painter, QRect(left, rect.top(), right - left, rect.height()), row, font)
        painter.restore()

    def _paint_chosen(self, painter: QPainter, rect: QRect) -> None:
        bar = QRect(rect.left(), rect.top(), 3, rect.height())
        painter.fillRect(rect, self.theme.colour("chip"))
        painter.fillRect(bar, self.theme.colour("accent"))

    def _paint_icon(self, painter: QPainter, rect: QRect, action: QAction) -> None:
        name = action.description.icon if isinstance(action, Command) else ""
        if name:
            top = rect.top() + (rect.height() - _ICON) // 2
            mode = QIcon.Mode.Normal if action.isEnabled() else QIcon.Mode.Disabled
            place = QRect(rect.left() + _SIDE, top, _ICON, _ICON)
            icon(name, self.theme.secondary).paint(
                painter, place, Qt.AlignmentFlag.AlignCenter, mode
            )

    def _paint_keys(
        self, painter: QPainter, rect: QRect, row: Row, font: QFont, is_chosen: bool
    ) -> int:
        """Paint the keys from the right; return where the room for the texts ends."""
        small = _of_size(font, _SMALL)
        painter.setFont(small)
        right = rect.right() - _SIDE
        for key in reversed(row.keys):
            width = max(QFontMetrics(small).horizontalAdvance(key) + 12, 22)
            box = QRectF(right - width, rect.center().y() - 9, width, 19)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("hairline" if is_chosen else "chip"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(self.theme.colour("text" if row.is_enabled else "secondary"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            right -= width + 6
        return right - _GAP

    def _paint_texts(self, painter: QPainter, room: QRect, row: Row, font: QFont) -> None:
        upper = QRect(room.left(), room.top() + 6, room.width(), 17)
        lower = QRect(room.left(), room.top() + 23, room.width(), 15)
        for place, text, size, colour in (
            (upper, row.title, font.pixelSize(), "text" if row.is_enabled else "faint"),
            (lower, row.says, _SMALL, "secondary"),
        ):
            written = _of_size(font, size)
            painter.setFont(written)
            painter.setPen(self.theme.colour(colour))
            shown = QFontMetrics(written).elidedText(
                text, Qt.TextElideMode.ElideRight, place.width()
            )
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, side, shown)


def _of_size(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made
