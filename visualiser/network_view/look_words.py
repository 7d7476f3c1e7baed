"""What is under the pointer or selected while a phase of a step is shown, with its numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.network_view.phase_look import PhaseLook
from visualiser.number_format import fixed, significant
from visualiser.selection import Connection, Neuron, Selection


def described_in_phase(look: PhaseLook, chosen: Selection, columns: int, is_image: bool) -> str:
    """What something is, with what the phase computes of it.

    Parameters
    ----------
    look : PhaseLook
    chosen : Neuron, Connection or None
    columns : int
        Of the input's image.
    is_image : bool
        Whether the input is a picture, so that a connection comes from a row and a column.
    """
    if isinstance(chosen, Connection):
        return _connection(look, chosen, columns if is_image else 0)
    return "" if chosen is None else _neuron(look, chosen, columns)


def numbers_in_phase(look: PhaseLook, layer: int, index: int) -> str:
    """A neuron's numbers in one line."""
    ring = _ring(look, layer, index)
    a = activation_in_phase(look, layer, index)
    if ring and a:
        text = _tr("a = {a}, {symbol} = {value}")
    elif a:
        text = _tr("a = {a}")
    elif ring:
        text = _tr("a is not computed yet, {symbol} = {value}")
    else:
        text = _tr("a is not computed yet")
    return text.format(a=a, symbol=look.ring_symbol, value=ring)


def activation_in_phase(look: PhaseLook, layer: int, index: int) -> str:
    """A neuron's a as it is written everywhere; nothing where it is not computed yet."""
    values = look.activations[layer]
    return "" if values is None else fixed(float(values[index]))


def _ring(look: PhaseLook, layer: int, index: int) -> str:
    values = look.rings[layer - 1] if layer else None
    return "" if values is None else significant(float(values[index]))


def _neuron(look: PhaseLook, neuron: Neuron, columns: int) -> str:
    row, column = divmod(neuron.index, columns)
    a = activation_in_phase(look, neuron.layer, neuron.index)
    ring = _ring(look, neuron.layer, neuron.index)
    return _neuron_template(neuron.layer == 0, bool(a), bool(ring)).format(
        layer=neuron.layer,
        index=neuron.index,
        row=row,
        column=column,
        a=a,
        symbol=look.ring_symbol,
        value=ring,
    )


def _neuron_template(is_input: bool, is_computed: bool, has_ring: bool) -> str:
    """One text for each way of saying it."""
    if is_input and is_computed:
        return _tr("Input: row {row}, column {column}, a = {a}")
    if is_input:
        return _tr("Input: row {row}, column {column}: no example is shown yet.")
    if is_computed and has_ring:
        return _tr("Layer {layer}, neuron {index}: a = {a}\n{symbol} = {value}")
    if is_computed:
        return _tr("Layer {layer}, neuron {index}: a = {a}")
    if has_ring:
        return _tr("Layer {layer}, neuron {index}: a is not computed yet.\n{symbol} = {value}")
    return _tr("Layer {layer}, neuron {index}: a is not computed yet.")


def _connection(look: PhaseLook, chosen: Connection, columns: int) -> str:
    values = look.lines[chosen.layer - 1]
    row, column = divmod(chosen.origin, columns or 1)
    number = 0.0 if values is None else float(values[chosen.to, chosen.origin])
    return _connection_template(columns > 0, values is not None).format(
        layer=chosen.layer,
        origin=chosen.origin,
        row=row,
        column=column,
        to=chosen.to,
        symbol=look.quantity.symbol,
        value=look.quantity.written(number),
    )


def _connection_template(from_pixel: bool, is_computed: bool) -> str:
    if from_pixel and is_computed:
        return _tr(
            "Layer {layer}: from row {row}, column {column} to neuron {to}\n{symbol} = {value}"
        )
    if from_pixel:
        return _tr(
            "Layer {layer}: from row {row}, column {column} to neuron {to}\n"
            "This phase computes nothing of this connection."
        )
    if is_computed:
        return _tr("Layer {layer}: from neuron {origin} to neuron {to}\n{symbol} = {value}")
    return _tr(
        "Layer {layer}: from neuron {origin} to neuron {to}\n"
        "This phase computes nothing of this connection."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhaseWords", text)
