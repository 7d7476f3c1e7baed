"""The whole picture of a network, put together of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from visualiser.network_view.camera import Camera
from visualiser.network_view.captions import (
    paint_bands,
    paint_caption,
    paint_counts,
    paint_names,
    paint_too_many,
    paint_total,
)
from visualiser.network_view.connections import ConnectionPainter, LineValues
from visualiser.network_view.inside import LinePictures
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.legend import (
    Legend,
    outputs_are_signed,
    paint_gap_notes,
    paint_legend,
)
from visualiser.network_view.neurons import Inside, Mark, NeuronPainter
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.outputs import OutputPainter
from visualiser.network_view.quantities import Quantity
from visualiser.network_view.rings import Rings
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True)
class Marks:
    """What has a ring, or its lines lit: what is selected, pinned beside it, pointed at."""

    selected: Selection = None
    pinned: Neuron | None = None
    hovered: Selection = None

    @property
    def lit(self) -> tuple[Selection, ...]:
        """Whose lines are bright: what is pointed at, or else what is selected and pinned."""
        return (self.hovered,) if self.hovered else (self.selected, self.pinned)


class Light(Protocol):
    """Something that shines along the lines."""

    def paint(self, painter: QPainter, clip: QRect, layout: NetworkLayout, theme: Theme) -> None:
        """Draw it."""


@dataclass(frozen=True)
class Scene:
    """What is drawn.

    Attributes
    ----------
    layout : NetworkLayout
        As it is seen from the camera.
    camera : Camera
    description : RunDescription
    snapshot : Snapshot or None
        None before the first: then the network is empty.
    quantity : Quantity
        What the lines show.
    lines : LineValues
    options : ViewOptions
    marks : Marks
    """

    layout: NetworkLayout
    camera: Camera
    description: RunDescription
    snapshot: Snapshot | None
    quantity: Quantity
    lines: LineValues
    options: ViewOptions
    marks: Marks


class ScenePainter:
    """Draws the picture of a network in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._neurons = NeuronPainter(theme)
        self._outputs = OutputPainter(theme)

    def paint(
        self,
        painter: QPainter,
        clip: QRect,
        scene: Scene,
        connections: ConnectionPainter,
        is_whole: bool = False,
        light: Light | None = None,
    ) -> None:
        """Draw lines, neurons and all that is written; ``is_whole`` as in ConnectionPainter.

        ``light`` is drawn over the lines and under the neurons.
        """
        if scene.snapshot is not None:
            connections.paint(painter, clip, is_whole)
        if light is not None:
            light.paint(painter, clip, scene.layout, self._theme)
        self._paint_neurons(painter, QRectF(clip), scene)
        self.paint_words(painter, scene)

    def paint_words(self, painter: QPainter, scene: Scene) -> None:
        """Write names, notes and the legend."""
        snapshot, layout = scene.snapshot, scene.layout
        if snapshot is not None:
            paint_caption(painter, self._theme, layout, snapshot.progress.example)
        if not scene.camera.is_fitted:
            paint_bands(painter, self._theme, layout, scene.camera.zoom)
        paint_names(painter, self._theme, layout, scene.description)
        paint_counts(painter, self._theme, layout)
        legend = None
        if snapshot is not None:
            legend = Legend.of(layout, snapshot, scene.quantity, scene.options)
            paint_legend(painter, self._theme, legend)
        if scene.camera.is_fitted and not layout.has_lines:
            paint_too_many(painter, self._theme, layout)
        if scene.camera.is_fitted and layout.layers[0].picture is not None:
            paint_total(painter, self._theme, layout, scene.description)
        paint_gap_notes(painter, self._theme, layout, scene.lines, scene.quantity, legend)

    def _paint_neurons(self, painter: QPainter, clip: QRectF, scene: Scene) -> None:
        snapshot, layout = scene.snapshot, scene.layout
        rings = None if snapshot is None else Rings.of(snapshot, scene.options.ring)
        for number, layer in enumerate(layout.layers):
            self._neurons.paint_layer(painter, clip, layer, _inside(scene, number, rings))
        if snapshot is not None:
            label = snapshot.progress.example.label
            outputs, is_signed = snapshot.activations[-1], outputs_are_signed(snapshot)
            self._outputs.paint(painter, layout.layers[-1], outputs, label, is_signed)
        marks: tuple[tuple[Selection, Mark], ...] = (
            (scene.marks.hovered, "hovered"),
            (scene.marks.pinned, "pinned"),
            (scene.marks.selected, "selected"),
        )
        for selection, mark in marks:
            for neuron in _ends(selection):
                self._neurons.paint_ring(painter, layout, neuron, mark)


def _inside(scene: Scene, number: int, rings: Rings | None) -> Inside:
    snapshot = scene.snapshot
    if snapshot is None:
        return Inside(None)
    activations = snapshot.activations[number]
    pictures = None
    shape = snapshot.picture_shape
    if number == 1 and scene.options.weight_pictures and shape and scene.lines.values:
        pictures = LinePictures(shape, scene.lines.values[0], scene.lines.scales[0])
    if rings is None or number == 0:
        return Inside(activations, pictures=pictures)
    return Inside(activations, rings.values[number - 1], rings.scale, pictures)


def _ends(selection: Selection) -> tuple[Neuron, ...]:
    """The neurons to mark: the one that is meant, or both ends of a connection."""
    if isinstance(selection, Connection):
        origin = Neuron(selection.layer - 1, selection.origin)
        return Neuron(selection.layer, selection.to), origin
    return () if selection is None else (selection,)
