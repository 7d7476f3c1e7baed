"""Nothing is cut off in the comparison or its dialog, with texts 30 % longer as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.beside.pairs import OpenPair, dialog_of, wait_for_rest
from tests.visualiser.room import SIZES, cut_off, overlapping, own_widgets, squeezed
from tests.visualiser.scenes.speaking import LANGUAGES, spoken
from tests.visualiser.windows import OpenWindow
from visualiser.beside.window import ComparisonWindow
from visualiser.main_window import MainWindow
from visualiser.theme import DARK, dress


@pytest.fixture(params=LANGUAGES)
def _texts(request: pytest.FixtureRequest) -> Iterator[None]:
    with spoken(request.param):
        dress(DARK)
        yield


@pytest.fixture
def busy_pair(qtbot: QtBot, _texts: None, open_pair: OpenPair) -> ComparisonWindow:
    """Two runs that differ in much, some steps on."""
    pair = open_pair(RunSettings(), RunSettings(optimiser="adam", batch_size=50, seed=12))
    pair.lockstep.go_to(1234)
    wait_for_rest(qtbot, pair)
    return pair


def problems(widget: QWidget) -> list[str]:
    window = cast("MainWindow", widget)
    for _ in range(5):
        QApplication.processEvents()
    return [*cut_off(window), *overlapping(window), *squeezed(window)]


def test_the_comparison_has_room_at_every_size(busy_pair: ComparisonWindow) -> None:
    for size in SIZES:
        busy_pair.resize(size)
        assert not problems(busy_pair), "\n".join(problems(busy_pair))
        assert busy_pair.size() == size


def test_a_notice_takes_no_room_from_what_is_needed(busy_pair: ComparisonWindow) -> None:
    busy_pair.resize(QSize(1024, 640))
    busy_pair.notice.say("One of the two training processes ended unexpectedly. " * 3)
    assert problems(busy_pair) == []


@pytest.mark.usefixtures("_texts")
def test_the_dialog_has_room(open_window: OpenWindow) -> None:
    window = open_window()
    screen.control_key(window, Qt.Key.Key_B)
    dialog = dialog_of(window)
    assert problems(dialog) == []
    dialog.refuse("A sentence that says at some length why this cannot be compared. " * 2)
    assert problems(dialog) == []
    dialog.reject()


def test_every_label_says_what_it_is(pair: ComparisonWindow) -> None:
    named = [w for w in own_widgets(cast("MainWindow", pair)) if isinstance(w, QLabel) and w.text()]
    silent = [
        label.text()
        for label in named
        if not label.toolTip() and label.objectName() not in ("title", "heading", "plain")
    ]
    assert silent == []
