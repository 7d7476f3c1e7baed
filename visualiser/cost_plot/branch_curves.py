"""BranchCurves: the average cost of the branches that the run is not on, pale, in the plot."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QColor, QPen

from core.parameters import FloatArray, IntArray
from visualiser.averages import Row
from visualiser.cost_plot.end_names import EndNames
from visualiser.cost_plot.other_branches import BranchPoint, OtherBranch, around, distance
from visualiser.cost_plot.scales import Scales
from visualiser.theme import DARK, Theme, mixed
from visualiser.widgets.branch_names import branch_name

# Pixels within which the pointer is at a line.
NEAR = 5
_MARK = 5
# From faint to the colour of texts beside: what tells one pale line from the next.
_SHADES = (0.15, 0.8, 0.45)
# Behind the run's own curves; the one that the pointer is at, before them.
_BEHIND, _BEFORE = -10, 10


class BranchCurves:
    """Pale lines of one pixel, each with a mark at its end.

    Those of earlier runs are dotted.

    The lines of one shade are one item that stays as it is from one news to the next, with
    about a point a pixel: as items of their own, twenty would take half as long as all else.

    Parameters
    ----------
    plot : PlotWidget
        Where they are drawn.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._others: tuple[OtherBranch, ...] = ()
        self._shades = [self._new_item(_BEHIND) for _ in _SHADES]
        # Dots would begin anew with each piece of a line that is drawn in pieces.
        self._runs = self._new_item(_BEHIND, "off")
        self._lit = self._new_item(_BEFORE)
        self._ends = pg.ScatterPlotItem(size=_MARK, pen=None, pxMode=True)
        self._ends.setZValue(_BEHIND)
        plot.addItem(self._ends)
        self._names = EndNames(plot)
        self._near: OtherBranch | None = None
        self._steps_a_pixel = 0.0
        self._scales = Scales()
        self._theme = DARK
        plot.getViewBox().sigXRangeChanged.connect(self._follow_range)

    def __len__(self) -> int:
        return len(self._others)

    @property
    def others(self) -> tuple[OtherBranch, ...]:
        """Those that are drawn."""
        return self._others

    def show_branches(self, others: tuple[OtherBranch, ...]) -> None:
        """Draw these, and no others."""
        self._others, self._near = others, None
        self._draw()

    def set_scales(self, scales: Scales) -> None:
        """Draw on axes of these scales."""
        self._scales = scales
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._colour()

    def at(self, position: QPointF, own: Row) -> BranchPoint | None:
        """The step whose line is at a point of the scene, where no other line is nearer.

        Parameters
        ----------
        position : QPointF
        own : ndarray or MovingAverage
            The run's own line: ``own[n]`` at step n.
        """
        if not self._others:
            return None
        box = self._plot.getViewBox()
        view, pixel = box.mapSceneToView(position), box.viewPixelSize()
        place_in_view = float(view.x()), float(view.y())
        reach = NEAR * float(pixel[0])
        sides = (place_in_view[0] - reach, place_in_view[0] + reach)
        start, end = (self._scales.step_at(x) for x in sides)

        def away(steps: FloatArray | IntArray, costs: FloatArray) -> float:
            close = around(steps, start, end)
            across, up = self._places(steps[close], costs[close])
            return distance(across, up, place_in_view, pixel)

        of_branches = [away(one.steps, one.averages) for one in self._others]
        nearest = int(np.argmin(of_branches))
        first, last = (int(np.clip(step, 0, len(own))) for step in (start - 1, end + 2))
        own_steps: IntArray = np.arange(first, last)
        if of_branches[nearest] > min(NEAR, away(own_steps, own[first:last])):
            return None
        branch = self._others[nearest]
        at = int(np.abs(branch.steps - self._scales.step_at(place_in_view[0])).argmin())
        return BranchPoint(branch, int(branch.steps[at]), float(branch.averages[at]))

    def light(self, branch: OtherBranch | None) -> None:
        """Brighten the line of one branch, and no other."""
        if branch is not self._near:
            self._near = branch
            self._draw_lit()

    # ---------------------------------------------------------------- inside

    def _new_item(self, height: float, pieces: str = "on") -> pg.PlotCurveItem:
        item = pg.PlotCurveItem(skipFiniteCheck=True, segmentedLineMode=pieces)
        item.setZValue(height)
        self._plot.addItem(item)
        return item

    @Slot()
    def _follow_range(self) -> None:
        """Draw as many points as can be seen, once these are twice as many or half."""
        if self._others and self._wanted() != self._steps_a_pixel:
            self._draw()

    def _wanted(self) -> float:
        """Steps a pixel, as a power of two; 0 where it is not the same all along."""
        if self._scales.has_log_steps:
            return 0.0
        width = float(self._plot.getViewBox().viewPixelSize()[0])
        return 2.0 ** math.ceil(math.log2(width)) if width > 0 else 0.0

    def _draw(self) -> None:
        self._steps_a_pixel = self._wanted()
        branches = [one for one in self._others if not one.is_run]
        for shade, item in enumerate(self._shades):
            lines = [self._thinned(one) for one in branches[shade :: len(_SHADES)]]
            _draw_lines(item, lines)
        _draw_lines(self._runs, [self._thinned(one) for one in self._others if one.is_run])
        self._draw_ends()
        self._draw_lit()
        self._colour()

    def _draw_ends(self) -> None:
        """Draw the marks at the ends that have a place, with what the lines are called."""
        first = self._scales.first_step
        shown = [one for one in self._others if one.steps[-1] >= first]
        ends = [self._places(one.steps[-1:], one.averages[-1:]) for one in shown]
        across, up = ([float(end[axis][0]) for end in ends] for axis in (0, 1))
        self._ends.setData(across, up)
        names = [branch_name(one.info) for one in shown]
        self._names.show_ends(list(zip(names, across, up, strict=True)))

    def _draw_lit(self) -> None:
        _draw_lines(self._lit, [] if self._near is None else [self._thinned(self._near)])

    def _thinned(self, branch: OtherBranch) -> tuple[FloatArray, FloatArray]:
        """The ends of a line's pieces, about a pixel apart, the first and the last in any case."""
        steps, count = branch.steps, len(branch.steps)
        apart = max(1.0, float(steps[-1] - steps[0]) / max(count - 1, 1))
        stride = max(1, int(self._steps_a_pixel / apart))
        places = np.append(np.arange(0, count - 1, stride), count - 1)
        return self._places(steps[places], branch.averages[places])

    def _colour(self) -> None:
        theme = self._theme
        colours = [mixed(QColor(theme.faint), QColor(theme.secondary), one) for one in _SHADES]
        for item, colour in zip(self._shades, colours, strict=True):
            item.setPen(QPen(colour, 0))
        self._runs.setPen(QPen(QColor(theme.secondary), 0, Qt.PenStyle.DotLine))
        self._lit.setPen(QPen(QColor(theme.text), 0))
        first = self._scales.first_step
        shades = [n % len(colours) for n, o in enumerate(self._others) if o.steps[-1] >= first]
        self._ends.setBrush([colours[shade] for shade in shades])
        self._names.set_theme(theme)

    def _places(
        self, steps: FloatArray | IntArray, costs: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Where those of the steps stand that have a place, and their costs."""
        have_place = steps >= self._scales.first_step
        across = self._scales.across(steps[have_place].astype(np.float64))
        return across, self._scales.heights(costs[have_place])


def _draw_lines(item: pg.PlotCurveItem, lines: list[tuple[FloatArray, FloatArray]]) -> None:
    """Let an item be these lines, with nothing from the end of one to the next."""
    if not lines:
        item.setData([], [])
        return
    is_joined = np.ones(sum(len(steps) for steps, _ in lines), dtype=np.int32)
    is_joined[np.cumsum([len(steps) for steps, _ in lines]) - 1] = 0
    steps, heights = (np.concatenate(parts) for parts in zip(*lines, strict=True))
    item.setData(steps, heights, connect=is_joined)
