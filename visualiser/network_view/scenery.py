"""The whole picture of a network, put together of its parts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from visualiser.network_view.captions import paint_caption, paint_names
from visualiser.network_view.connections import ConnectionPainter
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.legend import (
    ActivationScale,
    legend_box,
    outputs_are_signed,
    paint_gap_notes,
    paint_legend,
)
from visualiser.network_view.neurons import NeuronPainter
from visualiser.network_view.quantities import Quantity
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True)
class Scene:
    """What is drawn.

    Attributes
    ----------
    layout : NetworkLayout
    description : RunDescription
    snapshot : Snapshot or None
        None before the first: then the network is empty.
    quantity : Quantity
        What the lines show.
    selection, hovered : Neuron, Connection or None
        What has a ring.
    """

    layout: NetworkLayout
    description: RunDescription
    snapshot: Snapshot | None
    quantity: Quantity
    selection: Selection
    hovered: Selection


class ScenePainter:
    """Draws the picture of a network in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._neurons = NeuronPainter(theme)

    def paint(
        self, painter: QPainter, clip: QRect, scene: Scene, connections: ConnectionPainter
    ) -> None:
        """Draw lines, neurons and all that is written."""
        snapshot, layout = scene.snapshot, scene.layout
        if snapshot is not None:
            connections.paint(painter, clip)
        self._paint_neurons(painter, scene)
        paint_names(painter, self._theme, layout, scene.description)
        legend = QRectF()
        if snapshot is not None:
            paint_caption(painter, self._theme, layout, snapshot.progress.example)
            scale = ActivationScale.of(snapshot)
            legend = legend_box(layout, scale, scene.quantity)
            paint_legend(painter, self._theme, layout, scale, scene.quantity)
        scales = connections.scales
        paint_gap_notes(painter, self._theme, layout, scales, scene.quantity, legend)

    def _paint_neurons(self, painter: QPainter, scene: Scene) -> None:
        snapshot, layout = scene.snapshot, scene.layout
        for number, layer in enumerate(layout.layers):
            activations = None if snapshot is None else snapshot.activations[number]
            self._neurons.paint_layer(painter, layer, activations)
        if snapshot is not None:
            label = snapshot.progress.example.label
            outputs, is_signed = snapshot.activations[-1], outputs_are_signed(snapshot)
            self._neurons.paint_outputs(painter, layout.layers[-1], outputs, label, is_signed)
        for neuron in _ends(scene.hovered):
            self._neurons.paint_ring(painter, layout, neuron, is_selected=False)
        for neuron in _ends(scene.selection):
            self._neurons.paint_ring(painter, layout, neuron)


def _ends(selection: Selection) -> tuple[Neuron, ...]:
    """The neurons to mark: the one that is meant, or both ends of a connection."""
    if isinstance(selection, Connection):
        origin = Neuron(selection.layer - 1, selection.origin)
        return Neuron(selection.layer, selection.to), origin
    return () if selection is None else (selection,)
