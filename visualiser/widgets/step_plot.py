"""A plot whose horizontal axis counts gradient steps."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt

from visualiser.number_format import count, style

# Labels of the vertical axis: about so many more than pyqtgraph makes by itself.
DENSITY = 1.8


class CostAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Costs, with the decimal mark of all other numbers."""

    def tickStrings(  # noqa: D102 (pyqtgraph describes it)
        self, values: list[float], scale: float, spacing: float
    ) -> list[str]:
        texts = super().tickStrings(values, scale, spacing)
        return [style().localised(text) for text in texts]


class StepAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Steps in groups of thousands, and only whole ones."""

    def tickStrings(  # noqa: D102 (pyqtgraph describes it)
        self,
        values: list[float],
        scale: float,
        spacing: float,  # noqa: ARG002 (as pyqtgraph calls it)
    ) -> list[str]:
        return [count(round(v * scale)) if v == round(v) else "" for v in values]


def step_plot() -> pg.PlotWidget:
    """An empty plot over steps, in which the wheel zooms and nothing takes the focus."""
    plot = pg.PlotWidget(axisItems={"left": CostAxis("left"), "bottom": StepAxis("bottom")})
    plot.setMinimumHeight(90)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=True, y=False)
    plot.showGrid(y=True, alpha=0.18)
    plot.getAxis("bottom").setHeight(36)
    plot.getViewBox().setDefaultPadding(0.02)
    plot.getAxis("left").setTickDensity(DENSITY)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for name in ("left", "bottom"):
        # Of the finer ticks, the grid's lines alone would take longer than all else.
        plot.getAxis(name).setStyle(tickLength=0, maxTickLevel=0)
        plot.getAxis(name).enableAutoSIPrefix(False)
    return plot
