"""The pictures of networks that the README shows.

``python -m benchmarks.posters FOLDER`` trains the networks here and draws them with the
program's own export, so that anyone can make the same pictures again. It measures nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

# Pins BLAS to one thread, as in the program, before numpy is imported.
import visualiser  # noqa: F401 (for what it does, not for a name)

# isort: split
from PySide6.QtCore import QSize

from benchmarks.contact_sheet import SUBJECTS, busiest, snapshots
from benchmarks.table import mnist_folder
from visualiser.app import application
from visualiser.network_view.drawing import Drawing
from visualiser.network_view.export import NetworkPicture
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.quantities import quantity
from visualiser.network_view.scenery import Marks
from visualiser.theme import DARK, LIGHT, Theme

_SIZE = QSize(1280, 720)


@dataclass(frozen=True)
class _Poster:
    """A picture: of which network, and what of it."""

    name: str
    subject: int
    theme: Theme
    quantity: str = "weight"
    options: ViewOptions = field(default_factory=ViewOptions)
    is_selected: bool = False


_POSTERS = (
    _Poster("network-looks-for", 1, DARK, options=ViewOptions(weight_pictures=True)),
    _Poster("network-one-neuron", 1, LIGHT, is_selected=True),
    _Poster("network-gradient", 1, DARK, quantity="slope"),
    _Poster("network-first-and-last", 0, LIGHT, options=ViewOptions("ends", ring="bias")),
)


def main() -> None:
    """Draw the pictures into the folder that the command line names."""
    parser = argparse.ArgumentParser("python -m benchmarks.posters", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write the PNG files")
    folder = parser.parse_args().folder
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    if mnist_folder() is None:
        sys.exit("MNIST is not here (VISUALISER_MNIST names its folder).")
    for poster in _POSTERS:
        _draw(poster).save(folder / f"{poster.name}.png")


def _draw(poster: _Poster) -> NetworkPicture:
    _, trained = snapshots(SUBJECTS[poster.subject])
    drawing = Drawing()
    drawing.show_run(trained.description)
    drawing.set_options(poster.options)
    drawing.show_quantity(quantity(poster.quantity))
    drawing.show_snapshot(trained)
    if poster.is_selected:
        drawing.mark(Marks(selected=busiest(trained)))
    return NetworkPicture(drawing, _SIZE, poster.theme)


if __name__ == "__main__":
    main()
