"""Scales: where steps and costs stand on linear and on logarithmic axes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from core.parameters import FloatArray

# Of what is shown, the share that stays free at each side when all of it is shown.
_AIR = 0.02
# The room for one step, or for costs that are all the same, in what the axis counts.
_LEAST = 1e-12
# Where a cost of 0 stands on a logarithmic axis.
_DEEPEST = -300


@dataclass(frozen=True)
class Extent:
    """What the axes show, in their own units: of a logarithmic one, in powers of ten."""

    left: float
    right: float
    low: float
    high: float


@dataclass(frozen=True)
class Scales:
    """The scales of both axes.

    Attributes
    ----------
    has_log_steps, has_log_costs : bool
        Whether it is logarithmic. Such an axis begins at step 1: there is no place for step 0,
        nor for a cost of 0.
    """

    has_log_steps: bool = False
    has_log_costs: bool = False

    @property
    def first_step(self) -> int:
        """The first step that has a place."""
        return 1 if self.has_log_steps else 0

    def across(self, steps: FloatArray) -> FloatArray:
        """Where steps stand, none of them before the first that has a place."""
        return np.log10(steps) if self.has_log_steps else steps

    def x_of(self, step: float) -> float | None:
        """Where a step stands; None where it has no place."""
        if not self.has_log_steps:
            return float(step)
        return math.log10(step) if step >= 1 else None

    def step_at(self, x: float) -> float:
        """Which step stands there, in parts of a step."""
        return float(10.0 ** min(x, 300.0)) if self.has_log_steps else x

    def heights(self, costs: FloatArray) -> FloatArray:
        """Where costs stand; one of 0 far below all others on a logarithmic axis."""
        if not self.has_log_costs:
            return costs
        return np.log10(np.maximum(costs, 10.0**_DEEPEST))

    def up(self, costs: FloatArray, extent: Extent) -> FloatArray:
        """Where costs stand; those far outside are a little outside, where lines to them lead."""
        room = extent.high - extent.low
        # A line from a point very far outside to one inside would else be cut off by Qt.
        return np.clip(self.heights(costs), extent.low - 9 * room, extent.high + 9 * room)

    def around(self, last_step: float, lowest: float, highest: float) -> Extent:
        """What shows all steps up to the last, and all costs from the lowest to the highest.

        A linear axis of costs begins at 0, or below it where a cost is; a logarithmic one at the
        lowest, which is above 0.
        """
        left, right = 0.0, max(last_step, 1.0)
        if self.has_log_steps:
            right = max(math.log10(right), math.log10(2))
        if self.has_log_costs:
            low, high = math.log10(lowest), math.log10(highest)
        else:
            low, high = min(lowest, 0.0), highest
        if high - low < _LEAST + 1e-9 * abs(high):
            # Of a logarithmic axis one decade, whatever the decade is.
            high = low + (1.0 if self.has_log_costs else abs(low) or 1.0)
        wide, tall = _AIR * (right - left), _AIR * (high - low)
        return Extent(left - wide, right + wide, low - tall, high + 2 * tall)
