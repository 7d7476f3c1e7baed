"""Real windows on real training processes: opening them, and waiting for what they show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import numpy as np
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from core import Run, RunSettings
from tests.visualiser import screen
from visualiser.files.kept_runs import KeptRuns
from visualiser.main_window import MainWindow
from visualiser.training import messages as m
from visualiser.training.snapshot import Snapshot

PATIENCE = 6_000  # milliseconds for what takes a fraction of a second, on a busy machine


class OpenWindow(Protocol):
    """Opens a window on a new run or a saved one, and waits until it is shown there."""

    def __call__(
        self,
        source: RunSettings | Path | None = None,
        *,
        settings: Path | None = None,
        theme: str | None = None,
        wait: bool = True,
        kept: KeptRuns | None = None,
    ) -> MainWindow: ...


def is_ready(window: MainWindow) -> bool:
    """Whether a window shows its run, with the cost plot."""
    return window.session.progress is not None and window.cost is not None


def progress(window: MainWindow) -> m.Progress:
    """Where the run stands, as the window knows it."""
    found = window.session.progress
    assert found is not None
    return found


def snapshot(window: MainWindow) -> Snapshot:
    """The state that the window shows."""
    found = window._snapshot
    assert found is not None
    return found


def wait_until(
    qtbot: QtBot, window: MainWindow, condition: Callable[[m.Progress], bool]
) -> Snapshot:
    """Wait until the window shows a state that fits; return it."""
    qtbot.waitUntil(lambda: condition(progress(window)), timeout=PATIENCE)
    return snapshot(window)


def wait_at(qtbot: QtBot, window: MainWindow, position: int) -> Snapshot:
    """Wait until the window stands still at a step."""
    return wait_until(qtbot, window, lambda p: p.position == position and not p.playing)


def wait_for_notice(qtbot: QtBot, window: MainWindow) -> str:
    """Wait until the window says something; return it."""
    qtbot.waitUntil(lambda: bool(window.notice.text()), timeout=PATIENCE)
    return window.notice.text()


def is_same(shown: Snapshot, run: Run) -> bool:
    """Whether a window shows exactly the parameters that a run has, bit for bit."""
    ours, theirs = run.network.parameters.vector, shown.parameters.vector
    return np.array_equal(ours.view(np.uint32), theirs.view(np.uint32))


def pause(qtbot: QtBot, window: MainWindow) -> Snapshot:
    """Press “Pause”, and wait until it stands still."""
    qtbot.waitUntil(lambda: _reads(window, "Pause"), timeout=PATIENCE)
    screen.press(window, "Pause")
    return wait_until(qtbot, window, lambda p: not p.playing)


def _reads(window: MainWindow, text: str) -> bool:
    return any(button.text() == text for button in window.findChildren(QToolButton))
