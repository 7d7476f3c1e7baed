"""How many positions a second the window shows while the timeline is dragged along."""

from __future__ import annotations

import statistics
import sys
import time

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from benchmarks.table import Row, Table, judged, mnist_folder
from core import RunSettings
from visualiser.app import application
from visualiser.main_window import MainWindow
from visualiser.settings import ForgetfulSettings
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess
from visualiser.training.snapshot import Snapshot

_STEPS = 20_000
_ROUNDS, _SECONDS = 5, 3.0
# Milliseconds between two places of the pointer, as of a mouse that is moved fast.
_MOUSE = 8


def measure() -> Table:
    """Drag to and fro along runs of two networks; MNIST's where it is."""
    table = Table(
        f"Dragging along a run of {_STEPS:,} steps, window 1280×800, medians of {_ROUNDS} rounds "
        f"of {_SECONDS:g} s; a position is shown when network, C and inspector are painted"
    )
    sources = [RunSettings()]
    folder = mnist_folder()
    if folder is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder): left out.", file=sys.stderr)
    else:
        sources.append(RunSettings(data=str(folder)))
    table.rows += [_dragged(source) for source in sources]
    return table


class _Paints(QObject):
    """Notes when the network is painted at a step where it was not the time before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._shown, self._painted = -1, -1
        self.times: list[float] = []
        window.session.snapshot_taken.connect(self._note)
        window.network.installEventFilter(self)

    def _note(self, snapshot: Snapshot) -> None:
        self._shown = snapshot.progress.position

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._shown != self._painted:
            self._painted = self._shown
            self.times.append(time.perf_counter())
        return False


def _dragged(source: RunSettings) -> Row:
    application()
    window = MainWindow(TrainingProcess(source), ForgetfulSettings(), "dark")
    window.resize(1280, 800)
    paints = _Paints(window)
    window.show()
    _wait_until(window, 0)
    window.session.send(m.Play(_STEPS))
    _wait_until(window, _STEPS)
    rates, gaps = [], []
    for _ in range(_ROUNDS):
        paints.times.clear()
        began = time.perf_counter()
        _drag(window)
        rates.append(len(paints.times) / (time.perf_counter() - began))
        gaps += np.diff(paints.times).tolist()
    sizes = "-".join(map(str, window.network.sizes))
    window.close_at_once()
    rate = statistics.median(rates)
    return {
        "network": sizes,
        "positions/s": rate,
        "p99 ms between two": 1000 * statistics.quantiles(gaps, n=100)[98],
        **judged(rate, least=30),
    }


def _drag(window: MainWindow) -> None:
    """Press, move to and fro for a while, and let go."""
    line, left = window.timeline, Qt.MouseButton.LeftButton
    y, width = 42, line.width()
    QTest.mousePress(line, left, pos=QPoint(width // 2, y))
    loop, timer = QEventLoop(), QTimer()
    began = time.perf_counter()

    def move() -> None:
        passed = time.perf_counter() - began
        if passed > _SECONDS:
            loop.quit()
        # Never past the newest step, which may lie an eighth before the end of the track:
        # there is nothing new to show there.
        share = 0.45 + 0.35 * np.sin(2 * passed)
        QTest.mouseMove(line, QPoint(round(share * width), y))

    timer.timeout.connect(move)
    timer.start(_MOUSE)
    loop.exec()
    timer.stop()
    QTest.mouseRelease(line, left, pos=QPoint(width // 2, y))


def _wait_until(window: MainWindow, position: int) -> None:
    loop, timer = QEventLoop(), QTimer()

    def look() -> None:
        progress = window.session.progress
        if window.cost and progress and progress.position == position and not progress.playing:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()
    timer.stop()
