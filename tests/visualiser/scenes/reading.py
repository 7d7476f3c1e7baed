"""All that a widget says, seen or read out, and where what is seen has too little room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import Qt as QtGuiNames
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from tests.visualiser.screen import label_text, plain_text

_ROWS = 60
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


def said(window: QWidget) -> Iterator[str]:
    """Every text of a window and of what is visible in it."""
    yield window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        if widget is window or widget.isVisible():
            yield from _said_by(widget)
        if isinstance(widget, QMenu):
            yield from _said_by_menu(widget)


def _said_by(widget: QWidget) -> Iterator[str]:
    yield _plain(widget.toolTip())
    yield _plain(widget.whatsThis())
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    for kinds, texts in _TEXTS:
        if isinstance(widget, kinds):
            yield from texts(widget)


def _said_by_menu(menu: QMenu) -> Iterator[str]:
    yield menu.title()
    for entry in menu.actions():
        yield entry.text()
        yield entry.toolTip()


def _headers(header: QHeaderView) -> Iterator[str]:
    for section in range(min(header.count(), _ROWS)):
        for role in _ROLES:
            text = header.model().headerData(section, header.orientation(), role)
            yield text if isinstance(text, str) else ""


def _cells(model: QAbstractItemModel, root: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(root), _ROWS)):
        column = 0
        while (index := model.index(row, column, root)).isValid():
            column += 1
            for role in _ROLES:
                text = index.data(role)
                if isinstance(text, str):
                    yield _plain(text)
        yield from _cells(model, model.index(row, 0, root))


def _tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        yield bar.tabText(place)
        yield bar.tabToolTip(place)


# How the texts of a kind of widget are read.
_TEXTS: tuple[tuple[type | tuple[type, ...], Callable[[Any], Iterable[str]]], ...] = (
    (QLabel, lambda label: [label_text(label)]),
    (QAbstractButton, lambda button: [button.text()]),
    (QComboBox, lambda box: [box.itemText(place) for place in range(box.count())]),
    ((QLineEdit, QPlainTextEdit), lambda field: [field.placeholderText()]),
    (QGroupBox, lambda box: [box.title()]),
    (QDockWidget, lambda dock: [dock.windowTitle()]),
    (QTabBar, _tabs),
    (QHeaderView, lambda header: _headers(header) if header.model() else []),
    (
        (QTableView, QTreeView, QListView),
        lambda view: _cells(view.model(), view.rootIndex()) if view.model() else [],
    ),
)


def _plain(text: str) -> str:
    return plain_text(text) if QtGuiNames.mightBeRichText(text) else text


def narrow(window: QWidget) -> list[str]:
    """Boxes, tabs, fields and headings of tables whose texts do not fit into them."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            found += [f"{type(widget).__name__} {text}" for text in _too_narrow(widget)]
    return found


def _too_narrow(widget: QWidget) -> Iterator[str]:
    match widget:
        case QComboBox():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            box = QStyle.ComplexControl.CC_ComboBox
            room = widget.style().subControlRect(box, option, part, widget).width()
            yield from _if_longer(widget, option.currentText, room)
        case QLineEdit():
            margins = widget.textMargins()
            room = widget.width() - margins.left() - margins.right() - 4
            yield from _if_longer(widget, widget.placeholderText(), room)
        case QTabBar():
            for place in range(widget.count()):
                yield from _if_longer(widget, widget.tabText(place), widget.tabRect(place).width())
        case QHeaderView():
            if widget.model() is not None and widget.orientation() == Qt.Orientation.Horizontal:
                for section in range(widget.count()):
                    text = widget.model().headerData(section, widget.orientation())
                    if isinstance(text, str) and not widget.isSectionHidden(section):
                        longest = max(text.split("\n"), key=len)
                        # Of a table that writes smaller, the titles are smaller, too.
                        table = widget.parentWidget() or widget
                        yield from _if_longer(table, longest, widget.sectionSize(section))


def _if_longer(widget: QWidget, text: str, room: int) -> Iterator[str]:
    needed = widget.fontMetrics().horizontalAdvance(text.replace("&", ""))
    if needed > room:
        yield f"{text!r} needs {needed} of {room} pixels"
