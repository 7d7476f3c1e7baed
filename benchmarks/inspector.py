"""What the inspector costs a frame while training plays, beside the network's own picture.

Every snapshot is another one; a frame is telling the widget, laying it out and painting it.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.contact_sheet import snapshot_of
from benchmarks.table import Row, Table, mnist_folder
from core import RunSettings
from visualiser import theme as themes
from visualiser.app import application
from visualiser.network_view.network_view import NetworkView
from visualiser.panels.inspector import InspectorPanel
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.messages import Answered
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot

_FRAMES, _STEPS_APART, _BEGINS_AT = 60, 40, 500
_PAGES: dict[str, Selection] = {
    "whole network": None,
    "input neuron": Neuron(0, 5),
    "neuron of layer 1": Neuron(1, 3),
    "neuron of layer 2": Neuron(2, 3),
    "output neuron": Neuron(3, 3),
    "connection to layer 1": Connection(1, 3, 36),
    "connection to layer 3": Connection(3, 3, 4),
}


def measure() -> Table:
    """Show one snapshot after the other on every page of the inspector."""
    table = Table(
        f"The inspector, 384×700, of successive snapshots {_STEPS_APART} steps apart, each told, "
        f"laid out and painted; medians of {_FRAMES}. Beside it the network's picture, 896×530, "
        "of the same snapshots"
    )
    application()
    themes.dress(themes.DARK)
    sources = [RunSettings()]
    folder = mnist_folder()
    if folder is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder): left out.")
    else:
        sources.append(RunSettings(data=str(folder)))
    for source in sources:
        table.rows += _rows(source)
    return table


def _rows(source: RunSettings) -> list[Row]:
    run = source.new_run(source.load_data())
    run.steps(_BEGINS_AT)
    snapshots, questions = [], _Questions()
    for _ in range(_FRAMES):
        run.steps(_STEPS_APART)
        snapshots.append(_playing(snapshot_of(run)))
    network = NetworkView()
    network.set_theme(themes.DARK)
    network.show_run(snapshots[0].description)
    network.resize(896, 530)
    picture = _timed(network, network.show_snapshot, snapshots)
    rows: list[Row] = []
    for name, selection in _PAGES.items():
        panel = InspectorPanel()
        panel.set_theme(themes.DARK)
        panel.resize(384, 700)
        panel.question_asked.connect(questions.asked.append)
        panel.show_snapshot(snapshots[0])
        panel.show_selection(selection)
        panel.show()
        for question in questions.take():
            panel.show_answer(Answered(question, run.position, question.answer(run)))
        times = _timed(panel, panel.show_snapshot, snapshots)
        rows.append(
            {
                "network": "-".join(map(str, run.network.sizes)),
                "page": name,
                "ms": statistics.median(times),
                "p95 ms": statistics.quantiles(times, n=20)[18],
                "of the picture's": statistics.median(times) / statistics.median(picture),
            }
        )
    return rows


def _playing(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, progress=replace(snapshot.progress, playing=True))


class _Questions:
    """Keeps what a page asks of the run, so that it can be answered before it is timed."""

    def __init__(self) -> None:
        self.asked: list[Question] = []

    def take(self) -> list[Question]:
        taken = list(self.asked)
        self.asked.clear()
        return taken


def _timed(
    widget: QWidget, show: Callable[[Snapshot], None], snapshots: list[Snapshot]
) -> list[float]:
    """Milliseconds of every frame."""
    widget.show()
    QApplication.processEvents()
    times = []
    for snapshot in snapshots:
        began = time.perf_counter()
        show(snapshot)
        QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - began))
    widget.hide()
    return times
