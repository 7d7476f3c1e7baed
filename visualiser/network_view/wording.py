"""What is under the pointer or selected, with its numbers, in a line or two."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.parameters import FloatArray
from visualiser.network_view.quantities import DEFAULT, Quantity
from visualiser.number_format import fixed
from visualiser.selection import Connection, Neuron, Selection
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot


def described(
    snapshot: Snapshot,
    selection: Selection,
    quantity: Quantity,
    values: tuple[FloatArray | None, ...],
) -> str:
    """What something is, with its value.

    ``values[gap]`` are the quantity's: where it is not W, a connection has it beside its W.
    """
    if isinstance(selection, Connection):
        return _connection(snapshot, selection, quantity, values)
    return "" if selection is None else _neuron(snapshot, selection)


def _connection(
    snapshot: Snapshot,
    chosen: Connection,
    quantity: Quantity,
    values: tuple[FloatArray | None, ...],
) -> str:
    gap, place = chosen.layer - 1, (chosen.to, chosen.origin)
    shape = snapshot.picture_shape if gap == 0 else None
    row, column = divmod(chosen.origin, shape[1] if shape else 1)
    shown = None if quantity.id == DEFAULT else values[gap]
    return _template(shape is not None, shown is not None).format(
        layer=chosen.layer,
        origin=chosen.origin,
        row=row,
        column=column,
        to=chosen.to,
        w=fixed(float(snapshot.parameters.weights[gap][place]), sign=True),
        symbol=quantity.symbol,
        value="" if shown is None else quantity.written(float(shown[place])),
    )


def _template(from_pixel: bool, has_more: bool) -> str:
    """One text for each way of saying it; what there is more stands in a line of its own."""
    if from_pixel and has_more:
        return _tr(
            "Layer {layer}: W from row {row}, column {column} to neuron {to} = {w}\n"
            "{symbol} = {value}"
        )
    if from_pixel:
        return _tr("Layer {layer}: W from row {row}, column {column} to neuron {to} = {w}")
    if has_more:
        return _tr("Layer {layer}: W from neuron {origin} to neuron {to} = {w}\n{symbol} = {value}")
    return _tr("Layer {layer}: W from neuron {origin} to neuron {to} = {w}")


def _neuron(snapshot: Snapshot, neuron: Neuron) -> str:
    value = fixed(float(snapshot.activations[neuron.layer][neuron.index]))
    names = snapshot.description.input_names
    if neuron.layer == 0 and names:
        return _tr("Input {name} = {a}").format(name=names[neuron.index], a=value)
    if neuron.layer == 0:
        row, column = divmod(neuron.index, snapshot.description.image_shape[1])
        return _tr("Input: row {row}, column {column}, a = {a}").format(
            row=row, column=column, a=value
        )
    is_held = snapshot.held_at(neuron.layer, neuron.index) is not None
    name = output_name(snapshot.description, neuron.layer, neuron.index)
    if name:
        text = (
            _tr("Output {index}, “{name}”: a is held at {a}")
            if is_held
            else _tr("Output {index}, “{name}”: a = {a}")
        )
        return text.format(index=neuron.index, name=name, a=value)
    text = (
        _tr("Layer {layer}, neuron {index}: a is held at {a}")
        if is_held
        else _tr("Layer {layer}, neuron {index}: a = {a}")
    )
    return text.format(layer=neuron.layer, index=neuron.index, a=value)


def output_name(description: RunDescription, layer: int, index: int) -> str:
    """What the class of an output is called; empty where its number is its name, or it is none."""
    is_output = layer == len(description.sizes) - 1
    names = description.class_names if is_output else ()
    return names[index] if len(names) == description.sizes[-1] else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
