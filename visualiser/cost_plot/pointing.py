"""Pointing: which step of which line the pointer is at, or the cursor that keys walk along."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF

from core.parameters import FloatArray
from visualiser.averages import Row
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.lines import PlotLines
from visualiser.cost_plot.other_branches import BranchPoint
from visualiser.cost_plot.plot_box import PlotBox
from visualiser.cost_plot.scales import Extent
from visualiser.cost_plot.traces import Results

# Pixels within which the pointer is at the mark of a result, and at that of a change.
_AT_RESULT, _AT_CHANGE = 7.0, 4.0
# Steps of a walk in pixels, where these are more than a step.
_FAR = 20


class Pointing:
    """Finds steps in the plot.

    Parameters
    ----------
    box : PlotBox
    lines : PlotLines
    history : CostHistory
    """

    def __init__(self, box: PlotBox, lines: PlotLines, history: CostHistory) -> None:
        self._box, self._lines, self._history = box, lines, history

    # ---------------------------------------------------------------- the pointer

    def branch_at(self, position: QPointF) -> BranchPoint | None:
        """The step of another branch whose line is under a point of the scene."""
        if not self._box.sceneBoundingRect().contains(position):
            return None
        return self._lines.branches.at(position, self._lines.average)

    def step_at(self, position: QPointF, hidden: frozenset[str]) -> int | None:
        """The step under a point of the scene, None beside the curve.

        A mark that is near is meant; else, of all steps that are drawn there, the one whose C
        is nearest.
        """
        costs: Row = self._lines.average if "batch" in hidden else self._history.costs
        if not len(costs) or not self._box.sceneBoundingRect().contains(position):
            return None
        marked = self._marked_at(position, hidden)
        if marked is not None:
            return marked
        place = self._box.mapSceneToView(position)
        half = float(self._box.viewPixelSize()[0]) / 2
        scales, last = self._lines.scales, len(costs) - 1
        ends = [scales.step_at(float(place.x()) + side) for side in (-half, half)]
        middle = round(scales.step_at(float(place.x())))
        first, end = (min(max(n, 0), last) for n in (math.ceil(ends[0]), math.floor(ends[1])))
        if end <= first:
            return min(max(middle, scales.first_step), last)
        heights = scales.heights(costs[first : end + 1])
        return first + int(np.abs(heights - float(place.y())).argmin())

    def _marked_at(self, position: QPointF, hidden: frozenset[str]) -> int | None:
        """The step of the mark of a change or of a result that is near a point of the scene."""
        found: list[tuple[float, int]] = []
        if "changes" not in hidden:
            places = self._across(np.array(self._lines.changed_at, np.float64))
            found += _near(np.abs(places - position.x()), self._lines.changed_at, _AT_CHANGE)
        lines = self._lines
        results = {"test": lines.test, "accuracy": lines.accuracy, "training": lines.training}
        for name, line in results.items():
            if name not in hidden and not line.are_many:
                found += _near(self._away(line, position), line.steps.tolist(), _AT_RESULT)
        return min(found)[1] if found else None

    def _away(self, line: Results, position: QPointF) -> FloatArray:
        """How far each result is from a point of the scene, in pixels."""
        box = self._box.sceneBoundingRect()
        (left, right), (low, high) = self._box.viewRange()
        heights = line.heights(self._lines.scales, Extent(left, right, low, high))
        up = box.bottom() - (heights - low) / (high - low) * box.height()
        distances: FloatArray = np.hypot(self._across(line.steps) - position.x(), up - position.y())
        return distances

    def _across(self, steps: FloatArray) -> FloatArray:
        """Where steps stand in the scene; far away where they have no place."""
        scales, box = self._lines.scales, self._box.sceneBoundingRect()
        left, right = self._box.viewRange()[0]
        places = scales.across(np.maximum(steps, scales.first_step))
        places = np.where(steps >= scales.first_step, places, np.inf)
        across: FloatArray = box.left() + (places - left) / (right - left) * box.width()
        return across

    # ---------------------------------------------------------------- the cursor

    def walked(self, step: int, key: str) -> int:
        """Where a key leads from a step."""
        scales = self._lines.scales
        (left, right), last = self._box.viewRange()[0], len(self._history) - 1
        if key in ("mark before", "mark after"):
            return self._next_mark(step, key == "mark after")
        if key in ("first", "last"):
            seen = scales.step_at(left if key == "first" else right)
            return min(max(math.ceil(seen) if key == "first" else int(seen), 0), last)
        pixel = float(self._box.viewPixelSize()[0])
        steps_a_pixel = step * math.log(10) * pixel if scales.has_log_steps else pixel
        stride = max(1, round(steps_a_pixel)) * (_FAR if "far" in key else 1)
        moved = step + (stride if "right" in key else -stride)
        return min(max(moved, scales.first_step), last)

    def _next_mark(self, step: int, is_after: bool) -> int:
        """The next step with a result or a change; the same where there is none."""
        steps = {*self._lines.changed_at, *self._history.evaluations}
        steps = {one for one in steps if one < len(self._history)}
        later, earlier = ([s for s in steps if s > step], [s for s in steps if s < step])
        return min(later, default=step) if is_after else max(earlier, default=step)


def _near(
    distances: FloatArray, steps: list[int] | list[float], limit: float
) -> list[tuple[float, int]]:
    """The nearest of them, with its distance, if it is near enough."""
    if not len(distances):
        return []
    nearest = int(np.argmin(distances))
    away = float(distances[nearest])
    return [(away, int(steps[nearest]))] if away <= limit else []
