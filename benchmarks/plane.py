"""The window on points of the plane: frames a second while 2-8-8-1 trains, and of its maps."""

from __future__ import annotations

import itertools
import statistics
import time

from benchmarks.table import Table
from benchmarks.window import wait
from core.run_settings import PLANE_ACTIVATION, PLANE_LEARNING_RATE, RunSettings
from visualiser.app import application
from visualiser.main_window import MainWindow
from visualiser.network_view.plane_maps import PlaneMaps
from visualiser.settings import ForgetfulSettings
from visualiser.training import messages as m
from visualiser.training.session import TrainingProcess

_SECONDS, _WARM_UP, _MAPS = 3.0, 1.0, 50


def measure() -> Table:
    """Frames a second with every map live, and milliseconds for one frame's maps."""
    application()
    settings = RunSettings("spiral", activation=PLANE_ACTIVATION, learning_rate=PLANE_LEARNING_RATE)
    window = MainWindow(TrainingProcess(settings), ForgetfulSettings(), "dark")
    window.resize(1280, 800)
    window.transport.set_speed(None)
    window.show()
    wait(_WARM_UP + 1)
    window.session.send(m.Play())
    wait(_WARM_UP)
    drawn, began = [window.network.frames_drawn], time.perf_counter()
    busy = time.process_time()
    wait(_SECONDS)
    drawn.append(window.network.frames_drawn)
    frames = (drawn[1] - drawn[0]) / (time.perf_counter() - began)
    # What it would be on a machine that does nothing else.
    busy = 1000 * (time.process_time() - busy) / max(1, drawn[1] - drawn[0])
    window.session.send(m.Pause())
    wait(0.3)
    table = Table("Maps over the plane: 2-8-8-1 on the spiral at full speed, window 1280×800")
    table.rows.append(
        {
            "frames/s": frames,
            "processor ms a frame": busy,
            "ms for all maps": _milliseconds(window),
        }
    )
    window.close_at_once()
    application().processEvents()
    return table


def _milliseconds(window: MainWindow) -> float:
    snapshot = window.network.snapshot
    if snapshot is None:
        return float("nan")
    times = [time.perf_counter()]
    for _ in range(_MAPS):
        PlaneMaps.of(snapshot)
        times.append(time.perf_counter())
    return 1000 * statistics.median(after - before for before, after in itertools.pairwise(times))
