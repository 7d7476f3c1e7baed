"""Drawing the light of the flow: short bright parts of lines, halos, and a word."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QRadialGradient

from core.parameters import FloatArray, IntArray
from visualiser.network_view.colours import LEVELS, pens
from visualiser.network_view.layout import LayerLayout, NetworkLayout
from visualiser.network_view.strokes import Strokes, draw
from visualiser.theme import Theme, mixed

# The share of a line that is alight; its parts from the tail to the head, and how bright.
_LENGTH = 0.6
_EDGES = np.array([0.0, 0.22, 0.42, 0.58, 0.71, 0.82, 0.95, 1.0])
_BRIGHT = np.array([0.04, 0.12, 0.26, 0.48, 0.75, 1.0, 0.5])
# Heads are up to so much behind the first, or they would look like one bar.
_SPREAD = 0.2
# From the head of the first line at one side to the tail of the last at the other, in gaps.
CROSSING = 1 + _LENGTH + _SPREAD
# Copies at both sides of the brighter parts make them wider, as wide pens are slow.
_ASIDE, _ASIDE_BRIGHT, _FIRST_WIDE = 0.9, 0.6, 3
# Where the ground is dark, parts from this one on are added to what is there, as light is.
_HEAD = 4
# How near to white the brightest light is, and from which opacity on anything is drawn.
_WHITENESS, _FAINTEST = 0.85, 0.02
# Multiples of it spread evenly over 0 to 1, however many there are.
_GOLDEN = 0.618034
# How far other lines recede.
_VEIL = 0.62
# No more light than so many lines at full strength.
_MOST = 140.0
# Pixels: smaller circles have no halo, and how far one reaches, in radii and beyond.
_SMALLEST_CIRCLE, _REACH, _FURTHER = 2.5, 1.35, 7.0
_HALO_OPACITY, _FAINTEST_HALO = 0.8, 0.04
# The word stands between the headings of two layers, which take so much room.
_WORD_TOP, _WORD_HEIGHT, _HEADING, _IMAGE_HEADING = 26.0, 19.0, 64.0, 92.0


@dataclass(frozen=True, eq=False)
class Beams:
    """The lines of a gap that light runs along.

    Attributes
    ----------
    to, origins : ndarray of int, shape (n,)
        Neurons of the next layer and of this one.
    strengths : ndarray, shape (n,)
        How bright, 0 to 1.
    are_positive : ndarray of bool, shape (n,)
    """

    to: IntArray
    origins: IntArray
    strengths: FloatArray
    are_positive: npt.NDArray[np.bool_]

    def ends(self, left: LayerLayout, right: LayerLayout) -> FloatArray:
        """Where they begin and end: at the edges of circles, which stay free of light.

        Returns
        -------
        ndarray, shape (2, n, 2)
        """
        starts, ends = left.exits[self.origins], right.centres[self.to]
        along = ends - starts
        lengths = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
        along /= lengths
        first = left.radius if left.form == "circles" else 0.0
        return np.stack(
            [
                starts + along * np.minimum(first, lengths / 2),
                ends - along * np.minimum(right.radius, lengths / 2),
            ]
        )


class FlowLight:
    """Draws in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._is_dark = theme.colour("ground").lightness() < 128
        self._beside = [_flat(pen) for pen in pens(theme)]
        # What glows is the nearer to white, the brighter; on paper light is ink.
        white = theme.colour("text")
        self._core = [_hot(_flat(pen), white) for pen in pens(theme)]
        if not self._is_dark:
            self._core = self._beside

    @property
    def theme(self) -> Theme:
        """Whose colours these are."""
        return self._theme

    def paint_beams(
        self, painter: QPainter, clip: QRect, beams: Beams, ends: FloatArray, front: float
    ) -> None:
        """Draw light that runs from ``ends[0]`` to ``ends[1]``.

        Parameters
        ----------
        painter : QPainter
        clip : QRect
        beams : Beams
        ends : ndarray, shape (2, n, 2)
        front : float
            How far it has come: at 1 its head is there, at CROSSING all of it.
        """
        late = _SPREAD * ((np.arange(len(beams.to)) * _GOLDEN) % 1)
        shares = np.clip(front - late - _LENGTH * (1 - _EDGES[:, None]), 0.0, 1.0)
        points = ends[0] + (ends[1] - ends[0]) * shares[:, :, None]
        parts = np.concatenate([points[:-1], points[1:]], axis=2)
        ink = min(1.0, _MOST / max(float(beams.strengths.sum()), 1e-9))
        bright = (_BRIGHT[:, None] * beams.strengths * ink) * (shares[1:] > shares[:-1])
        wide, beside = parts[_FIRST_WIDE:], bright[_FIRST_WIDE:] * _ASIDE_BRIGHT
        offset = _across(wide)
        for copy in (wide - offset, wide + offset):
            strokes = _strokes(copy, beside, beams.are_positive)
            draw(painter, clip, strokes, self._beside, is_fine=True)
        strokes = _strokes(parts, bright, beams.are_positive)
        draw(painter, clip, strokes, self._core, is_fine=True)
        if self._is_dark:
            painter.save()
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
            strokes = _strokes(parts[_HEAD:], bright[_HEAD:], beams.are_positive)
            draw(painter, clip, strokes, self._beside, is_fine=True)
            painter.restore()

    def paint_veil(
        self, painter: QPainter, clip: QRect, layout: NetworkLayout, strength: float
    ) -> None:
        """Let the lines of all gaps recede, so that light stands out; ``strength`` 0 to 1."""
        colour = self._theme.colour("ground", _VEIL * strength)
        for left, right in itertools.pairwise(layout.layers):
            ys = np.concatenate([left.exits[left.shown, 1], right.centres[right.shown, 1]])
            start, top = max(left.right, float(left.exits[:, 0].max())), float(ys.min()) - 1
            box = QRectF(start, top, right.left - start, float(ys.max()) + 1 - top)
            painter.fillRect(box & QRectF(clip), colour)

    def paint_halos(
        self,
        painter: QPainter,
        clip: QRect,
        layer: LayerLayout,
        strengths: FloatArray,
        names: tuple[str, str],
    ) -> None:
        """Draw a soft ring around circles.

        Parameters
        ----------
        painter : QPainter
        clip : QRect
        layer : LayerLayout
        strengths : ndarray, shape (N_L,)
            How bright, −1 to 1.
        names : tuple of str
            The colours of the theme for strengths below and above 0.
        """
        radius = layer.radius
        if layer.form != "circles" or radius < _SMALLEST_CIRCLE:
            return
        reach = min(radius * _REACH + _FURTHER, _spacing(layer) - radius)
        if reach <= radius:
            return
        brushes = [_halo(self._theme.colour(name), radius, reach) for name in names]
        painter.save()
        painter.setClipRect(clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        lit = layer.shown[np.abs(strengths[layer.shown]) > _FAINTEST_HALO]
        for index in lit.tolist():
            strength = float(strengths[index])
            painter.setOpacity(abs(strength) * _HALO_OPACITY)
            painter.setBrush(brushes[strength > 0])
            x, y = layer.centres[index].tolist()
            painter.translate(x, y)
            painter.drawEllipse(QPointF(0, 0), reach, reach)
            painter.translate(-x, -y)
        painter.restore()

    def paint_word(
        self, painter: QPainter, layout: NetworkLayout, gap: int, is_forward: bool
    ) -> None:
        """Name the pass between the headings of a gap's layers, where there is room."""
        painter.setPen(self._theme.colour("secondary"))
        # In a deep network the layers' headings leave room at the input alone.
        for place in (gap, 0):
            room = _between_headings(layout, place)
            text = _fitting(painter.fontMetrics(), room.width(), is_forward)
            if text:
                # Amid the lines, where that leaves it room.
                wide = painter.fontMetrics().horizontalAdvance(text) + 2.0
                exits = float(layout.layers[place].exits[:, 0].max())
                room.setLeft(max(room.left(), min(exits, room.right() - wide)))
                middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
                painter.drawText(room, middle, text)
                return


def _between_headings(layout: NetworkLayout, gap: int) -> QRectF:
    left, right = layout.layers[gap], layout.layers[gap + 1]
    start = left.middle + (_HEADING if gap else _IMAGE_HEADING) / 2
    return QRectF(start, _WORD_TOP, right.middle - _HEADING / 2 - start, _WORD_HEIGHT)


def _fitting(metrics: QFontMetrics, room: float, is_forward: bool) -> str:
    """The longest name of a pass that there is room for; none where there is no room at all."""
    translate = QCoreApplication.translate
    if is_forward:
        texts = (translate("Flow", "forward →"), "→")
    else:
        texts = (translate("Flow", "← backward"), "←")
    return next((text for text in texts if metrics.horizontalAdvance(text) <= room), "")


def _spacing(layer: LayerLayout) -> float:
    """How far it is from the first circle to the nearest of the others."""
    centres = layer.centres[layer.shown]
    distances = np.hypot(*(centres[1:] - centres[0]).T)
    return float(distances.min(initial=math.inf))


def _across(parts: FloatArray) -> FloatArray:
    """How far aside copies of lines stand; shape (m, n, 4)."""
    along = parts[..., 2:] - parts[..., :2]
    lengths = np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-9)[..., None]
    across = np.stack([-along[..., 1], along[..., 0]], axis=-1) / lengths * _ASIDE
    return np.concatenate([across, across], axis=-1)


def _strokes(parts: FloatArray, bright: FloatArray, are_positive: npt.NDArray[np.bool_]) -> Strokes:
    """Parts of lines, shape (m, n, 4), that are so opaque, shape (m, n), weak to strong."""
    # The inverse of the opacity of a level.
    levels = np.rint(1 + np.sqrt(np.clip(bright, 0, 1)) * (LEVELS - 2))
    keys = (2 * levels + are_positive).astype(np.uint8).ravel()
    seen = np.flatnonzero(bright.ravel() > _FAINTEST)
    order = seen[np.argsort(keys[seen], kind="stable")]
    return Strokes(parts.reshape(-1, 4)[order], keys[order])


def _halo(colour: QColor, radius: float, reach: float) -> QBrush:
    """Around the origin: nothing within the radius, and fading from there on."""
    gradient = QRadialGradient(QPointF(0, 0), reach)
    edge = radius / reach
    for share, opacity in ((0.0, 1.0), (0.25, 0.52), (0.55, 0.17), (1.0, 0.0)):
        colour.setAlphaF(opacity)
        gradient.setColorAt(edge + (1 - edge) * share, colour)
    colour.setAlphaF(0.0)
    gradient.setColorAt(max(edge - 0.06, 0.0), colour)
    return QBrush(gradient)


def _flat(pen: QPen) -> QPen:
    """A pen whose lines end where they end, so that joints are no brighter."""
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _hot(pen: QPen, white: QColor) -> QPen:
    """A pen whose colour is the nearer to white, the more opaque it is."""
    opacity = pen.color().alphaF()
    colour = mixed(pen.color(), white, _WHITENESS * opacity)
    colour.setAlphaF(opacity)
    pen.setColor(colour)
    return pen
