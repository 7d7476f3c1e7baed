"""PhaseLook: what the network's picture shows of one phase of a gradient step."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from core.parameters import FloatArray
from visualiser.network_view.quantities import Quantity


@dataclass(frozen=True, eq=False)
class PhaseLook:
    """What a phase computes; nothing else is drawn while it is shown.

    Attributes
    ----------
    quantity : Quantity
        What the lines show: its symbol, its words and how its numbers are written.
    lines : tuple of ndarray or None
        ``lines[gap]`` of the shape of ``weights[gap]``; None where the phase computes none.
    activations : tuple of ndarray or None
        ``activations[L]``, shape (N_L,); None for a layer that is not computed yet.
    rings : tuple of ndarray or None
        ``rings[L-1]`` of layer L, shape (N_L,); None where circles have plain rings.
    ring_symbol : str
        What the rings show, as the legend calls it; empty where no layer has any.
    caption : str
        Below the input's picture: which digit it is, or whose mean.
    label : int or None
        Which output is the right one; None for a mean over digits that differ: then no output is
        marked, neither as the answer nor as right or wrong.
    """

    quantity: Quantity
    lines: tuple[FloatArray | None, ...]
    activations: tuple[FloatArray | None, ...]
    rings: tuple[FloatArray | None, ...]
    ring_symbol: str
    caption: str
    label: int | None

    def fits(self, sizes: Sequence[int]) -> bool:
        """Whether it is of a network with so many neurons per layer."""
        per_layer = [(size,) for size in sizes]
        per_gap = [(there, here) for here, there in itertools.pairwise(sizes)]
        shapes = (*per_layer, *per_layer[1:], *per_gap)
        arrays = (*self.activations, *self.rings, *self.lines)
        return len(arrays) == len(shapes) and all(
            array is None or array.shape == shape
            for array, shape in zip(arrays, shapes, strict=True)
        )
