"""The kinds of data that can be chosen, each with its page in the dialog."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from visualiser.data.mnist_getter import MnistGetter
from visualiser.data.plane_page import PlanePage
from visualiser.data.source_page import PathPage, SourcePage


@dataclass(frozen=True)
class Kind:
    """A kind of data: what it is called, what it is in a sentence, and its page."""

    title: str
    tip: str
    page: SourcePage


def make_kinds() -> tuple[Kind, ...]:
    """All kinds, in the order in which they are offered."""
    return (
        Kind(
            _tr("Embedded digits"),
            _tr("Small handwritten digits that come with the program."),
            _digits(),
        ),
        Kind(
            _tr("MNIST"),
            _tr("70,000 handwritten digits, the best-known data there is."),
            _mnist(),
        ),
        Kind(_tr("Own file or folder"), _tr("Examples of your own, from files."), _own()),
        Kind(
            _tr("Points on a plane"),
            _tr("Small problems with two inputs, made on the spot."),
            _plane(),
        ),
    )


def _digits() -> SourcePage:
    page = SourcePage(
        _tr(
            "1,797 real handwritten digits of 8×8 pixels, by 13 people. They come with the "
            "program, and a small network learns them within seconds."
        )
    )
    page.source = "digits"
    page.column.addStretch(1)
    return page


def _mnist() -> SourcePage:
    page = SourcePage(
        _tr(
            "70,000 handwritten digits of 28×28 pixels. They are fetched only if you ask for it, "
            "and stay on this computer."
        ),
        _tr("Get MNIST, or open it from a folder, to see what is in it."),
    )
    getter = MnistGetter()
    getter.ready.connect(page.choose)
    if getter.is_here:
        page.source = "mnist"
    page.column.addWidget(getter)
    page.column.addStretch(1)
    return page


def _own() -> SourcePage:
    return PathPage(
        _tr(
            "A table (.csv), a .npz file, IDX files such as those of Fashion-MNIST, a folder of "
            "pictures with one folder for each class, or a sheet of digits that you drew. You can "
            "drop it anywhere here."
        ),
        _tr("Choose a file or a folder, or drop one here, to see what is in it."),
    )


def _plane() -> SourcePage:
    return PlanePage(
        _tr(
            "Each example is a point on a plane, and the network has to tell where it belongs. "
            "Small networks can be understood neuron by neuron here."
        )
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataKinds", text)
