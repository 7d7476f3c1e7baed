"""Cost functions C, each with its derivative.

To add one: write the class, and add its line to COSTS at the foot of this file.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from core.errors import SettingError
from core.parameters import FloatArray


class Cost(Protocol):
    """C and ∂C/∂a, computed together."""

    name: str
    formula: str

    def __call__(self, activations: FloatArray, targets: FloatArray, slopes: FloatArray) -> float:
        """Write ∂C/∂a of every example into ``slopes``; return the sum of all their C.

        The arrays have shape (N_output, batch) and are C-contiguous but for ``targets``.
        """

    def per_example(self, activations: FloatArray, targets: FloatArray) -> FloatArray:
        """C of every example, shape (batch,)."""


class Quadratic:
    """C = Σ_i (t_i − a_i)², with ∂C/∂a = 2 (a − t). Mind the 2: there is no ½ in C.

    Source: 3Blue1Brown, Deep learning, chapter 2, "Gradient descent, how neural networks
    learn".
    """

    name = "quadratic"
    formula = "Σ (t − a)²"

    def __call__(self, activations: FloatArray, targets: FloatArray, slopes: FloatArray) -> float:
        """Write ∂C/∂a, return ΣC; see `Cost`."""
        np.subtract(activations, targets, slopes)
        flat = slopes.ravel()
        total = flat.dot(flat)
        np.add(slopes, slopes, slopes)
        return float(total)

    def per_example(self, activations: FloatArray, targets: FloatArray) -> FloatArray:
        """C of every example, shape (batch,)."""
        costs: FloatArray = np.square(activations - targets).sum(axis=0)
        return costs


def cost_named(name: str) -> Cost:
    """The cost of that name; SettingError where there is none."""
    if name not in COSTS:
        raise SettingError(
            "There is no cost function {name!r}; choose one of: {choices}.",
            name=name,
            choices=", ".join(COSTS),
        )
    return COSTS[name]


COSTS: dict[str, Cost] = {
    "quadratic": Quadratic(),
}
