"""Focus: which neuron and which weight the numbers of a phase are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from core.parameters import FloatArray
from visualiser.phase_step import PhaseStep
from visualiser.phases import Phase
from visualiser.selection import Connection, Neuron, Selection

Reason = Literal["selected", "largest"]


@dataclass(frozen=True)
class Focus:
    """What a formula is worked out for.

    Attributes
    ----------
    connection : Connection
        The weight; its right end is the neuron.
    neuron_by, weight_by : {"selected", "largest"}
        Whether it was selected. Else it is the neuron with the largest |δ| of its layer, and
        the weight through which most flows: the largest |W·a| of the neuron.
    """

    connection: Connection
    neuron_by: Reason
    weight_by: Reason

    @property
    def neuron(self) -> Neuron:
        """Where the connection ends."""
        return Neuron(self.connection.layer, self.connection.to)


def focus_of(step: PhaseStep, phase: Phase, selection: Selection) -> Focus:
    """What the numbers of a phase are about; in the update, any layer's weight can be meant.

    What was not selected is chosen by numbers that do not tell how the weight will move, as
    that can be guessed.
    """
    layer = phase.layer or _layer_of(selection) or step.last
    match selection:
        case Connection(layer=here, to=to, origin=origin) if here == layer:
            return Focus(selection, "selected", "selected")
        case Neuron(layer=here, index=to) if here == layer:
            return Focus(Connection(layer, to, _widest(step, layer, to)), "selected", "largest")
        case Neuron(layer=here, index=origin) if here == layer - 1:
            to = largest(step.deltas(layer))
            return Focus(Connection(layer, to, origin), "largest", "selected")
    to = largest(step.deltas(layer))
    return Focus(Connection(layer, to, _widest(step, layer, to)), "largest", "largest")


def largest(values: FloatArray) -> int:
    """The place of the largest magnitude; what is no number counts as 0."""
    return int(np.abs(np.nan_to_num(values)).argmax())


def _widest(step: PhaseStep, layer: int, to: int) -> int:
    # Of the mean, so that the weight stays the same whichever example is followed.
    return largest(step.follow(None).flows(layer)[to])


def _layer_of(selection: Selection) -> int | None:
    match selection:
        case Connection(layer=layer) | Neuron(layer=layer) if layer > 0:
            return layer
        case Neuron():
            return 1
    return None
