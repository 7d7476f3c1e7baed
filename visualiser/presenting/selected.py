"""What is said of the selected neuron or connection, in the few numbers that a room can read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from visualiser.network_view.wording import output_name
from visualiser.number_format import fixed
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True)
class Fact:
    """One number.

    Attributes
    ----------
    letter : str
        What it is known by.
    number : str
    sign : int
        −1, 0 or 1 where its sign matters and gives it a colour; 0 also where it does not.
    beside : str
        What is said beside it.
    below : str
        What is said below that; empty where nothing is.
    tip : str
        What it is, in a sentence.
    """

    letter: str
    number: str
    sign: int
    beside: str
    below: str
    tip: str


def title_of(snapshot: Snapshot, selection: Selection) -> str:
    """What is selected."""
    match selection:
        case Neuron() as neuron:
            return _neuron_title(snapshot, neuron)
        case Connection(layer, to, origin):
            if layer == 1:
                name = origin_name(snapshot, layer, origin)
                return _tr("Input {name} → {to}").format(name=name, to=to)
            return _tr("Neuron {origin} → {to}").format(origin=origin, to=to)
        case _:
            return _tr("Nothing is selected")


def _neuron_title(snapshot: Snapshot, neuron: Neuron) -> str:
    layer, index = neuron.layer, neuron.index
    if layer == 0:
        return _tr("Input: {name}").format(name=origin_name(snapshot, 1, index))
    if name := output_name(snapshot.description, layer, index):
        return _tr("Output {index}, “{name}”").format(index=index, name=name)
    if layer == len(snapshot.sizes) - 1:
        return _tr("Output {index}").format(index=index)
    return _tr("Neuron {index} of layer {layer}").format(index=index, layer=layer)


def facts_of(snapshot: Snapshot, selection: Selection) -> tuple[Fact, ...]:
    """Its numbers: of a neuron a, B and its strongest W; of a connection W and W·a."""
    match selection:
        case Neuron(0, index):
            return (_activation(snapshot, 0, index),)
        case Neuron(layer, index):
            bias = float(snapshot.parameters.biases[layer - 1][index])
            weights = snapshot.parameters.weights[layer - 1][index]
            strongest = int(np.argmax(np.abs(weights)))
            origin = origin_name(snapshot, layer, strongest)
            return (
                _activation(snapshot, layer, index),
                _signed("B", bias, _tr("bias"), _tr("B, the bias of the neuron.")),
                _signed(
                    "W",
                    float(weights[strongest]),
                    _tr("strongest W"),
                    _tr("Of the weights that lead to the neuron, the W with the largest |W|."),
                    _tr("from {origin}").format(origin=origin),
                ),
            )
        case Connection(layer, to, origin):
            weight = float(snapshot.parameters.weights[layer - 1][to, origin])
            term = weight * float(snapshot.activations[layer - 1][origin])
            carried = _tr("W·a: what the connection adds to S of the neuron it leads to.")
            where = _tr("from layer {before} to layer {layer}").format(
                before=layer - 1, layer=layer
            )
            return (
                _signed("W", weight, _tr("weight"), _tr("W, the weight of the connection.")),
                _signed("W·a", term, _tr("added to S"), carried, where),
            )
        case _:
            return ()


def origin_name(snapshot: Snapshot, layer: int, index: int) -> str:
    """What the neuron is called that a connection to a layer comes from."""
    if layer > 1:
        return _tr("neuron {index} of layer {layer}").format(index=index, layer=layer - 1)
    names, shape = snapshot.description.input_names, snapshot.picture_shape
    if names:
        return names[index]
    if shape is None:
        return _tr("number {index}").format(index=index)
    row, column = divmod(index, shape[1])
    return _tr("row {row}, column {column}").format(row=row, column=column)


def _activation(snapshot: Snapshot, layer: int, index: int) -> Fact:
    a = float(snapshot.activations[layer][index])
    return Fact("a", fixed(a), 0, _tr("activation"), "", _tr("a, the activation."))


def _signed(letter: str, value: float, beside: str, tip: str, below: str = "") -> Fact:
    sign = 0 if not np.isfinite(value) else int(np.sign(value))
    return Fact(letter, fixed(value, sign=True), sign, beside, below, tip)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Presented", text)
