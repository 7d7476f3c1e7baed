"""SpreadPage: how the numbers of one layer are spread, over the run and at one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from core.probes.over_time import Histogram, LayerLook
from visualiser.over_time.heat_strip import HeatStrip
from visualiser.over_time.knowledge import Course
from visualiser.over_time.spread_bars import ShareScale, SpreadBars
from visualiser.theme import Theme
from visualiser.widgets.labels import label


class SpreadPage(QWidget):
    """The strip of one layer, and the histogram of one step beside it.

    Parameters
    ----------
    strip : HeatStrip
    histogram : callable
        That of a layer at a step.

    Signals
    -------
    step_pointed (int or None)
    step_chosen (int)
    """

    step_pointed = Signal(object)
    step_chosen = Signal(int)

    def __init__(
        self,
        strip: HeatStrip,
        histogram: Callable[[LayerLook], Histogram],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.strip, self._histogram = strip, histogram
        self.bars, self.scale, self.layer = SpreadBars(), ShareScale(), QComboBox()
        self.layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.setToolTip(self.tr("Whose numbers are counted."))
        self._course: Course | None = None
        self.telling = label("plain")
        self.telling.setToolTip(
            self.tr("How many numbers there are in the bin that is pointed at; ↑ and ↓ move it.")
        )
        strip.step_pointed.connect(self.step_pointed)
        strip.step_chosen.connect(self.step_chosen)
        strip.bin_pointed.connect(self._point_at_bin)
        self.bars.bin_pointed.connect(self._point_at_bin)
        self.layer.currentIndexChanged.connect(self._show_layer)
        self._assemble()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.layer)
        top.addWidget(self.telling, 1)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.strip, 1)
        middle.addWidget(self.bars)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.scale)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for part in (self.strip, self.bars, self.scale):
            part.set_theme(theme)

    def show_course(self, course: Course | None) -> None:
        """Show what is known now, of the chosen layer."""
        self._course = course
        layers = 0 if course is None else course.layers
        if layers and layers != self.layer.count():
            self.layer.blockSignals(True)
            self.layer.clear()
            for layer in range(1, layers + 1):
                self.layer.addItem(self.tr("Layer {layer}").format(layer=layer), layer)
            self.layer.blockSignals(False)
        self._show_layer()

    def show_pointed(self, step: int | None) -> None:
        """Tell of this step."""
        self.strip.show_pointed(step)
        self._tell()

    def take_focus(self) -> None:
        """Have the keys move from step to step, and from bin to bin."""
        self.strip.setFocus()

    @Slot()
    def _show_layer(self) -> None:
        layer = self.layer.currentData() or 1
        self.strip.show_spread(
            self._course, lambda course: [self._histogram(one) for one in course.of_layer(layer)]
        )
        self.strip.show_bin(self.strip.bin)
        spread = self.strip.spread
        self.scale.show_most(0.0 if spread is None else spread.most)
        self._tell()

    @Slot(object)
    def _point_at_bin(self, place: int | None) -> None:
        self.strip.show_bin(place)
        self._tell()

    def _tell(self) -> None:
        place, course = self.strip.place(), self.strip.course
        step = 0 if course is None or place is None else int(course.steps[place])
        self.telling.setText(self.strip.readout())
        self.bars.show_step(self.strip.spread, place, step, self.strip.bin)
