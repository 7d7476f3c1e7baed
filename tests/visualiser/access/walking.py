"""Going through a window by keyboard: what Tab reaches, in which order, and whether it is seen."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QToolBar,
    QWidget,
)

from tests.visualiser import screen
from tests.visualiser.contrasts import FOR_MARKS, ratios

_KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
_OF_QT = (QComboBox, QAbstractSpinBox, QAbstractItemView)
# More stops than any window has, and links in one text.
_MOST, _MOST_LINKS = 150, 12
_ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)


def is_control(widget: QWidget) -> bool:
    """Whether a person can do something with it, by mouse at least."""
    if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
        return False
    above = widget.parentWidget()
    further = None if above is None else above.parentWidget()
    if isinstance(above, _OF_QT) or isinstance(further, _OF_QT):
        return False
    presses = type(widget).mousePressEvent
    is_own = getattr(presses, "__module__", "").startswith("visualiser")
    return isinstance(widget, _KINDS) or is_own


def controls(root: QWidget) -> list[QWidget]:
    """The controls of a window that can be used now."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.window() is root.window()
        and widget.isVisible()
        and widget.isEnabled()
        and is_control(widget)
    ]


def tab_stops(window: QWidget) -> list[QWidget]:
    """What has the focus as Tab is pressed again and again, once round from the beginning.

    A text with links keeps it until all of them have had it.
    """
    # The first in the order comes after the window itself.
    window.setFocus()
    met: list[QWidget] = []
    links = 0
    for _ in range(_MOST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None, f"after {met[-1:]} nothing has the focus"
        if met and widget is met[-1] and isinstance(widget, QLabel) and links < _MOST_LINKS:
            links += 1
            continue
        if widget in met:
            assert widget is met[0], f"Tab is trapped in {name_of(widget)}"
            return met
        met.append(widget)
        links = 0
    raise AssertionError("Tab never comes round")


def by_arrows(widget: QWidget) -> list[QWidget]:
    """What else the arrows move the focus to from here: buttons of a group are one stop."""
    met = [widget]
    for key in _ARROWS:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(_MOST):
            here = QApplication.focusWidget()
            if not isinstance(here, QAbstractButton):
                break
            QTest.keyClick(here, key)
            there = QApplication.focusWidget()
            if there is None or there is here or there is widget:
                break
            met.append(there)
    return met


def reveal(widget: QWidget) -> None:
    """Scroll whatever it is in so that it is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 4, 4)
        above = above.parentWidget()


def place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def goes_back(first: QRect, second: QRect) -> bool:
    """Whether what is read second lies before the first: above it, or left in the same line."""
    is_above = second.bottom() < first.top() and second.left() <= first.right()
    is_in_line = second.top() <= first.bottom() and second.bottom() >= first.top()
    return is_above or (is_in_line and second.right() < first.left())


def panel_of(widget: QWidget) -> QWidget:
    """The dock or the bar that a widget is in, else what lies in the middle, else the window."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QDockWidget | QToolBar | QScrollArea):
            return above
        above = above.parentWidget()
    return widget.window()


def misplaced(stops: list[QWidget], window: QWidget) -> list[str]:
    """Pairs of stops in the same panel of which the second is to be read first."""
    return [
        f"{name_of(first)} → {name_of(second)}"
        for first, second in itertools.pairwise(stops)
        if panel_of(first) is panel_of(second) and not first.isAncestorOf(second)
        if goes_back(place(first, window), place(second, window))
    ]


def focus_contrast(widget: QWidget) -> npt.NDArray[np.float64]:
    """Contrast of the pixels that change as the keyboard comes to a widget, with before."""
    window = widget.window()
    reveal(widget)
    widget.clearFocus()
    QApplication.processEvents()
    room = place(widget, window).adjusted(-3, -3, 3, 3) & window.rect()
    before = screen.image_pixels(window.grab(room).toImage())
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = screen.image_pixels(window.grab(room).toImage())
    has_changed = (before != after).any(axis=2)
    return ratios(before[has_changed], after[has_changed])


def is_focus_seen(widget: QWidget) -> bool:
    """Whether half of an outline, 200 pixels at the most, changes by 3:1 or more.

    WCAG 2.1, 1.4.11, asks for the ratio; how much of it there has to be is ours.
    """
    needed = min(widget.width() + widget.height(), 200)
    if isinstance(widget, QLabel):
        # Of a text, a dotted frame around one link.
        needed = 40
    return int((focus_contrast(widget) >= FOR_MARKS).sum()) >= needed


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it, and its class."""
    found = QAccessible.queryAccessibleInterface(widget)
    return f"{type(widget).__name__} {found.text(QAccessible.Text.Name)[:60]!r}"


# What Qt says of what it does not know. A scroll area of its own is a client area indeed.
_NO_ROLES = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Window,
    QAccessible.Role.Border,
    QAccessible.Role.Pane,
}


def is_speechless(widget: QWidget) -> bool:
    """Whether a screen reader is told no name of a widget, or not what it is."""
    found = QAccessible.queryAccessibleInterface(widget)
    has_role = found.role() not in _NO_ROLES or isinstance(widget, QScrollArea)
    return not (found.text(QAccessible.Text.Name).strip() and has_role)
