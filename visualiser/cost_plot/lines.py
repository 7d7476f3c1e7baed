"""PlotLines: everything that is drawn in the cost plot, and how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from visualiser.averages import MovingAverage
from visualiser.cost_history import CostHistory
from visualiser.cost_plot.above_zero import AboveZero
from visualiser.cost_plot.branch_curves import BranchCurves
from visualiser.cost_plot.choices import PlotChoices
from visualiser.cost_plot.scales import Extent, Scales
from visualiser.cost_plot.traces import Results, Trace
from visualiser.theme import DARK, Theme, mixed

# Where the marks of changes are, in shares of the plot's height.
_TICKS = (0.88, 1.0)
# What an empty plot shows, and what is left free above a first C that is larger.
_EMPTY_STEPS, _EMPTY_COST, _LEAST_COST, _HEADROOM = 50.0, 2.5, 0.01, 1.2
_RING = 11


@dataclass(frozen=True)
class LineKind:
    """A line of the plot, or marks.

    Attributes
    ----------
    id : str
    colour : str
        The name of a colour of `Theme`.
    mark : str
        What it looks like, as one letter.
    """

    id: str
    colour: str
    mark: str


LINES = (
    LineKind("batch", "positive", "─"),
    LineKind("average", "text", "━"),
    LineKind("test", "right", "●"),
    LineKind("accuracy", "right", "◇"),
    LineKind("training", "positive", "□"),
    LineKind("step", "selected", "│"),
    LineKind("changes", "negative", "╵"),
    LineKind("branches", "secondary", "─"),
    LineKind("earlier", "secondary", "┄"),
)


class PlotLines:
    """The lines of a run's costs and results, of its branches and of earlier runs.

    Parameters
    ----------
    plot : PlotWidget
    history : CostHistory
    """

    def __init__(self, plot: pg.PlotWidget, history: CostHistory) -> None:
        self._plot, self._history = plot, history
        self._unread, self._above_zero = history.reader(), AboveZero(history)
        self._theme = DARK
        self._choices = PlotChoices()
        # Those that are drawn may be of the run before while another one begins.
        self.average = MovingAverage(self._choices.window, history.costs)
        self.batch, self.averaged = Trace(plot), Trace(plot)
        self.test = Results(plot, "o", are_shares=False)
        # Where both are alike, the test data's is seen: it is what counts.
        self.training = Results(plot, "s", are_shares=True)
        self.accuracy = Results(plot, "d", are_shares=True)
        self.changes = pg.VTickGroup(yrange=_TICKS)
        self.marker = pg.InfiniteLine(0, angle=90)
        # Around what the readout tells of.
        self._ring = pg.ScatterPlotItem(size=_RING, brush=None, pxMode=True)
        for item in (self.changes, self.marker, self._ring):
            plot.addItem(item)
        self.branches = BranchCurves(plot)
        self._position = 0
        self._changed_at: list[int] = []

    # ---------------------------------------------------------------- what is shown

    @property
    def scales(self) -> Scales:
        """Those of the axes."""
        return Scales(self._choices.has_log_steps, self._choices.has_log_costs)

    @property
    def changed_at(self) -> list[int]:
        """The steps at which something was changed, in order."""
        return self._changed_at

    def choose(self, choices: PlotChoices, window: int) -> None:
        """Draw by these choices, with the average of so many steps."""
        before, self._choices = self._choices, choices
        if window != self.average.window:
            self.average = MovingAverage(window, self.average.costs)
            self._unread.note(0)
        self.follow()
        if self.scales != Scales(before.has_log_steps, before.has_log_costs):
            self.branches.set_scales(self.scales)
        self._show_marks()
        self._colour_batch()
        shown = {kind.id: kind.id not in choices.hidden for kind in LINES}
        for name, item in self._items().items():
            item.setVisible(shown[name])
        self.show_position(self._position)

    def follow(self) -> None:
        """Take note of what is new in the history."""
        history = self._history
        start = self._unread.take(len(history))
        if start < len(history) or len(self.batch.peaks) != len(history):
            self.average = MovingAverage(self.average.window, history.costs)
            self.batch.peaks.update(history.costs, start)
            self.averaged.peaks.update(self.average, start)
        steps, costs, shares = history.test_results()
        # On examples that it was not trained on, a C may be beyond all numbers.
        are_finite = np.isfinite(costs)
        self.test.show_results(steps[are_finite], costs[are_finite])
        are_known = np.isfinite(shares)
        self.accuracy.show_results(steps[are_known], shares[are_known])

    def show_position(self, step: int) -> None:
        """Mark the step that the run is at."""
        self._position = step
        x = self.scales.x_of(step)
        self.marker.setVisible(x is not None and "step" not in self._choices.hidden)
        if x is not None:
            self.marker.setValue(x)

    def show_changes(self, steps: Sequence[int]) -> None:
        """Mark the steps at which something was changed."""
        found = sorted(set(steps))
        if found != self._changed_at:
            self._changed_at = found
            self._show_marks()

    def ring(self, step: int | None, cost: float = 0.0) -> None:
        """Draw a ring around a point, or none."""
        x = None if step is None else self.scales.x_of(step)
        if x is None:
            self._ring.setData([], [])
        else:
            height = self.scales.heights(np.array([cost], np.float64))
            self._ring.setData([x], height)

    def draw(self, seen: Extent) -> None:
        """Draw what is seen of all lines."""
        pixels = float(self._plot.getViewBox().width())
        drawn: dict[str, Trace | Results] = {
            "batch": self.batch,
            "average": self.averaged,
            "test": self.test,
            "accuracy": self.accuracy,
            "training": self.training,
        }
        for name, line in drawn.items():
            if name not in self._choices.hidden:
                line.draw(self.scales, seen, pixels)

    # ---------------------------------------------------------------- how far it reaches

    def extent(self) -> Extent:
        """All that is to be seen when the plot is fitted."""
        others = self.branches.others
        ends = [float(one.steps[-1]) for one in others]
        costs = self._extremes()
        for one in others:
            costs += [float(one.averages.min()), float(one.averages.max())]
        if self.scales.has_log_costs:
            costs = [cost for cost in costs if cost > 0]
        if len(self._history) <= 1 and not others:
            costs += [_LEAST_COST, max([_EMPTY_COST, *(_HEADROOM * cost for cost in costs)])]
            ends.append(_EMPTY_STEPS)
        last = max([len(self._history) - 1.0, *ends])
        return self.scales.around(last, min(costs, default=0.1), max(costs, default=1.0))

    def _extremes(self) -> list[float]:
        """The lowest and highest costs of the run that are drawn; where none are, of every step."""
        hidden, found = self._choices.hidden, []
        lines = {"batch": self.batch, "average": self.averaged}
        shown = [trace for name, trace in lines.items() if name not in hidden] or [self.batch]
        for trace in shown:
            if len(trace.peaks):
                found += list(trace.peaks.extremes())
        if "test" not in hidden and len(self.test.values):
            found += [float(self.test.values.min()), float(self.test.values.max())]
        if self.scales.has_log_costs and min(found, default=1.0) <= 0:
            found.append(self._above_zero.least())
        return found

    # ---------------------------------------------------------------- colours

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        panel, right, positive = (
            QColor(name) for name in (theme.panel, theme.right, theme.positive)
        )
        self._colour_batch()
        self.averaged.set_colour(QColor(theme.text))
        self.test.set_colour(right, panel)
        self.accuracy.set_colour(right, panel)
        self.training.set_colour(positive, panel)
        self.marker.setPen(pg.mkPen(theme.selected))
        self.changes.setPen(pg.mkPen(theme.negative, width=2))
        self._ring.setPen(pg.mkPen(theme.text))
        self.branches.set_theme(theme)

    def _colour_batch(self) -> None:
        theme, strength = self._theme, self._choices.strength
        self.batch.set_colour(mixed(QColor(theme.panel), QColor(theme.positive), strength))

    def _show_marks(self) -> None:
        places = (self.scales.x_of(step) for step in self._changed_at)
        self.changes.setXVals([x for x in places if x is not None])
        self.changes.update()

    def _items(self) -> dict[str, pg.GraphicsObject]:
        return {
            "batch": self.batch.item,
            "average": self.averaged.item,
            "test": self.test.item,
            "accuracy": self.accuracy.item,
            "training": self.training.item,
            "changes": self.changes,
        }
