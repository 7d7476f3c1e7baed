"""PlaneMaps: the output of every neuron over the plane, as pictures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.datasets.plane import PlaneSource, plane_of, points_of
from core.datasets.plane_problems import REACH
from core.parameters import FloatArray, IntArray
from core.probes.plane_maps import maps_over_plane, plane_grid
from visualiser.network_view.layout import LayerLayout
from visualiser.theme import Theme, mixed
from visualiser.training.messages import ShownExample
from visualiser.training.snapshot import Snapshot

# Cells along a side; one pass serves the small maps and the large one.
SIDE = 50
# Colours from one end to the other; an odd number, so that one is the middle's.
_COLOURS = 255
# The dot for the shown example, in pixels and as a share of half a map's side.
_DOT, _DOT_SHARE = 1.6, 0.13


@dataclass(frozen=True, eq=False)
class PlaneMaps:
    """The map of every neuron of a network for points of the plane.

    Attributes
    ----------
    source : PlaneSource
    layers : tuple of ndarray
        ``layers[L]``, shape (N_L, SIDE · SIDE): a at the cells, row by row from the top.
    ends : tuple of (float, float)
        Of each layer: the a that is all ``negative``, and the one that is all ``positive``.
    point : tuple of float or None
        x₁ and x₂ of the shown example; None for an input of the user's own that is no point.
    """

    source: PlaneSource
    layers: tuple[FloatArray, ...]
    ends: tuple[tuple[float, float], ...]
    point: tuple[float, float] | None

    @staticmethod
    def of(snapshot: Snapshot) -> PlaneMaps | None:
        """Those of a state of the run; None where its data are no points of the plane."""
        source = plane_of(snapshot.description.settings.data)
        if source is None or len(source.features) != snapshot.sizes[0]:
            return None
        layers = maps_over_plane(
            snapshot.parameters,
            snapshot.activation_functions,
            snapshot.description.settings.bias,
            plane_grid(source.features, SIDE),
            snapshot.progress.recipe.held,
        )
        point = _point(source, snapshot.progress.example)
        return PlaneMaps(source, layers, _ends(snapshot, layers), point)

    def image(self, layer: int, colours: IntArray) -> QImage:
        """The maps of a layer, one below the other.

        Parameters
        ----------
        layer : int
        colours : ndarray of uint32
            From `map_colours`.
        """
        return map_image(self.layers[layer], self.ends[layer], colours)


@lru_cache(maxsize=4)
def map_colours(theme: Theme) -> IntArray:
    """The colours of a map, from ``negative`` to ``positive``, as 32-bit numbers."""
    shares = np.linspace(-1, 1, _COLOURS)
    return np.array([map_colour(theme, share).rgb() for share in shares], np.uint32)


def map_colour(theme: Theme, share: float) -> QColor:
    """A map's colour at a share from −1, ``negative``, over 0 to 1, ``positive``."""
    full = theme.colour("positive" if share > 0 else "negative")
    return mixed(theme.colour("chip"), full, min(abs(share), 1.0))


def map_image(values: FloatArray, ends: tuple[float, float], colours: IntArray) -> QImage:
    """Pictures of SIDE × SIDE cells, one below the other, of numbers in rows of SIDE · SIDE."""
    low, high = ends
    with np.errstate(over="ignore", invalid="ignore"):
        shares = np.nan_to_num((values - low) / (high - low), nan=0.5)
    places = np.rint(np.clip(shares, 0, 1) * (_COLOURS - 1)).astype(np.intp)
    pixels = colours[places]
    image = QImage(
        pixels.tobytes(), SIDE, pixels.size // SIDE, 4 * SIDE, QImage.Format.Format_RGB32
    )
    return image.copy()  # the bytes go when this function returns


def paint_maps(
    painter: QPainter,
    theme: Theme,
    layer: LayerLayout,
    seen: IntArray,
    maps: PlaneMaps,
    number: int,
) -> None:
    """Draw the maps of a layer's neurons that are seen, each with a dot at the shown example."""
    image = maps.image(number, map_colours(theme))
    radius = layer.radius
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    dot = max(_DOT, _DOT_SHARE * radius)
    place = None if maps.point is None else (maps.point[0] / REACH, maps.point[1] / REACH)
    for index in seen.tolist():
        x, y = layer.centres[index].tolist()
        box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        # A copy, as an SVG takes no part of an image.
        painter.drawImage(box, image.copy(0, index * SIDE, SIDE, SIDE))
        painter.setPen(QPen(theme.colour("faint"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if place is not None and max(map(abs, place)) <= 1:
            across, up = place
            painter.setPen(QPen(theme.colour("ground"), 1))
            painter.setBrush(theme.colour("text"))
            painter.drawEllipse(QPointF(x + across * radius, y - up * radius), dot, dot)


def _point(source: PlaneSource, example: ShownExample) -> tuple[float, float] | None:
    if example.own is None:
        points = points_of(source)
        chosen = (points.test if example.split == "test" else points.train)[example.index]
    elif source.features == ("x1", "x2"):
        chosen = example.own.inputs
    else:
        # Its numbers, chosen one by one, need not be those of any point.
        return None
    return float(chosen[0]), float(chosen[1])


def _ends(snapshot: Snapshot, layers: tuple[FloatArray, ...]) -> tuple[tuple[float, float], ...]:
    """Of each layer: σ's least and largest a, or ± the largest |a| on its maps."""
    functions = snapshot.activation_functions
    is_outside = snapshot.description.settings.bias == "outside"
    found = []
    for number, values in enumerate(layers[:-1]):
        low = functions[number - 1].lowest if number else -math.inf
        high = functions[number - 1].highest if number else math.inf
        if is_outside or not (math.isfinite(low) and math.isfinite(high)):
            most = float(np.abs(np.nan_to_num(values)).max()) or 1.0
            low, high = -most, most
        found.append((low, high))
    # The targets of the points that lie on the output's map.
    return (*found, (0.0, 1.0))
