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
    paint_input_names,
    paint_names,
    paint_too_many,
    paint_total,
)
from visualiser.network_view.connections import ConnectionPainter, LineValues
from visualiser.network_view.gap_notes import paint_gap_notes
from visualiser.network_view.inside import LinePictures
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.legend import Legend, paint_legend
from visualiser.network_view.neurons import Inside, Mark, NeuronPainter
from visualiser.network_view.options import ViewOptions
from visualiser.network_view.outputs import OutputPainter
from visualiser.network_view.part_marks import paint_part_marks
from visualiser.network_view.plane_room import covers
from visualiser.network_view.shown import Shown
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription

# Pixels: of the words above the legend's bars.
_ABOVE = 22.0


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
    shown : Shown or None
        None before the first state: then the network is empty.
    lines : LineValues
    options : ViewOptions
    marks : Marks
    """

    layout: NetworkLayout
    camera: Camera
    description: RunDescription
    shown: Shown | None
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
        if scene.shown is not None:
            connections.paint(painter, clip, is_whole)
        if light is not None:
            light.paint(painter, clip, scene.layout, self._theme)
        self._paint_neurons(painter, QRectF(clip), scene)
        self.paint_words(painter, scene)

    def paint_words(self, painter: QPainter, scene: Scene) -> None:
        """Write names, notes and the legend."""
        shown, layout = scene.shown, scene.layout
        if shown is not None and (scene.camera.is_fitted or layout.layers[0].picture is not None):
            paint_caption(painter, self._theme, layout, shown.caption)
        if not scene.camera.is_fitted:
            paint_bands(painter, self._theme, layout, scene.camera.zoom)
        frozen = shown.parts.layers if shown is not None else ()
        paint_names(painter, self._theme, layout, scene.description, frozen)
        paint_input_names(painter, self._theme, layout, scene.description.input_names)
        paint_counts(painter, self._theme, layout)
        legend = None
        if shown is not None:
            legend = Legend.of(layout, shown, scene.lines, scene.options)
            # The map has a scale of its own; in a low window there is no room for both.
            if covers(scene.description, layout.width, layout.height, legend.box.top() - _ABOVE):
                legend = None
            else:
                paint_legend(painter, self._theme, legend)
        if scene.camera.is_fitted and not layout.has_lines:
            paint_too_many(painter, self._theme, layout)
        if scene.camera.is_fitted and layout.layers[0].picture is not None:
            paint_total(painter, self._theme, layout, scene.description)
        paint_gap_notes(painter, self._theme, layout, scene.lines, legend)

    def _paint_neurons(self, painter: QPainter, clip: QRectF, scene: Scene) -> None:
        shown, layout = scene.shown, scene.layout
        for number, layer in enumerate(layout.layers):
            self._neurons.paint_layer(painter, clip, layer, _inside(scene, number))
        if shown is not None:
            outputs, is_signed = shown.activations[-1], shown.has_signed_outputs
            names = scene.description.class_names
            label = shown.label if shown.has_classes else None
            self._outputs.paint(
                painter,
                layout.layers[-1],
                outputs,
                label,
                is_signed,
                is_mean=shown.is_mean,
                names=names,
                width=layout.width,
            )
        marks: tuple[tuple[Selection, Mark], ...] = (
            (scene.marks.hovered, "hovered"),
            (scene.marks.pinned, "pinned"),
            (scene.marks.selected, "selected"),
        )
        for selection, mark in marks:
            for neuron in _ends(selection):
                is_square = shown is not None and shown.maps is not None
                self._neurons.paint_ring(painter, layout, neuron, mark, is_square)
        if shown is not None:
            paint_part_marks(painter, self._theme, layout, shown.parts)


def _inside(scene: Scene, number: int) -> Inside:
    shown = scene.shown
    if shown is None:
        return Inside(None)
    pictures = None
    shape, lines = shown.picture_shape, scene.lines
    if number == 1 and scene.options.weight_pictures and shape and lines.values:
        values = lines.values[0]
        pictures = None if values is None else LinePictures(shape, values, lines.scales[0])
    activations, rings = shown.activations[number], shown.rings
    maps = shown.maps
    if rings is None or number == 0:
        return Inside(activations, pictures=pictures, maps=maps, number=number)
    values = rings.values[number - 1]
    return Inside(activations, values, rings.scale, pictures, rings.are_wide, maps, number)


def _ends(selection: Selection) -> tuple[Neuron, ...]:
    """The neurons to mark: the one that is meant, or both ends of a connection."""
    if isinstance(selection, Connection):
        origin = Neuron(selection.layer - 1, selection.origin)
        return Neuron(selection.layer, selection.to), origin
    return () if selection is None else (selection,)
