"""How fast the cost plot of a million steps is painted, beside a bare plot of pyqtgraph."""

from __future__ import annotations

import statistics
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.table import Row, Table, judged
from core import Evaluation, RunSettings, load_dataset
from core.parameters import FloatArray
from core.run import Run
from visualiser.app import application
from visualiser.averages import MovingAverage
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.choices import EPOCH, PlotChoices
from visualiser.cost_plot.peaks import Peaks
from visualiser.panels.cost import CostPanel
from visualiser.training.messages import Progress, RunDescription, ShownExample
from visualiser.training.shared_state import SharedArrays
from visualiser.training.snapshot import Snapshot

_STEPS, _EPOCH, _FRAMES = 1_000_000, 144, 120
_SIZE = (900, 220)
# New steps a frame while it plays, and what is seen while it is moved along, in parts of all.
_NEW, _PART = 200, 0.3


def measure() -> list[Table]:
    """Zoom, move along and play; each frame drawn anew, painted and timed."""
    table = Table(
        f"Cost plot of {_STEPS:,} steps and {_STEPS // _EPOCH:,} test results, "
        f"{_SIZE[0]}×{_SIZE[1]}, {_FRAMES} frames, each drawn and painted; beside: pyqtgraph's "
        "PlotWidget with the same two lines, clipped and down-sampled by peaks"
    )
    application()
    panel, bare = _Panel(), _Bare()
    for name, act in (
        ("zooming", _zoomed),
        ("moving along, 30 % seen", _moved),
        ("playing, fitted", None),
    ):
        for scales in ("linear", "both log"):
            panel.choose(has_log=scales == "both log")
            row: Row = {"what": name, "axes": scales}
            ours = panel.frames(act)
            theirs = bare.frames(act) if scales == "linear" else []
            table.rows.append(row | _figures(ours, theirs))
    once = Table(
        "The same plot: another length of its average, chosen and painted; MB that it holds "
        f"beside the costs of {_STEPS:,} steps"
    )
    once.rows.append({"another average ms": panel.windows(), "MB": panel.memory()})
    return [table, once]


def _figures(ours: list[float], theirs: list[float]) -> Row:
    median = statistics.median(ours)
    beside = statistics.median(theirs) if theirs else float("nan")
    return {
        "ms": 1000 * median,
        "p99 ms": 1000 * statistics.quantiles(ours, n=100)[98],
        "frames/s": 1 / median,
        "bare ms": 1000 * beside,
        "bare p99 ms": 1000 * statistics.quantiles(theirs, n=100)[98] if theirs else float("nan"),
        "ratio": median / beside,
        **judged(1000 * median, most=1000 / 60),
    }


# -------------------------------------------------------------------- what is seen


def _zoomed(frame: int) -> tuple[float, float]:
    width = 0.95 ** (frame % 100)
    return 0.4 * (1 - width), 0.4 + 0.6 * width


def _moved(frame: int) -> tuple[float, float]:
    left = (1 - _PART) * (frame % 100) / 100
    return left, left + _PART


class _Panel:
    """The program's own plot."""

    def __init__(self) -> None:
        self._history = CostHistory()
        self._snapshot = _snapshot()
        self.panel = CostPanel(self._history)
        _open(self.panel)
        self._history.update(self._snapshot.progress)
        self.panel.show_snapshot(self._snapshot)

    def choose(self, has_log: bool) -> None:
        """Both axes linear, or both logarithmic."""
        self.panel.choose(PlotChoices(has_log_costs=has_log, has_log_steps=has_log))
        self.panel.view.fitting.fit()

    def frames(self, act: Callable[[int], tuple[float, float]] | None) -> list[float]:
        """Seconds for each frame; with None while training goes on."""
        box, found = self.panel.view.plot.box, []
        every = self.panel.view.fitting.seen
        for frame in range(_FRAMES):
            began = time.perf_counter()
            if act is None:
                self._play()
            else:
                left, right = act(frame)
                wide = every.right - every.left
                box.setXRange(every.left + left * wide, every.left + right * wide, padding=0)
                box.sigRangeChangedManually.emit([True, False])
            _paint(self.panel.view.plot)
            found.append(time.perf_counter() - began)
        self.panel.view.fitting.fit()
        return found

    def _play(self) -> None:
        length = len(self._history)
        progress = replace(
            self._snapshot.progress,
            costs_from=length,
            costs=np.full(_NEW, 0.05),
            evaluations={},
            length=length + _NEW,
            position=length + _NEW,
        )
        self._history.update(progress)
        self.panel.show_snapshot(replace(self._snapshot, progress=progress))

    def windows(self) -> float:
        """Milliseconds until another length of the average is painted."""
        found = []
        for window in (100, 500, EPOCH, 10):
            began = time.perf_counter()
            self.panel.choose(PlotChoices(window=window))
            _paint(self.panel.view.plot)
            found.append(time.perf_counter() - began)
        return 1000 * statistics.median(found)

    def memory(self) -> float:
        """Megabytes beside the costs themselves: the peaks of them and of an average."""
        tracemalloc.start()
        costs, lines = self._history.costs, (Peaks(), Peaks())
        lines[0].update(costs, 0)
        lines[1].update(MovingAverage(100, costs), 0)
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return held / 1e6


class _Bare:
    """Two curves as the documentation of pyqtgraph has them drawn quickly."""

    def __init__(self) -> None:
        self._costs = _costs()
        self._steps = np.arange(_STEPS, dtype=np.float64)
        self.plot = pg.PlotWidget()
        self._curves = [pg.PlotDataItem(skipFiniteCheck=True, pen=pen) for pen in ("b", "w")]
        for curve in self._curves:
            self.plot.addItem(curve)
            curve.setDownsampling(auto=True, method="peak")
            curve.setClipToView(True)
        _open(self.plot)
        self._show()

    def _show(self) -> None:
        for curve in self._curves:
            curve.setData(self._steps, self._costs)

    def frames(self, act: Callable[[int], tuple[float, float]] | None) -> list[float]:
        """Seconds for each frame; with None with data that is new."""
        found = []
        for frame in range(_FRAMES):
            began = time.perf_counter()
            if act is None:
                self._show()
            else:
                left, right = act(frame)
                self.plot.setXRange(left * _STEPS, right * _STEPS, padding=0)
            _paint(self.plot)
            found.append(time.perf_counter() - began)
        return found


# -------------------------------------------------------------------- a long run


def _open(widget: QWidget) -> None:
    widget.resize(*_SIZE)
    widget.show()
    QApplication.processEvents()


def _paint(plot: pg.PlotWidget) -> None:
    """Paint all of it, into a picture: a window that nobody sees may put that off."""
    plot.grab()


def _costs() -> FloatArray:
    noise = np.random.default_rng(0).normal(0, 0.6, _STEPS)
    costs: FloatArray = np.exp(noise) / (1 + np.arange(_STEPS) / 3000) + 0.02
    return costs


def _snapshot() -> Snapshot:
    """A run of a million steps as the window is told of it."""
    run = RunSettings().new_run(load_dataset("digits"))
    run.step()
    shown = run.network.forward(run.data.test.inputs[0])
    gradient, next_cost = run.gradient()
    costs = _costs()
    ends = range(_EPOCH, _STEPS, _EPOCH)
    progress = Progress(
        sequence=1,
        position=_STEPS,
        length=_STEPS,
        epochs_done=_STEPS / _EPOCH,
        recipe=run.recipe,
        next_learning_rate=run.next_learning_rate,
        next_cost=next_cost,
        playing=False,
        steps_per_second=0.0,
        example=ShownExample("test", 0, 0),
        costs_from=0,
        costs=costs,
        evaluations={end: Evaluation(float(costs[end]), 0.9) for end in ends},
        changes=(),
    )
    arrays = SharedArrays(
        run.network.parameters.vector,
        gradient.vector,
        None,
        np.concatenate(shown.activations),
        np.concatenate(shown.weighted_sums),
    )
    return Snapshot.assemble(_described(run), progress, arrays)


def _described(run: Run) -> RunDescription:
    return RunDescription(
        RunSettings.of(run),
        run.network.sizes,
        run.data.image_shape,
        len(run.data.train),
        len(run.data.test),
        is_from_file=False,
    )
