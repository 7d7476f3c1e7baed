"""What the rings of circles show: B, ∂C/∂B or what a phase computes, on one scale for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.parameters import FloatArray
from visualiser.network_view.colours import rounded_up
from visualiser.network_view.options import Ring
from visualiser.network_view.phase_look import PhaseLook
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Rings:
    """A number for every neuron of layer 1 and later.

    Attributes
    ----------
    symbol : str
    values : tuple of ndarray or None
        ``values[L-1]`` of layer L, shape (N_L,); None where circles have plain rings.
    scale : float
        The |value| from which on colour is full: the largest, rounded up.
    are_wide : bool
        Whether they are what is to be looked at.
    """

    symbol: str
    values: tuple[FloatArray | None, ...]
    scale: float
    are_wide: bool = False

    @staticmethod
    def of(snapshot: Snapshot, ring: Ring) -> Rings | None:
        """What is chosen of a snapshot; None where rings show nothing."""
        if ring == "none":
            return None
        is_bias = ring == "bias"
        values = (snapshot.parameters if is_bias else snapshot.gradient).biases
        return Rings("B" if is_bias else "∂C/∂B", values, _scale(values))

    @staticmethod
    def of_phase(look: PhaseLook) -> Rings | None:
        """Those of a phase of a step; None where it computes nothing that rings show."""
        present = [layer for layer in look.rings if layer is not None]
        if not present:
            return None
        return Rings(look.ring_symbol, look.rings, _scale(present), are_wide=True)


def _scale(values: Sequence[FloatArray]) -> float:
    # One that is not finite must not make all others pale.
    finite = [np.nan_to_num(layer, posinf=0.0, neginf=0.0) for layer in values]
    return rounded_up(max(float(np.abs(layer).max()) for layer in finite))
