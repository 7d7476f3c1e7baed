"""Flow: the light that runs along the lines when a gradient step is taken."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QRect, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter

from core.parameters import FloatArray, IntArray
from visualiser.network_view.flow_light import CROSSING, Beams, FlowLight
from visualiser.network_view.layout import NetworkLayout
from visualiser.network_view.quantities import quantity
from visualiser.theme import Theme
from visualiser.training.snapshot import Snapshot

# Milliseconds of the pass from left to right, and of the one back.
FORWARD, BACKWARD = 400, 500
# Steps a second up to which there is time to see it; a 1 may be measured as 1.02.
_FASTEST = 1.1
# Lines of a gap that light runs along, and halos of a layer.
_LINES, _HALOS = 220, 40
# Of a gap's numbers, how many are looked at first.
_SAMPLE = 4096
# Light grows with this power of a line's share of the strongest.
_EXPONENT = 0.8
# Gaps: how long a halo takes to come, and to go once the light has left.
_RISE, _FALL = 0.15, 1.0
# Of all the time: how long the other lines take to recede, and to come back.
_DIMMING = 0.12


def should_flow(before: Snapshot | None, after: Snapshot) -> bool:
    """Whether ``after`` is one gradient step after ``before``, and slow enough to be watched."""
    if before is None or before.description != after.description:
        return False
    old, new = before.progress, after.progress
    # While it is playing, a speed of 0 is one that is not known yet.
    is_slow = not new.playing or 0 < new.steps_per_second <= _FASTEST
    return new.position == old.position + 1 and is_slow and old.steps_per_second <= _FASTEST


@dataclass(frozen=True, eq=False)
class _Pass:
    """One way through the network.

    Attributes
    ----------
    is_forward : bool
    gaps : tuple of Beams
        From left to right in either case.
    halos : tuple of ndarray
        Per layer, how bright the neurons' halos are, −1 to 1.
    """

    is_forward: bool
    gaps: tuple[Beams, ...]
    halos: tuple[FloatArray, ...]

    def paint(
        self, painter: QPainter, clip: QRect, layout: NetworkLayout, light: FlowLight, share: float
    ) -> None:
        """Draw it as it is when this share of its time has gone by."""
        front = share * (len(self.gaps) - 1 + CROSSING)
        for gap, beams in enumerate(self.gaps):
            begun = front - (gap if self.is_forward else len(self.gaps) - 1 - gap)
            if 0 < begun < CROSSING:
                ends = beams.ends(layout.layers[gap], layout.layers[gap + 1])
                ends = ends if self.is_forward else ends[::-1]
                light.paint_beams(painter, clip, beams, ends, begun)
        colours = ("text", "text") if self.is_forward else ("negative", "positive")
        for number, strengths in enumerate(self.halos):
            since = front - (number if self.is_forward else len(self.gaps) - number)
            halos = strengths * _glow(since)
            light.paint_halos(painter, clip, layout.layers[number], halos, colours)
        step = min(int(front), len(self.gaps) - 1)
        gap = step if self.is_forward else len(self.gaps) - 1 - step
        light.paint_word(painter, layout, gap, self.is_forward)


class Flow(QObject):
    """Light that runs from left to right, as the forward pass does, and back again.

    There along the lines of the largest |W·a|, back along those of the largest |∂C/∂W|, the
    gradient that the step went against. Between two steps nothing runs.

    Signals
    -------
    moved ()
        It looks different: at every frame, and when it has ended.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passes: tuple[_Pass, ...] = ()
        self._sizes: tuple[int, ...] = ()
        self._share = 0.0
        self._light: FlowLight | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(FORWARD + BACKWARD)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self.show_at)

    @property
    def is_running(self) -> bool:
        """Whether there is light."""
        return bool(self._passes)

    def start(self, before: Snapshot, after: Snapshot, layout: NetworkLayout) -> None:
        """Show the step from one state to the next; what is running ends."""
        self.stop()
        fits = before.sizes == after.sizes == _sizes(layout)
        if not (fits and layout.has_lines):
            return
        self._sizes, self._share = before.sizes, 0.0
        activations, slopes = before.activations, before.gradient.biases
        nothing = np.zeros(before.sizes[0])
        self._passes = (
            _Pass(
                True, _beams(before, "flow", layout), _halos(nothing, *map(abs, activations[1:]))
            ),
            _Pass(False, _beams(before, "slope", layout), _halos(nothing, *slopes)),
        )
        self._animation.start()

    def stop(self) -> None:
        """Show nothing."""
        self._animation.stop()
        if self._passes:
            self._passes = ()
            self.moved.emit()

    @Slot(object)
    def show_at(self, share: float) -> None:
        """Show how it looks when this share of the time has gone by; at 1 it has ended."""
        if not self._passes:
            return
        if share >= 1:
            self.stop()
            return
        self._share = share
        self.moved.emit()

    def paint(self, painter: QPainter, clip: QRect, layout: NetworkLayout, theme: Theme) -> None:
        """Draw the light, over the lines and before the circles, which it may pass behind.

        Parameters
        ----------
        painter : QPainter
        clip : QRect
            What of the picture is seen.
        layout : NetworkLayout
            Where everything stands now, which may not be where it stood at the start.
        theme : Theme
        """
        if not (self._passes and layout.has_lines and _sizes(layout) == self._sizes):
            return
        if self._light is None or self._light.theme is not theme:
            self._light = FlowLight(theme)
        turn = FORWARD / (FORWARD + BACKWARD)
        if self._share < turn:
            there, share = self._passes[0], self._share / turn
        else:
            there, share = self._passes[1], (self._share - turn) / (1 - turn)
        veil = min(1.0, self._share / _DIMMING, (1 - self._share) / _DIMMING)
        self._light.paint_veil(painter, clip, layout, veil)
        there.paint(painter, clip, layout, self._light, share)


def _sizes(layout: NetworkLayout) -> tuple[int, ...]:
    return tuple(len(layer.centres) for layer in layout.layers)


def _beams(snapshot: Snapshot, name: str, layout: NetworkLayout) -> tuple[Beams, ...]:
    values = quantity(name).values(snapshot)
    return tuple(_strongest(layout, gap, numbers) for gap, numbers in enumerate(values))


def _strongest(layout: NetworkLayout, gap: int, values: FloatArray) -> Beams:
    """Of a gap's lines that are drawn, those of the largest |value| that are not 0."""
    left, right = layout.layers[gap], layout.layers[gap + 1]
    drawn = layout.drawn(gap, values)
    to, origins = np.divmod(_largest(np.abs(drawn).ravel()), drawn.shape[1])
    chosen = drawn[to, origins]
    strengths = np.abs(_relative(chosen)) ** _EXPONENT
    return Beams(right.shown[to], left.shown[origins], strengths, chosen > 0)


def _largest(magnitudes: FloatArray) -> IntArray:
    """Where the largest are that are above 0, no more than so many."""
    candidates = np.flatnonzero(magnitudes > _likely_bound(magnitudes))
    if len(candidates) < _LINES:
        candidates = np.flatnonzero(magnitudes > 0)
    if len(candidates) <= _LINES:
        return candidates
    places = np.argpartition(magnitudes[candidates], -_LINES)[-_LINES:]
    found: IntArray = candidates[places]
    return found


def _likely_bound(magnitudes: FloatArray) -> float:
    """What a few times as many as are wanted are likely above, seen in a sample.

    Among half a million numbers, to look for the largest of all would take a whole frame.
    """
    sample = magnitudes[:: max(1, len(magnitudes) // _SAMPLE)]
    kept = math.ceil(4 * _LINES * len(sample) / max(len(magnitudes), 1))
    if kept >= len(sample):
        return 0.0
    return float(np.nan_to_num(np.partition(sample, -kept)[-kept], posinf=0.0))


def _halos(*layers: FloatArray) -> tuple[FloatArray, ...]:
    return tuple(_brightest(_relative(values)) for values in layers)


def _brightest(halos: FloatArray) -> FloatArray:
    """The same, but 0 where too many are brighter."""
    if len(halos) <= _HALOS:
        return halos
    least = np.partition(np.abs(halos), -_HALOS)[-_HALOS]
    return np.where(np.abs(halos) >= least, halos, 0.0)


def _relative(values: FloatArray) -> FloatArray:
    """Values as shares of the largest |value|; what is infinite is as large as can be."""
    finite = np.nan_to_num(values.astype(np.float64))
    largest = float(np.abs(finite).max(initial=0.0))
    return finite / largest if largest > 0 else finite


def _glow(since: float) -> float:
    """How bright a halo is so many gaps after the light has come, 0 to 1."""
    share = since / _FALL if since > 0 else -since / _RISE
    return float(max(0.0, 1 - share) ** 1.5)
