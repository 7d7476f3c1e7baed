"""What a new network takes, as sentences: true before anything is measured."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.optimisers import Optimiser
from core.parameters import parameter_count
from visualiser.new_network.facts import DataFacts
from visualiser.number_format import count, fixed
from visualiser.recipe_words import readable

# W, B and gradients are float32.
_NUMBER = 4
_THOUSAND = 1000


def estimates(layers: tuple[int, ...], optimiser: Optimiser, facts: DataFacts) -> list[str]:
    """Memory of the network and of the data. How quick it will be is not known yet.

    Parameters
    ----------
    layers : tuple of int
        Of the new network, the input first.
    optimiser : Optimiser
    facts : DataFacts
        Of what it learns from.
    """
    numbers, memories = parameter_count(layers), optimiser.memory_count
    size = _NUMBER * numbers
    if memories:
        text = _tr(
            "{numbers} numbers of 4 bytes take {size}; with the gradient and what {optimiser} "
            "remembers, {all}."
        )
    else:
        text = _tr("{numbers} numbers of 4 bytes take {size}; with the gradient, {all}.")
    network = text.format(
        numbers=count(numbers),
        size=size_text(size),
        optimiser=readable(optimiser.name),
        all=size_text((2 + memories) * size),
    )
    data = _tr("The data take {size}.").format(size=size_text(facts.byte_count))
    return [network, data]


def size_text(size: int) -> str:
    """A number of bytes; with one decimal from a thousand on.

    >>> size_text(640), size_text(52008)
    ('640 bytes', '52.0 kB')
    """
    if size < _THOUSAND:
        return _tr("{count} bytes").format(count=count(size))
    if size < _THOUSAND**2:
        return _tr("{count} kB").format(count=fixed(size / _THOUSAND, 1))
    if size < _THOUSAND**3:
        return _tr("{count} MB").format(count=fixed(size / _THOUSAND**2, 1))
    return _tr("{count} GB").format(count=fixed(size / _THOUSAND**3, 1))


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkEstimate", text)
