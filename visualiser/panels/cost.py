"""CostPanel: the cost of every step, its moving average, the test data, the present step."""

from __future__ import annotations

import time

import numpy as np
import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from core.parameters import FloatArray
from visualiser.cost_history import CostHistory
from visualiser.theme import DARK, Theme
from visualiser.training.branch_news import Branches
from visualiser.training.messages import RunDescription, SwitchTo
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.branch_curves import BranchCurves
from visualiser.widgets.corner_readout import CornerReadout
from visualiser.widgets.cost_legend import Drawn, legends
from visualiser.widgets.cost_readout import branch_text, changes_text, step_text
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import label
from visualiser.widgets.other_branches import LEAST, BranchPoint
from visualiser.widgets.step_plot import DENSITY, step_plot

# While training plays, drawing anew waits this many times as long as it last took.
_PAUSE = 20
# Where the marks of changes are, in shares of the plot's height.
_TICKS = (0.88, 1.0)
# How near the pointer names a change, in pixels.
_NEAR = 4
_LOG_DENSITY = 0.6
_EMPTY_STEPS, _EMPTY_COSTS = (0.0, 50.0), (0.0, 2.5)
# What is left free above the first C where it is larger than that.
_HEADROOM = 1.2
# More test results than this are a line: dots would hide all else.
_MOST_DOTS = 80


class CostPanel(QWidget):
    """The cost plot with its legend and a readout under the cursor.

    Signals
    -------
    step_chosen (int)
        A click in the plot: go to this step.
    command_given (Command)
        A click on the line of another branch: go to that step of it.
    """

    step_chosen = Signal(int)
    command_given = Signal(object)

    def __init__(self, history: CostHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._history = history
        self._snapshot: Snapshot | None = None
        self._show_again_at = 0.0
        self._drawn = Drawn()
        self._changed_at: list[int] = []
        self._theme = DARK
        self._log = QCheckBox(self.tr("Log scale"))
        self._log.setToolTip(self.tr("Show C on a logarithmic axis, where small changes show."))
        self._log.toggled.connect(self._set_log)
        self._legend = FittingLabel()
        self._legend.setObjectName("secondary")
        self._plot = step_plot()
        self._readout = CornerReadout(self._plot)
        self._plot.setAccessibleName(self.tr("Cost of every step"))
        self._curves()
        self._hint = label("secondary", self.tr("The cost of every step will be drawn here."))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._plot.scene().sigMouseMoved.connect(self._follow_pointer)
        self._plot.scene().sigMouseClicked.connect(self._choose_step)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(label("plain", self.tr("<b>Cost C</b>")))
        top.addWidget(self._legend, 1)
        top.addWidget(self._log)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._plot, 1)
        middle = QVBoxLayout(self._plot)
        middle.addWidget(self._hint)
        self._make_room()
        self._tip()
        self.set_theme(DARK)

    @Slot(object)
    def show_run(self, _: RunDescription) -> None:
        """Begin anew."""
        self._branches.clear()
        self._tell_nothing()
        self._make_room()

    @Slot(object)
    def show_branches(self, news: Branches) -> None:
        """Draw the branches that the run is not on."""
        self._branches.show_branches(news)
        self._tell_nothing()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the history holds by now."""
        self._snapshot = snapshot
        is_early = snapshot.progress.playing and time.perf_counter() < self._show_again_at
        if self.isVisible() and not is_early:
            began = time.perf_counter()
            self._show()
            # The more there is to draw, the more seldom: the network goes first.
            took = time.perf_counter() - began
            self._show_again_at = began + _PAUSE * took

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._plot.setBackground(theme.panel)
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            axis.setPen(pg.mkPen(theme.hairline))
            axis.setTextPen(theme.secondary)
        self._plot.setLabel("bottom", self.tr("step"), color=theme.secondary)
        self._plot.setLabel("left", "C", color=theme.secondary)
        self._raw.setPen(pg.mkPen(theme.colour("positive", 0.55)))
        self._average.setPen(pg.mkPen(theme.text))
        self._raw.setSymbolBrush(theme.positive)
        self._test.setSymbolBrush(theme.right)
        self._marker.setPen(pg.mkPen(theme.selected))
        self._changes.setPen(pg.mkPen(theme.negative, width=2))
        self._readout.set_theme(theme)
        self._branches.set_theme(theme)
        self._legend.set_texts(*legends(theme, self._drawn))

    def write_numbers(self) -> None:
        """Write numbers in the present style; what the pointer was on is told when it moves."""
        self._tell_nothing()
        for name in ("left", "bottom"):
            # Drawn once, an axis is kept as a picture.
            axis = self._plot.getAxis(name)
            axis.picture = None
            axis.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while the panel was hidden."""
        super().showEvent(event)
        self._show()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of no step where the pointer is at none."""
        super().leaveEvent(event)
        self._tell_nothing()

    # ---------------------------------------------------------------- the plot

    def _make_room(self, highest: float = 0.0) -> None:
        """Show empty axes, with room for one C, as long as there is nothing to fit them to."""
        self._is_empty = True
        least, most = _EMPTY_COSTS
        self._plot.setRange(xRange=_EMPTY_STEPS, yRange=(least, max(most, _HEADROOM * highest)))

    def _curves(self) -> None:
        self._raw = pg.PlotDataItem(skipFiniteCheck=True, symbolSize=5, symbolPen=None)
        self._average = pg.PlotDataItem(skipFiniteCheck=True)
        self._test = pg.PlotDataItem(pen=None, symbol="o", symbolSize=6, symbolPen=None)
        self._marker = pg.InfiniteLine(0, angle=90)
        # Ticks that hang from the top, where C is seldom.
        self._changes = pg.VTickGroup(yrange=_TICKS)
        for item in (self._raw, self._average, self._test, self._changes, self._marker):
            self._plot.addItem(item)
        for curve in (self._raw, self._average):
            curve.setDownsampling(auto=True, method="peak")
            # As an argument of the curve it would raise: it needs the view.
            curve.setClipToView(True)
        self._branches = BranchCurves(self._plot)

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        history = self._history
        has_branches = len(self._branches) > 0
        self._hint.setVisible(len(history) == 0 and not has_branches)
        if self._is_empty and (len(history) > 1 or has_branches):
            self._is_empty = False
            self._plot.enableAutoRange()
        elif self._is_empty and len(history) == 1 and not self._log.isChecked():
            self._make_room(float(history.costs[0]))
        # A line needs two ends.
        self._raw.setSymbol("o" if len(history) == 1 else None)
        self._raw.setData(history.steps, self._on_axis(history.costs))
        self._average.setData(history.steps, self._on_axis(history.averages))
        test_steps, test_costs = history.test_points()
        are_many = len(test_steps) > _MOST_DOTS
        self._test.setSymbol(None if are_many else "o")
        self._test.setPen(pg.mkPen(self._theme.right, width=2) if are_many else None)
        self._test.setData(test_steps, self._on_axis(test_costs))
        self._marker.setValue(snapshot.progress.position)
        steps = sorted({change.step for change in snapshot.progress.changes})
        if steps != self._changed_at:
            self._changed_at = steps
            self._changes.setXVals(steps)
        # Fits the axes now: done while painting, it would ask for a second painting.
        self._plot.scene().prepareForPaint()
        self._explain(Drawn(are_many, bool(steps), has_branches))

    def _explain(self, drawn: Drawn) -> None:
        """Say in the legend and in the tooltip what is there."""
        if drawn != self._drawn:
            self._drawn = drawn
            self._legend.set_texts(*legends(self._theme, drawn))
            self._tip()

    def _tip(self) -> None:
        self._plot.setToolTip(
            self.tr(
                "Click: go to that step; on a pale line, to that step of that branch. "
                "Wheel: zoom. Double click: show all steps."
            )
            if self._drawn.has_branches
            else self.tr("Click: go to that step. Wheel: zoom. Double click: show all steps.")
        )

    def _on_axis(self, costs: FloatArray) -> FloatArray:
        """Costs as the axis can show them: there is no 0 on a logarithmic one."""
        return np.maximum(costs, LEAST) if self._log.isChecked() else costs

    @Slot(bool)
    def _set_log(self, is_log: bool) -> None:
        self._plot.setLogMode(False, is_log)
        self._branches.set_log(is_log)
        self._plot.getAxis("left").setTickDensity(_LOG_DENSITY if is_log else DENSITY)
        self._show()
        self._plot.enableAutoRange()

    # ---------------------------------------------------------------- pointing

    @Slot(object)
    def _follow_pointer(self, position: QPointF) -> None:
        branch_point = self._branch_at(position)
        self._branches.light(None if branch_point is None else branch_point.branch)
        step = self._step_at(position)
        if branch_point is not None:
            self._plot.setCursor(Qt.CursorShape.PointingHandCursor)
            self._readout.tell(branch_text(branch_point))
        elif step is not None:
            self._plot.unsetCursor()
            self._readout.tell(self._change_near(position) or step_text(self._history, step))
        else:
            self._tell_nothing()

    def _tell_nothing(self) -> None:
        self._readout.hide()
        self._branches.light(None)
        self._plot.unsetCursor()

    def _change_near(self, position: QPointF) -> str | None:
        """What was changed at the step whose mark is under the pointer."""
        if self._snapshot is None:
            return None
        box = self._plot.getViewBox()
        width = float(box.viewPixelSize()[0])
        x = float(box.mapSceneToView(position).x())
        near = [s for s in self._changed_at if abs(s - x) <= _NEAR * width]
        if not near:
            return None
        step = min(near, key=lambda s: abs(s - x))
        return changes_text(step, self._snapshot.progress.changes)

    @Slot(object)
    def _choose_step(self, event: MouseClickEvent) -> None:
        if event.double():
            self._plot.enableAutoRange()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        branch_point, step = self._branch_at(event.scenePos()), self._step_at(event.scenePos())
        if branch_point is not None:
            self.command_given.emit(SwitchTo(branch_point.branch.info.number, branch_point.step))
        elif step is not None:
            self.step_chosen.emit(step)

    def _branch_at(self, position: QPointF) -> BranchPoint | None:
        """The step of another branch whose line is under a point of the scene."""
        if not self._plot.getViewBox().sceneBoundingRect().contains(position):
            return None
        return self._branches.at(position, (self._history.steps, self._history.averages))

    def _step_at(self, position: QPointF) -> int | None:
        """The step under a point of the scene, None beside the curve."""
        box = self._plot.getViewBox()
        if not len(self._history) or not box.sceneBoundingRect().contains(position):
            return None
        step = round(float(box.mapSceneToView(position).x()))
        return min(max(step, 0), len(self._history) - 1)
