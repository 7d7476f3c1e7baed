"""Every panel, dialog, window and menu says all it says in every language, and has room for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.visualiser.room import (
    SIZES,
    cut_off,
    has_overflow,
    overlapping,
    settle,
    squeezed,
)
from tests.visualiser.scenes.painted import noted
from tests.visualiser.scenes.reading import narrow, said
from tests.visualiser.scenes.speaking import LANGUAGES, PSEUDO, spoken, untranslated
from tests.visualiser.scenes.table import OWNER, SCENES
from tests.visualiser.windows import OpenWindow
from visualiser import theme as themes
from visualiser.languages import CHINESE, ENGLISH
from visualiser.selection import Neuron
from visualiser.tour.folder import built_in

# What is the same in every language: proper names, and the names of data and of files.
NAMES = {"Xavier", "digits", "nnrun"}
# Chapters of the tour are files of a language, not texts that are translated.
CHAPTERS = built_in(ENGLISH)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:  # noqa: ARG001 (it must be there)
    chosen: str = request.param
    themes.dress(themes.DARK)
    with spoken(chosen):
        yield chosen


def wrong_in(widget: QWidget, language: str, names: Iterable[str] = ()) -> list[str]:
    """What is cut off or, in the language that nobody speaks, not translated, in a scene."""
    for _ in range(6):
        QApplication.processEvents()
    with noted() as painted:
        for window in windows_of(widget):
            window.grab()
    found = {one.cut for one in painted if one.cut}
    for window in windows_of(widget):
        found |= {*cut_off(window), *overlapping(window), *squeezed(window), *narrow(window)}
    if language == PSEUDO:
        texts = {*(one.text for one in painted), *texts_of(widget)}
        found |= set(not_translated(texts, NAMES.union(names)))
    return sorted(found)


def windows_of(widget: QWidget) -> list[QWidget]:
    inner = [one for one in widget.findChildren(QWidget) if one.isWindow() and one.isVisible()]
    return inner if widget.objectName() == OWNER else [widget, *inner]


def rest(widget: QWidget) -> None:
    """Labels give back room in a moment, and so on: there is nobody who waits for it."""
    for timer in widget.findChildren(QTimer):
        timer.stop()


def texts_of(widget: QWidget) -> Iterator[str]:
    for window in windows_of(widget):
        yield from said(window)


def not_translated(texts: Iterable[str], known: set[str]) -> Iterator[str]:
    for text in texts:
        if not Path(text).is_absolute() and not known.issuperset(untranslated(text)):
            yield f"not translated: {text!r}"


@cache
def words_of_tour() -> set[str]:
    pages = [page.read_text("utf-8") for page in CHAPTERS.glob("*.md")]
    return {word for page in pages for word in untranslated(page)}


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_has_room_and_speaks(
    qtbot: QtBot, tmp_path: Path, language: str, name: str
) -> None:
    widget = SCENES[name](tmp_path)
    qtbot.addWidget(widget, before_close_func=rest)
    assert wrong_in(widget, language, words_of_tour() if name.startswith("tour") else ()) == []


def test_the_window_has_room_and_speaks(language: str, open_window: OpenWindow) -> None:
    window = open_window()
    window.network.select(Neuron(1, 3))
    for size in SIZES[:2]:
        window.resize(size)
        settle(window)
        assert wrong_in(window, language) == []
        assert not has_overflow(window)


def test_what_is_of_qt_speaks_chinese(qtbot: QtBot, qapp: QApplication) -> None:  # noqa: ARG001 (it must be there)
    with spoken(CHINESE):
        files, words = QFileDialog(), QInputDialog()
        files.setOption(QFileDialog.Option.DontUseNativeDialog)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton(0x7FFFFC00))
        for widget in (files, words, box):
            qtbot.addWidget(widget)
            widget.show()
        parts = [part for one in (files, words, box) for part in one.findChildren(QWidget)]
        texts = [part.text() for part in parts if isinstance(part, QLabel | QAbstractButton)]
        assert [text for text in texts if untranslated(text)] == []
        titles = files.findChildren(QHeaderView)[0]
        model, across = titles.model(), Qt.Orientation.Horizontal
        shown = [model.headerData(place, across) for place in range(model.columnCount())]
        assert [text for text in shown if untranslated(text)] == []
