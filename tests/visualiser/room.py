"""Whether everything in a window has room: nothing cut off, squeezed or over something else."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QToolButton,
    QWidget,
)

from tests.visualiser.screen import label_text
from tests.visualiser.windows import PATIENCE
from visualiser.main_window import MainWindow
from visualiser.presenting.large_text import LargeText
from visualiser.selection import Connection, Neuron, Selection
from visualiser.widgets.fitting_label import FittingLabel

SIZES = (QSize(1024, 640), QSize(1280, 800), QSize(1920, 1080))
SELECTIONS: tuple[Selection, ...] = (
    None,
    Neuron(1, 3),
    Neuron(3, 3),
    Neuron(0, 20),
    Connection(1, 3, 27),
    Connection(3, 9, 15),
)


def own_widgets(window: QWidget) -> Iterator[QWidget]:
    """The visible widgets of the window, but for the insides of Qt's and pyqtgraph's own."""
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        is_inside = isinstance(parent, QAbstractScrollArea | QComboBox | QLineEdit)
        is_foreign = widget.window() is not window or widget.objectName().startswith("qt_")
        if widget.isVisible() and parent is not None and not (is_inside or is_foreign):
            yield widget


def name_of(widget: QWidget) -> str:
    said = label_text(widget) if isinstance(widget, QLabel) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} {said[:40]!r} {widget.geometry()}"


def cut_off(window: QWidget) -> list[str]:
    """Widgets that reach out of their parents."""
    found = []
    for widget in own_widgets(window):
        parent = widget.parentWidget()
        assert parent is not None
        # What is scrolled may be taller than what it is seen through, never wider.
        is_scrolled = isinstance(parent.parentWidget(), QScrollArea)
        shape, frame = widget.geometry(), parent.rect()
        if is_scrolled:
            shape = QRect(shape.left(), frame.top(), shape.width(), frame.height())
        if not frame.contains(shape):
            found.append(name_of(widget))
    return found


def overlapping(window: QWidget) -> list[str]:
    """Things that lie over each other though one layout holds them both."""
    found = []
    # A QMainWindow's layout also holds the lines between the docks.
    holders = [w for w in (window, *own_widgets(window)) if not isinstance(w, QMainWindow)]
    for layout in itertools.chain.from_iterable(layouts(holder) for holder in holders):
        items = [item for item in (layout.itemAt(i) for i in range(layout.count())) if item]
        shown = [item for item in items if not item.isEmpty() and item.geometry().isValid()]
        for first, second in itertools.combinations(shown, 2):
            if first.geometry().intersects(second.geometry()):
                found.append(f"{first.geometry()} and {second.geometry()} in {layout.parent()}")
    return found


def layouts(widget: QWidget) -> Iterator[QLayout]:
    layout = widget.layout()
    if layout is not None and type(widget).__name__ != "PlotWidget":
        yield layout
        yield from layout.findChildren(QLayout)


def squeezed(window: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    found = []
    for widget in own_widgets(window):
        needed = needed_by(widget)
        if widget.width() < needed.width() or widget.height() < needed.height():
            found.append(f"{name_of(widget)} needs {needed}")
    return found


def needed_by(widget: QWidget) -> QSize:
    """The room that what is written on a widget takes; of one that says nothing, none."""
    if isinstance(widget, FittingLabel | LargeText):
        # These write what they have room for.
        return QSize()
    if isinstance(widget, QLabel | QAbstractButton) and widget.hasHeightForWidth():
        return QSize(1, widget.heightForWidth(widget.width()))
    if isinstance(widget, QAbstractButton) and len(widget.text()) == 1:
        # A sign such as ×; styles would have a button around it as wide as around a word.
        return widget.fontMetrics().boundingRect(widget.text()).size()
    is_written = isinstance(widget, QLabel | QAbstractButton | QComboBox)
    return widget.sizeHint() if is_written else QSize()


def settle(window: MainWindow) -> None:
    """Let what is asked be answered and layouts that follow come to rest, and draw."""
    end = time.monotonic() + PATIENCE / 1000
    while window.inspector._asking._pending and time.monotonic() < end:
        QApplication.processEvents()
    # What lies in a layout within a layout gets its height a round after that one.
    for _ in range(8):
        QApplication.processEvents()
    # What is inside a scroll area gets its new height some rounds after its contents ask for it.
    content = content_of(window)
    while content.height() < content.heightForWidth(content.width()) and time.monotonic() < end:
        QApplication.processEvents()
    window.grab()


def has_overflow(window: MainWindow) -> bool:
    buttons = window.transport.findChildren(QToolButton, "qt_toolbar_ext_button")
    return any(button.isVisible() for button in buttons)


def content_of(window: MainWindow) -> QWidget:
    content = window.inspector.widget()
    assert content is not None
    return content


def needs_no_sideways_scrolling(window: MainWindow) -> bool:
    content, view = content_of(window), window.inspector.viewport()
    return content.width() <= view.width() and content.minimumSizeHint().width() <= view.width()
