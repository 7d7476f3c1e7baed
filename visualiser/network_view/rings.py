"""What the rings of circles can show: B, or ∂C/∂B, on one scale for all layers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.parameters import FloatArray
from visualiser.network_view.colours import rounded_up
from visualiser.network_view.options import Ring
from visualiser.training.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Rings:
    """A number for every neuron of layer 1 and later.

    Attributes
    ----------
    symbol : str
    values : tuple of ndarray
        ``values[L-1]`` of layer L, shape (N_L,).
    scale : float
        The |value| from which on colour is full: the largest, rounded up.
    """

    symbol: str
    values: tuple[FloatArray, ...]
    scale: float

    @staticmethod
    def of(snapshot: Snapshot, ring: Ring) -> Rings | None:
        """What is chosen of a snapshot; None where rings show nothing."""
        if ring == "none":
            return None
        is_bias = ring == "bias"
        values = (snapshot.parameters if is_bias else snapshot.gradient).biases
        # One that is not finite must not make all others pale.
        finite = [np.nan_to_num(layer, posinf=0.0, neginf=0.0) for layer in values]
        largest = max(float(np.abs(layer).max()) for layer in finite)
        return Rings("B" if is_bias else "∂C/∂B", values, rounded_up(largest))
