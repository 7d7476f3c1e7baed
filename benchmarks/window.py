"""What a smooth window costs training, and what training costs a smooth window.

Both train as ``visualiser train`` does: with the test data evaluated at every epoch's end.
"""

from __future__ import annotations

import itertools
import multiprocessing
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from benchmarks.table import Table, mnist_folder
from core import RunSettings
from visualiser.app import application
from visualiser.files.kept_runs import KeptRuns
from visualiser.main_window import MainWindow
from visualiser.settings import ForgetfulSettings
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess

_ROUNDS = 5
_SECONDS = 2.5
_WARM_UP = 0.7


@dataclass
class _Watch:
    """Counts painted frames and the times between them."""

    times: list[float] = field(default_factory=list)


class _PaintFilter(QObject):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._watch.times.append(time.perf_counter())
        return False


def measure() -> Table:
    """Train at full speed with and without a window, in turns."""
    table = Table(
        f"Training at full speed, batch 10, window 1280×800, medians of {_ROUNDS} rounds of "
        f"{_SECONDS:g} s, with and without the window in turns"
    )
    sources = [RunSettings()]
    folder = mnist_folder()
    if folder is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder): left out.")
    else:
        sources.append(RunSettings(data=str(folder)))
    for source in sources:
        table.rows.append(_compare(source))
    return table


def _compare(source: RunSettings) -> dict[str, float | str]:
    alone, beside, frames = [], [], []
    # Milliseconds between frames, of every round.
    gaps: list[float] = []
    worst: list[float] = []
    sizes: tuple[int, ...] = ()
    for _ in range(_ROUNDS):
        alone.append(_steps_per_second_alone(source))
        with tempfile.TemporaryDirectory() as folder:
            steps, found, sizes = _with_window(source, folder)
        beside.append(steps)
        frames.append(1000 / statistics.mean(found))
        gaps += found
        worst.append(max(found))
    return {
        "network": "-".join(map(str, sizes)),
        "steps/s alone": statistics.median(alone),
        "steps/s with window": statistics.median(beside),
        "kept": statistics.median(beside) / statistics.median(alone),
        "frames/s": statistics.median(frames),
        "p99 frame ms": statistics.quantiles(gaps, n=100)[98],
        "worst frame ms": statistics.median(worst),
    }


def _with_window(source: RunSettings, folder: str) -> tuple[float, list[float], tuple[int, ...]]:
    app = application()
    # As in the program, the run is kept on disk meanwhile.
    kept = KeptRuns(Path(folder))
    window = MainWindow(TrainingProcess(source), ForgetfulSettings(), "dark", kept)
    window.resize(1280, 800)
    watch = _Watch()
    paint_filter = _PaintFilter(watch)
    window.network.installEventFilter(paint_filter)
    window.transport.set_speed(None)
    window.show()
    loop = QEventLoop()
    window.session.snapshot_taken.connect(loop.quit)
    loop.exec()
    window.session.snapshot_taken.disconnect(loop.quit)
    window.session.send(m.Play())
    wait(_WARM_UP)
    watch.times.clear()
    start, began = _position(window), time.perf_counter()
    wait(_SECONDS)
    steps = (_position(window) - start) / (time.perf_counter() - began)
    gaps = [1000 * (after - before) for before, after in itertools.pairwise(watch.times)]
    sizes = window.network.sizes
    window.close_at_once()
    app.processEvents()
    return steps, gaps, sizes


def _position(window: MainWindow) -> int:
    progress = window.session.progress
    return 0 if progress is None else progress.position


def wait(seconds: float) -> None:
    """Let the window go on for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _steps_per_second_alone(source: RunSettings) -> float:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_train_alone, args=(there, source))
    process.start()
    rate = float(here.recv())
    process.join()
    return rate


def _train_alone(connection: Connection, source: RunSettings) -> None:
    run = source.new_run(source.load_data())
    end = time.perf_counter() + _WARM_UP
    while time.perf_counter() < end:
        run.train(50)
    start, began = run.position, time.perf_counter()
    while time.perf_counter() < began + _SECONDS:
        run.train(50)
    connection.send((run.position - start) / (time.perf_counter() - began))
