"""BranchCurves: the average cost of the branches that the run is not on, pale, in the plot."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Slot
from PySide6.QtGui import QColor, QPen

from core.parameters import FloatArray, IntArray
from visualiser.theme import DARK, Theme, mixed
from visualiser.training.branch_news import Branches
from visualiser.widgets.other_branches import (
    LEAST,
    BranchPoint,
    OtherBranch,
    around,
    distance,
    other_branches,
)

# Pixels within which the pointer is at a line.
NEAR = 5
_MARK = 5
# From faint to the colour of texts beside: what tells one pale line from the next.
_SHADES = (0.15, 0.8, 0.45)
# Behind the run's own curves; the one that the pointer is at, before them.
_BEHIND, _BEFORE = -10, 10


class BranchCurves:
    """Pale lines of one pixel, each with a mark at its end.

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
        self._lit = self._new_item(_BEFORE)
        self._ends = pg.ScatterPlotItem(size=_MARK, pen=None, pxMode=True)
        self._ends.setZValue(_BEHIND)
        plot.addItem(self._ends)
        self._near: OtherBranch | None = None
        self._steps_a_pixel = 0.0
        self._is_log = False
        self._theme = DARK
        plot.getViewBox().sigXRangeChanged.connect(self._follow_range)

    def __len__(self) -> int:
        return len(self._others)

    def show_branches(self, news: Branches) -> None:
        """Draw those that the run is not on, from where on they are not its own past."""
        self._show(other_branches(news))

    def clear(self) -> None:
        """Draw none."""
        self._show(())

    def _show(self, others: tuple[OtherBranch, ...]) -> None:
        self._others, self._near = others, None
        self._draw()

    def set_log(self, is_log: bool) -> None:
        """Draw on a logarithmic axis, or on a linear one."""
        self._is_log = is_log
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._colour()

    def at(self, position: QPointF, *others: tuple[FloatArray, FloatArray]) -> BranchPoint | None:
        """The step whose line is at a point of the scene, where no other line is nearer.

        Parameters
        ----------
        position : QPointF
        others : tuple of ndarray
            The steps, ascending, and the costs of lines that are not of branches.
        """
        if not self._others:
            return None
        box = self._plot.getViewBox()
        view, pixel = box.mapSceneToView(position), box.viewPixelSize()
        place_in_view = float(view.x()), float(view.y())

        def away(steps: FloatArray | IntArray, costs: FloatArray) -> float:
            close = around(steps, place_in_view[0], NEAR * pixel[0])
            return distance(steps[close], self._heights(costs[close]), place_in_view, pixel)

        of_branches = [away(one.steps, one.averages) for one in self._others]
        nearest = int(np.argmin(of_branches))
        limit = min([NEAR, *(away(*line) for line in others)])
        if of_branches[nearest] > limit:
            return None
        branch = self._others[nearest]
        at = int(np.abs(branch.steps - place_in_view[0]).argmin())
        return BranchPoint(branch, int(branch.steps[at]), float(branch.averages[at]))

    def light(self, branch: OtherBranch | None) -> None:
        """Brighten the line of one branch, and no other."""
        if branch is not self._near:
            self._near = branch
            self._draw_lit()

    # ---------------------------------------------------------------- inside

    def _new_item(self, height: float) -> pg.PlotCurveItem:
        item = pg.PlotCurveItem(skipFiniteCheck=True, segmentedLineMode="on")
        item.setZValue(height)
        self._plot.addItem(item)
        return item

    @Slot()
    def _follow_range(self) -> None:
        """Draw as many points as can be seen, once these are twice as many or half."""
        if self._others and self._wanted() != self._steps_a_pixel:
            self._draw()

    def _wanted(self) -> float:
        """Steps a pixel, as a power of two."""
        width = float(self._plot.getViewBox().viewPixelSize()[0])
        return 2.0 ** math.ceil(math.log2(width)) if width > 0 else 0.0

    def _draw(self) -> None:
        self._steps_a_pixel = self._wanted()
        for shade, item in enumerate(self._shades):
            lines = [self._thinned(one) for one in self._others[shade :: len(_SHADES)]]
            _draw_lines(item, lines)
        self._ends.setData(
            [float(one.steps[-1]) for one in self._others],
            self._heights(np.array([one.averages[-1] for one in self._others])),
        )
        self._draw_lit()
        self._colour()

    def _draw_lit(self) -> None:
        _draw_lines(self._lit, [] if self._near is None else [self._thinned(self._near)])

    def _thinned(self, branch: OtherBranch) -> tuple[FloatArray, FloatArray]:
        """The ends of a line's pieces, about a pixel apart, the first and the last in any case."""
        steps, count = branch.steps, len(branch.steps)
        apart = max(1.0, float(steps[-1] - steps[0]) / max(count - 1, 1))
        stride = max(1, int(self._steps_a_pixel / apart))
        places = np.append(np.arange(0, count - 1, stride), count - 1)
        return steps[places].astype(np.float64), self._heights(branch.averages[places])

    def _colour(self) -> None:
        theme = self._theme
        colours = [mixed(QColor(theme.faint), QColor(theme.secondary), one) for one in _SHADES]
        for item, colour in zip(self._shades, colours, strict=True):
            item.setPen(QPen(colour, 0))
        self._lit.setPen(QPen(QColor(theme.text), 0))
        self._ends.setBrush([colours[n % len(colours)] for n in range(len(self._others))])

    def _heights(self, costs: FloatArray) -> FloatArray:
        """Costs as the axis shows them."""
        return np.log10(np.maximum(costs, LEAST)) if self._is_log else costs


def _draw_lines(item: pg.PlotCurveItem, lines: list[tuple[FloatArray, FloatArray]]) -> None:
    """Let an item be these lines, with nothing from the end of one to the next."""
    if not lines:
        item.setData([], [])
        return
    is_joined = np.ones(sum(len(steps) for steps, _ in lines), dtype=np.int32)
    is_joined[np.cumsum([len(steps) for steps, _ in lines]) - 1] = 0
    steps, heights = (np.concatenate(parts) for parts in zip(*lines, strict=True))
    item.setData(steps, heights, connect=is_joined)
