"""One picture of many: networks, themes, what their lines show, untrained and trained.

``python -m benchmarks.contact_sheet FILE.png`` trains the networks here, draws each by the
program's own view, and lays the pictures out with their names. It measures nothing: it is to
be looked at. A trained network has to be told from an untrained one at a glance.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Pins BLAS to one thread, as in the program, before numpy is imported.
import visualiser  # noqa: F401 (for what it does, not for a name)

# isort: split
import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.table import mnist_folder
from core import Dataset, Run, RunSettings, load_dataset
from visualiser.app import application
from visualiser.network_view.network_view import NetworkView
from visualiser.selection import Neuron, Selection
from visualiser.theme import DARK, LIGHT, Theme, dress
from visualiser.training.messages import Progress, RunDescription, ShownExample
from visualiser.training.shared_state import SharedArrays
from visualiser.training.snapshot import Snapshot

# The view is drawn at twice the size of its cell, as a window is larger than a thumbnail.
WINDOW = QSize(1280, 800)
_SCALE = 2
_LABEL, _MARGIN = 26, 10


@dataclass(frozen=True)
class _Subject:
    """A network, its cost, and for how many steps it is trained; "mnist" is the folder's data."""

    sizes: tuple[int, ...]
    data: str
    steps: int
    cost: str = "quadratic"

    @property
    def name(self) -> str:
        return "-".join(map(str, self.sizes))


SUBJECTS = (
    _Subject((64, 16, 16, 10), "digits", 30 * 144),
    _Subject((784, 16, 16, 10), "mnist", 12_000),
    _Subject((784, 100, 10), "mnist", 12_000),
    # With the quadratic cost this one has learnt nothing after an epoch.
    _Subject((784, 512, 512, 10), "mnist", 6_000, "cross_entropy"),
)
THEMES = (DARK, LIGHT)
# What the lines show, whether a neuron is selected, and how the picture is called.
_SHOWN = (
    ("weight", False, "W"),
    ("slope", False, "∂C/∂W"),
    ("weight", True, "W, a neuron selected"),
)


def main() -> None:
    """Draw the sheet into the file that the command line names."""
    parser = argparse.ArgumentParser("python -m benchmarks.contact_sheet", description=__doc__)
    parser.add_argument("file", type=Path, help="the PNG file to write")
    parser.add_argument("--network", help="only this one, as in 784-100-10")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    chosen = [one for one in SUBJECTS if options.network in (None, one.name)]
    if mnist_folder() is None:
        print("MNIST is not here (VISUALISER_MNIST names its folder): left out.")
        chosen = [one for one in chosen if one.data != "mnist"]
    if not chosen:
        sys.exit("There is no such network to draw.")
    rows = [
        (f"{subject.name}, {theme.name}", _pictures(subject, theme))
        for subject in chosen
        for theme in THEMES
    ]
    if not _sheet(rows).save(str(options.file)):
        sys.exit(f"{options.file} cannot be written.")


def picture(snapshot: Snapshot, theme: Theme, selection: Selection, quantity: str) -> QImage:
    """What the view shows once every line is drawn, at full size.

    Parameters
    ----------
    snapshot : Snapshot
    theme : Theme
    selection : Neuron, Connection or None
    quantity : str
        The id of what the lines show, of `quantities`.
    """
    dress(theme)
    view = NetworkView()
    view.resize(WINDOW)
    view.set_theme(theme)
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    view.lines.choose(quantity)
    view.select(selection)
    view.show()
    # Else the first control inside it has the focus, and shows it.
    view.setFocus()
    view.grab()
    while not view.is_complete:
        QApplication.processEvents()
    image = view.grab().toImage()
    view.close()
    view.deleteLater()
    return image


@cache
def snapshots(subject: _Subject) -> tuple[Snapshot, Snapshot]:
    """The network at its start, and when trained; both are shown the same test example."""
    data = _data(subject.data)
    run = RunSettings(layers=subject.sizes, cost=subject.cost).new_run(data)
    untrained = snapshot_of(run)
    run.train(subject.steps)
    return untrained, snapshot_of(run)


def snapshot_of(run: Run, index: int = 0) -> Snapshot:
    """A paused run's state, as the window gets it; it is shown test example ``index``."""
    network, data = run.network, run.data
    gradient, next_cost = run.gradient()
    shown = network.forward(data.test.inputs[index])
    description = RunDescription(
        RunSettings.of(run),
        network.sizes,
        data.image_shape,
        len(data.train),
        len(data.test),
        is_from_file=False,
    )
    progress = Progress(
        sequence=1,
        position=run.position,
        length=run.length,
        epochs_done=run.epochs_done,
        recipe=run.recipe,
        next_learning_rate=run.next_learning_rate,
        next_cost=next_cost,
        playing=False,
        steps_per_second=0.0,
        example=ShownExample("test", index, int(data.test.labels[index])),
        costs_from=0,
        costs=run.costs.copy(),
        evaluations={},
        changes=run.changes,
    )
    arrays = SharedArrays(
        network.parameters.vector.copy(),
        gradient.vector.copy(),
        None,
        np.concatenate(shown.activations),
        np.concatenate(shown.weighted_sums),
    )
    return Snapshot.assemble(description, progress, arrays)


def busiest(snapshot: Snapshot) -> Neuron:
    """The neuron of layer 1 that the next layer listens to most: the largest Σ|W| out of it."""
    return Neuron(1, int(np.abs(snapshot.parameters.weights[1]).sum(axis=0).argmax()))


@cache
def _data(name: str) -> Dataset:
    return load_dataset(str(mnist_folder()) if name == "mnist" else name)


def _pictures(subject: _Subject, theme: Theme) -> list[tuple[str, QImage]]:
    untrained, trained = snapshots(subject)
    # The same neuron in both, so that they can be compared.
    chosen = busiest(trained)
    made = []
    for quantity, is_selected, name in _SHOWN:
        selection = chosen if is_selected else None
        for snapshot in (untrained, trained):
            steps = snapshot.progress.position
            state = f"after {steps:,} steps" if steps else "untrained"
            full = picture(snapshot, theme, selection, quantity)
            small = full.scaled(WINDOW / _SCALE, mode=Qt.TransformationMode.SmoothTransformation)
            made.append((f"{name}, {state}", small))
    return made


def _sheet(rows: list[tuple[str, list[tuple[str, QImage]]]]) -> QImage:
    """All pictures in rows, each with its name above it."""
    width, height = WINDOW.width() // _SCALE, WINDOW.height() // _SCALE
    step_x, step_y = width + _MARGIN, height + _LABEL + _MARGIN
    columns = len(rows[0][1])
    sheet = QImage(
        columns * step_x + _MARGIN, len(rows) * step_y + _MARGIN, QImage.Format.Format_RGB32
    )
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    painter.setFont(application().font())
    for row, (name, pictures) in enumerate(rows):
        for column, (label, image) in enumerate(pictures):
            x, y = _MARGIN + column * step_x, _MARGIN + row * step_y
            painter.setPen(Qt.GlobalColor.black)
            box = QRect(x, y, width, _LABEL)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, f"{name}: {label}")
            painter.drawImage(x, y + _LABEL, image)
    painter.end()
    return sheet


if __name__ == "__main__":
    main()
