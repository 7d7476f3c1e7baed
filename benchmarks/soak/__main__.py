"""Does the window hold up? Trains at full speed for an hour, and looks at memory and frames.

``python -m benchmarks.soak [--minutes 60] [--every 5]``; needs Linux's /proc. Memory is what each
process has in RAM (its resident set), counted from where what a run keeps for going back has
filled its memory twice. A part of it are pages of files, of libraries and of the costs, which the
system drops and reads again as it likes: "own" is without them. "Bytes a step" is all that came
since, of both processes, for each step since.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from benchmarks.table import Row, machine
from benchmarks.window import wait
from core import RunSettings
from visualiser.app import application
from visualiser.files.kept_runs import KeptRuns
from visualiser.main_window import MainWindow
from visualiser.settings import ForgetfulSettings
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess

_MEGABYTE = 1e6
_WARM_UP = 2.0
_FILLED = 10_000_000


class _Frames(QObject):
    """The times at which the network was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.times.append(time.perf_counter())
        return False


def main() -> None:
    """Soak for as long as the command line says."""
    parser = argparse.ArgumentParser("python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--every", type=float, default=5.0, help="minutes between two rows")
    options = parser.parse_args()
    sys.stdout.write(f"{machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        _soak(folder, options.minutes, options.every)


def _soak(folder: str, minutes: float, every: float) -> None:
    app = application()
    trainer = TrainingProcess(RunSettings())
    window = MainWindow(trainer, ForgetfulSettings(), "dark", KeptRuns(Path(folder)))
    window.resize(1280, 800)
    frames = _Frames()
    window.network.installEventFilter(frames)
    window.transport.set_speed(None)
    window.show()
    wait(2.0)
    window.session.send(m.Play())
    while _steps(window) < _FILLED:
        wait(_WARM_UP)
    began, first = time.monotonic(), _Memory(window)
    while time.monotonic() < began + 60 * minutes:
        frames.times.clear()
        wait(60 * every)
        _print_row(_row((time.monotonic() - began) / 60, window, frames, first))
    window.close_at_once()
    app.processEvents()


def _steps(window: MainWindow) -> int:
    progress = window.session.progress
    return 0 if progress is None else progress.length


class _Memory:
    """What both processes have in RAM, in megabytes, and what of it is no file's."""

    def __init__(self, window: MainWindow) -> None:
        trainer = str(window.session.process_id)
        self.steps = _steps(window)
        self.window, self.trainer = _resident("self"), _resident(trainer)
        self.own = sum(
            _resident(process, kind)
            for process in ("self", trainer)
            for kind in ("RssAnon:", "RssShmem:")
        )

    @property
    def both(self) -> float:
        """Of both."""
        return self.window + self.trainer


def _resident(process: str, what: str = "VmRSS:") -> float:
    """Megabytes that a process has in RAM."""
    for line in Path(f"/proc/{process}/status").read_text("utf-8").splitlines():
        if line.startswith(what):
            return int(line.split()[1]) * 1024 / _MEGABYTE
    return float("nan")


def _row(minute: float, window: MainWindow, frames: _Frames, first: _Memory) -> Row:
    now = _Memory(window)
    gaps = [1000 * (after - before) for before, after in itertools.pairwise(frames.times)]
    return {
        "minute": minute,
        "million steps": now.steps / 1e6,
        "window MB": now.window,
        "trainer MB": now.trainer,
        "growth %": 100 * (now.both / first.both - 1),
        "own MB": now.own,
        "own growth %": 100 * (now.own / first.own - 1),
        "bytes a step": _MEGABYTE * (now.both - first.both) / max(now.steps - first.steps, 1),
        "frames/s": 1000 / statistics.mean(gaps),
        "p99 frame ms": statistics.quantiles(gaps, n=100)[98],
    }


def _print_row(row: Row) -> None:
    cells = (f"{name} {value:.4g}" for name, value in row.items())
    sys.stdout.write("  ".join(cells) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
