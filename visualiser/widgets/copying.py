"""Copying by keys and from a context menu: what everything that can be copied has in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

_MENU_KEYS = (
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
)


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def asks_to_copy(event: QEvent) -> bool:
    """Whether it is the key that copies (Ctrl+C)."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)


def asks_for_menu(event: QEvent) -> bool:
    """Whether it is a key that opens a context menu: Menu, or Shift and F10."""
    if not isinstance(event, QKeyEvent):
        return False
    return (Qt.Key(event.key()), event.modifiers()) in _MENU_KEYS


def menu_place(widget: QWidget, event: QContextMenuEvent) -> QPoint:
    """Where a context menu opens: at the pointer, or, by a key, below the widget."""
    if event.reason() == QContextMenuEvent.Reason.Mouse:
        return event.globalPos()
    return widget.mapToGlobal(QPoint(0, widget.height()))


def open_menu(
    widget: QWidget, place: QPoint, entries: tuple[tuple[str, Callable[[], object]], ...]
) -> None:
    """Open a context menu at a place of the screen, each entry with what it does."""
    # Some systems send a menu key twice, as a key and as a wish for a menu.
    if any(menu.isVisible() for menu in widget.findChildren(QMenu)):
        return
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for title, act in entries:
        menu.addAction(title).triggered.connect(_without_checked(act))
    menu.popup(place)
    # By the keyboard the first entry is at hand.
    menu.setActiveAction(menu.actions()[0])


def _without_checked(act: Callable[[], object]) -> Callable[[bool], None]:
    """A slot for `triggered`, which tells whether the entry is checked: none here is."""

    def call(_: bool) -> None:
        act()

    return call
