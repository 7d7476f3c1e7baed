"""How fast the browser of examples is painted and filled, beside a list view of the same icons."""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QIcon, QImage, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QListView,
)

from benchmarks.table import Row, Table, judged, mnist_folder
from core import Run, RunSettings, load_dataset
from visualiser.app import application
from visualiser.browsing.gallery import Gallery
from visualiser.browsing.picture_store import PIECE
from visualiser.browsing.window import BrowsingWindow
from visualiser.main_window import MainWindow
from visualiser.settings import ForgetfulSettings
from visualiser.training.browsing_questions import Pictures
from visualiser.training.session import TrainingProcess
from visualiser.training.shown_example import Split

_PAGES, _PATIENCE = 100, 60.0
_PICTURE, _CELL = QSize(56, 56), QSize(68, 83)
_SPLITS: tuple[Split, ...] = ("test", "train")


def measure() -> Table:
    """Scroll through the examples of each split, a page at a time; MNIST's where it is."""
    table = Table(
        f"Browsing examples, window 1000×700, {_PAGES} pages all over the list; pictures: from "
        "the scroll until the last picture of the page is here and painted; MB: of Python and "
        "numpy, once all pages were seen"
    )
    settings = RunSettings()
    folder = mnist_folder()
    if folder is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder): left out.", file=sys.stderr)
    else:
        settings = RunSettings(data=str(folder))
    application()
    run = settings.new_run(load_dataset(settings.data))
    window = MainWindow(TrainingProcess(settings), ForgetfulSettings(), "dark")
    window.show()
    _wait(lambda: window.session.progress is not None)
    window.tools.browsing.callbacks()["browse"]()
    browser = window.tools.browsing.browser
    if browser is not None:
        table.rows += [_measured(browser, run, split) for split in _SPLITS]
    window.close_at_once()
    return table


def _measured(browser: BrowsingWindow, run: Run, split: Split) -> Row:
    gallery = browser.examples.gallery
    _choose(browser, split)
    _wait(lambda: gallery.is_complete and _is_judged(browser))
    waits = _filled(gallery)
    memory = _memory(gallery, split)
    view = _list_view(run, split, gallery.size())
    paints, beside = _painted(gallery), _painted(view)
    view.close()
    paint = statistics.median(paints)
    return {
        "examples": f"{len(run.data.test if split == 'test' else run.data.train):,} {split}",
        "paint ms": 1000 * paint,
        "p99 ms": 1000 * statistics.quantiles(paints, n=100)[98],
        "QListView ms": 1000 * statistics.median(beside),
        "ratio": paint / statistics.median(beside),
        "pictures ms": 1000 * statistics.median(waits),
        "pictures p99 ms": 1000 * statistics.quantiles(waits, n=100)[98],
        "MB": memory / 1e6,
        **judged(1000 * paint, most=1000 / 60),
    }


def _choose(browser: BrowsingWindow, split: Split) -> None:
    for box in browser.findChildren(QComboBox):
        place = box.findData(split)
        if place >= 0:
            box.setCurrentIndex(place)
            box.activated.emit(place)


def _is_judged(browser: BrowsingWindow) -> bool:
    labels = browser.examples.findChildren(QLabel)
    return any("as of step" in label.text() for label in labels)


def _places(area: QAbstractScrollArea) -> list[int]:
    """Where to scroll to: all over the list, never to a neighbouring page, as in a long drag."""
    highest = area.verticalScrollBar().maximum()
    return [round(highest * (37 * page % _PAGES) / (_PAGES - 1)) for page in range(_PAGES)]


def _filled(gallery: Gallery) -> list[float]:
    """Seconds until everything that is seen after each scroll is here and painted."""
    found = []
    for place in _places(gallery):
        began = time.perf_counter()
        gallery.verticalScrollBar().setValue(place)
        _wait(lambda: gallery.is_complete)
        gallery.viewport().repaint()
        found.append(time.perf_counter() - began)
    return found


def _memory(gallery: Gallery, split: Split) -> int:
    """Bytes that are held for having seen all those pages."""
    gallery.store.clear(split)
    tracemalloc.start()
    _filled(gallery)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held


def _painted(area: QAbstractScrollArea) -> list[float]:
    """Seconds to scroll by a page and paint it, from the top on."""
    bar, found = area.verticalScrollBar(), []
    for page in range(_PAGES):
        bar.setValue(page * bar.pageStep() % max(1, bar.maximum()))
        if isinstance(area, Gallery):
            _wait(lambda: area.is_complete)
        began = time.perf_counter()
        area.viewport().repaint()
        found.append(time.perf_counter() - began)
    return found


def _list_view(run: Run, split: Split, size: QSize) -> QListView:
    """The same pictures as anyone would show them."""
    pages = range(0, len(run.data.test if split == "test" else run.data.train), PIECE)
    model = QStandardItemModel()
    labels = (run.data.test if split == "test" else run.data.train).labels.tolist()
    for first in pages:
        indices = tuple(range(first, min(first + PIECE, len(labels))))
        pictures = Pictures(split, indices).answer(run).pictures
        for index, ink in zip(indices, () if pictures is None else pictures, strict=True):
            rows, columns = ink.shape
            image = QImage(ink.tobytes(), columns, rows, columns, QImage.Format.Format_Grayscale8)
            icon = QIcon(QPixmap.fromImage(image.scaled(_PICTURE)))
            model.appendRow(QStandardItem(icon, str(labels[index])))
    view = QListView()
    model.setParent(view)
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setUniformItemSizes(True)
    view.setIconSize(_PICTURE)
    view.setGridSize(_CELL)
    view.setModel(model)
    view.resize(size)
    view.show()
    QApplication.processEvents()
    return view


def _wait(is_so: Callable[[], bool]) -> None:
    """Let events pass until it is so.

    Raises
    ------
    TimeoutError
        Where it does not become so within a minute.
    """
    until = time.perf_counter() + _PATIENCE
    while not is_so():
        if time.perf_counter() > until:
            raise TimeoutError("The window does not get on; run it again.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
