"""Comparisons on real training processes, as they are opened from the main window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser import screen
from tests.visualiser.beside.pairs import Compare, OpenPair, dialog_of, wait_for_rest
from tests.visualiser.windows import PATIENCE
from visualiser.beside.window import ComparisonWindow
from visualiser.main_window import MainWindow
from visualiser.theme import DARK
from visualiser.training.session import TrainingProcess


@pytest.fixture
def open_pair(qtbot: QtBot) -> OpenPair:
    """Opens a comparison of two new runs, without a main window."""

    def open_one(left: RunSettings, right: RunSettings) -> ComparisonWindow:
        trainers = TrainingProcess(left), TrainingProcess(right)
        pair = ComparisonWindow(trainers, ("This run", "The other run"), None, None)
        pair.set_theme(DARK)
        qtbot.addWidget(pair)
        pair.show()
        wait_for_rest(qtbot, pair)
        return pair

    return open_one


@pytest.fixture
def pair(open_pair: OpenPair) -> ComparisonWindow:
    """The usual run, and the same with η = 3."""
    return open_pair(RunSettings(), RunSettings(learning_rate=3.0))


@pytest.fixture
def compare(qtbot: QtBot) -> Compare:
    """Presses Compare in the dialog of a main window, and waits until both runs are shown."""

    def compare_one(window: MainWindow) -> ComparisonWindow:
        screen.press(dialog_of(window), "Compare")
        qtbot.waitUntil(lambda: window.beside.comparison is not None, timeout=PATIENCE)
        pair = window.beside.comparison
        assert pair is not None
        wait_for_rest(qtbot, pair)
        return pair

    return compare_one


@pytest.fixture
def asked(window: MainWindow) -> MainWindow:
    """A main window whose dialog is open."""
    screen.control_key(window, Qt.Key.Key_B)
    return window
