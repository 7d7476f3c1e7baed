"""CurvesPage: two plots over the same steps, and a table of one step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from visualiser.number_format import count
from visualiser.over_time.knowledge import Course
from visualiser.over_time.layers_plot import LayersPlot
from visualiser.theme import Theme
from visualiser.widgets.labels import label
from visualiser.widgets.small_table import SmallTable
from visualiser.widgets.table_rows import Cell, Row

_TABLE = 264


class CurvesPage(QWidget):
    """Two plots over the same steps, and the numbers of one step beside them.

    Parameters
    ----------
    first, second : LayersPlot
    headings : tuple of (str, str)
        What the columns of the table are called.

    Signals
    -------
    step_pointed (int or None)
    step_chosen (int)
    """

    step_pointed = Signal(object)
    step_chosen = Signal(int)

    def __init__(
        self,
        first: LayersPlot,
        second: LayersPlot,
        headings: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.plots = (first, second)
        self.heading = label("heading")
        self.heading.setToolTip(
            self.tr("The step that is pointed at, else the one looked at nearest to the present.")
        )
        cells = (
            Cell(self.tr("layer"), self.tr("Which layer; the input layer has neither W nor B.")),
            *(Cell(text, plot.title) for text, plot in zip(headings, self.plots, strict=True)),
        )
        self.table = SmallTable(self.tr("The layers at one step"), cells, "srr", inset=-6)
        self.table.setToolTip(self.tr("The numbers of all layers at that step."))
        column = QVBoxLayout()
        column.setSpacing(8)
        for plot in self.plots:
            plot.step_pointed.connect(self.step_pointed)
            plot.step_chosen.connect(self.step_chosen)
            column.addWidget(plot, 1)
        side = QWidget()
        side.setFixedWidth(_TABLE)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 4, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self.heading)
        beside.addWidget(self.table)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(side)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for part in (*self.plots, self.table):
            part.set_theme(theme)

    def show_course(self, course: Course | None) -> None:
        """Show what is known now."""
        for plot in self.plots:
            plot.show_course(course)
        self._tell()

    def show_pointed(self, step: int | None) -> None:
        """Tell of this step."""
        for plot in self.plots:
            plot.show_pointed(step)
        self._tell()

    def take_focus(self) -> None:
        """Have the keys move from step to step."""
        self.plots[0].setFocus()

    def _tell(self) -> None:
        place, course = self.plots[0].place(), self.plots[0].course
        if course is None or place is None:
            self.heading.setText("")
            self.table.show_rows([])
            return
        self.heading.setText(self.tr("At step {step}").format(step=count(int(course.steps[place]))))
        self.table.show_rows(
            [
                Row(
                    (
                        Cell(str(layer + 1)),
                        *(
                            Cell(plot.written(float(plot.values()[layer, place])))
                            for plot in self.plots
                        ),
                    ),
                    leads=False,
                )
                for layer in range(course.layers)
            ]
        )
