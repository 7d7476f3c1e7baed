"""What a frame of the network picture costs when every weight has changed since the last.

Three ways of drawing the same lines in the same colours, in windows of 1200×800:

- naive: one QGraphicsLineItem a connection in a QGraphicsView, the scene's index off. It is
  given this program's pens ready made, so that it has only to hand them out.
- ours, all: every line drawn anew, sorted into colours, by the program's own code.
- ours, live: the frame that the program draws while it trains.

A QGraphicsScene that renders into a QImage sets a clip rectangle, which is the half of our
own trick; a QGraphicsView on the screen does not. So the scene alone is measured, too.
"""

from __future__ import annotations

import math
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from benchmarks.frame_painters import (
    HEIGHT,
    STATES,
    WIDTH,
    Naive,
    Ours,
    Values,
    View,
    made_up,
    new_image,
)
from benchmarks.table import Row, Table, judged
from visualiser.app import application
from visualiser.network_view.arranging import lay_out
from visualiser.training.snapshot import Snapshot

State = TypeVar("State")

_MOST_FRAMES = 60
# Seconds after which no further frame of one kind is taken; 60 of ours are to fit.
_BUDGET, _OUR_BUDGET = 12.0, 90.0
# An antialiased frame is not tried where one without took longer than this.
_LONGEST = 60.0
_WARM_UP = 3


@dataclass(frozen=True)
class _Network:
    """A network to draw, and how many times faster than the naive way it has to be."""

    sizes: tuple[int, ...]
    image_shape: tuple[int, int]
    plain: float
    fine: float | None
    live: float | None

    @property
    def name(self) -> str:
        return "-".join(map(str, self.sizes))


_NETWORKS = (
    _Network((64, 16, 16, 10), (8, 8), 13, 10, None),
    _Network((784, 16, 16, 10), (28, 28), 15, 9, 30),
    _Network((784, 100, 10), (28, 28), 15, None, 150),
    _Network((784, 512, 512, 10), (28, 28), 20, None, 600),
)


@dataclass(frozen=True)
class _Timing:
    """A median in milliseconds, and of how many frames."""

    milliseconds: float
    frames: int

    @property
    def shown(self) -> float | str:
        """A dash where it was not tried: JSON has no word for what is not a number."""
        return self.milliseconds if self.frames else "–"


# Without antialiasing, and with it; not a number where it was not tried.
_Pair = tuple[_Timing, _Timing]


def measure() -> list[Table]:
    """Draw every network in every way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    how = f"{WIDTH}×{HEIGHT}, every weight new in every frame, median milliseconds a frame"
    tables = [
        Table(f"All lines drawn anew, antialiasing off and on: {how} (frames: naive, ours)"),
        Table(f"A frame while training: {how}"),
        Table(f"Device pixel ratio 2: {how}"),
    ]
    for network in _NETWORKS:
        snapshots = made_up(network.sizes, network.image_shape)
        naive = _naive_row(network, snapshots, tables[0])
        tables[1].rows.append(_live_row(network, snapshots, naive))
        tables[2].rows += _dense_rows(network, snapshots)
    return tables


def _naive_row(network: _Network, snapshots: list[Snapshot], table: Table) -> float:
    """Add a row to the table; the naive milliseconds without antialiasing."""
    layout = lay_out(network.sizes, network.image_shape, WIDTH, HEIGHT)
    values = [snapshot.parameters.weights for snapshot in snapshots]
    naive, ours = Naive(layout), Ours(layout)
    shown = _off_and_on(naive.frame, values, _BUDGET)
    alone = _off_and_on(naive.frame_of_scene, values, _BUDGET)
    naive.end()
    all_lines = _off_and_on(ours.frame, values, _OUR_BUDGET)
    ours.close()
    table.rows.append(
        {
            "network": network.name,
            "connections": f"{naive.count:,}",
            "naive off": shown[0].shown,
            "naive on": shown[1].shown,
            "ours off": all_lines[0].shown,
            "ours on": all_lines[1].shown,
            "frames": ", ".join(f"{off.frames}/{on.frames}" for off, on in (shown, all_lines)),
            **_ratios(network, shown, all_lines),
            "scene off": alone[0].shown,
            "scene on": alone[1].shown,
            "ratio to scene": _written(_over(alone, all_lines)),
        }
    )
    return shown[0].milliseconds


def _ratios(network: _Network, naive: _Pair, ours: _Pair) -> Row:
    ratios, bars = _over(naive, ours), (network.plain, network.fine)
    met = all(bar is None or ratio >= bar for ratio, bar in zip(ratios, bars, strict=True))
    return {
        "ratio off / on": _written(ratios),
        "bar": " / ".join(f"≥ {bar:g}" if bar else "–" for bar in bars),
        "met": "yes" if met else "no",
    }


def _live_row(network: _Network, snapshots: list[Snapshot], naive: float) -> Row:
    view = View(snapshots, 1.0)
    timing = _timed(view.frame, range(STATES))
    is_complete = view.is_complete
    view.close()
    ratio = naive / timing.milliseconds
    bar: Row = {"bar": "all lines, antialiased", "met": "yes" if is_complete else "no"}
    return {
        "network": network.name,
        "live": timing.milliseconds,
        "frames": f"{timing.frames}",
        "naive": naive,
        "times faster": ratio,
        **(judged(ratio, least=network.live) if network.live else bar),
    }


def _dense_rows(network: _Network, snapshots: list[Snapshot]) -> list[Row]:
    """All lines antialiased and the live frame, at one and at two device pixels a pixel."""
    layout = lay_out(network.sizes, network.image_shape, WIDTH, HEIGHT)
    values = [snapshot.parameters.weights for snapshot in snapshots]
    all_lines, live = [], []
    for ratio in (1.0, 2.0):
        ours, view, image = Ours(layout), View(snapshots, ratio), new_image(ratio)
        all_lines.append(_timed(partial(ours.frame_in, image), values).milliseconds)
        live.append(_timed(partial(view.frame_in, image), range(STATES)).milliseconds)
        ours.close()
        view.close()
    return [
        {
            "network": network.name,
            "drawn": name,
            "ratio 1": one,
            "ratio 2": two,
            "costs": two / one,
            **judged(two / one, most=3),
        }
        for name, (one, two) in (("all lines, antialiased", all_lines), ("while training", live))
    ]


def _off_and_on(
    frame: Callable[[Values, bool], None], values: list[Values], budget: float
) -> _Pair:
    plain = _timed(lambda weights: frame(weights, False), values, budget)
    if plain.milliseconds > 1000 * _LONGEST:
        return plain, _Timing(math.nan, 0)
    return plain, _timed(lambda weights: frame(weights, True), values, budget)


def _timed(
    frame: Callable[[State], None], states: Sequence[State], budget: float = _BUDGET
) -> _Timing:
    """The median of up to 60 frames; of fewer where they take long."""
    times: list[float] = []
    began = time.perf_counter()
    while len(times) < _MOST_FRAMES + _WARM_UP and time.perf_counter() - began < budget:
        state = states[len(times) % len(states)]
        start = time.perf_counter()
        frame(state)
        times.append(time.perf_counter() - start)
    kept = times[min(_WARM_UP, len(times) - 1) :]
    return _Timing(1000 * statistics.median(kept), len(kept))


def _over(one: _Pair, other: _Pair) -> tuple[float, float]:
    """How many times longer one takes, without and with antialiasing."""
    off, on = (a.milliseconds / b.milliseconds for a, b in zip(one, other, strict=True))
    return off, on


def _written(ratios: tuple[float, float]) -> str:
    return " / ".join("–" if math.isnan(ratio) else f"{ratio:.1f}" for ratio in ratios)
