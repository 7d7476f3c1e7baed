"""What a person sees in a widget and does to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QImage, QTextDocumentFragment
from PySide6.QtGui import Qt as QtGuiNames
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from visualiser.number_format import style
from visualiser.widgets.labels import Chip

W = TypeVar("W", bound=QWidget)
Pixels = npt.NDArray[np.int64]

# -------------------------------------------------------------------- seeing


def plain_text(html: str) -> str:
    """What stands there once the HTML is set."""
    return QTextDocumentFragment.fromHtml(html).toPlainText().replace("\u00a0", " ")


def label_text(label: QLabel) -> str:
    """What stands on a label, which may be HTML."""
    shown, kind = label.text(), label.textFormat()
    is_guessed = kind == Qt.TextFormat.AutoText and QtGuiNames.mightBeRichText(shown)
    is_html = is_guessed or kind == Qt.TextFormat.RichText
    return plain_text(shown) if is_html else shown.replace("\u00a0", " ")


def labels(widget: QWidget) -> list[QLabel]:
    """The visible labels that say something."""
    return [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def texts(widget: QWidget) -> list[str]:
    """Everything that stands on the visible labels."""
    return [label_text(label) for label in labels(widget)]


def text(widget: QWidget) -> str:
    """All of `texts`, one a line."""
    return "\n".join(texts(widget))


def chips(widget: QWidget) -> dict[str, str]:
    """The numbers in boxes, by the letter above them."""
    found = {}
    for chip in widget.findChildren(Chip):
        if chip.isVisible():
            letter, value = (label_text(label) for label in chip.findChildren(QLabel))
            found[letter] = value
    return found


def beside(widget: QWidget, name: str) -> str:
    """What stands to the right of a label."""
    here = next(label for label in labels(widget) if label_text(label) == name)
    y = here.geometry().center().y()
    siblings = (label for label in labels(widget) if label.parent() is here.parent())
    right = (s for s in siblings if s.x() > here.x() and abs(s.geometry().center().y() - y) < 4)
    return label_text(next(right))


def number(shown: str) -> float:
    """The number that is written: with a true minus, groups, and powers of ten."""
    digits = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-", ",")
    mantissa, _, power = shown.translate(digits).partition("×10")
    return float(f"{mantissa}e{power}" if power else mantissa)


def with_point(shown: str) -> str:
    """The same text as it would be shown with a decimal point, from one with a decimal comma."""
    between_digits = re.sub(r"(?<=\d),(?=\d)", ".", shown)
    return re.sub("(?<=\\d)\u202f(?=\\d)", ",", between_digits)


def in_usual_marks(shown: str) -> str:
    """A text of the present style, with a decimal point."""
    return shown if style().mark == "." else with_point(shown)


def pixels(widget: QWidget) -> Pixels:
    """The picture of a widget: rows × columns × red, green, blue."""
    return image_pixels(widget.grab().toImage())


def image_pixels(image: QImage) -> Pixels:
    """Rows × columns × red, green, blue."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    rows = flat.reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), 2::-1].astype(np.int64)


def grey(picture: Pixels) -> Pixels:
    """The picture as a person sees it who sees no colour."""
    return np.rint(picture @ [0.299, 0.587, 0.114]).astype(np.int64)


# -------------------------------------------------------------------- doing


def named(widget: QWidget, kind: type[W], name: str) -> W:
    """The visible widget of that kind and accessible name."""
    found = (w for w in widget.findChildren(kind) if w.isVisible() and w.accessibleName() == name)
    return next(found)


def pick(box: QComboBox, title: str) -> None:
    """Open a box and choose an entry."""
    index = box.findText(title)
    assert index >= 0, title
    box.showPopup()
    view = box.view()
    key(view, *[Qt.Key.Key_Home, *[Qt.Key.Key_Down] * index, Qt.Key.Key_Return])


def button(widget: QWidget, name: str) -> QAbstractButton:
    """The visible button of that text or accessible name."""
    for found in widget.findChildren(QAbstractButton):
        if found.isVisible() and name in (found.text(), found.accessibleName()):
            return found
    raise LookupError(f"no button {name!r}")


def key(widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys, one after the other."""
    for one in keys:
        QTest.keyClick(widget, one)


def control_key(widget: QWidget, one: Qt.Key, shift: bool = False) -> None:
    """Press a key together with Control, and Shift."""
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(widget, one, held | Qt.KeyboardModifier.ShiftModifier if shift else held)


def press(widget: QWidget, name: str) -> None:
    """Click a button."""
    QTest.mouseClick(button(widget, name), Qt.MouseButton.LeftButton)


def entries(menu: QMenu) -> Iterator[QAction]:
    """All that a menu and its submenus offer."""
    for entry in menu.actions():
        inner = entry.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner)
        elif not entry.isSeparator():
            yield entry


def open_menu(widget: QWidget, name: str, title: str = "") -> QMenu:
    """Open the menu of a button, or the submenu of it that has an entry."""
    opener = button(widget, name)
    assert isinstance(opener, QToolButton)
    menu = _menu_with(opener.menu(), title) if title else opener.menu()
    menu.popup(opener.mapToGlobal(QPoint(0, opener.height())))
    # The focus moves into it and, once it is closed, back: in this order.
    QApplication.processEvents()
    return menu


def choose(widget: QWidget, name: str, title: str) -> None:
    """Open the menu of a button and click an entry, which may be in a submenu."""
    click_entry(open_menu(widget, name, title), title)


def click_entry(menu: QMenu, title: str) -> None:
    """Click an entry of a menu that is open."""
    entry = next(entry for entry in menu.actions() if entry.text() == title)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    QApplication.processEvents()


def _menu_with(menu: QMenu, title: str) -> QMenu:
    """The menu, or the submenu of it at whatever depth, that has an entry itself."""
    if any(entry.text() == title for entry in menu.actions()):
        return menu
    inner = (entry.menu() for entry in menu.actions())
    found = next(m for m in inner if isinstance(m, QMenu) and title in _titles(m))
    return _menu_with(found, title)


def _titles(menu: QMenu) -> list[str]:
    return [entry.text() for entry in entries(menu)]


def type_into(field: QWidget, typed: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Click into a field, replace what stands there, and press Enter."""
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    control_key(field, Qt.Key.Key_A)
    key(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    key(field, end)
