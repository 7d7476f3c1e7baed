"""Where an arrow key leads from one neuron to another. Knows no Qt."""

from __future__ import annotations

import numpy as np

from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.selection import Connection, Neuron, Selection


def neighbour(layout: NetworkLayout, here: Selection, sideways: int, down: int) -> Neuron:
    """The neuron one step away.

    Parameters
    ----------
    layout : NetworkLayout
    here : Neuron, Connection or None
        Where the walk is; from a connection it goes on at its right end, from nowhere at the
        first neuron of layer 1. From what is not shown it goes to what is.
    sideways, down : int
        −1, 0 or 1: to the layer before or after, up or down.
    """
    if here is None:
        return Neuron(1, 0)
    if isinstance(here, Connection):
        return _shown(layout, Neuron(here.layer, here.to))
    layer = layout.layers[here.layer]
    if layer.form != "circles":
        return _in_picture(layout, layer, here, sideways, down)
    if down:
        # From one that is not shown, to the nearest that is.
        place = int(np.searchsorted(layer.shown, here.index, "left" if down < 0 else "right"))
        place = _within(place + min(0, down), len(layer.shown))
        return Neuron(here.layer, int(layer.shown[place]))
    number = _within(here.layer + sideways, len(layout.layers))
    return _shown(layout, here) if number == here.layer else _nearest(layout, here, number)


def _in_picture(
    layout: NetworkLayout, layer: LayerLayout, here: Neuron, sideways: int, down: int
) -> Neuron:
    rows, columns = layer.picture_shape or (1, 1)
    row, column = divmod(here.index, columns)
    is_last = column == columns - 1 or here.index == len(layer.centres) - 1
    if sideways > 0 and is_last:
        number = _within(here.layer + 1, len(layout.layers))
        return here if number == here.layer else _nearest(layout, here, number)
    if column + sideways < 0 and here.layer:
        return _nearest(layout, here, here.layer - 1)
    row, column = _within(row + down, rows), max(column + sideways, 0)
    return Neuron(here.layer, _within(row * columns + column, len(layer.centres)))


def _shown(layout: NetworkLayout, here: Neuron) -> Neuron:
    """The same where it is shown, or else the one nearest to it in its layer."""
    shown = layout.layers[here.layer].shown
    return Neuron(here.layer, int(shown[np.abs(shown - here.index).argmin()]))


def _nearest(layout: NetworkLayout, here: Neuron, number: int) -> Neuron:
    centre = layout.layers[here.layer].centres[here.index]
    layer = layout.layers[number]
    distances = np.hypot(*(layer.centres[layer.shown] - centre).T)
    return Neuron(number, int(layer.shown[distances.argmin()]))


def _within(number: int, count: int) -> int:
    return min(max(number, 0), count - 1)
