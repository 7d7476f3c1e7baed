"""The phases of one gradient step, in order, and how a weight moves in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["batch", "forward", "cost", "backward", "update", "done"]
Movement = Literal["rises", "falls", "hardly"]

# A weight hardly moves where it moves less than this share of the layer's largest move.
HARDLY = 0.01


@dataclass(frozen=True)
class Phase:
    """A part of a gradient step.

    Attributes
    ----------
    kind : {"batch", "forward", "cost", "backward", "update", "done"}
        "update" is what the step will add, before it is taken; "done" is what came of it.
    layer : int or None
        Of "forward" and "backward": the layer, 1 or later.
    """

    kind: Kind
    layer: int | None = None


def phases_of(layer_count: int) -> tuple[Phase, ...]:
    """The phases of a step of a network with so many layers after the input, in order."""
    layers = range(1, layer_count + 1)
    return (
        Phase("batch"),
        *(Phase("forward", layer) for layer in layers),
        Phase("cost"),
        *(Phase("backward", layer) for layer in reversed(layers)),
        Phase("update"),
        Phase("done"),
    )


def movement(change: float, largest: float) -> Movement:
    """How a weight moves: ``change`` is its ΔW, ``largest`` the largest |ΔW| of its layer."""
    if change == 0 or not abs(change) >= HARDLY * largest:
        return "hardly"
    return "rises" if change > 0 else "falls"
