"""Nothing is cut off, nothing overlaps, nothing needs scrolling sideways, at any usual size."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize
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
from pytestqt.qtbot import QtBot

from core import Held, Part, RunSettings, save_run
from tests.visualiser import screen
from tests.visualiser.screen import label_text
from tests.visualiser.states import new_run
from tests.visualiser.windows import PATIENCE, OpenWindow, snapshot, wait_at
from visualiser.main_window import MainWindow
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training import messages as m
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.term_table import TermTable

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
        if isinstance(widget, FittingLabel):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = QSize(1, widget.heightForWidth(widget.width()))
        elif isinstance(widget, QLabel | QAbstractButton | QComboBox):
            needed = widget.sizeHint()
        else:
            continue
        if widget.width() < needed.width() or widget.height() < needed.height():
            found.append(f"{name_of(widget)} needs {needed}")
    return found


@pytest.fixture(params=["light", "dark"])
def trained_window(
    request: pytest.FixtureRequest, qtbot: QtBot, open_window: OpenWindow
) -> MainWindow:
    window = open_window(theme=request.param)
    window.session.send(m.Play(1300))
    wait_at(qtbot, window, 1300)
    # The widest that the status bar says: in the past, with groups of thousands.
    window.session.send(m.GoTo(1234))
    wait_at(qtbot, window, 1234)
    return window


def test_at_every_size_there_is_room_for_everything(trained_window: MainWindow) -> None:
    window = trained_window
    for size, selection in itertools.product(SIZES, SELECTIONS):
        window.resize(size)
        window.network.select(selection)
        settle(window)
        assert window.size() == size
        where = f"at {size.width()}×{size.height()} with {selection}"
        assert cut_off(window) == [], where
        assert overlapping(window) == [], where
        assert squeezed(window) == [], where
        assert not has_overflow(window), where
        assert needs_no_sideways_scrolling(window), where


def test_these_checks_notice_what_they_are_for(window: MainWindow) -> None:
    settle(window)
    window.example.move(-20, window.example.y())
    assert len(cut_off(window)) == 1
    title = next(label for label in own_widgets(window) if label.objectName() == "title")
    title.resize(5, title.height())
    assert len(squeezed(window)) == 1
    title.resize(title.sizeHint())
    title.move(title.x(), title.y() + 20)
    assert len(overlapping(window)) >= 1


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


def test_a_notice_takes_room_and_hides_nothing(window: MainWindow) -> None:
    window.resize(1024, 640)
    for sentence in ("Something is wrong.", "A long sentence. " * 12):
        window.notice.say(sentence, "Step back", lambda: None)
        settle(window)
        assert cut_off(window) == []
        assert overlapping(window) == []
        assert squeezed(window) == []


def test_the_example_s_controls_lie_below_the_picture_and_off_the_legend(
    window: MainWindow,
) -> None:
    for size in (*SIZES, QSize(1024, 900), QSize(2560, 700)):
        window.resize(size)
        settle(window)
        layout = window.network.layout_of_network
        assert layout is not None
        assert layout.layers[0].picture is not None
        x, y, width, height = layout.layers[0].picture
        controls = window.example.geometry()
        assert controls.top() >= y + height + 20
        assert controls.bottom() <= window.network.height() - 36
        assert controls.left() < x + width / 2 < controls.right()
        assert controls.right() < layout.layers[1].centres[0, 0] - layout.layers[1].radius


def test_the_inspector_can_be_scrolled_to_its_end(window: MainWindow) -> None:
    window.resize(1024, 640)
    window.network.select(Neuron(1, 3))
    settle(window)
    bar = window.inspector.verticalScrollBar()
    bar.setValue(bar.maximum())
    content = content_of(window)
    bottom = content.mapTo(window.inspector, QPoint(0, content.height())).y()
    assert bottom <= window.inspector.height() + 1


def test_the_window_does_not_get_smaller_than_what_can_be_used(window: MainWindow) -> None:
    window.resize(300, 200)
    settle(window)
    assert window.width() >= 1024
    assert window.height() >= 640
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 640


def test_where_all_is_large_the_bar_has_room_for_its_menu(window: MainWindow) -> None:
    # As on a projector, in a scale that leaves fewer pixels than a window has at least.
    window.setMinimumSize(800, 500)
    window.resize(800, 560)
    settle(window)
    assert not has_overflow(window)
    menu = screen.button(window, "Menu")
    assert menu.isVisible()
    assert menu.mapTo(window, menu.rect().bottomRight()).x() < 800
    window.resize(1280, 800)
    settle(window)
    assert screen.button(window, "Step").width() > screen.button(window, "Untrained").width()


@pytest.mark.parametrize("layers", [(64, 10), (64, 1, 1, 10), (64, 100, 100, 10)])
def test_other_networks_have_room_too(open_window: OpenWindow, layers: tuple[int, ...]) -> None:
    window = open_window(RunSettings(layers=layers))
    window.resize(1024, 640)
    window.network.select(Neuron(1, 0))
    settle(window)
    assert cut_off(window) == []
    assert overlapping(window) == []
    assert squeezed(window) == []
    assert not has_overflow(window)


def saved_run(path: Path, **settings: Any) -> Path:
    """A run with everything that there is to tell of."""
    run = new_run(**settings)
    run.change(optimiser="adam", learning_rate=None, schedule="cosine", l1=1e-5, l2=1e-4, clip=1.0)
    run.train(1300)
    run.change(held=[Held(1, 3, -0.75)], frozen=[Part(1, 4), Part(2, 5, 7)])
    run.train(20)
    save_run(run, path)
    return path


@pytest.mark.parametrize(
    "settings",
    [
        {"activation": ("tanh", "softmax"), "cost": "softmax_cross_entropy"},
        {"activation": ("identity", "relu", "logistic"), "cost": "cross_entropy"},
        {"activation": ("tanh", "softmax"), "bias": "outside"},
    ],
)
def test_every_kind_of_run_has_room(
    open_window: OpenWindow, tmp_path: Path, settings: dict[str, Any]
) -> None:
    window = open_window(saved_run(tmp_path / "saved.nnrun", **settings))
    for size, selection in itertools.product(SIZES, (*SELECTIONS, Neuron(2, 5), Neuron(1, 4))):
        window.resize(size)
        window.network.select(selection)
        settle(window)
        where = f"at {size.width()}×{size.height()} with {selection}"
        assert cut_off(window) == [], where
        assert overlapping(window) == [], where
        assert squeezed(window) == [], where
        assert not has_overflow(window), where
        assert needs_no_sideways_scrolling(window), where


@pytest.mark.parametrize("scale", [1, 30, 300])
def test_numbers_in_the_table_are_not_cut_off(open_window: OpenWindow, scale: int) -> None:
    window = open_window(RunSettings(activation="identity", learning_rate=1e-6, seed=2))
    window.resize(1024, 640)
    window.network.select(Neuron(2, 3))
    table = window.inspector.findChildren(TermTable)[0]
    grown = [values * np.float32(scale) for values in snapshot(window).activations]
    window.inspector.show_snapshot(replace(snapshot(window), activations=tuple(grown)))
    settle(window)
    model, metrics = table.model(), table.fontMetrics()
    for row, column in itertools.product(range(16), range(6)):
        shown = str(model.index(row, column).data())
        assert table.columnWidth(column) >= metrics.horizontalAdvance(shown) + 6, shown
    assert sum(table.columnWidth(column) for column in range(6)) <= table.viewport().width()
