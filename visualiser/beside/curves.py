"""Curves: the costs of both runs in the same axes."""

from __future__ import annotations

import html
import time

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from visualiser.beside.colours import side_colours
from visualiser.cost_history import WINDOW, CostHistory
from visualiser.cost_plot.fitting import Fitting
from visualiser.cost_plot.plot_box import PlotBox
from visualiser.cost_plot.scales import Extent, Scales
from visualiser.cost_plot.traces import Trace
from visualiser.number_format import amount, count
from visualiser.theme import DARK, Theme, mixed
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.labels import label
from visualiser.widgets.step_plot import draw_axes_anew, dress_axes, step_plot

# The smallest cost that the logarithmic axis can show.
_LEAST = 1e-9
# While the runs play, drawing anew waits this many times as long as it last took, and so
# many seconds at least: the networks go first.
_PAUSE, _LEAST_PAUSE = 20, 0.1
# Every step's C is paler than the average over it.
_PALE = 0.22
# What the axes show of runs without a step.
_EMPTY_STEPS, _EMPTY_COST = 50.0, 2.5


class Curves(QWidget):
    """The cost plot of two runs, with its legend and a readout under the cursor.

    Parameters
    ----------
    histories : pair of CostHistory
    names : pair of str
        What the runs are called in the legend.

    Signals
    -------
    step_chosen (int)
        A click in the plot: go to this step.
    """

    step_chosen = Signal(int)

    def __init__(
        self,
        histories: tuple[CostHistory, CostHistory],
        names: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._histories, self._names = histories, names
        self._unread = [history.reader() for history in histories]
        self._scales = Scales()
        self._has_two_costs = False
        self._again_at = 0.0
        self._theme = DARK
        self._title = label("plain", self.tr("<b>Cost C</b>"))
        self._legend = FittingLabel()
        self._legend.setObjectName("secondary")
        self._log = QCheckBox(self.tr("Log scale"))
        self._log.setToolTip(self.tr("Show C on a logarithmic axis, where small changes show."))
        self._log.toggled.connect(self._set_log)
        self._box = PlotBox()
        self._plot = step_plot(self._box)
        self._fitting = Fitting(self._box)
        self._plot.setToolTip(
            self.tr("Click: both go to that step. Wheel: zoom. Double click: show all steps.")
        )
        self._plot.setAccessibleName(self.tr("Cost of every step of both runs"))
        self._readout = label("plain")
        self._readout.setParent(self._plot)
        self._readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._readout.hide()
        self._make_items()
        self._assemble()
        self._plot.scene().sigMouseMoved.connect(self._follow_pointer)
        self._plot.scene().sigMouseClicked.connect(self._choose_step)

    def _make_items(self) -> None:
        self._raw = [Trace(self._plot) for _ in self._histories]
        self._averages = [Trace(self._plot) for _ in self._histories]
        self._marker = pg.InfiniteLine(0, angle=90)
        self._plot.addItem(self._marker)
        self._fitting.show_extent(self._extent(), has_log_steps=False)
        self._box.sigRangeChanged.connect(self._draw)
        self._box.sigResized.connect(self._draw)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._title)
        top.addWidget(self._legend, 1)
        top.addWidget(self._log)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._plot, 1)

    # ---------------------------------------------------------------- what it shows

    def show_step(self, step: int, is_playing: bool) -> None:
        """Show what the histories hold, and mark this step."""
        now = time.perf_counter()
        if is_playing and now < self._again_at:
            return
        self._marker.setValue(step)
        self._follow()
        self._fitting.show_extent(self._extent(), has_log_steps=False)
        self._draw()
        self._again_at = now + max(_LEAST_PAUSE, _PAUSE * (time.perf_counter() - now))

    def _follow(self) -> None:
        """Take note of what is new in the histories."""
        lines = zip(self._histories, self._unread, self._raw, self._averages, strict=True)
        for history, unread, raw, average in lines:
            start = unread.take(len(history))
            if start < len(history) or len(raw.peaks) != len(history):
                raw.peaks.update(history.costs, start)
                average.peaks.update(history.averages, start)

    def _extent(self) -> Extent:
        """All that there is to be seen."""
        known = [trace.peaks for trace in (*self._raw, *self._averages) if len(trace.peaks)]
        costs = [cost for peaks in known for cost in peaks.extremes()]
        if self._scales.has_log_costs:
            costs = [max(cost, _LEAST) for cost in costs]
        last = max((len(peaks) - 1.0 for peaks in known), default=0.0) or _EMPTY_STEPS
        return self._scales.around(
            last, min(costs, default=_LEAST), max(costs, default=_EMPTY_COST)
        )

    @Slot()
    def _draw(self) -> None:
        """Draw what is seen of all lines."""
        pixels = float(self._box.width())
        for trace in (*self._raw, *self._averages):
            trace.draw(self._scales, self._fitting.seen, pixels)

    def note_costs_differ(self, differ: bool) -> None:
        """Say that the two curves are of two cost functions, or of the same."""
        if differ != self._has_two_costs:
            self._has_two_costs = differ
            self._title.setText(
                self.tr("<b>Cost C</b> (not the same cost on both sides)")
                if differ
                else self.tr("<b>Cost C</b>")
            )

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        dress_axes(self._plot, theme, "left", "bottom")
        self._box.set_theme(theme)
        self._plot.setLabel("bottom", self.tr("step"), color=theme.secondary)
        self._plot.setLabel("left", "C", color=theme.secondary)
        for place, colour in enumerate(side_colours(theme)):
            ground, bright = QColor(theme.panel), QColor(colour)
            self._raw[place].set_colour(mixed(ground, bright, _PALE))
            self._averages[place].set_colour(bright, width=2)
        self._marker.setPen(pg.mkPen(theme.selected))
        self._readout.setStyleSheet(
            f"background: {theme.chip}; border-radius: 4px; padding: 2px 6px;"
        )
        self._tell_legend()

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._readout.hide()
        draw_axes_anew(self._plot, "left", "bottom")

    def _tell_legend(self) -> None:
        left, right = (_escaped(name) for name in self._names)
        average = self.tr("bright: average of the last {n} steps").format(n=WINDOW)
        pale = self.tr("pale: every step's mini-batch")
        marker = self.tr("the step you see")
        self._legend.set_texts(
            self._legend_of(left, right, marker, average, pale),
            self._legend_of(left, right, marker, self.tr("averages of {n} steps").format(n=WINDOW)),
            self._legend_of(left, right),
        )

    def _legend_of(self, left: str, right: str, marker: str = "", *more: str) -> str:
        """Every curve of the plot, explained beside it."""
        here, there = side_colours(self._theme)
        entries = [
            f'<span style="color: {colour}">{mark}</span> {text}'
            for colour, mark, text in (
                (here, "━", left),
                (there, "━", right),
                (self._theme.selected, "│", marker),
            )
            if text
        ]
        return " &nbsp; ".join([*entries, *more])

    @Slot(bool)
    def _set_log(self, is_log: bool) -> None:
        self._scales = Scales(has_log_costs=is_log)
        # The axis alone: asked of the plot, pyqtgraph would change what the lines are made of.
        self._plot.getAxis("left").setLogMode(is_log)
        self.show_step(int(self._marker.value()), is_playing=False)
        self._fitting.fit()

    # ---------------------------------------------------------------- pointing

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of no step where the pointer is at none."""
        super().leaveEvent(event)
        self._readout.hide()

    @Slot(object)
    def _follow_pointer(self, position: QPointF) -> None:
        step = self._step_at(position)
        self._readout.setVisible(step is not None)
        if step is None:
            return
        left, right = (self._average_at(history, step) for history in self._histories)
        self._readout.setText(
            self.tr("Step {step}: average {left} and {right}").format(
                step=count(step), left=left, right=right
            )
        )
        self._readout.adjustSize()
        self._readout.move(self._plot.width() - self._readout.width() - 10, 8)

    def _average_at(self, history: CostHistory, step: int) -> str:
        """The average cost up to a step, in the curve's colour; a dash where there is none."""
        place = self._histories.index(history)
        colour = side_colours(self._theme)[place]
        number = amount(float(history.averages[step])) if step < len(history) else "–"
        return f'<b style="color: {colour}">{number}</b>'

    @Slot(object)
    def _choose_step(self, event: MouseClickEvent) -> None:
        if event.double():
            self._fitting.fit()
            return
        step = self._step_at(event.scenePos())
        if step is not None and event.button() == Qt.MouseButton.LeftButton:
            self.step_chosen.emit(step)

    def _step_at(self, position: QPointF) -> int | None:
        """The step under a point of the scene, None beside the curves."""
        box, longest = self._plot.getViewBox(), max(len(one) for one in self._histories)
        if not longest or not box.sceneBoundingRect().contains(position):
            return None
        step = round(float(box.mapSceneToView(position).x()))
        return min(max(step, 0), longest - 1)


def _escaped(text: str) -> str:
    """A name as HTML has it: a file's may have any letters."""
    return html.escape(text, quote=False)
