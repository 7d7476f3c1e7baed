"""What a window shows first, and what it lets its user wait for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser.windows import PATIENCE, OpenWindow, is_ready
from visualiser import first_numbers
from visualiser.main_window import MainWindow


class Onlooker(QObject):
    """Sees what there is of a window whenever its network is painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # Whether there are numbers, and a cost plot.
        self.seen: list[tuple[bool, bool]] = []
        window.network.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            window = self._window
            self.seen.append((window.network.snapshot is not None, window.cost is not None))
        return False


def test_the_cost_plot_keeps_neither_the_window_nor_its_numbers_waiting(
    qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However long the process takes that has the numbers.
    monkeypatch.setattr(first_numbers, "_AT_LATEST", PATIENCE)
    window = open_window(RunSettings(), wait=False)
    onlooker = Onlooker(window)
    qtbot.waitUntil(lambda: is_ready(window), timeout=PATIENCE)
    assert onlooker.seen[0] == (False, False)
    assert (True, False) in onlooker.seen
