"""Marks for what learning leaves alone, and for neurons that are held at a value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from core.recipe import Recipe
from visualiser.network_view.inside import NUMBER_RADIUS
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import Theme

# Half of √2: how far right and down a point of a circle of radius 1 is, at 45°.
_DIAGONAL = 0.7071
# Pixels: a smaller lock has no room for its shackle and is a square.
_SHACKLE_FROM = 6.5
# Of the signs in the legend, and from a text to the lock beside it.
SIGN, _BESIDE_TEXT = 9.0, 11.0


@dataclass(frozen=True)
class PartMarks:
    """Which parts of a network have a mark.

    Attributes
    ----------
    held : frozenset of (int, int)
        Layer and number of the neurons whose a is held.
    layers : frozenset of int
        Layers that are frozen as a whole.
    neurons : frozenset of (int, int)
        Layer and number of the neurons that are frozen by themselves.
    weights : frozenset of (int, int, int)
        Layer, number of the neuron there and of the one in the layer before: single W.
    """

    held: frozenset[tuple[int, int]] = frozenset()
    layers: frozenset[int] = frozenset()
    neurons: frozenset[tuple[int, int]] = frozenset()
    weights: frozenset[tuple[int, int, int]] = frozenset()

    @staticmethod
    def of(recipe: Recipe) -> PartMarks:
        """Those of what a gradient step does."""
        frozen = recipe.frozen
        return PartMarks(
            frozenset((one.layer, one.neuron) for one in recipe.held),
            frozenset(one.layer for one in frozen if one.neuron is None),
            frozenset(
                (one.layer, one.neuron)
                for one in frozen
                if one.neuron is not None and one.origin is None
            ),
            frozenset(
                (one.layer, one.neuron, one.origin)
                for one in frozen
                if one.neuron is not None and one.origin is not None
            ),
        )

    @property
    def any_frozen(self) -> bool:
        """Whether a lock is drawn anywhere."""
        return bool(self.layers or self.neurons)

    def is_frozen(self, chosen: Selection) -> bool:
        """Whether learning leaves all of a neuron, or a connection, as it is."""
        if chosen is None or chosen.layer in self.layers:
            return chosen is not None
        if isinstance(chosen, Neuron):
            return (chosen.layer, chosen.index) in self.neurons
        is_single = (chosen.layer, chosen.to, chosen.origin) in self.weights
        return is_single or (chosen.layer, chosen.to) in self.neurons

    def frozen_words(self, chosen: Selection) -> str:
        """A sentence where a neuron or a connection is frozen, or else nothing."""
        if not self.is_frozen(chosen):
            return ""
        if isinstance(chosen, Connection):
            return _tr("This W is frozen: steps leave it as it is.")
        return _tr("Its W and B are frozen: steps leave them as they are.")

    def explained(self) -> list[str]:
        """What the marks mean, a sentence for each kind that is there."""
        sentences = []
        if self.held:
            sentences.append(
                _tr("A bar through a circle: the neuron is knocked out, and its a is held.")
            )
        if self.any_frozen:
            sentences.append(
                _tr("A lock: a neuron or a layer is frozen; steps leave its W and B as they are.")
            )
        return sentences


def paint_part_marks(
    painter: QPainter, theme: Theme, layout: NetworkLayout, parts: PartMarks
) -> None:
    """Mark the neurons that are held, or frozen by themselves, where they are shown."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for number, index in sorted(parts.held):
        layer = layout.layers[number]
        if _is_drawn(layer, index):
            paint_bar(painter, theme, _centre(layer, index), layer.radius)
    # A layer that is frozen as a whole has one lock, beside its name.
    for number, index in sorted(parts.neurons):
        layer = layout.layers[number]
        if number not in parts.layers and _is_drawn(layer, index):
            size = min(max(0.8 * layer.radius, 4.5), 13.0)
            away = _DIAGONAL * (layer.radius + 0.1 * size)
            paint_lock(painter, theme, _centre(layer, index) + QPointF(away, away), size)


def paint_bar(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    """A bar through a circle, which leaves the number free that a large one has inside."""
    outer = _DIAGONAL * (radius + min(max(0.3 * radius, 2.0), 6.0))
    inner = _DIAGONAL * 0.72 * radius if radius >= NUMBER_RADIUS else 0.0
    ways = [(outer, inner), (-inner, -outer)] if inner else [(outer, -outer)]
    lines = [QLineF(-start, start, -end, end).translated(centre) for start, end in ways]
    width = min(max(0.2 * radius, 1.4), 3.0)
    # On a ground of its own it is seen on circles of any shade.
    for name, more in (("ground", 2.4), ("text", 0.0)):
        pen = QPen(theme.colour(name), width + more)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLines(lines)


def paint_crossed(painter: QPainter, theme: Theme, centre: QPointF, size: float) -> None:
    """A circle with a bar through it, in a square of ``size`` pixels."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("secondary"), 1.0))
    painter.drawEllipse(centre, 0.4 * size, 0.4 * size)
    paint_bar(painter, theme, centre, 0.4 * size)


def paint_lock(painter: QPainter, theme: Theme, centre: QPointF, size: float) -> None:
    """A lock in a square of ``size`` pixels; where that is very small, its body alone."""
    has_shackle = size >= _SHACKLE_FROM
    square = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    body = square.adjusted(0, 0.42 * size, 0, 0) if has_shackle else square
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ground"))
    painter.drawRoundedRect(square.adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3)
    painter.setBrush(theme.colour("text"))
    painter.drawRoundedRect(body, 1.2, 1.2)
    if has_shackle:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("text"), max(1.2, 0.13 * size)))
        hoop = QRectF(centre.x() - 0.28 * size, square.top() + 0.06 * size, 0.56 * size, 0.8 * size)
        # Sixteenths of a degree: the upper half.
        painter.drawArc(hoop, 0, 180 * 16)


def paint_lock_beside(
    painter: QPainter, theme: Theme, box: QRectF, text: str, *, is_before: bool
) -> None:
    """A lock to the right of a text that stands in the middle of a box, or to its left."""
    away = painter.fontMetrics().horizontalAdvance(text) / 2 + _BESIDE_TEXT
    place = QPointF(box.center().x() + (-away if is_before else away), box.center().y())
    paint_lock(painter, theme, place, SIGN + 1)


def _is_drawn(layer: LayerLayout, index: int) -> bool:
    return layer.form == "circles" and layer.place(index) is not None


def _centre(layer: LayerLayout, index: int) -> QPointF:
    return QPointF(*layer.centres[index].tolist())


def _tr(text: str) -> str:
    return QCoreApplication.translate("PartMarks", text)
