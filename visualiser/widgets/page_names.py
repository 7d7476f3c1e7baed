"""What a neuron or a connection is called at the top of its page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.number_format import count
from visualiser.recipe_words import readable
from visualiser.selection import Connection, Neuron
from visualiser.training.snapshot import Snapshot


def neuron_names(snapshot: Snapshot, neuron: Neuron) -> tuple[str, str]:
    """The title and the line below it, of a neuron of layer 1 or later."""
    translate = QCoreApplication.translate
    if neuron.layer == len(snapshot.sizes) - 1:
        title = translate("NeuronPage", "Output neuron {index}")
    else:
        title = translate("NeuronPage", "Neuron {index}")
    subtitle = translate("NeuronPage", "of layer {layer} ({count} neurons, σ is {sigma})").format(
        layer=neuron.layer,
        count=count(snapshot.sizes[neuron.layer]),
        sigma=readable(snapshot.activation(neuron.layer)),
    )
    return title.format(index=neuron.index), subtitle


def connection_names(snapshot: Snapshot, chosen: Connection) -> tuple[str, str]:
    """The title and the line below it, of a connection."""
    translate = QCoreApplication.translate
    if chosen.layer < len(snapshot.sizes) - 1:
        title = translate("ConnectionPage", "Connection to neuron {to}")
    else:
        title = translate("ConnectionPage", "Connection to output neuron {to}")
    shape = snapshot.picture_shape
    if chosen.layer == 1 and shape is not None:
        row, column = divmod(chosen.origin, shape[1])
        text = translate(
            "ConnectionPage", "of layer {layer}, from the input in row {row}, column {column}"
        ).format(layer=chosen.layer, row=row, column=column)
    else:
        text = translate(
            "ConnectionPage", "of layer {layer}, from neuron {origin} of layer {before}"
        ).format(layer=chosen.layer, origin=chosen.origin, before=chosen.layer - 1)
    return title.format(to=chosen.to), text
